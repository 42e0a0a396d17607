"""A note of one's own on a code, and what becomes of two that were written at once."""

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Final

LONGEST_NOTE: Final = 20_000  # characters that an agent can write; joined notes may be longer
BETWEEN: Final = "\n\n– – –\n\n"  # between two notes that were joined


@dataclass(frozen=True, slots=True)
class Note:
    """A text, and when it was changed last, in UTC."""

    text: str
    changed: datetime


def now_in_utc() -> datetime:
    """The time to the second."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def written(text: str) -> str:
    """A text as it is kept: without blanks at its ends and without halves of characters."""
    return text.encode("utf-8", "replace").decode().strip()


def joined(mine: str, theirs: str) -> str:
    """One text that holds both: where one holds the other it is enough by itself."""
    if mine in theirs:
        return theirs
    if theirs in mine:
        return mine
    return f"{mine}{BETWEEN}{theirs}"


def settled(stored: str, before: str, text: str) -> str:
    """What is kept when a note, read as ``before``, is written as ``text`` while another window may have changed it."""
    return text if stored in (before, text) else joined(text, stored)
