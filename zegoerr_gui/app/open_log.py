"""One log that is open: how it is brought in, scanned, and let go."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.app.brought import Brought
from zegoerr_gui.app.growth_news import GrowthNews
from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.changes import Change, change_of
from zegoerr_gui.core.log.opening import Opening, found_otherwise, reopen
from zegoerr_gui.core.log.source import FileSource, LogSource, UnreadableLogError
from zegoerr_gui.core.log.spool import EnoughReadError, amount
from zegoerr_gui.core.log.utf8_check import OtherEncodingError
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.log.zips import SeveralMembersError
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan


class OpenLog(QObject):
    """Holds one log from its opening until it is let go; ``number`` tells it from the others.

    Sends ``opened`` when there is a first line to show, ``grew`` while it is opened and read, ``finished`` when
    reading has ended, ``recognised_anew`` before that where other codes were looked for, ``failed`` with a sentence
    when nothing of it can be shown, ``several`` when it is an archive of several logs, ``closed`` when it has been let
    go. ``opened`` comes again when the log is read in another encoding.
    """

    opened = Signal()
    grew = Signal()
    finished = Signal()
    failed = Signal(str)
    several = Signal(SeveralMembersError)
    closed = Signal()
    recognised_anew = Signal()

    def __init__(
        self, brought: Brought, number: int, jobs: Jobs, recogniser: Recogniser, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.brought = brought
        self.number = number
        self.scan: Scan | None = None
        self._jobs = jobs
        self._recogniser = recogniser
        self._opening: Job | None = None
        self._reading: Job | None = None
        self._source: LogSource | None = None
        self.follows = False  # what is added to the file is read at once
        self._broken = ""
        self._change = Change("none")
        self._news = GrowthNews(self)
        self._news.due.connect(self.grew)

    @property
    def name(self) -> str:
        """What the log is called: a file by its name, which may hold line breaks."""
        return visible(self.brought.name)

    @property
    def running(self) -> bool:
        """Whether the log is being opened or scanned."""
        return self._job is not None

    @property
    def share(self) -> float | None:
        """How much of the opening, or of the reading, is done, 0 to 1; None when there is nothing to do."""
        return self._job.share if self._job else None

    @property
    def source(self) -> LogSource | None:
        """What the log is read from; None while it is being opened."""
        return self._source

    @property
    def trouble(self) -> str:
        """What an agent should know of the log before trusting what is shown; empty where there is nothing."""
        notice = self._source.notice if self._source else ""
        return " ".join(filter(None, [self._unread, self._told_change(), notice]))

    @property
    def _unread(self) -> str:
        """What keeps the log from being read to its end, in a sentence; empty while nothing does."""
        if self._broken or self.scan is None or self.running:
            return self._broken
        if self.scan.results.complete:
            return "" if self.scan.source.size else self.tr("{name} is empty.").format(name=self.name)
        share = round(100 * self.scan.lines.indexed / max(1, self.scan.source.size))
        return self.tr("Reading was stopped after {share} % of the log. F5 reads on.").format(share=share)

    @property
    def _job(self) -> Job | None:
        return self._opening or self._reading

    def open(self) -> None:
        """Begin to open the log, and to scan it when it is open."""
        steps = self._opened_by(self.brought.open())
        self._opening = self._jobs.start(steps, self._start_scan, self._fail_opening, owner=self, first=True)
        self._news.begin()

    def cancel(self) -> None:
        """Stop reading: what was read stays on show. A log without a line is let go."""
        if self._opening is not None:
            self._jobs.interrupt(self._opening, EnoughReadError())
        elif self._reading is not None:
            self._finish()

    def read_on(self) -> bool:
        """Go on where reading was stopped, with what has been added to the log since; whether there is anything."""
        if self.scan is None or self._source is None or self.running:
            return False
        self._broken = ""
        try:
            added = self._source.grow()
        except UnreadableLogError as error:
            self._change = Change("none")
            self._break_off(error)
            return True
        self._change = change_of(self._source)  # it may be gone, or be another file by now
        if not added and self.scan.results.complete:
            self.grew.emit()
            return False
        self._read(self.scan.run())
        self.grew.emit()
        return True

    def read_as(self, encoding: str) -> None:
        """Read the log again in another encoding; what was read stays on show until then."""
        if self._source is not None and self._opening is None and encoding != self._source.encoding:
            self._stop()
            self._read_again(reopen(self._source, encoding))

    def recognise_with(self, recogniser: Recogniser) -> None:
        """Look for other codes in the log: what was found before stays on show until it has been read again."""
        self._recogniser = recogniser
        if self._source is None or self.scan is None or self._opening is not None:
            return  # it is read with them as soon as it is open
        self._stop()
        scan = Scan(self._source, recogniser)
        self._reading = self._jobs.start(scan.run(), partial(self._take_over, scan), self._break_off, owner=self)
        self._news.begin()

    def follow(self) -> None:
        """Begin to read what is added to the file as it comes, or end it."""
        self.follows = not self.follows
        self.look_at_file()

    def look_at_file(self) -> None:
        """See what became of the file: what was added is read where the log is followed, else told like the rest."""
        if self._source is None or self.running:
            return
        self._change = change_of(self._source)
        if self.follows and self._change.kind == "grown" and self._can_grow():
            self.read_on()
        else:
            self.grew.emit()

    def close(self) -> None:
        """Let the log go."""
        self._let_go()
        self.closed.emit()

    def close_for_now(self) -> LogSource | None:
        """Let the log go so that ``brought`` opens it again; returns the source of what is no file, to be closed."""
        source = None
        if self.brought.path is None:
            source, self._source = self._source, None
        self.close()
        return source

    def _opened_by(self, opening: Opening) -> Iterator[float]:
        source = yield from opening
        if self._source is not None:
            self._source.close()
        self._source = source
        if self.brought.path is None:  # the text itself is not needed twice
            self.brought = replace(self.brought, open=partial(_open_again, source))

    def _start_scan(self) -> None:
        assert self._source is not None
        self._opening = None
        self.scan = Scan(self._source, self._recogniser)
        steps = self.scan.run()
        try:
            next(steps, None)  # the first lines are there before the window paints
        except UnreadableLogError as error:
            self._fail_opening(error)
            return
        self._read(steps)
        self.opened.emit()

    def _read(self, steps: Iterator[float]) -> None:
        self._reading = self._jobs.start(steps, self._finish, self._break_off, owner=self)
        self._news.begin()

    def _read_again(self, opening: Opening) -> None:
        steps = self._opened_by(opening)
        self._opening = self._jobs.start(steps, self._start_scan, self._fail_again, owner=self, first=True)
        self._news.begin()

    def _fail_again(self, error: Exception) -> None:
        self._opening = None
        if isinstance(error, EnoughReadError):
            self._finish()
        else:
            self._break_off(error)

    def _finish(self) -> None:
        self._stop()
        self.finished.emit()

    def _take_over(self, scan: Scan) -> None:
        self._stop()
        self.scan = scan
        self.recognised_anew.emit()
        self.finished.emit()

    def _fail_opening(self, error: Exception) -> None:
        self._opening = None
        self._let_go()
        if isinstance(error, SeveralMembersError):
            self.several.emit(error)
        elif isinstance(error, UnreadableLogError):
            self.failed.emit(str(error))
        else:
            self.closed.emit()
            if not isinstance(error, EnoughReadError):  # a fault of ours
                raise error

    def _break_off(self, error: Exception) -> None:
        self._stop()
        if isinstance(error, OtherEncodingError) and self._source is not None:
            self._read_again(found_otherwise(self._source, error))
            return
        if not isinstance(error, UnreadableLogError):
            raise error
        self._broken = str(error)
        self.finished.emit()

    def _stop(self) -> None:
        self._news.end()
        for job in (self._opening, self._reading):
            if job is not None:
                self._jobs.cancel(job)
        self._opening = self._reading = None

    def _can_grow(self) -> bool:
        return isinstance(self._source, FileSource) and self._source.in_place

    def _told_change(self) -> str:
        """What became of the file since it was read, and what to do."""
        name, change = self.name, self._change
        if change.kind == "grown":
            way_on = self.tr("F5 reads on.") if self._can_grow() else self.tr("Open it again to read all of it.")
            said = self.tr("{name} has grown by {amount}, about {lines}. {way_on}")
            return said.format(name=name, amount=amount(change.by), lines=self._lines_in(change.by), way_on=way_on)
        told = {
            "cut": self.tr("{name} was cut off to {amount} while it was open. Open it again."),
            "replaced": self.tr("{name} was replaced by another file. Open it again to read that."),
            "gone": self.tr("{name} is gone from its place. What was read stays as long as the log is open."),
        }
        return told.get(change.kind, "").format(name=name, amount=amount(change.by))

    def _lines_in(self, count: int) -> str:
        """As many lines as bytes would make, if they were like those before them."""
        lines = self.scan.lines if self.scan else None
        return counted(max(1, round(count * len(lines) / max(1, lines.indexed))) if lines else 1, "line")

    def _let_go(self) -> None:
        self._stop()
        self.scan = None
        if self._source is not None:
            self._source.close()
            self._source = None


def _open_again(source: LogSource) -> Opening:
    """A source that was never closed."""
    yield 1.0
    return source
