"""Masks a log of any size, slice by slice."""

import codecs
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.log.source import LogSource
from zegoerr_gui.core.recognition.context import Context

_SLICE: Final = 256 * 1024  # bytes
_MARKS: Final = {  # without which other programs would not know these encodings
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def masked_bytes(source: LogSource, masking: Masking) -> Iterator[bytes]:
    """A log without its secrets, everything else byte for byte, in its own encoding. Raises UnreadableLogError."""
    yield _MARKS.get(codecs.lookup(source.encoding).name, b"")
    yield from masked_pieces(_slices(source), masking, source.encoding)


def masked_pieces(pieces: Iterable[bytes], masking: Masking, encoding: str = "utf-8") -> Iterator[bytes]:
    """Pieces of a log without its secrets, in this encoding; how it is cut into pieces changes nothing."""
    own = codecs.lookup(encoding)
    encoder = own.incrementalencoder("surrogateescape" if own.name == "utf-8" else "replace")
    for part in masking.mask_pieces(_texts(pieces)):
        yield encoder.encode(part)


def known_ids(context: Context) -> Mapping[str, list[str]]:
    """The IDs that a log tells, by the names of their kinds."""
    return {
        "app-id": list(context.app_id),
        "room": list(context.room_id),
        "user": list(context.user_id),
        "stream": list(context.stream_id),
    }


def _slices(source: LogSource) -> Iterator[bytes]:
    for offset in range(0, source.size, _SLICE):
        yield source.read(offset, _SLICE)


def _texts(pieces: Iterable[bytes]) -> Iterator[str]:
    """The log's text; a byte that is no UTF-8 becomes a lone surrogate, from which it is made again."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for data in pieces:
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)
