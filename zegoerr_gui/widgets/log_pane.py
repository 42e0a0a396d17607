"""One log: its verdict, its lines, the current line laid out."""

from collections.abc import Callable, Generator, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QSplitter, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.redaction.excerpt import Excerpt, masked_excerpt, stretches, text_above, text_below
from zegoerr_gui.core.answer.redaction.found import BEYOND
from zegoerr_gui.core.answer.redaction.masking import Masked, Masking
from zegoerr_gui.core.answer.verdict import counted, verdict
from zegoerr_gui.core.log.encoding import ENCODINGS
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.line_filter import Shown
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.own_marks import OwnMarks
from zegoerr_gui.models.unfolded import Unfolded
from zegoerr_gui.models.unfolder import Unfolder
from zegoerr_gui.widgets.find_bar import FindBar
from zegoerr_gui.widgets.finding import Finding
from zegoerr_gui.widgets.line_choice import LineChoice
from zegoerr_gui.widgets.line_pane import LinePane
from zegoerr_gui.widgets.log_head import LogHead
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.saving import LineSaver
from zegoerr_gui.widgets.shown_bar import ShownBar
from zegoerr_gui.widgets.verdict_strip import VerdictStrip

LONGEST_COPY = 5_000_000  # bytes of selected lines


class LogPane(QWidget):
    """Holds what is seen of one log.

    Sends ``code_chosen`` when the agent comes to a line, or a mark, with a code; ``said`` with what they should know.
    """

    code_chosen = Signal(int)
    said = Signal(str)

    def __init__(
        self, look: Look, name_of: Callable[[int], str], jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scan: Scan | None = None
        self.masking = Masking()  # one for a log: its labels stay the same
        self._place: int | None = None  # of the occurrence the agent is at
        self._code: int | None = None
        self._quiet = False
        self.follows = False  # the end stays in sight, where it is, when lines are added
        self._unfolder = Unfolder(jobs, self)
        self._laying_out = self.tr("long line, being laid out…")
        self.model = LogLinesModel()
        self.strip = VerdictStrip(look)
        self.own_marks = OwnMarks(self)
        self.table = LogTable(self.model, self.own_marks, look)
        self.head = LogHead(self.table.horizontalHeader(), look)
        self.line = LinePane(look, name_of)
        self.find_bar = FindBar(look)
        self.shown_bar = ShownBar(look)
        self.finding = Finding(self.find_bar, self.model, self.table, jobs)
        self.choice = LineChoice(self.shown_bar, self.model, self.table, self.finding, self.own_marks, jobs)
        self.saver = LineSaver(self.strip.saving, jobs, self)
        self.line.text.masked_part = self._masked_part
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.line)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([260, 150])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.find_bar)
        column.addWidget(self.shown_bar)
        column.addWidget(self.splitter, 1)
        self._connect()

    def _connect(self) -> None:
        self.table.line_chosen.connect(self._come_to_line)
        self.strip.line_chosen.connect(self.go_to_line)
        self.finding.line_found.connect(self.go_to_line)
        self.finding.sought.connect(self._seek_in_line)
        self.choice.changed.connect(lambda: self.head.show_shown(self.choice.shown))
        self.choice.said.connect(self.said)
        self.saver.said.connect(self.said)
        self.head.shown_chosen.connect(self.choice.toggle)
        self.head.raw_chosen.connect(self._show_form)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this pane, in reading order."""
        strip, line = self.strip, self.line
        above = [strip.code, strip.progress.cancel, strip.saving.cancel, strip.aside, *strip.buttons]
        bars = [*self.find_bar.stops, *self.shown_bar.stops, self.head.raw, self.head.shown]
        return [*above, *bars, self.table, *line.stops]

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
        self.saver.cancel()
        self._unfolder.drop()
        self.own_marks.clear()
        self.masking = Masking()
        self.model.set_scan(scan)
        self.finding.set_scan(scan)
        self.choice.set_scan(scan)
        self.head.show_shown(self.choice.shown)
        self.refresh(None)
        if scan:
            self.go_to_line(0)

    def refresh(self, share: float | None) -> None:
        """Show what the scan has found by now; ``share`` is how far reading has come, None when it has ended."""
        self.strip.progress.show_share(share)
        if self._scan is None:
            return
        results = self._scan.results
        was_at_end = self.follows and self.table.verticalScrollBar().value() == self.table.verticalScrollBar().maximum()
        self.model.grow()
        self.table.fit_numbers()
        self._show_form()
        self.table.viewport().update()
        self.finding.go_on()
        self.choice.go_on()
        if was_at_end:
            self.table.scrollToBottom()
        self.strip.show_verdict(verdict(results), self._described(self._scan))
        self.strip.show_aside(self._aside())
        if self.table.current_line < 0:
            self.go_to_line(0)
        elif share is None:
            self._show_line(self.table.current_line)

    def _described(self, scan: Scan) -> str:
        """What the log is called, with what is unusual in its encoding."""
        parts = [scan.source.name]
        if scan.source.encoding != "utf-8":
            parts.append(ENCODINGS[scan.source.encoding])
        if scan.lines.undecodable:
            parts.append(self.tr("{bytes} unreadable").format(bytes=counted(scan.lines.undecodable, "byte")))
        return "  ·  ".join(parts)

    def select_code(self, code: int | None) -> None:
        """Make the marks of a code the stronger ones and go to its first line, unless the current line has it."""
        if code == self._code:
            return
        if self.mark_code(code) or self._scan is None or code is None:
            return
        first = self._scan.results.first_line(code)
        if first is None or first >= self.model.line_count:
            self._code = None  # its line is still being read: to be gone to when asked again
            return
        self.choice.reveal(first)
        there = self._shown(self._scan.results.occurrences.places_in(first))
        self._go_to(next(place for place, one in there if one.code == code))

    def mark_code(self, code: int | None) -> bool:
        """Make the marks of a code the stronger ones and stay; whether the current line has it."""
        self._code = code
        self.table.marks.selected_code = code
        self.table.viewport().update()
        line = self.table.current_line
        if self._scan is None or code is None or line < 0:
            return False
        here = self._scan.results.occurrences.places_in(line)
        place = next((place for place, one in self._shown(here) if one.code == code), None)
        if place is None:
            return False
        self._place = place
        self._show_line(line, to_hit=False)
        return True

    def go_to_line(self, line: int) -> None:
        """Make a line current, counted from 0; where it is not shown, all lines are shown again."""
        self._place = None
        self.choice.reveal(line)
        if line == self.table.current_line:
            self._come_to_line(line)
        else:
            self.table.go_to(line)

    def ask_line(self) -> None:
        """Let the agent type the number of a line, and go there."""
        last = max(1, self.model.line_count)
        title, label = self.tr("Go to line"), self.tr("Line, 1 to {last}").format(last=f"{last:,}")
        line, chosen = QInputDialog.getInt(self, title, label, max(0, self.table.current_line) + 1, 1, last)
        if chosen:
            self.go_to_line(line - 1)
            self.table.setFocus()

    def step_mark(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) mark, also within a line; said and False at the end."""
        return self._step(step, lambda _: True)

    def step_code(self, step: int) -> bool:
        """Go to the next or previous mark of another code."""
        current = self._code
        return self._step(step, lambda occurrence: occurrence.code != current)

    def toggle_own_mark(self) -> None:
        """Mark the current line, or take its mark away."""
        if self.table.current_line >= 0:
            self.own_marks.toggle(self.table.current_line)

    def step_own_mark(self, step: int) -> None:
        """Go to the next (1) or previous (-1) line the agent has marked, round and round."""
        line = self.own_marks.step(self.table.current_line, step)
        if line is None:
            self.said.emit(self.tr("No line is marked. Ctrl+F2 marks the current one."))
        else:
            self.go_to_line(line)

    def begin_find(self) -> None:
        """Ask what to find: what is selected in the line pane, or what was sought last."""
        words = self.line.text.textCursor().selectedText()
        self.finding.open(words if self.line.text.hasFocus() and "\u2029" not in words else "")

    def selected_text(self) -> tuple[str, int]:
        """The selected lines as they stand in the log, up to ``LONGEST_COPY`` bytes, and how many they are."""
        if self._scan is None:
            return "", 0
        found = list(stretches(self._scan.lines, self.table.selected_spans(), LONGEST_COPY))
        text = b"\n".join(data for _, _, data in found).decode("utf-8", "replace")
        return text, sum(last - first + 1 for first, last, _ in found)

    @property
    def selected_count(self) -> int:
        """How many lines are selected."""
        return sum(bottom - top + 1 for top, bottom in self.table.selected_rows)

    def save_shown(self) -> None:
        """Save the lines shown as a file."""
        rows = self.model.rowCount()
        self._save(self.model.spans(0, rows - 1), rows)

    def save_selected(self) -> None:
        """Save the selected lines as a file."""
        self._save(self.table.selected_spans(), self.selected_count)

    def masked_lines(self) -> Generator[float, None, Excerpt]:
        """The selected lines with secrets masked, in steps; yields the share done."""
        if self._scan is None:
            return Excerpt("", 0, "")
        spans = self.table.selected_spans()
        return (yield from masked_excerpt(self.masking, self._scan.lines, spans, LONGEST_COPY))

    def selected_part(self) -> Masked | None:
        """What is selected in the text of the line, masked, where that has the focus; None for nothing."""
        return self.line.text.masked_selection() if self.line.text.selected() else None

    # Inside

    def _save(self, spans: Iterable[tuple[int, int]], count: int) -> None:
        if self._scan is None or not count:
            self.said.emit(self.tr("There are no lines to save."))
        else:
            self.saver.save(self._scan.lines, spans, count, self.masking)

    def _show_form(self) -> None:
        """Lines of the SDK in columns, or raw; other lines have no columns."""
        is_sdk = self._scan is not None and self._scan.results.subject.is_sdk
        columns = is_sdk and not self.head.raw.isChecked()
        self.head.show_columns(is_sdk)
        self.model.show_columns(not self.head.raw.isChecked())
        self.table.show_columns(columns)

    def _seek_in_line(self) -> None:
        """Show in the line pane too where it stands what is sought."""
        self.line.text.seek(self.finding.finder.seeker)

    def _masked_part(self, text: str, start: int, end: int) -> Masked:
        """A part of the current line's text, masked in the light of what stands round it."""
        begin = max(0, start - BEYOND)
        above = below = ""
        if self._scan is not None:
            line = self.table.current_line
            above = "" if begin else text_above(self._scan.lines, line)
            below = "" if end + BEYOND < len(text) else text_below(self._scan.lines, line)
        masked = self.masking.mask(above + text[begin : end + BEYOND] + below)
        return masked.part(len(above) + start - begin, len(above) + end - begin)

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
        holds = self.model.holds
        seen = (place for place, one in self._shown(places) if wanted(one) and holds(one.line))
        place = next(seen, None)
        if place is None:
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
        self._show_line(occurrence.line, to_hit=False)
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
            self._code = code
            self.table.marks.selected_code = code
            self.table.viewport().update()
            self.code_chosen.emit(code)

    def _show_line(self, line: int, *, to_hit: bool = True) -> None:
        """Lay out a line; its current mark is the one come to, else the chosen code's, else the first.

        Where words are sought they are brought into sight, unless a mark was gone to.
        """
        assert self._scan is not None
        scan = self._scan
        if line >= self.model.line_count:  # it is still being read
            return
        current = self._place_in(line)
        occurrence = scan.results.occurrences[current] if current is not None else None
        self._place = current
        reason = occurrence.reason if occurrence else ""

        def show(unfolded: Unfolded, done: bool) -> None:
            mark = unfolded.mark_at(occurrence.start) if occurrence else None
            self.line.show_line(line + 1, unfolded, mark, reason if done else self._laying_out, to_hit=to_hit)

        self._unfolder.unfold(scan, line, occurrence, show)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back in steps what changes the view of the log; then it is the window's."""
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.finding.close()
        elif event.key() == Qt.Key.Key_Escape and self.choice.shown is not Shown.ALL:
            self.choice.show_all()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(880, 470)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 200)
