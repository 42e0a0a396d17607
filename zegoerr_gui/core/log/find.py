"""Finding in the lines of a log of any size. A find is the number of a line, from 0; the log is never decoded whole."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Protocol

from zegoerr_gui.core.log.lines import LogLines

LONGEST_WORDS: Final = 500  # characters sought
_ESCAPES: Final = r"\\{0,8}"  # before a quotation mark: strings of JSON stand in strings of JSON


class Seeker(Protocol):
    """What is sought. ``slice`` is how many bytes of lines it looks at in about a millisecond.

    A line longer than ``longest`` bytes is looked at in pieces that overlap by ``reach``, as much as one find can take;
    where that is None, only the first piece is. ``given_up`` counts the lines for which it was too slow, ``stopped``
    tells that they are too many.
    """

    slice: int
    longest: int
    reach: int | None
    given_up: int

    @property
    def stopped(self) -> bool: ...

    def lines(self, data: bytes) -> Iterator[int]:
        """Which of the lines, counted from 0, hold it; ascending."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text on show, in code points."""


class Words:
    """Words as they were typed. Where a line has escapes before a quotation mark, the words need none."""

    slice = longest = 128 * 1024
    given_up = 0
    stopped = False

    def __init__(self, words: str, match_case: bool) -> None:
        flags = 0 if match_case else re.IGNORECASE
        self.reach: int | None = 12 * len(words)  # bytes of a character and of escapes
        self._shown = re.compile(_ESCAPES.join(map(re.escape, _pieces(words))), flags)
        self._lower = not match_case
        self._needle = words.encode("utf-8", "replace")
        self._pattern: re.Pattern[bytes] | None = None
        if self._lower:
            self._needle = self._needle.lower()  # ASCII only; other letters have two forms in the pattern
        if '"' in words[1:] or (self._lower and not words.isascii() and words.lower() != words.upper()):
            forms = _both_forms if self._lower else re.escape
            self._pattern = re.compile(_ESCAPES.join(map(forms, _pieces(words))).encode("utf-8", "replace"))

    def lines(self, data: bytes) -> Iterator[int]:
        text = data.lower() if self._lower else data
        at = line = 0
        while (place := self._place(text, at)) >= 0:
            line += text.count(b"\n", at, place)
            yield line
            at = text.find(b"\n", place) + 1
            line += 1
            if not at:
                return

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [found.span() for found in self._shown.finditer(text)]

    def _place(self, text: bytes, at: int) -> int:
        if self._pattern is None:
            return text.find(self._needle, at)
        found = self._pattern.search(text, at)
        return found.start() if found else -1


class Finds:
    """The lines found so far, ``stopped`` where the seeker gave up, ``cut`` counting those read in part only.

    ``run`` is a generator: pull it when there is time, drop it to stop. A new one goes on where the last one stopped,
    as far as the log is indexed by then.
    """

    def __init__(self, lines: LogLines, seeker: Seeker) -> None:
        self.found = array("Q")
        self.cut = 0
        self.seeker = seeker
        self._lines = lines
        self._offset = 0  # the first byte not yet looked at
        self._line = 0  # the line it belongs to
        self._settled = False  # of that line a piece has been looked at, and nothing more is sought in it
        self._unended = False  # the line is the last one, and had no end when it was looked at

    def __len__(self) -> int:
        return len(self.found)

    @property
    def reached(self) -> int:
        """The first line, from 0, that has not been looked at to its end."""
        return self._line

    @property
    def complete(self) -> bool:
        """Whether all that is indexed has been looked at."""
        return self._offset >= self._lines.indexed

    @property
    def share(self) -> float:
        """How much of the log has been looked at, 0 to 1."""
        return self._offset / max(1, self._lines.source.size)

    def run(self) -> Iterator[float]:
        """Yields the share done after about a millisecond of work each. Raises UnreadableLogError."""
        if self._unended and not self.complete:
            self._begin_again()
        while not self.seeker.stopped and self._step():
            yield self.share

    def number_of(self, line: int) -> int | None:
        """Which find a line is, from 0; None where it is none."""
        place = bisect_left(self.found, line)
        return place if place < len(self.found) and self.found[place] == line else None

    def next_from(self, line: int) -> int | None:
        """The first find in this line or after it."""
        place = bisect_left(self.found, line)
        return self.found[place] if place < len(self.found) else None

    def last_until(self, line: int) -> int | None:
        """The last find in this line or before it."""
        place = bisect_right(self.found, line)
        return self.found[place - 1] if place else None

    def _begin_again(self) -> None:
        """To the last line something was added: it is looked at again from its beginning."""
        self._offset = self._lines.span(self._line)[0]
        if self.found and self.found[-1] == self._line:
            self.found.pop()
        self._settled = self._unended = False

    def _step(self) -> bool:
        """Look at one slice; False where the log ends, for now."""
        data = self._read(self.seeker.slice)
        if len(data) == self.seeker.slice and b"\n" not in data and not self._settled:
            data = self._read(self.seeker.longest)
        if not data:
            return False
        whole = (data.find(b"\n") if self._settled else data.rfind(b"\n")) + 1
        if whole:
            self._take(data[:whole])
        elif len(data) >= self.seeker.longest or self._settled:
            self._take_piece(data)
        elif self._lines.complete:
            self._seek(data)
            self._offset += len(data)
            self._unended = True
        else:
            return False
        return True

    def _read(self, count: int) -> bytes:
        return self._lines.source.read(self._offset, min(count, self._lines.indexed - self._offset))

    def _take(self, data: bytes) -> None:
        """Look at lines that have ended."""
        if not self._settled:
            self._seek(data)
        self._line += data.count(b"\n")
        self._offset += len(data)
        self._settled = False

    def _take_piece(self, data: bytes) -> None:
        """Look at a piece of a line longer than is looked at as one."""
        if not self._settled:
            self._settled = self._seek(data)
            if not self._settled and self.seeker.reach is None:
                self.cut += 1
                self._settled = True
        self._offset += len(data) - (0 if self._settled else self.seeker.reach or 0)

    def _seek(self, data: bytes) -> bool:
        before = len(self.found)
        self.found.extend(self._line + line for line in self.seeker.lines(data))
        return len(self.found) > before


def _pieces(words: str) -> list[str]:
    """The words, cut before each quotation mark but one at their beginning."""
    cuts = [0, *(place for place in range(1, len(words)) if words[place] == '"'), len(words)]
    return [words[begin:end] for begin, end in pairwise(cuts)]


def _both_forms(piece: str) -> str:
    """A pattern for the small form of letters of ASCII, and for either form of the others."""
    return "".join(
        re.escape(char.lower()) if char.isascii() else f"(?:{re.escape(char.lower())}|{re.escape(char.upper())})"
        for char in piece
    )
