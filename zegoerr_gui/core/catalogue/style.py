"""What style forbids in a catalogue's sentences and a program can see: the one table of such rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.catalogue.nodes import Node

DESCRIPTION, CAUSE, STEP, NOTE = "description", "cause", "step", "note"
_WORDED: Final = {
    "description": DESCRIPTION,
    "causes": CAUSE,
    "steps": STEP,
    "first_steps": STEP,
    "more_steps": STEP,
    "notes": NOTE,
    "source_notes": NOTE,
    "differs": NOTE,
    "internal_notes": "remark",
}
_WITHIN: Final = ("variants", "twin", "instead")  # keys whose values hold such keys themselves
MOST_WORDS: Final = 9
LONGEST_STEP: Final = 160  # characters
MOST_SENTENCES: Final = 2
_VERBS: Final = """
    Add Adjust Allow Ask Avoid Call Change Check Choose Clean Clear Close Compare Complete Configure Confirm Connect
    Contact Copy Correct Count Create Decide Delete Disable Do Download Enable Enter Ensure Escalate Expand Find Fix
    Follow Get Give Go Grant Have Increase Initialize Install Keep Let Limit Listen Load Log Look Lower Make Measure
    Mend Move Note Open Pass Pay Play Press Print Provide Publish Put Raise Read Record Reconnect Reduce Refresh
    Register Release Reload Remove Renew Repeat Replace Report Request Reset Restart Retry Run Save Search See
    Select Send Serve Set Shorten Show Sign Split Start Stop Submit Subscribe Switch Take Tell Test Try Turn Type
    Unmute Update Upgrade Upload Use Verify View Wait Write
"""
VERBS: Final = frozenset(_VERBS.split())
_SAID_OTHERWISE: Final = {
    "please": "Leave it out",
    "simply": "Leave it out",
    "just": "Leave it out",
    "kick": "Say that the user was removed from the room",
    "kicked": "Say that the user was removed from the room",
    "push": "Say publish",
    "pushes": "Say publishes",
    "pushing": "Say publishing",
    "pull": "Say play",
    "pulls": "Say plays",
    "pulling": "Say playing",
}
_QUOTED: Final = re.compile(r'"[^"]*"|“[^”]*”')
_OTHER_WORDS: Final = re.compile(rf"(?i)(?<![\w.])(?:{'|'.join(_SAID_OTHERWISE)})(?!\w|\.\w)")
_ENDS: Final = re.compile(r"[.!?。！？][\"”)]?$")
_SENTENCE: Final = re.compile(r"[.!?](?=[\"”)]?\s+[A-Z\"“]|[\"”)]?$)|[。！？]")
_CHARACTERS: Final = re.compile(r": (?:\S ?){2,}$")  # a list of characters ends in the last of them
_UP_TO: Final = re.compile(r"(?i)\bup to \d")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Worded:
    """One text of an entry: what it is (description, cause, step, note, remark), its line, the code it is about."""

    kind: str
    text: str
    line: int
    code: int

    @property
    def unquoted(self) -> str:
        """The text without what it quotes as others print it."""
        return _QUOTED.sub('""', self.text)

    @property
    def is_chinese(self) -> bool:
        """Whether it is no English, to which most rules apply."""
        return _CHINESE.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class StyleRule:
    """One rule: of which kinds of text, what is wrong with one (empty for nothing), what would be right."""

    kinds: tuple[str, ...]
    wrong: Callable[[Worded], str]
    right: str


def worded(node: Node, code: int) -> Iterator[Worded]:
    """Every text under a node whose words are the catalogue's own, with its line."""
    for key, value in node.pairs:
        if kind := _WORDED.get(key):
            for item in value.items or [value]:
                plain = item if item.kind == "scalar" else item.get("do")
                if plain is not None and isinstance(plain.value, str):
                    yield Worded(kind, plain.value.strip(), plain.line, code)
        elif key in _WITHIN:
            for inner in value.items or [value]:
                yield from worded(inner, code)


def broken_rules(text: Worded) -> Iterator[tuple[str, str]]:
    """What is wrong with a text, and what would be right."""
    for rule in RULES:
        if text.kind in rule.kinds and (found := rule.wrong(text)):
            yield found, rule.right
    for match in _OTHER_WORDS.finditer(text.unquoted) if text.kind != "remark" else ():
        yield f"The word {match[0]!r} in a {text.kind}", _SAID_OTHERWISE[match[0].lower()]


def _double_blank(text: Worded) -> str:
    return "Two blanks in a row" if "  " in text.text else ""


def _line_break(text: Worded) -> str:
    return "" if text.text.replace("\t", " ").isprintable() else "A line break or a control character in a sentence"


def _ends_in_stop(text: Worded) -> str:
    return f"A description ends in {text.text[-1]!r}" if _ENDS.search(text.text) else ""


def _begins_with_error(text: Worded) -> str:
    found = re.match(r"(?i)error\b:?|failed to\b", text.text)
    return f"A description begins with {found[0]!r}" if found else ""


def _tells_its_code(text: Worded) -> str:
    return "A description tells its own code" if str(text.code) in re.findall(r"-?\d+", text.text) else ""


def _too_many_words(text: Worded) -> str:
    count = 0 if text.is_chinese else len(text.text.split())
    return f"A description of {count} words" if count > MOST_WORDS else ""


def _no_stop(text: Worded) -> str:
    ended = _ENDS.search(text.text) or (text.kind == STEP and _CHARACTERS.search(text.text))
    return "" if ended else f"A {text.kind} without a full stop"


def _no_verb(text: Worded) -> str:
    first = re.match(r"\w+", text.text)
    word = first[0] if first else text.text[:1]
    return "" if text.is_chinese or word in VERBS else f"A step begins with {word!r}"


def _too_long(text: Worded) -> str:
    return f"A step of {len(text.text)} characters" if len(text.text) > LONGEST_STEP else ""


def _too_many_sentences(text: Worded) -> str:
    count = len(_SENTENCE.findall(text.text))
    return f"A step of {count} sentences" if count > MOST_SENTENCES else ""


def _says_normal(text: Worded) -> str:
    return "A step asks whether something is normal" if re.search(r"\b(?:is|are) normal\b", text.text) else ""


def _only_retry(text: Worded) -> str:
    return "A step says no more than 'Retry'" if re.fullmatch(r"(?i)(?:retry|try again)\.?", text.text) else ""


def _has_you(text: Worded) -> str:
    return "A cause speaks of 'you'" if re.search(r"(?i)\byou\b", text.unquoted) else ""


def _has_backtick(text: Worded) -> str:
    return "A backtick" if "`" in text.unquoted else ""


def _says_up_to(text: Worded) -> str:
    return "'up to' does not say whether the number itself counts" if _UP_TO.search(text.unquoted) else ""


_SENTENCES: Final = (CAUSE, STEP, NOTE)
_ALL: Final = (DESCRIPTION, *_SENTENCES)
RULES: Final = (
    StyleRule((*_ALL, "remark"), _double_blank, "Write one blank"),
    StyleRule((*_ALL, "remark"), _line_break, "Write the sentence on one line, or fold it with '>-'"),
    StyleRule((DESCRIPTION,), _ends_in_stop, "Leave the full stop out: it is a name, not a sentence"),
    StyleRule((DESCRIPTION,), _begins_with_error, "Name what is wrong and its state: The user ID is empty"),
    StyleRule((DESCRIPTION,), _tells_its_code, "Leave the number out: it stands beside it"),
    StyleRule((DESCRIPTION,), _too_many_words, f"Say it in {MOST_WORDS} words at most"),
    StyleRule(_SENTENCES, _no_stop, "Write a whole sentence, with a full stop"),
    StyleRule((STEP,), _no_verb, "Begin with a verb: Check, Use, Shorten, Switch, Log in, Wait ..."),
    StyleRule((STEP,), _too_long, f"Make two steps of it: {LONGEST_STEP} characters at most"),
    StyleRule((STEP,), _too_many_sentences, "Make two steps of it"),
    StyleRule((STEP,), _says_normal, "Say what must be so, and where to look"),
    StyleRule((STEP,), _only_retry, "Say what to try again, and after what"),
    StyleRule((CAUSE,), _has_you, "Name who is meant: the app's developer, the end user"),
    StyleRule(_ALL, _has_backtick, "Write names of calls and values bare"),
    StyleRule(_ALL, _says_up_to, "Write 'less than 128 bytes (127 at most)', or '256 characters at most'"),
)
