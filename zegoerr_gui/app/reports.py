"""Reports on a log, saved as a page or as Markdown under a name that the agent gives."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.log_work import LogWork, not_yet
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.app.own_templates import OwnTemplates
from zegoerr_gui.core.answer.redaction.recorder import Recorder
from zegoerr_gui.core.answer.report import Report, report_steps
from zegoerr_gui.core.answer.situation import read_situation
from zegoerr_gui.core.log.saving import UnsavedError, save_text
from zegoerr_gui.core.log.source import beside
from zegoerr_gui.widgets.file_question import ask_save_name
from zegoerr_gui.widgets.log_pane import LogPane


class Reports(QObject):
    """Holds where the last report was saved.

    Sends ``said`` with what the agent should know, ``saved`` with the name of a report.
    """

    said = Signal(str)
    saved = Signal(str)

    def __init__(self, panes: LogPanes, work: LogWork, templates: OwnTemplates, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._work, self._templates = panes, work, templates
        self._last: Path | None = None

    def save(self, log: OpenLog) -> None:
        """Ask for a name, and save a report on a log under it."""
        pane = self._panes.pane
        if log.scan is None or pane is None:
            self.said.emit(not_yet())
            return
        kinds = ";;".join((self.tr("Page (*.html)"), self.tr("Markdown (*.md)")))
        offered = beside(log.scan.source, f"{Path(log.name).stem}-report.html")
        ask_save_name(pane, self.tr("Save a report"), offered, kinds, partial(self._begin, log, pane))

    def show_last(self) -> None:
        """Open the folder of the report that was saved last."""
        if self._last is None:
            self.said.emit(self.tr("No report was saved yet."))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

    def _begin(self, log: OpenLog, pane: LogPane, name: str, kind: str) -> None:
        path = Path(name)
        if log.scan is None:  # it is read in another encoding meanwhile
            self.said.emit(not_yet())
            return
        if path.suffix.lower() not in (".html", ".htm", ".md"):
            path = path.with_name(path.name + (".md" if "*.md" in kind else ".html"))
        mask = Recorder(pane.outgoing.masking)
        steps = report_steps(read_situation(log.scan), self._templates.read("en"), mask, mask.told)
        self._work.start(log, steps, partial(self._save, path))

    def _save(self, path: Path, made: Report) -> None:
        try:
            save_text(made.markdown if path.suffix.lower() == ".md" else made.html, path)
        except UnsavedError as error:
            self.said.emit(str(error))
        else:
            self._last = path.absolute()
            self.saved.emit(path.name)
