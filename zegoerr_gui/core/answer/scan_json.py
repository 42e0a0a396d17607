"""What a scan found, as plain values for JSON: always the same keys. Lines and columns count from 1 here."""

from typing import Any, Final

from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.log.visible import decode
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.rules import RULES
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.times import iso

SCHEMA: Final = 1
MOST_OCCURRENCES: Final = 1000  # of a finding, unless all are asked for


def scan_as_json(scan: Scan, least: Evidence, every_occurrence: bool = False) -> dict[str, Any]:
    """The findings with at least this evidence, with occurrences, failures and context."""
    results = scan.results
    most = None if every_occurrence else MOST_OCCURRENCES
    occurrences = _occurrences(scan, least, most)
    catalogue = results.catalogue
    return {
        "schema": SCHEMA,
        "source": scan.source.name,
        "bytes": scan.source.size,
        "lines": len(scan.lines),
        "encoding": scan.source.encoding,
        "complete": results.complete,
        "successes": results.successes,
        "set_aside": sum(results.set_aside().values()),
        "findings": [_finding(finding, scan, occurrences.get(finding.code, [])) for finding in results.findings(least)],
        "failures": [_failure(failure) for failure in results.failures(least)],
        "server_codes": [
            {
                "code": code,
                "means": catalogue.ends_of(code),
                "count": tally.count,
                "first_line": tally.first_line + 1,
            }
            for code, tally in results.server_codes.items()
        ],
        "context": _context(results.context),
    }


def _occurrences(scan: Scan, least: Evidence, most: int | None) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for place in range(len(scan.results.occurrences)):
        occurrence = scan.results.occurrences[place]
        evidence = scan.results.evidence(occurrence)
        of_code = found.setdefault(occurrence.code, [])
        if evidence >= least and (most is None or len(of_code) < most):
            of_code.append(_occurrence(scan, occurrence, evidence))
    return found


def _occurrence(scan: Scan, occurrence: Occurrence, evidence: Evidence) -> dict[str, Any]:
    begin, _ = scan.lines.span(occurrence.line)
    column = len(decode(scan.source.read(begin, occurrence.start - begin)))
    length = len(decode(scan.source.read(occurrence.start, occurrence.end - occurrence.start)))
    return {
        "line": occurrence.line + 1,
        "column": column + 1,
        "end": column + length + 1,
        "evidence": evidence.word,
        "by": "text" if RULES[occurrence.rule].by_text else "number",
        "reason": occurrence.reason,
    }


def _finding(finding: Finding, scan: Scan, occurrences: list[dict[str, Any]]) -> dict[str, Any]:
    entry = resolved_entry(finding.code, scan.results)
    family = scan.results.catalogue.family_of(finding.code)
    return {
        "code": finding.code,
        "listing": finding.listing,
        "evidence": finding.evidence.word,
        "count": finding.count,
        "failures": len(finding.failures),
        "first_line": finding.first_line + 1,
        "last_line": finding.last_line + 1,
        "first_time": iso(finding.first_moment),
        "outcome": finding.outcome,
        "family": family.id if family else "unknown",
        "description": entry.description if entry else None,
        "who_acts": entry.who_acts if entry else None,
        "alternatives": list(finding.alternatives),
        "occurrences": occurrences,
        "occurrences_cut": len(occurrences) < finding.count,
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "code": failure.code,
        "first_line": failure.first_line + 1,
        "last_line": failure.last_line + 1,
        "first_time": iso(failure.first_moment),
        "last_time": iso(failure.last_moment),
        "count": failure.count,
        "outcome": failure.outcome,
        "state": failure.state or None,
        "room": failure.room or None,
        "stream": failure.stream or None,
        "user": failure.user or None,
        "extended_data": failure.extended_data or None,
    }


def _context(context: Context) -> dict[str, Any]:
    kinds = ("app_id", "room_id", "user_id", "stream_id", "sdk_version", "platform", "user_agent")
    values: dict[str, Any] = {kind: list(getattr(context, kind)) for kind in kinds}
    return values | {"first_time": iso(context.first_moment), "last_time": iso(context.last_moment)}
