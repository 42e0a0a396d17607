"""Numbers that a text has introduced as something else: a ticket, a room. What is bare later on is the same again.

``Quotation RFQ-1002077 … please mention 1002077``. Where a sign of an error stands beside one of them, it is a code.
"""

from typing import Final

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.features import Number
from zegoerr_gui.core.recognition.rules import RULE_NUMBER, RULES

_INTRODUCES: Final = frozenset(("other-key", "other-heading", "said-other", "line-id", "numbered"))
_INSIDE: Final = RULE_NUMBER["inside"]
_JOINS: Final = ("-", "_", "/")  # RFQ-1002077, room_1002077


class Introductions:
    """Follows the numbers of a text and knows those that were introduced as something else."""

    def __init__(self) -> None:
        self._others: set[int] = set()
        self._codes: set[int] = set()  # that a sign of an error stood beside

    def feed(self, number: Number, rule: int) -> None:
        """Take in what a rule, by its place in RULES, said of a number."""
        if RULES[rule].levels.best >= Evidence.LIKELY:
            self._codes.add(number.code)
        elif RULES[rule].id in _INTRODUCES or (rule == _INSIDE and number.raw_before.endswith(_JOINS)):
            self._others.add(number.code)

    def holds(self, code: int) -> bool:
        """Whether a number was introduced as something else, and nothing spoke for an error."""
        return code in self._others and code not in self._codes
