"""Starting the window, and rendering it to a picture without a display."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.app.driving import chosen_row, codes, count, current_line, pane, shown_code, wait_read, words
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui import places
from zegoerr_gui.app import start as starting
from zegoerr_gui.app.main_window import LEAST_SIZE, MainWindow
from zegoerr_gui.app.store import Store
from zegoerr_gui.app.theme import Choice, Theme
from zegoerr_gui.cli import main
from zegoerr_gui.commands.window import LEAST
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.text_page import TextPage
from zegoerr_gui.widgets.tokens import DARK, LIGHT

LOG = "\n".join([*["[App] quiet"] * 20, room("LOGIN_FAILED", 1102018), room("KICKOUT", 1002055, moment=9_000)])


@pytest.fixture
def start(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    kept_excepthook: None,
    make_theme: Callable[[Look, QApplication, Choice], Theme],
) -> Callable[..., MainWindow]:
    """Starts the program with arguments as the command line does, up to its event loop; returns the window."""
    made: list[MainWindow] = []

    def window(loaded: Loaded, look: Look, theme: Theme, store: Store, desk: Desk | None) -> MainWindow:
        made.append(MainWindow(loaded, look, theme, store, desk))
        qtbot.addWidget(made[-1])
        return made[-1]

    monkeypatch.setattr(starting, "MainWindow", window)
    monkeypatch.setattr(starting, "Theme", make_theme)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")

    def run(*words: object) -> MainWindow:
        assert main([str(word) for word in words]) == 0
        return made[-1]

    return run


def in_a_process(*words: object) -> subprocess.CompletedProcess[str]:
    """The program as it is started from a terminal."""
    command = [sys.executable, "-m", "zegoerr_gui", *(str(word) for word in words)]
    folder = Path(starting.__file__).parents[2]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


# Pictures


def test_the_least_size_is_told_as_the_window_has_it() -> None:
    assert LEAST == LEAST_SIZE


@pytest.mark.parametrize(("scale", "width", "height"), [("2", 1800, 1200), ("1.5", 1350, 900)])
def test_a_picture_has_the_size_asked_for(tmp_path: Path, scale: str, width: int, height: int) -> None:
    target = tmp_path / "window.png"
    done = in_a_process("--screenshot", target, "--size", "900x600", "--scale", scale)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (width, height)


def test_light_and_dark_differ(start: Callable[..., MainWindow], tmp_path: Path) -> None:
    grounds = {}
    for name, tokens in (("light", LIGHT), ("dark", DARK)):
        target = tmp_path / f"{name}.png"
        start("--screenshot", target, "--theme", name, "--size", "900x600")
        picture = QImage(str(target))
        assert (picture.width(), picture.height()) == (900, 600)
        colours = [picture.pixelColor(x, y).name().upper() for x in range(0, 900, 9) for y in range(0, 600, 9)]
        grounds[name] = max(set(colours), key=colours.count)
        assert grounds[name] in (tokens["base"], tokens["window"], tokens["alternate"])
    assert grounds["light"] != grounds["dark"]


def test_a_picture_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "window.png"
    done = in_a_process("--screenshot", target, "--size", "900x600")
    assert done.returncode == 3
    assert done.stderr == f"zegoerr: {target} cannot be written. Choose a folder you may write to.\n"
    assert done.stdout == ""


def test_a_picture_of_a_log_shows_it_read_to_its_end(
    start: Callable[..., MainWindow], tmp_path: Path, make_log: MakeLog
) -> None:
    window = start(make_log(LOG), "--screenshot", tmp_path / "w.png", "--line", "22", "--size", "1000x700")
    assert QImage(str(tmp_path / "w.png")).width() == 1000
    assert not window.isVisible()
    assert list(window.codes_model.codes) == [1102018, 1002055] or window.log is None


def test_a_picture_remembers_nothing_and_asks_for_nothing_remembered(
    start: Callable[..., MainWindow], tmp_path: Path, store: Path
) -> None:
    store.parent.mkdir(parents=True)
    store.write_text("[General]\ntheme=dark\nzoom=5\n", encoding="utf-8")
    start("--screenshot", tmp_path / "w.png", "--size", "900x600")
    assert store.read_text(encoding="utf-8") == "[General]\ntheme=dark\nzoom=5\n"
    picture = QImage(str(tmp_path / "w.png"))
    assert picture.pixelColor(2, picture.height() // 2).lightness() > 200


# The window


def test_logs_named_are_opened(start: Callable[..., MainWindow], qtbot: QtBot, make_log: MakeLog) -> None:
    window = start(make_log(LOG, "named.log"))
    wait_read(qtbot, window)
    assert codes(window) == ["1102018", "1002055"]
    assert any("named.log" in text for text in words(pane(window).strip))


def test_codes_that_no_catalogue_has_count_on_both_sides(
    start: Callable[..., MainWindow], qtbot: QtBot, make_log: MakeLog
) -> None:
    window = start(make_log("\n".join([LOG, room("LOGIN_FAILED", 1002999, moment=20_000)])))
    wait_read(qtbot, window)
    assert count(window) == "3 of 298"
    window.bar.clear()
    assert count(window) == "298 of 298"


def test_it_goes_where_asked(start: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = start("--query", "token", "--code", "1102018")
    qtbot.waitUntil(lambda: window.bar.field.text() == "token")
    assert count(window) != "297 of 297"
    assert (shown_code(window), chosen_row(window)) == (1102018, "1102018")


def test_it_goes_to_a_code_and_a_line_of_a_log(
    start: Callable[..., MainWindow], qtbot: QtBot, make_log: MakeLog
) -> None:
    window = start(make_log(LOG), "--line", "22")
    wait_read(qtbot, window)
    qtbot.wait(20)
    assert (current_line(window), shown_code(window)) == (22, 1002055)


def test_a_line_beyond_the_end_does_no_harm(start: Callable[..., MainWindow], qtbot: QtBot, make_log: MakeLog) -> None:
    window = start(make_log(LOG), "--line", "999999999")
    wait_read(qtbot, window)
    qtbot.wait(20)
    assert codes(window) == ["1102018", "1002055"]


def test_a_code_that_nobody_knows_can_be_asked_for(start: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = start("--code", "1103999")
    qtbot.waitUntil(lambda: "Nearest codes" in words(window.detail))
    assert shown_code(window) == 1103999


def test_what_is_remembered_is_used_and_the_command_line_wins(start: Callable[..., MainWindow], store: Path) -> None:
    store.parent.mkdir(parents=True)
    store.write_text("[General]\ntheme=dark\nzoom=2\n", encoding="utf-8")
    window = start("--theme", "light")
    assert (window._look.zoom, window._look.dark) == (1.1**2, False)


def test_files_of_the_program_that_were_damaged_are_told(start: Callable[..., MainWindow], store: Path) -> None:
    for file in (store, places.data_folder() / "session-1.json"):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"no such file")
    window = start()
    (said,) = words(window.notice)[:1]
    assert "zegoerr.ini with your settings is damaged; what could be read of it holds. It is kept as " in said
    assert "session-1.json with what was open last is damaged: nothing is opened again. It is kept as " in said


def test_what_the_first_copy_waits_for_is_made_ready_beside_the_window(
    start: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[bool] = []

    def prepare() -> Iterator[float]:
        yield 0.5
        done.append(True)

    monkeypatch.setattr("zegoerr_gui.core.answer.redaction.masking.Masking.prepare", prepare)
    start()
    qtbot.waitUntil(lambda: done == [True])


def test_the_first_window_is_no_larger_than_the_screen(start: Callable[..., MainWindow]) -> None:
    window = start()
    screen = window.screen().availableSize()
    assert (window.width(), window.height()) == (max(LEAST_SIZE[0], screen.width()), screen.height() - 40)
    assert all(min(splitter.sizes()) > 100 for splitter in window.arrangement.splitters.values())
    window.resize(window.width(), screen.height() - 30)
    QApplication.processEvents()
    left = window.arrangement.left
    left.setSizes([200, sum(left.sizes()) - 200])
    window.close()
    assert start().arrangement.left.sizes()[0] == 200, "who has arranged it finds it so again"


def test_left_over_copies_of_logs_are_removed(start: Callable[..., MainWindow], private_home: Path) -> None:
    left_over = private_home / "tmp" / "zegoerr-999999999-x.spool"
    left_over.write_text("a customer's log")
    start()
    assert not left_over.exists()


# A broken catalogue


def broken_catalogue(folder: Path, *, faults: int) -> Path:
    """The shipped catalogue with some keys that no entry has."""
    folder.mkdir()
    for path in places.catalogue_folder().glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "room.yaml":
            text = text.replace("  who_acts:", "  no_such_key: 1\n  who_acts:", faults)
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("faults", [1, 3])
def test_a_broken_catalogue_is_told_and_the_rest_of_it_works(
    start: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, faults: int
) -> None:
    folder = broken_catalogue(tmp_path / "catalogue", faults=faults)
    monkeypatch.setattr(places, "catalogue_folder", lambda: folder)
    window = start()
    assert window.notice.isVisible()
    said, *buttons = words(window.notice)
    number = "1 fault" if faults == 1 else "3 faults"
    assert said.startswith(f"The catalogue has {number}; the rest of it is loaded. ")
    assert "room.yaml:" in said
    assert "no_such_key" in said
    assert ("Show all" in buttons) == (faults > 1)
    assert len(codes(window)) > 200
    window.bar.field.setText("1102018")
    assert codes(window)[0] == "1102018"


def test_a_broken_catalogue_is_told_also_where_a_log_is_opened_at_once(
    start: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, make_log: MakeLog
) -> None:
    folder = broken_catalogue(tmp_path / "catalogue", faults=1)
    monkeypatch.setattr(places, "catalogue_folder", lambda: folder)
    window = start(make_log(LOG))
    wait_read(qtbot, window)
    assert window.notice.isVisible()
    assert words(window.notice)[0].startswith("The catalogue has 1 fault;")


def test_all_faults_of_a_catalogue_are_a_page_away(
    start: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = broken_catalogue(tmp_path / "catalogue", faults=3)
    monkeypatch.setattr(places, "catalogue_folder", lambda: folder)
    window = start()
    next(button for button in window.notice.findChildren(QPushButton) if button.text() == "Show all").click()
    (page,) = window.findChildren(TextPage)
    qtbot.waitUntil(lambda: sum(text.startswith("room.yaml:") for text in words(page)) == 3)


@pytest.mark.parametrize("content", ["", "\x00", "- code: [", "&a [*a, *a]", "? " * 5_000])
def test_a_catalogue_of_rubbish_opens_an_empty_window(
    start: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    for name in ("pack.yaml", "room.yaml"):
        (folder / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr(places, "catalogue_folder", lambda: folder)
    window = start()
    assert window.notice.isVisible()
    assert count(window) == "0 of 0"
    window.bar.field.setText("1102018")
    window.grab()


def test_no_catalogue_at_all_opens_an_empty_window(
    start: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "catalogue_folder", lambda: tmp_path / "gone")
    window = start()
    assert "gone" in words(window.notice)[0]
    assert count(window) == "0 of 0"


# Faults of ours


@pytest.mark.expects_log("unforeseen error")
def test_an_error_nobody_foresaw_is_told_in_one_sentence(start: Callable[..., MainWindow]) -> None:
    window = start()
    try:
        raise ZeroDivisionError("<b>division</b> by zero")
    except ZeroDivisionError as error:
        sys.excepthook(ZeroDivisionError, error, error.__traceback__)
    assert words(window.notice)[0] == (
        "Something went wrong in ZegoErr (ZeroDivisionError: <b>division</b> by zero). What is on show stays."
    )
