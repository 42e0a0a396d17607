"""The list of every room, user and stream of a log, which can be typed into."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.answer.scopes import Fared, how_it_fared
from zegoerr_gui.models.roles import Role
from zegoerr_gui.models.scope_list import ScopeList
from zegoerr_gui.widgets.list_field import ListField
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_text
from zegoerr_gui.widgets.plain_label import plain_label

_MOST_ROWS = 12
_WIDE = 30  # times the height of a line
_PADDING, _GAP = 10, 16


class SessionList(QFrame):
    """Pops up under a button. Sends ``scope_chosen`` with a ``Scope`` on Enter or click, ``left`` on Esc."""

    scope_chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.model = ScopeList()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Rows(look, self))
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)  # ten thousand rows would take half a second
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Rooms, users and streams of the log"))
        self.field = ListField(self.view)
        self.field.setPlaceholderText(self.tr("Room, user or stream"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.left_out = plain_label("", look, "small", wrap=True, selectable=False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.left_out)
        self.field.textChanged.connect(self._seek)
        self.field.returnPressed.connect(self._choose)
        self.view.clicked.connect(lambda _: self._choose())

    def open(self, under: QWidget, scopes: Sequence[Fared], left_out: int) -> None:
        """Open under a widget, nothing typed; ``left_out`` failures are of names that the list does not have."""
        with QSignalBlocker(self.field):
            self.field.clear()
        self.model.set_scopes(scopes)
        self.view.setCurrentIndex(self.model.index(0))
        said = self.tr("{count} failures are of further names, which are not listed.")
        self.left_out.setText(said.format(count=f"{left_out:,}"))
        self.left_out.setVisible(bool(left_out))
        self.field.setFont(self._look.font())
        rows = max(3, min(_MOST_ROWS, len(scopes)))
        height = self.field.sizeHint().height() + rows * self._look.row_height + 24
        self.resize(_WIDE * self._look.unit, height + (3 * self._look.unit if left_out else 0))
        screen = under.screen().availableGeometry()
        corner = under.mapToGlobal(QPoint(0, under.height() + 4))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _seek(self, words: str) -> None:
        self.model.seek(words)
        self.view.setCurrentIndex(self.model.index(0))

    def _choose(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.close()
            self.scope_chosen.emit(self.model.item(index.row()).scope)


class _Rows(QStyledItemDelegate):
    """Paints what a scope is called and, at the right, how it fared."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._look.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = self._look, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        fared: Fared = index.data(Role.ITEM)
        inner: QRect = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        ink = look.color("failure" if fared.unrecovered else "muted")
        told = paint_text(painter, inner, how_it_fared(fared), look.font(-1), ink, right=True)
        inner.adjust(0, 0, -told - _GAP, 0)
        middle = Qt.TextElideMode.ElideMiddle
        paint_text(painter, inner, index.data(), look.font(), look.color("text"), elide=middle)
        painter.restore()
