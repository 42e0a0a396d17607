"""The command line: the same answers as the window, as text or JSON. Qt is loaded only for the window.

Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 unreadable input.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from zegoerr_gui import __version__, places
from zegoerr_gui.core.answer.entry_json import entry_as_json
from zegoerr_gui.core.answer.entry_text import entry_as_text
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.query import Search
from zegoerr_gui.core.catalogue.reading import read_catalogue

DONE, NO, WRONG_USE, UNREADABLE = range(4)
Arguments = argparse.Namespace


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    arguments = _parser().parse_args(words)
    try:
        run: Callable[[Arguments], int] = arguments.run
        return run(arguments)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="zegoerr", description="Explains the error codes in ZEGOCLOUD Express logs.")
    parser.add_argument("--version", action="version", version=f"ZegoErr {__version__}")
    commands = parser.add_subparsers(required=True)

    lookup = commands.add_parser("lookup", help="explain codes")
    lookup.add_argument("codes", nargs="+", type=_code, metavar="CODE")
    _add_format(lookup)
    lookup.set_defaults(run=_lookup)

    search = commands.add_parser("search", help="find codes by words, as the window does")
    search.add_argument("query", nargs="+", metavar="QUERY")
    _add_format(search)
    search.set_defaults(run=_search)

    catalogue = commands.add_parser("catalogue", help="work on the catalogue's files")
    checks = catalogue.add_subparsers(required=True)
    check = checks.add_parser("check", help="read a catalogue's folder and tell every fault")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    check.set_defaults(run=_check)
    return parser


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _code(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) <= 10):
        raise argparse.ArgumentTypeError(f"{word!r} is not a code: write up to ten digits, such as 1103061")
    return int(word)


def _catalogue() -> Catalogue:
    loaded = read_catalogue(places.catalogue_folder())
    for fault in loaded.faults:
        _complain(str(fault))
    return loaded.catalogue


def _complain(sentence: str) -> None:
    print(f"zegoerr: {sentence}", file=sys.stderr)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _lookup(arguments: Arguments) -> int:
    catalogue = _catalogue()
    entries = [catalogue.get(code) or catalogue.unlisted(code) for code in arguments.codes]
    if arguments.format == "json":
        _print_json([entry_as_json(entry) for entry in entries])
    else:
        known = [entry for entry in entries if entry.listing != "unlisted"]
        print("\n".join(entry_as_text(entry, catalogue) for entry in known), end="")
    missing = [entry.code for entry in entries if entry.listing == "unlisted"]
    for code in missing:
        near = ", ".join(map(str, catalogue.nearest(code)))
        _complain(f"{code} is not in the catalogue" + (f"; the nearest codes are {near}" if near else ""))
    return NO if missing else DONE


def _search(arguments: Arguments) -> int:
    catalogue = _catalogue()
    query = " ".join(arguments.query)
    codes = Search(catalogue).find(query)
    if arguments.format == "json":
        _print_json(list(codes))
    else:
        for code in codes:
            entry = catalogue.get(code)
            print(f"{code}\t{entry.description if entry else ''}")
    if not codes:
        _complain(f"nothing in the catalogue matches {query!r}")
    return DONE if codes else NO


def _check(arguments: Arguments) -> int:
    folder: Path = arguments.folder or places.catalogue_folder()
    if not folder.is_dir():
        _complain(f"{folder} is not a folder; name the folder that holds pack.yaml")
        return UNREADABLE
    loaded = read_catalogue(folder)
    for fault in loaded.faults:
        print(fault)
    total, documented = len(loaded.catalogue), loaded.catalogue.documented
    print(f"{total} codes: {documented} documented, {total - documented} SDK only; {len(loaded.faults)} faults")
    return NO if loaded.faults else DONE
