"""Finds entries by whatever was typed: codes, words in any order, a piece of an error text.

``1103061``               that entry
``error 1103061 again``   that entry: words around a code do not hide it
``1103``                  every code with these digits in it, those that begin with them first
``timeout login``         entries with both words, in any field and any order
``publish auth``          words match inside words: publishing, authentication

Entries come in order of the best field in which the worst word was found: name before body. Within one field they
keep the order of the catalogue.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry

_CODE_LIKE = re.compile(r"(?<![0-9])[0-9]{6,10}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, taken apart: codes written out in full, and all words, folded."""

    codes: tuple[int, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> "Query":
        """Read a query; full-width digits and letters count as plain ones."""
        text = fold(typed)
        codes = (0,) if text == "0" else tuple(dict.fromkeys(int(code) for code in _CODE_LIKE.findall(text)))
        return cls(codes, tuple(text.split()))


def fold(text: str) -> str:
    """Text in the form in which it is compared: width, case and blanks made equal."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class Search:
    """A catalogue made ready for searching; a query takes about a millisecond."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._fields = [(entry.code, _fields(entry)) for entry in catalogue]

    def find(self, typed: str) -> tuple[int, ...]:
        """The codes that match, best first; every code for an empty query."""
        query = Query.of(typed)
        if not query.words:
            return self._catalogue.codes
        named = [code for code in query.codes if code in self._catalogue]
        ranked = ((_rank(fields, query.words), code) for code, fields in self._fields)
        matching = [(rank, code) for rank, code in ranked if rank is not None]
        matching.sort(key=lambda pair: pair[0])
        return tuple(dict.fromkeys([*named, *(code for _, code in matching)]))

    def unknown(self, typed: str) -> tuple[int, ...]:
        """Codes written out in the query that the catalogue lacks but one of its families would hold."""
        codes = Query.of(typed).codes
        return tuple(c for c in codes if c not in self._catalogue and self._catalogue.family_of(c))


def _rank(fields: tuple[str, ...], words: Iterable[str]) -> int | None:
    worst = 0
    for word in words:
        place = next((place for place, field in enumerate(fields) if word in field), None)
        if place is None:
            return None
        worst = max(worst, place)
    # A code that begins with the digits comes before one that only has them inside.
    return worst if worst or all(fields[0].startswith(word) for word in words) else 1


def _fields(entry: Entry) -> tuple[str, ...]:
    """An entry's texts, folded, best first: code, name, what is printed, keywords, APIs, cause, remedy, the rest.

    The second place stays empty: it ranks codes that have the digits only inside.
    """
    variants = [text for variant in entry.variants for text in (variant.description, *(variant.causes or ())) if text]
    steps = [step.do for step in entry.steps] + [step.do for v in entry.variants for step in v.steps or ()]
    printed = [*entry.sdk_messages, *(text.text for text in entry.console_texts), *entry.browser_errors]
    groups: tuple[Iterable[str], ...] = (
        (str(entry.code),),
        (),
        (entry.description,),
        printed,
        entry.keywords,
        (*entry.apis, *entry.parameters),
        (*entry.causes, *variants),
        (*steps, entry.escalate_for),
        (*entry.notes, *entry.source_notes, *entry.tags, entry.family, *map(str, entry.server_codes)),
    )
    return tuple(fold("\n".join(group)) for group in groups)
