"""Where codes were found, in columns: one occurrence is a place in each of three arrays, sixteen bytes in all.

The level of an occurrence is that of its rule in the light of the whole text, so nothing stored changes when the text
grows. Of what was set aside only the first thousand places of a code are kept; the tallies count them all.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.recognition.rules import RULES

KEPT_ASIDE: Final = 1000  # places kept of what was set aside, a code
Kind = tuple[int, int, int, tuple[int, ...]]  # code, rule, length in bytes, alternatives


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
        self._kind = array("I")  # the number of what was found
        self._kinds: list[Kind] = []
        self._numbers: dict[Kind, int] = {}
        self._aside: Counter[int] = Counter()  # places kept, by code

    def __len__(self) -> int:
        return len(self._line)

    def __getitem__(self, place: int) -> Occurrence:
        code, rule, length, alternatives = self._kinds[self._kind[place]]
        start = self._start[place]
        return Occurrence(self._line[place], start, start + length, code, rule, alternatives)

    def number(self, kind: Kind) -> int:
        """The number by which ``put`` knows what was found."""
        if kind not in self._numbers:
            self._numbers[kind] = len(self._kinds)
            self._kinds.append(kind)
        return self._numbers[kind]

    def put(self, line: int, start: int, number: int) -> None:
        """Keep one more, see ``Occurrence``."""
        self._line.append(line)
        self._start.append(start)
        self._kind.append(number)

    def put_aside(self, line: int, start: int, number: int, code: int) -> None:
        """Keep one more that is set aside, unless enough of its code are kept."""
        kept = self._aside[code]
        if kept < KEPT_ASIDE:
            self._aside[code] = kept + 1
            self.put(line, start, number)

    def columns(self, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Line, code and rule of the occurrences from one place to before another."""
        for line, number in zip(self._line[begin:end], self._kind[begin:end], strict=True):
            code, rule, _, _ = self._kinds[number]
            yield line, code, rule

    def places_in(self, line: int) -> range:
        """The places of the occurrences in one line."""
        return range(bisect_left(self._line, line), bisect_right(self._line, line))

    def in_line(self, line: int) -> list[Occurrence]:
        """The occurrences in one line."""
        return [self[place] for place in self.places_in(line)]

    def lines(self, place: int, most: int, rules: bytes) -> tuple[list[int], int]:
        """The lines of up to ``most`` occurrences from a place on, of the rules that are not 0; and the next place."""
        end, kinds = min(place + most, len(self)), self._kinds
        pairs = zip(self._line[place:end], self._kind[place:end], strict=True)
        return [line for line, number in pairs if rules[kinds[number][1]]], end

    def after(self, line: int) -> range:
        """The places of occurrences in later lines, in order."""
        return range(bisect_right(self._line, line), len(self))

    def before(self, line: int) -> range:
        """The places of occurrences in earlier lines, nearest first."""
        return range(bisect_left(self._line, line) - 1, -1, -1)
