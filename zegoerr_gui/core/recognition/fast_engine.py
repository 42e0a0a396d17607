"""The engine on top of Hyperscan, which looks for everything in one pass: ten times as fast as ``re`` in many."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.recognition.engine import SEVEN, SIGHTS, SIGNS, Engine

if TYPE_CHECKING:
    from hyperscan import Database

_SIGN: Final = 0  # what a pattern finds: a sign, or else a number of so many digits


class FastEngine(Engine):
    """Finds what ``Engine`` does, and as ``Engine`` does it where Hyperscan is missing: Windows on ARM has none.

    It is loaded, and its patterns are made ready, when they are first needed: so the window opens sooner.
    """

    def places(self, data: bytes) -> tuple[list[int], list[int]]:
        if self._telling is None:
            return super().places(data)
        found: dict[int, list[int]] = {what: [] for what in (_SIGN, SEVEN, *map(len, self.odd))}
        whole = data if data.endswith(b"\n") else data + b"\n"  # behind a number there is something
        _search(self._telling, whole, found)
        signs = [end - 1 for end in found.pop(_SIGN)]
        numbers = [end - 1 - digits for digits, ends in found.items() for end in ends]
        signs.sort()
        numbers.sort()
        return signs, numbers

    def shows_sdk(self, data: bytes) -> bool:
        if self._sight is None:
            return super().shows_sdk(data)
        found: dict[int, list[int]] = {_SIGN: []}
        _search(self._sight, data, found)
        return bool(found[_SIGN])

    @cached_property
    def _telling(self) -> "Database | None":
        begun = [(SEVEN, f"{prefix}[0-9]{{{SEVEN - len(prefix)}}}") for prefix in self.prefixes]
        numbers = begun + [(len(code), code) for code in self.odd]
        whole = [(digits, f"(?:^|[^0-9]){number}[^0-9]".encode()) for digits, number in numbers]
        return _compiled([*((_SIGN, sign) for sign in SIGNS), *whole])

    @cached_property
    def _sight(self) -> "Database | None":
        return _compiled([(_SIGN, b"|".join(SIGHTS))])


def _search(database: "Database", data: bytes, found: dict[int, list[int]]) -> None:
    """Put where each match ends to what it found."""

    def put(what: int, _begin: int, end: int, _flags: int, _context: object) -> None:
        found[what].append(end)

    database.scan(data, match_event_handler=put)


def _compiled(patterns: Iterable[tuple[int, bytes]]) -> "Database | None":
    """Patterns that find one thing or another, to be sought together; None where there is no Hyperscan."""
    try:
        import hyperscan
    except ImportError:
        return None
    things, expressions = zip(*patterns, strict=True)
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(expressions=expressions, ids=things, elements=len(things), flags=[0] * len(things))
    database.scratch = hyperscan.Scratch(database)
    return database
