"""What a catalogue says about itself: where it comes from, its families, how missing items are asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeVar

from zegoerr_gui.core.catalogue.platforms import is_native, speaks_of

_CODE_DIGITS: Final = 7  # of a code that a family knows by its first digits
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Family:
    """A range of codes. ``exact`` families hold just the codes that their prefixes spell out."""

    id: str
    title: str
    prefixes: tuple[str, ...]
    exact: bool = False
    arrives: tuple[str, ...] = ()
    introduction: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """Another product of the vendor, told by the first digits of its error codes and by how many they have."""

    title: str
    prefixes: tuple[str, ...]
    digits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CollectItem:
    """Something a customer is asked for: its name in a list, and the words of the request."""

    title: str
    ask: str


@dataclass(frozen=True, slots=True)
class Source:
    """The page that the catalogue's facts were taken from; ``date`` is YYYY-MM-DD."""

    title: str = ""
    date: str = ""
    sdk: str = ""


@dataclass(frozen=True)
class Pack:
    """One catalogue's frame."""

    id: str = ""
    title: str = ""
    platform: str = ""
    version: str = ""
    language: str = ""
    source: Source = Source()
    collect: tuple[tuple[str, CollectItem], ...] = ()
    families: tuple[Family, ...] = ()
    products: tuple[Product, ...] = ()
    removals: tuple[tuple[str, str], ...] = ()  # reasons for which a user is removed from a room, in words

    @property
    def edition(self) -> str:
        """Its version; where it names none, the date of its source."""
        return self.version or self.source.date

    def family_of(self, code: int) -> Family | None:
        """The family with the longest prefix of ``code``; None where no family knows it."""
        exact, prefixes = self._by_digits
        digits = str(code)
        if digits in exact:
            return exact[digits]
        if len(digits) != _CODE_DIGITS:
            return None
        return next((prefixes[digits[:end]] for end in range(len(digits), 0, -1) if digits[:end] in prefixes), None)

    @cached_property
    def _by_digits(self) -> tuple[dict[str, Family], dict[str, Family]]:
        """Families by the codes they spell out, and by the first digits of their codes; the first one to say so."""
        exact: dict[str, Family] = {}
        prefixes: dict[str, Family] = {}
        for family in self.families:
            for prefix in family.prefixes:
                (exact if family.exact else prefixes).setdefault(prefix, family)
        return exact, prefixes

    def family(self, id_: str) -> Family | None:
        """The family with this id."""
        return next((family for family in self.families if family.id == id_), None)

    def fits(self, platforms: Collection[str]) -> bool:
        """Whether it is the catalogue of a log of one of these platforms; what runs in browsers shares one."""
        if self.platform == "":
            return False
        if not is_native(self.platform):
            return not all(map(is_native, platforms))
        return any(speaks_of(self.platform, shown) or speaks_of(shown, self.platform) for shown in platforms)

    def product_of(self, code: int) -> Product | None:
        """The other product with the longest prefix of ``code``; None where none is known, or a family has it."""
        if self.family_of(code) is not None:
            return None
        digits = str(code)
        fitting = [
            (len(prefix), product)
            for product in self.products
            for prefix in product.prefixes
            if len(digits) in product.digits and digits.startswith(prefix)
        ]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def collect_item(self, key: str) -> CollectItem:
        """How the item ``key`` is named and asked for; the key itself where the pack has no words for it."""
        return dict(self.collect).get(key) or CollectItem(key, key)


def joined(packs: Iterable[Pack]) -> Pack:
    """Several catalogues' frames as one: that of the first, with the families, items and products of the others.

    Families of the others have ids such as ``pack/family``, and the pack's title behind their own.
    """
    first, *others = packs
    families = list(first.families)
    for pack in others:
        families += [
            replace(family, id=f"{pack.id}/{family.id}", title=f"{family.title}, {pack.title}")
            for family in pack.families
        ]
    every = (first, *others)
    return replace(
        first,
        collect=_united(pack.collect for pack in every),
        families=tuple(families),
        products=tuple(product for pack in every for product in pack.products),
        removals=_united(pack.removals for pack in every),
    )


def _united(parts: Iterable[tuple[tuple[str, Value], ...]]) -> tuple[tuple[str, Value], ...]:
    """Words by key; of two for one key those of the first."""
    united: dict[str, Value] = {}
    for part in parts:
        united = {**dict(part), **united}
    return tuple(united.items())
