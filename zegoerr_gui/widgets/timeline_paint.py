"""The shapes on a timeline: no two outcomes differ by colour alone, but for the two that are not known to be over."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from zegoerr_gui.core.recognition.failures import Outcome
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import line_width, snapped
from zegoerr_gui.widgets.timeline_pins import ShownPin, count_left

HEAD: Final = 4.5  # pixels from the middle of a pin's head to its edge
ARROW: Final = 7  # pixels from the middle of the arrow under the axis to what may stand beside it
_HEAD_Y: Final = 13  # pixels from the top to the middle of a head
_TOKENS: Final[dict[Outcome, str]] = {
    "failed": "failure",
    "retrying": "retrying",
    "unknown": "faint",
    "recovered": "ok",
}


def paint_pin(painter: QPainter, pin: ShownPin, y: float, look: Look) -> None:
    """Paints a pin that stands on ``y``: its stem, its head, and its count where it stands for several failures."""
    colour = look.color(_TOKENS[pin.outcome])
    top = _HEAD_Y * look.zoom
    painter.save()
    stem = line_width(painter, 1.5)
    painter.fillRect(snapped(painter, QRectF(pin.x - stem / 2, top, stem, y - top)), colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.75))
    head = HEAD - 0.75
    if pin.outcome == "failed":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        edge = HEAD + 0.5
        corners = [QPointF(pin.x, top - edge), QPointF(pin.x + edge, top), QPointF(pin.x, top + edge)]
        painter.drawPolygon(QPolygonF([*corners, QPointF(pin.x - edge, top)]))
    else:
        painter.setBrush(colour if pin.outcome == "recovered" else look.color("base"))
        painter.drawEllipse(QPointF(pin.x, top), head, head)
    if pin.count > 1:
        font = look.font(-2, 600)
        painter.setFont(font)
        painter.setPen(look.color("muted" if pin.outcome == "unknown" else _TOKENS[pin.outcome]))
        metrics = QFontMetrics(font)
        middle = top + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(count_left(pin.x), middle), f"{pin.count:,}")
    painter.restore()


def paint_foot(painter: QPainter, x: float, y: float, look: Look) -> None:
    """Paints the foot of a pin that stands for the selected code."""
    painter.fillRect(snapped(painter, QRectF(x - 6, y - 1, 12, 3)), look.color("accent"))


def paint_arrow(painter: QPainter, x: float, y: float, look: Look) -> None:
    """Paints the arrow under the axis that points to the current line, clear of the times beside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("base"), 2))
    painter.setBrush(look.color("accent"))
    shape = QPolygonF([QPointF(x, y + 3), QPointF(x + 5, y + 9), QPointF(x - 5, y + 9)])
    painter.drawPolygon(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(shape)
    painter.restore()
