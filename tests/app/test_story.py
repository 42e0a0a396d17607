"""A day at the desk: the real window, driven by keys only."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import (
    CTRL,
    KEYPAD,
    SHIFT,
    chosen_row,
    clipped,
    codes,
    copy_elsewhere,
    count,
    current_line,
    focused,
    is_on,
    paste_log,
    press,
    shown_code,
    take_turns,
    type_text,
    wait_read,
    words,
)
from tests.conftest import MakeLog
from tests.recognition.shapes import login_call, room, sdk, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.answer.entry_text import entry_as_reply
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.models.line_view import LineView
from zegoerr_gui.widgets.chip import Chip

TOKEN, CAMERA, SIGNAL, UNKNOWN = 1102018, 1103064, 1103021, 1002999

# Counted from 1, as on the screen.
LOG = [
    login_call("lesson", 0),  # 1
    room("LOGINING", name="lesson"),
    room("LOGIN_FAILED", TOKEN, "lesson", "token expired", 200),  # 3
    "[App] asking for another token",
    login_call("lesson", 3_000),
    room("LOGINED", 0, "lesson", moment=3_300),
    stream("NO_PUBLISH", CAMERA, reason="get media fail", moment=4_000),  # 7
    f"\U0001f389\U0001f389 errorCode: {CAMERA}, then errorCode: {SIGNAL}",  # 8: two marks
    "[App] order 1104021 paid",  # 9: set aside
    stream("NO_PUBLISH", CAMERA, reason="get media fail", moment=60_000),  # 10
    room("KICKOUT", UNKNOWN, "lesson", moment=90_000),  # 11: in no catalogue
    "[App] page closed",
]


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the log of this page, pasted with the focus in the filter."""
    paste_log(qtbot, window, LOG)
    return window


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
    assert "Paste, drop or open a log" in words(window.log_pane)


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
    assert count(window) == "4 of 297"
    shown = words(window.log_pane.strip)
    assert shown[:4] == ["First error", str(TOKEN), name_of(TOKEN, catalogue), "line 3"]
    assert any("4 codes in 12 lines" in text and "pasted text" in text for text in shown)
    assert "1 set aside" in shown
    assert (chosen_row(window), shown_code(window), current_line(window)) == (str(TOKEN), TOKEN, 3)


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
    assert window.toast.text == "There is no log to go to a line in."


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
    text = reading.log_pane.line.text
    ahead = text.toPlainText().encode("utf-16-le")[2 * text.textCursor().position() :].decode("utf-16-le")
    assert ahead.startswith(str(SIGNAL))
    press("F8")
    assert current_line(reading) == 10


def test_choosing_a_line_shows_its_code_and_leaves_the_focus(reading: MainWindow) -> None:
    press("F6", "F6")
    table = focused()
    assert table is reading.log_pane.table
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
    assert focused() is window.log_pane.table
    read: set[int] = set()
    view = window.log_pane.model.view

    def counting(row: int) -> LineView:
        read.add(row)
        return view(row)

    monkeypatch.setattr(window.log_pane.model, "view", counting)
    type_text("q")
    assert len(read) < 200


def test_the_line_asked_for_is_gone_to(reading: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*question: object) -> tuple[int, bool]:
        asked.append(question)
        return 9, True

    monkeypatch.setattr("zegoerr_gui.widgets.log_pane.QInputDialog.getInt", answer)
    press("Ctrl+G")
    assert asked[0][2:] == ("Line, 1 to 12", 3, 1, 12)
    assert current_line(reading) == 9
    assert focused() is reading.log_pane.table


def test_the_sample_log_is_one_button_away(window: MainWindow, qtbot: QtBot) -> None:
    press("F6", "F6")
    assert focused() is window.log_pane.empty.paste_button
    press("Tab", "Tab")
    assert focused() is window.log_pane.empty.sample_button
    press("Space")
    wait_read(qtbot, window)
    assert is_on(window.bar.in_log)
    assert any("sample.log" in text for text in words(window.log_pane.strip))


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
    pane = window.log_pane
    middle: list[QWidget] = [pane.table, pane.line.text] if log else [pane.empty.paste_button]
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
    assert reading.log.scan is not None
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
    assert "Paste, drop or open a log" in words(reading.log_pane)
    assert reading.codes.table.isColumnHidden(3)
    assert (shown_code(reading), chosen_row(reading)) == (TOKEN, str(TOKEN))
    QApplication.processEvents()
    assert "What to do" in words(reading.detail)
    assert not any("told in" in text for text in words(reading.detail))


def test_another_log_takes_the_place_of_the_first(reading: MainWindow, qtbot: QtBot) -> None:
    press("F8", "F8")
    paste_log(qtbot, reading, ["one", "two", room("LOGIN_FAILED", SIGNAL)])
    assert codes(reading) == [str(SIGNAL)]
    assert (shown_code(reading), current_line(reading)) == (SIGNAL, 3)
    paste_log(qtbot, reading, ["nothing", "to", "see"])
    assert words(reading.log_pane.strip)[0] == "No error code in this log"
    assert not reading.bar.in_log.isVisible()
    assert (count(reading), current_line(reading)) == ("297 of 297", 1)


# What is brought


@pytest.mark.parametrize("pane", ["filter", "codes", "log", "line", "detail", "button", "chip"])
def test_ctrl_v_does_what_is_meant_wherever_the_focus_is(reading: MainWindow, qtbot: QtBot, pane: str) -> None:
    stops = {
        "filter": reading.bar.field,
        "codes": reading.codes.table,
        "log": reading.log_pane.table,
        "line": reading.log_pane.line.text,
        "detail": reading.detail.area,
        "button": reading.bar.open_button,
    }
    stop = stops.get(pane) or next(chip for chip in reading.detail.findChildren(Chip) if chip.isVisible())
    stop.setFocus()
    assert focused() is stop
    paste_log(qtbot, reading, ["one", room("LOGIN_FAILED", SIGNAL)])
    assert codes(reading) == [str(SIGNAL)]
    stop = stop if pane != "chip" else reading.detail.area
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
    assert (window.bar.field.text(), window.log.scan) == ("", None)


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
    assert any("dropped.log" in text for text in words(window.log_pane.strip))
    assert (codes(window)[0], current_line(window)) == (str(TOKEN), 3)


def test_dropped_text_is_a_log_or_a_query(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("\n".join(LOG))
    assert drop(window, mime)
    wait_read(qtbot, window)
    assert any("dropped text" in text for text in words(window.log_pane.strip))
    mime.setText(str(CAMERA))
    assert drop(window, mime)
    assert window.bar.field.text() == str(CAMERA)


def test_what_cannot_be_opened_is_not_let_in(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setData("application/x-anything", b"x")
    assert not drop(window, mime)


def test_of_several_files_the_first_is_opened_and_that_is_said(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog
) -> None:
    paths = [make_log("\n".join(LOG), name) for name in ("a.log", "b.log")]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(mime)
    press("Ctrl+V")
    wait_read(qtbot, window)
    assert window.toast.text == "2 files were brought. a.log is open; bring the others one by one."
    assert any("a.log" in text for text in words(window.log_pane.strip))


@pytest.mark.parametrize("name", ["gone.log", "", "picture.log"])
def test_what_cannot_be_read_is_told_and_the_log_on_show_stays(
    reading: MainWindow, qtbot: QtBot, tmp_path: Path, make_log: MakeLog, name: str
) -> None:
    if name == "picture.log":
        make_log(b"\x89PNG\r\n\x1a\n", name)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(reading.log.failed) as failed:
        press("Ctrl+V")
    assert failed.args is not None
    assert words(reading.notice)[0] == failed.args[0]
    assert codes(reading)[0] == str(TOKEN)
    press("F8")
    assert current_line(reading) == 7


# Fifty megabytes


def big_log() -> str:
    quiet = sdk("heartbeat ok 48 ms", "zm.hb", 0, roomid="lesson") + "\n"
    block = room("LOGIN_FAILED", TOKEN, "lesson") + "\n" + quiet * 4_000
    return block * (50_000_000 // len(block) + 1)


class Turns:
    """Counts the turns that the event loop gets."""

    def __init__(self) -> None:
        self.count = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._take)
        self._timer.start(0)

    def _take(self) -> None:
        self.count += 1


def test_a_paste_of_fifty_megabytes_is_read_in_slices(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    """By a clock on which each slice takes a quarter of a turn, there is a turn for the window every four slices."""
    text = big_log()
    megabytes = len(text) // 1_000_000
    assert megabytes >= 50
    copy_elsewhere(text)
    turns = Turns()
    press("Ctrl+V")
    assert (window.log.scan, window.log.running) == (None, True)  # nothing of it is read yet
    qtbot.waitUntil(lambda: window.log.scan is not None, timeout=30_000)
    opened = turns.count
    wait_read(qtbot, window)
    assert opened >= megabytes / 2
    assert turns.count - opened >= megabytes
    scan = window.log.scan
    assert scan is not None
    assert scan.results.complete
    assert len(scan.lines) == text.count("\n")
    assert codes(window) == [str(TOKEN)]
    assert scan.results.findings()[0].count == text.count("LOGIN_FAILED")
    assert not window.notice.isVisible()


def test_reading_can_be_stopped_and_what_was_read_stays(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    copy_elsewhere(big_log())
    press("Ctrl+V")
    qtbot.waitUntil(lambda: window.log.scan is not None and len(window.log.scan.lines) > 10_000, timeout=30_000)
    assert any(text.startswith("Reading, ") for text in words(window.log_pane.strip))
    assert window.log_pane.strip.cancel.isVisible()
    window.log_pane.strip.cancel.setFocus()
    press("Space")
    assert not window.log.running
    scan = window.log.scan
    assert scan is not None
    assert not scan.results.complete
    rows = window.log_pane.table.model().rowCount()
    assert 10_000 < rows < big_log().count("\n")
    assert words(window.notice)[0].startswith("Reading was stopped after ")
    assert words(window.notice)[0].endswith(" % of the log.")
    assert not window.log_pane.strip.cancel.isVisible()
    assert (codes(window), shown_code(window)) == ([str(TOKEN)], TOKEN)
    press("F8")
    qtbot.wait(50)
    assert window.log_pane.table.model().rowCount() == rows


def test_reading_can_be_stopped_before_there_is_a_line(
    window: MainWindow, slow_clock: None, private_home: Path
) -> None:
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: bool(list((private_home / "tmp").glob("*.spool"))))
    assert (window.log.scan, window.log.running) == (None, True)
    window.actions_by_name["cancel_reading"].trigger()
    assert (window.log.scan, window.log.running) == (None, False)
    assert "Paste, drop or open a log" in words(window.log_pane)
    assert list((private_home / "tmp").glob("*.spool")) == []


def test_a_notice_about_a_log_goes_with_it(window: MainWindow, qtbot: QtBot, slow_clock: None, tmp_path: Path) -> None:
    """What was said of one log must not stand over the next."""
    copy_elsewhere(big_log())
    press("Ctrl+V")
    take_turns(lambda: window.log.scan is not None)
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
    take_turns(lambda: window.log.scan is not None)
    assert window.close()
    qtbot.wait(20)
    assert not window.log.running
    assert list((private_home / "tmp").glob("*.spool")) == []


def test_nothing_moves_under_the_hand_while_a_log_is_read(window: MainWindow, qtbot: QtBot, slow_clock: None) -> None:
    """A code that the agent looks at turns up later in the log; the line that is read meanwhile stays."""
    quiet = sdk("heartbeat ok 48 ms", "zm.hb", 0) + "\n"
    copy_elsewhere(room("LOGIN_FAILED", TOKEN) + "\n" + quiet * 20_000 + stream("NO_PUBLISH", CAMERA) + "\n")
    press("Ctrl+V")
    take_turns(lambda: window.log.scan is not None)
    press("Esc")
    type_text(str(CAMERA))
    assert shown_code(window) == CAMERA
    press("F6", "F6", "Down", "Down")
    assert current_line(window) == 3
    wait_read(qtbot, window)
    assert (current_line(window), shown_code(window)) == (3, CAMERA)
    assert focused() is window.log_pane.table
    qtbot.waitUntil(lambda: "1 failure, told in 1 place" in words(window.detail))


def test_no_copy_of_a_paste_stays_behind(window: MainWindow, qtbot: QtBot, private_home: Path) -> None:
    copy_elsewhere("x" * 6_000_000 + "\n")
    press("Ctrl+V")
    wait_read(qtbot, window)
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


def test_in_a_line_of_300_kilobytes_the_mark_come_to_is_the_current_one(window: MainWindow, qtbot: QtBot) -> None:
    gap = "." * 100_000
    paste_log(qtbot, window, ["first", f"errorCode: {TOKEN} {gap} errorCode: {CAMERA} {gap} errorCode: {SIGNAL}"])
    pane = window.log_pane.line
    for code in (CAMERA, SIGNAL):
        press("F8")
        assert (current_line(window), shown_code(window)) == (2, code)
        text = pane.text.toPlainText()
        assert text[pane.text.textCursor().position() :].startswith(str(code))
        assert pane.level.isVisible()
        assert pane.level.accessibleName() == "looks like an error"


def test_keys_of_the_window_work_in_the_line_pane(reading: MainWindow) -> None:
    press("F6", "F6", "F6")
    assert focused() is reading.log_pane.line.text
    press("N")
    assert (current_line(reading), shown_code(reading)) == (7, CAMERA)
    QTest.keyClick(focused(), Qt.Key.Key_F8)
    assert current_line(reading) == 8
    QTest.keyClick(focused(), Qt.Key.Key_K, CTRL)
    assert focused() is reading.bar.field
