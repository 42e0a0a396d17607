"""A file of ours that cannot be read is set aside under another name, so that nothing in it is lost."""

import shutil
from datetime import datetime
from pathlib import Path


def kept_name(file: Path) -> Path:
    """The name under which a damaged file is kept."""
    return file.with_name(f"{file.stem}-damaged-{datetime.now():%Y%m%d-%H%M%S}{file.suffix}")


def moved_aside(file: Path) -> str:
    """Give a damaged file another name; says in a sentence what became of it."""
    kept = kept_name(file)
    try:
        file.rename(kept)
    except OSError as error:
        return f"It cannot be given another name: {error.strerror}."
    return f"It is kept as {kept}."


def copied_aside(file: Path) -> str:
    """Empty a damaged file, and keep what was in it under another name; says in a sentence what became of it."""
    kept = kept_name(file)
    try:
        shutil.copy(file, kept)
        file.write_bytes(b"")
    except OSError as error:
        return f"It cannot be copied to another name: {error.strerror}."
    return f"It is kept as {kept}."
