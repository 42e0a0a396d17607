"""Which moments an axis of time names, and how: round ones, as many as fit."""

from collections.abc import Iterator
from typing import Final

from zegoerr_gui.core.recognition.axis import Axis
from zegoerr_gui.core.recognition.times import DAY, clock, date

_SECOND, _MINUTE, _HOUR = 1000, 60_000, 3_600_000
_CLOCK_STEPS: Final = (
    *(1, 2, 5, 10, 20, 50, 100, 200, 500),
    *(count * _SECOND for count in (1, 2, 5, 10, 15, 30)),
    *(count * _MINUTE for count in (1, 2, 5, 10, 15, 30)),
    *(count * _HOUR for count in (1, 2, 3, 6, 12)),
)
_COUNTS: Final = (1, 2, 5)


def time_labels(axis: Axis, most: int) -> Iterator[tuple[float, str]]:
    """Places on the axis with what to write there, from left to right; about ``most`` of them.

    Where the axis is of lines, it names lines from 1 on.
    """
    drawn = sum(end - begin for begin, end in axis.stretches())
    step = _step(axis, max(1, drawn // max(1, most)))
    day = None
    for begin, end in axis.stretches():
        first = 0 if axis.by_lines else -(-begin // step) * step
        for moment in range(first, end + 1, step):
            if axis.by_lines:
                line = max(moment - 1, 0)
                yield axis.place(line), f"{line + 1:,}"
                continue
            text = _clock(moment, step)
            if moment // DAY != day and axis.begin // DAY != axis.end // DAY:
                day = moment // DAY
                text = f"{date(moment)} {text}"
            yield axis.place(moment), text


def _step(axis: Axis, least: int) -> int:
    """The first round step that is not shorter."""
    if not axis.by_lines:
        days = -(-least // DAY) * DAY
        return next((step for step in _CLOCK_STEPS if step >= least), days)
    power = 1
    while True:
        for count in _COUNTS:
            if count * power >= least:
                return count * power
        power *= 10


def _clock(moment: int, step: int) -> str:
    text = clock(moment)
    if step < _SECOND:
        return text
    return text[:8] if step < _MINUTE else text[:5]
