"""A list whose rows have two lines each: what it is and how it ended, then its words."""

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_text
from zegoerr_gui.widgets.row_delegate import RowDelegate
from zegoerr_gui.widgets.row_table import RowTable

PADDING = 14


class RowList(RowTable):
    """Shows the one column of a model."""

    def __init__(self, model: QAbstractItemModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(2 * self._look.unit + 12)
        self.viewport().update()


class TwoLineDelegate(RowDelegate):
    """Knows where the two lines of a row stand, and how the word at the end of the upper one is painted."""

    def lines(self, rect: QRect) -> tuple[QRect, QRect]:
        """The room of both lines of a row, without the padding at its edges."""
        upper = QRect(rect.left() + PADDING, rect.top() + 5, rect.width() - 2 * PADDING, self.look.unit)
        return upper, upper.translated(0, self.look.unit + 1)

    def paint_outcome(self, painter: QPainter, upper: QRect, icon: str, token: str, word: str) -> None:
        """Paint at the end of the upper line how it ended: a word behind its icon."""
        look = self.look
        width = paint_text(painter, upper, word, look.font(-1, 500), look.color(token), right=True)
        size = look.icon_size - 1
        middle = QPointF(upper.right() - width - 6 - size / 2, QRectF(upper).center().y())
        paint_icon(painter, middle, icon, token, look, size)
