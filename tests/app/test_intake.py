"""How logs come in: paste, drop, files, the sample; and what is said when they do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import codes, copy_elsewhere, current_line, focused, name_of, press, wait_read, words
from tests.app.test_open_log import FailingSource, opened
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui import places
from zegoerr_gui.app.intake import Intake
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.core.recognition.recogniser import Recogniser


class Desk:
    """An intake with what it sent."""

    def __init__(self, recogniser: Recogniser, window: QWidget) -> None:
        self.log = OpenLog(Jobs(window), recogniser, window)
        self.intake = Intake(self.log, window)
        self.said: list[str] = []
        self.queries: list[str] = []
        self.failed: list[str] = []
        self.intake.said.connect(self.said.append)
        self.intake.query_pasted.connect(self.queries.append)
        self.log.failed.connect(self.failed.append)

    def source(self, qtbot: QtBot) -> str:
        """What the log on show is called, once it is read."""
        qtbot.waitUntil(lambda: not self.log.running)
        return self.log.scan.source.name if self.log.scan else ""


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, recogniser: Recogniser) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Desk(recogniser, window)
    yield made
    made.log.close()


def test_a_long_paste_is_a_log(desk: Desk, qtbot: QtBot) -> None:
    copy_elsewhere("one\nerrorCode: 1102016\n")
    desk.intake.paste()
    assert desk.source(qtbot) == "pasted text"
    assert desk.log.scan is not None
    assert [finding.code for finding in desk.log.scan.results.findings()] == [1102016]
    assert (desk.said, desk.queries) == ([], [])


def test_a_short_paste_is_a_query(desk: Desk, qtbot: QtBot) -> None:
    copy_elsewhere(" 错误码1102016 \n")
    desk.intake.paste()
    assert desk.queries == ["错误码1102016"]
    assert desk.source(qtbot) == ""


def test_what_came_by_a_drop_is_named_so(desk: Desk, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("one\ntwo")
    desk.intake.take(mime, "dropped text")
    assert desk.source(qtbot) == "dropped text"


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    desk.intake.paste()
    assert desk.said == ["There is no text to paste. Copy a log, a message or a code first."]


def test_the_sample_log_opens(desk: Desk, qtbot: QtBot) -> None:
    desk.intake.open_sample()
    assert desk.source(qtbot) == places.sample_log().name
    assert desk.log.scan is not None
    assert desk.log.scan.results.findings()


def test_a_file_is_chosen_in_a_dialog(
    desk: Desk, qtbot: QtBot, make_log: MakeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    answers = ["", str(make_log("errorCode: 1102016"))]

    def choose(*question: object) -> tuple[str, str]:
        asked.append(question)
        return answers[len(asked) - 1], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    desk.intake.ask_file()
    assert not desk.log.running
    desk.intake.ask_file()
    assert desk.source(qtbot) == "console.log"
    assert "All files (*)" in str(asked[0][3])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030"])
def test_a_file_of_any_encoding_opens(desk: Desk, qtbot: QtBot, make_log: MakeLog, encoding: str) -> None:
    lines = ["错误码", *(room("LOGIN_FAILED", 1102016, "房间", moment=number) for number in range(20))]
    desk.intake.open_files([make_log("\n".join(lines), encoding=encoding)])
    assert desk.source(qtbot) == "console.log"
    assert desk.log.scan is not None
    assert desk.log.scan.lines.head(0, 99).decode() == "错误码"
    assert desk.log.scan.lines.head(20, 9_999).decode() == lines[20]
    assert [finding.code for finding in desk.log.scan.results.findings()] == [1102016]


def test_of_several_files_the_first_opens_and_the_others_are_told(desk: Desk, qtbot: QtBot, make_log: MakeLog) -> None:
    desk.intake.open_files([make_log("a", name) for name in ("first.log", "second.log", "third.log")])
    assert desk.source(qtbot) == "first.log"
    assert desk.said == ["3 files were brought. first.log is open; bring the others one by one."]


@pytest.mark.parametrize("name", ["gone.log", "folder", "archive.zip"])
def test_a_file_that_is_no_log_is_told_in_a_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path, make_log: MakeLog, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    make_log(b"PK\x03\x04", "archive.zip")
    desk.intake.open_files([tmp_path / name])
    assert desk.source(qtbot) == ""
    assert len(desk.failed) == 1
    assert name in desk.failed[0]
    assert desk.failed[0].endswith(".")


# In the window


def test_a_failure_is_told_until_it_is_dismissed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.intake.open_files([tmp_path / "gone.log"])
    wait_read(qtbot, window)
    assert words(window.notice) == [f"{tmp_path / 'gone.log'} does not exist. Check the name.", "Dismiss"]
    assert window.notice.accessibleDescription() == words(window.notice)[0]
    assert "Paste, drop or open a log" in words(window.log_pane)
    press("Shift+Tab")
    assert name_of(focused()) == "Dismiss"
    press("Space")
    assert not window.notice.isVisible()


def test_a_log_that_breaks_at_its_first_read_leaves_a_window_that_works(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    """The log on show is let go by then: nothing may ask for its lines any more."""
    window.intake.open_files([make_log("\n".join(["x"] * 40 + [room("LOGIN_FAILED", 1102016)]))])
    wait_read(qtbot, window)
    window.log.open(opened(FailingSource(b"x", 0)))
    wait_read(qtbot, window)
    assert words(window.notice)[0] == "torn.log can no longer be read: Input/output error."
    window.grab()
    press("F8", "Shift+F8", "Down", "Up", "F6", "F6", "Up", "Down")
    window.grab()
    copy_elsewhere("one\nerrorCode: 1102016")
    press("Ctrl+V")
    wait_read(qtbot, window)
    assert codes(window) == ["1102016"]


def test_a_log_that_breaks_on_the_way_shows_what_was_read(window: MainWindow, qtbot: QtBot) -> None:
    data = room("LOGIN_FAILED", 1102016).encode() + b"\n" + (b"x" * 99 + b"\n") * 50_000
    window.log.open(opened(FailingSource(data, 20)))
    qtbot.waitUntil(window.notice.isVisible)
    assert words(window.notice)[0] == "torn.log can no longer be read: Input/output error."
    assert (codes(window), current_line(window)) == (["1102016"], 1)
    assert "Cancel" not in words(window.log_pane)
    window.grab()


def test_a_file_cut_off_while_it_is_open_does_no_harm(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    path = make_log("\n".join([room("LOGIN_FAILED", 1102016, moment=number) for number in range(3_000)]))
    window.intake.open_files([path])
    wait_read(qtbot, window)
    path.write_bytes(b"")
    press("F6", "F6", "End", "PgUp", "Home", "Ctrl+End")
    window.grab()
    press("F8", "Shift+F8", "Ctrl+C")
    window.grab()
    assert codes(window) == ["1102016"]


def test_the_clipboard_is_read_only_when_asked(window: MainWindow, qtbot: QtBot) -> None:
    """No watching: what another program copies is none of our business until Ctrl+V."""
    before = words(window.log_pane)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(places.sample_log()))])
    QGuiApplication.clipboard().setMimeData(mime)
    copy_elsewhere("one\ntwo")
    qtbot.wait(20)
    assert (words(window.log_pane), window.bar.field.text(), window.log.scan) == (before, "", None)
