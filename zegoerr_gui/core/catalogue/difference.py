"""What differs between two catalogues: codes that are new or gone, and of the others field by field the words."""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Formerly, Link, Step, Twin, Variant

Mark = Literal["same", "gone", "new"]
Kind = Literal["new", "gone", "changed"]
Words = tuple[tuple[Mark, str], ...]

# What a page can say. Its other fields are left empty, or guessed.
PAGE_FIELDS: Final = ("family", "description", "causes", "steps", "notes")
ALL_FIELDS: Final = (
    *PAGE_FIELDS,
    *("who_acts", "severity", "escalate", "escalate_for", "collect", "tags", "apis", "parameters", "arrives", "links"),
    *("sdk_messages", "console_texts", "browser_errors", "server_codes", "twin", "related", "confused_with"),
    *("variants", "formerly", "platforms", "keywords", "source_notes", "listing"),
)
_WORD: Final = re.compile(r"[A-Za-z0-9_]+(?:[.'’-][A-Za-z0-9_]+)*[^\S\n]*|[\u4e00-\u9fff]|\n|[^\S\n]+|.[^\S\n]*")
_FACT: Final = re.compile(r"\b(?:\d[\d.,]*\d|\d|[a-z]+[A-Z]\w*|(?!ZEGO)[A-Z]{2,}(?:_[A-Z]+)*|\w+_\w+)\b")
_MOST_WORDS: Final = 1500  # in which single words are compared: the work grows with their square


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose text differs. ``words`` has both texts, piece by piece: what stayed, what went, what came."""

    name: str
    old: str
    new: str
    words: Words


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry that both catalogues have, and the fields that differ.

    ``facts_gone`` and ``facts_new`` are numbers and names that stand in one of them only, whatever the wording.
    """

    old: Entry
    new: Entry
    fields: tuple[FieldChange, ...]
    facts_gone: tuple[str, ...] = ()
    facts_new: tuple[str, ...] = ()

    @property
    def code(self) -> int:
        """The code of the entry."""
        return self.new.code

    @property
    def moved(self) -> bool:
        """Whether it belongs to another family now."""
        return any(field.name == "family" for field in self.fields)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, by code. ``aside`` counts entries that only the SDK knows, where a page cannot have them."""

    old: Catalogue
    new: Catalogue
    fields: tuple[str, ...]
    added: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    same: int
    aside: int

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)


def compare(old: Catalogue, new: Catalogue, *, of_page: bool) -> Generator[float, None, Difference]:
    """Compare two catalogues; yields the share done. ``of_page`` says that one of them is no more than a page."""
    fields = PAGE_FIELDS if of_page else ALL_FIELDS
    before = {entry.code: entry for entry in old}
    after = {entry.code: entry for entry in new}
    gone = [entry for code, entry in before.items() if code not in after]
    added = [entry for code, entry in after.items() if code not in before]
    aside = {entry.code for entry in (*gone, *added) if of_page and entry.listing == "undocumented"}
    changed: list[Changed] = []
    both = sorted(before.keys() & after.keys())
    for number, code in enumerate(both):
        one = _changed(before[code], after[code], fields, old, new)
        if one.fields:
            changed.append(one)
        yield number / len(both)
    return Difference(
        old,
        new,
        fields,
        _sorted(entry for entry in added if entry.code not in aside),
        _sorted(entry for entry in gone if entry.code not in aside),
        tuple(changed),
        len(both) - len(changed),
        len(aside),
    )


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.code))


def _changed(before: Entry, after: Entry, fields: Sequence[str], old: Catalogue, new: Catalogue) -> Changed:
    changes: list[FieldChange] = []
    for name in fields:
        if name == "family":
            if _bare(before.family) == _bare(after.family):
                continue
            was, now = family_title(before, old), family_title(after, new)
        else:
            was, now = shown(getattr(before, name)), shown(getattr(after, name))
        if was != now:
            changes.append(FieldChange(name, was, now, compare_words(was, now)))
    facts_old, facts_new = _facts(before), _facts(after)
    gone = tuple(fact for fact in facts_old if fact not in facts_new)
    return Changed(before, after, tuple(changes), gone, tuple(fact for fact in facts_new if fact not in facts_old))


def _bare(family: str) -> str:
    """The id of a family without that of its catalogue, which stands before it where several are in use."""
    return family.rpartition("/")[2]


def family_title(entry: Entry, catalogue: Catalogue) -> str:
    """The title of an entry's family; its id where the catalogue has no such family."""
    return next((family.title for family in catalogue.pack.families if family.id == entry.family), entry.family)


def _facts(entry: Entry) -> dict[str, None]:
    texts = (entry.description, *entry.causes, *(step.do for step in entry.steps), *entry.notes)
    return dict.fromkeys(fact for text in texts for fact in _FACT.findall(text))


def compare_words(old: str, new: str) -> Words:
    """Both texts as one: runs of words that stayed, went and came, in the order in which they are read."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > _MOST_WORDS:
        return tuple(_joined([("gone", old), ("new", new)]))
    runs: list[tuple[Mark, str]] = []
    for kind, first, last, from_, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(("same", "".join(before[first:last])))
        else:
            runs += (("gone", "".join(before[first:last])), ("new", "".join(after[from_:to])))
    return tuple(_joined(runs))


def _joined(runs: Iterable[tuple[Mark, str]]) -> Iterator[tuple[Mark, str]]:
    """Runs without those that are empty."""
    return ((mark, text) for mark, text in runs if text)


def shown(value: Any) -> str:
    """The value of a field as text; the items of a list, but for numbers, on a line each."""
    if isinstance(value, tuple):
        numbers = all(isinstance(item, int) for item in value)
        return (", " if numbers else "\n").join(map(shown, value))
    for kind, text in _SHOWN.items():
        if isinstance(value, kind):
            return str(text(value))
    return "" if value is None else str(value)


def _shown_step(step: Step) -> str:
    extras = [f"by {step.by}" if step.by else "", f"for cause {step.for_cause}" if step.for_cause else ""]
    told = ", ".join(filter(None, [*extras, *step.platforms]))
    return f"{step.do} ({told})" if told else step.do


def _shown_variant(variant: Variant) -> str:
    when = " ".join(filter(None, (variant.when.platform, variant.when.sdk)))
    names = ("description", "causes", "steps", "who_acts", "severity", "tags")
    parts = [f"{name}: {shown(value)}" for name in names if (value := getattr(variant, name)) is not None]
    return f"{when}: " + "; ".join(part.replace("\n", " / ") for part in parts)


_SHOWN: Final[dict[type, Any]] = {
    Step: _shown_step,
    Variant: _shown_variant,
    Link: lambda link: f"{link.title}: {link.url}",
    Twin: lambda twin: f"{twin.code}: {twin.differs}" if twin.differs else str(twin.code),
    Formerly: lambda old: f"{old.code} before {old.before}",
    ConsoleText: lambda text: (
        f"{text.text} ({text.action or 'any action'}{', and what follows' if text.prefix else ''})"
    ),
}
