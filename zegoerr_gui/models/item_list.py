"""What lists of one column share: an item for each row, what stands in the row, and what is read aloud."""

from collections.abc import Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from zegoerr_gui.models.roles import Role

Item = TypeVar("Item")
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class ItemList(QAbstractListModel, Generic[Item]):
    """Holds the items on show; a kind of list says by ``words`` and ``spoken`` what is told of each."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Item] = ()

    def item(self, row: int) -> Item:
        """What a row tells of. Raises IndexError."""
        return self._rows[row]

    def words(self, item: Item) -> str:
        """What stands in the row of an item."""
        raise NotImplementedError

    def spoken(self, item: Item) -> str:
        """What a screen reader says of it."""
        raise NotImplementedError

    def _show(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self._rows = items
        self.endResetModel()

    # Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if role == Role.ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(item)
        return self.spoken(item) if role == Qt.ItemDataRole.AccessibleTextRole else None
