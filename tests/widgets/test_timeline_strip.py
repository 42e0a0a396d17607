"""The timeline: pins merged and told, keys, clicks, tips."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.recognition.shapes import room, stream
from tests.recognition.test_moments import MINUTE, TEN, told
from tests.recognition.test_timeline import drawn
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end
from zegoerr_gui.core.recognition.timeline import COLUMNS, Pin, Timeline
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.timeline_paint import ARROW
from zegoerr_gui.widgets.timeline_pins import merged_pins
from zegoerr_gui.widgets.timeline_strip import TimelineStrip

LOG = [
    told(0),
    stream("PUBLISH_REQUESTING", 1102023, "s1", moment=10 * MINUTE),
    stream("NO_PUBLISH", 1103051, "s2", moment=10 * MINUTE + 2000),
    told(20 * MINUTE),
    room("LOGIN_FAILED", 1102018, moment=30 * MINUTE),
    told(60 * MINUTE),
]


def timeline_of(recogniser: Recogniser, lines: list[str]) -> Timeline:
    scan = scan_to_end(MemorySource("".join(f"{line}\n" for line in lines).encode(), "test.log"), recogniser)
    return drawn(scan.moments, len(scan.lines), scan.results.failures())


class Strip:
    """A strip 834 pixels wide, so that its axis has 800, and what it sent."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.widget = TimelineStrip(look, lambda code: f"name of {code}")
        self.lines: list[int] = []
        self.moments: list[int] = []
        self.widget.line_chosen.connect(self.lines.append)
        self.widget.moment_chosen.connect(self.moments.append)
        qtbot.addWidget(self.widget)
        self.widget.resize(834, 48)
        self.widget.show()

    def click(self, x: float) -> None:
        QTest.mouseClick(self.widget, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 20))

    def tip(self, x: float) -> str:
        place = QPoint(round(x), 20)
        self.widget.event(QHelpEvent(QHelpEvent.Type.ToolTip, place, self.widget.mapToGlobal(place)))
        return self.widget.toolTip()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.widget, key)


@pytest.fixture
def strip(look: Look, qtbot: QtBot) -> Strip:
    return Strip(look, qtbot)


def pin(column: int, outcome: str = "failed", count: int = 1, code: int = 1) -> Pin:
    failure = Failure(code, column, column, column, column)
    return Pin(column, outcome, failure, count, {code})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pins", "shown"),
    [
        ([pin(0), pin(28)], [(0, 1), (28, 1)]),
        ([pin(0), pin(27)], [(0, 2)]),
        ([pin(0, count=2), pin(48)], [(0, 2), (48, 1)]),
        ([pin(0, count=2), pin(47)], [(0, 3)]),  # its count stands there
        ([pin(column) for column in range(0, 100, 10)], [(0, 5), (50, 5)]),
    ],
)
def test_pins_too_near_to_be_told_apart_are_one(pins: list[Pin], shown: list[tuple[int, int]]) -> None:
    merged = merged_pins(pins, 0, COLUMNS / 2, lambda text: 10 * len(text))
    assert [(int(one.x * 2), one.count) for one in merged] == shown


@pytest.mark.parametrize("order", [["recovered", "unknown", "retrying", "failed"], ["failed", "retrying", "recovered"]])
def test_the_worst_of_merged_pins_wins(order: list[str]) -> None:
    (merged,) = merged_pins([pin(place, outcome, code=place) for place, outcome in enumerate(order)], 0, 800, len)
    assert merged.outcome == "failed"
    assert merged.failure.code == order.index("failed")
    assert merged.codes == set(range(len(order)))


def test_a_pin_tells_its_moment_code_name_and_line(strip: Strip, recogniser: Recogniser) -> None:
    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    first, second = strip.widget.pins
    assert second.x == pytest.approx(14 + 400, abs=1)
    assert "10:30:00.000 1102018 name of 1102018, line 5, failed, not recovered" in strip.tip(second.x)
    assert "2 failures here, of 2 codes. The first of the worst: 10:10:02.000 1103051" in strip.tip(first.x)
    assert "10:45:00" in strip.tip(14 + 600)
    assert strip.widget.accessibleDescription().startswith("3 failures at 2 places")


def test_a_click_goes_to_the_failure_or_to_the_moment(strip: Strip, recogniser: Recogniser) -> None:
    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    for one in strip.widget.pins:
        strip.click(one.x + 4)
    assert (strip.lines, strip.moments) == ([2, 4], [])
    strip.click(14 + 600)
    assert strip.moments == [pytest.approx(TEN + 45 * MINUTE, abs=5000)]


def test_keys_go_from_pin_to_pin_and_enter_goes_there(strip: Strip, recogniser: Recogniser) -> None:
    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    strip.press(Qt.Key.Key_Return)
    assert strip.lines == []  # at no pin yet
    strip.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert "1103051" in strip.widget.accessibleDescription()
    strip.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert "1102018" in strip.widget.accessibleDescription()
    strip.press(Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Enter)
    assert strip.lines == [2, 4, 2, 4]


@pytest.mark.parametrize(("key", "line"), [(Qt.Key.Key_Left, 2), (Qt.Key.Key_Right, 4)])
def test_keys_begin_at_the_current_line(strip: Strip, recogniser: Recogniser, key: Qt.Key, line: int) -> None:
    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    strip.widget.show_current(TEN + 20 * MINUTE)
    strip.press(key, Qt.Key.Key_Return)
    assert strip.lines == [line]


def test_a_folded_night_says_how_long_it_was(strip: Strip, recogniser: Recogniser) -> None:
    night = [told(0), room("LOGIN_FAILED", 1102018, moment=10 * MINUTE), told(13 * 60 * MINUTE), told(790 * MINUTE)]
    strip.widget.show_timeline(timeline_of(recogniser, night))
    axis = strip.widget.axis
    assert axis is not None
    (begin, end) = axis.folds[0]
    middle = 14 + 800 * (axis.place(begin) + axis.place(end)) / 2
    assert "12 h 50 min 0 s without a line: 10:10:00.000 to 23:00:00.000" in strip.tip(middle)


def painted(strip: Strip, token: str) -> list[int]:
    """The columns in which a colour is to be seen."""
    image = QImage(834, 48, QImage.Format.Format_RGB32)
    strip.widget.render(image)
    colour = strip.widget._look.color(token).rgb()
    return [x for x in range(834) if any(image.pixel(x, y) == colour for y in range(48))]


def test_what_is_painted(strip: Strip, recogniser: Recogniser) -> None:
    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    assert painted(strip, "accent")  # it has the focus
    strip.widget.clearFocus()
    assert not painted(strip, "accent")
    assert 409 < min(x for x in painted(strip, "failure") if x > 300) < 414
    strip.widget.select_code(1102018)
    foot = painted(strip, "accent")
    assert (min(foot), max(foot)) == (408, 419)
    strip.widget.select_code(None)
    strip.widget.show_current(TEN + 60 * MINUTE)
    arrow = painted(strip, "accent")
    assert 808 < min(arrow) < max(arrow) < 820
    strip.widget.show_timeline(None)
    assert not painted(strip, "failure")


def test_without_times_the_axis_says_that_it_counts_lines(
    strip: Strip, recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["quiet", *['Uncaught (in promise) {"errorCode":1103064}'], *["quiet"] * 4]
    strip.widget.show_timeline(timeline_of(recogniser, lines))
    axis = strip.widget.axis
    assert axis is not None
    assert axis.by_lines
    assert "Line 3" in strip.tip(14 + 800 * 2 / 5)
    strip.click(14 + 800 * 4 / 5)
    assert strip.moments == [4]


def test_that_there_are_no_times_stands_beside_the_arrow(strip: Strip, recogniser: Recogniser) -> None:
    def is_blank(columns: range) -> bool:
        """Whether nothing stands in these columns under the axis."""
        image = QImage(strip.widget.size(), QImage.Format.Format_RGB32)
        strip.widget.render(image)
        ground, top = strip.widget._look.color("base").rgb(), strip.widget._axis_y + 5
        return all(image.pixel(x, y) == ground for x in columns for y in range(top, strip.widget.height() - 2))

    strip.widget.clearFocus()
    strip.widget.show_timeline(timeline_of(recogniser, ["quiet", '{"errorCode":1103064}', *["quiet"] * 40]))
    behind = range(14 + ARROW + 1, 14 + ARROW + 3)
    assert not is_blank(behind)
    strip.widget.show_current(0)
    assert is_blank(behind)
    assert not is_blank(range(behind.stop, behind.stop + 12))


@pytest.mark.parametrize("make", [lambda look: None, lambda look: look.set_zoom(4), lambda look: look.set_scheme(True)])
def test_it_follows_the_look(strip: Strip, recogniser: Recogniser, look: Look, make: Callable[[Look], None]) -> None:
    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    make(look)
    assert strip.widget.sizeHint().height() == 3 * look.unit
    assert painted(strip, "failure")


def test_a_time_makes_room_for_the_arrow(strip: Strip, recogniser: Recogniser) -> None:
    def written(moment: int) -> bool:
        """Whether something stands in a moment's place under the axis."""
        image = QImage(strip.widget.size(), QImage.Format.Format_RGB32)
        strip.widget.render(image)
        x, y = round(strip.widget._x(moment)), strip.widget._axis_y
        ground = strip.widget._look.color("base").rgb()
        return any(image.pixel(x + step, y + 8) != ground for step in (*range(-14, -6), *range(7, 15)))

    strip.widget.show_timeline(timeline_of(recogniser, LOG))
    one, other = TEN + 10 * MINUTE, TEN + 20 * MINUTE
    assert written(one)
    assert written(other)
    strip.widget.show_current(other)
    assert written(one)
    assert not written(other)
