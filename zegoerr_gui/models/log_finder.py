"""What is sought in a log, and what has been found so far, while the window goes on."""

from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from zegoerr_gui.core.log.find import Finds, Seeker
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.pattern import BadPatternError, seeker

_REFRESH: Final = 100  # milliseconds


class LogFinder(QObject):
    """Holds the finds, and in ``fault`` why there can be none. Sends ``grew`` while it searches and at the end."""

    grew = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.finds: Finds | None = None
        self.fault = ""
        self.halted = False  # by the agent
        self._jobs = jobs
        self._job: Any = None
        self._lines: LogLines | None = None
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH)
        self._refresh.timeout.connect(self.grew)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._job is not None

    @property
    def seeker(self) -> Seeker | None:
        """What is sought, if anything."""
        return self.finds.seeker if self.finds is not None else None

    def set_lines(self, lines: LogLines | None) -> None:
        """Turn to another log; what was found in the last one is forgotten."""
        self.forget()
        self._lines = lines

    def seek(self, text: str, pattern: bool, match_case: bool) -> None:
        """Look for something else from the beginning of the log on, or for nothing."""
        self.forget()
        try:
            sought = seeker(text, pattern, match_case)
        except BadPatternError as error:
            self.fault = str(error)
            return
        if sought is not None and self._lines is not None:
            self.finds = Finds(self._lines, sought)
            self.go_on()

    def go_on(self) -> None:
        """Look at what has been added to the log, or at what was left when the search was halted."""
        self.halted = False
        if self.finds is None or self.running or self.finds.complete or self.finds.seeker.stopped or self.fault:
            return
        # It goes before the reading of the log, which is done once; the agent waits for this.
        self._job = self._jobs.start(self.finds.run(), self._finish, self._fail, first=True)
        self._refresh.start()

    def halt(self) -> None:
        """Stop for now; what was found stays."""
        if self.running:
            self._drop()
            self.halted = True

    def forget(self) -> None:
        """Look for nothing."""
        self._drop()
        self.finds = None
        self.fault = ""
        self.halted = False

    def _drop(self) -> None:
        if self._job is not None:
            self._jobs.cancel(self._job)
        self._end()

    def _end(self) -> None:
        self._job = None
        self._refresh.stop()

    def _finish(self) -> None:
        self._end()
        self.grew.emit()

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, UnreadableLogError):
            raise error
        self.fault = str(error)
        self.grew.emit()
