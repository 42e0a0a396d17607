"""The command line without a command: the window, its picture, and options that do not go together."""

import argparse
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from zegoerr_gui import __version__
from zegoerr_gui.commands.output import Done
from zegoerr_gui.commands.sources import add_sources
from zegoerr_gui.commands.words import Parser, add_encoding, code, overwrites

LEAST: Final = 880, 560  # width and height of the window, in pixels
LARGEST: Final = 8000, 8000
_MOST_PIXELS: Final = 16_000  # device pixels, width and height of a picture: four bytes each have to be held


def window_parser(summaries: Mapping[str, str]) -> Parser:
    """What the window is opened with; ``summaries`` say what each command does that is one without a window."""
    commands = "\n".join(f"  zegoerr {name:<10} {summary}" for name, summary in summaries.items())
    parser = Parser(
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
    parser.add_argument("--code", type=code, metavar="N", help="show the entry of this code")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="render the window to a PNG and exit")
    parser.add_argument("--size", type=_size, metavar="WxH", help="of the picture (1280x800)")
    parser.add_argument("--theme", choices=("light", "dark"), help="instead of the system's colours (pictures: light)")
    parser.add_argument("--scale", type=_scale, metavar="N", help="device pixels a pixel of the picture (1)")
    parser.add_argument("--query", default="", metavar="Q", help="type this into the filter")
    add_encoding(parser)
    parser.add_argument("--line", type=_line, metavar="N", help="go to this line of the log")
    add_sources(parser)
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="try whether this copy is whole (data, libraries, 3,000 repaints), print what was found, and exit",
    )
    parser.set_defaults(run=partial(_open, parser))
    return parser


def _open(parser: Parser, arguments: argparse.Namespace) -> Done:
    if wrong := _mismatch(arguments):
        parser.error(wrong)
    from zegoerr_gui.app.loading import load_qt  # Qt costs a tenth of a second that no command should pay

    load_qt()
    from zegoerr_gui.app.start import start

    return Done(start(arguments))


def _size(word: str) -> tuple[int, int]:
    width, _, height = word.partition("x")
    if not (re.fullmatch("[0-9]{1,9}", width) and re.fullmatch("[0-9]{1,9}", height)):
        raise argparse.ArgumentTypeError(f"{word!r} is not a size: write width and height, such as 1280x800")
    asked = int(width), int(height)
    if any(not least <= side <= largest for least, side, largest in zip(LEAST, asked, LARGEST, strict=True)):
        least, largest = (f"{width}x{height}" for width, height in (LEAST, LARGEST))
        raise argparse.ArgumentTypeError(f"{word} is not possible: the window is from {least} to {largest}")
    return asked


def _scale(word: str) -> float:
    try:
        asked = float(word)
    except ValueError:
        asked = 0.0
    if 0.5 <= asked <= 4:
        return asked
    raise argparse.ArgumentTypeError(f"{word!r} is not a scale: write a number from 0.5 to 4")


def _line(word: str) -> int:
    if word.isascii() and word.isdigit() and int(word) > 0:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word!r} is not a line: lines count from 1")


def _mismatch(arguments: argparse.Namespace) -> str:
    """What is wrong with options that fit each for itself, but not together; empty for nothing."""
    picture = arguments.screenshot is not None
    if not picture and (arguments.size is not None or arguments.scale is not None):
        return "--size and --scale are of a picture: name its file with --screenshot"
    if picture and overwrites(arguments.screenshot, arguments.logs):
        return f"{arguments.screenshot} is a log to open: name another file for the picture"
    if max(arguments.size or LEAST) * (arguments.scale or 1) > _MOST_PIXELS:
        return f"the picture would be too large: width and height times scale are {_MOST_PIXELS:,} at most"
    if not arguments.logs and (arguments.line is not None or arguments.encoding is not None):
        return "--line and --encoding are of a log: name it as well"
    return ""
