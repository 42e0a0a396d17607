"""Tokens that tell themselves by how they begin, wrapped over lines or not."""

import re
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.found import LONGEST, Span, Spans, Text

_SIGN: Final = r"(?:[a-z0-9_+/#=-]{1,4096}|\\{1,15}/|\\{1,15}u00(?:2b|2f|3d|23)|%(?:25){0,3}(?:2b|2f|3d|23))"
TOKEN04: Final = "4aaaa"  # the 0 before it may have become an O on its way through a picture
JWT: Final = "eyj"
_TOKEN04: Final = re.compile(rf"[0o]4aaaa{_SIGN}{{1,4096}}")
_JWT: Final = re.compile(r"eyj[a-z0-9_-]{6,}(?:\.[a-z0-9_-]*){0,4}")
_JWT_HEAD: Final = re.compile(r"eyJ(?:hbGciOi|0eXAiOi|raWQiOi|0eXBlIjoi)")
_ESCAPE_BEFORE: Final = re.compile(r"(?:%[0-9a-f]{2}|\\[nrt]|u00[0-9a-f]{2}|=3d)$")
_BREAK: Final = re.compile(
    r"[\"'`]?[ \t]{0,8}[+\\=.]?[ \t]{0,4}(?:\r?\n|\\{1,15}r?\\{0,15}n)"  # the end of a line, also in JSON
    r"(?P<cut>s\d{1,2}: )?"  # the SDK writes what is long in parts, s1:, s2:
    r"[ \t>|*#/]{0,40}(?:(?:\+[ \t]{0,4})?[\"'`])?"
)
_PIECE: Final = re.compile(rf"{_SIGN}{{1,4096}}")
_LINE_ENDS: Final = re.compile(r"[\"'`]?[ \t;,)\\+]{0,8}(?:\r?\n|\\{1,15}[rn\"']|$)")
_SHORTEST: Final = 22  # characters of a token that was cut off
_WIDE: Final = 24  # characters of a piece that can be followed by another one on the next line


def read_token04(text: Text, match: Match[str]) -> Spans:
    """A Token04, with what a kit puts behind it, and its other lines."""
    start = match.start() - 1
    token = _TOKEN04.match(text.folded, start, start + LONGEST) if start >= 0 else None
    if token is None or token.end() < start + _SHORTEST or not text.raw.startswith("4AAAA", start + 1):
        return ()
    if not _begins_word(text, start):
        return ()
    return (token.span(), *_other_lines(text, token.end(), token.end() - start))


def read_jwt(text: Text, match: Match[str]) -> Spans:
    """A JSON Web Token, also one that was cut off."""
    start = match.start()
    if (
        not text.raw.startswith("eyJ", start)
        or not _begins_word(text, start)
        or text.raw[start - 1 : start] in ("-", "_")
    ):
        return ()
    if (whole := _JWT.match(text.folded, start, start + LONGEST)) is None:
        return ()
    end = whole.end() - (len(whole[0]) - len(whole[0].rstrip(".")))
    head, _, rest = text.raw[start:end].partition(".")
    if len(rest) >= 8 or (_JWT_HEAD.match(head) and len(head) >= 16):
        return ((start, end), *_other_lines(text, end, end - start))
    return ()


def _begins_word(text: Text, start: int) -> bool:
    """Whether no letter or digit stands before, or only one that belongs to an escape."""
    before = text.folded[max(0, start - 6) : start]
    return not before[-1:].isalnum() or before[-1:] > "\x7f" or _ESCAPE_BEFORE.search(before) is not None


def _other_lines(text: Text, end: int, width: int) -> Spans:
    """The pieces on the lines below, where the piece that ends here fills its line."""
    pieces: list[Span] = []
    limit = end - width + LONGEST
    while width >= _WIDE:
        broken = _BREAK.match(text.raw, end)
        piece = _PIECE.match(text.folded, broken.end(), limit) if broken else None
        if broken is None or piece is None:
            break
        part = text.raw[piece.start() : piece.end()]
        if not (
            _is_mixed(part) if broken["cut"] else _continues(part, width) and _LINE_ENDS.match(text.raw, piece.end())
        ):
            break
        end = piece.end()
        width = end - piece.start()
        pieces.append(piece.span())
    return tuple(pieces)


def _continues(piece: str, width: int) -> bool:
    """Whether a line of its own can be more of a token: as mixed as Base64, hardly longer than the one before."""
    if piece.startswith(("04AAAA", "eyJhb", "http")) or len(piece) > width + 120:
        return False
    if len(piece) < _WIDE and piece.endswith("="):
        return True
    return _is_mixed(piece)


def _is_mixed(piece: str) -> bool:
    kinds = [str.isdigit, str.isupper, str.islower]
    return len(piece) >= 3 and all(any(map(kind, piece)) for kind in kinds)
