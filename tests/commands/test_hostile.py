"""Whatever comes to a command, no traceback leaves it, and nothing that a terminal obeys."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.promised import DONE, LOG, NO
from tests.conftest import MakeLog, sdk_line
from tests.running import Run
from zegoerr_gui import places
from zegoerr_gui.core.answer.scan_json import scan_as_json
from zegoerr_gui.core.answer.scan_text import scan_as_text
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end

HOSTILE = {
    "NUL bytes": b"\0" * 1000 + b" error 1103061 \0\0",
    "bytes that are no text": bytes(range(128, 256)) * 50 + b" error 1103061",
    "surrogates in UTF-8": b"\xed\xa0\x80 error 1103061 \xed\xbf\xbf",
    "1 MB in a line": b"x" * 1_000_000 + b" error 1103061",
    "1 MB of quotes and backslashes": b'\\"' * 500_000,
    "1 MB of open brackets": b"roomStateChanged [" * 50_000,
    "a state of 5,000 digits": b'roomStateChanged ["r","LOGIN_FAILED",' + b"1" * 5000 + b',""]',
    "an error code of 5,000 digits": sdk_line("zm.rm.scb", 'DISCONNECTED {"code":' + "1" * 5000 + "}").encode(),
    "a room of 5,000 digits": sdk_line("zc.rsu", f"r disconnected {'1' * 5000}").encode(),
    "a level that is no digit": '{"action":"zm.lg","level":"²","content":"errorCode: 1103061"}'.encode(),
    "a level of 5,000 digits": b'{"action":"zm.lg","level":' + b"3" * 5000 + b',"content":"x"}',
    "digits of other scripts": 'roomStateChanged ["r","LOGIN_FAILED",١١٠٢٠١٦,""]'.encode(),
    "a date that is none": b"2026/13/45 99:99:99.999 error 1103061",
    "only line ends": b"\n" * 10_000,
    "only carriage returns": b"\r" * 10_000,
}


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_log_is_answered(run: Run, data: bytes, form: str) -> None:
    ran = run("scan", "-", "--format", form, stdin=data)
    assert ran.code == DONE if b"1103061" in data else ran.code in (DONE, NO)
    assert "Traceback" not in ran.err
    if form == "json":
        assert ran.json["complete"] is True


WORDS = [
    *(
        "1102016",
        "1002999",
        "100001",
        "9" * 5000,
        "²",
        "٣",
        "1103061",
        "0",
        "3",
        "r1",
        "zm.al",
        "zm.lg",
        "zm.rm.scb",
        "zc.rsu",
    ),
    *("LOGIN_FAILED", "NO_PUBLISH", "RECONNECTING", "LOGINED", "errorCode", "code", "state", "extendedData", "player"),
    *(
        '"',
        '\\"',
        "\\",
        ",",
        ":",
        "{",
        "[",
        "]",
        "}",
        " ",
        "\n",
        "\r",
        "\0",
        "\udcff",
        "😀",
        "2026/01/05 10:00:00",
        "error",
        "",
    ),
]
SHAPES = [
    '{"time":"%s","level":%s,"action":"%s","content":"%s"}\n',
    '{"time":"2026/01/05 10:00:00.000","level":3,"action":"%s","content":"%s %s %s"}\n',
    'roomStateChanged ["%s","LOGIN_FAILED",%s,"%s"]%s\n',
    'publisherStateUpdate {"streamID":"%s","state":"%s","errorCode":%s,"extendedData":"%s"}\n',
    '{"action":"zc.rsu","content":"%s disconnected %s %s","level":"%s"}\n',
    "call by user %s server error=%s errorCode: %s %s\n",
    "%s%s%s%s",
]


@given(
    parts=st.lists(
        st.tuples(
            st.sampled_from(SHAPES),
            st.tuples(*[st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join)] * 4),
        ),
        max_size=8,
    )
)
def test_any_mixture_of_what_logs_are_made_of_is_answered(
    recogniser: Recogniser, parts: list[tuple[str, tuple[str, str, str, str]]]
) -> None:
    data = "".join(shape % words for shape, words in parts).encode("utf-8", "surrogateescape")
    scan = scan_to_end(MemorySource(data, "test"), recogniser, Evidence.CERTAIN)
    for least in Evidence:
        assert json.loads(json.dumps(scan_as_json(scan, least)))["lines"] == len(scan.lines)
        assert scan_as_text(scan.results, "test", least)


def obeyed(text: str) -> list[str]:
    """The characters of a text that a terminal would obey."""
    return [char for char in text if char not in "\n\t" and (not char.isprintable() or char in "\u202e\u2066")]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_gives_orders_to_the_terminal_is_only_shown(run: Run, make_log: MakeLog) -> None:
    name = "a\x1b[31m\u202egol.log"
    ran = run("scan", str(make_log(LOG, name=name)))
    assert obeyed(ran.out) == []
    assert run("scan", str(make_log(LOG, name=name)), "--format", "json").json["source"] == name
    assert obeyed(run("scan", f"missing-{name}").err) == []


def test_an_entry_that_gives_orders_to_the_terminal_is_only_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pack.yaml").write_text(
        "id: t\nfamilies: [{id: room, title: 'R\u202e', prefixes: ['1002']}]\n", "utf-8"
    )
    (tmp_path / "room.yaml").write_text(
        '- {code: 1002001, description: "A \\e[m name", who_acts: wait, severity: info, causes: ["\\x9bm\\u202e"]}\n'
        '- {code: 1002002, "a\\e[31m": x, description: "\\e[31m", who_acts: "\\e[31m", severity: info}\n'
    )
    monkeypatch.setattr(places, "catalogue_folder", lambda: tmp_path)
    for words in (["lookup", "1002001"], ["search", "name"], ["catalogue", "check"]):
        ran = run(*words)
        assert ran.out
        assert obeyed(ran.out + ran.err) == []
