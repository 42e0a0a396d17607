"""A number in a line: the text around it, in the forms that the features are read from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from zegoerr_gui.core.recognition import surroundings as around
from zegoerr_gui.core.recognition.sdk_line import SdkLine, flat
from zegoerr_gui.core.recognition.texts import TextIndex

_T = TypeVar("_T")
_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS_OR_DIGITS: Final = re.compile(r"\w+")
_CLOCK: Final = re.compile(r"(?<![\w:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![\w:])")


class lazy(Generic[_T]):  # noqa: N801  # used like property
    """A property worked out once: ``functools.cached_property`` without its lock, which costs more than the work."""

    def __init__(self, make: Callable[[Any], _T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, number: Any, _owner: type | None = None) -> _T:
        value = number.__dict__[self._name] = self._make(number)
        return value


@dataclass
class NumberText:
    """A number in a line, with the line's text around it and what is known of the line."""

    code: int
    raw_before: str
    raw_after: str
    line: SdkLine | None
    listed: bool
    texts: TextIndex
    heading: str | None = None  # of the column or list it stands in
    block: str = ""  # the line that opened the block it stands in
    codes_elsewhere: bool = False  # another column of its table is headed as one of codes
    bare_cell: bool = False  # it fills a cell of a row without headings
    begins_row: bool = False  # the same, and the cell is the first
    player_near: bool = False  # a line or a few before it name a player
    answers_other: bool = False  # it is the answer to a question for something with a number of its own
    introduced: bool = False  # before it in the text it was named as something else
    in_series: bool = False  # other codes of its line are values of the same key
    goes_on: bool = False  # a line or two before begin as its line does, and were told to be of a code
    said: bool = False  # its line begins with the name of somebody who has spoken before
    odd: bool = False  # written in groups, or misread from a picture

    @lazy
    def before(self) -> str:
        """The text in front of the number, without escapes; an escaped line break or tab is a blank."""
        raw = self.raw_before
        return flat(around.ESCAPED_BLANK.sub(" ", raw)) if "\\" in raw else raw

    @lazy
    def near(self) -> str:
        """The text in which a word can belong to the number."""
        return self.before[-around.NEAR :]

    @lazy
    def last(self) -> str:
        """The last character before it that is no quote or blank; empty where there is none."""
        return self.near.rstrip(" \t\"'`*([")[-1:]

    @lazy
    def after(self) -> str:
        """The text behind the number, without escapes."""
        return flat(self.raw_after)

    @lazy
    def lead(self) -> str:
        """What stands in front of it, or in front of the list of numbers that it goes on."""
        before = self.before[-around.FAR :]
        goes_on = self.last in around.GOES_ON or self.last.isdigit()
        return around.EARLIER_ITEMS.sub("", before) if goes_on else before

    @lazy
    def hinted(self) -> bool:
        """Whether anything before it could be part of a word for a code or an error: asked first, for it is cheap."""
        return around.CODE_HINT.search(self.lead) is not None

    @lazy
    def is_listed_in_source(self) -> bool:
        """Whether a bracket stays open in front of it, as that of a list or a call in source code."""
        if self.near.rstrip(" \t\"'`")[-1:] not in around.OPENS_LIST:
            return False
        before = self.before[-around.FAR :]
        return any(before.rfind(sign) > before.rfind(close) for sign, close in ("[]", "()", "{}"))

    @lazy
    def fills_line(self) -> bool:
        """Whether nothing but signs of a sentence, a time and other codes stand on its line beside it."""
        if len(self.before) + len(self.after) > around.FAR:
            return False
        beside = _CLOCK.sub("", f"{self.before} {self.after}")
        return all(self._is_code(word) for word in _LETTERS_OR_DIGITS.findall(beside))

    def _is_code(self, word: str) -> bool:
        return len(word) == around.DIGITS_OF_CODE and word.isdigit() and int(word) in self.texts.definitions

    @lazy
    def has_line_of_its_own(self) -> bool:
        """Whether at most two words stand on its line beside it."""
        return len(self.before) + len(self.after) < around.NEAR and len(_WORD.findall(self.before + self.after)) <= 2
