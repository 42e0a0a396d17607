"""Copies of a log's lines and texts, masked on their way to the clipboard, and the word that says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from zegoerr_gui.app.clipboard import put
from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.stepwise import now_and_then, through

if TYPE_CHECKING:
    from zegoerr_gui.core.answer.redaction.excerpt import Excerpt
    from zegoerr_gui.widgets.log_pane import LogPane

_AT_ONCE: Final = 4  # steps of some milliseconds: most copies are done before a job would begin


class LogCopies(QObject):
    """Copies from the log: what is selected in its text, else the selected lines. Sends ``said`` with what was done.

    Much text takes a while; ``said`` tells how far it is, and another copy takes the place of the one under way.
    """

    said = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    def copy(self, pane: LogPane) -> None:
        """Copy with secrets masked."""
        self.cancel()
        if part := pane.outgoing.selected_part():
            put(part.text)
            self.said.emit(_with_masks(self.tr("Copied the selected text"), part.told))
        else:
            steps = self._steps(pane)
            if all(next(steps, None) is not None for _ in range(_AT_ONCE)):
                self._job = self._jobs.start(steps, self.cancel, self._fail, first=True)
                self._tell(0.0)

    def copy_original(self, pane: LogPane) -> None:
        """Copy the selected lines, or the selected text of the line, as it stands in the log."""
        self.cancel()
        if part := pane.line.text.selected():
            put(part)
            self.said.emit(self.tr("Copied the selected text as in the log, with all secrets"))
            return
        text, lines = pane.outgoing.selected_text()
        if lines:
            put(text)
            self.said.emit(self.tr("{copied} as in the log, with all secrets").format(copied=self._copied(lines, pane)))

    def cancel(self) -> None:
        """Drop what is still being copied."""
        if self._job is not None:
            self._jobs.cancel(self._job)
            self._job = None

    def _steps(self, pane: LogPane) -> Iterator[float]:
        excerpt = yield from through(pane.outgoing.masked_lines(), now_and_then(10, self._tell))
        self._finish(excerpt, pane)

    def _tell(self, share: float) -> None:
        if self._job is not None:  # or it is done in a moment
            self.said.emit(self.tr("Masking, {percent} %").format(percent=10 * int(10 * share)))

    def _finish(self, excerpt: Excerpt, pane: LogPane) -> None:
        if excerpt.lines:
            put(excerpt.text)
            self.said.emit(_with_masks(self._copied(excerpt.lines, pane), excerpt.told))

    def _copied(self, lines: int, pane: LogPane) -> str:
        copied = counted(lines, "line")
        if lines < pane.outgoing.selected_count:
            return self.tr("Copied only the first {lines} (5 MB; Ctrl+Shift+S saves all)").format(lines=copied)
        return self.tr("Copied {lines}").format(lines=copied)

    def _fail(self, error: Exception) -> None:
        self._job = None
        raise error


def _with_masks(copied: str, told: str) -> str:
    masked = QCoreApplication.translate("copying", "{copied}, {secrets} masked")
    return masked.format(copied=copied, secrets=told) if told else copied
