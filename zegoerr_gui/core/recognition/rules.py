"""The table of rules: what the surroundings of a number say about it, surest first. To add a rule, add a row.

The first rule that holds decides. What it says of a number can depend on the whole text, see ``Levels``: only its place
in the table is kept with an occurrence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Final

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.features import Number
from zegoerr_gui.core.recognition.inside import is_inside_something, is_numbered, is_stack_column
from zegoerr_gui.core.recognition.surroundings import ASSIGNS
from zegoerr_gui.core.recognition.topic import Topic

SHORT_TEXT: Final = 10  # lines: in a text this short even a bare number is probably what is asked about

_PLAYER: Final = 10_000  # and one digit more: codes of the player
_LIST_BEFORE: Final = re.compile(
    r"(?:\b\d[\d.]*(?: *[,;|\t] *| +)){2}$|\b\d{6,}\s+$|(?<![\w.:+-])0[1-9][0-9]{1,3} $"
    r"|\[\s*\d{9,}\s*,\s*$|\" \d{3} $|\w_\w+\s{2,}$|"
    r"\([^()]{1,38},\s*['\"]?$"
)
_LIST_SIGNS: Final = frozenset(",;|\t(")
_LIST_AFTER: Final = re.compile(r"^ *[,;|\t] *\d[\d.]* *[,;|\t] *\d")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the whole text that a number stands in."""

    topic: Topic
    short: bool  # ten lines at most: in so short a text even a bare number is probably what is asked about


class Levels:
    """A level of evidence for every setting, written as a letter for each topic, from another one to the SDK."""

    _LETTERS: Final = {level.name[0]: level for level in Evidence}

    def __init__(self, long: str, short: str) -> None:
        self._long = [self._LETTERS[letter] for letter in long]
        self._short = [self._LETTERS[letter] for letter in short]
        self.best = max(self._long + self._short)

    def at(self, setting: Setting) -> Evidence:
        """The level in one setting."""
        return (self._short if setting.short else self._long)[setting.topic]


# Topics:                another, silent, terse, streaming, the SDK
CERTAIN: Final = Levels(long="CCCCC", short="CCCCC")
LIKELY: Final = Levels(long="LLLLL", short="LLLLL")
UNLIKELY: Final = Levels(long="UUUUU", short="UUUUU")
NAMED: Final = Levels(long="UPPLL", short="UPLLL")  # called an error code: by whom depends on what the text is about
HEADED: Final = Levels(long="UUPLL", short="UPPLL")  # its column, or its list, is one of errors
SPOKEN: Final = Levels(long="UPPLL", short="UPPLL")  # "error" is everybody's word
ANSWERED: Final = Levels(long="UUUPL", short="UUUPL")  # what is called an error has a text of somebody else's
KEYED: Final = Levels(long="UUPPL", short="UPPPL")  # the value of something called a code: a product has one, too
LISTED: Final = Levels(long="UPPLL", short="UPLLL")  # it stands in a block, or a list, of errors
CALLED: Final = Levels(long="UUPLL", short="UPPLL")  # a name in source code says that it is an error
COMPARED: Final = Levels(long="UUUPL", short="UUPPL")  # in source code, with something not called an error
WORDED: Final = Levels(long="UUUPP", short="UPPPP")  # words that could be anybody's
TOLD: Final = Levels(long="UPPPP", short="UPPPP")  # a sentence speaks of it
BARE: Final = Levels(long="UUUPP", short="UPPPP")  # nothing else on its line
BESIDE: Final = Levels(long="UUUPP", short="UUPPP")  # of a kind with the codes beside it
ALONE: Final = Levels(long="UUUPP", short="UUPPP")
EXPLAINED: Final = Levels(long="UUPPP", short="UUPPP")
DEFINED: Final = Levels(long="UPPLL", short="UPPLL")  # somebody's words for it fit the catalogue's
SAID: Final = Levels(long="UUUPP", short="UPPPP")  # by a sentence whose words could name something else
REPORTED: Final = Levels(long="UUUPP", short="UPPPP")
LOOSE: Final = Levels(long="UUUUP", short="UUUUP")  # the signs around it are those of data
WRITTEN: Final = Levels(long="UUUUP", short="UUUPP")  # in source code, of which a short text is full
DATA: Final = Levels(long="UUUPP", short="UUUPP")  # a column can be one of anything
WORDY: Final = Levels(long="UUUUU", short="UUUPP")  # a word beside it could name something else
LABELLED: Final = Levels(long="UUUUP", short="UUPPP")  # a label of prose can name anything
COUNTING: Final = Levels(long="UUUUU", short="UPPPP")  # nothing else on its line, no catalogue has it
STRANGE: Final = Levels(long="UUUUP", short="UUUUP")  # no catalogue has it


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for or against a number: its id, its levels, the reason in words, when it holds."""

    id: str
    levels: Levels
    reason: str
    holds: Callable[[Number], bool]
    by_text: bool = False

    @property
    def sets_aside(self) -> bool:
        """Whether it speaks against a number in every setting."""
        return self.levels.best == Evidence.UNLIKELY


def _is_player_code_alone(number: Number) -> bool:
    if not number.listed or number.code // 10 != _PLAYER:
        return False
    return not number.beside_player or number.among_players


def _is_odd_alone(number: Number) -> bool:
    if not number.odd:
        return False
    named = number.in_any_code_key or number.under_code_heading or number.in_callback
    return not (named or number.compared or number.after_state or number.error_word_on_line)


def _is_named_as_other(number: Number) -> bool:
    if number.answers_other:
        return True
    if number.in_any_code_key or number.said or number.in_series:
        return False
    named = (
        number.other_key
        or number.compared_with_other
        or number.argument_of
        or (number.after_other_thing and not number.is_reported)
        or number.in_other_list
        or number.under_label
    )
    return bool(named) and not number.in_parallel


def _is_in_list(number: Number) -> bool:
    if number.given_to_check:
        return False
    listed = number.last in _LIST_SIGNS or number.last.isdigit() or number.near.endswith("  ")
    if listed and _LIST_BEFORE.search(number.near):
        return not number.among_codes
    return _LIST_AFTER.match(number.after) is not None and not number.among_codes


def _is_named_alone(number: Number) -> bool:
    return number.has_line_of_its_own and number.beside_error_word


def _has_other_message(number: Number) -> bool:
    return number.beside_error_word and number.explained_by_other


def _is_beside_codes(number: Number) -> bool:
    return number.among_codes and not number.after_other_thing


def _is_beside_other_word(number: Number) -> bool:
    return number.listed and number.beside_other_word


def _is_unknown_beside_word(number: Number) -> bool:
    return not number.listed and number.beside_other_word


def _is_unknown_in_source(number: Number) -> bool:
    return not number.listed and number.in_source


def _is_unknown_in_block(number: Number) -> bool:
    return not number.listed and number.in_code_block and not number.compared


def _is_unknown_in_prose(number: Number) -> bool:
    return not number.listed and number.in_prose and number.word_before.isascii()


def _is_introduced(number: Number) -> bool:
    return number.introduced and number.stands_aside


def _is_under_code_heading(number: Number) -> bool:
    return number.under_code_heading and not number.compared_with_other


def _is_compared(number: Number) -> bool:
    return number.compared and (number.listed or number.in_code_block) and not number.compared_with_other


def _is_thrown(number: Number) -> bool:
    return number.in_code_key and (number.thrown or (number.listed and number.message_agrees))


def _has_foreign_message(number: Number) -> bool:
    if not (number.last in ASSIGNS or number.in_any_code_key):
        return False
    return number.message_is_foreign and not _is_told_by_sdk(number)


def _is_told_by_sdk(number: Number) -> bool:
    return number.in_callback or number.odd or number.after_vendor or number.beside_state or number.beside_call


def _is_id_of_line(number: Number) -> bool:
    if number.first_of_room_state:
        return True
    line = number.line
    if line is None:
        return False
    named = str(number.code) in (line.room, line.user, line.stream) or line.action == "zc.rsu"
    called = line.action.endswith(".lg") and line.content.startswith("call by user")
    return (named or called) and not number.in_any_code_key


def _is_among_codes(number: Number) -> bool:
    if not (number.listed and number.in_code_block) or len(number.other_key) == 1:
        return False
    return number.compared or not number.after_other_word


def _is_explained(number: Number) -> bool:
    return number.listed and number.maps_to_trouble


def _is_in_sentence(number: Number) -> bool:
    return number.listed and not number.in_prose and number.in_sentence


def _never(number: Number) -> bool:
    return False


RULES: Final[tuple[Rule, ...]] = (
    Rule("player-alone", UNLIKELY, "a six-digit number with no player beside it", _is_player_code_alone),
    Rule("odd-alone", UNLIKELY, "digits in groups with no word for an error beside them", _is_odd_alone),
    Rule("room-state", CERTAIN, "the code of a room's state change", lambda n: n.third_of_room_state),
    Rule("disconnected", CERTAIN, "the code behind a disconnected room", lambda n: n.after_disconnected),
    Rule("stack-column", UNLIKELY, "a column in a stack frame", is_stack_column),
    Rule("sdk-code", CERTAIN, "the code in a line of the SDK", lambda n: n.line is not None and n.in_code_key),
    Rule("callback-code", CERTAIN, "the code in a callback of the SDK", lambda n: n.in_code_key and n.in_callback),
    Rule("thrown", CERTAIN, "the code of a value that the SDK threw or returned", _is_thrown),
    Rule("after-state", LIKELY, "the name of a state stands before it", lambda n: n.after_state),
    Rule("line-id", UNLIKELY, "the room, the user or the stream of this line", _is_id_of_line),
    Rule("foreign-message", UNLIKELY, "the message beside it is not the SDK's", _has_foreign_message),
    Rule("other-vendor", UNLIKELY, "another vendor is named beside it", lambda n: n.of_other_vendor),
    Rule("other-service", UNLIKELY, "another service is named before it", lambda n: n.of_other_service),
    Rule("named-record", UNLIKELY, "the code of something with a name", lambda n: n.in_named_record),
    Rule("error-key", NAMED, "the value of an error code", lambda n: n.in_error_key),
    Rule("code-heading", HEADED, "it stands under a heading for error codes", _is_under_code_heading),
    Rule("code-block", LISTED, "it stands among error codes", _is_among_codes),
    Rule("code-key", KEYED, "the value of a code", lambda n: n.listed and n.in_any_code_key),
    Rule("vendors-page", LIKELY, "as on the vendor's page", lambda n: n.listed and n.on_vendors_page),
    Rule("numbered", UNLIKELY, "a number sign stands before it", is_numbered),
    Rule("inside", UNLIKELY, "part of a longer word or number", is_inside_something),
    Rule("text-agrees", LIKELY, "the SDK's text for it stands beside it", lambda n: n.listed and n.text_agrees),
    Rule("unit", UNLIKELY, "a unit stands behind it", lambda n: n.has_unit),
    Rule("error-name", CALLED, "its name is one of an error", lambda n: n.has_error_name),
    Rule("compared", COMPARED, "source code compares with it", _is_compared),
    Rule("other-key", UNLIKELY, "named as something other than a code", _is_named_as_other),
    Rule("other-heading", UNLIKELY, "it stands under another heading", lambda n: n.under_other_heading),
    Rule("one-of-several", UNLIKELY, "others of the same name have numbers, too", lambda n: n.one_of_several),
    Rule("said-other", UNLIKELY, "the sentence says that it is something else", lambda n: n.said_to_be_other),
    Rule("in-record", UNLIKELY, "a value put into a table of something else", lambda n: n.in_record),
    Rule("in-list", UNLIKELY, "one of a list of numbers", _is_in_list),
    Rule("error-and-number", NAMED, "a word for an error and nothing else stands beside it", _is_named_alone),
    Rule("other-message", ANSWERED, "a message behind it is not the SDK's", _has_other_message),
    Rule("error-word", SPOKEN, "a word for an error stands beside it", lambda n: n.beside_error_word),
    Rule("defined", DEFINED, "the words around it speak of what it means", lambda n: n.defined),
    Rule("introduced", UNLIKELY, "it was named as something else before", _is_introduced),
    Rule("some-heading", DATA, "its heading does not speak of errors", lambda n: n.under_some_heading),
    Rule("only-codes", BARE, "nothing but codes on its line", lambda n: n.among_codes and n.fills_line),
    Rule("beside-codes", BESIDE, "other codes stand beside it", _is_beside_codes),
    Rule("series", EXPLAINED, "other codes are values of the same key", lambda n: n.in_series),
    Rule("goes-on", EXPLAINED, "the line before it is like its own, and of a code", lambda n: n.listed and n.goes_on),
    Rule("explained", EXPLAINED, "source code has a text of something gone wrong for it", _is_explained),
    Rule("unknown-in-block", STRANGE, "no catalogue has it, but it stands among error codes", _is_unknown_in_block),
    Rule("unknown-in-source", UNLIKELY, "a value in source code that no catalogue has", _is_unknown_in_source),
    Rule("reported", REPORTED, "it is what was seen", lambda n: n.listed and n.is_reported),
    Rule("shown", EXPLAINED, "source code shows it to the user", lambda n: n.listed and (n.shown or n.given_to_check)),
    Rule("in-source", WRITTEN, "a value in source code", lambda n: n.in_source),
    Rule("parallel", SAID, "the sentence speaks of another code before it", lambda n: n.in_parallel and not n.in_prose),
    Rule("row", DATA, "a row of a table without headings begins with it", lambda n: n.listed and n.begins_row),
    Rule("cell-of-subject", REPORTED, "the cell before it says where it was seen", lambda n: n.seen_in_cell),
    Rule("bare-cell", LOOSE, "a cell of a table without headings", lambda n: n.bare_cell),
    Rule("counted", TOLD, "how often it came stands behind it", lambda n: n.listed and n.is_counted_out),
    Rule("in-sentence", SAID, "words of a sentence stand around it", _is_in_sentence),
    Rule("labelled", LABELLED, "a label of prose stands before it", lambda n: n.labelled and not n.in_prose),
    Rule("other-word", WORDY, "a word beside it names something else", _is_beside_other_word),
    Rule("asked", TOLD, "a question about a number", lambda n: n.asked_about),
    Rule(
        "unknown-word", UNLIKELY, "no catalogue has it, and a word beside it names something", _is_unknown_beside_word
    ),
    Rule("zero", TOLD, "a question about 0", lambda n: n.code == 0),
    Rule("in-prose", TOLD, "a number that a sentence speaks of", lambda n: n.listed and n.in_prose),
    Rule("in-line", SAID, "plain words of its line go with it", lambda n: n.listed and n.among_plain_words),
    Rule(
        "unknown-by-itself",
        COUNTING,
        "nothing but a number that no catalogue has",
        lambda n: not n.listed and n.fills_line,
    ),
    Rule("by-itself", BARE, "a number by itself", lambda n: n.fills_line),
    Rule("unknown-in-prose", STRANGE, "a sentence speaks of it, but no catalogue has it", _is_unknown_in_prose),
    Rule("unknown-alone", UNLIKELY, "only a number that no catalogue has", lambda n: not n.listed),
    Rule("alone", ALONE, "only a number", lambda n: True),
    # Codes told by words: no number is judged by these, the recogniser names them itself.
    Rule("console-text", LIKELY, "a text that the SDK prints for it", _never, by_text=True),
    Rule("message-text", NAMED, "a message that the SDK has for it", _never, by_text=True),
    Rule("free-text", WORDED, "words that the SDK uses for it", _never, by_text=True),
)
TELLS_SERIES: Final = frozenset(("text-agrees", "defined", "goes-on", "explained"))  # of lines like that of the number
_QUESTIONS: Final = [(place, rule.holds) for place, rule in enumerate(RULES)]
RULE_NUMBER: Final = {rule.id: place for place, rule in enumerate(RULES)}
_SETTINGS: Final = [Setting(topic, short) for topic, short in product(Topic, (False, True))]


def judge(number: Number) -> int:
    """The place in RULES of the rule that decides about a number."""
    for place, holds in _QUESTIONS:
        if holds(number):
            return place
    raise AssertionError("the rule before those of texts holds for every number")


def counted(least: Evidence, setting: Setting) -> frozenset[int]:
    """The places in RULES of the rules that have at least this level in a setting."""
    return frozenset(place for place, rule in enumerate(RULES) if rule.levels.at(setting) >= least)


TELLS_TOPIC: Final = frozenset((RULE_NUMBER["defined"], RULE_NUMBER["text-agrees"]))  # what the whole text is about
CERTAIN_RULES: Final = frozenset(place for place, rule in enumerate(RULES) if rule.levels is CERTAIN)
ALL_COUNTED: Final = {
    (least, setting): counted(max(least, Evidence.POSSIBLE), setting) for least in Evidence for setting in _SETTINGS
}
LEVELS: Final = {setting: bytes(rule.levels.at(setting) for rule in RULES) for setting in _SETTINGS}  # by rule
