"""What is painted by hand everywhere alike: marks of evidence, frames and icons, all on whole device pixels."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.widgets.look import Look

MARK_RADIUS = 3.0
# Room between a text and the left and right edge of its mark in the log; a count in a table has more.
MARK_PADDING = 2
_EDGE = 1.5
_WAVE = 2.5  # pixels from a crest to the next valley


def paint_mark(painter: QPainter, rect: QRect | QRectF, evidence: Evidence, selected: bool, look: Look) -> None:
    """Paints the mark that belongs under a text in ``rect`` (logical pixels, the mark's outer edge), not the text.

    Certain: fill and under-edge. Likely: outline. Possible: dotted underline. Unlikely: nothing. ``selected`` means
    that it marks the selected code; the outline it then has reaches one pixel beyond ``rect``, clear of the text.
    """
    if evidence is Evidence.UNLIKELY:
        return
    line = look.color("mark_line")
    if selected:
        fill = look.color("mark_selected") if evidence is Evidence.CERTAIN else None
        box = QRectF(rect).adjusted(-1, -1, 1, 1)
        # At 150 % both widths come to 2 device pixels; the selected one must stay the heavier.
        pixel = 1 / painter.device().devicePixelRatioF()
        width = max(line_width(painter, _EDGE), line_width(painter, 1.0) + pixel)
        dashes = (1, 1) if evidence is Evidence.POSSIBLE else ()
        paint_frame(painter, box, fill, line, radius=MARK_RADIUS + 1, width=width, dashes=dashes)
    elif evidence is Evidence.CERTAIN:
        box = snapped(painter, rect)
        paint_frame(painter, box, look.color("mark"), radius=MARK_RADIUS)
        edge = line_width(painter, _EDGE)
        painter.fillRect(QRectF(box.left() + 2, box.bottom() - edge, box.width() - 4, edge), line)
    elif evidence is Evidence.LIKELY:
        paint_frame(painter, rect, border=line, radius=MARK_RADIUS)
    else:
        _paint_dots(painter, snapped(painter, rect), line)


def paint_hit(painter: QPainter, rect: QRectF, current: bool, inside_mark: bool, look: Look) -> None:
    """Paints what belongs under words that are sought: never yellow, which is evidence; the current line's is heavier.

    Inside a mark only the frame is painted, so that the mark keeps telling its level.
    """
    fill = None if inside_mark else look.color("tint")
    paint_frame(painter, rect, fill, look.color("accent"), radius=2, width=2 if current else 1)


def paint_hits_in(
    painter: QPainter, rect: QRect, text: str, hits: Sequence[tuple[int, int]], shown: str, look: Look
) -> None:
    """Paints what belongs under words that are sought, in one line of text that begins at the left of ``rect``.

    ``hits`` are places in ``text``, in code points; where less of it is ``shown``, the last sign stands for the rest.
    """
    metrics = painter.fontMetrics()
    end = len(text) if shown == text else len(shown) - 1
    for start, stop in hits:
        if start < end:
            left = rect.left() + metrics.horizontalAdvance(text[:start])
            right = rect.left() + metrics.horizontalAdvance(text[: min(stop, end)])
            middle = rect.center().y() + 1
            box = QRectF(left, middle - metrics.height() / 2, right - left, metrics.height())
            paint_sought(painter, box, look)


def paint_sought(painter: QPainter, box: QRectF, look: Look) -> None:
    """Paints what belongs under one word that a query seeks: never yellow, which is evidence."""
    painter.fillRect(box, look.color("tint"))
    edge = line_width(painter, 1.0)
    painter.fillRect(QRectF(box.left(), box.bottom() - edge, box.width(), edge), look.color("accent"))


def paint_wave(painter: QPainter, left: float, right: float, bottom: float, look: Look) -> None:
    """Paints a wavy line under words at fault, in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("failure"), line_width(painter, _EDGE)))
    steps = max(2, round((right - left) / _WAVE))
    painter.drawPolyline([QPointF(left + step * _WAVE, bottom - _WAVE * (step % 2) / 1.5) for step in range(steps + 1)])
    painter.restore()


def mark_ink(evidence: Evidence, selected: bool) -> str:
    """The token of a text's colour inside its mark."""
    if evidence is not Evidence.CERTAIN:
        return "text"
    return "on_mark_selected" if selected else "on_mark"


def mark_weight(evidence: Evidence) -> int:
    """The weight of a text inside its mark."""
    return 600 if evidence is Evidence.CERTAIN else 400


def mark_size(text: str, font: QFont, padding: int = 8) -> QSize:
    """How large the mark around a count or a word is, with ``padding`` at left and at right."""
    metrics = QFontMetrics(font)
    height = metrics.height() + 2
    return QSize(max(metrics.horizontalAdvance(text) + 2 * padding, height), height)


def paint_marked_text(
    painter: QPainter, rect: QRect | QRectF, text: str, evidence: Evidence, selected: bool, look: Look, font: QFont
) -> None:
    """Paints a mark and, in its middle, its text: a count in the table, a word in a header."""
    paint_mark(painter, rect, evidence, selected, look)
    painter.save()
    painter.setFont(font)
    painter.setPen(look.color(mark_ink(evidence, selected)))
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


def paint_frame(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: QColor | None = None,
    border: QColor | None = None,
    *,
    radius: float = 6.0,
    width: float = 1.0,
    dashes: tuple[float, ...] = (),
) -> None:
    """Paints a rounded frame inside ``rect``; its border is as many whole device pixels wide as come next to it.

    ``dashes`` are lengths of dash and gap, in widths of the border.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = snapped(painter, rect)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.setPen(Qt.PenStyle.NoPen)
    if border is not None:
        stroke = line_width(painter, width)
        pen = QPen(border, stroke)
        if dashes:
            pen.setDashPattern(dashes)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        box.adjust(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        radius -= stroke / 2
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def paint_icon(painter: QPainter, centre: QPointF, name: str, token: str, look: Look, size: int = 16) -> None:
    """Paints a Lucide icon around a point, sharp at the ratio of whatever is painted on."""
    ratio = painter.device().devicePixelRatioF()
    corner = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    painter.drawPixmap(snapped(painter, corner).topLeft(), look.pixmap(name, token, size, ratio))


def paint_check(painter: QPainter, centre: QPointF, checked: bool, look: Look, enabled: bool = True) -> None:
    """Paints a check box of a list around a point, 2 px smaller than an icon: empty, or filled with a check."""
    size = look.icon_size
    side = size - 2
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    if checked:
        paint_frame(painter, box, look.color("accent" if enabled else "faint"), radius=MARK_RADIUS)
        paint_icon(painter, centre, "check", "on_accent", look, side)
    else:
        paint_frame(painter, box, border=look.color("faint" if enabled else "border_strong"), radius=MARK_RADIUS)


def paint_text(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    *,
    right: bool = False,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Paints one line of text at the left or the right of ``rect``, in the middle of its height.

    What has no room becomes an ellipsis. Returns the width of what is painted, in logical pixels.
    """
    metrics = QFontMetrics(font)
    # One pixel more, because an advance is rounded and a whole word must not be cut.
    shown = metrics.elidedText(text, elide, int(QRectF(rect).width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(rect), side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def snapped(painter: QPainter, rect: QRect | QRectF) -> QRectF:
    """The rectangle, in logical pixels, whose edges lie on whole device pixels, which matters at 125 % or 150 %."""
    to_device = painter.deviceTransform()
    box = to_device.mapRect(QRectF(rect))
    left, top, right, bottom = (math.floor(edge + 0.5) for edge in (box.left(), box.top(), box.right(), box.bottom()))
    return to_device.inverted()[0].mapRect(QRectF(left, top, right - left, bottom - top))


def line_width(painter: QPainter, width: float) -> float:
    """A width in logical pixels that is a whole number of device pixels, at least one."""
    ratio = painter.device().devicePixelRatioF()
    return max(1, math.floor(width * ratio + 0.5)) / ratio


def _paint_dots(painter: QPainter, box: QRectF, colour: QColor) -> None:
    dot = line_width(painter, _EDGE)
    pen = QPen(colour, dot)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 1])
    painter.save()
    painter.setPen(pen)
    middle = box.bottom() - dot / 2
    painter.drawLine(QPointF(box.left() + 1, middle), QPointF(box.right() - 1, middle))
    painter.restore()
