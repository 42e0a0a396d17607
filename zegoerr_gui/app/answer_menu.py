"""What the actions that answer a ticket do. What writes answers is loaded with the first log."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:
    from zegoerr_gui.app.answers import Answers
    from zegoerr_gui.app.open_log import OpenLog


class AnswerMenu(QObject):
    """Holds the answers of a window.

    Sends ``loaded`` with them before the first is written, ``made`` with the dialog of a reply, ``log_asked`` with the
    log that shall be on show; ``said`` with what the agent should know, ``saved`` with the name of a report.
    """

    loaded = Signal(QObject)
    made = Signal(QDialog)
    log_asked = Signal(QObject)
    said = Signal(str)
    saved = Signal(str)

    def __init__(
        self, logs: OpenLogs, panes: LogPanes, jobs: Jobs, linked: LinkedPanes, look: Look, window: QWidget
    ) -> None:
        super().__init__(window)
        self._logs, self._panes, self._jobs, self._linked = logs, panes, jobs, linked
        self._look, self._window = look, window

    @cached_property
    def answers(self) -> Answers:
        """Replies and reports."""
        from zegoerr_gui.app.answers import Answers

        answers = Answers(self._panes, self._jobs, self._look, self._window)
        answers.said.connect(self.said)
        answers.made.connect(self.made)
        answers.log_asked.connect(self.log_asked)
        answers.reports.saved.connect(self.saved)
        self._logs.removed.connect(answers.forget)
        self.loaded.emit(answers)
        return answers

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its actions do, by name."""
        on_log = self._panes.on_log
        return {
            "reply": on_log(self.reply),
            "copy_pack": on_log(self._copy_pack),
            "save_report": on_log(self.save_report),
            "show_report": self.show_report,
        }

    def reply(self, log: OpenLog) -> None:
        """Open the dialog of a log."""
        self.answers.reply(log)

    def save_report(self, log: OpenLog) -> None:
        """Ask for a name, and save a report on a log under it."""
        self.answers.reports.save(log)

    def show_report(self) -> None:
        """Open the folder of the report that was saved last."""
        self.answers.reports.show_last()

    def ask_templates(self, done: Callable[[Path], object]) -> None:
        """Let the agent choose the folder of the team's own templates, for ``done``."""
        self.answers.templates.ask(done)

    def _copy_pack(self, log: OpenLog) -> None:
        if self._linked.code is not None:
            self.answers.copy_pack(log, self._linked.code)
