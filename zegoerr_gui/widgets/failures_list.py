"""The failures a reply can speak of: a row of two lines each, with a tick."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from zegoerr_gui.core.answer.situation import Told
from zegoerr_gui.models.failures_model import FailuresModel
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.icons import STANDING_ICONS
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_check, paint_text
from zegoerr_gui.widgets.row_delegate import Index
from zegoerr_gui.widgets.row_list import PADDING, RowList, TwoLineDelegate

_GAP = 8


class FailuresList(RowList):
    """Shows a FailuresModel. Sends ``line_chosen`` (from 0) when the agent comes to a failure; Space ticks it."""

    line_chosen = Signal(int)

    def __init__(self, model: FailuresModel, look: Look) -> None:
        super().__init__(model, look)
        self.setAccessibleName(self.tr("Failures the reply speaks of"))
        self._failures = model
        self.setItemDelegate(_Delegate(self, model, look))

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: object) -> None:
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        if current.isValid() and self.hasFocus():
            self.line_chosen.emit(self._failures.item(current.row()).failure.first_line)


class _Delegate(TwoLineDelegate):
    """Tick, code and time with the outcome; under them name and line."""

    def __init__(self, view: FailuresList, model: FailuresModel, look: Look) -> None:
        super().__init__(view, look)
        self._failures = model

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        look = self.look
        told: Told = index.data(Role.ITEM)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        ink, muted, small = look.color("text" if chosen else "muted"), look.color("muted"), look.font(-1)
        upper, lower = self.lines(rect)
        size = look.icon_size
        paint_check(painter, QPointF(upper.left() + size / 2, upper.center().y() + 1), chosen, look)
        self.paint_outcome(painter, upper, *STANDING_ICONS[told.standing])
        behind_tick = size + 10
        upper, lower = upper.adjusted(behind_tick, 0, 0, 0), lower.adjusted(behind_tick, 0, 0, 0)
        code_font = look.mono(0, 500)
        paint_text(painter, upper, str(told.failure.code), code_font, ink)
        code = QFontMetrics(code_font).horizontalAdvance("0000000") + 2 * _GAP
        paint_text(painter, upper.adjusted(code, 0, 0, 0), self._failures.time(told), small, muted)
        said = self.tr("line {line}").format(line=f"{told.failure.first_line + 1:,}")
        line = paint_text(painter, lower, said, small, muted, right=True)
        paint_text(painter, lower.adjusted(0, 0, -line - 2 * _GAP, 0), self._failures.name(told), look.font(), ink)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Space ticks, and so does a click on the tick."""
        if isinstance(event, QMouseEvent):
            on_tick = event.position().x() < PADDING + self.look.icon_size + _GAP
            if event.type() != QEvent.Type.MouseButtonRelease or not on_tick:
                return False
            chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            other = Qt.CheckState.Unchecked if chosen else Qt.CheckState.Checked
            return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)
