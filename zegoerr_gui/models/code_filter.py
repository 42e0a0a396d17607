"""Which codes the table shows, in which order: the query, the two choosers and "In this log" taken together."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zegoerr_gui.core.answer.resolved import resolved
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.known import Known
from zegoerr_gui.core.catalogue.query_fields import ESCALATES
from zegoerr_gui.core.catalogue.search import Found, Search
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.findings import Finding


@dataclass(slots=True)
class CodeFilter:
    """Every condition in force; empty sets and an empty query let everything through."""

    query: str = ""
    families: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    in_log: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.query.strip() or self.families or self.moves or self.in_log)


@dataclass(frozen=True, slots=True)
class WayOut:
    """A filter with one condition less, the piece of the query that it lacks (or none), and how many rows it gives."""

    wanted: CodeFilter
    piece: str
    count: int


@dataclass
class FilteredCodes:
    """Applies a filter to a catalogue, the findings of the log and what the desk keeps: pins, and notes by code."""

    catalogue: Catalogue
    search: Search
    findings: Mapping[int, Finding] = field(default_factory=dict)
    pinned: Collection[int] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    _context: Context = field(default_factory=Context)
    _resolved: dict[int, Entry] = field(default_factory=dict)
    _shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # versions and platforms for which they are resolved
    _last: tuple[str, Known, Context, Found] | None = None  # the query asked last, of what, and the answer

    def set_context(self, context: Context) -> None:
        """Show entries as they hold for the SDK and the platform of a log."""
        shows = tuple(context.sdk_version), tuple(context.platform)
        if shows != self._shown:
            self._context, self._shown = context, shows
            self._resolved.clear()

    def renew(self) -> None:
        """Take in what the catalogue says by now."""
        self.search = Search(self.catalogue)
        self._resolved.clear()
        self._last = None

    def rows(self, wanted: CodeFilter) -> list[int]:
        """The codes to show. With "In this log" and no words they come by first line, else best match first."""
        matching = self._matching(wanted)
        if not wanted.families and not wanted.moves:
            return list(matching)
        return [code for code in matching if self._passes(code, wanted.families, wanted.moves)]

    def counts(self, wanted: CodeFilter) -> tuple[Counter[str], Counter[str]]:
        """How many rows each family and each next move would have, were it the only one chosen in its chooser."""
        matching = self._matching(wanted)
        families = Counter(
            self.entry(code).family for code in matching if self._passes(code, frozenset(), wanted.moves)
        )
        passing = [self.entry(code) for code in matching if self._passes(code, wanted.families, frozenset())]
        moves: Counter[str] = Counter(entry.who_acts for entry in passing)
        moves[ESCALATES] = sum(_escalates(entry) for entry in passing)
        return families, moves

    def entry(self, code: int) -> Entry:
        """The entry of a code, or what can be said of an unknown one."""
        if code not in self._resolved:
            entry = self.catalogue.get(code, self._context.platform)
            if entry is None:
                return self.catalogue.unlisted(code)
            self._resolved[code] = resolved(entry, self.catalogue, self._context)
        return self._resolved[code]

    @property
    def known(self) -> Known:
        """What is known of codes beside the catalogue."""
        return Known(self.pinned, self.notes, self.findings)

    def found(self, query: str) -> Found:
        """What a query finds, whatever else is filtered by. The answer to the last one is kept."""
        known = self.known
        if self._last is None or self._last[0] != query or self._last[2] is not self._context or self._last[1] != known:
            self._last = query, known, self._context, self.search.find(query, known, self.entry)
        return self._last[3]

    def ways_out(self, wanted: CodeFilter) -> list[WayOut]:
        """The conditions without which, one at a time, there would be rows; those that stand in the query last.

        Where the query has a typo, or is a whole question, rows that are only similar count too; a piece of the query
        is not taken away for them.
        """
        others = [
            ("", CodeFilter(wanted.query, wanted.families, wanted.moves, False)),
            ("", CodeFilter(wanted.query, frozenset(), wanted.moves, wanted.in_log)),
            ("", CodeFilter(wanted.query, wanted.families, frozenset(), wanted.in_log)),
        ]
        less = self.search.with_one_piece_less(wanted.query, self.known)
        others += [(piece, replace(wanted, query=query)) for piece, query in less]
        rows = ((other, piece, self.rows(other)) for piece, other in others if other != wanted)
        return [
            WayOut(other, piece, len(codes))
            for other, piece, codes in rows
            if codes and not (piece and self.found(other.query).similar_to)
        ]

    def _matching(self, wanted: CodeFilter) -> Sequence[int]:
        found = self.found(wanted.query)
        if not wanted.in_log:
            return found.codes
        if found.ranked:
            return [code for code in found.codes if code in self.findings]
        codes = set(found.codes)
        return [code for code in self.findings if code in codes]

    def _passes(self, code: int, families: frozenset[str], moves: frozenset[str]) -> bool:
        entry = self.entry(code)
        moved = not moves or entry.who_acts in moves or (ESCALATES in moves and _escalates(entry))
        return moved and (not families or entry.family in families)


def _escalates(entry: Entry) -> bool:
    return entry.escalate != "none"
