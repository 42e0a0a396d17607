"""The list of every room, user and stream of a log, which can be typed into."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from zegoerr_gui.core.answer.scopes import Fared, how_it_fared
from zegoerr_gui.models.roles import Role
from zegoerr_gui.models.scope_list import ScopeList
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_text
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.popup import Index, PopupList, PopupRows

_MOST_ROWS = 12
_WIDE = 30  # times the height of a line
_GAP = 16


class ScopePopup(PopupList):
    """Pops up under a button. Sends ``scope_chosen`` with a ``Scope`` on Enter or click, ``left`` on Esc."""

    scope_chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        self.model = ScopeList()
        super().__init__(self.model, look, parent)
        self.view.setItemDelegate(_Rows(look, self))
        self.call(self.tr("Rooms, users and streams of the log"), self.tr("Room, user or stream"))
        self.view.setLayoutMode(QListView.LayoutMode.Batched)  # ten thousand rows would take half a second
        self.field.setClearButtonEnabled(True)
        self.left_out = plain_label("", look, "small", wrap=True, selectable=False)
        self.column.addWidget(self.left_out)

    def open(self, under: QWidget, scopes: Sequence[Fared], left_out: int) -> None:
        """Open under a widget, nothing typed; ``left_out`` failures are of names that the list does not have."""
        self.begin()
        self.model.set_scopes(scopes)
        self.view.setCurrentIndex(self.model.index(0))
        said = self.tr("{count} failures are of further names, which are not listed.")
        self.left_out.setText(said.format(count=f"{left_out:,}"))
        self.left_out.setVisible(bool(left_out))
        height = self.height_of(max(3, min(_MOST_ROWS, len(scopes))))
        self.resize(_WIDE * self._look.unit, height + (3 * self._look.unit if left_out else 0))
        self.show_under(under)
        self.focus_field()

    def seek(self, words: str) -> None:
        """Show the scopes that have these words."""
        self.model.seek(words)
        self.view.setCurrentIndex(self.model.index(0))

    def choose(self, index: QModelIndex) -> None:
        """Close and tell the scope."""
        if index.isValid():
            self.close()
            self.scope_chosen.emit(self.model.item(index.row()).scope)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()


class _Rows(PopupRows):
    """Paints what a scope is called and, at the right, how it fared."""

    def paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = self.look
        item: Fared = index.data(Role.ITEM)
        ink = look.color("failure" if item.unrecovered else "muted")
        told = paint_text(painter, rect, how_it_fared(item), look.font(-1), ink, right=True)
        room, middle = rect.adjusted(0, 0, -told - _GAP, 0), Qt.TextElideMode.ElideMiddle
        paint_text(painter, room, index.data(), look.font(), look.color("text"), elide=middle)
