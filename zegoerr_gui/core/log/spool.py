"""Private copies of logs that cannot be read in place: archives, pipes, other encodings, shares, large pastes."""

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from zegoerr_gui.core.log.reader import read_aside
from zegoerr_gui.core.log.source import Original, UnreadableLogError
from zegoerr_gui.core.log.transcoding import Piece

LARGEST_UNPACKED: Final = 2 * 1024**3  # bytes
_PREFIX = "zegoerr-"
_OWNER = re.compile(rf"{_PREFIX}([0-9]{{1,9}})-")
Copying = Generator[float, None, Original]
"""Yields the share done, 0 to 1, and returns the copy."""
_UNITS: Final = ("bytes", "KB", "MB", "GB")


class Bound(NamedTuple):
    """How many bytes a copy may have, beside half the free room on the disk; and how to come to the rest."""

    most: int | None
    way_on: str


COPIED: Final = Bound(None, "There is no room on this disk for the rest.")


class CutOffError(Exception):
    """A log ends before its end: what happened to it, as the rest of a sentence that begins with its name."""


class EnoughReadError(Exception):
    """Thrown into an opening: what was read so far is enough."""


def amount(count: int) -> str:
    """Bytes in words, in steps of 1,024."""
    size, unit = float(count), 0
    while size >= 1024 and unit < len(_UNITS) - 1:
        size, unit = size / 1024, unit + 1
    digits = f"{size:.1f}".removesuffix(".0") if size < 10 else f"{size:,.0f}"
    return f"{digits} {'byte' if count == 1 else _UNITS[unit]}"


def keep_spools_in(folder: Path) -> None:
    """Make spools, and look for left-overs, in this folder from here on, unless nobody may write there."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
    if os.access(folder, os.W_OK):
        tempfile.tempdir = str(folder)


def spools_folder() -> Path:
    """Where spools are made."""
    return Path(tempfile.gettempdir())


def new_spool() -> tuple[int, Path]:
    """An empty file that only this user can read: its descriptor and its path."""
    descriptor, name = tempfile.mkstemp(prefix=f"{_PREFIX}{os.getpid()}-", suffix=".spool")  # made with mode 0600
    return descriptor, Path(name)


def fill_spool(name: str, size: int, work: Callable[[], Iterator[Piece]], bound: Bound) -> Copying:
    """Write the pieces that ``work`` yields, read aside, into a spool: the private copy of what is called ``name``.

    ``size`` is how many bytes ``work`` will use up, 0 where nobody knows: then the share is that of the bound. The copy
    ends early, and says so, at the ``bound``, where ``work`` raises CutOffError, and where EnoughReadError is thrown in
    when it has begun. Raises UnreadableLogError.
    """
    descriptor, path = new_spool()
    copy = Original(path, name, private=True)
    copy.hold()
    done = False
    try:
        with os.fdopen(descriptor, "wb") as spool, closing(read_aside(work)) as pieces:
            copy.notice = yield from _write(pieces, spool, size, name, bound)
        done = True
    except OSError as error:
        raise UnreadableLogError(f"{name} cannot be kept in {path.parent}: {os.strerror(error.errno or 0)}.") from error
    finally:
        if not done:
            copy.release()
    copy.holders = 0  # whoever reads from it holds it
    return copy


def _write(
    pieces: Iterator[Piece | None], spool: BinaryIO, size: int, name: str, bound: Bound
) -> Generator[float, None, str]:
    """Yields the share done; returns a sentence on what is missing."""
    written, share = 0, 0.0
    most = min(bound.most or sys.maxsize, shutil.disk_usage(tempfile.gettempdir()).free // 2)
    try:
        for piece in pieces:
            if piece is not None:
                room = most - written
                spool.write(piece.data[:room])
                written += min(room, len(piece.data))
                if len(piece.data) > room:
                    return f"Only the first {amount(most)} of {name} are shown. {bound.way_on}"
                share = min(1.0, piece.used / size) if size else written / most
            yield share
    except EnoughReadError:
        if not written:
            raise
        return f"Reading was stopped after {amount(written)} of {name}. Open it again to read all of it."
    except CutOffError as error:
        return f"{name} {error}. The {amount(written)} that could be read are shown."
    return ""


def remove_left_overs(folder: Path | None = None) -> None:
    """Remove spools of programs that ended without doing so themselves."""
    for path in (folder or spools_folder()).glob(f"{_PREFIX}*.spool"):
        owner = _OWNER.match(path.name)
        if owner and not _running(int(owner[1])):
            with contextlib.suppress(OSError):  # in use, or another user's
                path.unlink(missing_ok=True)


def _running(process: int) -> bool:
    if os.name == "nt":  # there a file in use cannot be removed, and signal 0 would end the process
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
