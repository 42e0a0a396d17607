"""What stands where the log will be: what to bring, and how."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zegoerr_gui.widgets.buttons import IconButton
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame
from zegoerr_gui.widgets.plain_label import PlainLabel, plain_label

_INSET = 16


class EmptyLog(Ground):
    """Holds the invitation. Sends ``paste_asked``, ``open_asked``, ``sample_asked``."""

    paste_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "base")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        key = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        self._paste = self.tr("Paste log   {key}").format(key=key)
        self.paste_button = IconButton("clipboard-paste", self._paste, look, name=self.tr("Paste log"), primary=True)
        self.paste_button.clicked.connect(self.paste_asked)
        self.open_button = IconButton("folder-open", self.tr("Open…"), look, name=self.tr("Open a log"))
        self.open_button.clicked.connect(self.open_asked)
        self.sample_button = IconButton("play", "", look, name=self.tr("Try the sample log"))
        self.sample_button.clicked.connect(self.sample_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.paste_button, self.open_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_INSET + 24, _INSET + 8, _INSET + 24, _INSET + 8)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addWidget(self._centred(self.tr("Paste, drop or open a log"), "title"))
        what = self.tr("A browser console log, a chat message, a line of a ticket, or a number such as 1103061.")
        layout.addWidget(self._centred(what, "muted"))
        layout.addWidget(self._centred(self.tr("Every code in it is found, counted and explained."), "muted"))
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addSpacing(8)
        formats = self.tr(".log  .txt  .json  .har  .gz  .zip, any size. Nothing leaves this computer.")
        layout.addWidget(self._centred(formats, "small"))
        layout.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in the invitation, in reading order."""
        return [self.paste_button, self.open_button, self.sample_button]

    def _centred(self, text: str, kind: str) -> PlainLabel:
        label = plain_label(text, self._look, kind, wrap=True, selectable=False)  # type: ignore[arg-type]
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _shorten(self) -> None:
        """Where there is little room the buttons say no more than they must."""
        self.paste_button.show_words(self._paste)
        self.sample_button.show_words(self.sample_button.accessibleName())
        words = sum(button.sizeHint().width() + 8 for button in self.stops)
        if words > self.width() - 2 * (_INSET + 24):
            self.paste_button.show_words(self.paste_button.accessibleName())
            self.sample_button.show_words(self.tr("Sample log"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _restyle(self) -> None:
        self._shorten()
        self._icon.setPixmap(self._look.pixmap("clipboard-paste", "accent", 2 * self._look.icon_size))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 15 * self._look.unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET)
        look = self._look
        paint_frame(painter, box, look.color("alternate"), look.color("border_strong"), radius=8, dashes=(5, 4))
        painter.end()
