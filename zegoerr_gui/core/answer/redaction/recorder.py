"""Masks texts and remembers what was masked: enough to know each secret again, too little to use it."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.answer.redaction.kinds import Kind
from zegoerr_gui.core.answer.redaction.masking import Masking, told

_BEGINNING: Final = 4  # characters kept of what was masked
_LONG: Final = 12  # characters of a secret of which the beginning tells next to nothing


@dataclass(frozen=True, slots=True)
class Mask:
    """A label, and what it stands for."""

    label: str
    kind: Kind
    length: int  # of what stood there, in characters
    beginning: str  # of it; nothing where it is short


class Recorder:
    """A mask for texts that holds the labels it has written, in the order it met their secrets."""

    def __init__(self, masking: Masking) -> None:
        self._masking = masking
        self._masks: dict[str, Mask] = {}

    def __call__(self, text: str) -> str:
        """The text without its secrets."""
        masked = self._masking.mask(text)
        for one in masked.replacements:
            value = text[slice(*one.origin)]
            beginning = value[:_BEGINNING] if len(value) >= _LONG and not one.kind.must_be_replaced else ""
            self._masks.setdefault(one.label, Mask(one.label, one.kind, len(value), beginning))
        return masked.text

    def within(self, text: str) -> list[Mask]:
        """Those of the labels that stand in a text."""
        return [mask for mask in self._masks.values() if mask.label in text]

    def told(self, text: str | None = None) -> str:
        """How many secrets of each kind were masked, or of those whose labels stand in a text; empty for none."""
        masks = self._masks.values() if text is None else self.within(text)
        return told(Counter(mask.kind for mask in masks))
