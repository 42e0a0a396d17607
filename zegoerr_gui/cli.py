"""The command line: the same answers as the window, as text or JSON. Qt is loaded only for the window.

A first word that names a command is one; anything else is a log to open in the window (``./scan`` for such a file).

Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 unreadable input.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from zegoerr_gui import __version__, places
from zegoerr_gui.cli_answers import Said, add_answers, longer_verdict
from zegoerr_gui.cli_catalogue import Done, add_catalogue
from zegoerr_gui.cli_search import add_search, searched
from zegoerr_gui.cli_sources import add_sources, read_sources
from zegoerr_gui.core.answer.entry_json import entry_as_json
from zegoerr_gui.core.answer.entry_text import entry_as_text
from zegoerr_gui.core.answer.redaction.files import known_ids, masked_bytes
from zegoerr_gui.core.answer.redaction.kinds import ON_REQUEST
from zegoerr_gui.core.answer.redaction.masking import Masking, told
from zegoerr_gui.core.answer.scan_json import scan_as_json
from zegoerr_gui.core.answer.scan_text import scan_as_text
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.log.encoding import ENCODINGS, encoding_named
from zegoerr_gui.core.log.opening import finish, open_file, open_standard_input
from zegoerr_gui.core.log.source import LogSource, UnreadableLogError
from zegoerr_gui.core.log.spool import keep_spools_in
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.log.zips import SeveralMembersError
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan, scan_to_end

DONE, NO, WRONG_USE, UNREADABLE = range(4)
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
Arguments = argparse.Namespace


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        if sys.stderr is not None:
            sys.stderr.write(f"{self.prog}: {visible(message)}. Try: {self.prog} --help\n")
        raise SystemExit(WRONG_USE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if places.portable_folder():
        keep_spools_in(places.data_folder())
    arguments = (_command_parser() if words[:1] and words[0] in COMMANDS else _window_parser()).parse_args(words)
    try:
        run: Callable[[Arguments], int] = arguments.run
        code = run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has seen enough
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except UnreadableLogError as error:
        _complain(str(error))
        return UNREADABLE
    except OSError as error:  # a full disk behind our output
        _complain(f"the output cannot be written: {error.strerror}")
        _drop_output()
        return UNREADABLE


def _drop_output() -> None:
    """Let what is left in the buffer go nowhere, so that Python does not complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _window_parser() -> _Parser:
    commands = "\n".join(f"  zegoerr {name:<10} {summary}" for name, summary in COMMANDS.items())
    parser = _Parser(
        prog="zegoerr-gui",
        usage="%(prog)s [options] [LOG ...]",
        description="Explains the error codes in ZEGOCLOUD Express logs. Nothing leaves this computer.",
        epilog=f"without a window:\n{commands}\n\n'zegoerr COMMAND --help' tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ZegoErr {__version__}")
    parser.add_argument(
        "logs", nargs="*", type=Path, metavar="LOG", help="a log to open, - for standard input; each gets a tab"
    )
    parser.add_argument("--code", type=_code, metavar="N", help="show the entry of this code")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="render the window to a PNG and exit")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="of the picture (1280x800)")
    parser.add_argument("--theme", choices=("light", "dark"), help="instead of the system's colours (pictures: light)")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="N", help="device pixels a pixel of the picture")
    parser.add_argument("--query", default="", metavar="Q", help="type this into the filter")
    _add_encoding(parser)
    parser.add_argument("--line", type=_line, metavar="N", help="go to this line of the log")
    add_sources(parser)
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="try whether this copy is whole (data, libraries, 3,000 repaints), print what was found, and exit",
    )
    parser.set_defaults(run=_window)
    return parser


def _command_parser() -> _Parser:
    from zegoerr_gui.cli_pages import add_pages  # what reads pages is not loaded where the window opens

    parser = _Parser(prog="zegoerr")
    commands = parser.add_subparsers(required=True)

    lookup = commands.add_parser("lookup", help=COMMANDS["lookup"])
    lookup.add_argument("codes", nargs="+", type=_code, metavar="CODE")
    _add_format(lookup)
    add_sources(lookup)
    lookup.set_defaults(run=_lookup)

    search = add_search(commands, COMMANDS)
    _add_format(search)
    add_sources(search)
    search.set_defaults(run=_search)

    scan = commands.add_parser("scan", help=COMMANDS["scan"])
    _add_log(scan)
    _add_format(scan)
    scan.add_argument("--min-evidence", choices=[level.word for level in Evidence][::-1], default="possible")
    scan.add_argument("--all", action="store_true", help="every occurrence in the JSON, not the first 1,000 of a code")
    scan.set_defaults(run=_scan)

    add_answers(commands, _add_log, COMMANDS)
    for name in ("reply", "report"):
        commands.choices[name].set_defaults(run=_answer)

    redact = commands.add_parser(
        "redact",
        help=COMMANDS["redact"],
        description="Writes a log to standard output with labels such as <token-1> in place of tokens, secrets, "
        "passwords, signed addresses, client IPs, e-mail addresses and phone numbers. Everything else stays byte for "
        "byte, in the log's own encoding; the byte-order mark of UTF-8 is left out. What was masked is counted on "
        "standard error.",
    )
    _add_log(redact)
    ids = ",".join(ON_REQUEST)
    redact.add_argument("--also", type=_ids, default=(), metavar="IDS", help=f"mask these too: {ids}, or some of them")
    redact.set_defaults(run=_redact)

    add_pages(add_catalogue(commands, COMMANDS))
    commands.choices["catalogue"].set_defaults(run=_work)
    return parser


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_log(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", metavar="LOG", help="a file, or - for standard input")
    parser.add_argument("--member", default="", metavar="NAME", help="the log to read in a .zip that holds several")
    _add_encoding(parser)
    add_sources(parser)


def _add_encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", type=_encoding, metavar="NAME", help="of the log, instead of what is found in it")


def _encoding(word: str) -> str:
    name = encoding_named(word)
    if name is None:
        raise argparse.ArgumentTypeError(f"{word!r} is no encoding known here: write one of {', '.join(ENCODINGS)}")
    return name


def _code(word: str) -> int:
    digits = word.removeprefix("-")  # other products have negative codes
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 10):
        raise argparse.ArgumentTypeError(f"{word!r} is not a code: write up to ten digits, such as 1103061")
    return int(word)


def _size(word: str) -> tuple[int, int]:
    width, _, height = word.partition("x")
    if width.isdigit() and height.isdigit() and 100 <= int(width) <= 8000 and 100 <= int(height) <= 8000:
        return int(width), int(height)
    raise argparse.ArgumentTypeError(f"{word!r} is not a size: write width and height, such as 1280x800")


def _scale(word: str) -> float:
    try:
        scale = float(word)
    except ValueError:
        scale = 0.0
    if 0.5 <= scale <= 4:
        return scale
    raise argparse.ArgumentTypeError(f"{word!r} is not a scale: write a number from 0.5 to 4")


def _line(word: str) -> int:
    if word.isascii() and word.isdigit() and int(word) > 0:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word!r} is not a line: lines count from 1")


def _ids(word: str) -> tuple[str, ...]:
    names = tuple(word.split(","))
    if unknown := [name for name in names if name not in ON_REQUEST]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not an ID: write {', '.join(ON_REQUEST)}, or some of them")
    return names


def _catalogue(arguments: Arguments) -> Catalogue:
    loaded = read_sources(arguments)
    for fault in loaded.faults:
        _complain(str(fault))
    return loaded.catalogue


def _complain(sentence: str) -> None:
    if sys.stderr is not None:
        print(f"zegoerr: {visible(sentence)}", file=sys.stderr)


def _print_json(value: Any) -> None:
    plain = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        plain.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:  # a terminal that cannot print it: escapes are JSON all the same
        plain = json.dumps(value, indent=2)
    print(plain)


def _print_text(text: str) -> None:
    """Print lines in which nothing gives orders to the terminal."""
    print("\n".join(map(visible, text.split("\n"))), end="")


def _lookup(arguments: Arguments) -> int:
    catalogue = _catalogue(arguments)
    codes = arguments.codes
    entries = [entry for code in codes for entry in catalogue.meanings(code) or (catalogue.unlisted(code),)]
    if arguments.format == "json":
        _print_json([entry_as_json(entry) for entry in entries])
    else:
        known = [entry for entry in entries if entry.listing != "unlisted"]
        _print_text("\n".join(entry_as_text(entry, catalogue, for_team=True) for entry in known))
    missing = [entry.code for entry in entries if entry.listing == "unlisted"]
    for code in missing:
        near = ", ".join(map(str, catalogue.nearest(code)))
        product = catalogue.pack.product_of(code)
        more = f"; the nearest codes are {near}" if near else f"; it belongs to {product.title}" if product else ""
        _complain(f"{code} is not in the catalogue{more}")
    return NO if missing else DONE


def _search(arguments: Arguments) -> int:
    catalogue = _catalogue(arguments)
    found = searched(catalogue, " ".join(arguments.query))
    if arguments.format == "json" and found.exit_code != WRONG_USE:
        _print_json(list(found.codes))
    elif arguments.format == "text":
        for code in found.codes:
            print(f"{code}\t{visible((catalogue.get(code) or catalogue.unlisted(code)).description)}")
    if found.note:
        _complain(found.note)
    return found.exit_code


def _scan(arguments: Arguments) -> int:
    least = Evidence[arguments.min_evidence.upper()]
    source = _source(arguments)
    try:
        scan = scan_to_end(source, Recogniser(_catalogue(arguments)), least)
        source = scan.source  # another one, where the encoding was found on the way
        _tell_about(scan)
        if arguments.format == "json":
            _print_json(scan_as_json(scan, least, arguments.all))
        else:
            _print_text(scan_as_text(scan.results, source.name, least, longer_verdict(scan, least)))
    finally:
        source.close()
    if scan.results.findings(least):
        return DONE
    _complain(f"no error code in {source.name}" if source.size else f"{source.name} is empty")
    return NO


def _answer(arguments: Arguments) -> int:
    source = _source(arguments)
    try:
        scan = scan_to_end(source, Recogniser(_catalogue(arguments)))
        source = scan.source
        _tell_about(scan)
        said: Said = arguments.answer(scan, arguments)
    finally:
        source.close()
    if said.text:
        _print_text(said.text)
    for note in said.notes:
        _complain(note)
    return DONE if said.written else UNREADABLE


def _redact(arguments: Arguments) -> int:
    source = _source(arguments)
    try:
        known: Mapping[str, list[str]] = {}
        if arguments.also:
            scan = scan_to_end(source, Recogniser(_catalogue(arguments)))
            source, known = scan.source, known_ids(scan.results.context)
        masking = Masking(arguments.also, known)
        for part in masked_bytes(source, masking):
            _print_bytes(part)
    finally:
        source.close()
    _complain(f"{masking.places:,} masked" + (f": {told(masking.counts)}" if masking.places else ""))
    for name in masking.must_be_replaced:
        _complain(f"the log gave away the {name}: it must be replaced in the console, masked or not")
    return DONE


def _print_bytes(data: bytes) -> None:
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)


def _source(arguments: Arguments) -> LogSource:
    """The log that the command names. Raises UnreadableLogError."""
    try:
        if arguments.log == "-":
            return finish(open_standard_input(arguments.encoding))
        return finish(open_file(Path(arguments.log), arguments.encoding, arguments.member))
    except SeveralMembersError as error:
        error.archive.release()
        first = f"{error.members[0].name!r}"
        raise UnreadableLogError(f"{error} Write --member {first} behind the command.") from error


def _tell_about(scan: Scan) -> None:
    """What an agent should know of how the text came."""
    if scan.source.notice:
        _complain(scan.source.notice)
    if scan.lines.undecodable:
        bad, title = counted(scan.lines.undecodable, "byte"), ENCODINGS[scan.source.encoding]
        _complain(f"{bad} of {scan.source.name} could not be read as {title}; --encoding names another")


def _window(arguments: Arguments) -> int:
    from zegoerr_gui.app.start import start  # Qt costs a tenth of a second that no command should pay

    return start(arguments)


def _work(arguments: Arguments) -> int:
    """Do what a command of ``catalogue`` asks for."""
    done: Done = arguments.work(arguments)
    if done.json is not None:
        _print_json(done.json)
    elif done.text:
        _print_text(done.text)
    for note in done.notes:
        _complain(note)
    return done.code
