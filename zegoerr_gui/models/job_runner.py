"""What does long work a little at a time; the models and widgets only know what it must be able to do."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Protocol

from zegoerr_gui.core.log.source import UnreadableLogError


class JobRunner(Protocol):
    """Pulls generators of shares done while the window has nothing else to do."""

    def start(
        self,
        steps: Iterator[float],
        on_done: Callable[[], None],
        on_error: Callable[[Exception], None],
        *,
        first: bool = False,
    ) -> Any:
        """Begin to pull, ``first`` or after the others; returns what ``cancel`` takes."""

    def cancel(self, job: Any) -> None:
        """Drop it; its generator is closed."""


class OneJob:
    """Holds at most one job at a time: another one takes its place."""

    def __init__(self, jobs: JobRunner) -> None:
        self._jobs = jobs
        self._job: Any = None

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._job is not None

    def start(
        self,
        steps: Iterator[float],
        done: Callable[[], object],
        unread: Callable[[str], object] | None = None,
        *,
        first: bool = True,
    ) -> None:
        """Begin to pull, before other jobs unless it is not ``first``; ``done`` is called at the end.

        Where the log can no longer be read ``unread`` gets the sentence; without it, who reads the log tells of that.
        """
        self.drop()
        self._job = self._jobs.start(steps, partial(self._end, done), partial(self._fail, unread), first=first)

    def drop(self) -> None:
        """Leave what is under way."""
        if self._job is not None:
            self._jobs.cancel(self._job)
            self._job = None

    def _end(self, done: Callable[[], object]) -> None:
        self._job = None
        done()

    def _fail(self, unread: Callable[[str], object] | None, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UnreadableLogError):
            raise error
        if unread is not None:
            unread(str(error))
