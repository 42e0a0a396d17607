"""What is wrong in a catalogue file, said so that whoever edits the file can put it right."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: where it stands, what was found there, what would be right. Lines count from 1."""

    file: Path
    line: int
    found: str
    right: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.found}. {self.right}"


class Faults(list[Fault]):
    """The faults of one file, gathered while it is read."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def add(self, line: int, found: str, right: str) -> None:
        """Note one fault in this file."""
        self.append(Fault(self.file, line, found, right))
