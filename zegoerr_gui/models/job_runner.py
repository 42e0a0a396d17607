"""What does long work a little at a time; the models and widgets only know what it must be able to do."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol


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
