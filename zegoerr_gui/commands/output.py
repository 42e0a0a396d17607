"""What a command did, and how it is told: text or JSON on the output, sentences on standard error, an exit code."""

import json
import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from zegoerr_gui.core.log.visible import visible, visible_lines

DONE, NO, WRONG_USE, UNREADABLE = range(4)


class Done(NamedTuple):
    """What a command did: its exit code, and what to tell.

    ``text`` goes to the output, as ``rows`` do, whose columns are divided by a tab; a value in ``json`` takes the place
    of both. ``notes`` are sentences for the user.
    """

    code: int
    text: str = ""
    notes: Sequence[str] = ()
    json: Any = None
    rows: Sequence[tuple[object, ...]] = ()


def give(done: Done) -> int:
    """Tell what a command did; returns its exit code."""
    if done.json is not None:
        _print_json(done.json)
    else:
        if done.text:  # nothing in it gives orders to the terminal
            print(visible_lines(done.text), end="")
        for row in done.rows:
            print("\t".join(visible(str(column)) for column in row))
    for note in done.notes:
        complain(note)
    if sys.stdout is not None:
        sys.stdout.flush()
    return done.code


def complain(sentence: str) -> None:
    """Say something to the user, beside the output."""
    if sys.stderr is not None:
        print(f"zegoerr: {visible(sentence)}", file=sys.stderr)


def print_bytes(data: bytes) -> None:
    """Write a part of a log to the output as it is."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)


def drop_output() -> None:
    """Let what is left in the buffer go nowhere, so that Python does not complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_json(value: Any) -> None:
    plain = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        plain.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:  # a terminal that cannot print it: escapes are JSON all the same
        plain = json.dumps(value, indent=2)
    print(plain)
