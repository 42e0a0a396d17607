"""What the window remembers of sizes and arrangement, and what it makes of rubbish in its place."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import pane, wait_read
from tests.conftest import MakeLog
from zegoerr_gui.app.geometry import Geometry
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import TEMPLATES, THEME, TIMELINE, ZOOM
from zegoerr_gui.app.store import Store


def written(store: Path, **values: object) -> Geometry:
    """What reads a store that holds these values."""
    settings = QSettings(str(store), QSettings.Format.IniFormat)
    for key, value in values.items():
        settings.setValue(key.replace("__", "/"), value)
    settings.sync()
    return Geometry(Store(store))


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


def test_what_was_arranged_is_kept_at_once_for_a_program_that_is_killed(
    make_window: MakeWindow, make_log: MakeLog, store: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.intake.open_files([make_log("quiet")])
    wait_read(qtbot, window)

    def is_kept(key: str, splitter: QSplitter) -> bool:
        return Store(store).bytes(key) == splitter.saveState()

    for splitter, key in ((window.arrangement.across, "splitter/across"), (pane(window).splitter, "splitter/log")):
        splitter.moveSplitter(splitter.sizes()[0] - 30, 1)
        splitter.splitterMoved.emit(splitter.sizes()[0], 1)
        qtbot.waitUntil(partial(is_kept, key, splitter))
    before = window.saveGeometry()
    window.resize(890, 570)
    assert window.saveGeometry() != before
    qtbot.waitUntil(lambda: Store(store).bytes("window") == window.saveGeometry())


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


def test_the_first_log_gets_the_greater_part_also_after_a_day_without_one(
    make_window: MakeWindow, make_log: MakeLog, qtbot: QtBot
) -> None:
    first = make_window()
    first.resize(880, 580)  # the screen without a display is small
    first.close()
    second = make_window()
    before = second.arrangement.left.sizes()
    second.intake.open_files([make_log("quiet")])
    wait_read(qtbot, second)
    assert (second.width(), second.height()) == (880, 580)
    assert second.arrangement.left.sizes()[1] > max(before[1], second.arrangement.left.sizes()[0])
    second.arrangement.left.setSizes([300, 100])
    arranged = second.arrangement.left.sizes()
    second.close()
    third = make_window()
    third.intake.open_files([make_log("quiet")])
    wait_read(qtbot, third)
    assert third.arrangement.left.sizes() == arranged


def test_a_window_made_smaller_takes_from_the_codes_as_well(window: MainWindow) -> None:
    codes, log = window.arrangement.left.sizes()
    window.resize(1000, 640)
    smaller = window.arrangement.left.sizes()
    assert smaller[0] < codes
    assert smaller[1] / smaller[0] == pytest.approx(log / codes, rel=0.05)


def test_what_is_chosen_in_a_window_is_there_in_the_next(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    for name in ("theme_dark", "zoom_in", "zoom_in", "zoom_in", "zoom_out", "show_timeline"):
        window.actions_by_name[name].trigger()
    window.settings.set(TEMPLATES, tmp_path)
    window.close()
    again = make_window().settings
    assert (again.get(THEME), again.get(ZOOM)) == ("dark", 2)
    assert (again.get(TIMELINE), again.get(TEMPLATES)) == (False, tmp_path)
    window.actions_by_name["zoom_reset"].trigger()
    window.actions_by_name["shipped_templates"].trigger()
    assert (again.get(ZOOM), again.get(TEMPLATES)) == (0, None)


def test_a_window_that_remembers_nothing_writes_nothing(make_window: MakeWindow, store: Path) -> None:
    window = make_window(remember=False)
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    window.close()
    assert not store.exists()


def test_a_dialog_comes_back_in_its_last_size(store: Path, qtbot: QtBot) -> None:
    for name, size, expected in (("a", 500, 300), ("b", 400, 300), ("a", 350, 500), ("a", 350, 350)):
        dialog = QDialog()
        dialog.resize(300, 200)
        qtbot.addWidget(dialog)
        Geometry(Store(store), dialog).follow(dialog, name)
        dialog.show()
        assert dialog.width() == expected
        dialog.resize(size, 200)
        dialog.reject()


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
    Geometry(Store(store)).save(window, {"left": splitter})
    assert Geometry(Store(store)).restore(window, {"left": splitter})
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
    assert make_window().settings.get(ZOOM) == 1
    assert Geometry(Store(store)).restore(window, window.arrangement.splitters)


def test_a_store_that_cannot_be_written_keeps_nobody_from_working(make_window: MakeWindow, store: Path) -> None:
    store.parent.parent.mkdir(parents=True)
    store.parent.write_text("a file where a folder belongs")
    window = make_window()
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    assert window.close()
