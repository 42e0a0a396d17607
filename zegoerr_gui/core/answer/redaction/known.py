"""Rules for the IDs that a log tells: they are masked wherever they stand, not only behind their keys."""

import re
from collections.abc import Iterable
from re import Match
from typing import Final

from zegoerr_gui.core.answer.redaction.found import Read, Rule, Spans, Text, folded
from zegoerr_gui.core.answer.redaction.kinds import APP_ID, Kind

_SHORTEST: Final = 3  # characters; anything shorter stands everywhere
_CODE: Final = re.compile(r"\d{1,8}")  # a room may be called like a code, and codes are never masked


def known_rules(kind: Kind, values: Iterable[str]) -> list[Rule]:
    """A rule for the values of one kind; none where no value can be told from other text."""
    wanted = {value for value in values if len(value) >= _SHORTEST and not _CODE.fullmatch(value)}
    if not wanted:
        return []
    longest_first = sorted(wanted, key=len, reverse=True)
    pattern = "|".join(re.escape(folded(value).folded) for value in longest_first)
    return [Rule(f"known-{kind.name}", kind, pattern, "an ID that the log tells", _whole(wanted, kind))]


def _whole(wanted: set[str], kind: Kind) -> Read:
    """A reader of these values, not of parts of longer words; an AppID may stand in the name of a host."""

    def joins(char: str) -> bool:
        return char.isdigit() if kind is APP_ID else char.isalnum() or char == "_"

    def read(text: Text, match: Match[str]) -> Spans:
        start, end = match.span()
        if (
            text.raw[start:end] not in wanted
            or joins(text.raw[max(0, start - 1) : start])
            or joins(text.raw[end : end + 1])
        ):
            return ()
        return (match.span(),)

    return read
