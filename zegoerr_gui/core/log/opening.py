"""Turns what a user brings (a path, pasted text, a pipe) into a source; generators that tell their progress.

What is brought becomes bytes in a local file, the customer's own where that can be read in place, else a private copy.
``unpacked_text`` makes text of them.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from zegoerr_gui.core.log.encoding import ENCODINGS, mark_of
from zegoerr_gui.core.log.html_text import html_text
from zegoerr_gui.core.log.reader import ask_aside
from zegoerr_gui.core.log.remote import is_remote
from zegoerr_gui.core.log.source import LogSource, MemorySource, Original, UnreadableLogError, open_regular, read_from
from zegoerr_gui.core.log.spool import COPIED, LARGEST_UNPACKED, Bound, fill_spool
from zegoerr_gui.core.log.transcoding import Piece
from zegoerr_gui.core.log.unpacked_text import HEAD, UNPACKED, as_text, is_plain, text_of, unzipped
from zegoerr_gui.core.log.unpacked_text import Opening as Opening
from zegoerr_gui.core.log.unpacking import kind_of
from zegoerr_gui.core.log.utf8_check import OtherEncodingError
from zegoerr_gui.core.log.zips import Member

LARGEST_IN_MEMORY: Final = 5_000_000  # bytes of a paste
_PIECE: Final = 256 * 1024  # bytes
_SLOW: Final = 0.5  # seconds for the first bytes: as good as a share
_PIPED: Final = Bound(LARGEST_UNPACKED, "To read the rest, save it to a file and open that.")


T = TypeVar("T")


class _Look(NamedTuple):
    head: bytes
    size: int
    is_far: bool


def open_file(path: Path, encoding: str | None = None, member: str = "") -> Opening:
    """A file as a source: read in place where that can be done, else through a private copy.

    Of an archive with several logs ``member`` names one; without it SeveralMembersError is raised.
    """
    look = yield from ask_aside(lambda: _look_at(path))
    kind_of(path.name, look.head)
    original = Original(path, path.name)
    if look.is_far:
        original = yield from fill_spool(path.name, look.size, lambda: _pieces(path, path.name), COPIED)
    return (yield from text_of(original, encoding, member))


def open_member(archive: Original, member: Member, most: int = LARGEST_UNPACKED) -> Opening:
    """One log of an archive, which is held from now on until it has been read; ``most`` bytes of it at each layer."""
    archive.hold()
    return _opened_member(archive, member, UNPACKED._replace(most=most))


def _opened_member(archive: Original, member: Member, bound: Bound) -> Opening:
    try:
        copy = yield from unzipped(archive, member, bound)
        return (yield from text_of(copy, bound=bound))
    finally:
        archive.release()


def open_bytes(data: bytes, name: str) -> Opening:
    """Bytes as a source, whatever they are: a paste."""
    if len(data) <= LARGEST_IN_MEMORY and (yield from is_plain(data, name)):
        return MemorySource(data[mark_of(data, "utf-8") :], name)
    kind_of(name, data[:HEAD])
    original = yield from fill_spool(name, len(data), lambda: _cut(data), COPIED)
    return (yield from text_of(original))


def open_pipe(read: Callable[[int], bytes], name: str, encoding: str | None = None, member: str = "") -> Opening:
    """What ``read(count)`` gives until it gives nothing: standard input."""
    original = yield from fill_spool(name, 0, lambda: _drained(read, name), _PIPED)
    return (yield from text_of(original, encoding, member))


def open_html(html: str, name: str) -> Opening:
    """HTML as its text: what chat programs and mails put on the clipboard."""
    text = yield from html_text(html)
    return (yield from open_bytes(text.encode("utf-8", "replace"), name))


def reopen(source: LogSource, encoding: str, notice: str = "") -> Opening:
    """The same log again, read in another encoding; ``notice`` is what is to be said of that."""
    if source.original is None:
        raise UnreadableLogError(f"{source.name} was pasted as text. It has no other encoding.")
    again = yield from as_text(source.original, encoding)
    again.notice = notice or again.notice
    return again


def found_otherwise(source: LogSource, found: OtherEncodingError) -> Opening:
    """A log that was taken for UTF-8 until a byte was found that is none: read again, with a notice."""
    title = ENCODINGS[found.encoding]
    said = f"Byte {found.offset + 1:,} of {source.name} showed that it is not UTF-8. It was read again as {title}."
    return reopen(source, found.encoding, said)


def open_standard_input(encoding: str | None = None, member: str = "") -> Opening:
    """What other programs send, until they end or somebody says that it is enough."""
    name = "standard input"
    if sys.stdin is None:
        raise UnreadableLogError("Standard input is closed. Name a file, or send a log through a pipe.")
    # Not sys.stdin's own reading: a thread that waits in it keeps Python from ending.
    return (yield from open_pipe(partial(os.read, sys.stdin.fileno()), name, encoding, member))


# Bytes, made in the reader's thread


def _look_at(path: Path) -> _Look:
    begun = time.monotonic()
    far = is_remote(path)
    with open_regular(path) as file:
        head = read_from(file, HEAD, str(path))
        size = file.seek(0, 2)
    return _Look(head, size, far or time.monotonic() - begun > _SLOW)


def _pieces(path: Path, name: str) -> Iterator[Piece]:
    with open_regular(path) as file:
        used = 0
        while data := read_from(file, _PIECE, name):
            used += len(data)
            yield Piece(data, used)


def _cut(data: bytes) -> Iterator[Piece]:
    for start in range(0, len(data), _PIECE):
        yield Piece(data[start : start + _PIECE], min(len(data), start + _PIECE))


def _drained(read: Callable[[int], bytes], name: str) -> Iterator[Piece]:
    used = 0
    while True:
        try:
            data = read(_PIECE)
        except OSError as error:
            raise UnreadableLogError(f"{name} cannot be read: {error.strerror}.") from error
        if not data:
            return
        used += len(data)
        yield Piece(data, used)
