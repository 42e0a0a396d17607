"""The command line: exit codes, one line on stderr, JSON with exactly the promised keys, no traceback ever."""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogue.writing import write_pack
from tests.conftest import MakeLog, room_state, sdk_line
from tests.running import Ran, Run
from zegoerr_gui import __version__, cli, places
from zegoerr_gui.commands import window
from zegoerr_gui.commands.output import Done
from zegoerr_gui.core.answer.entry_text import (
    entry_as_markdown,
    entry_as_reply,
    entry_as_text,
    escalation_line,
)
from zegoerr_gui.core.answer.rendering import markdown_escaped
from zegoerr_gui.core.answer.scan_json import scan_as_json
from zegoerr_gui.core.answer.scan_text import scan_as_text
from zegoerr_gui.core.answer.verdict import verdict
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Formerly, Link, Step, Twin, Variant, When
from zegoerr_gui.core.catalogue.pack import CollectItem, Family, Pack
from zegoerr_gui.core.log import opening
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.scan import scan_to_end

DONE, NO, WRONG_USE, UNREADABLE = 0, 1, 2, 3
CHECKOUT = Path(cli.__file__).resolve().parent.parent


def names(text: str) -> list[str]:
    return text.split()


LISTS = names(
    "causes steps collect tags apis parameters sdk_messages console_texts server_codes related variants platforms "
    "notes source_notes"
)
ENTRY_KEYS = names(
    "code listing description causes steps collect escalate escalate_for who_acts severity family tags apis parameters "
    "sdk_messages console_texts server_codes twin related variants platforms notes source_notes"
)
SCAN_KEYS = names(
    "schema source bytes lines encoding complete successes set_aside findings failures server_codes context"
)
FINDING_KEYS = names(
    "code listing evidence count failures first_line last_line first_time outcome family description who_acts "
    "alternatives occurrences occurrences_cut"
)
FAILURE_KEYS = names(
    "code first_line last_line first_time last_time count outcome state room stream user extended_data"
)
OCCURRENCE_KEYS = names("line column end evidence by reason")
SERVER_KEYS = names("code means count first_line")
CONTEXT_KEYS = names("app_id room_id user_id stream_id sdk_version platform user_agent first_time last_time")

AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
LOGIN = [
    sdk_line("zm.0", f"{AGENT} 3.12.0 log: 1.5.0"),
    sdk_line("zm.lg", "call by user u7 r1 3.12.0 build: 2026-1-29 19:36:24", at="10:00:00.100", userid="u7"),
    room_state("r1", "LOGINING", 0, at="10:00:00.200", userid="u7"),
    sdk_line("zm.lg", "server error=50119", level=3, at="10:00:01.000", userid="u7"),
    sdk_line("zc.rsu", "r1 disconnected 1102016 ", at="10:00:01.001", userid="u7", roomid="r1"),
    room_state("r1", "LOGIN_FAILED", 1102016, "token", at="10:00:01.002", userid="u7"),
    "order 1103064 was shipped",
    "the error 1104021 again",
    "just 1103049 here",
    '{"errorCode":1002999,"extendedData":""}',
]
LOG = "\n".join(LOGIN) + "\n"
NOTHING = "all is well\n"


def environment(**changes: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return plain | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"} | changes


def program(*words: str, stdin: bytes = b"", **changes: str) -> Ran:
    """Runs the program as a user does."""
    command = [sys.executable, "-m", "zegoerr_gui", *words]
    ran = subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment(**changes))
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def one_line(text: str) -> str:
    """The only line of a text."""
    assert text.endswith("\n"), repr(text)
    assert text.count("\n") == 1, text
    return text[:-1]


# Exit codes, and one line on stderr

ENDS = [
    (["lookup", "1103061"], DONE),
    (["lookup", "0", "1103061"], DONE),
    (["lookup", "1002999"], NO),
    (["lookup", "1103061", "9999999"], NO),
    (["lookup", "1002999", "--format", "json"], NO),
    (["search", "camera"], DONE),
    (["search", "token", "expired"], DONE),
    (["search", "no-such-word-anywhere"], NO),
    (["search", "no-such-word-anywhere", "--format", "json"], NO),
    (["scan", "{log}"], DONE),
    (["scan", "{log}", "--format", "json", "--min-evidence", "certain", "--all"], DONE),
    (["scan", "{nothing}"], NO),
    (["scan", "{nothing}", "--format", "json"], NO),
    (["scan", "{missing}"], UNREADABLE),
    (["scan", "{missing}", "--format", "json"], UNREADABLE),
    (["scan", "{folder}"], UNREADABLE),
    (["scan", ""], UNREADABLE),
    (["scan", "a\0b"], UNREADABLE),
    (["scan", "two\nlines.log"], UNREADABLE),
    (["scan", "\ud800"], UNREADABLE),
    (["catalogue", "check"], DONE),
    (["catalogue", "check", "{missing}"], UNREADABLE),
    (["catalogue", "check", "a\0b"], UNREADABLE),
    (["catalogue", "check", "{folder}"], NO),
    (["lookup"], WRONG_USE),
    (["lookup", "word"], WRONG_USE),
    (["lookup", "-5"], NO),
    (["lookup", "12345678901"], WRONG_USE),
    (["lookup", "１１０３０６１"], WRONG_USE),
    (["lookup", "1103061", "--format", "xml"], WRONG_USE),
    (["lookup", "1103061", "--colour"], WRONG_USE),
    (["lookup", "1103061", "--two\nlines"], WRONG_USE),
    (["search"], WRONG_USE),
    (["scan"], WRONG_USE),
    (["scan", "{log}", "{log}"], WRONG_USE),
    (["scan", "{log}", "--min-evidence", "sure"], WRONG_USE),
    (["catalogue"], WRONG_USE),
    (["catalogue", "mend"], WRONG_USE),
    (["--size", "big"], WRONG_USE),
    (["--scale", "9"], WRONG_USE),
    (["--size", "900x600"], WRONG_USE),
    (["--scale", "2"], WRONG_USE),
    (["--screenshot", "a.png", "--size", "8000x8000", "--scale", "3"], WRONG_USE),
    (["--line", "7"], WRONG_USE),
    (["--encoding", "gb18030"], WRONG_USE),
    (["search", "in:log"], WRONG_USE),
    (["scan", "{log}", "--member", "a.log"], UNREADABLE),
    (["--code", "word"], WRONG_USE),
    (["--line", "0"], WRONG_USE),
    (["--theme", "pink"], WRONG_USE),
    (["--colour"], WRONG_USE),
]


@pytest.mark.parametrize(("words", "code"), ENDS, ids=[repr(" ".join(words)) for words, _ in ENDS])
def test_a_command_ends_with_its_code_and_says_why_in_one_line(
    run: Run, make_log: MakeLog, tmp_path: Path, words: list[str], code: int
) -> None:
    places_of = {
        "log": make_log(LOG),
        "nothing": make_log(NOTHING, "nothing.log"),
        "missing": tmp_path / "missing",
        "folder": tmp_path,
    }
    ran = run(*(word.format(**places_of) for word in words))
    assert ran.code == code
    if code == DONE:
        assert ran.err == ""
        assert ran.out
    else:
        assert re.match(r"zegoerr(-gui)?[ a-z]*: \S", one_line(ran.err))
    if code == WRONG_USE and words[0] != "search":
        assert "--help" in ran.err


def test_each_code_that_is_missing_is_told_in_a_line_of_its_own(run: Run) -> None:
    ran = run("lookup", "1002998", "1103061", "9999999")
    assert ran.err.splitlines() == [
        "zegoerr: 1002998 is not in the catalogue; the nearest codes are 1002099, 1002098, 1002086",
        "zegoerr: 9999999 is not in the catalogue",
    ]
    assert ran.out.startswith("1103061 ")


@pytest.mark.parametrize("words", [["--help"], ["lookup", "--help"], ["scan", "-h"], ["catalogue", "check", "--help"]])
def test_help_is_answered(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (DONE, "")
    assert "usage" in ran.out


@pytest.mark.parametrize("size", ["10x10", "879x560", "880x559", "8001x600", "900x999999999"])
def test_a_size_that_the_window_cannot_have_is_told_with_those_it_can(run: Run, size: str) -> None:
    said = f"{size} is not possible: the window is from 880x560 to 8000x8000."
    assert said in one_line(run("--screenshot", "a.png", "--size", size).err)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (DONE, f"ZegoErr {__version__}\n", "")


def test_every_command_is_named_in_the_help(run: Run) -> None:
    assert all(f"zegoerr {name}" in run("--help").out for name in cli.COMMANDS)


def test_a_word_that_names_a_command_is_one_and_anything_else_a_log(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[argparse.Namespace] = []

    def open_window(_: argparse.ArgumentParser, arguments: argparse.Namespace) -> Done:
        opened.append(arguments)
        return Done(DONE)

    monkeypatch.setattr(window, "_open", open_window)
    assert run("./scan", "a.log").code == run("--code", "1103061", "scan").code == run().code == DONE
    assert [arguments.logs for arguments in opened] == [[Path("scan"), Path("a.log")], [Path("scan")], []]
    assert run("--size", "960x640", "--scale", "2", "--line", "7", "--query", "q", "--theme", "dark").code == DONE
    last = opened[-1]
    assert (last.size, last.scale, last.line, last.query, last.theme) == ((960, 640), 2.0, 7, "q", "dark")
    assert opened[1].code == 1103061
    assert run("--screenshot", "a.png").code == DONE
    assert opened[-1].screenshot == Path("a.png")


# lookup and search


def test_an_entry_has_exactly_the_promised_keys(run: Run, catalogue: Catalogue) -> None:
    ran = run("lookup", "--format", "json", *map(str, catalogue.codes))
    assert [entry["code"] for entry in ran.json] == list(catalogue.codes)
    assert {tuple(entry) for entry in ran.json} == {tuple(ENTRY_KEYS)}
    kinds: dict[str, type] = dict.fromkeys(LISTS, list)
    assert all(type(entry[key]) is kind for entry in ran.json for key, kind in kinds.items())
    assert {type(step) for entry in ran.json for step in entry["steps"]} == {str}
    assert {entry["listing"] for entry in ran.json} == {"documented", "undocumented"}


def test_an_entry_tells_what_the_catalogue_says(run: Run, catalogue: Catalogue) -> None:
    (found,) = run("lookup", "1103061", "--format", "json").json
    entry = catalogue.get(1103061)
    assert entry is not None
    assert (found["description"], found["severity"], found["family"]) == (entry.description, "failure", "publishing")
    assert found["steps"] == [step.do for step in entry.steps]
    assert found["collect"] == list(entry.collect)
    assert (found["escalate"], found["escalate_for"], found["twin"]) == ("investigate", None, None)
    twin, account, old = run("lookup", "1103021", "1002036", "1103040", "--format", "json").json
    assert twin["twin"]["code"] == 1104021
    assert set(twin["twin"]) == {"code", "differs"}
    assert (account["escalate"], account["escalate_for"][:9], account["collect"]) == (
        "account",
        "Switch on",
        ["app-id"],
    )
    assert account["server_codes"] == [1016, 201016]
    assert old["variants"][0]["when"] == {"sdk": "<3.0.0", "platform": None}
    assert run("lookup", "1002015", "--format", "json").json[0]["console_texts"] == [
        {"text": "key is too long", "action": "zm.srlm", "prefix": False}
    ]


@pytest.mark.parametrize(("code", "family"), [(1002999, "room"), (9999999, "unknown"), (1006, "unknown")])
def test_an_unlisted_code_has_the_same_keys_with_null_and_empty_lists(run: Run, code: int, family: str) -> None:
    (entry,) = run("lookup", str(code), "--format", "json").json
    said = {"code": code, "listing": "unlisted", "family": family}
    assert entry == {key: said.get(key, [] if key in LISTS else None) for key in ENTRY_KEYS}


def test_search_prints_codes_best_first(run: Run) -> None:
    assert run("search", "1104021", "1002011", "--format", "json").json == [1104021, 1002011]
    assert run("search", "no-such-word-anywhere", "--format", "json").json == []
    text = run("search", "error 1103061 again").out
    assert text == "1103061\tGetting media from the device failed\n"
    assert [line.partition("\t")[0] for line in run("search", "token").out.splitlines()] == [
        str(code) for code in run("search", "token", "--format", "json").json
    ]


def test_search_says_what_it_did_not_understand_or_find(run: Run) -> None:
    fault = run("search", "family:rom", "--format", "json")
    assert (fault.code, fault.out) == (WRONG_USE, "")
    assert fault.err.startswith("zegoerr: There is no family “rom”, the nearest is room. Families: ")
    similar = run("search", "hartbeat", "--format", "json")
    assert (similar.code, similar.json) == (DONE, [1100005, 1101005, 1102001])
    assert similar.err == "zegoerr: nothing matches 'hartbeat'; these are similar to 'heartbeat'\n"
    nothing = run("search", "camera", "family:mixing")
    assert (nothing.code, nothing.out) == (NO, "")
    assert "without camera 28 codes; without family:mixing 16 codes" in nothing.err
    assert run("search", "--", "-zzz", "severity:ok").out == "0\tSuccess\n"
    assert "  family:room,playing  " in run("search", "--help").out


@pytest.mark.parametrize("query", ["in:log", "pinned", "camera -noted", "is:documented,pinned"])
def test_search_says_what_only_the_window_knows(run: Run, query: str) -> None:
    ran = run("search", query)
    assert (ran.code, ran.out) == (WRONG_USE, "")
    assert one_line(ran.err).startswith("zegoerr: what is pinned, noted or in the open log only the window knows;")


# scan


def test_a_scan_has_exactly_the_promised_keys(run: Run, make_log: MakeLog) -> None:
    scan = run("scan", str(make_log(LOG)), "--format", "json").json
    assert list(scan) == SCAN_KEYS
    assert list(scan["context"]) == CONTEXT_KEYS
    for key, keys in (("findings", FINDING_KEYS), ("failures", FAILURE_KEYS), ("server_codes", SERVER_KEYS)):
        assert {tuple(item) for item in scan[key]} == {tuple(keys)}
    assert {tuple(one) for finding in scan["findings"] for one in finding["occurrences"]} == {tuple(OCCURRENCE_KEYS)}


def test_a_scan_that_finds_nothing_has_the_same_keys(run: Run) -> None:
    scan = run("scan", "-", "--format", "json").json
    assert list(scan) == SCAN_KEYS
    assert list(scan["context"]) == CONTEXT_KEYS
    assert (scan["source"], scan["bytes"], scan["lines"], scan["findings"]) == ("standard input", 0, 0, [])
    assert (scan["context"]["app_id"], scan["context"]["first_time"]) == ([], None)


def test_a_scan_counts_bytes_lines_and_numbers_set_aside(run: Run, make_log: MakeLog) -> None:
    scan = run("scan", str(make_log(LOG)), "--format", "json").json
    head = {key: scan[key] for key in ("schema", "source", "bytes", "lines", "encoding", "complete", "set_aside")}
    assert head == {
        "schema": 1,
        "source": "console.log",
        "bytes": len(LOG.encode()),
        "lines": 10,
        "encoding": "utf-8",
        "complete": True,
        "set_aside": 1,
    }


def test_findings_come_by_first_line_and_are_added_up(run: Run, make_log: MakeLog) -> None:
    findings = run("scan", str(make_log(LOG)), "--format", "json").json["findings"]
    assert [(item["code"], item["listing"], item["first_line"], item["last_line"]) for item in findings] == [
        (1102016, "documented", 5, 6),
        (1104021, "documented", 8, 8),
        (1103049, "documented", 9, 9),
        (1002999, "unlisted", 10, 10),
    ]
    token, _, _, unlisted = findings
    assert (token["evidence"], token["count"], token["failures"], token["outcome"]) == ("certain", 2, 1, "failed")
    assert (token["first_time"], token["family"], token["alternatives"]) == ("2026-01-05T10:00:01.001", "room", [])
    assert (unlisted["description"], unlisted["who_acts"], unlisted["first_time"]) == (None, None, None)


def test_a_failure_tells_state_ids_and_what_the_log_adds(run: Run, make_log: MakeLog) -> None:
    assert run("scan", str(make_log(LOG)), "--format", "json").json["failures"][0] == {
        "code": 1102016,
        "first_line": 5,
        "last_line": 6,
        "first_time": "2026-01-05T10:00:01.001",
        "last_time": "2026-01-05T10:00:01.002",
        "count": 2,
        "outcome": "failed",
        "state": "LOGIN_FAILED",
        "room": "r1",
        "stream": None,
        "user": "u7",
        "extended_data": "token",
    }


def test_server_codes_and_context_are_told(run: Run, make_log: MakeLog) -> None:
    scan = run("scan", str(make_log(LOG)), "--format", "json").json
    assert scan["server_codes"] == [{"code": 50119, "means": [1102016], "count": 1, "first_line": 4}]
    assert scan["context"] == {
        "app_id": ["1234567890"],
        "room_id": ["r1"],
        "user_id": ["u7"],
        "stream_id": [],
        "sdk_version": ["3.12.0"],
        "platform": ["web"],
        "user_agent": [AGENT],
        "first_time": "2026-01-05T10:00:00.000",
        "last_time": "2026-01-05T10:00:01.002",
    }


COLUMNS = [
    (b"error 1103061", 7),
    ("😀 error 1103061".encode(), 9),
    ("错误码1103061".encode(), 4),
    (b"\xff\xfe error 1103061 \xe9", 10),
    ("错误码".encode() + "错".encode()[:2] + b" 1103061", 7),
    (b'{"content":"{\\"errorCode\\":1103061}"}', 28),
    (b"\0\0 error 1103061\r", 10),
]


@pytest.mark.parametrize("largest", [5_000_000, 1], ids=["in memory", "in a spool"])
@pytest.mark.parametrize(("line", "column"), COLUMNS, ids=[ascii(line) for line, _ in COLUMNS])
def test_columns_count_characters_of_the_raw_line_from_1(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: bytes, column: int, largest: int
) -> None:
    monkeypatch.setattr(opening, "LARGEST_IN_MEMORY", largest)
    around = ("zego\n" + "普通日志记录\n" * 19).encode()
    (finding,) = run("scan", "-", "--format", "json", stdin=around + line + b"\n").json["findings"]
    places_of = [(one["line"], one["column"], one["end"]) for one in finding["occurrences"]]
    assert places_of == [(21, column, column + 7)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "gb18030", "utf-8-sig"])
def test_a_log_in_another_encoding_is_scanned_as_the_same_text(run: Run, make_log: MakeLog, encoding: str) -> None:
    text = "登录失败,错误码 1102016\r\n房间 r1\r\n" * 20
    scan = run("scan", str(make_log(text, encoding=encoding)), "--format", "json").json
    assert (scan["bytes"], scan["lines"]) == (len(text.encode()), 40)
    assert scan["encoding"] == encoding.replace("-sig", "") + ("-le" if encoding in ("utf-16", "utf-32") else "")
    assert [(one["line"], one["column"]) for one in scan["findings"][0]["occurrences"][:2]] == [(1, 10), (3, 10)]


LEVELS = [
    ("certain", [1102016, 1002999]),
    ("likely", [1102016, 1104021, 1002999]),
    ("possible", [1102016, 1104021, 1103049, 1002999]),
    ("unlikely", [1102016, 1103064, 1104021, 1103049, 1002999]),
]


@pytest.mark.parametrize(("level", "codes"), LEVELS, ids=[level for level, _ in LEVELS])
def test_min_evidence_keeps_what_is_at_least_as_sure(run: Run, make_log: MakeLog, level: str, codes: list[int]) -> None:
    log = str(make_log(LOG.replace('{"errorCode":1002999', 'roomStateChanged ["r2","LOGIN_FAILED",1002999,""] {"x":1')))
    scan = run("scan", log, "--format", "json", "--min-evidence", level).json
    assert [finding["code"] for finding in scan["findings"]] == codes
    assert {failure["code"] for failure in scan["failures"]} >= {1102016}
    assert {failure["code"] for failure in scan["failures"]} <= set(codes)


def test_min_evidence_drops_occurrences_before_anything_is_counted(run: Run, make_log: MakeLog) -> None:
    log = str(make_log(LOG + "\n" * 20 + "the error 1102016 again\n"))
    counts = {}
    for level in ("certain", "likely"):
        (finding, *_) = run("scan", log, "--format", "json", "--min-evidence", level).json["findings"]
        counts[level] = (finding["count"], finding["failures"], finding["last_line"], len(finding["occurrences"]))
    assert counts == {"certain": (2, 1, 6, 2), "likely": (3, 2, 31, 3)}


def test_min_evidence_holds_for_the_text_too(run: Run) -> None:
    ran = run("scan", "-", "--min-evidence", "certain", stdin=b"the error 1104021 again\n")
    assert ran.code == NO
    assert "1104021" not in ran.out


def test_a_thousand_occurrences_are_listed_unless_all_are_asked_for(run: Run, make_log: MakeLog) -> None:
    log = str(make_log("the zego error 1103061 again\n" * 1200))
    for words, listed in (([], 1000), (["--all"], 1200)):
        (finding,) = run("scan", log, "--format", "json", *words).json["findings"]
        assert (finding["count"], len(finding["occurrences"])) == (1200, listed)
        assert finding["occurrences_cut"] is (listed < 1200)


def test_a_text_of_two_codes_is_one_occurrence_with_the_other_as_alternative(run: Run) -> None:
    line = sdk_line("zm.x", "session request fail", level=3)
    scan = run("scan", "-", "--format", "json", stdin=line.encode()).json
    (finding,) = scan["findings"]
    assert {finding["code"], *finding["alternatives"]} == {1103021, 1104021}
    assert [one["by"] for one in finding["occurrences"]] == ["text"]


def test_a_stream_that_failed_for_good_is_told_with_its_state(run: Run) -> None:
    content = 'publisherStateUpdate {"streamID":"s1","state":"NO_PUBLISH","errorCode":1103021,"extendedData":"x"}'
    scan = run("scan", "-", "--format", "json", stdin=sdk_line("zm.al", content).encode()).json
    (failure,) = scan["failures"]
    assert (failure["outcome"], failure["state"], failure["stream"]) == ("failed", "NO_PUBLISH", "s1")


def test_the_text_of_a_scan_gives_verdict_findings_server_codes_and_what_was_set_aside(
    run: Run, make_log: MakeLog, catalogue: Catalogue
) -> None:
    parts = run("scan", str(make_log(LOG))).out.split("\n\n")
    entry = catalogue.get(1102016)
    assert entry is not None
    first, numbers, counts = parts[0].splitlines()
    assert first.startswith("console.log: Last failure that did not recover: 1002999 Unknown code (line 10). ")
    assert f"Before it, in this order: 1102016 {entry.description} (line 5); 1104021 " in first
    assert numbers == "Only numbers, without a sign of an error: 1103049, line 9."
    assert counts.startswith("3 codes in 10 lines")
    assert parts[1].splitlines()[:3] == [
        f"1102016  {entry.description}",
        "  1 failure · line 5 to 6 · 10:00:01.001 · failed · certain",
        "  The log adds: token",
    ]
    assert parts[1].splitlines()[3:6] == [
        "  Server code 50119, line 4: ends in 1102016.",
        "  Next move: Developer",
        f"  1. {entry.steps[0].do}",
    ]
    assert [part.partition(" ")[0] for part in parts[1:5]] == ["1102016", "1104021", "1103049", "1002999"]
    assert "The nearest codes are 1002099" in parts[4]
    assert parts[5].startswith("1 number set aside")


# What is said

FAMILIES = (Family("publishing", "Publishing", ("1103",)), Family("playing", "Playing", ("1104",)))
COLLECT = (
    ("app-id", CollectItem("AppID", "The AppID")),
    ("time", CollectItem("Time", "The time, with your time zone")),
)
FULL = Entry(
    1103021,
    "The connection failed",
    "try-then-support",
    "degraded",
    listing="undocumented",
    family="publishing",
    causes=("One.", "Two."),
    steps=(Step("Wait."), Step("Go.", for_cause=2)),
    collect=("app-id", "time"),
    escalate="investigate",
    apis=("startPublishingStream",),
    parameters=("config.x",),
    arrives=("thrown", "publisherStateUpdate"),
    sdk_messages=("no session", "no luck"),
    console_texts=(ConsoleText("no luck"),),
    browser_errors=("NotAllowedError",),
    server_codes=(5, 6),
    twin=Twin(1104021, "When playing it is not so."),
    related=(1104021, 7),
    confused_with=(1104021,),
    variants=(
        Variant(When(sdk="<3.0.0"), description="Another failure", causes=("Three.",), steps=(Step("Update."),)),
        Variant(When(platform="native"), description="A third failure"),
    ),
    formerly=(Formerly(1100001, "3.9.0"),),
    platforms=("web", "mini-program"),
    notes=("A note.",),
    source_notes=("The source is cut.",),
    links=(Link("Page", "https://example.com/?a=1"),),
)
OTHER = Entry(1104021, "Its twin", "developer", "failure", family="playing", formerly=(Formerly(1103021, "3.9.0"),))
SAID = """\
1103021 The connection failed

Try first, then ZEGOCLOUD · Works, but poorly · Publishing · SDK only

Cause
  One.
  Two.

What to do
  1. Wait.
  2. Go. (for cause 2)

Escalation
  Escalate to ZEGOCLOUD technical support with: AppID, Time

Before SDK 3.0.0
  Another failure
  Three.
  Update.

On the native SDKs
  A third failure

Holds for
  Web
  Mini Program

Same error when playing
  1104021 Its twin
  When playing it is not so.

Easily confused with
  1104021 Its twin

Related
  1104021 Its twin
  7

APIs
  startPublishingStream
  config.x

Where it arrives
  the value a call throws, publisherStateUpdate

The SDK says
  no session
  no luck
  NotAllowedError

Server codes
  5, 6

Version history
  Before SDK 3.9.0: 1100001
  Before SDK 3.9.0 this code was also sent for: 1104021 Its twin

Notes
  A note.

About the source
  The source is cut.

Links
  Page: https://example.com/?a=1
"""
REPLY = """\
The connection failed (code 1103021). A note.

Possible causes:
- One.
- Two.

What to do:
1. Wait.
2. Go. (for cause 2)

Page: https://example.com/?a=1

We are passing this on to ZEGOCLOUD technical support. Please send us:
- The AppID
- The time, with your time zone
"""


@pytest.fixture
def small() -> Catalogue:
    """A catalogue of one entry with everything in it, and its twin."""
    return Catalogue(Pack(collect=COLLECT, families=FAMILIES), [FULL, OTHER])


def test_the_entry_that_has_everything_has_every_field_that_is_said() -> None:
    said = {one.name for one in fields(Entry) if one.compare} - {"also_in", "team"}
    searched_only = {"tags", "keywords"}
    assert {name for name in said if not getattr(FULL, name)} == searched_only | {"escalate_for"}  # of an account only


def test_an_entry_is_said_whole_and_in_order(small: Catalogue) -> None:
    assert entry_as_text(FULL, small) == SAID
    twin = replace(OTHER, twin=Twin(1103021))
    assert "\nSame error when publishing\n  1103021 The connection failed\n\n" in entry_as_text(twin, small)


def test_an_entry_in_markdown_has_the_same_sections(small: Catalogue) -> None:
    parts = entry_as_markdown(FULL, small).split("\n\n")
    assert parts[:6] == [
        "## 1103021 The connection failed",
        "Try first, then ZEGOCLOUD · Works, but poorly · Publishing · SDK only",
        "**Cause**",
        "- One.\n- Two.",
        "**What to do**",
        "1. Wait.\n2. Go. (for cause 2)",
    ]
    titles = [title for title in SAID.split("\n") if title and not title.startswith(" ")][2:]
    assert [part.strip("*") for part in parts if part.startswith("**")] == titles


def test_a_reply_never_tells_what_the_source_lost(small: Catalogue) -> None:
    assert entry_as_reply(FULL, small) == REPLY


@pytest.mark.parametrize(
    ("changes", "line", "last"),
    [
        (
            {"escalate": "none"},
            "",
            "If the error comes back, please send us:\n- The AppID\n- The time, with your time zone\n",
        ),
        ({"escalate": "none", "collect": ()}, "", "Page: https://example.com/?a=1\n"),
        (
            {"escalate": "account", "escalate_for": "Raise the limit", "collect": ("app-id",)},
            "Raise the limit: ask ZEGOCLOUD technical support, with: AppID",
            "We are passing this on to ZEGOCLOUD technical support. Please send us:\n- The AppID\n",
        ),
        (
            {"collect": ()},
            "Escalate to ZEGOCLOUD technical support",
            "We are passing this on to ZEGOCLOUD technical support.\n",
        ),
    ],
    ids=["to ask for", "nothing to ask for", "account change", "nothing to collect"],
)
def test_who_gets_the_case_and_what_is_asked_for(
    small: Catalogue, changes: dict[str, Any], line: str, last: str
) -> None:
    entry = replace(FULL, **changes)
    assert escalation_line(entry, small) == line
    assert entry_as_reply(entry, small).endswith("\n\n" + last)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain, (text) 5.0: a-b!", "plain, (text) 5.0: a-b!"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<img src=//h/x>", "\\<img src=//h/x\\>"),
        ("[x](y)", "\\[x\\](y)"),
        ("# head", "\\# head"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("~~gone~~ a|b", "\\~\\~gone\\~\\~ a\\|b"),
        ("C:\\dir", "C:\\\\dir"),
        ("&copy; &#60;b", "\\&copy; \\&\\#60;b"),
    ],
)
def test_text_shows_the_same_in_markdown(text: str, escaped: str) -> None:
    assert markdown_escaped(text) == escaped


def retry(code: int, at: str) -> str:
    return room_state("r1", "RECONNECTING", code, at=at)


FAILED = room_state("r1", "LOGIN_FAILED", 1102016, at="10:00:50.000")
RECOVERED = [retry(1002031, "10:00:00.000"), room_state("r1", "RECONNECTED", 0, at="10:00:03.000")]
VERDICTS = [
    ([FAILED], "failed", "Failure 1102016 {} (line 1)"),
    (
        [FAILED, room_state("r1", "LOGIN_FAILED", 1102018, at="10:01:00.000")],
        "failed",
        "Last failure 1102018 {} (line 2)",
    ),
    (
        [FAILED, room_state("r1", "LOGINED", 0, at="10:01:00.000")],
        "recovered",
        "Worked in a later attempt 1102016 {} (line 1)",
    ),
    ([retry(1002031, "10:00:00.000")], "retrying", "Still being retried 1002031 {} (line 1)"),
    (RECOVERED, "recovered", "Recovered 1002031 {} (line 1)"),
    ([*RECOVERED, "the error 1104021 again"], "unknown", "Last error 1104021 {} (line 3)"),
    (
        ["the error 1104021 again", retry(1002031, "10:00:40.000")],
        "retrying",
        "Still being retried 1002031 {} (line 2)",
    ),
    (["the error 1104021 again", *RECOVERED, FAILED, FAILED], "failed", "Last failure 1102016 {} (line 4)"),
    (["", "1103061"], "possible", "Only a number 1103061 {} (line 2)"),
    (["the error 1102999"], "unknown", "Error 1102999 Unknown code (line 1)"),
    ([room_state("r1", "LOGINED", 0)], "none", "No error code: what the log shows has worked"),
    (["all is well"], "none", "No error code in this log"),
    ([""], "none", "No error code in this log"),
    ([*[""] * 1233, FAILED], "failed", "Failure 1102016 {} (line 1,234)"),
]


@pytest.mark.parametrize(("lines", "kind", "sentence"), VERDICTS, ids=[sentence for *_, sentence in VERDICTS])
def test_the_verdict_names_the_last_failure_that_did_not_recover(
    recogniser: Recogniser, lines: list[str], kind: str, sentence: str
) -> None:
    said = verdict(scan_to_end(MemorySource("\n".join(lines).encode(), "test"), recogniser).results)
    entry = recogniser.catalogue.get(said.code) if said.code is not None else None
    assert (said.kind, said.sentence) == (kind, sentence.format(entry.description if entry else ""))


def test_what_came_before_is_told_in_its_order(recogniser: Recogniser) -> None:
    """Other codes only, the nearest three: the order, never a cause."""
    failed = [
        room_state("r1", "LOGIN_FAILED", code, at=f"10:0{place}:00.000")
        for place, code in enumerate([1002011, 1102018, 1102016, 1002031, 1102016, 1002053, 1102018])
    ]
    said = [
        verdict(scan_to_end(MemorySource("\n".join(lines).encode(), "test"), recogniser).results).before
        for lines in (failed[:1], failed[1:4], failed)
    ]
    assert said == [
        "",
        "Before it, in this order: 1102018 (line 1), 1102016 (line 2)",
        "Before it, in this order: … 1002031 (line 4), 1102016 (line 5), 1002053 (line 6)",
    ]


def test_the_counts_stand_under_the_verdict(recogniser: Recogniser) -> None:
    lines = [*RECOVERED, FAILED, "the error 1102999", "just 1103049 here"]
    results = scan_to_end(MemorySource("\n".join(lines).encode(), "test"), recogniser).results
    counts = (
        "3 codes in 5 lines · 3 failures · 1 for good · 1 recovered · 1 unknown code · +1 only a number · 1 success"
    )
    assert verdict(results).counts.replace("  ", " ") == counts
    assert (counted(1, "line"), counted(0, "line"), counted(2000, "line")) == ("1 line", "0 lines", "2,000 lines")
    assert counted(2, "success", "successes") == "2 successes"


def test_a_log_that_is_still_read_has_no_verdict_yet(catalogue: Catalogue) -> None:
    assert verdict(Results(catalogue)).sentence == "No error code so far"


# catalogue check


def test_the_shipped_catalogue_is_counted(run: Run) -> None:
    assert run("catalogue", "check").out == "297 codes: 232 documented, 65 SDK only; 0 faults, 0 warnings\n"


def broken(folder: Path) -> Path:
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "id: t\ntitle: T\ncolour: red\nfamilies: [{id: room, title: R, prefixes: ['1002']}]\n"
    )
    (folder / "room.yaml").write_text(
        "- {code: 1002001, description: A name here, who_acts: wait, severity: info, twin: 1002002}\n"
        "- {code: 1002003, description: A name here, who_acts: me, severity: info}\n"
        "- {code: 1002001, description: A name here, who_acts: wait, severity: info}\n"
    )
    (folder / "cut.yaml").write_text("- [\n")
    return folder


def test_every_fault_of_a_broken_catalogue_is_told_with_file_and_line(run: Run, tmp_path: Path) -> None:
    folder = broken(tmp_path / "catalogue")
    ran = run("catalogue", "check", str(folder))
    *faults, summary = ran.out.splitlines()
    told = [re.fullmatch(r"(.+):(\d+): .+\. .+", fault) for fault in faults]
    assert [(match[1], int(match[2])) for match in told if match] == [
        (str(folder / "cut.yaml"), 2),
        (str(folder / "pack.yaml"), 3),
        (str(folder / "room.yaml"), 1),
        (str(folder / "room.yaml"), 2),
        (str(folder / "room.yaml"), 3),
    ]
    assert all(told)
    assert summary == "1 codes: 1 documented, 0 SDK only; 5 faults, 0 warnings"
    assert ran.code == NO


def test_warnings_are_counted_apart_and_are_faults_for_the_strict(run: Run, tmp_path: Path) -> None:
    folder = broken(tmp_path / "catalogue")
    for name in ("cut.yaml", "room.yaml"):
        (folder / name).unlink()
    (folder / "pack.yaml").write_text("id: t\ntitle: T\nfamilies: [{id: room, title: R, prefixes: ['1002']}]\n")
    file = folder / "room.yaml"
    file.write_text("- {code: 1002001, description: Please look., who_acts: wait, severity: info}\n")
    for words, code in (((), DONE), (("--strict",), NO)):
        ran = run("catalogue", "check", str(file), *words)
        stop, please, summary = ran.out.splitlines()
        assert stop.startswith(f"{file}:1: warning: A description ends in '.', in 1002001: 'Please look.'. ")
        assert please.startswith(f"{file}:1: warning: The word 'Please'")
        assert summary == "1 codes: 1 documented, 0 SDK only; 0 faults, 2 warnings"
        assert (ran.code, ran.err) == (code, f"zegoerr: {folder} has 0 faults, 2 warnings\n" * (code == NO))


def test_several_folders_are_told_of_one_after_another(run: Run, tmp_path: Path) -> None:
    team = tmp_path / "team"
    team.mkdir()
    (team / "notes.yaml").write_text("changes: [{code: 1103061, notes: [Ours.]}]\n")
    assert run("catalogue", "check", str(places.catalogue_folder()), str(team)).out.splitlines() == [
        f"{places.catalogue_folder()}: 297 codes: 232 documented, 65 SDK only; 0 faults, 0 warnings",
        f"{team}: 1 codes; 0 faults, 0 warnings",
    ]


# More catalogues, and the team's folder


def test_commands_answer_with_what_the_team_wrote(run: Run, tmp_path: Path, make_log: MakeLog) -> None:
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "a.yaml").write_text(
        "changes: [{code: 1103061, instead: {description: Our wording}, internal_notes: [Quokka.]}]\n"
    )
    with_team = ("--overlay", str(tmp_path / "team"))
    assert run("search", "quokka", *with_team).out == "1103061\tOur wording\n"
    text = run("lookup", "1103061", *with_team).out
    assert text.startswith("1103061 Our wording\n")
    assert "Quokka." in text
    log = make_log("error code: 1103061\n")
    assert "Our wording" in run("scan", str(log), *with_team).out
    reply = run("reply", str(log), *with_team).out
    assert "ur wording" in reply
    assert "Quokka" not in reply


def test_the_environment_names_the_teams_folder_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("changes: [{code: 1103061, instead: {description: Our wording}}]\n")
    monkeypatch.setenv("ZEGOERR_OVERLAY", str(tmp_path))
    assert run("lookup", "1103061").out.startswith("1103061 Our wording\n")
    monkeypatch.setenv("ZEGOERR_OVERLAY", str(tmp_path / "gone"))
    ran = run("lookup", "1103061")
    assert ran.out.startswith("1103061 Getting media from the device failed\n")
    assert ran.err.startswith(f"zegoerr: {tmp_path / 'gone'}:1: The folder cannot be read: ")


def test_a_number_of_two_catalogues_is_looked_up_in_both(run: Run, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "native", "native", "native", {1002014: "The native meaning", -1: "Short"}, '"1002"')
    ran = run("lookup", "1002014", "--pack", str(pack), "--format", "json")
    assert [(entry["pack"], entry["description"]) for entry in ran.json] == [
        ("zego-web", "Not logged in to the room, or disconnected"),
        ("native", "The native meaning"),
    ]
    assert "In the catalogue NATIVE codes" in run("lookup", "1002014", "--pack", str(pack)).out


@pytest.mark.parametrize("option", ["--pack", "--overlay"])
def test_a_folder_that_is_none_is_wrong_use(run: Run, tmp_path: Path, option: str) -> None:
    ran = run("lookup", "1103061", option, str(tmp_path / "gone"))
    assert ran.code == WRONG_USE
    assert "is not a folder" in ran.err


def test_a_broken_catalogue_is_told_of_and_still_answers(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = broken(tmp_path / "catalogue")
    monkeypatch.setattr(places, "catalogue_folder", lambda: folder)
    ran = run("lookup", "1002001", "--format", "json")
    assert [entry["description"] for entry in ran.json] == ["A name here"]
    assert ran.err.count("\n") == 5
    assert all(line.startswith(f"zegoerr: {folder}") for line in ran.err.splitlines())


# Whatever comes, no traceback

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


# As a program of its own


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
