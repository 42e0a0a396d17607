"""Stories of seeing where in a log something is, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow, flush_deletions
from tests.app.driving import current_line, focused, pane, paste_log, press, shown_code, take_turns, type_text, words
from tests.app.lesson import CAMERA, LOG, TOKEN
from tests.recognition.shapes import at, room, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.place_prompt import PlacePrompt

# One sitting before midnight and one after it, and lines without a time.
NIGHT = [
    "[2026/11/23 23:58:00.000] begun",
    room("LOGIN_FAILED", TOKEN).replace("10:00:00.000", "23:59:00.000"),
    "    at stack.frame",
    "[2026/11/24 00:01:30.250] after midnight",
    "[2026/11/24 23:58:30.000] another evening",
]


@pytest.fixture
def seen(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the log of the lesson read, its timeline drawn."""
    return with_log(qtbot, window, LOG)


def with_log(qtbot: QtBot, window: MainWindow, lines: list[str]) -> MainWindow:
    paste_log(qtbot, window, lines)
    qtbot.waitUntil(lambda: window.jobs.idle)
    return window


def timeline_shown(window: MainWindow) -> bool:
    return pane(window).whereabouts.timeline.isVisible()


def time_prompt() -> PlacePrompt:
    """Press Ctrl+Shift+G; the prompt that opens."""
    press("Ctrl+Shift+G")
    prompt = QApplication.activeModalWidget()
    assert isinstance(prompt, PlacePrompt), "the prompt did not open"
    return prompt


def go_to_time(window: MainWindow, typed: str) -> list[str]:
    """Press Ctrl+Shift+G, type a time and Enter; what the prompt said of it."""
    prompt = time_prompt()
    take_turns(prompt.isActiveWindow)
    type_text(typed)
    said = [prompt.said.text().strip()]
    press("Return")
    prompt.reject()  # where it is still open
    window.activateWindow()  # as a desktop does when the prompt has gone
    take_turns(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    return said


# The timeline


def test_a_log_with_failures_brings_its_timeline_and_one_without_does_not(qtbot: QtBot, seen: MainWindow) -> None:
    assert timeline_shown(seen)
    with_log(qtbot, seen, ["[2026/11/23 23:58:00.000] quiet", "[2026/11/23 23:59:00.000] quiet"])
    assert not timeline_shown(seen)


def test_keys_lead_along_the_timeline_to_a_failure(seen: MainWindow) -> None:
    strip = pane(seen).whereabouts.timeline
    strip.setFocus()
    press("Home", "Return")
    assert (current_line(seen), shown_code(seen)) == (3, TOKEN)
    press("End", "Return")
    assert current_line(seen) == 11
    assert focused() is strip


def test_a_click_between_the_pins_goes_to_the_first_line_after_that_moment(seen: MainWindow) -> None:
    strip = pane(seen).whereabouts.timeline
    axis = strip.axis
    assert axis is not None
    x = strip._x(axis.begin + 30_000)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 10))
    assert current_line(seen) == 10


def test_the_timeline_can_be_hidden_and_stays_so(qtbot: QtBot, seen: MainWindow, make_window: MakeWindow) -> None:
    seen.actions_by_name["show_timeline"].trigger()
    assert not timeline_shown(seen)
    seen.close()
    other = with_log(qtbot, make_window(), LOG)
    assert not timeline_shown(other)
    assert not other.actions_by_name["show_timeline"].isChecked()
    other.actions_by_name["show_timeline"].trigger()
    assert timeline_shown(other)


def test_a_low_pane_is_left_to_the_lines(seen: MainWindow) -> None:
    heights = seen.arrangement.splitters["left"].sizes()
    seen.arrangement.splitters["left"].setSizes([2000, 1])
    QApplication.processEvents()
    assert pane(seen).height() < 252
    assert not timeline_shown(seen)
    seen.arrangement.splitters["left"].setSizes(heights)
    QApplication.processEvents()
    assert timeline_shown(seen)


def test_bars_over_the_lines_of_a_low_pane_take_the_place_of_the_timeline(seen: MainWindow) -> None:
    splitter = seen.arrangement.splitters["left"]
    splitter.setSizes([sum(splitter.sizes()) - 310, 310])
    QApplication.processEvents()
    assert timeline_shown(seen)
    press("Ctrl+F", "Ctrl+J")
    take_turns(lambda: not timeline_shown(seen))
    pane(seen).table.setFocus()
    press("Esc", "Esc")
    take_turns(lambda: timeline_shown(seen))


def test_some_lines_stay_in_sight_when_bars_open_over_them(seen: MainWindow) -> None:
    splitter, table = seen.arrangement.splitters["left"], pane(seen).table
    splitter.setSizes([sum(splitter.sizes()) - 340, 340])
    pane(seen).splitter.setSizes([1, 1000])
    press("Ctrl+F", "Ctrl+J")
    take_turns(lambda: pane(seen).shown_bar.isVisible() and pane(seen).find_bar.isVisible())
    assert table.viewport().height() >= 5 * table.rowHeight(0)


def test_the_card_masks_what_it_tells_of_a_failure(qtbot: QtBot, window: MainWindow) -> None:
    secret = "anna@example.com"
    failed = [stream("NO_PUBLISH", CAMERA, secret, moment=moment) for moment in (0, 5000)]
    with_log(qtbot, window, failed)
    window.linked.go_to_code(CAMERA)
    take_turns(lambda: "1 of 2" in words(window.detail))
    assert any("stream <email-1>" in text for text in words(window.detail))
    assert not any(secret in text for text in words(window.detail))


def test_the_card_and_the_log_go_through_the_failures_together(seen: MainWindow) -> None:
    seen.linked.go_to_code(CAMERA)
    take_turns(lambda: "1 of 2" in words(seen.detail))
    pane(seen).go_to_line(9)
    assert "2 of 2" in words(seen.detail)
    pane(seen).go_to_line(3)  # a quiet line changes nothing
    assert "2 of 2" in words(seen.detail)
    previous = next(part for part in seen.detail.stops if part.accessibleName() == "Previous failure")
    QTest.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert "1 of 2" in words(seen.detail)
    assert current_line(seen) == 7
    assert any("10:00:04.000" in text and "stream s1" in text for text in words(seen.detail))


# Go to time


@pytest.mark.parametrize(
    ("begin", "typed", "line"),
    [
        (1, "10:00:04", 7),
        (1, "10:00:03.300", 6),
        (1, "10:01", 10),
        (7, "+30s", 10),
        (7, "-3.5s", 4 + 1),
        (1, "2026-11-23 10:01:30", 11),
        (1, "9:00", 1),
    ],
)
def test_a_time_leads_to_the_first_line_at_or_after_it(seen: MainWindow, begin: int, typed: str, line: int) -> None:
    pane(seen).go_to_line(begin - 1)
    assert go_to_time(seen, typed) == [f"Line {line}"]
    assert current_line(seen) == line
    take_turns(lambda: focused() is pane(seen).table)


@pytest.mark.parametrize(
    ("begin", "typed", "line"),
    [(1, "23:58:10", 2), (5, "23:58:10", 5), (3, "00:01", 4), (1, "2026-11-24 23:58", 5), (3, "+1m", 4)],
)
def test_in_a_log_of_several_days_the_day_of_the_current_line_counts(
    qtbot: QtBot, window: MainWindow, begin: int, typed: str, line: int
) -> None:
    with_log(qtbot, window, NIGHT)
    pane(window).go_to_line(begin - 1)
    go_to_time(window, typed)
    assert current_line(window) == line


def test_what_is_no_time_is_said_beside_the_field_and_leads_nowhere(seen: MainWindow) -> None:
    pane(seen).go_to_line(4)
    (said,) = go_to_time(seen, "soon")
    assert said.startswith("“soon” is not a time. Type 10:32")
    (said,) = go_to_time(seen, "23:00")
    assert said == "Nothing is that late: the log ends at 10:01:30.000 on 11-23."
    assert current_line(seen) == 5


def test_a_log_without_times_says_so(qtbot: QtBot, window: MainWindow) -> None:
    with_log(qtbot, window, ["quiet", "[App] quiet"])
    assert go_to_time(window, "10:00") == ["This log tells no times."]


def test_a_log_that_goes_takes_its_prompt_along(seen: MainWindow) -> None:
    """It may be let go while the prompt is open, since it cannot be read again in another encoding."""
    time_prompt()
    assert seen.log is not None
    seen.logs.close(seen.log)
    flush_deletions()
    assert QApplication.activeModalWidget() is None


def test_without_a_log_there_is_no_time_to_go_to(window: MainWindow) -> None:
    press("Ctrl+Shift+G")
    assert window.toast.text.startswith("There is no log.")


# How long it took


def selected(window: MainWindow) -> str:
    said = pane(window).line.selection
    return said.text() if said.isVisible() else ""


def test_selected_lines_tell_the_time_from_the_first_to_the_last(seen: MainWindow) -> None:
    pane(seen).table.setFocus()
    pane(seen).go_to_line(0)
    assert selected(seen) == ""
    press("Shift+Down", "Shift+Down")
    assert selected(seen) == "3 lines selected, 0.200 s from first to last"
    press("Ctrl+A")
    assert selected(seen) == "12 lines selected, 1 min 30.000 s from first to last"
    press("Up")
    assert selected(seen) == ""


def test_times_that_fall_or_lack_are_told_as_they_are(qtbot: QtBot, window: MainWindow) -> None:
    lines = [f"[{at(5000)}] later", f"[{at(2000)}] earlier", "no time", "none either", stream("NO_PUBLISH", CAMERA)]
    with_log(qtbot, window, lines)
    pane(window).table.setFocus()
    pane(window).go_to_line(0)
    press("Shift+Down", "Shift+Down")
    assert selected(window) == "3 lines selected, the last is 3.000 s earlier than the first"
    pane(window).go_to_line(4)
    pane(window).go_to_line(2)
    press("Shift+Down")
    assert selected(window) == "2 lines selected, no times to compare"


def test_letters_typed_over_the_timeline_go_to_the_filter(seen: MainWindow) -> None:
    pane(seen).whereabouts.timeline.setFocus()
    type_text("t")
    assert seen.bar.field.text() == "t"
