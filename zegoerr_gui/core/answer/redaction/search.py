"""Goes through a text from secret to secret. What is found depends on the text alone, not on how it was sliced."""

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from zegoerr_gui.core.answer.redaction.found import CONTEXT, Found, Rule, Text, always

_ENDS: Final = r"(?=\d{0,2}[\s\"'`\\:=%>,.(|&\[\]是为為は는：＝])"  # what can stand behind a key
_REACH: Final = 1024  # characters behind a sign in which what it belongs to ends
_LONG: Final = 2 * 1024  # characters of a window: where signs stand close together nobody looks for the last of them
_NEAR: Final = 2 * CONTEXT  # characters behind a label, before which a sign may stand however far away it was


class Search:
    """Holds rules made ready for searching."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._finders = tuple(_Finder(sought) for sought in _all_sought(rules))
        self._order = {rule: number for number, rule in enumerate(rules)}

    def walk(self, text: Text, at: int) -> "Walk":
        """A way through a text, from ``at`` on."""
        return Walk(text, at, self._finders, self._order)


class Walk:
    """Holds for each finder what it finds next."""

    def __init__(self, text: Text, at: int, finders: Sequence["_Finder"], order: dict[Rule, int]) -> None:
        self._text = text
        self._finders = finders
        self._order = order
        self._label = at  # where the last label ends
        self._pending = [finder.next(text, at, at) for finder in finders]

    def next(self) -> Found | None:
        """The place that comes next, whether its rule holds or not."""
        found = [one for one in self._pending if one is not None]
        return min(found, key=lambda one: (one.start, self._order[one.rule]), default=None)

    def first_begin(self, limit: int) -> int:
        """Where the first match begins that is still to be judged; ``limit`` where that is nearer."""
        return min([limit, *(one.begin for one in self._pending if one is not None)])

    def refuse(self, found: Found) -> None:
        """Go on behind a place where the rule does not hold."""
        place = self._pending.index(found)
        self._pending[place] = self._finders[place].next(self._text, found.begin, self._label, found.rule)

    def go_on(self, at: int) -> None:
        """Go on behind what was masked."""
        self._label = at
        for place, finder in enumerate(self._finders):
            found = self._pending[place]
            if found is not None and found.begin < at:
                found = self._pending[place] = finder.next(self._text, at, at)
            if finder.looks_back and (near := finder.near(self._text, at)) and (not found or near.begin < found.begin):
                self._pending[place] = near


def prepared(rules: Sequence[Rule]) -> Iterator[float]:
    """Have Python keep every pattern ready that a Search of these rules compiles, one a step; yields the share done."""
    patterns = [pattern for sought in _all_sought(rules) for pattern in _patterns(sought)]
    for number, pattern in enumerate(patterns, 1):
        re.compile(pattern)
        yield number / len(patterns)


class _Sought(NamedTuple):
    """A pattern of one rule, or of many keys at once, which ``ends`` follow; ``is_ascii`` is how what it finds begins:
    few texts have anything else.
    """

    pattern: str
    rules: tuple[Rule, ...]
    ends: str = ""
    is_ascii: bool = True


def _all_sought(rules: Sequence[Rule]) -> Iterator[_Sought]:
    keys = tuple(rule for rule in rules if rule.is_key)
    for rule in rules:
        if not rule.is_key:
            yield _Sought(rule.pattern, (rule,))
    words = [word for rule in keys for word in rule.pattern.split("|")]
    for is_ascii in (True, False):
        if some := [word for word in words if word[0].isascii() == is_ascii]:
            yield _Sought(_any_of(some), keys, _ENDS, is_ascii)


def _patterns(sought: _Sought) -> list[str]:
    """The pattern that finds a place, and those by which its rules are tried there."""
    ends = sought.ends
    return [f"(?:{pattern}){ends}" for pattern in (sought.pattern, *(rule.pattern for rule in sought.rules))]


def _any_of(words: Iterable[str]) -> str:
    """One pattern for all words, sorted by their first letters: so most places are passed over at once."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


class _Finder:
    """One pattern for one rule, or for many keys at once."""

    def __init__(self, sought: _Sought) -> None:
        self._pattern, *of_rules = map(re.compile, _patterns(sought))
        self._rules = tuple(zip(of_rules, sought.rules, strict=True))
        self._signs = sought.rules[0].signs
        self._is_ascii = sought.is_ascii
        self.looks_back = bool(self._signs) and sought.rules[0].holds is not always

    def next(self, text: Text, at: int, label: int, behind: Rule | None = None) -> Found | None:
        """The first place from ``at`` on where something would be masked; at ``at`` only by a rule ``behind`` one."""
        if behind and (found := self._first(text, at, self._place(behind) + 1)):
            return found
        return next(self._all(text, at + 1 if behind else at, label), None)

    def near(self, text: Text, at: int) -> Found | None:
        """The first place shortly behind ``at``, whether a sign is near in the original or not."""
        return next(self._within(text, at, (at, at + _NEAR, at + _NEAR)), None)

    def _place(self, rule: Rule) -> int:
        return next(place for place, (_, one) in enumerate(self._rules) if one is rule)

    def _all(self, text: Text, at: int, label: int) -> Iterator[Found]:
        for window in self._windows(text, at, label):
            yield from self._within(text, at, window)

    def _within(self, text: Text, at: int, window: "_Window") -> Iterator[Found]:
        begin, last, end = window
        for match in self._pattern.finditer(text.folded, begin, end):
            if match.start() > last:
                return
            found = self._first(text, match.start(), 0)
            if found and found.begin >= at:
                yield found

    def _windows(self, text: Text, at: int, label: int) -> Iterator["_Window"]:
        """Where to look from ``at`` on: everywhere, or round the signs, each place once.

        A rule that judges by what stands before sees labels there, not the secrets, so a sign may be nearer than in
        the original.
        """
        if not self._is_ascii and text.folded.isascii():
            return
        if not self._signs:
            yield at, len(text.folded), len(text.folded)
            return
        places = heapq.merge(*(_places(text.folded, sign, max(0, at - CONTEXT)) for sign in self._signs))
        begin, end = at, max(at, label + _NEAR) if self.looks_back else at
        last = end
        for place in places:
            if place - CONTEXT > end or end - begin > _LONG:
                yield begin, last, end
                begin = max(at, place - CONTEXT)
            last, end = max(last, place + CONTEXT), max(end, place + _REACH)
        yield begin, last, end

    def _first(self, text: Text, begin: int, place: int) -> Found | None:
        """What the first rule that holds at a place finds there."""
        for pattern, rule in self._rules[place:]:
            match = pattern.match(text.folded, begin)
            if match and (spans := rule.read(text, match)):
                return Found(rule, min(begin, spans[0][0]), spans)
        return None


_Window = tuple[int, int, int]  # where to look from, where the last match can begin, and where it ends at the latest


def _places(text: str, sign: str, at: int) -> Iterator[int]:
    place = text.find(sign, at)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)
