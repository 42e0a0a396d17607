"""The command ``search``: the codes that the filter of the window would show, in the same order."""

import argparse
from typing import Any, Final

from zegoerr_gui.commands.output import DONE, NO, WRONG_USE, Done
from zegoerr_gui.commands.sources import add_sources, told_catalogue
from zegoerr_gui.commands.words import Parser, add_format
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.query_examples import examples_as_text
from zegoerr_gui.core.catalogue.search import Search

_OF_WINDOW: Final = (
    "what is pinned, noted or in the open log only the window knows; zegoerr scan LOG finds the codes of a log"
)


def add_search(commands: Any, summary: str) -> None:
    """Add the command: it prints the codes that a query finds, and says why it finds none."""
    parser: Parser = commands.add_parser(
        "search",
        help=summary,
        description="Prints the codes that the filter of the window would show, best first.",
        epilog=f"what can be typed:\n{examples_as_text()}\n\nBefore a query that begins with a minus write --.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.hint = "; before a query that begins with a minus write --"
    parser.add_argument("query", nargs="+", metavar="QUERY")
    add_format(parser)
    add_sources(parser)
    parser.set_defaults(run=_search)


def _search(arguments: argparse.Namespace) -> Done:
    """What a query finds; a query with a fault finds nothing here, since no one sees what became of it."""
    catalogue, query = told_catalogue(arguments), " ".join(arguments.query)
    search = Search(catalogue)
    if any(condition.of_window for condition in search.reader.read(query).conditions):
        return Done(WRONG_USE, notes=[_OF_WINDOW])
    found = search.find(query)
    if found.faults:
        return Done(WRONG_USE, notes=[found.faults[0].sentence])
    note = ""
    if found.similar_to:
        note = f"nothing matches {query!r}; these are similar to {found.similar_to!r}"
    elif not found.codes:
        note = _what_would_match(search, query)
    return Done(
        DONE if found.codes else NO,
        notes=[note] if note else [],
        json=list(found.codes) if arguments.format == "json" else None,
        rows=[(code, (catalogue.get(code) or catalogue.unlisted(code)).description) for code in found.codes],
    )


def _what_would_match(search: Search, query: str) -> str:
    less = [(piece, search.find(rest)) for piece, rest in search.with_one_piece_less(query)]
    ways = [f"without {piece} {counted(len(way.codes), 'code')}" for piece, way in less if way.codes]
    return "; ".join([f"nothing in the catalogue matches {query!r}", *ways])
