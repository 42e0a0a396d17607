"""Keeps work that is done again and again while a log is read from taking the time that reading needs."""

from time import perf_counter


class Pace:
    """Holds how long a piece of work took last, and so when it is due again: when it has rested ``times`` as long,
    ``least`` seconds at least.
    """

    def __init__(self, least: float, times: float) -> None:
        self.least = least
        self._times = times
        self._begun = self._ended = self._took = 0.0

    def begin(self) -> None:
        """The work begins."""
        self._begun = perf_counter()

    def end(self) -> None:
        """The work is done."""
        self._ended = perf_counter()
        self._took = self._ended - self._begun

    @property
    def rest(self) -> float:
        """How long to rest after the work done last, in seconds."""
        return max(self.least, self._times * self._took)

    @property
    def is_due(self) -> bool:
        """Whether the work has rested long enough; what was never done is due."""
        return not self._ended or perf_counter() - self._ended >= self.rest
