"""Work that reads an open log to its end, for an answer: dropped when the log is let go."""

from collections.abc import Callable, Generator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.core.log.source import UnreadableLogError

Made = TypeVar("Made")


class LogWork(QObject):
    """Holds the jobs of each log. Sends ``failed`` with a sentence where a log can no longer be read."""

    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._by_log: dict[int, list[Job]] = {}

    def start(self, log: OpenLog, steps: Generator[float, None, Made], done: Callable[[Made], None]) -> Job:
        """Pull a generator to its end, before the reading goes on; ``done`` gets what it returns."""
        made: list[Made] = []

        def work() -> Generator[float, None, None]:
            made.append((yield from steps))

        job = self._jobs.start(work(), lambda: done(made[0]), self._fail, first=True)
        self._by_log.setdefault(log.number, []).append(job)
        return job

    def cancel(self, job: Job) -> None:
        """Drop one job."""
        self._jobs.cancel(job)

    def forget(self, log: OpenLog) -> None:
        """A log was let go."""
        for job in self._by_log.pop(log.number, ()):
            self._jobs.cancel(job)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UnreadableLogError):
            raise error
        self.failed.emit(str(error))


def not_yet() -> str:
    """What to say where a log has no line yet from which anything could be answered."""
    return QCoreApplication.translate("LogWork", "The log is still being opened.")
