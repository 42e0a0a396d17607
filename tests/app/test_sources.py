"""Logs from everywhere, through the window: encodings, archives, a pipe, files that change while they are open."""

import os
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import press, take_turns, type_text
from tests.conftest import MakeLog
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.log import opening
from zegoerr_gui.widgets.member_chooser import MemberChooser

CHINESE = "登录房间失败,错误码 1102016\n"


def open_log(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.intake.open_files([path])
    read(qtbot, window)


def read(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.logs.running, timeout=30_000)


def lines(window: MainWindow) -> list[str]:
    """The lines of the log on show."""
    assert window.log is not None
    assert window.log.scan is not None
    index = window.log.scan.lines
    return [index.head(line, 1000).decode() for line in range(len(index))]


def encoding(window: MainWindow) -> tuple[str, str]:
    """The encoding that the menu ticks, and what stands under the verdict."""
    ticked = [name for name, action in window.actions_by_name.items() if action.isChecked() and "encoding" in name]
    assert window.log_pane is not None
    return ticked[0].removeprefix("encoding_"), window.log_pane.strip.counts.text()


def come_to_front(app: QApplication) -> None:
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_the_encoding_is_shown_and_can_be_changed(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    open_log(qtbot, window, make_log(CHINESE * 3, encoding="gb18030"))
    assert encoding(window)[0] == "gb18030"
    assert encoding(window)[1].startswith("console.log  ·  Chinese, simplified (GB18030)  ·  1 code in 3 lines")
    window.actions_by_name["encoding_utf-8"].trigger()
    read(qtbot, window)
    assert encoding(window)[0] == "utf-8"
    assert "  ·  42 bytes unreadable  ·  " in encoding(window)[1].replace(",", "")
    window.actions_by_name["encoding_gb18030"].trigger()
    read(qtbot, window)
    assert encoding(window)[0] == "gb18030"
    assert lines(window) == [CHINESE.strip()] * 3
    assert len(window.logs.by_number) == 1


def test_a_pasted_text_has_no_encoding_to_change(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("one\ntwo\n")
    press("Ctrl+V")
    read(qtbot, window)
    assert encoding(window)[0] == "utf-8"
    assert not window.actions_by_name["encoding_big5"].isEnabled()
    press("Ctrl+W")
    assert not window.actions_by_name["follow"].isEnabled()


def test_a_log_that_proves_not_to_be_utf8_is_read_again_and_that_is_said(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    plain = "x" * 400_000 + "\n"
    open_log(qtbot, window, make_log(plain.encode() + CHINESE.encode("gb18030") * 3))
    assert encoding(window)[0] == "gb18030"
    assert window.notice.text.text() == (
        "Byte 400,002 of console.log showed that it is not UTF-8. It was read again as Chinese, simplified (GB18030)."
    )
    assert lines(window)[1:] == [CHINESE.strip()] * 3
    assert window.linked.code == 1102016


def test_growth_is_offered_and_f5_reads_on(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, qapp: QApplication
) -> None:
    path = make_log("a line\n" * 10)
    open_log(qtbot, window, path)
    with path.open("ab") as file:
        file.write(b"a line\n" * 4)
    come_to_front(qapp)
    assert window.notice.text.text() == "console.log has grown by 28 bytes, about 4 lines. F5 reads on."
    assert len(lines(window)) == 10
    press("F5")
    read(qtbot, window)
    assert (len(lines(window)), window.notice.isVisible()) == (14, False)


def test_the_growth_of_a_copy_is_told_and_what_to_do(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, qapp: QApplication
) -> None:
    path = make_log("a line\n" * 10, encoding="utf-16")
    open_log(qtbot, window, path)
    with path.open("ab") as file:
        file.write("more\n".encode("utf-16-le"))
    come_to_front(qapp)
    assert window.notice.text.text().endswith("Open it again to read all of it.")


def test_who_follows_a_log_reads_what_is_added_and_stays_at_its_end(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, qapp: QApplication
) -> None:
    path = make_log("a line\n" * 200)
    open_log(qtbot, window, path)
    press("Shift+F5")
    assert window.actions_by_name["follow"].isChecked()
    assert window.log_pane is not None
    window.log_pane.table.scrollToBottom()
    bar = window.log_pane.table.verticalScrollBar()
    for added in (100, 200):
        with path.open("ab") as file:
            file.write(b"a line\n" * 100)
        come_to_front(qapp)
        read(qtbot, window)
        assert (len(lines(window)), bar.value()) == (200 + added, bar.maximum())
    bar.setValue(0)
    with path.open("ab") as file:
        file.write(b"a line\n" * 100)
    come_to_front(qapp)
    read(qtbot, window)
    assert (len(lines(window)), bar.value()) == (500, 0)  # whoever looks at something else is left there
    press("Shift+F5")
    assert not window.actions_by_name["follow"].isChecked()


@pytest.mark.skipif(os.name == "nt", reason="there an open file can neither be removed nor cut off")
def test_a_file_that_is_cut_off_or_goes_is_told_and_what_is_left_can_be_read(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, qapp: QApplication
) -> None:
    path = make_log("a line\n" * 10)
    open_log(qtbot, window, path)
    os.truncate(path, 14)
    come_to_front(qapp)
    assert window.notice.text.text() == "console.log was cut off to 14 bytes while it was open. Open it again."
    path.unlink()
    come_to_front(qapp)
    assert window.notice.text.text().startswith("console.log is gone from its place. ")
    assert window.log is not None
    assert window.log.scan is not None
    assert window.log.scan.lines.head(1, 9) == b"a line"


@pytest.mark.skipif(os.name == "nt", reason="there an open file cannot be removed")
def test_reading_on_in_a_file_that_is_gone_does_not_hide_it(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, qapp: QApplication
) -> None:
    path = make_log("a line\n" * 10)
    open_log(qtbot, window, path)
    path.unlink()
    for _ in range(2):
        press("F5")
        assert window.toast.text == "Nothing was added to the log."
        assert window.notice.text.text().startswith("console.log is gone from its place. ")
        assert window.notice.isVisible()


def test_of_an_archive_the_chosen_logs_are_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "logs.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("one.log", "two.log", "three.log"):
            archive.writestr(name, f"{name}\nerror 1103061\n")
    window.intake.open_files([path])
    qtbot.waitUntil(lambda: window.findChild(MemberChooser) is not None)
    chooser = window.findChild(MemberChooser)
    assert isinstance(chooser, MemberChooser)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(chooser.list, key)
    read(qtbot, window)
    assert [log.name for log in window.logs.by_number.values()] == ["one.log in logs.zip", "three.log in logs.zip"]
    assert lines(window) == ["one.log", "error 1103061"]


def test_a_long_mail_on_the_clipboard_is_read_as_its_text(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml("<p>line &lt;错误码 1102016&gt;</p>" * 3_000)
    QGuiApplication.clipboard().setMimeData(mime)
    press("Ctrl+V")
    read(qtbot, window)
    assert lines(window)[:1] == ["line <错误码 1102016>"]
    assert len(lines(window)) == 3_000


def test_an_endless_pipe_can_be_stopped_and_what_came_stays(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_end, write_end = os.pipe()
    with os.fdopen(read_end) as pipe, os.fdopen(write_end, "wb") as other:
        monkeypatch.setattr(sys, "stdin", pipe)
        other.write(b"error 1103061\n" * 10)
        other.flush()
        window.intake.open_files([Path("-")])
        for _ in range(30):
            QApplication.processEvents()
        assert window.logs.running
        window.actions_by_name["cancel_reading"].trigger()
        read(qtbot, window)
        assert lines(window) == ["error 1103061"] * 10
        assert window.notice.text.text().startswith("Reading was stopped after 140 bytes of standard input. ")


def test_a_share_that_sleeps_does_not_hold_up_the_window(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    awake = threading.Event()
    path = make_log("one\ntwo\n")

    def sleep(path: Path) -> bool:
        assert awake.wait(60)
        return True

    monkeypatch.setattr(opening, "is_remote", sleep)
    window.intake.open_files([path])
    for _ in range(20):
        QApplication.processEvents()
    assert window.logs.running
    type_text("1103061")  # meanwhile the agent goes on
    assert window.bar.field.text() == "1103061"
    awake.set()
    read(qtbot, window)
    path.unlink()  # what is shown is a copy: who touches a share later would have to wait again
    assert lines(window) == ["one", "two"]


def test_a_share_that_never_wakes_can_be_given_up(
    window: MainWindow, make_log: MakeLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    awake = threading.Event()
    monkeypatch.setattr(opening, "is_remote", lambda _: awake.wait(60))
    window.intake.open_files([make_log("one\n")])
    for _ in range(20):
        QApplication.processEvents()
    window.actions_by_name["cancel_reading"].trigger()
    assert (window.log, window.logs.running) == (None, False)
    awake.set()


def test_an_empty_file_is_told_until_something_is_in_it(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    path = make_log("")
    open_log(qtbot, window, path)
    assert window.notice.text.text() == "console.log is empty."
    path.write_bytes(b"one\n")
    press("F5")
    read(qtbot, window)
    assert (lines(window), window.notice.isVisible()) == (["one"], False)


@pytest.mark.skipif(os.name == "nt", reason="there a name has no line breaks")
def test_a_name_with_a_line_break_stays_on_its_line(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    open_log(qtbot, window, make_log("", name="a\nb&c.log"))
    assert window.notice.text.text() == "a␊b&c.log is empty."
    assert window.log_pane is not None
    assert window.log_pane.strip.counts.text().startswith("a␊b&c.log  ·")
    assert window.windowTitle() == "a␊b&c.log – ZegoErr"


def test_a_name_that_gives_orders_is_shown_and_not_obeyed(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    open_log(qtbot, window, make_log("a\u202eb\n", name="a\u202egol.log"))
    assert window.log_pane is not None
    shown = [window.windowTitle(), window.log_pane.strip.counts.text(), window.log_pane.strip.counts.toolTip()]
    assert all("a\u2426gol.log" in text for text in shown)
    assert not any("\u202e" in text for text in shown)


def test_a_log_can_be_let_go_while_it_is_read_again(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    open_log(qtbot, window, make_log(CHINESE + "x" * 3_000_000))
    window.actions_by_name["encoding_gb18030"].trigger()
    take_turns(lambda: window.log is not None and window.log.share is not None)
    press("Ctrl+W")
    assert window.logs.by_number == {}
