"""What the words of a command line mean, and how it is told that one means nothing."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from zegoerr_gui.commands.output import WRONG_USE
from zegoerr_gui.core.log.encoding import ENCODINGS, encoding_named
from zegoerr_gui.core.log.visible import visible


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, as the command that was given it; ``hint`` is what may be the reason."""

    hint = ""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return known, unknown

    def error(self, message: str) -> NoReturn:
        if sys.stderr is not None:
            sys.stderr.write(f"{self.prog}: {visible(message)}{self.hint}. Try: {self.prog} --help\n")
        raise SystemExit(WRONG_USE)


def code(word: str) -> int:
    """The code that a word is; up to ten digits."""
    digits = word.removeprefix("-")  # other products have negative codes
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 10):
        raise argparse.ArgumentTypeError(f"{word!r} is not a code: write up to ten digits, such as 1103061")
    return int(word)


def overwrites(output: Path, logs: Iterable[Path | str]) -> bool:
    """Whether a file to write is one of the logs to read."""
    try:
        return output.exists() and any(Path(log).exists() and output.samefile(log) for log in logs)
    except OSError:  # one of them cannot be looked at: whoever opens it says so
        return False


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add the option for what programs read."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the encoding of a log."""
    parser.add_argument("--encoding", type=_encoding, metavar="NAME", help="of the log, instead of what is found in it")


def _encoding(word: str) -> str:
    name = encoding_named(word)
    if name is None:
        raise argparse.ArgumentTypeError(f"{word!r} is no encoding known here: write one of {', '.join(ENCODINGS)}")
    return name
