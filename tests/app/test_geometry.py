"""What the window remembers of itself, and what it makes of rubbish in its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from zegoerr_gui.app.geometry import Geometry
from zegoerr_gui.app.main_window import MainWindow


def written(store: Path, **values: object) -> Geometry:
    """What reads a store that holds these values."""
    settings = QSettings(str(store), QSettings.Format.IniFormat)
    for key, value in values.items():
        settings.setValue(key.replace("__", "/"), value)
    settings.sync()
    return Geometry()


def test_the_store_of_a_test_is_its_own(store: Path, tmp_path: Path, private_home: Path, qapp: QApplication) -> None:
    Geometry().theme = "dark"
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ZegoErr", "zegoerr")
    settings.sync()
    assert Path(settings.fileName()) == store
    assert store.is_relative_to(tmp_path)
    assert "dark" in store.read_text(encoding="utf-8")
    assert not list((private_home / "config").rglob("zegoerr.ini"))


def test_nothing_remembered_is_a_new_user(store: Path) -> None:
    geometry = Geometry()
    assert (geometry.theme, geometry.zoom, store.exists()) == ("system", 0, False)


@pytest.mark.parametrize("zoom", [-3, 0, 8])
def test_what_is_remembered_comes_back(zoom: int) -> None:
    geometry = Geometry()
    geometry.theme = "light"
    geometry.zoom = zoom
    again = Geometry()
    assert (again.theme, again.zoom) == ("light", zoom)


def test_the_folder_of_templates_and_the_timeline_come_back(tmp_path: Path) -> None:
    assert (Geometry().templates, Geometry().timeline) == (None, True)
    Geometry().templates, Geometry().timeline = tmp_path, False
    assert (Geometry().templates, Geometry().timeline) == (tmp_path, False)
    Geometry().templates = None
    assert Geometry().templates is None


def test_size_and_arrangement_come_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    first = make_window()
    first.resize(880, 580)  # the screen without a display is small
    first.arrangement.across.setSizes([500, 380])
    first.arrangement.left.setSizes([150, 430])
    sizes = [splitter.sizes() for splitter in first.arrangement.splitters.values()]
    first.close()
    second = make_window()
    assert (second.width(), second.height()) == (880, 580)
    assert [splitter.sizes() for splitter in second.arrangement.splitters.values()] == sizes


def test_a_new_user_finds_the_default_arrangement_and_it_can_be_had_again(window: MainWindow) -> None:
    def sizes() -> list[list[int]]:
        return [splitter.sizes() for splitter in window.arrangement.splitters.values()]

    default = sizes()
    detail, codes = default[1][1], default[0][0]
    assert 380 <= detail <= 420
    assert codes < default[0][1]
    window.arrangement.across.setSizes([300, 900])
    window.arrangement.left.setSizes([600, 100])
    assert sizes() != default
    window.actions_by_name["reset_layout"].trigger()
    assert sizes() == default


def test_colours_and_zoom_chosen_in_a_window_are_remembered(make_window: MakeWindow) -> None:
    window = make_window()
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    assert (Geometry().theme, Geometry().zoom) == ("dark", 2)
    window.actions_by_name["zoom_out"].trigger()
    assert Geometry().zoom == 1
    window.actions_by_name["zoom_reset"].trigger()
    assert Geometry().zoom == 0


def test_a_window_that_remembers_nothing_writes_nothing(make_window: MakeWindow, store: Path) -> None:
    window = make_window(remember=False)
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    window.close()
    assert not store.exists()


@pytest.mark.parametrize(
    "zoom",
    ["", "x", "-", "--5", "5-", "1.5", "٣x", "²", "99999999999999999999", "0x10", ["1", "2"], b"\x00\xff", "∞"],
    ids=repr,
)
def test_rubbish_for_a_zoom_is_no_zoom(store: Path, zoom: object) -> None:
    assert written(store, zoom=zoom).zoom == 0


@pytest.mark.parametrize("theme", ["", "blue", "Dark", ["light", "dark"], b"\xff", 7], ids=repr)
def test_rubbish_for_a_theme_is_that_of_the_system(store: Path, theme: object) -> None:
    assert written(store, theme=theme).theme == "system"


@pytest.mark.parametrize(
    "rubbish", ["", "rubbish", b"", b"rubbish" * 99, b"\x01\xd9\xd0\xcb\x00\x03\x00\x00", 7, ["a", "b"]], ids=repr
)
def test_rubbish_for_an_arrangement_is_as_if_it_had_never_been_written(
    store: Path, qtbot: QtBot, rubbish: object
) -> None:
    geometry = written(store, layout="1", window=rubbish, splitter__left=rubbish)
    window, splitter = QMainWindow(), QSplitter()
    qtbot.addWidget(window)
    qtbot.addWidget(splitter)
    assert not geometry.restore(window, {"left": splitter})


@pytest.mark.parametrize("layout", ["0", "2", "", "x", ["1"] * 2])
def test_an_arrangement_of_another_version_is_not_taken(store: Path, qtbot: QtBot, layout: object) -> None:
    window, splitter = QMainWindow(), QSplitter()
    qtbot.addWidget(window)
    qtbot.addWidget(splitter)
    Geometry().save(window, {"left": splitter})
    assert Geometry().restore(window, {"left": splitter})
    assert not written(store, layout=layout).restore(window, {"left": splitter})


@pytest.mark.qt_log_ignore("unknown user type", extend=True)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"[General]\nlayout=1\nwindow=@ByteArray(\nzoom=@Variant(\\0\\0\\0\\x7f)\ntheme=@Invalid()\n",
        b"[General\nlayout",
        b"\xff\xfe\x00layout=1",
        b"[General]\nlayout=1\nwindow=@Rect(1 2 3 4)\n[splitter]\nleft=@Size(1 2)\nacross=\nlog=@ByteArray(\\0\\xff)\n",
    ],
    ids=["empty", "nuls", "torn values", "torn section", "no text", "other types"],
)
def test_a_window_opens_over_a_broken_store(make_window: MakeWindow, store: Path, content: bytes) -> None:
    store.parent.mkdir(parents=True)
    store.write_bytes(content)
    window = make_window()
    assert (window.width(), window.height()) == (1280, 800)
    assert all(min(splitter.sizes()) > 0 for splitter in (window.arrangement.left, window.arrangement.across))
    window.actions_by_name["zoom_in"].trigger()
    window.close()
    assert Geometry().zoom == 1
    assert Geometry().restore(window, window.arrangement.splitters)


def test_a_store_that_cannot_be_written_keeps_nobody_from_working(make_window: MakeWindow, store: Path) -> None:
    store.parent.parent.mkdir(parents=True)
    store.parent.write_text("a file where a folder belongs")
    window = make_window()
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    assert window.close()


def test_one_file_of_the_program_knows_the_store(store: Path) -> None:
    geometry = Geometry()
    geometry.zoom = 3
    del geometry
    assert "zoom=3" in store.read_text(encoding="utf-8")
