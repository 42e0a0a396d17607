"""Stories of a log with several sessions in it, in the real window, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    bring,
    chosen_row,
    codes,
    current_line,
    focused,
    name_of,
    pane,
    paste_log,
    press,
    shown_code,
    take_turns,
    words,
)
from tests.recognition.shapes import room, sdk, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.log.opening import open_bytes
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.widgets.reply_dialog import ReplyDialog
from zegoerr_gui.widgets.scope_chip import ScopeChip

TOKEN, EXPIRED, TWICE, CAMERA = 1102016, 1102018, 1002001, 1103064

# Counted from 1, as on the screen.
LOG = [
    room("LOGIN_FAILED", TWICE, "math_7b"),  # 1
    "[App] quiet",
    room("LOGIN_FAILED", TOKEN, "art_3a", moment=5_000),  # 3
    sdk("something in the lesson", moment=6_000, roomid="math_7b"),
    sdk(f'NO_PUBLISH {{"errorCode":{CAMERA}}}', moment=7_000, roomid="math_7b", streamid="s1"),  # 5
    room("LOGINED", 0, "art_3a", moment=9_000),  # 6
    "[App] quiet",
    room("LOGIN_FAILED", TOKEN, "math_7b", moment=20_000),  # 8
    room("LOGINED", 0, "chess", moment=30_000),
]


@pytest.fixture
def seen(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the log read and gone through."""
    paste_log(qtbot, window, LOG)
    qtbot.waitUntil(lambda: window.jobs.idle)
    return window


def settle(window: MainWindow) -> None:
    take_turns(lambda: window.jobs.idle)


def chips(window: MainWindow) -> list[str]:
    """What a screen reader says of the chips on show, the chosen one with a star."""
    row = pane(window).chips
    shown = [chip for chip in row.findChildren(ScopeChip) if chip.isVisible()]
    return [f"{'*' if chip.isChecked() else ''}{name_of(chip)}" for chip in shown]


def choose(window: MainWindow, *keys: str) -> None:
    """Put the focus on the chosen chip, press keys there."""
    row = pane(window).chips
    next(chip for chip in row.findChildren(ScopeChip) if chip.isChecked()).setFocus()
    press(*keys)
    settle(window)


def lines_shown(window: MainWindow) -> list[int]:
    model = pane(window).model
    return [model.line_of(row) + 1 for row in range(model.rowCount())]


def verdict(window: MainWindow) -> list[str]:
    return words(pane(window).strip)


def test_a_log_is_limited_to_one_room_and_back(seen: MainWindow) -> None:
    assert chips(seen) == [
        "*All of the log",
        "Room math_7b, 3 failures, 3 not recovered",
        "Room art_3a, 1 failure, recovered",
    ]
    everything = codes(seen)
    assert everything == [str(code) for code in (TWICE, TOKEN, CAMERA)]
    choose(seen, "Right", "Right", "Space")
    assert chips(seen)[2] == "*Room art_3a, 1 failure, recovered"
    assert codes(seen) == [str(TOKEN)]
    assert (shown_code(seen), chosen_row(seen), current_line(seen)) == (TOKEN, str(TOKEN), 3)
    assert lines_shown(seen) == [3, 6]
    assert "Showing 2 of 9 lines: room art_3a." in words(pane(seen).shown_bar)
    assert verdict(seen)[:2] == ["Worked in a later attempt", str(TOKEN)]
    assert "1 failure, told in 1 place" in words(seen.detail)
    press("Left", "Return")
    settle(seen)
    assert codes(seen) == [str(code) for code in (TWICE, CAMERA, TOKEN)]
    assert (shown_code(seen), current_line(seen)) == (TOKEN, 8)
    assert lines_shown(seen) == [1, 4, 5, 8]
    assert isinstance(focused(), ScopeChip)
    press("Esc")  # first all lines, then all sessions
    assert lines_shown(seen) == list(range(1, 10))
    assert codes(seen) == [str(code) for code in (TWICE, CAMERA, TOKEN)]
    press("Esc")
    settle(seen)
    assert chips(seen)[0] == "*All of the log"
    assert codes(seen) == everything
    assert verdict(seen)[0] == "Last failure"


def test_marks_are_gone_through_within_the_session(seen: MainWindow) -> None:
    choose(seen, "Right", "Space")
    choose(seen, "Esc")
    assert lines_shown(seen) == list(range(1, 10))
    pane(seen).go_to_line(0)
    stops = []
    for _ in range(3):
        press("F8")
        stops.append(current_line(seen))
    assert stops == [5, 8, 8]  # the mark in line 3 is of the other room


def test_only_lines_with_codes_are_those_of_the_session(seen: MainWindow) -> None:
    choose(seen, "Right", "Space")
    press("Ctrl+J")
    assert lines_shown(seen) == [1, 5, 8]
    assert "Showing 3 of 9 lines: lines with codes of room math_7b." in words(pane(seen).shown_bar)


def test_pins_are_those_of_the_session(seen: MainWindow) -> None:
    timeline = pane(seen).whereabouts.timeline
    assert sum(pin.count for pin in timeline.pins) == 4
    choose(seen, "Right", "Space")
    assert sum(pin.count for pin in timeline.pins) == 3
    choose(seen, "Right", "Space")
    assert [(pin.count, pin.failure.room) for pin in timeline.pins] == [(1, "art_3a")]
    choose(seen, "Left", "Left", "Space")
    assert sum(pin.count for pin in timeline.pins) == 4


def test_tab_stops_at_the_chosen_session_and_at_the_list(seen: MainWindow) -> None:
    pane(seen).strip.close_button.setFocus()
    press("Tab")
    assert name_of(focused()) == "All of the log"
    press("Tab")
    assert name_of(focused()) == "3 more rooms, users and streams"
    choose(seen, "Right", "Return", "Tab")
    assert focused() is pane(seen).chips.more


def test_a_room_without_a_chip_is_found_by_typing(seen: MainWindow) -> None:
    row = pane(seen).chips
    QTest.mouseClick(row.more, Qt.MouseButton.LeftButton)
    listed = row.list
    assert listed.isVisible()
    QTest.keyClicks(listed.field, "chess")
    assert listed.model.rowCount() == 1
    QTest.keyClick(listed.field, Qt.Key.Key_Return)
    settle(seen)
    assert not listed.isVisible()
    assert "*Room chess, no failure" in chips(seen)
    assert verdict(seen)[0] == "No failure of room chess"
    assert codes(seen) == []
    assert "No failure of room chess." in words(seen.codes)
    assert lines_shown(seen) == [9]
    seen.activateWindow()
    take_turns(seen.isActiveWindow)
    assert name_of(focused()) == "Room chess, no failure"
    press(*["Left"] * 9, "Space")
    settle(seen)
    assert len(codes(seen)) == 3


def test_the_choice_stays_with_its_log(qtbot: QtBot, seen: MainWindow) -> None:
    choose(seen, "Right", "Space")
    paste_log(qtbot, seen, [room("LOGIN_FAILED", EXPIRED, "other"), stream("NO_PLAY", 1104020, moment=5000)])
    settle(seen)
    assert not pane(seen).chips.isVisible()
    assert codes(seen) == [str(EXPIRED), "1104020"]
    press("Ctrl+Shift+Tab")
    settle(seen)
    assert chips(seen)[1].startswith("*Room math_7b")
    assert codes(seen) == [str(code) for code in (TWICE, CAMERA, TOKEN)]
    assert lines_shown(seen) == [1, 4, 5, 8]


def test_one_session_needs_no_row(qtbot: QtBot, window: MainWindow) -> None:
    paste_log(qtbot, window, [room("LOGIN_FAILED", TOKEN), room("LOGINED", 0, "r2", moment=5000)])
    settle(window)
    assert not pane(window).chips.isVisible()


def test_a_log_with_very_many_rooms_fills_neither_the_row_nor_the_time(qtbot: QtBot, window: MainWindow) -> None:
    lines = "".join(room("LOGIN_FAILED", TOKEN, f"room {n}", moment=2_000 * n) + "\n" for n in range(1_000))
    lines = ("x" * 20_000 + "\n") * 20 + lines  # its lines are not found at once
    bring(window, open_bytes(lines.encode(), "many.log"), "many.log")
    qtbot.waitUntil(lambda: window.logs.by_number != {} and not window.logs.running, timeout=60_000)
    settle(window)
    row = pane(window).chips
    assert 2 < len(chips(window)) <= 9
    assert row.more.text() == f"{1_000 - len(chips(window)) + 1:,} more ▾"
    row.scope_chosen.emit(Scope("room", "room 999"))
    settle(window)
    assert any(chip.startswith("*Room room 999") for chip in chips(window))
    assert lines_shown(window) == [1_020]


def test_a_reply_begins_with_what_is_on_show(seen: MainWindow) -> None:
    choose(seen, "Right", "Right", "Space")
    assert chips(seen)[2].startswith("*Room art_3a")
    press("Ctrl+R")
    dialog = next(one for one in seen.findChildren(ReplyDialog) if one.isVisible())
    told = dialog.draft.situation.failures
    assert [told[number].failure.room for number in dialog.draft.chosen] == ["art_3a"]
    assert dialog.toast.text == "Only failures of the session on show are ticked: Room art_3a"
    dialog.subjects.all_button.click()
    dialog.close()
    choose(seen, "Left", "Space")
    press("Ctrl+R")
    assert len(dialog.draft.chosen) == len(told), "what was ticked by hand stays"


@pytest.mark.parametrize("name", ["1002001", "教室 7b", "<img src=x>", "r" * 600, "a\u202eb"])
def test_any_name_can_be_chosen(qtbot: QtBot, window: MainWindow, name: str) -> None:
    lines = [room("LOGIN_FAILED", TOKEN, name), room("LOGIN_FAILED", TWICE, "r1", moment=5000)]
    paste_log(qtbot, window, lines)
    settle(window)
    choose(window, "Right", "Space")
    assert codes(window) == [str(TOKEN)]
    assert lines_shown(window) == [1]
    assert "\u202e" not in "".join(chips(window))


def test_the_row_comes_and_grows_while_the_log_is_read(qtbot: QtBot, window: MainWindow) -> None:
    lines = [room("LOGIN_FAILED", TOKEN, f"r{n % 2}", moment=2_000 * n) for n in range(1_500)]
    bring(window, open_bytes("".join(f"{line}\n" for line in lines).encode(), "grows.log"), "grows.log")
    take_turns(lambda: window.log_pane is not None and window.log_pane.chips.isVisible())
    assert window.logs.running
    pane(window).limit_to(Scope("room", "r1"))
    qtbot.waitUntil(lambda: not window.logs.running, timeout=60_000)
    settle(window)
    assert chips(window)[2] == "*Room r1, 750 failures, 750 not recovered"
    assert len(lines_shown(window)) == 750
    assert pane(window).limiter.limited is not None
    assert "750 failures, told in 750 places" in words(window.detail)
