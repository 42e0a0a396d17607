"""A field over a list: the keys that move go to the list, all others to the text."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

# rows and pages
_MOVES: Final = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_PageDown: (0, 1),
    Qt.Key.Key_PageUp: (0, -1),
}


class ListField(QLineEdit):
    """Holds what was typed to narrow down a list; Up, Down and the page keys choose a row of it. Esc is left alone."""

    def __init__(self, view: QListView) -> None:
        super().__init__()
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._move(*_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _move(self, rows: int, pages: int) -> None:
        model, row = self._view.model(), self._view.currentIndex().row()
        height = max(1, self._view.sizeHintForRow(0))
        page = max(1, self._view.viewport().height() // height - 1)
        target = max(0, min(row + rows + pages * page, model.rowCount() - 1))
        self._view.setCurrentIndex(model.index(target, 0))
