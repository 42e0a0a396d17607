"""Where in raw bytes something may stand that is worth a closer look: the one seam behind which patterns are searched.

What is found is only a place: the rules decide. ``fast_engine`` finds the same in one pass over the bytes. Here each
pattern is a pass; it begins with literal bytes, which ``re`` then searches for at memory speed: a look-behind or a
choice at the front would cost a factor of ten.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

SEVEN: Final = 7  # digits of a code
_GUARD: Final = 3  # digits by which most numbers are told from codes
# None matches across lines, or looks at what stands around it: all engines understand them.
SIGNS: Final = (
    rb"ode[^0-9A-Za-z\n]{1,12}[0-9]",  # code, errorCode, error_code
    rb"ODE[^0-9A-Za-z\n]{1,12}[0-9]",
    rb"State(?:Changed|Update)",
    rb" state: [A-Z]",
    rb'level\\*"[ \t]*:[ \t]*\\*"?3',
    rb"zm\.rm\.scb",
    rb"zm\.0\b",
    rb"zp\.sv\.2",
    rb"zc\.b\.sss",
    rb"rver[ _]error",
    rb"s detect error:",
    rb"msg\\*[\"']?[ \t]*:[ \t]*\\*[\"'][^\\\"'\n]",
    rb"message\\*[\"']?[ \t]*:[ \t]*\\*[\"'][^\\\"'\n]",
    rb"extendedData\\*[\"']?[ \t]*:[ \t]*\\*[\"'][^\\\"'\n]",
    rb"isconnected [0-9]",
    rb"call by user ",
)
SIGHTS: Final = (
    rb"zego",
    rb"Zego",
    rb"ZEGO",
    rb"action\\*[\"']?[ \t]*:[ \t]*\\*[\"']z[a-z]\.",
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
        self.prefixes = sorted(prefix for prefix in prefixes if len(prefix) <= SEVEN)
        self.odd = sorted(str(code) for code in codes if len(str(code)) != SEVEN and code)
        numbers = list(_patterns(self.prefixes, self.odd))
        self.in_text = re.compile(f"(?<![0-9])(?:{b'|'.join(numbers).decode()})")  # the same in one line
        self._numbers = [re.compile(pattern) for pattern in numbers]
        self._signs = [re.compile(sign) for sign in SIGNS]
        self._sights = [re.compile(sight) for sight in SIGHTS]

    def prepare(self) -> Iterator[None]:
        """Makes ready what is not, in steps; what is searched before is made ready then."""
        return iter(())

    def places(self, data: bytes) -> tuple[list[int], list[int]]:
        """Places in the lines worth reading whole, and offsets of numbers that may be codes; both ascending."""
        numbers = _places(self._numbers, data)
        return _places(self._signs, data), [place for place in numbers if not data[place - 1 : place].isdigit()]

    def finds(self, data: bytes) -> bool:
        """Whether there is either in ``data``."""
        return any(self.places(data))

    def shows_sdk(self, data: bytes) -> bool:
        """Whether the SDK, or its vendor, is named anywhere in ``data``."""
        return any(sight.search(data) for sight in self._sights)


def _places(patterns: list[re.Pattern[bytes]], data: bytes) -> list[int]:
    places = [match.start() for pattern in patterns for match in pattern.finditer(data)]
    places.sort()
    return places


def _patterns(prefixes: list[str], odd: list[str]) -> Iterator[bytes]:
    """One pattern for numbers with the same first digit: ``1[01][01](?:(?<=100)[0-9]{4}|(?<=101)7[0-9]{3})(?![0-9])``.

    Most numbers end at one of the sets; a choice at that place would cost more than all the rest.
    """
    begun: dict[str, dict[str, list[str]]] = {}  # what follows three digits, by these and by how many more may follow
    for prefix in prefixes:
        for more in product("0123456789", repeat=max(0, _GUARD - len(prefix))):
            known = prefix + "".join(more)
            rest = f"[0-9]{{{SEVEN - len(known)}}}"
            begun.setdefault(known[:_GUARD], {}).setdefault(rest, []).append(known[_GUARD:])
    for code in odd:
        if len(code) < _GUARD:
            yield f"{code}(?![0-9])".encode()
        else:
            begun.setdefault(code[:_GUARD], {}).setdefault("", []).append(code[_GUARD:])
    for first in sorted({guard[0] for guard in begun}):
        guards = [guard for guard in begun if guard[0] == first]
        second, third = ("".join(sorted({guard[place] for guard in guards})) for place in (1, 2))
        choices = "|".join(
            f"(?<={guard})(?:{_last_digits_together(tails)}){rest}"
            for guard in guards
            for rest, tails in begun[guard].items()
        )
        yield f"{first}[{second}][{third}](?:{choices})(?![0-9])".encode()


def _last_digits_together(tails: list[str]) -> str:
    """``00|01|02|17`` as ``0[012]|1[7]``: a set of digits is matched in one step."""
    ends: dict[str, str] = {}
    for tail in tails:
        ends[tail[:-1]] = ends.get(tail[:-1], "") + tail[-1:]
    return "|".join(f"{start}[{digits}]" if digits else start for start, digits in ends.items())
