"""Each open log has a tab and, once it was on show, a pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QObject, Signal

from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.widgets.log_tabs import LogTabs
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:  # both are loaded with the first log
    from zegoerr_gui.app.open_log import OpenLog
    from zegoerr_gui.widgets.log_pane import LogPane

Shown = TypeVar("Shown", "OpenLog", "LogPane")


class LogPanes(QObject):
    """Holds the panes of the open logs, and keeps them and their tabs to what the logs tell.

    Sends ``made`` with a pane and its log before it is shown, ``log_shown`` when another log, or none, has come on
    show, ``begun`` when there is a first line of any log, ``progressed`` when more is known of the log on show,
    ``said`` with what the agent should know.
    """

    made = Signal(QObject, QObject)
    log_shown = Signal()
    begun = Signal()
    progressed = Signal()
    said = Signal(str)

    def __init__(
        self,
        logs: OpenLogs,
        jobs: Jobs,
        tabs: LogTabs,
        linked: LinkedPanes,
        catalogue: Catalogue,
        look: Look,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.split = QByteArray()  # of the room between lines and line, the same in every pane
        self._logs, self._jobs, self._tabs, self._linked = logs, jobs, tabs, linked
        self._catalogue, self._look = catalogue, look
        self._timelines = True
        self._by_number: dict[int, LogPane] = {}
        self._shown: LogPane | None = None

    @property
    def log(self) -> OpenLog | None:
        """The log on show."""
        return self._logs.by_number.get(self._tabs.current)

    @property
    def pane(self) -> LogPane | None:
        """The pane of the log on show."""
        return self._by_number.get(self._tabs.current)

    @property
    def all(self) -> list[LogPane]:
        """Every pane there is, in the order they were made."""
        return list(self._by_number.values())

    def get(self, log: OpenLog) -> LogPane | None:
        """The pane of a log; None where it was not on show yet."""
        return self._by_number.get(log.number)

    def on_pane(self, act: Callable[[LogPane], object]) -> Callable[[], None]:
        """The handler of an action: does something in the pane of the log on show, or says that there is none."""
        return lambda: self._act(act, self.pane)

    def on_log(self, act: Callable[[OpenLog], object]) -> Callable[[], None]:
        """The same, with the log on show."""
        return lambda: self._act(act, self.log)

    def masked(self, text: str) -> str:
        """A text with the secrets masked, under the labels that the log on show has for them."""
        return self.pane.outgoing.masking.mask(text).text if self.pane else text

    def read_on(self, log: OpenLog) -> None:
        """Go on reading a log, or say that there is no more of it."""
        if not log.read_on():
            self.said.emit(self.tr("Nothing was added to the log."))

    def add(self, log: OpenLog) -> None:
        """Give a log its tab."""
        self._tabs.add(log.number, log.name, str(log.brought.path or log.name))
        log.opened.connect(partial(self._begin, log))
        log.grew.connect(partial(self._grow, log))
        log.finished.connect(partial(self._end, log))
        log.recognised_anew.connect(partial(self._turn, log))

    def show(self, number: int) -> None:
        """Show a log by its number; any other number shows the invitation."""
        log = self._logs.by_number.get(number)
        pane = self._pane_of(log) if log else None
        if pane is not self._shown:
            self.keep_split()
            self._shown = pane
            if pane and self.split:
                pane.splitter.restoreState(self.split)
        self._tabs.show_pane(pane, pane.table if pane else self._tabs.empty.paste_button)
        if pane and log:
            pane.refresh(log.share)
        self._linked.show_log(log, pane)
        self.log_shown.emit()

    def remove(self, log: OpenLog) -> None:
        """Take away what was shown of a log that has been let go."""
        pane = self._by_number.pop(log.number, None)
        if pane:
            pane.show_scan(None)
        self._linked.forget_log(log)
        self._tabs.remove(log.number)
        if pane:
            pane.deleteLater()

    def show_timelines(self, shown: bool) -> None:
        """Whether panes shall show when their failures happened."""
        self._timelines = shown
        for pane in self.all:
            pane.whereabouts.want_timeline(shown)

    def mark_tabs(self) -> None:
        """Tell on every tab whether its log has the code on show."""
        for log in self._logs.by_number.values():
            self._mark(log)

    def keep_split(self) -> None:
        """Remember how the agent has divided the pane on show."""
        if self._shown:
            self.split = self._shown.splitter.saveState()

    def _act(self, act: Callable[[Shown], object], shown: Shown | None) -> None:
        if shown is None:
            self.said.emit(self.tr("There is no log. Paste one, or open the sample log."))
        else:
            act(shown)

    def _pane_of(self, log: OpenLog) -> LogPane:
        pane = self._by_number.get(log.number)
        if pane is None:
            from zegoerr_gui.widgets.log_pane import LogPane

            pane = self._by_number[log.number] = LogPane(self._look, self._name_of, self._jobs.of(log))
            pane.whereabouts.want_timeline(self._timelines)
            self._tabs.add_pane(pane)
            self.made.emit(pane, log)
            if log.scan:
                pane.show_scan(log.scan)
            else:
                pane.show_coming(log.name)
        return pane

    def _name_of(self, code: int) -> str:
        entry = self._catalogue.get(code)
        return entry.description if entry else ""

    def _begin(self, log: OpenLog) -> None:
        self._linked.forget_log(log)  # it may be read again, in another encoding
        if log.number in self._by_number:
            self._by_number[log.number].show_scan(log.scan)
        self.begun.emit()
        if log is self.log:
            self._linked.begin_log()
            self.progressed.emit()
        self._mark(log)

    def _grow(self, log: OpenLog) -> None:
        if log.number in self._by_number:
            self._by_number[log.number].follows = log.follows
        if log is self.log:
            self._linked.show_findings()
            self.progressed.emit()
        self._mark(log)

    def _turn(self, log: OpenLog) -> None:
        """The log has been read anew for other codes: what the agent sees of it stays where it is."""
        if log.scan and log.number in self._by_number:
            self._by_number[log.number].show_anew(log.scan)

    def _end(self, log: OpenLog) -> None:
        if log is self.log:
            self._linked.end_log()
            self.progressed.emit()
        self._mark(log)

    def _mark(self, log: OpenLog) -> None:
        code = self._linked.code
        finding = log.scan.results.finding(code) if log.scan and code is not None else None
        if finding is None:
            self._tabs.mark(log.number, None, "")
        else:
            said = self.tr("{code} in {places}").format(code=code, places=counted(finding.count, "place"))
            self._tabs.mark(log.number, finding.evidence, said)
