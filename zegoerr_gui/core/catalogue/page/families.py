"""Families of a page: from its headings, and where those are lost from the numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.pack import Family
from zegoerr_gui.core.catalogue.page.blocks import Piece
from zegoerr_gui.core.catalogue.page.guessing import GUESSED
from zegoerr_gui.core.catalogue.page.report import FamilyTold, Oddity
from zegoerr_gui.core.catalogue.page.rows import Found

_SEVEN: Final = 7  # digits of a code that families know by its first ones; all others are spelled out
_LEAST: Final = 4  # digits of a prefix
_FEW_FAMILIES: Final = 3  # that a table without a heading of its own may mix
_MOST_OF: Final = 0.8
_NUMBERS: Final = re.compile(r"^(?:\W*\d{1,6}[xX*]{2,}[\W]*)+")
_TAKEN: Final = re.compile(r"pack|undocumented|con|prn|aux|nul|(?:com|lpt)\d")


@dataclass(slots=True)
class Section:
    """The codes of one table, the heading above it (``own`` if it stands between this table and the one before), and
    the prose between the two."""

    line: int
    heading: Piece | None
    own: bool
    introduction: list[Piece]
    found: list[Found]


@dataclass(slots=True)
class Group:
    """The codes of one family to be."""

    heading: Piece | None
    line: int
    introduction: list[Piece] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Families:
    """The families of the pack, where each comes from, and the family of each code."""

    families: list[Family] = field(default_factory=list)
    told: list[FamilyTold] = field(default_factory=list)
    by_code: dict[int, str] = field(default_factory=dict)


def families_of(
    sections: Sequence[Section], title: str, known: Catalogue | None, odd: list[Oddity], *, guess: bool
) -> Families:
    """Divide the codes of sections into families.

    ``title`` is that of the page, ``known`` gives names to numbers. ``guess`` says that the page has lost headings, as
    copied ones do, so that a table without one may be of another family than the table above.
    """
    groups: list[Group] = []
    by_heading: dict[int, Group] = {}
    for section in sections:
        codes = [found.code for found in section.found]
        group = groups[-1] if groups else None
        if section.own and section.heading is not None:
            group = by_heading.get(section.heading.place)
        elif group is None or _is_another(group, codes, known, guess):
            group = None
        if group is None:
            group = Group(section.heading if section.own else None, section.line)
            groups.append(group)
            if group.heading:
                by_heading[group.heading.place] = group
        group.introduction += section.introduction
        taken = {code for one in groups for code in one.codes}
        group.codes += (code for code in dict.fromkeys(codes) if code not in taken)
    parts = [part for group in groups if group.codes for part in _by_numbers(group, title, known)]
    return _make(parts, known, odd)


def _by_numbers(group: Group, title: str, known: Catalogue | None) -> list[Group]:
    """The group itself; where the page's own title is all that stands above it, parts by what the numbers tell."""
    if known is None or (group.heading and group.heading.text != title):
        return [group]
    parts: dict[str, Group] = {}
    for code in group.codes:
        parts.setdefault(_known_id([code], known), Group(None, group.line)).codes.append(code)
    parts.pop("", None)
    if len(parts) < _FEW_FAMILIES or sum(len(part.codes) for part in parts.values()) < len(group.codes):
        return [group]
    next(iter(parts.values())).introduction = group.introduction
    return list(parts.values())


def _is_another(group: Group, codes: Sequence[int], known: Catalogue | None, guess: bool) -> bool:
    """Whether a table without a heading of its own belongs to another family than the one before it."""
    here, before = _known_id(codes, known), _known_id(group.codes, known)
    if here and before:
        return here != before
    return guess and not {_head(code) for code in codes} & {_head(code) for code in group.codes}


def _head(code: int) -> str:
    digits = str(code)
    return digits[:_LEAST] if len(digits) >= _SEVEN else f"{len(digits)} digits"


def _known_id(codes: Sequence[int], known: Catalogue | None) -> str:
    """The family of the catalogue in use that most of the codes belong to; empty where it knows none of them."""
    found = Counter(family.id for code in codes if known and (family := known.family_of(code)))
    return found.most_common(1)[0][0] if found else ""


def _make(groups: Sequence[Group], known: Catalogue | None, odd: list[Oddity]) -> Families:
    made = Families()
    prefixes = _prefixes([group.codes for group in groups])
    for group, own in zip(groups, prefixes, strict=True):
        first = len(made.told)
        short: dict[str, list[int]] = {}
        for code in group.codes:
            if not _has_seven(code):
                short.setdefault(_known_id([code], known), []).append(code)
        if own:
            codes = [code for code in group.codes if _has_seven(code)]
            _add(made, group, _known(_known_id(codes, known), known), codes, own, exact=False)
        for id, codes in short.items():
            _add(made, group, _known(id, known), codes, [str(code) for code in codes], exact=True)
        if group.heading is None:
            title = made.told[first].title
            words = f"The heading above this table is lost: the family {title!r} is told by the numbers"
            odd.append(Oddity(group.line, "lost heading", None, words))
    return made


def _has_seven(code: int) -> bool:
    return code >= 0 and len(str(code)) == _SEVEN


def _known(id: str, known: Catalogue | None) -> Family | None:
    return next((family for family in known.pack.families if family.id == id), None) if known else None


def _add(
    made: Families, group: Group, family: Family | None, codes: list[int], prefixes: list[str], *, exact: bool
) -> None:
    """Add a family of a group; ``family`` is the one that the catalogue in use has for the codes."""
    heading = _NUMBERS.sub("", group.heading.text).strip(" :：-–—") if group.heading else ""
    line = group.heading.line if group.heading else None
    again = any(one.heading_line == line and line is not None for one in made.told)
    by_numbers = not heading or (exact and family is not None and (again or prefixes == ["0"]))
    if by_numbers:
        spelled = f"{prefixes[0]} to {prefixes[-1]}" if exact else ", ".join(f"{prefix}xxx" for prefix in prefixes[:4])
        title = family.title if family else spelled
    else:
        title = f"{heading} (other numbers)" if again else heading
    # Several catalogues in use name a family with its catalogue before it, as in web/room.
    known_id = _slug(family.id.rpartition("/")[2]) if family else ""
    id = _free_id(known_id or _slug(title) or f"codes-{prefixes[0].lstrip('-')}", made)
    texts = [] if again or (by_numbers and heading) else group.introduction
    introduction = " ".join(piece.text for piece in texts)
    made.families.append(Family(id, title, tuple(prefixes), exact, introduction=introduction, rules=(GUESSED,)))
    made.told.append(FamilyTold(id, title, tuple(prefixes), len(codes), line))
    made.by_code |= dict.fromkeys(codes, id)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-") if title.isascii() else ""


def _free_id(id: str, made: Families) -> str:
    taken = {family.id for family in made.families}
    id = f"family-{id}" if _TAKEN.fullmatch(id) else id
    return next(name for number in count(1) if (name := id if number == 1 else f"{id}-{number}") not in taken)


def _prefixes(groups: Sequence[Sequence[int]]) -> list[list[str]]:
    """The prefixes of each group's seven-digit codes: short where all codes, or nearly all, below one are of one group,
    the others spelled out, since the longest prefix wins."""
    owner = {str(code): place for place, codes in enumerate(groups) for code in codes if _has_seven(code)}
    found: list[list[str]] = [[] for _ in groups]

    def divide(prefix: str, codes: list[str]) -> None:
        counts = Counter(owner[code] for code in codes)
        group, most = counts.most_common(1)[0]
        if len(prefix) >= _LEAST and (most >= _MOST_OF * len(codes) or len(prefix) == _SEVEN - 1):
            found[group].append(prefix)
            for code in codes:
                if owner[code] != group:
                    found[owner[code]].append(code)
            return
        for digit in sorted({code[len(prefix)] for code in codes}):
            divide(prefix + digit, [code for code in codes if code[len(prefix)] == digit])

    if owner:
        divide("", sorted(owner))
    return found
