"""The log that a new user tries the program on shows one of everything."""

import re

import pytest

from zegoerr_gui import places
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.times import iso

from .shapes import scanned_bytes

TEXT = places.sample_log().read_text(encoding="utf-8")
LINES = TEXT.splitlines()

# code: evidence, failures, outcome of the last one
FINDINGS = {
    1002006: ("certain", 1, "failed"),  # a blank in the user ID
    1103064: ("certain", 1, "failed"),  # the camera was refused
    1100001: ("likely", 1, "unknown"),
    1002015: ("likely", 1, "unknown"),
    1000017: ("certain", 2, "recovered"),
    1102023: ("certain", 2, "retrying"),  # the first break recovers, the second does not
    1104028: ("certain", 2, "retrying"),
    1002999: ("certain", 1, "unknown"),  # in no catalogue
    1104031: ("certain", 1, "failed"),
    1103048: ("likely", 1, "unknown"),
    1103051: ("certain", 1, "failed"),
    1102018: ("certain", 1, "failed"),  # the token expired
    1002055: ("certain", 1, "failed"),  # removed at the end
}


@pytest.fixture(scope="module")
def results(recogniser: Recogniser) -> Results:
    return scanned_bytes(recogniser, TEXT.encode()).results


def test_findings(results: Results) -> None:
    found = {
        finding.code: (finding.evidence.word, len(finding.failures), finding.outcome)
        for finding in results.findings(Evidence.LIKELY)
    }
    assert found == FINDINGS
    assert list(found) == list(FINDINGS)


def test_it_shows_every_outcome_and_level(results: Results) -> None:
    assert {failure.outcome for failure in results.failures()} == {"failed", "retrying", "recovered", "unknown"}
    assert {finding.evidence for finding in results.findings(Evidence.UNLIKELY)} >= set(Evidence) - {Evidence.UNLIKELY}
    assert [finding.code for finding in results.findings() if finding.listing == "unlisted"] == [1002999]
    assert [finding.code for finding in results.findings() if finding.evidence == Evidence.POSSIBLE] == [1002034]


def test_look_alikes_are_set_aside(results: Results) -> None:
    assert results.set_aside() == {1100001: 1, 1103064: 1, 1103061: 1}


def test_successes(results: Results) -> None:
    """Two logins, two reconnections, three times publishing, four times playing, two calls."""
    assert results.successes == 13


def test_what_was_retried_recovers_or_does_not(results: Results) -> None:
    outcomes = [failure.outcome for failure in results.failures() if failure.code == 1102023]
    assert outcomes == ["recovered", "retrying"]


def test_the_reason_for_the_removal_is_told(results: Results) -> None:
    (removal,) = (failure for failure in results.failures() if failure.code == 1002055)
    assert (removal.state, removal.room) == ("KICKOUT", "math_7b")
    assert "custom_kickout_message" in removal.extended_data


def test_context(results: Results) -> None:
    context = results.context
    assert list(context.app_id) == ["1234567890"]
    assert list(context.room_id) == ["math_7b"]
    assert list(context.user_id) == ["teacher_anna"]
    assert list(context.sdk_version) == ["3.12.0"]
    assert "Chrome/142" in next(iter(context.user_agent), "")
    assert iso(context.first_moment) == "2026-11-23T10:02:11.304"
    assert iso(context.last_moment) == "2026-11-23T10:33:02.659"
    assert list(results.server_codes) == [50117]


def test_it_looks_like_a_customers_log() -> None:
    assert 150 <= len(LINES) <= 220
    assert max(map(len, LINES)) > 2000
    assert re.search("[\u4e00-\u9fff]", TEXT)
    assert re.search(r'04AAAA[A-Za-z0-9+/=]{174}\\"', TEXT)
    assert "Uncaught (in promise) [object Object]" in LINES
    times = re.findall(r'"time":"([^"]+)"', TEXT)
    assert times == sorted(times)
    assert not any(line.startswith(("#", "[info]", "[warn]", "[error]")) for line in LINES)
