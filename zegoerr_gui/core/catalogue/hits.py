"""Where in a text the words stand that were sought."""

from collections.abc import Iterable, Sequence
from typing import Final

from zegoerr_gui.core.catalogue.folding import begins_word, fold_with_places

_SHORT: Final = 2  # letters: as little is marked at the beginning of a word only

Span = tuple[int, int]  # from, to, in code points


def hits(text: str, marks: Iterable[str]) -> Sequence[Span]:
    """The places of the marks (folded) in a text, in order; those that touch or overlap are one."""
    folded, places = fold_with_places(text)
    found = sorted(span for mark in marks for span in _all(folded, mark))
    joined: list[Span] = []
    for start, end in found:
        first, last = places[start], places[end - 1] + 1
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined


def _all(text: str, mark: str) -> Iterable[Span]:
    place = text.find(mark) if mark else -1
    while place >= 0:
        if len(mark) > _SHORT or not mark.isascii() or begins_word(text, place):
            yield place, place + len(mark)
        place = text.find(mark, place + 1)
