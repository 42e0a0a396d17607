"""A word of confirmation over the window's lower edge that goes by itself: "Copied as a reply"."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame

_SHOWN = 2500  # milliseconds
_MARGIN = 16


class Toast(QWidget):
    """Holds one short sentence over its parent; takes neither focus nor clicks."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence last said."""
        return self._text

    def say(self, text: str) -> None:
        """Show a sentence for a moment, and tell a screen reader."""
        self._text = text
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(_SHOWN)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(0, 500))
        return QSize(metrics.horizontalAdvance(self._text) + 2 * _MARGIN, metrics.height() + _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self.rect(), self._look.color("text"), radius=6)
        painter.setFont(self._look.font(0, 500))
        painter.setPen(self._look.color("base"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def _place(self) -> None:
        parent, size = self._over, self.sizeHint()
        width = min(size.width(), parent.width() - 2 * _MARGIN)
        self.setGeometry((parent.width() - width) // 2, parent.height() - size.height() - 24, width, size.height())
