"""Saves lines of the log as a file the agent names, while the window goes on."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.core.answer.redaction.files import masked_pieces
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.saving import UnsavedError, save_lines
from zegoerr_gui.core.log.source import UnreadableLogError, beside
from zegoerr_gui.models.job_runner import JobRunner
from zegoerr_gui.widgets.file_question import ask_save_name
from zegoerr_gui.widgets.reading_progress import ReadingProgress


class LineSaver(QObject):
    """Saves one file at a time. Sends ``said`` with what became of it."""

    said = Signal(str)

    def __init__(self, progress: ReadingProgress, jobs: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._progress = progress
        self._jobs = jobs
        self._window = parent
        self._job: Any = None
        self._asked_of: LogLines | None = None
        progress.cancel_asked.connect(self.cancel)

    def save(
        self,
        lines: LogLines,
        spans: Iterable[tuple[int, int]],
        count: int,
        masking: Masking,
    ) -> None:
        """Ask for a name, and save ``count`` lines under it, their secrets masked."""
        if self._job is not None:
            self.said.emit(self.tr("Lines are being saved. Wait for the end, or cancel it."))
            return
        title = self.tr("Save {lines}").format(lines=counted(count, "line"))

        self._asked_of = lines

        def begin(name: str, _kind: str) -> None:
            if self._asked_of is not lines:  # the log is read in another encoding since
                return
            pieces = save_lines(lines, spans, Path(name), partial(masked_pieces, masking=masking))
            said = partial(self._tell_saved, Path(name).name, count, masking, masking.places)
            self._job = self._jobs.start(self._saving(pieces, count), said, self._fail, first=True)

        ask_save_name(self._window, title, beside(lines.source, _offered(lines.source.name)), "", begin)

    def cancel(self) -> None:
        """Stop; a file that was there before stays as it was. A name that is being asked for is not used."""
        self._asked_of = None
        if self._job is not None:
            self._jobs.cancel(self._job)
            self._end(self.tr("Saving was cancelled. No file was written."))

    def _saving(self, steps: Iterator[int], count: int) -> Iterator[float]:
        shown = -1
        for written in steps:
            percent = 100 * written // max(1, count)
            if percent != shown:
                shown = percent
                self._progress.show_share(percent / 100)
            yield percent / 100

    def _tell_saved(self, name: str, count: int, masking: Masking, before: int) -> None:
        said = self.tr("Saved {lines} as {name}").format(lines=counted(count, "line"), name=name)
        if masks := masking.places - before:
            said = self.tr("{saved}, {masks} masked").format(saved=said, masks=counted(masks, "secret"))
        self._end(said)

    def _end(self, said: str) -> None:
        self._job = None
        self._progress.show_share(None)
        self.said.emit(said)

    def _fail(self, error: Exception) -> None:
        self._end(str(error) if isinstance(error, (UnsavedError, UnreadableLogError)) else "")
        if not isinstance(error, (UnsavedError, UnreadableLogError)):
            raise error


def _offered(name: str) -> str:
    """A name for the lines of a log: ``console-lines.log`` for ``console.log``."""
    source = Path(name)
    return f"{source.stem}-lines{source.suffix if 1 < len(source.suffix) <= 5 else '.log'}"
