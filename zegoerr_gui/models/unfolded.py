"""One line laid out for reading: escapes undone at every level, JSON indented, its marks found again."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.visible import decode, visible
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.models.line_view import Mark

LONGEST: Final = 64 * 1024  # bytes laid out; of a longer line as much around its mark is shown as it stands
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
    starts: list[int] = []
    for occurrence in results.occurrences.in_line(line):
        evidence = results.evidence(occurrence)
        if evidence == Evidence.UNLIKELY or occurrence.start < begin or occurrence.end > begin + len(raw):
            continue
        words = decode(raw[occurrence.start - begin : occurrence.end - begin])
        place = _nth(shown, words, decode(raw[: occurrence.start - begin]).count(words))
        if place >= 0 and (not marks or place >= marks[-1].end):
            marks.append(Mark(place, place + len(words), occurrence.code, evidence))
            starts.append(occurrence.start)
    return Unfolded(shown, tuple(marks), tuple(starts))


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
    """A text with the JSON in it laid out; ``depth`` counts strings inside strings."""
    at = 0
    for begin, end in _regions(text) if depth < _DEEPEST else ():
        if not _is_json(text[begin:end]):
            continue
        yield text[at:begin]
        yield from _region(text[begin:end], indent, depth)
        at = end
    yield text[at:]


def _regions(text: str) -> list[tuple[int, int]]:
    """Where balanced brackets begin and end, the outermost only; one pass, whatever the text holds."""
    found: list[tuple[int, int]] = []
    open_: list[int] = []
    at = _next_bracket(text, 0)
    while at < len(text):
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


def _region(text: str, indent: int, depth: int) -> Iterator[str]:
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


def _string(literal: str, indent: int, depth: int) -> Iterator[str]:
    """A string as it stands, unless JSON is inside it: then what it says, laid out and without its quotes."""
    if "{" in literal or "[" in literal:
        try:
            inside = json.loads(literal, strict=False)
        except ValueError:
            inside = ""
        if any(_is_json(inside[begin:end]) for begin, end in _regions(inside)):
            yield from _parts(inside, indent, depth + 1)
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
