"""What a catalogue says about itself: where it comes from, its families, how missing items are asked for."""

from dataclasses import dataclass


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
    language: str = ""
    source: Source = Source()
    collect: tuple[tuple[str, CollectItem], ...] = ()
    families: tuple[Family, ...] = ()
    products: tuple[Product, ...] = ()
    removals: tuple[tuple[str, str], ...] = ()  # reasons for which a user is removed from a room, in words

    def family_of(self, code: int) -> Family | None:
        """The family with the longest prefix of ``code``; None where no family knows it."""
        digits = str(code)
        best: tuple[int, Family] | None = None
        for family in self.families:
            for prefix in family.prefixes:
                if digits == prefix if family.exact else len(digits) == 7 and digits.startswith(prefix):
                    best = max(best or (0, family), (len(prefix), family), key=lambda pair: pair[0])
        return best[1] if best else None

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
