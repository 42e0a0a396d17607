"""The log that is open: how it is brought in, scanned, and let go."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.core.log.opening import Opening
from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan

_REFRESH = 200  # milliseconds: counts change at most five times a second


class OpenLog(QObject):
    """Holds the scan of the log on show, or none.

    Sends ``opened`` when there is a first line to show, ``grew`` while it is opened and read, ``finished`` at its end,
    ``failed`` with a sentence when a log cannot be read, ``closed`` when there is no log any more.
    """

    opened = Signal()
    grew = Signal()
    finished = Signal()
    failed = Signal(str)
    closed = Signal()

    def __init__(self, jobs: Jobs, recogniser: Recogniser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scan: Scan | None = None
        self._jobs = jobs
        self._recogniser = recogniser
        self._opening: Job | None = None
        self._reading: Job | None = None
        self._source: LogSource | None = None
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH)
        self._refresh.timeout.connect(self.grew)

    @property
    def running(self) -> bool:
        """Whether a log is being opened or scanned."""
        return self._job is not None

    @property
    def _job(self) -> Job | None:
        return self._opening or self._reading

    @property
    def share(self) -> float | None:
        """How much of the opening, or of the reading, is done, 0 to 1; None when there is nothing to do."""
        return self._job.share if self._job else None

    def open(self, opening: Opening) -> None:
        """Replace the log on show by another one; the old one stays, and is read on, until the new one can be read."""
        self._stop_opening()
        self._opening = self._jobs.start(self._opened_by(opening), self._start_scan, self._fail_opening, first=True)
        self._refresh.start()

    def cancel(self) -> None:
        """Stop reading; what was read stays on show."""
        if self._job is not None:
            self._stop()
            self.finished.emit()

    def read_on(self) -> bool:
        """Go on where reading was stopped, with what has been added to the log since; whether there is anything."""
        if self.scan is None or self._source is None or self.running:
            return False
        try:
            added = self._source.grow()
        except UnreadableLogError as error:
            self._tell(error)
            return True
        if not added and self.scan.results.complete:
            return False
        self._reading = self._jobs.start(self.scan.run(), self._finish, self._fail)
        self._refresh.start()
        self.grew.emit()
        return True

    def close(self) -> None:
        """Let the log go."""
        self._stop()
        self._release()
        self.closed.emit()

    def _opened_by(self, opening: Opening) -> Iterator[float]:
        source = yield from opening
        self._stop_reading()
        self._release()
        self._source = source

    def _start_scan(self) -> None:
        assert self._source is not None
        self._opening = None
        self.scan = Scan(self._source, self._recogniser)
        steps = self.scan.run()
        try:
            next(steps, None)  # the first lines are there before the window paints
        except UnreadableLogError as error:
            self.close()
            self._fail(error)
            return
        self._reading = self._jobs.start(steps, self._finish, self._fail)
        self._refresh.start()
        self.opened.emit()

    def _finish(self) -> None:
        self._stop()
        self.finished.emit()

    def _fail_opening(self, error: Exception) -> None:
        self._opening = None
        if not self._reading:
            self._refresh.stop()
        self._tell(error)

    def _fail(self, error: Exception) -> None:
        self._stop()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UnreadableLogError):
            raise error
        self.failed.emit(str(error))

    def _stop(self) -> None:
        self._stop_opening()
        self._stop_reading()

    def _stop_opening(self) -> None:
        if self._opening is not None:
            self._jobs.cancel(self._opening)
            self._opening = None

    def _stop_reading(self) -> None:
        self._refresh.stop()
        if self._reading is not None:
            self._jobs.cancel(self._reading)
            self._reading = None

    def _release(self) -> None:
        self.scan = None
        if self._source is not None:
            self._source.close()
            self._source = None
