"""Codes, detail and log show the same code, whichever of them it is chosen in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from zegoerr_gui.app.history import History
from zegoerr_gui.core.answer.additions import explanations
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.models.code_filter import CodeFilter
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.codes_pane import CodesPane
from zegoerr_gui.widgets.detail_pane import DetailPane
from zegoerr_gui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:  # a log, and what it needs, is loaded when the first one is brought
    from zegoerr_gui.app.open_log import OpenLog
    from zegoerr_gui.core.recognition.scan import Scan
    from zegoerr_gui.core.recognition.scope import Scope
    from zegoerr_gui.widgets.log_pane import LogPane


class LinkedPanes(QObject):
    """Holds the code on show, the way there, and which log codes and detail tell of.

    Sends ``code_shown`` when a code is shown, also when more of the log is known of the same one.
    """

    code_shown = Signal()

    def __init__(
        self, model: CodeTableModel, bar: FilterBar, codes: CodesPane, detail: DetailPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.code: int | None = None
        self._model, self._bar, self._codes, self._detail = model, bar, codes, detail
        self.history = History()
        self._log: OpenLog | None = None
        self._pane: LogPane | None = None
        self._linking = False  # the code shown comes from the log, which must stay where it is
        self._query = ""
        self._met: int | None = None  # the code that the query led to
        self._typing_on = False  # what the query led to before its last letters was not looked at
        self._only_in_log = True  # whether the table shall show only codes of whatever log is on show
        # By number of a log: the code and the line gone to when the agent first saw findings of it.
        self._first_places: dict[int, tuple[int | None, int]] = {}
        self._led_to = dict[int, tuple[int | None, int]]()  # the same when findings led there last
        self._begun = dict[int, tuple[int | None, int]]()  # the same when a log had its first lines

    @property
    def moved_on(self) -> bool:
        """Whether the agent has left the place to which the findings of the log on show led."""
        led_to = self._led_to.get(self._log.number) if self._log else None
        return led_to is not None and self._pane is not None and led_to != (self.code, self._pane.table.current_line)

    def has_led(self, log: OpenLog) -> bool:
        """Whether there were findings of a log, so that its first place was gone to."""
        return log.number in self._led_to

    # Codes

    def filter(self, wanted: CodeFilter) -> None:
        """Show the codes that pass another filter; with a query, the best match in the detail too."""
        query = wanted.query.strip()
        self._typing_on = bool(query) and self.code == self._met and query.startswith(self._query)
        self._query = query
        self._model.apply(wanted)
        if query:
            self._codes.choose_first()
        self._met = self.code if query else None
        self._typing_on = False
        self._detail.mark_hits(self._model.found.marks)

    def go_to_code(self, code: int) -> None:
        """Show a code, in the table too where its filters let it through."""
        if not self._codes.choose(code):
            self._codes.choose_none()
        self.show_code(code)

    def travel(self, step: int) -> None:
        """Show the code looked at before (-1) or after (1)."""
        code = self.history.go(step)
        if code is not None:
            self.go_to_code(code)

    def show_steps(self) -> None:
        """Show whether there is a code to go back or forward to."""
        self._detail.back_button.setEnabled(self.history.can_go_back)
        self._detail.forward_button.setEnabled(self.history.can_go_forward)

    def show_code(self, code: int) -> None:
        """Show in detail and log the code that the table has chosen."""
        self.history.visit(code, in_place=self._typing_on)
        self.code = code
        finding, scan = self._model.finding(code), self._log.scan if self._log else None
        explained = explanations(finding, scan.results) if finding and scan else ()
        self._detail.show_entry(self._model.entry(code), finding, explained)
        self.show_steps()
        if self._pane and not self._linking:
            self._pane.select_code(code)
        self.code_shown.emit()

    def show_code_of_line(self, code: int) -> None:
        """Show in table and detail the code that the agent came to in the log."""
        self._linking = True
        self.go_to_code(code)
        self._linking = False

    def show_desk(self, pinned: Collection[int], notes: Mapping[int, str]) -> None:
        """Show in the table what the desk keeps; the code on show stays, although its row may go."""
        with QSignalBlocker(self._codes):
            self._model.set_desk(pinned, notes)
            if self.code is not None and not self._codes.choose(self.code):
                self._codes.choose_none()

    # The log

    def show_log(self, log: OpenLog | None, pane: LogPane | None) -> None:
        """Another log is on show, or none. The code stays where the log has it, and the log stays where it was."""
        if self._model.findings:
            self._only_in_log = self._bar.in_log.isChecked()
        self._log, self._pane = log, pane
        with QSignalBlocker(self._codes):  # a row that is gone must not make its neighbour the chosen code
            self._show_counts()
            if self._model.findings:
                self._bar.in_log.setChecked(self._only_in_log)
        if log is None or pane is None or not self._model.findings:
            if self.code is not None:
                self.go_to_code(self.code)
        elif log.number not in self._first_places:
            self._go_in(log, pane, keep=True)
        else:
            code = self.code if self.code in self._model.findings else pane.code
            if code is not None:
                self.show_code_of_line(code)
                pane.mark_code(code)

    def begin_log(self) -> None:
        """The log on show has its first lines: nothing that was filtered before may hide its codes."""
        self._bar.clear()
        if self._log and self._pane:
            self._begun[self._log.number] = self._place(self._pane)
        self.show_findings()

    def show_findings(self) -> None:
        """Show what the log on show says by now."""
        log, pane = self._log, self._pane
        if log is None or pane is None:
            return
        pane.refresh(log.share)
        if log.scan is None:
            return
        self._show_counts()
        if not self._model.findings or log.number in self._first_places:
            self._show_again()
        elif self._begun.get(log.number, here := self._place(pane)) != here:
            # The agent was quicker than the first finding: they are not led away from what they look at.
            self._first_places[log.number] = self._led_to[log.number] = self._begun[log.number]
            self._show_again()
        else:
            self._bar.in_log.setChecked(True)
            self._go_in(log, pane)

    def end_log(self) -> None:
        """Reading has ended: to the failure that proved to be the one to look at, unless the agent has moved on."""
        self.show_findings()
        if self._log is None or self._pane is None or self._log.scan is None:
            return
        code = self._code_to_look_at(self._log.scan, self._pane)
        here = self.code, self._pane.table.current_line
        if code is not None and here == self._first_places.get(self._log.number):
            self.go_to_code(code)
            self._led_to[self._log.number] = self.code, self._pane.table.current_line

    def show_limits(self, pane: LogPane, anew: bool) -> None:
        """The log of a pane is limited to another session (``anew``), or more is known of the one it is limited to."""
        if pane is not self._pane or self._log is None or self._log.scan is None:
            return
        with QSignalBlocker(self._codes):
            self._show_counts()
        if not anew:
            self._show_again()
            return
        code = self.code if self.code in self._model.findings else self._code_to_look_at(self._log.scan, pane)
        if code is not None:
            self.go_to_code(code)
        else:
            self._show_again()

    def forget_log(self, log: OpenLog) -> None:
        """A log was let go."""
        self._first_places.pop(log.number, None)
        self._led_to.pop(log.number, None)
        self._begun.pop(log.number, None)

    def renew(self) -> None:
        """The catalogue says something else: show it of the code on show; the log stays where it is."""
        self._detail.renew()
        self._show_again()

    def go_to_line(self, line: int) -> None:
        """Make a line of the log on show current, counted from 0."""
        if self._pane:
            self._pane.go_to_line(line)

    def _place(self, pane: LogPane) -> tuple[int | None, int]:
        """The code and the line on show; a log comes to its first line by itself."""
        return self.code, max(0, pane.table.current_line)

    def _show_again(self) -> None:
        """Show what is known by now of the code on show; the log stays where it is."""
        if self.code is not None:
            self._linking = True
            self.show_code(self.code)
            self._linking = False

    def _code_to_look_at(self, scan: Scan, pane: LogPane) -> int | None:
        """The code of the verdict, on all of a log or on the session it is limited to."""
        from zegoerr_gui.core.answer.verdict import limited_verdict, verdict

        limited = pane.limiter.limited
        return (limited_verdict(scan.results, limited) if limited else verdict(scan.results)).code

    def _go_in(self, log: OpenLog, pane: LogPane, *, keep: bool = False) -> None:
        """Go to what a log tells first, or, to ``keep`` it, to the code on show where the log has it."""
        findings = self._model.findings
        assert log.scan is not None
        first = self._code_to_look_at(log.scan, pane)
        code = next(iter(findings)) if first is None else first
        self.go_to_code(self.code if keep and self.code is not None and self.code in findings else code)
        self._first_places[log.number] = self._led_to[log.number] = self.code, pane.table.current_line

    def _show_counts(self) -> None:
        """Show in table and bar which codes the log on show has."""
        scan = self._log.scan if self._log else None
        limited = self._pane.limiter.limited if self._pane else None
        findings: Sequence[Finding] = scan.results.findings(Evidence.POSSIBLE) if scan else ()
        if limited:
            findings = limited.findings
        self._codes.empty.say(self._nothing_of(limited.scope) if limited and not findings else "")
        self._model.set_findings(findings, scan.results.context if scan else None)
        self._bar.show_log_count(len(findings) if findings or limited else None)

    def _nothing_of(self, scope: Scope) -> str:
        from zegoerr_gui.core.answer.scopes import scope_name

        return self.tr("No failure of {session}.").format(session=scope_name(scope))
