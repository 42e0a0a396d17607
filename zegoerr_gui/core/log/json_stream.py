"""Reads JSON of any size in pieces, without ever holding all of it: what stands where, in the order of the text."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

LONGEST_TEXT: Final = 16 * 1024 * 1024  # bytes of one string that are kept, in steps of a piece; the rest is left out
DEEPEST: Final = 200
_TOKEN: Final = re.compile(rb'[ \t\r\n]*(?:([{}\[\],:"])|(-?[0-9][0-9.eE+-]*|true|false|null)(?=[ \t\r\n,\]}]))')
_STRING: Final = re.compile(rb'[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*')
_LONGEST_ESCAPE: Final = 6  # bytes
_BLANK: Final = re.compile(rb"[ \t\r\n]*")
_LONGEST_SCALAR: Final = 400  # bytes


class BrokenJsonError(Exception):
    """The text is no JSON from its byte ``offset`` on, counted from 0."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"no JSON at byte {offset}")
        self.offset = offset


class Value(NamedTuple):
    """A string or a scalar, by the keys that lead to it (an array adds none). ``text`` None is the end of an object."""

    path: tuple[str, ...]
    text: str | None


class JsonStream:
    """Takes pieces of one JSON text; ``wanted`` are the last keys of the strings that are worth keeping."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._buffer = b""
        self._offset = 0  # of the buffer in the text
        self._path: list[str] = []
        self._open: list[bool] = []  # for each level whether it is an object
        self._expects = "value"
        self._string: list[str] | None = None  # the parts of a string that has begun
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")  # of one string: a piece may cut a character
        self._kept = 0

    def feed(self, data: bytes) -> Iterator[Value]:
        """What has been read to its end by now. Raises BrokenJsonError."""
        self._buffer += data
        place = 0
        while True:
            if self._string is not None:
                place, done = self._read_string(place)
                if not done:
                    break
                yield from self._end_string()
                continue
            found = _TOKEN.match(self._buffer, place)
            if found is None:
                if len(self._buffer) - place > _LONGEST_SCALAR and _BLANK.fullmatch(self._buffer, place) is None:
                    self._fail(place)
                break
            place = found.end()
            yield from self._take(found)
        self._offset += place
        self._buffer = self._buffer[place:]

    def end(self) -> None:
        """No more comes. Raises BrokenJsonError where something is missing, or left."""
        if self._expects != "end" or self._buffer.strip():
            self._fail(len(self._buffer) if self._expects != "end" else 0)

    def _take(self, found: re.Match[bytes]) -> Iterator[Value]:
        sign, scalar = found.groups()
        place = found.start(1) if sign else found.start(2)
        if sign == b'"':
            self._expect("value", "key", "first key", "first value", place=place)
            self._string, self._kept = [], 0
            self._decoder.reset()
        elif scalar is not None:
            self._expect("value", "first value", place=place)
            yield Value(tuple(self._path), scalar.decode())
            self._expects = "more" if self._open else "end"
        elif sign in b"{[":
            self._begin(sign == b"{", place)
        elif sign in b"}]":
            yield from self._close(sign == b"}", place)
        elif sign == b":":
            self._expect("colon", place=place)
            self._expects = "value"
        else:
            self._expect("more", place=place)
            self._next_one()

    def _begin(self, is_object: bool, place: int) -> None:
        self._expect("value", "first value", place=place)
        if len(self._open) >= DEEPEST:
            self._fail(place)
        self._open.append(is_object)
        self._expects = "first key" if is_object else "first value"

    def _close(self, is_object: bool, place: int) -> Iterator[Value]:
        self._expect("more", "first key" if is_object else "first value", place=place)
        if not self._open or self._open[-1] != is_object:
            self._fail(place)
        if is_object:
            if self._expects == "more":
                self._path.pop()
            yield Value(tuple(self._path), None)
        self._open.pop()
        self._expects = "more" if self._open else "end"

    def _next_one(self) -> None:
        if self._open[-1]:
            self._path.pop()
        self._expects = "key" if self._open[-1] else "value"

    def _read_string(self, place: int) -> tuple[int, bool]:
        """Go on within a string; where the buffer is used up to, and whether the string ends there."""
        assert self._string is not None
        found = _STRING.match(self._buffer, place)
        assert found is not None  # it matches nothing at all, too
        if self._is_kept() and self._kept < LONGEST_TEXT:
            self._string.append(_unescaped(self._decoder.decode(found[0])))
        self._kept += len(found[0])
        stop = found.end()
        if self._buffer.startswith(b'"', stop):
            return stop + 1, True
        if len(self._buffer) - stop >= _LONGEST_ESCAPE:
            self._fail(stop)
        return stop, False

    def _is_kept(self) -> bool:
        is_key = self._expects in ("key", "first key")
        return is_key or not self._path or self._path[-1] in self._wanted

    def _end_string(self) -> Iterator[Value]:
        assert self._string is not None
        text = _joined([*self._string, self._decoder.decode(b"", True)])
        self._string = None
        if self._expects in ("key", "first key"):
            self._path.append(text)
            self._expects = "colon"
            return
        if self._is_kept():
            yield Value(tuple(self._path), text)
        self._expects = "more" if self._open else "end"

    def _expect(self, *states: str, place: int) -> None:
        if self._expects not in states:
            self._fail(place)

    def _fail(self, place: int) -> None:
        raise BrokenJsonError(self._offset + place)


def _unescaped(text: str) -> str:
    """A stretch of a string with one level of escapes undone; a pair of surrogates may still be in two halves."""
    return str(json.loads(f'"{text}"', strict=False)) if "\\" in text else text


def _joined(parts: list[str]) -> str:
    text = "".join(parts)
    try:
        text.encode()
    except UnicodeEncodeError:  # halves of a pair, or half a pair, which is no text
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
