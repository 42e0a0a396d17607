"""All entries of the catalogues in use, looked up by code."""

from collections.abc import Collection, Iterable, Iterator

from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.pack import Family, Pack


class Catalogue:
    """Entries by family, in the pack's order, then by code; and the pack that frames them.

    Where several packs are in use, ``pack`` is all of them joined, and a code may have an entry in each. One object
    stays in use as long as the program runs: ``become`` gives it the contents of another.
    """

    def __init__(self, pack: Pack, entries: Iterable[Entry], packs: Iterable[Pack] = ()) -> None:
        """``entries`` in the order of ``packs``: the first one with a code is shown where no log decides."""
        self.edition = 0  # how often the contents have become others
        self.pack = pack
        self.packs = tuple(packs) or (pack,)
        families = {family.id: place for place, family in enumerate(pack.families)}
        ordered = sorted(entries, key=lambda entry: (families.get(entry.family, len(families)), entry.code))
        places = {one.id: place for place, one in enumerate(self.packs)}
        self._meanings: dict[int, tuple[Entry, ...]] = {}
        for entry in ordered:
            meanings = (*self._meanings.get(entry.code, ()), entry)
            self._meanings[entry.code] = tuple(sorted(meanings, key=lambda one: places.get(one.pack, len(places))))
        self._split: dict[int, list[tuple[Entry, str]]] = {}
        for entry in self:
            for old in entry.formerly:
                self._split.setdefault(old.code, []).append((entry, old.before))

    def __len__(self) -> int:
        return len(self._meanings)

    def __iter__(self) -> Iterator[Entry]:
        """An entry for every code."""
        return (meanings[0] for meanings in self._meanings.values())

    def __contains__(self, code: object) -> bool:
        return code in self._meanings

    def become(self, other: "Catalogue") -> None:
        """Hold what another catalogue holds, for everybody who has this one."""
        self.pack, self.packs = other.pack, other.packs
        self._meanings, self._split = other._meanings, other._split
        self.edition += 1

    def get(self, code: int, platforms: Collection[str] = ()) -> Entry | None:
        """The entry of ``code``, or None; of several the one of a pack for a log's platforms, else the first."""
        return next(iter(self.meanings(code, platforms)), None)

    def meanings(self, code: int, platforms: Collection[str] = ()) -> tuple[Entry, ...]:
        """What a code means in each pack that has it; first in those for a log's platforms."""
        meanings = self._meanings.get(code, ())
        if len(meanings) < 2 or not platforms:
            return meanings
        fitting = {pack.id for pack in self.packs if pack.fits(platforms)}
        return tuple(sorted(meanings, key=lambda entry: entry.pack not in fitting))

    @property
    def all(self) -> Iterator[Entry]:
        """Every entry of every code."""
        return (entry for meanings in self._meanings.values() for entry in meanings)

    @property
    def recognised_by(self) -> tuple[object, ...]:
        """All that decides which codes are found in a text: where two catalogues agree, no log need be read again."""
        entries = [
            (one.code, one.family, one.severity, one.sdk_messages, one.console_texts, one.browser_errors)
            for one in self
            if one.in_text
        ]
        return entries, self.pack.families, self.pack.products

    @property
    def codes(self) -> tuple[int, ...]:
        """Every code, in order."""
        return tuple(self._meanings)

    @property
    def codes_in_text(self) -> frozenset[int]:
        """The codes that are looked for in logs."""
        return frozenset(entry.code for entry in self if entry.in_text)

    @property
    def documented(self) -> int:
        """How many entries the vendor's page documents; the others only the SDK knows."""
        return sum(entry.listing == "documented" for entry in self)

    def pack_of(self, entry: Entry) -> Pack:
        """The pack that an entry is written in; for a code of the team's own, all of them."""
        return next((pack for pack in self.packs if pack.id == entry.pack), self.pack)

    def family_of(self, code: int) -> Family | None:
        """The family that ``code`` belongs to by its digits, whether it has an entry or not."""
        return self.pack.family_of(code)

    def family(self, entry: Entry) -> Family | None:
        """The family that an entry names, else the one its digits belong to."""
        return self.pack.family(entry.family) or self.pack.family_of(entry.code)

    def nearest(self, code: int, count: int = 3) -> tuple[int, ...]:
        """The codes of the same family closest to ``code``, nearest first."""
        family = self.family_of(code)
        same = (entry.code for entry in self if family and entry.family == family.id and entry.code != code)
        return tuple(sorted(same, key=lambda other: (abs(other - code), other))[:count])

    def ends_of(self, server_code: int) -> list[int]:
        """The SDK's codes that a code of the server ends in."""
        return [entry.code for entry in self if server_code in entry.server_codes]

    def split_from(self, code: int) -> tuple[tuple[Entry, str], ...]:
        """Entries for whose error older SDKs sent ``code``, each with the first version that did not."""
        return tuple(self._split.get(code, ()))

    def unlisted(self, code: int) -> Entry:
        """What can be said of a code that has no entry: its family, and that nothing is known."""
        family = self.family_of(code)
        return Entry(
            code=code,
            description="Unknown code",
            who_acts="try-then-support",
            severity="failure",
            listing="unlisted",
            family=family.id if family else "unknown",
        )
