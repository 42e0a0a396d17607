"""The last resort: says that the program fails again and again, or cannot start, and offers what can still be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label


class TroubleDialog(QDialog):
    """Holds a heading and sentences under it; Esc goes on. It shows no icons: their file may be what is missing.

    Sends ``copy_asked`` for the diagnostics, ``folder_asked`` for what was saved, ``close_asked``.
    """

    copy_asked = Signal()
    folder_asked = Signal()
    close_asked = Signal()

    def __init__(
        self,
        heading: str,
        sentences: Sequence[str],
        look: Look,
        *,
        saved: bool = False,
        can_go_on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``saved``: there is a folder to show; ``can_go_on``: the program need not end."""
        super().__init__(parent)
        self.setWindowTitle("ZegoErr")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copy = QPushButton(self.tr("Copy diagnostics"))
        folder = QPushButton(self.tr("Show what was saved"))
        stay = QPushButton(self.tr("Go on"))
        close = QPushButton(self.tr("Close ZegoErr"))
        self._copy.clicked.connect(self.copy_asked)
        folder.clicked.connect(self.folder_asked)
        stay.clicked.connect(self.reject)
        close.clicked.connect(self.close_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in [self._copy, *([folder] if saved else [])]:
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in [close, *([stay] if can_go_on else [])]:
            buttons.addWidget(button)
        button.setProperty("primary", True)
        button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(plain_label(heading, look, "heading", wrap=True))
        for sentence in sentences:
            layout.addWidget(plain_label(sentence, look, wrap=True))
        layout.addSpacing(10)
        layout.addLayout(buttons)
        self.setMinimumWidth(36 * look.unit)
        button.setFocus()

    def tell_copied(self) -> None:
        """The diagnostics are on the clipboard."""
        self._copy.setText(self.tr("Diagnostics copied"))
