"""Which column of a table means what, and what each of its rows says of which codes."""

import re
import unicodedata
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import Final

from zegoerr_gui.core.catalogue.page.blocks import Cell, PageLink, Piece, Row, Table
from zegoerr_gui.core.catalogue.page.columns import Role, labelled, likely_roles, roles_of

_NUMBER: Final = r"[-\u2212\u2013]?\d{1,10}|0[xX][0-9a-fA-F]{1,8}"
_CODE: Final = re.compile(rf"(?:{_NUMBER})")
_NAMED: Final = re.compile(rf"(?P<code>{_NUMBER})\s*[(:,\s=]\s*(?P<name>[A-Za-z_][\w.:]*)\)?")
_NAMED_BEFORE: Final = re.compile(rf"(?P<name>[A-Za-z_][\w.:]*)\s*[(:,\s=]\s*(?P<code>{_NUMBER})\)?")
_REMARKED: Final = re.compile(rf"(?P<code>{_NUMBER})\s*[(（](?P<name>[^()（）]{{1,80}})[)）]")
_IDENTIFIER: Final = re.compile(r"[A-Za-z_][\w.:]*")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_SEVERAL: Final = re.compile(r"\s*(?:,\s|[、/;；\n]|\bor\b|\band\b|或|和)\s*")
_ORNAMENT: Final = "`*_ \t\"'"
_JUDGED: Final = 1_000  # rows that tell what a column holds
_LONGEST: Final = 200  # characters of a cell of codes
_STEP: Final = 8  # rows
_MOST_HEAD: Final = 3  # rows that may stand above the first entry
_LONGEST_TITLE: Final = 60
_FEW: Final = 0.6  # share of a column's cells that must be codes, where its title does not say so
_MORE_ROLES: Final[dict[int, tuple[Role, ...]]] = {
    1: ("description",),
    2: ("description", "step"),
    3: ("description", "cause", "step"),
}


@dataclass(slots=True)
class Said:
    """One text that a row says of its code: what it is (None: nobody says), its words, its line."""

    role: Role | None
    text: str
    line: int


@dataclass(slots=True)
class Found:
    """What one row says of one code. ``title`` of a text without a role is that of its column."""

    code: int
    written: str
    line: int
    name: str = ""
    said: list[Said] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    labelled: bool = False
    roles: frozenset[Role] = frozenset()  # that the columns of the table have
    oddities: list[tuple[int, str, str]] = field(default_factory=list)  # line, kind, words


@dataclass(slots=True)
class Columns:
    """What the columns of a table hold; ``head`` is how many rows of titles it begins with."""

    code: int
    roles: list[tuple[Role, ...]]
    titles: list[str]
    head: int


def codes_in(text: str) -> list[tuple[int, str, str]]:
    """The codes that a cell consists of: number, as it is written, name beside it. None where it is anything else."""
    if len(text) > _LONGEST:
        return []
    plain = unicodedata.normalize("NFKC", text).strip(_ORNAMENT)
    if _THOUSANDS.fullmatch(plain):
        return [(int(plain.replace(",", "")), plain, "")]
    if one := _code(plain):
        return [one]
    parts = [_code(part.strip(_ORNAMENT)) for part in _SEVERAL.split(plain)]
    return [part for part in parts if part] if len(parts) > 1 and all(parts) else []


def _code(text: str) -> tuple[int, str, str] | None:
    if _CODE.fullmatch(text):
        return number_of(text), text, ""
    found = _NAMED.fullmatch(text) or _NAMED_BEFORE.fullmatch(text) or _REMARKED.fullmatch(text)
    return (number_of(found["code"]), found["code"], found["name"]) if found else None


def number_of(written: str) -> int:
    """The number that a code is written as: decimal, negative with any kind of dash, or hexadecimal."""
    if written[:2].lower() == "0x":
        return int(written, 16)
    return int(written.replace("\u2212", "-").replace("\u2013", "-"))


def code_column(table: Table) -> int | None:
    """Which column of a table holds codes, counted from 0; None where none does."""
    columns = _columns(table)
    return columns.code if columns else None


def _columns(table: Table) -> Columns | None:
    if not table.rows:
        return None
    width = max(len(row.cells) for row in table.rows)
    head = next((place for place, row in enumerate(table.rows[:_MOST_HEAD]) if _is_head(row)), -1)
    titles = [cell.text.replace("\n", " ") for cell in table.rows[max(head, 0)].cells] + [""] * width
    roles = [likely_roles(title) if head >= 0 else () for title in titles[:width]]
    body = table.rows[head + 1 : head + 1 + _JUDGED]
    code = _best_column(body, roles, titles, width)
    if code is None:
        return None
    _tell_messages(roles, titles)
    if head < 0 or not any(role for place, role in enumerate(roles) if place != code):
        _guess_roles(roles, code, body)
    for place, role in enumerate(roles):
        if place != code and set(role) & {"code"}:
            roles[place] = ()  # another number, or a name: a note with its title
    roles[code] = ("code",)
    return Columns(code, roles, titles[:width] if head >= 0 else [""] * width, head + 1)


def _is_head(row: Row) -> bool:
    """Whether a row holds titles: the page says so, or their words do; a title above all columns is none."""
    if any(codes_in(cell.text) for cell in row.cells):
        return False
    roles = [likely_roles(cell.text.replace("\n", " ")) for cell in row.cells]
    told = sum(map(bool, roles)) > 1 or (len(roles) > 1 and any("code" in role for role in roles))
    return told or (len(row.cells) > 1 and all(cell.is_title and cell.pieces for cell in row.cells))


def _tell_messages(roles: list[tuple[Role, ...]], titles: list[str]) -> None:
    """Beside a description, a message is something else: it becomes a note with its title."""
    descriptions = [place for place, role in enumerate(roles) if role == ("description",)]
    messages = [place for place in descriptions if re.search(r"message|\bmsg\b|信息|提示", titles[place], re.I)]
    if len(messages) < len(descriptions):
        for place in messages:
            roles[place] = ()


def _best_column(body: list[Row], roles: list[tuple[Role, ...]], titles: list[str], width: int) -> int | None:
    best: tuple[float, int] | None = None
    for place in range(width):
        cells = [row.cells[place].text for row in body if place < len(row.cells)]
        found = [codes for cell in cells if (codes := codes_in(cell))]
        told = "code" in roles[place]
        share = len(found) / max(1, sum(bool(cell) for cell in cells))
        if not found or share < (0.2 if told else _FEW) or not (told or _like_codes(found, titles[place])):
            continue
        if best is None or share + told > best[0]:
            best = share + told, place
    return best[1] if best else None


def _like_codes(found: Sequence[list[tuple[int, str, str]]], title: str) -> bool:
    """Whether numbers are codes though no title says so: they are long, negative or hexadecimal."""
    if re.search(r"code|码", title, re.I):
        return True
    numbers = [abs(code) for codes in found for code, _, _ in codes]
    strange = sum(number >= 1000 or written[0] not in "0123456789" for codes in found for number, written, _ in codes)
    return len(numbers) > 1 and strange > len(numbers) / 2 and len(set(numbers)) > len(numbers) / 2


def _guess_roles(roles: list[tuple[Role, ...]], code: int, body: list[Row]) -> None:
    """Columns without titles: what comes first is the description, what comes last the advice."""
    others = [place for place in range(len(roles)) if place != code and any(_text(row, place) for row in body)]
    names = [place for place in others if all(re.fullmatch(r"[A-Za-z_]\w*|", _text(row, place)) for row in body)]
    for place in names:
        roles[place] = ("name",)
    rest = [place for place in others if place not in names]
    for place, role in zip(rest, _MORE_ROLES.get(len(rest), ()), strict=False):
        roles[place] = (role,)


def _text(row: Row, place: int) -> str:
    return row.cells[place].text if place < len(row.cells) else ""


@dataclass(slots=True)
class TableRead:
    """What a table holds: entries in its order, the pieces of its titles, headings within it, rows nobody could read.

    ``inner`` gives for the place of an entry in ``found`` the heading that stands above it in the table.
    """

    found: list[Found] = field(default_factory=list)
    titles: list[Piece] = field(default_factory=list)
    used: list[Piece] = field(default_factory=list)
    inner: dict[int, Piece] = field(default_factory=dict)
    oddities: list[tuple[int, str, str]] = field(default_factory=list)


def read_table(table: Table) -> Generator[None, None, TableRead | None]:
    """What a table says of codes, read some rows a step; None where it has no column of codes."""
    columns = _columns(table)
    if columns is None:
        return None
    read = TableRead()
    for row in table.rows[: columns.head]:
        pieces = [piece for cell in row.cells for piece in cell.pieces]
        if row is table.rows[columns.head - 1]:
            read.titles += pieces
        elif pieces:
            read.inner[0] = pieces[0]
    if not columns.head:
        told = ", ".join("/".join(roles) or "nothing known" for roles in columns.roles)
        read.oddities.append((table.line, "no column titles", f"The table has no column titles; taken as: {told}"))
    previous: Cell | None = None
    for number, row in enumerate(table.rows[columns.head :]):
        if number % _STEP == 0:
            yield
        cell = row.cells[columns.code] if columns.code < len(row.cells) else None
        _read_row(row, cell, previous, columns, read)
        previous = cell if cell and cell.pieces else previous
    return read


def _read_row(row: Row, cell: Cell | None, previous: Cell | None, columns: Columns, read: TableRead) -> None:
    pieces = [piece for one in row.cells for piece in one.pieces]
    if _repeats_titles(row, columns):
        read.titles += pieces
        return
    codes = codes_in(cell.text) if cell else []
    if not codes and len(pieces) == 1 < len(columns.roles) and row.cells[0].pieces and _like_title(pieces[0].text):
        read.inner[len(read.found)] = pieces[0]
        return
    if (cell is None or not cell.pieces or cell is previous) and read.found:
        _go_on(row, columns, read, spanned=bool(codes))
        return
    if not codes:
        shown = " | ".join(piece.text for piece in pieces)
        read.oddities.append((row.line, "unread row", f"A row without a code that can be read: {shown[:200]}"))
        return
    read.used += pieces
    for code, written, name in codes:
        found = Found(code, written, row.line, roles=frozenset(role for roles in columns.roles for role in roles))
        if len(codes) > 1:
            found.oddities.append((row.line, "several codes", f"One row stands for {len(codes)} codes"))
        if _IDENTIFIER.fullmatch(name):
            found.name = name
        elif name:
            found.said.append(Said("note", name, row.line))
        _fill(found, row, columns)
        read.found.append(found)


def _like_title(text: str) -> bool:
    """Whether the only text of a row may be the title of the rows below it, and no sentence."""
    return len(text) <= _LONGEST_TITLE and not re.search(r"[.。:：;；,，!！?？](?:\s|$)|[。；]", text)


def _repeats_titles(row: Row, columns: Columns) -> bool:
    texts = [cell.text.replace("\n", " ") for cell in row.cells]
    return any(texts) and (texts == columns.titles[: len(texts)] or (len(texts) > 1 and all(map(roles_of, texts))))


def _go_on(row: Row, columns: Columns, read: TableRead, spanned: bool) -> None:
    """A row without a code of its own says more of the code above it."""
    last = read.found[-1]
    known = {(said.role, said.text) for said in last.said}
    before = len(last.said)
    read.used += (piece for cell in row.cells for piece in cell.pieces)
    _fill(last, row, columns)
    last.said[before:] = [said for said in last.said[before:] if (said.role, said.text) not in known]
    if not spanned:
        last.oddities.append((row.line, "row goes on", "A row without a code; taken as more of the code above it"))


def _fill(found: Found, row: Row, columns: Columns) -> None:
    if len(row.cells) < len(columns.roles):
        words = f"The row has {len(row.cells)} of {len(columns.roles)} cells"
        found.oddities.append((row.line, "missing cells", words))
    for place, cell in enumerate(row.cells):
        if place == columns.code:
            continue
        roles = columns.roles[place] if place < len(columns.roles) else ()
        found.links += cell.links
        if roles == ("name",) and not found.name and _IDENTIFIER.fullmatch(cell.text):
            found.name = cell.text
        elif roles == ("name",) and cell.text == found.name:
            continue
        else:
            roles = () if roles == ("name",) else roles
            found.said += _said(cell, roles, columns.titles[place] if place < len(columns.titles) else "", found)


def _said(cell: Cell, roles: tuple[Role, ...], title: str, found: Found) -> list[Said]:
    """What a cell says: by its labels, else by its column's title; a column of several things says neither."""
    said: list[Said] = []
    default: Role | None = roles[0] if len(roles) == 1 else None
    if not roles:
        default = "note"
    role = default
    for piece in cell.pieces:
        for label, text in labelled(piece.text):
            role = label or role
            found.labelled = found.labelled or label is not None
            said.append(Said(role, text, piece.line))
    if not roles and title and said and said[0].role == "note":
        said[0].text = f"{title}: {said[0].text}"
    return said
