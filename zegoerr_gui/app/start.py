"""Starts the window, or renders it to a picture without a display."""

import argparse
import gc
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from zegoerr_gui import places
from zegoerr_gui.app.catalogues import InUse
from zegoerr_gui.app.diagnostics import diagnostics
from zegoerr_gui.app.file_open import FileOpening
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import TABLE, THEME, ZOOM
from zegoerr_gui.app.self_test import self_test
from zegoerr_gui.app.session_keeper import SessionKeeper
from zegoerr_gui.app.session_slot import SessionSlot
from zegoerr_gui.app.store import Store, take_over_earlier
from zegoerr_gui.app.theme import Theme
from zegoerr_gui.app.trouble_log import TroubleLog
from zegoerr_gui.app.troubles import Troubles, tell_no_start
from zegoerr_gui.cli_sources import named_team, read_sources
from zegoerr_gui.core.catalogue.reading import Loaded, read_catalogue
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.log.spool import remove_left_overs
from zegoerr_gui.models.settings import Settings
from zegoerr_gui.widgets.look import Look

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LONGEST_WAIT = 120_000  # milliseconds for a log to be read before its picture is taken


def start(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; or take its picture, or try it out. Returns an exit code."""
    picture = arguments.screenshot is not None
    passing = picture or arguments.self_test  # nothing is remembered
    if not _choose_display(arguments):
        sys.stderr.write("zegoerr: there is no display. Try: zegoerr scan LOG, or zegoerr-gui LOG --screenshot FILE\n")
        return 3
    app = QApplication.instance() or QApplication(["zegoerr"])
    assert isinstance(app, QApplication)
    app.setApplicationName("ZegoErr")
    app.setDesktopFileName("zegoerr")
    app.setWindowIcon(QIcon(str(places.app_icon())))
    store = Store(None) if passing else _open_store()
    settings = Settings(TABLE, store)
    trouble_log = None if passing else _watch_troubles()
    look = Look()
    theme = Theme(look, app, arguments.theme or ("light" if passing else settings.get(THEME)))
    look.set_zoom(settings.get(ZOOM))
    if not passing:
        remove_left_overs()
    loaded = read_sources(arguments) if passing else read_catalogue(places.catalogue_folder())
    desk = None if passing else Desk(places.data_folder())
    try:
        window = MainWindow(loaded, look, theme, store, desk)
    except Exception as error:
        return tell_no_start(error, look, partial(_diagnostics, loaded, trouble_log), on_screen=not passing)
    window.about.trouble_log = trouble_log
    Troubles(window, look).watch()
    window.catalogues.named = InUse(tuple(arguments.pack), (), named_team(arguments))
    window.catalogues.begin()
    FileOpening(app).files_asked.connect(window.intake.open_files)
    # What is here now stays; looking through all of it for rubbish again and again would hold up the window.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    if picture:
        window.resize(*arguments.size)
        window.reset_layout()
    window.show()
    if arguments.self_test:
        return self_test(window, loaded)
    if not passing:
        asked = bool(arguments.logs or arguments.query or arguments.code is not None)
        SessionKeeper(window, SessionSlot(places.data_folder())).begin(asked=asked)
    if arguments.logs:
        window.intake.open_files(arguments.logs, arguments.encoding)
    if picture:
        return _take_picture(window, arguments)
    _go_when_read(window, arguments)
    code = app.exec()
    if trouble_log:
        trouble_log.stop()
    return code


def _choose_display(arguments: argparse.Namespace) -> bool:
    """Have Qt paint without a display where none is wanted, or none is needed; False where there is none."""
    absent = sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS))
    if arguments.screenshot is not None or (absent and arguments.self_test):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
        return True
    return not absent


def _watch_troubles() -> TroubleLog:
    trouble_log = TroubleLog(places.data_folder())
    trouble_log.watch()
    return trouble_log


def _diagnostics(loaded: Loaded, trouble_log: TroubleLog | None) -> str:
    return diagnostics(loaded.catalogue, loaded.faults, trouble_log)


def _go_when_read(window: MainWindow, arguments: argparse.Namespace) -> None:
    if arguments.logs and window.log:
        once = Qt.ConnectionType.SingleShotConnection
        window.log.finished.connect(lambda: _go_where_asked(window, arguments), once)
    else:
        _go_where_asked(window, arguments)


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
