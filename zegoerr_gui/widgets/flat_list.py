"""A list of rows in columns, without levels."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QWidget

from zegoerr_gui.widgets.look import Look


class _Rows(QStyledItemDelegate):
    """Rows as high as those of the codes."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._look.row_height)


class FlatList(QTreeWidget):
    """Holds rows as high as those of the codes; Enter is left to the dialog's button."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(look, self))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, look.color("faint"))  # of which Fusion makes the edge of a box
        self.setPalette(palette)
        self.setRootIsDecorated(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # an item would be activated
        else:
            super().keyPressEvent(event)
