"""A small word with an icon: who acts, how severe, which family, not in the catalogue."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame, paint_icon, paint_text

_PADDING = 8
_GAP = 6


class BadgeStyle(NamedTuple):
    """How a badge is drawn, in tokens; an empty one draws nothing."""

    ink: str
    fill: str = ""
    border: str = ""
    dashed: bool = False
    delta: int = -1

    @classmethod
    def neutral(cls) -> "BadgeStyle":
        """Grey fill: who acts."""
        return cls("text", fill="selection_inactive")

    @classmethod
    def tinted(cls, ink: str, fill: str) -> "BadgeStyle":
        """Coloured word on its own pale fill: severity."""
        return cls(ink, fill=fill)

    @classmethod
    def outline(cls) -> "BadgeStyle":
        """Muted word in a border: the family."""
        return cls("muted", border="border_strong")

    @classmethod
    def dashes(cls) -> "BadgeStyle":
        """Small muted word in a dashed border: a code that no catalogue has."""
        return cls("muted", border="faint", dashed=True, delta=-2)


def badge_font(style: BadgeStyle, look: Look) -> QFont:
    """The font of a badge's word."""
    return look.font(style.delta, 500)


def badge_width(text: str, style: BadgeStyle, look: Look, *, has_icon: bool = False) -> int:
    """How wide a badge is, in logical pixels."""
    icon = look.icon_size + _GAP if has_icon else 0
    return QFontMetrics(badge_font(style, look)).horizontalAdvance(text) + 2 * _PADDING + icon


def paint_badge(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    style: BadgeStyle,
    look: Look,
    icon: str = "",
    icon_token: str = "",
) -> None:
    """Paints a badge into ``rect``, for the widget below and for delegates; too long a text ends in an ellipsis."""
    box = QRectF(rect)
    paint_frame(
        painter,
        box,
        look.color(style.fill) if style.fill else None,
        look.color(style.border) if style.border else None,
        dashes=(4, 3) if style.dashed else (),
    )
    inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
    if icon:
        size = look.icon_size
        paint_icon(painter, QPointF(inner.left() + size / 2, inner.center().y()), icon, icon_token, look, size)
        inner.setLeft(inner.left() + size + _GAP)
    painter.save()
    paint_text(painter, inner, text, badge_font(style, look), look.color(style.ink))
    painter.restore()


class Badge(QWidget):
    """Holds a word, an icon and a style; not a control, takes no focus."""

    def __init__(self, text: str, style: BadgeStyle, look: Look, icon: str = "", icon_token: str = "") -> None:
        super().__init__()
        self._text, self._style, self._look = text, style, look
        self._icon, self._icon_token = icon, icon_token
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        width = badge_width(self._text, self._style, self._look, has_icon=bool(self._icon))
        return QSize(width, self._look.tag_height if self._style.dashed else self._look.badge_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 4 * self._look.unit), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._text, self._style, self._look, self._icon, self._icon_token)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
