"""Lays out the current line: a short one at once, a long one while the window goes on."""

from collections.abc import Callable, Generator
from typing import Final

from PySide6.QtCore import QObject

from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.occurrences import Occurrence
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.job_runner import JobRunner, OneJob
from zegoerr_gui.models.unfolded import Unfolded, as_it_stands, unfold_line, unfolding

AT_ONCE: Final = 16 * 1024  # bytes of a line


class Unfolder(QObject):
    """Holds what is being laid out, one line at a time."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = OneJob(jobs)

    def unfold(self, scan: Scan, line: int, around: Occurrence | None, show: Callable[[Unfolded, bool], None]) -> None:
        """Lay out a line, see ``unfolding``. ``show`` gets what there is to show, and whether it is laid out by now.

        A line that cannot be read any more is shown as the sentence that says so.
        """
        self.drop()
        try:
            start, end = scan.lines.span(line)
            if end - start <= AT_ONCE:
                show(unfold_line(scan.lines, scan.results, line, around), True)
                return
            show(as_it_stands(scan.lines, line, AT_ONCE), False)
        except UnreadableLogError as error:
            show(Unfolded(str(error)), True)
            return
        done: list[Unfolded] = []
        steps = _into(done, unfolding(scan.lines, scan.results, line, around))
        self._job.start(steps, lambda: show(done[0], True), lambda sentence: show(Unfolded(sentence), True))

    def drop(self) -> None:
        """Leave what is being laid out."""
        self._job.drop()


def _into(done: list[Unfolded], steps: Generator[float, None, Unfolded]) -> Generator[float, None, None]:
    done.append((yield from steps))
