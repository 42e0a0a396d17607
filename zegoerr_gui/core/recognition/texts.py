"""Codes told by words alone: what the SDK's console prints, the SDK's own texts, the browser's errors.

Texts are compared with case and blanks folded. Two codes may share one text, mostly a publishing and a playing one:
the side of the stream that the line speaks of decides, else both are named.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.definitions import Definitions
from zegoerr_gui.core.recognition.sdk_line import Direction

_SHORTEST_FREE: Final = 12  # characters of a text that is recognised inside other words
_LEAST_BLANKS: Final = 2  # two words alone, such as "token expired", are everybody's
_LETTERS: Final = re.compile(r"[^\W\d_]+")
LEADS: Final = " :,-\"'()[]"  # what may stand between a number and its text
_STOPS: Final = ":,;."
_LONGEST_WORD: Final = 200  # characters that are looked at for the first word of a text
_PREFIX_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells: its codes, likeliest first, and the words it was told by, as the catalogue has them."""

    codes: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Meaning:
    code: int
    action: str | None
    words: str


def fold(text: str) -> str:
    """Case and blanks made equal."""
    return " ".join(text.casefold().split())


class TextIndex:
    """Every text of a catalogue that stands for a code, or for one of these ``codes``."""

    def __init__(self, catalogue: Catalogue, codes: Collection[int] | None = None) -> None:
        self._whole: dict[str, list[_Meaning]] = defaultdict(list)
        self._prefixes: dict[str, list[_Meaning]] = defaultdict(list)
        self._families = {entry.code: entry.family for entry in catalogue}
        self._of_code: dict[int, tuple[str, ...]] = {}
        self.definitions = Definitions(entry for entry in catalogue if codes is None or entry.code in codes)
        for entry in catalogue:
            if entry.severity == "ok" or (codes is not None and entry.code not in codes):
                continue
            prints = (text.text for text in entry.console_texts if " " in text.text)
            self._of_code[entry.code] = tuple(
                fold(text).rstrip(".") for text in (*entry.sdk_messages, *prints, *entry.browser_errors)
            )
            for message in entry.sdk_messages:
                self._whole[fold(message).rstrip(".")].append(_Meaning(entry.code, None, message))
            for text in entry.console_texts:
                index = self._prefixes if text.prefix else self._whole
                index[fold(text.text)].append(_Meaning(entry.code, text.action, text.text))
        known = (*self._whole, *self._prefixes)
        self._phrases = {text for text in known if " " in text} | {text for of in self._of_code.values() for text in of}
        self._words_of_actions = {
            (word, one.action or "") for word, meanings in self._prefixes.items() if " " not in word for one in meanings
        }
        told = (first for texts in self._of_code.values() for text in texts if (first := _LETTERS.match(text)))
        self._first_letters = {first[0] for first in told}
        self._first_words = {text.split(" ", 1)[0] for text in known}
        of_browser = tuple(f" {fold(name)}" for entry in catalogue for name in entry.browser_errors)
        free = {text for text in known if _can_stand_free(text) or text.endswith(of_browser)}
        self._free_texts = sorted(free, key=len, reverse=True)
        self._free_words = {re.findall(r"\w+", text)[0] for text in self._free_texts}

    @cached_property
    def _free(self) -> re.Pattern[str]:
        """Made when a line has one of the words: the window opens without it."""
        return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in self._free_texts) or r"(?!)")

    def agrees(self, code: int, text: str) -> bool:
        """Whether ``text`` holds one of the texts that stand for ``code``: the SDK glues details to either side."""
        folded = fold(text)
        return any(known in folded for known in self._of_code.get(code, ()))

    def knows_part_of(self, text: str) -> bool:
        """Whether any of the texts may stand somewhere in ``text``; a single word tells only beside its action."""
        folded = fold(text)
        if any(known in folded for known in self._phrases):
            return True
        return any(word in folded and action in text for word, action in self._words_of_actions)

    def ends_with(self, code: int, text: str) -> bool:
        """Whether ``text`` ends in one of the texts that stand for ``code``."""
        return fold(text).endswith(self._of_code.get(code, ()))

    def told_by(self, text: str, action: str = "", direction: Direction | None = None) -> Told | None:
        """The codes that a whole text stands for: a line's content, a message's value."""
        first = text[:_LONGEST_WORD].split(None, 1)
        if not first or first[0].casefold() not in self._first_words:
            return None
        folded = fold(text)
        meanings = self._whole.get(folded.rstrip(".")) or self._by_prefix(folded, action)
        return self._decide(meanings, action, direction) if meanings else None

    def may_begin(self, text: str) -> bool:
        """Whether a text may be one of those known, or begin with one: by its first word, which may be cut."""
        rest = text.lstrip(LEADS)
        first = _LETTERS.match(rest)
        return first is not None and (first.end() == len(rest) or first[0].casefold() in self._first_letters)

    def told_inside(self, text: str, direction: Direction | None = None) -> Iterator[Told]:
        """The codes told by texts that stand somewhere among other words."""
        folded = fold(text)
        if not self._free_words.isdisjoint(re.findall(r"\w+", folded)):
            for found in self._free.finditer(folded):
                yield self._decide(self._whole.get(found[0]) or self._prefixes[found[0]], "", direction)

    def _decide(self, meanings: list[_Meaning], action: str, direction: Direction | None) -> Told:
        if same_action := [meaning for meaning in meanings if action and meaning.action == action]:
            meanings = same_action
        codes = list(dict.fromkeys(meaning.code for meaning in meanings))
        codes.sort(key=lambda code: self._families.get(code) != direction)
        if direction and len(codes) > 1 and self._families.get(codes[0]) == direction:
            codes = [code for code in codes if self._families.get(code) == direction]
        return Told(tuple(codes), meanings[0].words)

    def _by_prefix(self, folded: str, action: str) -> list[_Meaning]:
        """Meanings of the longest known beginning, of the same action if possible; one word needs its own action."""
        found = [self._prefixes[part] for part in _parts(folded) if part in self._prefixes]
        for meanings in found:
            if same_action := [meaning for meaning in meanings if action and meaning.action == action]:
                return same_action
        return next((meanings for meanings in found if " " in fold(meanings[0].words)), [])


def _parts(folded: str) -> Iterator[str]:
    """A text's beginnings at word ends, longest first."""
    words = folded.split(" ")
    for count in range(min(len(words), _PREFIX_WORDS), 0, -1):
        part = " ".join(words[:count])
        yield part
        if part[-1:] in _STOPS:
            yield part.rstrip(_STOPS)
    if len(words) > _PREFIX_WORDS:
        yield folded


def _can_stand_free(text: str) -> bool:
    return len(text) >= _SHORTEST_FREE and text.count(" ") >= _LEAST_BLANKS
