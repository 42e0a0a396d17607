"""The failures of a log as they are kept: hundreds of thousands of them, of 120 bytes each, in one array.

As objects they would take three times as much, and keep the garbage collector busy for longer than a frame.
"""

from array import array
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Final, Literal, overload

from zegoerr_gui.core.recognition.sdk_line import STATES

Outcome = Literal["failed", "retrying", "recovered", "unknown"]

OUTCOMES: Final[tuple[Outcome, ...]] = ("unknown", "recovered", "retrying", "failed")  # what weighs more stands later
_STATES: Final = ("", *STATES)
STATE_NUMBER: Final = {state: number for number, state in enumerate(_STATES)}

# What the cells of a row hold. They are numbered in the order in which they begin; one that recovered is closed.
CODE, FIRST_LINE, LAST_LINE, FIRST_MOMENT, LAST_MOMENT, COUNT, OUTCOME, STATE = range(8)
ROOM, STREAM, USER, EXTENDED_DATA, EXTENDED_RANK, CLOSED, NUMBER, CELLS = range(8, 16)
ROW: Final = Struct(f"{CELLS}q")


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
    """A row of ``cells`` for each failure; it is spoken of by the place of its first cell.

    What is text is kept once and stands in a cell as its number, see ``number_of``.
    """

    def __init__(self) -> None:
        self.cells = array("q")
        self._texts = [""]
        self._numbers = {"": 0}

    def number_of(self, text: str) -> int:
        """The number of a text; 0 where it is empty."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._texts)
            self._texts.append(text)
        return number

    def numbers_of(self, room: str, stream: str, user: str) -> tuple[int, int, int]:
        """The numbers of three texts."""
        numbers = self._numbers
        try:
            return numbers[room], numbers[stream], numbers[user]
        except KeyError:
            return self.number_of(room), self.number_of(stream), self.number_of(user)

    def failure(self, row: int) -> Failure:
        """What a row holds by now."""
        cells, texts = self.cells[row : row + CELLS], self._texts
        return Failure(
            code=cells[CODE],
            first_line=cells[FIRST_LINE],
            last_line=cells[LAST_LINE],
            first_moment=cells[FIRST_MOMENT],
            last_moment=cells[LAST_MOMENT],
            count=cells[COUNT],
            outcome=OUTCOMES[cells[OUTCOME]],
            state=_STATES[cells[STATE]],
            room=texts[cells[ROOM]],
            stream=texts[cells[STREAM]],
            user=texts[cells[USER]],
            extended_data=texts[cells[EXTENDED_DATA]],
        )


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
        cells = self._rows.cells
        return FailureList(self._rows, array("q", (row for row in self._places if cells[row + CODE] not in codes)))
