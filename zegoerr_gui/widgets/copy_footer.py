"""The foot of the detail: the ways to copy the entry on show."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton

from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look

_PADDING, _GAP = 16, 8


class CopyFooter(Ground):
    """Holds the buttons by what they copy. Sends ``copy_asked`` with reply | text | markdown."""

    copy_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window", "top")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_PADDING, _GAP, _PADDING, _GAP)
        self._grid.setSpacing(_GAP)
        words = {"reply": self.tr("Copy as reply"), "text": self.tr("Text"), "markdown": self.tr("Markdown")}
        self.buttons = {kind: self._button(kind, text) for kind, text in words.items()}
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _button(self, kind: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(self.tr("Copy the entry as {kind}").format(kind=kind))
        button.setProperty("primary", kind == "reply")
        button.clicked.connect(lambda: self.copy_asked.emit(kind))
        return button

    def _arrange(self) -> None:
        """The buttons stand side by side, or where their words need more room, the first one above the others."""
        reply, *others = self.buttons.values()
        words = sum(button.sizeHint().width() + _GAP for button in self.buttons.values())
        stacked = words > self.width() - 2 * _PADDING
        self._grid.addWidget(reply, 0, 0, 1, 2 if stacked else 1)
        for place, button in enumerate(others):
            self._grid.addWidget(button, int(stacked), place + (not stacked))
        for column, stretch in enumerate((1, 1, 0) if stacked else (2, 1, 1)):
            self._grid.setColumnStretch(column, stretch)
