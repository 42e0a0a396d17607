"""What a query means: codes, words, conditions, and what in it cannot be understood.

``1103061``                    this code, whatever words stand around it; several stay in the order typed
``1103``                       codes that begin with these digits, then those that have them inside
``1103*`` ``1103020-28``       only codes that begin so; codes from the one to the other
``1-1999999``                  the same; a last code written out needs no beginning of a code before it
``timeout login``              both words, in any field and any order; words match inside words
``"token expired"``            these words side by side
``-camera`` ``-family:room``   not with this
``family:room,playing``        a field with one of these values; their beginnings will do
``pinned`` ``noted``           the same as is:pinned, is:noted

Only what is written as a query is one: in a text from a log nothing is at fault, it is words.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.folding import fold
from zegoerr_gui.core.catalogue.known import Known
from zegoerr_gui.core.catalogue.nearness import nearest
from zegoerr_gui.core.catalogue.query_fields import BARE_STATES, DESK_STATES, Field, fields_of
from zegoerr_gui.core.catalogue.query_terms import Term, terms_of, words_of

_DIGITS: Final = 7  # of a code; a shorter bound of a range is filled up
_CODE_LIKE: Final = re.compile(r"(?<![0-9])[0-9]{6,10}(?![0-9])")
_RANGE: Final = re.compile(r"([0-9]{4,7})-([0-9]{1,7})")
_WIDE_RANGE: Final = re.compile(r"([0-9]{1,10})-([0-9]{1,10})")
_WRITTEN_OUT: Final = 6  # digits of the shortest code that stands in texts
_BEGINNING: Final = re.compile(r"([0-9]{1,7})\*")
_LEAST_EXCLUDED: Final = 4  # digits: -1 in a text is a number, -1103 leaves out codes
_MOST_TERMS: Final = 3  # of a query that may ask for a field that is none; a longer text is somebody's sentence
_LISTED: Final = 12  # values of a field that a sentence names


@dataclass(frozen=True, slots=True)
class Fault:
    """A piece of a query that cannot be understood: its place, in code points, one sentence, what would be right.

    ``instead`` is what the place could hold in its stead; empty where nothing is near. What is ``unfinished`` may only
    be on its way.
    """

    start: int
    end: int
    sentence: str
    instead: str = ""
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Codes:
    """One code, those from ``first`` to ``last``, or, where ``begins`` is not empty, those that begin with it."""

    first: int = 0
    last: int = 0
    begins: str = ""

    def holds(self, code: int) -> bool:
        """Whether a code is one of these."""
        return str(code).startswith(self.begins) if self.begins else self.first <= code <= self.last

    @property
    def single(self) -> bool:
        """Whether it is one code, written out."""
        return not self.begins and self.first == self.last


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that must, or, ``excluded``, must not have one of these values."""

    field: Field
    values: frozenset[str]
    excluded: bool = False

    def holds(self, entry: Entry, known: Known) -> bool:
        """Whether an entry meets the condition."""
        return self.values.isdisjoint(self.field.of(entry, known)) is self.excluded

    @property
    def of_window(self) -> bool:
        """Whether it asks for what only the window knows: pins, notes, the open log."""
        return self.field.name == "in" or (self.field.name == "is" and not self.values.isdisjoint(DESK_STATES))


@dataclass(slots=True)
class Query:
    """What was typed, understood. Words and phrases are folded."""

    typed: str = ""
    codes: list[Codes] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    left_out: list[Codes | str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)  # what it was read from, faults left out

    @property
    def written_out(self) -> tuple[int, ...]:
        """The codes written out in full, each once."""
        return tuple(dict.fromkeys(codes.first for codes in self.codes if codes.single))

    @property
    def ranked(self) -> bool:
        """Whether some rows answer it better than others."""
        return bool(self.codes or self.words)


class QueryReader:
    """Reads queries about one catalogue."""

    def __init__(self, catalogue: Catalogue, texts: str) -> None:
        """``texts`` is all that can be found, folded: a word with a colon in it may be one of the SDK's own."""
        self.fields = fields_of(catalogue)
        self._catalogue = catalogue
        self._texts = texts

    def read(self, typed: str, known: Collection[int] = ()) -> Query:
        """Understand a query; a number is a code where the catalogue, one of its families or ``known`` says so."""
        query = Query(typed)
        terms = list(terms_of(typed))
        for term in terms:
            faults = len(query.faults)
            if not term.closed:
                sentence = "The quotation mark is not closed."
                query.faults.append(Fault(term.start, term.end, sentence, typed[term.start :].rstrip() + '"', True))
            if term.kind == "field":
                self._read_field(query, term, len(terms), known)
            elif term.kind == "phrase":
                self._add_words(query, term, (fold(term.text),))
            else:
                self._read_word(query, term, len(terms), known)
            if len(query.faults) == faults or not term.closed:
                query.terms.append(term)
        return query

    # Words and codes

    def _read_word(self, query: Query, term: Term, terms: int, known: Collection[int]) -> None:
        text = fold(term.text)
        if text in BARE_STATES:
            query.conditions.append(Condition(self.fields["is"], frozenset((text,)), term.excluded))
        elif self._read_codes(query, term, text, terms <= _MOST_TERMS):
            pass
        elif named := [code for code in map(int, _CODE_LIKE.findall(text)) if self._is_code(code, known)]:
            (query.left_out if term.excluded else query.codes).extend(Codes(code, code) for code in named)
            self._add_words(query, term, () if term.excluded else words_of(_CODE_LIKE.sub(" ", text)))
        elif query.typed.strip() == term.text and text == "0":
            query.codes.append(Codes())
        else:
            self._add_words(query, term, words_of(text))

    def _add_words(self, query: Query, term: Term, words: Collection[str]) -> None:
        (query.left_out if term.excluded else query.words).extend(filter(None, words))

    def _read_codes(self, query: Query, term: Term, text: str, is_short: bool) -> bool:
        """Read a range or the beginning of codes, if it is one; in a text that is not short only what is surely one."""
        asked = query.left_out if term.excluded else query.codes
        if found := _BEGINNING.fullmatch(text):
            asked.append(Codes(begins=found[1]))
        elif term.excluded and text.isdecimal() and len(text) >= _LEAST_EXCLUDED:
            asked.append(Codes(begins=text))
        elif bounds := self._range(text, is_short):
            first, last = bounds
            if first <= last:
                asked.append(Codes(first, last))
            else:
                sentence = f"The range runs backwards: {last} comes before {first}."
                query.faults.append(Fault(term.start, term.end, sentence, f"{'-' * term.excluded}{last}-{first}"))
        elif is_short and (found := _WIDE_RANGE.fullmatch(text)) and text not in self._texts:
            sentence = f"{text} is no range of codes: write one such as 1103020-28."
            query.faults.append(Fault(term.start, term.end, sentence, self._filled_up(term, *found.groups())))
        else:
            return False
        return True

    def _range(self, text: str, is_short: bool) -> tuple[int, int] | None:
        if (found := _RANGE.fullmatch(text)) and self._is_beginning(found[1]):
            return self._bounds(*found.groups())
        if is_short and (found := _WIDE_RANGE.fullmatch(text)) and len(found[2]) >= _WRITTEN_OUT:
            return int(found[1]), int(found[2])
        return None

    def _filled_up(self, term: Term, first: str, last: str) -> str:
        """The range of whole codes that is meant by their beginnings; empty where no code lies in it."""
        begin, end = self._bounds(first, last)
        has_codes = any(begin <= entry.code <= end for entry in self._catalogue)
        return f"{'-' * term.excluded}{begin}-{end}" if has_codes else ""

    def _is_code(self, code: int, known: Collection[int]) -> bool:
        return code in self._catalogue or code in known or self._catalogue.family_of(code) is not None

    def _is_beginning(self, digits: str) -> bool:
        return int(digits) in self._catalogue or self._catalogue.family_of(int(digits.ljust(_DIGITS, "0"))) is not None

    def _bounds(self, first: str, last: str) -> tuple[int, int]:
        """The codes from which and to which a range goes; what is missing at the end of either is filled up."""
        last = first[: max(0, len(first) - len(last))] + last
        if int(first) in self._catalogue:  # those of the player have six digits
            return int(first), int(last)
        return int(first.ljust(_DIGITS, "0")), int(last.ljust(_DIGITS, "9"))

    # Fields

    def _read_field(self, query: Query, term: Term, terms: int, known: Collection[int]) -> None:
        field = self.fields.get(term.name)
        if field is None:
            self._read_other_colon(query, term, terms, known)
        elif term.values:
            self._add_condition(query, term, field)
        elif terms <= _MOST_TERMS or not query.typed[term.end :].strip():
            sentence = f"After {term.name}: comes a {field.one}. {_listed(field)}"
            query.faults.append(Fault(term.start, term.end, sentence, unfinished=True))
        else:
            self._add_words(query, term, (term.name,))

    def _add_condition(self, query: Query, term: Term, field: Field) -> None:
        values: set[str] = set()
        for value, start, end in term.values:
            found = field.select(value)
            values |= found
            if not found:
                near = field.nearest(value)
                likely = f", the nearest is {near}" if near else ""
                sentence = f"There is no {field.one} “{value}”{likely}. {_listed(field)}"
                query.faults.append(Fault(start, end, sentence, near))
        if values:
            query.conditions.append(Condition(field, frozenset(values), term.excluded))

    def _read_other_colon(self, query: Query, term: Term, terms: int, known: Collection[int]) -> None:
        """A word with a colon in it: text from a log, most likely, or a field that does not exist."""
        piece = query.typed[term.start + term.excluded : term.end]
        words = words_of(piece.replace(":", " "))
        near = nearest(term.name, self.fields)
        if term.name == "code":
            self._read_word(query, Term("word", term.text, term.start, term.end, term.excluded), terms, known)
        elif _CODE_LIKE.search(fold(piece)) or not term.values or all(word in self._texts for word in words):
            self._read_word(
                query, Term("word", piece.replace(":", " "), term.start, term.end, term.excluded), terms, known
            )
        elif near or (terms <= _MOST_TERMS and term.text[:1].isalnum()):
            likely = f", the nearest is {near}:" if near else ""
            sentence = f"There is no field {term.name}:{likely}. Fields: {', '.join(self.fields)}."
            instead = f"{'-' * term.excluded}{near}:{term.text}" if near else ""
            query.faults.append(Fault(term.start, term.end, sentence, instead))
        else:
            self._add_words(query, term, words)


def _listed(field: Field) -> str:
    """The values that a field can have, as a sentence."""
    values = list(field.values)
    more = ", …" if len(values) > _LISTED else "."
    return f"{field.many[0].upper()}{field.many[1:]}: {', '.join(values[:_LISTED])}{more}"
