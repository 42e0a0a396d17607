"""Asks for files, folders and names without a loop of its own: the window goes on, and so do its logs.

A question goes with its parent: where that is closed meanwhile nothing is asked any more.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget


def ask_files(parent: QWidget, title: str, kinds: str, done: Callable[[Sequence[Path]], object]) -> None:
    """Let the agent choose files that exist, of one of ``kinds``."""
    dialog = _question(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
    dialog.open()


def ask_file(parent: QWidget, title: str, kinds: str, done: Callable[[Path], object]) -> None:
    """Let the agent choose one file that exists."""
    dialog = _question(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()


def ask_folder(parent: QWidget, title: str, chosen: Path | None, done: Callable[[Path], object]) -> None:
    """Let the agent choose a folder; ``chosen`` is the one chosen last."""
    dialog = _question(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if chosen:
        dialog.setDirectory(str(chosen))
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()


def ask_save_name(parent: QWidget, title: str, offered: str, kinds: str, done: Callable[[str, str], object]) -> None:
    """Let the agent name a file; ``done`` is told the name, and which of ``kinds`` was chosen, where there are any."""
    dialog = _question(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(offered)
    dialog.fileSelected.connect(lambda name: done(name, dialog.selectedNameFilter()))
    dialog.open()


def _question(parent: QWidget, title: str, kinds: str = "") -> QFileDialog:
    # One that is asked beside an open dialog, and not over it, would stand behind it and wait for ever.
    dialog = QFileDialog(QApplication.activeModalWidget() or parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if kinds:
        dialog.setNameFilters(kinds.split(";;"))
    return dialog
