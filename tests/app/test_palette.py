"""The palette, by keyboard alone: every action, every code, and the way back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import focused, name_of, pane, paste_log, press, shown_code, type_text, wait_read
from tests.app.lesson import LOG
from tests.conftest import MakeLog
from zegoerr_gui.app.actions import ACTIONS, SEPARATOR
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.store import Store
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.palette import Palette

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


def opened() -> Palette:
    """The palette, as its key opens it."""
    press("Ctrl+Shift+P")
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    assert palette.field.hasFocus()
    return palette


def rows(palette: Palette) -> list[str]:
    """The words of the rows, codes with their number before them."""
    offers = [palette.model.item(row) for row in range(palette.model.rowCount())]
    return [f"{offer.number} {offer.words}".strip() for offer in offers]


def test_an_action_is_found_by_its_words_and_done(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, LOG)
    pane(window).table.setFocus()
    before = focused()
    palette = opened()
    type_text("line go")
    assert palette.model.item(0).keys == "Ctrl+G"
    press("Esc")
    assert not palette.isVisible()
    assert focused() is before
    opened()
    type_text("dark")
    press("Return")
    assert window._look.dark
    assert focused() is before
    opened()
    type_text("find log")
    press("Return")
    assert name_of(focused()) == "Find in the log"


def test_what_needs_the_focus_finds_it_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, LOG)
    pane(window).table.setFocus()
    opened()
    type_text("copy selected")
    press("Return")
    qtbot.waitUntil(lambda: "1102016" in QApplication.clipboard().text() or "2026" in QApplication.clipboard().text())


def test_every_action_and_every_code_is_there(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, [*LOG, '{"errorCode":1103999,"extendedData":""}'])
    listed = rows(opened())
    assert {spec.text for spec in ACTIONS if spec.name not in (SEPARATOR, "show_palette")} <= set(listed)
    assert {f"{code}" for code in window.about.loaded.catalogue.codes} <= {row.split()[0] for row in listed}
    assert "1103999 In no catalogue" in listed


def test_a_code_is_chosen_by_its_digits(window: MainWindow) -> None:
    palette = opened()
    type_text("110201")
    press("Down", "Down", "Up")
    number = palette.view.currentIndex().data(Role.ITEM).number
    assert number == rows(palette)[1].split()[0]
    press("Return")
    assert shown_code(window) == int(number)


def test_what_was_chosen_comes_first_the_next_time_and_after_a_start(make_window: MakeWindow, store: Path) -> None:
    window = make_window()
    for typed in ("1103061", "sample log", "larger"):
        opened()
        type_text(typed)
        press("Return")
    assert rows(opened())[:3] == ["Larger", "Open the sample log", "1103061 Getting media from the device failed"]
    press("Esc")
    window.close()
    make_window()
    assert rows(opened())[:2] == ["Larger", "Open the sample log"]
    opened_words = store.read_text(encoding="utf-8")
    assert "sample.log" not in opened_words, "no path of a log is remembered"


def test_a_log_opened_before_is_opened_again(window: MainWindow, qtbot: QtBot, make_log: MakeLog) -> None:
    path = make_log("\n".join(LOG), "ticket <b> 4812.log")
    window.intake.open_files([path])
    wait_read(qtbot, window)
    press("Ctrl+W")
    palette = opened()
    type_text("4812 log")
    offer = palette.model.item(0)
    assert (offer.kind, offer.words, offer.place) == ("log", path.name, str(path.parent))
    palette.grab()
    press("Return")
    wait_read(qtbot, window)
    assert window.log is not None
    assert window.log.name == path.name


def test_what_nobody_offers_becomes_a_query(window: MainWindow) -> None:
    palette = opened()
    type_text("<b>no such</b>")
    assert rows(palette) == ['Filter the codes by "<b>no such</b>"']
    press("Return")
    assert window.bar.field.text() == "<b>no such</b>"
    assert window.bar.field.hasFocus()


def test_what_cannot_be_done_now_is_shown_but_not_chosen(window: MainWindow) -> None:
    palette = opened()
    type_text("follow added")
    offer = palette.model.item(0)
    assert (offer.words, offer.keys, offer.possible) == ("Follow what is added", "Shift+F5", False)
    assert palette.view.currentIndex().data(Role.ITEM).kind == "query"
    press("Up", "Return")
    assert palette.isVisible()


def test_pages_ends_and_the_mouse(window: MainWindow) -> None:
    palette = opened()
    press("PgDown")
    assert palette.view.currentIndex().row() > 5
    press("PgUp", "Up")
    assert palette.view.currentIndex().row() == 0
    type_text("1103061")
    where = palette.view.visualRect(palette.model.index(0)).center()
    QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown_code(window) == 1103061
    assert not palette.isVisible()


@pytest.mark.parametrize("rubbish", ["", "action:gone code:x", "\x00", "x " * 5_000])
def test_rubbish_for_recent_choices_does_no_harm(make_window: MakeWindow, store: Path, rubbish: str) -> None:
    Store(store).keep("palette/recent", rubbish)
    make_window()
    assert rows(opened())[0] == "Open logs…"


def test_it_fits_a_small_window(window: MainWindow) -> None:
    window.resize(880, 560)
    palette = opened()
    assert window.geometry().contains(palette.geometry())
    palette.grab()
