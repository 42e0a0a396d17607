"""The codes that differ: a row of two lines each, with what became of the code."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.difference_model import DifferenceModel
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon
from zegoerr_gui.widgets.row_delegate import Index, RowDelegate
from zegoerr_gui.widgets.tipped_table import TippedTable

_PADDING: Final = 14
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
KIND_ICONS: Final = {"new": ("plus", "ok"), "gone": ("minus", "failure"), "changed": ("pencil", "muted")}


class DifferenceList(TippedTable):
    """Shows a DifferenceModel; Up and Down go from one code to the next."""

    def __init__(self, model: DifferenceModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, model, look))
        self.setAccessibleName(self.tr("Codes that differ"))
        self.setFrameShape(TippedTable.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last row; a table takes them for the ends of its row."""
        model = self.model()
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: model.rowCount() - 1}
        row = ends.get(action)
        return super().moveCursor(action, modifiers) if row is None else model.index(row, 0)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(2 * self._look.unit + 12)
        self.viewport().update()


class _Delegate(RowDelegate):
    """The code and what became of it; under them the description."""

    def __init__(self, view: DifferenceList, model: DifferenceModel, look: Look) -> None:
        super().__init__(view, look)
        self._model = model

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        look, row = self.look, self._model.item(index.row())
        upper = QRect(rect.left() + _PADDING, rect.top() + 5, rect.width() - 2 * _PADDING, look.unit)
        lower = upper.translated(0, look.unit + 1)
        painter.setPen(look.color("text"))
        painter.setFont(look.mono(0, 500))
        painter.drawText(upper, _LEFT, str(row.entry.code))
        icon, token = KIND_ICONS[row.kind]
        word = self._model.word(row)
        painter.setPen(look.color(token))
        painter.setFont(look.font(-1, 500))
        painter.drawText(upper, _RIGHT, word)
        size = look.icon_size - 2
        left = upper.right() - QFontMetrics(painter.font()).horizontalAdvance(word) - 6 - size / 2
        paint_icon(painter, QPointF(left, QRectF(upper).center().y()), icon, token, look, size)
        painter.setPen(look.color("muted"))
        painter.setFont(look.font())
        text = visible(row.entry.description)
        elided = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, _LEFT, elided)
