"""How logs come in: paste, drop, files, the sample."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zegoerr_gui import places
from zegoerr_gui.app.brought import Brought
from zegoerr_gui.app.clipboard import read_pasted
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.widgets.file_question import ask_files

if TYPE_CHECKING:  # what opens logs is loaded with the first of them
    from zegoerr_gui.core.log.opening import Opening
    from zegoerr_gui.core.log.source import Original
    from zegoerr_gui.core.log.zips import Member

_STANDARD_INPUT = Path("-")
_FELT = 5_000_000  # bytes of the clipboard whose copying alone takes some hundredths of a second


class Intake(QObject):
    """Opens what is brought. Sends ``query_pasted`` for a short text, ``said`` with what the agent should know."""

    query_pasted = Signal(str)
    said = Signal(str)

    def __init__(self, logs: OpenLogs, window: QWidget) -> None:
        super().__init__(window)
        self._logs = logs
        self._window = window
        self._texts = Counter[str]()  # brought so far, by what they are called

    def paste(self) -> None:
        """Take whatever is on the clipboard for what it is."""
        self.take(QGuiApplication.clipboard().mimeData(), self.tr("Pasted text"))

    def take(self, mime: QMimeData, name: str) -> None:
        """Take a clipboard's or a drop's content; ``name`` is what its text is called as a log."""
        from zegoerr_gui.core.log.opening import open_bytes, open_html

        pasted = read_pasted(mime)
        if pasted.kind == "files":
            self.open_files(pasted.files)
        elif pasted.kind == "log":
            open_it = partial(self._open_text, partial(open_bytes, pasted.data), name)
            if len(pasted.data) > _FELT:  # the window answers between the clipboard's bytes and the making of a pane
                QTimer.singleShot(0, self, open_it)
            else:
                open_it()
        elif pasted.kind == "html":
            self._open_text(partial(open_html, pasted.data.decode()), name)
        elif pasted.kind == "query":
            self.query_pasted.emit(pasted.data.decode())
        elif pasted.kind == "picture":
            self.said.emit(self.tr("This is a picture. Copy the text out of it and paste that."))
        else:
            self.said.emit(self.tr("There is no text to paste. Copy a log, a message or a code first."))

    def ask_files(self) -> None:
        """Let the agent choose files."""
        kinds = self.tr("Logs (*.log *.txt *.json *.har *.csv *.gz *.zip);;All files (*)")
        ask_files(self._window, self.tr("Open logs"), kinds, self.open_files)

    def open_files(self, files: Sequence[Path], encoding: str | None = None) -> None:
        """Open each of the files as a log of its own; ``-`` is standard input, ``encoding`` what is known of them."""
        self._logs.open([self.brought(path, encoding) for path in files])

    def open_members(self, archive: "Original", members: "Sequence[Member]") -> None:
        """Open logs of an archive."""
        from zegoerr_gui.core.log.opening import open_member

        name = self.tr("{log} in {archive}")
        named = [(name.format(log=member.name, archive=archive.name), member) for member in members]
        self._logs.open([Brought(title, partial(open_member, archive, member)) for title, member in named])

    def open_sample(self) -> None:
        """Open the log that comes with the program."""
        self.open_files([places.sample_log()])

    def brought(self, path: Path, encoding: str | None) -> Brought:
        """A file as it is brought: ``-`` is standard input, ``encoding`` what is known of it."""
        from zegoerr_gui.core.log.opening import open_file, open_standard_input

        if path == _STANDARD_INPUT:
            return Brought(self.tr("standard input"), partial(open_standard_input, encoding))
        return Brought(path.name or str(path), partial(open_file, path, encoding), path)

    def _open_text(self, opening: "Callable[[str], Opening]", name: str) -> None:
        self._texts[name] += 1
        name = name if self._texts[name] == 1 else f"{name} {self._texts[name]}"
        self._logs.open([Brought(name, partial(opening, name))])
