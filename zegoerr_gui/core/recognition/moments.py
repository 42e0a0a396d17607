"""When each line of a log was written, known sparsely: which moment was line n, which line was moment t.

Of a log that is read whole every line's time is told by the scan; of a larger one, the first time that stands in each
block of 64 KiB. What lies between is read when it is asked for. Lines count from 0, moments are those of ``times``.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from operator import gt, le
from typing import Final

from zegoerr_gui.core.log.lines import BLOCK, LogLines
from zegoerr_gui.core.log.visible import decode
from zegoerr_gui.core.recognition.sdk_line import flat, read_sdk_line
from zegoerr_gui.core.recognition.times import FIRST_DATED, UNKNOWN, YEAR_OF_NO_YEAR, read_time

_HEAD: Final = 16 * 1024  # bytes of a block in which its first time is looked for
_TAIL: Final = 8 * 1024  # bytes at the end of a log in which its last time is looked for
_LINE: Final = 2 * 1024  # bytes of a line in front of which its time stands
_LOOKED_AT: Final = 8  # lines without a time that are passed over at the begin of a block, and before a line
_PASSED_OVER: Final = 64  # and in the middle of a stretch that is searched: a stack trace
_MOST_RUNS: Final = 8  # stretches of a log that are searched for one moment, and places where times fall


def line_moment(raw: bytes) -> int:
    """The moment that a line tells, by the rule by which the scan reads it."""
    text = decode(raw[:_LINE])
    line = read_sdk_line(text)
    return read_time(line.time if line and line.time else flat(text)[:200])


class Moments:
    """Lines with their moments, in the order of the log; times may run backwards where logs were pasted together.

    Times without a year go on over a New Year. Where a log has times with and without a date, those that are fewer
    tell nothing.
    """

    def __init__(self, lines: LogLines) -> None:
        self._log = lines
        self._lines = array("Q")
        self._moments = array("q")
        self._dated = 0  # how many of them have a date
        self._without_year = UNKNOWN  # the last of the others
        self._blocks = 0  # blocks looked at

    def __len__(self) -> int:
        return len(self._lines)

    def put(self, line: int, moment: int) -> None:
        """Take in what a line tells; lines come in order."""
        if moment == UNKNOWN or (self._lines and self._lines[-1] >= line):
            return
        if moment < FIRST_DATED:
            moment = moment if self._without_year == UNKNOWN else _in_year_of(moment, self._without_year)
            self._without_year = moment
        self._dated += moment >= FIRST_DATED
        self._lines.append(line)
        self._moments.append(moment)

    def sample(self) -> None:
        """Take in a time of every block that has been indexed since; the same ones whatever the slices were."""
        while (begin := self._blocks * BLOCK) + _HEAD <= self._log.indexed:
            self._sample(begin)
            self._blocks += 1

    def points(self, most: int) -> tuple[list[int], list[int]]:
        """The lines and the moments that are known without reading, at most about so many of them, evenly taken."""
        step = max(1, len(self) // most)
        lines, moments = list(self._lines[::step]), list(self._moments[::step])
        if 0 < self._dated < len(self):
            kept = [place for place, moment in enumerate(moments) if self._tells(moment)]
            lines, moments = [lines[place] for place in kept], [moments[place] for place in kept]
        return lines, moments

    def about(self, line: int) -> int:
        """About which moment a line was written, without reading it: that of the last line before that is known."""
        place = bisect_right(self._lines, line) - 1
        while place >= 0 and not self._tells(self._moments[place]):
            place -= 1
        return self._moments[place] if place >= 0 else UNKNOWN

    def placed(self, line: int, moment: int) -> int:
        """The moment that a line tells as it counts beside the others, or about which it was written."""
        tells = moment != UNKNOWN and self._tells(moment)
        if tells and moment >= FIRST_DATED:
            return moment
        about = self.about(line)
        return _in_year_of(moment, about) if tells and about != UNKNOWN else about

    def at(self, line: int) -> int:
        """The moment a line tells; UNKNOWN where it tells none. Reads it. Raises UnreadableLogError, IndexError."""
        moment = line_moment(self._log.head(line, _LINE))
        return UNKNOWN if moment == UNKNOWN else self.placed(line, moment)

    def before(self, line: int) -> int:
        """The moment a line tells, or else one of those just before it, or about which it was written. Reads."""
        for near in range(line, max(-1, line - _LOOKED_AT), -1):
            if (moment := self.at(near)) != UNKNOWN:
                return moment
        return self.about(line)

    def last(self) -> int:
        """The last moment that the end of the source tells, read or not. Raises UnreadableLogError."""
        source = self._log.source
        start = max(0, source.size - _TAIL)
        ends = reversed(source.read(start, _TAIL).split(b"\n")[-_LOOKED_AT:])
        moment = next((moment for raw in ends if (moment := line_moment(raw)) != UNKNOWN), UNKNOWN)
        return self.placed(len(self._log), moment) if moment == UNKNOWN or self._tells(moment) else UNKNOWN

    def span(self) -> tuple[int, int] | None:
        """The earliest and the latest moment known; None where the log tells none. Raises UnreadableLogError."""
        known = [moment for moment in (*self.points(len(self) or 1)[1], self.last()) if moment != UNKNOWN]
        return (min(known), max(known)) if known else None

    def first_at(self, moment: int) -> int | None:
        """The line of the earliest moment at or after this one; None where the log ends before. Reads lines.

        Raises UnreadableLogError.
        """
        lines, moments = self._with_falls(*self.points(len(self) or 1))
        best = min(((known, line) for line, known in zip(lines, moments, strict=True) if known >= moment), default=None)
        ends = [*lines[1:], len(self._log)]
        after = [*moments[1:], moment]  # behind the last line known anything may come
        runs = [
            (end, lines[place], ends[place])
            for place, (begin, end) in enumerate(zip(moments, after[: len(moments)], strict=True))
            if begin < moment and (end >= moment or end < begin) and ends[place] - lines[place] > 1
        ]
        for _, low, high in sorted(runs)[:_MOST_RUNS]:
            inside = self._first_between(low, high, partial(le, moment))
            if inside is not None and (best is None or inside < best):
                best = inside
        return best[1] if best else None

    def elapsed(self, first: int, last: int) -> int | None:
        """Milliseconds from the first to the last time that lines from one to another tell; negative where times fall.

        None where not two of them are known to tell one. Raises UnreadableLogError.
        """
        begin = self.told_between(first, last + 1)
        if begin is None:
            return None
        for line in range(last, max(begin[0], last - _PASSED_OVER), -1):
            if (moment := self.at(line)) != UNKNOWN:
                return moment - begin[1]
        return None

    def told_between(self, line: int, end: int) -> tuple[int, int] | None:
        """The first of a few lines from ``line`` to before ``end`` that tells a moment, and that; reads them."""
        for near in range(line, min(end, line + _PASSED_OVER)):
            if (moment := self.at(near)) != UNKNOWN:
                return near, moment
        return None

    # Inside

    def _sample(self, begin: int) -> None:
        head = self._log.source.read(max(0, begin - 1), _HEAD)
        line, start = self._log.ends_before(begin), 0
        if begin:
            start = head.find(b"\n") + 1
            line += start != 1  # the block begins within a line
            if not start:
                return
        for raw in head[start:].split(b"\n", _LOOKED_AT)[:_LOOKED_AT]:
            if (moment := line_moment(raw)) != UNKNOWN:
                self.put(line, moment)
                return
            line += 1

    def _with_falls(self, lines: list[int], moments: list[int]) -> tuple[list[int], list[int]]:
        """The points, and between two of them whose times fall the line in which another clock, or log, begins."""
        falls = sorted((moments[place + 1] - moments[place], place) for place in range(len(moments) - 1))[:_MOST_RUNS]
        for place in sorted((place for fall, place in falls if fall < 0), reverse=True):
            begun = self._first_between(lines[place], lines[place + 1], partial(gt, moments[place]))
            if begun is not None:
                moments.insert(place + 1, begun[0])
                lines.insert(place + 1, begun[1])
        return lines, moments

    def _first_between(self, low: int, high: int, wanted: Callable[[int], bool]) -> tuple[int, int] | None:
        """The moment and the line of the first that is wanted, among lines between two; all after it are wanted too."""
        best = None
        while high - low > 1:
            middle = (low + high) // 2
            told = self.told_between(middle, high)
            if told is None:
                high = middle
            elif wanted(told[1]):
                best = told[1], told[0]
                high = middle
            else:
                low = told[0]
        return best

    def _tells(self, moment: int) -> bool:
        return not len(self) or (moment >= FIRST_DATED) == (2 * self._dated >= len(self))


def _in_year_of(moment: int, other: int) -> int:
    """A moment without a year, in the year in which it is nearest to another one."""
    return moment + round((other - moment) / YEAR_OF_NO_YEAR) * YEAR_OF_NO_YEAR
