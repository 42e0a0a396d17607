"""Every way by which a text of the log leaves the window: masked, unless the original is asked for."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from tests.app.driving import CTRL, SHIFT, clipped, copy_elsewhere, pane, paste_log, press, take_turns, type_text, words
from tests.conftest import room_state, sdk_line
from tests.redaction.corpus import made
from zegoerr_gui.app.main_window import MainWindow

TOKEN, WRAPPED = made("04 log 180"), made("04 wrapped 200")
LOG = [
    sdk_line("zm.lg", "call by user u7 lesson 3.12.0 build: 2026-1-29 19:36:24"),
    sdk_line("zm.lg", f'login {{"token":"{TOKEN}"}} from 203.0.113.57'),  # 2
    "token:",
    WRAPPED[:100],  # 4
    WRAPPED[100:],
    room_state("lesson", "LOGIN_FAILED", 1102016, f"token auth err {TOKEN}"),  # 6
]


@pytest.fixture
def copying_from(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the log, its first line current and the focus in its lines."""
    paste_log(qtbot, window, LOG)
    pane(window).table.setFocus()
    choose(window, 1)
    return window


def choose(window: MainWindow, line: int) -> None:
    """Make a line, counted from 1, the only one that is selected."""
    table, flags = pane(window).table, QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.model().index(line - 1, 3), flags.ClearAndSelect | flags.Rows)


def select_text(window: MainWindow, part: str) -> None:
    """Select a part of the line that is laid out, with the focus there."""
    text = pane(window).line.text
    text.setFocus()
    cursor = QTextCursor(text.document())
    start = text.toPlainText().index(part)
    cursor.setPosition(start)
    cursor.setPosition(start + len(part), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def taken_away(window: MainWindow) -> QMimeData:
    """What a drag of the selected text would carry."""
    return pane(window).line.text.createMimeDataFromSelection()


def holds_a_secret(text: str) -> bool:
    return any(secret[start : start + 12] in text for secret in (TOKEN, WRAPPED) for start in range(6, 170))


def test_copied_lines_are_masked_and_the_word_says_so(copying_from: MainWindow) -> None:
    press("Shift+Down", "Ctrl+C")
    assert clipped() == "\n".join(LOG[:2]).replace(TOKEN, "<token-1>").replace("203.0.113.57", "<ip-1>")
    assert copying_from.toast.text == "Copied 2 lines, 1 token, 1 client IP masked"


def test_the_filter_copies_what_is_selected_in_it_or_else_the_code_with_its_name(copying_from: MainWindow) -> None:
    press("Ctrl+K")
    type_text("1102016 token")
    press("Ctrl+C")
    assert clipped() == "1102016 The login token has a wrong format"
    press("Ctrl+A", "Ctrl+C")
    assert clipped() == "1102016 token"


def test_lines_without_a_secret_are_copied_as_they_stand(copying_from: MainWindow) -> None:
    press("Ctrl+C")
    assert (clipped(), copying_from.toast.text) == (LOG[0], "Copied 1 line")


@pytest.mark.parametrize("keys", ["Ctrl+C", "Ctrl+Ins"])
def test_both_keys_for_copying_mask(copying_from: MainWindow, keys: str) -> None:
    choose(copying_from, 2)
    press(keys)
    assert clipped() == LOG[1].replace(TOKEN, "<token-1>").replace("203.0.113.57", "<ip-1>")


def test_labels_stay_within_a_log_and_begin_anew_with_the_next(qtbot: QtBot, copying_from: MainWindow) -> None:
    for line, label in ((4, "<token-2>"), (2, "<token-1>"), (6, "<token-1>"), (5, "<token-2>")):
        choose(copying_from, line)
        press("Ctrl+C")
        assert label in clipped()
    paste_log(qtbot, copying_from, [*LOG, "another log"])
    pane(copying_from).table.setFocus()
    choose(copying_from, 2)
    press("Ctrl+C")
    assert "<token-1>" in clipped()


def test_a_line_out_of_the_middle_of_a_wrapped_token_is_masked(copying_from: MainWindow) -> None:
    choose(copying_from, 5)
    press("Ctrl+C")
    assert (clipped(), copying_from.toast.text) == ("<token-2>", "Copied 1 line, 1 token masked")


def test_the_button_over_the_line_copies_masked(copying_from: MainWindow) -> None:
    choose(copying_from, 2)
    pane(copying_from).line.copy_button.click()
    assert "<token-1>" in clipped()
    assert not holds_a_secret(clipped())


def test_selected_text_of_the_line_is_masked(copying_from: MainWindow) -> None:
    choose(copying_from, 2)
    select_text(copying_from, f'"{TOKEN}"')
    press("Ctrl+C")
    assert (clipped(), copying_from.toast.text) == ('"<token-1>"', "Copied the selected text, 1 token masked")


def test_half_of_a_secret_is_masked_as_a_whole(copying_from: MainWindow) -> None:
    choose(copying_from, 2)
    select_text(copying_from, TOKEN[40:90])
    press("Ctrl+C")
    assert clipped() == "<token-1>"
    choose(copying_from, 5)
    select_text(copying_from, WRAPPED[120:150])
    press("Ctrl+C")
    assert clipped() == "<token-2>"


def test_a_drag_and_the_mouse_clipboard_take_plain_masked_text(copying_from: MainWindow) -> None:
    choose(copying_from, 2)
    select_text(copying_from, f'"{TOKEN}"')
    data = taken_away(copying_from)
    assert data.text() == '"<token-1>"'
    assert data.formats() == ["text/plain"]  # HTML would carry it all once more


def test_the_menu_of_the_line_copies_masked(copying_from: MainWindow, qtbot: QtBot) -> None:
    choose(copying_from, 2)
    select_text(copying_from, TOKEN)
    menu = pane(copying_from).line.text.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    qtbot.addWidget(menu)
    next(action for action in menu.actions() if action.objectName() == "edit-copy").trigger()
    assert clipped() == "<token-1>"


def test_the_lines_themselves_do_not_copy_a_cell(copying_from: MainWindow) -> None:
    """Qt's own copying of a table, should the window's key not come first."""
    choose(copying_from, 2)
    copied = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, CTRL)
    copy_elsewhere("something else")
    pane(copying_from).table.keyPressEvent(copied)
    assert clipped() == "something else"


def test_lines_cannot_be_dragged_out(copying_from: MainWindow) -> None:
    table = pane(copying_from).table
    assert not table.dragEnabled()
    assert table.dragDropMode() == QAbstractItemView.DragDropMode.NoDragDrop


def test_what_the_log_adds_to_a_code_is_shown_masked(copying_from: MainWindow) -> None:
    copying_from.linked.go_to_code(1102016)
    shown = "\n".join(words(copying_from.detail))
    assert "token auth err <token-1>" in shown
    assert not holds_a_secret(shown)


def test_what_is_copied_of_an_entry_holds_nothing_of_the_log(copying_from: MainWindow) -> None:
    copying_from.linked.go_to_code(1102016)
    for form in ("reply", "text", "markdown", "name", "code"):
        copying_from.copying.copy_entry(form)
        assert not holds_a_secret(clipped())


def test_no_label_of_the_window_holds_a_secret(copying_from: MainWindow) -> None:
    copying_from.linked.go_to_code(1102016)
    assert not holds_a_secret("\n".join(words(copying_from)))


def test_the_original_is_copied_when_it_is_asked_for(copying_from: MainWindow) -> None:
    choose(copying_from, 2)
    copying_from.actions_by_name["copy_original"].trigger()
    assert clipped() == LOG[1]
    assert copying_from.toast.text == "Copied 1 line as in the log, with all secrets"
    QTest.keyClick(pane(copying_from).table, Qt.Key.Key_Down, SHIFT)
    copying_from.actions_by_name["copy_original"].trigger()
    assert clipped() == "\n".join(LOG[1:3])
    assert copying_from.toast.text == "Copied 2 lines as in the log, with all secrets"
    choose(copying_from, 2)
    select_text(copying_from, TOKEN)
    copying_from.actions_by_name["copy_original"].trigger()
    assert clipped() == TOKEN
    assert copying_from.toast.text == "Copied the selected text as in the log, with all secrets"


def test_without_a_log_there_is_no_original(window: MainWindow) -> None:
    window.actions_by_name["copy_original"].trigger()
    assert clipped() == ""
    assert window.toast.text == "There is no log. Paste one, or open the sample log."


def test_many_lines_are_masked_while_the_window_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    paste_log(qtbot, window, [f"{number} {TOKEN}" for number in range(3000)])
    pane(window).table.setFocus()
    pane(window).table.selectAll()
    said: list[str] = []
    window.log_copies.said.connect(said.append)
    press("Ctrl+C")
    assert not clipped().startswith("0 <token-1>")  # not yet
    take_turns(lambda: clipped().startswith("0 <token-1>"))
    assert clipped() == "\n".join(f"{number} <token-1>" for number in range(3000))
    assert said[-1] == "Copied 3,000 lines, 1 token masked"
    assert any(text.startswith("Masking, ") for text in said[:-1])


def test_another_copy_takes_the_place_of_one_under_way(qtbot: QtBot, window: MainWindow) -> None:
    paste_log(qtbot, window, [f"{number} {TOKEN}" for number in range(3000)])
    pane(window).table.setFocus()
    pane(window).table.selectAll()
    press("Ctrl+C")
    choose(window, 1)
    press("Ctrl+C")
    assert clipped() == "0 <token-1>"
    qtbot.wait(50)
    assert clipped() == "0 <token-1>"
