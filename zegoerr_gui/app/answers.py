"""From the log on show to an answer: the dialog that writes a reply, and the pack for ZEGOCLOUD support."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.app.clipboard import put_clip
from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.log_work import LogWork, not_yet
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.app.own_templates import OwnTemplates
from zegoerr_gui.app.reports import Reports
from zegoerr_gui.core.answer.clipping import clip_of, masked_edit
from zegoerr_gui.core.answer.draft import Draft, support_pack
from zegoerr_gui.core.answer.redaction.given_away import given_away
from zegoerr_gui.core.answer.scopes import scope_title
from zegoerr_gui.core.answer.situation import read_situation
from zegoerr_gui.core.answer.summary import summary
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.source import LogSource
from zegoerr_gui.core.stepwise import now_and_then, through
from zegoerr_gui.widgets.log_pane import LogPane
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.reply_dialog import ReplyDialog

Made = TypeVar("Made")
_LARGE: Final = 8 * 1024 * 1024  # bytes of a log that is looked through in a moment


@dataclass(slots=True)
class _Answering:
    """The dialog of a log, and what that gives away."""

    dialog: ReplyDialog | None = None
    looking: Job | None = None  # for what the log gives away
    looked_at: tuple[LogSource, int] | None = None  # the source and its bytes, when that was known last
    given_away: tuple[str, ...] = ()


class Answers(QObject):
    """Holds the dialogs of the open logs, what answers are written with, and the reports.

    Sends ``said`` with what the agent should know, ``log_asked`` with the log that shall be on show, since a failure of
    it was chosen; ``begun`` with a draft before it is first shown, ``made`` with its dialog.
    """

    said = Signal(str)
    begun = Signal(Draft)
    made = Signal(ReplyDialog)
    log_asked = Signal(OpenLog)

    def __init__(self, panes: LogPanes, jobs: Jobs, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._panes, self._look, self._window = panes, look, window
        self._by_log: dict[int, _Answering] = {}
        self._work = LogWork(jobs, self)
        self._work.failed.connect(self.said)
        self.templates = OwnTemplates(window)
        self.templates.said.connect(self.said)
        self.reports = Reports(panes, self._work, self.templates, self)
        self.reports.said.connect(self.said)

    def follow(self, log: OpenLog, pane: LogPane) -> None:
        """Keep what is said of a log to what is read of it."""
        log.grew.connect(partial(self._tell_growth, log))
        log.finished.connect(partial(self._end, log, pane))
        if log.scan and not log.running:
            self._end(log, pane)

    def forget(self, log: OpenLog) -> None:
        """A log was let go."""
        self._work.forget(log)
        of = self._by_log.pop(log.number, _Answering())
        if of.dialog:
            of.dialog.close()
            of.dialog.deleteLater()

    def edited(self) -> list[str]:
        """The text of each reply that was edited by hand, its secrets masked."""
        drafts = [of.dialog.draft for of in self._by_log.values() if of.dialog]
        return [masked_edit(draft.edited, draft.masking) for draft in drafts if draft.edited is not None]

    # The reply

    def reply(self, log: OpenLog) -> None:
        """Open the dialog of a log, as it was left."""
        pane = self._panes.pane
        if log.scan is None or pane is None:
            self.said.emit(not_yet())
            return
        of = self._of(log)
        if of.dialog is None:
            scope = pane.limiter.scope
            draft = Draft(read_situation(log.scan), self.templates.read, pane.outgoing.masking, scope)
            self.begun.emit(draft)
            of.dialog = dialog = ReplyDialog(log.name, draft, self._look, self._window)
            self.made.emit(dialog)
            dialog.line_chosen.connect(partial(self._go_to, log, pane))
            dialog.copy_asked.connect(put_clip)
            dialog.copy_asked.connect(lambda _: dialog.tell_copied())
            dialog.finished.connect(self._window.activateWindow)
            dialog.refresh_asked.connect(partial(self._refresh, log, pane))
            if scope:
                said = self.tr("Only failures of the session on show are ticked: {session}")
                dialog.toast.say(said.format(session=scope_title(scope)))
        of.dialog.show()
        of.dialog.raise_()
        of.dialog.activateWindow()
        self._look_through(log, of)

    def copy_pack(self, log: OpenLog, code: int) -> None:
        """Copy the case for ZEGOCLOUD support with all failures of a code."""
        pane = self._panes.pane
        if log.scan is None or pane is None:
            self.said.emit(not_yet())
            return
        situation = read_situation(log.scan)
        failures = [one.failure for one in situation.failures if one.failure.code == code]
        if not failures:
            self.said.emit(self.tr("{code} has no failure in this log.").format(code=code))
            return
        templates = self.templates.read("en")

        def done(names: tuple[str, ...]) -> None:
            pack, masks = support_pack(situation, failures, templates, pane.outgoing.masking, names)
            put_clip(clip_of(pack, "text"))
            missing = [item.short for item in pack.items if item.short and item.key != "tried"]
            parts = [
                self.tr("{code} copied for ZEGOCLOUD support: {failures}").format(
                    code=code, failures=counted(len(failures), "failure")
                ),
                self.tr("{masks} masked").format(masks=masks) if masks else "",
                self.tr("missing: {items}").format(items=", ".join(missing)) if missing else "",
            ]
            self.said.emit(", ".join(filter(None, parts)))

        steps = self._given_away(log.scan.source, self._of(log))
        if log.scan.source.size >= _LARGE:
            steps = through(steps, now_and_then(10, self._tell_share))
        self._work.start(log, steps, done)

    # Inside

    def _of(self, log: OpenLog) -> _Answering:
        return self._by_log.setdefault(log.number, _Answering())

    def _go_to(self, log: OpenLog, pane: LogPane, line: int) -> None:
        if self._panes.log is not log:
            self.log_asked.emit(log)
        pane.go_to_line(line)

    def _given_away(self, source: LogSource, of: _Answering) -> Generator[float, None, tuple[str, ...]]:
        """What a log gives away; a log that was looked through already is not read again."""
        if of.looked_at != (source, source.size):
            size = source.size
            of.given_away = yield from given_away(source)
            of.looked_at = source, size
        return of.given_away

    def _tell_share(self, share: float) -> None:
        if share >= 0.1:
            said = self.tr("Looking for secrets in the log, {percent} %")
            self.said.emit(said.format(percent=10 * int(10 * share)))

    def _tell_growth(self, log: OpenLog) -> None:
        dialog = self._by_log.get(log.number, _Answering()).dialog
        if dialog and log.scan:
            dialog.tell_growth(log.scan.results.lines)

    def _end(self, log: OpenLog, pane: LogPane) -> None:
        """Reading has ended: what the log says can be said in full."""
        if log.scan:
            pane.strip.show_summary(summary(Teller(read_situation(log.scan), self.templates.read("en"))))
        self._tell_growth(log)

    def _refresh(self, log: OpenLog, pane: LogPane) -> None:
        of = self._by_log[log.number]
        if of.dialog and log.scan:
            of.dialog.read_on(read_situation(log.scan), pane.outgoing.masking)
            self._look_through(log, of)

    def _look_through(self, log: OpenLog, of: _Answering) -> None:
        """See whether the log gives away what must be replaced; the dialog tells it as soon as that is of."""
        assert log.scan is not None
        assert of.dialog is not None
        if of.looking is not None:
            self._work.cancel(of.looking)
        of.looking = self._work.start(log, self._given_away(log.scan.source, of), of.dialog.tell_given_away)
