"""Reads a page written in a test, and shows what became of it as a table."""

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.page.importing import Imported, import_page
from zegoerr_gui.core.catalogue.page.opening import decode_page
from zegoerr_gui.core.catalogue.page.report import Report
from zegoerr_gui.core.stepwise import finish

Row = tuple[str, tuple[str, ...], tuple[str, ...]]


def imported(text: str | bytes, name: str, known: Catalogue | None = None) -> Imported:
    """A page, read to its end."""
    return finish(import_page(decode_page(text if isinstance(text, bytes) else text.encode(), name), known))


def rows(made: Imported) -> dict[int, Row]:
    """Description, causes and steps by code."""
    return {one.code: (one.description, one.causes, tuple(step.do for step in one.steps)) for one in made.catalogue}


def kinds(report: Report) -> list[tuple[int, int | None, str]]:
    """Line, code and kind of each oddity."""
    return [(odd.line, odd.code, odd.kind) for odd in report.oddities]


def left_out(report: Report) -> list[tuple[int, str]]:
    """Line and text of what is in no entry."""
    return [(piece.line, piece.text) for piece, _ in report.left_out]


def lost_words(text: str, made: Imported) -> set[str]:
    """Words of a page that stand neither in its entries nor in its report."""
    pack, report = made.catalogue.pack, made.report
    told = [piece.text for piece, _ in report.left_out]
    told += [str(odd) for odd in report.oddities]
    told += [f"{family.title} {family.introduction}" for family in pack.families]
    for one in made.catalogue:
        told += [
            str(one.code),
            one.description,
            *one.causes,
            *(step.do for step in one.steps),
            *one.notes,
            *one.keywords,
        ]
    known = set(" ".join(told).split())
    return {word for word in text.split() if word not in known and word.rstrip(".。") not in known}
