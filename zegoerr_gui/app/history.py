"""The codes an agent has looked at, to go back and forward through."""

from collections.abc import Sequence

LONGEST = 200  # codes


class History:
    """Holds codes in the order they were visited, and where in it the agent is."""

    def __init__(self) -> None:
        self._codes: list[int] = []
        self._at = -1
        self._beside = False  # the code on show was not chosen by the agent: Back leads to the one that was

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes, in order."""
        return tuple(self._codes)

    @property
    def place(self) -> int:
        """The place of the code visited last; -1 before the first."""
        return self._at

    def restore(self, codes: Sequence[int], place: int, here: int | None) -> None:
        """Take up an earlier way at a place of it, with a code on show that the program chose."""
        self._codes, self._at = list(codes), place
        self._beside = bool(codes) and codes[place] != here

    def visit(self, code: int, *, in_place: bool = False) -> None:
        """Note that a code is looked at; what lay ahead is forgotten. ``in_place``: the one before was not meant."""
        self._beside = False
        kept = self._codes[: self._at + (0 if in_place else 1)]
        if self._at < 0 or self._codes[self._at] != code:
            self._codes = [*kept[-LONGEST + 1 :], *([] if kept[-1:] == [code] else [code])]
            self._at = len(self._codes) - 1

    def go(self, step: int) -> int | None:
        """The code one step back (-1) or forward (1); None at the end."""
        if self._beside and step < 0:
            step = 0
        if not 0 <= self._at + step < len(self._codes):
            return None
        self._beside = False
        self._at += step
        return self._codes[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier code."""
        return self._at > (-1 if self._beside else 0)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later code."""
        return self._at + 1 < len(self._codes)
