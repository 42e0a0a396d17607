"""Tells how many lines are selected, and how long it took from the first to the last of them."""

from PySide6.QtCore import QObject

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.times import duration
from zegoerr_gui.widgets.line_pane import LinePane
from zegoerr_gui.widgets.log_table import LogTable


class SelectionTime(QObject):
    """Joins the selection in the table to the words over the current line."""

    def __init__(self, table: LogTable, line: LinePane) -> None:
        super().__init__(line)
        self._scan: Scan | None = None
        self._table = table
        self._line = line
        table.selectionModel().selectionChanged.connect(self._tell)

    def set_scan(self, scan: Scan | None) -> None:
        """Turn to another log."""
        self._scan = scan

    def _tell(self) -> None:
        count, first, last = self._table.selected_bounds()
        self._line.show_selection(self._told(count, first, last) if count > 1 else "")

    def _told(self, count: int, first: int, last: int) -> str:
        said = self.tr("{lines} selected").format(lines=counted(count, "line"))
        try:
            elapsed = self._scan.moments.elapsed(first, last) if self._scan else None
        except (UnreadableLogError, IndexError):  # cut off while it was open
            elapsed = None
        if elapsed is None:
            return self.tr("{selected}, no times to compare").format(selected=said)
        if elapsed < 0:
            told = self.tr("{selected}, the last is {length} earlier than the first")
        else:
            told = self.tr("{selected}, {length} from first to last")
        return told.format(selected=said, length=duration(elapsed))
