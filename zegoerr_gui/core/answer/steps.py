"""What to do about several codes: each step once, those of the person who uses the app before the developer's."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from zegoerr_gui.core.answer.document import Block, Document, Items, Paragraph
from zegoerr_gui.core.answer.situation import Case
from zegoerr_gui.core.answer.templates import Templates
from zegoerr_gui.core.catalogue.entry import Step, WhoActs

_GROUPS: Final[dict[WhoActs, str]] = {
    "device": "steps.user",
    "network": "steps.user",
    "wait": "steps.user",
    "developer": "steps.developer",
}
_ORDER: Final = ("steps.first", "steps.user", "steps.developer")  # anybody's, the end user's, the developer's


def steps(cases: Sequence[Case], words: Templates) -> Document:
    """One list, or where several people have something to do, one for each; with what a step is for, if not for all."""
    groups: dict[str, dict[str, list[str]]] = {group: {} for group in _ORDER}
    group_of: dict[str, str] = {}
    for number, case in enumerate(cases, 1):
        for step in case.entry.steps if case.entry else ():
            group = group_of.setdefault(step.do, _group(case, step))
            groups[group].setdefault(step.do, []).append(_aim(number, case, step, len(cases) > 1, words))
    return tuple(_lists({group: told for group, told in groups.items() if told}, words))


def _lists(groups: Mapping[str, Mapping[str, Sequence[str]]], words: Templates) -> Iterator[Block]:
    for group, told in groups.items():
        if len(groups) > 1:
            yield Paragraph(words.say(group))
        yield Items(
            tuple(_told(step, [aim for aim in aims if aim], words) for step, aims in told.items()), numbered=True
        )


def _told(step: str, aims: Sequence[str], words: Templates) -> str:
    return words.say("steps.for", step=step, aims=words.row(dict.fromkeys(aims))) if aims else step


def _group(case: Case, step: Step) -> str:
    who = step.by or (case.entry.who_acts if case.entry else "support")
    return _GROUPS.get(who, "steps.first")


def _aim(number: int, case: Case, step: Step, several: bool, words: Templates) -> str:
    """For which of several errors a step is, and for which of its causes; nothing where that goes without saying."""
    causes = case.entry.causes if case.entry else ()
    cause = step.for_cause if len(causes) > 1 else None
    if several:
        return words.say("steps.error.cause" if cause else "steps.error", number=number, cause=cause)
    return words.say("steps.cause", cause=cause) if cause else ""
