"""A desk that remembers: notes, pins, recent queries and logs, the way through codes, in every window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import (
    answer_with,
    button,
    chosen_row,
    clipped,
    codes,
    copy_elsewhere,
    focused,
    press,
    shown_code,
    take_turns,
    type_text,
    wait_read,
    words,
)
from tests.conftest import MakeLog
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.desk.desk import FILE, Desk
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.comparison_card import ComparisonCard
from zegoerr_gui.widgets.recents_dialog import RecentsDialog

CODE, OTHER, UNKNOWN = 1103061, 1102016, 1002999

SECRET = "token=04AAAAAGXw2PoAEGRkZmZkZmZkZmZkZmYAoKq8J1nN7cVh2d0xQyR3b5mEwKu"

Open = Callable[[], MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def open_window(make_window: MakeWindow, folder: Path) -> Open:
    """Opens one more window over the same desk."""
    return lambda: make_window(desk=Desk(folder))


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


def kept(folder: Path) -> Desk:
    """What is on the disk."""
    desk = Desk(folder)
    desk.close()
    return desk


def come_to_front(window: QWidget) -> None:
    """Make a window the one that keys go to."""
    window.activateWindow()
    take_turns(window.isActiveWindow)


def go_to(window: MainWindow, code: int) -> None:
    """Look a code up."""
    come_to_front(window)
    window.bar.field.setFocus()
    press("Ctrl+A")
    type_text(str(code))
    assert shown_code(window) == code


def note(window: MainWindow) -> str:
    """The note on show; what a button says where there is none."""
    editor = window.detail.note
    return editor.text.toPlainText() if editor.text.isVisible() else words(editor)[0]


def write(window: MainWindow, text: str) -> None:
    """Write a note by the keyboard alone, and leave it."""
    press("Ctrl+N")
    type_text(text)
    press("Esc")


def name_of_cell(window: MainWindow, row: int) -> str:
    """What a screen reader says of a code in the table."""
    return str(window.codes.table.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def rows(popup: QMenu) -> list[str]:
    return [action.text() for action in popup.actions() if action.text()]


def choose(popup: QMenu, text: str) -> None:
    action: QAction = next(one for one in popup.actions() if text in one.text())
    popup.setActiveAction(action)
    QTest.keyClick(popup, Qt.Key.Key_Return)


# Notes


def test_a_note_is_written_by_keyboard_and_is_there_after_a_restart(window: MainWindow, open_window: Open) -> None:
    go_to(window, CODE)
    assert note(window) == "Add a note"
    press("Ctrl+N")
    type_text("ask for /dev? N")  # none of these is a key of the window here
    assert focused() is window.detail.note.text
    assert words(window.detail.note)[:2] == ["Your note", "Not saved yet"]
    press("Esc")
    assert focused() is window.detail.area
    assert words(window.detail.note)[1].startswith("Saved ")
    assert window.bar.field.text() == str(CODE)
    window.close()
    again = open_window()
    go_to(again, OTHER)
    assert note(again) == "Add a note"
    go_to(again, CODE)
    assert note(again) == "ask for /dev? N"


def test_what_is_typed_is_kept_after_a_pause_without_leaving(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    go_to(window, CODE)
    press("Ctrl+N")
    type_text("half a sen")
    qtbot.waitUntil(lambda: CODE in kept(folder).notes)
    assert focused() is window.detail.note.text


def test_another_code_has_its_own_note_also_one_no_catalogue_has(window: MainWindow, folder: Path) -> None:
    go_to(window, CODE)
    write(window, "one")
    go_to(window, UNKNOWN)
    assert note(window) == "Add a note"
    write(window, "two")
    press("Alt+Left")
    assert (shown_code(window), note(window)) == (CODE, "one")
    assert {code: one.text for code, one in kept(folder).notes.items()} == {CODE: "one", UNKNOWN: "two"}


def test_what_was_typed_and_taken_back_counts_as_saved(window: MainWindow) -> None:
    go_to(window, CODE)
    write(window, "one")
    press("Ctrl+N")
    type_text("s")
    press("Backspace", "Esc")
    assert words(window.detail.note)[1].startswith("Saved ")


def test_a_note_that_is_emptied_is_gone(window: MainWindow, folder: Path) -> None:
    go_to(window, CODE)
    write(window, "one")
    press("Ctrl+N", "Ctrl+A", "Backspace", "Esc")
    assert note(window) == "Add a note"
    assert not kept(folder).notes


def test_a_paste_goes_into_the_note_and_one_that_is_too_long_is_cut(window: MainWindow) -> None:
    go_to(window, CODE)
    press("Ctrl+N")
    copy_elsewhere("first line\nsecond line")
    press("Ctrl+V")
    assert note(window) == "first line\nsecond line"
    assert not window.logs.by_number
    copy_elsewhere("x" * 1_000_000)
    press("Ctrl+V")
    assert len(note(window)) == 20_000
    said = "A note has room for 20,000 characters; the rest of the paste is left out."
    assert words(window.detail.note)[-1] == said
    press("Ctrl+A", "Ctrl+C")
    assert len(clipped()) == 20_000


def test_a_note_is_shown_as_plain_text(window: MainWindow) -> None:
    go_to(window, CODE)
    copy_elsewhere("<b>bold</b> <img src=//host/x>")
    press("Ctrl+N", "Ctrl+V", "Esc")
    assert note(window) == "<b>bold</b> <img src=//host/x>"


def test_two_windows_that_write_one_note_at_once_keep_both(
    window: MainWindow, open_window: Open, folder: Path, qtbot: QtBot
) -> None:
    other = open_window()
    for one in (window, other):
        go_to(one, CODE)
    come_to_front(window)
    window.detail.note.begin()
    type_text("from the first")
    come_to_front(other)
    other.detail.note.begin()
    type_text("from the second")
    press("Esc")
    come_to_front(window)
    window.detail.note.text.setFocus()
    press("Esc")
    both = kept(folder).notes[CODE].text
    assert both == note(window) == "from the first\n\n– – –\n\nfrom the second"
    qtbot.waitUntil(lambda: note(other) == both)


def test_what_another_window_keeps_is_seen_without_a_key(window: MainWindow, open_window: Open, qtbot: QtBot) -> None:
    other = open_window()
    for one in (window, other):
        go_to(one, CODE)
    write(other, "told")
    press("Ctrl+D")
    qtbot.waitUntil(lambda: note(window) == "told")
    assert window.detail.pin_button.isChecked()


def test_what_another_window_kept_is_also_seen_when_this_one_keeps_something(
    window: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    window.desk.shared._timer.stop()  # it does not look by itself
    go_to(window, CODE)
    other = open_window()
    go_to(other, CODE)
    write(other, "told")
    qtbot.waitUntil(lambda: note(window) == "told")  # it keeps the query and the way through codes


def test_what_is_typed_on_when_another_code_comes_is_not_its_note(window: MainWindow) -> None:
    go_to(window, CODE)
    press("Ctrl+N")
    type_text("on")
    window.linked.go_to_code(OTHER)  # a log that was read to its end leads to its code
    assert focused() is window.detail.area
    assert note(window) == "Add a note"
    window.linked.go_to_code(CODE)
    assert note(window) == "on"


def test_a_note_that_cannot_be_saved_is_kept_in_the_window_and_tried_again(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    go_to(window, CODE)
    database = window.desk.shared.desk._reached()
    database.read("PRAGMA query_only = ON")
    write(window, "precious")
    said = f"{folder / FILE} may not be changed. It is tried again."
    assert words(window.detail.note)[1:] == ["Not saved", said]
    go_to(window, OTHER)
    assert note(window) == "Add a note"
    press("Alt+Left")
    assert note(window) == "precious"
    assert not window.close()  # once, so that the agent may copy it
    assert "A note could not be saved." in window.notice.text.text()
    database.read("PRAGMA query_only = OFF")
    assert window.close()
    assert kept(folder).notes[CODE].text == "precious"


def test_a_window_can_be_left_although_a_note_cannot_be_saved(window: MainWindow) -> None:
    go_to(window, CODE)
    window.desk.shared.desk._reached().read("PRAGMA query_only = ON")
    write(window, "lost")
    assert not window.close()
    assert window.close()


def test_a_damaged_desk_is_told_in_the_window(open_window: Open, folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"no database " * 500)
    window = open_window()
    assert window.notice.text.text().startswith("desk.sqlite with your notes and pins is damaged. It is kept as ")
    go_to(window, CODE)
    write(window, "goes on")
    assert kept(folder).notes[CODE].text == "goes on"


# Pins


@pytest.mark.parametrize("where", ["filter", "table", "note", "detail"])
def test_a_code_is_pinned_from_anywhere(window: MainWindow, folder: Path, where: str) -> None:
    go_to(window, CODE)
    parts = {"filter": window.bar.field, "table": window.codes.table, "detail": window.detail.area}
    if where == "note":
        press("Ctrl+N")
        type_text("ab")
        press("Home")
    else:
        parts[where].setFocus()
    press("Ctrl+D")
    assert kept(folder).pins == (CODE,)
    assert window.detail.pin_button.accessibleName() == "Pinned: take the pin away"
    if where == "note":
        assert note(window) == "ab"
    press("Ctrl+D")
    assert kept(folder).pins == ()
    assert not window.detail.pin_button.isChecked()


def test_the_pin_in_the_detail_is_a_button(window: MainWindow) -> None:
    go_to(window, CODE)
    QTest.mouseClick(window.detail.pin_button, Qt.MouseButton.LeftButton)
    assert window.toast.text == f"Pinned {CODE}"
    go_to(window, OTHER)
    assert not window.detail.pin_button.isChecked()


def test_pinned_codes_and_codes_with_a_note_are_listed_and_found_by_words(window: MainWindow) -> None:
    for code in (CODE, UNKNOWN):
        go_to(window, code)
        press("Ctrl+D")
    write(window, "the Thursday outage")
    window.actions_by_name["show_pinned"].trigger()
    assert codes(window) == [str(UNKNOWN), str(CODE)]
    assert name_of_cell(window, 1) == f"{CODE}, pinned"
    window.actions_by_name["show_noted"].trigger()
    assert codes(window) == [str(UNKNOWN)]
    press("Ctrl+A")
    type_text("thursday")
    assert codes(window) == [str(UNKNOWN)]
    formats = window.detail.note.text.document().firstBlock().layout().formats()
    assert [(one.start, one.length) for one in formats] == [(4, 8)]  # it is marked, and that is no edit
    assert words(window.detail.note)[1].startswith("Saved ")
    window.actions_by_name["show_pinned"].trigger()
    press("Ctrl+D")  # its row goes, the code stays on show
    assert codes(window) == [str(CODE)]
    assert shown_code(window) == UNKNOWN
    assert chosen_row(window) == ""


# The way through codes


def test_back_leads_to_what_was_read_before_the_restart(window: MainWindow, open_window: Open) -> None:
    for code in (CODE, OTHER, UNKNOWN):
        go_to(window, code)
    press("Alt+Left")
    window.close()
    again = open_window()
    assert again.detail.back_button.isEnabled()
    seen = []
    for keys in ("Alt+Left", "Alt+Left", "Alt+Left", "Alt+Right", "Alt+Right", "Alt+Right"):
        press(keys)
        seen.append(shown_code(again))
    assert seen == [OTHER, CODE, CODE, OTHER, UNKNOWN, UNKNOWN]


# Recent queries and logs


def test_a_query_that_stood_a_while_comes_back_from_the_menu(window: MainWindow) -> None:
    type_text("tim")
    window.desk.recents.note_query()
    type_text("eout")
    window.desk.recents.note_query()
    press("Ctrl+A")
    type_text("camera & co")
    window.desk.recents.note_query()
    press("Esc", "Alt+Down")
    assert rows(menu()) == ["camera && co", "timeout", "Look at them, or forget them…"]
    choose(menu(), "timeout")
    assert window.bar.field.text() == "timeout"


def test_a_query_with_a_secret_is_not_kept(window: MainWindow) -> None:
    copy_elsewhere(SECRET)
    press("Ctrl+V")
    window.desk.recents.note_query()
    assert window.desk.shared.desk.recent("query") == ()


def test_a_log_that_was_opened_comes_back_from_the_menu(window: MainWindow, make_log: MakeLog, qtbot: QtBot) -> None:
    path = make_log("error 1103061\n", "ticket & more.log")
    window.intake.open_sample()  # that is in a menu of its own
    window.intake.open_files([path])
    wait_read(qtbot, window)
    for log in list(window.logs.by_number.values()):
        window.logs.close(log)
    press("Ctrl+Shift+O")
    assert rows(menu()) == [f"ticket && more.log\t{path.parent}"[:18] + rows(menu())[0][18:], rows(menu())[1]]
    QTest.keyClick(menu(), Qt.Key.Key_Return)  # the first is chosen already
    wait_read(qtbot, window)
    assert window.log is not None
    assert window.log.name == "ticket & more.log"


def test_what_is_remembered_is_forgotten_one_by_one_all_together_and_for_good(
    window: MainWindow, open_window: Open, folder: Path
) -> None:
    desk = window.desk.shared.desk
    for name in ("/a/1.log", "/a/2.log", "/a/3.log"):
        desk.remember("log", name)
    desk.remember("query", "timeout")
    press("Alt+Down")
    choose(menu(), "forget")
    dialog = window.findChild(RecentsDialog)
    assert dialog is not None
    come_to_front(dialog)
    logs, queries = dialog.lists["log"], dialog.lists["query"]
    logs.setFocus()
    press("Down", "Delete")
    assert [logs.item(row).text() for row in range(logs.count())] == ["/a/3.log", "/a/1.log"]
    QTest.mouseClick(button(dialog, "Forget"), Qt.MouseButton.LeftButton)
    assert [logs.item(row).text() for row in range(logs.count())] == ["/a/3.log"]
    queries.setFocus()
    press("Space")
    QTest.mouseClick(button(dialog, "Forget"), Qt.MouseButton.LeftButton)
    assert kept(folder).recent("query") == ()
    QTest.mouseClick(button(dialog, "Forget all"), Qt.MouseButton.LeftButton)
    assert kept(folder).recent("log") == ()
    assert not button(dialog, "Forget").isEnabled()
    dialog.remembering.click()
    assert not kept(folder).remembering
    press("Esc")
    come_to_front(window)
    press("Alt+Down")
    assert rows(menu())[0] == "Remembering is switched off"
    assert not menu().actions()[0].isEnabled()
    menu().close()


# For the team


def test_notes_and_pins_go_to_a_colleague(window: MainWindow, make_window: MakeWindow, tmp_path: Path) -> None:
    path = tmp_path / "team.json"
    window.actions_by_name["export_desk"].trigger()
    assert window.toast.text == "There are no notes and no pins to export"
    go_to(window, CODE)
    write(window, "mine")
    press("Ctrl+D")
    window.desk.shared.desk.remember("log", "/secret/path.log")
    window.actions_by_name["export_desk"].trigger()
    answer_with(path)
    assert window.toast.text == "Exported 1 note and 1 pin to team.json"
    assert "secret" not in path.read_text()
    colleague = make_window(desk=Desk(tmp_path / "other"))
    go_to(colleague, CODE)
    write(colleague, "theirs")
    colleague.actions_by_name["import_desk"].trigger()
    answer_with(path)
    assert colleague.toast.text == "Imported: 0 notes and 1 pin added, 1 note joined with yours"
    assert note(colleague) == "theirs\n\n– – –\n\nmine"
    assert colleague.detail.pin_button.isChecked()
    colleague.actions_by_name["import_desk"].trigger()
    answer_with(path)
    assert colleague.toast.text == "Imported: 0 notes and 0 pins added, 2 already there"


def test_a_secret_in_a_note_leaves_it_masked(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "team.json"
    go_to(window, CODE)
    copy_elsewhere(SECRET)
    press("Ctrl+N", "Ctrl+V", "Ctrl+A", "Ctrl+C", "Esc")
    assert note(window) == SECRET
    assert clipped() == "token=<token-1>"
    window.actions_by_name["export_desk"].trigger()
    answer_with(path)
    assert window.toast.text == "Exported 1 note and 0 pins to team.json, 1 secret masked"
    assert [one["text"] for one in json.loads(path.read_text())["notes"]] == ["token=<token-1>"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (json.dumps({"format": "x"}), 'The file is no export of notes and pins: "format" is not "zegoerr-desk".'),
        (None, "It is not a file."),
    ],
)
def test_a_faulty_file_of_a_colleague_is_named(
    window: MainWindow, tmp_path: Path, content: str | None, why: str
) -> None:
    path = tmp_path / "team.json"
    if content:
        path.write_text(content)
    window.actions_by_name["import_desk"].trigger()
    answer_with(path)
    assert window.notice.text.text() == f"Nothing was imported from team.json. {why}"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.notice.findChildren(QLabel))


# Where the detail leads


@pytest.mark.parametrize(
    ("code", "begins", "query"),
    [
        (1002037, "loginRoom · ", "api:loginRoom"),
        (1002037, "roomStateChanged · ", "api:roomStateChanged"),
        (1103052, "cdnPublishConfig.type · ", "parameter:cdnPublishConfig.type"),
        (1104021, "Codes of the family · ", "family:playing"),
    ],
)
def test_a_call_a_callback_a_parameter_and_a_family_lead_to_all_their_codes(
    window: MainWindow, code: int, begins: str, query: str
) -> None:
    go_to(window, code)
    chip = next(part for part in window.detail.findChildren(Chip) if part.text().startswith(begins))
    told = int(chip.text().removeprefix(begins))
    chip.click()
    assert window.bar.field.text() == query
    assert str(code) in codes(window)
    assert len(codes(window)) == told


def test_of_two_codes_that_are_easily_confused_each_leads_to_the_other(window: MainWindow, qtbot: QtBot) -> None:
    for code, other in ((1002037, 1002001), (1002001, 1002037)):
        go_to(window, code)
        card = window.detail.sections.findChildren(ComparisonCard)[0]
        qtbot.waitUntil(card.isVisible)
        assert {str(code), str(other)} <= set(words(card))
        assert "The same for both: text of the SDK, severity, calls, where it arrives" in words(card)
        button(card, str(other)).click()
        assert shown_code(window) == other
