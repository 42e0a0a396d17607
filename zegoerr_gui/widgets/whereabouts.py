"""Keeps the two pictures of a whole log, over time and beside the scroll bar, in step with its reading."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.timeline import Timeline, draw_timeline
from zegoerr_gui.core.recognition.times import UNKNOWN
from zegoerr_gui.models.job_runner import JobRunner, OneJob
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.overview import Overview
from zegoerr_gui.models.pace import Pace
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.overview_bar import OverviewBar
from zegoerr_gui.widgets.timeline_strip import TimelineStrip

_GROWN = 9 / 8  # while a log is read its timeline is drawn again when there is so much more of it
_REST = 1.0, 16.0  # seconds from one drawing to the next, and times what it took
_LEAST_HEIGHT = 18  # times the height of a line of text: a lower pane is left to the lines


class Whereabouts(QObject):
    """Holds the timeline and the overview bar of one pane. Sends ``line_chosen`` (from 0).

    ``name_of`` tells the name of a code. The work is done in steps by ``jobs``: before the reading
    goes on, and behind what the agent asks for where all is read.
    """

    line_chosen = Signal(int)

    def __init__(
        self, table: LogTable, model: LogLinesModel, look: Look, name_of: Callable[[int], str], jobs: JobRunner
    ) -> None:
        super().__init__()
        self._look = look
        self._name_of = name_of
        self._job = OneJob(jobs)
        self._scan: Scan | None = None
        self._overview: Overview | None = None
        self._again = False  # there is more since the work under way began
        self._limited: Limited | None = None
        self._reading = False
        self._drawn = 0  # lines that the timeline tells of
        self._pace = Pace(*_REST)
        self._line = -1
        self._wanted = True
        self._height = 0
        self.timeline = TimelineStrip(look, name_of)
        self.timeline.hide()
        self.bar = OverviewBar(table, model, look, self._told_of)
        self.timeline.line_chosen.connect(self.line_chosen)
        self.timeline.moment_chosen.connect(self._go_to_moment)
        self.bar.line_chosen.connect(self.line_chosen)

    # What it is told

    def show_scan(self, scan: Scan | None) -> None:
        """Tell of another log, or of none."""
        self._job.drop()
        self._scan = scan
        self._overview = Overview(scan.results) if scan else None
        self._limited = None
        self._drawn, self._line = 0, -1
        self._show(None)
        self.bar.show_overview(self._overview)

    def refresh(self, reading: bool) -> None:
        """Take in what was found since; ``reading`` while more is to come."""
        self._reading = reading
        if self._scan is None:
            return
        if self._job.running:
            self._again = True
            return
        self._again = False
        self._job.start(self._work(self._scan), self._end, first=reading)

    def limit(self, limited: Limited | None) -> None:
        """Show on the timeline the failures of one session, or of all of the log."""
        self._limited = limited
        self._drawn = 0
        self.refresh(self._reading)

    def show_line(self, line: int) -> None:
        """Point to the current line."""
        self._line = line
        axis = self.timeline.axis
        if self._scan is None or axis is None or line < 0:
            self.timeline.show_current(None)
            return
        moment = line if axis.by_lines else self._moment_of(line)
        self.timeline.show_current(None if moment == UNKNOWN else moment)

    def select_code(self, code: int | None) -> None:
        """Tell the failures of a code from the others."""
        self.timeline.select_code(code)

    def want_timeline(self, wanted: bool) -> None:
        """Show the timeline where there is something to show, or never."""
        self._wanted = wanted
        self._decide()

    def fit(self, height: int) -> None:
        """Hide the timeline where the pane, without its bars, is too low for it."""
        self._height = height
        self._decide()

    # Inside

    def _work(self, scan: Scan) -> Iterator[float]:
        assert self._overview is not None
        yield from self._overview.take()
        self.bar.show_overview(self._overview)
        lines = len(scan.lines)
        if self._reading and self._drawn and (lines < self._drawn * _GROWN or not self._pace.is_due):
            return
        self._pace.begin()
        limited = self._limited
        failures = limited.failures if limited else scan.results.failures().now()
        timeline = yield from draw_timeline(scan.moments, failures, lines, finely=not self._reading)
        self._drawn = lines
        self._show(timeline if timeline.pins else None)
        self._pace.end()

    def _end(self) -> None:
        if self._again:
            self.refresh(self._reading)

    def _show(self, timeline: Timeline | None) -> None:
        self.timeline.show_timeline(timeline)
        self.show_line(self._line)
        self._decide()

    def _decide(self) -> None:
        room = self._height >= _LEAST_HEIGHT * self._look.unit
        self.timeline.setVisible(self._wanted and room and self.timeline.axis is not None)

    def _go_to_moment(self, moment: int) -> None:
        axis = self.timeline.axis
        if self._scan is None or axis is None:
            return
        try:
            line = moment if axis.by_lines else self._scan.moments.first_at(moment)
        except UnreadableLogError:
            return
        if line is not None:
            self.line_chosen.emit(line)

    def _moment_of(self, line: int) -> int:
        assert self._scan is not None
        try:
            return self._scan.moments.before(line)
        except (UnreadableLogError, IndexError):  # cut off, or not read yet
            return UNKNOWN

    def _told_of(self, line: int) -> str:
        """Which codes stand in a line, with their names."""
        if self._scan is None:
            return ""
        results = self._scan.results
        codes = dict.fromkeys(
            one.code for one in results.occurrences.in_line(line) if results.evidence(one) > Evidence.UNLIKELY
        )
        return ", ".join(f"{code} {self._name_of(code)}".strip() for code in codes)
