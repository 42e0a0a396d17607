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
        self._told = desk.state
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
        self.tell()
        return True

    def tell(self) -> None:
        """Tell what has changed. Whoever writes also takes in what other windows wrote before."""
        if self.desk.state != self._told:
            self._told = self.desk.state
            self.changed.emit()

    def look(self) -> None:
        """Take in what other windows have written."""
        try:
            self.desk.refresh()
        except DeskError as error:
            self._timer.stop()  # it would be told every second
            self.failed.emit(str(error))
        else:
            self.tell()

    def close(self) -> None:
        """Let the file go."""
        self._timer.stop()
        self.desk.close()
