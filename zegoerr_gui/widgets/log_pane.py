"""One log: its verdict, its lines, the current line laid out."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QSplitter, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.verdict import counted, verdict
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.asked_time import asked_line
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.times import duration
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.unfolded import Unfolded, unfold_line
from zegoerr_gui.widgets.line_pane import LinePane
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.time_prompt import TimePrompt
from zegoerr_gui.widgets.verdict_strip import VerdictStrip
from zegoerr_gui.widgets.whereabouts import Whereabouts

LONGEST_COPY = 5_000_000  # bytes of selected lines


class LogPane(QWidget):
    """Holds what is seen of one log.

    Sends ``code_chosen`` when the agent comes to a line, or a mark, with a code; ``said`` with what they should know;
    ``line_shown`` (from 0) with every line that becomes the current one.
    """

    code_chosen = Signal(int)
    said = Signal(str)
    line_shown = Signal(int)

    def __init__(
        self, look: Look, name_of: Callable[[int], str], jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._scan: Scan | None = None
        self._place: int | None = None  # of the occurrence the agent is at
        self._code: int | None = None
        self._quiet = False
        self.model = LogLinesModel()
        self.strip = VerdictStrip(look)
        self.table = LogTable(self.model, look)
        self.line = LinePane(look, name_of)
        self.whereabouts = Whereabouts(self.table, self.model, look, name_of, jobs)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._table_with_bar())
        self.splitter.addWidget(self.line)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([260, 150])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.whereabouts.timeline)
        column.addWidget(self.splitter, 1)
        self.table.line_chosen.connect(self._come_to_line)
        self.table.selectionModel().selectionChanged.connect(self._tell_selection)
        self.strip.line_chosen.connect(self.go_to_line)
        self.whereabouts.line_chosen.connect(self.go_to_line)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this pane, in reading order."""
        strip, line = self.strip, self.line
        above = [strip.code, strip.progress.cancel, strip.aside, strip.close_button]
        return [*above, self.whereabouts.timeline, self.table, line.copy_button, line.text]

    @property
    def code(self) -> int | None:
        """The code whose marks are the stronger ones."""
        return self._code

    # What it is told

    def show_coming(self, name: str) -> None:
        """Say that a log is being opened; there is no line of it yet."""
        self.strip.show_coming(name)

    def show_scan(self, scan: Scan | None) -> None:
        """Show the log, or let go of it."""
        self._scan, self._place, self._code = scan, None, None
        self.model.set_scan(scan)
        self.whereabouts.show_scan(scan)
        self.refresh(None)
        if scan:
            self.go_to_line(0)

    def refresh(self, share: float | None) -> None:
        """Show what the scan has found by now; ``share`` is how far reading has come, None when it has ended."""
        self.strip.progress.show_share(share)
        if self._scan is None:
            return
        results = self._scan.results
        self.model.grow()
        self.table.fit_numbers()
        self.table.show_columns(results.subject.is_sdk)
        self.table.viewport().update()
        self.strip.show_verdict(verdict(results), self._scan.source.name)
        self.strip.show_aside(self._aside())
        self.whereabouts.refresh(reading=share is not None)
        if self.table.current_line < 0:
            self.go_to_line(0)
        elif share is None:
            self._show_line(self.table.current_line)

    def select_code(self, code: int | None) -> None:
        """Make the marks of a code the stronger ones and go to its first line, unless the current line has it."""
        if code == self._code:
            return
        if self.mark_code(code) or self._scan is None or code is None:
            return
        first = self._scan.results.first_line(code)
        if first is None or first >= self.model.rowCount():
            self._code = None  # its line is still being read: to be gone to when asked again
            return
        there = self._shown(self._scan.results.occurrences.places_in(first))
        self._go_to(next(place for place, one in there if one.code == code))

    def mark_code(self, code: int | None) -> bool:
        """Make the marks of a code the stronger ones and stay; whether the current line has it."""
        self._strengthen(code)
        line = self.table.current_line
        if self._scan is None or code is None or line < 0:
            return False
        here = self._scan.results.occurrences.places_in(line)
        place = next((place for place, one in self._shown(here) if one.code == code), None)
        if place is None:
            return False
        self._place = place
        self._show_line(line)
        return True

    def go_to_line(self, line: int) -> None:
        """Make a line current, counted from 0."""
        self._place = None
        if line == self.table.current_line:
            self._come_to_line(line)
        else:
            self.table.go_to(line)

    def ask_line(self) -> None:
        """Let the agent type the number of a line, and go there."""
        last = max(1, self.model.rowCount())
        title, label = self.tr("Go to line"), self.tr("Line, 1 to {last}").format(last=f"{last:,}")
        line, chosen = QInputDialog.getInt(self, title, label, max(0, self.table.current_line) + 1, 1, last)
        if chosen:
            self.go_to_line(line - 1)
            self.table.setFocus()

    def ask_time(self) -> None:
        """Let the agent type a time, and go to the first line at or after it."""
        if self._scan is None:
            return
        prompt = TimePrompt(partial(self._line_at, self._scan), self._look, self)
        if prompt.exec() and prompt.line is not None:
            self.go_to_line(prompt.line)
            self.table.setFocus()
        prompt.deleteLater()

    def step_mark(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) mark, also within a line; said and False at the end."""
        return self._step(step, lambda _: True)

    def step_code(self, step: int) -> bool:
        """Go to the next or previous mark of another code."""
        current = self._code
        return self._step(step, lambda occurrence: occurrence.code != current)

    def selected_text(self) -> tuple[str, int]:
        """The selected lines as they stand in the log, and how many they are."""
        if self._scan is None:
            return "", 0
        lines: list[str] = []
        size = 0
        for line in self.table.selected_lines():
            try:
                data = self._scan.lines.head(line, LONGEST_COPY - size)
            except UnreadableLogError:  # cut off while it was open: what is left is copied
                break
            lines.append(data.decode("utf-8", "replace"))
            size += len(data)
            if size >= LONGEST_COPY:
                break
        return "\n".join(lines), len(lines)

    # Inside

    def _tell_selection(self) -> None:
        """How many lines are selected, and the time from the first to the last of them."""
        count, first, last = self.table.selected_bounds()
        self.line.show_selection(self._told_selection(count, first, last) if count > 1 else "")

    def _told_selection(self, count: int, first: int, last: int) -> str:
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

    def _line_at(self, scan: Scan, typed: str) -> int:
        return asked_line(typed, self.table.current_line, scan.moments)

    def _table_with_bar(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(self.whereabouts.bar)
        return holder

    def _step(self, step: int, wanted: Callable[[Occurrence], bool]) -> bool:
        if self._scan is None:
            return False
        occurrences = self._scan.results.occurrences
        if self._place is not None:
            places: Iterable[int] = range(self._place + step, len(occurrences) if step > 0 else -1, step)
        elif step > 0:
            places = occurrences.after(self.table.current_line)
        else:
            places = occurrences.before(self.table.current_line)
        place = next((place for place, occurrence in self._shown(places) if wanted(occurrence)), None)
        if place is None or occurrences[place].line >= self.model.rowCount():
            self.said.emit(self.tr("No more marks below.") if step > 0 else self.tr("No more marks above."))
            return False
        self._go_to(place)
        return True

    def _go_to(self, place: int) -> None:
        """Come to one occurrence."""
        assert self._scan is not None
        occurrence = self._scan.results.occurrences[place]
        self._quiet = True
        self.table.go_to(occurrence.line)
        self._quiet = False
        self._place = place
        self._show_line(occurrence.line)
        self._choose(occurrence.code)

    def _come_to_line(self, line: int) -> None:
        if self._quiet or self._scan is None:
            return
        self._place = None
        self._show_line(line)
        if self._place is not None:
            self._choose(self._scan.results.occurrences[self._place].code)

    def _choose(self, code: int) -> None:
        if code != self._code:
            self._strengthen(code)
            self.code_chosen.emit(code)

    def _strengthen(self, code: int | None) -> None:
        """Make the marks of a code, and its failures on the timeline, the stronger ones."""
        self._code = code
        self.table.marks.selected_code = code
        self.table.viewport().update()
        self.whereabouts.select_code(code)

    def _show_line(self, line: int) -> None:
        """Lay out a line; its current mark is the one come to, else the chosen code's, else the first."""
        assert self._scan is not None
        scan = self._scan
        if line >= self.model.rowCount():  # it is still being read
            return
        current = self._place_in(line)
        occurrence = scan.results.occurrences[current] if current is not None else None
        self._place = current
        self.whereabouts.show_line(line)
        self.line_shown.emit(line)
        try:
            unfolded = unfold_line(scan.lines, scan.results, line, occurrence)
        except UnreadableLogError as error:
            self.line.show_line(line + 1, Unfolded(str(error)), None, "")
            return
        mark = unfolded.mark_at(occurrence.start) if occurrence else None
        self.line.show_line(line + 1, unfolded, mark, occurrence.reason if occurrence else "")

    def _place_in(self, line: int) -> int | None:
        assert self._scan is not None
        occurrences = self._scan.results.occurrences
        if self._place is not None and occurrences[self._place].line == line:
            return self._place
        places = [place for place, _ in self._shown(occurrences.places_in(line))]
        return next((place for place in places if occurrences[place].code == self._code), places[0] if places else None)

    def _shown(self, places: Iterable[int]) -> Iterable[tuple[int, Occurrence]]:
        """Those of the places whose occurrence is not set aside."""
        assert self._scan is not None
        results = self._scan.results
        for place in places:
            occurrence = results.occurrences[place]
            if results.evidence(occurrence) > Evidence.UNLIKELY:
                yield place, occurrence

    def _aside(self) -> dict[int, tuple[int, str, int]]:
        assert self._scan is not None
        results = self._scan.results
        return {code: (count, *results.first_aside(code)) for code, count in results.set_aside().items()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.whereabouts.fit(self.height())

    def sizeHint(self) -> QSize:
        return QSize(880, 470)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 200)
