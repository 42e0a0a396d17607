"""From the text of a page to a catalogue and a report: in steps, so that the window goes on meanwhile."""

import re
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.pack import Pack, Source
from zegoerr_gui.core.catalogue.page.blocks import Heading, Ledger, Page, PageError, Piece, Prose, Table
from zegoerr_gui.core.catalogue.page.copied_page import read_copied
from zegoerr_gui.core.catalogue.page.entries import entry_of
from zegoerr_gui.core.catalogue.page.families import Families, Section, families_of
from zegoerr_gui.core.catalogue.page.guessing import guess_platform
from zegoerr_gui.core.catalogue.page.html_page import read_html
from zegoerr_gui.core.catalogue.page.limits import odd_limits
from zegoerr_gui.core.catalogue.page.markdown_page import read_markdown
from zegoerr_gui.core.catalogue.page.oddities import odd_in, odd_sides
from zegoerr_gui.core.catalogue.page.opening import PageText
from zegoerr_gui.core.catalogue.page.report import Oddity, Report
from zegoerr_gui.core.catalogue.page.rows import Found, TableRead, read_table

_READERS: Final = {"copied": read_copied, "markdown": read_markdown, "html": read_html}
_MOST_ENTRIES: Final = 20_000
_DATE: Final = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
_STEP: Final = 5  # entries
_NOTED: Final = 100  # entries
_MOST_ADVISED: Final = 0.8
_HAN: Final = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Imported:
    """A page as a catalogue, and what there is to tell of it."""

    catalogue: Catalogue
    report: Report


def import_page(text: PageText, known: Catalogue | None = None) -> Generator[float, None, Imported]:
    """Read a page; yields the share done. ``known`` is the catalogue in use: it names families whose headings are lost.

    Raises PageError where the page has no codes.
    """
    page = Page(text.kind)
    for share in _READERS[text.kind](text.text, page):
        yield share * 0.8
    odd = [Oddity(broken.line, "broken", None, broken.said) for broken in page.broken]
    sections: list[Section] = []
    for section in _sections(page, odd):
        if section is not None:
            sections.append(section)
        yield 0.8
    if not sections and text.kind != "copied":
        yield from _read_as_text(page, sections, odd)
    found = [one for section in sections for one in section.found]
    if not found:
        raise PageError(
            f"No table of error codes was found in {text.name}. Save the whole page, or copy it with its tables."
        )
    if len(found) > _MOST_ENTRIES:
        raise PageError(f"{text.name} has {len(found):,} codes. At most {_MOST_ENTRIES:,} are read from one page.")
    families = families_of(sections, page.title, known, odd, guess=text.kind == "copied")
    entries: dict[int, Entry] = {}
    for number, one in enumerate(found):
        entry = entry_of(one, odd)
        entries[one.code] = _both(entries[one.code], entry, one, odd) if one.code in entries else entry
        if number % _STEP == 0:
            yield 0.8 + 0.1 * number / len(found)
    for share in _look_over(sections, entries, odd):
        yield 0.9 + share / 10
    noted = yield from _with_notes(entries, odd, families)
    report = _report(text, page, families, noted, odd, known)
    yield 1.0
    pack = _pack(text, page, families, noted)
    return Imported(Catalogue(pack, noted), report)


def _read_as_text(page: Page, sections: list[Section], odd: list[Oddity]) -> Iterator[float]:
    """A page without a table of codes may have them in headings and lists: its texts are read as copied ones are."""
    pieces = page.ledger.pieces
    page.ledger, page.blocks = Ledger(), []
    text = "\n".join(piece.text for piece in pieces)
    for _ in read_copied(text, page, [piece.line for piece in pieces]):
        yield 0.8
    sections += (section for section in _sections(page, odd) if section is not None)
    if sections:
        odd.append(
            Oddity(sections[0].line, "no table", None, "The codes stand in no table; the text was read line by line")
        )


def _sections(page: Page, odd: list[Oddity]) -> Iterator[Section | None]:
    """The tables with codes, each with the heading and the prose above it; None while one is still being read."""
    heading: Piece | None = None
    own = False
    prose: list[Piece] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            heading, own, prose = block.piece, True, []
        elif isinstance(block, Prose):
            prose.append(block.piece)
        elif (read := (yield from read_table(block))) is None:
            odd.append(Oddity(block.line, "table without codes", None, _without_codes(block)))
        else:
            odd += (Oddity(line, kind, None, words) for line, kind, words in read.oddities)
            yield from _parts(page, block, read, heading, own, prose)
            own, prose = False, []


def _without_codes(table: Table) -> str:
    first = " | ".join(cell.text.replace("\n", " ") for cell in table.rows[0].cells) if table.rows else ""
    return f"A table of {len(table.rows)} rows has no codes and was left out: {first[:80]}"


def _parts(
    page: Page, table: Table, read: TableRead, heading: Piece | None, own: bool, prose: list[Piece]
) -> Iterator[Section]:
    """A table, divided where headings stand within it; all its texts are entered in the ledger."""
    ledger = page.ledger
    ledger.use(read.titles, "column titles")
    ledger.use(read.used, "entry")
    ledger.use(prose, "introduction")
    if heading and own:
        ledger.use([heading], "heading")
    ledger.use((piece for place, piece in read.inner.items() if place < len(read.found)), "heading")
    start = 0
    for place, inner in [*read.inner.items(), (len(read.found), None)]:
        if part := read.found[start:place]:
            yield Section(part[0].line if start else table.line, heading, own, prose, part)
            prose = []
        start = place
        if inner is not None:
            heading, own = inner, True


def _both(first: Entry, second: Entry, found: Found, odd: list[Oddity]) -> Entry:
    """One entry of a code that stands twice: the first stays, what the second says otherwise is added as notes."""
    fields = ("description", "causes", "steps", "notes")
    if all(getattr(first, name) == getattr(second, name) for name in fields):
        odd.append(Oddity(found.line, "doubled code", found.code, "The code stands a second time with the same words"))
        return first
    odd.append(
        Oddity(found.line, "doubled code", found.code, "The code stands a second time with other words: both are kept")
    )
    more = [second.description, *second.causes, *(step.do for step in second.steps), *second.notes]
    said = {first.description, *first.causes, *(step.do for step in first.steps), *first.notes}
    notes = tuple(f"Line {found.line} of the page says as well: {text}" for text in more if text not in said)
    links = tuple(dict.fromkeys((*first.links, *second.links)))
    apis = tuple(dict.fromkeys((*first.apis, *second.apis)))
    return replace(first, notes=first.notes + notes, links=links, apis=apis)


def _look_over(sections: list[Section], entries: dict[int, Entry], odd: list[Oddity]) -> Iterator[float]:
    """What is odd only beside other entries."""
    for number, section in enumerate(sections):
        advised = sum(any(said.role == "step" and said.text for said in one.said) for one in section.found)
        expects = advised >= _MOST_ADVISED * len(section.found)
        for one in section.found:
            odd += odd_in(one, expects)
            yield number / len(sections)
        odd += odd_sides(section.found)
        yield number / len(sections)
        odd += odd_limits([entries[one.code] for one in section.found], {one.code: one.line for one in section.found})


def _with_notes(
    entries: dict[int, Entry], odd: list[Oddity], families: Families
) -> Generator[float, None, list[Entry]]:
    """The entries with their families, and with what is odd in them among their source notes."""
    quiet = {"cause repeats", "list", "inline list", "link kept"}
    by_code: dict[int, list[str]] = {}
    for one in sorted(odd, key=lambda one: one.order):
        if one.code is not None and one.kind not in quiet:
            by_code.setdefault(one.code, []).append(f"{one.words} (line {one.line} of the page).")
    noted: list[Entry] = []
    for entry in entries.values():
        notes = tuple(by_code.get(entry.code, ()))
        noted.append(replace(entry, family=families.by_code.get(entry.code, ""), source_notes=notes))
        if len(noted) % _NOTED == 0:
            yield 1.0
    return noted


def _report(
    text: PageText, page: Page, families: Families, entries: list[Entry], odd: list[Oddity], known: Catalogue | None
) -> Report:
    if text.lost:
        odd.append(Oddity(1, "unreadable character", None, f"{text.lost} bytes are no {text.encoding}"))
    if text.removed:
        odd.append(Oddity(1, "control characters", None, f"{text.removed} control characters were removed"))
    report = Report(text.name, text.kind, text.encoding, page.title, _date(page), len(entries), families.told)
    report.oddities = sorted(set(odd), key=lambda one: one.order)
    report.who = dict(Counter(entry.who_acts for entry in entries))
    report.uses = page.ledger.counts()
    if text.kind != "html":
        report.lines = page.ledger.lines(len(text.text.splitlines()))
    report.left_out = [(piece, page.ledger.use_of(piece)) for piece in page.ledger.left_out()]
    if known and _same_product(families, known):
        noted = ((entry.code, note) for one in entries if (entry := known.get(one.code)) for note in entry.source_notes)
        report.known = [Oddity(0, "known before", code, note) for code, note in noted]
    return report


def _same_product(families: Families, known: Catalogue) -> bool:
    """Whether most of the codes are those of the catalogue in use, on its platform."""
    shared = sum(code in known for code in families.by_code)
    return 2 * shared > len(families.by_code) and guess_platform(families.by_code, "") == known.pack.platform


def _date(page: Page) -> str:
    """The first date that stands by itself on a line, as YYYY-MM-DD."""
    for block in page.blocks:
        if (
            isinstance(block, (Prose, Heading))
            and len(block.piece.text) < 60
            and (match := _DATE.search(block.piece.text))
        ):
            return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return ""


def _pack(text: PageText, page: Page, families: Families, entries: list[Entry]) -> Pack:
    title = page.title or text.name
    words = "".join(entry.description for entry in entries)
    language = "zh" if len(_HAN.findall(words)) > len(words) / 10 else "en"
    source = Source(title=title, date=_date(page) or "unknown")
    platform = guess_platform(families.by_code, title)
    return Pack("", title, platform, language=language, source=source, families=tuple(families.families))
