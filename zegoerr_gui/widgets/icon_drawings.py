"""The drawings of the icons: single files of the archive that Lucide comes as.

The archive lists more than 1,700 files. To read that list takes longer than all else that the first window does for its
icons, so only the entries that are asked for are looked up.
"""

import struct
import zlib
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Final

# An entry of a ZIP's list ("central directory"): its sign; how the file is packed, and its bytes when packed; the bytes
# of the name that follows; where in the archive the file begins.
_ENTRY: Final = struct.Struct("<4s6xH8xI4xH12xI")
_ENTRY_SIGN: Final = b"PK\x01\x02"
_HEAD: Final = struct.Struct("<26xHH")  # in front of a file: the bytes of its name, and of what else stands behind that
_STORED, _DEFLATED = 0, 8


class IconDrawings:
    """Holds Lucide's archive from the first question on."""

    def svg(self, name: str) -> str:
        """The drawing of an icon; an unknown name is a KeyError."""
        file = f"{name}.svg".encode()
        archive, place = self._archive, len(self._archive)
        while (place := archive.rfind(file, 0, place)) >= _ENTRY.size:  # the list is the end of the archive
            sign, packing, size, length, start = _ENTRY.unpack_from(archive, place - _ENTRY.size)
            if sign == _ENTRY_SIGN and length == len(file):  # else it ends in this name, as "file-search.svg" does
                return _unpacked(archive, start, packing, size).decode()
        raise KeyError(name)

    @cached_property
    def _archive(self) -> bytes:
        lucide = find_spec("lucide")  # a place is all that is wanted: the package itself need not be loaded
        assert lucide is not None
        assert lucide.origin is not None
        return Path(lucide.origin).with_name("lucide.zip").read_bytes()


def _unpacked(archive: bytes, start: int, packing: int, size: int) -> bytes:
    name, more = _HEAD.unpack_from(archive, start)
    begin = start + _HEAD.size + name + more
    packed = archive[begin : begin + size]
    if packing == _DEFLATED:
        return zlib.decompress(packed, -zlib.MAX_WBITS)
    assert packing == _STORED
    return packed
