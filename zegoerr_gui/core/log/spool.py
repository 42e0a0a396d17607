"""Private UTF-8 copies of logs that cannot be read in place: another encoding, a large paste."""

import codecs
import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "zegoerr-"
_OWNER = re.compile(rf"{_PREFIX}([0-9]{{1,9}})-")
_SLICE = 256 * 1024  # bytes


def new_spool() -> tuple[int, Path]:
    """An empty file that only this user can read: its descriptor and its path."""
    descriptor, name = tempfile.mkstemp(prefix=f"{_PREFIX}{os.getpid()}-", suffix=".spool")  # made with mode 0600
    return descriptor, Path(name)


def transcode(pieces: Iterator[bytes], encoding: str, descriptor: int) -> Iterator[int]:
    """Write pieces of a text into a spool as UTF-8; yields the bytes read so far after each slice.

    UTF-8 is kept byte for byte; in other encodings what is no text becomes U+FFFD. Closes the descriptor.
    """
    decoder = None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)("replace")
    read = 0
    with os.fdopen(descriptor, "wb") as spool:
        for piece in pieces:
            for start in range(0, len(piece), _SLICE):
                part = piece[start : start + _SLICE]
                spool.write(decoder.decode(part).encode("utf-8", "replace") if decoder else part)
                read += len(part)
                yield read
        if decoder:
            spool.write(decoder.decode(b"", final=True).encode("utf-8", "replace"))
    yield read


def remove_left_overs(folder: Path | None = None) -> None:
    """Remove spools of programs that ended without doing so themselves."""
    for path in (folder or Path(tempfile.gettempdir())).glob(f"{_PREFIX}*.spool"):
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
