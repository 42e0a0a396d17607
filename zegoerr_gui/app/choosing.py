"""What the palette offers, and what comes of a choice in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zegoerr_gui.app.actions import ACTIONS, SEPARATOR, native_keys, translated
from zegoerr_gui.app.store import Store
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.models.offers import Offer
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:
    from zegoerr_gui.widgets.palette import Palette

_KEPT: Final = "palette/recent"
_MOST: Final = 12  # choices that come first the next time


class Choosing(QObject):
    """Opens the palette over a window and does what is chosen in it; actions and codes chosen last come first.

    Sends ``code_chosen``, ``log_chosen`` with the path of a log, ``query_chosen`` with what was typed.
    """

    code_chosen = Signal(int)
    log_chosen = Signal(str)
    query_chosen = Signal(str)

    def __init__(self, catalogue: Catalogue, codes: CodeTableModel, store: Store, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.actions: Mapping[str, QAction] = {}
        self.recent_logs: Callable[[], Sequence[str]] = tuple  # their paths, the last first
        self._catalogue, self._codes, self._store = catalogue, codes, store
        self._look, self._window = look, window
        self._palette: Palette | None = None  # made when it is first asked for: the window starts without it

    def open(self) -> None:
        """Open the palette with all there is to choose now."""
        if self._palette is None:
            from zegoerr_gui.widgets.palette import Palette

            self._palette = Palette(self._look, self._otherwise, self._window)
            self._palette.chosen.connect(self._do)
        self._palette.open([*self._of_actions(), *self._of_logs(), *self._of_codes()], self._recent())

    def _of_actions(self) -> Iterator[Offer]:
        for spec in ACTIONS:
            if spec.name not in (SEPARATOR, "show_palette"):
                place = " › ".join(translated(part) for part in spec.menu.split("/"))
                possible = self.actions[spec.name].isEnabled()
                yield Offer("action", spec.name, translated(spec.text), "", place, native_keys(spec.keys), possible)

    def _of_codes(self) -> Iterator[Offer]:
        found = self._codes.findings
        in_log = self.tr("in this log")
        unknown = [code for code in found if code not in self._catalogue]
        for code in [*unknown, *self._catalogue.codes]:
            words = self._codes.entry(code).description if code in self._catalogue else self.tr("In no catalogue")
            yield Offer("code", str(code), words, str(code), in_log if code in found else "")

    def _of_logs(self) -> Iterator[Offer]:
        for path in self.recent_logs():
            yield Offer("log", path, Path(path).name, "", str(Path(path).parent))

    def _otherwise(self, typed: str) -> Offer:
        return Offer("query", typed, self.tr('Filter the codes by "{typed}"').format(typed=typed))

    def _do(self, offer: Offer) -> None:
        if offer.kind in ("action", "code"):  # paths and queries can hold what a customer wrote
            self._remember(offer.id)
        if offer.kind == "action":
            self.actions[offer.key].trigger()
        elif offer.kind == "code":
            self.code_chosen.emit(int(offer.key))
        elif offer.kind == "log":
            self.log_chosen.emit(offer.key)
        else:
            self.query_chosen.emit(offer.key)

    def _recent(self) -> list[str]:
        kept = self._store.value(_KEPT)
        return kept.split()[:_MOST] if isinstance(kept, str) else []

    def _remember(self, chosen: str) -> None:
        others = [one for one in self._recent() if one != chosen]
        self._store.keep(_KEPT, " ".join([chosen, *others][:_MOST]))
