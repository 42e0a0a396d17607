"""``scan``: what it prints, and JSON with exactly the promised keys."""

import pytest

from tests.commands.promised import (
    AGENT,
    CONTEXT_KEYS,
    DONE,
    FAILURE_KEYS,
    FINDING_KEYS,
    LOG,
    NO,
    OCCURRENCE_KEYS,
    SCAN_KEYS,
    SERVER_KEYS,
)
from tests.conftest import MakeLog, sdk_line
from tests.running import Run
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.log import opening


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


def test_what_is_of_the_json_alone_is_told(run: Run, make_log: MakeLog) -> None:
    ran = run("scan", str(make_log(LOG)), "--all")
    assert (ran.code, ran.err) == (DONE, "zegoerr: --all is of the JSON: add --format json\n")


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
    assert numbers == "Perhaps errors, perhaps only numbers: 1103049, line 9."
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


def test_numbers_called_errors_in_a_log_that_does_not_show_the_sdk_are_not_called_bare(
    run: Run, make_log: MakeLog
) -> None:
    told = run("scan", str(make_log("errorCode: 1103061\n" * 12))).out
    assert told.splitlines()[:2] == [
        "console.log: The log shows no error code for sure.",
        "Perhaps errors, perhaps only numbers: 1103061, line 1.",
    ]
