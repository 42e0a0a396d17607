"""The sentence that says what a log tells first."""

import pytest

from tests.conftest import room_state
from zegoerr_gui.core.answer.verdict import verdict
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.scan import scan_to_end


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
    (["", "1103061"], "possible", "Perhaps an error 1103061 {} (line 2)"),
    (["the error 1102999"], "unknown", "Error 1102999 Unknown code (line 1)"),
    ([room_state("r1", "LOGINED", 0)], "none", "No error code: what the log shows has worked"),
    (["all is well"], "none", "No error code in this log"),
    ([""], "empty", "The log is empty"),
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
