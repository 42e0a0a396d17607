"""Where in raw bytes something may stand that is worth a closer look: the one seam behind which ``re`` works.

Each pattern begins with literal bytes, which ``re`` then searches for at memory speed; a look-behind or a choice at
the front would cost a factor of ten. What a pattern finds is only a place: the rules decide.
"""

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Final

_SIGNS: Final = (
    rb"ode[^0-9A-Za-z\n]{1,12}[0-9]",  # code, errorCode, error_code
    rb"ODE[^0-9A-Za-z\n]{1,12}[0-9]",
    rb"State(?:Changed|Update)",
    rb" state: [A-Z]",
    rb"isconnected [0-9]",
    rb"call by user ",
    rb'level\\*"\s*:\s*\\*"?3',
    rb"zm\.(?:rm\.scb|0)\b",
    rb"zp\.sv\.2\b",
    rb"zc\.b\.sss\b",
    rb"s detect error:",
    rb"rver[ _]error",
    rb"extendedData\\*[\"']?\s*:\s*\\*[\"'][^\\\"']",
    rb"msg\\*[\"']?\s*:\s*\\*[\"'][^\\\"']",
    rb"message\\*[\"']?\s*:\s*\\*[\"'][^\\\"']",
)
_SIGHTS: Final = (
    rb"zego",
    rb"Zego",
    rb"ZEGO",
    rb"action\\*[\"']?\s*:\s*\\*[\"']z[a-z]\.",
    rb"State(?:Changed|Update)\b",
    rb"PublishingStream",
    rb"PlayingStream",
    rb"loginRoom",
    rb"logoutRoom",
    rb"zg\.[a-z]+[A-Z(]",
    rb"MixerTask",
    rb"createStream\b",
    rb"renewToken",
    rb"extendedData",
    rb"LOGIN_FAILED",
    rb"RECONNECT_FAILED",
    rb"PUBLISH_REQUESTING",
    rb"PLAY_REQUESTING",
    rb"NO_PUBLISH\b",
    rb"NO_PLAY\b",
)
LONGEST_SIGHT: Final = 40  # bytes that the end of one slice and the beginning of the next may share


class Engine:
    """Finds places in bytes: numbers of known families, and signs of an error line."""

    def __init__(self, prefixes: Iterable[str], codes: Iterable[int]) -> None:
        """``prefixes`` begin seven-digit codes; ``codes`` of other lengths are found one by one."""
        whole = sorted(prefixes)
        odd = sorted(str(code) for code in codes if len(str(code)) != 7 and code)
        self.in_text = re.compile(f"(?<![0-9])(?:{b'|'.join(_patterns(whole, odd)).decode()})")  # the same in one line
        self._numbers = [re.compile(pattern) for pattern in _patterns(whole, odd)]
        self._signs = [re.compile(sign) for sign in _SIGNS]
        self._sights = [re.compile(sight) for sight in _SIGHTS]

    def numbers(self, data: bytes) -> list[int]:
        """Offsets of numbers that may be codes, ascending."""
        return _merged(self._numbers, data)

    def signs(self, data: bytes) -> list[int]:
        """Offsets of what makes a line worth reading whole, ascending."""
        return _merged(self._signs, data)

    def places(self, data: bytes) -> Iterator[int]:
        """Offsets of both, ascending."""
        return merge(self.signs(data), self.numbers(data))

    def shows_sdk(self, data: bytes) -> bool:
        """Whether the SDK, or its vendor, is named anywhere in ``data``."""
        return any(sight.search(data) for sight in self._sights)


def _merged(patterns: list[re.Pattern[bytes]], data: bytes) -> list[int]:
    found = [[match.start() for match in pattern.finditer(data)] for pattern in patterns]
    return list(merge(*(places for places in found if places)))


def _patterns(prefixes: list[str], odd: list[str]) -> Iterator[bytes]:
    """One pattern for numbers with the same first two digits and the same length: ``10(?:0[0-9]|17)[0-9]{3}``."""
    alike: dict[tuple[str, str], list[str]] = {}
    for prefix in prefixes:
        alike.setdefault((prefix[:2], f"[0-9]{{{7 - len(prefix)}}}"), []).append(prefix[2:])
    for code in odd:
        alike.setdefault((code[:2], ""), []).append(code[2:])
    for (head, rest), tails in alike.items():
        yield f"{head}(?:{_last_digits_together(tails)}){rest}(?![0-9])".encode()


def _last_digits_together(tails: list[str]) -> str:
    """``00|01|02|17`` as ``0[012]|1[7]``: a set of digits is matched in one step."""
    ends: dict[str, str] = {}
    for tail in tails:
        ends[tail[:-1]] = ends.get(tail[:-1], "") + tail[-1:]
    return "|".join(f"{start}[{digits}]" if digits else start for start, digits in ends.items())
