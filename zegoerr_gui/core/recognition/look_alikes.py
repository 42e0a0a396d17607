"""Sets numbers aside by what stands nearest to them: most that look like codes are not, and machines write such lines
in the same words again and again.
"""

import re
from collections.abc import Sequence
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.log.visible import decode
from zegoerr_gui.core.recognition.engine import SEVEN
from zegoerr_gui.core.recognition.features import Number
from zegoerr_gui.core.recognition.rules import RULES, judge
from zegoerr_gui.core.recognition.texts import TextIndex

_DIGITS: Final = re.compile(rb"(?<![0-9])[0-9]{4,10}(?![0-9])")
_ONES: Final = bytes.maketrans(b"0123456789", b"1" * 10)
_BEFORE: Final = 64  # bytes
_AFTER: Final = 32
_MOST_JUDGED: Final = 10_000  # judgements kept
_NO_CANDIDATE: Final = -1
_MAY_BE_MEANT: Final = -2

_Words = tuple[bool, int, bytes]  # whether a number is a code, where it stands in the bytes nearest to it, and these


class LookAlikes:
    """Judges the numbers in lines of ASCII where nothing else was found worth reading."""

    def __init__(self, catalogue: Catalogue, texts: TextIndex) -> None:
        self._catalogue = catalogue
        self._texts = texts
        self._codes = {str(code).encode() for code in catalogue.codes_in_text}
        self._judged: dict[_Words, int] = {}  # every digit of the words made a 1

    def set_aside(self, data: bytes, begin: int, end: int, places: Sequence[int]) -> list[tuple[int, int]] | None:
        """The numbers at these places in ``data[begin:end]``, a line, with the rule that sets each aside; None where
        one of them may be meant. A number that is no candidate is left out.
        """
        told, judged = [], self._judged
        for place in places:
            stop = place + SEVEN
            first, last, digits = place - _BEFORE, stop + _AFTER, data[place:stop]
            first, last = first if first > begin else begin, last if last < end else end
            words = digits in self._codes, place - first, data[first:last].translate(_ONES)
            rule = judged.get(words)
            if rule is None:
                rule = self._judge(words, digits)
            if rule == _MAY_BE_MEANT:
                return None
            if rule != _NO_CANDIDATE:
                told.append((place, rule))
        return told

    def _judge(self, words: _Words, digits: bytes) -> int:
        if len(self._judged) >= _MOST_JUDGED:
            self._judged.clear()
        rule = self._judged[words] = self._nearest_rule(*words, digits)
        return rule

    def _nearest_rule(self, is_code: bool, before: int, near: bytes, digits: bytes) -> int:
        found = _DIGITS.match(near, before)
        if found is None:
            return _NO_CANDIDATE
        after = decode(near[before + SEVEN :])
        if found.end() - before != SEVEN or self._texts.may_begin(after):
            return _MAY_BE_MEANT  # whether a player, or the SDK's text for it, stands near cannot be told from so near
        code = int(digits)
        if not is_code and self._catalogue.family_of(code) is None:
            return _NO_CANDIDATE
        rule = judge(Number(code, decode(near[:before]), after, None, is_code, self._texts))
        return rule if RULES[rule].sets_aside else _MAY_BE_MEANT
