"""What a log says of one room, user or stream alone.

Where failures of one code go on beside each other in several rooms, the lines between them are read, and each counts
where it names the scope.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from zegoerr_gui.core.answer.situation import failures_of
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.core.recognition.naming import Naming
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.scope import Scope

_TESTED: Final = 1000  # failures or occurrences in a step
_READ: Final = 8  # lines in a step
_HEAD: Final = 16 * 1024  # bytes read of a line
_LEVELS: Final = len(Evidence)


@dataclass(frozen=True, slots=True)
class Limited:
    """``failures`` and ``findings`` of a scope, by first line; ``lines`` (from 0) are those that tell of them."""

    scope: Scope
    failures: tuple[Failure, ...] = ()
    findings: tuple[Finding, ...] = ()
    lines: "array[int]" = field(default_factory=partial(array, "I"))

    def holds(self, occurrence: Occurrence) -> bool:
        """Whether an occurrence tells of the scope."""
        return self.first_line(occurrence.code) is not None and self.has_line(occurrence.line)

    def has_line(self, line: int) -> bool:
        """Whether a line tells of one of its failures."""
        place = bisect_left(self.lines, line)
        return place < len(self.lines) and self.lines[place] == line

    def first_line(self, code: int) -> int | None:
        """The line in which a code stands first within the scope."""
        return next((finding.first_line for finding in self.findings if finding.code == code), None)


def limit(scan: Scan, scope: Scope) -> Generator[float, None, Limited]:
    """Finds what a scan has by now of a scope, in steps of about a millisecond. Raises UnreadableLogError."""
    runs: dict[int, list[_Run]] = {}
    failures: list[Failure] = []
    for number, failure in enumerate(failures_of(scan.results, Evidence.LIKELY).now()):
        if scope.takes(failure):
            failures.append(failure)
            _put(failure, runs.setdefault(failure.code, []))
        if number % _TESTED == _TESTED - 1:
            yield 0.0
    yield from _fill(scan, runs)
    for of_code in runs.values():
        for run in of_code:
            if len(run.found) != run.count:
                yield from _sort_out(run, scan.lines, scope)
    yield 1.0
    findings = filter(None, (_finding(scan, code, of_code) for code, of_code in runs.items()))
    ordered = sorted(findings, key=lambda finding: finding.first_line)
    yield 1.0
    lines = {one // _LEVELS for of_code in runs.values() for run in of_code for one in run.found}
    return Limited(scope, tuple(failures), tuple(ordered), array("I", sorted(lines)))


@dataclass(slots=True)
class _Run:
    """Failures of one code that overlap, and the occurrences of the code between their first and last line."""

    failures: list[Failure]
    first_line: int
    last_line: int
    count: int
    found: "array[int]" = field(default_factory=partial(array, "Q"))  # line and level of each in one number


def _put(failure: Failure, runs: list[_Run]) -> None:
    """Put a failure to those of its code before it, together with the last ones where they overlap."""
    if not runs or failure.first_line > runs[-1].last_line:
        runs.append(_Run([failure], failure.first_line, failure.last_line, failure.count))
        return
    run = runs[-1]
    run.failures.append(failure)
    run.last_line = max(run.last_line, failure.last_line)
    run.count += failure.count


def _fill(scan: Scan, runs: dict[int, list[_Run]]) -> Iterator[float]:
    """Put the occurrences into the runs in which they stand."""
    occurrences, levels = scan.results.occurrences, scan.results.levels()
    waiting = {code: iter(of_code) for code, of_code in runs.items()}
    current = {code: next(of_code) for code, of_code in waiting.items()}
    begin = occurrences.after(min((run.first_line for run in current.values()), default=0) - 1).start
    last_line = max((of_code[-1].last_line for of_code in runs.values()), default=-1)
    end = occurrences.after(last_line).start if runs else begin
    for start in range(begin, end, _TESTED):
        for line, code, rule in occurrences.columns(start, min(end, start + _TESTED)):
            run = current.get(code)
            while run is not None and run.last_line < line:
                run = next(waiting[code], None)
                if run is None:
                    del current[code]
                else:
                    current[code] = run
            if run is not None and run.first_line <= line and levels[rule] >= Evidence.LIKELY:
                run.found.append(line * _LEVELS + levels[rule])
        yield 0.5


def _sort_out(run: _Run, lines: LogLines, scope: Scope) -> Iterator[float]:
    """Keep the occurrences in lines that name the scope, and those with which its failures begin and end."""
    naming = Naming(scope) if scope.name else None
    own = {line for failure in run.failures for line in (failure.first_line, failure.last_line)}
    named: dict[int, bool] = {}
    for number, line in enumerate(dict.fromkeys(one // _LEVELS for one in run.found)):
        named[line] = line in own or (naming is not None and any(True for _ in naming.lines(lines.head(line, _HEAD))))
        if number % _READ == _READ - 1:
            yield 0.75
    run.found = array("Q", (one for one in run.found if named[one // _LEVELS]))


def _finding(scan: Scan, code: int, runs: Sequence[_Run]) -> Finding | None:
    whole = scan.results.finding(code, Evidence.LIKELY)
    by_level = Counter(one % _LEVELS for run in runs for one in run.found)
    if whole is None or not by_level:
        return None
    failures = tuple(failure for run in runs for failure in run.failures)
    return replace(
        whole,
        evidence=Evidence(max(by_level)),
        count=by_level.total(),
        by_level={Evidence(level): count for level, count in by_level.items()},
        first_line=runs[0].first_line,
        last_line=max(run.last_line for run in runs),
        first_moment=failures[0].first_moment,
        failures=failures,
        failure_count=len(failures),
        outcome=failures[-1].outcome,
    )
