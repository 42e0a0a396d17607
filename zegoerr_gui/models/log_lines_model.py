"""The lines of a log as rows, all of them or those that a filter lets through: only lines on screen are ever read."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zegoerr_gui.core.log.find import Seeker
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.line_filter import LineFilter
from zegoerr_gui.models.line_view import LineView, view_line
from zegoerr_gui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
TIME, LEVEL, ACTION, CONTENT = range(4)
_KEPT: Final = 512  # lines
_NO_PARENT: Final = QModelIndex()


class LogLinesModel(QAbstractTableModel):
    """Holds a row for every line shown so far; ``grow`` tells it to look for more. Rows and lines count from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._scan: Scan | None = None
        self._lines = 0
        self._rows = 0
        self._filter: LineFilter | None = None
        self._seeker: Seeker | None = None
        self._columns = True
        self._views: OrderedDict[int, LineView] = OrderedDict()  # by line

    def set_scan(self, scan: Scan | None) -> None:
        """Show another log, or none, all its lines."""
        self.beginResetModel()
        self._scan = scan
        self._lines = len(scan.lines) if scan else 0
        self._filter, self._seeker = None, None
        self._rows = self._lines
        self._views.clear()
        self.endResetModel()

    def set_filter(self, wanted: LineFilter | None) -> None:
        """Show the lines that a filter has taken in, or all lines."""
        self.beginResetModel()
        self._filter = wanted
        self._rows = self._rows_now()
        self.endResetModel()

    def grow(self) -> None:
        """Take in lines indexed, or let through, and codes found since the last call."""
        self._lines = len(self._scan.lines) if self._scan else 0
        self._views.clear()
        rows = self._rows_now()
        if rows > self._rows:
            self.beginInsertRows(_NO_PARENT, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def seek(self, seeker: Seeker | None) -> None:
        """Show where in the lines stands what is sought."""
        self._seeker = seeker
        self._change_views()

    def show_columns(self, shown: bool) -> None:
        """Take lines of the SDK apart, or show them as they stand in the log."""
        if shown != self._columns:
            self._columns = shown
            self._change_views()

    @property
    def line_count(self) -> int:
        """How many lines there are, shown or not."""
        return self._lines

    @property
    def filtered(self) -> bool:
        """Whether a filter is in force."""
        return self._filter is not None

    def holds(self, line: int) -> bool:
        """Whether a line is shown."""
        if self._filter is None:
            return 0 <= line < self._lines
        return line in self._filter.ranges and self._filter.ranges.row_of(line) < self._rows

    def line_of(self, row: int) -> int:
        """The line in a row. Raises IndexError where there is no such row."""
        if self._filter is not None:
            return self._filter.ranges.line_of(row)
        if not 0 <= row < self._rows:
            raise IndexError(row)
        return row

    def row_of(self, line: int) -> int:
        """The row of a line, or of the nearest one shown before it, or the first; -1 where there are no rows."""
        if self._filter is not None:
            return min(self._filter.ranges.row_of(line), self._rows - 1)
        return min(max(line, 0), self._rows - 1)

    def next_shown(self, line: int, step: int) -> int | None:
        """The first line shown at this one or, with step 1, after it, with step -1 before it."""
        if self._filter is None:
            return line if 0 <= line < self._lines else None
        ranges = self._filter.ranges
        return ranges.next_from(line) if step > 0 else ranges.last_until(line)

    def spans(self, first_row: int, last_row: int) -> Iterator[tuple[int, int]]:
        """First and last line of each stretch without a gap, from one row to another."""
        if self._filter is not None:
            return self._filter.ranges.spans(first_row, last_row)
        return iter([(first_row, last_row)] if first_row <= last_row else [])

    def follows_gap(self, row: int) -> bool:
        """Whether lines before this row are left out."""
        if self._filter is None or not 0 <= row < self._rows:
            return False
        line = self.line_of(row)
        return line > 0 if row == 0 else self.line_of(row - 1) != line - 1

    def view(self, row: int) -> LineView:
        """What a row shows; kept for the rows lately asked for."""
        if self._scan is None:
            return LineView("", "", "", "", (), 0)
        line = self.line_of(row)
        view = self._views.get(line)
        if view is None:
            view = self._views[line] = self._read(self._scan, line)
            if len(self._views) > _KEPT:
                self._views.popitem(last=False)
        return view

    def _read(self, scan: Scan, line: int) -> LineView:
        try:
            return view_line(scan.lines, scan.results, line, self._seeker, self._columns)
        except UnreadableLogError as error:
            return LineView("", "error", "", str(error), (), 0)

    def _tip(self, view: LineView) -> str:
        told = [f"{code}: {reason}" for code, reason in view.reasons]
        if view.hit_elsewhere:
            told.append(self.tr("What you look for stands in a part of the line that is not shown here."))
        return "\n".join(told)

    def _rows_now(self) -> int:
        return self._lines if self._filter is None else len(self._filter.ranges)

    def _change_views(self) -> None:
        self._views.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, CONTENT))

    # Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.LINE:
            return self.view(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.view(index.row())) or None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            view = self.view(index.row())
            return (view.time, view.level, view.action, view.text)[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.line_of(section) + 1)
        return (self.tr("Time"), self.tr("Level"), self.tr("Action"), self.tr("Content"))[section]
