"""Some of the lines of a log in their order, as ranges: millions of rows know their lines, and lines their rows."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator


class LineRanges:
    """Lines told one after another, each with ``around`` lines before and after it. Lines and rows count from 0.

    The log may still be read: ``limit`` is how many lines it has by now, and rows end there.
    """

    def __init__(self, around: int = 0, limit: int = 0) -> None:
        self.around = around
        self.limit = limit
        self._firsts = array("Q")  # the first line of each range
        self._rows = array("Q")  # its row
        self._last = -1  # the last line of the last range, which may not have been read yet

    def add(self, lines: Iterable[int]) -> None:
        """Take in more lines, all of them below the limit, ascending; those told before change nothing."""
        around = self.around
        for line in lines:
            if line - around > self._last + 1 or self._last < 0:
                first = max(0, line - around)
                self._rows.append(self._rows[-1] + self._last + 1 - self._firsts[-1] if self._rows else 0)
                self._firsts.append(first)
            self._last = max(self._last, line + around)

    def __len__(self) -> int:
        """How many rows there are."""
        if not self._rows:
            return 0
        return self._rows[-1] + min(self._last + 1, self.limit) - self._firsts[-1]

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and 0 <= line < self.limit and self._holds(line)

    def line_of(self, row: int) -> int:
        """The line in a row. Raises IndexError."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        place = bisect_right(self._rows, row) - 1
        return self._firsts[place] + row - self._rows[place]

    def row_of(self, line: int) -> int:
        """The row of a line, or of the nearest line before it; 0 where there is none before, -1 without rows."""
        if not len(self):
            return -1
        place = bisect_right(self._firsts, line) - 1
        if place < 0:
            return 0
        return min(self._rows[place] + line - self._firsts[place], self._row_after(place) - 1, len(self) - 1)

    def next_from(self, line: int) -> int | None:
        """The first line shown that is this one or comes after it."""
        if line in self:
            return line
        place = bisect_right(self._firsts, line)
        return self._firsts[place] if place < len(self._firsts) else None

    def last_until(self, line: int) -> int | None:
        """The last line shown that is this one or comes before it."""
        row = self.row_of(line)
        found = self.line_of(row) if row >= 0 else None
        return found if found is not None and found <= line else None

    def spans(self, first_row: int, last_row: int) -> Iterator[tuple[int, int]]:
        """First and last line of each stretch without a gap, from one row to another."""
        row, last_row = first_row, min(last_row, len(self) - 1)
        while row <= last_row:
            place = bisect_right(self._rows, row) - 1
            end = min(self._row_after(place) - 1, last_row)
            first = self.line_of(row)
            yield first, first + end - row
            row = end + 1

    def _holds(self, line: int) -> bool:
        place = bisect_right(self._firsts, line) - 1
        return place >= 0 and self._rows[place] + line - self._firsts[place] < self._row_after(place)

    def _row_after(self, place: int) -> int:
        """The row behind a range."""
        return self._rows[place + 1] if place + 1 < len(self._rows) else len(self)
