"""The texts that answers are made of, by language: pages with placeholders, and the sentences that fill these.

``template_files`` reads them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final, Literal

from zegoerr_gui.core.answer.document import Block, Document, Paragraph
from zegoerr_gui.core.answer.placeholders import Gap, Parts
from zegoerr_gui.core.catalogue.fault import Fault

Language = Literal["en", "zh"]
LANGUAGES: Final[dict[Language, str]] = {"en": "English", "zh": "中文"}  # as each calls itself
PageName = Literal["customer", "question", "support", "account"]
PAGES: Final[dict[PageName, str]] = {
    "customer": "the reply to a customer",
    "question": "to a customer whose log tells no failure",
    "support": "the case for ZEGOCLOUD support",
    "account": "the same, where only the account has to be changed",
}
# A paragraph with an empty one of these is left out.
BLOCKS: Final = {
    "happened": "what happened: code, name, time, line",
    "why": "why it probably happened",
    "steps": "what to do, the end user's steps before the developer's",
    "needed": "who goes on with it, and what the customer is asked for",
    "account": "the changes of the account that are asked for",
    "failures": "each code in short, for ZEGOCLOUD support",
    "evidence": "the lines of the log around the failures",
    "replace": "that the ServerSecret or AppSign in the log must be replaced; added where it is missing",
}
# A line with an empty one of these is left out.
LINES: Final = {
    "shows": "what a log without a failure shows",
    "worked": "what worked in the same log",
    "facts": "AppID, room, user, stream, version, browser in one line",
    "span": "from when to when the log goes",
    "missing": "what the log does not tell, in one line",
}
# An empty one of these stays in the text, to be filled by hand.
VALUES: Final = {
    "code": "the first code",
    "name": "what it says",
    "time": "when it came first",
    "line": "the line where it came first",
    "count": "how many failures there are",
    "log": "the log's name",
    "app_id": "the AppID",
    "room": "the room ID",
    "user": "the user ID",
    "stream": "the stream ID",
    "sdk": "the version of the SDK",
    "browser": "browser and system",
    "tried": "what was already tried; no log tells it",
}
PLACEHOLDERS: Final = {**BLOCKS, **LINES, **VALUES}

Page = tuple[tuple[Parts, ...], ...]  # paragraphs of lines


@dataclass(frozen=True)
class Templates:
    """All texts of one language. ``faults`` tell which of the team's files were not used, and why."""

    language: Language
    phrases: Mapping[str, Parts]
    pages: Mapping[PageName, Page]
    faults: tuple[Fault, ...] = ()

    def say(self, key: str, **values: object) -> str:
        """The sentence of that name, filled."""
        return "".join(part if isinstance(part, str) else str(values[part.name]) for part in self.phrases[key])

    def count(self, key: str, count: int, **values: object) -> str:
        """The sentence for one or for several."""
        return self.say(f"{key}.one" if count == 1 else f"{key}.many", count=f"{count:,}", **values)

    def word(self, key: str, otherwise: str) -> str:
        """A short text of that name, or where this language has none, another one."""
        return self.say(key) if key in self.phrases else otherwise

    def join(self, parts: Iterable[str]) -> str:
        """Sentences in one paragraph; behind a full-width sign nothing stands."""
        joined = ""
        for part in filter(None, parts):
            joined += (" " if joined and joined[-1].isascii() else "") + part
        return joined

    def row(self, parts: Iterable[str], key: str = "pair") -> str:
        """Words in a row, separated as the language does it."""
        told = list(parts)
        return reduce(lambda one, other: self.say(key, one=one, other=other), told) if told else ""

    def inside(self, text: str) -> str:
        """A text of the catalogue as it stands inside a sentence: in an English one it begins with a small letter.

        What begins with an abbreviation, or a name that has capitals inside, stays.
        """
        first, blank, rest = text.partition(" ")
        plain = first.isalpha() and (first[1:].islower() or len(first) == 1)
        return f"{first.lower()}{blank}{rest}" if plain and self.language == "en" else text


@dataclass(frozen=True)
class Filled:
    """A page filled with what is known; ``gaps`` are the placeholders that had to stay."""

    document: Document
    gaps: tuple[str, ...]


def fill(page: Page, known: Mapping[str, str | Document]) -> Filled:
    """Put what is known into a page."""
    document: list[Block] = []
    gaps: dict[str, None] = {}
    for paragraph in page:
        if all(known.get(name) for name in names_in((paragraph,)) & BLOCKS.keys()):
            document += _filled(paragraph, known, gaps)
    return Filled(tuple(document), tuple(gaps))


def names_in(page: Page) -> set[str]:
    """The placeholders of a page."""
    return {part.name for paragraph in page for line in paragraph for part in line if isinstance(part, Gap)}


def _filled(paragraph: Iterable[Parts], known: Mapping[str, str | Document], gaps: dict[str, None]) -> list[Block]:
    blocks: list[Block] = []
    sentences: list[str] = []
    for line in paragraph:
        names = [part.name for part in line if isinstance(part, Gap)]
        if any(not known.get(name) for name in names if name in LINES):
            continue
        inside = [value for name in names if not isinstance(value := known.get(name, ""), str)]
        words = "".join(part if isinstance(part, str) else _word(part, known, gaps) for part in line)
        if words.strip():
            sentences.append(words)
        if inside:
            blocks += [Paragraph("\n".join(sentences))] if sentences else []
            sentences = []
            blocks += [block for value in inside for block in value]
    return blocks + ([Paragraph("\n".join(sentences))] if sentences else [])


def _word(gap: Gap, known: Mapping[str, str | Document], gaps: dict[str, None]) -> str:
    value = known.get(gap.name, "")
    if not isinstance(value, str):
        return ""
    if not value:
        gaps[gap.name] = None
    return value or f"{{{gap.name}}}"
