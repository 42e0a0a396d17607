"""The page about the program, and the diagnostics that can be copied from it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui import places
from zegoerr_gui.app.clipboard import put
from zegoerr_gui.app.trouble_log import TroubleLog
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.widgets.look import Look


class About(QObject):
    """Opens the page over the window. Sends ``said`` when the diagnostics were copied.

    ``trouble_log`` is where the program keeps what went wrong in it; None while it keeps nothing.
    """

    said = Signal(str)

    def __init__(self, loaded: Loaded, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.loaded, self._look, self._window = loaded, look, window
        self.trouble_log: TroubleLog | None = None

    def show(self) -> None:
        """Open the page."""
        from zegoerr_gui.app import pages
        from zegoerr_gui.widgets.text_page import TextPage

        groups = [*pages.about(self.loaded.catalogue), (self.tr("This copy"), self._copy())]
        page = TextPage(self.tr("About ZegoErr"), groups, self._look, self._window)
        page.offer(self.tr("Copy diagnostics"), self.copy)
        page.open()

    def copy(self) -> None:
        """Put on the clipboard what somebody who looks for a fault must know."""
        from zegoerr_gui.app.diagnostics import diagnostics

        put(diagnostics(self.loaded.catalogue, self.loaded.faults, self.trouble_log))
        self.said.emit(self.tr("Diagnostics copied: versions, platform, catalogue; nothing of your logs"))

    def _copy(self) -> list[tuple[str, str]]:
        """What this copy of the program runs on and under which licences."""
        from zegoerr_gui.app.diagnostics import versions

        licences = self.tr("ZegoErr: MIT. Qt and PySide6: LGPL 3, as libraries that can be replaced.")
        if places.licences_folder().is_dir():
            licences += " " + self.tr("All texts lie in {folder}").format(folder=places.licences_folder())
        rows = [*versions(), (self.tr("Licences"), licences)]
        if self.trouble_log and not self.trouble_log.obstacle:
            rows.append((self.tr("Trouble log"), str(self.trouble_log.path)))
        return rows
