"""What the catalogue says about one code: values only, read once and never changed.

The fields are those of the YAML files; ``catalogue/schema.json`` explains them to editors.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

WhoActs = Literal["developer", "network", "device", "support", "try-then-support", "wait", "nobody"]
Severity = Literal["failure", "degraded", "info", "ok"]
Escalate = Literal["none", "account", "investigate"]
SHORTEST_IN_TEXT = 6  # digits
Listing = Literal["documented", "undocumented", "team", "unlisted"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``for_cause`` counts the entry's causes from 1; ``by`` None means: whoever moves next."""

    do: str
    by: WhoActs | None = None
    for_cause: int | None = None
    platforms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsoleText:
    """A text that the SDK's console prints for a code; as a prefix more may follow it."""

    text: str
    action: str | None = None
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """The code of the same error on the other side, publishing or playing, and where the advice differs."""

    code: int
    differs: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A condition on the SDK's version (``<3.0.0``), on the platform (``native``), or on both."""

    sdk: str | None = None
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """What a code means under a condition; a field that is None stays as in the entry."""

    when: When
    description: str | None = None
    causes: tuple[str, ...] | None = None
    steps: tuple[Step, ...] | None = None
    who_acts: WhoActs | None = None
    severity: Severity | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Formerly:
    """The code that SDKs before version ``before`` sent for the same error."""

    code: int
    before: str


@dataclass(frozen=True, slots=True)
class Link:
    """A page about the code, shown as text to copy, never opened."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written; lines count from 1."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Team:
    """What the team's own folder makes of an entry.

    ``changed`` and ``added`` are the names of the fields that have its words instead of, or besides, the catalogue's.
    ``outdated`` are those for which a change quotes a text that the catalogue no longer has. ``internal_notes`` and
    ``bugs`` are for the team alone and never go into an answer.
    """

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    internal_notes: tuple[str, ...] = ()
    bugs: tuple[Link, ...] = ()
    places: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One error code. ``pack`` and ``place`` say where it is written, and are no part of what it says.

    ``also_in`` has the titles of other catalogues in use in which the same number means something of its own.
    """

    code: int
    description: str
    who_acts: WhoActs
    severity: Severity
    listing: Listing = "documented"
    family: str = ""
    causes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    collect: tuple[str, ...] = ()
    escalate: Escalate = "none"
    escalate_for: str = ""
    tags: tuple[str, ...] = ()
    apis: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    arrives: tuple[str, ...] = ()
    sdk_messages: tuple[str, ...] = ()
    console_texts: tuple[ConsoleText, ...] = ()
    browser_errors: tuple[str, ...] = ()
    server_codes: tuple[int, ...] = ()
    twin: Twin | None = None
    related: tuple[int, ...] = ()
    confused_with: tuple[int, ...] = ()
    variants: tuple[Variant, ...] = ()
    formerly: tuple[Formerly, ...] = ()
    platforms: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    source_notes: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    team: Team | None = None
    pack: str = field(default="", compare=False)
    place: Place | None = field(default=None, compare=False)

    @property
    def in_text(self) -> bool:
        """Whether the code is looked for in logs: a negative or a shorter number could be anything there."""
        return self.code == 0 or self.code >= 10 ** (SHORTEST_IN_TEXT - 1)
