"""Takes a query apart into the pieces it was written in, each with its place; what they mean is not decided here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from zegoerr_gui.core.catalogue.folding import CJK, fold

# What an input method types in place of the signs that mean something here; each is one character, so places stay.
_PLAIN: Final = str.maketrans("“”„＂：－–，；、。！？", '"""":--,;,   ')
_BETWEEN: Final = re.compile(r"[\s,;]*")
_FIELD: Final = re.compile(r"([A-Za-z]+):")
_VALUE: Final = re.compile(r'"[^"]*"|[^\s,;"]+')
_PLAIN_PIECE: Final = re.compile(r"[^\s,;]+")
_EDGES: Final = "\"'.,;:!?()[]{}<>…`´‘’«»（）《》【】-=|/\\"

Kind = Literal["word", "phrase", "field"]


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of a query.

    ``text`` is what is sought, as typed, without quotes; of a field its values are in ``values``. ``start`` and ``end``
    are places in the query, in code points, of the whole piece with its minus; ``closed`` is False where the closing
    quotation mark is missing.
    """

    kind: Kind
    text: str
    start: int
    end: int
    excluded: bool = False
    name: str = ""
    values: tuple[tuple[str, int, int], ...] = ()  # of a field: text, start, end
    closed: bool = True


def terms_of(typed: str) -> Iterator[Term]:
    """The pieces, in the order in which they were typed."""
    text = typed.translate(_PLAIN)
    place = 0
    while True:
        place = _end(_BETWEEN, text, place)
        if place >= len(text):
            return
        term = _quoted(text, place) or _field(text, place) or _word(text, place)
        yield term
        place = term.end


def words_of(text: str) -> tuple[str, ...]:
    """The words of a piece, folded, without the signs at their edges; signs without blanks are a word of their own."""
    found: list[str] = []
    for word in fold(text).split():
        place = 0
        for run in CJK.finditer(word):
            found += (word[place : run.start()], run[0])
            place = run.end()
        found.append(word[place:])
    return tuple(bare for word in found if (bare := word.strip(_EDGES)))


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place


def _minus(text: str, place: int) -> bool:
    """Whether a piece is to be left out: its minus stands directly before a sign that means something."""
    return text[place] == "-" and place + 1 < len(text) and (text[place + 1].isalnum() or text[place + 1] == '"')


def _quoted(text: str, start: int) -> Term | None:
    excluded = _minus(text, start)
    place = start + excluded
    if text[place] != '"':
        return None
    close = text.find('"', place + 1)
    if close < 0:
        return Term("phrase", text[place + 1 :], start, len(text), excluded, closed=False)
    if close + 1 < len(text) and _end(_BETWEEN, text, close + 1) == close + 1:
        return None  # a quotation mark of a pasted text: something is glued to it
    return Term("phrase", text[place + 1 : close], start, close + 1, excluded)


def _field(text: str, start: int) -> Term | None:
    excluded = _minus(text, start)
    named = _FIELD.match(text, start + excluded)
    if named is None:
        return None
    values: list[tuple[str, int, int]] = []
    place, closed = named.end(), True
    while found := _VALUE.match(text, place):
        quoted = found[0].startswith('"')
        values.append((found[0].strip('"') if quoted else found[0], found.start(), found.end()))
        place = found.end()
        if not (text.startswith(",", place) and _VALUE.match(text, place + 1)):
            break
        place += 1
    if text.startswith('"', place):  # opened, and not closed to the end
        values.append((text[place + 1 :], place, len(text)))
        place, closed = len(text), False
    sought = text[named.end() : place]
    return Term("field", sought, start, place, excluded, named[1].casefold(), tuple(values), closed)


def _word(text: str, start: int) -> Term:
    excluded = _minus(text, start)
    end = _end(_PLAIN_PIECE, text, start)
    return Term("word", text[start + excluded : end], start, end, excluded)
