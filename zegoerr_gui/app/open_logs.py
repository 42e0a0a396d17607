"""The logs that are open, each with its own scan."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.app.brought import Brought
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.core.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from zegoerr_gui.app.open_log import OpenLog
    from zegoerr_gui.core.log.source import LogSource
    from zegoerr_gui.core.log.zips import SeveralMembersError
    from zegoerr_gui.core.recognition.recogniser import Recogniser

_REMEMBERED: Final = 10  # closed logs that can be opened again


class OpenLogs(QObject):
    """Holds the open logs by number, in the order they were brought, and the last ones that were closed.

    Sends ``added`` with a log before it is opened, ``asked_for`` with the one that shall be on show, ``removed`` with
    one that has been let go, ``closed`` with the name of one that can be opened again, ``failed`` with a sentence when
    a log cannot be opened, ``several`` when an archive holds more than one.
    """

    added = Signal(QObject)
    asked_for = Signal(QObject)
    removed = Signal(QObject)
    closed = Signal(str)
    failed = Signal(str)
    several = Signal(Exception)

    def __init__(self, jobs: Jobs, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_number: dict[int, OpenLog] = {}
        self._jobs = jobs
        self._catalogue = catalogue
        self._brought = 0  # logs so far, closed ones too
        self._closed: deque[tuple[Brought, LogSource | None]] = deque()  # what is no file keeps its source meanwhile

    @cached_property
    def recogniser(self) -> Recogniser:
        """What looks for codes in all logs; loaded with the first of them, and so the window opens sooner."""
        from zegoerr_gui.core.recognition.recogniser import Recogniser

        return Recogniser(self._catalogue)

    @property
    def running(self) -> bool:
        """Whether any log is being opened or read."""
        return any(log.running for log in self.by_number.values())

    def open(self, brought: Iterable[Brought], shown: int = 0) -> list[OpenLog]:
        """Open logs beside those that are open, and ask for one of them; a file that is open already is not doubled."""
        logs = [self._open_already(one) or self._add(one) for one in brought]
        if logs:
            self.asked_for.emit(logs[shown])
        return logs

    def recognise_anew(self) -> None:
        """The catalogue has other codes: look for them from now on, also in the logs that are open."""
        self.__dict__.pop("recogniser", None)
        for log in self.by_number.values():
            log.recognise_with(self.recogniser)

    def close(self, log: OpenLog) -> None:
        """Let a log go, and remember it for a while."""
        source = log.close_for_now()
        self._closed.append((log.brought, source))
        if len(self._closed) > _REMEMBERED:
            self._forget_oldest()
        self.closed.emit(log.name)

    def open_again(self) -> bool:
        """Open the log that was closed last; False where none is remembered."""
        if not self._closed:
            return False
        brought, _ = self._closed.pop()
        self.open([brought])
        return True

    def close_all(self, last: OpenLog | None) -> None:
        """Let every log go for good; the ``last`` is the one on show, so that no other comes on show in between."""
        for log in sorted(self.by_number.values(), key=lambda log: log is last):
            log.close()
        while self._closed:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        _, source = self._closed.popleft()
        if source:
            source.close()

    def _open_already(self, brought: Brought) -> OpenLog | None:
        if brought.path is None:
            return None
        place = _place(brought.path)
        logs = self.by_number.values()
        return next((log for log in logs if log.brought.path and _place(log.brought.path) == place), None)

    def _add(self, brought: Brought) -> OpenLog:
        from zegoerr_gui.app.open_log import OpenLog

        log = OpenLog(brought, self._brought, self._jobs, self.recogniser, self)
        self._brought += 1
        self.by_number[log.number] = log
        log.failed.connect(partial(self._fail, log))
        log.several.connect(partial(self._ask, log))
        log.closed.connect(partial(self._remove, log))
        self.added.emit(log)
        log.open()
        return log

    def _fail(self, log: OpenLog, sentence: str) -> None:
        self._remove(log)
        self.failed.emit(sentence)

    def _ask(self, log: OpenLog, found: SeveralMembersError) -> None:
        self._remove(log)
        self.several.emit(found)

    def _remove(self, log: OpenLog) -> None:
        del self.by_number[log.number]
        self.removed.emit(log)
        log.deleteLater()


def _place(path: Path) -> str:
    """One spelling of a path, without asking the disk: a share may be asleep."""
    return os.path.normcase(os.path.normpath(path.absolute()))
