"""Which files lie on another computer, told without touching them: to touch a share that sleeps is to wait for it."""

import ctypes
import sys
from pathlib import Path
from typing import Final

_KINDS: Final = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "davfs")
) | {
    f"fuse.{kind}" for kind in ("sshfs", "rclone", "davfs", "gvfsd-fuse", "glusterfs", "s3fs", "smbnetfs", "curlftpfs")
}
_MOUNTS: Final = Path("/proc/self/mounts")
_DRIVE_REMOTE: Final = 4  # of GetDriveType


def is_remote(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a file lies on a network file system, as far as the system tells; one that answers slowly counts too,
    which is seen when it is opened.
    """
    absolute = path.absolute()  # not resolved, which would touch it
    if sys.platform == "win32":
        drive = absolute.drive
        if drive.startswith("\\\\"):
            return True
        return int(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\")) == _DRIVE_REMOTE
    try:
        table = mounts.read_text("utf-8", "surrogateescape")
    except OSError:  # a system without such a table
        return False
    return _kind_of_mount(str(absolute), table) in _KINDS


def _kind_of_mount(absolute: str, table: str) -> str:
    """The kind of the innermost file system that holds a path."""
    best, kind = "", ""
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].encode("utf-8", "surrogateescape").decode("unicode_escape") if "\\" in line else fields[1]
        inside = absolute == point or absolute.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
