"""Which catalogues a command answers from: the shipped one, others that are named, and the team's folder."""

import argparse
import os
from pathlib import Path
from typing import Final

from zegoerr_gui import places
from zegoerr_gui.commands.output import complain
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.library import read_now
from zegoerr_gui.core.catalogue.reading import PACK_FILE, Loaded, read_catalogue

TEAM_VARIABLE: Final = "ZEGOERR_OVERLAY"


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add the options that name more catalogues, and the team's folder."""
    parser.add_argument(
        "--pack", action="append", default=[], type=_pack, metavar="DIR", help="a catalogue to use besides; repeatable"
    )
    parser.add_argument(
        "--overlay", type=folder, metavar="DIR", help=f"your team's folder ({TEAM_VARIABLE} names it as well)"
    )


def named_team(arguments: argparse.Namespace) -> Path | None:
    """The team's folder that an option, or else the environment, names."""
    named = os.environ.get(TEAM_VARIABLE, "")
    chosen: Path | None = arguments.overlay
    return chosen or (Path(named) if named else None)


def read_sources(arguments: argparse.Namespace) -> Loaded:
    """The catalogue that the options ask for, with what is wrong in its files."""
    shipped, team = places.catalogue_folder(), named_team(arguments)
    if not arguments.pack and team is None:
        return read_catalogue(shipped)
    return read_now([shipped, *arguments.pack], team)


def told_catalogue(arguments: argparse.Namespace) -> Catalogue:
    """The catalogue that the options ask for; the user is told what is wrong in its files."""
    loaded = read_sources(arguments)
    for fault in loaded.faults:
        complain(str(fault))
    return loaded.catalogue


def folder(word: str) -> Path:
    """The folder that a word of the command line names; it must be there."""
    path = Path(word)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{word!r} is not a folder")
    return path


def _pack(word: str) -> Path:
    path = folder(word)
    if not (path / PACK_FILE).is_file():
        raise argparse.ArgumentTypeError(f"{word!r} has no {PACK_FILE}: name the folder of a catalogue")
    return path
