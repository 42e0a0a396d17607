"""Marks lines for the agent, and leads from one of these marks to the next."""

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.models.own_marks import OwnMarks
from zegoerr_gui.widgets.log_table import LogTable


class OwnMarking(QObject):
    """Joins the agent's marks and the table. Sends ``line_chosen`` (from 0), or ``said`` where there is no mark."""

    line_chosen = Signal(int)
    said = Signal(str)

    def __init__(self, marks: OwnMarks, table: LogTable) -> None:
        super().__init__(table)
        self._marks = marks
        self._table = table

    def toggle(self) -> None:
        """Mark the current line, or take its mark away."""
        if self._table.current_line >= 0:
            self._marks.toggle(self._table.current_line)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) marked line, round and round."""
        line = self._marks.step(self._table.current_line, step)
        if line is None:
            self.said.emit(self.tr("No line is marked. Ctrl+F2 marks the current one."))
        else:
            self.line_chosen.emit(line)
