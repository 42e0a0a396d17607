"""A button that is painted by hand: what all of them share, so that they answer keys and a new look alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from zegoerr_gui.widgets.look import Look

Policy = QSizePolicy.Policy


class PaintedButton(QAbstractButton):
    """Tab reaches it, and a click leaves the focus where the agent works; Enter presses it as Space does.

    It is as high as its ``sizeHint``, and as wide as ``width`` lets it be.
    """

    def __init__(self, text: str, look: Look, width: Policy = Policy.Fixed) -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(width, Policy.Fixed)
        look.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
