"""What became of a file since it was read: it grew, was cut off, replaced, or is gone."""

from typing import Literal, NamedTuple

from zegoerr_gui.core.log.source import FileSource, LogSource


class Change(NamedTuple):
    """``by`` is how many bytes a file has ``grown`` by, or how many are left of one that was ``cut``."""

    kind: Literal["none", "grown", "cut", "replaced", "gone"]
    by: int = 0


def change_of(source: LogSource) -> Change:
    """What became of the customer's file that a source reads; a private copy stays as it is.

    Asks the disk, but never a share: what comes from one is read from a copy.
    """
    original = source.original
    if not isinstance(source, FileSource) or original is None or original.private or original.seen is None:
        return Change("none")
    try:
        now = original.path.stat()
    except OSError:
        return Change("gone")
    if (now.st_dev, now.st_ino) != (original.seen.st_dev, original.seen.st_ino):
        return Change("replaced")
    if now.st_size < source.taken_in:
        return Change("cut", now.st_size)
    return Change("grown", now.st_size - source.taken_in) if now.st_size > source.taken_in else Change("none")
