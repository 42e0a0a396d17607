"""When something goes wrong in the program: what is told, what is kept, what is saved, and that no log gets into it."""

import errno
import faulthandler
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import button, press, tabs, wait_read, words
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui import __version__, places
from zegoerr_gui.app import start as starting
from zegoerr_gui.app.file_open import FileOpening
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.rescue import rescue
from zegoerr_gui.app.trouble_log import TroubleLog, told, without_private
from zegoerr_gui.app.troubles import Troubles
from zegoerr_gui.cli import main
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.reply_dialog import ReplyDialog
from zegoerr_gui.widgets.text_page import TextPage
from zegoerr_gui.widgets.trouble_dialog import TroubleDialog

SECRET = "customer-4711"


def fail() -> None:
    raise KeyError(f"a line of {SECRET}")


def caught() -> KeyError:
    try:
        fail()
    except KeyError as error:
        return error
    raise AssertionError


@pytest.fixture
def trouble_log(tmp_path: Path) -> Iterator[TroubleLog]:
    """The program's own log, listening until the test is over."""
    log = TroubleLog(tmp_path / "data")
    log.watch()
    yield log
    log.stop()
    faulthandler.enable()


# The program's own log


@pytest.mark.expects_log("went wrong")
def test_an_error_is_kept_with_its_places_and_without_its_message(trouble_log: TroubleLog) -> None:
    logging.getLogger("zegoerr_gui.app").error("went wrong with %s", SECRET, exc_info=caught())
    text = trouble_log.path.read_text(encoding="utf-8")
    assert f"ZegoErr {__version__} started" in text
    assert "ERROR zegoerr_gui.app: went wrong with %s\n  KeyError\n" in text
    assert "in fail\n" in text
    assert SECRET not in text


def test_of_an_error_of_the_system_its_name_is_kept() -> None:
    assert told(OSError(errno.ENOSPC, "No space", SECRET), None) == "  OSError ENOSPC"


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ('QFile: cannot open "acme log.txt"', "QFile: cannot open …"),
        ("cannot read /home/agent/acme.log now", "cannot read … now"),
        (r"cannot read C:\Users\agent\acme.log", "cannot read …"),
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin: Paint device returned engine == 0"),
    ],
)
def test_messages_of_libraries_lose_what_they_quote(message: str, kept: str) -> None:
    assert without_private(message) == kept


@pytest.mark.qt_log_ignore(SECRET)
def test_warnings_of_qt_are_kept_and_go_on(trouble_log: TroubleLog, qtlog: Any) -> None:
    qWarning(f"no '{SECRET}' there")
    assert "no … there" in trouble_log.tail()
    assert [record.message for record in qtlog.records] == [f"no '{SECRET}' there"]


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "trouble.log"
    path.write_text("".join(f"line {number}\n" for number in range(40_000)))
    TroubleLog(tmp_path).stop()
    lines = path.read_text().splitlines()
    assert 5_000 < len(lines) < 20_000
    assert lines[-1] == "line 39999"
    assert all(line.startswith("line ") for line in lines)


def test_a_folder_that_cannot_be_made_is_an_obstacle_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    log = TroubleLog(tmp_path / "data")
    log.watch()
    assert log.obstacle
    assert log.tail() == ""


def test_a_crash_leaves_its_places(tmp_path: Path) -> None:
    program = (
        "import sys, faulthandler, pathlib\nfrom zegoerr_gui.app.trouble_log import TroubleLog\n"
        "TroubleLog(pathlib.Path(sys.argv[1])).watch()\nfaulthandler._sigsegv()"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False)
    assert done.returncode != 0
    assert "Segmentation fault" in (tmp_path / "trouble.log").read_text(encoding="utf-8")


# About and diagnostics


def test_diagnostics_are_copied_from_the_page_about_the_program(window: MainWindow, make_log: MakeLog) -> None:
    window.intake.open_files([make_log(room("LOGIN_FAILED", 1102018), f"{SECRET}.log")])
    window.actions_by_name["show_about"].trigger()
    (page,) = window.findChildren(TextPage)
    button(page, "Copy diagnostics").click()
    copied = QGuiApplication.clipboard().text()
    assert f"ZegoErr: {__version__} (checkout)" in copied
    for word in (
        "Python: ",
        "Qt: PySide6 ",
        "System: ",
        "Display: offscreen",
        "297 codes, 0 faults",
        "Data: of the user",
    ):
        assert word in copied
    assert SECRET not in copied
    assert str(Path.home()) not in copied


# The last resort


@pytest.fixture
def troubled(window: MainWindow, look: Look, kept_excepthook: None) -> MainWindow:
    """The window with the hook for errors nobody foresaw."""
    Troubles(window, look).watch()
    return window


def break_down(times: int) -> None:
    for _ in range(times):
        error = caught()
        sys.excepthook(KeyError, error, error.__traceback__)


@pytest.mark.expects_log("unforeseen error")
def test_errors_that_come_again_and_again_save_an_edited_reply(
    troubled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(troubled.answer_menu.answers, "edited", lambda: ["Dear customer"])
    break_down(2)
    QApplication.processEvents()
    assert not troubled.findChildren(TroubleDialog)
    break_down(3)
    qtbot.waitUntil(lambda: len(troubled.findChildren(TroubleDialog)) == 1)
    (dialog,) = troubled.findChildren(TroubleDialog)
    assert "What you edited in 1 reply was saved." in words(dialog)
    (saved,) = (tmp_path / "rescued").iterdir()
    assert saved.read_text(encoding="utf-8") == "Dear customer"
    assert os.name == "nt" or saved.stat().st_mode & 0o777 == 0o600
    button(dialog, "Copy diagnostics").click()
    assert f"ZegoErr: {__version__}" in QGuiApplication.clipboard().text()
    press("Esc")
    qtbot.waitUntil(lambda: not troubled.findChildren(TroubleDialog))
    assert troubled.isVisible()


def test_nothing_rescued_is_overwritten_and_what_cannot_be_saved_is_not_counted(tmp_path: Path) -> None:
    first, second = rescue(["one", "two"], tmp_path), rescue(["three"], tmp_path)
    assert [path.read_text() for path in [*first, *second]] == ["one", "two", "three"]
    assert rescue(["four"], tmp_path / first[0].relative_to(tmp_path)) == []


def test_edited_replies_are_known_with_their_secrets_masked(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    window.intake.open_files([make_log(room("LOGIN_FAILED", 1102018))])
    wait_read(qtbot, window)
    window.actions_by_name["reply"].trigger()
    assert window.answer_menu.answers.edited() == []
    (dialog,) = window.findChildren(ReplyDialog)
    dialog.text.setPlainText("Look: password=Sesame-open-12345")
    qtbot.waitUntil(lambda: bool(window.answer_menu.answers.edited()))
    (text,) = window.answer_menu.answers.edited()
    assert text.startswith("Look: password=")
    assert "Sesame" not in text


@pytest.mark.expects_log("no window")
def test_a_window_that_cannot_be_made_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_: object) -> MainWindow:
        raise KeyError(SECRET)

    monkeypatch.setattr(starting, "MainWindow", broken)
    assert main(["--screenshot", str(tmp_path / "w.png")]) == 3
    assert capsys.readouterr().err == "zegoerr: ZegoErr cannot start (KeyError). Install it again.\n"


# What the system asks for


def test_a_file_that_the_system_asks_for_is_opened(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, make_log: MakeLog
) -> None:
    opening = FileOpening(qapp)
    opening.files_asked.connect(window.intake.open_files)
    for name in ("first.log", "second.log"):
        event = QFileOpenEvent(str(make_log(room("LOGIN_FAILED", 1102018), name)))
        QApplication.sendEvent(qapp, event)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.com/x")))
    wait_read(qtbot, window)
    assert [name.split(",")[0] for name in tabs(window)] == ["first.log", "second.log"]
    opening.deleteLater()


@pytest.mark.expects_log("unforeseen error")
def test_the_last_resort_closes_the_window_unless_a_note_would_be_lost(
    troubled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    for saved in (False, True):
        monkeypatch.setattr(troubled.desk, "close", lambda saved=saved: saved)
        break_down(3)
        qtbot.waitUntil(lambda: len(troubled.findChildren(TroubleDialog)) == 1)
        (dialog,) = troubled.findChildren(TroubleDialog)
        button(dialog, "Close ZegoErr").click()
        qtbot.waitUntil(lambda: not troubled.findChildren(TroubleDialog))
        assert troubled.isVisible() is not saved
        assert ended == [1] * saved
