"""Private keys as PEM has them: on lines of their own, quoted in mail, escaped in JSON, joined in source."""

import re
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.found import LONGEST_KEY, Span, Spans, Text

_SPACE: Final = r"(?:[ +]|%(?:25){0,3}20)"
SIGN: Final = "-----begin"
PEM: Final = rf"{SIGN}(?:{_SPACE}[a-z0-9]{{1,16}}){{0,4}}{_SPACE}private{_SPACE}key(?:{_SPACE}block)?-----"
_BREAK: Final = r"(?:\r?\n|\\{1,15}r?\\{0,15}n|%(?:25){0,3}0a)"
_BLANK: Final = r"(?:[ \t>|*#\"'`.,]|\+(?=[ \t]*(?:[\r\n\"'`]))|%(?:25){0,3}(?:0d|20))"
_GAP: Final = rf"(?:{_BLANK}|{_BREAK}){{0,256}}"
_HEADER: Final = re.compile(  # as in "Proc-Type: 4,ENCRYPTED"; headers stand before all else
    rf"{_BREAK}[ \t>|*#]{{0,64}}(?P<part>[a-z][a-z-]{{1,40}}:[^\r\n\\]{{1,200}})"
)
_BASE64: Final = re.compile(rf"{_GAP}(?P<part>(?:[a-z0-9+/=]|\\{{1,15}}/|%(?:25){{0,3}}(?:2b|2f|3d)){{1,8192}})")
_END: Final = re.compile(rf"{_GAP}-----end")
_SHORTEST: Final = 16  # characters of a line that is not the key's last; anything shorter is a word
_LEAST: Final = 4  # characters that Base64 has at once


def read_pem(text: Text, match: Match[str]) -> Spans:
    """The lines between the one that says what they are and the end, also where the end was cut off."""
    parts: list[Span] = []
    at, limit = match.end(), match.start() + LONGEST_KEY
    while header := _HEADER.match(text.folded, at, limit):
        parts.append(header.span("part"))
        at = header.end()
    while (line := _BASE64.match(text.folded, at, limit)) and _is_part(text, line):
        parts.append(line.span("part"))
        at = line.end()
    return tuple(parts)


def _is_part(text: Text, line: Match[str]) -> bool:
    """Whether what looks like Base64 is a line of the key: long, or its last."""
    length = len(line["part"])
    is_last = line["part"].endswith("=") or _END.match(text.folded, line.end()) is not None
    return length >= _SHORTEST or (is_last and length >= _LEAST)
