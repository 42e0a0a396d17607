"""The command ``redact``: a log with its secrets masked."""

import argparse
from collections.abc import Mapping
from typing import Any

from zegoerr_gui.commands.log import add_log, open_log
from zegoerr_gui.commands.output import DONE, Done, print_bytes
from zegoerr_gui.commands.sources import told_catalogue
from zegoerr_gui.core.answer.redaction.files import known_ids, masked_bytes
from zegoerr_gui.core.answer.redaction.given_away import replacements
from zegoerr_gui.core.answer.redaction.kinds import ON_REQUEST
from zegoerr_gui.core.answer.redaction.masking import Masking, told
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end


def add_redact(commands: Any, summary: str) -> None:
    """Add the command: it writes the log byte for byte, with labels in place of secrets, and counts them."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "redact",
        help=summary,
        description="Writes a log to standard output with labels such as <token-1> in place of tokens, secrets, "
        "passwords, signed addresses, client IPs, e-mail addresses and phone numbers. Everything else stays byte for "
        "byte, in the log's own encoding; the byte-order mark of UTF-8 is left out. What was masked is counted on "
        "standard error.",
    )
    add_log(parser)
    ids = ",".join(ON_REQUEST)
    parser.add_argument("--also", type=_ids, default=(), metavar="IDS", help=f"mask these too: {ids}, or some of them")
    parser.set_defaults(run=_redact)


def _ids(word: str) -> tuple[str, ...]:
    names = tuple(word.split(","))
    if unknown := [name for name in names if name not in ON_REQUEST]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not an ID: write {', '.join(ON_REQUEST)}, or some of them")
    return names


def _redact(arguments: argparse.Namespace) -> Done:
    source = open_log(arguments)
    try:
        known: Mapping[str, list[str]] = {}
        if arguments.also:
            scan = scan_to_end(source, Recogniser(told_catalogue(arguments)))
            source, known = scan.source, known_ids(scan.results.context)
        masking = Masking(arguments.also, known)
        for part in masked_bytes(source, masking):
            print_bytes(part)
    finally:
        source.close()
    notes = [f"{masking.places:,} masked" + (f": {told(masking.counts)}" if masking.places else "")]
    return Done(DONE, notes=[*notes, *replacements(masking.must_be_replaced)])
