"""The rooms, users and streams of a log, with what became of each, so that one of them can be chosen."""

from collections.abc import Generator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from zegoerr_gui.core.answer.situation import failures_of, told_by
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.scope import KINDS, Scope, ScopeKind, name_in

MOST: Final = 10_000  # names kept of a kind
_OFFERED: Final = 50
_A_STEP: Final = 128  # failures


@dataclass(slots=True)
class Fared:
    """How one scope fared: its first line (from 0), its failures, and how many of them did not recover."""

    scope: Scope
    first_line: int
    failures: int = 0
    unrecovered: int = 0


@dataclass(frozen=True, slots=True)
class Scopes:
    """All that a log names, kind by kind, in the order of first mention; ``left_out`` counts failures of further names.

    What tells no name of a kind is a scope too, so that the failures of a kind add up.
    """

    all: tuple[Fared, ...] = ()
    left_out: int = 0

    @property
    def offered(self) -> tuple[Fared, ...]:
        """The most telling few to choose from at once: of the first kind of which two that have a name failed."""
        for kind in KINDS:
            failed = [one for one in self.all if one.scope.kind == kind and one.failures]
            if sum(bool(one.scope.name) for one in failed) > 1:
                return tuple(nsmallest(_OFFERED, failed, key=_how_telling))
        return ()

    @property
    def listed(self) -> list[Fared]:
        """Every one, rooms before users before streams, the most telling of each first."""
        kinds = {kind: place for place, kind in enumerate(KINDS)}
        return sorted(self.all, key=lambda one: (kinds[one.scope.kind], *_how_telling(one)))


def read_scopes(results: Results) -> Generator[float, None, Scopes]:
    """Goes through what a log tells by now, in steps of about a millisecond; returns what it names."""
    found = _Found()
    failures = failures_of(results, Evidence.LIKELY).now()
    for number, told in enumerate(told_by(failures, results)):
        for kind in KINDS:
            found.take(kind, name_in(told.failure, kind), told.failure.first_line, told.is_unrecovered)
        if number % _A_STEP == _A_STEP - 1:
            yield number / len(failures)
    for course in results.states.all.values():
        if course.had_success:
            found.take_success("room" if course.kind == "room" else "stream", course.name, course.first_line)
    return found.scopes()


def scope_name(scope: Scope, most: int = 60) -> str:
    """``room math_7b``, in at most so many characters of the name."""
    if not scope.name:
        return f"no {scope.kind} named"
    shown = visible(scope.name)
    return f"{scope.kind} {shown if len(shown) <= most else shown[: most - 1] + '…'}"


def scope_title(scope: Scope, most: int = 60) -> str:
    """The same at the beginning of a sentence, or by itself."""
    name = scope_name(scope, most)
    return name[0].upper() + name[1:]


def how_it_fared(fared: Fared) -> str:
    """``3 failures, 1 not recovered``."""
    if not fared.failures:
        return "no failure"
    failures = f"{fared.failures:,} {'failure' if fared.failures == 1 else 'failures'}"
    return f"{failures}, {fared.unrecovered:,} not recovered" if fared.unrecovered else f"{failures}, recovered"


class _Found:
    """What has been found so far."""

    def __init__(self) -> None:
        self._of: dict[ScopeKind, dict[str, Fared]] = {kind: {} for kind in KINDS}
        self._left_out = 0

    def take(self, kind: ScopeKind, name: str, line: int, unrecovered: bool) -> None:
        """Count one failure."""
        fared = self._fared(kind, name, line)
        if fared is None:
            self._left_out += 1
            return
        fared.failures += 1
        fared.unrecovered += unrecovered

    def take_success(self, kind: ScopeKind, name: str, line: int) -> None:
        """Take in that something worked, and the line in which it did first."""
        fared = self._fared(kind, name, line)
        if fared is not None:
            fared.first_line = min(fared.first_line, line)

    def scopes(self) -> Scopes:
        """All of them in order; of what names nothing, only the kinds that others of which name something."""
        named = [fared for fared in self._of.values() if any(fared)]
        ordered = (one for fared in named for one in sorted(fared.values(), key=lambda one: one.first_line))
        return Scopes(tuple(ordered), self._left_out)

    def _fared(self, kind: ScopeKind, name: str, line: int) -> Fared | None:
        known = self._of[kind]
        fared = known.get(name)
        if fared is None and len(known) < MOST:
            fared = known[name] = Fared(Scope(kind, name), line)
        return fared


def _how_telling(fared: Fared) -> tuple[bool, bool, bool, int]:
    """Unrecovered failures first, then others, what names nothing last; then by first mention."""
    return not fared.scope.name, not fared.unrecovered, not fared.failures, fared.first_line
