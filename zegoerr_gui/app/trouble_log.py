"""The program's own log: what went wrong in it, and nothing of a customer's log.

Of an error its kind and its places in our code are kept, never its message, which may quote a line. It lies beside the
user's other data; several windows write to the one file.
"""

import contextlib
import errno
import faulthandler
import logging
import os
import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from zegoerr_gui import __version__

NAME: Final = "trouble.log"
_TAIL: Final = 60  # lines
_MOST: Final = 256 * 1024  # bytes, then the older half goes
_PACKAGE: Final = Path(__file__).resolve().parents[1]
_PRIVATE: Final = re.compile(r"\"[^\"]*\"|'[^']*'|\S*[/\\]\S*")  # what is quoted in a message, and paths


class TroubleLog(logging.Handler):
    """Writes warnings and errors of the program, and where Python and Qt were when it crashed.

    ``path`` is the file. Where it cannot be written, ``obstacle`` says why, and nothing is kept.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self.path = folder / NAME
        self.obstacle = ""
        self._file: TextIO | None = None
        self._hook: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None  # who heard Qt before
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _shorten(self.path)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            self._file = os.fdopen(descriptor, "w", encoding="utf-8", buffering=1)
        except OSError as error:
            self.obstacle = os.strerror(error.errno or errno.EIO)

    def watch(self) -> None:
        """Hear of all that goes wrong from here on, crashes of libraries included."""
        if self._file is None:
            return
        self._write(f"ZegoErr {__version__} started")
        faulthandler.enable(self._file)
        logging.getLogger().addHandler(self)
        self._hook = qInstallMessageHandler(self._hear)

    def stop(self) -> None:
        """Hear of nothing any longer: the program ends."""
        if self._file is None:
            return
        qInstallMessageHandler(self._hook)
        logging.getLogger().removeHandler(self)
        faulthandler.disable()
        self._file.close()
        self._file = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record: its words as they stand in our code, without what was filled in."""
        said = f"{record.levelname} {record.name}: {record.msg}"
        if record.exc_info and record.exc_info[1] is not None:
            said += f"\n{told(record.exc_info[1], record.exc_info[2])}"
        self._write(said)

    def tail(self) -> str:
        """The last lines of the file; empty where there is none."""
        try:
            return "\n".join(self.path.read_text(encoding="utf-8", errors="replace").splitlines()[-_TAIL:])
        except OSError:
            return ""

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self._write(f"Qt {context.category or ''}: {without_private(message)}")
        if self._hook is not None:
            self._hook(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")

    def _write(self, said: str) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError, ValueError):  # a full disk; Python has closed its files
                self._file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {os.getpid()} {said}\n")


def log_error(words: str, error: BaseException) -> None:
    """Tell whoever listens of an error; the words are ours, without anything filled in."""
    logging.getLogger(__name__).error(words, exc_info=error)


def told(error: BaseException, trace: TracebackType | None) -> str:
    """An error without its message: its kind, and the places it came through, the last one first."""
    kind = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        kind += f" {errno.errorcode.get(error.errno, error.errno)}"
    places = [
        f"  {_short(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}" for frame, line in walk_tb(trace)
    ]
    return "\n".join([f"  {kind}", *reversed(places)])


def without_private(message: str) -> str:
    """A message of a library without what it quotes and without paths."""
    return _PRIVATE.sub("…", message)


def _short(name: str) -> str:
    path = Path(name)
    return path.relative_to(_PACKAGE.parent).as_posix() if path.is_relative_to(_PACKAGE) else path.name


def _shorten(path: Path) -> None:
    """Drop the older half of a file that has grown too large, in place: other windows may be writing to it."""
    if path.is_file() and path.stat().st_size > _MOST:
        kept = path.read_bytes()[-_MOST // 2 :]
        path.write_bytes(kept[kept.find(b"\n") + 1 :])
