"""One line laid out for reading: escapes undone at every level, JSON indented, its marks found again."""

import itertools
import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.visible import decode, visible, visible_lines
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.stepwise import finish
from zegoerr_gui.models.line_view import Mark

LONGEST: Final = 1024 * 1024  # bytes laid out; of a longer line as much around its mark is shown as it stands
_PAUSE: Final = 500  # tokens looked at, or pieces made, in a millisecond
_DEEPEST: Final = 20  # strings of JSON inside strings of JSON
_WIDEST: Final = 40  # levels of indentation
_TOKEN: Final = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+)', re.DOTALL)
_BRACKET: Final = re.compile(r"[{\[]")
_CLOSING: Final = re.compile(r"\s*([}\]])")
_IS_KEY: Final = re.compile(r"\s*:")
_PLAIN_LIST: Final = re.compile(r'\[(?:[^\[\]{}"]|"(?:[^"\\\[{]|\\.)*")*\]')
_CLOSES: Final = {"}": "{", "]": "["}


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The text laid out; its marks in code points of it, in order; where in the log each stands, in bytes."""

    text: str
    marks: tuple[Mark, ...] = ()
    starts: tuple[int, ...] = ()

    def mark_at(self, start: int) -> Mark | None:
        """The mark of the occurrence that begins at a byte of the log."""
        return self.marks[self.starts.index(start)] if start in self.starts else None


def unfold_line(lines: LogLines, results: Results, line: int, around: Occurrence | None) -> Unfolded:
    """Lay out a line at once, for callers with nothing else to do meanwhile; see ``unfolding``."""
    return finish(unfolding(lines, results, line, around))


def as_it_stands(lines: LogLines, line: int, count: int) -> Unfolded:
    """The first bytes of a line, without laying them out."""
    return Unfolded(visible(decode(lines.head(line, count))) + " …")


def unfolding(
    lines: LogLines, results: Results, line: int, around: Occurrence | None
) -> Generator[float, None, Unfolded]:
    """Lay out a line; of a very long one what stands around an occurrence, or its beginning.

    Yields the share done, 0 to 1, after about a millisecond of work each. Raises UnreadableLogError.
    """
    start, end = lines.span(line)
    begin = start
    if end - start > LONGEST and around is not None:
        begin = max(start, min(around.start - LONGEST // 2, end - LONGEST))
    raw = lines.source.read(begin, min(LONGEST, end - begin)).rstrip(b"\r")
    pieces: list[str] = []
    if end - start <= LONGEST:
        for number, piece in enumerate(layout_parts(decode(raw), 0, 0)):
            pieces.append(piece)
            if not number % _PAUSE:
                yield 0.5
    text = "".join(pieces).rstrip() if pieces else decode(raw)
    shown = visible_lines(text)
    yield 0.8
    places = _Places(raw, shown)
    marks: list[Mark] = []
    starts: list[int] = []
    for number, occurrence in enumerate(results.occurrences.in_line(line)):
        evidence = results.evidence(occurrence)
        if evidence == Evidence.UNLIKELY or occurrence.start < begin or occurrence.end > begin + len(raw):
            continue
        place, length = places.of(occurrence.start - begin, occurrence.end - begin)
        if place >= 0 and (not marks or place >= marks[-1].end):
            marks.append(Mark(place, place + length, occurrence.code, evidence))
            starts.append(occurrence.start)
        if not number % _PAUSE:
            yield 0.9
    return Unfolded(shown, tuple(marks), tuple(starts))


class _Places:
    """Finds words of a line again in the line laid out, where they stand in the same order. One pass for each word."""

    def __init__(self, raw: bytes, shown: str) -> None:
        self._raw = raw
        self._shown = shown
        self._reached: dict[bytes, tuple[int, int]] = {}  # up to where either text has been gone through

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Where, in code points of the text shown, stand the bytes of the line, and their length; -1 for nowhere.

        Asked for in the order of the line.
        """
        needle = self._raw[start:end]
        words = decode(needle)
        at, place = self._reached.get(needle, (0, -1))
        for _ in range(self._raw.count(needle, at, start) + 1):
            place = self._shown.find(words, place + 1)
            if place < 0:
                place = len(self._shown)
                break
        self._reached[needle] = end, place
        return (place if place < len(self._shown) else -1), len(words)


def layout_parts(text: str, indent: int, depth: int) -> Generator[str, None, None]:
    """A text with the JSON in it laid out; ``depth`` counts strings inside strings. Empty parts are pauses."""
    at = 0
    regions = (yield from _regions(text)) if depth < _DEEPEST else []
    for begin, end in regions:
        if not _is_json(text[begin:end]):
            continue
        yield text[at:begin]
        yield from _region(text[begin:end], indent, depth)
        at = end
    yield text[at:]


def _regions(text: str) -> Generator[str, None, list[tuple[int, int]]]:
    """Where balanced brackets begin and end, the outermost only; one pass, whatever the text holds."""
    found: list[tuple[int, int]] = []
    open_: list[int] = []
    at = _next_bracket(text, 0)
    for count in itertools.count():
        if at >= len(text):
            break
        if count % _PAUSE == _PAUSE - 1:
            yield ""
        token = _TOKEN.match(text, at)
        char = token[1][0] if token else ""
        if token is None or (char in _CLOSES and (not open_ or _CLOSES[char] != text[open_[-1]])):
            open_.clear()  # not JSON after all, but for what is already closed
            at = _next_bracket(text, at + 1)
            continue
        at = token.end()
        if char in "{[":
            open_.append(token.start(1))
        elif char in _CLOSES:
            begin = open_.pop()
            while found and found[-1][0] > begin:
                found.pop()
            found.append((begin, at))
            if not open_:
                at = _next_bracket(text, at)
    return found


def _next_bracket(text: str, at: int) -> int:
    found = _BRACKET.search(text, at)
    return found.start() if found else len(text)


def _region(text: str, indent: int, depth: int) -> Generator[str, None, None]:
    """One JSON value, a line a member; lists of plain values stay on one line."""
    level, at = indent, 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        assert token is not None
        word = token[1]
        at = token.end()
        if word in ("{", "["):
            plain = _PLAIN_LIST.match(text, token.start(1))
            if plain is not None:
                yield from _plain_list(plain[0])
                at = plain.end()
            elif (close := _CLOSING.match(text, at)) is not None:
                yield word + close[1]
                at = close.end()
            else:
                level += 1
                yield word + _line(level)
        elif word in ("}", "]"):
            level -= 1
            yield _line(level) + word
        elif word == ",":
            yield "," + _line(level)
        elif word == ":":
            yield ": "
        elif word.startswith('"'):
            yield from iter([_shown(word)]) if _IS_KEY.match(text, at) else _string(word, level, depth)
        else:
            yield word


def _string(literal: str, indent: int, depth: int) -> Generator[str, None, None]:
    """A string as it stands, unless JSON is inside it: then what it says, laid out and without its quotes."""
    if "{" in literal or "[" in literal:
        try:
            inside = json.loads(literal, strict=False)
        except ValueError:
            inside = ""
        regions = yield from _regions(inside)
        if any(_is_json(inside[begin:end]) for begin, end in regions):
            yield from layout_parts(inside, indent, depth + 1)
            return
    yield _shown(literal)


def _plain_list(text: str) -> Iterator[str]:
    for token in _TOKEN.finditer(text):
        word = token[1]
        yield ", " if word == "," else _shown(word) if word.startswith('"') else word


def _is_json(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except RecursionError:  # deeper than Python's own reader goes, and balanced
        return True
    except ValueError:
        return False
    return True


def _shown(literal: str) -> str:
    """A string with the characters that its escapes stand for, where they can be shown."""
    return json.dumps(json.loads(literal, strict=False), ensure_ascii=False) if "\\" in literal else literal


def _line(level: int) -> str:
    return "\n" + "  " * min(level, _WIDEST)
