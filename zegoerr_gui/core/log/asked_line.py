"""What a typed number of a line means in a log."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"(?:line|#|:)?\s*(\d[\d,.'_ \u00a0]*):?", re.I)
_BETWEEN: Final = re.compile(r"\D")


class AskedLineError(ValueError):
    """A typed number that is no line of the log; the message is one sentence for the user."""


def asked_number(typed: str, count: int) -> int:
    """The line, from 0, that a number from 1 to ``count`` means, also with signs between its thousands.

    Raises AskedLineError.
    """
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        raise AskedLineError(f"Type the number of a line, from 1 to {count:,}.")
    digits = _BETWEEN.sub("", found[1]).lstrip("0")
    if not digits:
        raise AskedLineError("Lines count from 1.")
    if len(digits) > 18 or int(digits) > count:
        raise AskedLineError(f"The log has {count:,} lines." if count > 1 else "The log has one line.")
    return int(digits) - 1
