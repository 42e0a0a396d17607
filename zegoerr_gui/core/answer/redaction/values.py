"""The value behind a key, in whatever notation, and whether it can be a secret at all."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.found import LONGEST, Read, Spans, Text
from zegoerr_gui.core.answer.redaction.kinds import LABEL

QUOTE: Final = r"(?:\\{0,15}[\"'`]|%(?:25){0,3}2[27]|&(?:quot|#3[49]);|\\{1,15}u002[27])"
_FIRM: Final = (
    rf"(?:\d{{0,2}}{QUOTE}?\]?(?:\[\d{{0,3}}\])?\s{{0,4}}"
    r"(?:(?::\s{0,2}|\s)?(?:string|str|nsstring\s?\*)\??\s{0,4}:?=|=>|:=|={1,3}|[:：＝]|%(?:25){0,3}3[ad])"
    rf"|{QUOTE}\s{{0,8}},\s{{0,8}}{QUOTE}value{QUOTE}\s{{0,4}}:|{QUOTE}\s{{1,8}}value\s?=)"
)
_SEPARATOR: Final = re.compile(
    rf"(?P<firm>{_FIRM})\s{{0,8}}"
    r"|(?P<xml>>)"
    r"|(?P<prose>\s{1,3}(?:is|are|was)\s?:?\s{1,3}|\s?[是为]\s?[:：]?\s?)"
    rf"|(?P<loose>{QUOTE}?\s{{0,4}}[,(|]\s{{0,4}}|\s{{1,4}})"
)
_OPENING: Final = re.compile(rf"(?:[@$bruf]{{0,2}})(?P<quote>{QUOTE})")
_BARE: Final = re.compile(
    r"(?:[^\s\"'`<>,;&|(){}\[\]\\%，。；）】」]|%(?!(?:25){0,3}(?:2[267c]|7d|5d|3c|0a|0d|20))|\\{1,15}/)"
    r"+"
)
_BYTES: Final = re.compile(
    r"[\[{(]\s{0,40}((?:\(byte\)\s?)?0x[0-9a-f]{2}(?:\s{0,40},\s{0,40}(?:\(byte\)\s?)?0x[0-9a-f]{2}){15,63})"
)
_HARMLESS_WORD: Final = re.compile(
    r"(?:true|false|null|none|nil|undefined|nan|yes|no|ok|on|off|string|str|text|varchar|char|bool(?:ean)?|int(?:eger)?"
    r"|number|any|unknown|void|object|required|optional|expired?|invalid|valid|missing|empty|wrong|error|errors|failed"
    r"|failure|fail|denied|success|incorrect|mismatch|hidden|redacted|masked|removed|token|password|secret|test|n/a"
    r"|bearer|basic|blocked|illegal|not|is|are|was|has|and|or|for|in|the|a|an|of|to|on|with|from|must|should)"
)
_PLACEHOLDER: Final = re.compile(
    r"(?:[*•·●x.…_#?-]+|<[^<>]*>|\{\{.*|\$\{.*|\$\(.*|%\w+%|%[sd@]|\{\w*\}|\[object .*"
    r"|\[?(?:redacted|masked|hidden|removed)\]?"
    r"|(?:your|insert|enter|put|paste|replace|example)[ _-].*|my[ _-](?:token|secret|password|app_?sign))"
)
_NAME: Final = re.compile(r"[a-z_.$]*(?:tokens?|secret|sign|password|passwd|pwd|key|auth|authorization|id)")
_MEMBER: Final = re.compile(r"[a-z_$][\w$]*(?:\??\.[a-z_$][\w$]*)+|\(|await$|new$|async$|function$|process\.env.*")
_CODE: Final = re.compile(r"1[01]\d{5}")
_PHRASE: Final = re.compile(
    r"\b(?:password|required|must|enter|please|invalid|incorrect|wrong|least|forgot(?:ten)?|characters?|is|are|not|your)\b"
)
_JUDGED: Final = 256  # characters of a value without quotes: so much tells what it is
_STRONG: Final = re.compile(r"[\w+/=.~%$!*-]{16,}")


@dataclass(frozen=True, slots=True)
class Value:
    """A value with what stands round it. ``style`` says what joins it to its key: firm, xml, prose or loose."""

    start: int
    end: int
    text: str  # in small letters
    style: str
    quoted: bool
    tight: bool  # an equals sign without blanks before it
    next_line: bool
    ends_line: bool  # nothing follows on its line
    following: str  # the character behind it


Fits = Callable[[Value], bool]


def keyed(fits: Fits) -> Read:
    """A reader for rules whose pattern is a key: its value, where that fits."""

    def read(text: Text, match: Match[str]) -> Spans:
        value = read_value(text, match.end())
        if value is None or value.end == value.start or tells_nothing(value) or not fits(value):
            return ()
        return lines_of(text, value.start, whole_end(text, value))

    return read


def read_value(text: Text, at: int) -> Value | None:
    """The value that belongs to the key that ends at ``at``, or None."""
    joint = _SEPARATOR.match(text.folded, at)
    if joint is None:
        return None
    start = joint.end()
    style = joint.lastgroup or ""
    if style == "xml":
        end = text.folded.find("<", start, start + LONGEST)
        return _value(text, start, end, joint, quoted=True) if end > start else None
    if array := _BYTES.match(text.folded, start):
        return _value(text, *array.span(1), joint, quoted=True)
    if opening := _OPENING.match(text.folded, start):
        close = closing(text.folded, opening.end(), opening["quote"])
        if close is not None:
            return _value(text, opening.end(), close, joint, quoted=True)
        start = opening.end()
    bare = _BARE.match(text.folded, start, start + _JUDGED)
    if bare is None:
        return None
    end = bare.end()
    if not joint[0].endswith("="):
        end -= len(bare[0]) - len(bare[0].rstrip(".:!?"))
    return _value(text, start, end, joint, quoted=False)


def whole_end(text: Text, value: Value) -> int:
    """Where a value ends, also one of which only the beginning was judged."""
    if value.quoted or value.end - value.start < _JUDGED - 2:
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
        tight=joint[0].lstrip("\"'\\0123456789") in ("=", ":="),
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


# What fits which key


def tells_nothing(value: Value) -> bool:
    """Whether a value is a word of the language, a placeholder, code, or masked already."""
    text = value.text.strip()
    if LABEL.search(text):
        return True
    if len(text) >= _JUDGED:
        return False
    if _HARMLESS_WORD.fullmatch(text) or _PLACEHOLDER.fullmatch(text) or _CODE.fullmatch(text):
        return True
    if value.quoted:
        return not text
    return value.following == "(" or (_MEMBER.match(text) or _NAME.fullmatch(text)) is not None


def strong(text: str) -> bool:
    """Whether a text without blanks looks like a secret wherever it stands: long, with letters and digits."""
    return _STRONG.fullmatch(text) is not None and _mixed(text)


def _mixed(text: str) -> bool:
    return any(char.isdigit() for char in text) and any(char.isalpha() for char in text)


def fits_token(value: Value) -> bool:
    """A token or a secret: any text in quotes, otherwise what does not look like a word."""
    if value.style == "loose" or (value.next_line and not value.quoted):
        return strong(value.text) and value.following not in ("=", ":")
    if value.quoted:
        return " " not in value.text.strip() or value.text.startswith("0x") or strong(value.text.split()[-1])
    if value.style == "prose":
        return len(value.text) >= 6 and _mixed(value.text)
    if value.tight:
        return not value.text.isdigit() or len(value.text) >= 8
    return len(value.text) >= 5 and _mixed(value.text)


def fits_password(value: Value) -> bool:
    """A password: also one of digits or letters only, where nothing else stands on the line."""
    if value.style == "loose" or (value.next_line and not value.quoted):
        return strong(value.text) and value.following not in ("=", ":")
    if value.quoted:
        return " " not in value.text.strip() or not _PHRASE.search(value.text)
    if value.tight:
        return not value.text.startswith(("/", "~"))
    if value.style == "prose":
        return len(value.text) >= 4 and _mixed(value.text)
    return _mixed(value.text) or (value.ends_line and len(value.text) >= 4)


def fits_strong(value: Value) -> bool:
    """For keys that often mean something harmless."""
    return value.style in ("firm", "xml") and not value.next_line and strong(value.text)


def fits_query(value: Value) -> bool:
    """A parameter of an address."""
    return value.tight or (value.style == "firm" and value.quoted)


def fits_query_value(value: Value) -> bool:
    """A parameter whose name often means something harmless."""
    return value.tight and len(value.text) >= 6 and (any(map(str.isdigit, value.text)) or len(value.text) >= 20)


def fits_strong_or_mixed(value: Value) -> bool:
    """For a short name of a password: letters and digits, joined to it by a sign."""
    return value.style == "firm" and not value.next_line and len(value.text) >= 6 and _mixed(value.text)


def fits_hex(length: int) -> Fits:
    """So many hexadecimal digits."""
    pattern = re.compile(rf"[0-9a-f]{{{length}}}")
    return lambda value: pattern.fullmatch(value.text) is not None


def fits_app_id(value: Value) -> bool:
    """Digits, as an AppID has them."""
    return value.style in ("firm", "prose") and value.text.isdigit() and 6 <= len(value.text) <= 12


def fits_id(value: Value) -> bool:
    """Whatever a room, a user or a stream may be called."""
    return value.style == "firm" and not value.next_line
