"""Where settings and the arrangement of windows are kept from one start to the next: the only user of ``QSettings``."""

import contextlib
import shutil
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from zegoerr_gui.app.damaged import copied_aside

_MAC_BEFORE = Path(".config/ZegoErr/zegoerr.ini")  # in the home folder, where earlier versions kept it on macOS


class Store:
    """Holds words and arrangements by key, in a file or, for a picture, in memory only.

    Each key is written by itself: what another window has written meanwhile under other keys stays. ``trouble`` says
    what became of a file that was damaged; it is empty otherwise.
    """

    def __init__(self, file: Path | None) -> None:
        """``file`` None keeps nothing beyond this run."""
        self.file = file
        self.trouble = ""
        self._unwritten: dict[str, object] = {}
        self._settings = QSettings(str(file), QSettings.Format.IniFormat) if file else None
        if self._settings:
            self._settings.allKeys()  # each section is read when it is first asked for
            if self._settings.status() is QSettings.Status.FormatError:
                self._begin_anew(self._settings)

    def _begin_anew(self, damaged: QSettings) -> None:
        """Set the file aside before the first value that is kept overwrites it; what could be read of it holds."""
        assert self.file is not None
        read = {key: damaged.value(key) for key in damaged.allKeys()}
        became = copied_aside(self.file)
        self.trouble = f"{self.file.name} with your settings is damaged; what could be read of it holds. {became}"
        self._settings = QSettings(str(self.file), QSettings.Format.IniFormat)
        for key, value in read.items():
            self._settings.setValue(key, value)
        self._settings.sync()

    @property
    def writable(self) -> bool:
        """Whether what was to be kept so far could be written."""
        return self._settings is None or self._settings.status() is not QSettings.Status.AccessError

    def value(self, key: str) -> object:
        """What is kept under a key, which may be rubbish; None for nothing."""
        return self._settings.value(key) if self._settings else self._unwritten.get(key)

    def bytes(self, key: str) -> QByteArray:
        """The same, of an arrangement; empty for anything else."""
        value = self.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | QByteArray) -> None:
        """Keep a value; where the disk refuses, it holds for this run."""
        if self._settings:
            self._settings.setValue(key, value)
            self._settings.sync()
        else:
            self._unwritten[key] = value

    def forget(self, key: str) -> None:
        """Keep nothing under a key."""
        if self._settings:
            self._settings.remove(key)
            self._settings.sync()
        else:
            self._unwritten.pop(key, None)

    def refresh(self) -> None:
        """Take in what other windows have kept since."""
        if self._settings:
            self._settings.sync()


def take_over_earlier(file: Path, home: Path) -> None:
    """Copy the settings of an earlier version to where they are kept now, unless there are any; rubbish and all."""
    before = home / _MAC_BEFORE
    if before != file and before.is_file() and not file.exists():
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(before, file)
