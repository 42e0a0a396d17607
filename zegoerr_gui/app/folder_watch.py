"""Looks at a folder of YAML files again and again, so that what is changed in it is picked up."""

from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from zegoerr_gui.core.catalogue.files import Look, Stamp, look_at
from zegoerr_gui.core.log.reader import read_aside

_PAUSE: Final = 2_000  # milliseconds between two looks
_WAIT: Final = 20  # milliseconds between two questions whether the disk has answered


class FolderWatch(QObject):
    """Holds one folder. Sends ``looked`` with what each look at it saw.

    The system is not asked to tell of changes, since it cannot on many shares. Each look is taken by a thread of its
    own: a share that sleeps delays the next look, and nothing else.
    """

    looked = Signal(Look)

    def __init__(self, folder: Path, known: Callable[[], Mapping[Path, Stamp]], parent: QObject | None = None) -> None:
        """``known`` says what is known of the folder's files by now."""
        super().__init__(parent)
        self.folder = folder
        self._known = known
        self._looking: Generator[Look | None, None, None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self._wait = QTimer(self, interval=_WAIT)
        self._wait.timeout.connect(self._take)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_to_front)

    @property
    def looking(self) -> bool:
        """Whether a look is under way."""
        return self._looking is not None

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if self._looking is None:
            self._pause.stop()
            folder, known = self.folder, dict(self._known())
            self._looking = read_aside(lambda: iter([look_at(folder, known)]))
            self._wait.start()

    def stop(self) -> None:
        """Look no more."""
        self._pause.stop()
        self._wait.stop()
        if self._looking is not None:
            self._looking.close()
            self._looking = None

    def _take(self) -> None:
        assert self._looking is not None
        look = next(self._looking)
        if look is not None:
            self._looking.close()
            self._looking = None
            self._wait.stop()
            self._pause.start()
            self.looked.emit(look)

    def _come_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()
