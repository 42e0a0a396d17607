"""Which lines of a log are shown: those with codes, with finds, or with marks of the agent's own, and some around."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final, Protocol

from zegoerr_gui.core.log.line_ranges import LineRanges
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.results import Results

AROUND: Final = (0, 1, 3, 10)  # lines to choose from
_STEP: Final = 2000  # lines taken in a millisecond


class Shown(Enum):
    """What lines are chosen by."""

    ALL = "all"
    CODES = "codes"
    FINDS = "finds"
    MARKED = "marked"


class Telling(Protocol):
    """Tells lines of a log, counted from 0, in their order."""

    @property
    def stale(self) -> bool:
        """Whether what was told before no longer holds."""

    def more(self, limit: int) -> list[int]:
        """Some lines below ``limit`` that have not been told yet; none where there are no more for now."""


class CodeLines:
    """Tells the lines in which a code counts, as sure as it is now."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._rules = _counting(results)
        self._place = 0

    @property
    def stale(self) -> bool:
        return self._rules != _counting(self._results)

    def more(self, limit: int) -> list[int]:
        occurrences = self._results.occurrences
        end = occurrences.before(limit).start + 1
        lines: list[int] = []
        while not lines and self._place < end:
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

    def more(self, limit: int) -> list[int]:
        lines = list(self._lines[self._told : self._told + _STEP])
        del lines[bisect_left(lines, limit) :]
        self._told += len(lines)
        return lines


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
        while lines := self._telling.more(limit):
            self.ranges.add(lines)
            yield
