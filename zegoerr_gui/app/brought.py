"""A log as it is brought, before it is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zegoerr_gui.core.log.opening import Opening


@dataclass(frozen=True, slots=True)
class Brought:
    """What a log is called, how it is opened, and where it lies if it is a file.

    It can be opened again and again, one time after another.
    """

    name: str
    open: "Callable[[], Opening]"
    path: Path | None = None
