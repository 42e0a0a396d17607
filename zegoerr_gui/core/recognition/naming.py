"""Which lines of a log name a room, a user or a stream: sought in bytes, as the find bar seeks words.

A name may be any text: a number, a code, one letter, a sentence. So it counts only between characters that no name goes
on with and never as the value of a key of another kind, and a bare number only where a name stands.
"""

import re
from collections.abc import Iterator
from typing import Final

from zegoerr_gui.core.log.visible import decode
from zegoerr_gui.core.recognition.scope import Scope, ScopeKind

_LONGEST: Final = 600  # characters sought of a name
_NEAR: Final = 32  # bytes before a name in which its key stands
_LETTER: Final = 4  # bytes of a character in UTF-8
_ESCAPES: Final = rb"\\{0,16}"  # before a quotation mark: strings of JSON stand in strings of JSON
_QUOTES: Final = rb"[\\\"']{0,17}"
_KEY: Final = re.compile(
    rb"(room|user|stream)[ _-]?(?:id|name)?%b\s{0,2}(?:[:=]|\xef\xbc\x9a|is\b)?\s{0,2}%b$" % (_QUOTES, _QUOTES), re.I
)
_OTHER_KEY: Final = re.compile(rb"(\w+)%b\s{0,2}[:=]\s{0,2}%b$" % (_QUOTES, _QUOTES))
_BARE: Final[dict[ScopeKind, re.Pattern[bytes]]] = {  # what stands before a number that is a name
    "room": re.compile(rb"(?:roomState(?:Changed|Update)\W{0,4}\[\s*|call by user \S{0,600} )$"),
    "user": re.compile(rb"call by user $"),
}


class Naming:
    """Seeks the lines that name a scope, whose name is not empty; a ``Seeker``."""

    slice = 32 * 1024
    longest = 128 * 1024
    given_up = 0
    stopped = False

    def __init__(self, scope: Scope) -> None:
        name = scope.name[:_LONGEST]
        self._kind = scope.kind
        self._needle = name.encode("utf-8", "surrogateescape")
        self._plain_key = f'"{scope.kind}id":"'.encode()  # as the SDK writes it, in most lines that name something
        self._bare_number = name.isdigit()
        self._begins_ascii, self._ends_ascii = name[0].isascii(), name[-1].isascii()
        self._pattern: re.Pattern[bytes] | None = None
        if '"' in name:
            self._pattern = re.compile((_ESCAPES + b'"').join(map(re.escape, self._needle.split(b'"'))))
        self.reach: int | None = len(self._needle) + 16 * name.count('"') + 2 * _NEAR

    def lines(self, data: bytes) -> Iterator[int]:
        """Which of the lines, counted from 0, name it; ascending."""
        at = line = counted = 0
        while found := self._place(data, at):
            begin, end = found
            at = end
            if not self._names(data, begin, end):
                continue
            line += data.count(b"\n", counted, begin)
            yield line
            at = data.find(b"\n", end) + 1
            if not at:
                return
            line, counted = line + 1, at

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Nothing: a line on show is not marked with what it is shown for."""
        return []

    def _place(self, data: bytes, at: int) -> tuple[int, int] | None:
        if self._pattern is not None:
            match = self._pattern.search(data, at)
            return match.span() if match else None
        begin = data.find(self._needle, at)
        return (begin, begin + len(self._needle)) if begin >= 0 else None

    def _names(self, data: bytes, begin: int, end: int) -> bool:
        """Whether what stands there is the name, by what stands around it."""
        if data.endswith(self._plain_key, 0, begin) and data.startswith(b'"', end):
            return True
        if _goes_on(decode(data[max(0, begin - _LETTER) : begin])[-1:], self._begins_ascii):
            return False
        if _goes_on(decode(data[end : end + _LETTER])[:1], self._ends_ascii):
            return False
        line = data.rfind(b"\n", max(0, begin - 2 * _LONGEST), begin) + 1
        before = data[max(line, begin - _NEAR) : begin]
        if key := _KEY.search(before):
            return key[1].lower() == self._kind.encode()
        return not self._bare_number or self._stands_for_a_name(data, line, begin)

    def _stands_for_a_name(self, data: bytes, line: int, begin: int) -> bool:
        """Whether a bare number without a key is a name: a text, or where the SDK prints one."""
        if data[begin - 1 : begin] in (b'"', b"'"):
            key = _OTHER_KEY.search(data[max(line, begin - _NEAR) : begin])
            return key is None or key[1] == b"content"
        place = _BARE.get(self._kind)
        return place is not None and place.search(data[max(line, begin - 2 * _LONGEST) : begin]) is not None


def _goes_on(char: str, in_ascii: bool) -> bool:
    """Whether a name would go on with a character; one in ASCII ends where another script begins."""
    return bool(char) and (char.isalnum() or char in "_-") and char.isascii() == in_ascii
