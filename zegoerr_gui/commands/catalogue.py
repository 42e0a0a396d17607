"""The commands of ``catalogue``: what keeps the catalogue's files true."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zegoerr_gui import places
from zegoerr_gui.commands.output import DONE, NO, UNREADABLE, Done
from zegoerr_gui.commands.pages import add_pages
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.checking import Checked, check_folder, folders_to_check
from zegoerr_gui.core.catalogue.files import SUFFIXES
from zegoerr_gui.core.catalogue.packs import pack_folders

Arguments = argparse.Namespace


def add_catalogue(commands: Any, summary: str) -> None:
    """Add the command with those under it: check, import and diff."""
    catalogue: argparse.ArgumentParser = commands.add_parser("catalogue", help=summary)
    works = catalogue.add_subparsers(required=True)
    _add_check(works)
    add_pages(works)


def _add_check(works: Any) -> None:
    check: argparse.ArgumentParser = works.add_parser(
        "check", help="tell every fault in catalogues and teams' folders, and what style forbids"
    )
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="folders of catalogues or of a team; a file means its whole folder (the shipped catalogue)",
    )
    check.add_argument("--strict", action="store_true", help="count warnings as faults")
    check.set_defaults(run=_check)


def _check(arguments: Arguments) -> Done:
    packs = [places.catalogue_folder(), *pack_folders(places.packs_folder())]
    paths: list[Path] = arguments.paths or packs[:1]
    if missing := [path for path in paths if not _exists(path)]:
        return Done(UNREADABLE, notes=[f"{missing[0]} is not a folder; name the folder that holds pack.yaml"])
    checked = [check_folder(folder, packs) for folder in folders_to_check(paths)]
    text = "".join(f"{line}\n" for one in checked for line in _told(one, several=len(checked) > 1))
    faulty = [one for one in checked if one.faults or (arguments.strict and one.warnings)]
    return Done(NO if faulty else DONE, text, [f"{one.folder} has {_counts(one)}" for one in faulty])


def _exists(path: Path) -> bool:
    try:
        return path.is_dir() or (path.is_file() and path.suffix in SUFFIXES)
    except ValueError:  # a NUL in the name
        return False


def _told(one: Checked, *, several: bool) -> Iterator[str]:
    yield from map(str, one.faults)
    for warning in one.warnings:
        yield f"{warning.file}:{warning.line}: warning: {warning.found}. {warning.right}"
    codes = f"{one.codes} codes" if one.of_team else f"{one.codes} codes: {one.documented} documented, "
    if not one.of_team:
        codes += f"{one.codes - one.documented} SDK only"
    yield f"{one.folder}: {codes}; {_counts(one)}" if several else f"{codes}; {_counts(one)}"


def _counts(one: Checked) -> str:
    return f"{counted(len(one.faults), 'fault')}, {counted(len(one.warnings), 'warning')}"
