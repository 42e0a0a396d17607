"""What is remembered of windows: their sizes, and how they are divided."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter

from zegoerr_gui.app.store import Store

_PAUSE: Final = 1000  # milliseconds in which changes are gathered before they are written
_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange)
_LAYOUT: Final = "1"  # raised when the arrangement changes so that what is remembered no longer fits


class Geometry(QObject):
    """Reads and writes arrangements; what cannot be read is as if it had never been written.

    Sends ``rearranged`` a second after the agent began to give the window that is watched another size or arrangement:
    it is kept then, since a program that is killed keeps nothing.
    """

    rearranged = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.restored = False  # the window has its last size and arrangement
        self._window: QMainWindow | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.rearranged)

    def restore(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> bool:
        """Give the window its last size and arrangement; False where none is remembered."""
        if self._store.value("layout") != _LAYOUT:
            return False
        restored = window.restoreGeometry(self._store.bytes("window"))
        for name, splitter in splitters.items():
            restored = splitter.restoreState(self._store.bytes(f"splitter/{name}")) and restored
        self.restored = restored
        return restored

    def watch(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Hear of each change of a window's size and arrangement from here on."""
        self._window = window
        window.installEventFilter(self)
        for splitter in splitters.values():
            splitter.splitterMoved.connect(self.note)

    def note(self) -> None:
        """Something was moved that is to be remembered."""
        if not self._pause.isActive():
            self._pause.start()

    def save(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Remember the window's size and arrangement."""
        self._pause.stop()
        if self._store.value("layout") != _LAYOUT:
            self._store.keep("layout", _LAYOUT)
        self._keep("window", window.saveGeometry())
        for name, splitter in splitters.items():
            self._keep(f"splitter/{name}", splitter.saveState())

    @property
    def log_split(self) -> QByteArray:
        """How the pane of a log is divided."""
        return self._store.bytes("splitter/log")

    @log_split.setter
    def log_split(self, state: QByteArray) -> None:
        self._keep("splitter/log", state)

    def follow(self, dialog: QDialog, name: str) -> None:
        """Give a dialog the size it had when it was closed last, by a name of its own, and remember the next one."""
        dialog.restoreGeometry(self._store.bytes(f"dialog/{name}"))
        dialog.setProperty("remembered", name)
        dialog.installEventFilter(self)

    def _keep(self, key: str, state: QByteArray) -> None:
        if self._store.bytes(key) != state:
            self._store.keep(key, state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QDialog):
            self._store.keep(f"dialog/{watched.property('remembered')}", watched.saveGeometry())
        elif watched is self._window and event.type() in _MOVES:
            self.note()
        return super().eventFilter(watched, event)
