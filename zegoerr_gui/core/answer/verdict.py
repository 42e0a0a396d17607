"""The sentence above a log: what failed last and did not recover, or that nothing did; and the counts under it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.answer.scopes import scope_name, scope_title
from zegoerr_gui.core.answer.situation import MOST, Standing, Told, failures_of, told_by
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.results import Results

Kind = Literal["failed", "retrying", "recovered", "unknown", "possible", "none", "empty"]
_LEADS: Final[dict[Standing, tuple[Kind, str, str]]] = {  # where it is the only failure, and where it is the last
    "failed": ("failed", "Failure", "Last failure"),
    "retrying": ("retrying", "Still being retried", "Still being retried"),
    "retried": ("failed", "Retried without success", "Retried without success"),
    "unknown": ("unknown", "Error", "Last error"),
    "worked-later": ("recovered", "Worked in a later attempt", "Worked in a later attempt"),
    "recovered": ("recovered", "Recovered", "Recovered"),
}
_WEIGHT: Final[dict[Standing, int]] = {
    "failed": 3,
    "retrying": 3,
    "retried": 2,
    "unknown": 1,
    "worked-later": 0,
    "recovered": 0,
}
_MOST_BEFORE: Final = 3  # codes told that came before


@dataclass(frozen=True, slots=True)
class Verdict:
    """``lead``, ``code`` and ``name`` make one sentence; it points to ``line``, counted from 0, or nowhere."""

    kind: Kind
    lead: str
    counts: str
    code: int | None = None
    name: str = ""
    line: int | None = None
    before: str = ""  # which codes came before it, in their order

    @property
    def sentence(self) -> str:
        """The whole sentence, without a full stop."""
        parts = [self.lead, str(self.code) if self.code is not None else "", self.name]
        where = "" if self.line is None else f"(line {self.line + 1:,})"
        return " ".join(part for part in [*parts, where] if part)


def verdict(results: Results, least: Evidence = Evidence.POSSIBLE) -> Verdict:
    """What the log says first of all: the last failure that did not recover, before any that did.

    Occurrences with less evidence than ``least`` are as if they were not there; only likely ones make a failure.
    """
    telling = max(least, Evidence.LIKELY)
    counts = _counts(results, telling, least)
    failures = failures_of(results, telling)
    if failures:
        return _of_failures(failures, results, counts)
    if least <= Evidence.POSSIBLE and (findings := results.findings(Evidence.POSSIBLE)):
        first = findings[0]
        name = _name(results, first.code)
        return Verdict("possible", "Perhaps an error", counts, first.code, name, first.first_line)
    if not results.complete:
        return Verdict("none", "No error code so far", counts)
    if unexplained := _unexplained(results):
        lead, name, line = unexplained
        return Verdict("unknown", lead, counts, name=name, line=line)
    if not results.lines:
        return Verdict("empty", "The log is empty", counts)
    if results.successes:
        return Verdict("none", "No error code: what the log shows has worked", counts)
    return Verdict("none", "No error code in this log", counts)


def limited_verdict(results: Results, limited: Limited) -> Verdict:
    """The same of one room, user or stream alone."""
    name = scope_name(limited.scope)
    outcomes = Counter(failure.outcome for failure in limited.failures)
    parts = [
        scope_title(limited.scope),
        counted(len(limited.findings), "code"),
        counted(len(limited.failures), "failure"),
        f"{outcomes['failed']:,} for good" if outcomes["failed"] else "",
        f"{outcomes['recovered']:,} recovered" if outcomes["recovered"] else "",
    ]
    counts = "  ·  ".join(filter(None, parts))
    if limited.failures:
        return _of_failures(limited.failures, results, counts)
    return Verdict("none", f"No failure of {name}" if results.complete else f"No failure of {name} so far", counts)


def _of_failures(failures: Sequence[Failure], results: Results, counts: str) -> Verdict:
    last = _most_telling(failures, results)
    kind, lead, lead_of_several = _LEADS[last.standing]
    code, line = last.failure.code, last.failure.first_line
    lead = lead if len(failures) == 1 else lead_of_several
    return Verdict(kind, lead, counts, code, _name(results, code), line, _before(last.failure, failures))


def _most_telling(failures: Sequence[Failure], results: Results) -> Told:
    """The last one that failed for good or is still retried, else the last whose end is unknown, else the last.

    Of several in one line it is the first.
    """
    best: Told | None = None
    for one in told_by(islice(reversed(failures), MOST), results):
        if best is None:
            best = one
            continue
        same_line = one.failure.first_line == best.failure.first_line
        if _WEIGHT[best.standing] == _WEIGHT["failed"] and not same_line:
            break
        if (_WEIGHT[one.standing], same_line) > (_WEIGHT[best.standing], False):
            best = one
    assert best is not None
    return best


def _before(last: Failure, failures: Sequence[Failure]) -> str:
    """The codes before a failure, the nearest few: order is told as order, never as a cause."""
    nearest: dict[int, int] = {}
    for failure in islice(reversed(failures), MOST):
        if failure.first_line < last.first_line and failure.code != last.code and len(nearest) <= _MOST_BEFORE:
            nearest.setdefault(failure.code, failure.first_line)
    told = [f"{code} (line {line + 1:,})" for code, line in list(nearest.items())[:_MOST_BEFORE]]
    if not told:
        return ""
    return f"Before it, in this order: {'… ' if len(nearest) > len(told) else ''}{', '.join(reversed(told))}"


def _unexplained(results: Results) -> tuple[str, str, int] | None:
    """An error that tells no code: what it is, its text, its line."""
    for line, text in results.unexplained.red.items():
        return "An error without a known code", text, line
    for line in results.unexplained.lost:
        return "An error that the browser did not print", "", line
    return None


def _name(results: Results, code: int) -> str:
    entry = resolved_entry(code, results)
    return entry.description if entry else "Unknown code"


def _is_of_no_catalogue(results: Results) -> bool:
    """Whether the log is of a native SDK, and no catalogue in use is for one."""
    context, packs = results.context, results.catalogue.packs
    return context.is_native and not any(pack.fits(context.platform) for pack in packs)


def _counts(results: Results, telling: Evidence, least: Evidence) -> str:
    findings = results.findings(telling)
    failures = results.failures_told(telling)
    possible = len(results.findings(Evidence.POSSIBLE)) - len(findings) if least <= Evidence.POSSIBLE else 0
    unknown = sum(finding.listing == "unlisted" for finding in findings)
    parts = [
        f"{counted(len(findings), 'code')} in {counted(results.lines, 'line')}",
        "A native SDK's log: this catalogue covers the Web" if _is_of_no_catalogue(results) else "",
        counted(len(failures.all), "failure") if failures.all else "",
        f"{failures.outcomes['failed']:,} for good" if failures.outcomes["failed"] else "",
        f"{failures.outcomes['recovered']:,} recovered" if failures.outcomes["recovered"] else "",
        counted(unknown, "unknown code") if unknown else "",
        f"+{possible} only a number" if possible else "",
        counted(results.successes, "success", "successes") if results.successes else "",
    ]
    return "  ·  ".join(part for part in parts if part)
