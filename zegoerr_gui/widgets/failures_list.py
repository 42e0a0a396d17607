"""The failures a reply can speak of: a row of two lines each, with a tick."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from zegoerr_gui.core.answer.situation import Told
from zegoerr_gui.models.failures_model import FailuresModel
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_check, paint_icon
from zegoerr_gui.widgets.next_move import STANDINGS
from zegoerr_gui.widgets.row_delegate import Index, RowDelegate
from zegoerr_gui.widgets.tipped_table import TippedTable

_PADDING, _GAP = 14, 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class FailuresList(TippedTable):
    """Shows a FailuresModel. Sends ``line_chosen`` (from 0) when the agent comes to a failure; Space ticks it."""

    line_chosen = Signal(int)

    def __init__(self, model: FailuresModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._failures = model
        self.setModel(model)
        self.setItemDelegate(FailureDelegate(self, model, look))
        self.setAccessibleName(self.tr("Failures the reply speaks of"))
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

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: object) -> None:
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        if current.isValid() and self.hasFocus():
            self.line_chosen.emit(self._failures.item(current.row()).failure.first_line)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last row; a table takes them for the ends of its row."""
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: self._failures.rowCount() - 1}
        row = ends.get(action)
        return super().moveCursor(action, modifiers) if row is None else self._failures.index(row)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(2 * self._look.unit + 12)
        self.viewport().update()


class FailureDelegate(RowDelegate):
    """Tick, code and time with the outcome; under them name and line."""

    def __init__(self, view: FailuresList, model: FailuresModel, look: Look) -> None:
        super().__init__(view, look)
        self._failures = model

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        look, told = self.look, self._failures.item(index.row())
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        ink = look.color("text" if chosen else "muted")
        upper = QRect(rect.left(), rect.top() + 5, rect.width() - _PADDING, look.unit)
        lower = upper.translated(0, look.unit + 1)
        size = look.icon_size
        paint_check(painter, QPointF(_PADDING + size / 2, upper.center().y() + 1), chosen, look)
        left = _PADDING + size + 10
        painter.setPen(ink)
        painter.setFont(look.mono(0, 500))
        painter.drawText(upper.adjusted(left, 0, 0, 0), _LEFT, str(told.failure.code))
        after = left + QFontMetrics(painter.font()).horizontalAdvance("0000000") + 2 * _GAP
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(-1))
        painter.drawText(upper.adjusted(after, 0, 0, 0), _LEFT, self._failures.time(told))
        self._paint_outcome(painter, upper, told)
        line = self.tr("line {line}").format(line=f"{told.failure.first_line + 1:,}")
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(-1))
        painter.drawText(lower, _RIGHT, line)
        room = lower.width() - left - QFontMetrics(painter.font()).horizontalAdvance(line) - 2 * _GAP
        painter.setPen(ink)
        painter.setFont(look.font())
        name = QFontMetrics(painter.font()).elidedText(self._failures.name(told), Qt.TextElideMode.ElideRight, room)
        painter.drawText(lower.adjusted(left, 0, 0, 0), _LEFT, name)

    def _paint_outcome(self, painter: QPainter, rect: QRect, told: Told) -> None:
        icon, token, word = STANDINGS[told.standing]
        painter.setFont(self.look.font(-1, 500))
        painter.setPen(self.look.color(token))
        painter.drawText(rect, _RIGHT, word)
        size = self.look.icon_size - 1
        left = rect.right() - QFontMetrics(painter.font()).horizontalAdvance(word) - 6 - size / 2
        paint_icon(painter, QPointF(left, QRectF(rect).center().y()), icon, token, self.look, size)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Space ticks, and so does a click on the tick."""
        if isinstance(event, QMouseEvent):
            on_tick = event.position().x() < _PADDING + self.look.icon_size + _GAP
            if event.type() != QEvent.Type.MouseButtonRelease or not on_tick:
                return False
            chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            other = Qt.CheckState.Unchecked if chosen else Qt.CheckState.Checked
            return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)
