"""Shows what must not be obeyed: control and direction characters become signs, one for one, so places stay true."""

from typing import Final

_CONTROL: Final = {char: 0x2400 + char for char in range(0x20)} | {0x09: 0x20, 0x7F: 0x2421}
_C1: Final = dict.fromkeys(range(0x80, 0xA0), 0x2426)
_BIDI: Final = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0x2426)
_UNSEEN: Final = dict.fromkeys([0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF], 0x2426)
_UNDECODED: Final = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_TABLE: Final = _CONTROL | _C1 | _BIDI | _UNSEEN | _UNDECODED


def visible(text: str) -> str:
    """The text as it may be painted; as long as the original."""
    return text if text.isprintable() else text.translate(_TABLE)


def visible_lines(text: str) -> str:
    """The same of a text of several lines, whose line breaks stay."""
    return "\n".join(map(visible, text.split("\n")))


def decode(data: bytes) -> str:
    """Bytes of a log as text; a byte that is not UTF-8 becomes one lone surrogate, so it counts as one character."""
    return data.decode("utf-8", "surrogateescape")
