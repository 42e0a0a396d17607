"""Follows the failures of one code: which line tells more of one that goes on, and which begins another.

A failure is a run of occurrences of one code, each at most a second after the one before (eight lines where a time is
missing), not divided by a line that begins a new attempt, nor by another room, stream or user. What is retried stays
one failure, see ``attempts``.
"""

from array import array
from collections.abc import Callable
from typing import Final

from zegoerr_gui.core.recognition.failures import OUTCOMES, FailureRows
from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.times import UNKNOWN

LONGEST_RETRY_PAUSE: Final = 10 * 60 * 1000  # milliseconds
NO_ROW: Final = -1
_AT_ONCE: Final = 8  # failures of one code that go on beside each other


class Track:
    """The failures of one code for the levels of evidence (a bit each) that count the same of its occurrences."""

    def __init__(self, code: int, levels: int) -> None:
        self.code = code
        self.levels = levels
        self.rows = array("I")
        self.outcomes = [0] * len(OUTCOMES)
        self.latest: list[int] = []  # rows that a next line may go on, the latest last
        self.retried = NO_ROW  # what was last retried, of any stream or room

    def begin(self, row: int, outcome: int) -> None:
        """Take in a failure that has just begun."""
        self.rows.append(row)
        self.outcomes[outcome] += 1
        self.latest.append(row)
        if len(self.latest) > _AT_ONCE:
            del self.latest[0]

    def change(self, before: int, outcome: int) -> None:
        """Take in that a failure with one outcome has another now."""
        self.outcomes[before] -= 1
        self.outcomes[outcome] += 1

    def close(self, row: int) -> None:
        """Take in that no line goes on with a failure."""
        if row in self.latest:
            self.latest.remove(row)

    def continued(self, rows: FailureRows, line: int, reading: LineReading, begun: Callable[[str], int]) -> int:
        """The latest failure of which a line can still tell; ``begun`` says where what goes on with a stream began."""
        going_on = []
        for row in self.latest:
            if rows.is_near(row, line, reading.moment):
                going_on.append(row)
        self.latest = going_on
        for row in reversed(going_on):
            if not rows.differs(row, reading) and rows.last(row)[0] >= begun(rows.stream(row) or reading.stream):
                return row
        return NO_ROW

    def retries(self, rows: FailureRows, row: int, reading: LineReading) -> bool:
        """Whether a line can tell that what failed before is tried again."""
        _, last = rows.last(row)
        in_time = UNKNOWN in (last, reading.moment) or reading.moment - last <= LONGEST_RETRY_PAUSE
        return in_time and not rows.differs(row, reading)
