"""What can be typed, told by examples: one list for the window and for the command line."""

from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.catalogue.folding import CJK


@dataclass(frozen=True, slots=True)
class Example:
    """A query, and what it finds; ``at_desk`` where only the window knows the answer."""

    query: str
    finds: str
    at_desk: bool = False


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
    Example("platform:native", "what a platform has of its own; also severity:degraded, parameter:streamParams"),
    Example("pinned", "what you pinned; also noted, in:log, sdk-only", at_desk=True),
)


def examples_as_text() -> str:
    """One example a line, for the command line."""
    examples = [example for example in EXAMPLES if not example.at_desk]
    width = max(_columns(example.query) for example in examples)
    return "\n".join(
        f"  {example.query}{' ' * (width - _columns(example.query))}  {example.finds}" for example in examples
    )


def _columns(text: str) -> int:
    """How many columns a terminal needs for a text: signs of Chinese are twice as wide."""
    return len(text) + sum(map(len, CJK.findall(text)))
