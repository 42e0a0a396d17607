"""The table of codes: the catalogue and, with a log, its findings."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from zegoerr_gui.core.answer.additions import unknown_code
from zegoerr_gui.core.answer.wording import NEXT_MOVE, counted, row_note
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.completion import completion
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.hits import hits
from zegoerr_gui.core.catalogue.search import Found, Search
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.models.code_filter import CodeFilter, FilteredCodes, WayOut
from zegoerr_gui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
CODE, DESCRIPTION, NEXT, IN_LOG = range(4)
_LENGTHS: Final = range(6, 11)  # digits of error codes, whoever's they are
_MARKED: Final = (CODE, DESCRIPTION)  # the columns in which words that are sought are marked
_NO_PARENT: Final = QModelIndex()


class CodeTableModel(QAbstractTableModel):
    """Holds the rows that pass the filter. Sends ``rows_changed`` after any change of rows or findings."""

    rows_changed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._filtered = FilteredCodes(catalogue, Search(catalogue))
        self.filter = CodeFilter()
        self._sort: tuple[int, Qt.SortOrder] | None = None
        self._marks: tuple[str, ...] = ()
        self._rows = self._filtered.rows(self.filter)

    @property
    def total(self) -> int:
        """How many codes there are to show: those of the catalogue, and those of log and desk that it lacks."""
        catalogue = self._filtered.catalogue
        return len(catalogue) + sum(code not in catalogue for code in self._filtered.known.codes)

    # What it is told

    def prepare(self) -> None:
        """Make ready for the first query before it comes."""
        self._filtered.search.prepare()

    def apply(self, wanted: CodeFilter) -> None:
        """Show the codes that pass another filter."""
        self.filter = wanted
        self._marks = self.found.marks
        self._renew()
        if self._rows:  # also where the same rows stay: other words are marked in them
            self.dataChanged.emit(self.index(0, CODE), self.index(len(self._rows) - 1, DESCRIPTION), [Role.HITS])

    def set_findings(self, findings: Sequence[Finding], context: Context | None = None) -> None:
        """Show what a log says of each code, as it holds for the log's SDK and platform; none for no log."""
        self._filtered.set_context(context or Context())
        self._filtered.findings = {finding.code: finding for finding in findings}
        self._renew()
        if self._rows:
            self.dataChanged.emit(self.index(0, CODE), self.index(len(self._rows) - 1, IN_LOG))

    def renew_entries(self) -> None:
        """Show what the catalogue says by now; the same rows keep their places."""
        self._filtered.renew()
        self._renew()
        if self._rows:
            self.dataChanged.emit(self.index(0, CODE), self.index(len(self._rows) - 1, IN_LOG))

    def set_desk(self, pinned: Collection[int], notes: Mapping[int, str]) -> None:
        """Find codes by what the desk keeps: ``pinned`` ones, and by the words of its ``notes``."""
        self._filtered.pinned, self._filtered.notes = frozenset(pinned), dict(notes)
        self._renew()
        if self._rows:
            self.dataChanged.emit(self.index(0, CODE), self.index(len(self._rows) - 1, CODE))

    def sort_by(self, column: int | None, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; None puts the best match, or the first line, first again."""
        self._sort = None if column is None else (column, order)
        self._renew()

    # What it is asked

    @property
    def codes(self) -> Sequence[int]:
        """The codes shown, in order."""
        return self._rows

    def completion(self, typed: str) -> str:
        """How a query that is being typed would go on."""
        return completion(typed, self._filtered.search.reader.fields)

    @property
    def found(self) -> Found:
        """What the query of the filter in force finds: what cannot be understood, what was sought instead."""
        return self._filtered.found(self.filter.query)

    def ways_out(self) -> list[WayOut]:
        """Of a filter that lets nothing through, the conditions without which there would be rows."""
        return self._filtered.ways_out(self.filter)

    def remark(self) -> str:
        """What else can be said of a query that finds nothing; empty where that is all."""
        query, catalogue = self.filter.query.strip(), self._filtered.catalogue
        if query.isdecimal() and len(query) in _LENGTHS and int(query) not in catalogue:
            return unknown_code(int(query), catalogue)
        return self.tr("No log is open, or it has no code.") if "in:log" in query and not self.findings else ""

    @property
    def findings(self) -> dict[int, Finding]:
        """What the log says, by code, in the order of first lines."""
        return dict(self._filtered.findings)

    def entry(self, code: int) -> Entry:
        """The entry of any code, or what can be said of an unknown one."""
        return self._filtered.entry(code)

    def finding(self, code: int) -> Finding | None:
        """What the log says of a code."""
        return self._filtered.findings.get(code)

    def row_of(self, code: int) -> int:
        """The row that shows a code; -1 where none does."""
        return self._rows.index(code) if code in self._rows else -1

    def facet_counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many rows each family, and each next move, would leave."""
        families, moves = self._filtered.counts(self.filter)
        return dict(families), dict(moves)

    # Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        code = self._rows[index.row()]
        if role == Role.ENTRY:
            return self.entry(code)
        if role == Role.FINDING:
            return self.finding(code)
        if role == Role.HITS:
            return hits(self._text(code, index.column()), self._marks) if index.column() in _MARKED else ()
        if role == Role.PINNED:
            return code in self._filtered.pinned
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(code, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(code, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(code, index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Code"), self.tr("Description"), self.tr("Next move"), self.tr("In log"))[section]
        return None

    # Inside

    def _text(self, code: int, column: int) -> str:
        entry, finding = self.entry(code), self.finding(code)
        if column == CODE:
            return str(code)
        if column == DESCRIPTION:
            return entry.description
        if column == NEXT:
            return "–" if entry.listing == "unlisted" else NEXT_MOVE[entry.who_acts]
        if finding is None:
            return ""
        return f"{len(finding.failures)}×" if finding.failures else str(finding.count)

    def _tip(self, code: int, column: int) -> str:
        finding = self.finding(code)
        if column != IN_LOG or finding is None:
            return self._text(code, column)
        failures = counted(len(finding.failures), "failure") + ", " if finding.failures else ""
        first, last = finding.first_line + 1, finding.last_line + 1
        lines = f"line {first:,}" if first == last else f"lines {first:,} to {last:,}"
        return f"{failures}{counted(finding.count, 'place')}, {lines}"

    def _spoken(self, code: int, column: int) -> str:
        if column == DESCRIPTION and (note := row_note(self.entry(code))):
            return f"{self._text(code, column)}, {note}"
        if column == CODE and code in self._filtered.pinned:
            return self.tr("{code}, pinned").format(code=code)
        return self._tip(code, column)

    def _renew(self) -> None:
        rows = self._sorted(self._filtered.rows(self.filter))
        kept = len(self._rows)
        if kept and rows[:kept] == self._rows:
            if len(rows) > kept:  # a running scan adds at the end: nothing moves under the hand
                self.beginInsertRows(_NO_PARENT, kept, len(rows) - 1)
                self._rows = rows
                self.endInsertRows()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.rows_changed.emit()

    def _sorted(self, rows: list[int]) -> list[int]:
        if self._sort is None:
            return rows
        column, order = self._sort
        backwards = order == Qt.SortOrder.DescendingOrder
        if column == IN_LOG:
            found = sorted((code for code in rows if self.finding(code)), key=self._first_line, reverse=backwards)
            return found + [code for code in rows if not self.finding(code)]
        key = (lambda code: code) if column == CODE else (lambda code: self._text(code, column).casefold())
        return sorted(rows, key=key, reverse=backwards)

    def _first_line(self, code: int) -> int:
        finding = self.finding(code)
        return finding.first_line if finding else -1
