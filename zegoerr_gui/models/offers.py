"""What the palette offers: actions, codes and logs as rows, those that have the words that were typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from zegoerr_gui.core.catalogue.folding import fold
from zegoerr_gui.models.item_list import ItemList

Kind = Literal["action", "code", "log", "query"]
_NEVER: Final = 1_000  # behind every recent choice


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: what kind it is, its key among those of its kind, its words.

    ``number`` is the code that stands before the words; ``place`` says where it belongs, such as a menu; ``keys`` are
    as this system writes them. What is not ``possible`` now is shown, but cannot be chosen.
    """

    kind: Kind
    key: str
    words: str
    number: str = ""
    place: str = ""
    keys: str = ""
    possible: bool = True

    @property
    def id(self) -> str:
        """What tells it from every other."""
        return f"{self.kind}:{self.key}"


class OfferList(ItemList[Offer]):
    """Holds a row for each offer that has all the words typed, the best first.

    Among equally good ones those come first that were chosen last, then as they were offered.
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[str, Offer]] = []  # with the text that is searched
        self._recent: Mapping[str, int] = {}

    def set_offers(self, offers: Iterable[Offer], recent: Sequence[str]) -> None:
        """Offer other things, of which some were chosen before: their ids, the last first."""
        self._all = [(fold(f"{one.number} {one.words} {one.place}"), one) for one in offers]
        self._recent = {key: place for place, key in enumerate(recent)}
        self.seek("")

    def seek(self, typed: str, otherwise: Offer | None = None) -> None:
        """Show the offers that have all the words typed, and what can be done ``otherwise`` behind them."""
        sought = fold(typed).split()
        ranked = [(rank, one) for text, one in self._all if (rank := _rank(text, one, sought)) is not None]
        ranked.sort(key=lambda pair: (pair[0], self._recent.get(pair[1].id, _NEVER)))
        self._show([one for _, one in ranked] + ([otherwise] if otherwise else []))

    def words(self, item: Offer) -> str:
        """The words of an offer alone."""
        return item.words

    def spoken(self, item: Offer) -> str:
        """All that its row shows."""
        now = "" if item.possible else self.tr("not possible now")
        return ", ".join(filter(None, (item.number, item.words, item.place, item.keys, now)))


def _rank(text: str, offer: Offer, sought: Sequence[str]) -> int | None:
    """How well the worst of the words fits, 0 being best; None where one of them is missing."""
    fits = [_fit(text, word, offer.number) for word in sought]
    return None if None in fits else max(filter(None, fits), default=0)


def _fit(text: str, word: str, number: str) -> int | None:
    """0 for the code itself, 1 for the begin of the whole text, 2 for that of a word in it, 3 for the inside of one."""
    if word == number:
        return 0
    if word not in text:
        return None
    return 1 if text.startswith(word) else 2 if f" {word}" in text else 3
