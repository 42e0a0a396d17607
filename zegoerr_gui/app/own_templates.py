"""The templates that answers are written with: those that come with the program, or the team's own in a folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui import places
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import LANGUAGES, Language, Templates
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.file_question import ask_folder


class OwnTemplates(QObject):
    """Holds what was read, by language. Sends ``said`` with what the agent should know of a folder."""

    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None
        self._read: dict[Language, Templates] = {}

    def read(self, language: Language) -> Templates:
        """The templates of a language."""
        if language not in self._read:
            self._read[language] = read_templates(language, places.templates_folder(), self._folder)
        return self._read[language]

    def use(self, folder: Path | None) -> None:
        """Write with the templates of a folder from here on, or with those that come with the program."""
        self._folder = folder
        self._read.clear()

    def ask(self, done: Callable[[Path], object]) -> None:
        """Let the agent choose the folder of the team's own templates, for ``done``; says what is wrong in it."""

        def use(folder: Path) -> None:
            self._try(folder)
            done(folder)

        ask_folder(self._window, self.tr("Folder with templates of your own"), self._folder, use)

    def _try(self, folder: Path) -> None:
        self.use(folder)
        faults = [fault for language in LANGUAGES for fault in self.read(language).faults]
        if faults:
            said = self.tr("{fault} The program's own text is used there.").format(fault=faults[0])
        else:
            said = self.tr("Replies are written with the templates in {folder}").format(folder=visible(folder.name))
        self.said.emit(said)
