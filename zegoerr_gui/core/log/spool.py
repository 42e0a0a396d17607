"""Private UTF-8 copies of logs that cannot be read in place: another encoding, a large paste."""

import codecs
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "zegoerr-"
_SLICE = 256 * 1024  # bytes


def new_spool() -> tuple[int, Path]:
    """An empty file that only this user can read: its descriptor and its path."""
    descriptor, name = tempfile.mkstemp(prefix=f"{_PREFIX}{os.getpid()}-", suffix=".spool")  # made with mode 0600
    return descriptor, Path(name)


def transcode(pieces: Iterator[bytes], encoding: str, descriptor: int) -> Iterator[int]:
    """Write pieces of a text into a spool as UTF-8; yields the bytes written so far after each slice.

    Bytes that are not text become U+FFFD. Closes the descriptor.
    """
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    written = 0
    with os.fdopen(descriptor, "wb") as spool:
        for piece in pieces:
            for start in range(0, len(piece), _SLICE):
                written += spool.write(decoder.decode(piece[start : start + _SLICE]).encode("utf-8", "replace"))
                yield written
        written += spool.write(decoder.decode(b"", final=True).encode("utf-8", "replace"))
    yield written


def remove_left_overs(folder: Path | None = None) -> None:
    """Remove spools of programs that ended without doing so themselves."""
    for path in (folder or Path(tempfile.gettempdir())).glob(f"{_PREFIX}*.spool"):
        owner = path.name[len(_PREFIX) :].partition("-")[0]
        if owner.isdigit() and not _running(int(owner)):
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
