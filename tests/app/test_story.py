"""A day at the desk: the real window, driven by keys only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    KEYPAD,
    SHIFT,
    asked,
    chosen_row,
    clipped,
    codes,
    count,
    current_line,
    focused,
    is_on,
    pane,
    paste_log,
    press,
    scan_of,
    shown_code,
    take_turns,
    type_text,
    wait_read,
    words,
)
from tests.app.lesson import CAMERA, LOG, SIGNAL, TOKEN, UNKNOWN
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.answer.entry_text import entry_as_reply
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.models.line_view import LineView
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.place_prompt import PlacePrompt


def name_of(code: int, catalogue: Catalogue) -> str:
    """What the catalogue calls a code."""
    entry = catalogue.get(code)
    assert entry is not None
    return entry.description


# Look-up


def test_the_window_starts_in_the_filter_with_the_first_failure_on_show(
    window: MainWindow, catalogue: Catalogue
) -> None:
    first = next(entry for entry in catalogue if entry.severity == "failure")
    assert focused() is window.bar.field
    assert count(window) == f"{len(catalogue)} of {len(catalogue)}" == "297 of 297"
    assert chosen_row(window) == str(first.code)
    assert words(window.detail)[:2] == [str(first.code), first.description]
    assert not window.bar.in_log.isVisible()
    assert "Paste, drop or open a log" in words(window.tabs)


def test_typing_a_word_leads_the_table_and_arrows_lead_the_detail(window: MainWindow) -> None:
    everything = codes(window)
    type_text("token")
    found = codes(window)
    assert 1 < len(found) < len(everything)
    assert count(window) == f"{len(found)} of 297"
    for row in (0, 1, 2):
        assert (chosen_row(window), shown_code(window)) == (found[row], int(found[row]))
        press("Down")
    press("Up", "Up", "Up", "Up")
    assert (chosen_row(window), shown_code(window)) == (found[0], int(found[0]))
    press("PgDown")
    assert chosen_row(window) == found[8]
    press("PgUp")
    assert chosen_row(window) == found[0]
    assert focused() is window.bar.field
    press("Esc")
    assert codes(window) == everything
    assert chosen_row(window) == found[0]
    assert "Clear" not in words(window.bar)


def test_a_code_typed_with_words_around_it_is_the_first_row(window: MainWindow) -> None:
    type_text(f"why error {CAMERA}?")
    assert codes(window)[0] == chosen_row(window) == str(CAMERA)
    assert shown_code(window) == CAMERA


def test_a_query_that_nothing_matches_says_so_and_esc_brings_the_code_back(window: MainWindow) -> None:
    before = shown_code(window)
    type_text("no such thing")
    assert (codes(window), count(window)) == ([], "0 of 297")
    assert any("No code matches" in text for text in words(window.codes))
    press("Esc")
    assert count(window) == "297 of 297"
    assert (shown_code(window), chosen_row(window)) == (before, str(before))


def test_enter_leads_from_the_filter_to_the_table_to_the_detail(window: MainWindow) -> None:
    type_text(str(CAMERA))
    press("Return")
    assert focused() is window.codes.table
    press("Return")
    assert focused() is window.detail.area
    press("Esc", "Esc")
    assert focused() is window.bar.field


@pytest.mark.parametrize(
    ("letters", "modifiers"),
    [("token", Qt.KeyboardModifier.NoModifier), ("TOKEN", SHIFT), ("1103", KEYPAD)],
    ids=["letters", "capitals", "keypad"],
)
def test_letters_typed_in_the_table_go_on_in_the_filter(
    window: MainWindow, letters: str, modifiers: Qt.KeyboardModifier
) -> None:
    press("Return")
    row = chosen_row(window)
    QTest.keyClicks(focused(), letters[0], modifiers)
    assert (window.bar.field.text(), chosen_row(window)) == (letters[0], codes(window)[0] or row)
    QTest.keyClicks(focused(), letters[1:], modifiers)
    assert window.bar.field.text() == letters


@pytest.mark.parametrize("key", ["Ctrl+K", "/"])
def test_the_filter_is_one_key_away(window: MainWindow, key: str) -> None:
    type_text("token")
    press("Return", key)
    assert focused() is window.bar.field
    assert window.bar.field.selectedText() == "token"
    type_text("x")
    assert window.bar.field.text() == "x"


# A log


def test_a_pasted_log_is_opened_though_the_focus_is_in_the_filter(
    window: MainWindow, qtbot: QtBot, catalogue: Catalogue
) -> None:
    type_text("token")
    paste_log(qtbot, window, LOG)
    assert focused() is window.bar.field
    assert window.bar.field.text() == ""
    assert is_on(window.bar.in_log)
    assert window.bar.in_log.accessibleName() == "In this log, 4"
    assert codes(window) == [str(code) for code in (TOKEN, CAMERA, SIGNAL, UNKNOWN)]
    assert count(window) == "4 of 298"
    shown = words(pane(window).strip)
    assert shown[:4] == ["Last failure", str(UNKNOWN), "Unknown code", "line 11"]
    assert any("4 codes in 12 lines" in text and "Pasted text" in text for text in shown)
    assert "1 set aside" in shown
    assert (chosen_row(window), shown_code(window), current_line(window)) == (str(UNKNOWN), UNKNOWN, 11)


def test_the_table_counts_failures(reading: MainWindow) -> None:
    model = reading.codes.table.model()
    shown = {model.index(row, 0).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    # Line 8 has no time of its own, so it belongs to the failure of line 7.
    assert shown == {str(TOKEN): "1×", str(CAMERA): "2×", str(SIGNAL): "1×", str(UNKNOWN): "1×"}
    assert not reading.codes.table.isColumnHidden(3)


def test_f8_goes_from_mark_to_mark_also_within_a_line(reading: MainWindow) -> None:
    places = [(current_line(reading), shown_code(reading))]
    for _ in range(5):
        press("F8")
        places.append((current_line(reading), shown_code(reading)))
    assert places == [(3, TOKEN), (7, CAMERA), (8, CAMERA), (8, SIGNAL), (10, CAMERA), (11, UNKNOWN)]
    assert chosen_row(reading) == str(UNKNOWN)
    assert focused() is reading.bar.field
    press("F8")
    assert reading.toast.text == "No more marks below."
    assert (current_line(reading), shown_code(reading)) == (11, UNKNOWN)
    back = []
    for _ in range(5):
        press("Shift+F8")
        back.append((current_line(reading), shown_code(reading), chosen_row(reading)))
    assert back == [(line, code, str(code)) for line, code in places[-2::-1]]
    press("Shift+F8")
    assert reading.toast.text == "No more marks above."


def test_n_goes_to_the_next_other_code(reading: MainWindow) -> None:
    press("Return")
    places = []
    for key in ("N", "N", "N", "N", "Shift+N", "Shift+N"):
        press(key)
        places.append((current_line(reading), shown_code(reading), chosen_row(reading)))
    expected = [(7, CAMERA), (8, SIGNAL), (10, CAMERA), (11, UNKNOWN), (10, CAMERA), (8, SIGNAL)]
    assert places == [(line, code, str(code)) for line, code in expected]
    assert reading.bar.field.text() == ""


def test_space_is_no_letter_of_a_query(reading: MainWindow) -> None:
    """It turns a page, or presses a button; it must not lead into the filter."""
    for _ in range(4):
        press("F6")
        stop = focused()
        QTest.keyClick(stop, Qt.Key.Key_Space)
        assert focused() is stop
    assert reading.bar.field.text() == ""


def test_without_a_log_the_keys_of_the_log_say_so(window: MainWindow) -> None:
    press("F8")
    assert window.toast.text == "There is no log. Paste one, or open the sample log."
    press("Ctrl+G")
    assert window.toast.text == "There is no log. Paste one, or open the sample log."


def test_choosing_a_code_moves_the_log(reading: MainWindow) -> None:
    places = []
    for _ in range(3):
        press("Down")
        places.append((shown_code(reading), current_line(reading)))
    assert places == [(CAMERA, 7), (SIGNAL, 8), (UNKNOWN, 11)]
    press("Up")
    assert (shown_code(reading), current_line(reading)) == (SIGNAL, 8)


def test_choosing_the_other_code_of_a_line_makes_its_mark_the_current_one(reading: MainWindow) -> None:
    press("F8", "F8")
    assert (shown_code(reading), current_line(reading)) == (CAMERA, 8)
    press("Down")
    assert (shown_code(reading), current_line(reading)) == (SIGNAL, 8)
    text = pane(reading).line.text
    ahead = text.toPlainText().encode("utf-16-le")[2 * text.textCursor().position() :].decode("utf-16-le")
    assert ahead.startswith(str(SIGNAL))
    press("F8")
    assert current_line(reading) == 10


def test_choosing_a_line_shows_its_code_and_leaves_the_focus(reading: MainWindow) -> None:
    press("F6", "F6")
    table = focused()
    assert table is pane(reading).table
    shown = []
    for _ in range(9):
        press("Down")
        shown.append((current_line(reading), shown_code(reading), chosen_row(reading)))
    assert focused() is table
    expected = [TOKEN, TOKEN, TOKEN, CAMERA, CAMERA, CAMERA, CAMERA, UNKNOWN, UNKNOWN]
    assert shown == [(line, code, str(code)) for line, code in zip(range(4, 13), expected, strict=True)]


def test_letters_typed_in_the_log_read_no_lines_far_away(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt would search the column for the letter: in a log of eight million lines that never ends."""
    paste_log(qtbot, window, ["x"] * 5_000)
    press("F6", "F6")
    assert focused() is pane(window).table
    read: set[int] = set()
    view = pane(window).model.view

    def counting(row: int) -> LineView:
        read.add(row)
        return view(row)

    monkeypatch.setattr(pane(window).model, "view", counting)
    type_text("q")
    assert len(read) < 200


def test_the_line_asked_for_is_gone_to(reading: MainWindow) -> None:
    question = asked(PlacePrompt, "Ctrl+G")
    assert (question.windowTitle(), question.field.accessibleName()) == ("Go to line", "Line, 1 to 12")
    assert question.field.selectedText() == "3"
    type_text("99")
    press("Return")
    assert question.said.text() == "The log has 12 lines."
    type_text("9")
    press("Return")
    reading.activateWindow()
    take_turns(reading.isActiveWindow)
    assert current_line(reading) == 9
    assert focused() is pane(reading).table


def test_the_sample_log_is_one_button_away(window: MainWindow, qtbot: QtBot) -> None:
    press("F6", "F6")
    assert focused() is window.tabs.empty.paste_button
    press("Tab", "Tab")
    assert focused() is window.tabs.empty.sample_button
    press("Space")
    wait_read(qtbot, window)
    assert is_on(window.bar.in_log)
    assert any("sample.log" in text for text in words(pane(window).strip))


# Answers


def test_ctrl_shift_c_puts_the_reply_on_the_clipboard(reading: MainWindow, catalogue: Catalogue) -> None:
    press("Ctrl+Shift+C")
    entry = catalogue.get(TOKEN)
    assert entry is not None
    assert clipped() == entry_as_reply(entry, catalogue)
    assert clipped().startswith(f"{entry.description} (code {TOKEN}).")
    assert "What to do:\n1. " in clipped()
    assert reading.toast.text == f"{TOKEN} copied as a reply"


def test_of_an_unknown_code_only_its_number_is_copied(reading: MainWindow) -> None:
    press("Down", "Down", "Down", "Ctrl+Shift+C")
    assert (clipped(), reading.toast.text) == (str(UNKNOWN), f"{UNKNOWN} copied")


def test_ctrl_c_copies_the_code_with_its_name_or_the_selected_lines(reading: MainWindow, catalogue: Catalogue) -> None:
    press("Return", "Ctrl+C")
    assert clipped() == f"{TOKEN} {name_of(TOKEN, catalogue)}"
    press("F6")
    press("Down", "Down", "Shift+Down", "Ctrl+C")
    assert clipped() == "\n".join(LOG[4:6])
    assert reading.toast.text == "Copied 2 lines"


def test_ctrl_c_in_the_filter_copies_what_is_selected_there(window: MainWindow) -> None:
    type_text("some words")
    press("Ctrl+A", "Ctrl+C")
    assert clipped() == "some words"


# Round the panes, back and forward, out again


@pytest.mark.parametrize("log", [False, True])
def test_f6_goes_round_the_panes(window: MainWindow, qtbot: QtBot, log: bool) -> None:
    if log:
        paste_log(qtbot, window, LOG)
    middle = [pane(window).table, pane(window).line.text] if log else [window.tabs.empty.paste_button]
    panes = [window.bar.field, window.codes.table, *middle, window.detail.area]
    for stop in [*panes[1:], panes[0]]:
        press("F6")
        assert focused() is stop
    for stop in [*panes[:0:-1], panes[0]]:
        press("Shift+F6")
        assert focused() is stop


def test_esc_takes_back_one_thing_after_another(reading: MainWindow) -> None:
    reading.bar.family.set_chosen(frozenset({"room", "publishing"}))
    reading.bar.move_facet.set_chosen(frozenset({"developer"}))
    type_text("token")
    seen = []
    for _ in range(4):
        bar = reading.bar
        seen.append((bar.field.text(), len(bar.family.chosen), len(bar.move_facet.chosen), bar.in_log.isChecked()))
        press("Esc")
    assert seen == [("token", 2, 1, True), ("", 2, 1, True), ("", 0, 1, True), ("", 0, 0, True)]
    assert not reading.bar.in_log.isChecked()
    assert scan_of(reading) is not None
    press("F6", "Esc")
    assert focused() is reading.bar.field


def test_clear_takes_everything_back_at_once(reading: MainWindow) -> None:
    reading.bar.family.set_chosen(frozenset({"room"}))
    type_text("token")
    press("Tab", "Tab", "Tab", "Tab")
    assert focused() is reading.bar.clear_button
    press("Space")
    assert (reading.bar.field.text(), reading.bar.family.chosen, is_on(reading.bar.in_log)) == ("", frozenset(), False)


def test_alt_left_and_right_go_through_the_codes_looked_at(window: MainWindow) -> None:
    visited = [shown_code(window)]
    for _ in range(3):
        press("Down")
        visited.append(shown_code(window))
    for code in visited[-2::-1]:
        press("Alt+Left")
        assert (shown_code(window), chosen_row(window)) == (code, str(code))
    press("Alt+Left")
    assert shown_code(window) == visited[0]
    press("Alt+Right", "Alt+Right")
    assert shown_code(window) == visited[2]
    press("Up")  # from here on another way is gone, what lay ahead is forgotten
    press("Alt+Right")
    assert shown_code(window) == visited[1]
    press("Alt+Left")
    assert shown_code(window) == visited[2]


def test_a_code_that_the_filter_hides_is_shown_and_no_other_row_pretends_to_be_it(window: MainWindow) -> None:
    """A chip leads to a code that the query leaves out: the row chosen before must lead back when it is chosen."""
    type_text(str(CAMERA))
    QApplication.processEvents()
    chips = [chip for chip in window.detail.findChildren(Chip) if chip.isVisible() and chip.text().isdigit()]
    other = int(next(chip.text() for chip in chips if chip.text() not in codes(window)))
    next(chip for chip in chips if chip.text() == str(other)).setFocus()
    press("Space")
    assert str(other) not in codes(window)
    assert shown_code(window) == other
    assert chosen_row(window) != str(CAMERA)
    press("Ctrl+K", "Down")
    assert (chosen_row(window), shown_code(window)) == (str(CAMERA), CAMERA)


def test_ctrl_w_lets_the_log_go(reading: MainWindow) -> None:
    press("Ctrl+W")
    assert (count(reading), reading.bar.in_log.isVisible()) == ("297 of 297", False)
    assert "Paste, drop or open a log" in words(reading.tabs)
    assert reading.codes.table.isColumnHidden(3)
    assert (shown_code(reading), chosen_row(reading)) == (TOKEN, str(TOKEN))
    QApplication.processEvents()
    assert "What to do" in words(reading.detail)
    assert not any("told in" in text for text in words(reading.detail))
