"""Where in a slice of a large log to look closer: the lines in which the engine finds something."""

from bisect import bisect_left
from collections.abc import Sequence

from zegoerr_gui.core.recognition.engine import Engine

TellingLine = tuple[int, int, Sequence[int]]  # where it begins and ends; the places of its numbers if only they tell


def lines_found(engine: Engine, data: bytes, start: int = 0) -> list[TellingLine]:
    """The lines from ``start`` on in which the engine finds something, in order."""
    beyond = len(data) + 1
    signs, numbers = engine.places(data)
    signs.append(beyond)
    numbers.append(beyond)
    at_sign, at_number = bisect_left(signs, start), bisect_left(numbers, start)
    sign, number = signs[at_sign], numbers[at_number]
    found: list[TellingLine] = []
    while sign < beyond or number < beyond:
        place = sign if sign < number else number
        begin, end, first = data.rfind(b"\n", 0, place) + 1, data.find(b"\n", place), at_number
        if end < 0:
            end = len(data)
        while number < end:
            at_number += 1
            number = numbers[at_number]
        if sign < end:
            while sign < end:
                at_sign += 1
                sign = signs[at_sign]
            found.append((begin, end, ()))
        else:
            found.append((begin, end, numbers[first:at_number]))
    return found
