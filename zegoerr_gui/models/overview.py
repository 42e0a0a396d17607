"""Where in a log its codes stand, coarsely enough to paint: 1,024 stretches of lines, a lane for each severity."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.results import Results

STRETCHES: Final = 1024
_A_STEP: Final = 1000  # occurrences taken in a millisecond
_NONE: Final = -1


class Lane(IntEnum):
    """What a code means for the call; a number that nothing shows to be a code has a lane of its own."""

    FAILURE = 0
    DEGRADED = 1
    OTHER = 2
    NUMBER = 3


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch with codes of one lane, from its first to its last line with one (from 0)."""

    lane: Lane
    certain: bool
    first_line: int
    last_line: int


class _Column:
    """First and last line with a code in each stretch."""

    def __init__(self) -> None:
        self.first = array("q", [_NONE]) * STRETCHES
        self.last = array("q", [_NONE]) * STRETCHES

    def add(self, stretch: int, line: int) -> None:
        if self.first[stretch] == _NONE:
            self.first[stretch] = line
        self.last[stretch] = line

    def halve(self) -> None:
        """Two stretches become one."""
        for stretch in range(STRETCHES // 2):
            one, other = 2 * stretch, 2 * stretch + 1
            self.first[stretch] = self.first[one] if self.first[one] != _NONE else self.first[other]
            self.last[stretch] = max(self.last[one], self.last[other])
        empty = array("q", [_NONE]) * (STRETCHES // 2)
        self.first[STRETCHES // 2 :] = empty
        self.last[STRETCHES // 2 :] = empty


class Overview:
    """Holds the stretches of one log. ``take`` is a generator: pull it when there is time; a new one goes on."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._taken = 0  # occurrences
        self._shift = 0  # a stretch is 2 to the power of it lines
        self._begin()

    def take(self) -> Iterator[float]:
        """Take in what was found since, in steps of about a millisecond; yields the share done."""
        if self._levels != self._results.levels():  # what is now known of the text says something else of all of it
            self._begin()
        occurrences, levels = self._results.occurrences, self._levels
        while self._taken < len(occurrences):
            end = min(len(occurrences), self._taken + _A_STEP)
            for line, code, rule in occurrences.columns(self._taken, end):
                column = self._column_of(code, rule) if levels[rule] > Evidence.UNLIKELY else None
                if column is not None:
                    while line >> self._shift >= STRETCHES:
                        self._halve()
                    column.add(line >> self._shift, line)
            self._taken = end
            yield self._taken / len(occurrences)

    def ticks(self) -> Iterator[Tick]:
        """Every stretch in which there is something, lane by lane, what is certain after what is likely."""
        for lane in Lane:
            for certain in (False, True):
                column = self._columns.get((lane, certain))
                if column is not None:
                    for first, last in zip(column.first, column.last, strict=True):
                        if first != _NONE:
                            yield Tick(lane, certain, first, last)

    # Inside

    def _begin(self) -> None:
        self._levels = self._results.levels()
        self._taken = self._shift = 0
        self._columns: dict[tuple[Lane, bool], _Column] = {}
        self._known: dict[tuple[int, int], _Column | None] = {}  # by code and rule
        self._lanes: dict[int, Lane] = {}  # by code

    def _halve(self) -> None:
        self._shift += 1
        for column in self._columns.values():
            column.halve()

    def _column_of(self, code: int, rule: int) -> _Column | None:
        """Where occurrences of a code by a rule belong; None for what is set aside."""
        key = code, rule
        if key not in self._known:
            level = Evidence(self._levels[rule])
            self._known[key] = None
            if level > Evidence.UNLIKELY:
                place = self._lane(code, level), level is Evidence.CERTAIN
                self._known[key] = self._columns.setdefault(place, _Column())
        return self._known[key]

    def _lane(self, code: int, level: Evidence) -> Lane:
        if level is Evidence.POSSIBLE:
            return Lane.NUMBER
        if code not in self._lanes:
            entry = resolved_entry(code, self._results)
            severity = entry.severity if entry else "failure"
            self._lanes[code] = {"failure": Lane.FAILURE, "degraded": Lane.DEGRADED}.get(severity, Lane.OTHER)
        return self._lanes[code]
