"""The lines of a log as rows: only lines on screen are ever read."""

from collections import OrderedDict
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.line_view import LineView, view_line
from zegoerr_gui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
TIME, LEVEL, ACTION, CONTENT = range(4)
_KEPT: Final = 512  # lines
_NO_PARENT: Final = QModelIndex()


class LogLinesModel(QAbstractTableModel):
    """Holds a row for every line indexed so far; ``grow`` tells it to look for more."""

    def __init__(self) -> None:
        super().__init__()
        self._scan: Scan | None = None
        self._rows = 0
        self._views: OrderedDict[int, LineView] = OrderedDict()

    def set_scan(self, scan: Scan | None) -> None:
        """Show another log, or none."""
        self.beginResetModel()
        self._scan = scan
        self._rows = len(scan.lines) if scan else 0
        self._views.clear()
        self.endResetModel()

    def grow(self) -> None:
        """Take in lines indexed and codes found since the last call."""
        rows = len(self._scan.lines) if self._scan else 0
        self._views.clear()
        if rows > self._rows:
            self.beginInsertRows(_NO_PARENT, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def line_of(self, row: int) -> int:
        """The line in a row. Raises IndexError where there is no such row."""
        if not 0 <= row < self._rows:
            raise IndexError(row)
        return row

    def row_of(self, line: int) -> int:
        """The row of a line, or of the nearest one shown before it, or the first; -1 where there are no rows."""
        return min(max(line, 0), self._rows - 1)

    def view(self, row: int) -> LineView:
        """What a row shows; kept for the rows lately asked for."""
        view = self._views.get(row)
        if view is None:
            view = self._views[row] = self._read(row)
            if len(self._views) > _KEPT:
                self._views.popitem(last=False)
        return view

    def _read(self, row: int) -> LineView:
        if self._scan is None:
            return LineView("", "", "", "", (), 0)
        try:
            return view_line(self._scan.lines, self._scan.results, row)
        except UnreadableLogError as error:
            return LineView("", "error", "", str(error), (), 0)

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
            return "\n".join(f"{code}: {reason}" for code, reason in self.view(index.row()).reasons) or None
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
            return str(section + 1)
        return (self.tr("Time"), self.tr("Level"), self.tr("Action"), self.tr("Content"))[section]
