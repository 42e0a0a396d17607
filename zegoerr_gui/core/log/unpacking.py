"""What a file's first bytes say it is, and how to come to the text in it."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from zegoerr_gui.core.log.source import UnreadableLogError, open_regular, read_from
from zegoerr_gui.core.log.spool import CutOffError
from zegoerr_gui.core.log.transcoding import Piece

Kind = Literal["text", "gzip", "zip", "har"]

_SLICE: Final = 128 * 1024  # bytes of text made at a time
_PICTURE: Final = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*", re.DOTALL)
_PACKED: Final = (
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
)
_HAR: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"log"\s*:\s*\{')
_EMPTY_ZIP: Final = b"PK\x05\x06"


def kind_of(name: str, head: bytes) -> Kind:
    """What is to be done with a file that begins with ``head``. Raises UnreadableLogError where it can be no log."""
    if _PICTURE.match(head):
        raise UnreadableLogError(f"{name} is a picture. Copy the text out of it and paste that.")
    packed = next((kind for sign, kind in _PACKED if head.startswith(sign)), None)
    if packed or head[257:262] == b"ustar":
        raise UnreadableLogError(f"{name} is packed with {packed or 'tar'}. Unpack it and open the log inside.")
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"PK\x03\x04", _EMPTY_ZIP)):
        return "zip"
    return "har" if _HAR.match(head) else "text"


def gunzip(path: Path, name: str) -> Iterator[Piece]:
    """The text of a .gz, all its members one behind the other. Raises CutOffError where it ends too early."""
    with open_regular(path) as file:
        used, packed = 0, b""
        while packed := packed.lstrip(b"\0") or read_from(file, _SLICE, name):  # zeros may fill up the last block
            unpacker = zlib.decompressobj(wbits=31)
            try:
                while not unpacker.eof:
                    if not packed:
                        packed = read_from(file, _SLICE, name)
                        used += len(packed)
                        if not packed:
                            raise CutOffError("is cut off")
                    data = unpacker.decompress(packed, _SLICE)
                    packed = unpacker.unconsumed_tail
                    yield Piece(data, used)
            except zlib.error as error:
                raise CutOffError(f"is damaged near its byte {max(0, used - len(packed)):,}") from error
            packed = unpacker.unused_data
