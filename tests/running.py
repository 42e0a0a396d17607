"""Runs commands in this process, as a terminal would."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from zegoerr_gui import cli


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as a value."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def exit_code(patch: pytest.MonkeyPatch, folder: Path, *words: str | Path, stdin: bytes = b"") -> int:
    """Run a command with these words and this on standard input; what it prints is for whoever captures it."""
    piped = folder / "piped"  # a file, as what is read has a number
    piped.write_bytes(stdin)
    with piped.open(encoding="utf-8") as file:
        patch.setattr(sys, "stdin", file)
        try:
            return cli.main([str(word) for word in words])
        except SystemExit as end:
            return int(end.code or 0)
