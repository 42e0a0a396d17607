"""The codes that differ between two catalogues, as a list."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from zegoerr_gui.core.catalogue.difference import Changed, Difference, Kind, family_title
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.models.item_list import Index, ItemList


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One code: what became of it, its entry (of the newer catalogue where that has it) with the title of its family,
    and its changes if any."""

    kind: Kind
    entry: Entry
    family: str
    change: Changed | None = None


class DifferenceModel(ItemList[DifferenceRow]):
    """Holds the rows of a difference by code; ``show`` leaves those of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[DifferenceRow] = []

    def set_difference(self, difference: Difference) -> None:
        """Take in another difference; all of it is shown."""
        old, new = difference.old, difference.new
        rows = [DifferenceRow("new", entry, family_title(entry, new)) for entry in difference.added]
        rows += (DifferenceRow("gone", entry, family_title(entry, old)) for entry in difference.gone)
        rows += (DifferenceRow("changed", one.new, family_title(one.new, new), one) for one in difference.changed)
        self._all = sorted(rows, key=lambda row: row.entry.code)
        self._show(self._all)

    def show(self, kind: str) -> None:
        """Show the rows of one kind, or with an empty one all."""
        self._show([row for row in self._all if not kind or row.kind == kind])

    def words(self, item: DifferenceRow) -> str:
        """The code and its description."""
        return f"{item.entry.code} {item.entry.description}"

    def spoken(self, item: DifferenceRow) -> str:
        """The same, and what became of it."""
        return f"{self.words(item)}, {self.word(item)}"

    def word(self, row: DifferenceRow) -> str:
        """What became of a code, in a word."""
        words = {"new": self.tr("new"), "gone": self.tr("gone"), "changed": self.tr("changed")}
        return self.tr("moved") if row.change and row.change.moved else words[row.kind]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.ToolTipRole else role)
