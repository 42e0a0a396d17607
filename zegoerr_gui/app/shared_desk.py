"""The desk as one window sees it: what other windows write is noticed, what cannot be kept is told."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.desk.fault import DeskError

_EVERY = 1_000  # milliseconds between two looks at what other windows wrote; a look takes about 10 µs


class SharedDesk(QObject):
    """Holds the desk. Sends ``changed`` when anything in it has changed, here or in another window; ``failed`` with a
    sentence when something could not be kept.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def keep(self, write: Callable[[], object]) -> bool:
        """Write something; False where that failed, which is told."""
        try:
            write()
        except DeskError as error:
            self.failed.emit(str(error))
            return False
        self.changed.emit()
        return True

    def look(self) -> None:
        """Take in what other windows have written."""
        try:
            if self.desk.refresh():
                self.changed.emit()
        except DeskError as error:
            self._timer.stop()  # it would be told every second
            self.failed.emit(str(error))

    def close(self) -> None:
        """Let the file go."""
        self._timer.stop()
        self.desk.close()
