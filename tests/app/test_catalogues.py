"""Catalogues and the team's folder in the window: chosen, remembered, and followed while a log is open."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import (
    answer_with,
    button,
    chosen_row,
    clipped,
    codes,
    count,
    current_line,
    pane,
    paste_log,
    press,
    words,
)
from tests.catalogue.writing import ENTRY, write_pack, write_sheet
from zegoerr_gui import places
from zegoerr_gui.app import folder_watch
from zegoerr_gui.app.catalogues import InUse
from zegoerr_gui.app.entry_file import editor_command
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.catalogue.entry import Place
from zegoerr_gui.core.catalogue.files import look_at
from zegoerr_gui.core.catalogue.page.importing import import_page
from zegoerr_gui.core.catalogue.page.opening import decode_page
from zegoerr_gui.core.catalogue.page.writing import write_pack as write_imported
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.core.stepwise import finish
from zegoerr_gui.widgets.catalogues_dialog import CataloguesDialog

FIRST, SECOND, THIRD = 1002001, 1002002, 1002003
ENTRIES = {FIRST: "The first text", SECOND: "The second text", **{1002100 + n: f"Text {n}" for n in range(60)}}
LOG = [f'line {n} {{"errorCode":{SECOND},"extendedData":""}}' if n % 9 == 5 else f"line {n}" for n in range(120)]


class Desk:
    """A window over a catalogue and a team's folder of its own, and what is done to them on the disk."""

    def __init__(self, folder: Path, qtbot: QtBot, make_window: MakeWindow) -> None:
        self.pack = write_pack(folder / "pack", "web", "web", ENTRIES)
        self.team = folder / "team"
        self._qtbot, self._make = qtbot, make_window
        self._time = 1_000_000_000

    def open(self) -> MainWindow:
        window = self._make(read_catalogue(self.pack))
        window.catalogues.begin()
        self.wait(window)
        return window

    def write(self, window: MainWindow, path: Path, text: str) -> None:
        """Change a file, and have the window look."""
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self._time += 1
        os.utime(path, (self._time, self._time))
        self.look(window)

    def look(self, window: MainWindow) -> None:
        self.wait(window)
        window.catalogues.look()
        self.wait(window)

    def wait(self, window: MainWindow) -> None:
        self._qtbot.waitUntil(lambda: not window.catalogues.looking and window.jobs.idle, timeout=10_000)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(folder_watch, "_PAUSE", 1_000_000)  # looks are taken when a test says so
    return Desk(tmp_path, qtbot, make_window)


def entries(**changes: str) -> str:
    """The entries of the catalogue; ``c1002001="..."`` words one anew or adds it."""
    wanted = ENTRIES | {int(name[1:]): text for name, text in changes.items()}
    return "".join(ENTRY % pair for pair in wanted.items())


def detail(window: MainWindow) -> list[str]:
    """What the detail shows; what was put into it last comes on show with the next events."""
    QApplication.processEvents()
    return words(window.detail)


def choose(window: MainWindow, qtbot: QtBot, act: Callable[[CataloguesDialog], None]) -> None:
    """Open the dialog by its action, do something in it, and confirm."""
    window.actions_by_name["show_catalogues"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(CataloguesDialog)), timeout=10_000)
    (dialog,) = window.findChildren(CataloguesDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.list)
    act(dialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.catalogues.looking and window.jobs.idle, timeout=10_000)


def choose_team(folder: Path) -> Callable[[CataloguesDialog], None]:
    def act(dialog: CataloguesDialog) -> None:
        dialog.choose_button.click()
        answer_with(folder)

    return act


# Followed while a log is open


def test_other_words_are_shown_and_everything_else_stays_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open()
    paste_log(qtbot, window, LOG)
    pane(window).go_to_line(50)
    pane(window).own_marks.toggle(7)
    window.bar.in_log.setChecked(False)
    window.bar.field.setText("text")
    window.linked.go_to_code(1002140)
    table, scan = window.codes.table.verticalScrollBar(), pane(window).model._scan
    places_before = (
        table.value(),
        pane(window).table.verticalScrollBar().value(),
        window.detail.area.verticalScrollBar(),
    )
    desk.write(window, desk.pack / "room.yaml", entries(c1002140="Another text"))
    assert detail(window)[1] == "Another text"
    assert (chosen_row(window), window.bar.field.text(), count(window)) == ("1002140", "text", "62 of 62")
    assert (table.value(), pane(window).table.verticalScrollBar().value()) == places_before[:2]
    assert table.value() > 0
    assert (current_line(window), pane(window).own_marks.lines) == (51, [7])
    assert pane(window).model._scan is scan  # the log was not read again: the same codes are found


def test_a_code_that_comes_leaves_the_table_where_it_is(desk: Desk) -> None:
    window = desk.open()
    bar = window.codes.table.verticalScrollBar()
    bar.setValue(30)
    topmost = codes(window)[30]
    desk.write(window, desk.pack / "room.yaml", entries(c1002050="A new one"))
    assert (len(codes(window)), chosen_row(window)) == (len(ENTRIES) + 1, str(FIRST))
    assert codes(window)[bar.value()] == topmost


def test_a_new_code_is_found_in_the_open_log_and_the_agent_stays_where_they_are(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open()
    log = [*LOG, "at last error 6000121", f'{{"errorCode":{FIRST},"extendedData":""}}']
    paste_log(qtbot, window, log)
    pane(window).go_to_line(50)
    pane(window).own_marks.toggle(7)
    bar = pane(window).table.verticalScrollBar()
    bar.setValue(40)
    assert codes(window) == [str(SECOND), str(FIRST)]
    window.actions_by_name["find"].trigger()
    pane(window).find_bar.field.setText("line 11")
    qtbot.waitUntil(lambda: current_line(window) == 111)
    pane(window).go_to_line(50)
    bar.setValue(40)
    pack = (desk.pack / "pack.yaml").read_text(encoding="utf-8").replace('"1002"', '"1002", "6000"')
    desk.write(window, desk.pack / "pack.yaml", pack)
    desk.write(window, desk.pack / "room.yaml", entries(c6000121="A code of another product"))
    assert codes(window) == [str(SECOND), "6000121", str(FIRST)]
    assert (current_line(window), bar.value(), pane(window).own_marks.lines) == (51, 40, [7])
    assert chosen_row(window) == str(SECOND)
    assert pane(window).find_bar.isVisible()
    finds = pane(window).search.finds
    assert finds is not None
    assert len(finds) == 11


def test_a_broken_file_is_told_and_the_last_good_words_stay_until_it_is_mended(desk: Desk) -> None:
    window = desk.open()
    window.linked.go_to_code(FIRST)
    room = desk.pack / "room.yaml"
    desk.write(window, room, "- [\n")
    (said, *_) = words(window.notice)
    assert said.startswith(f"1 fault found. The last good state of room.yaml stays in use. {room}:2: Not YAML")
    assert (len(codes(window)), detail(window)[1]) == (len(ENTRIES), "The first text")
    desk.write(window, room, entries(c1002001="Mended"))
    assert not window.notice.isVisible()
    assert detail(window)[1] == "Mended"


def test_two_faults_can_be_read_on_a_page(desk: Desk) -> None:
    window = desk.open()
    desk.write(window, desk.pack / "room.yaml", entries() + "- just words\n- more words\n")
    button(window.notice, "Show all").click()
    page = QApplication.activeModalWidget()
    assert page is not None
    assert [word for word in words(page) if word.startswith("room.yaml:")] == ["room.yaml:63", "room.yaml:64"]


def test_a_share_that_sleeps_holds_up_nothing(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    awake = Event()

    def look(folder: Path, known: object) -> object:
        if folder == desk.team:
            awake.wait(20)
        return look_at(folder, {})

    window = desk.open()
    write_sheet(desk.team, f"changes: [{{code: {FIRST}, instead: {{description: From the share}}}}]\n")
    monkeypatch.setattr(folder_watch, "look_at", look)
    chosen = window.catalogues.in_use
    window.catalogues.use(InUse(chosen.on, chosen.off, desk.team))
    paste_log(qtbot, window, LOG)
    window.linked.go_to_code(FIRST)
    assert detail(window)[1] == "The first text"
    awake.set()
    desk.wait(window)
    assert detail(window)[1] == "From the share"


# Chosen and remembered

SHEET = f"""\
changes:
  - code: {FIRST}
    instead: {{description: Our wording}}
    internal_notes: [Ask the quokka team.]
"""


def test_the_teams_folder_is_chosen_shown_searched_and_remembered(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open()
    write_sheet(desk.team, SHEET)
    before = {path: path.read_bytes() for path in desk.team.iterdir()}
    choose(window, qtbot, choose_team(desk.team))
    window.bar.field.setText("quokka")
    assert codes(window) == [str(FIRST)]
    shown = detail(window)
    assert shown[1] == "Our wording"
    assert shown[shown.index("From your team") + 1 :][:3] == [
        "Ask the quokka team.",
        "Only for your team: no answer and no copy holds this.",
        "In your team's words: description.",
    ]
    for form in ("reply", "text", "markdown"):
        window.copying.copy_entry(form)
        assert "Our wording" in clipped()
        assert "quokka" not in clipped()
    window.close()
    again = desk.open()
    again.linked.go_to_code(FIRST)
    assert detail(again)[1] == "Our wording"
    assert {path: path.read_bytes() for path in desk.team.iterdir()} == before  # read, never written to
    choose(again, qtbot, lambda dialog: dialog.without_button.click())
    assert detail(again)[1] == "The first text"


PAGE = """\
# Chat errors

| Error code | Description | Suggestion |
| --- | --- | --- |
| 6000121 | {text} | Shorten the message. |
| 6000122 | The group is full | Remove a member. |
"""


def import_as(folder: Path, page: str) -> None:
    write_imported(finish(import_page(decode_page(page.encode(), "chat.md"))), folder)


def test_a_page_is_imported_worded_by_the_team_and_imported_anew_and_the_teams_words_are_there(
    desk: Desk, qtbot: QtBot
) -> None:
    """Story: import, the team's folder, a newer page, the team's words still there; then the code is gone."""
    chat = places.packs_folder() / "chat"
    import_as(chat, PAGE.format(text="The message is too long"))
    write_sheet(
        desk.team,
        "changes:\n  - code: 6000121\n    instead: {description: Our text}\n"
        "    when_it_said: {description: The message is too long}\n    notes: [Our note.]\n",
    )
    window = desk.open()
    chosen = window.catalogues.in_use
    assert chosen.on == (desk.pack, chat)
    window.catalogues.use(InUse(chosen.on, (), desk.team))
    desk.look(window)
    window.linked.go_to_code(6000121)
    assert detail(window)[1] == "Our text"
    assert "Shorten the message." in detail(window)
    assert not window.notice.isVisible()
    import_as(chat, PAGE.format(text="The message is larger than allowed"))
    desk.look(window)
    shown = detail(window)
    assert (shown[1], "Our note." in shown) == ("Our text", True)
    assert "The catalogue has other words now than those yours were written for: description." in shown
    (said, *_) = words(window.notice)
    assert said.startswith("Your team's folder has 1 fault; the rest of it is used. ")
    assert "It now says: The message is larger than allowed" in said
    import_as(chat, PAGE.format(text="").replace("| 6000121 |  | Shorten the message. |\n", ""))
    desk.look(window)
    assert "Code 6000121 is no longer in any catalogue in use" in words(window.notice)[0]


@pytest.fixture
def two(desk: Desk, tmp_path: Path) -> tuple[Desk, Path]:
    """The desk, and another catalogue that lies somewhere on the disk."""
    return desk, write_pack(tmp_path / "native", "native", "native", {FIRST: "The native text"})


def test_catalogues_are_added_switched_off_and_on_by_keyboard(two: tuple[Desk, Path], qtbot: QtBot) -> None:
    desk, native = two
    window = desk.open()

    def add(dialog: CataloguesDialog) -> None:
        dialog.add_button.click()
        answer_with(native)
        qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2)

    choose(window, qtbot, add)
    window.linked.go_to_code(FIRST)
    shown = detail(window)
    assert (shown[1], "The native text" in shown) == ("The first text", True)
    assert "The same number in NATIVE codes" in shown

    def switch_off_the_first(dialog: CataloguesDialog) -> None:
        press("Space")
        assert dialog.use_button.isEnabled()

    choose(window, qtbot, switch_off_the_first)
    assert codes(window) == [str(FIRST)]
    assert detail(window)[1] == "The native text"
    window.close()
    again = desk.open()
    assert codes(again) == [str(FIRST)]
    choose(again, qtbot, lambda dialog: press("Space"))
    assert len(codes(again)) == len(ENTRIES)


def test_the_last_catalogue_cannot_be_switched_off(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open()

    def try_it(dialog: CataloguesDialog) -> None:
        press("Space")
        assert not dialog.use_button.isEnabled()
        press("Space")

    choose(window, qtbot, try_it)
    assert len(codes(window)) == len(ENTRIES)


def test_a_folder_without_a_catalogue_is_refused_in_a_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.open()
    said: list[str] = []
    window.catalogue_menu.choice.said.connect(said.append)

    def add(dialog: CataloguesDialog) -> None:
        (tmp_path / "empty").mkdir()
        window.catalogue_menu.choice.add(tmp_path / "empty")
        qtbot.waitUntil(lambda: bool(said))
        assert dialog.list.topLevelItemCount() == 1

    choose(window, qtbot, add)
    assert said == ["empty holds no catalogue: there is no pack.yaml in it that can be read."]


def test_the_platform_of_the_log_decides_which_meaning_is_shown(two: tuple[Desk, Path], qtbot: QtBot) -> None:
    desk, native = two
    window = desk.open()
    chosen = window.catalogues.in_use
    window.catalogues.use(InUse((*chosen.on, native)))
    desk.wait(window)
    line = f"[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: {FIRST}"
    paste_log(qtbot, window, [line, line])
    shown = detail(window)
    assert shown[1] == "The native text"
    assert "The same number in WEB codes" in shown
    row = window.codes_model.row_of(FIRST)
    assert window.codes_model.index(row, 1).data() == "The native text"


# The file of an entry


def test_the_file_of_an_entry_is_opened_at_its_line_in_the_editor(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.open()
    told, editor = tmp_path / "told", tmp_path / "code"
    editor.write_text(f'#!/bin/sh\necho "$@" > "{told}.part" && mv "{told}.part" "{told}"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"{editor} --wait")
    window.linked.go_to_code(SECOND)
    QApplication.processEvents()
    button(window.detail, "room.yaml, line 2").click()
    qtbot.waitUntil(told.exists, timeout=10_000)
    assert told.read_text().split() == ["--goto", f"{desk.pack / 'room.yaml'}:2"]


def test_an_entry_that_moves_in_its_file_is_opened_where_it_is(desk: Desk) -> None:
    window = desk.open()
    window.linked.go_to_code(SECOND)
    assert "room.yaml, line 2" in detail(window)
    desk.write(window, desk.pack / "room.yaml", "# A comment\n" + entries())
    assert "room.yaml, line 3" in detail(window)


def test_without_an_editor_the_place_is_copied(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = desk.open()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("EDITOR", "vi")
    window.linked.go_to_code(SECOND)
    window.actions_by_name["open_entry_file"].trigger()
    assert clipped() == f"{desk.pack / 'room.yaml'}:2"


def test_an_editor_is_known_by_its_name_and_told_the_line_its_way(tmp_path: Path) -> None:
    for name in ("kate", "subl", "nano"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o700)
    place, path = Place(Path("/a b/room.yaml"), 7), str(tmp_path)
    assert editor_command(place, {"PATH": path, "EDITOR": "kate"}) == [f"{path}/kate", "--line", "7", "/a b/room.yaml"]
    assert editor_command(place, {"PATH": path, "EDITOR": "nano"}) == [f"{path}/subl", "/a b/room.yaml:7"]
    assert editor_command(place, {"PATH": "", "EDITOR": "'"}) == []
