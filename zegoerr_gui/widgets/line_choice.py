"""Which lines of the log are shown: joins the filter, its bar and the table."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.answer.scopes import scope_name
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.job_runner import JobRunner, OneJob
from zegoerr_gui.models.line_filter import CodeLines, LineFilter, ListedLines, ScopeLines, Telling
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.own_marks import OwnMarks
from zegoerr_gui.models.shown import Shown
from zegoerr_gui.widgets.log_search import LogSearch
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.shown_bar import ShownBar

_AT_ONCE: Final = 10  # steps of a millisecond
_GROW_EVERY: Final = 100  # steps
_LONGEST_NAME: Final = 40  # characters


class LineChoice(QObject):
    """Holds what lines of one pane are chosen by. Sends ``said`` with a sentence where there are none to show, and
    ``changed``.
    """

    said = Signal(str)
    changed = Signal()

    def __init__(
        self, bar: ShownBar, model: LogLinesModel, table: LogTable, search: LogSearch, marks: OwnMarks, jobs: JobRunner
    ) -> None:
        super().__init__(bar)
        self.shown = Shown.ALL
        self.around = 0
        self._bar = bar
        self._model = model
        self._table = table
        self._search = search
        self._marks = marks
        self._job = OneJob(jobs)
        self._scan: Scan | None = None
        self._limited: Limited | None = None
        self._filter: LineFilter | None = None
        self._told_by: Telling | None = None
        self._home = self._landed = -1  # the line the agent was at, and the one shown that stands for it
        bar.around_chosen.connect(self.choose_around)
        bar.all_asked.connect(self.show_all)
        search.sought.connect(self._seek_again)
        search.grew.connect(lambda: self._follow(Shown.FINDS))
        marks.changed.connect(self._mark_again)

    def set_scan(self, scan: Scan | None) -> None:
        """Turn to another log, all its lines; how many are shown around stays."""
        self._job.drop()
        self._scan, self._limited = scan, None
        self._bar.session = ""
        self.shown, self._filter = Shown.ALL, None
        self._home = self._landed = -1
        self._tell()

    def toggle(self, shown: Shown) -> None:
        """Show only some lines, or all again where these are shown."""
        if shown is self.shown or shown is Shown.ALL:
            self.show_all()
        elif self._scan is not None and self._has_lines(shown):
            self._choose(shown)

    def limit(self, limited: Limited | None, *, anew: bool) -> None:
        """Show only the lines of a session chosen ``anew``, or go on with what is known by now of it; None ends it."""
        self._limited = limited
        self._bar.session = scope_name(limited.scope, _LONGEST_NAME) if limited else ""
        if isinstance(self._told_by, ScopeLines) and limited and not anew:
            self._told_by.limited = limited
        elif limited and anew:
            self._choose(Shown.SCOPE)
        elif self.shown in (Shown.SCOPE, Shown.CODES):
            self._choose(Shown.ALL if self.shown is Shown.SCOPE else Shown.CODES)

    def show_all(self) -> None:
        """Show all lines."""
        if self.shown is not Shown.ALL:
            self._choose(Shown.ALL)

    def choose_around(self, around: int) -> None:
        """Show so many lines before and after each."""
        if around != self.around:
            self.around = around
            if self.shown is not Shown.ALL:
                self._choose(self.shown)

    def reveal(self, line: int) -> None:
        """Show a line that was asked for by name: where the filter hides it, all lines are shown again."""
        if self.shown is not Shown.ALL and not self._model.holds(line) and line < self._model.line_count:
            self.show_all()
            self.said.emit(self.tr("Line {line} was not shown. Now all lines are.").format(line=f"{line + 1:,}"))

    def go_on(self) -> None:
        """Take in what has been found, and read, since."""
        if self._filter is not None and self._filter.stale:
            self._choose(self.shown)
        elif self._filter is not None:
            self._fill()
        self._tell()

    def _has_lines(self, shown: Shown) -> bool:
        """Whether there is a line to show by now; says so where there is none."""
        if shown is Shown.FINDS and self._search.finds is None:
            self._search.open()
            return False
        telling = self._telling(shown)
        if telling is None or any(iter(partial(telling.more, self._model.line_count), None)):
            return True
        nothing = {
            Shown.CODES: self.tr("No line of this log has a code."),
            Shown.FINDS: self.tr("No line has what you look for."),
            Shown.MARKED: self.tr("No line is marked. Ctrl+F2 marks the current one."),
            Shown.SCOPE: self.tr("The log is not limited to one session."),
        }
        self.said.emit(nothing[shown])
        return False

    def _telling(self, shown: Shown) -> Telling | None:
        if self._scan is None or shown is Shown.ALL:
            return None
        if shown is Shown.SCOPE:
            return ScopeLines(self._scan, self._limited) if self._limited else ListedLines(())
        if shown is Shown.CODES:
            return ListedLines(self._limited.lines) if self._limited else CodeLines(self._scan.results)
        if shown is Shown.MARKED:
            return ListedLines(self._marks.lines)
        finds = self._search.finds
        return ListedLines(finds.found if finds is not None else ())

    def _choose(self, shown: Shown) -> None:
        self._job.drop()
        telling = self._told_by = self._telling(shown)
        self.shown = shown
        self._filter = LineFilter(telling, self.around) if telling else None
        steps = self._filter.take(self._model.line_count) if self._filter else iter(())
        more = sum(1 for _ in islice(steps, _AT_ONCE)) == _AT_ONCE
        if more and isinstance(telling, ScopeLines):  # where it begins may be far: until that is known all are shown
            self._show(None)
            self._job.start(self._looking(steps, telling), self._show_filtered)
        else:
            self._show_filtered()
        self.changed.emit()

    def _show_filtered(self) -> None:
        self._show(self._filter)
        self._fill()
        self._tell()

    def _show(self, wanted: LineFilter | None) -> None:
        """Show these lines, at the line where the agent was, or the nearest one by now."""
        if self._table.current_line != self._landed:
            self._home = self._table.current_line
        self._table.show_filtered(wanted, self._home)
        self._landed = self._table.current_line

    def _settle(self) -> None:
        """Come nearer to the line where the agent was, as more lines are shown, unless another was chosen since."""
        line = self._table.current_line
        if line >= 0 and line == self._landed and self._model.line_of(self._model.row_of(self._home)) != line:
            self._table.go_to(self._home)
            self._landed = self._table.current_line

    def _looking(self, steps: Iterator[None], telling: ScopeLines) -> Iterator[float]:
        for number, _ in enumerate(steps):
            if number % _GROW_EVERY == 0:
                self._bar.show_looking(telling.share)
            yield 0.0

    def _fill(self) -> None:
        """Take in a little now and the rest while there is time."""
        if self._filter is None or self._job.running:
            return
        steps = self._filter.take(self._model.line_count)
        more = sum(1 for _ in islice(steps, _AT_ONCE)) == _AT_ONCE
        self._model.grow()
        if more:
            self._job.start(self._growing(steps), self._end)
        else:
            self._settle()

    def _growing(self, steps: Iterator[None]) -> Iterator[float]:
        for number, _ in enumerate(steps):
            if number % _GROW_EVERY == 0:
                self._model.grow()
                self._tell()
            yield 0.0

    def _end(self) -> None:
        self._model.grow()
        self._settle()
        self._tell()

    def _seek_again(self) -> None:
        """What is sought has changed; where nothing is sought, its lines cannot be chosen."""
        if self.shown is Shown.FINDS:
            self._choose(Shown.ALL if self._search.finds is None else Shown.FINDS)

    def _mark_again(self) -> None:
        if self.shown is Shown.MARKED:
            self._choose(Shown.MARKED if self._marks.lines else Shown.ALL)

    def _follow(self, shown: Shown) -> None:
        if self.shown is shown:
            self._fill()
            self._tell()

    def _tell(self) -> None:
        if self._model.filtered or self.shown is Shown.ALL:
            self._bar.show_shown(self.shown, self.around, self._model.rowCount(), self._model.line_count)
