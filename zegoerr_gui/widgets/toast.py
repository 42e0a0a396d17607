"""A word of confirmation over the window's lower edge that goes by itself: "Copied as a reply"."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame

_SHOWN = 2500  # milliseconds
_OFFERED = 8000  # the same, where there is something to click
_MARGIN = 16


class Toast(QWidget):
    """Holds one short sentence over its parent; takes no focus, and clicks only where it offers something.

    What it offers is done when it is clicked.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._text = ""
        self._offer = ""
        self._take: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence last said."""
        return self._text

    def say(self, text: str, offer: str = "", take: Callable[[], object] | None = None) -> None:
        """Show a sentence for a moment, and tell a screen reader; ``offer`` says what a click on it does: ``take``."""
        self._text, self._offer, self._take = visible(text), offer, take
        self.setAccessibleName(f"{text}. {offer}" if offer else text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not offer)
        self.setCursor(Qt.CursorShape.PointingHandCursor if offer else Qt.CursorShape.ArrowCursor)
        self._place()
        self.show()
        self.raise_()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(_OFFERED if offer else _SHOWN)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(0, 500))
        width = metrics.horizontalAdvance(self._text) + 1 + 2 * _MARGIN  # the advance is rounded
        return QSize(width + (self._offer_width + _MARGIN if self._offer else 0), metrics.height() + _MARGIN)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.hide()
            if self._take is not None:
                self._take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, self.rect(), self._look.color("text"), radius=6)
        painter.setPen(self._look.color("base"))
        font = self._look.font(0, 500)
        room = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        if self._offer:
            offer = QRect(room.right() - self._offer_width + 1, room.top(), self._offer_width, room.height())
            room.setRight(offer.left() - _MARGIN)
            underlined = QFont(font)
            underlined.setUnderline(True)
            painter.setFont(underlined)
            painter.drawText(offer, Qt.AlignmentFlag.AlignCenter, self._offer)
        painter.setFont(font)
        text = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    @property
    def _offer_width(self) -> int:
        return QFontMetrics(self._look.font(0, 500)).horizontalAdvance(self._offer)

    def _place(self) -> None:
        parent, size = self._over, self.sizeHint()
        width = min(size.width(), parent.width() - 2 * _MARGIN)
        self.setGeometry((parent.width() - width) // 2, parent.height() - size.height() - 24, width, size.height())
