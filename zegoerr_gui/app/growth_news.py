"""When it is told that a log has grown: often at first, more seldom the longer reading takes."""

from PySide6.QtCore import QObject, QTimer, Signal

from zegoerr_gui.models.pace import Pace

_OFTEN = 0.2  # seconds: counts change at most five times a second
_SELDOM = 1.0  # seconds, when reading has gone on for some time
_SLOWER = 1.2  # from one telling to the next
_REST = 9.0  # times what telling took: with very many codes that is long, and reading shall have most of the time


class GrowthNews(QObject):
    """Sends ``due`` again and again from ``begin`` to ``end``."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._goes_on = False
        self._pace = Pace(_OFTEN, _REST)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell_now)

    def begin(self) -> None:
        """News come from now on, the first soon, whatever was told before."""
        self._goes_on = True
        self._pace = Pace(_OFTEN, _REST)
        self._wait()

    def end(self) -> None:
        """No more news come."""
        self._goes_on = False
        self._timer.stop()

    def _wait(self) -> None:
        self._timer.start(round(self._pace.rest * 1000))

    def _tell_now(self) -> None:
        self._pace.begin()
        self.due.emit()
        # The pause begins when that has been painted: on a slow computer reading would hardly get a turn.
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        self._pace.end()
        if self._goes_on:
            self._pace.least = min(_SELDOM, self._pace.least * _SLOWER)
            self._wait()
