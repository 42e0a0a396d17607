"""What a rule finds, and what a rule is."""

from collections.abc import Callable
from dataclasses import dataclass
from re import Match
from typing import Final, TypeAlias

from zegoerr_gui.core.answer.redaction.kinds import Kind

LONGEST: Final = 8 * 1024  # characters of a value; what follows without a blank is masked with it
LONGEST_KEY: Final = 20 * 1024  # characters of a private key: RSA of 16,384 bits has 13,000
CONTEXT: Final = 128  # characters before a match that a rule may look at
BEYOND_VALUE: Final = LONGEST + 2048  # characters behind the beginning of a match that decide about it, at most
BEYOND: Final = LONGEST_KEY + 2048  # the same where that may be a private key

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text, and the same in small letters and of the same length."""

    raw: str
    folded: str


def folded(raw: str) -> Text:
    """The text made ready for rules; the one letter that grows when it is made small is taken for a plain one."""
    return Text(raw, raw.replace("İ", "i").lower())


Spans: TypeAlias = tuple[Span, ...]
Read: TypeAlias = Callable[[Text, Match[str]], Spans]
"""What of a match is to be masked, one span a line; empty where it is no secret after all."""
Holds: TypeAlias = Callable[[str, str], bool]
"""Whether it is one, judged by the masked text before the match, in small letters and without labels, and its value."""


def the_match(text: Text, match: Match[str]) -> Spans:
    """All of the match, or its group ``value``."""
    return (match.span("value" if "value" in match.re.groupindex else 0),)


def always(before: str, value: str) -> bool:
    """For rules that need not look around."""
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One shape of a secret: a pattern for text in small letters, and how what it finds is read and judged.

    ``signs`` are texts of which one stands in or shortly before everything that the rule finds: without them nobody
    needs to look.
    """

    id: str
    kind: Kind
    pattern: str
    reason: str
    read: Read = the_match
    holds: Holds = always
    signs: tuple[str, ...] = ()
    is_key: bool = False  # the pattern is a key: looked for together with all the others


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule may hold: where its match begins, and what would be masked."""

    rule: Rule
    begin: int
    spans: Spans

    @property
    def start(self) -> int:
        """Where what would be masked begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1][1]
