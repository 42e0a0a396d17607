"""The page of keys and the help, by keyboard alone."""

import re

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from tests.app.driving import focused, press, take_turns, type_text
from zegoerr_gui import places
from zegoerr_gui.app import help_page, keys_page
from zegoerr_gui.app.actions import ACTIONS
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.page_text import read_page
from zegoerr_gui.widgets.text_page import TextPage


def opened(key: str) -> TextPage:
    """The page that a key opens."""
    press(key)
    page = QApplication.activeModalWidget()
    assert isinstance(page, TextPage)
    take_turns(page.isActiveWindow)
    return page


def shown(page: TextPage) -> list[str]:
    """What stands on a page at the moment."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("key", ["F1", "?"])
def test_keys_are_sought_by_their_words_or_by_themselves(window: MainWindow, key: str) -> None:
    window.codes.table.setFocus()
    before = focused()
    page = opened(key)
    type_text("mark previous")
    assert shown(page) == [
        *("Log", "Shift+F8", "Previous mark", "Shift+F2", "Previous line you marked"),
    ]
    press("Ctrl+A")
    type_text("ctrl+shift+p")
    assert shown(page) == ["View", "Ctrl+Shift+P", "Actions and codes…"]
    press("Ctrl+A")
    type_text("no such key")
    assert shown(page) == ["Nothing on this page has these words."]
    press("Return")
    assert page.isVisible()
    press("Ctrl+A", "Del")
    assert len(shown(page)) > 120
    bar = page._area.verticalScrollBar()
    press("PgDown", "Down")
    assert bar.value() > bar.pageStep()
    press("Up", "PgUp")
    assert bar.value() == 0
    press("Esc")
    take_turns(window.isActiveWindow)
    assert focused() is before


def test_the_help_tells_what_marks_mean_and_where_data_lie(window: MainWindow) -> None:
    page = opened("Shift+F1")
    type_text("outlined")
    assert shown(page)[:2] == ["Marks in the log", "Outlined"]
    press("Ctrl+A")
    type_text("kept")
    told = shown(page)
    assert str(places.settings_file()) in told
    assert str(places.data_folder()) in told
    assert "Nothing leaves this computer. A pasted log is never kept." in told


def test_the_pages_come_back_in_their_last_size(window: MainWindow) -> None:
    for size in ((700, 500), (620, 420)):
        page = opened("F1")
        page.resize(*size)
        press("Esc")
        take_turns(window.isActiveWindow)
        again = opened("F1")
        assert (again.width(), again.height()) == size
        press("Esc")
        take_turns(window.isActiveWindow)


def test_keys_named_on_the_pages_are_keys() -> None:
    ours = {QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys}
    named = re.findall(r"\[([^\]]+)\]", help_page._PAGE)
    assert all(QKeySequence(key).toString() in ours | {"Esc"} for key in named), named
    for keys in re.findall(r"\[([^\]]+)\]", keys_page._PARTS):
        assert all(QKeySequence(key).toString() for key in keys.split()), keys


def test_a_page_is_read_row_by_row() -> None:
    assert read_page("# One\nA | b {x}\n    and more\nAlone [Ctrl+K]\n# Two\n[Up Down] | c", "help", x="{y} | z") == [
        ("One", [("A", "b {y} | z and more"), ("", "Alone Ctrl+K")]),
        ("Two", [("Up   Down", "c")]),
    ]
