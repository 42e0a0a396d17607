"""The rooms, users and streams of a log as rows, those that have the words that were typed."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from zegoerr_gui.core.answer.scopes import Fared, how_it_fared, scope_title
from zegoerr_gui.models.roles import Role

_NO_PARENT: Final = QModelIndex()
_LONGEST: Final = 200  # characters of a name


class ScopeList(QAbstractListModel):
    """Holds a row for each scope whose name has all the words."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[str, Fared]] = []  # with the text that is searched
        self._rows: list[Fared] = []

    def set_scopes(self, scopes: Sequence[Fared]) -> None:
        """Show other scopes, in this order, all of them."""
        self.beginResetModel()
        self._all = [(f"{one.scope.kind} {one.scope.name}".casefold(), one) for one in scopes]
        self._rows = list(scopes)
        self.endResetModel()

    def seek(self, words: str) -> None:
        """Show those that have all of the words."""
        sought = words.casefold().split()
        self.beginResetModel()
        self._rows = [one for text, one in self._all if all(word in text for word in sought)]
        self.endResetModel()

    def fared(self, row: int) -> Fared:
        """What a row tells of. Raises IndexError."""
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        fared = self._rows[index.row()]
        if role == Role.FARED:
            return fared
        if role == Qt.ItemDataRole.DisplayRole:
            return scope_title(fared.scope, _LONGEST)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{scope_title(fared.scope, _LONGEST)}, {how_it_fared(fared)}"
        return None
