"""The logs that are open, each with its own scan."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.open_log import Brought, OpenLog
from zegoerr_gui.core.recognition.recogniser import Recogniser


class OpenLogs(QObject):
    """Holds the open logs by number, in the order they were brought.

    Sends ``added`` with a log before it is opened, ``asked_for`` with the one that shall be on show, ``removed`` with
    one that has been let go, ``failed`` with a sentence when a log cannot be opened.
    """

    added = Signal(OpenLog)
    asked_for = Signal(OpenLog)
    removed = Signal(OpenLog)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, recogniser: Recogniser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_number: dict[int, OpenLog] = {}
        self._jobs = jobs
        self._recogniser = recogniser
        self._brought = 0  # logs so far, closed ones too

    @property
    def running(self) -> bool:
        """Whether any log is being opened or read."""
        return any(log.running for log in self.by_number.values())

    def open(self, brought: Iterable[Brought]) -> None:
        """Open logs beside those that are open, and ask for the first; a file that is open already is not doubled."""
        logs = [self._open_already(one) or self._add(one) for one in brought]
        if logs:
            self.asked_for.emit(logs[0])

    def close_all(self, last: OpenLog | None) -> None:
        """Let every log go; the ``last`` is the one on show, so that no other comes on show in between."""
        for log in sorted(self.by_number.values(), key=lambda log: log is last):
            log.close()

    def _open_already(self, brought: Brought) -> OpenLog | None:
        if brought.path is None:
            return None
        place = _place(brought.path)
        logs = self.by_number.values()
        return next((log for log in logs if log.brought.path and _place(log.brought.path) == place), None)

    def _add(self, brought: Brought) -> OpenLog:
        log = OpenLog(brought, self._brought, self._jobs, self._recogniser, self)
        self._brought += 1
        self.by_number[log.number] = log
        log.failed.connect(partial(self._fail, log))
        log.closed.connect(partial(self._remove, log))
        self.added.emit(log)
        log.open()
        return log

    def _fail(self, log: OpenLog, sentence: str) -> None:
        self._remove(log)
        self.failed.emit(sentence)

    def _remove(self, log: OpenLog) -> None:
        del self.by_number[log.number]
        self.removed.emit(log)
        log.deleteLater()


def _place(path: Path) -> str:
    """One spelling of a path, without asking the disk: a share may be asleep."""
    return os.path.normcase(os.path.normpath(path.absolute()))
