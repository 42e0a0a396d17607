"""Error lines that tell no code: what only says ``[object Object]``, and red lines with a text that nobody knows."""

from dataclasses import dataclass, field
from typing import Final

from zegoerr_gui.core.recognition.extended_data import LEVEL_ERROR
from zegoerr_gui.core.recognition.line_reading import LineReading

MOST: Final = 100  # lines kept of each
_NO_TEXT: Final = "(no text)"


@dataclass(slots=True)
class Unexplained:
    """``red`` holds the texts of red lines by line, ``lost`` the lines that hide an error; they count from 0."""

    red: dict[int, str] = field(default_factory=dict)
    lost: list[int] = field(default_factory=list)

    def feed(self, line: int, reading: LineReading) -> None:
        """Take in one line without a code."""
        if reading.lost_object:
            if len(self.lost) < MOST:
                self.lost.append(line)
        elif reading.line and reading.line.level == LEVEL_ERROR and len(self.red) < MOST:
            self.red.setdefault(line, reading.line.content.strip() or _NO_TEXT)
