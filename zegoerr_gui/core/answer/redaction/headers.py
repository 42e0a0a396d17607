"""Credentials in headers and addresses."""

import re
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.fits import is_long_and_mixed, is_placeholder, strong, tells_nothing
from zegoerr_gui.core.answer.redaction.found import LONGEST, Spans, Text
from zegoerr_gui.core.answer.redaction.values import lines_of, read_value, whole_end

BEARER: Final = rf"bearer(?:\s|%20|\+|\\u0020|:){{1,3}}(?P<value>[\w.~+/=%-]{{8,{LONGEST}}})"
URL_PASSWORD: Final = r"://[^\s/@:\"'<>]{0,64}:(?P<value>[^\s/@\"'<>]{1,128})@"
COOKIE_OPTION: Final = r"(?<=\s)(?:-b|--cookie)[ =]{1,2}[$^]?\\{0,3}[\"']?"
_LOGIN: Final = (
    r"(?:\\{0,3}(?P<quote>[\"']))?[^\s:\"'<>=]{1,64}:"
    r"(?P<value>(?(quote)[^\r\n\"'<>]{3,128}|(?:[\"'][^\r\n\"'<>]{3,128}[\"']|[^\s\"'<>]{3,128})))"
)
LOGIN_OPTION: Final = rf"-u(?:ser)?[ =]{{1,2}}{_LOGIN}"
LOGIN_JOINED: Final = rf"-u(?<=\s-u){_LOGIN}"
_CURL: Final = re.compile(r"\bcurl(?:\.exe)?\s[^\r\n;|]*$")
_SCHEME: Final = re.compile(
    r"(?:basic|digest|negotiate|ntlm|hmac|api-?key|token|key|aws4-hmac-sha256|bearer)(?:\s|%20){1,3}"
)
_LINE: Final = re.compile(r"[^\r\n]+")
_WORD: Final = re.compile(r"[^\s\"',;<>\\]+")
_WHOLE_LINE: Final = ("digest", "aws4", "hmac")
_PAIR: Final = r"[\w.%-]{1,128}=(?:[^;,\s\"'\\<]+|(?!<))"
_COOKIES: Final = re.compile(rf"{_PAIR}(?:;\s?{_PAIR})*")
_COOKIE: Final = re.compile(_PAIR)


def read_authorization(text: Text, match: Match[str]) -> Spans:
    """What stands behind the name of the scheme, or all where there is none."""
    value = read_value(text, match.end())
    if value is None or value.style not in ("firm", "beside", "loose") or value.next_line:
        return ()
    start, end = value.start, whole_end(text, value)
    scheme = _SCHEME.match(text.folded, start)
    if scheme is None:
        told = value.quoted and value.style == "firm" and " " not in value.text and len(value.text) >= 4
        return lines_of(text, start, end) if not tells_nothing(value) and (told or strong(value.text)) else ()
    start = scheme.end()
    if not value.quoted:
        whole = scheme[0].startswith(_WHOLE_LINE)
        rest = (_LINE if whole else _WORD).match(text.folded, start, start + LONGEST)
        end = rest.end() if rest else start
    credentials = text.folded[start:end]
    if len(credentials) < 6 or credentials.startswith(("<", "auth")) or is_placeholder(credentials):
        return ()
    return lines_of(text, start, end)


def read_bearer(text: Text, match: Match[str]) -> Spans:
    """What follows the word, where it looks like a token."""
    value = match["value"]
    start, end = match.span("value")
    end -= len(value) - len(value.rstrip("."))
    return ((start, end),) if strong(value) or (len(value) >= 24 and not value.isalpha()) else ()


def read_login(text: Text, match: Match[str]) -> Spans:
    """The password of ``curl -u name:password``; numbers are something else."""
    value = match["value"].rstrip("\\")
    bare = value.strip("\"'")
    start = match.start("value") + len(value) - len(value.lstrip("\"'"))
    return () if bare.isdigit() or is_placeholder(bare) else ((start, start + len(bare)),)


def is_of_curl(before: str, value: str) -> bool:
    """Whether an option is one of curl."""
    return _CURL.search(before) is not None


def read_url_password(text: Text, match: Match[str]) -> Spans:
    """The password of ``mysql://name:password@host``, not the name of a variable."""
    return () if is_placeholder(match["value"]) else (match.span("value"),)


def read_cookies(text: Text, match: Match[str]) -> Spans:
    """The pairs of a header; of one that sets a cookie the pair, not its attributes."""
    value = read_value(text, match.end())
    if value is None or value.style != "firm" or value.next_line:
        return ()
    setting = match[0].startswith("set")
    return _pairs(text, value.start, _COOKIE if setting else _COOKIES)


def read_cookie_option(text: Text, match: Match[str]) -> Spans:
    """The pairs of ``curl -b``; the name of a file is none."""
    spans = _pairs(text, match.end(), _COOKIES)
    told = match[0].startswith("--") or match[0].endswith(("'", '"'))
    return (
        spans
        if told or any(is_long_and_mixed(text.folded[start:end].partition("=")[2]) for start, end in spans)
        else ()
    )


def _pairs(text: Text, start: int, pattern: re.Pattern[str]) -> Spans:
    """Pairs of which one at least has a value: a cookie that is deleted has none."""
    pairs = pattern.match(text.folded, start, start + LONGEST)
    if pairs is None:
        return ()
    values = [pair.partition("=")[2] for pair in pairs[0].split(";")]
    return () if all(not value or value == "deleted" or is_placeholder(value) for value in values) else (pairs.span(),)
