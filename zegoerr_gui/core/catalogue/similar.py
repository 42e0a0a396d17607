"""What was meant by words of which no entry has all: mistyped ones, a whole sentence, signs without blanks between."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zegoerr_gui.core.catalogue.folding import CJK
from zegoerr_gui.core.catalogue.nearness import nearest
from zegoerr_gui.core.catalogue.query_terms import words_of
from zegoerr_gui.core.catalogue.searchable import Searchable

_SHORTEST: Final = 4  # letters of a word in which a typo is looked for
_LONGEST: Final = 40  # letters: a longer piece is an id
_NEAR: Final = 79.0  # per cent: one wrong letter in five
_SENTENCE: Final = 4  # words from which on not every one must be found
_LEAST_TELLING: Final = 1.5  # weight: a word that more than a fifth of the entries have tells nothing
_LEAST_SHARE: Final = 0.4  # of what a sentence's words weigh together, that the best entry must have
_BESIDE_BEST: Final = 0.7  # of what the best entry has, that others must have
_SURE: Final = 88.0  # per cent: in a sentence a word may stand in another form, but means itself
_TWO_WORDS: Final = 4  # signs without blanks between: where words begin in a longer run is not known
# They say nothing of what a sentence is about, and are too rare in a catalogue to be told by their weight.
_SMALL_WORDS: Final = (
    " a about after again all also am an and any are as at be because been before but by can cannot could did do does "
    "during for from get gets got had has have he her him his how i if in into is it its me my no not of on once only "
    "or our out says she should so some than that the their them then there these they this to too up us was we were "
    "what when where which while who why will with would you your 没有 "
)
_AS_DIGITS: Final = str.maketrans("oil", "011")  # in text that was read off a picture


@dataclass(frozen=True, slots=True)
class Meant:
    """What was sought instead: ``said`` as an agent reads it, ``words`` to be marked; and the codes, in order."""

    said: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    codes: tuple[int, ...] = ()


class Similar:
    """The words of a catalogue, and what each of them tells: a rare one more than a common one."""

    def __init__(self, entries: Sequence[Searchable]) -> None:
        self._entries = entries

    def to(self, typed: Sequence[str]) -> Meant:
        """The entries nearest to these words, of which no entry has all."""
        words = [word for phrase in typed for word in words_of(phrase)]
        if len(words) >= _SENTENCE or any(CJK.match(word) for word in words):
            return self._in_sentence(words)
        said = tuple(map(self._meant, words))
        if not all(said):
            return Meant()
        codes = self._best(dict.fromkeys(said, 1.0), said, len(set(said)))
        return Meant(said, said, codes) if codes else Meant()

    def _in_sentence(self, words: Sequence[str]) -> Meant:
        """What most of the telling words of a sentence lead to."""
        telling_words = dict.fromkeys(word for word in words if f" {word} " not in _SMALL_WORDS)
        said = [run for word in telling_words for run in self._said(word)]
        pieces = [piece for run in said for piece in (self._pairs_in(run) if CJK.match(run) else [run])]
        weights = {piece: self._weight(piece) for piece in pieces}
        telling = {piece: weight for piece, weight in weights.items() if weight >= _LEAST_TELLING}
        codes = self._best(telling, said, _LEAST_SHARE * sum(telling.values()))
        if not codes:
            return Meant()
        return Meant(tuple(run for run in said if run in telling or CJK.match(run)), tuple(telling), codes)

    def _said(self, word: str) -> Sequence[str]:
        """What the catalogue has of a word of a sentence."""
        if CJK.match(word):
            return self._runs(word)
        meant = self._meant(word, _SURE)
        return (meant,) if meant else ()

    def _meant(self, word: str, near: float = _NEAR) -> str:
        """The word of the catalogue that was meant; empty where there is none."""
        if any(word in one.all for one in self._entries):
            return word
        digits = word.translate(_AS_DIGITS)
        if digits in self._codes:
            return digits
        if word.isdecimal() or not _SHORTEST <= len(word) <= _LONGEST:
            return ""  # the code with a digit changed is another error
        return nearest(word, self._vocabulary, near)

    def _runs(self, word: str) -> list[str]:
        """The stretches of signs without blanks that the catalogue has words for: what stands between them is left."""
        runs: list[str] = []
        end = 0
        for place in range(len(word) - 1):
            if word[place : place + 2] not in self._pairs:
                continue
            if runs and place <= end:
                runs[-1] += word[end : place + 2]
            else:
                runs.append(word[place : place + 2])
            end = place + 2
        return runs

    def _pairs_in(self, run: str) -> list[str]:
        return [run[place : place + 2] for place in range(len(run) - 1) if run[place : place + 2] in self._pairs]

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(str(one.code) for one in self._entries)

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        """The words of the catalogue, the most common first, so that of two equally near ones it is taken."""
        counts = Counter(word for one in self._entries for word in set(words_of(one.all)))
        return tuple(word for word, _ in counts.most_common() if len(word) >= _SHORTEST)

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """The words of two signs that texts without blanks are made of: most words have two."""
        runs = (run for one in self._entries for run in CJK.findall(one.all) if len(run) <= _TWO_WORDS)
        pairs = {run[min(place, len(run) - 2) :][:2] for run in runs for place in range(0, len(run), 2)}
        return frozenset(pair for pair in pairs if f" {pair} " not in _SMALL_WORDS)

    def _weight(self, word: str) -> float:
        count = sum(one.rank(word) is not None for one in self._entries)
        return math.log(len(self._entries) / count) if count else 0.0

    def _best(self, weights: Mapping[str, float], runs: Sequence[str], least: float) -> tuple[int, ...]:
        """The codes whose words weigh most together; of equal ones those with most of the runs as they were typed."""
        scores: list[tuple[float, int, int, int]] = []
        for one in self._entries:
            ranks = {word: rank for word in weights if (rank := one.rank(word)) is not None}
            score = sum(weights[word] for word in ranks)
            if ranks and score >= least:
                whole = sum(run in one.all for run in runs)
                scores.append((-round(score, 6), -whole, max(ranks.values()), one.code))
        best = min(scores)[0] if scores else 0.0
        kept = [found for found in scores if found[0] <= _BESIDE_BEST * best]
        kept.sort(key=lambda found: found[:3])
        return tuple(found[3] for found in kept)
