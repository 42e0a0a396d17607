"""Two entries of a page that give one limit in two ways: at most 64 here, less than 64 there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.page.report import Oddity

_NUMBER: Final = r"(?P<number>\d[\d,]*)\s*(?P<unit>bytes?|characters?|字节|字符|个字符|个字节)"
_LESS: Final = re.compile(r"(?:less than|fewer than|below|under|小于|少于)\s*" + _NUMBER, re.I)
_MOST: Final = re.compile(
    r"(?:at most|up to|(?:a )?maximum (?:of|is|length is)|maximum|not exceed(?:ing)?|no more than|within|最大|最长|"
    r"最多|不超过|不能超过|以内)(?:\s+(?:of|is|支持))?\s*" + _NUMBER,
    re.I,
)
_NEAR: Final = 10  # apart from one another, codes of one subject
_SUBJECT: Final = re.compile(r"[a-z]{2,}|[\u4e00-\u9fff]{2}", re.I)
_COMMON: Final = frozenset(
    re.findall(r"\w+", "the is too long contains illegal characters input empty error invalid of in be id name")
)


@dataclass(frozen=True, slots=True)
class _Limit:
    entry: Entry
    number: str
    unit: str
    less: bool


def odd_limits(entries: Sequence[Entry], line_of: dict[int, int]) -> Iterator[Oddity]:
    """Each pair of entries that disagree about a limit, told at the second of them."""
    by_code: dict[int, list[_Limit]] = {}
    for limit in (limit for entry in entries for limit in _limits(entry)):
        by_code.setdefault(limit.entry.code, []).append(limit)
    for code, limits in by_code.items():
        near = (other for number in range(code - _NEAR, code + _NEAR + 1) for other in by_code.get(number, ()))
        less = [one for one in limits if one.less]
        for other in near:
            if one := next((one for one in less if not other.less and _disagree(one, other)), None):
                later = max(code, other.entry.code)
                words = f"{code} says less than {one.number} {one.unit}s, {other.entry.code} at most {other.number}"
                yield Oddity(line_of.get(later, 1), "contradiction", later, words)


def _limits(entry: Entry) -> Iterator[_Limit]:
    for text in (entry.description, *entry.causes, *(step.do for step in entry.steps)):
        less = {match.span("number") for match in _LESS.finditer(text)}
        for pattern, is_less in ((_LESS, True), (_MOST, False)):
            for match in pattern.finditer(text):
                if is_less or match.span("number") not in less:
                    yield _Limit(entry, match["number"], match["unit"].lower().removesuffix("s"), is_less)


def _disagree(one: _Limit, other: _Limit) -> bool:
    near = 0 < abs(one.entry.code - other.entry.code) <= _NEAR
    return near and (one.number, one.unit) == (other.number, other.unit) and bool(_subject(one) & _subject(other))


def _subject(limit: _Limit) -> set[str]:
    return {word.lower() for word in _SUBJECT.findall(limit.entry.description)} - _COMMON
