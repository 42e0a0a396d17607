"""``zegoerr redact``: labels for secrets, every other byte as it was, counts on standard error."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MakeLog, room_state, sdk_line
from tests.redaction.corpus import made
from tests.running import exit_code
from zegoerr_gui import cli
from zegoerr_gui.core.answer.redaction.files import masked_bytes
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.log.source import MemorySource

TOKEN = made("04 file 180").encode()
SECRET = made("hex file 32").encode()
LOG = b"a \xff\xfe byte that is no text\r\ntoken=" + TOKEN + b"&x=1\n\0from 203.0.113.57\r\n\ttoken " + TOKEN
MASKED = b"a \xff\xfe byte that is no text\r\ntoken=<token-1>&x=1\n\0from <ip-1>\r\n\ttoken <token-1>"


class RanBytes(NamedTuple):
    """What the command left behind."""

    code: int
    out: bytes
    err: str


Run = Callable[..., RanBytes]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in this process."""

    def run(*words: str, stdin: bytes = b"") -> RanBytes:
        code = exit_code(monkeypatch, tmp_path, "redact", *words, stdin=stdin)
        out, err = capfdbinary.readouterr()
        return RanBytes(code, out, err.decode())

    return run


def test_secrets_become_labels_and_every_other_byte_stays(run: Run, make_log: MakeLog) -> None:
    assert run(str(make_log(LOG))) == RanBytes(0, MASKED, "zegoerr: 3 masked: 1 token, 1 client IP\n")


def test_standard_input_is_masked(run: Run) -> None:
    assert run("-", stdin=LOG).out == MASKED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "gb18030", "latin-1"])
def test_a_log_comes_out_in_its_own_encoding(run: Run, make_log: MakeLog, encoding: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf") else ""
    words = "caf\xe9 " if encoding == "latin-1" else "错误码 令牌过期 "
    log = mark + words * 40 + f"token={TOKEN.decode()}\nend"
    ran = run(str(make_log(log, encoding=encoding)))
    assert ran.out == log.replace(TOKEN.decode(), "<token-1>").encode(encoding)


def test_a_log_without_secrets_comes_out_as_it_is(run: Run, make_log: MakeLog) -> None:
    text = "\n".join([room_state("r1", "LOGIN_FAILED", 1102016), sdk_line("zm.lg", "token expired")])
    assert run(str(make_log(text))) == RanBytes(0, text.encode(), "zegoerr: 0 masked\n")


def test_it_is_said_what_must_be_replaced(run: Run) -> None:
    ran = run("-", stdin=b"serverSecret: " + SECRET)
    assert ran.out == b"serverSecret: <server-secret-1>"
    assert ran.err == (
        "zegoerr: 1 masked: 1 ServerSecret\n"
        "zegoerr: the log gave away the ServerSecret: it must be replaced in the console, masked or not\n"
    )


def test_ids_are_masked_on_request_wherever_the_log_tells_them(run: Run) -> None:
    lines = [
        sdk_line("zm.lg", "call by user anna lesson 3.12.0 build: 2026-1-29 19:36:24"),
        room_state("lesson", "LOGIN_FAILED", 1102016, userid="anna", streamid="s-7"),
        "[App] anna left the lesson, s-7 ended",
    ]
    ran = run("-", "--also", "room,user,stream", stdin="\n".join(lines).encode())
    assert ran.code == 0
    assert b"anna" not in ran.out
    assert b"call by user <user-1> <room-1> 3.12.0" in ran.out
    assert b"[App] <user-1> left the <room-1>, <stream-1> ended" in ran.out
    assert b'"appid":1234567890' in ran.out
    assert b"1102016" in ran.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["-", "--also", "name"], 2),
        (["-", "--also", ""], 2),
        (["-", "-"], 2),
        (["{missing}"], 3),
        (["{folder}"], 3),
        (["a\0b"], 3),
    ],
)
def test_wrong_use_and_unreadable_logs_are_told_in_one_line(
    run: Run, tmp_path: Path, words: list[str], code: int
) -> None:
    ran = run(*(word.format(missing=tmp_path / "missing", folder=tmp_path) for word in words))
    assert (ran.code, ran.out) == (code, b"")
    assert ran.err.count("\n") == 1


def test_a_token_across_the_border_of_what_is_read_at_once_is_masked(run: Run, make_log: MakeLog) -> None:
    line = b"x" * 79 + b"\n"
    log = line * (256 * 1024 // 80 - 1) + b"token:\n" + TOKEN[:90] + b"\n" + TOKEN[90:] + b"\n" + line * 5000
    ran = run(str(make_log(log)))
    assert ran.out == log.replace(TOKEN[:90], b"<token-1>").replace(TOKEN[90:], b"<token-1>")


@given(st.binary(max_size=3000))
def test_bytes_of_any_kind_come_out_as_they_went_in(data: bytes) -> None:
    plain = data.translate(None, b"0123456789@:=+")
    masked = b"".join(masked_bytes(MemorySource(plain, "any"), Masking()))
    assert masked == plain


def test_a_reader_that_has_seen_enough_brings_no_complaint(make_log: MakeLog) -> None:
    path = make_log(b"token=" + TOKEN + b"\n" + b"x" * 2_000_000)
    checkout = Path(cli.__file__).resolve().parent.parent
    with subprocess.Popen(
        [sys.executable, "-m", "zegoerr_gui", "redact", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(checkout)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(15) == b"token=<token-1>"
        process.stdout.close()
        told = process.stderr.read()
    assert b"Traceback" not in told
