"""Reads a log from its first byte to its last: lines indexed and codes found in one pass, in slices.

The result does not depend on the slices. A line too long to be read at once is read piece by piece, on a grid that
begins where the line does, each piece with some text to either side: in a line of any length every byte costs the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.opening import found_otherwise
from zegoerr_gui.core.log.source import LogSource
from zegoerr_gui.core.log.utf8_check import OtherEncodingError
from zegoerr_gui.core.log.visible import decode
from zegoerr_gui.core.recognition.engine import LONGEST_SIGHT, SEVEN
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.layout import Layout
from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.line_shapes import LONGEST, LineShapes
from zegoerr_gui.core.recognition.moments import Moments
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.sdk_line import sdk_objects
from zegoerr_gui.core.recognition.telling_lines import TellingLine, lines_found
from zegoerr_gui.core.recognition.times import UNKNOWN, read_time
from zegoerr_gui.core.stepwise import finish

SLICE: Final = 128 * 1024  # bytes read at a time
LONGEST_WHOLE: Final = 16 * 1024  # bytes of a line that is read at once; a longer one is read in pieces
PIECE: Final = 4 * 1024  # bytes
FREE_TEXTS_UP_TO: Final = 1_000_000  # bytes of a log in which words are looked for everywhere
_MARGIN: Final = 1024  # bytes to either side of a piece
_WORK_A_STEP: Final = 128  # lines that are known by their shape
_READ_ANEW: Final = 32  # times as much work is a line that is read
_HEAD: Final = 200  # lines of a large log that are all read
_SPAN: Final = 8 * 1024  # bytes at the end of a large log in which its last time is looked for
_LONG: Final = 1024  # bytes of a line that is a step by itself


class Scan:
    """One pass over one log. ``run`` is a generator: pull it when there is time, drop it to stop.

    A new ``run`` goes on where the last one stopped, with what has been added to the source since.
    """

    def __init__(self, source: LogSource, recogniser: Recogniser, least: Evidence = Evidence.LIKELY) -> None:
        """``least`` is the highest level that failures will be asked for, see ``Results``."""
        self.source = source
        self.lines = LogLines(source)
        self.moments = Moments(self.lines)
        self.results = Results(recogniser.catalogue, least)
        self._recogniser = recogniser
        self._free = source.size <= FREE_TEXTS_UP_TO
        self.results.subject.is_large = not self._free
        self._engine = recogniser.engine if self._free else recogniser.fast_engine
        self._preparing = self._engine.prepare()
        self._layout = Layout()
        self._shapes = LineShapes(recogniser)
        self._line = 0  # the line that holds _offset
        self._offset = 0  # the first byte not yet read
        self._in_long_line = False
        self._unended = -1  # where the last line began, when the source ended before it did
        self._seen = b""  # the end of the last slice, in which the SDK's name may have begun
        self._times_read: tuple[int, int] | None = None  # first and last of the lines read, before a look at the end

    def run(self) -> Iterator[float]:
        """Yields the share done, 0 to 1, after about a millisecond of work each. Raises UnreadableLogError, and
        OtherEncodingError where the log has to be read again in another encoding.
        """
        self._forget_last_time()
        size = self.source.size
        while self._offset < size:
            data = self.source.read(self._offset, SLICE)
            if not data:
                break
            self.lines.feed(data[self.lines.indexed - self._offset :])
            if not self._free:  # else each line tells its time
                self.moments.sample()
            for _ in self._preparing:
                yield self._offset / size
            self._look_for_sdk(data)
            for _ in self._take(data, last=self._offset + len(data) >= size):
                self.results.lines = self._line
                yield self._offset / size
        self.results.lines = len(self.lines)
        self.results.complete = self._offset >= size
        if not self._free and self.results.complete:
            self._see_last_time(self.source.read(max(0, size - _SPAN), _SPAN).splitlines())

    def _see_last_time(self, lines: list[bytes]) -> None:
        """Take in the last time that one of the lines tells: of a large log not every line is read."""
        moments = (read_time(decode(line)) for line in reversed(lines))
        context = self.results.context
        self._times_read = context.first_moment, context.last_moment
        context.see(next((moment for moment in moments if moment != UNKNOWN), UNKNOWN))

    def _forget_last_time(self) -> None:
        """What was the end may be so no longer."""
        if self._times_read is not None:
            context = self.results.context
            context.first_moment, context.last_moment = self._times_read
            self._times_read = None

    def _look_for_sdk(self, data: bytes) -> None:
        if not self.results.subject.is_sdk:
            self.results.subject.is_sdk = self._engine.shows_sdk(self._seen + data)
            self._seen = data[-LONGEST_SIGHT:]

    def _take(self, data: bytes, last: bool) -> Iterator[None]:
        """Read the lines that end in ``data``; of one that does not, the pieces.

        At every step ``_offset`` is the first byte not yet read, so that a scan that was dropped can go on.
        """
        first_end = data.find(b"\n")
        if self._in_long_line or (first_end < 0 and not last):
            stop = len(data) if first_end < 0 else first_end
            whole = last or first_end >= 0
            if whole and self._unended >= 0 and self._offset + stop - self._unended <= LONGEST_WHOLE:
                self._read_rest(self._offset + stop)
                yield
            else:
                yield from self._read_pieces(self._offset, self._offset + stop)
            if first_end >= 0:
                self._end_line()
            return
        yield from self._read_lines(data if last else data[: data.rfind(b"\n") + 1])
        yield

    def _read_pieces(self, begin: int, end: int) -> Iterator[None]:
        """Read a stretch of one line that is longer than a piece."""
        self._in_long_line = True
        for start in range(begin, end, PIECE):
            stop = min(start + PIECE, end)
            self._read_piece(start, stop)
            self._offset = stop
            yield

    def _read_rest(self, end: int) -> None:
        """Read again, from its beginning, a line to which was added; only what the addition tells is kept."""
        raw = self.source.read(self._unended, end - self._unended)
        text, begin = decode(raw), len(decode(raw[: self._offset - self._unended]))
        reading = self._recogniser.read(text, False, (begin, len(text)), rest=True)
        self._note(self._line, reading, text, self._unended, raw.isascii())
        self._offset = end

    def _end_line(self) -> None:
        self._in_long_line = False
        self._unended = -1
        self._line += 1
        self._offset += 1

    def _read_lines(self, data: bytes) -> Iterator[None]:
        """Read whole lines, those only in which something may stand."""
        base, line, read, work, all_ascii = self._offset, self._line, 0, 0, data.isascii()
        for begin, end, numbers in self._telling_lines(data):
            line += data.count(b"\n", read, begin)
            if end - begin > LONGEST_WHOLE:
                self._line = line
                yield from self._read_pieces(base + begin, base + end)
                self._in_long_line = False
            else:
                is_ascii = all_ascii or data[begin:end].isascii()
                if is_ascii and numbers and self._set_aside(line, base, data, begin, end, numbers):
                    work += 1
                else:
                    work += self._read_line(line, base + begin, data[begin:end], is_ascii)
            read = end
            if end < len(data):
                line += 1
                read += 1
            if work >= _WORK_A_STEP:
                self._line, self._offset, work = line, base + read, 0
                yield
        self._line = self.lines.ended  # all that were indexed: of the slice nothing but a line's beginning is left
        self._offset = base + len(data)
        self._in_long_line = not data.endswith(b"\n")  # should more be added to it
        self._unended = base + data.rfind(b"\n") + 1 if self._in_long_line else -1

    def _telling_lines(self, data: bytes) -> Iterable[TellingLine]:
        """The lines to look at, in order."""
        return self._first_lines(data) if self._free or self._line < _HEAD else lines_found(self._engine, data)

    def _first_lines(self, data: bytes) -> Iterator[TellingLine]:
        """All of a short log, all of the head of a large one: it says which SDK wrote it, and for whom."""
        begin, line = 0, self._line
        while begin < len(data) and (self._free or line < _HEAD):
            end = _line_end(data, begin)
            yield begin, end, ()
            begin, line = end + 1, line + 1
        if begin < len(data):
            yield from lines_found(self._engine, data, begin)

    def _set_aside(self, line: int, base: int, data: bytes, begin: int, end: int, numbers: Sequence[int]) -> bool:
        """Judge the numbers of a line of ASCII in which nothing else tells; False where one of them may be meant."""
        told = self._recogniser.look_alikes.set_aside(data, begin, end, numbers)
        if told is None:
            return False
        for place, rule in told:
            self.results.feed_aside(line, base + place, int(data[place : place + SEVEN]), rule)
        return True

    def _read_line(self, line: int, offset: int, raw: bytes, is_ascii: bool) -> int:
        """Read one line; how much work that was."""
        if is_ascii and not self._free and len(raw) <= LONGEST and (reading := self._shapes.read(raw)):
            self.results.feed(line, reading, offset)
            return 1 if reading.known else _READ_ANEW
        text = decode(raw)
        if not text.strip():
            self._layout.skip()
            return 1
        if self._free:
            self.results.subject.feed(text)
        for begin, part in sdk_objects(text):
            if self._free:
                reading = self._recogniser.read_free(part, self._layout)
                self.moments.put(line, reading.moment)
            else:
                reading = self._recogniser.read(part, free=False)
            for hit in reading.hits if begin else ():
                hit.start += begin
                hit.end += begin
            self._note(line, reading, text, offset, is_ascii)
        return _READ_ANEW if len(raw) <= _LONG else _WORK_A_STEP

    def _read_piece(self, begin: int, end: int) -> None:
        start = max(0, begin - _MARGIN)
        window = self.source.read(start, end + _MARGIN - start)
        other_line = window.rfind(b"\n", 0, begin - start) + 1  # what stands there tells nothing of this one
        start, window = start + other_line, window[other_line : _line_end(window, end - start)]
        if not self._engine.finds(window):
            return
        text = decode(window)
        core = len(decode(window[: begin - start])), len(decode(window[: end - start]))
        self._note(self._line, self._recogniser.read(text, False, core), text, start, window.isascii())

    def _note(self, line: int, reading: LineReading, text: str, offset: int, is_ascii: bool) -> None:
        """Keep what a text tells that begins at a byte of the source, places counted in bytes from here on."""
        for hit in () if is_ascii else reading.hits:
            hit.start, hit.end = (
                len(text[:place].encode("utf-8", "surrogateescape")) for place in (hit.start, hit.end)
            )
        self.results.feed(line, reading, offset)


def _line_end(data: bytes, place: int) -> int:
    end = data.find(b"\n", place)
    return len(data) if end < 0 else end


def scan_to_end(source: LogSource, recogniser: Recogniser, least: Evidence = Evidence.LIKELY) -> Scan:
    """Scan a whole log at once, for callers with nothing else to do meanwhile.

    Where it turns out not to be UTF-8 the source is closed, and the scan has another one, read in its own encoding.
    """
    scan = Scan(source, recogniser, least)
    try:
        for _ in scan.run():
            pass
    except OtherEncodingError as found:
        try:
            again = finish(found_otherwise(source, found))
        finally:
            source.close()
        return scan_to_end(again, recogniser, least)
    return scan
