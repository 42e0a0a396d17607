"""Numbers that a text has introduced as something else: a ticket, a room. What is bare later on is the same again.

``Quotation RFQ-1002077 … please mention 1002077``. Where a sign of an error stands beside one of them, it is a code.
"""

from typing import Final

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.rules import RULES

_INTRODUCES: Final = frozenset(("other-key", "other-heading", "line-id", "inside"))


class Introductions:
    """Follows the numbers of a text and knows those that were introduced as something else."""

    def __init__(self) -> None:
        self._others: set[int] = set()
        self._codes: set[int] = set()  # that a sign of an error stood beside

    def feed(self, code: int, rule: int) -> None:
        """Take in what a rule, by its place in RULES, said of a number."""
        if RULES[rule].levels.best >= Evidence.LIKELY:
            self._codes.add(code)
        elif RULES[rule].id in _INTRODUCES:
            self._others.add(code)

    def holds(self, code: int) -> bool:
        """Whether a number was introduced as something else, and nothing spoke for an error."""
        return code in self._others and code not in self._codes
