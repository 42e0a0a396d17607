"""From the log on show to an answer: the dialog that writes a reply, the pack for ZEGOCLOUD support, the report."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from zegoerr_gui import places
from zegoerr_gui.app.clipboard import put_clip
from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.core.answer.clipping import clip_of, masked_edit
from zegoerr_gui.core.answer.draft import Draft, support_pack
from zegoerr_gui.core.answer.redaction.given_away import given_away
from zegoerr_gui.core.answer.redaction.recorder import Recorder
from zegoerr_gui.core.answer.report import Report, report_steps
from zegoerr_gui.core.answer.situation import read_situation
from zegoerr_gui.core.answer.summary import summary
from zegoerr_gui.core.answer.telling import Teller
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import LANGUAGES, Language, Templates
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.saving import UnsavedError, save_text
from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.file_question import ask_folder, ask_save_name
from zegoerr_gui.widgets.log_pane import LogPane
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.reply_dialog import ReplyDialog

Made = TypeVar("Made")
_LARGE: Final = 8 * 1024 * 1024  # bytes of a log that is looked through in a moment


@dataclass(slots=True)
class _Answering:
    """The dialog of a log, and the work on its answers."""

    dialog: ReplyDialog | None = None
    looking: Job | None = None  # for what the log gives away
    looked_at: tuple[LogSource, int] | None = None  # the source and its bytes, when that was known last
    given_away: tuple[str, ...] = ()
    jobs: list[Job] = field(default_factory=list)  # that read the log


class Answers(QObject):
    """Holds the dialogs of the open logs, and where the last report was saved.

    Sends ``said`` with what the agent should know, ``saved`` with the name of a report, ``log_asked`` with the log that
    shall be on show, since a failure of it was chosen; ``begun`` with a draft before it is first shown, ``made`` with
    its dialog.
    """

    said = Signal(str)
    begun = Signal(Draft)
    made = Signal(ReplyDialog)
    log_asked = Signal(OpenLog)
    saved = Signal(str)

    def __init__(self, panes: LogPanes, jobs: Jobs, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._panes, self._jobs, self._look, self._window = panes, jobs, look, window
        self._templates: dict[Language, Templates] = {}
        self._own_templates: Path | None = None
        self._by_log: dict[int, _Answering] = {}
        self._report: Path | None = None  # the one saved last

    def use_templates(self, folder: Path | None) -> None:
        """Write replies with the templates of a folder from here on, or with those that come with the program."""
        self._own_templates = folder
        self._templates.clear()

    def ask_templates(self, done: Callable[[Path], object]) -> None:
        """Let the agent choose the folder of the team's own templates, for ``done``; says what is wrong in it."""

        def use(folder: Path) -> None:
            self._try_templates(folder)
            done(folder)

        ask_folder(self._window, self.tr("Folder with templates of your own"), self._own_templates, use)

    def _try_templates(self, folder: Path) -> None:
        self.use_templates(folder)
        faults = [fault for language in LANGUAGES for fault in self._read_templates(language).faults]
        if faults:
            said = self.tr("{fault} The program's own text is used there.").format(fault=faults[0])
        else:
            said = self.tr("Replies are written with the templates in {folder}").format(folder=visible(folder.name))
        self.said.emit(said)

    def follow(self, log: OpenLog, pane: LogPane) -> None:
        """Keep what is said of a log to what is read of it."""
        log.grew.connect(partial(self._tell_growth, log))
        log.finished.connect(partial(self._end, log, pane))
        if log.scan and not log.running:
            self._end(log, pane)

    def forget(self, log: OpenLog) -> None:
        """A log was let go."""
        of = self._by_log.pop(log.number, _Answering())
        for job in of.jobs:
            self._jobs.cancel(job)
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
            self._say_not_yet()
            return
        of = self._of(log)
        if of.dialog is None:
            draft = Draft(read_situation(log.scan), self._read_templates, pane.outgoing.masking)
            self.begun.emit(draft)
            of.dialog = dialog = ReplyDialog(log.name, draft, self._look, self._window)
            self.made.emit(dialog)
            dialog.line_chosen.connect(partial(self._go_to, log, pane))
            dialog.copy_asked.connect(put_clip)
            dialog.copy_asked.connect(lambda _: dialog.tell_copied())
            dialog.finished.connect(self._window.activateWindow)
            dialog.refresh_asked.connect(partial(self._refresh, log, pane))
        of.dialog.show()
        of.dialog.raise_()
        of.dialog.activateWindow()
        self._look_through(log, of)

    def copy_pack(self, log: OpenLog, code: int) -> None:
        """Copy the case for ZEGOCLOUD support with all failures of a code."""
        pane = self._panes.pane
        if log.scan is None or pane is None:
            self._say_not_yet()
            return
        situation = read_situation(log.scan)
        failures = [one.failure for one in situation.failures if one.failure.code == code]
        if not failures:
            self.said.emit(self.tr("{code} has no failure in this log.").format(code=code))
            return
        templates = self._read_templates("en")

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
        self._start(log, steps if log.scan.source.size < _LARGE else self._telling(steps), done)

    # The report

    def save_report(self, log: OpenLog) -> None:
        """Ask for a name, and save a report on a log under it."""
        pane = self._panes.pane
        if log.scan is None or pane is None:
            self._say_not_yet()
            return
        kinds = ";;".join((self.tr("Page (*.html)"), self.tr("Markdown (*.md)")))
        offered = f"{Path(log.name).stem}-report.html"
        ask_save_name(pane, self.tr("Save a report"), offered, kinds, partial(self._begin_report, log, pane))

    def _begin_report(self, log: OpenLog, pane: LogPane, name: str, kind: str) -> None:
        path = Path(name)
        if log.scan is None:  # it is read in another encoding meanwhile
            self._say_not_yet()
            return
        if path.suffix.lower() not in (".html", ".htm", ".md"):
            path = path.with_name(path.name + (".md" if "*.md" in kind else ".html"))
        mask = Recorder(pane.outgoing.masking)
        steps = report_steps(read_situation(log.scan), self._read_templates("en"), mask, mask.told)
        self._start(log, steps, partial(self._save, path))

    def show_report(self) -> None:
        """Open the folder of the report that was saved last."""
        if self._report is None:
            self.said.emit(self.tr("No report was saved yet."))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.parent)))

    def _save(self, path: Path, made: Report) -> None:
        try:
            save_text(made.markdown if path.suffix.lower() == ".md" else made.html, path)
        except UnsavedError as error:
            self.said.emit(str(error))
        else:
            self._report = path.absolute()
            self.saved.emit(path.name)

    # Inside

    def _read_templates(self, language: Language) -> Templates:
        if language not in self._templates:
            self._templates[language] = read_templates(language, places.templates_folder(), self._own_templates)
        return self._templates[language]

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

    def _telling(self, steps: Generator[float, None, Made]) -> Generator[float, None, Made]:
        """The same steps; where there are many, the agent is told how far they are."""
        told = 0
        while True:
            try:
                share = next(steps)
            except StopIteration as end:
                made: Made = end.value
                return made
            if int(share * 10) > told:
                told = int(share * 10)
                self.said.emit(self.tr("Looking for secrets in the log, {percent} %").format(percent=10 * told))
            yield share

    def _say_not_yet(self) -> None:
        self.said.emit(self.tr("The log is still being opened."))

    def _tell_growth(self, log: OpenLog) -> None:
        dialog = self._by_log.get(log.number, _Answering()).dialog
        if dialog and log.scan:
            dialog.tell_growth(log.scan.results.lines)

    def _end(self, log: OpenLog, pane: LogPane) -> None:
        """Reading has ended: what the log says can be said in full."""
        if log.scan:
            pane.strip.show_summary(summary(Teller(read_situation(log.scan), self._read_templates("en"))))
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
            self._jobs.cancel(of.looking)
        of.looking = self._start(log, self._given_away(log.scan.source, of), of.dialog.tell_given_away)

    def _start(self, log: OpenLog, steps: Generator[float, None, Made], done: Callable[[Made], None]) -> Job:
        """Pull a generator that reads a log to its end, and do something with what it returns."""
        made: list[Made] = []

        def work() -> Generator[float, None, None]:
            made.append((yield from steps))

        job = self._jobs.start(work(), lambda: done(made[0]), self._fail, first=True)
        self._of(log).jobs.append(job)
        return job

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UnreadableLogError):
            raise error
        self.said.emit(str(error))
