"""A line of text that ends in "…" where the room does, with the whole of it as tooltip."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_text
from zegoerr_gui.widgets.plain_label import Kind, PlainLabel, plain_tip


class ElidedLabel(PlainLabel):
    """Holds one line; takes the width it is given."""

    def __init__(self, look: Look, kind: Kind) -> None:
        super().__init__("", look, kind)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self.fontMetrics().height(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_text(painter, self.rect(), self.text(), self.font(), self.palette().windowText().color())
        painter.end()
