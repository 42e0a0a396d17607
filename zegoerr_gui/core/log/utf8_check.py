"""Watches a text while it is read: UTF-8 as long as every byte is; at the first that is not, its lines decide."""

import codecs
import re
from typing import Final

from zegoerr_gui.core.log.encoding import guess
from zegoerr_gui.core.log.source import LogSource

_AROUND: Final = 16 * 1024  # bytes looked at to either side of the first bad one
_BAD_SHARE: Final = 0.3  # of the bytes beyond ASCII: up to here a text is UTF-8 with faults
_BAD: Final = re.compile("[\udc80-\udcff]")


class OtherEncodingError(Exception):
    """The text is no UTF-8: in which ``encoding`` it seems to be, and the ``offset`` of the byte that tells it."""

    def __init__(self, encoding: str, offset: int) -> None:
        super().__init__(f"{encoding} from byte {offset}")
        self.encoding = encoding
        self.offset = offset


class Utf8Check:
    """Takes a source's bytes in order, and counts those that are no text."""

    def __init__(self, source: LogSource) -> None:
        self._source = source
        self._settled = source.settled
        self._fed = 0
        self._good = 0  # bytes that continue a character: what only UTF-8 has in such order
        self._bad = 0
        self._cut = b""  # the beginning of a character whose end is still to come

    @property
    def undecodable(self) -> int:
        """Bytes that are no text, so far; a character that has only begun counts as such."""
        return self._source.undecodable + self._bad + len(self._cut)

    def feed(self, data: bytes) -> None:
        """Look at the next bytes. Raises OtherEncodingError where the text turns out not to be UTF-8."""
        if data.isascii() and not self._cut:
            self._fed += len(data)
            return
        whole = self._cut + data
        bad = 0
        try:
            text, used = codecs.utf_8_decode(whole, "strict", False)
        except UnicodeDecodeError as error:
            if not self._settled:
                self._decide(self._fed - len(self._cut) + error.start)
            text, used = codecs.utf_8_decode(whole, "surrogateescape", False)
            bad = len(_BAD.findall(text))
        self._fed += len(data)
        self._bad += bad
        self._good += used - len(text)
        self._cut = whole[used:]

    def _decide(self, first_bad: int) -> None:
        begin = max(0, first_bad - _AROUND)
        around = self._source.read(begin, first_bad - begin + _AROUND)
        text, used = codecs.utf_8_decode(around, "surrogateescape", False)
        bad, good = len(_BAD.findall(text)), self._good + used - len(text)
        if bad > _BAD_SHARE * (bad + good):
            raise OtherEncodingError(guess(_whole_lines(around, first_bad - begin)), first_bad)
        self._settled = True


def _whole_lines(around: bytes, place: int) -> bytes:
    """The stretch without the line that it begins within, and the one it ends within, where lines end at all."""
    begin, end = around.find(b"\n", 0, place) + 1, around.rfind(b"\n", place)
    return around[begin : end if end > 0 else len(around)]
