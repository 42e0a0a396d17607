"""The engine on top of Hyperscan, which looks for everything in one pass: ten times as fast as ``re`` in many."""

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.recognition.engine import SEVEN, SIGHTS, SIGNS, Engine

if TYPE_CHECKING:
    from types import ModuleType

    from hyperscan import Database

_SIGN: Final = 0  # what a pattern finds: a sign, or else a number of so many digits


class FastEngine(Engine):
    """Finds what ``Engine`` does, and as ``Engine`` does it where Hyperscan is missing: Windows on ARM has none.

    It is loaded, and its patterns are made ready, when they are first needed: so the window opens sooner.
    """

    def prepare(self) -> Iterator[None]:
        for part in ("_library", "_sight", "_telling"):
            getattr(self, part)
            yield

    def places(self, data: bytes) -> tuple[list[int], list[int]]:
        if self._telling is None:
            return super().places(data)
        found: dict[int, list[int]] = {what: [] for what in (_SIGN, *self._numbers_by_length)}
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
    def _library(self) -> "ModuleType | None":
        try:
            return import_module("hyperscan")
        except ImportError:
            return None

    @cached_property
    def _telling(self) -> "Database | None":
        patterns = {_SIGN: b"|".join(SIGNS)}
        for digits, numbers in self._numbers_by_length.items():
            patterns[digits] = f"(?:^|[^0-9])(?:{'|'.join(numbers)})[^0-9]".encode()
        return self._compiled(patterns)

    @cached_property
    def _sight(self) -> "Database | None":
        return self._compiled({_SIGN: b"|".join(SIGHTS)})

    @cached_property
    def _numbers_by_length(self) -> dict[int, list[str]]:
        numbers: dict[int, list[str]] = {}
        for prefix in self.prefixes:
            numbers.setdefault(SEVEN, []).append(prefix + "[0-9]" * (SEVEN - len(prefix)))
        for code in self.odd:
            numbers.setdefault(len(code), []).append(code)
        return numbers

    def _compiled(self, patterns: dict[int, bytes]) -> "Database | None":
        """Patterns by what they find, to be sought together; None where there is no Hyperscan."""
        if self._library is None:
            return None
        database: Database = self._library.Database(mode=self._library.HS_MODE_BLOCK)
        things, count = list(patterns), len(patterns)
        database.compile(expressions=list(patterns.values()), ids=things, elements=count, flags=[0] * count)
        database.scratch = self._library.Scratch(database)
        return database


def _search(database: "Database", data: bytes, found: dict[int, list[int]]) -> None:
    """Put where each match ends to what it found."""

    def put(what: int, _begin: int, end: int, _flags: int, _context: object) -> None:
        found[what].append(end)

    database.scan(data, match_event_handler=put)
