"""Lets the agent choose catalogues and the team's folder."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.catalogues import Catalogues, InUse
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.core.catalogue.files import read_raw
from zegoerr_gui.core.catalogue.reading import PACK_FILE, ReadFile, file_steps
from zegoerr_gui.core.log.reader import ask_aside
from zegoerr_gui.widgets.file_question import ask_folder
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:
    from zegoerr_gui.widgets.catalogues_dialog import CatalogueRow, CataloguesDialog


class CataloguesChoice(QObject):
    """Opens the dialog and does what is chosen in it.

    Sends ``asked`` with the dialog, to be opened, and ``said`` with what the agent should know.
    """

    asked = Signal(QDialog)
    said = Signal(str)

    def __init__(self, catalogues: Catalogues, jobs: Jobs, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._catalogues, self._jobs, self._look, self._window = catalogues, jobs, look, window
        self._dialog: CataloguesDialog | None = None

    def ask(self) -> None:
        """Read what each catalogue says of itself, then ask."""
        in_use = self._catalogues.in_use
        rows: list[CatalogueRow] = []

        def read() -> Generator[float, None, None]:
            for folder in in_use.known:
                rows.append((yield from self._row(folder, on=folder in in_use.on)))

        self._jobs.start(read(), lambda: self._open(rows, in_use.team), self._fail)

    def _open(self, rows: list[CatalogueRow], team: Path | None) -> None:
        from zegoerr_gui.widgets.catalogues_dialog import CataloguesDialog

        dialog = self._dialog = CataloguesDialog(rows, team, self._look, self._window)
        dialog.add_asked.connect(self._ask_folder)
        dialog.chosen.connect(self._use)
        dialog.finished.connect(self._forget)
        self.asked.emit(dialog)

    def _forget(self) -> None:
        self._dialog = None

    def _ask_folder(self) -> None:
        ask_folder(self._window, self.tr("Add the folder of a catalogue"), None, self.add)

    def add(self, folder: Path) -> None:
        """Offer one more catalogue in the dialog, or say that the folder holds none."""
        rows: list[CatalogueRow] = []

        def read() -> Generator[float, None, None]:
            rows.append((yield from self._row(folder, on=True)))

        self._jobs.start(read(), lambda: self._offer(rows[0]), self._fail)

    def _offer(self, row: CatalogueRow) -> None:
        if self._dialog and row.edition != self._unread:
            self._dialog.add(row)
        elif self._dialog:
            said = self.tr("{folder} holds no catalogue: there is no {file} in it that can be read.")
            self.said.emit(said.format(folder=row.folder.name, file=PACK_FILE))

    def _row(self, folder: Path, *, on: bool) -> Generator[float, None, CatalogueRow]:
        from zegoerr_gui.widgets.catalogues_dialog import CatalogueRow

        raw = yield from ask_aside(lambda: read_raw(folder / PACK_FILE))
        read: ReadFile = yield from file_steps(raw)
        if read.pack is None:
            return CatalogueRow(folder, folder.name, "", self._unread, on)
        pack = read.pack
        codes = sum(entry.pack == pack.id for entry in self._catalogues.catalogue.all) or None
        return CatalogueRow(folder, pack.title or folder.name, pack.platform, pack.edition, on, codes)

    @property
    def _unread(self) -> str:
        return self.tr("cannot be read")

    def _use(self, on: list[Path], off: list[Path], team: Path | None) -> None:
        self._catalogues.use(InUse(tuple(on), tuple(off), team))

    def _fail(self, error: Exception) -> None:
        raise error
