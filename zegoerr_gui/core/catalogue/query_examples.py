"""What can be typed, told by examples: one list for the window and for the command line."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Example:
    """A query, and what it finds."""

    query: str
    finds: str


EXAMPLES: Final = (
    Example("1103061", "the code, whatever words stand around it"),
    Example("1103061 1002011", "several codes, in this order"),
    Example("1103", "codes that begin with it, then those with it inside"),
    Example("1103*", "only codes that begin with it"),
    Example("1103020-28", "the codes from 1103020 to 1103028"),
    Example("timeout login", "all of these words, in any order and any field"),
    Example("publish streams auth fail", "a text of the SDK, also with ids and numbers around it"),
    Example("推流失败", "Chinese words, also a whole question"),
    Example('"token expired"', "these words side by side"),
    Example("camera -family:device", "not with what a minus stands before"),
    Example("family:room,playing", "one of these families; the beginning of a name will do"),
    Example("next:network", "who moves next: developer, network, device, support, …"),
    Example("api:loginRoom", "a call, or a callback in which the code arrives"),
    Example("tag:limit", "a subject: parameter, network, authorization, limit, …"),
    Example("server:50119", "a code of the server behind it"),
    Example("pinned", "what you pinned; also noted, sdk-only, in:log"),
)


def examples_as_text() -> str:
    """One example a line, for the command line."""
    width = max(len(example.query) for example in EXAMPLES)
    return "\n".join(f"  {example.query:<{width}}  {example.finds}" for example in EXAMPLES)
