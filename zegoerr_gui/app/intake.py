"""How logs come in: paste, drop, files, the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from zegoerr_gui import places
from zegoerr_gui.app.clipboard import read_pasted
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.core.log.opening import open_bytes, open_file, open_html


class Intake(QObject):
    """Opens what is brought. Sends ``query_pasted`` for a short text, ``said`` with what the agent should know."""

    query_pasted = Signal(str)
    said = Signal(str)

    def __init__(self, log: OpenLog, window: QWidget) -> None:
        super().__init__(window)
        self._log = log
        self._window = window

    def paste(self) -> None:
        """Take whatever is on the clipboard for what it is."""
        self.take(QGuiApplication.clipboard().mimeData(), self.tr("pasted text"))

    def take(self, mime: QMimeData, name: str) -> None:
        """Take a clipboard's or a drop's content; ``name`` is what its text is called as a log."""
        pasted = read_pasted(mime)
        if pasted.kind == "files":
            self.open_files(pasted.files)
        elif pasted.kind == "log":
            self._log.open(open_bytes(pasted.data, name))
        elif pasted.kind == "html":
            self._log.open(open_html(pasted.data.decode(), name))
        elif pasted.kind == "query":
            self.query_pasted.emit(pasted.data.decode())
        elif pasted.kind == "picture":
            self.said.emit(self.tr("This is a picture. Copy the text out of it and paste that."))
        else:
            self.said.emit(self.tr("There is no text to paste. Copy a log, a message or a code first."))

    def ask_file(self) -> None:
        """Let the agent choose a file."""
        kinds = self.tr("Logs (*.log *.txt *.json *.har *.csv);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a log"), "", kinds)
        if name:
            self.open_files([Path(name)])

    def open_files(self, files: Sequence[Path]) -> None:
        """Open the first of the files, and say so when there are more."""
        if len(files) > 1:
            said = self.tr("{count} files were brought. {name} is open; bring the others one by one.")
            self.said.emit(said.format(count=len(files), name=files[0].name))
        self._log.open(open_file(files[0]))

    def open_sample(self) -> None:
        """Open the log that comes with the program."""
        self._log.open(open_file(places.sample_log()))
