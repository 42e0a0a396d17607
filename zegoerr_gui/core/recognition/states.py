"""What worked: since when each room was logged in, each stream published or played, and whether it still was at the end."""

from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.recognition.recogniser import LineReading
from zegoerr_gui.core.recognition.sdk_line import SUCCEEDED, kind_of

MOST: Final = 200  # rooms and streams


@dataclass(slots=True)
class Course:
    """How one room or stream fared. Lines count from 0; moments are milliseconds, see ``times``."""

    kind: str  # see ``kind_of``
    name: str
    first_line: int  # of its first success
    first_moment: int
    last_line: int  # of the latest change to success
    last_moment: int
    state: str  # the latest one told
    state_line: int
    state_moment: int

    @property
    def goes_on(self) -> bool:
        """Whether nothing that came later ended it."""
        return self.state in SUCCEEDED


class States:
    """The courses of a log's rooms and streams that had success, by kind and name, in the order of that."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, str], Course] = {}

    def feed(self, line: int, reading: LineReading) -> None:
        """Take in one line."""
        report = reading.report
        if report is None:
            return
        kind = kind_of(report.state)
        name = reading.room if kind == "room" else reading.stream
        course = self.all.get((kind, name))
        works = report.state in SUCCEEDED and not report.code
        if course is None:
            if works and name and len(self.all) < MOST:
                told = (line, reading.moment)
                self.all[kind, name] = Course(kind, name, *told, *told, report.state, *told)
            return
        if works and not course.goes_on:
            course.last_line, course.last_moment = line, reading.moment
        course.state, course.state_line, course.state_moment = report.state, line, reading.moment
