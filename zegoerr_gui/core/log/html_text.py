"""The text of a piece of HTML, as a reader sees it: what chat programs and mails put on the clipboard."""

import re
from collections.abc import Generator
from html.parser import HTMLParser
from typing import Final

_SLICE: Final = 16 * 1024  # characters: about a millisecond
_UNSEEN: Final = frozenset({"head", "script", "style", "title", "template"})
_BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "form", "header", "hr")
) | {"h1", "h2", "h3", "h4", "h5", "h6", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul"}
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")  # not the space that does not break: that one is meant
_NO_BREAK_SPACE: Final = "\xa0"


def html_text(html: str) -> Generator[float, None, str]:
    """Yields the share done, 0 to 1, and returns the text. Faults in the HTML are taken as browsers take them."""
    reader = _Reader()
    for start in range(0, len(html), _SLICE):
        reader.feed(html[start : start + _SLICE])
        yield start / len(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Gathers lines: a block begins a new one, ``br`` ends one, cells are divided by tabs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._unseen = 0  # depth within what a browser does not show
        self._kept = 0  # depth within text whose blanks and line ends count
        self._at_line_start = True

    def text(self) -> str:
        """What has been gathered."""
        lines = "".join(self._parts).replace(_NO_BREAK_SPACE, " ").split("\n")
        return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._add("\n")
        elif tag in _BLOCKS:
            self._begin_line()
            self._kept += tag == "pre"
        elif tag in ("td", "th") and not self._at_line_start:
            self._add("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self._begin_line()
            self._kept = max(0, self._kept - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if not self._kept:
            data = _BLANKS.sub(" ", data)
            data = data.lstrip(" ") if self._at_line_start else data
        if data:
            self._add(data)

    def _begin_line(self) -> None:
        if not self._at_line_start:
            self._add("\n")

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._at_line_start = text.endswith("\n")
