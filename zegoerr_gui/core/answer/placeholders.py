"""Reads texts with ``{placeholders}``: nothing in them is executed, and what is wrong is told with its line."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zegoerr_gui.core.catalogue.fault import Fault

_PART: Final = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Gap:
    """A placeholder in a text."""

    name: str


Parts = tuple[str | Gap, ...]


class BrokenTemplateError(Exception):
    """A text with placeholders that cannot be used; ``fault`` says why, and in which line."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def read_parts(text: str, allowed: Collection[str] | None, file: Path, line: int) -> Parts:
    """One line of a template as texts and gaps, these with any name where ``allowed`` is None.

    ``{{`` stands for a brace. Raises BrokenTemplateError.
    """
    return tuple(part for part in _parts(text, allowed, file, line) if part)


def _parts(text: str, allowed: Collection[str] | None, file: Path, line: int) -> Iterator[str | Gap]:
    begin = 0
    for found in _PART.finditer(text):
        yield text[begin : found.start()]
        begin = found.end()
        name = found[1]
        if found[0] in ("{{", "}}"):
            yield found[0][0]
        elif name is None:
            wanted = "Close it behind the name" if found[0] == "{" else "Open it before the name"
            raise BrokenTemplateError(
                Fault(file, line, f"A lone {found[0]}", f"{wanted}, or write {found[0] * 2} for the sign itself.")
            )
        elif allowed is not None and name not in allowed:
            fault = Fault(
                file, line, f"{{{name}}} is no placeholder", f"Known are: {', '.join(sorted(allowed)) or 'none'}."
            )
            raise BrokenTemplateError(fault)
        else:
            yield Gap(name)
    yield text[begin:]
