"""Where in a laid-out text the words stand that are sought, and what is painted under them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from zegoerr_gui.core.catalogue.hits import Span
from zegoerr_gui.models.utf16 import units
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_sought


def paint_text_hits(
    painter: QPainter, area: QRect, text: str, hits: Sequence[Span], look: Look, *, wrapped: bool
) -> None:
    """Paint what belongs under the hits, in code points, of a plain text that a label shows in ``area``."""
    layout, height = _laid_out(painter, area.width(), text, wrapped)
    top = area.top() + (area.height() - height) / 2
    for start, end in hits:
        for box in _boxes(layout, units(text[:start]), units(text[:end])):
            paint_sought(painter, box.translated(area.left(), top), look)


def _laid_out(painter: QPainter, width: int, text: str, wrapped: bool) -> tuple[QTextLayout, float]:
    """The text in lines as a label breaks it, and their height."""
    layout = QTextLayout(text.replace("\n", "\u2028"), painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wrapped else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def _boxes(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """The places of one hit, in UTF-16 units, on each line that has a piece of it."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = (line.cursorToX(place) for place in (first, last))
            assert isinstance(left, tuple)
            assert isinstance(right, tuple)
            yield QRectF(left[0], line.y(), right[0] - left[0], line.height())
