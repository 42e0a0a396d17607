"""What every kind of page is read into: headings, prose, code examples, tables; and an account of every piece of text.

A piece is a line of the page, or in HTML, where lines mean nothing, one text between two tags that break lines. Each is
entered in the ``Ledger`` with what became of it, so that nothing can be lost without being told.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal["copied", "markdown", "html"]
Use = Literal["left out", "markup", "code example", "heading", "introduction", "column titles", "entry"]


MOST_PIECES: Final = 100_000


class PageError(Exception):
    """A page that cannot be read at all; the message says why, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of the page: ``place`` counts pieces as the ledger does, ``line`` counts lines of the file, from 1."""

    place: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link in a text: its words and where it leads to, as the page has it."""

    words: str
    target: str


@dataclass(slots=True)
class Cell:
    """A cell of a table: the texts in it, one a line, without blanks around them; none where it is empty."""

    pieces: list[Piece] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    is_title: bool = False

    @property
    def text(self) -> str:
        """All of it, a line break between two pieces."""
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Row:
    """A row of a table. A cell that spans several rows is the same cell in each of them."""

    line: int
    cells: list[Cell]


@dataclass(slots=True)
class Table:
    """A table; whether its first row holds titles, and which column means what, is found out later."""

    line: int
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class Prose:
    """A line of text outside of tables."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where the page could not be read as it was meant."""

    line: int
    said: str


Block = Heading | Prose | Table


class Ledger:
    """What became of each piece of a page. What nobody used counts as left out."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._uses: dict[int, Use] = {}

    def enter(self, line: int, text: str) -> Piece:
        """Note a piece that the page has. Raises PageError where there are too many of them."""
        if len(self.pieces) >= MOST_PIECES:
            raise PageError(
                f"Line {line}: the page has more than {MOST_PIECES:,} texts. Save only the part with the codes."
            )
        piece = Piece(len(self.pieces), line, text)
        self.pieces.append(piece)
        return piece

    def use(self, pieces: Iterable[Piece], use: Use) -> None:
        """Note what pieces were used for; the first use stays."""
        for piece in pieces:
            self._uses.setdefault(piece.place, use)

    def use_of(self, piece: Piece) -> Use:
        """What became of a piece."""
        return self._uses.get(piece.place, "left out")

    def counts(self) -> dict[Use, int]:
        """How many pieces were used for what; all of them together are the page."""
        return dict(Counter(map(self.use_of, self.pieces)))

    def lines(self, count: int) -> dict[str, int]:
        """What became of the ``count`` lines of the file. A line is used if any text on it is."""
        with_text = {piece.line for piece in self.pieces}
        left = {piece.line for piece in self.left_out()}
        used = {piece.line for piece in self.pieces if self.use_of(piece) not in ("left out", "code example")}
        told = {"used": len(used), "left_out": len(left - used), "without_text": count - len(with_text)}
        return {"all": count, **told}

    def left_out(self) -> list[Piece]:
        """The pieces that went nowhere, code examples among them, in the page's order."""
        return [piece for piece in self.pieces if self.use_of(piece) in ("left out", "code example")]


@dataclass(slots=True)
class Page:
    """A page as it was read: its blocks in order, what was broken in it, and its ledger."""

    kind: Kind
    title: str = ""
    date: str = ""  # YYYY-MM-DD, where the page has one
    blocks: list[Block] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
