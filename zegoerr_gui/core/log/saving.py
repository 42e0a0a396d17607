"""Writes lines of a log, or a text, to a file: to the file's place only when all of it is written."""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from zegoerr_gui.core.log.lines import LogLines

_SLICE: Final = 256 * 1024  # bytes


class UnsavedError(Exception):
    """What could not be saved; the message is one sentence for the user."""


def save_lines(
    lines: LogLines,
    spans: Iterable[tuple[int, int]],
    path: Path,
    masked: Callable[[Iterator[bytes]], Iterator[bytes]] = iter,
) -> Iterator[int]:
    """Save stretches of lines, from a first to a last one; yields the lines read so far.

    ``masked`` gets whole lines with their ends, or pieces of one longer than a slice, and yields what is written.
    The file takes its place at the end; a generator that is dropped, or fails, leaves what was there before.
    Raises UnsavedError, and UnreadableLogError where the log itself cannot be read any more.
    """
    read = 0

    def pieces() -> Iterator[bytes]:
        nonlocal read
        for first, last in spans:
            for data in _slices(lines, first, last):
                read += data.count(b"\n")
                yield data

    with _new_file(path) as file:
        for data in masked(pieces()):
            file.write(data)
            yield read


def save_text(text: str, path: Path) -> None:
    """Save a text as UTF-8; where that fails, what was there before stays. Raises UnsavedError."""
    with _new_file(path) as file:
        file.write(text.encode("utf-8", "replace"))


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place when all of it is written. Raises UnsavedError."""
    part = path.with_name(f".{path.name}-{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(path)
    except (OSError, ValueError) as error:
        raise _unsaved(path, error) from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            part.unlink(missing_ok=True)


def _slices(lines: LogLines, first: int, last: int) -> Iterator[bytes]:
    """The bytes of a stretch of lines, cut at line ends where that can be."""
    offset, end = lines.span(first)[0], min(lines.span(last)[1] + 1, lines.indexed)
    while offset < end:
        data = lines.source.read(offset, min(_SLICE, end - offset))
        if not data:
            return
        if offset + len(data) < end:
            data = data[: data.rfind(b"\n") + 1] or data
        yield data
        offset += len(data)


def _unsaved(path: Path, error: Exception) -> UnsavedError:
    number = getattr(error, "errno", None)
    reason = os.strerror(number) if number else str(error)
    return UnsavedError(f"{path} cannot be written: {reason}. Choose another folder or name.")
