"""Ends the program in order where the system asks for it: by a signal, or because the agent logs out."""

import os
import signal
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.session_keeper import SessionKeeper

_SIGNALS: Final = ("SIGTERM", "SIGHUP", "SIGINT")
_MOST: Final = 64  # signals that are taken at a time


class Ending(QObject):
    """Closes the window without a question at a signal; at a log-out keeps all there is, as it may be called off.

    A signal wakes the event loop through a pipe: Python's own handlers would wait for the next line of Python.
    """

    def __init__(self, window: MainWindow, keeper: SessionKeeper, app: QApplication) -> None:
        super().__init__(window)
        self._app, self._window, self._keeper = app, window, keeper
        self._pipe: tuple[int, int] | None = None
        self._handlers: dict[int, Any] = {}  # those before ours

    def watch(self) -> None:
        """Hear of both from here on; on Windows there is only the log-out."""
        self._app.commitDataRequest.connect(self.keep)
        if os.name == "nt":
            return
        self._pipe = reading, writing = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for name in _SIGNALS:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
                self._handlers[number] = signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    def stop(self) -> None:
        """Hear of nothing any longer."""
        self._app.commitDataRequest.disconnect(self.keep)
        if self._pipe:
            self._notifier.setEnabled(False)
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(-1)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def keep(self) -> None:
        """Keep what is open as if the window were closed."""
        self._window.keep()
        self._keeper.keep_ended()

    def _end(self) -> None:
        assert self._pipe
        os.read(self._pipe[0], _MOST)
        if not self._window.close():
            self._window.close()  # it has told of a note that cannot be kept; nobody is there to copy it
        self._app.exit(0)
