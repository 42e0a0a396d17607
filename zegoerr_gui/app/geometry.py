"""What the window remembers of itself: size, splitters, colours, zoom. The only file that touches ``QSettings``."""

import re
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from zegoerr_gui.app.theme import Choice

_ORGANISATION, _PROGRAM = "ZegoErr", "zegoerr"
_LAYOUT = 1  # raised when the arrangement changes so that what is remembered no longer fits


class Geometry:
    """Reads and writes what is remembered; what cannot be read is as if it had never been written."""

    def __init__(self) -> None:
        ini = QSettings.Format.IniFormat
        self._settings = QSettings(ini, QSettings.Scope.UserScope, _ORGANISATION, _PROGRAM)

    def restore(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> bool:
        """Give the window its last size and arrangement; False where none is remembered."""
        if self._settings.value("layout") != str(_LAYOUT):
            return False
        restored = window.restoreGeometry(self._bytes("window"))
        for name, splitter in splitters.items():
            restored = splitter.restoreState(self._bytes(f"splitter/{name}")) and restored
        return restored

    def save(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Remember the window's size and arrangement."""
        self._settings.setValue("layout", str(_LAYOUT))
        self._settings.setValue("window", window.saveGeometry())
        for name, splitter in splitters.items():
            self._settings.setValue(f"splitter/{name}", splitter.saveState())
        self._settings.sync()

    @property
    def log_split(self) -> QByteArray:
        """How the pane of a log is divided."""
        return self._bytes("splitter/log")

    @log_split.setter
    def log_split(self, state: QByteArray) -> None:
        self._settings.setValue("splitter/log", state)

    @property
    def theme(self) -> Choice:
        """The colours the agent chose."""
        value = self._settings.value("theme")
        return value if value in get_args(Choice) else "system"

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._settings.setValue("theme", choice)

    @property
    def zoom(self) -> int:
        """Steps of zoom, 0 being the system's size."""
        value = str(self._settings.value("zoom", "0"))
        return int(value) if re.fullmatch(r"-?[0-9]{1,2}", value) else 0

    @zoom.setter
    def zoom(self, steps: int) -> None:
        self._settings.setValue("zoom", str(steps))

    @property
    def timeline(self) -> bool:
        """Whether the timeline is shown."""
        return str(self._settings.value("timeline")) != "hidden"

    @timeline.setter
    def timeline(self, shown: bool) -> None:
        self._settings.setValue("timeline", "shown" if shown else "hidden")

    @property
    def templates(self) -> Path | None:
        """The folder of the team's own templates; None for those that come with the program."""
        folder = self._settings.value("templates")
        return Path(folder) if isinstance(folder, str) and folder else None

    @templates.setter
    def templates(self, folder: Path | None) -> None:
        self._settings.setValue("templates", str(folder) if folder else "")

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
