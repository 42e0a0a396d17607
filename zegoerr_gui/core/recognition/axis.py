"""An axis of time on which the moments of one log find their places.

A log is often two sittings with a night between them, or one line that tells another year. Drawn to scale, all else
would be one pixel; so a stretch without a line that takes nearly all of the axis is folded to a small part of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

FOLD: Final = 0.04  # share of the axis that a folded stretch keeps
_SHORTEST_FOLD: Final = 30 * 60 * 1000  # milliseconds
_FOLDED_FROM: Final = 0.8  # share of the axis that it would take
_MOST_FOLDS: Final = 4


@dataclass(frozen=True, slots=True)
class Axis:
    """Places from 0 to 1 for moments, or for lines where ``by_lines``: a log may tell no times.

    ``knots`` are moments with their places, ascending; between two of them an axis is even. ``folds`` are the stretches
    that were folded, from moment to moment.
    """

    knots: tuple[tuple[int, float], ...]
    folds: tuple[tuple[int, int], ...] = ()
    by_lines: bool = False

    @property
    def begin(self) -> int:
        """The first moment."""
        return self.knots[0][0]

    @property
    def end(self) -> int:
        """The last moment."""
        return self.knots[-1][0]

    def place(self, moment: int) -> float:
        """Where a moment lies; before the first at 0, after the last at 1."""
        knots = self.knots
        if moment <= knots[0][0] or moment >= knots[-1][0]:
            return 0.0 if moment <= knots[0][0] else 1.0
        at = 1
        while knots[at][0] < moment:
            at += 1
        (begin, left), (end, right) = knots[at - 1], knots[at]
        return left + (right - left) * (moment - begin) / (end - begin)

    def moment(self, place: float) -> int:
        """The moment that lies at a place."""
        place = min(max(place, 0.0), 1.0)
        for (begin, left), (end, right) in pairwise(self.knots):
            if place <= right:
                return begin + round((end - begin) * (place - left) / (right - left))
        return self.end

    def stretches(self) -> Iterator[tuple[int, int]]:
        """The parts of the axis that are drawn to one scale, from moment to moment."""
        for (begin, _), (end, _) in pairwise(self.knots):
            if (begin, end) not in self.folds:
                yield begin, end

    def fold_at(self, place: float) -> tuple[int, int] | None:
        """The stretch that is folded at a place."""
        return next((fold for fold in self.folds if self.place(fold[0]) < place < self.place(fold[1])), None)


def axis_of_moments(moments: Iterable[int]) -> Axis | None:
    """The axis for these moments, in any order; None where they do not tell two different ones."""
    known = sorted(moments)
    if not known or known[0] == known[-1]:
        return None
    folds = _folds(known)
    scale = (1 - FOLD * len(folds)) / (known[-1] - known[0] - sum(end - begin for begin, end in folds))
    knots, place = [(known[0], 0.0)], 0.0
    for begin, end in folds:
        place += (begin - knots[-1][0]) * scale
        knots += [(begin, place)] * (begin > knots[-1][0])
        place += FOLD
        knots.append((end, place))
    knots += [(known[-1], 1.0)] * (known[-1] > knots[-1][0])
    return Axis(tuple(knots), folds)


def axis_of_lines(lines: int) -> Axis:
    """The axis for a log of so many lines that tells no times."""
    return Axis(((0, 0.0), (max(1, lines - 1), 1.0)), by_lines=True)


def _folds(known: list[int]) -> tuple[tuple[int, int], ...]:
    gaps = sorted(((end - begin, begin, end) for begin, end in pairwise(known)), reverse=True)
    folds, rest = [], known[-1] - known[0]
    for gap, begin, end in gaps[:_MOST_FOLDS]:
        if gap < max(_SHORTEST_FOLD, _FOLDED_FROM * rest) or gap == rest:
            break
        folds.append((begin, end))
        rest -= gap
    return tuple(sorted(folds))
