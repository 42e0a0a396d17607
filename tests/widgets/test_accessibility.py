"""The window for those who do not see it or use no mouse: names, the order of Tab, nothing out of reach."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.driving import focused, name_of, pane, paste_log, press
from tests.recognition.shapes import login_call, room, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.facet import Facet
from zegoerr_gui.widgets.filter_field import FilterField
from zegoerr_gui.widgets.text_page import TextPage

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QAbstractItemView,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QScrollArea,
)
LOG = [
    login_call(),
    room("LOGIN_FAILED", 1102018, moment=100),
    stream("NO_PUBLISH", 1103064, moment=5_000),
    stream("NO_PUBLISH", 1103064, moment=50_000),
    "order 1104021",
    *["[App] quiet"] * 10,
]
STATES = ["empty", "log", "filtered log", "closed log", "narrow", "three logs"]


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> str:
    """The window before a log, with one, with filters in force, after it, at its least size, with several logs."""
    name = str(request.param)
    if name != "empty":
        paste_log(qtbot, window, LOG)
    if name == "filtered log":
        window.bar.family.set_chosen(frozenset({"room", "publishing"}))
        window.linked.go_to_code(1103064)
        window.notice.keep("Something to read.", more=True)
    if name == "closed log":
        press("Ctrl+W")
    if name == "three logs":
        paste_log(qtbot, window, LOG[1:])
        paste_log(qtbot, window, LOG)
        press("Ctrl+Tab", "Ctrl+Tab")
    if name == "narrow":
        window.resize(880, 560)
    window.bar.field.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    return name


def interactive(window: QWidget) -> list[QWidget]:
    """Everything on show that a user can do something with."""
    parts = [part for part in window.findChildren(QWidget) if isinstance(part, INTERACTIVE) and part.isVisible()]
    parts = [part for part in parts if not isinstance(part, QHeaderView)]
    return [part for part in parts if part.objectName() != "qt_tableview_cornerbutton"]


def stops(key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab leads, from the focus round to it again."""
    begin = focused()
    found = [begin]
    for _ in range(120):
        QTest.keyClick(focused(), key)
        if focused() is begin:
            return found
        found.append(focused())
    raise AssertionError(f"Tab never comes back: {[name_of(stop) for stop in found[-6:]]}")


def place(window: MainWindow, part: QWidget) -> tuple[int, int]:
    corner = part.mapTo(window, QPoint(0, 0))
    return corner.y(), corner.x()


def test_everything_that_can_be_used_has_a_name(window: MainWindow, state: str) -> None:
    parts = interactive(window)
    assert len(parts) > 15
    for part in parts:
        assert name_of(part), part
        words = part.text().strip() if isinstance(part, QAbstractButton) else ""
        assert part.accessibleName().strip() or words, part
    assert window.windowTitle()


def test_names_tell_things_apart(window: MainWindow, state: str) -> None:
    """Two stops of the same name mean the same, or one of them cannot be told by ear."""
    named: dict[str, list[QWidget]] = {}
    for stop in stops():
        named.setdefault(name_of(stop), []).append(stop)
    same = {name: parts for name, parts in named.items() if len(parts) > 1}
    meant_alike = {"Paste log"}  # in the bar, and in the invitation to bring a log
    assert set(same) <= meant_alike


def test_tab_goes_through_the_window_in_reading_order(window: MainWindow, state: str) -> None:
    found = stops()
    bar, empty, detail = window.bar, window.tabs.empty, window.detail
    panes: list[Callable[[QWidget], bool]] = [
        bar.isAncestorOf,
        window.codes.isAncestorOf,
        window.tabs.isAncestorOf,
        detail.isAncestorOf,
        window.notice.isAncestorOf,
    ]
    order = [next(at for at, holds in enumerate(panes) if holds(stop)) for stop in found]
    assert order == sorted(order)
    expected: list[QWidget] = [bar.field, bar.family, bar.move_facet]
    if state not in ("empty", "closed log"):
        expected += [bar.in_log, bar.clear_button]
    expected += [bar.paste_button, bar.open_button, window.codes.table]
    assert found[: len(expected)] == expected
    if state in ("empty", "closed log"):
        middle: list[QWidget] = [empty.paste_button, empty.open_button, empty.sample_button]
    else:
        strip, head, line = pane(window).strip, pane(window).head, pane(window).line
        middle = [window.tabs.bar] if state == "three logs" else []
        timeline = pane(window).whereabouts.timeline
        middle += [strip.code, strip.aside, *strip.buttons, *([timeline] if timeline.isVisible() else [])]
        middle += [head.raw, head.shown, pane(window).table]
        middle += [line.wrap_button, line.copy_button, line.text]
    assert sorted(map(name_of, middle)) == sorted(name_of(stop) for stop in found if window.tabs.isAncestorOf(stop))
    inside = [stop for stop in found if detail.isAncestorOf(stop)]
    assert inside[0] is detail.area
    below = [place(window, stop) for stop in inside[1:]]
    assert below == sorted(below, key=lambda corner: (corner[0] // 8, corner[1]))


def test_shift_tab_goes_the_same_way_back(window: MainWindow, state: str) -> None:
    there = stops()
    back = stops(Qt.Key.Key_Backtab)
    assert back == [there[0], *there[:0:-1]]


def test_every_button_is_reached_without_a_mouse(window: MainWindow, state: str) -> None:
    """By Tab; the crosses in the filter and on the tabs, which are no stops, do what Esc and Ctrl+W do."""
    reached = {id(stop) for stop in stops()}
    wanted = [part for part in interactive(window) if part.isEnabled()]
    wanted = [part for part in wanted if not isinstance(part.parent(), (FilterField, QTabBar))]
    assert [name_of(part) for part in wanted if id(part) not in reached] == []


def test_the_focus_is_seen(window: MainWindow, state: str) -> None:
    """Each stop looks different with the focus than without it."""
    bar = window.bar
    for stop in stops():
        if isinstance(stop, (QLineEdit, Facet, QPushButton, QAbstractItemView, QTabBar)):
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            with_focus = stop.grab().toImage()
            (bar.field if stop is not bar.field else bar.family).setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            assert stop.grab().toImage() != with_focus, name_of(stop)


def test_buttons_answer_to_space(window: MainWindow, state: str) -> None:
    pressed: list[QAbstractButton] = []
    for stop in stops():
        if isinstance(stop, QPushButton) and stop.menu() is None:
            stop.clicked.disconnect()  # what it does is another test's
            stop.clicked.connect(lambda _=False, stop=stop: pressed.append(stop))
            QTest.keyClick(stop, Qt.Key.Key_Space)
            assert pressed[-1:] == [stop], name_of(stop)
    assert len(pressed) >= 5


def test_what_changes_by_itself_is_told(window: MainWindow, qtbot: QtBot) -> None:
    """A toast and a notice come up without the focus: their words are their description."""
    window.toast.say("Copied 2 lines")
    assert window.toast.accessibleName() == "Copied 2 lines"
    assert window.toast.focusPolicy() == Qt.FocusPolicy.NoFocus
    window.notice.say("The log cannot be read.")
    assert name_of(window.notice) == "Notice"
    assert window.notice.accessibleDescription() == "The log cannot be read."
    paste_log(qtbot, window, LOG)
    strip = pane(window).strip
    assert name_of(strip) == "What the log says"
    assert strip.accessibleDescription().startswith("Last failure 1103064 ")
    assert strip.accessibleDescription().endswith("(line 4)")


def test_rows_of_the_tables_speak(window: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, window, LOG)
    for table in (window.codes.table, pane(window).table):
        model = table.model()
        for row in range(model.rowCount()):
            spoken = [
                str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")
                for column in range(model.columnCount())
            ]
            assert any(spoken)
    spoken = window.codes.table.model().index(1, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2 failures, 2 places, lines 3 to 4"


def test_a_page_is_read_and_left_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    press("F1")
    page = window.findChildren(TextPage)[0]
    qtbot.waitUntil(page.isVisible)
    for part in interactive(page):
        assert name_of(part), part
    assert page.windowTitle() == "Keys"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is window.bar.field)
