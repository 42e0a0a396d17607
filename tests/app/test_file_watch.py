"""Files that are open are watched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zegoerr_gui.app import file_watch
from zegoerr_gui.app.file_watch import FileWatch


@pytest.fixture
def watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileWatch]:
    monkeypatch.setattr(file_watch, "_PAUSE", 1)
    made = FileWatch()
    yield made
    made.deleteLater()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.log"
    path.write_bytes(b"one\n")
    return path


def test_a_file_that_grows_is_told_again_and_again(watch: FileWatch, file: Path, qtbot: QtBot) -> None:
    watch.watch({file})
    for _ in range(2):
        with qtbot.waitSignal(watch.stirred) as told:
            file.write_bytes(file.read_bytes() + b"more\n")
        assert told.args == [file]


def test_a_file_that_is_replaced_is_watched_on(watch: FileWatch, file: Path, qtbot: QtBot) -> None:
    watch.watch({file})
    with qtbot.waitSignal(watch.stirred):
        other = file.with_name("other")
        other.write_bytes(b"other\n")
        other.replace(file)
    with qtbot.waitSignal(watch.stirred):
        file.write_bytes(b"longer than before\n")


def test_a_file_that_goes_is_told(watch: FileWatch, file: Path, qtbot: QtBot) -> None:
    watch.watch({file})
    with qtbot.waitSignal(watch.stirred):
        file.unlink()


def test_coming_to_the_front_is_reason_to_look(watch: FileWatch, file: Path, qapp: QApplication) -> None:
    told: list[Path] = []
    watch.stirred.connect(told.append)
    other = file.with_name("b.log")
    watch.watch({file, other})
    watch.watch({file})
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert told == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert told == [file]


def test_what_changes_all_the_time_is_told_once_a_second() -> None:
    assert file_watch._PAUSE == 1_000
