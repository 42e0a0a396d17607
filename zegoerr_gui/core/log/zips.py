"""What is in a .zip, and how to come to the text of one of its members."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from zegoerr_gui.core.log.encoding import by_first_bytes, guess
from zegoerr_gui.core.log.source import Original, UnreadableLogError
from zegoerr_gui.core.log.spool import CutOffError
from zegoerr_gui.core.log.transcoding import Piece
from zegoerr_gui.core.log.unpacking import kind_of

MOST_MEMBERS: Final = 2_000  # that are looked at
_HEAD: Final = 4 * 1024  # bytes that show whether a member is text
_SLICE: Final = 128 * 1024  # bytes
_NUL_SHARE: Final = 0.05
_LOCKED: Final = 0x1  # flags of a member
_UTF8_NAME: Final = 0x800
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)


class Member(NamedTuple):
    """A file in an archive: its place in the list, its name, its bytes; ``problem`` says why it cannot be opened."""

    place: int
    name: str
    size: int
    problem: str = ""


class SeveralMembersError(UnreadableLogError):
    """An archive holds several logs: somebody has to choose. Who catches it may open them from ``archive``, and has to
    release that.
    """

    def __init__(self, archive: Original, members: tuple[Member, ...]) -> None:
        count = len(members)
        super().__init__(f"{archive.name} holds {count:,} logs. Name the one to open: {some_names(members)}.")
        archive.hold()
        self.archive = archive
        self.members = members


def logs_in(path: Path, name: str) -> tuple[Member, ...]:
    """The members of a .zip that may be logs: no folders, pictures or programs. Raises UnreadableLogError."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()[:MOST_MEMBERS]
            found = [_looked_at(archive, index, info) for index, info in enumerate(infos) if not _is_by_product(info)]
    except (*_FAULTS, NotImplementedError) as error:
        raise UnreadableLogError(f"{name} is cut off or damaged: it has no list of files. Ask for it again.") from error
    return tuple(member for member in found if member is not None)


def unzip(path: Path, name: str, member: Member) -> Iterator[Piece]:
    """The bytes of one member. Raises CutOffError where they end too early."""
    with zipfile.ZipFile(path) as archive:
        info = archive.infolist()[member.place]
        used = 0
        try:
            with archive.open(info) as file:
                while data := file.read(_SLICE):
                    used += len(data)
                    yield Piece(data, used)
        except _FAULTS as error:
            raise CutOffError("is cut off or damaged") from error


def _is_by_product(info: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(info.filename)
    return info.is_dir() or path.parts[:1] == ("__MACOSX",) or path.name.startswith((".", "Thumbs.db"))


def _looked_at(archive: zipfile.ZipFile, index: int, info: zipfile.ZipInfo) -> Member | None:
    name = _name_of(info)
    if info.flag_bits & _LOCKED:
        return Member(index, name, info.file_size, "needs a password")
    try:
        with archive.open(info) as file:
            head = file.read(_HEAD)
    except NotImplementedError:
        return Member(index, name, info.file_size, "is packed in an unknown way")
    except (*_FAULTS, RuntimeError):
        return Member(index, name, info.file_size, "is damaged")
    return Member(index, name, info.file_size) if _may_be_log(name, head) else None


def _may_be_log(name: str, head: bytes) -> bool:
    try:
        if kind_of(name, head) in ("gzip", "har", "zip"):
            return True
    except UnreadableLogError:
        return False
    return by_first_bytes(head)[0] is not None or head.count(0) <= len(head) * _NUL_SHARE


def _name_of(info: zipfile.ZipInfo) -> str:
    """A member's name; those that Windows wrote without saying in which encoding are guessed."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode(guess(raw), "replace")


def some_names(members: tuple[Member, ...]) -> str:
    """The first few names of an archive's logs, for a sentence."""
    names = [member.name for member in members[:5]]
    return ", ".join(names) + (", …" if len(members) > len(names) else "")
