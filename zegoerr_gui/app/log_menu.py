"""What the menu of the log shows of the log on show: its encoding, and whether it is followed."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction

from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.core.log.encoding import ENCODINGS

_ENCODING = "encoding_{}"


def encoding_actions(
    on_log: Callable[[Callable[[OpenLog], object]], Callable[[], None]],
) -> dict[str, Callable[[], None]]:
    """The handler of each encoding's action: the log on show is read in it."""
    return {_ENCODING.format(name): on_log(partial(_read_as, encoding=name)) for name in ENCODINGS}


def show_state(actions: Mapping[str, QAction], log: OpenLog | None) -> None:
    """Tick what holds of a log; what cannot be changed in it is faint."""
    source = log.source if log else None
    for name in ENCODINGS:
        action = actions[_ENCODING.format(name)]
        action.setEnabled(source is not None and source.original is not None)
        if source is not None and name == source.encoding:
            action.setChecked(True)
    actions["follow"].setEnabled(source is not None)
    actions["follow"].setChecked(log is not None and log.follows)


def _read_as(log: OpenLog, encoding: str) -> None:
    log.read_as(encoding)
