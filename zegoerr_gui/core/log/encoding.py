"""Which encoding a text is written in. Names are Python's; what an agent reads stands in ``ENCODINGS``."""

import codecs
import re
from collections import Counter
from typing import Final

ENCODINGS: Final = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16, little end first",
    "utf-16-be": "UTF-16, big end first",
    "utf-32-le": "UTF-32, little end first",
    "utf-32-be": "UTF-32, big end first",
    "gb18030": "Chinese, simplified (GB18030)",
    "big5": "Chinese, traditional (Big5)",
    "shift_jis": "Japanese (Shift-JIS)",
    "cp1252": "Western (Windows-1252)",
    "latin-1": "Western (Latin-1)",
}
_OTHER_NAMES: Final = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "cp950": "big5",
    "cp932": "shift_jis",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
    "utf-8-sig": "utf-8",
    "ascii": "utf-8",
}
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_SAMPLE: Final = 8 * 1024  # bytes that are enough for a judgement
_BEFORE: Final = 100  # bytes of a line that may stand before what tells
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")
_LOOKED_AT: Final = 64 * 1024  # bytes
_NULS: Final = re.compile(rb"\0{2,}")  # a log that was cut off by the system's end is filled up with them
_CONTROLS: Final = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # those that no text has; ESC sets colours
_MOST_CONTROLS: Final = 0.05  # of all bytes
_KINDS: Final = 4  # one or two of them may part the fields of a line
_MOST_VOTES: Final = 20  # lines judged one by one
# The characters that make up nearly all of a text in each, and any pair. Accented letters among plain ones make
# pairs too, but rare ones; letters of Big5 read as Shift-JIS are half-width signs that nobody writes in a log.
_PAIRS: Final = {
    "gb18030": (rb"[\xa1-\xa3\xb0-\xf7][\xa1-\xfe]", rb"[\x81-\xfe][\x40-\xfe]"),
    "big5": (rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]", rb"[\x81-\xfe][\x40-\xfe]"),
    "shift_jis": (rb"[\x81-\x83\x88-\x97][\x40-\xfc]", rb"[\x81-\x9f\xe0-\xfc][\x40-\xfc]|[\xa1-\xdf]"),
}
_COMMON_SHARE: Final = 0.7
_WEIGHT: Final = 0.2  # of that share beside what the library calls chaos: the little noise of a log must not decide


def by_first_bytes(head: bytes) -> tuple[str | None, int]:
    """The encoding that a text's first bytes give away, or None; and how many bytes its byte-order mark takes."""
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name, len(bom)
    return _by_nuls(head), 0


def looks_like_text(head: bytes) -> bool:
    """Whether a file may be a text, by its first bytes: others are full of control characters."""
    known = by_first_bytes(head)[0]
    if known is not None and known != "utf-8":
        return True
    looked_at = _NULS.sub(b"\0", head[:_LOOKED_AT])
    controls = _CONTROLS.findall(looked_at)
    return len(controls) <= _MOST_CONTROLS * len(looked_at) or len(set(controls)) < _KINDS


def encoding_named(word: str) -> str | None:
    """The encoding that somebody calls by one of its names; None where we have none of that name."""
    try:
        name = codecs.lookup(word).name
    except (LookupError, ValueError):
        return None
    name = _OTHER_NAMES.get(name, name)
    return next((ours for ours in ENCODINGS if codecs.lookup(ours).name == codecs.lookup(name).name), None)


def mark_of(head: bytes, encoding: str) -> int:
    """How many bytes the byte-order mark of an encoding takes at the beginning of a text."""
    return next((len(bom) for bom, name in _BOMS if name == encoding and head.startswith(bom)), 0)


def guess(around: bytes) -> str:
    """The encoding of lines that are no UTF-8."""
    lines = _telling(around)
    found = _fitting(b"\n".join(lines))
    if found is None:  # a stray byte in one of them speaks against all
        votes = Counter(filter(None, map(_fitting, lines[:_MOST_VOTES])))
        found = votes.most_common(1)[0][0] if votes else "latin-1"
    return found


def _fitting(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # takes 30 ms to load, and most logs never need it

    matches = from_bytes(sample, cp_isolation=[*_PAIRS, "cp1252"], enable_fallback=False)
    shares = {match.encoding: _common_share(sample, match.encoding) for match in matches}
    chaos = {match.encoding: match.chaos - _WEIGHT * shares[match.encoding] for match in matches}
    likely = [name for name, share in shares.items() if share >= _COMMON_SHARE]
    return min(likely, key=chaos.__getitem__, default=None)


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


def _telling(around: bytes) -> list[bytes]:
    """The lines beyond ASCII, each once: a line that comes again and again looks like noise to a judge of texts."""
    lines: dict[bytes, None] = {}
    room = _LONGEST_SAMPLE
    for line in around.splitlines():
        found = _BEYOND_ASCII.search(line)
        if found and room > 0:
            part = line[max(0, found.start() - _BEFORE) :][:room]
            lines[part] = None
            room -= len(part)
    return list(lines)


def _common_share(sample: bytes, encoding: str) -> float:
    if encoding not in _PAIRS:
        return _COMMON_SHARE  # one byte a character: nothing speaks against it, so two bytes must speak for theirs
    common, pair = _PAIRS[encoding]
    pairs = good = 0
    for run in re.findall(rb"(?:%s)+" % pair, sample):
        found = re.findall(pair, run)
        pairs += len(found)
        if len(found) > 1:  # words have more than one character; an accented letter stands alone
            good += sum(re.fullmatch(common, one) is not None for one in found)
    return good / pairs if pairs else 0.0
