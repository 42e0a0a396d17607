"""From bytes in a local file to a source of UTF-8: archives are unpacked, and the encoding is found."""

from collections.abc import Generator
from typing import Final

from zegoerr_gui.core.log.encoding import by_first_bytes, mark_of
from zegoerr_gui.core.log.har import har_text
from zegoerr_gui.core.log.json_stream import BrokenJsonError
from zegoerr_gui.core.log.reader import ask_aside
from zegoerr_gui.core.log.source import FileSource, LogSource, MemorySource, Original, UnreadableLogError
from zegoerr_gui.core.log.spool import COPIED, LARGEST_UNPACKED, Bound, Copying, fill_spool
from zegoerr_gui.core.log.transcoding import SLICE, Transcoder, has_cr_only, transcoded
from zegoerr_gui.core.log.unpacking import gunzip, kind_of
from zegoerr_gui.core.log.utf8_check import OtherEncodingError, Utf8Check
from zegoerr_gui.core.log.zips import Member, SeveralMembersError, logs_in, some_names, unzip

HEAD: Final = 256 * 1024  # bytes that decide at once which encoding a text has, where they can
UNPACKED: Final = Bound(LARGEST_UNPACKED, "To read the rest, unpack it and open the file inside.")
_DEEPEST: Final = 3  # archives in archives

Opening = Generator[float, None, LogSource]
"""Yields the share done, 0 to 1, and returns the source. Raises UnreadableLogError."""


def text_of(original: Original, encoding: str | None = None, member: str = "", bound: Bound | None = None) -> Opening:
    """A source over the text in a file, however it is packed; ``member`` names one log of an archive with several."""
    original.hold()
    was_archive = False
    try:
        for _ in range(_DEEPEST + 1):
            was_archive = was_archive or _kind(original) == "zip"
            inner = yield from _unpacked(original, member, bound or UNPACKED)
            if inner is original:
                if member and not was_archive:
                    raise UnreadableLogError(
                        f"{original.name} is no .zip: it holds no log named {member}. Name it alone."
                    )
                return (yield from as_text(original, encoding))
            inner.notice = " ".join(filter(None, [original.notice, inner.notice]))
            inner.hold()
            original.release()
            original = inner
    finally:
        original.release()
    raise UnreadableLogError(
        f"{original.name} is packed more than {_DEEPEST} times. Unpack it and open the log inside."
    )


def _unpacked(original: Original, member: str, bound: Bound) -> Copying:
    """What is in an archive, or the original itself where it is none."""
    path, name, kind = original.path, original.name, _kind(original)
    if kind == "gzip":
        return (yield from fill_spool(name, path.stat().st_size, lambda: gunzip(path, name), bound))
    if kind == "har":
        return (yield from _recorded(original, bound))
    if kind == "zip":
        members = yield from ask_aside(lambda: logs_in(path, name))
        return (yield from unzipped(original, _chosen(original, members, member), bound))
    return original


def _kind(original: Original) -> str:
    return "text" if original.is_text else kind_of(original.name, original.head(HEAD))


def _recorded(original: Original, bound: Bound) -> Copying:
    """The text of a browser's recording, or all of the recording as text where it is broken."""
    path, name = original.path, original.name
    try:
        return (yield from fill_spool(name, path.stat().st_size, lambda: har_text(path, name), bound))
    except BrokenJsonError as broken:
        original.is_text = True
        original.notice = f"{name} is broken at its byte {broken.offset + 1:,}: it is shown as it stands."
        return original


def _chosen(archive: Original, members: tuple[Member, ...], wanted: str) -> Member:
    if not members:
        raise UnreadableLogError(f"{archive.name} holds no text. Look into it with another program.")
    if wanted:
        known, members = members, tuple(member for member in members if member.name == wanted)
        if not members:
            raise UnreadableLogError(f"{archive.name} holds no log named {wanted}. Name one of: {some_names(known)}.")
    if len(members) > 1:
        raise SeveralMembersError(archive, members)
    return members[0]


def unzipped(archive: Original, member: Member, bound: Bound) -> Copying:
    """The bytes of one member of a .zip."""
    if member.problem:
        way_on = "Unpack it with another program and open the log inside."
        raise UnreadableLogError(f"{member.name} in {archive.name} {member.problem}. {way_on}")
    name = f"{member.name} in {archive.name}"
    return (yield from fill_spool(name, member.size, lambda: unzip(archive.path, name, member), bound))


def as_text(original: Original, encoding: str | None) -> Opening:
    """A source of UTF-8 over the original: itself, or a transcoded copy of it."""
    head = original.head(HEAD)
    known, skip = (encoding, mark_of(head, encoding)) if encoding else by_first_bytes(head)
    if known in (None, "utf-8"):
        source = FileSource(original, original.name, skip=skip)
        source.settled = known is not None
        source.notice = original.notice
        try:
            Utf8Check(source).feed(head[skip:])
            if not has_cr_only(head.decode("latin-1")):
                return source
        except OtherEncodingError as found:
            known = found.encoding
        source.close()  # the original is held by who called, too
    return (yield from _transcoded(original, known, skip))


def _transcoded(original: Original, known: str | None, skip: int) -> Opening:
    path, name, encoding = original.path, original.name, known or "utf-8"
    transcoder = Transcoder(encoding)
    size = path.stat().st_size
    text = yield from fill_spool(name, size, lambda: transcoded(path, name, skip, transcoder), COPIED)
    source = FileSource(text, name, encoding, original=original)
    source.settled = known is not None
    source.undecodable = transcoder.undecodable
    source.notice = text.notice or original.notice
    return source


def is_plain(data: bytes, name: str) -> Generator[float, None, bool]:
    """Whether bytes can stay as they are: no archive, and UTF-8 throughout."""
    head = data[:HEAD]
    if kind_of(name, head) != "text" or has_cr_only(head.decode("latin-1")):
        return False
    known, skip = by_first_bytes(head)
    if known not in (None, "utf-8"):
        return False
    source = MemorySource(data, name)
    source.settled = known is not None
    check = Utf8Check(source)
    try:
        for start in range(skip, len(data), SLICE):
            check.feed(data[start : start + SLICE])
            yield 0.0
    except OtherEncodingError:
        return False
    return True
