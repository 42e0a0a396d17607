"""Starts the window, or renders it to a picture without a display."""

import argparse
import gc
import logging
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from zegoerr_gui import places
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import TABLE, THEME, ZOOM
from zegoerr_gui.app.store import Store, take_over_earlier
from zegoerr_gui.app.theme import Theme
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.log.spool import remove_left_overs
from zegoerr_gui.models.settings import Settings
from zegoerr_gui.widgets.look import Look

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LONGEST_WAIT = 120_000  # milliseconds for a log to be read before its picture is taken


def start(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; or, with ``screenshot``, take its picture. Returns an exit code."""
    picture = arguments.screenshot is not None
    if picture:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    elif sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS)):
        sys.stderr.write("zegoerr: there is no display. Try: zegoerr scan LOG, or zegoerr-gui LOG --screenshot FILE\n")
        return 3
    app = QApplication.instance() or QApplication(["zegoerr"])
    assert isinstance(app, QApplication)
    app.setApplicationName("ZegoErr")
    app.setDesktopFileName("zegoerr")
    app.setWindowIcon(QIcon(str(places.app_icon())))
    store = Store(None) if picture else _open_store()
    settings = Settings(TABLE, store)
    look = Look()
    theme = Theme(look, app, arguments.theme or ("light" if picture else settings.get(THEME)))
    look.set_zoom(settings.get(ZOOM))
    if not picture:
        remove_left_overs()
    desk = None if picture else Desk(places.data_folder())
    window = MainWindow(read_catalogue(places.catalogue_folder()), look, theme, store, desk)
    _tell_faults(window)
    # What is here now stays; looking through all of it for rubbish again and again would hold up the window.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    if picture:
        window.resize(*arguments.size)
        window.reset_layout()
    window.show()
    if arguments.logs:
        window.intake.open_files(arguments.logs, arguments.encoding)
    if picture:
        return _take_picture(window, arguments)
    if arguments.logs:
        once = Qt.ConnectionType.SingleShotConnection
        window.logs.by_number[0].finished.connect(lambda: _go_where_asked(window, arguments), once)
    else:
        _go_where_asked(window, arguments)
    return app.exec()


def _open_store() -> Store:
    file = places.settings_file()
    take_over_earlier(file, Path.home())
    return Store(file)


def _go_where_asked(window: MainWindow, arguments: argparse.Namespace) -> None:
    if arguments.query:
        window.bar.field.setText(arguments.query)
    if arguments.code is not None:
        window.linked.go_to_code(arguments.code)
    if arguments.line is not None:
        window.linked.go_to_line(arguments.line - 1)


def _take_picture(window: MainWindow, arguments: argparse.Namespace) -> int:
    failed: list[str] = []
    window.logs.failed.connect(failed.append)
    loop = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: None if window.logs.running else loop.quit())
    poll.start(20)
    QTimer.singleShot(_LONGEST_WAIT, loop.quit)
    loop.exec()
    if failed:
        sys.stderr.write(f"zegoerr: {failed[0]}\n")
        window.close()
        return 3
    _go_where_asked(window, arguments)
    while not window.jobs.idle:
        QApplication.processEvents()
    for _ in range(3):  # lay out, then paint what was laid out
        QApplication.processEvents()
    saved = window.grab().save(str(arguments.screenshot), "PNG")
    window.close()
    if not saved:
        sys.stderr.write(f"zegoerr: {arguments.screenshot} cannot be written. Choose a folder you may write to.\n")
        return 3
    return 0


def _tell_faults(window: MainWindow) -> None:
    """An error nobody foresaw is told in one sentence; what it was goes to the log of the program."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logging.getLogger(__name__).error("unforeseen error", exc_info=(kind, error, trace))
        window.notice.say(f"Something went wrong in ZegoErr ({kind.__name__}: {error}). What is on show stays.")

    sys.excepthook = tell
