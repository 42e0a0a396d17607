"""What is remembered of windows: their sizes, and how they are divided."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter

from zegoerr_gui.app.store import Store

_LAYOUT: Final = "1"  # raised when the arrangement changes so that what is remembered no longer fits


class Geometry(QObject):
    """Reads and writes arrangements; what cannot be read is as if it had never been written."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def restore(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> bool:
        """Give the window its last size and arrangement; False where none is remembered."""
        if self._store.value("layout") != _LAYOUT:
            return False
        restored = window.restoreGeometry(self._store.bytes("window"))
        for name, splitter in splitters.items():
            restored = splitter.restoreState(self._store.bytes(f"splitter/{name}")) and restored
        return restored

    def save(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Remember the window's size and arrangement."""
        self._store.keep("layout", _LAYOUT)
        self._store.keep("window", window.saveGeometry())
        for name, splitter in splitters.items():
            self._store.keep(f"splitter/{name}", splitter.saveState())

    @property
    def log_split(self) -> QByteArray:
        """How the pane of a log is divided."""
        return self._store.bytes("splitter/log")

    @log_split.setter
    def log_split(self, state: QByteArray) -> None:
        self._store.keep("splitter/log", state)

    def follow(self, dialog: QDialog, name: str) -> None:
        """Give a dialog the size it had when it was closed last, by a name of its own, and remember the next one."""
        dialog.restoreGeometry(self._store.bytes(f"dialog/{name}"))
        dialog.setProperty("remembered", name)
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QDialog):
            self._store.keep(f"dialog/{watched.property('remembered')}", watched.saveGeometry())
        return super().eventFilter(watched, event)
