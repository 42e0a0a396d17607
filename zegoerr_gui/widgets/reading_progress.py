"""How far the reading of a log, or other work on it, has come, with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zegoerr_gui.widgets.buttons import link_button
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label


class ReadingProgress(QWidget):
    """Is seen while a log is read, or while what the words say is done. Sends ``cancel_asked``."""

    cancel_asked = Signal()

    def __init__(self, look: Look, words: str = "") -> None:
        """``words`` have a place for the ``{percent}``."""
        super().__init__()
        self._words = words or self.tr("Reading, {percent} %")
        self.label = plain_label("", look, "small", selectable=False)
        self.cancel = link_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        layout.addWidget(self.cancel)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_share(self, share: float | None) -> None:
        """Show the share that is read, 0 to 1; None at the end."""
        self.setVisible(share is not None)
        if share is not None:
            self.label.setText(self._words.format(percent=int(share * 100)))
