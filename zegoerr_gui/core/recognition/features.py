"""What can be seen around a number in a line: the facts that the rules judge by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from zegoerr_gui.core.recognition import surroundings as around
from zegoerr_gui.core.recognition.layout import CODE_HEADING
from zegoerr_gui.core.recognition.other_things import is_other_thing, is_other_word
from zegoerr_gui.core.recognition.plain_words import PLAIN_WORDS
from zegoerr_gui.core.recognition.sdk_line import SdkLine, flat
from zegoerr_gui.core.recognition.texts import LEADS, TextIndex

_T = TypeVar("_T")
_WORD: Final = re.compile(r"[^\W_]+")
_LETTER_OR_DIGIT: Final = re.compile(r"\w")


class lazy(Generic[_T]):  # noqa: N801  # used like property
    """A property worked out once: ``functools.cached_property`` without its lock, which costs more than the work."""

    def __init__(self, make: Callable[["Number"], _T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, number: "Number", _owner: type | None = None) -> _T:
        value = number.__dict__[self._name] = self._make(number)
        return value


@dataclass
class Number:
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
    player_near: bool = False  # a line or a few before it name a player
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
        return (
            around.EARLIER_ITEMS.sub("", self.before[-around.FAR :]) if self.last in around.GOES_ON else self.before
        )[-around.FAR :]

    @lazy
    def hinted(self) -> bool:
        """Whether anything before it could be part of a word for a code or an error: asked first, for it is cheap."""
        return around.CODE_HINT.search(self.lead) is not None

    @lazy
    def in_code_key(self) -> bool:
        """Whether it is the value of ``code`` or ``errorCode``."""
        return self.last in around.ASSIGNS and around.PLAIN_CODE_KEY.search(self.near) is not None

    @lazy
    def in_error_key(self) -> bool:
        """Whether it is the value of a key whose name says error code, in any spelling."""
        if not self.hinted:
            return False
        near = self.lead[-around.NEAR :]
        return around.ERROR_KEY.search(near) is not None or around.ERROR_NAME.search(near) is not None

    @lazy
    def in_any_code_key(self) -> bool:
        """Whether it is the value of something called a code."""
        if not self.hinted:
            return False
        if self.in_code_key or self.in_error_key:
            return True
        found = around.CODE_KEY.search(self.lead, len(self.lead) - around.NEAR if len(self.lead) > around.NEAR else 0)
        return found is not None and not around.NAMED_ELSE.search(self.lead[: found.start()])

    @lazy
    def has_error_name(self) -> bool:
        """Whether it is assigned to a name of which one part is a word for an error: ``StreamIDTooLong = 1000014``."""
        found = around.DECLARED.search(self.lead) if self.last == "=" else None
        return found is not None and not around.ERROR_PARTS.isdisjoint(
            map(str.casefold, around.NAME_PARTS.findall(found[1]))
        )

    @lazy
    def other_key(self) -> str:
        """The key, not of an error, that it is the value of; empty where it is none."""
        found = around.KEY.search(self.lead) if self.last in around.ASSIGNS else None
        if found is None or self.in_any_code_key or CODE_HEADING.search(found[2]):
            return self.chosen_by
        if around.NEUTRAL_KEY.match(found[2]):
            return ""
        tight = not found[3] and not found[5]
        assigned = found[4] == "=" and (tight or self.in_source or around.DECLARED.search(self.lead) is not None)
        return found[2] if assigned or found[1] or around.FRAMED_KEY.search(self.lead) else ""

    @lazy
    def chosen_by(self) -> str:
        """The name, not of an error, that a query compares with a list of numbers; empty where it is none."""
        found = around.CHOICE.search(self.lead) if self.lead.endswith(around.OPENS_CHOICE) else None
        return "" if found is None or CODE_HEADING.search(found[1]) else found[1]

    @lazy
    def in_record(self) -> bool:
        """Whether it is a value that a statement puts into a table which is none of errors."""
        return "(" in self.near and bool(around.RECORD.search(self.before)) and not CODE_HEADING.search(self.before)

    @lazy
    def after_other_thing(self) -> bool:
        """Whether the word before it is one for a thing with a number of its own."""
        return is_other_thing(self.lead[-around.NEAR :])

    @lazy
    def after_other_word(self) -> bool:
        """The same, names that such a word only ends left out."""
        return is_other_word(self.lead[-around.NEAR :])

    @lazy
    def case_of_other(self) -> bool:
        """Whether it is a case of a switch over something with a number of its own: ``switch (item.id)``."""
        if not (self.block and around.CASE.search(self.near)):
            return False
        found = around.SWITCH.search(self.block)
        return found is not None and is_other_thing(found[1])

    @lazy
    def argument_of(self) -> str:
        """The call that it is an argument of; empty where it is none, or where the call's name speaks of errors."""
        near = self.before[-80:]
        found = around.ARGUMENT.search(near) if "(" in near else None
        if found is None or re.search(
            r"err|code|fail|toast|alert|log|explain|show|report|handle|includes|has|int|num|set|list|array|of|add|push|equal|exception|throw",
            found[1],
            re.I,
        ):
            return ""
        return found[1]

    @lazy
    def under_code_heading(self) -> bool:
        """Whether the column, or the list, that it stands in is one of error codes."""
        return bool(self.heading and CODE_HEADING.search(self.heading))

    @lazy
    def among_codes(self) -> bool:
        """Whether the numbers right beside it, in a list, have the shape of codes as well."""
        return self.listed and bool(
            around.CODE_ITEM_BEFORE.search(self.near) or around.CODE_ITEM_BEHIND.match(self.after)
        )

    @lazy
    def in_code_block(self) -> bool:
        """Whether the block, or the list, that it stands in is opened by the name of error codes."""
        if self.block and CODE_HEADING.search(self.block):
            return True
        return self.last in around.OPENS_LIST and around.CODE_LIST.search(self.before[-around.FAR :]) is not None

    @lazy
    def under_other_heading(self) -> bool:
        """Whether it stands in a column of something else, or in a bare list."""
        if self.heading is None or self.under_code_heading:
            return False
        if not self.heading:
            return not self.listed
        return self.codes_elsewhere or (self.under_some_heading and is_other_thing(self.heading))

    @lazy
    def under_some_heading(self) -> bool:
        """Whether it stands in a column, or a list, whose heading is not one of what was seen."""
        return bool(self.heading) and not around.NEUTRAL_HEADING.search(self.heading or "")

    @lazy
    def third_of_room_state(self) -> bool:
        """Whether it is the code that a room's state change carries."""
        if "oomState" not in self.before:
            return False
        return bool(around.POSITION.search(self.before) or around.MOBILE.search(self.before[-around.FAR :]))

    @lazy
    def first_of_room_state(self) -> bool:
        """Whether it is the room that a state change speaks of."""
        return "oomState" in self.near and around.FIRST_ITEM.search(self.near) is not None

    @lazy
    def after_disconnected(self) -> bool:
        """Whether it is the code of a ``room disconnected 1002011`` line."""
        return self.line is not None and self.line.action == "zc.rsu" and bool(around.DISCONNECTED.search(self.before))

    @lazy
    def in_callback(self) -> bool:
        """Whether a callback of the SDK is named in front of it."""
        callback = around.PLAYER_CALLBACK if self.code < around.SEVEN_DIGITS else around.CALLBACK
        return callback.search(self.before) is not None

    @lazy
    def message(self) -> str | None:
        """The message beside it in the same object; None where there is none."""
        found = around.MESSAGE.search(self.after.partition("}")[0])
        if found is None:
            inside = self.before.rpartition("{")[2]
            found = None if inside is self.before else around.MESSAGE.search(inside)
        return next((part for part in found.groups() if part is not None), "") if found else None

    @lazy
    def message_agrees(self) -> bool:
        """Whether the message is one of the SDK's texts for this code."""
        return bool(self.message) and self.texts.agrees(self.code, self.message or "")

    @lazy
    def message_is_foreign(self) -> bool:
        """Whether a message stands beside it that the SDK has for no code."""
        return bool(self.message) and not self.message_agrees and self.texts.told_by(self.message or "") is None

    @lazy
    def thrown(self) -> bool:
        """Whether it stands in a value as the SDK throws it: errorCode with extendedData."""
        return self.in_code_key and bool(re.match(r"""["']?\s*,\s*["']?extendedData\b""", self.after))

    @lazy
    def text_agrees(self) -> bool:
        """Whether the SDK's text for this code stands right behind it, or right before."""
        text = self.after.lstrip(LEADS)
        if text[:1].isalpha() and self.texts.agrees(self.code, text.partition('"')[0]):
            return True
        return self.last.isalpha() and self.texts.ends_with(self.code, self.before[-around.FAR :].rstrip(LEADS))

    @lazy
    def after_error_word(self) -> bool:
        """Whether a word for an error stands shortly before it, and nothing that the word could speak of between."""
        if not self.hinted:
            return False
        near = self.lead[-around.NEAR :]
        return any(
            not around.GAP.search(near, found.end()) and not around.NAMED_ELSE.search(near[: found.start()])
            for found in around.ERROR_WORD.finditer(near)
        )

    @lazy
    def beside_error_word(self) -> bool:
        """Whether a word for an error stands near it, before or right behind."""
        return self.after_error_word or bool(around.ERROR_BEHIND.match(self.after))

    @lazy
    def error_word_on_line(self) -> bool:
        """Whether a word for an error stands anywhere before it."""
        return around.ERROR_WORD.search(self.before[-around.FAR :]) is not None

    @lazy
    def after_state(self) -> bool:
        """Whether the name of a state stands right before it."""
        tail = self.before[-9:]
        return tail != tail.lower() and around.STATE_BEFORE.search(self.near) is not None

    @lazy
    def word_before(self) -> str:
        """The word right before it, in lower case; empty where a number or a sign stands there."""
        found = around.LAST_WORD.search(self.near)
        return found[1].casefold() if found else ""

    @lazy
    def word_after(self) -> str:
        """The word right behind it, in lower case."""
        found = around.NEXT_WORD.match(self.after)
        return found[1].casefold() if found else ""

    @lazy
    def in_prose(self) -> bool:
        """Whether a plain word, or one of another script, leads to it."""
        word = self.word_before
        return bool(word) and (word in PLAIN_WORDS or not word.isascii())

    @lazy
    def beside_other_word(self) -> bool:
        """Whether the word before it, or where there is none the one behind, could name something else.

        What a word of plain prose, or one of another script, leads to is no name, whatever follows.
        """
        word = self.word_before or self.word_after
        return bool(word) and word not in PLAIN_WORDS and word.isascii()

    @lazy
    def compared(self) -> bool:
        """Whether source code compares something with it: ``case 1102016:``, ``=== 1103064``, ``[...].includes``."""
        if around.COMPARISON.search(self.near) or (
            around.CASE_BEHIND.match(self.after) and around.CASE.search(self.near)
        ):
            return True
        return "]" in self.after and around.INCLUDES.match(self.after) is not None

    @lazy
    def in_source(self) -> bool:
        """Whether the signs behind it are those of source code or markup, not those of a sentence."""
        return around.IN_SOURCE.match(self.after) is not None and not self.before.endswith((" (", "（"))

    @lazy
    def fills_line(self) -> bool:
        """Whether nothing but quotes and signs of a sentence stands on its line beside it."""
        return not _LETTER_OR_DIGIT.search(self.before) and not _LETTER_OR_DIGIT.search(self.after)

    @lazy
    def has_line_of_its_own(self) -> bool:
        """Whether at most two words stand on its line beside it."""
        return len(self.before) + len(self.after) < around.NEAR and len(_WORD.findall(self.before + self.after)) <= 2

    @lazy
    def has_unit(self) -> bool:
        """Whether a unit, or what it counts, stands behind it."""
        return bool(around.UNIT.match(self.after))

    @lazy
    def in_named_record(self) -> bool:
        """Whether it is the ``code`` of something with a name: a city, a product."""
        return self.in_code_key and bool(around.SIBLING.search(self.after[:80]))

    @lazy
    def of_other_vendor(self) -> bool:
        """Whether another vendor is named on the line."""
        before = around.SENTENCE_END.split(self.before.lower())[-1]
        if not any(vendor in before for vendor in around.VENDORS) or around.VENDOR.search(before) is None:
            return False
        return "zego" not in before and "zego" not in self.after.lower()

    @lazy
    def on_vendors_page(self) -> bool:
        """Whether it stands as on a copy of the vendor's page."""
        return bool(around.PAGE.match(self.after))

    @lazy
    def beside_player(self) -> bool:
        """Whether the player is named on the line; the six-digit player codes mean nothing without it."""
        return self.player_near or bool(around.PLAYER.search(self.before + self.after))
