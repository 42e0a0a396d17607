"""Files that the system asks a running program to open: on macOS, a double click, "Open with" and the Dock."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpening(QObject):
    """Watches the application. Sends ``files_asked`` with a list of one path for each file asked for."""

    files_asked = Signal(list)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what asks for a file; web addresses and everything else go on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.files_asked.emit([Path(event.file())])
            return True
        return False
