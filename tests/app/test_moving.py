"""Moving about in a log, and taking lines out of it: the real window, driven by keys."""

from itertools import repeat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    asked,
    clipped,
    copy_elsewhere,
    current_line,
    focused,
    pane,
    paste_log,
    press,
    shown_code,
    take_turns,
    type_text,
    wait_read,
    words,
)
from tests.app.lesson import CAMERA, LOG, SIGNAL, TOKEN, UNKNOWN
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.place_prompt import PlacePrompt


def numbers(window: MainWindow) -> list[int]:
    """The numbers of the lines shown."""
    model = pane(window).model
    return [int(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


def note(window: MainWindow) -> str:
    """What the bar says of the search, when it has come to its end."""
    take_turns(lambda: not pane(window).search.finder.running)
    return pane(window).find_bar.note.text() if pane(window).find_bar.isVisible() else "closed"


def find(window: MainWindow, text: str) -> str:
    press("Ctrl+F")
    type_text(text)
    return note(window)


# Along the lines


def test_home_and_end_go_to_the_first_and_the_last_line(reading: MainWindow) -> None:
    pane(reading).table.setFocus()
    places = []
    for key in ("End", "Home", "Shift+End"):
        press(key)
        places.append(current_line(reading))
    assert places == [len(LOG), 1, len(LOG)]
    assert pane(reading).table.selected_bounds() == (len(LOG), 0, len(LOG) - 1)


# Find


def test_words_are_found_while_they_are_typed(reading: MainWindow) -> None:
    press("F6")
    before = focused()
    assert find(reading, "token") == "1 of 2"
    assert current_line(reading) == 3
    places = []
    for key in ("Return", "F3", "F3", "Shift+F3", "Shift+Return"):
        press(key)
        places.append((current_line(reading), note(reading)))
    assert places == [
        (4, "2 of 2"),
        (3, "From the top again: 1 of 2"),
        (4, "2 of 2"),
        (3, "1 of 2"),
        (4, "From the bottom again: 2 of 2"),
    ]
    press("Esc")
    assert (note(reading), focused()) == ("closed", before)
    assert current_line(reading) == 4


def test_coming_to_a_find_with_a_code_shows_the_code(reading: MainWindow) -> None:
    assert find(reading, "then errorCode") == "1 of 1"
    assert (current_line(reading), shown_code(reading)) == (8, CAMERA)
    assert focused() is pane(reading).find_bar.field


def test_capitals_and_patterns_count_when_they_are_asked_for(reading: MainWindow) -> None:
    assert find(reading, "[APP") == "1 of 3"
    press("Tab", "Tab", "Space")
    assert note(reading) == "in no line"
    press("Space", "Shift+Tab", "Space", "Shift+Tab", "Ctrl+A")
    type_text("^.app. .*[dn]$")
    assert note(reading) == "1 of 3"
    press("Ctrl+A")
    type_text("(page")
    assert note(reading) == "missing closing parenthesis, at character 5"
    assert pane(reading).find_bar.field.accessibleDescription() == note(reading)
    type_text(" closed)")
    assert note(reading) == "1 of 1"


def test_a_pattern_that_is_too_hard_ends_with_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, ["a" * 60 + "b"] * 30)
    press("Ctrl+F", "Tab", "Space", "Shift+Tab")
    type_text("(a+)+$")
    assert note(window) == "in no line, stopped: the pattern is too hard for 10 lines"


def test_typing_more_stays_near_the_line_where_the_search_began(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, ["x", "tax", "token", "x", "tax", "token"])
    pane(window).go_to_line(3)
    find(window, "t")
    assert current_line(window) == 5
    type_text("oken")
    assert (note(window), current_line(window)) == ("2 of 2", 6)
    type_text("!")
    assert (note(window), current_line(window)) == ("in no line", 6)


def test_a_search_does_not_wait_for_a_timeline_that_takes_long(
    reading: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zegoerr_gui.widgets.whereabouts.draw_timeline", lambda *_, **__: repeat(0.0))
    pane(reading).whereabouts.refresh(reading=False)
    assert find(reading, "token") == "1 of 2"
    press("Ctrl+J")
    take_turns(lambda: len(numbers(reading)) < len(LOG))


def test_f3_goes_on_after_the_bar_was_closed(reading: MainWindow) -> None:
    find(reading, "token")
    press("Esc", "F3")
    assert (note(reading), current_line(reading)) == ("2 of 2", 4)
    assert focused() is not pane(reading).find_bar.field


def test_f3_without_words_asks_for_them(reading: MainWindow) -> None:
    press("F3")
    assert focused() is pane(reading).find_bar.field
    press("Ctrl+K", "Ctrl+F")
    assert focused() is pane(reading).find_bar.field


def test_without_a_log_there_is_nothing_to_find(window: MainWindow) -> None:
    for key in ("Ctrl+F", "F3", "Ctrl+J", "Ctrl+S", "F2"):
        window.toast.say("")
        press(key)
        assert window.toast.text == "There is no log. Paste one, or open the sample log."


def test_words_are_pasted_into_the_field_and_a_log_is_opened(reading: MainWindow, qtbot: QtBot) -> None:
    press("Ctrl+F")
    copy_elsewhere("token expired")
    press("Ctrl+V")
    assert (pane(reading).find_bar.field.text(), note(reading)) == ("token expired", "1 of 1")
    copy_elsewhere("another\nlog 1103064")
    press("Ctrl+V")
    wait_read(qtbot, reading)
    assert numbers(reading) == [1, 2]
    assert note(reading) == "closed"


def test_what_is_selected_in_the_line_is_what_is_sought(reading: MainWindow) -> None:
    pane(reading).go_to_line(3)
    pane(reading).line.text.setFocus()
    press("Home", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "Ctrl+F")
    assert pane(reading).find_bar.field.text().strip() == "[App]"


def test_what_is_added_to_the_log_is_searched_too(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    path = make_log("one needle\ntwo\n")
    window.intake.open_files([path])
    wait_read(qtbot, window)
    assert find(window, "needle") == "1 of 1"
    with path.open("ab") as file:
        file.write(b"three needle\n")
    press("F5")
    wait_read(qtbot, window)
    assert note(window) == "1 of 2"
    press("F3")
    assert current_line(window) == 3


@pytest.mark.usefixtures("slow_clock")
def test_a_long_search_tells_how_far_it_is_and_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, [f"line {number} " + "x" * 990 for number in range(4_000)])
    press("Ctrl+F")
    type_text("line 3999")
    shown = pane(window)
    assert shown.search.finder.running
    shown.search.finder.grew.emit()
    assert shown.find_bar.note.text().startswith("none so far, reading, ")
    assert shown.find_bar.halt_button.text() == "Stop"
    shown.find_bar.halt_button.setFocus()
    press("Space")
    assert not shown.search.finder.running
    assert shown.find_bar.note.text().startswith("none so far, stopped at ")
    assert shown.find_bar.halt_button.text() == "Go on"
    press("Space")
    assert note(window) == "in 1 line"
    press("F3")
    assert current_line(window) == 4_000


# Only some lines


def test_only_lines_with_codes(reading: MainWindow) -> None:
    assert current_line(reading) == 3
    press("Ctrl+J")
    assert numbers(reading) == [3, 7, 8, 10, 11]
    assert "Showing 5 of 12 lines: lines with codes." in words(pane(reading).shown_bar)
    assert current_line(reading) == 3
    places = []
    for key in ("F8", "F8", "F8", "Shift+F8", "Down"):
        if key == "Down":
            pane(reading).table.setFocus()
        press(key)
        places.append((current_line(reading), shown_code(reading)))
    assert places == [(7, CAMERA), (8, CAMERA), (8, SIGNAL), (8, CAMERA), (10, CAMERA)]
    press("Ctrl+J")
    assert numbers(reading) == list(range(1, 13))
    assert current_line(reading) == 10
    assert not pane(reading).shown_bar.isVisible()


def test_some_lines_around_are_chosen_and_kept(reading: MainWindow) -> None:
    press("Ctrl+J")
    bar = pane(reading).shown_bar
    bar.around[1].setFocus()
    press("Space")
    assert numbers(reading) == [2, 3, 4, 6, 7, 8, 9, 10, 11, 12]
    assert "Showing 10 of 12 lines: lines with codes and 1 around." in words(bar)
    bar.all_button.setFocus()
    press("Space")
    assert len(numbers(reading)) == 12
    press("Ctrl+J")
    assert numbers(reading) == [2, 3, 4, 6, 7, 8, 9, 10, 11, 12]


def test_the_line_nearest_to_the_current_one_stays_in_sight(reading: MainWindow) -> None:
    pane(reading).go_to_line(8)
    press("Ctrl+J")
    assert current_line(reading) == 8


def test_a_line_asked_for_is_shown_though_it_is_hidden(reading: MainWindow) -> None:
    press("Ctrl+J")
    asked(PlacePrompt, "Ctrl+G")
    type_text("5")
    press("Return")
    assert (current_line(reading), len(numbers(reading))) == (5, 12)
    assert reading.toast.text == "Line 5 was not shown. Now all lines are."


def test_next_other_code_goes_among_the_lines_shown(reading: MainWindow) -> None:
    find(reading, "kickout")
    pane(reading).choice.toggle(pane(reading).choice.shown.FINDS)
    assert numbers(reading) == [11]
    pane(reading).table.setFocus()
    press("N")
    assert reading.toast.text == "No more marks below."
    reading.linked.go_to_code(TOKEN)
    assert (current_line(reading), len(numbers(reading))) == (3, 12)


def test_only_lines_with_finds_follow_what_is_sought(reading: MainWindow) -> None:
    find(reading, "[app")
    reading.actions_by_name["only_finds"].trigger()
    assert numbers(reading) == [4, 9, 12]
    press("Ctrl+A")
    type_text("camera")
    assert note(reading) == "in no line"
    assert numbers(reading) == []
    press("Ctrl+A")
    type_text("page closed")
    take_turns(lambda: numbers(reading) == [12])
    assert "Showing 1 of 12 lines: lines with finds." in words(pane(reading).shown_bar)
    press("Esc")
    assert len(numbers(reading)) == 12


def test_esc_in_the_log_shows_all_lines_again(reading: MainWindow) -> None:
    press("Ctrl+J")
    pane(reading).table.setFocus()
    press("Esc")
    assert len(numbers(reading)) == 12
    assert focused() is pane(reading).table


def test_a_log_without_codes_stays_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, ["one", "two"])
    press("Ctrl+J")
    assert (numbers(window), window.toast.text) == ([1, 2], "No line of this log has a code.")
    window.actions_by_name["only_marked"].trigger()
    assert window.toast.text == "No line is marked. Ctrl+F2 marks the current one."


# Marks of one's own


def test_lines_are_marked_and_gone_to(reading: MainWindow) -> None:
    press("F2")
    assert reading.toast.text == "No line is marked. Ctrl+F2 marks the current one."
    for line in (9, 2, 5):
        pane(reading).go_to_line(line - 1)
        press("Ctrl+F2")
    places = []
    for key in ("F2", "F2", "F2", "Shift+F2"):
        press(key)
        places.append(current_line(reading))
    assert places == [9, 2, 5, 2]
    reading.actions_by_name["only_marked"].trigger()
    assert numbers(reading) == [2, 5, 9]
    press("Ctrl+F2")
    assert numbers(reading) == [5, 9]
    press("Ctrl+F2")
    press("Ctrl+F2")
    assert len(numbers(reading)) == 12


def test_marks_go_with_their_log(reading: MainWindow, qtbot: QtBot) -> None:
    press("Ctrl+F2")
    paste_log(qtbot, reading, LOG)
    press("F2")
    assert reading.toast.text == "No line is marked. Ctrl+F2 marks the current one."


# Raw


def test_lines_are_shown_raw_and_in_columns_again(reading: MainWindow) -> None:
    model, table = pane(reading).model, pane(reading).table
    assert str(model.index(2, 3).data()).startswith("roomStateChanged")
    press("Ctrl+Shift+R")
    assert model.index(2, 3).data() == LOG[2]
    assert [table.isColumnHidden(column) for column in range(4)] == [True, True, True, False]
    press("Ctrl+Shift+R")
    assert str(model.index(2, 3).data()).startswith("roomStateChanged")


# Taking out


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that is named when the window asks for one."""
    path = tmp_path / "out" / "lines.log"
    path.parent.mkdir()
    monkeypatch.setattr("zegoerr_gui.widgets.saving.ask_save_name", lambda *asked: asked[-1](str(path), ""))
    return path


def test_the_lines_shown_are_saved(reading: MainWindow, qtbot: QtBot, target: Path) -> None:
    press("Ctrl+S")
    qtbot.waitUntil(lambda: reading.toast.text == "Saved 12 lines as lines.log")
    assert target.read_text(encoding="utf-8") == "\n".join(LOG) + "\n"
    press("Ctrl+J", "Ctrl+S")
    qtbot.waitUntil(lambda: reading.toast.text == "Saved 5 lines as lines.log")
    assert target.read_text(encoding="utf-8").splitlines() == [LOG[line - 1] for line in (3, 7, 8, 10, 11)]


def test_selected_lines_are_saved_and_copied_by_their_lines(reading: MainWindow, qtbot: QtBot, target: Path) -> None:
    press("Ctrl+J")
    pane(reading).table.setFocus()
    QTest.keyClick(pane(reading).table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press("Ctrl+Shift+S")
    qtbot.waitUntil(lambda: reading.toast.text == "Saved 2 lines as lines.log")
    assert target.read_text(encoding="utf-8").splitlines() == [LOG[2], LOG[6]]
    press("Ctrl+C")
    assert clipped() == f"{LOG[2]}\n{LOG[6]}"


@pytest.mark.usefixtures("slow_clock")
def test_saving_tells_how_far_it_is_and_can_be_cancelled(window: MainWindow, qtbot: QtBot, target: Path) -> None:
    paste_log(qtbot, window, ["x" * 999 for _ in range(4_500)])
    target.write_text("before")
    press("Ctrl+S")
    saving = pane(window).strip.saving
    take_turns(saving.isVisible)
    assert saving.label.text().startswith("Saving, ")
    saving.cancel.setFocus()
    press("Space")
    assert window.toast.text == "Saving was cancelled. No file was written."
    assert not saving.isVisible()
    assert target.read_text() == "before"
    assert [path.name for path in target.parent.iterdir()] == ["lines.log"]


def test_a_file_that_cannot_be_written_is_told(reading: MainWindow, qtbot: QtBot, target: Path) -> None:
    target.mkdir()
    press("Ctrl+S")
    qtbot.waitUntil(lambda: "cannot be written" in reading.toast.text)


def test_a_copy_that_is_cut_says_so(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zegoerr_gui.widgets.outgoing.LONGEST_COPY", 25)
    paste_log(qtbot, window, ["0123456789"] * 50)
    pane(window).table.setFocus()
    press("Ctrl+A", "Ctrl+C")
    assert clipped() == "0123456789\n0123456789"
    assert window.toast.text.startswith("Copied only the first 2 lines (5 MB")


def test_unknown_codes_are_lines_with_codes_too(reading: MainWindow) -> None:
    reading.linked.go_to_code(UNKNOWN)
    press("Ctrl+J")
    assert current_line(reading) == 11
    assert room("KICKOUT", UNKNOWN, "lesson", moment=90_000) == LOG[10]
