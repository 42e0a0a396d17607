"""Where in a label the words stand that are sought, and what is painted under them."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from zegoerr_gui.core.catalogue.hits import Span
from zegoerr_gui.models.utf16 import units
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_sought


def paint_text_hits(painter: QPainter, label: QLabel, hits: Iterable[Span], look: Look) -> None:
    """Paint what belongs under the hits, in code points, of a label's plain text, however its lines are broken."""
    for box in _boxes(label, list(hits)):
        paint_sought(painter, box, look)


def _boxes(label: QLabel, hits: Sequence[Span]) -> Iterator[QRectF]:
    """The places of the hits; the lines are broken as the label itself breaks them."""
    area = label.contentsRect()
    text = label.text()
    layout = QTextLayout(text.replace("\n", "\u2028"), label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap if label.wordWrap() else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    top = area.top() + (area.height() - height) / 2
    for start, end in ((units(text[:start]), units(text[:end])) for start, end in hits):
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = line.cursorToX(first), line.cursorToX(last)
                assert isinstance(left, tuple)
                assert isinstance(right, tuple)
                yield QRectF(area.left() + left[0], top + line.y(), right[0] - left[0], line.height())
