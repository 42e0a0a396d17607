"""The failures of a log as they are kept: hundreds of thousands of them, of 24 or 40 bytes each, in columns.

As objects they would take ten times as much, and keep the garbage collector busy for longer than a frame.
"""

from array import array
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, overload

from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.times import UNKNOWN

Outcome = Literal["failed", "retrying", "recovered", "unknown"]

OUTCOMES: Final[tuple[Outcome, ...]] = ("unknown", "recovered", "retrying", "failed")  # what weighs more stands later
LONGEST_PAUSE: Final = 1000  # milliseconds
LONGEST_GAP: Final = 8  # lines
_NO_RANK: Final = -1

# What many failures have in common: outcome (its place in OUTCOMES), state, room, stream, user, what the SDK adds, and
# how much that counts.
Nature = tuple[int, str, str, str, str, str, int]


@dataclass(slots=True)
class Failure:
    """One failure, as it was when it was asked for. Lines count from 0; moments are milliseconds, see ``times``."""

    code: int
    first_line: int
    last_line: int
    first_moment: int
    last_moment: int
    count: int = 1
    outcome: Outcome = "unknown"
    state: str = ""
    room: str = ""
    stream: str = ""
    user: str = ""
    extended_data: str = ""


class FailureRows:
    """A row for each failure, which is spoken of by its place: 0, 1, 2 in the order in which they begin.

    Most are told by one line. What more lines tell has columns of its own, for failures of several lines only.
    """

    def __init__(self) -> None:
        self._natures: list[Nature] = []
        self._numbers: dict[Nature, int] = {}
        self._code = array("I")
        self._nature = array("I")  # the number of what else it is
        self._first_line = array("I")
        self._first_moment = array("q")
        self._later = array("I")  # its place in the columns below, 0 where one line tells it
        self._last_line = array("I", [0])
        self._last_moment = array("q", [0])
        self._count = array("I", [0])

    def __len__(self) -> int:
        return len(self._nature)

    def begin(self, line: int, reading: LineReading, code: int, outcome: int, state: str) -> int:
        """Keep a failure that one line tells so far; its row."""
        told, rank = (reading.extended_data, reading.extended_rank) if reading.extended_data else ("", _NO_RANK)
        nature = outcome, state, reading.room, reading.stream, reading.user, told, rank
        number = self._numbers.get(nature)  # most are known: this is the hottest path of a log full of failures
        self._code.append(code)
        self._nature.append(self._number(nature) if number is None else number)
        self._first_line.append(line)
        self._first_moment.append(reading.moment)
        self._later.append(0)
        return len(self._later) - 1

    def go_on(self, row: int, line: int, reading: LineReading, outcome: int, state: str) -> tuple[int, int]:
        """Take in what one more line tells of a failure; its outcome before, and its outcome now."""
        before, last_state, room, stream, user, told, rank = self._natures[self._nature[row]]
        if reading.extended_data and reading.extended_rank > rank:
            told, rank = reading.extended_data, reading.extended_rank
        ids = room or reading.room, stream or reading.stream, user or reading.user
        self._nature[row] = self._number((max(before, outcome), state or last_state, *ids, told, rank))
        later = self._later[row] or self._extend(row)
        self._last_line[later] = line
        self._count[later] += 1
        if reading.moment != UNKNOWN:
            self._last_moment[later] = reading.moment
        return before, max(before, outcome)

    def end(self, row: int, outcome: int) -> int:
        """Give a failure another outcome; the one it had."""
        before, state, room, stream, user, told, rank = self._natures[self._nature[row]]
        self._nature[row] = self._number((outcome, state, room, stream, user, told, rank))
        return before

    def copy(self, row: int) -> int:
        """Keep a failure twice; the row of the other one."""
        for column in (self._code, self._nature, self._first_line, self._first_moment, self._later):
            column.append(column[row])
        if later := self._later[row]:
            self._later[-1] = len(self._count)
            for column in (self._last_line, self._last_moment, self._count):
                column.append(column[later])
        return len(self) - 1

    def last(self, row: int) -> tuple[int, int]:
        """The last line that told of a failure, and the last moment."""
        later = self._later[row]
        if later:
            return self._last_line[later], self._last_moment[later]
        return self._first_line[row], self._first_moment[row]

    def is_near(self, row: int, line: int, moment: int) -> bool:
        """Whether a line stands near the last one that told of a failure, see ``near``."""
        if later := self._later[row]:
            return near(self._last_line[later], self._last_moment[later], line, moment)
        return near(self._first_line[row], self._first_moment[row], line, moment)

    def stream(self, row: int) -> str:
        """The stream of a failure, empty where no line named one."""
        return self._natures[self._nature[row]][3]

    def differs(self, row: int, reading: LineReading) -> bool:
        """Whether a line is of another room, stream or user than a failure; what is not named does not differ."""
        _, _, room, stream, user, _, _ = self._natures[self._nature[row]]
        return bool(
            (reading.room and room and reading.room != room)
            or (reading.stream and stream and reading.stream != stream)
            or (reading.user and user and reading.user != user)
        )

    def failure(self, row: int) -> Failure:
        """What a row holds by now."""
        outcome, state, room, stream, user, told, _ = self._natures[self._nature[row]]
        last_line, last_moment = self.last(row)
        return Failure(
            code=self._code[row],
            first_line=self._first_line[row],
            last_line=last_line,
            first_moment=self._first_moment[row],
            last_moment=last_moment,
            count=self._count[self._later[row]] if self._later[row] else 1,
            outcome=OUTCOMES[outcome],
            state=state,
            room=room,
            stream=stream,
            user=user,
            extended_data=told,
        )

    def without(self, places: "array[int]", codes: Container[int]) -> "array[int]":
        """Of these rows those of other codes."""
        return array("I", (row for row in places if self._code[row] not in codes))

    def _extend(self, row: int) -> int:
        """A place in the columns for what more lines tell."""
        later = self._later[row] = len(self._count)
        self._last_line.append(self._first_line[row])
        self._last_moment.append(self._first_moment[row])
        self._count.append(1)
        return later

    def _number(self, nature: Nature) -> int:
        number = self._numbers.get(nature)
        if number is None:
            number = self._numbers[nature] = len(self._natures)
            self._natures.append(nature)
        return number


class FailureList(Sequence[Failure]):
    """Some rows as failures, made when they are asked for. It grows as the log is read."""

    def __init__(self, rows: FailureRows, places: "array[int]") -> None:
        self._rows = rows
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Failure: ...
    @overload
    def __getitem__(self, place: slice) -> list[Failure]: ...
    def __getitem__(self, place: int | slice) -> Failure | list[Failure]:
        if isinstance(place, slice):
            return [self._rows.failure(row) for row in self._places[place]]
        return self._rows.failure(self._places[place])

    def __iter__(self) -> Iterator[Failure]:
        return map(self._rows.failure, self._places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it grows

    def now(self) -> "FailureList":
        """Those that there are by now: for going through them while the log is read on."""
        return FailureList(self._rows, self._places[:])

    def without(self, codes: Container[int]) -> "FailureList":
        """Those that there are by now of other codes."""
        return FailureList(self._rows, self._rows.without(self._places, codes))


def near(line: int, moment: int, other_line: int, other_moment: int) -> bool:
    """Whether two lines can tell of one event: within a second, or within a few lines where a time is missing."""
    if moment == UNKNOWN or other_moment == UNKNOWN:
        return other_line - line <= LONGEST_GAP
    return -LONGEST_PAUSE <= other_moment - moment <= LONGEST_PAUSE
