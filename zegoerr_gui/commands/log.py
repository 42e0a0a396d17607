"""The log that a command reads: the options that name it, and what the user is told of how its text came."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zegoerr_gui.commands.output import complain
from zegoerr_gui.commands.sources import add_sources, told_catalogue
from zegoerr_gui.commands.words import add_encoding
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.encoding import ENCODINGS
from zegoerr_gui.core.log.opening import open_file, open_standard_input
from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.log.zips import SeveralMembersError
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan, scan_to_end
from zegoerr_gui.core.stepwise import finish


def add_log(parser: argparse.ArgumentParser) -> None:
    """Add the log, and what can be said of it."""
    parser.add_argument("log", metavar="LOG", help="a file, or - for standard input")
    parser.add_argument("--member", default="", metavar="NAME", help="the log to read in a .zip that holds several")
    add_encoding(parser)
    add_sources(parser)


def open_log(arguments: argparse.Namespace) -> LogSource:
    """The log that the command names. Raises UnreadableLogError."""
    try:
        if arguments.log == "-":
            return finish(open_standard_input(arguments.encoding, arguments.member))
        return finish(open_file(Path(arguments.log), arguments.encoding, arguments.member))
    except SeveralMembersError as error:
        error.archive.release()
        first = f"{error.members[0].name!r}"
        raise UnreadableLogError(f"{error} Write --member {first} behind the command.") from error


@contextmanager
def scanned(arguments: argparse.Namespace, least: Evidence = Evidence.LIKELY) -> Iterator[Scan]:
    """The log that the command names, read to its end; its source is closed behind the block."""
    source = open_log(arguments)
    try:
        scan = scan_to_end(source, Recogniser(told_catalogue(arguments)), least)
        source = scan.source  # another one, where the encoding was found on the way
        _tell_about(scan)
        yield scan
    finally:
        source.close()


def _tell_about(scan: Scan) -> None:
    """What an agent should know of how the text came."""
    if scan.source.notice:
        complain(scan.source.notice)
    if scan.lines.undecodable:
        bad, title = counted(scan.lines.undecodable, "byte"), ENCODINGS[scan.source.encoding]
        complain(f"{bad} of {scan.source.name} could not be read as {title}; --encoding names another")
