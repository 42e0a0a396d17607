"""Asks for a place in the log, by the number of a line or by a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.core.log.asked_line import asked_number
from zegoerr_gui.core.recognition.asked_time import EXAMPLES, asked_line
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.place_prompt import PlacePrompt


class Asking(QObject):
    """Holds the questions over one pane. Sends ``line_chosen`` (from 0) with the answer."""

    line_chosen = Signal(int)

    def __init__(self, model: LogLinesModel, table: LogTable, look: Look, pane: QWidget) -> None:
        super().__init__(pane)
        self._scan: Scan | None = None
        self._model = model
        self._table = table
        self._look = look
        self._pane = pane

    def set_scan(self, scan: Scan | None) -> None:
        """Turn to another log."""
        self._scan = scan

    def ask_line(self) -> None:
        """Let the agent type the number of a line."""
        last = max(1, self._model.line_count)
        label = self.tr("Line, 1 to {last}").format(last=f"{last:,}")
        prompt = self._ask(self.tr("Go to line"), label, partial(asked_number, count=last))
        prompt.field.setText(str(max(0, self._table.current_line) + 1))
        prompt.field.selectAll()

    def ask_time(self) -> None:
        """Let the agent type a time; the answer is the first line at or after it."""
        if self._scan is None:
            return
        label = self.tr("Time, such as {examples}").format(examples=EXAMPLES)
        self._ask(self.tr("Go to time"), label, partial(self._line_at, self._scan))

    def _ask(self, title: str, label: str, line_of: Callable[[str], int]) -> PlacePrompt:
        prompt = PlacePrompt(title, label, line_of, self._look, self._pane)
        prompt.line_chosen.connect(self.line_chosen)
        prompt.open()  # without a loop of its own: it goes with the pane where the log is closed meanwhile
        return prompt

    def _line_at(self, scan: Scan, typed: str) -> int:
        return asked_line(typed, self._table.current_line, scan.moments)
