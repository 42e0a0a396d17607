"""The bar of tabs, and what stands below it."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.widgets.log_tabs import NO_LOG, LogTabs
from zegoerr_gui.widgets.look import Look


class Tabs:
    """The tabs and what they sent."""

    def __init__(self, look: Look) -> None:
        self.tabs = LogTabs(look)
        self.bar = self.tabs.bar
        self.chosen: list[int] = []
        self.closing: list[int] = []
        self.tabs.log_chosen.connect(self.chosen.append)
        self.tabs.close_asked.connect(self.closing.append)

    def add(self, *names: str) -> None:
        for number, name in enumerate(names):
            self.tabs.add(number, name, f"/logs/{name}")

    @property
    def names(self) -> list[str]:
        return [self.bar.tabText(index) for index in range(self.bar.count())]


@pytest.fixture
def tabs(look: Look, qtbot: QtBot) -> Tabs:
    made = Tabs(look)
    qtbot.addWidget(made.tabs)
    made.tabs.resize(900, 500)
    with qtbot.waitActive(made.tabs):
        made.tabs.show()
    return made


def test_without_a_log_stands_the_invitation(tabs: Tabs, qtbot: QtBot) -> None:
    assert (tabs.tabs.current, tabs.bar.isVisible(), tabs.tabs.empty.isVisible()) == (NO_LOG, False, True)
    tabs.tabs.step(1)
    assert tabs.chosen == []
    for name in ("paste", "open", "sample"):
        with qtbot.waitSignal(getattr(tabs.tabs.empty, f"{name}_asked")):
            QTest.mouseClick(getattr(tabs.tabs.empty, f"{name}_button"), Qt.MouseButton.LeftButton)


def test_the_bar_comes_with_the_second_log(tabs: Tabs) -> None:
    tabs.add("a.log")
    assert not tabs.bar.isVisible()
    tabs.tabs.add(1, "b.log", "b.log")
    assert tabs.bar.isVisible()
    tabs.tabs.remove(0)
    assert not tabs.bar.isVisible()


def test_adding_chooses_nothing_and_choosing_is_told_once(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log", "c.log")
    assert tabs.chosen == []
    for number in (0, 0, 2):
        tabs.tabs.choose(number)
    assert (tabs.chosen, tabs.tabs.current) == ([0, 2], 2)


def test_tabs_are_gone_through_round_and_round(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log", "c.log")
    tabs.tabs.choose(0)
    for step in (1, 1, 1, -1):
        tabs.tabs.step(step)
    assert tabs.chosen == [0, 1, 2, 0, 2]


def test_arrow_keys_go_from_tab_to_tab(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log")
    tabs.tabs.choose(0)
    tabs.bar.setFocus()
    QTest.keyClick(tabs.bar, Qt.Key.Key_Right)
    assert tabs.chosen == [0, 1]


def test_a_moved_tab_is_still_that_of_its_log(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log", "c.log")
    tabs.tabs.choose(1)
    tabs.bar.moveTab(1, 0)
    assert (tabs.names, tabs.tabs.current) == (["b.log", "a.log", "c.log"], 1)
    tabs.tabs.step(1)
    assert tabs.chosen == [1, 0]
    tabs.tabs.mark(2, Evidence.CERTAIN, "1103064 in 2 places")
    assert tabs.bar.accessibleTabName(2) == "c.log, 1103064 in 2 places"


def test_the_log_before_has_its_turn_when_one_goes(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log", "c.log")
    for number in (0, 2, 1):
        tabs.tabs.choose(number)
    tabs.tabs.remove(1)
    assert tabs.chosen[-1] == 2
    before = len(tabs.chosen)
    tabs.tabs.remove(0)  # not on show: nothing changes
    assert (len(tabs.chosen), tabs.tabs.current) == (before, 2)
    tabs.tabs.remove(2)
    assert (tabs.chosen[-1], tabs.tabs.current) == (NO_LOG, NO_LOG)


def test_a_tab_is_closed_by_its_button_and_by_the_middle_of_the_mouse(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log")
    button = tabs.bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert (button.accessibleName(), button.focusPolicy()) == ("Close b.log", Qt.FocusPolicy.NoFocus)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tabs.bar, Qt.MouseButton.MiddleButton, pos=tabs.bar.tabRect(0).center())
    QTest.mouseClick(tabs.bar, Qt.MouseButton.RightButton, pos=tabs.bar.tabRect(0).center())
    assert tabs.closing == [1, 0]
    assert tabs.names == ["a.log", "b.log"]  # whoever holds the logs takes the tabs away


def test_marks_come_and_go_without_moving_a_tab(tabs: Tabs, look: Look) -> None:
    tabs.add("a.log", "b.log", "c.log", "d.log")
    places = [tabs.bar.tabRect(index) for index in range(4)]
    levels = (Evidence.CERTAIN, Evidence.LIKELY, Evidence.POSSIBLE)
    for number, evidence in enumerate(levels):
        tabs.tabs.mark(number, evidence, "1103064 in 1 place")
    assert [tabs.bar.tabRect(index) for index in range(4)] == places
    for _ in range(2):
        icons = [tabs.bar.tabIcon(index).pixmap(QSize(10, 14)).toImage() for index in range(4)]
        assert all(one != other for at, one in enumerate(icons) for other in icons[:at])
        look.set_scheme(True)
    tabs.tabs.mark(0, None, "")
    assert tabs.bar.tabIcon(0).pixmap(QSize(10, 14)).toImage() == icons[3]
    assert tabs.bar.accessibleTabName(0) == "a.log"
    assert "1103064" not in tabs.bar.tabToolTip(0)
    assert "/logs/a.log" in tabs.bar.tabToolTip(0)


def test_long_names_are_cut_in_the_middle_and_many_tabs_keep_readable_names(tabs: Tabs, look: Look) -> None:
    tabs.add(*(f"console-export-of-customer-{number:04}-chrome-126-windows.log" for number in range(40)))
    widths = {tabs.bar.tabRect(index).width() for index in range(40)}
    assert min(widths) >= 10 * look.unit
    assert max(widths) <= 16 * look.unit
    assert tabs.bar.elideMode() == Qt.TextElideMode.ElideMiddle
    tabs.tabs.add(40, "a.log", "a.log")
    short = QFontMetrics(look.font(-1)).horizontalAdvance("a.log")
    parts = tabs.bar.iconSize().width() + tabs.bar.tabButton(40, QTabBar.ButtonPosition.RightSide).width()
    assert short + parts < tabs.bar.tabRect(40).width() < 10 * look.unit
    tabs.tabs.choose(39)
    assert tabs.bar.rect().intersects(tabs.bar.tabRect(39))


def test_a_name_cannot_give_orders(tabs: Tabs) -> None:
    tabs.add("a & b.log", "<img src=//host/x>.log", "gol.\u202egnp.log")
    assert tabs.names == ["a && b.log", "<img src=//host/x>.log", "gol.\u2426gnp.log"]
    for text in (tabs.bar.tabToolTip(1), tabs.bar.tabButton(1, QTabBar.ButtonPosition.RightSide).toolTip()):
        assert "&lt;img" in text
        assert "<img" not in text


def test_the_focus_in_a_log_stays_in_a_log(tabs: Tabs) -> None:
    tabs.add("a.log", "b.log")
    panes, buttons = [QWidget(), QWidget()], list[QPushButton]()
    for pane in panes:
        buttons += [QPushButton("one", pane), QPushButton("two", pane)]
        tabs.tabs.add_pane(pane)
    tabs.tabs.show_pane(panes[0], buttons[0])
    buttons[1].setFocus()
    tabs.tabs.show_pane(panes[1], buttons[3])
    assert buttons[3].hasFocus()
    tabs.tabs.show_pane(panes[0], buttons[0])
    assert buttons[1].hasFocus()
    tabs.bar.setFocus()
    tabs.tabs.show_pane(panes[1], buttons[3])
    assert tabs.bar.hasFocus()
