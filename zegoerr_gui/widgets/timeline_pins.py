"""The pins of a timeline at the width there is: those that would touch are one, the worst outcome wins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.recognition.failures import Failure, Outcome
from zegoerr_gui.core.recognition.timeline import COLUMNS, WORST_FIRST, Pin

NEAREST: Final = 14  # pixels between two pins
_BESIDE: Final = 7  # pixels from the middle of a pin to the count beside it


@dataclass(slots=True)
class ShownPin:
    """One pin on show: ``x`` in pixels and how far it reaches, how many failures, which it leads to, all codes."""

    x: float
    until: float
    outcome: Outcome
    failure: Failure
    count: int
    codes: set[int]


def merged_pins(pins: Iterable[Pin], left: float, width: float, text_width: Callable[[str], int]) -> list[ShownPin]:
    """The pins on an axis of that width, from left to right, none nearer to another than can be told apart."""
    shown: list[ShownPin] = []
    for pin in pins:
        x = left + (pin.column + 0.5) / COLUMNS * width
        last = shown[-1] if shown else None
        if last is None or x - last.x >= _room(last.count, text_width):
            shown.append(ShownPin(x, x, pin.outcome, pin.failure, pin.count, set(pin.codes)))
            continue
        last.until = x
        last.count += pin.count
        last.codes |= pin.codes
        if WORST_FIRST.index(pin.outcome) < WORST_FIRST.index(last.outcome):
            last.outcome, last.failure = pin.outcome, pin.failure
    return shown


def count_left(x: float) -> float:
    """Where the count beside a pin begins."""
    return x + _BESIDE


def _room(count: int, text_width: Callable[[str], int]) -> float:
    """How far from a pin the next one may stand."""
    return NEAREST if count == 1 else max(NEAREST, 2 * _BESIDE + text_width(f"{count:,}"))
