"""A table whose tooltips are plain text: what they show may come from a log."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QTableView

from zegoerr_gui.widgets.plain_label import plain_tip


class TippedTable(QTableView):
    """Shows what its model says for ``ToolTipRole``, as it stands."""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if index.isValid() else ""
            self.viewport().setToolTip(plain_tip(tip))
        return super().viewportEvent(event)
