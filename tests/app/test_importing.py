"""A vendor's page in the window: read, looked over with the keys, saved, and compared with the next one."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import answer_with, button, codes, focused, press, words
from tests.catalogue.writing import write_pack
from zegoerr_gui import places
from zegoerr_gui.app import folder_watch
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.widgets.page_dialog import PageDialog

PAGE = """\
Kitchen errors

Error code\tDescription\tSolution
6000001\tThe stove is cold.\tLight it with <img src=//host/x> 2 matches.
6000002\tThe pan is hot.\tWait.
6000003\tThe pot is full.\tPour it out.
"""


@pytest.fixture
def window(tmp_path: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(folder_watch, "_PAUSE", 1_000_000)  # no look is taken but the first
    window = make_window(read_catalogue(write_pack(tmp_path / "web", "web", "web", {1002001: "The room is shut"})))
    window.catalogues.begin()
    wait(qtbot, window)
    return window


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.catalogues.looking and window.jobs.idle, timeout=10_000)


def brought(qtbot: QtBot, window: MainWindow, page: Path) -> PageDialog:
    """Choose a page in the menu, and wait until it is read."""
    window.actions_by_name["import_page"].trigger()
    answer_with(page)
    wait(qtbot, window)
    return next(dialog for dialog in window.findChildren(PageDialog) if dialog.isVisible())


def test_a_page_becomes_a_catalogue_in_use_and_the_next_one_is_compared_with_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "kitchen.txt"
    page.write_text(PAGE, encoding="utf-8")
    dialog = brought(qtbot, window, page)
    assert words(dialog)[:2] == [
        "3 codes in 1 family",
        "0 oddities, 0 texts left out. Beside the catalogues in use: 3 new, 1 gone, 0 changed, 0 the same.",
    ]
    assert "Nothing odd." in dialog.report.toPlainText()
    press("Return")
    wait(qtbot, window)
    assert (places.packs_folder() / "kitchen" / "pack.yaml").is_file()
    assert window.toast.text == "Saved as kitchen, and in use now"
    assert codes(window) == ["1002001", "6000001", "6000002", "6000003"]

    page.write_text(PAGE.replace("2 matches", "3 matches").replace("6000003", "6000004"), encoding="utf-8")
    dialog = brought(qtbot, window, page)
    assert "Beside the earlier import: 1 new, 1 gone, 1 changed, 1 the same." in words(dialog)[1]
    press("Right", "Space")  # to the difference
    assert [button.text() for button in dialog.kinds.buttons.values()] == ["All", "New 1", "Gone 1", "Changed 1"]
    assert dialog.words.toPlainText().split("\n") == [
        "6000001  The stove is cold",
        "",
        "Steps",
        "Light it with <img src=//host/x> 2 3 matches.",
        "",
        "Numbers and names no longer there: 2",
        "Numbers and names new: 3",
    ]
    dialog.list.setFocus()
    press("Down")
    assert dialog.words.toPlainText().startswith("6000003  The pot is full\n\nFamily\nKitchen errors\n\nDescription\n")
    button(dialog, "New 1").click()
    assert [dialog.model.item(row).entry.code for row in range(dialog.model.rowCount())] == [6000004]
    button(dialog, "Save as a catalogue").click()
    wait(qtbot, window)
    window.catalogues.look()
    wait(qtbot, window)
    assert codes(window) == ["1002001", "6000001", "6000002", "6000004"]


def test_what_went_and_what_came_are_told_by_more_than_colour(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace("6000001\tThe stove is cold.", "1002001\tThe room is open."), encoding="utf-8")
    dialog = brought(qtbot, window, page)
    dialog.parts.buttons["difference"].click()
    block = dialog.words.document().findBlockByNumber(3)
    pieces = []
    for place in block.begin():  # type: ignore[attr-defined]
        fragment = place.fragment()
        form = fragment.charFormat()
        pieces.append((fragment.text(), form.fontStrikeOut(), form.fontUnderline()))
    assert pieces == [("The room is ", False, False), ("shut", True, False), ("open", False, True)]


def test_report_and_difference_are_saved_as_files(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    dialog = brought(qtbot, window, page)
    for part, words_on_button in (("report", "Save the report…"), ("difference", "Save as Markdown…")):
        dialog.parts.buttons[part].click()
        button(dialog, words_on_button).click()
        answer_with(tmp_path / f"{part}.txt")
        assert dialog.toast.text == f"Saved as {part}.txt"
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("page.txt: text copied")
    assert "- 6000001 The stove is cold" in (tmp_path / "difference.txt").read_text(encoding="utf-8")


def test_a_page_that_is_none_says_why_and_esc_closes(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(b"%PDF-1.7")
    dialog = brought(qtbot, window, page)
    assert words(dialog)[:2] == [
        "The page was not read",
        "page.pdf is a PDF, not a page. Save the page as HTML or Markdown, or copy its text into a text file.",
    ]
    assert not dialog.save_button.isEnabled()
    press("Esc")
    assert not window.findChildren(PageDialog) or not dialog.isVisible()


def test_closing_the_dialog_ends_the_reading(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    dialog = window.catalogue_menu.importing.open(page)
    assert not window.jobs.idle
    dialog.reject()
    assert window.jobs.idle
    assert focused().window() is window


def test_a_folder_that_was_changed_by_hand_is_not_written_over(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "kitchen.txt"
    page.write_text(PAGE, encoding="utf-8")
    kept = places.packs_folder() / "kitchen" / "mine.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine")
    dialog = brought(qtbot, window, page)
    press("Return")
    wait(qtbot, window)
    assert dialog.isVisible()
    assert "holds other files" in dialog.toast.text
    assert [path.name for path in kept.parent.iterdir()] == ["mine.txt"]
