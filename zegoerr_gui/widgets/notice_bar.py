"""One sentence at the top of the window that matters until it is dismissed: a broken catalogue, an unreadable log."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label


class NoticeBar(QWidget):
    """Holds a sentence, hidden while there is none. Sends ``details_asked`` where there is more to read."""

    details_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lasting = "", False  # what holds whatever log is open, and whether there is more of it
        self._passing = False  # what is shown is about the log
        self.text = plain_label("", look, wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._details = QPushButton(self.tr("Show all"))
        self._details.clicked.connect(self.details_asked)
        self._dismiss = QPushButton(self.tr("Dismiss"))
        self._dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._details)
        layout.addWidget(self._dismiss)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this bar, in reading order."""
        return [self._details, self._dismiss]

    def keep(self, sentence: str, *, more: bool = False) -> None:
        """Show a sentence that holds whatever log is open; with ``more`` a button leads to the rest."""
        self._lasting = sentence, more
        self._show(sentence, more)

    def say(self, sentence: str) -> None:
        """Show a sentence about the log."""
        self._passing = True
        self._show(sentence, False)

    def forget(self) -> None:
        """What was said of one log does not stand over the next; what holds for all of them comes back."""
        if self._passing:
            self._passing = False
            self.hide()
            if self._lasting[0]:
                self._show(*self._lasting)

    def _show(self, sentence: str, more: bool) -> None:
        self.text.setText(sentence)
        self._details.setVisible(more)
        self.setAccessibleDescription(sentence)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("degraded_bg"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("border"))
        painter.end()
