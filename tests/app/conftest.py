"""The real window for tests: with settings and a clipboard of its own, closed and deleted afterwards."""

import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import paste_log
from tests.app.lesson import LOG, TOKEN
from zegoerr_gui import places
from zegoerr_gui.app.jobs import TURN
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.store import Store
from zegoerr_gui.app.theme import Choice, Theme
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.widgets.look import Look


class MakeWindow(Protocol):
    """Opens the window and makes it the active one."""

    def __call__(
        self, loaded: Loaded | None = None, *, remember: bool = True, desk: Desk | None = None
    ) -> MainWindow: ...


def flush_deletions() -> None:
    """Delete now what waits to be deleted: outside of an event loop Qt would keep it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """An empty clipboard; the offscreen platform has one for the whole process."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that holds this test's settings; what else the program keeps lies under this test's folder too."""
    for variable, name in {"APPDATA": "config", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data"}.items():
        monkeypatch.setenv(variable, str(tmp_path / "kept" / name))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "kept" / "home")
    return places.settings_file()


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """What every widget asks for its colours and fonts."""
    return Look()


@pytest.fixture
def make_theme(qapp: QApplication) -> Iterator[Callable[[Look, QApplication, Choice], Theme]]:
    """Makes themes; the application is put back afterwards to how it was."""
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().name()
    made: list[Theme] = []

    def make(look: Look, app: QApplication, choice: Choice) -> Theme:
        made.append(Theme(look, app, choice))
        return made[-1]

    yield make
    flush_deletions()  # windows go before the style sheet does
    for theme in made:
        theme.deleteLater()
    flush_deletions()
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def theme(make_theme: Callable[[Look, QApplication, Choice], Theme], look: Look, qapp: QApplication) -> Theme:
    """The light theme on the application."""
    return make_theme(look, qapp, "light")


@pytest.fixture
def make_window(
    qtbot: QtBot,
    look: Look,
    theme: Theme,
    shipped: Loaded,
    recogniser: Recogniser,
    store: Path,
) -> MakeWindow:
    """Opens windows over the shipped catalogue, made ready for reading logs once, or over another one."""

    def make(loaded: Loaded | None = None, *, remember: bool = True, desk: Desk | None = None) -> MainWindow:
        window = MainWindow(loaded or shipped, look, theme, Store(store if remember else None), desk)
        if loaded is None:
            window.logs.recogniser = recogniser
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return make


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The window as it opens for a new user."""
    return make_window()


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the log of the lesson, pasted with the focus in the filter, at its first code."""
    paste_log(qtbot, window, LOG)
    window.linked.go_to_code(TOKEN)
    return window


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """By this clock each slice of work takes a quarter of a turn, on any machine."""
    clock = itertools.count(step=TURN / 4)
    monkeypatch.setattr("zegoerr_gui.app.jobs.perf_counter", lambda: next(clock))


@pytest.fixture
def kept_excepthook() -> Iterator[None]:
    """What the program does with errors nobody foresaw ends with the test."""
    hook = sys.excepthook
    yield
    sys.excepthook = hook
