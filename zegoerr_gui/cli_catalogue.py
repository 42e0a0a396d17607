"""The commands of ``catalogue``: what keeps the catalogue's files true."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from zegoerr_gui import places
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.checking import Checked, check_folder, folders_to_check
from zegoerr_gui.core.catalogue.files import SUFFIXES
from zegoerr_gui.core.catalogue.packs import pack_folders

Arguments = argparse.Namespace
DONE, NO, UNREADABLE = 0, 1, 3


class Done(NamedTuple):
    """What a command did: its exit code, text for the output (or a value for JSON), sentences for the user."""

    code: int
    text: str = ""
    notes: tuple[str, ...] = ()
    json: Any = None


def add_catalogue(commands: Any, helps: dict[str, str]) -> Any:
    """Add ``catalogue`` with its commands; each sets ``work``, which makes a ``Done`` of the arguments.

    Returns what further commands are added to.
    """
    catalogue: argparse.ArgumentParser = commands.add_parser("catalogue", help=helps["catalogue"])
    works = catalogue.add_subparsers(required=True)
    _add_check(works)
    return works


def _add(works: Any, name: str, work: Callable[[Arguments], Done], help: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = works.add_parser(name, help=help)
    parser.set_defaults(work=work)
    return parser


def _add_check(works: Any) -> None:
    check = _add(works, "check", _check, "tell every fault in catalogues and teams' folders, and what style forbids")
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="folders of catalogues or of a team; a file means its whole folder (the shipped catalogue)",
    )
    check.add_argument("--strict", action="store_true", help="count warnings as faults")


def _check(arguments: Arguments) -> Done:
    packs = [places.catalogue_folder(), *pack_folders(places.packs_folder())]
    paths: list[Path] = arguments.paths or packs[:1]
    if missing := [path for path in paths if not _exists(path)]:
        return Done(UNREADABLE, notes=(f"{missing[0]} is not a folder; name the folder that holds pack.yaml",))
    checked = [check_folder(folder, packs) for folder in folders_to_check(paths)]
    text = "".join(f"{line}\n" for one in checked for line in _told(one, several=len(checked) > 1))
    faulty = [one for one in checked if one.faults or (arguments.strict and one.warnings)]
    return Done(NO if faulty else DONE, text, tuple(f"{one.folder} has {_counts(one)}" for one in faulty))


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
