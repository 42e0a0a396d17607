"""Saves what an agent wrote and has not sent, where the program may not live much longer."""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

NAME = "rescued"


def rescue(texts: Iterable[str], folder: Path) -> list[Path]:
    """Write each text to a file of its own that only this user can read, in the folder ``rescued`` of ``folder``.

    Returns the files that could be written; nothing that is there already is overwritten.
    """
    written = []
    for number, text in enumerate(texts, 1):
        path = folder / NAME / f"reply-{datetime.now():%Y-%m-%d-%H%M%S-%f}-{number}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
        except OSError:
            continue  # what cannot be saved is not counted as saved
        written.append(path)
    return written
