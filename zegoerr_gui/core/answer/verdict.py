"""The sentence above a log: what failed first, or that nothing did; and the line of counts under it."""

from dataclasses import dataclass
from typing import Literal

from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failures import Failure, Failures, Outcome
from zegoerr_gui.core.recognition.results import Results

Kind = Literal["failed", "retrying", "recovered", "unknown", "possible", "none"]
_LEADS: dict[str, str] = {
    "failed": "First error",
    "retrying": "First error, still being retried",
    "unknown": "First error",
    "recovered": "Recovered",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """``lead``, ``code`` and ``name`` make one sentence; it points to ``line``, counted from 0, or nowhere."""

    kind: Kind
    lead: str
    counts: str
    code: int | None = None
    name: str = ""
    line: int | None = None

    @property
    def sentence(self) -> str:
        """The whole sentence, without a full stop."""
        parts = [self.lead, str(self.code) if self.code is not None else "", self.name]
        where = "" if self.line is None else f"(line {self.line + 1:,})"
        return " ".join(part for part in [*parts, where] if part)


def verdict(results: Results, least: Evidence = Evidence.POSSIBLE) -> Verdict:
    """What the log says first of all: the first failure that did not recover, before any that did.

    Occurrences with less evidence than ``least`` are as if they were not there; only likely ones make a failure.
    """
    telling = max(least, Evidence.LIKELY)
    counts = _counts(results, telling, least)
    failure = _most_telling(results.failures_told(telling))
    if failure is not None:
        name = _name(results, failure.code)
        lead = _LEADS[failure.outcome]
        return Verdict(failure.outcome, lead, counts, failure.code, name, failure.first_line)
    if least <= Evidence.POSSIBLE and (findings := results.findings(Evidence.POSSIBLE)):
        first = findings[0]
        name = _name(results, first.code)
        return Verdict("possible", "Only a number", counts, first.code, name, first.first_line)
    if not results.complete:
        return Verdict("none", "No error code so far", counts)
    if results.successes:
        return Verdict("none", "No error code: what the log shows has worked", counts)
    return Verdict("none", "No error code in this log", counts)


def counted(count: int, one: str, many: str = "") -> str:
    """``1 line``, ``2,000 lines``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _most_telling(failures: Failures) -> Failure | None:
    wanted: tuple[Outcome, ...] = ("failed", "retrying", "unknown", "recovered")
    return next(filter(None, map(failures.first_with, wanted)), None)


def _name(results: Results, code: int) -> str:
    entry = resolved_entry(code, results)
    return entry.description if entry else "Unknown code"


def _counts(results: Results, telling: Evidence, least: Evidence) -> str:
    findings = results.findings(telling)
    failures = results.failures_told(telling)
    possible = len(results.findings(Evidence.POSSIBLE)) - len(findings) if least <= Evidence.POSSIBLE else 0
    unknown = sum(finding.listing == "unlisted" for finding in findings)
    parts = [
        f"{counted(len(findings), 'code')} in {counted(results.lines, 'line')}",
        "A native SDK's log: this catalogue covers the Web" if "native" in results.context.platform else "",
        counted(len(failures.all), "failure") if failures.all else "",
        f"{failures.outcomes['failed']:,} for good" if failures.outcomes["failed"] else "",
        f"{failures.outcomes['recovered']:,} recovered" if failures.outcomes["recovered"] else "",
        counted(unknown, "unknown code") if unknown else "",
        f"+{possible} only a number" if possible else "",
        counted(results.successes, "success", "successes") if results.successes else "",
    ]
    return "  ·  ".join(part for part in parts if part)
