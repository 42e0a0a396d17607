"""Where the keys go: from pane to pane, and from the filter to the table below it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zegoerr_gui.widgets.codes_pane import CodesPane

_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


def step_focus(panes: Sequence[QWidget], step: int) -> None:
    """Move the focus to the next pane (1) or the previous one (-1), round and round."""
    focused = QApplication.focusWidget()
    holding = (place for place, pane in enumerate(panes) if focused and _holds(pane, focused))
    panes[(next(holding, -step) + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


class FilterKeys(QObject):
    """Watches the filter: Up and Down choose a code, Enter goes to the table, some keys are left to the window."""

    def __init__(self, field: QLineEdit, codes: CodesPane, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._codes = codes
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(event):
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._steer(event.key())
        return super().eventFilter(watched, event)

    def _is_for_window(self, event: QKeyEvent) -> bool:
        """Whether a line edit would take a key that means something else, or more, in the whole window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return not self._field.hasSelectedText()  # then the code is copied
        if event.matches(QKeySequence.StandardKey.MoveToEndOfLine):
            return event.key() == Qt.Key.Key_E  # Ctrl+E on Linux; End stays
        return event.matches(QKeySequence.StandardKey.Paste)  # the window judges it by what it is

    def _steer(self, key: int) -> bool:
        if key in _STEPS:
            self._codes.move(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._codes.table.setFocus()
        else:
            return False
        return True


def _holds(pane: QWidget, focused: QWidget) -> bool:
    return pane is focused or pane.isAncestorOf(focused)
