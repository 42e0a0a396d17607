"""The background of a table's rows: selected, hovered, with the bar that tells which pane the keys go to."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from zegoerr_gui.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
_BAR = 3


class RowDelegate(QStyledItemDelegate):
    """Paints a row's background over all its cells, then each cell through ``paint_cell``."""

    def __init__(self, view: QTableView, look: Look) -> None:
        super().__init__(view)
        self.look = look
        self._view = view
        self._hovered = -1
        # Qt's State_MouseOver is per cell; a row is one thing here.
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        """Paint what stands in a cell; override this."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = self._view.hasFocus()
        rect = option.rect
        if selected:
            painter.fillRect(rect, self.look.color("selection" if focused else "selection_inactive"))
            if focused and index.column() == self._view.horizontalHeader().logicalIndex(0):
                painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), self.look.color("accent"))
        elif index.row() == self._hovered:
            painter.fillRect(rect, self.look.color("hover"))
        self.paint_cell(painter, rect, index, selected)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.look.row_height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self._view.rowAt(event.position().toPoint().y()))
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().eventFilter(watched, event)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        viewport: QWidget = self._view.viewport()
        for changed in (self._hovered, row):
            if changed >= 0:
                top, height = self._view.rowViewportPosition(changed), self._view.rowHeight(changed)
                viewport.update(0, top, viewport.width(), height)
        self._hovered = row
