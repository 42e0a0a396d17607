"""The one table of actions: menus, keys and the page of keys say the same."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from tests.app.driving import focused, pane, wait_read, words
from zegoerr_gui.app import pages
from zegoerr_gui.app.actions import ACTIONS, SEPARATOR, add_actions, keys_by_menu
from zegoerr_gui.app.help_page import help_groups
from zegoerr_gui.app.keys_page import keys
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.text_page import Group, TextPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

SPECS = [spec for spec in ACTIONS if spec.name != SEPARATOR]


def native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def test_every_action_has_words_and_stands_in_a_menu() -> None:
    assert len({spec.name for spec in SPECS}) == len(SPECS)
    assert len({spec.text for spec in SPECS}) == len(SPECS)
    for spec in SPECS:
        assert re.fullmatch(r"[A-Z][A-Za-z ,]+…?", spec.text) or spec.choice == "encoding", spec
        assert spec.menu
        assert "…" in spec.text or not spec.name.startswith(("open_log", "go_to"))


def test_no_two_actions_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for spec in SPECS for key in spec.keys]
    assert all(keys), "a key that Qt cannot read"
    assert len(set(keys)) == len(keys)
    assert all(QKeySequence(key).count() == 1 for spec in SPECS for key in spec.keys)


def test_every_action_calls_its_handler_and_no_other(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    called: list[str] = []
    handlers = {spec.name: lambda _=False, name=spec.name: called.append(name) for spec in SPECS}
    actions = add_actions(window, handlers)
    assert list(actions) == [spec.name for spec in SPECS]
    for name, action in actions.items():
        action.trigger()
        assert called[-1:] == [name]
    assert len(called) == len(SPECS)


def test_an_action_without_a_handler_is_a_fault_at_once(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    with pytest.raises(KeyError):
        add_actions(window, {})


def test_every_handler_of_the_window_has_an_action(window: MainWindow) -> None:
    assert window._handlers().keys() == window.actions_by_name.keys() == {spec.name for spec in SPECS}


def menus_of(entries: Iterable[QAction], outer: str) -> Iterator[tuple[str, list[str]]]:
    """Each menu by its path, with what stands in it but further menus."""
    for entry in entries:
        menu = entry.menu()
        if isinstance(menu, QMenu):
            path = outer + entry.text().replace("&", "")
            inside = menu.actions()
            yield path, [one.text() for one in inside if not one.isSeparator() and one.menu() is None]
            yield from menus_of(inside, f"{path}/")
        else:
            assert outer, "an action that stands in no menu"


def test_the_menus_are_those_of_the_table(window: MainWindow) -> None:
    shown = dict(menus_of(window.menuBar().actions(), ""))
    expected: dict[str, list[str]] = {}
    for spec in SPECS:
        expected.setdefault(spec.menu, []).append(spec.text)
    assert shown == expected


def test_keys_stand_in_the_menus_and_nowhere_else(window: MainWindow) -> None:
    for spec in SPECS:
        keys = [key.toString() for key in window.actions_by_name[spec.name].shortcuts()]
        assert keys == [QKeySequence(key).toString() for key in spec.keys]
    ours = set(window.actions_by_name.values())
    others = [action for action in window.findChildren(QAction) if action not in ours and action.shortcuts()]
    assert not others
    assert not window.findChildren(QShortcut)


def test_every_menu_is_opened_without_a_mouse(window: MainWindow) -> None:
    """Many actions have no key of their own: Alt leads to the menus, arrows through them."""
    bar = window.menuBar()
    QTest.keyClick(focused(), Qt.Key.Key_Alt)
    for entry in bar.actions():
        assert bar.activeAction() is entry
        QTest.keyClick(bar, Qt.Key.Key_Down)
        menu = QApplication.activePopupWidget()
        assert menu is entry.menu()
        assert isinstance(menu, QMenu)
        assert menu.activeAction() is menu.actions()[0]
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        QTest.keyClick(bar, Qt.Key.Key_Right)


def test_every_menu_has_a_letter_of_its_own(window: MainWindow) -> None:
    titles = [entry.text() for entry in window.menuBar().actions()]
    letters = [title.partition("&")[2][:1].lower() for title in titles]
    assert all(letters)
    assert len(set(letters)) == len(letters), titles


def test_an_action_without_a_key_is_chosen_in_its_menu(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Alt)
    QTest.keyClick(window.menuBar(), Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    wait_read(qtbot, window)
    assert any("sample.log" in text for text in words(pane(window).strip))


def test_the_page_of_keys_lists_every_key(window: MainWindow) -> None:
    page = {text: keys for _, rows in keys() for keys, text in rows}
    for spec in SPECS:
        if spec.keys:
            assert page[spec.text].split("   ") == [native(key) for key in spec.keys]
        else:
            assert spec.text not in page
    assert sum(len(rows) for _, rows in keys_by_menu()) == sum(bool(spec.keys) for spec in SPECS)


def test_the_readme_has_the_first_key_of_every_action() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = readme.partition("\n## Keys\n")[2].partition("\n## ")[0].splitlines()
    told = {key for row in rows if row.startswith("| ") for key in row.split(" | ")[0].removeprefix("| ").split(", ")}
    assert [spec.keys[0] for spec in SPECS if spec.keys and spec.keys[0].replace("Meta", "Ctrl") not in told] == []


@pytest.mark.parametrize(
    ("name", "title"), [("show_keys", "Keys"), ("show_help", "Help"), ("show_about", "About ZegoErr")]
)
def test_pages_open_over_the_window_and_esc_closes_them(
    window: MainWindow, qtbot: QtBot, name: str, title: str
) -> None:
    window.actions_by_name[name].trigger()
    (page,) = window.findChildren(TextPage)
    qtbot.waitUntil(page.isVisible)
    assert page.windowTitle() == title
    about = partial(pages.about, window.about.loaded.catalogue)
    pages_by_name: dict[str, Callable[[], list[Group]]] = {
        "show_keys": keys,
        "show_help": help_groups,
        "show_about": about,
    }
    rows = pages_by_name[name]()
    shown = words(page)
    for _, pairs in rows:
        for word, text in pairs:
            assert not word or word in shown
            assert text in shown
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_what_the_page_about_says_of_the_catalogue(window: MainWindow) -> None:
    rows = dict(pages.about(window.about.loaded.catalogue)[0][1])
    assert rows["Codes"] == "232 documented, 65 SDK only"
    assert rows["Your logs"] == "Nothing leaves this computer."


def test_themes_are_a_choice_of_one(window: MainWindow) -> None:
    names = ["theme_system", "theme_light", "theme_dark"]
    for name in names:
        window.actions_by_name[name].trigger()
        assert [window.actions_by_name[other].isChecked() for other in names] == [other == name for other in names]


def test_help_on_the_command_line_knows_nothing_of_qt() -> None:
    script = (
        "import sys\n"
        "from zegoerr_gui.cli import main\n"
        "try:\n"
        "    main(['--help'])\n"
        "except SystemExit as end:\n"
        "    sys.stderr.write(f'{end.code} {sorted(name for name in sys.modules if name.startswith(\"PySide\"))}')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "0 []"
    assert done.stdout.startswith("usage: zegoerr-gui [options] [LOG ...]\n")
    for option in (
        "--code N",
        "--screenshot FILE",
        "--size WxH",
        "--theme {light,dark}",
        "--scale N",
        "--query Q",
        "--line N",
    ):
        assert option in done.stdout
    assert "zegoerr scan" in done.stdout
