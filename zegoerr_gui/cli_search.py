"""The command ``search``: the codes that the filter of the window would show, in the same order."""

import argparse
from typing import Any, NamedTuple

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.query_examples import examples_as_text
from zegoerr_gui.core.catalogue.search import Search

DONE, NO, WRONG_USE = range(3)


class Searched(NamedTuple):
    """The exit code, the codes found, and a sentence for the user, or none."""

    exit_code: int
    codes: tuple[int, ...] = ()
    note: str = ""


def add_search(commands: Any, helps: dict[str, str]) -> argparse.ArgumentParser:
    """Add ``search``; what it does with its query is ``searched``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "search",
        help=helps["search"],
        description="Prints the codes that the filter of the window would show, best first.",
        epilog=f"what can be typed:\n{examples_as_text()}\n\nBefore a query that begins with a minus write --.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("query", nargs="+", metavar="QUERY")
    return parser


def searched(catalogue: Catalogue, query: str) -> Searched:
    """What a query finds; a query with a fault finds nothing here, since no one sees what became of it."""
    search = Search(catalogue)
    found = search.find(query)
    if found.faults:
        return Searched(WRONG_USE, note=found.faults[0].sentence)
    if found.similar_to:
        note = f"nothing matches {query!r}; these are similar to {found.similar_to!r}"
        return Searched(DONE if found.codes else NO, found.codes, note)
    if found.codes:
        return Searched(DONE, found.codes)
    less = [(piece, search.find(rest)) for piece, rest in search.with_one_piece_less(query)]
    ways = [f"without {piece} {counted(len(way.codes), 'code')}" for piece, way in less if way.codes]
    return Searched(NO, note="; ".join([f"nothing in the catalogue matches {query!r}", *ways]))
