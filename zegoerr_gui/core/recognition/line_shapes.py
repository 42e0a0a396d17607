"""Readings kept by the shape of their line: programs write the same line again and again, with other numbers in it.

A line's shape is its bytes with every digit made a 0. When one comes again, its line is read as any other, and its
slots are marked: the times in it, and the digits of the codes that were found. A later line of that shape, with the
same digits outside the slots, is not read: the kept reading holds, with the time and the codes of the new line put in.

That this is so is not taken for granted. A reading is kept when a trial line, with other times and codes in the slots,
reads as the kept reading foretells. Where a text that the catalogue knows stands in the line, what it tells depends on
the very code beside it: then only the times are slots.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any, Final

from zegoerr_gui.core.recognition.line_reading import Hit, LineReading, about
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.sdk_line import flat, sdk_objects
from zegoerr_gui.core.recognition.times import UNKNOWN, read_time

LONGEST: Final = 2048  # bytes of a line whose shape is looked at
_ZEROS: Final = bytes.maketrans(b"123456789", b"0" * 9)
_TIME: Final = re.compile(
    r"\b20\d\d[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,:]\d{3})?(?!\d)"
    r"|(?<![\d/-])\d\d-?\d\d \d\d:\d\d:\d\d[.,]\d{3}(?!\d)|(?<!\d)1[4-9]\d{11}(?!\d)"
)
_THOUSANDTHS: Final = {b"%03d" % number: number for number in range(1000)} | {b"": 0}
_OURS: Final = re.compile(r"1[01]\d{5}")  # codes that differ in nothing but what the catalogue says of them
_MOST_SEEN: Final = 20_000  # shapes that came once
_MOST_KEPT: Final = 2000  # readings
_MOST_OF_SHAPE: Final = 64  # readings with different digits outside the slots
_MOST_SECONDS: Final = 1000

_Span = tuple[int, int]


@dataclass(slots=True)
class _Kept:
    """A reading, and where in a line of its shape stands what changes."""

    reading: LineReading
    codes: list[tuple[int, int, Hit]]
    time: tuple[int, int, int] | None = None  # where it begins, where its milliseconds begin, where it ends
    alike: list[int] | None = None  # of each of several codes, which is the first that equals it
    reported: Hit | None = None  # the one whose code is the report's
    names: list[tuple[str, Hit]] = field(default_factory=list)  # room, stream or user that the digits of a code name


@dataclass(slots=True)
class _Shape:
    """The slots of a shape, and its readings by what stands between them."""

    times: list[_Span]
    codes: list[_Span]
    between: Any  # itemgetter of slices
    kept: dict[Any, _Kept | None] = field(default_factory=dict)


class LineShapes:
    """Reads lines of ASCII of one log, those like an earlier one by what is known of that."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        codes = {code: str(code) for code in recogniser.catalogue.codes}
        self._codes = {digits.encode(): code for code, digits in codes.items() if _OURS.fullmatch(digits)}
        self._seen: set[int] = set()
        self._shapes: dict[bytes, _Shape | None] = {}
        self._readings = 0
        self._seconds: dict[bytes, int] = {}

    def read(self, raw: bytes) -> LineReading | None:
        """What the line tells, good until the next call; None where it must be read by the recogniser itself."""
        shaped = raw.translate(_ZEROS)
        shape = self._shapes.get(shaped)
        if shape is None:
            return self._meet(raw, shaped)
        between = shape.between(raw)
        kept = shape.kept.get(between)
        if kept is None:
            return self._keep(raw, shape, between)
        return self._fill(kept, raw)

    def _meet(self, raw: bytes, shaped: bytes) -> LineReading | None:
        """Note a shape that is new; look for the slots of one that comes the second time."""
        if shaped in self._shapes:
            return None
        seen = hash(shaped)
        if seen not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen.add(seen)
            return None
        if self._readings >= _MOST_KEPT or len(self._shapes) >= _MOST_KEPT:
            self._shapes.clear()
            self._readings = 0
        text = raw.decode()
        self._shapes[shaped] = None
        if len(list(sdk_objects(text))) > 1:
            return None
        reading = self._recogniser.read(text, free=False)
        for times, codes in self._slots(text, reading):
            if kept := self._tried(raw, reading, times, codes):
                shape = self._shapes[shaped] = _Shape(times, codes, _between(len(raw), times + codes))
                shape.kept[shape.between(raw)] = kept
                self._readings += 1
                break
        return reading

    def _keep(self, raw: bytes, shape: _Shape, between: Any) -> LineReading | None:
        """Read a line of a known shape that has other digits outside the slots; keep its reading, too."""
        if between in shape.kept or len(shape.kept) >= _MOST_OF_SHAPE:
            return None  # it was tried and does not hold, or too much changes between the slots
        reading = self._recogniser.read(raw.decode(), free=False)
        shape.kept[between] = self._tried(raw, reading, shape.times, shape.codes)
        self._readings += 1
        return reading

    def _slots(self, text: str, reading: LineReading) -> Iterator[tuple[list[_Span], list[_Span]]]:
        """The spans of times and codes that may be slots; then those of the times alone."""
        times = [found.span() for found in _TIME.finditer(text)]
        codes = [(hit.start, hit.end) for hit in reading.hits if text[hit.start : hit.end].encode() in self._codes]
        if codes and not self._recogniser.texts.knows_part_of(flat(text)):
            yield times, codes
        yield times, []

    def _tried(self, raw: bytes, reading: LineReading, times: list[_Span], codes: list[_Span]) -> _Kept | None:
        """The reading to keep, if it foretells that of another line; its time is in the first span that does so."""
        if not set(codes) <= {(hit.start, hit.end) for hit in reading.hits} or any(
            raw[start:end] not in self._codes for start, end in codes
        ):
            return None
        trial = self._trial(raw, times, codes)
        read = replace(self._recogniser.read(trial.decode(), free=False), line=None)
        candidates: list[_Span | None] = [*times] or [None]
        for time in candidates:
            kept = _kept(reading, time, codes, raw)
            filled = self._fill(kept, trial)
            if filled is not None and replace(filled, line=None, known=False, renamed=False) == read:
                return kept
        return None

    def _trial(self, raw: bytes, times: list[_Span], codes: list[_Span]) -> bytes:
        """A line with other times, each changed in its own way, and other codes in the slots."""
        trial = bytearray(raw)
        for step, (_, end) in enumerate(times, 1):
            trial[end - 1] = (trial[end - 1] - ord("0") + step) % 10 + ord("0")
        others = list(self._codes)
        for start, end in codes:
            place = others.index(raw[start:end])
            trial[start:end] = others[(place + len(others) // 2) % len(others)]
        return bytes(trial)

    def _fill(self, kept: _Kept, raw: bytes) -> LineReading | None:
        """The kept reading with what stands in the slots of this line; None where that is no time, or no code."""
        reading = kept.reading
        if kept.time:
            start, thousandths, end = kept.time
            written = raw[start:thousandths]
            second = self._seconds.get(written)
            if second is None:
                second = self._second(written, end - thousandths)
            if second == UNKNOWN:
                return None
            reading.moment = second + _THOUSANDTHS[raw[thousandths:end]]
        for start, end, hit in kept.codes:
            code = self._codes.get(raw[start:end])
            if code is None:
                return None
            hit.code = code
        if kept.alike is not None:
            codes = [hit.code for _, _, hit in kept.codes]
            if list(map(codes.index, codes)) != kept.alike:
                return None
        if kept.names:
            self._fill_names(kept)
        if kept.reported and reading.report:
            reading.report.code = kept.reported.code
        return reading

    def _fill_names(self, kept: _Kept) -> None:
        reading = kept.reading
        for name, hit in kept.names:
            setattr(reading, name, str(hit.code))
        if report := reading.report:
            report.room = report.room and reading.room
            report.stream = report.stream and reading.stream
            reading.about = about(report, reading)

    def _second(self, written: bytes, digits: int) -> int:
        """The moment at which a second begins, its milliseconds cut off, told by its minute where that is kept."""
        if len(self._seconds) >= _MOST_SECONDS:
            self._seconds.clear()
        minute, second = written[:-3] + b"00" + written[-1:], written[-3:-1]
        if digits and second < b"60" and self._seconds.get(minute, UNKNOWN) != UNKNOWN:
            moment = self._seconds[minute] + 1000 * int(second)
        else:
            moment = read_time(written.decode() + "0" * digits)
        self._seconds[written] = moment
        return moment


def _kept(reading: LineReading, time: _Span | None, codes: list[_Span], raw: bytes) -> _Kept:
    """A reading of its own with its slots, as ``time`` and ``codes`` have them."""
    report = replace(reading.report) if reading.report else None
    own = replace(reading, hits=[replace(hit) for hit in reading.hits], report=report)
    of_span = {(hit.start, hit.end): hit for hit in own.hits}
    of_code = {hit.code: hit for hit in reversed([of_span[span] for span in codes])}
    of_digits = {str(code): hit for code, hit in of_code.items()}
    named = [(name, getattr(own, name)) for name in ("room", "stream", "user")]
    spoken = [of_span[span].code for span in codes]
    kept = _Kept(
        own,
        [(*span, of_span[span]) for span in codes],
        alike=list(map(spoken.index, spoken)) if len(spoken) > 1 else None,
        reported=of_code.get(report.code) if report and report.code else None,
        names=[(name, of_digits[value]) for name, value in named if value in of_digits],
    )
    if time:
        has_fraction = raw[time[1] - 4] in b".,:"
        kept.time = time[0], time[1] - 3 if has_fraction else time[1], time[1]
    own.known, own.renamed = True, bool(kept.names)
    return kept


def _between(length: int, slots: list[_Span]) -> Any:
    """Takes from a line what stands outside the slots."""
    ends = [0, *(end for _, end in sorted(slots))]
    begins = [*(start for start, _ in sorted(slots)), length]
    return itemgetter(*(slice(end, begin) for end, begin in zip(ends, begins, strict=True)))
