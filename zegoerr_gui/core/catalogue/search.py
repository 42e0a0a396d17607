"""Finds entries by whatever was typed; ``query`` tells what can be.

Codes that are written out come first, whatever stands around them. Then come entries of which a text that the SDK
prints stands in the query as a whole, then those with all words: first those whose worst word has the best place (see
``Searchable``), and among them the catalogue's order. If no entry has them all, ``Similar`` looks for what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.folding import fold
from zegoerr_gui.core.catalogue.known import Known

if TYPE_CHECKING:  # what answers a query is loaded with the first one
    from zegoerr_gui.core.catalogue.printed import Printed
    from zegoerr_gui.core.catalogue.query import Codes, Fault, Query, QueryReader
    from zegoerr_gui.core.catalogue.searchable import Searchable
    from zegoerr_gui.core.catalogue.similar import Similar

_MOST_PIECES: Final = 6  # of a query that is tried without each; of a longer text no single one is the reason


@dataclass(frozen=True, slots=True)
class Found:
    """The codes that answer a query, in order; which of it cannot be understood; what is to be marked, folded.

    ``ranked`` is whether some codes answer better than others. ``similar_to`` is not empty where nothing matched: it is
    what was sought instead.
    """

    codes: tuple[int, ...]
    faults: tuple[Fault, ...] = ()
    marks: tuple[str, ...] = ()
    ranked: bool = False
    similar_to: str = ""


class Search:
    """A catalogue made ready for searching by the first query; any other takes about a millisecond."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def prepare(self) -> None:
        """Make ready now, by a query that many entries answer."""
        self.find("error")

    @cached_property
    def reader(self) -> QueryReader:
        """What understands queries."""
        from zegoerr_gui.core.catalogue.query import QueryReader

        return QueryReader(self._catalogue, "\n".join(one.all for one in self._entries))

    @cached_property
    def _entries(self) -> list[Searchable]:
        from zegoerr_gui.core.catalogue.searchable import Searchable

        return [Searchable(entry, self._catalogue.meanings(entry.code)[1:]) for entry in self._catalogue]

    @cached_property
    def _printed(self) -> Printed:
        from zegoerr_gui.core.catalogue.printed import Printed

        return Printed(self._catalogue)

    @cached_property
    def _similar(self) -> Similar:
        from zegoerr_gui.core.catalogue.similar import Similar

        return Similar(self._entries)

    def find(self, typed: str, known: Known | None = None, entry: Callable[[int], Entry | None] | None = None) -> Found:
        """The codes that match, best first; every code for an empty query.

        ``entry`` answers with an entry as it holds for the log's version and platform, where that matters.
        """
        known = known or Known()
        if not typed.strip():
            return Found((*self._beyond(known.codes), *self._catalogue.codes))
        query = self.reader.read(typed, known.codes)
        run = _Run(query, known, self._all(query, known), entry or self._catalogue.get)
        faults = tuple(query.faults)
        if not query.ranked:
            return Found(run.in_order(), faults)
        codes = (codes.begins or str(codes.first) for codes in query.codes if codes.begins or codes.single)
        marks = [*query.words, *codes]
        told = [] if not query.words else self._printed.told_by(fold(typed), query.words)
        rows = [*run.written_out(), *run.passing(code for text in told for code in text.codes), *run.ranked()]
        marks += [text.words for text in told]
        if rows or not query.words or run.matching_words():
            return Found(tuple(dict.fromkeys(rows)), faults, tuple(marks), True)
        similar = self._similar.to(query.words)
        rows = run.passing(similar.codes)
        return Found(tuple(rows), faults, similar.words, True, " ".join(similar.said))

    def with_one_piece_less(self, typed: str, known: Known | None = None) -> list[tuple[str, str]]:
        """Each piece of a query with the query that is left without it; none for one piece, and for a whole text."""
        terms = self.reader.read(typed, (known or Known()).codes).terms
        if len(terms) > _MOST_PIECES:
            return []
        rests = ((term, " ".join((typed[: term.start] + typed[term.end :]).split())) for term in terms)
        return [(typed[term.start : term.end], rest) for term, rest in rests if rest]

    def _all(self, query: Query, known: Known) -> Sequence[Searchable]:
        """Every code that can be found: first those that no catalogue has but that are asked for or known."""
        from zegoerr_gui.core.catalogue.searchable import Searchable

        beyond = self._beyond((*query.written_out, *known.codes))
        others = [Searchable(self._catalogue.unlisted(code)) for code in beyond]
        return [*others, *self._entries] if others else self._entries

    def _beyond(self, codes: Iterable[int]) -> Iterable[int]:
        """Those that no catalogue has, each once."""
        return dict.fromkeys(code for code in codes if code not in self._catalogue)


class _Run:
    """One query put to all codes."""

    def __init__(
        self, query: Query, known: Known, entries: Sequence[Searchable], entry: Callable[[int], Entry | None]
    ) -> None:
        self._query, self._known, self._entries, self._entry = query, known, entries, entry
        self._notes = {code: fold(note) for code, note in known.notes.items()}
        self._by_code = {one.code: one for one in entries}

    def in_order(self) -> tuple[int, ...]:
        """The codes that meet every condition, in the catalogue's order; those asked for in the log by first line."""
        found = {one.code: None for one in self._entries if self._passes(one)}
        if any(condition.field.name == "in" and not condition.excluded for condition in self._query.conditions):
            return tuple(code for code in self._known.in_log if code in found)
        return tuple(found)

    def passing(self, codes: Iterable[int]) -> list[int]:
        """Those of the codes that meet every condition."""
        return [code for code in codes if self._passes(self._by_code[code])]

    def written_out(self) -> list[int]:
        """The codes asked for by number; of ranges and beginnings only where no word says which of them."""
        asked = [codes for codes in self._query.codes if codes.single or not self._query.words]
        return [one.code for codes in asked for one in self._of(codes) if self._passes(one)]

    def matching_words(self) -> bool:
        """Whether any code at all has every word: then nothing was mistyped."""
        return any(self._rank(one) is not None for one in self._entries)

    def ranked(self) -> Iterator[int]:
        """The codes with every word, best first. Around a code that is written out words are a sentence."""
        spans = [codes for codes in self._query.codes if not codes.single]
        if not self._query.words or (self._query.codes and not spans):
            return iter(())
        within = [one for one in self._entries if not spans or any(codes.holds(one.code) for codes in spans)]
        ranks = ((self._rank(one), one) for one in within)
        passing = [(rank, one.code) for rank, one in ranks if rank is not None and self._passes(one)]
        passing.sort(key=lambda pair: pair[0])
        return (code for _, code in passing)

    def _of(self, codes: Codes) -> list[Searchable]:
        return [one for one in self._entries if codes.holds(one.code)]

    def _rank(self, one: Searchable) -> tuple[int, int] | None:
        """The place of the worst word, then all places together."""
        note = self._notes.get(one.code, "")
        worst = total = 0
        for word in self._query.words:
            rank = one.rank(word, note)
            if rank is None:
                return None
            worst, total = max(worst, rank), total + rank
        return worst, total

    def _passes(self, one: Searchable) -> bool:
        query = self._query
        if query.conditions:
            entry = self._entry(one.code) or one.entry
            if not all(condition.holds(entry, self._known) for condition in query.conditions):
                return False
        return not any(self._has(one, left) for left in query.left_out)

    def _has(self, one: Searchable, sought: Codes | str) -> bool:
        if isinstance(sought, str):
            return one.rank(sought, self._notes.get(one.code, "")) is not None
        return sought.holds(one.code)
