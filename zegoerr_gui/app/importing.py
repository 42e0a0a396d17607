"""Brings a vendor's page into the window: read as a job, shown with what differs, saved as a catalogue."""

import re
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui import places
from zegoerr_gui.app.catalogues import Catalogues, InUse
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.difference import Difference, compare
from zegoerr_gui.core.catalogue.difference_text import as_markdown, counts_of
from zegoerr_gui.core.catalogue.page.blocks import PageError
from zegoerr_gui.core.catalogue.page.importing import Imported, import_page
from zegoerr_gui.core.catalogue.page.opening import open_page
from zegoerr_gui.core.catalogue.page.report import report_as_text
from zegoerr_gui.core.catalogue.page.writing import NotWrittenError, earlier_import, write_pack
from zegoerr_gui.core.log.reader import ask_aside
from zegoerr_gui.core.log.saving import UnsavedError, save_text
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.stepwise import now_and_then, through
from zegoerr_gui.widgets.file_question import ask_file, ask_save_name
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.page_dialog import PageDialog

Made = TypeVar("Made")


class _Read(NamedTuple):
    """A page, and what differs: from its earlier import, where there is one (``again``), else from what is used."""

    imported: Imported
    difference: Difference
    again: bool


class Importing(QObject):
    """Asks for a page and opens its dialog.

    Sends ``asked`` with the dialog, to be opened, and ``said`` with what the agent should know.
    """

    asked = Signal(PageDialog)
    said = Signal(str)

    def __init__(self, catalogues: Catalogues, jobs: Jobs, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._catalogues, self._jobs, self._look, self._window = catalogues, jobs, look, window

    def ask(self) -> None:
        """Let the agent choose a page."""
        kinds = self.tr("Pages (*.txt *.md *.mdx *.html *.htm);;All files (*)")
        ask_file(self._window, self.tr("Import a page of error codes"), kinds, self.open)

    def open(self, path: Path) -> PageDialog:
        """Read a page and show it; closing the dialog ends the reading."""
        dialog = PageDialog(path.name, self._look, self._window)
        read: list[_Read] = []

        def work() -> Generator[float, None, None]:
            known = self._catalogues.catalogue
            text = yield from ask_aside(partial(open_page, path))
            (earlier,) = yield from ask_aside(lambda: (_earlier(_folder_of(path)),))
            imported = yield from _telling(import_page(text, known), dialog, 0.0, 0.6)
            beside = known if earlier is None else earlier
            difference = yield from _telling(compare(beside, imported.catalogue, of_page=True), dialog, 0.6, 1.0)
            read.append(_Read(imported, difference, earlier is not None))

        job = self._jobs.start(work(), lambda: self._show(dialog, read[0]), partial(self._fail, dialog), first=True)
        dialog.progress.show_share(0.0)
        dialog.finished.connect(lambda _: self._jobs.cancel(job))
        self.asked.emit(dialog)
        return dialog

    def _show(self, dialog: PageDialog, read: _Read) -> None:
        report, difference = read.imported.report, read.difference
        headline = self.tr("{codes} in {families}").format(
            codes=counted(report.entries, "code"), families=counted(len(report.families), "family", "families")
        )
        beside = self.tr("the earlier import") if read.again else self.tr("the catalogues in use")
        counts = self.tr("{oddities}, {texts} left out. Beside {catalogue}: {difference}.").format(
            oddities=counted(len(report.oddities), "oddity", "oddities"),
            texts=counted(len(report.left_out), "text"),
            catalogue=beside,
            difference=counts_of(difference),
        )
        dialog.export_asked.connect(partial(self._export, dialog, read))
        dialog.save_asked.connect(partial(self._save, dialog, read))
        dialog.show_page(headline, counts, report_as_text(report), difference)

    def _fail(self, dialog: PageDialog, error: Exception) -> None:
        if not isinstance(error, PageError):
            raise error
        dialog.show_failure(str(error))

    def _export(self, dialog: PageDialog, read: _Read, part: str) -> None:
        report = read.imported.report
        stem = Path(report.page).stem
        if part == "report":
            title, offered, kinds = self.tr("Save the report"), f"{stem}-report.txt", self.tr("Text (*.txt)")
        else:
            title, offered, kinds = self.tr("Save the difference"), f"{stem}-difference.md", self.tr("Markdown (*.md)")

        def save(name: str, _kind: str) -> None:
            try:
                save_text(report_as_text(report) if part == "report" else as_markdown(read.difference), Path(name))
            except UnsavedError as error:
                dialog.toast.say(str(error))
            else:
                dialog.toast.say(self.tr("Saved as {name}").format(name=visible(Path(name).name)))

        ask_save_name(dialog, title, offered, kinds, save)

    def _save(self, dialog: PageDialog, read: _Read) -> None:
        """Write the page as a catalogue into the user's folder; it is used unless one in use has the same codes."""
        folder = _folder_of(Path(read.imported.report.page))
        known = self._catalogues.catalogue
        shared = sum(entry.code in known for entry in read.imported.catalogue)
        on = folder in self._catalogues.in_use.on if read.again else 2 * shared <= read.imported.report.entries

        def work() -> Generator[float, None, None]:
            yield from ask_aside(lambda: write_pack(read.imported, folder))

        def done() -> None:
            self._take_up(folder, on=on)
            dialog.accept()

        def fail(error: Exception) -> None:
            if not isinstance(error, NotWrittenError):
                raise error
            dialog.save_button.setEnabled(True)
            dialog.toast.say(str(error))

        dialog.save_button.setEnabled(False)
        self._jobs.start(work(), done, fail, first=True)

    def _take_up(self, folder: Path, *, on: bool) -> None:
        in_use = self._catalogues.in_use
        others_on = tuple(path for path in in_use.on if path != folder)
        others_off = tuple(path for path in in_use.off if path != folder)
        if on:
            self._catalogues.use(InUse((*others_on, folder), others_off, in_use.team))
            self.said.emit(self.tr("Saved as {name}, and in use now").format(name=folder.name))
        else:
            self._catalogues.use(InUse(others_on, (*others_off, folder), in_use.team))
            said = self.tr("Saved as {name}, and off: a catalogue in use has these codes.")
            self.said.emit(said.format(name=folder.name))


def _telling(
    steps: Generator[float, None, Made], dialog: PageDialog, first: float, last: float
) -> Generator[float, None, Made]:
    """The same steps; the dialog shows how far they are, ``first`` and ``last`` being their part of the whole."""
    show = now_and_then(100, dialog.progress.show_share)
    return through(steps, lambda share: show(first + (last - first) * share))


def _folder_of(page: Path) -> Path:
    """The folder of the catalogue that a page becomes, among those of the user."""
    return places.packs_folder() / (re.sub(r"[^a-z0-9]+", "-", page.stem.lower()).strip("-") or "imported")


def _earlier(folder: Path) -> Catalogue | None:
    try:
        return earlier_import(folder)
    except NotWrittenError:  # what is there says so when the page shall be saved
        return None
