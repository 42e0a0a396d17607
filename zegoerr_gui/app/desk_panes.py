"""Joins the desk to the window: notes and pins in the detail, recent queries and logs, the way through codes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.app.desk_exchange import DeskExchange
from zegoerr_gui.app.desk_notes import DeskNotes
from zegoerr_gui.app.desk_recents import DeskRecents
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.app.shared_desk import SharedDesk
from zegoerr_gui.core.desk.desk import Desk, Visited
from zegoerr_gui.core.desk.fault import DeskError
from zegoerr_gui.widgets.detail_pane import DetailPane
from zegoerr_gui.widgets.filter_bar import FilterBar
from zegoerr_gui.widgets.look import Look

_PAUSE = 1_000  # milliseconds after which the way through codes is kept


class DeskPanes(QObject):
    """Holds what the agent keeps, for one window.

    Sends ``said`` with what was done, ``failed`` with what was not, each a sentence; ``query_chosen`` with a query.
    """

    said = Signal(str)
    failed = Signal(str)
    query_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        linked: LinkedPanes,
        detail: DetailPane,
        bar: FilterBar,
        logs: OpenLogs,
        look: Look,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._linked, self._detail, self._bar = linked, detail, bar
        self.shared = SharedDesk(desk, self)
        self.recents = DeskRecents(self.shared, bar.field, logs, look, window)
        self._notes = DeskNotes(self.shared, detail.note, self)
        self._exchange = DeskExchange(self.shared, window)
        self._visited = desk.visited()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep_visited)
        self._told_unsaved = False
        linked.code_shown.connect(self._show_code)
        detail.pin_asked.connect(self._pin)
        self.shared.changed.connect(self._show_kept)
        self.recents.query_chosen.connect(self.query_chosen)
        self.shared.failed.connect(self.failed)
        self._exchange.said.connect(self.said)
        self._exchange.failed.connect(self.failed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the desk do, by name."""
        return {
            "pin_code": self._pin,
            "show_pinned": lambda: self._list("pinned"),
            "show_noted": lambda: self._list("noted"),
            "write_note": self._detail.note.begin,
            "recent_logs": lambda: self.recents.offer_logs(self._bar.open_button),
            "recent_queries": self.recents.offer_queries,
            "show_recents": self.recents.show_all,
            "export_desk": self._exchange.give,
            "import_desk": self._exchange.take,
        }

    def begin(self) -> None:
        """Show what is kept, and go on where the last window was: Back leads to what was read before."""
        self._show_kept()
        if self._visited.codes:
            self._linked.history.restore(self._visited.codes, self._visited.place, self._linked.code)
            self._linked.show_steps()

    def keep(self) -> bool:
        """Keep everything now; False where a note cannot be kept."""
        self._keep_visited()
        return self._notes.settle()

    def close(self) -> bool:
        """Keep everything and let the desk go; False, once, where a note cannot be kept: the agent may copy it."""
        if not self.keep() and not self._told_unsaved:
            self._told_unsaved = True
            said = self.tr("A note could not be saved. Copy what matters of it, or close the window again to leave it.")
            self.failed.emit(said)
            return False
        self.shared.close()
        return True

    def _show_code(self) -> None:
        code = self._linked.code
        if code is not None:
            self._notes.show_note(code)
            self._show_pin()
        if self._way != self._visited:
            self._pause.start()

    def _show_kept(self) -> None:
        desk = self.shared.desk
        self._linked.show_desk(frozenset(desk.pins), {code: note.text for code, note in desk.notes.items()})
        self._show_pin()

    def _list(self, query: str) -> None:
        """Show every code that a query finds, in the log or not."""
        self._bar.clear()
        self.query_chosen.emit(query)

    def _show_pin(self) -> None:
        self._detail.pin_button.show_pinned(self._linked.code in self.shared.desk.pins)

    def _pin(self) -> None:
        code, desk = self._linked.code, self.shared.desk
        if code is None:
            return
        pinned = code not in desk.pins
        if self.shared.keep(lambda: desk.pin(code, pinned)):
            said = self.tr("Pinned {code}") if pinned else self.tr("{code} is no longer pinned")
            self.said.emit(said.format(code=code))

    @property
    def _way(self) -> Visited:
        return Visited(self._linked.history.codes, self._linked.history.place)

    def _keep_visited(self) -> None:
        """It is not worth a word where this cannot be kept."""
        self._pause.stop()
        if self._way != self._visited:
            self._visited = self._way
            try:
                self.shared.desk.keep_visited(self._visited)
            except DeskError:
                return
            self.shared.tell()
