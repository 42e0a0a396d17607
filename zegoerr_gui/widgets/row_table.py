"""A table whose rows are one thing each: what the tables of codes, of lines and of failures have in common."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zegoerr_gui.widgets.own_viewport import give_viewport
from zegoerr_gui.widgets.plain_label import plain_tip


class RowTable(QTableView):
    """Selects whole rows; Home and End go to the first and the last one, Tab leaves it.

    Tooltips are what the model says for ``ToolTipRole``, as it stands: it may come from a log.
    """

    def __init__(self) -> None:
        super().__init__()
        give_viewport(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to a row; Qt takes them for the ends of the current one."""
        model = self.model()
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: model.rowCount() - 1}
        row = ends.get(action)
        if row is None:
            return super().moveCursor(action, modifiers)
        return model.index(row, max(0, self.currentIndex().column()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if index.isValid() else ""
            self.viewport().setToolTip(plain_tip(tip))
        return super().viewportEvent(event)
