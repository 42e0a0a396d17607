"""The codes an agent has looked at, to go back and forward through."""

LONGEST = 200  # codes


class History:
    """Holds codes in the order they were visited, and where in it the agent is."""

    def __init__(self) -> None:
        self._codes: list[int] = []
        self._at = -1

    def visit(self, code: int) -> None:
        """Note that a code is looked at; what lay ahead is forgotten."""
        if self._codes and self._codes[self._at] == code:
            return
        self._codes = [*self._codes[: self._at + 1], code][-LONGEST:]
        self._at = len(self._codes) - 1

    def go(self, step: int) -> int | None:
        """The code one step back (-1) or forward (1); None at the end."""
        if not 0 <= self._at + step < len(self._codes):
            return None
        self._at += step
        return self._codes[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier code."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later code."""
        return self._at + 1 < len(self._codes)
