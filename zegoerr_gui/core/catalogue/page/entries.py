"""Makes an entry of what a page says of a code: its words in the fields, everything odd about them told."""

import re
from collections.abc import Iterable
from typing import Final

from zegoerr_gui.core.catalogue.entry import Entry, Link, Step
from zegoerr_gui.core.catalogue.page.columns import Role
from zegoerr_gui.core.catalogue.page.guessing import escalates, guess_severity, guess_who
from zegoerr_gui.core.catalogue.page.items import is_advice, items_of, sentences_of
from zegoerr_gui.core.catalogue.page.report import Oddity
from zegoerr_gui.core.catalogue.page.rows import Found, Said

Texts = list[tuple[int, str]]  # lines of the page, each with its text
NO_DESCRIPTION: Final = "No description is published"
_NOTHING: Final = re.compile(r"(?:[-–—/\\.·\s]+|n/?a|none|null|nil|无|無|暂无|没有)[.。]?", re.I)
_CALL: Final = re.compile(r"\[\s*([a-z]\w{3,60})\s*\](?!\()")
_CALL_TARGET: Final = re.compile(r"@(\w+)$")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'，。；）)\]]+")
_FULL_STOP: Final = re.compile(r"(?<![.。])[.。]\s*$")


def entry_of(found: Found, oddities: list[Oddity]) -> Entry:
    """The entry of one row; what is odd in it is added to ``oddities`` and stands in its source notes as well."""
    own = [Oddity(line, kind, found.code, words) for line, kind, words in found.oddities]
    texts = _by_role(found, own)
    description = _FULL_STOP.sub("", _as_one(texts["description"])).strip()
    if not description:
        own.append(Oddity(found.line, "no description", found.code, "No description stands in the page"))
        description = NO_DESCRIPTION
    causes = _items(texts["cause"], found, own, sentences=False)
    if causes and _same(" ".join(causes), description):
        own.append(
            Oddity(found.line, "cause repeats", found.code, "The cause only repeats the description: shown once")
        )
        causes = []
    steps = _items(texts["step"], found, own, sentences=True)
    notes = _items(texts["note"], found, own, sentences=False)
    oddities += own
    wording = (description, *causes, *steps)
    return Entry(
        code=found.code,
        description=description,
        who_acts=guess_who(found.code, description, causes, steps),
        severity=guess_severity(found.code, description),
        causes=tuple(causes),
        steps=tuple(map(Step, steps)),
        escalate="investigate" if escalates(steps) else "none",
        apis=tuple(_calls(wording, found)),
        keywords=tuple(dict.fromkeys(word for word in (found.name, _written(found)) if word)),
        links=tuple(_links(wording, found)),
        notes=tuple(notes),
        source_notes=tuple(f"{odd.words}." for odd in own if odd.kind != "cause repeats"),
    )


def _as_one(texts: Texts) -> str:
    """Lines as one text; the items of a list are set apart."""
    items = items_of(texts, sentences=False)
    return ("; " if any(kind == "list" for _, kind, _ in items.oddities) else " ").join(items.items)


def _written(found: Found) -> str:
    """How the page writes the number, where that is not how it is written here."""
    return "" if found.written == str(found.code) else found.written


def _by_role(found: Found, own: list[Oddity]) -> dict[Role, Texts]:
    """The texts of a row by what they are. Texts of which nobody says what they are are told apart by their wording."""
    said = [one for one in found.said if not _NOTHING.fullmatch(one.text)]
    texts: dict[Role, Texts] = {role: [] for role in ("code", "name", "description", "cause", "step", "note")}
    if not found.labelled and {one.role for one in said} == {"description"} and not found.roles & {"cause", "step"}:
        said = _without_labels(said, found, own)
    elif any(one.role is None for one in said):
        said = _by_wording(said, found, own)
    for one in said:
        if one.text:
            texts[one.role or "note"].append((one.line, one.text))
    return texts


def _without_labels(said: list[Said], found: Found, own: list[Oddity]) -> list[Said]:
    """A row with one text and no label: three lines are description, cause and advice, others go by their wording."""
    if len(said) == 3 and not any(text.text[:2] in ("1.", "1、") for text in said):
        words = "The entry has no labels; its three lines were taken as description, cause and advice"
        own.append(Oddity(found.line, "no labels", found.code, words))
        roles: tuple[Role, ...] = ("description", "cause", "step")
        return [Said(role, one.text, one.line) for role, one in zip(roles, said, strict=True)]
    if len(said) > 1 or len(list(sentences_of(said[0].text))) > 1:
        return _by_wording([Said(None, one.text, one.line) for one in said], found, own)
    own.append(Oddity(found.line, "description only", found.code, "The entry has a description only"))
    return said


def _by_wording(said: Iterable[Said], found: Found, own: list[Oddity]) -> list[Said]:
    """The first sentence is the description, what tells somebody to act is advice, the rest a cause."""
    told: list[Said] = []
    said = list(said)
    described = any(one.role == "description" for one in said)
    advice = False
    for one in said:
        if one.role is not None:
            told.append(one)
            continue
        for sentence in sentences_of(one.text):
            advice = advice or is_advice(sentence)
            role: Role = "step" if advice else "cause" if described else "description"
            described = described or role == "description"
            told.append(Said(role, sentence, one.line))
    if len(told) > 1:
        words = "Nothing says what is description, cause and advice; told apart by the wording"
        own.append(Oddity(found.line, "no labels", found.code, words))
    if not described and told:
        told[0].role = "description"
    return told


def _items(texts: Texts, found: Found, own: list[Oddity], *, sentences: bool) -> list[str]:
    divided = items_of(texts, sentences=sentences)
    own += (Oddity(line, kind, found.code, words) for line, kind, words in divided.oddities)
    return divided.items


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same but for signs and capital letters."""
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _calls(wording: Iterable[str], found: Found) -> Iterable[str]:
    named = [call for text in wording for call in _CALL.findall(text)]
    linked = [match[1] for link in found.links if (match := _CALL_TARGET.search(link.target))]
    return dict.fromkeys([*named, *linked])


def _links(wording: Iterable[str], found: Found) -> Iterable[Link]:
    links = [Link(link.words, link.target) for link in found.links if not _CALL_TARGET.search(link.target)]
    known = {link.url for link in links}
    raw = [address.rstrip(".,") for text in wording for address in _ADDRESS.findall(text)]
    return dict.fromkeys([*links, *(Link(address, address) for address in raw if address not in known)])
