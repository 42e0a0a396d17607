"""Several logs side by side: a tab for each, the same code in all of them, each where the agent left it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTabBar
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    button,
    codes,
    copy_elsewhere,
    count,
    current_line,
    focused,
    is_on,
    pane,
    paste_log,
    press,
    shown_code,
    tabs,
    take_turns,
    type_text,
    wait_read,
    words,
)
from tests.app.lesson import CAMERA, LOG, SIGNAL, TOKEN, UNKNOWN
from tests.conftest import MakeLog
from tests.recognition.shapes import room, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.text_page import TextPage

OTHER = ["one", stream("NO_PUBLISH", SIGNAL), "three", stream("NO_PUBLISH", CAMERA, moment=9_000), "five"]
QUIET = ["nothing", "to see"]


def shown(window: MainWindow) -> str:
    """The name of the log on show, as the bar of tabs tells it."""
    bar = window.tabs.bar
    return bar.tabText(bar.currentIndex())


def paste_files(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Copy files in a file manager, and paste them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(mime)
    press("Ctrl+V")
    wait_read(qtbot, window)


@pytest.fixture
def three(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> MainWindow:
    """The window with three logs, brought together, at the first code of the first."""
    logs = {"lesson.log": LOG, "other.log": OTHER, "quiet.log": QUIET}
    paste_files(qtbot, window, *(make_log("\n".join(lines), name) for name, lines in logs.items()))
    window.linked.go_to_code(TOKEN)
    return window


def test_one_log_has_no_bar_of_tabs(reading: MainWindow, qtbot: QtBot) -> None:
    assert tabs(reading) == []
    paste_log(qtbot, reading, OTHER)
    assert [tab.partition(",")[0] for tab in tabs(reading)] == ["Pasted text", "Pasted text 2"]
    press("Ctrl+W")
    assert tabs(reading) == []


def test_a_second_log_opens_beside_the_first_and_nothing_is_lost(reading: MainWindow, qtbot: QtBot) -> None:
    press("F8", "F8")
    assert current_line(reading) == 8
    type_text("camera")
    paste_log(qtbot, reading, ["one", "two", room("LOGIN_FAILED", SIGNAL)])
    assert reading.bar.field.text() == ""
    assert codes(reading) == [str(SIGNAL)]
    assert (shown_code(reading), current_line(reading)) == (SIGNAL, 3)
    assert reading.windowTitle() == "Pasted text 2 – ZegoErr"
    press("Ctrl+Shift+Tab")
    assert reading.windowTitle() == "Pasted text – ZegoErr"
    assert codes(reading)[0] == str(TOKEN)
    assert current_line(reading) == 8


def test_the_table_shows_what_the_log_on_show_says(three: MainWindow) -> None:
    assert (shown(three), codes(three)[:2], count(three)) == ("lesson.log", [str(TOKEN), str(CAMERA)], "4 of 298")
    press("Ctrl+PgDown")
    assert (shown(three), codes(three), count(three)) == ("other.log", [str(SIGNAL), str(CAMERA)], "2 of 297")
    press("Ctrl+PgDown")
    assert (shown(three), count(three)) == ("quiet.log", "297 of 297")
    assert not three.bar.in_log.isVisible()
    assert words(pane(three).strip)[0] == "No error code in this log"
    press("Ctrl+PgDown")
    assert (shown(three), count(three), is_on(three.bar.in_log)) == ("lesson.log", "4 of 298", True)


def test_a_code_stays_chosen_where_the_next_log_has_it_and_that_log_stays_where_it_was(three: MainWindow) -> None:
    press("Ctrl+Tab")
    press("F6", "F6", "Ctrl+End")
    assert (current_line(three), focused()) == (5, pane(three).table)
    press("Ctrl+Shift+Tab")
    assert focused() is pane(three).table
    press("F8")
    assert (shown_code(three), current_line(three)) == (CAMERA, 7)
    press("Ctrl+Tab")
    assert (shown_code(three), current_line(three)) == (CAMERA, 5)
    assert pane(three).table.marks.selected_code == CAMERA
    take_turns(lambda: "1 failure, told in 1 place" in words(three.detail))
    assert focused() is pane(three).table
    press("Ctrl+Shift+Tab")
    assert (shown_code(three), current_line(three)) == (CAMERA, 7)


def test_a_log_seen_for_the_first_time_goes_to_the_code_on_show(three: MainWindow) -> None:
    """What the agent looks for is looked for there too; without it, the log shows what it tells first."""
    press("F8")
    assert shown_code(three) == CAMERA
    press("Ctrl+Tab")
    assert (shown_code(three), current_line(three)) == (CAMERA, 4)


def test_a_log_without_the_code_on_show_shows_its_own(three: MainWindow) -> None:
    assert shown_code(three) == TOKEN
    press("Ctrl+Tab")
    assert (shown_code(three), current_line(three)) == (CAMERA, 4)
    press("Ctrl+Shift+Tab")
    press("Ctrl+K")
    type_text(str(TOKEN))
    press("Ctrl+Tab")
    assert (shown_code(three), current_line(three)) == (CAMERA, 4)
    press("Alt+Left")
    assert shown_code(three) == TOKEN


def test_the_focus_stays_where_it_is_when_another_log_comes(three: MainWindow) -> None:
    for place in (three.bar.field, three.codes.table, three.detail.area):
        place.setFocus()
        press("Ctrl+Tab")
        assert focused() is place
    pane(three).table.setFocus()
    press("F6")
    assert focused() is pane(three).line.text
    press("Ctrl+Tab")
    assert focused() is pane(three).table  # never been here before
    press("Ctrl+Shift+Tab")
    assert focused() is pane(three).line.text


def test_a_log_that_comes_while_a_question_has_the_keys_takes_over_the_focus_of_the_log_before(
    three: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    pane(three).line.text.setFocus()
    press("Ctrl+O")
    question = QApplication.activeModalWidget()
    assert isinstance(question, QFileDialog)
    question.filesSelected.emit([str(make_log("one more", "more.log"))])
    wait_read(qtbot, three)
    question.reject()
    assert shown(three) == "more.log"
    assert three.focusWidget() is pane(three).table


def test_filters_stay_when_another_log_comes(three: MainWindow) -> None:
    press("Ctrl+K")
    type_text("device")
    press("Ctrl+Tab")
    assert (three.bar.field.text(), is_on(three.bar.in_log)) == ("device", True)
    three.actions_by_name["toggle_in_log"].trigger()
    press("Ctrl+Tab", "Ctrl+Tab")
    assert (shown(three), three.bar.field.text(), is_on(three.bar.in_log)) == ("lesson.log", "device", False)


def test_the_tabs_tell_which_logs_have_the_code_on_show(three: MainWindow) -> None:
    assert tabs(three) == [f"lesson.log, {TOKEN} in 1 place", "other.log", "quiet.log"]
    press("F8")
    assert tabs(three) == [f"lesson.log, {CAMERA} in 3 places", f"other.log, {CAMERA} in 1 place", "quiet.log"]
    icons = [three.tabs.bar.tabIcon(index).cacheKey() for index in range(3)]
    assert icons[0] == icons[1] != icons[2]


def test_the_same_file_twice_is_one_tab(three: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    press("Ctrl+Tab")
    paste_files(qtbot, three, tmp_path / "quiet.log", tmp_path / "lesson.log")
    assert (len(tabs(three)), shown(three)) == (3, "quiet.log")


def test_ctrl_w_closes_the_log_on_show_and_the_one_before_comes_back(three: MainWindow) -> None:
    press("Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab")
    assert shown(three) == "other.log"
    press("Ctrl+W")
    assert [tab.partition(",")[0] for tab in tabs(three)] == ["lesson.log", "quiet.log"]
    assert shown(three) == "lesson.log"
    press("Ctrl+W", "Ctrl+W")
    assert (three.log, three.windowTitle()) == (None, "ZegoErr")
    assert "Paste, drop or open a log" in words(three.tabs)
    press("Ctrl+W", "Ctrl+Tab")
    assert three.toast.text == "There is no log. Paste one, or open the sample log."


def test_a_closed_log_leaves_the_focus_in_a_log(three: MainWindow) -> None:
    press("F6", "F6")
    press("Ctrl+W")
    assert focused() is pane(three).table
    press("Ctrl+W", "Ctrl+W")
    assert focused() is three.tabs.empty.paste_button


def test_a_log_that_is_not_on_show_can_be_closed(three: MainWindow) -> None:
    press("F8")
    bar = three.tabs.bar
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(2).center())
    assert [tab.partition(",")[0] for tab in tabs(three)] == ["lesson.log", "other.log"]
    close = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert close.accessibleName() == "Close other.log"
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert (tabs(three), shown_code(three), current_line(three)) == ([], CAMERA, 7)


def test_what_is_looked_at_stays_when_another_log_is_closed(three: MainWindow) -> None:
    press("Ctrl+Tab", "Ctrl+Tab")
    press("Ctrl+K")
    type_text("1002006")
    assert shown_code(three) == 1002006
    bar = three.tabs.bar
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())
    assert (shown(three), shown_code(three)) == ("quiet.log", 1002006)


def test_the_log_on_show_is_read_first(window: MainWindow, qtbot: QtBot, make_log: MakeLog, slow_clock: None) -> None:
    lines = "\n".join([room("LOGIN_FAILED", TOKEN), *["x"] * 20_000])
    window.intake.open_files([make_log(lines, name) for name in ("a.log", "b.log", "c.log")])
    finished: list[str] = []
    for log in window.logs.by_number.values():
        log.finished.connect(lambda name=log.name: finished.append(name))
    take_turns(lambda: window.log is not None and window.log.scan is not None)
    press("Ctrl+Shift+Tab")
    wait_read(qtbot, window)
    assert finished == ["c.log", "a.log", "b.log"]
    assert tabs(window) == [f"{name}.log, {TOKEN} in 1 place" for name in "abc"]


def test_many_logs_are_as_many_tabs_and_a_pane_is_made_for_what_is_seen(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    paste_files(qtbot, window, *(make_log("\n".join(LOG), f"{number}.log") for number in range(40)))
    assert len(tabs(window)) == 40
    assert len(window.log_panes.all) == 1
    press("Ctrl+Shift+Tab")
    assert (shown(window), len(window.log_panes.all)) == ("39.log", 2)
    assert window.close()
    assert len(window.log_panes.all) == 0


def test_what_is_wrong_with_one_log_is_not_said_over_another(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, slow_clock: None
) -> None:
    paste_log(qtbot, window, LOG)
    copy_elsewhere("x\n" * 400_000)
    press("Ctrl+V")
    take_turns(lambda: window.log is not None and window.log.scan is not None)
    window.actions_by_name["cancel_reading"].trigger()
    stopped = words(window.notice)[0]
    assert stopped.startswith("Reading was stopped after ")
    press("Ctrl+Tab")
    assert not window.notice.isVisible()
    press("Ctrl+Tab")
    assert words(window.notice)[0] == stopped
    press("F5")
    assert not window.notice.isVisible()


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_of_several_files_one_cannot_be_read(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, tmp_path: Path, gone: int
) -> None:
    paths = [make_log("\n".join(LOG), f"{number}.log") for number in range(3)]
    paths[gone].unlink()
    paste_files(qtbot, window, *paths)
    assert words(window.notice)[0] == f"{paths[gone]} does not exist. Check the name."
    assert len(tabs(window)) == 2
    assert shown_code(window) == UNKNOWN
    press("Ctrl+Tab")
    assert words(window.notice)[0] == f"{paths[gone]} does not exist. Check the name."


def test_names_are_shown_as_they_are(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    names = ["a & b.log", "<b>x.log", "gol.\u202egnp.log"]
    paste_files(qtbot, window, *(make_log("x\ny", name) for name in names))
    bar = window.tabs.bar
    assert [bar.tabText(index) for index in range(3)] == ["a && b.log", "<b>x.log", "gol.\u2426gnp.log"]
    assert "&lt;b&gt;x.log" in bar.tabToolTip(1)
    assert tabs(window)[0] == "a & b.log"


# Closed, and opened again


def test_a_closed_file_is_opened_again(three: MainWindow, qtbot: QtBot) -> None:
    press("Ctrl+W")
    assert three.toast.text == "Closed lesson.log"
    assert three.toast.accessibleName() == "Closed lesson.log. Open again (Ctrl+Shift+T)"
    press("Ctrl+Shift+T")
    wait_read(qtbot, three)
    assert shown(three) == "lesson.log"
    assert [tab.partition(",")[0] for tab in tabs(three)] == ["other.log", "quiet.log", "lesson.log"]
    assert codes(three)[0] == str(TOKEN)
    press("Ctrl+Shift+T")
    assert three.toast.text == "No log was closed."


def test_pasted_text_is_opened_again_by_a_click_on_what_is_offered(reading: MainWindow, qtbot: QtBot) -> None:
    press("Ctrl+W")
    copy_elsewhere("something else")
    QTest.mouseClick(reading.toast, Qt.MouseButton.LeftButton)
    wait_read(qtbot, reading)
    assert not reading.toast.isVisible()
    assert (reading.windowTitle(), codes(reading)[0]) == ("Pasted text – ZegoErr", str(TOKEN))
    press("Ctrl+W", "Ctrl+Shift+T")
    wait_read(qtbot, reading)
    assert codes(reading)[0] == str(TOKEN)


def test_a_text_closed_before_it_was_read_is_opened_again(
    window: MainWindow, qtbot: QtBot, private_home: Path, slow_clock: None
) -> None:
    copy_elsewhere("\n".join(LOG) + "\nx" * 3_000_000)
    press("Ctrl+V")
    take_turns(lambda: bool(list((private_home / "tmp").glob("*.spool"))))
    press("Ctrl+W")
    assert (window.log, list((private_home / "tmp").glob("*.spool"))) == (None, [])
    press("Ctrl+Shift+T")
    take_turns(lambda: codes(window)[0] == str(TOKEN))


def test_the_copy_of_a_closed_text_goes_with_the_window_or_when_ten_others_were_closed(
    window: MainWindow, qtbot: QtBot, private_home: Path
) -> None:
    def paste(text: str) -> None:
        paste_log(qtbot, window, [text])
        press("Ctrl+W")

    def copies() -> int:
        return len(list((private_home / "tmp").glob("*.spool")))

    paste("x" * 6_000_000 + "\ny")
    assert copies() == 1
    for _ in range(9):
        paste("one\ntwo")
    assert copies() == 1
    paste("one\ntwo")
    assert copies() == 0
    paste("x" * 6_000_000 + "\ny")
    window.close()
    assert copies() == 0


def test_several_files_that_cannot_be_opened_are_told_together(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, tmp_path: Path
) -> None:
    gone = [tmp_path / f"gone {number}.log" for number in range(3)]
    paste_files(qtbot, window, gone[0], make_log("\n".join(LOG)), *gone[1:])
    sentence = f"{gone[0]} does not exist. Check the name. 2 more logs cannot be opened."
    assert words(window.notice) == [sentence, "Show all", "Dismiss"]
    button(window.notice, "Show all").click()
    (page,) = window.findChildren(TextPage)
    assert page.windowTitle() == "Logs that cannot be opened"
    assert {f"{path} does not exist. Check the name." for path in gone} <= set(words(page))
    page.close()
    paste_log(qtbot, window, LOG)
    assert not window.notice.isVisible()


def test_what_a_pane_does_is_done_for_its_log(three: MainWindow) -> None:
    """So that it waits while another log is on show."""
    shown_pane, log = pane(three), three.log
    press("Ctrl+Tab")
    take_turns(lambda: three.jobs.idle)
    shown_pane.whereabouts.refresh(reading=False)
    shown_pane.search.finder.seek("t", pattern=False, match_case=False)
    assert [job.owner for job in three.jobs._jobs] == [log, log]
    take_turns(lambda: three.jobs.idle)
    assert shown_pane.search.finds is not None
    assert len(shown_pane.search.finds) > 1
