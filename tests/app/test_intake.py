"""How logs come in: paste, drop, files, the sample; and what is said when they do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    answer_with,
    bring,
    codes,
    copy_elsewhere,
    current_line,
    focused,
    name_of,
    pane,
    press,
    wait_read,
    words,
)
from tests.app.test_open_log import FailingSource, opened
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui import places
from zegoerr_gui.app.intake import Intake
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.scan import Scan


class Desk:
    """An intake with what it sent."""

    def __init__(self, catalogue: Catalogue, window: QWidget) -> None:
        self.logs = OpenLogs(Jobs(window), catalogue, window)
        self.intake = Intake(self.logs, window)
        self.said: list[str] = []
        self.queries: list[str] = []
        self.failed: list[str] = []
        self.intake.said.connect(self.said.append)
        self.intake.query_pasted.connect(self.queries.append)
        self.logs.failed.connect(self.failed.append)

    def read(self, qtbot: QtBot) -> dict[str, Scan]:
        """The scans of the open logs by what the logs are called, once they are read."""
        qtbot.waitUntil(lambda: not self.logs.running)
        return {log.name: log.scan for log in self.logs.by_number.values() if log.scan}


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, catalogue: Catalogue) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Desk(catalogue, window)
    yield made
    made.logs.close_all(None)


def test_a_long_paste_is_a_log(desk: Desk, qtbot: QtBot) -> None:
    copy_elsewhere("one\nerrorCode: 1102016\n")
    desk.intake.paste()
    scans = desk.read(qtbot)
    assert list(scans) == ["Pasted text"]
    assert [finding.code for finding in scans["Pasted text"].results.findings()] == [1102016]
    assert (desk.said, desk.queries) == ([], [])


def test_a_short_paste_is_a_query(desk: Desk, qtbot: QtBot) -> None:
    copy_elsewhere(" 错误码1102016 \n")
    desk.intake.paste()
    assert desk.queries == ["错误码1102016"]
    assert not desk.read(qtbot)


def test_texts_are_told_apart_by_a_number(desk: Desk, qtbot: QtBot) -> None:
    for text in ("one\n1", "two\n2", "three\n3"):
        copy_elsewhere(text)
        desk.intake.paste()
    mime = QMimeData()
    mime.setText("one\ntwo")
    desk.intake.take(mime, "Dropped text")
    scans = desk.read(qtbot)
    assert list(scans) == ["Pasted text", "Pasted text 2", "Pasted text 3", "Dropped text"]
    assert scans["Pasted text 2"].lines.head(0, 99) == b"two"


def test_what_came_by_a_drop_is_named_so(desk: Desk, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("one\ntwo")
    desk.intake.take(mime, "dropped text")
    assert list(desk.read(qtbot)) == ["dropped text"]


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    desk.intake.paste()
    assert desk.said == ["There is no text to paste. Copy a log, a message or a code first."]


def test_the_sample_log_opens(desk: Desk, qtbot: QtBot) -> None:
    desk.intake.open_sample()
    scans = desk.read(qtbot)
    assert list(scans) == [places.sample_log().name]
    assert scans[places.sample_log().name].results.findings()


def test_files_are_chosen_in_a_dialog(desk: Desk, qtbot: QtBot, make_log: MakeLog) -> None:
    desk.intake.ask_files()
    question = QApplication.activeModalWidget()
    assert isinstance(question, QFileDialog)
    assert question.nameFilters()[-1] == "All files (*)"
    question.reject()
    assert not desk.logs.running
    desk.intake.ask_files()
    answer_with(make_log("errorCode: 1102016"), make_log("x", "other.log"))
    assert list(desk.read(qtbot)) == ["console.log", "other.log"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030"])
def test_a_file_of_any_encoding_opens(desk: Desk, qtbot: QtBot, make_log: MakeLog, encoding: str) -> None:
    lines = ["错误码", *(room("LOGIN_FAILED", 1102016, "房间", moment=number) for number in range(20))]
    desk.intake.open_files([make_log("\n".join(lines), encoding=encoding)])
    scan = desk.read(qtbot)["console.log"]
    assert scan.lines.head(0, 99).decode() == "错误码"
    assert scan.lines.head(20, 9_999).decode() == lines[20]
    assert [finding.code for finding in scan.results.findings()] == [1102016]


def test_several_files_are_as_many_logs(desk: Desk, qtbot: QtBot, make_log: MakeLog) -> None:
    names = ["first.log", "second.log", "third.log"]
    asked_for: list[str] = []
    desk.logs.asked_for.connect(lambda log: asked_for.append(log.name))
    desk.intake.open_files([make_log(name, name) for name in names])
    assert [(name, scan.lines.head(0, 99).decode()) for name, scan in desk.read(qtbot).items()] == [
        (name, name) for name in names
    ]
    assert (asked_for, desk.said) == (["first.log"], [])


def test_a_file_that_is_open_is_not_opened_twice(
    desk: Desk, qtbot: QtBot, make_log: MakeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_log("a", "first.log"), make_log("b", "second.log")
    desk.intake.open_files([first, second])
    desk.read(qtbot)
    asked_for: list[str] = []
    desk.logs.asked_for.connect(lambda log: asked_for.append(log.name))
    monkeypatch.chdir(first.parent)
    desk.intake.open_files([Path("..", first.parent.name, "second.log"), first])
    assert list(desk.read(qtbot)) == ["first.log", "second.log"]
    assert asked_for == ["second.log"]


@pytest.mark.parametrize("name", ["gone.log", "folder", "archive.zip"])
def test_a_file_that_is_no_log_is_told_in_a_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path, make_log: MakeLog, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    make_log(b"PK\x03\x04", "archive.zip")
    desk.intake.open_files([tmp_path / name])
    assert not desk.read(qtbot)
    assert len(desk.failed) == 1
    assert name in desk.failed[0]
    assert desk.failed[0].endswith(".")


# In the window


def test_a_failure_is_told_until_it_is_dismissed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.intake.open_files([tmp_path / "gone.log"])
    wait_read(qtbot, window)
    assert words(window.notice) == [f"{tmp_path / 'gone.log'} does not exist. Check the name.", "Dismiss"]
    assert window.notice.accessibleDescription() == words(window.notice)[0]
    assert "Paste, drop or open a log" in words(window.tabs)
    press("Shift+Tab")
    assert name_of(focused()) == "Dismiss"
    press("Space")
    assert not window.notice.isVisible()


def test_a_log_that_breaks_at_its_first_read_leaves_a_window_that_works(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    """It is let go at once: nothing may ask for its lines any more."""
    window.intake.open_files([make_log("\n".join(["x"] * 40 + [room("LOGIN_FAILED", 1102016)]))])
    wait_read(qtbot, window)
    bring(window, opened(FailingSource(b"x", 0)), "torn.log")
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
    bring(window, opened(FailingSource(data, 20)), "torn.log")
    qtbot.waitUntil(window.notice.isVisible)
    assert words(window.notice)[0] == "torn.log can no longer be read: Input/output error."
    assert (codes(window), current_line(window)) == (["1102016"], 1)
    assert "Cancel" not in words(pane(window))
    window.grab()


def test_a_file_cut_off_while_it_is_open_does_no_harm(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    path = make_log("\n".join([room("LOGIN_FAILED", 1102016, moment=number) for number in range(200)]))
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
    before = words(window.tabs)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(places.sample_log()))])
    QGuiApplication.clipboard().setMimeData(mime)
    copy_elsewhere("one\ntwo")
    qtbot.wait(20)
    assert (words(window.tabs), window.bar.field.text(), window.log) == (before, "", None)
