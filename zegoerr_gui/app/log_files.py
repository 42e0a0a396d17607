"""Watches the files of the open logs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zegoerr_gui.app.file_watch import FileWatch
from zegoerr_gui.app.open_logs import OpenLogs

if TYPE_CHECKING:
    from zegoerr_gui.app.open_log import OpenLog


class LogFiles(QObject):
    """Makes each open log look at its file when that may have changed. Copies are ours, and stay as they are."""

    def __init__(self, logs: OpenLogs, parent: QObject) -> None:
        super().__init__(parent)
        self._logs = logs
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self._look)
        logs.added.connect(self._add)
        logs.removed.connect(lambda _: self._renew())

    def _add(self, log: OpenLog) -> None:
        log.opened.connect(self._renew)

    def _renew(self) -> None:
        self._watch.watch({path for log in self._logs.by_number.values() if (path := _file_of(log))})

    def _look(self, path: Path) -> None:
        for log in list(self._logs.by_number.values()):
            if _file_of(log) == path:
                log.look_at_file()


def _file_of(log: OpenLog) -> Path | None:
    original = log.source.original if log.source else None
    return None if original is None or original.private else original.path
