"""Queries and logs of the last days: noted as they are used, offered again, forgotten when that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from zegoerr_gui import places
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.app.shared_desk import SharedDesk
from zegoerr_gui.core.desk.desk import Kind
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:
    from zegoerr_gui.app.open_log import OpenLog

_PAUSE = 1_500  # milliseconds that a query stands before it counts as one that was meant
_OFFERED = 15
_LONGEST = 60  # characters of a path or a query in a menu


class DeskRecents(QObject):
    """Remembers what was used. Sends ``log_chosen`` with the path of a log, ``query_chosen`` with a query."""

    log_chosen = Signal(Path)
    query_chosen = Signal(str)

    def __init__(self, shared: SharedDesk, field: QLineEdit, logs: OpenLogs, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._field, self._look, self._window = shared, field, look, window
        self._begun = ""  # the query remembered last, while the agent types on
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.note_query)
        field.textChanged.connect(self._wait)
        logs.added.connect(self._follow)

    def note_query(self) -> None:
        """Remember what stands in the field; a text with a secret in it is not kept."""
        from zegoerr_gui.core.answer.redaction.masking import Masking

        self._pause.stop()
        query = self._field.text().strip()
        if len(query) > 1 and query != self._begun and Masking().mask(query).text == query:
            before = self._begun if self._begun and query.startswith(self._begun) else ""
            self._begun = query
            self._remember("query", query, before)

    def offer_logs(self, anchor: QWidget) -> None:
        """Show a menu of recent logs under a button."""
        logs = self._shared.desk.recent("log")
        self._offer(logs, _log_label, lambda path: self.log_chosen.emit(Path(path)), self.tr("No recent logs"), anchor)

    def offer_queries(self) -> None:
        """Show a menu of recent queries under the field."""
        queries = self._shared.desk.recent("query")
        self._offer(queries, _shortened, self.query_chosen.emit, self.tr("No recent queries"), self._field)

    def show_all(self) -> None:
        """Show everything that is remembered, to look at and to forget."""
        from zegoerr_gui.widgets.recents_dialog import RecentsDialog

        desk = self._shared.desk
        dialog = RecentsDialog(self._look, self._window)

        def show() -> None:
            dialog.show_recents(desk.recent("log"), desk.recent("query"), desk.remembering)

        dialog.forget_asked.connect(lambda kind, text: self._shared.keep(lambda: desk.forget(kind, text)))
        dialog.forget_all_asked.connect(lambda: self._shared.keep(desk.forget_all))
        dialog.remembering_chosen.connect(lambda on: self._shared.keep(lambda: desk.set_remembering(on)))
        self._shared.changed.connect(show)
        dialog.finished.connect(lambda _: self._shared.changed.disconnect(show))
        show()
        dialog.open()

    def _wait(self, text: str) -> None:
        if not text.strip():
            self._begun = ""
        self._pause.start()

    def _follow(self, log: OpenLog) -> None:
        path = log.brought.path
        if path is not None and path != places.sample_log():
            log.opened.connect(lambda: self._remember("log", str(path.absolute())))

    def _remember(self, kind: Kind, text: str, instead_of: str = "") -> None:
        desk = self._shared.desk
        if desk.remembering and desk.recent(kind)[:1] != (text,):
            self._shared.keep(lambda: desk.remember(kind, text, instead_of))

    def _offer(
        self,
        texts: Sequence[str],
        label: Callable[[str], str],
        choose: Callable[[str], object],
        nothing: str,
        anchor: QWidget,
    ) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in texts[:_OFFERED]:
            menu.addAction(label(text).replace("&", "&&")).triggered.connect(partial(choose, text))
        if not texts:
            off = not self._shared.desk.remembering
            menu.addAction(self.tr("Remembering is switched off") if off else nothing).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Look at them, or forget them…")).triggered.connect(self.show_all)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))


def _log_label(path: str) -> str:
    """The name and, at the right of a menu, the folder."""
    return f"{_shortened(Path(path).name)}\t{_shortened(str(Path(path).parent))}"


def _shortened(text: str) -> str:
    text = visible(text)
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}…{text[-half:]}"
