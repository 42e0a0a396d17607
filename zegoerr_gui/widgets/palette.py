"""The palette: one field that leads to every action, every code and the logs opened last."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.offers import Kind, Offer, OfferList
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.list_field import ListField
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_text

_ROWS, _WIDE = 12, 40  # the latter times the height of a line
_EDGE, _PADDING, _GAP = 8, 10, 10
_FROM_TOP = 60  # pixels of the window above it
_ICONS: Final[dict[Kind, str]] = {"action": "chevron-right", "code": "hash", "log": "file-text", "query": "search"}


class Palette(QFrame):
    """Pops up over a window. Sends ``chosen`` with an Offer on Enter or click; Esc leaves.

    Actions that cannot be done now are shown faint, so that an agent finds them and their keys all the same.
    """

    chosen = Signal(Offer)

    def __init__(self, look: Look, otherwise: Callable[[str], Offer], parent: QWidget) -> None:
        """``otherwise`` makes the last row of what was typed."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._look, self._otherwise, self._window = look, otherwise, parent
        self.model = OfferList()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Rows(look, self))
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Actions, codes and logs"))
        self.field = ListField(self.view)
        self.field.setPlaceholderText(self.tr("Action, code or log"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        self.field.textChanged.connect(self._seek)
        self.field.returnPressed.connect(lambda: self._choose(self.view.currentIndex()))
        self.view.clicked.connect(self._choose)

    def open(self, offers: Sequence[Offer], recent: Sequence[str]) -> None:
        """Open over the window with nothing typed; ``recent`` are ids of offers that were chosen before."""
        with QSignalBlocker(self.field):
            self.field.clear()
        self.model.set_offers(offers, recent)
        self._go_to_first()
        self.field.setFont(self._look.font())
        window = self._window
        width = min(_WIDE * self._look.unit, window.width() - 4 * _EDGE)
        height = self.field.sizeHint().height() + _ROWS * self._look.row_height + 3 * _EDGE
        self.resize(width, min(height, window.height() - _FROM_TOP - _EDGE))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, _FROM_TOP)))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _seek(self, typed: str) -> None:
        self.model.seek(typed, self._otherwise(typed.strip()) if typed.strip() else None)
        self._go_to_first()

    def _go_to_first(self) -> None:
        """To the first row that can be chosen, or the first at all."""
        rows = range(self.model.rowCount())
        first = next((row for row in rows if self.model.item(row).possible), 0)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.item(index.row()).possible:
            offer = self.model.item(index.row())
            self.close()  # first: the action shall find the focus where it was
            self.chosen.emit(offer)


class _Rows(QStyledItemDelegate):
    """Paints a sign for the kind, the words, where they belong, and at the right the keys."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._look.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = self._look, option.rect
        offer: Offer = index.data(Role.ITEM)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), look.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver and offer.possible:
            painter.fillRect(rect, look.color("hover"))
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        size = look.icon_size
        middle = QPointF(inner.left() + size / 2, inner.center().y() + 0.5)
        paint_icon(painter, middle, _ICONS[offer.kind], "muted" if offer.possible else "faint", look, size)
        inner.setLeft(inner.left() + size + _GAP)
        self._paint_words(painter, inner, offer)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, offer: Offer) -> None:
        look = self._look
        ink, muted = ("text", "muted") if offer.possible else ("faint", "faint")
        right = self._write(painter, rect, offer.keys, look.font(-1), muted, right=True)
        rect = rect.adjusted(0, 0, -right, 0)
        rect.setLeft(rect.left() + self._write(painter, rect, offer.number, look.mono(0, 500), ink))
        rect.setLeft(rect.left() + self._write(painter, rect, visible(offer.words), look.font(), ink))
        self._write(painter, rect, visible(offer.place), look.font(-1), muted)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, token: str, *, right: bool = False) -> int:
        """Paint a text at one end of the rectangle; returns the width it took, with the gap behind it."""
        if not text or rect.width() <= 0:
            return 0
        return paint_text(painter, rect, text, font, self._look.color(token), right=right) + _GAP
