"""Whether a number is the value of a key, an argument, a constant: what source code and records say of it."""

import re
from typing import Final

from zegoerr_gui.core.recognition import surroundings as around
from zegoerr_gui.core.recognition.number_text import NumberText, lazy
from zegoerr_gui.core.recognition.other_things import is_counted, is_field, is_other_thing, is_other_word
from zegoerr_gui.core.recognition.tables import CODE_HEADING

_LETTER: Final = re.compile(r"[^\W\d_]")


def is_error_name(name: str) -> bool:
    """Whether one part of a name is a word for an error: ``StreamIDTooLong``, ``KICKED_OUT``, ``RoomNoToken``."""
    if around.NAME_OF_LACK.search(name):
        return True
    return not around.ERROR_PARTS.isdisjoint(map(str.casefold, around.NAME_PARTS.findall(name)))


class KeyedNumber(NumberText):
    """Whether a number is the value of a key, an argument, a constant: what source code and records say of it."""

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
        """Whether it is assigned to a name of which one part is a word for an error: ``StreamIDTooLong = 1000014``.

        A limit of rooms or streams that is a code is the code for it.
        """
        found = around.DECLARED.search(self.lead) if self.last == "=" else None
        if found is None:
            return False
        return is_error_name(found[1]) or (self.listed and around.LIMIT_NAME.search(found[1]) is not None)

    @lazy
    def among_codes(self) -> bool:
        """Whether the numbers right beside it, in a list, have the shape of codes as well."""
        return self.listed and bool(
            around.CODE_ITEM_BEFORE.search(self.near) or around.CODE_ITEM_BEHIND.match(self.after)
        )

    @lazy
    def other_key(self) -> str:
        """The key, not of an error, that it is the value of; empty where it is none."""
        found = around.KEY.search(self.lead) if self.last in around.ASSIGNS else None
        if found is None or self.in_any_code_key or CODE_HEADING.search(found[2]):
            return self.chosen_by
        if self.is_reported or around.TROUBLE_NAMED.search(found[2]):
            return ""
        tight = not found[3] and not found[5]
        if tight and around.PAIRS.search(self.lead):
            return found[2]
        assigned = found[4] == "=" and (tight or self.in_source or around.DECLARED.search(self.lead) is not None)
        framed = around.FRAMED_KEY.search(self.lead)
        if framed and framed[0].startswith(", ") and "{" not in self.lead and not is_other_thing(found[2]):
            return ""
        if (self.labelled and not assigned) or (self.among_codes and not is_other_thing(f"{found[2]}: ")):
            return ""
        return found[2] if assigned or found[1] or framed else ""

    @lazy
    def labelled(self) -> bool:
        """Whether a label of prose that is none of a thing leads to it: ``Anna: 1103064``, ``老师：1103064``."""
        if not self.listed or self.last not in ":：" or self.said:
            return False
        if "{" in self.before or self.block.rstrip().endswith(around.OPENS_BLOCK):
            return False
        found = around.SPOKEN_LABEL.search(self.before)
        if found is None or is_other_thing(found[1]) or is_counted(found[1]) or is_field(found[1]):
            return False
        return around.NAME_IN_SOURCE.search(found[1]) is None or around.OF_SDK.search(found[1]) is not None

    @lazy
    def is_reported(self) -> bool:
        """Whether it is given as what was seen, or with where it was: ``Result: 1103061``, ``Safari: 1103061``."""
        found = around.KEY.search(self.lead) if self.last in around.ASSIGNS else None
        if found is None:
            return False
        if around.OF_SDK.fullmatch(found[2]):
            return True
        return bool(around.NEUTRAL_KEY.match(found[2]) or (found[5] and around.SUBJECT_KEY.fullmatch(found[2])))

    @lazy
    def chosen_by(self) -> str:
        """The name, not of an error, that a query compares with a list of numbers, or that is printed before its value;
        empty where it is none.
        """
        found = around.CHOICE.search(self.lead) if self.lead.endswith(around.OPENS_CHOICE) else None
        if found is None and self.last == "," and not _LETTER.search(self.after):
            paired = around.PAIRED.search(self.near)
            return paired[1] if paired and is_other_thing(f"{paired[1]}: ") else ""
        return "" if found is None or CODE_HEADING.search(found[1]) else found[1]

    @lazy
    def in_other_list(self) -> bool:
        """Whether it is one of a list that source code names after things with numbers of their own: ``ADMIN_UIDS``."""
        found = around.LIST_NAME.search(self.before[-around.FAR :]) if self.is_listed_in_source else None
        parts = around.NAME_PARTS.findall(found[1]) if found else []
        if parts and parts[-1].casefold() in around.KINDS_OF_LIST:
            del parts[-1]
        return bool(parts) and is_other_thing(parts[-1])

    @lazy
    def in_record(self) -> bool:
        """Whether it is a value that a statement puts into a table which is none of errors."""
        return "(" in self.near and bool(around.RECORD.search(self.before)) and not CODE_HEADING.search(self.before)

    @lazy
    def after_other_thing(self) -> bool:
        """Whether the word before it is one for a thing with a number of its own, and no error is told in brackets."""
        near = self.lead[-around.NEAR :]
        return is_other_thing(near) and not self.in_brackets_of_error

    @lazy
    def in_brackets_of_error(self) -> bool:
        """Whether it stands in brackets behind words that tell of an error: ``thrown out of the room (1002053)``."""
        if not self.before.endswith((" (", "（")):
            return False
        clause = around.CLAUSE_END.split(self.before[-around.FAR :].rstrip(" (（.!。！"))[-1]
        told = around.ERROR_WORD.search(clause) or around.DEED_OF_TROUBLE.search(clause)
        return told is not None or self.texts.definitions.agree_nearby(self.code, clause)

    @lazy
    def after_other_word(self) -> bool:
        """The same, names that such a word only ends left out."""
        return is_other_word(self.lead[-around.NEAR :])

    @lazy
    def argument_of(self) -> str:
        """The call that it is an argument of; empty where it is none, or where the call's name speaks of errors."""
        near = self.before[-80:]
        found = around.ARGUMENT.search(near) if "(" in near else None
        if found is None or around.TELLS_OF_ERRORS.search(found[1]):
            return ""
        return found[1]

    @lazy
    def given_to_check(self) -> bool:
        """Whether it is an argument of a call that checks, or tells of, an error: ``assert.equal(code, 1103064)``."""
        found = around.ARGUMENT.search(self.before[-80:]) if "(" in self.near and self.listed else None
        return found is not None and around.CHECKS.search(found[1]) is not None

    @lazy
    def shown(self) -> bool:
        """Whether it is all that a call gives to the user: ``alert(1103064)``."""
        return "(" in self.near and around.SHOWN.search(self.near) is not None

    @lazy
    def in_source(self) -> bool:
        """Whether the signs behind it are those of source code or markup, not those of a sentence."""
        if around.IN_PROSE.match(self.after) or around.OPENED_IN_PROSE.search(self.near):
            return False
        if self.fills_line and around.IN_BRACKETS.fullmatch(self.after):
            return False
        return around.IN_SOURCE.match(self.after) is not None and not around.QUOTED_WORDS.search(self.near)

    @lazy
    def maps_to_trouble(self) -> bool:
        """Whether source code gives it a text of something gone wrong: ``1103061: 'No camera found'``."""
        return around.MAPPED_TO_TROUBLE.match(self.after) is not None

    @lazy
    def in_named_record(self) -> bool:
        """Whether it is the ``code`` of something with a name: a city, a product."""
        if not self.in_code_key:
            return False
        return bool(
            around.SIBLING.search(self.after[:80]) or around.SIBLING.search(self.before[-80:].rpartition("{")[2])
        )

    @lazy
    def compared(self) -> bool:
        """Whether source code compares something with it: ``case 1102016:``, ``=== 1103064``, ``[...].includes``."""
        if around.COMPARISON.search(self.near) or (
            around.CASE_BEHIND.match(self.after) and around.CASE.search(self.near)
        ):
            return True
        return "]" in self.after and around.INCLUDES.match(self.after) is not None

    @lazy
    def compared_with_other(self) -> bool:
        """Whether it is compared with something that has a number of its own, or a case of a switch over that:
        ``event.id === 1103061``, ``switch (item.id)``.
        """
        found = around.COMPARED_NAME.search(self.near)
        if found is None and self.block and around.CASE.search(self.near):
            found = around.SWITCH.search(self.block)
        return found is not None and is_other_thing(f"{found[1]}: ")
