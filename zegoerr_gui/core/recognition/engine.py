"""Where in raw bytes something may stand that is worth a closer look: the one seam behind which ``re`` works.

Each pattern begins with literal bytes, which ``re`` then searches for at memory speed; a look-behind or a choice at
the front would cost a factor of ten. What a pattern finds is only a place: the rules decide.
"""

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Final

_SIGNS: Final = (
    rb"ode[^0-9A-Za-z\n]{1,8}[0-9]",  # code, errorCode, error_code
    rb"ODE[^0-9A-Za-z\n]{1,8}[0-9]",
    rb"State(?:Changed|Update)",
    rb" state: [A-Z]",
    rb"isconnected [0-9]",
    rb"call by user ",
    rb'"level\\*":\\*"?3',
    rb"zp\.sv\.2\b",
    rb"zc\.b\.sss\b",
    rb"s detect error:",
)
_SIGHTS: Final = (b"zm.", b"zc.", b"zego", b"Zego", b"ZEGO")


class Engine:
    """Finds places in bytes: numbers of known families, and signs of an error line."""

    def __init__(self, prefixes: Iterable[str], codes: Iterable[int]) -> None:
        """``prefixes`` begin seven-digit codes; ``codes`` of other lengths are found one by one."""
        whole = sorted(prefixes)
        odd = sorted(str(code) for code in codes if len(str(code)) != 7 and code)
        self._numbers = [re.compile(pattern) for pattern in _by_first_digit(whole, odd)]
        self._signs = [re.compile(sign) for sign in _SIGNS]

    def places(self, data: bytes) -> Iterator[int]:
        """Offsets of numbers and signs in ``data``, ascending."""
        found = [[match.start() for match in pattern.finditer(data)] for pattern in (*self._numbers, *self._signs)]
        return merge(*(places for places in found if places))


def shows_sdk(data: bytes) -> bool:
    """Whether the SDK, or its vendor, is named anywhere in ``data``."""
    return any(sight in data for sight in _SIGHTS)


def _by_first_digit(prefixes: list[str], odd: list[str]) -> Iterator[bytes]:
    for digit in "0123456789":
        tails = [f"{prefix[1:]}[0-9]{{{7 - len(prefix)}}}" for prefix in prefixes if prefix[0] == digit]
        tails += [code[1:] for code in odd if code[0] == digit]
        if tails:
            yield f"{digit}(?:{'|'.join(tails)})(?![0-9])".encode()
