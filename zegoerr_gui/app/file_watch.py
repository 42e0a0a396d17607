"""Notices that files that are open may have changed."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_PAUSE = 1_000  # milliseconds between two looks at files that change all the time


class FileWatch(QObject):
    """Holds the files to watch. Sends ``stirred`` when one of them may have changed, at most once a second each.

    The system's word is not waited for alone, since on some disks it never comes: when the program comes to the front
    again, every file counts as stirred.
    """

    stirred = Signal(Path)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: set[Path] = set()
        self._pending: set[Path] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._note)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_to_front)

    def watch(self, files: set[Path]) -> None:
        """Watch these files, and no others any more."""
        for path in self._files - files:
            self._watcher.removePath(str(path))
        for path in files - self._files:
            self._watcher.addPath(str(path))
        self._files = set(files)
        self._pending &= self._files

    def _come_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._pending |= self._files
            self._tell()

    def _note(self, name: str) -> None:
        self._pending.add(Path(name))
        if not self._pause.isActive():
            self._pause.start()

    def _tell(self) -> None:
        stirred, self._pending = self._pending & self._files, set()
        for path in sorted(stirred):
            if str(path) not in self._watcher.files() and path.exists():  # it was replaced, and forgotten with that
                self._watcher.addPath(str(path))
            self.stirred.emit(path)
