"""A table while it is read: rows and cells whose ends nobody wrote, and cells that span several rows."""

from typing import Final

from zegoerr_gui.core.catalogue.page.blocks import Cell, PageError, Row, Table

_MOST_ROWS: Final = 2000  # that one cell may span
_MOST_COLUMNS: Final = 30
_MOST_CELLS: Final = 300_000


class OpenTable:
    """Holds the table and the row and cell that are open."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._row: Row | None = None
        self._spanning: dict[int, tuple[Cell, int]] = {}  # by column: the cell, and in how many rows it is still due
        self.cell: Cell | None = None
        self._cells = 0

    def begin_row(self, line: int) -> None:
        """A row begins; the one before ends."""
        self.end_row()
        self._row = Row(line, [])

    def begin_cell(self, line: int, cell: Cell, rows: str | None, columns: str | None) -> None:
        """A cell begins, with the spans that the page gives it; without a row, that begins as well.

        Raises PageError where the table is too large.
        """
        if self._row is None:
            self._row = Row(line, [])
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise PageError(
                f"Line {line}: the table has more than {_MOST_CELLS:,} cells. Save only the part with the codes."
            )
        self._place_spanning(self._row)
        for number in range(_span(columns, _MOST_COLUMNS)):
            if len(self._row.cells) >= _MOST_COLUMNS:
                break
            part = cell if number == 0 else Cell()
            if (due := _span(rows, _MOST_ROWS) - 1) > 0:
                self._spanning[len(self._row.cells)] = (part, due)
            self._row.cells.append(part)
        self.cell = cell

    def end_cell(self) -> None:
        """The cell that is open ends."""
        self.cell = None

    def end_row(self) -> None:
        """The row that is open ends."""
        self.cell = None
        if self._row is not None:
            self._place_spanning(self._row)
            if any(cell.pieces for cell in self._row.cells):
                self._table.rows.append(self._row)
            self._row = None

    def finish(self) -> Table:
        """The table as it was read."""
        self.end_row()
        return self._table

    def _place_spanning(self, row: Row) -> None:
        """Put the cells that reach down from rows above where they belong."""
        while (held := self._spanning.get(len(row.cells))) is not None:
            cell, due = held
            if due > 1:
                self._spanning[len(row.cells)] = (cell, due - 1)
            else:
                del self._spanning[len(row.cells)]
            row.cells.append(cell)


def _span(value: str | None, most: int) -> int:
    number = (value or "").strip()
    return min(int(number), most) if number.isascii() and number.isdigit() and len(number) < 6 and int(number) else 1
