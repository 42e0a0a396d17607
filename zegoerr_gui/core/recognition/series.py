"""Series: numbers that stand in the same position, in one line or in lines that are alike, tell of one another.

``{"k":"1103064","n":5120},{"k":"1103061","n":1442}``: ids are seldom all codes. A line that was told to be of a code
tells the next that begins and goes on as it does.
"""

import re
from collections.abc import Collection
from typing import Final

from zegoerr_gui.core.recognition.other_things import is_other_thing

_VALUE: Final = re.compile(r"(?<!\w)[\"'`]?([A-Za-z_]\w*)[\"'`]?\s*[:=]\s*[\"'`]?([0-9]{7})(?![0-9])")
_KEY: Final = re.compile(r"(\w+)[\"'`]?\s*[:=]\s*[\"'`]?$")
_NAMELESS: Final = frozenset(("k", "key", "_id", "name", "label", "tag"))  # what a count groups by
_LEAST: Final = 3
_LONGEST_LEAD: Final = 40  # characters before a number that can be alike from line to line
_LINES: Final = 2  # between two that are alike
_DIGITS: Final = re.compile(r"[0-9]+")


class Series:
    """Follows a text line by line and knows what numbers in the same position were."""

    def __init__(self) -> None:
        self._line = ""
        self._codes: dict[str, set[int]] = {}  # of the current line, by key
        self._told: tuple[str, str] | None = None  # what stood before a code, and behind it, in a line told
        self._age = 0

    def feed(self, line: str, known: Collection[int]) -> None:
        """Come to the next line."""
        self._line = line
        self._age += 1
        self._codes = {}
        values: dict[str, set[int]] = {}
        for key, digits in _VALUE.findall(line):
            values.setdefault(key, set()).add(int(digits))
        for key, codes in values.items():
            named = key not in _NAMELESS and is_other_thing(key)
            if len(codes) >= _LEAST and not named and not _counts_up(codes) and all(code in known for code in codes):
                self._codes[key] = codes

    def holds(self, start: int, code: int) -> bool:
        """Whether the number at a place of the current line is one of several codes under the same key."""
        if not self._codes:
            return False
        key = _KEY.search(self._line[:start][-_LONGEST_LEAD:])
        return key is not None and code in self._codes.get(key[1], ())

    def goes_on(self, start: int, end: int) -> bool:
        """Whether one of the lines right before is like the current one, and was told to be of a code."""
        if self._told is None or self._age > _LINES or start > _LONGEST_LEAD:
            return False
        return self._shape(start, end) == self._told

    def tell(self, start: int, end: int) -> None:
        """Take in that a number of the current line is a code."""
        if start <= _LONGEST_LEAD:
            self._told, self._age = self._shape(start, end), 0

    def _shape(self, start: int, end: int) -> tuple[str, str]:
        return _DIGITS.sub("1", self._line[:start]), self._line[end : end + 2]


def _counts_up(codes: set[int]) -> bool:
    return max(codes) - min(codes) < len(codes)
