"""The value behind a key, in whatever notation."""

import re
from dataclasses import dataclass
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.found import LONGEST, Spans, Text
from zegoerr_gui.core.answer.redaction.kinds import LABEL
from zegoerr_gui.core.answer.redaction.languages import IS

QUOTE: Final = r"(?:\\{0,15}[\"'`]|%(?:25){0,3}2[27]|&(?:quot|#3[49]);|\\{1,15}u002[27])"
_FIRM: Final = (
    rf"(?:\d{{0,2}}{QUOTE}?\]?(?:\[\d{{0,3}}\])?\s{{0,4}}"
    r"(?:(?::\s{0,2}|\s)?(?:string|str|nsstring\s?\*|\[u?int8\]|uint8array|bytearray)\??\s{0,4}:?=|=>|:=|={1,3}(?:3d(?=04aaaa|eyj))?|[:：＝]"
    r"|%(?:25){0,3}3[ad]|\\{1,15}u003[ad])"
    rf"|{QUOTE}\s{{0,8}},\s{{0,8}}{QUOTE}value{QUOTE}\s{{0,4}}:|{QUOTE}\s{{1,8}}(?:value|content)\s?=)"
)
_SEPARATOR: Final = re.compile(
    rf"(?P<firm>{_FIRM})\s{{0,8}}"
    r"|(?P<xml>>)"
    rf"|(?P<prose>\s{{1,3}}(?:{IS})\s?:?\s{{1,3}}|\s?[是为為は는]\s?[:：]?\s?)"
    r"|(?P<beside>[ \t]{1,3}(?:[–—-][ \t]{1,2})?(?=[^\s,(|]))"
    rf"|(?P<loose>{QUOTE}?\s{{0,4}}[,(|]\s{{0,4}}|\s{{1,4}})"
)
_OPENED: Final = re.compile(r"<([a-z][\w:.-]{0,60})$")  # an element whose name ends with the key
_CLOSED: Final = re.compile(r"<\\{0,15}/([\w:.-]{1,61})")
_TIGHT: Final = re.compile(r"[\"'\\0-9]*(?:=|:=|%(?:25){0,3}3d|\\{1,15}u003d)(?:3d)?")
_POSITION: Final = re.compile(r"(?<=[^:])(?::\d{1,7}){2}$")  # a line and a column behind an address
_OPENING: Final = re.compile(rf"(?:[@$bruf]{{0,2}})(?P<quote>{QUOTE})")
_BARE: Final = re.compile(
    r"(?:[^\s\"'`<>,;&|(){}\[\]\\%，。；）】」]|%(?!(?:25){0,3}(?:2[267c]|7d|5d|3c|0a|0d|20))|\\{1,15}/)"
    r"+"
)
_BYTES: Final = re.compile(
    r"(?:new\s)?[a-z0-9\[\]]{0,16}\s?[\[{(]{1,2}\s{0,40}((?:\(byte\)\s?)?0x[0-9a-f]{2}(?:\s{0,40},\s{0,40}(?:\(byte\)\s?)?0x[0-9a-f]{2}){15,63})"
)
JUDGED: Final = 256  # characters of a value without quotes: so much tells what it is


@dataclass(frozen=True, slots=True)
class Value:
    """A value with what stands round it. ``style`` says what joins it to its key: firm, xml, prose, beside or loose."""

    start: int
    end: int
    text: str  # in small letters
    style: str
    quoted: bool
    tight: bool  # an equals sign without blanks before it
    next_line: bool
    ends_line: bool  # nothing follows on its line
    following: str  # the character behind it


def read_value(text: Text, at: int) -> Value | None:
    """The value that belongs to the key that ends at ``at``, or None."""
    joint = _SEPARATOR.match(text.folded, at)
    if joint is None:
        return None
    start = joint.end()
    style = joint.lastgroup or ""
    if style == "xml":
        return _content(text, at, joint)
    if array := _BYTES.match(text.folded, start):
        return _value(text, *array.span(1), joint, quoted=True)
    if opening := _OPENING.match(text.folded, start):
        close = closing(text.folded, opening.end(), opening["quote"])
        if close is not None:
            return _value(text, opening.end(), close, joint, quoted=True)
        start = opening.end()
    bare = _BARE.match(text.folded, start, start + JUDGED)
    if bare is None or LABEL.match(text.folded, bare.end()):  # the rest of it is masked already
        return None
    end = bare.end()
    if not joint[0].endswith("="):
        end -= len(bare[0]) - len(bare[0].rstrip(".:!?"))
    if position := _POSITION.search(text.folded[start:end]):
        end = start + position.start()
    return _value(text, start, end, joint, quoted=False)


def _content(text: Text, at: int, joint: Match[str]) -> Value | None:
    """What an element holds whose name ends with the key that ends at ``at``."""
    end = text.folded.find("<", joint.end(), joint.end() + LONGEST)
    opened = _OPENED.search(text.folded[max(0, at - 64) : at])
    closed = _CLOSED.match(text.folded, end) if end > joint.end() else None
    if opened is None or closed is None or opened[1] != closed[1]:
        return None
    return _value(text, joint.end(), end, joint, quoted=True)


def whole_end(text: Text, value: Value) -> int:
    """Where a value ends, also one of which only the beginning was judged."""
    if value.quoted or value.end - value.start < JUDGED - 2:
        return value.end
    bare = _BARE.match(text.folded, value.start, value.start + LONGEST)
    return max(value.end, bare.end() if bare else 0)


def closing(folded: str, start: int, quote: str) -> int | None:
    """Where a quoted text ends that was opened by ``quote``; None where its line has no such end."""
    sign, level = quote[-1], len(quote) - 1
    limit = start + LONGEST
    line_end = folded.find("\n", start, limit)
    limit = line_end if line_end >= 0 else min(limit, len(folded))
    if not quote.endswith(("'", '"', "`")):
        end = folded.find(quote, start, limit)
        return end if end >= 0 else None
    end = folded.find(sign, start, limit)
    while end >= 0:
        first = end
        while first > start and folded[first - 1] == "\\":
            first -= 1
        if end - first <= level:
            return first
        end = folded.find(sign, end + 1, limit)
    return None


def _value(text: Text, start: int, end: int, joint: Match[str], quoted: bool) -> Value:
    line_end = text.folded.find("\n", end, end + 80)
    rest = text.folded[end : line_end if line_end >= 0 else end + 80]
    return Value(
        start,
        end,
        text.folded[start:end],
        joint.lastgroup or "",
        quoted,
        tight=_TIGHT.fullmatch(joint[0]) is not None,
        next_line="\n" in joint[0],
        ends_line=not rest.strip(),
        following=text.folded[end : end + 1],
    )


def lines_of(text: Text, start: int, end: int) -> Spans:
    """The span line by line, without the blanks at their beginnings and ends: lines stay lines."""
    spans = []
    while start < end:
        line_end = text.raw.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        part = text.raw[start:line_end]
        if part.strip():
            begin = start + len(part) - len(part.lstrip())
            spans.append((begin, begin + len(part.strip())))
        start = line_end + 1
    return tuple(spans)
