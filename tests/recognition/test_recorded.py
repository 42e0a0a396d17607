"""Console output recorded from the SDK 3.12.0, offline in headless Chromium, with what a careful reader finds in it.

The inputs were chosen for the recording: empty, overlong and misspelt ids, denied devices, calls without a login. The
prefixes ``[info]`` and ``[harness-result]``, and two lines cut short, are the recorder's. In the tables the lines of an
occurrence count from 1; C, L and U stand for the levels certain, likely and unlikely.
"""

import re
from pathlib import Path

import pytest

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.times import iso

from .shapes import scanned_bytes

DATA = Path(__file__).parent / "recorded"

# By log and code: the lines with their levels, then the failures: first line, last line, outcome, state.
EXPECTED: dict[str, dict[int, tuple[str, list[tuple[int, int, str, str]]]]] = {
    "login-errors": {  # the same login again and again, each time with another bad parameter
        1002011: ("L6 C7 C8 C9 C69 C70", [(6, 9, "failed", "LOGIN_FAILED"), (69, 70, "failed", "LOGIN_FAILED")]),
        1100001: (
            "L14 C15 C16 C17 L62 C63 C64 C65",
            [(14, 17, "failed", "LOGIN_FAILED"), (62, 65, "failed", "LOGIN_FAILED")],
        ),
        1002013: ("L22 C23 C24 C25", [(22, 25, "failed", "LOGIN_FAILED")]),
        1002012: ("L30 C31 C32 C33", [(30, 33, "failed", "LOGIN_FAILED")]),
        1002005: ("L38 C39 C40 C41", [(38, 41, "failed", "LOGIN_FAILED")]),
        1002006: ("L46 C47 C48 C49", [(46, 49, "failed", "LOGIN_FAILED")]),
        1002007: ("L54 C55 C56 C57", [(54, 57, "failed", "LOGIN_FAILED")]),
        1002001: ("U10 U12 U13 U16 U17 U71", []),  # the name of the room
    },
    "permission-denied": {  # told by the browser's error, then by the values thrown
        1103064: ("L3 L5 L7 L8 C9 C9", [(3, 9, "failed", "")]),
    },
    "publish-play-errors": {  # red lines only: not one of them has a number
        1000002: (
            "L2 L4 L14 L16 L18 L20 L28 L31",
            [(2, 14, "unknown", ""), (16, 16, "unknown", ""), (18, 18, "unknown", ""), (20, 31, "unknown", "")],
        ),
        1103001: ("L3 L13", [(3, 13, "unknown", "")]),
        1002011: ("L5", [(5, 5, "unknown", "")]),
        1100001: ("L6 L12 L22 L23 L32", [(6, 32, "unknown", "")]),
        1002013: ("L7", [(7, 7, "unknown", "")]),
        1002012: ("L8", [(8, 8, "unknown", "")]),
        1002005: ("L9", [(9, 9, "unknown", "")]),
        1002006: ("L10", [(10, 10, "unknown", "")]),
        1002007: ("L11", [(11, 11, "unknown", "")]),
        1000015: ("L15", [(15, 15, "unknown", "")]),
        1000016: ("L17", [(17, 17, "unknown", "")]),
        1000014: ("L19", [(19, 19, "unknown", "")]),
        1103048: ("L25", [(25, 25, "unknown", "")]),
        1103044: ("L26", [(26, 26, "unknown", "")]),
        1009001: ("L27", [(27, 27, "unknown", "")]),
        1002015: ("L29", [(29, 29, "unknown", "")]),
    },
    "thrown-values": {  # values without a time; in some the text names another fault than the number: both are told
        1000002: ("C2 C3 C3 C13 C14 C15 C16 L22 C25", [(2, 3, "failed", ""), (13, 25, "failed", "")]),
        1103001: ("L2 C12", [(2, 2, "unknown", ""), (12, 12, "failed", "")]),
        1002011: ("C4", [(4, 4, "failed", "")]),
        1100001: ("C5 C11 C17 C18 C26", [(5, 26, "failed", "")]),
        1002013: ("C6", [(6, 6, "failed", "")]),
        1002012: ("C7", [(7, 7, "failed", "")]),
        1002005: ("C8", [(8, 8, "failed", "")]),
        1002006: ("C9", [(9, 9, "failed", "")]),
        1002007: ("C10", [(10, 10, "failed", "")]),
        1000015: ("L13", [(13, 13, "unknown", "")]),
        1000016: ("L14", [(14, 14, "unknown", "")]),
        1000014: ("L15", [(15, 15, "unknown", "")]),
        1103048: ("C19", [(19, 19, "failed", "")]),
        1103044: ("C20", [(20, 20, "failed", "")]),
        1009001: ("L21", [(21, 21, "unknown", "")]),
        1002015: ("L23", [(23, 23, "unknown", "")]),
        1003051: ("C24", [(24, 24, "failed", "")]),
        1001021: ("C27", [(27, 27, "failed", "")]),
    },
}
SPANS = {
    "login-errors": ("2026-11-23T10:34:09.016", "2026-11-23T10:34:09.058"),
    "permission-denied": ("2026-11-23T10:34:12.811", "2026-11-23T10:34:14.808"),
    "publish-play-errors": ("2026-11-23T10:34:09.010", "2026-11-23T10:34:09.224"),
    "thrown-values": (None, None),
}
LOGS = sorted(EXPECTED)


@pytest.fixture(scope="module")
def scans(recogniser: Recogniser) -> dict[str, Scan]:
    return {name: scanned_bytes(recogniser, (DATA / f"{name}.log").read_bytes()) for name in LOGS}


def test_every_recording_has_its_table() -> None:
    assert sorted(path.stem for path in DATA.glob("*.log")) == LOGS


@pytest.mark.parametrize("name", LOGS)
def test_occurrences(scans: dict[str, Scan], name: str) -> None:
    results = scans[name].results
    found: dict[int, list[str]] = {}
    for place in range(len(results.occurrences)):
        one = results.occurrences[place]
        found.setdefault(one.code, []).append(f"{results.evidence(one).name[0]}{one.line + 1}")
    assert {code: " ".join(places) for code, places in found.items()} == {
        code: places for code, (places, _) in EXPECTED[name].items()
    }


@pytest.mark.parametrize("name", LOGS)
def test_failures(scans: dict[str, Scan], name: str) -> None:
    found: dict[int, list[tuple[int, int, str, str]]] = {code: [] for code in EXPECTED[name]}
    for one in scans[name].results.failures():
        found[one.code].append((one.first_line + 1, one.last_line + 1, one.outcome, one.state))
    assert found == {code: failures for code, (_, failures) in EXPECTED[name].items()}


@pytest.mark.parametrize("name", LOGS)
def test_nothing_worked_and_the_span_is_told(scans: dict[str, Scan], name: str) -> None:
    results = scans[name].results
    assert results.successes == 0
    assert (iso(results.context.first_moment), iso(results.context.last_moment)) == SPANS[name]


def test_the_first_65_lines_hold_eight_failures(recogniser: Recogniser) -> None:
    head = b"".join((DATA / "login-errors.log").read_bytes().splitlines(keepends=True)[:65])
    failures = scanned_bytes(recogniser, head).results.failures()
    assert [one.code for one in failures] == [
        1002011, 1100001, 1002013, 1002012, 1002005, 1002006, 1002007, 1100001,
    ]  # fmt: skip
    assert {one.outcome for one in failures} == {"failed"}


@pytest.mark.parametrize("name", [name for name in LOGS if name != "thrown-values"])
def test_without_its_numbers_the_lines_alone_tell_the_codes(recogniser: Recogniser, name: str) -> None:
    text = (DATA / f"{name}.log").read_text(encoding="utf-8")
    told_by_text = {code for code, (places, _) in EXPECTED[name].items() if "L" in places}
    numbers = "|".join(map(str, EXPECTED[name]))
    red = "\n".join(line for line in text.splitlines() if "roomState" not in line and "[harness-result]" not in line)
    results = scanned_bytes(recogniser, re.sub(numbers, "", red).encode()).results
    assert {finding.code for finding in results.findings(Evidence.LIKELY)} == told_by_text
