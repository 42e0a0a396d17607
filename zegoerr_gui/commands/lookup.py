"""The command ``lookup``: what the catalogue says of codes."""

import argparse
from typing import Any

from zegoerr_gui.commands.output import DONE, NO, Done
from zegoerr_gui.commands.sources import add_sources, told_catalogue
from zegoerr_gui.commands.words import add_format, code
from zegoerr_gui.core.answer.entry_json import entry_as_json
from zegoerr_gui.core.answer.entry_text import entry_as_text
from zegoerr_gui.core.catalogue.catalogue import Catalogue


def add_lookup(commands: Any, summary: str) -> None:
    """Add the command: it prints the entries of codes, and says which of them no catalogue has."""
    parser: argparse.ArgumentParser = commands.add_parser("lookup", help=summary)
    parser.add_argument("codes", nargs="+", type=code, metavar="CODE")
    add_format(parser)
    add_sources(parser)
    parser.set_defaults(run=_lookup)


def _lookup(arguments: argparse.Namespace) -> Done:
    catalogue = told_catalogue(arguments)
    entries = [entry for code in arguments.codes for entry in catalogue.meanings(code) or (catalogue.unlisted(code),)]
    known = [entry for entry in entries if entry.listing != "unlisted"]
    missing = [_missing(entry.code, catalogue) for entry in entries if entry.listing == "unlisted"]
    code = NO if missing else DONE
    if arguments.format == "json":
        return Done(code, notes=missing, json=[entry_as_json(entry) for entry in entries])
    return Done(code, "\n".join(entry_as_text(entry, catalogue, for_team=True) for entry in known), missing)


def _missing(code: int, catalogue: Catalogue) -> str:
    near = ", ".join(map(str, catalogue.nearest(code)))
    product = catalogue.pack.product_of(code)
    more = f"; the nearest codes are {near}" if near else f"; it belongs to {product.title}" if product else ""
    return f"{code} is not in the catalogue{more}"
