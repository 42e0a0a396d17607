"""The failures of a log as a list to tick: those that a reply speaks of."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.answer.situation import Told
from zegoerr_gui.core.recognition.times import UNKNOWN, clock
from zegoerr_gui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_SECOND: Final = len("10:00:00")


class FailuresModel(QAbstractListModel):
    """Holds the failures of a draft's situation, in their order. Sends ``ticked`` when a tick was changed."""

    ticked = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._names: dict[int, str] = {}

    def renew(self) -> None:
        """More of the log was read."""
        self.beginResetModel()
        self._names.clear()
        self.endResetModel()

    def tick_all(self, chosen: bool) -> None:
        """Tick all failures, or none."""
        self._draft.choose_all(chosen)
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.ticked.emit()

    def told(self, row: int) -> Told:
        """The failure of a row, and how it stands."""
        return self._draft.situation.failures[row]

    def name(self, row: int) -> str:
        """What the code of a row says."""
        code = self.told(row).failure.code
        if code not in self._names:
            entry = resolved_entry(code, self._draft.situation.results)
            self._names[code] = entry.description if entry else self.tr("Unknown code")
        return self._names[code]

    def time(self, row: int) -> str:
        """When the failure of a row began, to the second; nothing where that is not known."""
        moment = self.told(row).failure.first_moment
        return "" if moment == UNKNOWN else clock(moment)[:_SECOND]

    # Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._draft.situation.failures)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row in self._draft.chosen else Qt.CheckState.Unchecked
        if role == Role.CODE:
            return self.told(row).failure.code
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.told(row).failure.code} {self.name(row)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told, line = self.told(row), f"{self.told(row).failure.first_line + 1:,}"
            said = self.tr("{code} {name}, {standing}, {time}, line {line}")
            code, name, time = told.failure.code, self.name(row), self.time(row)
            return said.format(code=code, name=name, standing=told.standing, time=time, line=line)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._draft.choose(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True
