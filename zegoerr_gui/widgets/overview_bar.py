"""Beside the scroll bar: where in the log its codes stand, what part of it is on show, where the current line is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.overview import Lane, Overview, Tick
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame, snapped
from zegoerr_gui.widgets.plain_label import plain_tip

WIDTH: Final = 14
_TICK: Final = 2  # pixels, its height
_NEAR: Final = 4  # pixels from the mouse to a tick that is meant
_EDGE: Final = 3  # pixels above the first row and below the last
# lane: left edge, width of a certain tick, of a likely one, token
_LANES: Final[dict[Lane, tuple[int, int, int, str]]] = {
    Lane.FAILURE: (2, 6, 3, "failure"),
    Lane.DEGRADED: (8, 4, 2, "degraded"),
    Lane.OTHER: (8, 4, 2, "info"),
    Lane.NUMBER: (12, 2, 2, "faint"),
}


class OverviewBar(QWidget):
    """Holds the overview of the log in a table. Sends ``line_chosen`` (from 0) for a tick; elsewhere it scrolls."""

    line_chosen = Signal(int)

    def __init__(
        self,
        table: LogTable,
        model: LogLinesModel,
        look: Look,
        told_of: Callable[[int], str],
    ) -> None:
        """``told_of`` says in words which codes stand in a line."""
        super().__init__()
        self._table = table
        self._model = model
        self._look = look
        self._told_of = told_of
        self._overview: Overview | None = None
        self._ticks: list[tuple[int, int, Tick]] | None = None  # top and bottom in pixels; None: to be placed anew
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where the codes stand in the log"))
        self.setAccessibleDescription(self.tr("The same with the keyboard: F8 goes to the next mark."))
        table.verticalScrollBar().valueChanged.connect(self.update)
        table.selectionModel().currentRowChanged.connect(self.update)
        for changed in (model.modelReset, model.rowsInserted):
            changed.connect(self.place_anew)
        look.changed.connect(self.update)

    def show_overview(self, overview: Overview | None) -> None:
        """Show another log's overview, or the same one's as it is now."""
        self._overview = overview
        self.place_anew()

    def place_anew(self) -> None:
        """Other rows, or more of them, are on show."""
        self._ticks = None
        self.update()

    # Inside

    def _scale(self) -> tuple[int, float]:
        """Where rows of the table lie: that of the first, beside the header's lower edge, and from one to the next."""
        top = self._table.viewport().y() + _EDGE
        return top, max(1, self.height() - top - _EDGE) / max(1, self._model.rowCount())

    def _y(self, row: int) -> float:
        top, pitch = self._scale()
        return top + row * pitch

    def _row(self, y: float) -> int:
        top, pitch = self._scale()
        return min(max(0, int((y - top) / pitch)), self._model.rowCount() - 1)

    def _placed(self) -> list[tuple[int, int, Tick]]:
        """The ticks with their places; of those that would lie on the same pixels only one."""
        if self._ticks is None:
            placed: dict[tuple[int, int, Lane, bool], tuple[int, int, Tick]] = {}
            row_of, (first, pitch) = self._model.row_of, self._scale()
            for tick in self._shown_ticks() if self._model.rowCount() else ():
                top = int(first + row_of(tick.first_line) * pitch)
                bottom = top + _TICK
                if tick.last_line != tick.first_line:
                    bottom = max(bottom, int(first + row_of(tick.last_line) * pitch))
                placed.setdefault((top, bottom, tick.lane, tick.certain), (top, bottom, tick))
            self._ticks = list(placed.values())
        return self._ticks

    def _shown_ticks(self) -> Iterator[Tick]:
        """The ticks that the filter lets through; of one with a hidden end the other end."""
        holds, all_until = self._model.holds, 0 if self._model.filtered else self._model.line_count
        for tick in self._overview.ticks() if self._overview else ():
            first, last = tick.first_line, tick.last_line
            if last < all_until or (holds(first) and holds(last)):
                yield tick
            elif holds(first):
                yield replace(tick, last_line=first)
            elif holds(last):
                yield replace(tick, first_line=last)

    def _tick_at(self, y: float) -> Tick | None:
        near = [(max(top - y, y - bottom, 0.0), tick.lane, top, tick) for top, bottom, tick in self._placed()]
        best = min(near, key=lambda one: one[:3], default=None)
        return best[3] if best and best[0] <= _NEAR else None

    def _tip(self, y: float) -> str:
        if not self._model.rowCount():
            return ""
        tick = self._tick_at(y)
        line = tick.first_line if tick else self._model.line_of(self._row(y))
        told = self._told_of(line) if tick else ""
        return self.tr("Line {line}").format(line=f"{line + 1:,}") + (f": {told}" if told else "")

    def _scroll(self, y: float) -> None:
        """Bring the row at a place to the middle of the table."""
        seen = self._table.viewport().height() // max(1, self._table.rowHeight(0))
        self._table.verticalScrollBar().setValue(self._row(y) - seen // 2)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_anew()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self.setToolTip(plain_tip(self._tip(event.pos().y())))
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif tick := self._tick_at(event.position().y()):
            self.line_chosen.emit(tick.first_line)
        else:
            self._scroll(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll(event.position().y())
        else:
            tick = self._tick_at(event.position().y())
            self.setCursor(Qt.CursorShape.PointingHandCursor if tick else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        painter.fillRect(self.rect(), look.color("base"))
        painter.fillRect(0, 0, 1, self.height(), look.color("border"))
        if self._model.rowCount():
            self._paint_seen(painter)
            colours = {lane: look.color(token) for lane, (_, _, _, token) in _LANES.items()}
            for top, bottom, tick in self._placed():
                left, certain, likely, _ = _LANES[tick.lane]
                painter.fillRect(left, top, certain if tick.certain else likely, bottom - top, colours[tick.lane])
            self._paint_current(painter)
        painter.end()

    def _paint_seen(self, painter: QPainter) -> None:
        """A frame around what the table shows of the log."""
        table = self._table
        first = table.rowAt(0)
        last = table.rowAt(table.viewport().height() - 1)
        top, bottom = self._y(first), self._y(last + 1 if last >= 0 else self._model.rowCount())
        frame = QRectF(1, top, WIDTH - 1, max(6.0, bottom - top))
        paint_frame(painter, frame, self._look.color("selection_inactive"), self._look.color("faint"), radius=2)

    def _paint_current(self, painter: QPainter) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            y = self._y(row)
            painter.fillRect(snapped(painter, QRectF(1, y - 0.5, WIDTH - 1, 3)), self._look.color("accent"))
