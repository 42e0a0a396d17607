"""The commands as a program of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.promised import DONE, LOG, NO, UNREADABLE, WRONG_USE
from tests.conftest import MakeLog, room_state
from tests.running import environment, one_line, program


def test_the_program_answers_on_its_own(make_log: MakeLog, tmp_path: Path) -> None:
    log = make_log(LOG)
    assert program("lookup", "1103061").out.startswith("1103061 Getting media from the device failed\n")
    assert program("scan", "-", "--format", "json", stdin=log.read_bytes()).json["lines"] == 10
    for words, code in ((("lookup", "5"), NO), (("lookup",), WRONG_USE), (("scan", str(tmp_path)), UNREADABLE)):
        ran = program(*words)
        assert (ran.code, ran.out) == (code, "")
        assert one_line(ran.err).startswith("zegoerr")


def test_no_command_loads_qt(make_log: MakeLog) -> None:
    log = str(make_log(LOG))
    commands = [["lookup", "1103061"], ["search", "token"], ["scan", log], ["catalogue", "check"]]
    code = (
        "import sys\nfrom zegoerr_gui.cli import main\n"
        f"codes = [main(words) for words in {commands!r}]\n"
        "qt = [name for name in sys.modules if name.partition('.')[0] in ('PySide6', 'shiboken6')]\n"
        "print(codes, qt, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment())
    assert one_line(ran.stderr.decode()) == "[0, 0, 0, 0] []"


@pytest.mark.parametrize("words", [["lookup", "1103061"], ["search", "token"], ["catalogue", "check"]])
def test_a_command_that_reads_no_log_loads_nothing_that_reads_one(words: list[str]) -> None:
    code = (
        f"import sys\nfrom zegoerr_gui.cli import main\nmain({words!r})\n"
        "rooms = ('core.recognition', 'core.answer.redaction', 'core.log.opening', 'core.desk')\n"
        "names = [name.removeprefix('zegoerr_gui.') for name in sys.modules]\n"
        "print([name for name in names if name.startswith(rooms)], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment())
    assert one_line(ran.stderr.decode()) == "[]"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_json_stays_json_on_a_terminal_that_cannot_print_it(make_log: MakeLog, encoding: str) -> None:
    log = make_log(room_state("é😀权限", "LOGIN_FAILED", 1102016).encode() + b"\n")
    ran = subprocess.run(
        [sys.executable, "-m", "zegoerr_gui", "scan", str(log), "--format", "json"],
        capture_output=True,
        check=True,
        env=environment(PYTHONIOENCODING=encoding),
    )
    assert json.loads(ran.stdout.decode(encoding))["context"]["room_id"] == ["é😀权限"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_no_text_is_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"log-\xff.log")
    path.write_text(LOG, encoding="utf-8")
    ran = program("scan", str(path), "--format", "json")
    assert (ran.code, ran.err, ran.json["source"]) == (DONE, "", "log-\udcff.log")


STREAMS = [
    ("scan - <&-", UNREADABLE),
    ("scan - 0>/dev/null", UNREADABLE),
    ("scan $1 >&-", DONE),
    ("scan $1 --format json >&-", DONE),
    ("scan $1 2>&-", DONE),
    ("lookup 5 2>&-", NO),
    ("lookup 2>&-", WRONG_USE),
]


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(("line", "code"), STREAMS, ids=[line for line, _ in STREAMS])
def test_a_stream_that_is_closed_or_cannot_be_read_brings_no_traceback(make_log: MakeLog, line: str, code: int) -> None:
    command = ["sh", "-c", f'exec "$0" -m zegoerr_gui {line}', sys.executable, str(make_log(LOG))]
    ran = subprocess.run(command, capture_output=True, check=False, env=environment())
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("words", [["lookup", "1103061"], ["search", ""]], ids=["short", "long"])
def test_output_onto_a_full_disk_is_told_in_one_line(words: list[str]) -> None:
    command = [sys.executable, "-m", "zegoerr_gui", *words]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment())
    assert "No space left" in one_line(ran.stderr.decode())
    assert ran.returncode not in (DONE, NO)


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize("words", [["lookup", "1103061"], ["search", ""]], ids=["short", "long"])
def test_a_reader_that_has_seen_enough_brings_no_complaint(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "zegoerr_gui", *words]
    ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, env=environment())
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (DONE, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_ctrl_c_ends_a_command_without_a_traceback() -> None:
    command = [sys.executable, "-m", "zegoerr_gui", "scan", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment(), stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: when it is written, the program is reading
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert b"Traceback" not in said
    assert said.count(b"\n") <= 1
    assert process.returncode != DONE
