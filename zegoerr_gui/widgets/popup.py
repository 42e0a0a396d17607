"""What pops up over a window: a frame under a button, and a list in it that is narrowed down by typing."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from zegoerr_gui.widgets.list_field import ListField
from zegoerr_gui.widgets.look import Look

EDGE = 8
_PADDING, _BAR = 10, 3
Index = QModelIndex | QPersistentModelIndex


class Popup(QFrame):
    """Closes on Esc, and on a click beside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def show_under(self, widget: QWidget) -> None:
        """Show it under a widget, and whole on its screen from left to right."""
        screen = widget.screen().availableGeometry()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()


class PopupList(Popup):
    """Holds a field over the rows that have the words typed into it; Enter or a click chooses one.

    ``seek`` and ``choose`` say what that means.
    """

    def __init__(self, model: QAbstractListModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.view = QListView()
        self.view.setModel(model)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field = ListField(self.view)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.column.setSpacing(6)
        self.column.addWidget(self.field)
        self.column.addWidget(self.view, 1)
        self.field.textChanged.connect(self.seek)
        self.field.returnPressed.connect(lambda: self.choose(self.view.currentIndex()))
        self.view.clicked.connect(self.choose)

    def seek(self, words: str) -> None:
        """Show the rows that have these words."""
        raise NotImplementedError

    def choose(self, index: QModelIndex) -> None:
        """Do what a row offers."""
        raise NotImplementedError

    def call(self, rows: str, field: str) -> None:
        """Say what the rows are to a screen reader, and in the field what can be typed into it."""
        self.view.setAccessibleName(rows)
        self.field.setPlaceholderText(field)
        self.field.setAccessibleName(field)

    def begin(self) -> None:
        """Nothing is typed yet."""
        with QSignalBlocker(self.field):
            self.field.clear()
        self.field.setFont(self._look.font())

    def height_of(self, rows: int) -> int:
        """The height with so many rows on show, in logical pixels."""
        return self.field.sizeHint().height() + rows * self._look.row_height + 3 * EDGE

    def focus_field(self) -> None:
        """It is on show: letters go to its field."""
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class PopupRows(QStyledItemDelegate):
    """Paints the ground of a row, selected or under the mouse, then what it tells through ``paint_row``."""

    def __init__(self, look: Look, parent: PopupList) -> None:
        super().__init__(parent)
        self.look = look

    def paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint what a row tells."""
        raise NotImplementedError

    def is_possible(self, index: Index) -> bool:
        """Whether a row can be chosen."""
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = self.look, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), look.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver and self.is_possible(index):
            painter.fillRect(rect, look.color("hover"))
        self.paint_row(painter, rect.adjusted(_PADDING, 0, -_PADDING, 0), index)
        painter.restore()
