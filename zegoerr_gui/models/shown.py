"""What the lines that are shown of a log are chosen by."""

from enum import Enum
from typing import Final

AROUND: Final = (0, 1, 3, 10)  # lines around those, to choose from


class Shown(Enum):
    """All lines, or those of one kind."""

    ALL = "all"
    CODES = "codes"
    FINDS = "finds"
    MARKED = "marked"
    SCOPE = "scope"
