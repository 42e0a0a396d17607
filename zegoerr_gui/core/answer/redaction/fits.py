"""Whether the value behind a key can be a secret: what fits a token, a password, a parameter of an address."""

import re
from collections.abc import Callable
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction import languages
from zegoerr_gui.core.answer.redaction.found import Read, Spans, Text
from zegoerr_gui.core.answer.redaction.kinds import LABEL
from zegoerr_gui.core.answer.redaction.values import JUDGED, Value, lines_of, read_value, whole_end

_HARMLESS_WORD: Final = re.compile(
    r"(?:true|false|null|none|nil|undefined|nan|yes|no|ok|on|off|string|str|text|varchar|char|bool(?:ean)?|int(?:eger)?"
    r"|number|any|unknown|void|object|required|optional|expired?|invalid|valid|missing|empty|wrong|error|errors|failed"
    r"|failure|fail|denied|success|incorrect|mismatch|hidden|redacted|masked|removed|token|password|secret|test|n/a"
    r"|bearer|basic|blocked|illegal|not|is|are|was|has|and|or|for|in|the|a|an|of|to|on|with|from|must|should"
    rf"|{languages.PASSWORD}|{languages.STATE})"
)
_PLACEHOLDER: Final = re.compile(
    r"(?:[*•·●x.…_#?-]+|<[^<>]*>|\{\{.*|\$\{.*|\$\(.*|%\w+%|%[sd@]|\{\w*\}|\[object .*"
    r"|\$[a-z_]*(?:token|secret|sign|password|passwd|pass|pwd|key|auth|jwt)|\[?(?:redacted|masked|hidden|removed)\]?"
    r"|(?:your|insert|enter|put|paste|replace|example)[ _-].*|my[ _-](?:token|secret|password|app_?sign))"
)
_NAME: Final = re.compile(r"[a-z_.$]*(?:tokens?|secret|sign|password|passwd|pwd|key|auth|authorization|id)")
_MEMBER: Final = re.compile(r"[a-z_$][\w$]*(?:\??\.[a-z_$][\w$]*)+|\(|await$|new$|async$|function$|process\.env.*")
_CODE: Final = re.compile(r"1[01]\d{5}")
_PHRASE: Final = re.compile(
    r"\b(?:password|required|must|enter|please|invalid|incorrect|wrong|least|forgot(?:ten)?|characters?|is|are|not|your"
    rf"|{languages.PASSWORD}|{languages.STATE})\b"
)
_ASCII_WORD: Final = re.compile(r"[a-z0-9+/=_-]{16,}")
_PASSWORD: Final = re.compile(r"[a-z0-9!@#$^*+~?-]{7,64}")
_ALGORITHM: Final = re.compile(r"\b(?:sha|md|pbkdf|argon|base|utf|oauth|aes|rsa)-?\d{1,3}\b|^v\d[\d-]*$")
_LOOSE: Final = ("beside", "loose")
_STRONG: Final = re.compile(r"[\w+/=.~%$!*-]{16,}")

Fits = Callable[[Value], bool]


def keyed(fits: Fits) -> Read:
    """A reader for rules whose pattern is a key: its value, where that fits."""

    def read(text: Text, match: Match[str]) -> Spans:
        value = read_value(text, match.end())
        if value is None or value.end == value.start or tells_nothing(value) or not fits(value):
            return ()
        return lines_of(text, value.start, whole_end(text, value))

    return read


def tells_nothing(value: Value) -> bool:
    """Whether a value is a word of the language, a placeholder, code, or masked already."""
    text = value.text.strip()
    if LABEL.search(text):
        return True
    if len(text) >= JUDGED:
        return False
    if is_placeholder(text) or _CODE.fullmatch(text):
        return True
    if value.quoted:
        return not text
    if (value.following == "(" and "=" not in text) or (text == "$" and value.following == "{"):
        return True
    return (_MEMBER.match(text) or _NAME.fullmatch(text)) is not None


def is_placeholder(text: str) -> bool:
    """Whether a text stands for a secret that is not there, or is a word of the language."""
    return len(text) < JUDGED and (_HARMLESS_WORD.fullmatch(text) or _PLACEHOLDER.fullmatch(text)) is not None


def strong(text: str) -> bool:
    """Whether a text without blanks looks like a secret wherever it stands: long, with letters and digits."""
    return _STRONG.fullmatch(text) is not None and _mixed(text)


def _mixed(text: str) -> bool:
    return any(char.isdigit() for char in text) and any(char.isalpha() for char in text)


def _is_prose(text: str) -> bool:
    """Whether a text has letters beyond ASCII, and nothing in it looks like a secret."""
    foreign = any(char > "\x7f" and char.isalpha() for char in text)
    return foreign and not any(map(_mixed, _ASCII_WORD.findall(text)))


def fits_token(value: Value) -> bool:
    """A token or a secret: any text in quotes, otherwise what does not look like a word."""
    if value.style in _LOOSE or (value.next_line and not value.quoted):
        return strong(value.text) and value.following not in ("=", ":")
    if value.quoted and _is_prose(value.text):
        return False
    if value.quoted:
        return (
            " " not in value.text.strip() or value.text.startswith(("0x", "(byte)")) or strong(value.text.split()[-1])
        )
    if value.style == "prose":
        return len(value.text) >= 6 and _mixed(value.text)
    if value.tight:
        return not value.text.isdigit() or len(value.text) >= 8
    return len(value.text) >= 5 and _mixed(value.text)


def fits_password(value: Value) -> bool:
    """A password: also one of digits or letters only, where nothing else stands on the line."""
    if value.style in _LOOSE or (value.next_line and not value.quoted):
        told = strong(value.text) or (value.style == "beside" and is_like_password(value.text))
        return told and value.following not in ("=", ":")
    if value.quoted:
        return " " not in value.text.strip() or not _PHRASE.search(value.text)
    if value.tight:
        return not value.text.startswith(("/", "~"))
    if value.style == "prose":
        return len(value.text) >= 4 and _mixed(value.text)
    return _mixed(value.text) or (value.ends_line and len(value.text) >= 4)


def is_like_password(text: str) -> bool:
    """Whether a word beside the word password is one: letters and digits, no name, version, path or algorithm."""
    return _PASSWORD.fullmatch(text) is not None and _mixed(text) and not _ALGORITHM.search(text)


def fits_strong(value: Value) -> bool:
    """For keys that often mean something harmless."""
    return value.style in ("firm", "xml") and not value.next_line and strong(value.text)


def fits_query(value: Value) -> bool:
    """A parameter of an address."""
    return value.tight or (value.style == "firm" and value.quoted)


def is_long_and_mixed(text: str) -> bool:
    """Whether a text can be an identifier that nobody typed."""
    return len(text) >= 8 and _mixed(text)


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
