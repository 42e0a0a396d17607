"""Codes told by a whole text of the SDK that stands in a query, whatever ids and numbers stand around it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.folding import begins_word, fold
from zegoerr_gui.core.catalogue.searchable import printed_texts

_SHORTEST: Final = 12  # characters of a text that tells something among other words
_STOPS: Final = " .,:;"


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text that the SDK or the browser prints, folded, and the codes it is printed for, in the catalogue's order."""

    words: str
    codes: tuple[int, ...]


class Printed:
    """The texts of a catalogue that are more than one everyday word."""

    def __init__(self, catalogue: Catalogue) -> None:
        codes: dict[str, list[int]] = defaultdict(list)
        for entry in catalogue:
            for text in dict.fromkeys(fold(printed).strip(_STOPS) for printed in printed_texts(entry)):
                if " " in text or text in map(fold, entry.browser_errors):
                    codes[text].append(entry.code)
        longest = sorted(codes, key=len, reverse=True)
        self._texts = [PrintedText(text, tuple(codes[text])) for text in longest]

    def told_by(self, query: str, words: Collection[str]) -> list[PrintedText]:
        """The texts that stand in a folded query as a whole, longest first; none that is part of a longer one.

        ``words`` are those of the query: a short text must be all of them.
        """
        found: list[PrintedText] = []
        whole = " ".join(words)
        for text in self._texts:
            if text.words not in query and text.words != whole:
                continue
            told = text.words == whole or (len(text.words) >= _SHORTEST and _stands_in(text.words, query))
            if told and not any(text.words in other.words for other in found):
                found.append(text)
        return found


def _stands_in(words: str, text: str) -> bool:
    place = text.find(words)
    while place >= 0:
        end = place + len(words)
        if begins_word(text, place) and (end == len(text) or begins_word(text, end)):
            return True
        place = text.find(words, place + 1)
    return False
