"""One log that is open: how it is brought in, scanned, and let go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.core.log.opening import Opening
from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan

_REFRESH = 200  # milliseconds: counts change at most five times a second


@dataclass(frozen=True, slots=True)
class Brought:
    """A log as it is brought: what it is called, how it is opened, and where it lies if it is a file."""

    name: str
    open: Callable[[], Opening]
    path: Path | None = None


class OpenLog(QObject):
    """Holds one log from its opening until it is let go; ``number`` tells it from the others.

    Sends ``opened`` when there is a first line to show, ``grew`` while it is opened and read, ``finished`` when
    reading has ended, ``failed`` with a sentence when nothing of it can be shown, ``closed`` when it has been let go.
    """

    opened = Signal()
    grew = Signal()
    finished = Signal()
    failed = Signal(str)
    closed = Signal()

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
        self._broken = ""
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH)
        self._refresh.timeout.connect(self.grew)

    @property
    def name(self) -> str:
        """What the log is called: a file by its name."""
        return self.brought.name

    @property
    def running(self) -> bool:
        """Whether the log is being opened or scanned."""
        return self._job is not None

    @property
    def share(self) -> float | None:
        """How much of the opening, or of the reading, is done, 0 to 1; None when there is nothing to do."""
        return self._job.share if self._job else None

    @property
    def trouble(self) -> str:
        """What keeps the log from being read to its end, in a sentence; empty while nothing does."""
        if self._broken or self.scan is None or self.running or self.scan.results.complete:
            return self._broken
        share = round(100 * self.scan.lines.indexed / max(1, self.scan.source.size))
        return self.tr("Reading was stopped after {share} % of the log. F5 reads on.").format(share=share)

    @property
    def _job(self) -> Job | None:
        return self._opening or self._reading

    def open(self) -> None:
        """Begin to open the log, and to scan it when it is open."""
        steps = self._opened_by(self.brought.open())
        self._opening = self._jobs.start(steps, self._start_scan, self._fail_opening, owner=self, first=True)
        self._refresh.start()

    def cancel(self) -> None:
        """Stop reading: what was read stays on show. A log without a line is let go."""
        if self._opening is not None:
            self.close()
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
            self._break_off(error)
            return True
        if not added and self.scan.results.complete:
            return False
        self._read(self.scan.run())
        self.grew.emit()
        return True

    def close(self) -> None:
        """Let the log go."""
        self._let_go()
        self.closed.emit()

    def _opened_by(self, opening: Opening) -> Iterator[float]:
        self._source = yield from opening

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
        self._refresh.start()

    def _finish(self) -> None:
        self._stop()
        self.finished.emit()

    def _fail_opening(self, error: Exception) -> None:
        self._opening = None
        self._let_go()
        if not isinstance(error, UnreadableLogError):  # a fault of ours
            self.closed.emit()
            raise error
        self.failed.emit(str(error))

    def _break_off(self, error: Exception) -> None:
        self._stop()
        if not isinstance(error, UnreadableLogError):
            raise error
        self._broken = str(error)
        self.finished.emit()

    def _stop(self) -> None:
        self._refresh.stop()
        for job in (self._opening, self._reading):
            if job is not None:
                self._jobs.cancel(job)
        self._opening = self._reading = None

    def _let_go(self) -> None:
        self._stop()
        self.scan = None
        if self._source is not None:
            self._source.close()
            self._source = None
