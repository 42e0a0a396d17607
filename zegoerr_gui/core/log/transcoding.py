"""Turns a text into UTF-8 with line feeds, slice by slice."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from zegoerr_gui.core.log.source import open_regular, read_from

SLICE: Final = 64 * 1024  # bytes: about a millisecond of work that nobody can break into
_LOST: Final = "\ufffd"


class Piece(NamedTuple):
    """Bytes for a private copy, and how many bytes of what they were made from are used up."""

    data: bytes
    used: int


class Transcoder:
    """Holds what lies between two slices. ``undecodable`` counts what was no text, so far.

    What is no text becomes U+FFFD; in a text that claims to be UTF-8 it is kept byte for byte. Where the first slice
    shows that lines end in CR alone, they end in LF afterwards.
    """

    def __init__(self, encoding: str) -> None:
        self.undecodable = 0
        self._keeps = "surrogateescape" if encoding == "utf-8" else "replace"
        self._decoder = codecs.getincrementaldecoder(encoding)(self._keeps)
        self._ends: io.IncrementalNewlineDecoder | None = None
        self._begun = False

    def feed(self, data: bytes, last: bool = False) -> bytes:
        """The next slice as UTF-8."""
        text = self._decoder.decode(data, last)
        if text and not self._begun:
            self._begun = True
            if has_cr_only(text):
                self._ends = io.IncrementalNewlineDecoder(None, translate=True)
        if self._ends is not None:
            text = self._ends.decode(text, last)
        self.undecodable += text.count(_LOST) if self._keeps == "replace" else 0
        return text.encode("utf-8", self._keeps)


def transcoded(path: Path, name: str, skip: int, transcoder: Transcoder) -> Iterator[Piece]:
    """A file's text from its byte ``skip`` on, as UTF-8."""
    used = skip
    with open_regular(path) as file:
        file.seek(skip)
        while data := read_from(file, SLICE, name):
            used += len(data)
            yield Piece(transcoder.feed(data), used)
        yield Piece(transcoder.feed(b"", last=True), used)


def has_cr_only(text: str) -> bool:
    """Whether lines end in CR alone, as far as a text's beginning tells."""
    return "\r" in text[:-1] and "\n" not in text
