"""Lays out the current line in its pane, with the mark the agent is at and what is sought."""

from PySide6.QtCore import QObject

from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.unfolded import Unfolded
from zegoerr_gui.models.unfolder import Unfolder
from zegoerr_gui.widgets.line_pane import LinePane
from zegoerr_gui.widgets.log_search import LogSearch


class CurrentLine(QObject):
    """Joins the pane of one line to what unfolds it, a long line in steps, and to the search."""

    def __init__(self, pane: LinePane, search: LogSearch, jobs: JobRunner) -> None:
        super().__init__(pane)
        self._pane = pane
        self._search = search
        self._unfolder = Unfolder(jobs, self)
        search.sought.connect(self._seek)

    def drop(self) -> None:
        """Leave what is being laid out."""
        self._unfolder.drop()

    def show(self, scan: Scan, line: int, occurrence: Occurrence | None, *, to_hit: bool) -> None:
        """Lay out a line, from 0, with its current mark; with ``to_hit`` what is sought is brought into sight."""
        reason = occurrence.reason if occurrence else ""
        laying_out = self.tr("long line, being laid out…")

        def show(unfolded: Unfolded, done: bool) -> None:
            mark = unfolded.mark_at(occurrence.start) if occurrence else None
            self._pane.show_line(line + 1, unfolded, mark, reason if done else laying_out, to_hit=to_hit)

        self._unfolder.unfold(scan, line, occurrence, show)

    def _seek(self) -> None:
        self._pane.text.seek(self._search.finder.seeker)
