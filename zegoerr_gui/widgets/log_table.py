"""The lines of a log as a table that never holds more than what is on screen."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zegoerr_gui.models.line_filter import LineFilter
from zegoerr_gui.models.log_lines_model import ACTION, CONTENT, LEVEL, TIME, LogLinesModel
from zegoerr_gui.models.own_marks import OwnMarks
from zegoerr_gui.widgets.column_header import ColumnHeader
from zegoerr_gui.widgets.log_delegate import LogDelegate, paint_gap
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.row_table import RowTable

_AROUND = 2  # lines seen above and below the one gone to
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MOVES: dict[int, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
}
_LEAST_ROWS = 5
_NARROW = 720  # pixels under which the column of actions is left out


class LogTable(RowTable):
    """Holds the view of a log. Sends ``line_chosen`` with the current line, from 0."""

    line_chosen = Signal(int)

    def __init__(self, model: LogLinesModel, own_marks: OwnMarks, look: Look) -> None:
        super().__init__()
        self._look = look
        self._columns = True
        self._lines = model
        self._anchor: int | None = None  # the row come to last, until another one becomes current by other means
        self.setModel(model)
        self.marks = LogDelegate(self, model, look)
        self.setItemDelegate(self.marks)
        self.setHorizontalHeader(ColumnHeader(look, 8, small=True, parent=self))
        self.setVerticalHeader(_LineNumbers(look, model, own_marks, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Lines of the log"))
        self.selectionModel().currentRowChanged.connect(self._tell)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def current_line(self) -> int:
        """The current line, from 0; -1 for none."""
        row = self.currentIndex().row()
        return self._lines.line_of(row) if row >= 0 else -1

    def go_to(self, line: int) -> None:
        """Make a line current, or the nearest one shown, and bring it into sight, without taking the focus."""
        row = self._lines.row_of(line)
        index = self._lines.index(row, CONTENT)  # the one column that is never hidden
        if index.isValid() and line < self._lines.line_count:
            self.executeDelayedItemsLayout()  # rows that have just come can be scrolled to
            top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            # Not the view's own setCurrentIndex: with Ctrl or Shift held, as for Ctrl+V, it would add to the selection.
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self._anchor = row
            if row - top < _AROUND or bottom - row < _AROUND:  # also where the rows end above the lower edge
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_filtered(self, wanted: LineFilter | None, line: int) -> None:
        """Show some of the lines, or all, at a line or the nearest one, as far down as the current one stands now."""
        above = self.currentIndex().row() - self.rowAt(0)
        self._lines.set_filter(wanted)
        if line >= 0:
            self.go_to(line)
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(self.currentIndex().row() - above)

    @property
    def selected_rows(self) -> list[tuple[int, int]]:
        """The first and last row of each stretch that is selected, ascending."""
        selection = self.selectionModel().selection()
        parts = map(selection.at, range(selection.count()))
        return sorted({(part.top(), part.bottom()) for part in parts})

    def selected_spans(self) -> Iterator[tuple[int, int]]:
        """The first and last line of each selected stretch without a gap, ascending, from 0."""
        # A list, so that they stay these lines though others may be shown by the time they are asked for.
        return chain.from_iterable([self._lines.spans(top, bottom) for top, bottom in self.selected_rows])

    def selected_bounds(self) -> tuple[int, int, int]:
        """How many lines are selected, the first of them and the last, from 0; the lines are -1 for none."""
        rows = self.selected_rows
        if not rows:
            return 0, -1, -1
        count = sum(bottom - top + 1 for top, bottom in rows)
        return count, self._lines.line_of(rows[0][0]), self._lines.line_of(rows[-1][1])

    def show_columns(self, shown: bool) -> None:
        """Split lines of the SDK into columns, or show just the text."""
        self._columns = shown
        self._arrange()

    def restyle(self) -> None:
        """Take fonts and heights anew."""
        look = self._look
        metrics = QFontMetrics(look.mono())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(CONTENT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(TIME, metrics.horizontalAdvance("00:00:00.000") + 20)
        header.resizeSection(LEVEL, metrics.horizontalAdvance("debug") + look.mono_unit // 2 + 24)
        header.resizeSection(ACTION, metrics.horizontalAdvance("zc.spsr.0.1") + 14)
        self.verticalHeader().setDefaultSectionSize(look.log_row_height)
        self.fit_numbers()

    def fit_numbers(self) -> None:
        """Make room for the longest line number."""
        digits = "0" * max(3, len(str(self._lines.line_count)))
        width = QFontMetrics(self._look.mono()).horizontalAdvance(digits)
        self.verticalHeader().setFixedWidth(width + 28)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell a screen reader of the first row only: Qt lists every cell, which for millions of rows takes minutes."""
        super().selectionChanged(self._first_row(selected), self._first_row(deselected))
        self.viewport().update()
        self.verticalHeader().viewport().update()

    def _first_row(self, selection: QItemSelection) -> QItemSelection:
        if not selection.count():
            return QItemSelection()
        row = selection.at(0).top()
        return QItemSelection(self._lines.index(row, TIME), self._lines.index(row, CONTENT))

    def keyboardSearch(self, text: str) -> None:
        """Letters are for the filter; to search the lines for them, Qt would have to read them all."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        commanding = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        copies = event.matches(QKeySequence.StandardKey.Copy)  # Qt would copy the cell as it stands
        if copies or (not commanding and event.text().strip() and event.text().isprintable()):
            event.ignore()
        elif self._anchor is not None and event.key() in _MOVES and event.modifiers() & _SHIFT:
            self._extend(self._anchor, _MOVES[event.key()])
        else:
            super().keyPressEvent(event)
            self._anchor = None if event.key() in _MOVES else self._anchor

    def _extend(self, anchor: int, move: QAbstractItemView.CursorAction) -> None:
        """Select from the row that was come to; Qt would begin at the one last chosen by hand."""
        index = self.moveCursor(move, Qt.KeyboardModifier.NoModifier)
        top, bottom = sorted((anchor, index.row()))
        chosen = QItemSelection(self.model().index(top, CONTENT), self.model().index(bottom, CONTENT))
        self.selectionModel().select(chosen, _ALONE)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._anchor = anchor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not event.modifiers() & _SHIFT:
            self._anchor = None
        super().mousePressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """A few lines stay in sight, whatever else is opened over them."""
        return QSize(200, self._look.log_header_height + _LEAST_ROWS * self._look.log_row_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        for column in (TIME, LEVEL):
            self.setColumnHidden(column, not self._columns)
        self.setColumnHidden(ACTION, not self._columns or self.width() < _NARROW * self._look.zoom)

    def _tell(self) -> None:
        self._anchor = None
        if self.current_line >= 0:
            self.line_chosen.emit(self.current_line)


class _LineNumbers(QHeaderView):
    """Line numbers, right-aligned, the current one in full ink, a flag before those the agent has marked."""

    def __init__(self, look: Look, model: LogLinesModel, own_marks: OwnMarks, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._look = look
        self._lines = model
        self._own_marks = own_marks
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(8)
        own_marks.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 0)  # Qt would measure hundreds of rows, and a table asks for the width alone

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        current = section == self._table.currentIndex().row()
        line = self._lines.line_of(section)
        painter.save()
        ground = "base"
        if self._table.selectionModel().isRowSelected(section):
            ground = "selection" if self._table.hasFocus() else "selection_inactive"
        painter.fillRect(rect, self._look.color(ground))
        if self._lines.follows_gap(section):
            paint_gap(painter, rect, self._look)
        if line in self._own_marks:
            self._paint_flag(painter, rect)
        painter.setFont(self._look.mono(-1, 600 if current else 400))
        painter.setPen(self._look.color("text" if current else "muted"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -10, 0), flags, str(line + 1))
        painter.restore()

    def _paint_flag(self, painter: QPainter, rect: QRect) -> None:
        """A pennant at the left edge, pointing to the line."""
        height = self._look.mono_unit * 0.7
        top, middle = rect.center().y() + 0.5 - height / 2, rect.center().y() + 0.5
        left, right = rect.left() + 3.0, rect.left() + 3.0 + height * 0.9
        neck = right - height * 0.4
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent"))
        corners = [(left, top), (neck, top), (right, middle), (neck, top + height), (left, top + height)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
