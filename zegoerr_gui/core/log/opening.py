"""Turns what a user brings (a path, pasted text) into a source; slow steps are generators that tell their progress."""

import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path

from zegoerr_gui.core.log.encoding import SAMPLE, detect
from zegoerr_gui.core.log.source import FileSource, LogSource, MemorySource, UnreadableLogError, open_regular
from zegoerr_gui.core.log.spool import new_spool, transcode

LARGEST_IN_MEMORY = 5_000_000  # bytes of a paste
_PIECE = 1024 * 1024  # bytes
_PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*", re.DOTALL)
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")

Opening = Generator[float, None, LogSource]
"""Yields the share done, 0 to 1, and returns the source. Raises UnreadableLogError."""


def open_file(path: Path) -> Opening:
    """A file as a source: read in place where it contains ASCII as such, else through a spool."""
    with open_regular(path) as file:
        try:
            head = file.read(SAMPLE)
        except OSError as error:
            raise UnreadableLogError(f"{path} cannot be read: {error.strerror}.") from error
    _refuse_other_files(path.name, head)
    encoding, skip = detect(head)
    if encoding == "utf-8":
        return FileSource(path, path.name, encoding, skip)
    original = FileSource(path, path.name, encoding, skip)
    try:
        return (yield from _spooled(_pieces(original), original.size, path.name, encoding))
    finally:
        original.close()


def open_bytes(data: bytes, name: str) -> Opening:
    """Bytes as a source, in whatever encoding they are: a paste, standard input."""
    _refuse_other_files(name, data[:SAMPLE])
    encoding, skip = detect(data[:SAMPLE])
    if encoding != "utf-8" or len(data) > LARGEST_IN_MEMORY:
        slices = (data[start : start + _PIECE] for start in range(skip, len(data), _PIECE))
        return (yield from _spooled(slices, len(data) - skip, name, encoding))
    return MemorySource(data[skip:], name, encoding)


def finish(opening: Opening) -> LogSource:
    """Run an opening to its end, for callers with nothing else to do meanwhile."""
    while True:
        try:
            next(opening)
        except StopIteration as end:
            source: LogSource = end.value
            return source


def _refuse_other_files(name: str, head: bytes) -> None:
    if _PICTURE.match(head):
        raise UnreadableLogError(f"{name} is a picture. Copy the text out of it and paste that.")
    if head.startswith(_ARCHIVES):
        raise UnreadableLogError(f"{name} is an archive. Unpack it and open the log inside.")


def _pieces(source: LogSource) -> Iterator[bytes]:
    for offset in range(0, source.size, _PIECE):
        yield source.read(offset, _PIECE)


def _spooled(pieces: Iterator[bytes], size: int, name: str, encoding: str) -> Opening:
    descriptor, path = new_spool()
    done = False
    try:
        for read in transcode(pieces, encoding, descriptor):
            yield read / size if size else 1.0
        done = True
    except OSError as error:
        raise UnreadableLogError(f"{name} cannot be kept in {path.parent}: {os.strerror(error.errno or 0)}.") from error
    finally:
        if not done:
            path.unlink(missing_ok=True)
    return FileSource(path, name, encoding, remove=True)
