"""One line laid out for reading: escapes undone at every level, JSON indented, its marks found again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.visible import decode, visible
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.models.line_view import Mark

LONGEST: Final = 64 * 1024  # bytes laid out; of a longer line as much around its mark is shown as it stands
_DEEPEST: Final = 20
_DECODER: Final = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The text laid out, and its marks in code points of it, in order."""

    text: str
    marks: tuple[Mark, ...]


def unfold_line(lines: LogLines, results: Results, line: int, around: Occurrence | None) -> Unfolded:
    """Lay out a line; of a very long one what stands around an occurrence, or its beginning."""
    start, end = lines.span(line)
    begin = start
    if end - start > LONGEST and around is not None:
        begin = max(start, min(around.start - LONGEST // 2, end - LONGEST))
    raw = lines.source.read(begin, min(LONGEST, end - begin)).rstrip(b"\r")
    text = decode(raw)
    laid_out = lay_out(text) if end - start <= LONGEST else text
    shown = "\n".join(visible(part) for part in laid_out.split("\n"))
    marks: list[Mark] = []
    for occurrence in results.occurrences.in_line(line):
        evidence = results.evidence(occurrence)
        if evidence == Evidence.UNLIKELY or occurrence.start < begin or occurrence.end > begin + len(raw):
            continue
        words = decode(raw[occurrence.start - begin : occurrence.end - begin])
        place = _nth(shown, words, decode(raw[: occurrence.start - begin]).count(words))
        if place >= 0 and (not marks or place >= marks[-1].end):
            marks.append(Mark(place, place + len(words), occurrence.code, evidence))
    return Unfolded(shown, tuple(marks))


def lay_out(text: str) -> str:
    """JSON anywhere in a text with one value a line, and JSON inside its strings likewise; the rest as it stands."""
    return "".join(_parts(text, 0, 0)).rstrip()


def _nth(text: str, words: str, count: int) -> int:
    """Where ``words`` begins after ``count`` others; laying out keeps their order. -1 where it is not found."""
    place = -1
    for _ in range(count + 1):
        place = text.find(words, place + 1)
        if place < 0:
            break
    return place


def _parts(text: str, indent: int, depth: int) -> Iterator[str]:
    """A text with the JSON in it laid out."""
    at = 0
    while depth < _DEEPEST and (begin := _first_bracket(text, at)) >= 0:
        try:
            value, end = _DECODER.raw_decode(text, begin)
        except (ValueError, RecursionError):
            yield text[at : begin + 1]
            at = begin + 1
            continue
        yield text[at:begin]
        yield from _value(value, indent, depth + 1)
        at = end
    yield text[at:]


def _first_bracket(text: str, at: int) -> int:
    places = [place for bracket in "{[" if (place := text.find(bracket, at)) >= 0]
    return min(places, default=-1)


def _value(value: Any, indent: int, depth: int) -> Iterator[str]:
    if isinstance(value, dict) and value:
        inner = ((f"{json.dumps(str(key), ensure_ascii=False)}: ", item) for key, item in value.items())
        yield from _block("{", "}", inner, indent, depth)
    elif isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        yield from _block("[", "]", (("", item) for item in value), indent, depth)
    elif isinstance(value, str) and _holds_json(value):
        yield from _parts(value, indent, depth)
    else:
        yield json.dumps(value, ensure_ascii=False)


def _block(begin: str, end: str, items: Iterator[tuple[str, Any]], indent: int, depth: int) -> Iterator[str]:
    inner = "\n" + "  " * (indent + 1)
    yield begin
    comma = ""
    for key, item in items:
        yield comma + inner + key
        yield from _value(item, indent + 1, depth) if depth < _DEEPEST else iter([json.dumps(item)])
        comma = ","
    yield "\n" + "  " * indent + end


def _holds_json(text: str) -> bool:
    begin = _first_bracket(text, 0)
    if begin < 0:
        return False
    try:
        value, _ = _DECODER.raw_decode(text, begin)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, (dict, list))
