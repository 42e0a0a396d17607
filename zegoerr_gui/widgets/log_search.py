"""Find in the log: joins the bar, the search and the table."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.find import Finds
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.models.log_finder import LogFinder
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.pattern import LONGEST_LINE, MOST_GIVEN_UP
from zegoerr_gui.widgets.find_bar import FindBar
from zegoerr_gui.widgets.log_table import LogTable


class LogSearch(QObject):
    """Holds the search of one pane. Sends ``line_found`` with the line to go to, ``sought`` when what is sought
    changes, and ``grew`` when there are more finds.
    """

    line_found = Signal(int)
    sought = Signal()
    grew = Signal()

    def __init__(self, bar: FindBar, model: LogLinesModel, table: LogTable, jobs: JobRunner) -> None:
        super().__init__(bar)
        self.finder = LogFinder(jobs, self)
        self._bar = bar
        self._model = model
        self._table = table
        self._back_to: QWidget | None = None  # what had the focus before
        self._anchor = 0  # the line from which words being typed are sought
        self._waiting = 0, 0  # the step asked for while the next find is not known yet, and the line it begins at
        self._wrapped = ""
        bar.changed.connect(self._seek)
        bar.step_asked.connect(self.step)
        bar.halt_asked.connect(self._halt)
        bar.close_asked.connect(self.close)
        table.line_chosen.connect(self._come_to)
        self.finder.grew.connect(self._take)

    @property
    def finds(self) -> Finds | None:
        """The finds so far; None while nothing is sought."""
        return self.finder.finds

    def set_scan(self, scan: Scan | None) -> None:
        """Turn to another log: what is sought stays in the field, the bar goes."""
        self.finder.set_lines(scan.lines if scan else None)
        self._bar.hide()
        self._anchor, self._waiting, self._wrapped = 0, (0, 0), ""

    def renew(self) -> None:
        """Seek again what stands in the bar, in a log that was read anew; the agent stays where they are."""
        bar = self._bar
        bar.show()
        self.finder.seek(bar.field.text(), bar.pattern.isChecked(), bar.match_case.isChecked())
        self._show_sought()
        self._take()

    def open(self, words: str = "") -> None:
        """Show the bar, its field in focus, with ``words`` or what was sought last."""
        self._show(words)
        self._bar.begin(words)

    def close(self) -> None:
        """Hide the bar, seek nothing, and give the focus back."""
        had_focus = self._bar.isAncestorOf(QApplication.focusWidget() or self._table)
        self._bar.hide()
        self.finder.forget()
        self._waiting = 0, 0
        self._show_sought()
        if had_focus:
            (self._back_to if self._back_to and self._back_to.isVisible() else self._table).setFocus()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) find, round and round; where nothing is sought, ask what."""
        if not self._bar.field.text():
            self.open()
            return
        self._show("")
        if self.finds is None:
            return
        self._wrapped = ""
        self._waiting = step, self._table.current_line + step
        if self.finder.halted:
            self.finder.go_on()
        self._take()

    def go_on(self) -> None:
        """Look at what has been added to the log."""
        if not self.finder.halted:
            self.finder.go_on()
        self._take()

    def _show(self, words: str) -> None:
        """Show the bar; what stands in it is sought again where it had been closed."""
        if not self._bar.isHidden():
            return
        self._back_to = QApplication.focusWidget()
        self._anchor = max(0, self._table.current_line)
        self._bar.show()
        if not words:
            self._seek()

    def _seek(self) -> None:
        if self._bar.isHidden():
            return
        bar = self._bar
        self.finder.seek(bar.field.text(), bar.pattern.isChecked(), bar.match_case.isChecked())
        self._wrapped = ""
        self._waiting = (1, self._anchor) if self.finds is not None else (0, 0)
        self._show_sought()
        self._take()

    def _show_sought(self) -> None:
        self._model.seek(self.finder.seeker)
        self.sought.emit()

    def _halt(self) -> None:
        if self.finder.running:
            self.finder.halt()
            self._waiting = 0, 0
        else:
            self.finder.go_on()
        self._tell()

    def _come_to(self, line: int) -> None:
        """Words typed from now on are sought from the line the agent came to."""
        if not self._bar.field.hasFocus():
            self._anchor = line

    def _take(self) -> None:
        """Go to the find that is waited for, if it is known by now, and say how many there are."""
        if self._waiting[0]:
            self._try_step(*self._waiting)
        self._tell()
        self.grew.emit()

    def _try_step(self, step: int, line: int) -> None:
        found = self._nearest(line, step)
        if found is None and self.finder.running:
            return
        self._waiting = 0, 0
        if found is None:
            found = self._nearest(0 if step > 0 else self._model.line_count - 1, step)
            down, up = self.tr("From the top again: "), self.tr("From the bottom again: ")
            self._wrapped = "" if found is None else down if step > 0 else up
        if found is not None:
            if not self._bar.field.hasFocus() or line != self._anchor:
                self._anchor = found
            self.line_found.emit(found)

    def _nearest(self, line: int, step: int) -> int | None:
        """The first find among the lines shown, from a line on, or back from it."""
        finds = self.finds
        while finds is not None:
            found = finds.next_from(line) if step > 0 else finds.last_until(line)
            shown = None if found is None else self._model.next_shown(found, step)
            if shown is None or shown == found:
                return shown
            line = shown
        return None

    def _tell(self) -> None:
        """Say what is to be said of the search at this moment."""
        finds = self.finds
        if self.finder.fault or finds is None:
            self._bar.show_note(self.finder.fault, fault=bool(self.finder.fault))
            return
        reading = self.finder.running
        halt = self.tr("Stop") if reading else self.tr("Go on") if self.finder.halted else ""
        parts = [self._wrapped + self._counted(finds)]
        if finds.seeker.stopped:
            hard = self.tr("stopped: the pattern is too hard for {lines}")
            parts.append(hard.format(lines=counted(MOST_GIVEN_UP, "line")))
        elif finds.seeker.given_up:
            parts.append(self.tr("too hard for {lines}").format(lines=counted(finds.seeker.given_up, "line")))
        if finds.cut:
            cut = self.tr("of {lines} only the first {size} KB are read")
            parts.append(cut.format(lines=counted(finds.cut, "long line"), size=LONGEST_LINE // 1024))
        if reading:
            parts.append(self.tr("reading, {percent} %").format(percent=int(finds.share * 100)))
        elif self.finder.halted:
            parts.append(self.tr("stopped at {percent} %").format(percent=int(finds.share * 100)))
        self._bar.show_note(", ".join(parts), fault=finds.seeker.stopped, halt=halt)

    def _counted(self, finds: Finds) -> str:
        number = finds.number_of(self._table.current_line)
        if number is not None:
            return self.tr("{number} of {count}").format(number=f"{number + 1:,}", count=f"{len(finds):,}")
        if len(finds):
            return self.tr("in {lines}").format(lines=counted(len(finds), "line"))
        return self.tr("none so far") if self.finder.running or self.finder.halted else self.tr("in no line")
