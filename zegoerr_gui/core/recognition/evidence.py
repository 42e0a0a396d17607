"""How sure it is that a number or a text in a log means an error code."""

from enum import IntEnum


class Evidence(IntEnum):
    """Levels of evidence, ordered: a higher one is surer."""

    UNLIKELY = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3

    @property
    def word(self) -> str:
        """The level's name on the command line, e.g. ``certain``."""
        return self.name.lower()
