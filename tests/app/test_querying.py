"""Looking codes up in the real window, with keys: what is said of a query, the ways out, the help, what is marked."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.app.driving import button, chosen_row, codes, count, focused, press, shown_code, type_text, words
from tests.app.lesson import CAMERA
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.catalogue.query_examples import EXAMPLES
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
DEVICES = ["1006006", "1106007", "1106008", "1106009", "1106010"]


def typed(window: MainWindow) -> str:
    """What stands in the filter."""
    return window.bar.field.text()


def said(window: MainWindow) -> str:
    """What is said of the query; empty where nothing is."""
    note = window.codes.note
    return note.text.text() if note.isVisible() else ""


def marked(window: MainWindow) -> str:
    """The words marked in the name of the first row."""
    index = window.codes_model.index(0, 1)
    return " ".join(index.data()[start:end] for start, end in index.data(Role.HITS))


# Faults


def test_a_fault_is_said_beside_the_filter_and_its_button_puts_it_right(window: MainWindow) -> None:
    type_text("family:divice -usb")
    assert said(window).startswith("There is no family “divice”, the nearest is device. Families: success, ")
    assert len(codes(window)) > 200  # what the rest of the query gives
    window.codes.note.offer.setFocus()
    press("Space")
    assert typed(window) == "family:device -usb"
    assert codes(window) == DEVICES[1:]
    assert said(window) == ""
    assert focused() is window.bar.field
    press("Ctrl+Z")
    assert typed(window) == "family:divice -usb"


def test_the_note_lies_over_the_titles_and_moves_no_row(window: MainWindow) -> None:
    table = window.codes.table
    before = table.viewport().mapTo(window, QPoint(0, 0))
    type_text("family:")
    assert said(window).startswith("After family: comes a family.")
    assert table.viewport().mapTo(window, QPoint(0, 0)) == before
    assert window.codes.note.geometry() == table.horizontalHeader().geometry()
    type_text("dev")
    assert (said(window), codes(window)) == ("", DEVICES)


def test_tab_leads_from_the_filter_to_what_is_offered(window: MainWindow) -> None:
    type_text("family:rom")
    for _ in window.bar.stops:
        press("Tab")
        if focused() is window.codes.note.offer:
            break
    assert focused() is window.codes.note.offer


# What was meant


def test_a_typo_shows_what_is_similar_and_says_so(window: MainWindow) -> None:
    type_text("hartbeat")
    assert said(window) == "Nothing matches “hartbeat”. Shown: similar to “heartbeat”."
    assert codes(window) == ["1100005", "1101005", "1102001"]
    assert marked(window) == "heartbeat"
    press("Esc")
    assert said(window) == ""
    type_text("hartbeat family:device")
    assert (codes(window), said(window)) == ([], "")
    assert words(window.codes.empty)[0] == "No code matches “hartbeat family:device”."


def test_a_long_piece_and_one_with_signs_of_qt_are_short_and_plain_on_a_button(window: MainWindow) -> None:
    type_text("camera zzz&zzz-and-a-long-name-behind-it")
    assert words(window.codes.empty)[1:] == ["Without zzz&&zzz-and-a-long-name…: 16 codes"]


# No rows


def test_without_rows_the_pane_says_why_and_each_way_out_says_how_many_it_gives(window: MainWindow) -> None:
    type_text("camera family:mixing")
    assert words(window.codes.empty) == [
        "No code matches “camera family:mixing”.",
        "Without camera: 28 codes",
        "Without family:mixing: 16 codes",
    ]
    button(window.codes.empty, "Without family:mixing: 16 codes").click()
    assert (typed(window), count(window)) == ("camera", "16 of 297")
    press("Ctrl+Z")
    assert typed(window) == "camera family:mixing"


def test_the_choosers_and_the_log_are_ways_out_too(reading: MainWindow) -> None:
    bar = reading.bar
    bar.family.set_chosen(frozenset({"mixing"}))
    type_text("task")
    assert codes(reading) == []
    assert words(reading.codes.empty)[0] == "No code matches “task” of this family in this log."
    way = next(text for text in words(reading.codes.empty) if text.startswith("Not only in this log: "))
    button(reading.codes.empty, way).click()
    assert not bar.in_log.isChecked()
    assert (bar.family.chosen, typed(reading)) == (frozenset({"mixing"}), "task")
    assert count(reading).split()[0] == way.split()[-2]
    assert chosen_row(reading) == codes(reading)[0] == str(shown_code(reading))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("6000121", "No catalogue has this code. By its digits it belongs to ZIM (In-app Chat)."),
        ("in:log", "No log is open, or it has no code."),
    ],
)
def test_where_more_is_known_of_why_nothing_is_found_it_is_said(window: MainWindow, query: str, sentence: str) -> None:
    type_text(query)
    assert words(window.codes.empty) == [f"No code matches “{query}”. {sentence}"]


# What can be asked of the log


def test_in_log_asks_for_the_codes_of_the_log_by_first_line(reading: MainWindow) -> None:
    in_log = codes(reading)
    reading.bar.in_log.setChecked(False)
    reading.bar.field.setFocus()
    type_text("in:log")
    assert codes(reading) == in_log
    type_text(f" -{in_log[0]}")
    assert codes(reading) == in_log[1:]


# Typing


@pytest.mark.parametrize("key", ["Right", "End"])
def test_a_field_that_is_begun_goes_on_by_one_key(window: MainWindow, key: str) -> None:
    type_text("fam")
    press(key)
    assert typed(window) == "family:"
    type_text("devi")
    press("Left", key)  # not at the end: an arrow is an arrow
    assert typed(window) == "family:devi"
    press("End", key)
    assert typed(window) == "family:device"
    press(key)
    assert typed(window) == "family:device"
    assert codes(window) == DEVICES


# Help


def test_a_question_mark_shows_examples_and_enter_types_one(window: MainWindow) -> None:
    type_text("?")
    help_ = window.bar.help
    assert help_.isVisible()
    assert typed(window) == ""
    assert [row.text() for row in help_.rows] == [example.query for example in EXAMPLES]
    QTest.keyClick(help_, Qt.Key.Key_Escape)
    assert not help_.isVisible()
    type_text("?")
    assert help_.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(help_, key)
    assert not help_.isVisible()
    assert typed(window) == EXAMPLES[1].query
    assert focused() is window.bar.field
    type_text("?")
    assert typed(window) == f"{EXAMPLES[1].query}?"


def test_an_example_is_typed_by_a_click(window: MainWindow) -> None:
    QTest.mouseClick(window.bar.field.help_button, Qt.MouseButton.LeftButton)
    row = window.bar.help.rows[-5]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert typed(window) == EXAMPLES[-5].query
    assert codes(window)


# Marks


def test_what_is_sought_is_marked_in_table_and_detail(window: MainWindow, look: Look) -> None:
    def underlined() -> bool:
        label = next(label for label in window.detail.findChildren(PlainLabel) if "camera" in label.text())
        picture = label.grab().toImage()
        places = itertools.product(range(picture.width()), range(picture.height()))
        return any(picture.pixelColor(*place) == look.color("accent") for place in places)

    type_text(str(CAMERA))
    assert window.codes_model.index(0, 0).data(Role.HITS) == [(0, 7)]
    assert not underlined()
    press("Ctrl+A")
    type_text("permission camera")
    assert (shown_code(window), marked(window)) == (CAMERA, "permission")
    assert underlined()
    press("Ctrl+A")
    type_text(str(CAMERA))
    assert not underlined()
