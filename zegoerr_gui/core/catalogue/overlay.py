"""What a team knows besides the catalogues: better wording, notes, extra steps, bugs, codes of its own.

It is kept in a folder of its own, so that it survives each new edition of a catalogue, and merged when it is read:

    team: Video desk
    changes:
      - code: 1103061
        instead: {description: The camera or microphone could not be opened}   # takes the place of the catalogue's
        when_it_said: {description: Getting media from the device failed}      # told, once the catalogue says other
        first_steps: [Ask whether another program uses the camera.]            # before the others; more_steps: behind
        notes: [Our demo app shows this as "no camera".]                       # may go to a customer
        internal_notes: [Ask Li before escalating.]                            # never leaves the desk; bugs: neither
        bugs: [{title: APP-1234, url: "https://bugs.example/APP-1234"}]
    codes: []                                                                  # entries as in a catalogue's files
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from zegoerr_gui.core.catalogue.entry import Entry, Link, Place, Step, Team
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.core.catalogue.nodes import Node

# The fields of which a change can quote what they said when it was written.
QUOTED: Final = ("description", "causes", "steps", "notes", "who_acts", "severity", "escalate", "escalate_for")
TEAM_PACK: Final = "team"  # stands for the id of a pack in entries of the team's own
_ADDED: Final = ("notes", "keywords", "links")


@dataclass(frozen=True)
class Change:
    """What a team writes about one code. ``instead`` has new values by field, ``when_it_said`` old texts by field."""

    code: int
    pack: str = ""
    instead: Mapping[str, Any] = field(default_factory=dict)
    when_it_said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first_steps: tuple[Step, ...] = ()
    more_steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    internal_notes: tuple[str, ...] = ()
    bugs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One file of a team's folder: changes and entries, each with the node it was read from."""

    team: str = ""
    changes: tuple[tuple[Change, Node], ...] = ()
    codes: tuple[tuple[Entry, Node], ...] = ()


class Overlay:
    """Merges a team's sheets into the entries of the packs.

    ``entries`` has every meaning of a code, as the packs have them at first, then as the team has them; ``faults`` what
    does not fit: changes of the same field in two places, or written for a text that has changed since, and codes that
    no pack has any more.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: dict[int, list[Entry]] = {}
        for entry in entries:
            self.entries.setdefault(entry.code, []).append(entry)
        self._original = {(entry.pack, entry.code): entry for of_code in self.entries.values() for entry in of_code}
        self.faults: list[Fault] = []
        self._worded: dict[tuple[str, int, str], Place] = {}  # by pack, code and field: where it is changed

    def merge(self, sheets: Sequence[tuple[Path, Sheet]]) -> None:
        """Take in all sheets: first the codes of each, so that any of them can change them."""
        for file, sheet in sheets:
            for entry, node in sheet.codes:
                self._add(entry, Place(file, node.line))
        for file, sheet in sheets:
            for change, node in sheet.changes:
                self._change(change, file, node)

    def _add(self, entry: Entry, place: Place) -> None:
        others = self.entries.setdefault(entry.code, [])
        own = [other for other in others if other.pack == TEAM_PACK]
        for other in own or others[:1]:
            where = f"stands in {other.place}" if other.pack == TEAM_PACK else f"is in the catalogue {other.pack}"
            right = "Keep one of the two" if other.pack == TEAM_PACK else "Write what is still needed under 'changes'"
            self._fault(place, f"Code {entry.code} {where} as well", right)
        if not own:
            team = Team(added=("code",), places=(place,))
            others.append(replace(entry, listing="team", pack=TEAM_PACK, place=place, team=team))

    def _change(self, change: Change, file: Path, node: Node) -> None:
        place = Place(file, node.line)
        every = self.entries.get(change.code, [])
        of_packs = [entry for entry in every if entry.pack != TEAM_PACK] or every
        meanings = [entry for entry in every if entry.pack == change.pack] if change.pack else of_packs
        if not meanings:
            packs = f"the catalogue {change.pack}" if change.pack else "any catalogue in use"
            right = "Remove the change, or write the code under 'codes' if it is yours"
            self._fault(place, f"Code {change.code} is no longer in {packs}", right)
            return
        if len(meanings) > 1:
            packs = " and ".join(entry.pack for entry in meanings)
            found = f"Code {change.code} is in the catalogues {packs}; the change was made in {meanings[0].pack}"
            self._fault(place, found, f"Write which one is meant: 'pack: {meanings[0].pack}'")
        before = meanings[0]
        fields = [name for name in change.instead if self._may_word(before, name, _place(file, node, "instead", name))]
        outdated = [*self._outdated(change, self._original.get((before.pack, change.code), before), file, node)]
        after = _merged(change, before, fields, outdated, place)
        self.entries[change.code] = [after if entry is before else entry for entry in every]

    def _may_word(self, entry: Entry, name: str, place: Place) -> bool:
        """Whether no other change has worded this field yet."""
        first = self._worded.setdefault((entry.pack, entry.code, name), place)
        if first != place:
            found = f"{name!r} of {entry.code} is changed in {first} as well"
            self._fault(place, found, "Keep one of the two; the other is in use")
        return first == place

    def _outdated(self, change: Change, entry: Entry, file: Path, node: Node) -> Iterator[str]:
        for name, quoted in change.when_it_said.items():
            says = said(entry, name)
            if _folded(says) != _folded(quoted):
                now = " ".join(says) or "nothing"
                found = f"The catalogue's {name!r} of {entry.code} has changed. It now says: {now}"
                right = "See whether yours still fits, then put the new text under 'when_it_said'"
                self._fault(_place(file, node, "when_it_said", name), found, right)
                yield name

    def _fault(self, place: Place, found: str, right: str) -> None:
        self.faults.append(Fault(place.file, place.line, found, right))


def said(entry: Entry, name: str) -> tuple[str, ...]:
    """What a field of an entry says, as a change quotes it."""
    value = getattr(entry, name)
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(item.do if isinstance(item, Step) else str(item) for item in value)


def _merged(change: Change, entry: Entry, fields: list[str], outdated: list[str], place: Place) -> Entry:
    values = {name: change.instead[name] for name in fields}
    steps = (*change.first_steps, *values.pop("steps", entry.steps), *change.more_steps)
    for name in _ADDED:
        values[name] = tuple(dict.fromkeys((*values.get(name, getattr(entry, name)), *getattr(change, name))))
    added = [name for name in ("first_steps", "more_steps", *_ADDED) if getattr(change, name)]
    team = entry.team or Team()
    return replace(
        entry,
        **values,
        steps=_for_causes(steps, values.get("causes", entry.causes)),
        team=Team(
            changed=tuple(dict.fromkeys((*team.changed, *fields))),
            added=tuple(dict.fromkeys((*team.added, *added))),
            outdated=tuple(dict.fromkeys((*team.outdated, *outdated))),
            internal_notes=(*team.internal_notes, *change.internal_notes),
            bugs=(*team.bugs, *change.bugs),
            places=(*team.places, place),
        ),
    )


def _for_causes(steps: tuple[Step, ...], causes: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps; those for a cause that the team's wording no longer has are for all of them."""
    return tuple(
        step if step.for_cause is None or step.for_cause <= len(causes) else replace(step, for_cause=None)
        for step in steps
    )


def _place(file: Path, node: Node, *keys: str) -> Place:
    """Where a key within a change stands; keys that are written more briefly stand where they begin."""
    line = node.line
    for key in keys:
        inner = node.get(key)
        if inner is None:
            break
        node, line = inner, inner.key_line
    return Place(file, line)


def _folded(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())
