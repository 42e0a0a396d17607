"""The row of sessions under the verdict: it limits what is seen of a log to one room, user or stream."""

from itertools import islice
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zegoerr_gui.core.answer.scopes import Fared, Scopes
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.widgets.buttons import link_button
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.scope_chip import ScopeChip
from zegoerr_gui.widgets.scope_popup import ScopePopup

_MOST: Final = 8  # chips
_LEFT, _RIGHT, _ABOVE, _GAP = 14, 12, 4, 6


class ScopeChips(Ground):
    """Holds chips of which exactly one is chosen, and a list of those that have none; hidden without a choice.

    Sends ``scope_chosen`` with a ``Scope``, or with None for all of the log.
    """

    scope_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "base", "bottom")
        self._scopes = Scopes()
        self._offered: dict[Scope, Fared] = {}  # in the order on show
        self._chosen: Scope | None = None
        self.all = self._chip()
        self.chips = [self._chip() for _ in range(_MOST)]
        self.more = link_button()
        self.more.clicked.connect(self._open_list)
        self.list = ScopePopup(look, self)
        self.list.scope_chosen.connect(self._choose_listed)
        self.list.left.connect(self.more.setFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_LEFT, _ABOVE, _RIGHT, _ABOVE + 1)
        layout.setSpacing(_GAP)
        for part in (self.all, *self.chips, self.more):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Sessions in the log"))
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this row, in reading order."""
        return [self.all, *self.chips, self.more]

    def show_scopes(self, scopes: Scopes, settled: bool) -> None:
        """Show what a log has by now; until that is ``settled`` chips keep their places: none moves under the hand."""
        offered = {one.scope: one for one in scopes.offered}
        if not settled or self.underMouse() or self._focused() is not None:
            kept = [scope for scope in self._offered if scope in offered]
            offered = {scope: offered[scope] for scope in [*kept, *offered]}
        self._scopes, self._offered = scopes, offered
        self._arrange()

    def show_chosen(self, scope: Scope | None) -> None:
        """Show to what the log is limited."""
        self._chosen = scope
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(100, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Inside

    def _chip(self) -> ScopeChip:
        chip = ScopeChip(self._look)
        chip.clicked.connect(lambda: self.scope_chosen.emit(chip.scope))
        chip.stepped.connect(self._step)
        return chip

    def _arrange(self) -> None:
        """Show as many chips as have room, the chosen one among them."""
        self.setVisible(bool(self._offered) or self._chosen is not None)
        if self.isHidden():  # the chips stay stops of Tab until then: Qt puts nothing else in order
            return
        focused = self._focused()
        had = focused.scope if focused else None
        shown = list(islice(self._offered.values(), _MOST))
        if self._chosen and all(one.scope != self._chosen for one in shown):
            shown = [*shown[: _MOST - 1], self._fared(self._chosen)]
        for chip, fared in zip(self.chips, shown, strict=False):
            chip.show_fared(fared)
        count = self._fitting(len(shown))
        place = next((place for place, one in enumerate(shown) if one.scope == self._chosen), -1)
        if place >= count > 0:
            self.chips[count - 1].show_fared(shown[place])
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < count)
            chip.set_chosen(number < count and chip.scope == self._chosen)
        self.all.set_chosen(self._chosen is None)
        left = len(self._scopes.all) - count
        self.more.setText(self.tr("{count} more ▾").format(count=f"{left:,}"))
        self.more.setAccessibleName(self.tr("{count} more rooms, users and streams").format(count=f"{left:,}"))
        self.more.setVisible(left > 0)
        if focused is not None and (focused.scope != had or not focused.isVisibleTo(self)):
            self._chip_of(had).setFocus()

    def _fitting(self, count: int) -> int:
        """How many of the first chips have room beside the first one and the way to the others."""
        room = self.width() - _LEFT - _RIGHT - self.all.sizeHint().width()
        room -= self.more.fontMetrics().horizontalAdvance(f"{len(self._scopes.all):,} more ▾") + 3 * _GAP
        for number, chip in enumerate(self.chips[:count]):
            room -= chip.sizeHint().width() + _GAP
            if room < 0:
                return max(1, number)
        return count

    def _fared(self, scope: Scope) -> Fared:
        return next((one for one in self._scopes.all if one.scope == scope), Fared(scope, 0))

    def _visible(self) -> list[ScopeChip]:
        return [chip for chip in (self.all, *self.chips) if chip.isVisibleTo(self)]

    def _focused(self) -> ScopeChip | None:
        return next((chip for chip in (self.all, *self.chips) if chip.hasFocus()), None)

    def _chip_of(self, scope: Scope | None) -> ScopeChip:
        return next((chip for chip in self._visible() if chip.scope == scope), self.all)

    def _step(self, step: int) -> None:
        chips, focused = self._visible(), self._focused()
        place = chips.index(focused) if focused else 0
        chips[max(0, min(place + step, len(chips) - 1))].setFocus()

    def _open_list(self) -> None:
        self.list.open(self.more, self._scopes.listed, self._scopes.left_out)

    def _choose_listed(self, scope: Scope) -> None:
        self.scope_chosen.emit(scope)
        self._chip_of(scope).setFocus()

    def _restyle(self) -> None:
        self.more.setFont(self._look.font(-1))
        self._arrange()
