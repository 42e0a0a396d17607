"""Reads Markdown and MDX: it is put into HTML line by line, so that each line keeps its number, and read as such.

What HTML stands in it (tables, ``<br/>``, components) goes through as it is. A parser for all of Markdown would take
the page at one go, which may be seconds, and knows nothing of components.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from zegoerr_gui.core.catalogue.page.blocks import Broken, Page
from zegoerr_gui.core.catalogue.page.columns import titles_in
from zegoerr_gui.core.catalogue.page.copied_rows import like_heading
from zegoerr_gui.core.catalogue.page.html_page import read_html
from zegoerr_gui.core.catalogue.page.rows import codes_in

_STEP: Final = 200  # lines
_MOST_CELLS: Final = 40  # of a row; what stands behind them stays in the last
_FENCE: Final = re.compile(r"[ \t]*(```+|~~~+)")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDER: Final = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULER: Final = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_COLUMNS: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_ADMONITION: Final = re.compile(r"[ \t]*:::+[ \t]*\w*[ \t]*")
_QUOTE: Final = re.compile(r"[ \t]*(?:>[ \t]?)+")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+")
_CELL_END: Final = re.compile(r"(?<!\\)\|")

_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~$&:-])")
_CODE: Final = re.compile(r"(`+)(.+?)\1")
_COMMENT: Final = re.compile(r"\{/\*.*?\*/\}")
_LITERAL: Final = re.compile(r"\{\s*([\"'`])((?:(?!\1).)*)\1\s*\}")
_BRACED: Final = re.compile("\\{\\s*(\x00\\d+\x00)\\s*\\}")
_IMAGE: Final = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK: Final = re.compile(
    r"(?<!\\)\[([^\[\]]+)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'][^\"']*[\"'])?\s*\)"
)
_ADDRESS: Final = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_BOLD: Final = re.compile(r"\*\*|(?<!\w)__|__(?!\w)")


def read_markdown(text: str, page: Page) -> Iterator[float]:
    """Read a page into ``page``; yields the share done."""
    lines = text.split("\n")
    writer = _Writer(page)
    for number, line in enumerate(lines):
        writer.write(line, lines[number + 1] if number + 1 < len(lines) else "")
        if number % _STEP == 0:
            yield number / len(lines) / 2
    for share in read_html("\n".join(writer.written), page):
        yield 0.5 + share / 2


def inline(text: str) -> str:
    """The HTML of Markdown within a line. What is escaped, or code, is set aside until the rest is done."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(escape(words, quote=False))
        return f"\x00{len(kept) - 1}\x00"

    text = _COMMENT.sub("", text)
    text = _CODE.sub(lambda match: keep(match[2].replace("\\|", "|").strip()), text)
    text = _ESCAPED.sub(lambda match: keep(match[1]), text)
    text = _LITERAL.sub(lambda match: keep(match[2]), text)
    text = _BRACED.sub(r"\1", text)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(lambda match: f'<a href="{escape(match[2])}">{match[1]}</a>', text)
    text = _ADDRESS.sub(r'<a href="\1">\1</a>', text)
    text = _BOLD.sub("", text)
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text)


def cells_of(line: str) -> list[str]:
    """The cells of a table's row."""
    cells = _CELL_END.split(line.strip(), maxsplit=_MOST_CELLS)
    if not cells[0].strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells = cells[:-1]
    return cells


class _Writer:
    """Holds the HTML written so far, a line for each line of the page, and where in the page it stands."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.written: list[str] = []
        self._fence = ""
        self._columns = 0  # of the table that is open
        self._edged = False  # whether its rows begin with a bar
        self._filled = 0  # cells of its last row
        self._html_tables = 0

    def write(self, line: str, following: str) -> None:
        """Add a line; ``following`` is the next one, which may make it a heading or the head of a table."""
        self.written.append(self._html(line, following))

    def _html(self, line: str, following: str) -> str:
        if self._fence or _FENCE.match(line):
            return self._code(line)
        if self._columns and self._is_row(line, following):
            return self._row(line)
        before = self._end_table()
        opened = self._html_tables
        self._html_tables = max(0, opened + line.lower().count("<table") - line.lower().count("</table"))
        if opened or self._html_tables:
            return before + ("<br>" if _ITEM.match(line) else "") + inline(line)
        if "|" in line and "-" in following and "|" in following and _COLUMNS.match(following):
            self._columns = max(1, len(cells_of(line)))
            self._edged = line.lstrip().startswith("|")
            self._filled = self._columns
            return before + "<table>" + _row_of(cells_of(line), "th")
        return before + self._outside(line, following)

    def _is_row(self, line: str, following: str) -> bool:
        """Whether a line below a table belongs to it: not where another begins at it, or below it."""
        if not line.strip() or _HEADING.match(line) or line.lstrip().startswith("<"):
            return False
        if "|" in line:
            return not ("|" in following and "-" in following and _COLUMNS.match(following))
        return not ("|" in following and titles_in(following.strip(" |")))

    def _outside(self, line: str, following: str) -> str:
        if heading := _HEADING.match(line):
            level = len(heading[1])
            return f"<h{level}>{inline(heading[2])}</h{level}>"
        if _RULER.match(line) or _UNDER.match(line):
            return ""
        if "|" in following and like_heading(line) and titles_in(following.strip(" |")):
            return f"<h3>{inline(line)}</h3>"
        if line.strip() and _UNDER.match(following) and not _ITEM.match(line) and "|" not in line:
            return f"<h{1 if '=' in following else 2}>{inline(line)}</h{1 if '=' in following else 2}>"
        line = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else _ADMONITION.sub("", line, count=1)
        return f"<p>{inline(line)}" if line.strip() else ""

    def _code(self, line: str) -> str:
        found = _FENCE.match(line)
        if not self._fence and found:
            self._fence = found[1]
            return self._end_table() + "<pre>"
        if found and found[1].startswith(self._fence) and not line.strip().strip(found[1][0]):
            self._fence = ""
            return "</pre>"
        return escape(line, quote=False)

    def _row(self, line: str) -> str:
        """A row of the table, or where its own are too few for the columns, or have no end, more of the last one."""
        if _COLUMNS.match(line) and "-" in line:
            return ""
        cells = cells_of(line)
        whole = self._filled >= self._columns or bool(codes_in(cells[0]))
        if line.lstrip().startswith("|") if self._edged else "|" in line and whole:
            cells = self._fitted(cells)
            self._filled = len(cells)
            return _row_of(cells, "td")
        if self._filled < self._columns:
            self._filled += len(cells)
            return "".join(f"<td>{inline(cell)}" for cell in cells)
        return f"<br>{inline(line)}"

    def _fitted(self, cells: list[str]) -> list[str]:
        """As many cells as columns: bars too many are signs of the last one that nobody escaped."""
        if len(cells) <= self._columns:
            return cells
        words = (
            f"{len(cells)} cells in a table of {self._columns} columns; bars too many are taken as signs of the last"
        )
        self._page.broken.append(Broken(len(self.written) + 1, words))
        return [*cells[: self._columns - 1], "\\|".join(cells[self._columns - 1 :])]

    def _end_table(self) -> str:
        ended, self._columns = self._columns, 0
        return "</table>" if ended else ""


def _row_of(cells: list[str], kind: str) -> str:
    """A row whose last cell stays open, since a line may follow that belongs to it."""
    return "<tr>" + f"</{kind}>".join(f"<{kind}>{inline(cell)}" for cell in cells)
