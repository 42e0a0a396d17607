"""Opens the file that an entry is written in, in the agent's editor, at its line."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

from zegoerr_gui.app.clipboard import put
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.core.catalogue.entry import Place
from zegoerr_gui.models.code_table_model import CodeTableModel

# How editors with a window of their own are told a line; the first that is there is taken where none is named.
_EDITORS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("--goto", "{file}:{line}"),
    "codium": ("--goto", "{file}:{line}"),
    "subl": ("{file}:{line}",),
    "zed": ("{file}:{line}",),
    "notepad++": ("-n{line}", "{file}"),
    "bbedit": ("+{line}", "{file}"),
    "mate": ("--line", "{line}", "{file}"),
    "kate": ("--line", "{line}", "{file}"),
    "gedit": ("+{line}", "{file}"),
    "gnome-text-editor": ("+{line}", "{file}"),
    "mousepad": ("--line={line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
}


class EntryFile(QObject):
    """Sends ``said`` with what became of it. Where no editor is known that can be told a line, the place is copied."""

    said = Signal(str)

    def __init__(self, linked: LinkedPanes, model: CodeTableModel) -> None:
        super().__init__(linked)
        self._linked, self._model = linked, model

    def open_shown(self) -> None:
        """Open the file of the code on show."""
        place = self._model.entry(self._linked.code).place if self._linked.code is not None else None
        if place:
            self.open(place)
        else:
            self.said.emit(self.tr("No file has an entry of this code."))

    def open(self, place: Place) -> None:
        """Open a file at a line."""
        command = editor_command(place, os.environ)
        if command and QProcess.startDetached(command[0], command[1:])[0]:
            said = self.tr("Opened in {editor}: {file}, line {line}")
            editor = Path(command[0]).stem
            self.said.emit(said.format(editor=editor, file=place.file.name, line=place.line))
        else:
            put(str(place))
            self.said.emit(self.tr("Copied, to open in an editor: {place}").format(place=place))


def editor_command(place: Place, environment: Mapping[str, str]) -> list[str]:
    """The program and its words that open a place: the editor that VISUAL or EDITOR names, else one that is known.

    Empty where there is none with a window of its own.
    """
    named = filter(None, (_program(environment.get(name, "")) for name in ("VISUAL", "EDITOR")))
    for name in (*named, *_EDITORS):
        form = _EDITORS.get(Path(name).stem.lower())
        program = shutil.which(name, path=environment.get("PATH"))
        if form and program:
            return [program, *(word.format(file=place.file, line=place.line) for word in form)]
    return []


def _program(command: str) -> str:
    """The program of a command; empty where it cannot be told."""
    try:
        return next(iter(shlex.split(command, posix=os.name != "nt")), "")
    except ValueError:  # a quotation mark too many
        return ""
