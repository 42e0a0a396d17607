"""Finding by a pattern, with Qt's engine: it gives up where Python's would go on for hours."""

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRegularExpression

from zegoerr_gui.core.log.find import LONGEST_WORDS, Seeker, Words
from zegoerr_gui.models.utf16 import points

LONGEST_LINE: Final = 64 * 1024  # bytes of a line that are looked at
MOST_GIVEN_UP: Final = 10  # lines that are too hard for a pattern, after which it is no longer tried
_EFFORT: Final = "(*LIMIT_MATCH=1000000)"  # about five milliseconds in one line
_PIECE: Final = 4 * 1024  # bytes of lines matched as one text
_LINE_BY_LINE: Final = re.compile(r"\(\?|\(\*|[*+?}]\+|\\[AzZGRKXC]")  # what another line might make true or false
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_UNDECODED: Final = re.compile("[\ud800-\udfff]")  # each a byte of the log; Qt's engine takes no text with them


class BadPatternError(Exception):
    """A pattern that cannot be used; the message says what is wrong with it and where."""


class Pattern:
    """A regular expression as Perl knows them. Raises BadPatternError."""

    slice = 16 * 1024
    longest = LONGEST_LINE
    reach: int | None = None

    def __init__(self, pattern: str, match_case: bool) -> None:
        options = QRegularExpression.PatternOption.MultilineOption
        if not match_case:
            options |= QRegularExpression.PatternOption.CaseInsensitiveOption
        self._pattern = QRegularExpression(_EFFORT + pattern, options)
        if not self._pattern.isValid():
            place = points(pattern, self._pattern.patternErrorOffset() - len(_EFFORT))
            raise BadPatternError(f"{self._pattern.errorString()}, at character {max(1, place)}")
        self._pattern.optimize()
        self._by_line = _LINE_BY_LINE.search(pattern) is not None
        self.given_up = 0

    @property
    def stopped(self) -> bool:
        """Whether so many lines were too hard that no more are tried."""
        return self.given_up >= MOST_GIVEN_UP

    def lines(self, data: bytes) -> Iterator[int]:
        """Which of the lines match. Many are matched as one text: most have nothing, and each call costs."""
        data = data[:LONGEST_LINE].replace(b"\r\n", b"\n") if b"\r" in data else data
        begin = number = 0
        while begin < len(data) and not self.stopped:
            end = data.rfind(b"\n", begin, begin + _PIECE) + 1 or data.find(b"\n", begin) + 1 or len(data)
            text = data[begin:end].decode("utf-8", "replace")
            yield from (number + found for found in self._in_lines(text))
            number += data.count(b"\n", begin, end)
            begin = end

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it matches in a line on show, empty matches left out; nowhere once it was given up."""
        found: list[tuple[int, int]] = []
        if self.stopped:
            return found
        text = _UNDECODED.sub("\ufffd", text)
        matches = self._pattern.globalMatch(text)
        while matches.hasNext():
            match = matches.next()
            if match.capturedLength():
                found.append((points(text, match.capturedStart()), points(text, match.capturedEnd())))
        return found

    def _in_lines(self, text: str) -> Iterator[int]:
        if self._by_line or (not text.isascii() and _BEYOND.search(text)):
            return self._each(text)
        return self._together(text)

    def _each(self, text: str) -> Iterator[int]:
        for number, line in enumerate(text.removesuffix("\n").split("\n")):
            if self._matches(line):
                yield number
            if self.stopped:
                return

    def _together(self, text: str) -> Iterator[int]:
        at = number = 0
        while at < len(text):
            match = self._pattern.match(text, at)
            if not match.isValid():
                yield from (number + found for found in self._each(text[at:]))
                return
            if not match.hasMatch():
                return
            start = match.capturedStart()
            begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
            end = len(text) if end < 0 else end
            number += text.count("\n", at, begin)
            behind = start == len(text) and text.endswith("\n")  # where no line is any more
            if not behind and (match.capturedEnd() <= end or self._matches(text[begin:end])):
                yield number
            at = end + 1
            number += 1

    def _matches(self, line: str) -> bool:
        match = self._pattern.match(line)
        self.given_up += not match.isValid()
        return match.hasMatch()


def seeker(text: str, pattern: bool, match_case: bool) -> Seeker | None:
    """What a text that was typed seeks; None for no text. Raises BadPatternError."""
    if not text:
        return None
    return Pattern(text, match_case) if pattern else Words(text[:LONGEST_WORDS], match_case)
