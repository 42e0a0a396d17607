"""Which lines of a log are shown, and some around: those with codes, with finds, with marks of the agent's own, or
those that name one room, user or stream.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.log.find import Finds
from zegoerr_gui.core.log.line_ranges import LineRanges
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.naming import Naming
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.scan import Scan

_STEP: Final = 2000  # lines taken in a millisecond


class Telling(Protocol):
    """Tells lines of a log, counted from 0, in their order."""

    @property
    def stale(self) -> bool:
        """Whether what was told before no longer holds."""

    def more(self, limit: int) -> list[int] | None:
        """Some lines below ``limit`` that have not been told yet, or none yet; None where there are no more for now.

        It takes about a millisecond.
        """


class CodeLines:
    """Tells the lines in which a code counts, as sure as it is now."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._rules = _counting(results)
        self._place = 0

    @property
    def stale(self) -> bool:
        return self._rules != _counting(self._results)

    def more(self, limit: int) -> list[int] | None:
        occurrences = self._results.occurrences
        end = occurrences.before(limit).start + 1
        if self._place >= end:
            return None
        lines, self._place = occurrences.lines(self._place, min(_STEP, end - self._place), self._rules)
        return lines


def _counting(results: Results) -> bytes:
    """For each rule, 1 where what it finds counts by what is known of the whole text now."""
    return bytes(level >= Evidence.POSSIBLE for level in results.levels())


class ListedLines:
    """Tells the lines of a list that may grow at its end."""

    stale = False

    def __init__(self, lines: Sequence[int]) -> None:
        self._lines = lines
        self._told = 0

    def more(self, limit: int) -> list[int] | None:
        lines = list(self._lines[self._told : self._told + _STEP])
        del lines[bisect_left(lines, limit) :]
        self._told += len(lines)
        return lines or None


class ScopeLines:
    """Tells the lines that name a scope, and those that tell of its failures without naming it.

    What is found is not kept. Lines of failures that become known behind those told are told when the log is read.
    """

    def __init__(self, scan: Scan, limited: Limited) -> None:
        self.limited = limited  # by now
        self._results = scan.results
        self._finds = Finds(scan.lines, Naming(limited.scope)) if limited.scope.name else None
        self._steps: Iterator[float] = iter(())
        self._found: list[int] = []  # and not told yet
        self._merged = 0  # lines before this one are told, or found
        self._early = False  # something was told while the log was still being read

    @property
    def stale(self) -> bool:
        return self._early and self._results.complete

    @property
    def share(self) -> float:
        """How much of the log has been looked at, 0 to 1."""
        return self._finds.share if self._finds is not None else 1.0

    def more(self, limit: int) -> list[int] | None:
        self._early = self._early or not self._results.complete
        more = self._look(limit)
        end = bisect_left(self._found, limit)
        told, self._found = self._found[:end], self._found[end:]
        return told if told or more else None

    def _look(self, limit: int) -> bool:
        """Look at a little more of the log; whether there was any more."""
        more = False
        if self._finds is not None:
            more = self._step(self._finds)
            self._found += self._finds.found
            del self._finds.found[:]
        reached = self._finds.reached if self._finds is not None and more else limit
        own = self.limited.lines
        if fresh := own[bisect_left(own, self._merged) : bisect_left(own, reached)]:
            self._found = sorted({*self._found, *fresh})
        self._merged = max(self._merged, reached)
        return more

    def _step(self, finds: Finds) -> bool:
        try:
            if next(self._steps, None) is not None:
                return True
            self._steps = finds.run()
            return next(self._steps, None) is not None
        except UnreadableLogError:  # who reads the log tells of it
            return False


class LineFilter:
    """Holds the lines shown. ``take`` is a generator: pull it when there is time; a new one goes on."""

    def __init__(self, telling: Telling, around: int) -> None:
        self.ranges = LineRanges(around)
        self._telling = telling

    @property
    def stale(self) -> bool:
        """Whether another filter has to take the place of this one."""
        return self._telling.stale

    def take(self, limit: int) -> Iterator[None]:
        """Take in what is told by now of a log with ``limit`` lines, a millisecond at a time."""
        self.ranges.limit = limit
        while (lines := self._telling.more(limit)) is not None:
            self.ranges.add(lines)
            yield
