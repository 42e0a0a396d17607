"""One line of a log as the table shows it: what the SDK says in columns, the marks in the text, a bounded length."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.log.find import Seeker
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.visible import decode, visible
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.sdk_line import SdkLine, flat, read_sdk_line
from zegoerr_gui.core.recognition.times import clock, read_time

Span = tuple[int, int]
LONGEST: Final = 400  # characters shown in a row
_HEAD: Final = 8 * 1024  # bytes read of a line
_MOST_REASONS: Final = 20  # marks of a line for which they are told
_LEAD: Final = 120  # characters kept in front of a first mark that lies beyond
LEVELS: Final = {0: "debug", 1: "info", 2: "warn", 3: "error"}
_PLAIN_LEVEL: Final = re.compile(r"^\s*\[?(error|warn|info|debug)(?:ing)?\b\]?", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """A code in the text of a row, from ``start`` to ``end`` in code points."""

    start: int
    end: int
    code: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LineView:
    """What a row shows. ``more`` counts the marks that the text does not reach.

    ``reasons`` holds why each code of the line was found, once each, those out of reach included. ``hits`` are the
    places in the text, in code points, of what the agent seeks; ``hit_elsewhere`` tells that it stands only in a part
    of the line that is not shown.
    """

    time: str
    level: str
    action: str
    text: str
    marks: tuple[Mark, ...]
    more: int
    reasons: tuple[tuple[int, str], ...] = ()
    hits: tuple[Span, ...] = ()
    hit_elsewhere: bool = False


def view_line(
    lines: LogLines, results: Results, line: int, seeker: Seeker | None = None, columns: bool = True
) -> LineView:
    """Read one line for display: its head, or what stands around the first hit of the seeker, or its first mark.

    Without ``columns`` a line of the SDK is shown as it stands in the log.
    """
    start, end = lines.span(line)
    shown = [
        (occurrence, evidence)
        for occurrence in results.occurrences.in_line(line)
        if (evidence := results.evidence(occurrence)) > Evidence.UNLIKELY
    ]
    begin = start
    if shown and shown[0][0].end - start > _HEAD:
        begin = shown[0][0].start - _LEAD * 4
    raw = lines.source.read(begin, min(_HEAD, end - begin)).rstrip(b"\r")
    part = _Part(raw, begin, cut_front=begin > start, cut_back=begin + _HEAD < end)
    return _view(part, shown, seeker, columns)


@dataclass(frozen=True, slots=True)
class _Part:
    """The bytes read of a line, where they begin in the source, and whether the line goes on to either side."""

    raw: bytes
    begin: int
    cut_front: bool
    cut_back: bool


def _view(part: _Part, shown: Sequence[tuple[Occurrence, Evidence]], seeker: Seeker | None, columns: bool) -> LineView:
    text = whole = decode(part.raw)
    marks = [_placed(part.raw, occurrence, evidence, part.begin) for occurrence, evidence in shown]
    flattened = flat(text)
    line = None if part.cut_front else read_sdk_line(text)
    cut_back = part.cut_back
    if line is not None and columns:
        marks = [_flattened(mark, text, line) for mark in marks if mark]
        text, cut_back = line.content, False
    hits = seeker.spans(text) if seeker else []
    text, inside, hits = _cut(text, [mark for mark in marks if mark], hits, part.cut_front, cut_back)
    return LineView(
        time=_time(flattened, line),
        level=LEVELS.get(line.level, "") if line else _plain_level(flattened),
        action=line.action if line else "",
        text=visible(text),
        marks=tuple(inside),
        more=len(shown) - len(inside),
        reasons=tuple(dict.fromkeys((one.code, one.reason) for one, _ in shown[:_MOST_REASONS])),
        hits=tuple(hits),
        hit_elsewhere=seeker is not None and not hits and bool(seeker.spans(whole)),
    )


def _placed(raw: bytes, occurrence: Occurrence, evidence: Evidence, begin: int) -> Mark | None:
    """An occurrence in code points of the text read; None where it lies outside."""
    start, end = occurrence.start - begin, occurrence.end - begin
    if start < 0 or end > len(raw):
        return None
    if raw.isascii():
        return Mark(start, end, occurrence.code, evidence)
    return Mark(len(decode(raw[:start])), len(decode(raw[:end])), occurrence.code, evidence)


def _flattened(mark: Mark, text: str, line: SdkLine) -> Mark | None:
    """The mark in the content without escapes; None where it stands outside the content."""
    if mark.start < line.start or mark.end > line.end:
        return None
    start, end = (len(flat(text[line.start : place])) for place in (mark.start, mark.end))
    return Mark(start, end, mark.code, mark.evidence)


def _cut(
    text: str, marks: list[Mark], hits: list[Span], cut_front: bool, cut_back: bool
) -> tuple[str, list[Mark], list[Span]]:
    """At most LONGEST characters, the first hit among them, or the first mark where there is none."""
    begin = 0
    first = hits[0] if hits else (marks[0].start, marks[0].end) if marks else (0, 0)
    if first[1] > LONGEST - 8:
        begin = max(0, first[0] - _LEAD)
    lead = "… " if begin or cut_front else ""
    room = LONGEST - len(lead)
    shown = text[begin : begin + room]
    if begin + room < len(text) or cut_back:
        room -= 2
        shown = shown[:room] + " …"
    moved = len(lead) - begin
    inside: list[Mark] = []
    for mark in marks:
        after_last = not inside or mark.start + moved >= inside[-1].end
        if mark.start >= begin and mark.end - begin <= room and after_last:
            inside.append(Mark(mark.start + moved, mark.end + moved, mark.code, mark.evidence))
    seen = [(start + moved, min(end - begin, room) + len(lead)) for start, end in hits if begin <= start < begin + room]
    return lead + shown, inside, seen


def _time(flattened: str, line: SdkLine | None) -> str:
    return clock(read_time(line.time if line and line.time else flattened[:80]))


def _plain_level(flattened: str) -> str:
    found = _PLAIN_LEVEL.match(flattened)
    return found[1].lower() if found else ""
