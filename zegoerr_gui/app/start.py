"""Starts the window, or renders it to a picture without a display."""

import argparse
import gc
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from zegoerr_gui import places
from zegoerr_gui.app.ahead import load_ahead
from zegoerr_gui.app.catalogues import InUse
from zegoerr_gui.app.ending import Ending
from zegoerr_gui.app.file_open import FileOpening
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.picture import go_where_asked, take_picture
from zegoerr_gui.app.preferences import TABLE, THEME, ZOOM
from zegoerr_gui.app.session_keeper import SessionKeeper
from zegoerr_gui.app.session_slot import SessionSlot
from zegoerr_gui.app.store import Store, take_over_earlier
from zegoerr_gui.app.theme import Theme
from zegoerr_gui.app.trouble_log import TroubleLog
from zegoerr_gui.app.troubles import Troubles, tell_no_start
from zegoerr_gui.commands.sources import named_team, read_sources
from zegoerr_gui.core.catalogue.reading import Loaded, read_catalogue
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.log.spool import remove_left_overs
from zegoerr_gui.models.settings import Settings
from zegoerr_gui.widgets.look import Look

_TITLE_BAR = 40  # pixels above the window at most
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; or take its picture, or try it out. Returns an exit code."""
    if not _choose_display(arguments):
        sys.stderr.write("zegoerr: there is no display. Try: zegoerr scan LOG, or zegoerr-gui LOG --screenshot FILE\n")
        return 3
    app = QApplication.instance() or QApplication(["zegoerr"])
    assert isinstance(app, QApplication)
    app.setApplicationName("ZegoErr")
    app.setDesktopFileName("zegoerr")
    app.setWindowIcon(QIcon(str(places.app_icon())))
    passing = arguments.screenshot is not None or arguments.self_test
    return _show_once(arguments, app) if passing else _stay(arguments, app)


def _show_once(arguments: argparse.Namespace, app: QApplication) -> int:
    """Make a window for its picture or for trying it out: it knows nothing of the last one, and remembers nothing."""
    look = Look()
    theme = Theme(look, app, arguments.theme or "light")
    loaded = read_sources(arguments)
    try:
        window = MainWindow(loaded, look, theme, Store(None), None)
    except Exception as error:
        return tell_no_start(error, look, partial(_diagnostics, loaded, None), on_screen=False)
    Troubles(window, look).watch()
    if arguments.screenshot is not None:
        return take_picture(window, arguments)
    from zegoerr_gui.app.self_test import self_test

    window.show()
    return self_test(window, loaded)


def _stay(arguments: argparse.Namespace, app: QApplication) -> int:
    """Open the window that an agent works in, as the last one was left."""
    store = _open_store()
    settings = Settings(TABLE, store)
    trouble_log = TroubleLog(places.data_folder())
    trouble_log.watch()
    look = Look()
    theme = Theme(look, app, arguments.theme or settings.get(THEME))
    look.set_zoom(settings.get(ZOOM))
    remove_left_overs()
    loaded = read_catalogue(places.catalogue_folder())
    try:
        window = MainWindow(loaded, look, theme, store, Desk(places.data_folder()))
    except Exception as error:
        return tell_no_start(error, look, partial(_diagnostics, loaded, trouble_log), on_screen=True)
    window.about.trouble_log = trouble_log
    Troubles(window, look).watch()
    window.catalogues.named = InUse(tuple(arguments.pack), (), named_team(arguments))
    window.catalogues.begin()
    if sys.platform == "darwin":  # no other system asks in this way, and to look at every event has its price
        FileOpening(app).files_asked.connect(window.intake.open_files)
    gc.freeze()  # what is here now stays
    gc.set_threshold(50_000, 20, 100)
    _fit(window)
    window.show()
    load_ahead(window)
    asked = bool(arguments.logs or arguments.query or arguments.code is not None)
    slot = SessionSlot(places.data_folder())
    window.notice.say_of_damage(" ".join(filter(None, (store.trouble, slot.trouble))))
    keeper = SessionKeeper(window, slot)
    keeper.begin(asked=asked)
    ending = Ending(window, keeper, app)
    ending.watch()
    if arguments.logs:
        window.intake.open_files(arguments.logs, arguments.encoding)
    _go_when_read(window, arguments)
    code = app.exec()
    ending.stop()
    trouble_log.stop()
    return code


def _choose_display(arguments: argparse.Namespace) -> bool:
    """Have Qt paint without a display where none is wanted, or none is needed; False where there is none."""
    absent = sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS))
    if arguments.screenshot is not None or (absent and arguments.self_test):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(arguments.scale or 1)
        return True
    return not absent


def _fit(window: MainWindow) -> None:
    """A window that nobody has given a size yet is no larger than the screen; Qt sees to one that has come back."""
    room = window.screen().availableSize() - QSize(0, _TITLE_BAR)
    if not window.geometry_kept.restored and window.size().boundedTo(room) != window.size():
        window.resize(window.size().boundedTo(room))
        window.reset_layout()


def _diagnostics(loaded: Loaded, trouble_log: TroubleLog | None) -> str:
    from zegoerr_gui.app.diagnostics import diagnostics

    return diagnostics(loaded.catalogue, loaded.faults, trouble_log)


def _go_when_read(window: MainWindow, arguments: argparse.Namespace) -> None:
    if arguments.logs and window.log:
        once = Qt.ConnectionType.SingleShotConnection
        window.log.finished.connect(lambda: go_where_asked(window, arguments), once)
    else:
        go_where_asked(window, arguments)


def _open_store() -> Store:
    file = places.settings_file()
    take_over_earlier(file, Path.home())
    return Store(file)
