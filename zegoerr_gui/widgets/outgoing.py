"""What leaves the pane of a log, to the clipboard or to a file: its secrets are masked on the way."""

from collections.abc import Generator, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.core.answer.redaction.excerpt import Excerpt, masked_excerpt, stretches, text_above, text_below
from zegoerr_gui.core.answer.redaction.found import BEYOND
from zegoerr_gui.core.answer.redaction.masking import Masked, Masking
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.widgets.line_text import LineText
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.reading_progress import ReadingProgress
from zegoerr_gui.widgets.saving import LineSaver

LONGEST_COPY = 5_000_000  # bytes of selected lines


class Outgoing(QObject):
    """Holds the masking of one log, and takes out what is selected or shown. Sends ``said`` with what became of it."""

    said = Signal(str)

    def __init__(
        self,
        model: LogLinesModel,
        table: LogTable,
        text: LineText,
        progress: ReadingProgress,
        jobs: JobRunner,
        pane: QWidget,
    ) -> None:
        """``text`` is that of the current line, ``progress`` tells of saving."""
        super().__init__(pane)
        self.masking = Masking()  # one for a log: its labels stay the same
        self._scan: Scan | None = None
        self._model = model
        self._table = table
        self._text = text
        self._saver = LineSaver(progress, jobs, pane)
        self._saver.said.connect(self.said)
        text.masked_part = self._masked_part

    def set_scan(self, scan: Scan | None) -> None:
        """Turn to another log; what is being saved of the last one is dropped."""
        self._scan = scan
        self._saver.cancel()
        self.masking = Masking()

    @property
    def selected_count(self) -> int:
        """How many lines are selected."""
        return sum(bottom - top + 1 for top, bottom in self._table.selected_rows)

    def selected_text(self) -> tuple[str, int]:
        """The selected lines as they stand in the log, up to ``LONGEST_COPY`` bytes, and how many they are."""
        if self._scan is None:
            return "", 0
        found = list(stretches(self._scan.lines, self._table.selected_spans(), LONGEST_COPY))
        text = b"\n".join(data for _, _, data in found).decode("utf-8", "replace")
        return text, sum(last - first + 1 for first, last, _ in found)

    def masked_lines(self) -> Generator[float, None, Excerpt]:
        """The selected lines with secrets masked, in steps; yields the share done."""
        if self._scan is None:
            return Excerpt("", 0, "")
        spans = self._table.selected_spans()
        return (yield from masked_excerpt(self.masking, self._scan.lines, spans, LONGEST_COPY))

    def selected_part(self) -> Masked | None:
        """What is selected in the text of the line, masked, where that has the focus; None for nothing."""
        return self._text.masked_selection() if self._text.selected() else None

    def save_shown(self) -> None:
        """Save the lines shown as a file."""
        rows = self._model.rowCount()
        self._save(self._model.spans(0, rows - 1), rows)

    def save_selected(self) -> None:
        """Save the selected lines as a file."""
        self._save(self._table.selected_spans(), self.selected_count)

    def _save(self, spans: Iterable[tuple[int, int]], count: int) -> None:
        if self._scan is None or not count:
            self.said.emit(self.tr("There are no lines to save."))
        else:
            self._saver.save(self._scan.lines, spans, count, self.masking)

    def _masked_part(self, text: str, start: int, end: int) -> Masked:
        """A part of the current line's text, masked in the light of what stands round it."""
        begin = max(0, start - BEYOND)
        above = below = ""
        if self._scan is not None:
            line = self._table.current_line
            above = "" if begin else text_above(self._scan.lines, line)
            below = "" if end + BEYOND < len(text) else text_below(self._scan.lines, line)
        masked = self.masking.mask(above + text[begin : end + BEYOND] + below)
        return masked.part(len(above) + start - begin, len(above) + end - begin)
