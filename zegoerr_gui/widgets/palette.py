"""The palette: one field that leads to every action, every code and the logs opened last."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.offers import Kind, Offer, OfferList
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_text
from zegoerr_gui.widgets.popup import EDGE, Index, PopupList, PopupRows

_ROWS, _WIDE = 12, 40  # the latter times the height of a line
_GAP = 10
_FROM_TOP = 60  # pixels of the window above it
_ICONS: Final[dict[Kind, str]] = {"action": "chevron-right", "code": "hash", "log": "file-text", "query": "search"}


class Palette(PopupList):
    """Pops up over a window. Sends ``chosen`` with an Offer on Enter or click; Esc leaves.

    Actions that cannot be done now are shown faint, so that an agent finds them and their keys all the same.
    """

    chosen = Signal(Offer)

    def __init__(self, look: Look, otherwise: Callable[[str], Offer], window: QWidget) -> None:
        """``otherwise`` makes the last row of what was typed."""
        self.model = OfferList()
        super().__init__(self.model, look, window)
        self.view.setItemDelegate(_Rows(look, self))
        self.call(self.tr("Actions, codes and logs"), self.tr("Action, code or log"))
        self._otherwise, self._window = otherwise, window

    def open(self, offers: Sequence[Offer], recent: Sequence[str]) -> None:
        """Open over the window with nothing typed; ``recent`` are ids of offers that were chosen before."""
        self.begin()
        self.model.set_offers(offers, recent)
        self._go_to_first()
        window = self._window
        width = min(_WIDE * self._look.unit, window.width() - 4 * EDGE)
        self.resize(width, min(self.height_of(_ROWS), window.height() - _FROM_TOP - EDGE))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, _FROM_TOP)))
        self.show()
        self.focus_field()

    def seek(self, words: str) -> None:
        """Show what has these words, and what can be done otherwise."""
        self.model.seek(words, self._otherwise(words.strip()) if words.strip() else None)
        self._go_to_first()

    def choose(self, index: QModelIndex) -> None:
        """Close and tell the offer, if it is possible."""
        if index.isValid() and (offer := self.model.item(index.row())).possible:
            self.close()  # first: the action shall find the focus where it was
            self.chosen.emit(offer)

    def _go_to_first(self) -> None:
        """To the first row that can be chosen, or the first at all."""
        rows = range(self.model.rowCount())
        first = next((row for row in rows if self.model.item(row).possible), 0)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollToTop()


class _Rows(PopupRows):
    """Paints a sign for the kind, the words, where they belong, and at the right the keys."""

    def is_possible(self, index: Index) -> bool:
        return bool(index.data(Role.ITEM).possible)

    def paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look, size = self.look, self.look.icon_size
        item: Offer = index.data(Role.ITEM)
        ink, muted = ("text", "muted") if item.possible else ("faint", "faint")
        middle = QPointF(rect.left() + size / 2, rect.center().y() + 0.5)
        paint_icon(painter, middle, _ICONS[item.kind], muted, look, size)
        rect = rect.adjusted(size + _GAP, 0, 0, 0)
        rect = rect.adjusted(0, 0, -self._write(painter, rect, item.keys, look.font(-1), muted, right=True), 0)
        rect = rect.adjusted(self._write(painter, rect, item.number, look.mono(0, 500), ink), 0, 0, 0)
        rect = rect.adjusted(self._write(painter, rect, visible(item.words), look.font(), ink), 0, 0, 0)
        self._write(painter, rect, visible(item.place), look.font(-1), muted)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, token: str, *, right: bool = False) -> int:
        """Paint a text at one end of the rectangle; returns the width it took, with the gap behind it."""
        if not text or rect.width() <= 0:
            return 0
        return paint_text(painter, rect, text, font, self.look.color(token), right=right) + _GAP
