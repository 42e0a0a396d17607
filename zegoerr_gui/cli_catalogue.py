"""The commands of ``catalogue``: what keeps the catalogue's files true."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from zegoerr_gui import places
from zegoerr_gui.core.answer.verdict import counted
from zegoerr_gui.core.catalogue.reading import read_catalogue

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
    check = _add(works, "check", _check, "read a catalogue's folder and tell every fault")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR")


def _check(arguments: Arguments) -> Done:
    folder: Path = arguments.folder or places.catalogue_folder()
    if not folder.is_dir():
        return Done(UNREADABLE, notes=(f"{folder} is not a folder; name the folder that holds pack.yaml",))
    loaded = read_catalogue(folder)
    total, documented = len(loaded.catalogue), loaded.catalogue.documented
    counts = f"{total} codes: {documented} documented, {total - documented} SDK only; {len(loaded.faults)} faults"
    text = "".join(f"{line}\n" for line in (*map(str, loaded.faults), counts))
    if not loaded.faults:
        return Done(DONE, text)
    return Done(NO, text, (f"{folder} has {counted(len(loaded.faults), 'fault')}",))
