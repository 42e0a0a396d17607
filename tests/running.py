"""Runs commands as a terminal would: in this process, or as a program of its own."""

import json
import os
import subprocess
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
CHECKOUT = Path(cli.__file__).resolve().parent.parent


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


def environment(**changes: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return plain | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"} | changes


def program(*words: str, stdin: bytes = b"", **changes: str) -> Ran:
    """Runs the program as a user does."""
    command = [sys.executable, "-m", "zegoerr_gui", *words]
    ran = subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment(**changes))
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def one_line(text: str) -> str:
    """The only line of a text."""
    assert text.endswith("\n"), repr(text)
    assert text.count("\n") == 1, text
    return text[:-1]
