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
    """One list, or where several people have something to do, one for each."""
    groups: dict[str, list[str]] = {group: [] for group in _ORDER}
    told: set[str] = set()
    for case, step in _steps(cases):
        sentence = _told(case, step, len(cases) > 1, words)
        if sentence not in told:
            groups[_group(case, step)].append(sentence)
        told.add(sentence)
    return tuple(_lists({group: lines for group, lines in groups.items() if lines}, words))


def _group(case: Case, step: Step) -> str:
    who = step.by or (case.entry.who_acts if case.entry else "support")
    return _GROUPS.get(who, "steps.first")


def _lists(groups: Mapping[str, Sequence[str]], words: Templates) -> Iterator[Block]:
    for group, lines in groups.items():
        if len(groups) > 1:
            yield Paragraph(words.say(group))
        yield Items(tuple(lines), numbered=True)


def _steps(cases: Sequence[Case]) -> Iterator[tuple[Case, Step]]:
    for case in cases:
        for step in case.entry.steps if case.entry else ():
            yield case, step


def _told(case: Case, step: Step, several: bool, words: Templates) -> str:
    if step.for_cause is None or case.entry is None or len(case.entry.causes) < 2:
        return step.do
    key = "steps.for_cause_of" if several else "steps.for_cause"
    return words.say(key, step=step.do, cause=step.for_cause, code=case.code)
