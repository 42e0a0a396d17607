"""All entries of a catalogue, looked up by code."""

from collections.abc import Iterable, Iterator

from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.pack import Family, Pack


class Catalogue:
    """Entries by family, in the pack's order, then by code; and the pack that frames them."""

    def __init__(self, pack: Pack, entries: Iterable[Entry]) -> None:
        self.pack = pack
        families = {family.id: place for place, family in enumerate(pack.families)}
        ordered = sorted(entries, key=lambda entry: (families.get(entry.family, len(families)), entry.code))
        self._entries = {entry.code: entry for entry in ordered}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __contains__(self, code: object) -> bool:
        return code in self._entries

    def get(self, code: int) -> Entry | None:
        """The entry of ``code``, or None."""
        return self._entries.get(code)

    @property
    def codes(self) -> tuple[int, ...]:
        """Every code, in order."""
        return tuple(self._entries)

    @property
    def documented(self) -> int:
        """How many entries the vendor's page documents; the others only the SDK knows."""
        return sum(entry.listing == "documented" for entry in self)

    def family_of(self, code: int) -> Family | None:
        """The family that ``code`` belongs to by its digits, whether it has an entry or not."""
        return self.pack.family_of(code)

    def nearest(self, code: int, count: int = 3) -> tuple[int, ...]:
        """The codes of the same family closest to ``code``, nearest first."""
        family = self.family_of(code)
        same = (entry.code for entry in self if family and entry.family == family.id and entry.code != code)
        return tuple(sorted(same, key=lambda other: (abs(other - code), other))[:count])

    def split_from(self, code: int) -> tuple[tuple[Entry, str], ...]:
        """Entries for whose error older SDKs sent ``code``, each with the first version that did not."""
        return tuple((entry, old.before) for entry in self for old in entry.formerly if old.code == code)

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
