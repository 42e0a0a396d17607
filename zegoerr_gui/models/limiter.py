"""Which rooms, users and streams a log has, and what it says of the one that was chosen, while the window goes on."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.core.answer.limited import Limited, limit
from zegoerr_gui.core.answer.scopes import Scopes, read_scopes
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.models.job_runner import JobRunner, OneJob
from zegoerr_gui.models.pace import Pace

_AT_ONCE: Final = 10  # steps of a millisecond
_REST: Final = 1.0, 16.0  # seconds from one time to the next, and times what it took
_GROWN: Final = 9 / 8  # while a log is read, what it says is gone through again when there is so much more of it


class Limiter(QObject):
    """Holds the ``scopes`` of a log, the ``scope`` chosen (None for all of the log) and, in ``limited``, what the log
    says of that by now (None until it is known).

    Sends ``scopes_read`` when they may have changed, ``chosen`` when the log is limited to another scope or to none,
    ``grew`` when more is known of the one it is limited to.
    """

    scopes_read = Signal()
    chosen = Signal()
    grew = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scopes = Scopes()
        self.scope: Scope | None = None
        self.limited: Limited | None = None
        self._job = OneJob(jobs)
        self._scan: Scan | None = None
        self._seen = (0, 0, False)  # failures and lines gone through last, and whether those were all
        self._again = False  # there is more since the work under way began
        self._pace = Pace(*_REST)

    def set_scan(self, scan: Scan | None) -> None:
        """Turn to another log, all of it."""
        self._drop()
        self._scan = scan
        self.scopes, self.scope, self.limited = Scopes(), None, None
        self._seen = (0, 0, False)
        self.scopes_read.emit()

    def refresh(self) -> None:
        """Take in what was found since."""
        if self._scan is None or not self._is_worth_it(self._scan):
            return
        if self._job.running:
            self._again = True
            return
        self._begin(self._scan)

    def choose(self, scope: Scope | None) -> None:
        """Limit the log to one scope, or to none; most often that is done at once."""
        if self._scan is None or scope == self.scope:
            return
        self._drop()
        self.scope, self.limited = scope, None
        if scope is None:
            self.chosen.emit()
            self.refresh()
            return
        steps = self._limit(self._scan, scope)
        try:
            more = sum(1 for _ in islice(steps, _AT_ONCE)) == _AT_ONCE
        except UnreadableLogError:  # who reads the log tells of one
            return
        if more:
            self._job.start(steps, self._end)

    # Inside

    def _is_worth_it(self, scan: Scan) -> bool:
        failures, lines, complete = self._now(scan)
        if complete:
            return (failures, lines, complete) != self._seen
        return failures > self._seen[0] * _GROWN and (not self._seen[0] or self._pace.is_due)

    def _now(self, scan: Scan) -> tuple[int, int, bool]:
        return len(scan.results.failures(Evidence.LIKELY)), scan.results.lines, scan.results.complete

    def _begin(self, scan: Scan) -> None:
        self._again = False
        self._job.start(self._read(scan), self._end)

    def _read(self, scan: Scan) -> Iterator[float]:
        seen = self._now(scan)
        self._pace.begin()
        self.scopes = yield from read_scopes(scan.results)
        self._seen = seen
        self.scopes_read.emit()
        if self.scope is not None:
            yield from self._limit(scan, self.scope)
        self._pace.end()

    def _limit(self, scan: Scan, scope: Scope) -> Iterator[float]:
        anew = self.limited is None
        self.limited = yield from limit(scan, scope)
        if anew:
            self.chosen.emit()
        else:
            self.grew.emit()

    def _end(self) -> None:
        if self._again:
            self._again = False
            self.refresh()

    def _drop(self) -> None:
        self._job.drop()
        self._again = False
