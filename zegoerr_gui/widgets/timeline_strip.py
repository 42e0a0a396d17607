"""The log over time: grey bars for its lines, pins for its failures, an arrow for the current line."""

import math
from array import array
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.recognition.axis import Axis
from zegoerr_gui.core.recognition.timeline import COLUMNS, Timeline
from zegoerr_gui.models.time_labels import time_labels
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame
from zegoerr_gui.widgets.plain_label import plain_tip
from zegoerr_gui.widgets.timeline_paint import ARROW, HEAD, paint_arrow, paint_foot, paint_pin
from zegoerr_gui.widgets.timeline_pins import NEAREST, ShownPin, merged_pins
from zegoerr_gui.widgets.timeline_words import TimelineWords

_LEFT, _RIGHT = 14, 20
_BAR, _PITCH = 3, 5  # pixels: a bar, and from one to the next
_HIGHEST_BAR: Final = 10
_BETWEEN_LABELS: Final = 96  # pixels from one time to the next, at least


class TimelineStrip(Ground):
    """Holds a timeline, or none. Sends ``line_chosen`` (from 0) for a failure, ``moment_chosen`` for any other place.

    Tab reaches it; Left and Right go from pin to pin, Home and End to the outermost, Enter goes to the failure.
    """

    line_chosen = Signal(int)
    moment_chosen = Signal(object)  # an int of milliseconds, which does not fit into a C int

    def __init__(self, look: Look, name_of: Callable[[int], str]) -> None:
        super().__init__(look, "base", "bottom")
        self._words = TimelineWords(name_of)
        self._timeline: Timeline | None = None
        self._code: int | None = None
        self._current: int | None = None  # moment, or line where the axis is of lines
        self._at: int | None = None  # the pin that the keys are at
        self._pins: list[ShownPin] = []
        self._bars: Sequence[float] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Failures over time"))
        look.changed.connect(self._restyle)

    # What it is told

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Show another timeline, or the same log's as it is now."""
        self._timeline = timeline
        self._fit()

    @property
    def axis(self) -> Axis | None:
        """The axis on show."""
        return self._timeline.axis if self._timeline else None

    @property
    def pins(self) -> Sequence[ShownPin]:
        """The pins as they stand at the width there is."""
        return self._pins

    def show_current(self, moment: int | None) -> None:
        """Point to the moment of the current line, or to its number where the axis is of lines."""
        self._current = moment
        self.update()

    def select_code(self, code: int | None) -> None:
        """Give the pins of a code their foot."""
        self._code = code
        self.update()

    # Inside

    def _fit(self) -> None:
        """Merge pins and bars for the width there is."""
        self._pins, self._bars, self._at = [], (), None
        if self._timeline is not None:
            metrics = QFontMetrics(self._look.font(-2, 600))
            self._pins = merged_pins(self._timeline.pins, _LEFT, self._width, metrics.horizontalAdvance)
            self._bars = _gathered(self._timeline.bars, max(1, round(self._width / _PITCH)))
        self._say()
        self.update()

    def _say(self) -> None:
        """What a screen reader reads: the pin that the keys are at, or all of them in a sentence."""
        if self._at is not None and self.axis is not None:
            said = self._words.of_pin(self._pins[self._at], self.axis)
        else:
            failures = sum(pin.count for pin in self._pins)
            said = self.tr("{failures} at {places}. Left and Right go from one to the next, Enter goes there.").format(
                failures=counted(failures, "failure"), places=counted(len(self._pins), "place")
            )
        self.setAccessibleDescription(said)

    @property
    def _width(self) -> float:
        """Of the axis, in pixels."""
        return max(1.0, self.width() - _LEFT - _RIGHT)

    @property
    def _axis_y(self) -> int:
        return self.height() - QFontMetrics(self._look.font(-2)).height() - 4

    def _x(self, moment: int) -> float:
        assert self._timeline is not None
        return _LEFT + self._timeline.axis.place(moment) * self._width

    def _moment_at(self, x: float) -> int:
        assert self._timeline is not None
        return self._timeline.axis.moment((x - _LEFT) / self._width)

    def _pin_at(self, x: float) -> ShownPin | None:
        near = [pin for pin in self._pins if abs(pin.x - x) <= NEAREST / 2]
        return min(near, key=lambda pin: abs(pin.x - x), default=None)

    def _tip(self, x: float) -> str:
        axis = self.axis
        if axis is None:
            return ""
        if pin := self._pin_at(x):
            return self._words.of_pin(pin, axis)
        if fold := axis.fold_at((x - _LEFT) / self._width):
            return self._words.of_fold(*fold, axis)
        return self._words.of_moment(self._moment_at(x), axis)

    def _go(self, pin: ShownPin) -> None:
        self.line_chosen.emit(pin.failure.first_line)

    def _step(self, key: int) -> None:
        last = len(self._pins) - 1
        if key == Qt.Key.Key_Home:
            self._at = 0
        elif key == Qt.Key.Key_End:
            self._at = last
        else:
            self._at = min(max(0, self._next(1 if key == Qt.Key.Key_Right else -1)), last)
        self._say()
        self.update()

    def _next(self, step: int) -> int:
        """The pin after or before the one that the keys are at, or else the current line."""
        if self._at is not None:
            return self._at + step
        x = self._x(self._current) if self._current is not None else 0.0
        after = next((place for place, pin in enumerate(self._pins) if pin.x > x), len(self._pins))
        return after if step > 0 else after - 1

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(300, 3 * self._look.unit)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 3 * self._look.unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self.setToolTip(plain_tip(self._tip(event.pos().x())))
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pin = self._pin_at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if pin else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._timeline is None:
            super().mousePressEvent(event)
        elif pin := self._pin_at(event.position().x()):
            self._go(pin)
        else:
            self.moment_chosen.emit(self._moment_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        if self._pins and event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(event.key())
        elif self._at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self._pins[self._at])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._timeline is not None:
            self._paint_ground(painter, self._timeline.axis)
            self._paint_pins(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter, axis: Axis) -> None:
        look, y = self._look, self._axis_y
        highest = max(self._bars, default=0.0)
        colour = look.color("border_strong")
        for place, lines in enumerate(self._bars):
            if lines:
                height = max(1.0, _HIGHEST_BAR * look.zoom * (lines / highest) ** 0.5)
                painter.fillRect(QRectF(_LEFT + place * _PITCH, y - height, _BAR, height), colour)
        painter.fillRect(QRectF(_LEFT, y, self._width, 1), colour)
        for begin, end in axis.folds:
            gap = QRectF(self._x(begin) + 4, y - 1, self._x(end) - self._x(begin) - 8, 3)
            painter.fillRect(gap, look.color("base"))
            painter.setFont(look.font(-2))
            painter.setPen(look.color("muted"))
            painter.drawText(gap.adjusted(-8, -8, 8, 8), Qt.AlignmentFlag.AlignCenter, "⋯")
        self._paint_labels(painter, axis)

    def _paint_labels(self, painter: QPainter, axis: Axis) -> None:
        font = self._look.font(-2)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.color("muted"))
        free = 0.0
        arrow = -math.inf if self._current is None else self._arrow_x(self._current)
        top = self._axis_y + 3
        labels = list(time_labels(axis, int(self._width / (_BETWEEN_LABELS * self._look.zoom))))
        if axis.by_lines:
            said = self.tr("No times that differ. Line:") if labels else self.tr("No times that differ")
            width = metrics.horizontalAdvance(said)
            left = arrow + ARROW + 3 if _LEFT - ARROW < arrow < _LEFT + width + ARROW else _LEFT
            painter.drawText(QPointF(left, top + metrics.ascent()), said)
            free = left + width + 8
        for place, text in labels:
            width = metrics.horizontalAdvance(text)
            left = _LEFT + place * self._width - width / 2
            left = min(max(left, _LEFT), self.width() - _RIGHT - width)
            if left >= free and not left - ARROW < arrow < left + width + ARROW:
                painter.drawText(QPointF(left, top + metrics.ascent()), text)
                free = left + width + 12

    def _paint_pins(self, painter: QPainter) -> None:
        y = self._axis_y
        for pin in self._pins:
            paint_pin(painter, pin, y, self._look)
            if self._code in pin.codes:
                paint_foot(painter, pin.x, y, self._look)
        if self._current is not None:
            paint_arrow(painter, self._arrow_x(self._current), y, self._look)
        if self.hasFocus():
            box = QRectF(self.rect()).adjusted(2, 2, -2, -3)
            if self._at is not None:
                x = self._pins[self._at].x
                box = QRectF(x - HEAD - 4, 3, 2 * HEAD + 8, y + 3)
            paint_frame(painter, box, border=self._look.color("accent"), radius=4, width=2)

    def _arrow_x(self, moment: int) -> float:
        """Where the arrow stands: under the pin that the moment was merged into, else where the moment lies."""
        x = self._x(moment)
        return next((pin.x for pin in self._pins if pin.x - 1 <= x <= pin.until + 1), x)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._fit()


def _gathered(bars: "array[float]", count: int) -> list[float]:
    """Fewer, wider bars."""
    return [
        sum(bars[place * COLUMNS // count : max((place + 1) * COLUMNS // count, place * COLUMNS // count + 1)])
        for place in range(count)
    ]
