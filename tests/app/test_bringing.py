"""Logs brought to the real window: pasted, dropped, large, with long lines; driven by keys only."""

import itertools
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    CTRL,
    bring,
    button,
    codes,
    copy_elsewhere,
    current_line,
    focused,
    pane,
    paste_log,
    press,
    scan_of,
    shown_code,
    tabs,
    take_turns,
    type_text,
    wait_read,
    words,
)
from tests.app.lesson import CAMERA, LOG, SIGNAL, TOKEN, UNKNOWN
from tests.conftest import MakeLog
from tests.recognition.shapes import room, sdk, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.log.opening import Opening
from zegoerr_gui.widgets.chip import Chip

# What is brought


@pytest.mark.parametrize("place", ["filter", "codes", "log", "line", "detail", "button", "chip"])
def test_ctrl_v_does_what_is_meant_wherever_the_focus_is(reading: MainWindow, qtbot: QtBot, place: str) -> None:
    stops = {
        "filter": reading.bar.field,
        "codes": reading.codes.table,
        "log": pane(reading).table,
        "line": pane(reading).line.text,
        "detail": reading.detail.area,
        "button": reading.bar.open_button,
    }
    stop = stops.get(place) or next(chip for chip in reading.detail.findChildren(Chip) if chip.isVisible())
    stop.setFocus()
    assert focused() is stop
    paste_log(qtbot, reading, ["one", room("LOGIN_FAILED", SIGNAL)])
    assert codes(reading) == [str(SIGNAL)]
    stop = stop if place != "chip" else reading.detail.area
    stop.setFocus()
    copy_elsewhere(f"  {CAMERA} ")
    press("Ctrl+V")
    assert (reading.bar.field.text(), focused()) == (str(CAMERA), reading.bar.field)


def test_a_short_text_goes_to_the_filter_and_can_be_undone(window: MainWindow) -> None:
    type_text("token")
    copy_elsewhere("server busy")
    press("Ctrl+V")
    assert window.bar.field.text() == "server busy"
    assert focused() is window.bar.field
    press("Ctrl+Z")
    assert window.bar.field.text() == "token"


def test_a_picture_on_the_clipboard_is_answered_with_what_to_do(window: MainWindow) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    press("Ctrl+V")
    assert window.toast.text == "This is a picture. Copy the text out of it and paste that."
    assert window.toast.isVisible()
    assert (window.bar.field.text(), window.log) == ("", None)


def test_an_empty_clipboard_is_told(window: MainWindow) -> None:
    press("Ctrl+V")
    assert window.toast.text == "There is no text to paste. Copy a log, a message or a code first."


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drag something over a widget and let it go there; whether anybody wanted it."""
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), actions, mime, button, keys)
    entered.ignore()
    QApplication.sendEvent(target, entered)
    if entered.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), actions, mime, button, keys))
    return entered.isAccepted()


@pytest.mark.parametrize("place", ["window", "filter", "table", "detail"])
def test_a_dropped_file_opens(window: MainWindow, qtbot: QtBot, make_log: MakeLog, place: str) -> None:
    path = make_log("\n".join(LOG), "dropped.log")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))  # file managers offer the path as text as well
    places = {
        "window": window,
        "filter": window.bar.field,
        "table": window.codes.table.viewport(),
        "detail": window.detail.area.viewport(),
    }
    assert drop(places[place], mime)
    wait_read(qtbot, window)
    assert window.bar.field.text() == ""
    assert any("dropped.log" in text for text in words(pane(window).strip))
    assert (codes(window)[0], current_line(window)) == (str(TOKEN), 11)


def test_dropped_text_is_a_log_or_a_query(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("\n".join(LOG))
    assert drop(window, mime)
    wait_read(qtbot, window)
    assert any("Dropped text" in text for text in words(pane(window).strip))
    mime.setText(str(CAMERA))
    assert drop(window, mime)
    assert window.bar.field.text() == str(CAMERA)


def test_what_cannot_be_opened_is_not_let_in(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setData("application/x-anything", b"x")
    assert not drop(window, mime)


def test_of_several_files_each_gets_a_tab_and_the_first_is_shown(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    paths = [make_log("\n".join(LOG), name) for name in ("a.log", "b.log")]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(mime)
    press("Ctrl+V")
    wait_read(qtbot, window)
    assert tabs(window) == [f"a.log, {UNKNOWN} in 1 place", f"b.log, {UNKNOWN} in 1 place"]
    assert any("a.log" in text for text in words(pane(window).strip))


@pytest.mark.parametrize("name", ["gone.log", "", "picture.log"])
def test_what_cannot_be_read_is_told_and_the_log_on_show_stays(
    reading: MainWindow, qtbot: QtBot, tmp_path: Path, make_log: MakeLog, name: str
) -> None:
    if name == "picture.log":
        make_log(b"\x89PNG\r\n\x1a\n", name)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(reading.logs.failed) as failed:
        press("Ctrl+V")
    assert failed.args is not None
    assert words(reading.notice)[0] == failed.args[0]
    assert codes(reading)[0] == str(TOKEN)
    press("F8")
    assert current_line(reading) == 7


# Megabytes


def big_log() -> str:
    """More than is kept in memory, and many slices."""
    quiet = sdk("heartbeat ok 48 ms", "zm.hb", 0, roomid="lesson") + "\n"
    block = room("LOGIN_FAILED", TOKEN, "lesson") + "\n" + quiet * 4_000
    return block * (12_000_000 // len(block) + 1)


class Turns:
    """Counts the turns that the event loop gets."""

    def __init__(self) -> None:
        self.count = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._take)
        self._timer.start(0)

    def _take(self) -> None:
        self.count += 1


def test_a_paste_of_megabytes_is_read_in_slices(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    """By a clock on which each slice takes a quarter of a turn, there is a turn for the window every four slices."""
    text = big_log()
    megabytes = len(text) // 1_000_000
    assert megabytes >= 12
    copy_elsewhere(text)
    turns = Turns()
    press("Ctrl+V")
    assert not window.logs.by_number  # the window has answered before the log is made
    qtbot.waitUntil(lambda: window.logs.running, timeout=30_000)
    assert scan_of(window) is None  # nothing of it is read yet
    qtbot.waitUntil(lambda: scan_of(window) is not None, timeout=30_000)
    opened = turns.count
    wait_read(qtbot, window)
    assert opened >= megabytes / 2
    assert turns.count - opened >= megabytes
    scan = scan_of(window)
    assert scan is not None
    assert scan.results.complete
    assert len(scan.lines) == text.count("\n")
    assert codes(window) == [str(TOKEN)]
    assert scan.results.findings()[0].count == text.count("LOGIN_FAILED")
    assert not window.notice.isVisible()


def test_reading_can_be_stopped_and_what_was_read_stays(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    copy_elsewhere(big_log())
    press("Ctrl+V")
    qtbot.waitUntil(lambda: (scan := scan_of(window)) is not None and len(scan.lines) > 10_000, timeout=30_000)
    assert any(text.startswith("Reading, ") for text in words(pane(window).strip))
    button(pane(window), "Cancel").setFocus()
    press("Space")
    assert not window.logs.running
    scan = scan_of(window)
    assert scan is not None
    assert not scan.results.complete
    rows = pane(window).table.model().rowCount()
    assert 10_000 < rows < big_log().count("\n")
    assert words(window.notice)[0].startswith("Reading was stopped after ")
    assert words(window.notice)[0].endswith(" % of the log. F5 reads on.")
    assert "Cancel" not in words(pane(window))
    assert (codes(window), shown_code(window)) == ([str(TOKEN)], TOKEN)
    press("F8")
    qtbot.wait(50)
    assert pane(window).table.model().rowCount() == rows


def test_reading_that_was_stopped_goes_on(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: scan_of(window) is not None)
    window.actions_by_name["cancel_reading"].trigger()
    scan = scan_of(window)
    assert scan is not None
    stopped_at = pane(window).table.model().rowCount()
    press("F5")
    assert not window.notice.isVisible()
    wait_read(qtbot, window)
    assert scan_of(window) is scan
    assert scan.results.complete
    assert stopped_at < pane(window).table.model().rowCount() == scan.results.lines
    press("F5")
    assert window.toast.text == "Nothing was added to the log."


def test_what_was_added_to_a_file_is_read(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    press("F5")
    assert window.toast.text == "There is no log. Paste one, or open the sample log."
    path = make_log("".join(f"{line}\n" for line in LOG))
    window.intake.open_files([path])
    wait_read(qtbot, window)
    rows, line = pane(window).table.model().rowCount(), pane(window).table.current_line
    with path.open("a", encoding="utf-8") as file:
        file.write(stream("NO_PUBLISH", 1103051) + "\n")
    press("F5")
    wait_read(qtbot, window)
    assert pane(window).table.model().rowCount() == rows + 1
    assert pane(window).table.current_line == line  # what the agent looks at stays
    assert 1103051 in window.codes_model.findings
    path.write_text("", encoding="utf-8")
    press("F5")
    assert words(window.notice)[0] == f"{path.name} was cut off while it was open. Open it again."


def test_reading_can_be_stopped_before_there_is_a_line(
    window: MainWindow, slow_clock: None, private_home: Path
) -> None:
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: any(path.stat().st_size for path in (private_home / "tmp").glob("*.spool")))
    assert (scan_of(window), window.logs.running) == (None, True)
    window.actions_by_name["cancel_reading"].trigger()
    take_turns(lambda: scan_of(window) is not None)
    scan = scan_of(window)
    assert scan is not None
    assert 0 < scan.source.size < len(big_log())
    assert words(window.notice)[0].startswith("Reading was stopped after ")
    window.close()
    assert list((private_home / "tmp").glob("*.spool")) == []


def endless() -> Opening:
    """A log that is copied from a share so slow that there is never a line of it."""
    for step in itertools.count():
        yield min(0.99, step / 100_000)
    raise AssertionError("never reached")


@pytest.mark.parametrize("other", [False, True])
def test_what_takes_long_before_there_is_a_line_is_shown_too(
    window: MainWindow, qtbot: QtBot, slow_clock: None, other: bool
) -> None:
    """A large paste, or a file in another encoding, is copied first: also that goes on in sight and can be stopped."""
    if other:
        paste_log(qtbot, window, LOG)
    before = window.log
    bring(window, endless(), "share.log")
    qtbot.waitUntil(lambda: any(text.startswith("Reading, ") for text in words(window.tabs)))
    assert "Opening share.log" in words(window.tabs)
    button(pane(window), "Cancel").setFocus()
    press("Space")
    assert (window.logs.running, window.log) == (False, before)
    assert not any(text.startswith("Reading, ") for text in words(window.tabs))
    assert not window.notice.isVisible()


def test_a_notice_about_a_log_goes_with_it(window: MainWindow, qtbot: QtBot, slow_clock: None, tmp_path: Path) -> None:
    """What was said of one log must not stand over the next."""
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: scan_of(window) is not None)
    window.actions_by_name["cancel_reading"].trigger()
    assert words(window.notice)[0].startswith("Reading was stopped after ")
    paste_log(qtbot, window, LOG)
    assert not window.notice.isVisible()
    window.intake.open_files([tmp_path / "gone.log"])
    wait_read(qtbot, window)
    assert "gone.log" in words(window.notice)[0]
    paste_log(qtbot, window, LOG)
    assert not window.notice.isVisible()


def test_the_window_can_be_closed_while_a_log_is_read(
    window: MainWindow, qtbot: QtBot, slow_clock: None, private_home: Path
) -> None:
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: scan_of(window) is not None)
    assert window.close()
    qtbot.wait(20)
    assert not window.logs.running
    assert list((private_home / "tmp").glob("*.spool")) == []


def test_nothing_moves_under_the_hand_while_a_log_is_read(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    """A code that the agent looks at turns up later in the log; the line that is read meanwhile stays."""
    quiet = sdk("heartbeat ok 48 ms", "zm.hb", 0) + "\n"
    copy_elsewhere(room("LOGIN_FAILED", TOKEN) + "\n" + quiet * 20_000 + stream("NO_PUBLISH", CAMERA) + "\n")
    press("Ctrl+V")
    take_turns(lambda: scan_of(window) is not None)
    press("Esc")
    type_text(str(CAMERA))
    assert shown_code(window) == CAMERA
    press("F6", "F6", "Down", "Down")
    assert current_line(window) == 3
    wait_read(qtbot, window)
    assert (current_line(window), shown_code(window)) == (3, CAMERA)
    assert focused() is pane(window).table
    qtbot.waitUntil(lambda: "1 failure, told in 1 place" in words(window.detail))


def test_no_copy_of_a_paste_stays_behind(window: MainWindow, qtbot: QtBot, private_home: Path) -> None:
    paste_log(qtbot, window, ["x" * 6_000_000])
    spools = list((private_home / "tmp").glob("*.spool"))
    assert len(spools) == 1
    assert spools[0].stat().st_mode & 0o077 == 0
    window.close()
    assert list((private_home / "tmp").glob("*.spool")) == []


# Long lines


def test_a_log_that_begins_with_a_line_of_300_kilobytes(window: MainWindow, qtbot: QtBot) -> None:
    """Its codes are found before its end is: the window must not ask for a line that is not there yet."""
    line = f"errorCode: {TOKEN} " + "x" * 150_000 + f" errorCode: {CAMERA} " + "x" * 150_000 + f" errorCode: {SIGNAL}"
    paste_log(qtbot, window, [line, "next"])
    assert sorted(codes(window)) == sorted(str(code) for code in (TOKEN, CAMERA, SIGNAL))
    assert (shown_code(window), current_line(window)) == (TOKEN, 1)


def at_code(text: QPlainTextEdit, code: int) -> bool:
    return text.toPlainText()[text.textCursor().position() :].startswith(str(code))


def test_in_a_line_of_300_kilobytes_the_mark_come_to_is_the_current_one(window: MainWindow, qtbot: QtBot) -> None:
    gap = "." * 100_000
    paste_log(qtbot, window, ["first", f"errorCode: {TOKEN} {gap} errorCode: {CAMERA} {gap} errorCode: {SIGNAL}"])
    line = pane(window).line
    for code in (CAMERA, SIGNAL):
        press("F8")
        assert (current_line(window), shown_code(window)) == (2, code)
        qtbot.waitUntil(partial(at_code, line.text, code))  # so long a line is laid out in turns
        assert line.level.isVisible()
        assert line.level.accessibleName() == "looks like an error"


def test_keys_of_the_window_work_in_the_line_pane(reading: MainWindow) -> None:
    press("F6", "F6", "F6")
    assert focused() is pane(reading).line.text
    press("N")
    assert (current_line(reading), shown_code(reading)) == (7, CAMERA)
    QTest.keyClick(focused(), Qt.Key.Key_F8)
    assert current_line(reading) == 8
    QTest.keyClick(focused(), Qt.Key.Key_K, CTRL)
    assert focused() is reading.bar.field


def test_reading_can_be_stopped_only_while_a_log_is_read(window: MainWindow, slow_clock: None) -> None:
    stop = window.actions_by_name["cancel_reading"]
    assert not stop.isEnabled()
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: scan_of(window) is not None)
    assert stop.isEnabled()
    stop.trigger()
    assert not stop.isEnabled()
