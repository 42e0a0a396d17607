"""The table of codes: the list of what there is and, with a log, of what was found."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from zegoerr_gui.models.code_table_model import CODE, DESCRIPTION, IN_LOG, NEXT, CodeTableModel
from zegoerr_gui.widgets.codes_delegate import PADDING, CodesDelegate
from zegoerr_gui.widgets.column_header import ColumnHeader
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.no_codes import NoCodes
from zegoerr_gui.widgets.query_note import QueryNote
from zegoerr_gui.widgets.row_table import RowTable

_LEAST_ROWS = 3
_NAME = 11  # units of look that a name has at least, where anything else can give way
_WIDE = 700  # pixels of the table from which every column has the room it wants


class CodesPane(QWidget):
    """Holds the table and keeps a code chosen through every change of its rows.

    Sends ``code_chosen`` when another code becomes the chosen one, ``code_activated`` on Enter or a double click. What
    is said of a query is in ``note``, what stands there without rows is ``empty``.
    """

    code_chosen = Signal(int)
    code_activated = Signal(int)

    def __init__(self, model: CodeTableModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._chosen: int | None = None
        self._sorted_by_hand = False
        self.table = _CodesTable()
        self.table.setModel(model)
        self._header = ColumnHeader(look, PADDING, parent=self.table)
        self._header.right_aligned = frozenset({IN_LOG})
        self._header.setSectionsClickable(True)
        self._header.sectionClicked.connect(self._sort)
        self.table.setHorizontalHeader(self._header)
        self.table.setItemDelegate(CodesDelegate(self.table, look))
        self.table.setAccessibleName(self.tr("Error codes"))
        self.note = QueryNote(model, look, self.table)
        self.empty = NoCodes(model, look, self.table.viewport())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        model.modelReset.connect(self._keep_chosen)
        model.rows_changed.connect(self._show_columns)
        self.table.selectionModel().currentRowChanged.connect(self._choose_row)
        self.table.activated.connect(lambda index: self.code_activated.emit(self._model.codes[index.row()]))
        self.table.resized.connect(self._fit)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> int | None:
        """The code whose row is current; None while no row is shown."""
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(880, self.height_of_rows(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.height_of_rows(_LEAST_ROWS))

    def height_of_rows(self, rows: int) -> int:
        """The height, in pixels, that shows just so many whole rows."""
        return self._look.header_height + rows * self._look.row_height

    def choose(self, code: int) -> bool:
        """Make a code the current row, without taking the focus; False where the table does not show it."""
        row = self._model.row_of(code)
        if row < 0:
            return False
        self._select(row)
        return True

    def choose_none(self) -> None:
        """Leave no row current: the code on show is none of these."""
        self._chosen = None
        self.table.selectionModel().clear()

    def choose_failure(self) -> None:
        """Make the first code that means a failure current: what a new user should see first."""
        codes = self._model.codes
        self._select(next((row for row, code in enumerate(codes) if self._model.entry(code).severity == "failure"), 0))

    def choose_first(self) -> None:
        """Make the first row current."""
        if self._model.codes:
            self._select(0)

    def move(self, step: int) -> None:  # type: ignore[override]
        """Make a row further down (or, below 0, up) current."""
        if self._model.codes:
            row = self._model.row_of(self._chosen) if self._chosen is not None else -1
            self._select(max(0, min(len(self._model.codes) - 1, row + step)))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this pane, in reading order."""
        return [self.note.offer, self.table, *self.empty.ways]

    def renew_entries(self) -> None:
        """Show what the catalogue says by now; the topmost row stays at the top, wherever the chosen one is."""
        row = self.table.rowAt(0)
        code = self._model.codes[row] if row >= 0 else None
        self._model.renew_entries()
        row = self._model.row_of(code) if code is not None else -1
        if row >= 0:
            self.table.scrollTo(self._model.index(row, CODE), QTableView.ScrollHint.PositionAtTop)

    def _select(self, row: int) -> None:
        index = self._model.index(row, CODE)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.scrollTo(index)
        self.table.selectionModel().setCurrentIndex(index, flags)

    def _choose_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            code = self._model.codes[current.row()]
            if code != self._chosen:
                self._chosen = code
                self.table.viewport().repaint()  # before the panes that follow it: they take longer to fill
                self.code_chosen.emit(code)

    def _keep_chosen(self) -> None:
        """After the rows changed: the same code if it is still there, else the first."""
        if self._chosen is None or not self.choose(self._chosen):
            self.choose_first()

    def _place(self) -> None:
        """Lay over the table what stands in place of its rows, and over its titles what is said of the query."""
        self.empty.setGeometry(self.table.viewport().rect())
        self.note.setGeometry(self._header.geometry())

    def _sort(self, column: int) -> None:
        """A first click orders by a column, a second turns the order round, a third gives it back."""
        header = self._header
        again = self._sorted_by_hand and header.sorted_by == column
        self._sorted_by_hand = not (again and header.descending)
        if not self._sorted_by_hand:
            self._model.sort_by(None)
            return
        header.show_sort(column, again)
        self._model.sort_by(column, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def _show_columns(self) -> None:
        self.table.setColumnHidden(IN_LOG, not self._model.findings)
        if not self._sorted_by_hand:
            by_line = self._model.filter.in_log and not self._model.filter.query.strip()
            self._header.show_sort(IN_LOG if by_line else None, False)
        self._fit()

    def _restyle(self) -> None:
        look = self._look
        self.table.verticalHeader().setDefaultSectionSize(look.row_height)
        header = self._header
        header.setSectionResizeMode(CODE, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(DESCRIPTION, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(NEXT, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(IN_LOG, QHeaderView.ResizeMode.Fixed)
        digits = QFontMetrics(look.mono(0, 500)).horizontalAdvance("0" * 7)
        header.resizeSection(CODE, digits + PADDING + 24)
        self._show_columns()
        self.updateGeometry()

    def _fit(self) -> None:
        """Where there is little room the names come before the words of the next moves, and these before the lines."""
        look = self._look
        wide = self.table.width() >= _WIDE * look.zoom
        text = self.tr("End user: browser or device") if wide else self.tr("ZEGOCLOUD support")
        mark = 3 * look.unit + 2 * PADDING
        line = QFontMetrics(look.font(-1)).horizontalAdvance(self.tr("line 88,888"))
        room = self.table.viewport().width() - self._header.sectionSize(CODE) - _NAME * look.unit
        if not self.table.isColumnHidden(IN_LOG):
            room -= mark
        icon = look.icon_size + 28
        move = max(icon, min(icon + QFontMetrics(look.font()).horizontalAdvance(text), room))
        self._header.resizeSection(NEXT, move)
        self._header.resizeSection(IN_LOG, mark + (line if room - move >= line else 0))
        self._place()


class _CodesTable(RowTable):
    """Leaves letters to whoever wants them. Sends ``resized``."""

    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
