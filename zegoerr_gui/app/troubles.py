"""What happens when something goes wrong that nobody foresaw: it is told, kept, and at last what can be saved is."""

import sys
from collections import deque
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from zegoerr_gui import places
from zegoerr_gui.app.clipboard import put
from zegoerr_gui.app.rescue import NAME, rescue
from zegoerr_gui.app.trouble_log import log_error
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.trouble_dialog import TroubleDialog

if TYPE_CHECKING:
    from zegoerr_gui.app.main_window import MainWindow

_MANY: Final = 3  # errors
_WITHIN: Final = 10.0  # seconds: then they will not end by themselves


class Troubles(QObject):
    """Hears of every error that nobody foresaw.

    The first are told in one sentence at the top of the window. Where they come again and again, what the agent wrote
    is saved, and a dialog offers to go on or to close.
    """

    def __init__(self, window: "MainWindow", look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._times: deque[float] = deque(maxlen=_MANY)
        self._dialog: TroubleDialog | None = None

    def watch(self) -> None:
        """Hear of errors from here on."""
        sys.excepthook = self._tell

    def _tell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log_error("unforeseen error", error)
        self._window.notice.say(
            self.tr("Something went wrong in ZegoErr ({kind}: {error}). What is on show stays.").format(
                kind=kind.__name__, error=error
            )
        )
        self._times.append(monotonic())
        if len(self._times) == _MANY and self._times[-1] - self._times[0] < _WITHIN and self._dialog is None:
            self._times.clear()
            QTimer.singleShot(0, self, self._offer)  # not while something is being painted

    def _offer(self) -> None:
        saved = rescue(self._window.answer_menu.answers.edited(), places.data_folder())
        sentences = [self.tr("It may not work any longer as it should. Close it and start it again.")]
        if saved:
            what = counted(len(saved), "reply", "replies")
            sentences.append(self.tr("What you edited in {replies} was saved.").format(replies=what))
        sentences.append(self.tr("The diagnostics tell what went wrong, and nothing of your logs."))
        heading = self.tr("ZegoErr fails again and again")
        dialog = TroubleDialog(heading, sentences, self._look, saved=bool(saved), can_go_on=True, parent=self._window)
        self._dialog = dialog
        dialog.copy_asked.connect(self._window.about.copy)
        dialog.copy_asked.connect(dialog.tell_copied)
        dialog.folder_asked.connect(_show_rescued)
        dialog.close_asked.connect(self._close)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None
        self._times.clear()

    def _close(self) -> None:
        if self._dialog:
            self._dialog.reject()
        if self._window.close():  # it stays where a note cannot be saved, and says so
            QApplication.exit(1)


def tell_no_start(error: Exception, look: Look, diagnostics: Callable[[], str], *, on_screen: bool) -> int:
    """Say that the window could not be made, and offer the diagnostics; returns the exit code."""
    log_error("no window", error)
    said = QCoreApplication.translate("Troubles", "ZegoErr cannot start ({kind}). Install it again.")
    if sys.stderr is not None:
        sys.stderr.write(f"zegoerr: {said.format(kind=type(error).__name__)}\n")
    if on_screen:
        heading = QCoreApplication.translate("Troubles", "ZegoErr cannot start")
        more = QCoreApplication.translate(
            "Troubles", "Install it again. If that does not help, send the diagnostics to whoever looks after ZegoErr."
        )
        dialog = TroubleDialog(heading, [more], look)
        dialog.copy_asked.connect(lambda: put(diagnostics()))
        dialog.copy_asked.connect(dialog.tell_copied)
        dialog.close_asked.connect(dialog.reject)
        dialog.exec()
    return 3


def _show_rescued() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(places.data_folder() / NAME)))
