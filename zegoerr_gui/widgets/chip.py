"""A small button that leads somewhere: a related code, an API to filter by."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame, paint_text
from zegoerr_gui.widgets.painted_button import PaintedButton, Policy

_PADDING = 9


class Chip(PaintedButton):
    """Holds one word, in monospace for codes and APIs. Sends ``chosen`` with that word on click, Space or Enter."""

    chosen = Signal(str)

    def __init__(self, text: str, look: Look, *, mono: bool = True) -> None:
        super().__init__(text, look, Policy.Maximum)
        self._mono = mono
        self.setAccessibleName(text)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 2 * _PADDING
        return QSize(width, self._look.badge_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 4 * self._look.unit), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        hovered = self.isEnabled() and self.underMouse()
        fill = "tint" if self.isDown() else "hover" if hovered else "base"
        border = "accent" if self.hasFocus() else "faint" if hovered else "border_strong"
        if not self.isEnabled():
            fill, border = "window", "border"
        ink = "faint" if not self.isEnabled() else "accent_hover" if hovered or self.isDown() else "accent"
        painter = QPainter(self)
        width = 2.0 if self.hasFocus() else 1.0
        paint_frame(painter, self.rect(), look.color(fill), look.color(border), width=width)
        inner = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        paint_text(painter, inner, self.text(), self._font(), look.color(ink))
        painter.end()

    def _font(self) -> QFont:
        return self._look.mono(-1) if self._mono else self._look.font(-1)

    def _choose(self) -> None:
        self.chosen.emit(self.text())
