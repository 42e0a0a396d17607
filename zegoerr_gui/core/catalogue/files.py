"""The YAML files of a folder as bytes: the one place that waits for the disk, which may be a slow share."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zegoerr_gui.core.catalogue.fault import Fault

LARGEST_FILE = 5_000_000  # bytes
SUFFIXES: Final = (".yaml", ".yml")
_KINDS: Final = {stat.S_IFDIR: "it is a folder", stat.S_IFIFO: "it is a pipe", stat.S_IFSOCK: "it is a socket"}

Stamp = tuple[int, int]  # time of the last change in nanoseconds, size in bytes


@dataclass(frozen=True)
class Raw:
    """A file as it lies there, or the fault that keeps it from being read."""

    path: Path
    stamp: Stamp
    data: bytes = b""
    fault: Fault | None = None


@dataclass(frozen=True)
class Look:
    """What one look at a folder saw: its files, read where they changed; or why it could not be looked at."""

    folder: Path
    present: tuple[Path, ...] = ()
    changed: tuple[Raw, ...] = ()
    fault: Fault | None = None


def look_at(folder: Path, known: Mapping[Path, Stamp]) -> Look:
    """Read what has another stamp than the one known. Raises nothing."""
    try:
        paths = tuple(yaml_files(folder))
    except (OSError, ValueError) as error:  # the latter for a NUL in its name
        fault = Fault(folder, 1, f"The folder cannot be read: {_reason(error)}", "Check that it exists and may be read")
        return Look(folder, fault=fault)
    changed = []
    for path in paths:
        if known.get(path) != _stamp(path):
            changed.append(read_raw(path))
    return Look(folder, paths, tuple(changed))


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder by name; hidden ones, such as an editor's, are none. Raises OSError."""
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and not path.name.startswith((".", "~")))


def read_raw(path: Path) -> Raw:
    """Read a file of at most 5 MB; anything but a regular file is refused unopened. Raises nothing."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            reason = _KINDS.get(stat.S_IFMT(found.st_mode), "it is a device")
            return _unread(path, f"The file cannot be read: {reason}", "Remove it, or give it another name")
        stamp = found.st_mtime_ns, found.st_size
        if found.st_size > LARGEST_FILE:
            right = f"Split it: {LARGEST_FILE:,} bytes are read at most"
            return _unread(path, f"The file has {found.st_size:,} bytes", right, stamp)
        with path.open("rb") as file:
            return Raw(path, stamp, file.read(LARGEST_FILE))
    except (OSError, ValueError) as error:
        return _unread(path, f"The file cannot be read: {_reason(error)}", "Check that it exists and may be read")


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return (found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else (0, 0)


def _unread(path: Path, found: str, right: str, stamp: Stamp = (0, 0)) -> Raw:
    return Raw(path, stamp, fault=Fault(path, 1, found, right))


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
