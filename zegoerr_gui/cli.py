"""The command line: the same answers as the window, as text or JSON. Qt is loaded only for the window.

A first word that names a command is one; anything else is a log to open in the window (``./scan`` for such a file).

Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 unreadable input.
"""

import io
import sys
from collections.abc import Sequence

from zegoerr_gui import places
from zegoerr_gui.commands.output import DONE, UNREADABLE, complain, drop_output, give
from zegoerr_gui.commands.window import window_parser
from zegoerr_gui.commands.words import Parser
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.log.spool import keep_spools_in

INTERRUPTED = 130  # as shells say it
COMMANDS = {
    "lookup": "explain codes",
    "search": "find codes by words, as the window does",
    "scan": "find and count the codes in a log",
    "reply": "answer a customer, or hand the case to ZEGOCLOUD support, from a log",
    "report": "write all that a log tells to a file, as HTML or Markdown",
    "redact": "write a log with its secrets masked",
    "catalogue": "work on the catalogue's files",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if places.portable_folder():
        keep_spools_in(places.data_folder())
    parser = _command_parser(words[0]) if words[:1] and words[0] in COMMANDS else window_parser(COMMANDS)
    arguments = parser.parse_args(words)
    try:
        return give(arguments.run(arguments))
    except BrokenPipeError:  # the reader of our output has seen enough
        drop_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except UnreadableLogError as error:
        complain(str(error))
        return UNREADABLE
    except OSError as error:  # a full disk behind our output
        complain(f"the output cannot be written: {error.strerror}")
        drop_output()
        return UNREADABLE


def _command_parser(name: str) -> Parser:
    """The parser of the command that is named; the other commands, and what they need, are not loaded."""
    parser = Parser(prog="zegoerr")
    commands, summary = parser.add_subparsers(required=True), COMMANDS[name]
    if name == "lookup":
        from zegoerr_gui.commands.lookup import add_lookup

        add_lookup(commands, summary)
    elif name == "search":
        from zegoerr_gui.commands.search import add_search

        add_search(commands, summary)
    elif name == "scan":
        from zegoerr_gui.commands.scan import add_scan

        add_scan(commands, summary)
    elif name in ("reply", "report"):
        from zegoerr_gui.commands.answers import add_answers

        add_answers(commands, COMMANDS)
    elif name == "redact":
        from zegoerr_gui.commands.redact import add_redact

        add_redact(commands, summary)
    else:
        from zegoerr_gui.commands.catalogue import add_catalogue

        add_catalogue(commands, summary)
    return parser
