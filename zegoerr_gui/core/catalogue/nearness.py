"""How near two words are, for what was mistyped. The library is loaded by the first question, not at the start."""

from collections.abc import Iterable
from typing import Final

_NEAR: Final = 70.0  # per cent: one wrong letter in four, two in seven


def nearest(word: str, others: Iterable[str], least: float = _NEAR) -> str:
    """The one of ``others`` that is most like ``word``, the first of several; empty where none is at all like it."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    found = extractOne(word, list(others), scorer=ratio, score_cutoff=least)
    return found[0] if found else ""
