"""Passwords handed to commands and statements, and those that prose names after them."""

import re
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.fits import is_like_password, tells_nothing
from zegoerr_gui.core.answer.redaction.found import Spans, Text
from zegoerr_gui.core.answer.redaction.values import lines_of, read_value, whole_end

PASSWORD_OPTION: Final = (
    r"(?:sshpass\s{1,3}-p"
    r"|--(?<![\w>-]--)[a-z-]{0,24}pass(?:word|wd)?"
    r"|identified\s{1,3}(?:with\s{1,3}[^\s;]{1,40}\s{1,3})?(?:by|as)(?:\s{1,3}password)?)(?=\s)"
)
SIGNS: Final = ("sshpass", "pass", "identified")
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


def read_word_before(text: Text, match: Match[str]) -> Spans:
    """The word of which is said that it is a password."""
    begin = max(0, match.start() - 80)
    word = _BEFORE.search(text.folded[begin : match.start()])
    if word is None or not is_like_password(word[0]):
        return ()
    return ((begin + word.start(), begin + word.end()),)
