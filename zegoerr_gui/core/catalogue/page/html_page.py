"""Reads HTML, a whole saved page or a piece of it, into blocks: broken, hostile or plain, in slices, in linear time.

The parser of the standard library serves, since it knows the line of each tag and can be fed a little at a time; what
is missing to a tree (ends that nobody wrote, cells that span, tables in tables) is added here.
"""

import re
from collections.abc import Generator, Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Final

from zegoerr_gui.core.catalogue.page.blocks import Broken, Cell, Heading, Page, PageLink, Piece, Prose, Row, Table
from zegoerr_gui.core.catalogue.page.open_table import OpenTable
from zegoerr_gui.core.catalogue.page.rows import code_column

_SLICE: Final = 4 * 1024  # characters, about a millisecond
_PART: Final = 64 * 1024  # characters
_MATCHES: Final = 500
_LONGEST_TAG: Final = 256 * 1024  # characters
_DEEPEST: Final = 40  # tables in tables
_BREAKS: Final = frozenset(
    re.findall(
        r"\w+",
        "br p div section article header footer nav main aside ul ol dl dt dd pre blockquote figure figcaption form "
        "fieldset address hr summary details center caption title option",
    )
)
_TITLES: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROWS: Final = frozenset(("thead", "tbody", "tfoot"))
_PARTS: Final = frozenset(("td", "th", "tr", *_ROWS))
_INLINE: Final = frozenset(
    re.findall(
        r"\w+",
        "html head body meta link base col colgroup span b i em strong code kbd samp var sub sup small big u s del ins "
        "mark font abbr cite q label button input select img picture source svg path g use rect circle line polyline "
        "polygon defs wbr a bdi bdo time data tt th td tr table tbody thead tfoot li iframe video audio canvas object "
        "embed param noscript template textarea script style area map legend optgroup progress meter output ruby rt rp "
        "slot dialog menu search title desc clippath symbol lineargradient stop text tspan mask pattern ellipse filter "
        "nobr strike",
    )
)
_MOST_STRANGE: Final = 50
_BLANKS: Final = re.compile(r"[ \t\n\f\xa0\u2000-\u200b\u2060\u3000]+")
_ANCHORS: Final = re.compile(r"\s*[#¶§🔗]+$")
_UNREAD: Final = (  # what begins so goes, up to what ends so
    ("<!--", "-->"),
    ("<script", "</script[^<>]{0,80}>"),
    ("<style", "</style[^<>]{0,80}>"),
    ("<!", ">"),
    (r"<\?", ">"),
)
_TAG: Final = re.compile(r"<[a-zA-Z/]")
_NO_TAG: Final = re.compile(r"<(?![a-zA-Z/])")
_MARKER: Final = re.compile(r"-|\d+\.")
_PICTURE: Final = re.compile(r"\bdata:[a-z]+/[a-z0-9.+-]+[;,][^\"'\s<>]{100,}", re.I)


def read_html(text: str, page: Page) -> Iterator[float]:
    """Read a page into ``page``; yields the share done."""
    reader = HtmlReader(page)
    text = yield from _without_scripts(text)
    for start in range(0, len(text), _SLICE):
        reader.feed(text[start : start + _SLICE])
        yield min(1.0, (start + _SLICE) / max(1, len(text)))
    reader.finish()


def _without_scripts(text: str) -> Generator[float, None, str]:
    """The text without comments, scripts, styles, declarations and pictures, its line ends kept.

    Each kind is looked for to the end of the text at most once, however often it is opened and never closed.
    """
    if "data:" in text:
        text = _PICTURE.sub("data:", text)
    for opening, closing in _UNREAD:
        text = yield from _without(text, opening, closing)
    kept: list[str] = []
    start = 0
    while start < len(text):
        end = start + _PART
        if _TAG.match(text, end - 1):  # whether it begins a tag is told by what follows
            end -= 1
        kept.append(_NO_TAG.sub("&lt;", text[start:end]))
        start = end
        yield 0.0
    return "".join(kept)


def _without(text: str, opening: str, closing: str) -> Generator[float, None, str]:
    kept: list[str] = []
    place = 0
    end_of = re.compile(closing, re.I)
    for number, match in enumerate(re.finditer(opening, text, re.I)):
        if number % _MATCHES == 0:
            yield 0.0
        if match.start() < place:
            continue
        end = end_of.search(text, match.end())
        if end is None:
            break
        kept += (text[place : match.start()], "\n" * text.count("\n", match.start(), end.end()))
        place = end.end()
    return "".join([*kept, text[place:]])


class HtmlReader(HTMLParser):
    """Adds the blocks of HTML to a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._tables: list[OpenTable] = []
        self._text: list[str] = []
        self._text_line = 0
        self._lists: list[int] = []  # of open lists the number of the last item; -1 where they have none
        self._title: list[Piece] | None = None  # of the heading that is open
        self._link: tuple[str, list[str]] | None = None
        self._links: list[PageLink] = []
        self._depth = 0  # tables too deep to be read as such
        self._in_pre = 0
        self._strange: list[tuple[str, int, str]] = []  # elements open that HTML has not: name, line, as written

    @property
    def line(self) -> int:
        """The line where the parser stands."""
        return self.getpos()[0]

    def feed(self, data: str) -> None:
        """Read on. A tag that never ends becomes text."""
        super().feed(data)
        if len(self.rawdata) > _LONGEST_TAG:
            if self.rawdata.startswith("<"):
                self._page.broken.append(Broken(self.line, "A tag begins here that does not end"))
            self._take(unescape(self.rawdata))
            self.rawdata = ""

    def finish(self) -> None:
        """The text ends here: so does all that is still open."""
        rest = self.rawdata
        if "<" in rest:  # a tag that does not end; the parser would try each of its characters
            self.rawdata = ""
            self._take(unescape(rest))
        super().feed("<br>")
        for _, line, written in self._strange[:_MOST_STRANGE]:
            self._page.broken.append(Broken(line, f"{written} is no element of HTML and was left out"))
        if self._tables:
            self._page.broken.append(Broken(self.line, "A table does not end before the page does"))
        while self._tables:
            self._end_table()

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "table":
            self._begin_table()
        elif tag in ("tr", "td", "th") and self._tables:
            self._begin_part(tag, values)
        elif tag in ("ul", "ol"):
            self._flush()
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._begin_item()
        elif tag in _TITLES:
            self._flush()
            self._title = []
        elif tag == "a":
            self._link = (values.get("href") or "", [])
        elif tag in _BREAKS or tag in _ROWS:
            self._flush()
            self._in_pre += tag == "pre"
        elif tag not in _INLINE:
            self._strange.append((tag, self.line, (self.get_starttag_text() or "")[:60]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "hr"):
            self._flush()
        elif tag in ("td", "th"):  # an empty cell of XHTML; any other element written so has nothing in it
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)
        elif tag not in _INLINE and tag not in _BREAKS:
            written = (self.get_starttag_text() or "")[:60]
            self._page.broken.append(Broken(self.line, f"{written} shows something that does not stand in the page"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            if self._depth:
                self._depth -= 1
            elif self._tables:
                self._end_table()
        elif tag in _PARTS and self._tables:
            self._flush()
            (self._tables[-1].end_cell if tag in ("td", "th") else self._tables[-1].end_row)()
        elif tag in _TITLES:
            self._end_title(tag)
        elif tag == "a":
            self._end_link()
        elif tag in _BREAKS or tag == "li":
            self._end_block(tag)
        elif self._strange:
            self._strange = [one for one in self._strange if one[0] != tag]

    def handle_data(self, data: str) -> None:
        self._take(data)

    # Inside

    def _take(self, data: str) -> None:
        if self._in_pre:
            for number, line in enumerate(data.split("\n")):
                if number:
                    self._flush()
                self._add(line, self.line + number)
        else:
            self._add(data, self.line + _breaks_before(data))

    def _add(self, text: str, line: int) -> None:
        if not text.strip() and not self._text:
            return
        if not self._text:
            self._text_line = line
        self._text.append(text)
        if self._link:
            self._link[1].append(text)

    def _flush(self) -> None:
        """What was gathered since the last break is a piece."""
        text = _BLANKS.sub(" ", "".join(self._text)).strip()
        if self._lists and _MARKER.fullmatch(text):
            return  # a paragraph begins in the item of a list: it is the text behind the marker
        self._text.clear()
        links, self._links = self._links, []
        if not text:
            return
        piece = self._page.ledger.enter(self._text_line, text)
        cell = self._tables[-1].cell if self._tables else None
        if self._title is not None:
            self._title.append(piece)
        elif cell is not None:
            cell.pieces.append(piece)
            cell.links += links
        else:
            self._page.blocks.append(Prose(piece))
            if self._in_pre:
                self._page.ledger.use([piece], "code example")

    def _begin_table(self) -> None:
        self._flush()
        if len(self._tables) >= _DEEPEST:
            if not self._depth:
                self._page.broken.append(
                    Broken(self.line, f"Tables stand in one another deeper than {_DEEPEST} levels")
                )
            self._depth += 1
            return
        self._tables.append(OpenTable(Table(self.line, [])))

    def _begin_part(self, tag: str, values: dict[str, str | None]) -> None:
        self._flush()
        table = self._tables[-1]
        if tag == "tr":
            table.begin_row(self.line)
        else:
            table.begin_cell(self.line, Cell(is_title=tag == "th"), values.get("rowspan"), values.get("colspan"))
        self._lists.clear()

    def _begin_item(self) -> None:
        self._flush()
        self._text.clear()  # the marker of an item without a text
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            self._add(f"{self._lists[-1]}. ", self.line)
        else:
            self._add("- ", self.line)

    def _end_block(self, tag: str) -> None:
        self._flush()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._text.clear()
        self._in_pre -= tag == "pre" and self._in_pre > 0

    def _end_title(self, tag: str) -> None:
        self._flush()
        pieces, self._title = self._title or [], None
        for piece in pieces:
            text = _ANCHORS.sub("", piece.text)
            self._page.blocks.append(Heading(Piece(piece.place, piece.line, text)))
        if tag == "h1" and pieces and not self._page.title:
            self._page.title = _ANCHORS.sub("", pieces[0].text)

    def _end_link(self) -> None:
        if self._link:
            target, words = self._link
            self._link = None
            text = _BLANKS.sub(" ", "".join(words)).strip()
            if target and text:
                self._links.append(PageLink(text, target.strip()))

    def _end_table(self) -> None:
        self._flush()
        table = self._tables.pop().finish()
        outer = self._tables[-1].cell if self._tables else None
        if outer is None or code_column(table) is not None:
            self._page.blocks.append(table)
        else:
            for cell in _each_cell(table.rows):
                outer.pieces += cell.pieces
                outer.links += cell.links


def _each_cell(rows: list[Row]) -> Iterator[Cell]:
    seen: set[int] = set()
    for row in rows:
        for cell in row.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def _breaks_before(data: str) -> int:
    """How many lines further on the first word stands."""
    return data[: len(data) - len(data.lstrip())].count("\n")
