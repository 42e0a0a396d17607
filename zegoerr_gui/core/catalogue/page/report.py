"""What an import has to tell: entries, families, all that is odd with its line, and what became of each text."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final

from zegoerr_gui.core.catalogue.page.blocks import Kind, Piece, Use

_MANY: Final = 5  # oddities with the same words
_KINDS: Final = {"copied": "text copied from a browser", "markdown": "Markdown", "html": "HTML"}
# Kinds of which a number says enough: nothing is wrong with the entry.
_PLENTY: Final = frozenset({"cause repeats", "list", "link kept"})


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd at a line of the page, counted from 1; ``code`` is None where it is of no entry."""

    line: int
    kind: str
    code: int | None
    words: str

    @property
    def order(self) -> tuple[int, int, str, str]:
        """By line, then by code; those of no entry first."""
        return self.line, self.code if self.code is not None else -(10**11), self.kind, self.words

    def __str__(self) -> str:
        return f"line {self.line}: {f'{self.code}: ' if self.code is not None else ''}{self.words}"


@dataclass(frozen=True, slots=True)
class FamilyTold:
    """A family of the pack, and where its name comes from: the heading of a line, or the numbers."""

    id: str
    title: str
    prefixes: tuple[str, ...]
    codes: int
    heading_line: int | None


@dataclass(slots=True)
class Report:
    """Everything an import tells.

    ``uses`` counts pieces of text by what became of them; their sum is the page. ``lines`` counts the lines of the file
    the same way, where a line is something: not in HTML.
    """

    page: str
    kind: Kind
    encoding: str
    title: str = ""
    date: str = ""
    entries: int = 0
    families: list[FamilyTold] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    known: list[Oddity] = field(default_factory=list)
    who: dict[str, int] = field(default_factory=dict)
    uses: dict[Use, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    left_out: list[tuple[Piece, Use]] = field(default_factory=list)

    @property
    def pieces(self) -> int:
        """How many pieces of text the page has."""
        return sum(self.uses.values())


def report_as_json(report: Report) -> dict[str, Any]:
    """The report for programs: nothing is cut."""
    return {
        "schema": 1,
        "page": report.page,
        "kind": report.kind,
        "encoding": report.encoding,
        "title": report.title,
        "date": report.date or None,
        "entries": report.entries,
        "families": [{**asdict(one), "prefixes": list(one.prefixes)} for one in report.families],
        "oddities": [_odd(odd) for odd in report.oddities],
        "known_before": [_odd(odd) for odd in report.known],
        "guessed": {"who_acts": report.who, "severity": "failure, but for successes"},
        "texts": {"all": report.pieces, **{use.replace(" ", "_"): count for use, count in report.uses.items()}},
        "lines": report.lines or None,
        "left_out": [{"line": piece.line, "text": piece.text, "why": use} for piece, use in report.left_out],
    }


def _odd(odd: Oddity) -> dict[str, Any]:
    return {"line": odd.line, "kind": odd.kind, "code": odd.code, "what": odd.words}


def report_as_text(report: Report) -> str:
    """The report for people, line by line."""
    lines = [
        f"{report.page}: {_KINDS[report.kind]}, {report.encoding}",
        *([f"Title: {report.title}"] if report.title else []),
        f"Date: {report.date or 'the page has none'}",
        "",
        f"{_count(report.entries, 'entry', 'entries')} in {_count(len(report.families), 'family', 'families')}:",
        *(_family(one) for one in report.families),
        "",
        *_oddities(report),
    ]
    if report.known:
        lines += ["", "Noted in the catalogue in use about codes of this page:"]
        lines += [f"  {odd.code}: {odd.words}" for odd in report.known]
    who = ", ".join(f"{count} {name}" for name, count in sorted(report.who.items(), key=lambda pair: -pair[1]))
    lines += ["", f"Guessed from the words, not said by the page: who moves first ({who}), and the severity.", ""]
    lines += _account(report)
    return "\n".join(lines) + "\n"


def _family(one: FamilyTold) -> str:
    where = f"heading in line {one.heading_line}" if one.heading_line else "no heading: named by the numbers"
    prefixes = ", ".join(one.prefixes[:6]) + (" …" if len(one.prefixes) > 6 else "")
    return f"  {one.title} ({prefixes}): {_count(one.codes, 'code', 'codes')}, {where}"


def _oddities(report: Report) -> list[str]:
    """A line for each; those that say the same of many entries, or only how a text was divided, share one."""
    lines = [f"{_count(len(report.oddities), 'oddity', 'oddities')}:" if report.oddities else "Nothing odd."]
    alike: dict[str, list[Oddity]] = {}
    for odd in report.oddities:
        alike.setdefault(odd.words, []).append(odd)
    shared = {words: same for words, same in alike.items() if len(same) >= _MANY or same[0].kind in _PLENTY}
    lines += [f"  {odd}" for odd in report.oddities if odd.words not in shared]
    for words, same in shared.items():
        places = ", ".join(f"{odd.code} (line {odd.line})" if odd.code is not None else str(odd.line) for odd in same)
        lines.append(f"  {_count(len(same), 'time', 'times')}: {words}: {places}")
    return lines


def _account(report: Report) -> list[str]:
    """What became of the texts; those left out one by one, neighbours on a line."""
    unit = "texts" if report.kind == "html" else "lines and cells"
    parts = ", ".join(f"{count} {use}" for use, count in sorted(report.uses.items()))
    lines = [f"Of {report.pieces:,} {unit}: {parts}."]
    if report.lines:
        lines.append(
            "Of {all:,} lines: {used:,} used, {left_out:,} left out, {without_text:,} without text.".format(
                **report.lines
            )
        )
    if report.left_out:
        lines.append("Left out:")
        lines += [f"  line {piece.line}: {piece.text[:160]}" for piece, use in report.left_out if use == "left out"]
        code = [piece.line for piece, use in report.left_out if use == "code example"]
        if code:
            lines.append(f"  lines {min(code)} to {max(code)}: {_count(len(code), 'line', 'lines')} of code examples")
    return lines


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
