"""The rooms, users and streams of a log as rows, those that have the words that were typed."""

from collections.abc import Sequence
from typing import Final

from zegoerr_gui.core.answer.scopes import Fared, how_it_fared, scope_title
from zegoerr_gui.models.item_list import ItemList

_LONGEST: Final = 200  # characters of a name


class ScopeList(ItemList[Fared]):
    """Holds a row for each scope whose name has all the words."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[str, Fared]] = []  # with the text that is searched

    def set_scopes(self, scopes: Sequence[Fared]) -> None:
        """Show other scopes, in this order, all of them."""
        self._all = [(f"{one.scope.kind} {one.scope.name}".casefold(), one) for one in scopes]
        self._show(scopes)

    def seek(self, words: str) -> None:
        """Show those that have all of the words."""
        sought = words.casefold().split()
        self._show([one for text, one in self._all if all(word in text for word in sought)])

    def words(self, item: Fared) -> str:
        """What the scope is called."""
        return scope_title(item.scope, _LONGEST)

    def spoken(self, item: Fared) -> str:
        """The same, and how it fared."""
        return f"{self.words(item)}, {how_it_fared(item)}"
