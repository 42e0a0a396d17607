"""The fields that a query can ask for by name, and what each of them can be."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.folding import fold
from zegoerr_gui.core.catalogue.known import Known
from zegoerr_gui.core.catalogue.nearness import nearest
from zegoerr_gui.core.catalogue.pack import Family

ESCALATES: Final = "escalates"  # among the next moves: whoever moves first, it ends at ZEGOCLOUD support

DESK_STATES: Final = ("pinned", "noted")  # what the desk knows
BARE_STATES: Final = (*DESK_STATES, "documented", "sdk-only")  # can be asked for without "is:"

# By id, the words that the window and style have for it besides.
_MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "developer": (),
    "network": ("end user: network",),
    "device": ("browser", "end user: browser or device"),
    "try-then-support": ("try first, then zegocloud",),
    "support": ("zegocloud support",),
    "wait": ("retry", "wait and retry"),
    "nobody": ("nothing to do",),
    ESCALATES: ("escalates to zegocloud",),
}
_SEVERITIES: Final[Mapping[str, tuple[str, ...]]] = {
    "failure": (),
    "degraded": ("poor", "works, but poorly"),
    "info": ("for information",),
    "ok": ("success",),
}
_STATES: Final[Mapping[str, tuple[str, ...]]] = {
    "pinned": (),
    "noted": (),
    "documented": (),
    "sdk-only": ("undocumented",),
    "team": (),
    "unknown": ("unlisted",),
}
_LISTINGS: Final = {"documented": "documented", "undocumented": "sdk-only", "team": "team", "unlisted": "unknown"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its values: by id, every name under which the value can be asked for, folded.

    ``one`` and ``many`` are what its values are called. ``of`` says which values a code has. The values of an ``open``
    field are names of the SDK and numbers of servers: of these a piece from the middle will do.
    """

    name: str
    one: str
    many: str
    values: Mapping[str, tuple[str, ...]]
    of: Callable[[Entry, Known], Collection[str]]
    open: bool = False

    def select(self, asked: str) -> frozenset[str]:
        """The values that are meant: the one of this name, else those whose names begin so; none for an unknown one."""
        asked = _joined(asked)
        for fits in (str.__eq__, str.startswith, str.__contains__ if self.open else str.startswith):
            found = frozenset(key for key, names in self.values.items() if any(fits(name, asked) for name in names))
            if found:
                return found
        return frozenset()

    def nearest(self, asked: str) -> str:
        """The value, or the other name of one, that is most like what was asked for; empty where none is."""
        named = {name: name for names in self.values.values() for name in names}
        named.update({names[0]: key for key, names in self.values.items()})
        return named.get(nearest(_joined(asked), named), "")


def fields_of(catalogue: Catalogue) -> dict[str, Field]:
    """The fields that can be asked for of a catalogue, by name."""

    def calls(entry: Entry, _: Known) -> Collection[str]:
        return _calls(entry, families)

    families = {family.id: family for family in catalogue.pack.families}
    titles = {key: (family.title,) for key, family in families.items()}
    apis = {api for entry in catalogue for api in _calls(entry, families)}
    parameters = {name for entry in catalogue for name in entry.parameters}
    servers = {code for entry in catalogue for code in _servers(entry)}
    tags = {tag for entry in catalogue for tag in entry.tags}
    platforms = {name for entry in catalogue for name in _platforms(entry)}
    fields = (
        Field("family", "family", "families", _named(titles), lambda entry, _: (entry.family,)),
        Field("next", "next move", "next moves", _named(_MOVES), _moves),
        Field("severity", "severity", "severities", _named(_SEVERITIES), _severity),
        Field("tag", "tag", "tags", _plain(tags), lambda entry, _: entry.tags),
        Field("api", "call or callback", "calls and callbacks", _plain(apis), calls, True),
        Field("parameter", "parameter", "parameters", _plain(parameters), lambda entry, _: entry.parameters, True),
        Field("server", "server code", "server codes", _plain(servers), lambda entry, _: _servers(entry), True),
        Field("platform", "platform", "platforms", _plain(platforms), lambda entry, _: _platforms(entry)),
        Field("is", "state", "states", _named(_STATES), _states),
        Field("in", "place", "places", {"log": ("log",)}, lambda entry, known: ("log",) * (entry.code in known.in_log)),
    )
    return {field.name: field for field in fields}


def _joined(name: str) -> str:
    """A name as it is compared: what stands for a blank in an id is a blank in words."""
    return fold(name).replace(" ", "-")


def _named(values: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(map(_joined, (key, *words))) for key, words in values.items()}


def _plain(values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {value: (_joined(value),) for value in sorted(set(values), key=str.casefold)}


def _moves(entry: Entry, _: Known) -> Collection[str]:
    if entry.listing == "unlisted":
        return ()
    return (entry.who_acts, ESCALATES) if entry.escalate != "none" else (entry.who_acts,)


def _severity(entry: Entry, _: Known) -> Collection[str]:
    return () if entry.listing == "unlisted" else (entry.severity,)


def _calls(entry: Entry, families: Mapping[str, Family]) -> Collection[str]:
    """The calls that an entry names, and the callbacks in which it arrives; those of its family where it names none."""
    family = families.get(entry.family)
    arrives = entry.arrives or (family.arrives if family else ())
    return (*entry.apis, *(place for place in arrives if place not in ("result", "thrown", "console")))


def _servers(entry: Entry) -> Collection[str]:
    return [str(code) for code in entry.server_codes]


def _platforms(entry: Entry) -> Collection[str]:
    """Every platform that an entry speaks of; one that holds everywhere names none."""
    steps = (name for step in entry.steps for name in step.platforms)
    variants = (variant.when.platform for variant in entry.variants if variant.when.platform)
    return (*entry.platforms, *steps, *variants)


def _states(entry: Entry, known: Known) -> Collection[str]:
    states = [_LISTINGS[entry.listing]]
    if entry.code in known.pinned:
        states.append("pinned")
    if entry.code in known.notes:
        states.append("noted")
    return states
