"""Other ways to write the same text: colours of terminals, URL-encoding, full-width digits, entities, grouped digits.

A text is brought to its plain form before it is read; every place found in it is then told in the original.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_DRESS: Final = re.compile(
    r"(?:\x1b|\^\[|\\+(?:x1[bB]|u001[bB]|033|e))\[[0-9;]*m"  # a terminal's colour; on paper its escape is often lost:
    r"|(?<![\w\[])\[(?:[0-9]{1,2};)*[0-9]{1,2}m|(?<=[=\w])\[0?m"
    r"|(?:%[89A-Fa-f][0-9A-Fa-f])+|%(?:25)*[2-7][0-9A-Fa-f]"
    r"|(?<!\\)\\+u00[2-7][0-9A-Fa-f]"
    r"|<(?:b|i|u|em|strong|code|mark|font|span)(?:\s[^<>]{0,80})?>(?=[0-9]{5})"  # of a number only: names may hold tags
    r"|(?<=[0-9]{5})</(?:b|i|u|em|strong|code|mark|font|span)>"
    r"|=3D(?=[\"0-9])"  # quoted-printable mail
    r"|&(?:quot|amp|#34|#39|#x22|nbsp);"
    r"|[０-９Ａ-Ｚａ-ｚ]|[٠-٩۰-۹०-९]"
)
_SPELLED: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,}[^\W\d_](?!\w)")  # e r r o r, as some pictures are read
_BETWEEN_SINGLES: Final = re.compile(r"(?:(?<=\s\S)|(?<=^\S)) (?=\S(?:\s|$))")
_ENTITIES: Final = {"&quot;": '"', "&amp;": "&", "&#34;": '"', "&#39;": "'", "&#x22;": '"', "&nbsp;": " "}
_LETTERS: Final = str.maketrans("OoIlSsBZ", "00115582")
_GROUPED: Final = re.compile(r"(?<![\w.,'’])([0-9])([,_.'’ \u00a0\u202f])([0-9]{3})\2([0-9]{3})(?![\w]|[.,'’][0-9])")
_MISREAD: Final = re.compile(
    r"(?<![\w-])(?=[0-9OoIlSsBZ]*[OoIlSsBZ])(?=(?:[OoIlSsBZ]*[0-9]){3})[0-9OoIlSsBZ]{7}(?![\w-])"
)
_GIVES: Final = re.compile(r"[\"'][:=][\"']?$")
_SPACED: Final = re.compile(
    r"(?<![\w.,])1[ \xa0\u202f]?[01](?:[ \xa0\u202f]?[0-9]){5}(?![\w.:]|,(?!\s?[\"'])|[ \xa0\u202f]?[0-9])"
)
_UNTYPED: Final = frozenset("\xa0\u202f")  # blanks that no keyboard has


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain form. ``spans`` tells where each of its characters begins and ends in the original."""

    text: str
    spans: list[tuple[int, int]] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of a span, not empty, of the plain text."""
        return (start, end) if self.spans is None else (self.spans[start][0], self.spans[end - 1][1])


def plain_form(text: str) -> Plain:
    """The text as it would be without its dress; itself where it wears none."""
    plain = _without(_DRESS, Plain(text))
    return _without(_BETWEEN_SINGLES, plain) if _SPELLED.search(plain.text) else plain


def _without(dress: re.Pattern[str], plain: Plain) -> Plain:
    text = plain.text
    if dress.search(text) is None:
        return plain
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for found in dress.finditer(text):
        bare = _undressed(found[0])
        parts += (text[at : found.start()], bare)
        spans += [plain.original(place, place + 1) for place in range(at, found.start())]
        spans += [plain.original(*found.span())] * len(bare)
        at = found.end()
    parts.append(text[at:])
    spans += [plain.original(place, place + 1) for place in range(at, len(text))]
    return Plain("".join(parts), spans)


def odd_numbers(text: str) -> list[tuple[int, int, int]]:
    """Numbers of seven digits written in groups, or misread from a picture: start, end and value."""
    found = {match.span(): "".join(match.group(1, 3, 4)) for match in _GROUPED.finditer(text)}
    found |= {match.span(): match[0].translate(_LETTERS) for match in _MISREAD.finditer(text)}
    found |= {match.span(): "".join(match[0].split()) for match in _SPACED.finditer(text) if _is_torn(match)}
    return [(start, end, int(digits)) for (start, end), digits in sorted(found.items()) if len(digits) == 7]


def _is_torn(spaced: re.Match[str]) -> bool:
    """Whether blanks between the digits are those of a picture: two, or one behind the first digit of a value."""
    if not _UNTYPED.isdisjoint(spaced[0]):
        return True
    blanks = spaced[0].count(" ")
    return blanks > 1 or (
        blanks == 1 and spaced[0][1] == " " and _GIVES.search(spaced.string, 0, spaced.start()) is not None
    )


def _undressed(dress: str) -> str:
    if dress[-1] == "m":  # a colour
        return ""
    if dress[0] == "%" and dress[1] in "89ABCDEFabcdef":
        return bytes.fromhex(dress.replace("%", "")).decode("utf-8", "replace")
    if dress[0] == "%":
        return chr(int(dress[-2:], 16))
    if dress[0] == "\\":
        return chr(int(dress[-4:], 16))
    if dress[0] == "=":
        return "="
    if dress[0] == "&":
        return _ENTITIES[dress]
    if dress == " ":
        return ""
    if dress.isdigit():
        return str(unicodedata.digit(dress))
    if dress > "\uff00":
        return chr(ord(dress) - 0xFEE0)
    return ""
