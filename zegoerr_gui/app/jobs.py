"""Long work without threads: generators pulled by one timer, a few milliseconds a turn."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

TURN = 0.004  # seconds of work before the window gets its turn


@dataclass(eq=False)
class Job:
    """Work under way. ``share`` is what it last said it had done, 0 to 1; ``owner`` is the log it is done for."""

    steps: Iterator[float]
    on_done: Callable[[], None]
    on_error: Callable[[Exception], None]
    owner: object = None
    first: bool = False
    share: float = 0.0


class Jobs(QObject):
    """Holds the jobs under way and works on one until it ends, or until another goes before it.

    ``visible`` is the owner whose jobs go before those of all other owners: the log on show.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.visible: object = None
        self._jobs: list[Job] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not self._jobs

    def start(
        self,
        steps: Iterator[float],
        on_done: Callable[[], None],
        on_error: Callable[[Exception], None],
        *,
        owner: object = None,
        first: bool = False,
    ) -> Job:
        """Begin to pull a generator of shares done; tells when it ends or fails.

        A job without an owner counts as one of the log on show; ``first`` goes before those of its rank that are not.
        """
        job = Job(steps, on_done, on_error, owner, first)
        self._jobs.append(job)
        self._timer.start()
        return job

    def of(self, owner: object) -> "OwnedJobs":
        """The same for those that do the work of one owner and need not know of it."""
        return OwnedJobs(self, owner)

    def cancel(self, job: Job) -> None:
        """Drop a job; its generator is closed."""
        if job in self._jobs:
            self._jobs.remove(job)
            close = getattr(job.steps, "close", None)
            if close is not None:
                close()

    def interrupt(self, job: Job, reason: Exception) -> None:
        """Throw a reason into a job's generator, which may go on to an end of its own, or end with the reason."""
        if isinstance(job.steps, Generator):
            self._pull(job, partial(job.steps.throw, reason))

    def _rank(self, job: Job) -> tuple[bool, bool]:
        return job.owner is not None and job.owner is not self.visible, not job.first

    def _work(self) -> None:
        if not self._jobs:
            self._timer.stop()
            return
        job = min(self._jobs, key=self._rank)  # of equals the one begun before
        self._pull(job, partial(self._turn, job))

    def _turn(self, job: Job) -> float:
        until = perf_counter() + TURN
        while perf_counter() < until:
            job.share = next(job.steps)
        return job.share

    def _pull(self, job: Job, work: Callable[[], float]) -> None:
        try:
            job.share = work()
        except StopIteration:
            self._jobs.remove(job)
            job.on_done()
        except Exception as error:
            self._jobs.remove(job)
            job.on_error(error)


class OwnedJobs:
    """Starts jobs of one owner, see ``Jobs``: what a pane does for its log waits while another log is on show."""

    def __init__(self, jobs: Jobs, owner: object) -> None:
        self._jobs = jobs
        self._owner = owner

    def start(
        self,
        steps: Iterator[float],
        on_done: Callable[[], None],
        on_error: Callable[[Exception], None],
        *,
        first: bool = False,
    ) -> Job:
        """Begin to pull a generator, see ``Jobs.start``."""
        return self._jobs.start(steps, on_done, on_error, owner=self._owner, first=first)

    def cancel(self, job: Job) -> None:
        """Drop a job; its generator is closed."""
        self._jobs.cancel(job)
