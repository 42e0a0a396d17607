"""Why the desk could not be read or written, in one sentence for the agent."""

from pathlib import Path
from typing import Final

# What SQLite says, and what it means. Before Python 3.11 its errors have no numbers.
_REASONS: Final = {
    "locked": "{file} is in use by another program.",
    "readonly": "{file} may not be changed.",
    "read-only": "{file} may not be changed.",
    "permission denied": "{file} may not be changed.",
    "full": "The disk that holds {file} is full.",
    "malformed": "{file} is damaged.",
    "not a database": "{file} is damaged.",
    "could not decode": "{file} is damaged.",
    "unable to open": "{file} cannot be opened.",
}


class DeskError(Exception):
    """What could not be kept or read; the message is one sentence."""


class DamagedError(DeskError):
    """The file holds something else than it was given."""


def fault_of(error: Exception, file: Path) -> DeskError:
    """The sentence for an error of SQLite or of the disk."""
    said = str(error).casefold()
    reason = next((reason for sign, reason in _REASONS.items() if sign in said), "{file} cannot be used: {error}.")
    kind = DamagedError if reason.endswith("damaged.") else DeskError
    return kind(reason.format(file=file, error=getattr(error, "strerror", None) or error))
