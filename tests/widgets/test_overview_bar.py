"""The overview bar: ticks in their lanes, the part on show, clicks and tips."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.models.small import scanned
from tests.recognition.shapes import login_call, room
from zegoerr_gui.models.line_filter import LineFilter, ListedLines
from zegoerr_gui.models.log_lines_model import LogLinesModel
from zegoerr_gui.models.overview import Overview
from zegoerr_gui.models.own_marks import OwnMarks
from zegoerr_gui.widgets.log_table import LogTable
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.overview_bar import WIDTH, OverviewBar

LINES = [login_call(), *["[App] quiet"] * 999]
LINES[100] = room("LOGIN_FAILED", 1102016)
LINES[800] = "error 1102016 again"


class Bar:
    """A bar beside a table of a thousand lines, and the lines it sent."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        scan = scanned("\n".join(LINES))
        self.model = LogLinesModel()
        self.model.set_scan(scan)
        self.table = LogTable(self.model, OwnMarks(), look)
        self.bar = OverviewBar(self.table, self.model, look, lambda line: f"codes of {line}")
        self.lines: list[int] = []
        self.bar.line_chosen.connect(self.lines.append)
        for widget in (self.table, self.bar):
            qtbot.addWidget(widget)
            widget.resize(600 if widget is self.table else WIDTH, 430)
            widget.show()
        self.look = look
        self.overview = Overview(scan.results)
        for _ in self.overview.take():
            pass
        self.bar.show_overview(self.overview)

    def y(self, line: int) -> int:
        return round(self.bar._y(line))

    def painted(self, token: str) -> set[tuple[int, int]]:
        image = QImage(WIDTH, 430, QImage.Format.Format_RGB32)
        self.bar.render(image)
        colour = self.look.color(token).rgb()
        return {(x, y) for x in range(WIDTH) for y in range(430) if image.pixel(x, y) == colour}

    def click(self, y: int) -> None:
        QTest.mouseClick(self.bar, Qt.MouseButton.LeftButton, pos=QPoint(5, y))

    def tip(self, y: int) -> str:
        self.bar.event(QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, y), self.bar.mapToGlobal(QPoint(5, y))))
        return self.bar.toolTip()


@pytest.fixture
def bar(look: Look, qtbot: QtBot) -> Bar:
    return Bar(look, qtbot)


def test_ticks_stand_where_their_lines_are_wide_for_certain_ones(bar: Bar) -> None:
    rows: dict[int, set[int]] = {}
    for x, y in bar.painted("failure"):
        rows.setdefault(y, set()).add(x)
    certain, likely = ({frozenset(xs) for y, xs in rows.items() if abs(y - bar.y(line)) <= 3} for line in (100, 800))
    assert certain == {frozenset(range(2, 8))}
    assert likely == {frozenset(range(2, 5))}
    assert bar.y(0) >= bar.table.viewport().y()
    assert bar.y(1000) == 427


def test_a_click_on_a_tick_goes_to_its_line_and_elsewhere_it_scrolls(bar: Bar) -> None:
    bar.click(bar.y(100) + 3)
    assert bar.lines == [100]
    scroll = bar.table.verticalScrollBar()
    bar.click(bar.y(500))
    assert bar.lines == [100]
    assert bar.table.rowAt(0) < 500 < bar.table.rowAt(bar.table.viewport().height() - 1)
    QTest.mousePress(bar.bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.y(500)))
    QTest.mouseMove(bar.bar, QPoint(5, 429))
    QTest.mouseRelease(bar.bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 429))
    bar.click(bar.y(0))
    assert scroll.value() == 0


def test_the_tip_names_line_and_codes(bar: Bar) -> None:
    assert "Line 101: codes of 100" in bar.tip(bar.y(100) + 1)
    assert "Line 5" in bar.tip(bar.y(500))
    assert "codes" not in bar.tip(bar.y(500))


def test_the_current_line_is_blue_and_the_frame_follows_the_table(bar: Bar) -> None:
    bar.table.go_to(600)
    assert all(abs(y - bar.y(600)) <= 3 for _, y in bar.painted("accent"))
    assert len({x for x, _ in bar.painted("accent")}) == WIDTH - 1
    frame = {y for _, y in bar.painted("selection_inactive")}
    assert frame
    assert all(abs(y - bar.y(600)) < 15 for y in frame)


def test_without_a_log_there_is_nothing(bar: Bar) -> None:
    bar.model.set_scan(None)
    bar.bar.show_overview(None)
    assert not bar.painted("failure")
    assert bar.tip(100) == ""
    bar.click(100)
    assert bar.lines == []


def test_rows_that_come_move_the_ticks(bar: Bar) -> None:
    before = {y for _, y in bar.painted("failure")}
    bar.model.set_scan(scanned("\n".join([*LINES, *["[App] quiet"] * 1000])))
    after = {y for _, y in bar.painted("failure")}
    assert max(after) < max(before) * 0.6


def test_under_a_filter_only_shown_lines_have_ticks_at_their_rows(bar: Bar) -> None:
    shown = LineFilter(ListedLines([50, 800, 801, 802]), 0)
    for _ in shown.take(1000):
        pass
    bar.table.show_filtered(shown, bar.table.current_line)
    painted = {y for _, y in bar.painted("failure")}
    assert painted
    assert all(abs(y - bar.y(1)) <= 3 for y in painted)
    bar.click(bar.y(1))
    bar.click(bar.y(3))
    assert bar.lines == [800]
    assert "Line 802" in bar.tip(bar.y(2))
    bar.table.show_filtered(None, bar.table.current_line)
    assert any(abs(y - bar.y(100)) <= 3 for _, y in bar.painted("failure"))
