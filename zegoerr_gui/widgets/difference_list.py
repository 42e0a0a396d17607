"""The codes that differ: a row of two lines each, with what became of the code."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.difference_model import DifferenceModel, DifferenceRow
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_text
from zegoerr_gui.widgets.row_delegate import Index
from zegoerr_gui.widgets.row_list import RowList, TwoLineDelegate

_ICONS: Final = {"new": ("plus", "ok"), "gone": ("minus", "failure"), "changed": ("pencil", "muted")}


class DifferenceList(RowList):
    """Shows a DifferenceModel; Up and Down go from one code to the next."""

    def __init__(self, model: DifferenceModel, look: Look) -> None:
        super().__init__(model, look)
        self.setAccessibleName(self.tr("Codes that differ"))
        self.setItemDelegate(_Delegate(self, model, look))


class _Delegate(TwoLineDelegate):
    """The code and what became of it; under them the description."""

    def __init__(self, view: DifferenceList, model: DifferenceModel, look: Look) -> None:
        super().__init__(view, look)
        self._model = model

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        look = self.look
        row: DifferenceRow = index.data(Role.ITEM)
        upper, lower = self.lines(rect)
        paint_text(painter, upper, str(row.entry.code), look.mono(0, 500), look.color("text"))
        self.paint_outcome(painter, upper, *_ICONS[row.kind], self._model.word(row))
        paint_text(painter, lower, visible(row.entry.description), look.font(), look.color("muted"))
