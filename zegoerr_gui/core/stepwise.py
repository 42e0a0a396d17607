"""Work in steps: generators that yield the share done, 0 to 1, and return what they made at their end."""

from collections.abc import Callable, Generator
from typing import TypeVar

Made = TypeVar("Made")


def finish(steps: Generator[float, None, Made]) -> Made:
    """What they make, all steps done at once: for callers with nothing else to do meanwhile."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made


def through(steps: Generator[float, None, Made], share_of: Callable[[float], float]) -> Generator[float, None, Made]:
    """The same steps, each share put through a function: it may tell of it, or make it one of a larger whole."""
    while True:
        try:
            share = next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made
        yield share_of(share)


def now_and_then(parts: int, tell: Callable[[float], object]) -> Callable[[float], float]:
    """For ``through``: ``tell`` gets a share only where one more of so many equal parts of the work is done."""
    told = -1

    def share_of(share: float) -> float:
        nonlocal told
        if int(share * parts) > told:
            told = int(share * parts)
            tell(share)
        return share

    return share_of
