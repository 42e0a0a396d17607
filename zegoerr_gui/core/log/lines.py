"""A sparse index of a log's lines: one count of line ends per block of 64 KiB. Lines count from 0."""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate

from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.log.utf8_check import Utf8Check

BLOCK = 64 * 1024  # bytes
_KEPT_BLOCKS = 16


class LogLines:
    """The lines of a source, as far as they have been indexed."""

    def __init__(self, source: LogSource) -> None:
        self.source = source
        self.indexed = 0  # bytes
        self._check = Utf8Check(source)
        self._ends_before = array("Q")  # line ends before each block
        self._ends = 0
        self._most = 0  # lines that could be shown
        self._last_byte = b""
        self._ends_in: OrderedDict[int, list[int]] = OrderedDict()  # places of line ends in blocks lately used

    def feed(self, data: bytes) -> None:
        """Index the bytes that follow those already indexed. Raises OtherEncodingError where they are no UTF-8 and the
        source does not insist on it.
        """
        self._check.feed(data)
        begin = 0
        while begin < len(data):
            if self.indexed % BLOCK == 0:
                self._ends_before.append(self._ends)
            end = min(len(data), begin + BLOCK - self.indexed % BLOCK)
            self._ends_in.pop(self.indexed // BLOCK, None)
            self._ends += data.count(b"\n", begin, end)
            self.indexed += end - begin
            begin = end
        self._last_byte = data[-1:] or self._last_byte

    @property
    def undecodable(self) -> int:
        """Bytes that are no text in the log's encoding, as far as it has been indexed."""
        return self._check.undecodable

    @property
    def complete(self) -> bool:
        """Whether every byte of the source is indexed."""
        return self.indexed >= self.source.size

    @property
    def ended(self) -> int:
        """Lines that have ended, as far as it has been indexed."""
        return self._ends

    def __len__(self) -> int:
        """Lines that can be shown: those that have ended, and at the end of the source the last one too.

        A last line that could be shown before more was added to the source can still be.
        """
        unended = self.complete and self._last_byte not in (b"", b"\n")
        self._most = max(self._most, self._ends + unended)
        return self._most

    def span(self, line: int) -> tuple[int, int]:
        """Where a line begins and ends in the source, without its line end. Raises IndexError beyond the last,
        UnreadableLogError where the source has lost what was indexed.
        """
        if not 0 <= line < len(self):
            raise IndexError(line)
        start = self._end_of(line - 1) + 1 if line else 0
        end = self._end_of(line) if line < self._ends else self.indexed
        return start, end

    def head(self, line: int, count: int) -> bytes:
        """Up to ``count`` bytes from the beginning of a line, without its line end."""
        return self.stretch(line, line, count)

    def stretch(self, first: int, last: int, count: int) -> bytes:
        """Up to ``count`` bytes of a stretch of lines, without the line end of the last one."""
        start, end = self.span(first)[0], self.span(last)[1]
        data = self.source.read(start, min(count, end - start))
        return data[:-1] if data.endswith(b"\r") and start + len(data) == end else data

    def ends_before(self, begin: int) -> int:
        """Line ends before a block, which begins at that byte."""
        return int(self._ends_before[begin // BLOCK])

    def _end_of(self, line: int) -> int:
        """The offset of the line end that closes ``line``."""
        block = bisect_right(self._ends_before, line) - 1
        places, number = self._places(block), line - int(self._ends_before[block])
        if number >= len(places):
            raise UnreadableLogError(f"{self.source.name} was cut off while it was open. Open it again.")
        return block * BLOCK + places[number]

    def _places(self, block: int) -> list[int]:
        places = self._ends_in.get(block)
        if places is None:
            data = self.source.read(block * BLOCK, min(BLOCK, self.indexed - block * BLOCK))
            ends = accumulate(len(part) + 1 for part in data.split(b"\n")[:-1])
            places = [end - 1 for end in ends]
            self._ends_in[block] = places
            if len(self._ends_in) > _KEPT_BLOCKS:
                self._ends_in.popitem(last=False)
        else:
            self._ends_in.move_to_end(block)
        return places
