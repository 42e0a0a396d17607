"""Finds the rows of tables in copied text, where the lines between cells and rows are lost: by the numbers that begin
them, and by how the page sets a number apart from what follows it."""

import re
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from zegoerr_gui.core.catalogue.page.columns import has_labels, roles_of, titles_in
from zegoerr_gui.core.catalogue.page.rows import codes_in, number_of

Layout = Literal["tab", "alone", "space", "colon", "glued"]

_START: Final = re.compile(
    r"[ \t]*(?:[-*•·]\s+)?(?P<code>0[xX][0-9a-fA-F]{1,8}|[-\u2212]?\d{1,10})(?P<rest>(?![\d]).*)"
)
_NO_CODE: Final = re.compile(r"[-/:.]\d|\.(?!\s*$)\s*\S?|x{2,}|[%°]|\)|[)、．]|,\d")
_LIST_ITEM: Final = re.compile(r"\s*(?:\d{1,2}[.)、．]|[-•·●○▪*](?=\s)|[(（]\d{1,2}[)）]|[①-⑳])")
_COLON: Final = re.compile(r"\s*(?:[:：=]|\s[-–—]\s)\s*")
_UNIT: Final = re.compile(
    r"\s?(?:bytes?|seconds?|ms|minutes?|hours?|days?|characters?|times|px|kbps|mb|kb|gb|秒|字节|个|次|位|分钟|小时)\b",
    re.I,
)
_LONG: Final = 4  # digits that no list and no measure has
STEP: Final = 100  # lines
_RARE: Final = 0.02
_CLEAR: Final = ("tab", "alone")  # layouts that no sentence has


@dataclass(frozen=True, slots=True)
class Start:
    """A line that may begin a row: its place, the number as written, how it is set apart, what follows on the line."""

    place: int
    written: str
    layout: Layout
    rest: str

    @property
    def value(self) -> int:
        """The number."""
        return number_of(self.written)

    @property
    def long(self) -> bool:
        """Whether the number is one that lists and measures do not have."""
        return len(self.written) >= _LONG or self.written[0] not in "0123456789"


@dataclass(frozen=True, slots=True)
class Head:
    """The titles of a table: the lines they stand on, from a first up to a last."""

    first: int
    last: int
    titles: tuple[str, ...]


def heads_in(lines: Sequence[str]) -> Generator[None, None, list[Head]]:
    """Where tables begin: titles of columns on one line, or one below the other, that of the codes among them.

    Looks through some lines a step, like all that goes through a whole page.
    """
    heads: list[Head] = []
    place = 0
    while place < len(lines):
        head = _head_at(lines, place)
        if head:
            heads.append(head)
        place = head.last + 1 if head else place + 1
        if place % STEP == 0:
            yield
    return heads


def _head_at(lines: Sequence[str], place: int) -> Head | None:
    titles = titles_in(lines[place].strip())
    last = place
    if len(titles) == 1:
        following = place + 1
        while following < len(lines) and following - last <= 2 and len(titles) < 6:
            more = titles_in(lines[following].strip())
            if len(more) == 1:
                titles += more
                last = following
            elif lines[following].strip():
                break
            following += 1
    roles = [role for title in titles for role in roles_of(title)]
    return Head(place, last, tuple(titles)) if len(titles) > 1 and "code" in roles else None


def starts_in(lines: Sequence[str]) -> Generator[None, None, list[Start]]:
    """Every line that may begin a row."""
    starts: list[Start] = []
    for place, line in enumerate(lines):
        if start := _start(place, line):
            starts.append(start)
        if place % STEP == 0:
            yield
    return starts


def _start(place: int, line: str) -> Start | None:
    found = _START.match(line)
    if found is None or _NO_CODE.match(found["rest"]) or _UNIT.match(found["rest"]):
        return None
    rest = found["rest"]
    if not rest.strip():
        layout: Layout = "alone"
    elif "\t" in rest[: len(rest) - len(rest.lstrip())]:
        layout = "tab"
    elif colon := _COLON.match(rest):
        layout, rest = "colon", rest[colon.end() :]
    else:
        layout = "space" if rest[0].isspace() else "glued"
    return Start(place, found["code"], layout, rest.strip() if layout != "tab" else rest)


def rows_among(starts: Sequence[Start]) -> Generator[None, None, list[Start]]:
    """Those that do begin rows: set apart as most are, with as many digits as others have.

    Short numbers begin rows only where they ascend from the first row on: within a text they are measures.
    """
    layout = _usual_layout(starts)
    same = [start for start in starts if _fits(start, layout)]
    digits = Counter(len(start.written) for start in same if start.long)
    usual = {count for count, times in digits.items() if times > max(1, _RARE * sum(digits.values()))}
    rows: list[Start] = []
    for number, start in enumerate(same):
        if number % STEP == 0:
            yield
        if start.long:
            if layout in _CLEAR or len(start.written) in usual or has_labels([start.rest]) or len(same) < 4:
                rows.append(start)
        elif not rows or (start.value > rows[-1].value and (layout in _CLEAR or not rows[-1].long)):
            rows.append(start)
    return rows


def _usual_layout(starts: Sequence[Start]) -> Layout:
    """How most numbers are set apart; the long ones decide where there are any."""
    long = Counter(start.layout for start in starts if start.long)
    if long:
        return long.most_common(1)[0][0]
    return starts[0].layout if starts else "alone"


def _fits(start: Start, layout: Layout) -> bool:
    if start.layout == layout or (start.layout == "alone" and start.long):
        return True
    return layout in ("glued", "space", "tab", "alone") and has_labels([start.rest])


def named_rows(lines: Sequence[str], column: int) -> list[Start]:
    """Rows whose code stands in another column than the first, in a table whose tabs are kept."""
    found: list[Start] = []
    for place, line in enumerate(lines):
        cells = line.split("\t")
        if column < len(cells) and codes_in(cells[column]):
            found.append(Start(place, cells[column].strip(), "tab", line))
    return found


def is_list_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _LIST_ITEM.match(line) is not None


def like_heading(line: str) -> bool:
    """Whether a line may be the title of a section: short, and no sentence."""
    text = line.strip()
    if not text or len(text) > 80 or "\t" in line or is_list_item(line) or has_labels([text]):
        return False
    return not re.search(r"[.。:：;；,，!！?？{}()=\"'](?:\s|$)|[。；]", text) and not text[0].islower()
