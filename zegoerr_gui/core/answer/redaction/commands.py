"""Passwords handed to commands and statements, and those that prose names after them."""

import re
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.fits import is_like_password, is_placeholder, tells_nothing
from zegoerr_gui.core.answer.redaction.found import Spans, Text
from zegoerr_gui.core.answer.redaction.values import lines_of, read_value, whole_end

PASSWORD_OPTION: Final = (
    r"(?:sshpass\s{1,3}-p"
    r"|--(?<![\w>-]--)[a-z-]{0,24}pass(?:word|wd)?"
    r"|requirepass|masterauth"
    r"|identified\s{1,3}(?:with\s{1,3}[^\s;]{1,40}\s{1,3})?(?:by|as)(?:\s{1,3}password)?)(?=\s)"
)
SIGNS: Final = ("sshpass", "pass", "identified", "masterauth")
_WORD: Final = r"(?P<value>'[^'\r\n]{1,128}'|\"[^\"\r\n]{1,128}\"|[^\s\"'<>;|&`]{1,128})"
JOINED_OPTION: Final = rf"-p(?<=\s-p)(?=\S){_WORD}"  # only MySQL wants it so
LETTER_OPTION: Final = rf"-[apw](?<=\s-[apw])[ \t]{{1,3}}(?!-){_WORD}"
JOINED_SIGNS: Final = ("mysql", "mariadb")
LETTER_SIGNS: Final = ("redis-cli", "docker login", "podman login", "nerdctl login", "registry login", "mongo", "ldap")
_OF_MYSQL: Final = re.compile(r"\b(?:mysql|mariadb)[\w-]*(?:\.exe)?\s[^\r\n;|]*$")
_OF_LETTERS: Final = re.compile(
    r"(?:\bredis-cli(?:\.exe)?\s|\b(?:docker|podman|helm registry|nerdctl) login\s|\bmongo[\w-]*(?:\.exe)?\s"
    r"|\bldap[a-z]{3,8}\s)[^\r\n;|]*$"
)
IS_PASSWORD: Final = (
    r" (?:is|was) (?:my|our|the|his|her|their) (?:(?:new|old|test|login|admin) )?(?:password|passwd|pwd)\b"
)
_BEFORE: Final = re.compile(r"(?:^|(?<=[\s\"'`(:]))[^\s\"'`<>(:;,]{1,64}(?=[\"'`]?$)")


def read_option(text: Text, match: Match[str]) -> Spans:
    """The word behind an option; another option is none."""
    value = read_value(text, match.end())
    if value is None or value.style != "beside" or len(value.text) < 3 or tells_nothing(value):
        return ()
    is_statement = match[0].startswith("identified")
    if value.text.startswith("-") or (is_statement and not value.quoted):
        return ()
    return lines_of(text, value.start, whole_end(text, value))


def read_word(text: Text, match: Match[str]) -> Spans:
    """The word that belongs to an option of one small letter, without its quotation marks; a variable is none."""
    if text.raw[match.start() + 1].isupper():  # a port, or to be asked
        return ()
    start, end = match.span("value")
    if match["value"][0] in "\"'":
        start, end = start + 1, end - 1
    word = text.folded[start:end]
    return () if len(word) < 3 or is_placeholder(word) or word.startswith("$") else ((start, end),)


def is_of_mysql(before: str, value: str) -> bool:
    """Whether an option is one of MySQL's programs."""
    return _OF_MYSQL.search(before) is not None


def is_of_letters(before: str, value: str) -> bool:
    """Whether an option is one of a program that takes its password behind one letter."""
    return _OF_LETTERS.search(before) is not None


def read_word_before(text: Text, match: Match[str]) -> Spans:
    """The word of which is said that it is a password."""
    begin = max(0, match.start() - 80)
    word = _BEFORE.search(text.folded[begin : match.start()])
    if word is None or not is_like_password(word[0]):
        return ()
    return ((begin + word.start(), begin + word.end()),)
