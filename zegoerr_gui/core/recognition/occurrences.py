"""Where codes were found, in columns: one occurrence is a place in each of three arrays, twenty bytes in all.

The level of an occurrence is that of its rule in the light of the whole text, so nothing stored changes when the text
grows. Of what was set aside only the first thousand places of a code are kept; the tallies count them all.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.recognition.rules import RULES

KEPT_ASIDE: Final = 1000  # places kept of what was set aside, a code
_RULES: Final = 1 << 8
_LENGTHS: Final = 1 << 20  # a code has ten digits at most, a text stands in a line that was read at once
_CODE: Final = _LENGTHS * _RULES
_SETS_ASIDE: Final = tuple(rule.sets_aside for rule in RULES)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a code: bytes ``start`` to ``end`` of the source, in ``line`` counted from 0."""

    line: int
    start: int
    end: int
    code: int
    rule: int
    alternatives: tuple[int, ...] = ()

    @property
    def reason(self) -> str:
        """Why it has its level, in words."""
        return RULES[self.rule].reason


class Occurrences:
    """The occurrences of a log in its order."""

    def __init__(self) -> None:
        self._line = array("I")
        self._start = array("Q")
        self._what = array("Q")  # code, length and rule in one number
        self._alternatives: dict[int, tuple[int, ...]] = {}
        self._aside: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._line)

    def __getitem__(self, place: int) -> Occurrence:
        start, what = self._start[place], self._what[place]
        rest, rule = divmod(what, _RULES)
        code, length = divmod(rest, _LENGTHS)
        return Occurrence(self._line[place], start, start + length, code, rule, self._alternatives.get(place, ()))

    def put(self, line: int, start: int, end: int, code: int, rule: int, alternatives: tuple[int, ...] = ()) -> None:
        """Keep one more, see ``Occurrence``, unless it is set aside and enough of its code are kept."""
        if _SETS_ASIDE[rule]:
            kept = self._aside.get(code, 0)
            if kept >= KEPT_ASIDE:
                return
            self._aside[code] = kept + 1
        if alternatives:
            self._alternatives[len(self)] = alternatives
        self._line.append(line)
        self._start.append(start)
        length = end - start
        self._what.append(code * _CODE + (length if length < _LENGTHS else _LENGTHS - 1) * _RULES + rule)

    def columns(self, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Line, code and rule of the occurrences from one place to before another."""
        for line, what in zip(self._line[begin:end], self._what[begin:end], strict=True):
            yield line, what // _CODE, what % _RULES

    def places_in(self, line: int) -> range:
        """The places of the occurrences in one line."""
        return range(bisect_left(self._line, line), bisect_right(self._line, line))

    def in_line(self, line: int) -> list[Occurrence]:
        """The occurrences in one line."""
        return [self[place] for place in self.places_in(line)]

    def lines(self, place: int, most: int, rules: bytes) -> tuple[list[int], int]:
        """The lines of up to ``most`` occurrences from a place on, of the rules that are not 0; and the next place."""
        end = min(place + most, len(self))
        pairs = zip(self._line[place:end], self._what[place:end], strict=True)
        return [line for line, what in pairs if rules[what % _RULES]], end

    def after(self, line: int) -> range:
        """The places of occurrences in later lines, in order."""
        return range(bisect_right(self._line, line), len(self))

    def before(self, line: int) -> range:
        """The places of occurrences in earlier lines, nearest first."""
        return range(bisect_left(self._line, line) - 1, -1, -1)
