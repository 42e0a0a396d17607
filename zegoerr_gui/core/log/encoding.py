"""Which encoding a log is written in, told from its first bytes."""

import codecs
import re
from typing import Final

SAMPLE = 256 * 1024  # bytes looked at
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_COMMON_PAIR: Final = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")  # the characters of GB 2312, nearly all of Chinese text
_COMMON_SHARE: Final = 0.7
_BAD_SHARE: Final = 0.3  # of the characters beyond ASCII: up to here a text is UTF-8 with faults


def detect(head: bytes) -> tuple[str, int]:
    """The encoding of a text that begins with ``head``, and how many bytes its byte-order mark takes."""
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name, len(bom)
    return _by_nuls(head) or _by_trial(head), 0


def _by_nuls(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: most text is ASCII, so every other byte, or three in four, is NUL."""
    if len(head) < 8 or head.count(0) < len(head) // 4:
        return None
    nuls = [head[place::4].count(0) > len(head) // 8 for place in range(4)]
    patterns = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return patterns.get((nuls[0], nuls[1], nuls[2], nuls[3]))


def _by_trial(head: bytes) -> str:
    if head.isascii() or _bad_share(head) <= _BAD_SHARE:
        return "utf-8"
    pairs = _PAIR.findall(head)
    if sum(_COMMON_PAIR.fullmatch(pair) is not None for pair in pairs) < len(pairs) * _COMMON_SHARE:
        return "latin-1"  # accented letters among plain ones make pairs too, but rare ones
    try:
        codecs.getincrementaldecoder("gb18030")().decode(head)
    except UnicodeDecodeError:
        return "latin-1"
    return "gb18030"


def _bad_share(head: bytes) -> float:
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(head)
    beyond = sum(not char.isascii() for char in text)
    return text.count("�") / beyond if beyond else 0.0
