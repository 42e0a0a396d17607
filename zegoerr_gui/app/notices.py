"""What is said at the top of the window until it is dismissed: of the catalogue, of logs not opened, of the log."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from zegoerr_gui.app.open_log import OpenLog


class Notices(QObject):
    """Holds what the bar shows only the first of. Sends ``page_asked`` with the title and the groups of a page."""

    page_asked = Signal(str, list)

    def __init__(self, bar: NoticeBar, faults: Sequence[Fault], parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._faults = faults
        self._kept_back: Sequence[Path] = ()
        self._team: Path | None = None
        self._refusals: list[str] = []  # why logs that were brought last could not be opened
        bar.details_asked.connect(self.show_details)
        self._tell_faults()

    def tell_faults(self, faults: Sequence[Fault], kept_back: Sequence[Path], team: Path | None) -> None:
        """Say what is wrong in the catalogues and the team's folder, and of which files an earlier state is in use."""
        self._faults, self._kept_back, self._team = faults, kept_back, team
        self._tell_faults()

    def tell_log(self, log: OpenLog | None) -> None:
        """Say what keeps the log on show from being read to its end, if anything does."""
        self._bar.say_of_log(log.trouble if log else "")

    def tell_refusal(self, sentence: str) -> None:
        """Say why a log cannot be opened, and of how many others that is so."""
        self._refusals.append(sentence)
        others = len(self._refusals) - 1
        if others:
            said = self.tr("{first} {others} cannot be opened.")
            sentence = said.format(first=self._refusals[0], others=counted(others, "more log"))
        self._bar.say(sentence, more=bool(others))

    def forget_refusals(self) -> None:
        """Other logs are brought: what was said of the last ones no longer matters."""
        self._refusals.clear()
        self._bar.say("")

    def show_details(self, lasting: bool) -> None:
        """Ask for a page of all that the bar shows the first of: faults of the catalogue, or logs not opened."""
        from zegoerr_gui.app import pages

        if lasting:
            self.page_asked.emit(self.tr("Faults in the catalogue"), pages.faults(self._faults))
        else:
            self.page_asked.emit(self.tr("Logs that cannot be opened"), pages.refusals(self._refusals))

    def _tell_faults(self) -> None:
        if not self._faults:
            self._bar.keep("")
            return
        count, kept = len(self._faults), self._kept_back
        first = next((fault for fault in self._faults if fault.file in kept), self._faults[0])
        said = self.tr("The catalogue has {faults}; the rest of it is loaded. {first}")
        if self._team and all(self._team in (fault.file, fault.file.parent) for fault in self._faults):
            said = self.tr("Your team's folder has {faults}; the rest of it is used. {first}")
        if kept:
            said = self.tr("{faults} found. The last good state of {files} stays in use. {first}")
        files = kept[0].name if len(kept) == 1 else counted(len(kept), "file")
        self._bar.keep(said.format(files=files, faults=counted(count, "fault"), first=first), more=count > 1)
