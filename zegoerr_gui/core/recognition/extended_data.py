"""What the SDK adds to a code in a line: extended data, a message, the text of a red line."""

import re
from typing import Final

from zegoerr_gui.core.recognition.sdk_line import STATES, SdkLine, flat, string_end

LEVEL_ERROR: Final = 3
_STATE: Final = "|".join(STATES)
_DATA: Final = re.compile(r"extendedData\\*[\"']?\s*[:=]\s*(?:(\\*)\"|'([^']*)')")
_FOURTH_ITEM: Final = re.compile(rf'"(?:{_STATE})\\*"\s*,\s*\d{{1,10}}\s*,\s*(\\*)"')
_MESSAGE: Final = re.compile(r"\b(?:msg|message)\\*[\"']?\s*[:=]\s*(?:(\\*)\"|'([^']*)')")
_PLACES: Final = ((2, "extendedData", _DATA), (2, "State", _FOURTH_ITEM), (1, "m", _MESSAGE))
_FAIL_REASON: Final = re.compile(r'"fail_reason"\s*:\s*"([^"]*)"')


def extended_data(text: str, line: SdkLine | None) -> tuple[str, int]:
    """The addition without escapes, and how much it tells: 2 extended data, 1 a message, 0 a red line or nothing."""
    if line is not None:  # what wraps it has messages of its own
        text = text[line.start : line.end]
    for rank, sign, pattern in _PLACES:
        found = pattern.search(text) if sign in text else None
        if found and (value := _value(text, found)):
            reason = _FAIL_REASON.search(value)
            return (reason[1].strip() if reason else value), rank
    return (line.content.strip(), 0) if line and line.level == LEVEL_ERROR else ("", 0)


def _value(text: str, found: re.Match[str]) -> str:
    if found[1] is None:
        return str(found[2] or "").strip()
    end, _ = string_end(text, found.end(), len(found[1]))
    return flat(text[found.end() : end]).strip()
