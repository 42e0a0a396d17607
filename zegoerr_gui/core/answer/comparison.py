"""Two codes that are easily taken for one another, side by side: what differs, and what does not."""

from collections.abc import Iterator
from dataclasses import dataclass

from zegoerr_gui.core.answer.entry_text import arrival, sdk_texts, step_text
from zegoerr_gui.core.answer.wording import NEXT_MOVE, SEVERITY
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Difference:
    """What each of two codes says on one subject."""

    title: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where two codes differ, in the order in which an agent decides; and the titles of what they share."""

    differences: tuple[Difference, ...]
    shared: tuple[str, ...]


def compare(entry: Entry, other: Entry, catalogue: Catalogue) -> Comparison:
    """Put two entries beside each other; what neither of them tells is left out."""
    differences: list[Difference] = []
    shared: list[str] = []
    for (title, mine), (_, theirs) in zip(_subjects(entry, catalogue), _subjects(other, catalogue), strict=True):
        if mine != theirs:
            differences.append(Difference(title, mine or NOTHING, theirs or NOTHING))
        elif mine:
            shared.append(title)
    return Comparison(tuple(differences), tuple(shared))


def _subjects(entry: Entry, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    move = NEXT_MOVE[entry.who_acts]
    yield "Name", entry.description
    yield "Cause", "\n".join(entry.causes)
    yield "Next move", f"{move}: {entry.escalate_for}" if entry.escalate_for else move
    yield "First step", step_text(entry.steps[0], entry) if entry.steps else ""
    # By these an agent tells from the log which of them it is.
    yield "Text of the SDK", "\n".join(dict.fromkeys(sdk_texts(entry)))
    yield "Severity", SEVERITY[entry.severity]
    yield "Calls", ", ".join(entry.apis)
    yield "Where it arrives", arrival(entry, catalogue)
