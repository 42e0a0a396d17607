"""Asks under which name a file shall be saved, without a loop of its own: the window goes on, and so do its logs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_save_name(parent: QWidget, title: str, offered: str, kinds: str, done: Callable[[str, str], None]) -> None:
    """Let the agent name a file; ``done`` is told the name, and which of ``kinds`` was chosen, where there are any.

    The question goes with its parent: where the log is closed meanwhile nothing is asked any more.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if kinds:
        dialog.setNameFilters(kinds.split(";;"))
    dialog.selectFile(offered)
    dialog.fileSelected.connect(lambda name: done(name, dialog.selectedNameFilter()))
    dialog.open()
