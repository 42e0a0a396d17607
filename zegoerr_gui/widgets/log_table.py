"""The lines of a log as a table that never holds more than what is on screen."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zegoerr_gui.models.log_lines_model import ACTION, CONTENT, LEVEL, TIME, LogLinesModel
from zegoerr_gui.widgets.column_header import ColumnHeader
from zegoerr_gui.widgets.log_delegate import LogDelegate
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.tipped_table import TippedTable

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
_NARROW = 720  # pixels under which the column of actions is left out


class LogTable(TippedTable):
    """Holds the view of a log. Sends ``line_chosen`` with the current line, from 0."""

    line_chosen = Signal(int)

    def __init__(self, model: LogLinesModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = True
        self._lines = model
        self._anchor: int | None = None  # the row come to last, until the agent chooses one with keys or mouse
        self.setModel(model)
        self.marks = LogDelegate(self, look)
        self.setItemDelegate(self.marks)
        self.setHorizontalHeader(ColumnHeader(look, 8, small=True, parent=self))
        self.setVerticalHeader(_LineNumbers(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Lines of the log"))
        self.selectionModel().currentRowChanged.connect(self._tell)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def current_line(self) -> int:
        """The current line, from 0; -1 for none."""
        return self.currentIndex().row()

    def go_to(self, line: int) -> None:
        """Make a line current and bring it into sight, without taking the focus."""
        index = self.model().index(line, CONTENT)  # the one column that is never hidden
        if index.isValid():
            self.executeDelayedItemsLayout()  # rows that have just come can be scrolled to
            top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            # Not the view's own setCurrentIndex: with Ctrl or Shift held, as for Ctrl+V, it would add to the selection.
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self._anchor = line
            if line - top < _AROUND or bottom - line < _AROUND:  # also where the rows end above the lower edge
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def selected_lines(self) -> Iterator[int]:
        """The selected lines, ascending, from 0; of millions only those that are asked for."""
        selection = self.selectionModel().selection()
        parts = map(selection.at, range(selection.count()))
        ranges = sorted({(part.top(), part.bottom()) for part in parts})
        return chain.from_iterable(range(top, bottom + 1) for top, bottom in ranges)

    def selected_bounds(self) -> tuple[int, int, int]:
        """How many lines are selected, the first of them and the last, from 0; the lines are -1 for none."""
        selection = self.selectionModel().selection()
        parts = map(selection.at, range(selection.count()))
        rows = {(part.top(), part.bottom()) for part in parts}
        if not rows:
            return 0, -1, -1
        model = self._lines
        first, last = min(rows)[0], max(bottom for _, bottom in rows)
        return sum(bottom - top + 1 for top, bottom in rows), model.line_of(first), model.line_of(last)

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
        digits = "0" * max(3, len(str(self.model().rowCount())))
        width = QFontMetrics(self._look.mono()).horizontalAdvance(digits)
        self.verticalHeader().setFixedWidth(width + 24)

    def keyboardSearch(self, text: str) -> None:
        """Letters are for the filter; to search the lines for them, Qt would have to read them all."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        commanding = event.modifiers() & Qt.KeyboardModifier.ControlModifier  # some systems tell a letter for Ctrl+A
        if event.text().strip() and event.text().isprintable() and not commanding:
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not event.modifiers() & _SHIFT:
            self._anchor = None
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        for column in (TIME, LEVEL):
            self.setColumnHidden(column, not self._columns)
        self.setColumnHidden(ACTION, not self._columns or self.width() < _NARROW * self._look.zoom)

    def _tell(self) -> None:
        if self.current_line >= 0:
            self.line_chosen.emit(self.current_line)


class _LineNumbers(QHeaderView):
    """Line numbers, right-aligned, the current one in full ink."""

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._look = look
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(8)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        current = section == self._table.currentIndex().row()
        painter.save()
        ground = "base"
        if self._table.selectionModel().isRowSelected(section):
            ground = "selection" if self._table.hasFocus() else "selection_inactive"
        painter.fillRect(rect, self._look.color(ground))
        painter.setFont(self._look.mono(-1, 600 if current else 400))
        painter.setPen(self._look.color("text" if current else "muted"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -10, 0), flags, str(section + 1))
        painter.restore()
