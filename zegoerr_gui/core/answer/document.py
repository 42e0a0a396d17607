"""What an answer is made of, before it becomes plain text, Markdown or HTML."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; ``level`` 1 is the document's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; line breaks stay."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines of a log as they stand there, secrets already masked."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for HTML, an SVG of our own making, with its caption; elsewhere ``text`` stands for both."""

    svg: str
    caption: str
    text: str


Block: TypeAlias = Heading | Paragraph | Items | Pairs | Quote | Picture
Document: TypeAlias = tuple[Block, ...]


def changed(document: Iterable[Block], change: Callable[[str], str]) -> Document:
    """The document with every text changed, except quotes and drawings."""
    return tuple(_changed(document, change))


def _changed(document: Iterable[Block], change: Callable[[str], str]) -> Iterator[Block]:
    for block in document:
        if isinstance(block, Heading | Paragraph):
            yield replace(block, text=change(block.text))
        elif isinstance(block, Items):
            yield replace(block, lines=tuple(map(change, block.lines)))
        elif isinstance(block, Pairs):
            yield Pairs(tuple((name, change(value)) for name, value in block.rows))
        elif isinstance(block, Picture):
            yield replace(block, text=change(block.text))
        else:
            yield block
