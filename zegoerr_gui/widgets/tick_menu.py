"""The list of a facet: values to tick, each with its icon and its count, which stays open meanwhile."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_check, paint_frame, paint_icon, paint_text

_GAP = 8
# Beside a row's content, and between row and list (the style sheet's border and padding).
_ROW_PADDING, _MENU_EDGE = 6, 5


class TickItem(NamedTuple):
    """One value to tick: its id, its title, and the icon before it (a Lucide name or "", and a token)."""

    id: str
    title: str
    icon: str = ""
    token: str = "text"


class TickMenu(QMenu):
    """A list of check boxes that stays open while values are ticked; Esc or a click beside it closes it.

    It paints its rows itself, because styles draw either the check or the icon of a menu item, never both.
    """

    def __init__(self, owner: QWidget, look: Look) -> None:
        super().__init__(owner)
        self._owner = owner
        self._look = look
        self._rows: dict[QAction, tuple[TickItem, int | None]] = {}
        self.setFont(look.font())

    def set_row(self, action: QAction, item: TickItem, count: int | None) -> None:
        """Says what to paint for an action of this menu."""
        self._rows[action] = (item, count)
        self.update()

    def clear_rows(self) -> None:
        """Removes all actions."""
        self._rows = {}
        self.clear()

    def showEvent(self, event: QShowEvent) -> None:
        self.setMinimumWidth(max(self._owner.width(), self._width()))
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        paint_frame(painter, self.rect(), look.color("base"), look.color("border_strong"), radius=0)
        for action in self._rows:
            self._paint_row(painter, QRectF(self.actionGeometry(action)), action)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if action is not None and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            action.trigger()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on the button closes the list; passed on to the button, it would open it again.
        on_owner = self._owner.rect().contains(self._owner.mapFromGlobal(event.globalPosition().toPoint()))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, on_owner)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def _paint_row(self, painter: QPainter, row: QRectF, action: QAction) -> None:
        look, size = self._look, self._look.icon_size
        item, count = self._rows[action]
        if action is self.activeAction():
            paint_frame(painter, row, look.color("selection"), radius=4)
        x, middle = row.left() + _ROW_PADDING, row.center().y()
        paint_check(painter, QPointF(x + size / 2, middle), action.isChecked(), look)
        x += size + _GAP
        if item.icon:
            paint_icon(painter, QPointF(x + size / 2, middle), item.icon, item.token, look, size)
            x += size + _GAP
        line = QRectF(x, row.top(), row.right() - _ROW_PADDING - x, row.height())
        paint_text(painter, line, item.title, look.font(), look.color("text"))
        if count is not None:
            paint_text(painter, line, str(count), look.font(), look.color("muted"), right=True)

    def _width(self) -> int:
        metrics = QFontMetrics(self._look.font())
        texts = []
        for item, count in self._rows.values():
            icons = 2 if item.icon else 1
            number = 0 if count is None else 3 * _GAP + metrics.horizontalAdvance(str(count))
            texts.append(icons * (self._look.icon_size + _GAP) + metrics.horizontalAdvance(item.title) + number)
        return max(texts, default=0) + 2 * (_ROW_PADDING + _MENU_EDGE)
