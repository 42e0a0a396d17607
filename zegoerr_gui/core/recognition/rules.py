"""The table of rules: what the surroundings of a number say about it, surest first. To add a rule, add a row.

The first rule that holds decides. A rule whose level is None depends on the whole text: see ``level``; one that is
``short_only`` counts in short texts, whatever else they show; one that is ``by_topic`` in texts about streaming only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.features import Number
from zegoerr_gui.core.recognition.surroundings import NEAR, OTHER_THING
from zegoerr_gui.core.recognition.topic import Topic

SHORT_TEXT: Final = 10  # lines: in a text this short even a bare number is probably what is asked about

_SEVEN_DIGITS: Final = 1_000_000
_INSIDE_BEFORE: Final = re.compile(
    r"(?<!\\)[A-Za-z_]$|\\[^ntrbfu\\\"]$|[0-9$€£¥@%/]$|[A-Za-z0-9][.+-]$|://\S*$|[#№]\s?$|\[[0-9]+:$|(?<![A-Za-z])[A-Z]{1,6}:$"
)
_INSIDE_AFTER: Final = re.compile(
    r"^(?:[A-Za-z0-9_$€£¥%]|,[0-9]{3}(?![0-9])|[.:-][0-9]|/(?!1[01][0-9]{5}(?![0-9]))[A-Za-z0-9]|[.-][A-Za-z_])"
)
_ERROR_NUMBER: Final = re.compile(r"(?:error|code|fehler|错误)\s*[#№]\s?$", re.I)
_STACK_FRAME: Final = re.compile(r"(?:\.js|\.ts|\.mjs|\.html?|\bVM\d+|<anonymous>)(?:[?#]\S*)?:\d*:?$|:\d+:$")
_LIST_BEFORE: Final = re.compile(
    r"(?:\b\d[\d.]*(?: *[,;|\t] *| +)){2}$|\b\d{6,}\s+$|\[\s*\d{9,}\s*,\s*$|\" \d{3} $|\w_\w+\s{2,}$|"
    r"\([^()]{1,120},\s*['\"]?$"
)
_LIST_AFTER: Final = re.compile(r"^ *[,;|\t] *\d[\d.]* *[,;|\t] *\d")


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for or against a number: its id, its level, the reason in words, when it holds."""

    id: str
    level: Evidence | None
    reason: str
    holds: Callable[[Number], bool]
    by_text: bool = False
    short_only: bool = False
    by_topic: bool = False
    in_prose: bool = False


def _is_player_code_alone(number: Number) -> bool:
    return number.listed and number.code < _SEVEN_DIGITS and not number.beside_player


def _is_odd_alone(number: Number) -> bool:
    named = number.in_any_code_key or number.after_error_word or number.under_code_heading or number.in_callback
    return number.odd and not (named or number.compared or number.error_word_on_line)


def _is_inside_something(number: Number) -> bool:
    before = number.raw_before[-NEAR:]
    if _INSIDE_BEFORE.search(before) and not _ERROR_NUMBER.search(before):
        return True
    return bool(_INSIDE_AFTER.match(number.raw_after))


def _is_stack_column(number: Number) -> bool:
    return bool(_STACK_FRAME.search(number.before[-NEAR:]))


def _is_named_as_other(number: Number) -> bool:
    if number.in_any_code_key:
        return False
    return bool(number.other_key or number.argument_of or OTHER_THING.search(number.lead))


def _is_in_list(number: Number) -> bool:
    return bool(_LIST_BEFORE.search(number.before[-NEAR:]) or _LIST_AFTER.match(number.after))


def _is_room_of_line(number: Number) -> bool:
    if number.first_of_room_state:
        return True
    line = number.line
    if line is None or number.in_any_code_key:
        return False
    return line.action == "zc.rsu" or (line.action.endswith(".lg") and line.content.startswith("call by user"))


def _is_among_codes(number: Number) -> bool:
    return number.listed and number.in_code_block and not OTHER_THING.search(number.lead) and len(number.other_key) != 1


def _never(number: Number) -> bool:
    return False


_C, _L, _U = Evidence.CERTAIN, Evidence.LIKELY, Evidence.UNLIKELY

RULES: Final[tuple[Rule, ...]] = (
    Rule("player-alone", _U, "a six-digit number with no player beside it", _is_player_code_alone),
    Rule("odd-alone", _U, "digits in groups with no word for an error beside them", _is_odd_alone),
    Rule("room-state", _C, "the code of a room's state change", lambda n: n.third_of_room_state),
    Rule("disconnected", _C, "the code behind a disconnected room", lambda n: n.after_disconnected),
    Rule("stack-column", _U, "a column in a stack frame", _is_stack_column),
    Rule("sdk-code", _C, "the code in a line of the SDK", lambda n: n.line is not None and n.in_code_key),
    Rule("callback-code", _C, "the code in a callback of the SDK", lambda n: n.in_callback and n.in_code_key),
    Rule(
        "thrown",
        _C,
        "the code of a value that the SDK threw or returned",
        lambda n: n.in_code_key and (n.thrown or (n.listed and n.message_agrees)),
    ),
    Rule("after-state", _L, "the name of a state stands before it", lambda n: n.after_state),
    Rule("room-id", _U, "the room of this line", _is_room_of_line),
    Rule(
        "foreign-message",
        _U,
        "the message beside it is not the SDK's",
        lambda n: n.in_any_code_key and n.message_is_foreign and not (n.in_callback or n.odd),
    ),
    Rule("other-vendor", _U, "another vendor is named beside it", lambda n: n.of_other_vendor),
    Rule("named-record", _U, "the code of something with a name", lambda n: n.in_named_record),
    Rule("error-key", _L, "the value of an error code", lambda n: n.in_error_key, by_topic=True),
    Rule(
        "code-heading", _L, "it stands under a heading for error codes", lambda n: n.under_code_heading, by_topic=True
    ),
    Rule("code-block", _L, "it stands among error codes", _is_among_codes, by_topic=True),
    Rule("code-key", _L, "the value of a code", lambda n: n.listed and n.in_any_code_key, by_topic=True),
    Rule("vendors-page", _L, "as on the vendor's page", lambda n: n.listed and n.on_vendors_page),
    Rule("inside", _U, "part of a longer word or number", _is_inside_something),
    Rule("text-agrees", _L, "the SDK's text for it stands beside it", lambda n: n.listed and n.text_agrees),
    Rule("unit", _U, "a unit stands behind it", lambda n: n.has_unit),
    Rule("compared", _L, "source code compares with it", lambda n: n.listed and n.compared, by_topic=True),
    Rule("other-key", _U, "named as something other than a code", _is_named_as_other),
    Rule("other-heading", _U, "it stands under another heading", lambda n: n.under_other_heading),
    Rule("in-list", _U, "one of a list of numbers", _is_in_list),
    Rule("error-word", _L, "a word for an error stands beside it", lambda n: n.beside_error_word, by_topic=True),
    Rule("bare-cell", _U, "a cell of a table without headings", lambda n: n.bare_cell),
    Rule("other-word", _U, "a word beside it names something else", lambda n: n.beside_other_word),
    Rule("in-prose", None, "a number that a sentence speaks of", lambda n: n.listed and n.in_prose, in_prose=True),
    Rule("unknown-alone", None, "a number by itself that no catalogue has", lambda n: not n.listed, short_only=True),
    Rule("alone", None, "a number by itself", lambda n: True),
    # Codes told by words: no number is judged by these, the recogniser names them itself.
    Rule("console-text", _L, "a text that the SDK prints for it", _never, by_text=True),
    Rule("message-text", _L, "a message that the SDK has for it", _never, by_text=True, by_topic=True),
    Rule("free-text", Evidence.POSSIBLE, "words that the SDK uses for it", _never, by_text=True, by_topic=True),
)
RULE_NUMBER: Final = {rule.id: place for place, rule in enumerate(RULES)}


def judge(number: Number) -> int:
    """The place in RULES of the rule that decides about a number."""
    return next(place for place, rule in enumerate(RULES) if rule.holds(number))


def level(rule: Rule, lines: int, topic: Topic) -> Evidence:
    """A rule's level in a text of so many lines about a topic."""
    if rule.level is None:
        short = lines <= SHORT_TEXT
        counts = short or (topic == Topic.SDK and not rule.short_only) or (topic > Topic.NONE and rule.in_prose)
        return Evidence.POSSIBLE if counts else Evidence.UNLIKELY
    if rule.by_topic and topic == Topic.NONE and lines > SHORT_TEXT:
        return Evidence.UNLIKELY
    return rule.level


class Weight(IntEnum):
    """How much a rule weighs when failures are counted: its level, or on what its level depends."""

    NOTHING = 0
    SHORT_TEXT_ONLY = 1
    WITH_SDK = 2
    IN_PROSE = 3
    POSSIBLE_BY_TOPIC = 4
    LIKELY_BY_TOPIC = 5
    LIKELY = 6
    CERTAIN = 7


def _weight(rule: Rule) -> Weight:
    if rule.level is None:
        return Weight.SHORT_TEXT_ONLY if rule.short_only else Weight.IN_PROSE if rule.in_prose else Weight.WITH_SDK
    if rule.by_topic:
        return Weight.LIKELY_BY_TOPIC if rule.level == Evidence.LIKELY else Weight.POSSIBLE_BY_TOPIC
    return {Evidence.UNLIKELY: Weight.NOTHING, Evidence.LIKELY: Weight.LIKELY}.get(rule.level, Weight.CERTAIN)


WEIGHTS: Final = tuple(_weight(rule) for rule in RULES)


def least_weight(least: Evidence, lines: int, topic: Topic) -> Weight:
    """The weight from which on rules have at least this level in a text of so many lines about a topic."""
    if least == Evidence.CERTAIN:
        return Weight.CERTAIN
    weighs = [(level(rule, lines, topic), WEIGHTS[place]) for place, rule in enumerate(RULES)]
    return min(weight for evidence, weight in weighs if evidence >= max(least, Evidence.POSSIBLE))
