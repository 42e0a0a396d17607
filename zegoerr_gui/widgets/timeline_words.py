"""What a timeline tells in words: of a pin, of a gap, of a moment."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.recognition.axis import Axis
from zegoerr_gui.core.recognition.times import DAY, UNKNOWN, clock, date, duration
from zegoerr_gui.widgets.icons import OUTCOME_ICONS
from zegoerr_gui.widgets.timeline_pins import ShownPin


class TimelineWords:
    """Says it for tooltips and screen readers; moments are milliseconds, or lines where the axis is of lines."""

    def __init__(self, name_of: Callable[[int], str]) -> None:
        """``name_of`` tells what a code is called."""
        self._name_of = name_of

    def of_pin(self, pin: ShownPin, axis: Axis) -> str:
        """When, which code, its name, its line, how it ended; how many others are with it."""
        failure = pin.failure
        told = _tr("{when} {code} {name}, line {line}, {outcome}").format(
            when=_when(failure.first_moment, axis),
            code=failure.code,
            name=self._name_of(failure.code),
            line=f"{failure.first_line + 1:,}",
            outcome=OUTCOME_ICONS[pin.outcome][2],
        )
        told = " ".join(told.split())
        if pin.count == 1:
            return told
        return _tr("{count} here, of {codes}. The first of the worst: {told}").format(
            count=counted(pin.count, "failure"), codes=counted(len(pin.codes), "code"), told=told
        )

    def of_fold(self, begin: int, end: int, axis: Axis) -> str:
        """From when to when there is no line."""
        said = _tr("{length} without a line: {begin} to {end}")
        return said.format(length=duration(end - begin), begin=_when(begin, axis), end=_when(end, axis))

    def of_moment(self, moment: int, axis: Axis) -> str:
        """When that is, or which line."""
        return _tr("Line {line}").format(line=f"{moment + 1:,}") if axis.by_lines else _when(moment, axis)


def _when(moment: int, axis: Axis) -> str:
    if moment == UNKNOWN:
        return ""
    days = not axis.by_lines and axis.begin // DAY != axis.end // DAY
    return f"{date(moment)} {clock(moment)}" if days else clock(moment)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelineStrip", text)
