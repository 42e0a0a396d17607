"""A log over time, small enough to paint at once: how many lines, and which failures, in each of 2,048 columns."""

from array import array
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from zegoerr_gui.core.recognition.axis import Axis, axis_of_lines, axis_of_moments
from zegoerr_gui.core.recognition.failures import Failure, Outcome
from zegoerr_gui.core.recognition.moments import Moments
from zegoerr_gui.core.recognition.times import UNKNOWN

COLUMNS: Final = 2048
WORST_FIRST: Final[tuple[Outcome, ...]] = ("failed", "retrying", "unknown", "recovered")
_POINTS: Final = 2048  # lines with their moments that a timeline is drawn from
_FINEST: Final = 1 / 256  # share of the axis: stretches between two points that are longer are looked into
_A_STEP: Final = 256  # points or failures
_READ_A_STEP: Final = 8  # lines
_MOST_READ: Final = 4 * _POINTS  # lines: where two clocks alternate every stretch is far, and all would be read


@dataclass(slots=True)
class Pin:
    """The failures of one column: how many, the outcome that weighs most, the first that ended so, their codes."""

    column: int
    outcome: Outcome
    failure: Failure
    count: int = 0
    codes: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Timeline:
    """``bars`` tells the lines of each column (they may be parts of a line), ``pins`` the columns with failures."""

    axis: Axis
    bars: "array[float]"
    pins: tuple[Pin, ...]


def draw_timeline(
    moments: Moments, failures: Sequence[Failure], lines: int, finely: bool
) -> Generator[float, None, Timeline]:
    """Draws a log of so many lines, in steps of about a millisecond, which yield the share done; returns the timeline.

    ``finely`` reads lines where two that are known lie far apart, so that every gap stands where it is: for a log that
    has been read to its end. Raises UnreadableLogError.
    """
    points = _Points(*moments.points(_POINTS))
    last = moments.last()
    axis = axis_of_moments([*points.moments, last] if last != UNKNOWN else points.moments)
    if axis is not None and finely:
        points.end(lines - 1, last)
        yield from points.refine(moments, axis)
        axis = axis_of_moments(points.moments)
    yield 0.5
    bars = array("d", bytes(8 * COLUMNS))
    if axis is None:
        axis = axis_of_lines(lines)
    else:
        yield from points.count(axis, lines, bars)
    pins: dict[int, Pin] = {}
    for number, failure in enumerate(failures):
        _pin(pins, axis, failure, moments)
        if number % _A_STEP == _A_STEP - 1:
            yield 0.5 + 0.5 * number / len(failures)
    return Timeline(axis, bars, tuple(pins[column] for column in sorted(pins)))


def column_of(axis: Axis, moment: int) -> int:
    """The column in which a moment lies."""
    return min(COLUMNS - 1, int(axis.place(moment) * COLUMNS))


def _pin(pins: dict[int, Pin], axis: Axis, failure: Failure, moments: Moments) -> None:
    line = failure.first_line
    moment = line if axis.by_lines else moments.placed(line, failure.first_moment)
    column = column_of(axis, axis.begin if moment == UNKNOWN else moment)
    pin = pins.get(column)
    if pin is None:
        pin = pins[column] = Pin(column, failure.outcome, failure)
    elif WORST_FIRST.index(failure.outcome) < WORST_FIRST.index(pin.outcome):
        pin.outcome, pin.failure = failure.outcome, failure
    pin.count += 1
    pin.codes.add(failure.code)


class _Points:
    """Lines with their moments, in the order of the log."""

    def __init__(self, lines: list[int], moments: list[int]) -> None:
        self.lines = lines
        self.moments = moments

    def end(self, line: int, moment: int) -> None:
        """Take in when the log ended."""
        if moment != UNKNOWN and (not self.lines or self.lines[-1] < line):
            self.lines.append(line)
            self.moments.append(moment)

    def refine(self, moments: Moments, axis: Axis) -> Iterator[float]:
        """Read lines between two points until those that are left are near each other in time, or in the log."""
        known = list(zip(self.lines, self.moments, strict=True))
        refined: list[tuple[int, int]] = []
        waiting = known[:0:-1]
        at = known[0]
        read = 0
        while waiting:
            other = waiting[-1]
            far = read < _MOST_READ and other[0] - at[0] > 1 and abs(axis.place(other[1]) - axis.place(at[1])) > _FINEST
            told = moments.told_between((at[0] + other[0]) // 2, other[0]) if far else None
            if told is not None:
                waiting.append(told)
            else:
                refined.append(at)
                at = waiting.pop()
            read += far
            if far and read % _READ_A_STEP == 0:
                yield 0.0
        refined.append(at)
        self.lines = [line for line, _ in refined]
        self.moments = [moment for _, moment in refined]

    def count(self, axis: Axis, lines: int, bars: "array[float]") -> Iterator[float]:
        """Count the lines in columns: from one point to the next they are spread evenly."""
        column = column_of(axis, self.moments[0])
        ends = [*self.lines[1:], max(lines, self.lines[-1] + 1)]
        for number, (line, end) in enumerate(zip(self.lines, ends, strict=True)):
            other = column_of(axis, self.moments[number + 1]) if number + 1 < len(self.moments) else column
            spread = other - column
            if end - line == 1 or spread <= 0:
                bars[column] += end - line
            else:
                share = (end - line) / spread
                for between in range(column, other):
                    bars[between] += share
            column = other
            if number % _A_STEP == _A_STEP - 1:
                yield 0.5
