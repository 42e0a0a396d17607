"""What the actions that open, read and close logs do, and what the menu shows of the log on show."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from zegoerr_gui.app.intake import Intake
from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.core.log.encoding import ENCODINGS
from zegoerr_gui.widgets.log_tabs import LogTabs

if TYPE_CHECKING:
    from zegoerr_gui.app.open_log import OpenLog

_ENCODING = "encoding_{}"


class LogMenu(QObject):
    """Acts on the log on show. Sends ``said`` with what the agent should know."""

    said = Signal(str)

    def __init__(self, intake: Intake, logs: OpenLogs, panes: LogPanes, tabs: LogTabs, parent: QObject) -> None:
        super().__init__(parent)
        self._intake, self._logs, self._panes, self._tabs = intake, logs, panes, tabs

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        on_log = self._panes.on_log
        return {
            "open_log": self._intake.ask_files,
            "open_sample": self._intake.open_sample,
            "close_log": on_log(self._logs.close),
            "open_again": self._open_again,
            "cancel_reading": on_log(lambda log: log.cancel()),
            "read_on": on_log(self._panes.read_on),
            "follow": on_log(lambda log: log.follow()),
            **{_ENCODING.format(name): on_log(partial(_read_as, encoding=name)) for name in ENCODINGS},
            "next_log": partial(self._tabs.step, 1),
            "previous_log": partial(self._tabs.step, -1),
        }

    def _open_again(self) -> None:
        if not self._logs.open_again():
            self.said.emit(self.tr("No log was closed."))


def show_state(actions: Mapping[str, QAction], log: "OpenLog | None") -> None:
    """Tick what holds of a log, its encoding and whether it is followed; what cannot be changed in it is faint."""
    source = log.source if log else None
    for name in ENCODINGS:
        action = actions[_ENCODING.format(name)]
        action.setEnabled(source is not None and source.original is not None)
        if source is not None and name == source.encoding:
            action.setChecked(True)
    actions["cancel_reading"].setEnabled(log is not None and log.running)
    actions["follow"].setEnabled(source is not None)
    actions["follow"].setChecked(log is not None and log.follows)


def _read_as(log: "OpenLog", encoding: str) -> None:
    log.read_as(encoding)
