"""The codes that differ between two catalogues, as a list."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from zegoerr_gui.core.catalogue.difference import Changed, Difference, Kind, family_title
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One code: what became of it, its entry (of the newer catalogue where that has it) with the title of its family,
    and its changes if any."""

    kind: Kind
    entry: Entry
    family: str
    change: Changed | None = None


class DifferenceModel(QAbstractListModel):
    """Holds the rows of a difference by code; ``show`` leaves those of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[DifferenceRow] = []
        self._shown: list[DifferenceRow] = []

    def set_difference(self, difference: Difference) -> None:
        """Take in another difference; all of it is shown."""
        self.beginResetModel()
        old, new = difference.old, difference.new
        rows = [DifferenceRow("new", entry, family_title(entry, new)) for entry in difference.added]
        rows += (DifferenceRow("gone", entry, family_title(entry, old)) for entry in difference.gone)
        rows += (DifferenceRow("changed", one.new, family_title(one.new, new), one) for one in difference.changed)
        self._all = sorted(rows, key=lambda row: row.entry.code)
        self._shown = self._all
        self.endResetModel()

    def show(self, kind: str) -> None:
        """Show the rows of one kind, or with an empty one all."""
        self.beginResetModel()
        self._shown = [row for row in self._all if not kind or row.kind == kind]
        self.endResetModel()

    def row(self, row: int) -> DifferenceRow:
        """The row at a place."""
        return self._shown[row]

    def word(self, row: DifferenceRow) -> str:
        """What became of a code, in a word."""
        words = {"new": self.tr("new"), "gone": self.tr("gone"), "changed": self.tr("changed")}
        return self.tr("moved") if row.change and row.change.moved else words[row.kind]

    # Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.entry.code} {row.entry.description}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.entry.code} {row.entry.description}, {self.word(row)}"
        if role == Role.CODE:
            return row.entry.code
        return None
