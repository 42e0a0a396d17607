"""Brings back what was open at the last start, and keeps what is open now while the agent works."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import REOPEN
from zegoerr_gui.app.session import OpenFile, Session
from zegoerr_gui.app.session_slot import SessionSlot
from zegoerr_gui.core.answer.wording import counted

if TYPE_CHECKING:
    from zegoerr_gui.app.open_log import OpenLog
    from zegoerr_gui.widgets.log_pane import LogPane

_PAUSE: Final = 1000  # milliseconds in which changes are gathered before they are written
_PLAIN: Final = "utf-8"


class SessionKeeper(QObject):
    """Holds the session of one window over a slot; closing the window ends it.

    A session whose program died is brought back only when the agent says so: it may be what the program died of.
    """

    def __init__(self, window: MainWindow, slot: SessionSlot) -> None:
        super().__init__(window)
        self._window, self._slot = window, slot
        self._offered: Session | None = None  # one that died, until the agent has decided
        self._coming: dict[int, OpenFile] = {}  # by number of a log: where to go in it as soon as that is read
        self._awaited: Session | None = None  # whose filters and code come back with the log on show
        self._kept: Session | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.keep)
        window.left.connect(self.end)

    def begin(self, *, asked: bool) -> None:
        """Bring back the last session, or offer it; with ``asked`` other logs or codes are wanted on show."""
        last = self._slot.last if self._window.settings.get(REOPEN) else None
        if last and (last.ended or not last.files):
            self._bring_back(last, asked=asked)
        elif last:
            self._offer(last)
        self._connect()
        self.keep()  # at once: should one of the logs end the program, the next start asks before it opens it

    def keep(self) -> None:
        """Write what is open now, if it is not what was written last."""
        if not self._window.settings.get(REOPEN):
            self._kept = None
            self._slot.forget()
            return
        session = self._session()
        if session != self._kept:
            self._kept = session
            self._slot.keep(session)

    def keep_ended(self) -> None:
        """Write what is open now as if the window were closed: it may be, at any moment, and nothing is wrong then."""
        self._timer.stop()
        if self._window.settings.get(REOPEN):
            self._kept = None  # whatever is done after all is written as not ended
            self._slot.keep(replace(self._session(), ended=True))

    def end(self) -> None:
        """The window is being closed, with all its logs still open."""
        self._timer.stop()
        reopen = self._window.settings.get(REOPEN)
        self._slot.end(replace(self._session(), ended=True) if reopen else None)

    # What is kept

    def _connect(self) -> None:
        window = self._window
        for signal in (window.logs.added, window.logs.removed, window.log_panes.log_shown, window.linked.code_shown):
            signal.connect(self._note)
        window.bar.filter_changed.connect(self._note)
        window.settings.changed.connect(self._note)
        window.log_panes.made.connect(self._watch)
        for pane in window.log_panes.all:
            self._watch(pane)

    def _watch(self, pane: LogPane) -> None:
        pane.line_shown.connect(self._note)

    def _note(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _session(self) -> Session:
        window, offered = self._window, self._offered
        logs = [log for log in window.logs.by_number.values() if log.brought.path]
        files = tuple(map(self._file, logs))
        wanted = window.codes_model.filter
        return Session(
            (offered.files if offered else ()) + files,
            (len(offered.files) if offered else 0) + (logs.index(window.log) if window.log in logs else 0),
            window.linked.code,
            *(wanted.query, wanted.families, wanted.moves, wanted.in_log),
        )

    def _file(self, log: OpenLog) -> OpenFile:
        assert log.brought.path
        if log.number in self._coming:
            return self._coming[log.number]
        encoding = log.source.encoding if log.source else _PLAIN
        pane = self._window.log_panes.get(log)
        line = pane.table.current_line if pane else 0
        return OpenFile(log.brought.path.absolute(), encoding if encoding != _PLAIN else None, max(0, line))

    # What comes back

    def _offer(self, last: Session) -> None:
        self._offered = last
        said = self.tr("ZegoErr did not end properly last time. It had {logs} open.")
        ask = self._window.ask
        ask.ask(
            said.format(logs=counted(len(last.files), "log")),
            (self.tr("Open the same logs again"), partial(self._decide, last)),
            (self.tr("Start clean"), partial(self._decide, None)),
        )
        ask.buttons[0].setFocus()

    def _decide(self, session: Session | None) -> None:
        self._offered = None
        if session:
            self._bring_back(session, asked=False)
        self._window.focus_filter()
        self._note()

    def _bring_back(self, session: Session, *, asked: bool) -> None:
        window = self._window
        brought = [window.intake.brought(file.path, file.encoding) for file in session.files]
        for log, file in zip(window.logs.open(brought, session.shown), session.files, strict=True):
            self._coming[log.number] = file
            log.grew.connect(self._arrive)
            log.finished.connect(self._arrive)
        self._awaited = None if asked else session
        window.log_panes.log_shown.connect(self._arrive)
        window.logs.removed.connect(self._give_up)
        self._give_up()

    def _arrive(self) -> None:
        """Go to the place in the log on show, once it is read so far; an agent who has moved on stays there."""
        log, pane = self._window.log, self._window.log_pane
        file = self._coming.get(log.number) if log else None
        if log is None or log.scan is None or pane is None or file is None:
            return
        lines = pane.model.line_count
        if log.running and (lines <= file.line or not self._window.linked.has_led(log)):
            return
        del self._coming[log.number]
        if self._window.linked.moved_on:
            self._awaited = None
        else:
            self._show_as_before()
            if 0 < file.line < lines:
                pane.go_to_line(file.line)

    def _give_up(self, log: OpenLog | None = None) -> None:
        """A file is gone, or was closed; where none is to come the rest is shown without."""
        if log:
            self._coming.pop(log.number, None)
        if not self._coming:
            self._show_as_before()

    def _show_as_before(self) -> None:
        """Put the filters in force again, and show the code."""
        session, self._awaited = self._awaited, None
        if session is None:
            return
        bar = self._window.bar
        bar.family.set_chosen(session.families)
        bar.move_facet.set_chosen(session.moves)
        if not bar.in_log.isHidden():
            bar.in_log.setChecked(session.in_log)
        if not bar.field.text():
            bar.field.setText(session.query)
        if session.code is not None:
            self._window.linked.go_to_code(session.code)
