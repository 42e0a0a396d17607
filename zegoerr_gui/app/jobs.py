"""Long work without threads: generators pulled by one timer, a few milliseconds a turn."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

TURN = 0.004  # seconds of work before the window gets its turn


class Job:
    """Work under way. ``share`` is what it last said it had done, 0 to 1."""

    def __init__(
        self, steps: Iterator[float], on_done: Callable[[], None], on_error: Callable[[Exception], None]
    ) -> None:
        self.steps = steps
        self.on_done = on_done
        self.on_error = on_error
        self.share = 0.0


class Jobs(QObject):
    """Holds the jobs under way and works on the first until it ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        first: bool = False,
    ) -> Job:
        """Begin to pull a generator of shares done, ``first`` or after the others; tells when it ends or fails."""
        job = Job(steps, on_done, on_error)
        self._jobs.insert(0 if first else len(self._jobs), job)
        self._timer.start()
        return job

    def cancel(self, job: Job) -> None:
        """Drop a job; its generator is closed."""
        if job in self._jobs:
            self._jobs.remove(job)
            close = getattr(job.steps, "close", None)
            if close is not None:
                close()

    def _work(self) -> None:
        if not self._jobs:
            self._timer.stop()
            return
        job = self._jobs[0]
        until = perf_counter() + TURN
        try:
            while perf_counter() < until:
                job.share = next(job.steps)
        except StopIteration:
            self._jobs.remove(job)
            job.on_done()
        except Exception as error:
            self._jobs.remove(job)
            job.on_error(error)
