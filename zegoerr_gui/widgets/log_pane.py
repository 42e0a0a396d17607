"""One log: its verdict, when its failures happened, its lines, the current line laid out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.limiter import Limiter
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.mark_steps import MarkSteps
from zegoerr_gui.models.own_marks import OwnMarks
from zegoerr_gui.models.shown import Shown
from zegoerr_gui.widgets.asking import Asking
from zegoerr_gui.widgets.current_line import CurrentLine
from zegoerr_gui.widgets.find_bar import FindBar
from zegoerr_gui.widgets.line_choice import LineChoice
from zegoerr_gui.widgets.line_pane import LinePane
from zegoerr_gui.widgets.log_head import LogHead
from zegoerr_gui.widgets.log_search import LogSearch
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.outgoing import Outgoing
from zegoerr_gui.widgets.own_marking import OwnMarking
from zegoerr_gui.widgets.scope_chips import ScopeChips
from zegoerr_gui.widgets.selection_time import SelectionTime
from zegoerr_gui.widgets.shown_bar import ShownBar
from zegoerr_gui.widgets.verdict_strip import VerdictStrip
from zegoerr_gui.widgets.whereabouts import Whereabouts


class LogPane(QWidget):
    """Holds what is seen of one log: arranges and joins its parts, and comes to its lines and marks.

    Sends ``code_chosen`` when the agent comes to a line, or a mark, with a code; ``said`` with what they should know;
    ``line_shown`` (from 0) with every line that becomes the current one; ``limited`` when another session was chosen
    (True) or more is known of the one it is limited to.
    """

    code_chosen = Signal(int)
    said = Signal(str)
    line_shown = Signal(int)
    limited = Signal(bool)

    def __init__(self, look: Look, name_of: Callable[[int], str], jobs: JobRunner) -> None:
        super().__init__()
        self._scan: Scan | None = None
        self._quiet = False
        self.follows = False  # the end stays in sight, where it is, when lines are added
        self.model = LogLinesModel()
        self._steps = MarkSteps(self.model)
        self.strip = VerdictStrip(look)
        self.chips = ScopeChips(look)
        self.limiter = Limiter(jobs, self)
        self.own_marks = OwnMarks(self)
        self.table = LogTable(self.model, self.own_marks, look)
        self.head = LogHead(self.table.horizontalHeader(), look)
        self.line = LinePane(look, name_of)
        self.whereabouts = Whereabouts(self.table, self.model, look, name_of, jobs)
        self.find_bar = FindBar(look)
        self.shown_bar = ShownBar(look)
        self.search = LogSearch(self.find_bar, self.model, self.table, jobs)
        self.choice = LineChoice(self.shown_bar, self.model, self.table, self.search, self.own_marks, jobs)
        self.outgoing = Outgoing(self.model, self.table, self.line.text, self.strip.saving, jobs, self)
        self.asking = Asking(self.model, self.table, look, self)
        self.marking = OwnMarking(self.own_marks, self.table)
        self._current = CurrentLine(self.line, self.search, jobs)
        self._selection = SelectionTime(self.table, self.line)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        lines = QWidget()
        row = QHBoxLayout(lines)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(self.whereabouts.bar)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(lines)
        self.splitter.addWidget(self.line)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([260, 150])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.strip, self.chips, self.whereabouts.timeline, self.find_bar, self.shown_bar):
            column.addWidget(part)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.table.line_chosen.connect(self._come_to_line)
        self.strip.line_chosen.connect(self.go_to_line)
        self.whereabouts.line_chosen.connect(self.go_to_line)
        self.asking.line_chosen.connect(self._go_and_focus)
        self.search.line_found.connect(self.go_to_line)
        self.marking.line_chosen.connect(self.go_to_line)
        self.marking.said.connect(self.said)
        self.choice.changed.connect(lambda: self.head.show_shown(self.choice.shown))
        self.choice.said.connect(self.said)
        self.outgoing.said.connect(self.said)
        self.head.shown_chosen.connect(self.choice.toggle)
        self.head.raw_chosen.connect(self._show_form)
        self.chips.scope_chosen.connect(self.limit_to)
        self.limiter.scopes_read.connect(self._show_scopes)
        self.limiter.chosen.connect(partial(self._limit, anew=True))
        self.limiter.grew.connect(partial(self._limit, anew=False))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this pane, in reading order."""
        strip, line = self.strip, self.line
        above = [strip.code, strip.progress.cancel, strip.saving.cancel, strip.aside, *strip.buttons]
        bars = [*self.find_bar.stops, *self.shown_bar.stops, self.head.raw, self.head.shown]
        return [*above, *self.chips.stops, self.whereabouts.timeline, *bars, self.table, *line.stops]

    @property
    def code(self) -> int | None:
        """The code whose marks are the stronger ones."""
        return self._steps.code

    # What it is told

    def show_coming(self, name: str) -> None:
        """Say that a log is being opened; there is no line of it yet."""
        self.strip.show_coming(name)

    def show_scan(self, scan: Scan | None) -> None:
        """Show the log, or let go of it."""
        self._scan = scan
        self._steps.set_results(scan.results if scan else None)
        self.outgoing.set_scan(scan)
        self.asking.set_scan(scan)
        self._selection.set_scan(scan)
        self._current.drop()
        self.own_marks.clear()
        self.model.set_scan(scan)
        self.search.set_scan(scan)
        self.choice.set_scan(scan)
        self.head.show_shown(self.choice.shown)
        self.head.offer_session(False)
        self.whereabouts.show_scan(scan)
        self.limiter.set_scan(scan)
        self.refresh(None)
        if scan:
            self.go_to_line(0)

    def show_anew(self, scan: Scan) -> None:
        """Show the same log as it reads for other codes: line, place, marked lines, and what is sought, stay."""
        line, code, marked = self.table.current_line, self.code, list(self.own_marks.lines)
        searching, shown, bar = not self.find_bar.isHidden(), self.choice.shown, self.table.verticalScrollBar()
        place = bar.value()
        self._quiet = True  # no line comes to be chosen by hand
        self.show_scan(scan)
        for number in marked:
            self.own_marks.toggle(number)
        if searching:
            self.search.renew()
        self.choice.toggle(shown)
        self.table.go_to(line)
        self._quiet = False
        bar.setValue(place)
        self.mark_code(code)

    def refresh(self, share: float | None) -> None:
        """Show what the scan has found by now; ``share`` is how far reading has come, None when it has ended."""
        self.strip.progress.show_share(share)
        if self._scan is None:
            return
        was_at_end = self.follows and self.table.verticalScrollBar().value() == self.table.verticalScrollBar().maximum()
        self.model.grow()
        self.table.fit_numbers()
        self._show_form()
        self.table.viewport().update()
        self.search.go_on()
        self.choice.go_on()
        if was_at_end:
            self.table.scrollToBottom()
        self.limiter.refresh()
        self.strip.show_scan(self._scan, self.limiter.limited)
        self.whereabouts.refresh(reading=share is not None)
        if self.table.current_line < 0:
            self.go_to_line(0)
        elif share is None:
            self._show_line(self.table.current_line)

    def select_code(self, code: int | None) -> None:
        """Make the marks of a code the stronger ones and go to its first line, unless the current line has it."""
        if code == self._steps.code:
            return
        if code is not None and self._steps.is_here(self.table.current_line, code):
            self.mark_code(code)
            return
        self._strengthen(code)
        if self._scan is None or code is None:
            return
        first = self._steps.first(code)
        place = None if first is None or first >= self.model.line_count else self._steps.place_in(first, code)
        if first is None or place is None:
            self._steps.code = None  # its line is still being read: to be gone to when asked again
            return
        self.choice.reveal(first)
        self._go_to(place)

    def mark_code(self, code: int | None) -> bool:
        """Make the marks of a code the stronger ones and stay; whether the current line has it."""
        self._strengthen(code)
        line = self.table.current_line
        place = self._steps.place_in(line, code) if code is not None and line >= 0 else None
        if place is None:
            return False
        self._steps.come_to(place)
        self._show_line(line, to_hit=False)
        return True

    def go_to_line(self, line: int) -> None:
        """Make a line current, counted from 0; where it is not shown, all lines are shown again."""
        self._steps.leave()
        self.choice.reveal(line)
        if line == self.table.current_line:
            self._come_to_line(line)
        else:
            self.table.go_to(line)

    def step_mark(self, step: int, *, other_code: bool = False) -> bool:
        """Go to the next (1) or previous (-1) mark, also within a line; said and False at the end.

        With ``other_code`` it is the next mark of another code.
        """
        place = self._steps.next(self.table.current_line, step, other_code=other_code)
        if place is not None:
            self._go_to(place)
        elif self._scan is not None:
            self.said.emit(self.tr("No more marks below.") if step > 0 else self.tr("No more marks above."))
        return place is not None

    def limit_to(self, scope: Scope | None) -> None:
        """Limit what is seen of the log to one room, user or stream, or show all of it again."""
        if scope is not None and scope == self.limiter.scope:
            self.choice.limit(self.limiter.limited, anew=True)  # its lines, where others were chosen since
        self.limiter.choose(scope)
        self.chips.show_chosen(self.limiter.scope)

    def begin_find(self) -> None:
        """Ask what to find: what is selected in the line pane, or what was sought last."""
        words = self.line.text.textCursor().selectedText()
        self.search.open(words if self.line.text.hasFocus() and "\u2029" not in words else "")

    # Inside

    def _show_scopes(self) -> None:
        settled = self._scan is None or self._scan.results.complete
        self.chips.show_scopes(self.limiter.scopes, settled)
        self.chips.show_chosen(self.limiter.scope)

    def _limit(self, *, anew: bool) -> None:
        """Show what is known of the session chosen, or all of the log again."""
        if self._scan is None:
            return
        limited = self.limiter.limited
        self._steps.limited = limited
        if anew and limited:
            self._steps.code = None  # its first line is another one here
        self.head.offer_session(limited is not None)
        self._quiet = True  # the line that takes the place of the current one chooses no code
        self.choice.limit(limited, anew=anew)
        self._quiet = False
        self.strip.show_scan(self._scan, limited)
        self.whereabouts.limit(limited)
        if self.table.current_line >= 0:
            self._show_line(self.table.current_line)
        self.limited.emit(anew)

    def _show_form(self) -> None:
        """Lines of the SDK in columns, or raw; other lines have no columns."""
        is_sdk = self._scan is not None and self._scan.results.subject.is_sdk
        columns = is_sdk and not self.head.raw.isChecked()
        self.head.show_columns(is_sdk)
        self.model.show_columns(not self.head.raw.isChecked())
        self.table.show_columns(columns)

    def _go_and_focus(self, line: int) -> None:
        self.go_to_line(line)
        self.table.setFocus()

    def _go_to(self, place: int) -> None:
        """Come to one mark."""
        self._steps.come_to(place)
        mark = self._steps.mark
        assert mark is not None
        self._quiet = True
        self.table.go_to(mark.line)
        self._quiet = False
        self._show_line(mark.line, to_hit=False)
        self._choose(mark.code)

    def _come_to_line(self, line: int) -> None:
        if self._quiet or self._scan is None:
            return
        self._steps.leave()
        self._show_line(line)
        if mark := self._steps.mark:
            self._choose(mark.code)

    def _choose(self, code: int) -> None:
        if code != self._steps.code:
            self._strengthen(code)
            self.code_chosen.emit(code)

    def _strengthen(self, code: int | None) -> None:
        """Make the marks of a code, and its failures on the timeline, the stronger ones."""
        self._steps.code = code
        self.table.marks.selected_code = code
        self.table.viewport().update()
        self.whereabouts.select_code(code)

    def _show_line(self, line: int, *, to_hit: bool = True) -> None:
        """Lay out a line; its current mark is the one come to, else the chosen code's, else the first.

        Where words are sought they are brought into sight, unless a mark was gone to.
        """
        if self._scan is None or line >= self.model.line_count:  # it is still being read
            return
        occurrence = self._steps.settle(line)
        self.whereabouts.show_line(line)
        self.line_shown.emit(line)
        self._current.show(self._scan, line, occurrence, to_hit=to_hit)

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):  # the latter where a bar comes or goes
            bars = [bar for bar in (self.find_bar, self.shown_bar) if not bar.isHidden()]
            self.whereabouts.fit(self.height() - sum(bar.sizeHint().height() for bar in bars))
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back in steps what changes the view of the log; then it is the window's."""
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.search.close()
        elif event.key() == Qt.Key.Key_Escape and self.choice.shown is not Shown.ALL:
            self.choice.show_all()
        elif event.key() == Qt.Key.Key_Escape and self.limiter.scope is not None:
            self.limit_to(None)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(880, 470)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 200)
