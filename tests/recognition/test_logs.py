"""Whole logs, written for these tests in the SDK's shapes, with what a careful reader finds in them.

In ``data/*.json`` lines count from 1, as an editor shows them. A finding is evidence, occurrences, failures, outcome of
the last failure; a failure is code, first line, last line, occurrences, outcome, state, room, stream.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.times import iso

from .shapes import scanned_bytes

DATA = Path(__file__).parent / "data"
LOGS = sorted(path.stem for path in DATA.glob("*.log"))


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def scans(recogniser: Recogniser) -> dict[str, Scan]:
    return {name: scanned_bytes(recogniser, (DATA / f"{name}.log").read_bytes()) for name in LOGS}


def test_every_log_has_its_expectation() -> None:
    assert sorted(path.stem for path in DATA.glob("*.json")) == LOGS
    assert len(LOGS) == 6


@pytest.mark.parametrize("name", LOGS)
def test_findings(scans: dict[str, Scan], name: str) -> None:
    found = {
        str(finding.code): [finding.evidence.word, finding.count, len(finding.failures), finding.outcome]
        for finding in scans[name].results.findings(Evidence.LIKELY)
    }
    assert found == expected(name)["findings"]


@pytest.mark.parametrize("name", LOGS)
def test_failures(scans: dict[str, Scan], name: str) -> None:
    found = [
        [one.code, one.first_line + 1, one.last_line + 1, one.count, one.outcome, one.state, one.room, one.stream]
        for one in scans[name].results.failures(Evidence.LIKELY)
    ]
    assert found == expected(name)["failures"]


@pytest.mark.parametrize("name", LOGS)
def test_only_numbers(scans: dict[str, Scan], name: str) -> None:
    results = scans[name].results
    surer = {finding.code for finding in results.findings(Evidence.LIKELY)}
    found = [finding.code for finding in results.findings(Evidence.POSSIBLE) if finding.code not in surer]
    assert found == expected(name)["only_numbers"]


@pytest.mark.parametrize("name", LOGS)
def test_set_aside(scans: dict[str, Scan], name: str) -> None:
    found = {str(code): count for code, count in scans[name].results.set_aside().items()}
    assert found == expected(name)["set_aside"]


@pytest.mark.parametrize("name", LOGS)
def test_counts(scans: dict[str, Scan], name: str) -> None:
    results = scans[name].results
    wanted = expected(name)
    assert results.lines == wanted["lines"]
    assert results.successes == wanted["successes"]
    assert list(results.server_codes) == wanted["server_codes"]


@pytest.mark.parametrize("name", LOGS)
def test_context(scans: dict[str, Scan], name: str) -> None:
    context = scans[name].results.context
    found = {
        kind: list(getattr(context, kind))
        for kind in ("app_id", "room_id", "user_id", "stream_id", "sdk_version", "platform")
    }
    times = {"first_time": iso(context.first_moment), "last_time": iso(context.last_moment)}
    wanted = expected(name)["context"]
    assert {key: value for key, value in (found | times).items() if key in wanted} == wanted


def test_a_room_called_like_a_code_is_no_code(scans: dict[str, Scan]) -> None:
    results = scans["bad-logins"].results
    assert 1103061 not in [finding.code for finding in results.findings(Evidence.POSSIBLE)]
    assert "1103061" in results.context.room_id
