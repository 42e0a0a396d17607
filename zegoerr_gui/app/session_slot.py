"""Where a session is kept: one file for each window that is open at a time, locked while it is.

A window takes the first file that no other window holds. So a second window does not open the logs of the first once
more, and after a crash of both each comes back in a window of its own.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

from zegoerr_gui.app.damaged import moved_aside
from zegoerr_gui.app.session import Session, read_session

_MOST: Final = 20  # windows at a time that keep a session


class SessionSlot:
    """Holds the file of one window; ``last`` is the session that was found in it, None for none.

    Where nothing can be written there is no file, and nothing is kept. ``trouble`` says what became of a file that was
    damaged; it is empty otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self.trouble = ""
        self._lock: QLockFile | None = None
        self._file = self._first = folder / "session-1.json"
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, _MOST + 1):
            file = folder / f"session-{number}.json"
            if lock := _locked(file):
                self._lock, self._file = lock, file
                break
        self.last = self._read()

    def keep(self, session: Session) -> None:
        """Write a session in place of the last one: whole, or not at all."""
        if self._lock:
            _write(session, self._file)

    def forget(self) -> None:
        """Keep nothing."""
        if self._lock:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)

    def end(self, session: Session | None) -> None:
        """Let the file go with the window. The session of the window closed last is the one to come back."""
        if not self._lock:
            return
        self.forget()
        first = None if self._file == self._first else _locked(self._first)
        if session and (first or self._file == self._first):
            _write(session, self._first)
        if first:
            first.unlock()
        self._lock.unlock()
        self._lock = None

    def _read(self) -> Session | None:
        if self._lock is None:
            return None
        try:
            return read_session(self._file.read_bytes())
        except FileNotFoundError:
            pass
        except (OSError, ValueError):
            became = moved_aside(self._file)
            self.trouble = f"{self._file.name} with what was open last is damaged: nothing is opened again. {became}"
        return None


def _locked(file: Path) -> QLockFile | None:
    """The lock of a file, where no program that is still running holds it."""
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # however long a window is open; that its program has died is looked at all the same
    return lock if lock.tryLock(0) else None


def _write(session: Session, file: Path) -> None:
    fresh = file.with_suffix(".new")
    with contextlib.suppress(OSError):
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(session.written())
        fresh.replace(file)
