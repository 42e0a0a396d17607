"""The failures of a log as a list to tick: those that a reply speaks of."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal

from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.answer.situation import Told
from zegoerr_gui.core.recognition.times import UNKNOWN, clock
from zegoerr_gui.models.item_list import Index, ItemList

_SECOND: Final = len("10:00:00")


class FailuresModel(ItemList[Told]):
    """Holds the failures of a draft's situation, in their order. Sends ``ticked`` when a tick was changed."""

    ticked = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._names: dict[int, str] = {}
        self._show(draft.situation.failures)

    def renew(self) -> None:
        """More of the log was read."""
        self._names.clear()
        self._show(self._draft.situation.failures)

    def tick_all(self, chosen: bool) -> None:
        """Tick all failures, or none."""
        self._draft.choose_all(chosen)
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.ticked.emit()

    def name(self, told: Told) -> str:
        """What the code of a failure says."""
        code = told.failure.code
        if code not in self._names:
            entry = resolved_entry(code, self._draft.situation.results)
            self._names[code] = entry.description if entry else self.tr("Unknown code")
        return self._names[code]

    def time(self, told: Told) -> str:
        """When a failure began, to the second; nothing where that is not known."""
        moment = told.failure.first_moment
        return "" if moment == UNKNOWN else clock(moment)[:_SECOND]

    def words(self, item: Told) -> str:
        """The code and what it says."""
        return f"{item.failure.code} {self.name(item)}"

    def spoken(self, item: Told) -> str:
        """The same, how it ended, when and where."""
        said = self.tr("{words}, {standing}, {time}, line {line}")
        line = f"{item.failure.first_line + 1:,}"
        return said.format(words=self.words(item), standing=item.standing, time=self.time(item), line=line)

    # Qt

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            return Qt.CheckState.Checked if index.row() in self._draft.chosen else Qt.CheckState.Unchecked
        return super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.ToolTipRole else role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._draft.choose(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True
