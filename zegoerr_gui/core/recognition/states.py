"""What worked: since when a room was logged in, a stream published or played, and whether it was so at the end."""

from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.sdk_line import ENDED, FAILED, SUCCEEDED, StateReport
from zegoerr_gui.core.recognition.times import UNKNOWN

MOST: Final = 200  # rooms and streams


@dataclass(slots=True)
class Course:
    """How one room or stream fared. Lines count from 0, -1 where it had no success; moments see ``times``."""

    kind: str  # see ``KIND``
    name: str
    state: str  # the latest one told
    state_line: int
    first_line: int = -1  # of its first success
    first_moment: int = UNKNOWN
    last_line: int = -1  # of the latest change to success

    @property
    def had_success(self) -> bool:
        """Whether it worked at any time."""
        return self.first_line >= 0

    @property
    def goes_on(self) -> bool:
        """Whether nothing that came later ended its success."""
        return self.state in SUCCEEDED

    @property
    def is_over(self) -> bool:
        """Whether it was given up or stopped."""
        return self.state in FAILED | ENDED


class States:
    """The courses of a log's rooms and streams, by kind and name, in the order of their appearance."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, str], Course] = {}

    def feed(self, line: int, reading: LineReading, report: StateReport) -> None:
        """Take in one line that reports a state."""
        course = self.all.get(reading.about)
        if course is None:
            kind, name = reading.about
            if not name or len(self.all) >= MOST:
                return
            course = self.all[kind, name] = Course(kind, name, "", line)
        if report.state in SUCCEEDED and not report.code and not course.goes_on:
            course.last_line = line
            if not course.had_success:
                course.first_line, course.first_moment = line, reading.moment
        course.state, course.state_line = report.state, line
