"""Reads a page as it was copied from a browser: lines, and what is left of its tables."""

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise
from typing import Final

from zegoerr_gui.core.catalogue.page.blocks import Broken, Cell, Heading, Page, Piece, Prose, Row, Table
from zegoerr_gui.core.catalogue.page.columns import has_labels, roles_of
from zegoerr_gui.core.catalogue.page.copied_rows import (
    STEP,
    Head,
    Start,
    heads_in,
    is_list_item,
    like_heading,
    named_rows,
    rows_among,
    starts_in,
)
from zegoerr_gui.core.catalogue.page.items import is_advice, sentences_of

_CODE_LINE: Final = re.compile(
    r"^\s*(?://|[{}]|(?:const|let|var|try|if|for|zg\.|console\.)\b)|[{;]\s*$|^\s*[)}\]]+[;,)]*\s*$|=>"
)
_ABOUT_CODES: Final = re.compile(r"codes?\b|错误码|返回码|错误代码", re.I)
# What stands around a page's text, and below its last table.
_FRAME: Final = re.compile(
    r"Previous|Next|Back to top|Edit this page|Was this (?:page|article|document) helpful.*|Last updated.*|"
    r"On this page|Copyright.*|©.*|上一篇|下一篇|上一页|下一页|上一节|下一节|返回顶部|文档是否有帮助.*|更新时间.*",
    re.I,
)
_TABBED_ITEM: Final = re.compile(r"\s*(\d{1,2}[.)]|[•◦▪-])\t")
_BULLET: Final = re.compile(r"^\s*[•·]\s*")
_STEP: Final = 50  # rows


def read_copied(text: str, page: Page, numbers: Sequence[int] = ()) -> Iterator[float]:
    """Read a page into ``page``; yields the share done. ``numbers`` are those of its lines, where it is made of pieces
    of another page."""
    lines = _without_bars(text.split("\n"))
    heads: list[Head] = []

    def look() -> Generator[None, None, None]:
        heads.extend((yield from heads_in(lines)))

    yield from (0.1 for _ in look())
    yield 0.2
    reader = _Reader(lines, page, numbers or range(1, len(lines) + 1))
    starts = [head.first for head in heads]
    yield from (0.2 for _ in reader.between(0, starts[0] if heads else 0))
    for number, (first, end) in enumerate(pairwise([*starts, len(lines)])):
        yield 0.2 + 0.8 * number / len(heads)
        yield from (0.2 + 0.8 * number / len(heads) for _ in reader.table(heads[number], first, end))
    if not heads:
        yield from (0.5 for _ in reader.table(None, 0, len(lines)))
    headings = (block.piece.text for block in page.blocks if isinstance(block, Heading))
    page.title = reader.title or next(headings, "")


class _Reader:
    """Adds the blocks of copied lines to a page."""

    def __init__(self, lines: Sequence[str], page: Page, numbers: Sequence[int]) -> None:
        self._lines = lines
        self._numbers = numbers
        self._page = page
        self.title = ""

    def between(self, first: int, end: int) -> Iterator[None]:
        """Lines outside of tables: titles of sections and prose."""
        for place in range(first, end):
            if place % STEP == 0:
                yield
            line = self._lines[place]
            if not line.strip():
                continue
            piece = self._piece(place, line)
            if _CODE_LINE.search(line):
                self._page.ledger.use([piece], "code example")
            elif like_heading(line) and (self._alone(place, first, end) or place + 1 == end < len(self._lines)):
                self._page.blocks.append(Heading(piece))
                if not self.title and _ABOUT_CODES.search(piece.text):
                    self.title = piece.text
            else:
                self._page.blocks.append(Prose(piece))

    def table(self, head: Head | None, first: int, end: int) -> Iterator[None]:
        """The lines of one table and what stands below it, up to the next."""
        body = head.last + 1 if head else first
        lines = self._lines[body:end]
        roles = [roles_of(title) for title in head.titles] if head else []
        column = next((place for place, role in enumerate(roles) if "code" in role), 0)
        starts = named_rows(lines, column) if column else []
        starts = starts or (yield from rows_among((yield from starts_in(lines))))
        if not starts:
            yield from self.between(first, end)
            return
        table = Table(self._numbers[first], [])
        if head:
            titles = [
                self._piece(place, self._lines[place])
                for place in range(head.first, head.last + 1)
                if self._lines[place].strip()
            ]
            cells = [Cell([Piece(titles[0].place, titles[0].line, title)], is_title=True) for title in head.titles]
            cells[0].pieces += titles[1:]
            table.rows.append(Row(head.first + 1, cells))
        yield from self.between(body, body + starts[0].place)
        begun = False
        for number, start in enumerate(starts):
            row_end = starts[number + 1].place if number + 1 < len(starts) else len(lines)
            width = len(head.titles) if head else 0
            row, stop = self._row(start, body, body + row_end, width, column, number + 1 == len(starts))
            if not begun:
                self._page.blocks.append(table)
                begun = True
            table.rows.append(row)
            if stop < body + row_end:  # something stands between this row and the next
                yield from self.between(stop, body + row_end)
                table = Table(table.line, table.rows[:1] if head else [])
                begun = False
            if number % _STEP == 0:
                yield

    def _titles(self, head: Head) -> Row:
        places = (place for place in range(head.first, head.last + 1) if self._lines[place].strip())
        pieces = [self._piece(place, self._lines[place]) for place in places]
        # On one line each title is a part of the same piece, on several each has its own.
        own = pieces if len(pieces) == len(head.titles) else [pieces[0]] * len(head.titles)
        cells = [
            Cell([Piece(piece.place, piece.line, title)], is_title=True)
            for piece, title in zip(own, head.titles, strict=True)
        ]
        return Row(self._numbers[head.first], cells)

    def _row(self, start: Start, body: int, end: int, width: int, column: int, last: bool) -> tuple[Row, int]:
        """The row of a start, and the line where it has ended."""
        first = body + start.place
        stop = self._end_of_row(first, end, start, width, last)
        if start.layout == "tab":
            return Row(self._numbers[first], self._tabbed(first, stop, width, column)), stop
        code = Cell([self._piece(first, start.written)])
        lines = [(first, start.rest)] if start.rest else []
        lines += [(place, self._lines[place]) for place in range(first + 1, stop)]
        groups = self._groups(lines, width - 1, start)
        return Row(self._numbers[first], [code, *groups]), stop

    def _end_of_row(self, first: int, end: int, start: Start, width: int, last: bool) -> int:
        """Behind the last line of a row: a blank line ends it, unless what follows can only belong to it."""
        filled = bool(start.rest)
        if last and end < len(self._lines) and self._is_title_of_next(first, end, width, filled):
            end -= 1
        for place in range(first + 1, end):
            line = self._lines[place]
            if not line.strip():
                continue
            after_blank = not self._lines[place - 1].strip()
            if last and _FRAME.fullmatch(line.strip()):
                return place
            if after_blank and not self._goes_on(line, place, first, start, width, filled, last):
                return place
            filled = True
        return end

    def _is_title_of_next(self, first: int, end: int, width: int, filled: bool) -> bool:
        """Whether the line just above the next table is its title, though no blank line sets it apart."""
        more = sum(bool(line.strip()) for line in self._lines[first + 1 : end])
        return more > (0 if filled else max(1, width - 1)) and like_heading(self._lines[end - 1])

    def _goes_on(self, line: str, place: int, first: int, start: Start, width: int, filled: bool, last: bool) -> bool:
        if has_labels([line.strip()]) or is_list_item(line) or not filled:
            return True
        if start.layout in ("alone", "tab") and width > 2:
            so_far = self._lines[first:place]
            cells = (
                sum(text.count("\t") for text in so_far)
                if start.layout == "tab"
                else sum(map(bool, map(str.strip, so_far))) - 1
            )
            if cells < width - 1:
                return True
        return not last and not (like_heading(line) and self._alone(place, first, len(self._lines)))

    def _tabbed(self, first: int, stop: int, width: int, column: int) -> list[Cell]:
        """Cells with tabs between them; a line without goes on in the cell before."""
        cells = [Cell()]
        for place in range(first, stop):
            line = self._lines[place]
            if place > first and (item := _TABBED_ITEM.match(line)):  # some browsers set lists apart with tabs
                line = f"{item[1]} {line[item.end() :]}"
            for number, text in enumerate(line.split("\t")):
                if number:
                    cells.append(Cell())
                if text.strip():
                    cells[-1].pieces.append(self._piece(place, text))
        while width and len(cells) > width and len(cells) > column + 1:
            more = cells.pop()
            cells[-1].pieces += more.pieces
        if not cells[0].pieces and len(cells) > max(width, 1):
            cells = cells[1:]
        return cells

    def _groups(self, lines: list[tuple[int, str]], cells: int, start: Start) -> list[Cell]:
        """The lines of a row as cells. Where nothing is left that divides them, the words must."""
        filled = [(place, text) for place, text in lines if text.strip()]
        if cells <= 1:
            return [Cell([self._piece(place, text) for place, text in filled])]
        blocks = self._blocks(lines)
        if len(blocks) == cells or (start.layout == "alone" and len(filled) <= cells):
            groups = blocks if len(blocks) == cells else [[one] for one in filled]
            return [Cell([self._piece(place, text) for place, text in group]) for group in groups]
        if any(has_labels([text.strip()]) for _, text in filled):
            return [Cell([self._piece(place, text) for place, text in filled])]
        if start.layout == "alone":
            words = "The cells of this row cannot be told apart; the last took all lines that were left"
            line = self._numbers[filled[0][0]]
            self._page.broken.append(Broken(line, f"{start.written}: {words}"))
            return [
                *(Cell([self._piece(*one)]) for one in filled[: cells - 1]),
                Cell([self._piece(*one) for one in filled[cells - 1 :]]),
            ]
        return self._by_sentences(filled, cells, start)

    def _by_sentences(self, filled: list[tuple[int, str]], cells: int, start: Start) -> list[Cell]:
        """Columns that only a blank divides: as many sentences as columns are one each, else advice is the last."""
        texts = [(place, part) for place, text in filled for part in _parts_of(text)]
        words = [(place, part) for place, text in filled for part in text.split()]
        wide = [(place, part) for place, text in filled for part in re.split(r"\s{2,}", text.strip())]
        groups: list[list[tuple[int, str]]] = [[] for _ in range(cells)]
        if alike := next((parts for parts in (wide, texts, words) if len(parts) == cells), None):
            groups = [[one] for one in alike]
        else:
            advised = False
            for number, (place, text) in enumerate(texts):
                advised = advised or (number > 0 and is_advice(text))
                groups[0 if number == 0 else cells - 1 if advised else min(number, max(1, cells - 2))].append(
                    (place, text)
                )
            line = self._numbers[filled[0][0]] if filled else 1
            said = f"{start.written}: {len(texts)} sentences for {cells} columns; told apart by the wording"
            self._page.broken.append(Broken(line, said))
        return [Cell([self._piece(place, text) for place, text in group if text != "-"]) for group in groups]

    def _blocks(self, lines: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
        blocks: list[list[tuple[int, str]]] = [[]]
        for place, text in lines:
            if text.strip():
                blocks[-1].append((place, text))
            elif blocks[-1]:
                blocks.append([])
        return [block for block in blocks if block]

    def _alone(self, place: int, first: int, end: int) -> bool:
        """Whether a line stands between blank lines, or at the edge of what is looked at."""
        before = place == 0 or place == first or not self._lines[place - 1].strip()
        after = place + 1 >= min(end, len(self._lines)) or not self._lines[place + 1].strip()
        return before and after

    def _piece(self, place: int, text: str) -> Piece:
        return self._page.ledger.enter(self._numbers[place], _BULLET.sub("- ", text).strip())


def _without_bars(lines: list[str]) -> list[str]:
    """Lines of which many have bars between their cells, or at their ends, with tabs in the place of these."""
    with_bars = sum("|" in line for line in lines)
    if 3 * with_bars < sum(map(bool, map(str.strip, lines))) or any("\t" in line.strip() for line in lines):
        return lines
    return [re.sub(r"[ \t]*\|[ \t]*", "\t", line.strip().strip("|").strip()) for line in lines]


def _parts_of(text: str) -> list[str]:
    """Sentences; a dash between blanks is an empty cell."""
    parts: list[str] = []
    for part in re.split(r"(?:(?<=\s)|^)([-–—]|N/A)(?=\s|$)", text):
        parts += ["-"] if part in ("-", "–", "—", "N/A") else list(sentences_of(part))
    return parts
