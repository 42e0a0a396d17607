"""The bar that decides which codes are shown."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.models.small import FAMILIES, scanned, small_catalogue
from tests.recognition.shapes import room
from zegoerr_gui.models.code_filter import CodeFilter
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.filter_bar import NARROW, FilterBar
from zegoerr_gui.widgets.look import Look

NOTHING = CodeFilter()
LOG = "\n".join([room("LOGIN_FAILED", 1102016), room("LOGIN_FAILED", 1002999, moment=9_000)])


class Bar:
    """A bar over a model that does as it says, with what it sent."""

    def __init__(self, look: Look) -> None:
        self.model = CodeTableModel(small_catalogue())
        self.bar = FilterBar(self.model, FAMILIES, look)
        self.sent: list[CodeFilter] = []
        self.bar.filter_changed.connect(self.sent.append)
        self.bar.filter_changed.connect(self.model.apply)

    def open_log(self) -> None:
        """What the window does with a log."""
        findings = scanned(LOG).results.findings()
        self.model.set_findings(findings)
        self.bar.show_log_count(len(findings))

    def counts(self, title: str) -> dict[str, str]:
        """The list that a chooser opens: its values with their counts."""
        facet = {"Family": self.bar.family, "Next move": self.bar.move_facet}[title]
        rows = (action.text().split("\t") for action in facet.findChildren(QMenu)[0].actions())
        return {row[0]: row[1] if len(row) > 1 else "" for row in rows}


@pytest.fixture
def bar(look: Look, qtbot: QtBot) -> Bar:
    made = Bar(look)
    qtbot.addWidget(made.bar)
    made.bar.resize(1280, 60)
    with qtbot.waitExposed(made.bar):
        made.bar.show()
    return made


def test_a_new_bar_filters_nothing(bar: Bar) -> None:
    assert bar.bar.count.text() == "6 of 6"
    assert not bar.bar.clear_button.isVisible()
    assert not bar.bar.in_log.isVisible()
    assert not bar.bar.step_back()
    assert bar.sent == []


def test_every_part_sends_the_whole_filter(bar: Bar) -> None:
    bar.open_log()
    QTest.keyClicks(bar.bar.field, "ok")
    bar.bar.family.set_chosen(frozenset({"room"}))
    bar.bar.move_facet.set_chosen(frozenset({"developer"}))
    QTest.mouseClick(bar.bar.in_log, Qt.MouseButton.LeftButton)
    room_only, developer = frozenset({"room"}), frozenset({"developer"})
    assert bar.sent == [
        CodeFilter("o"),
        CodeFilter("ok"),
        CodeFilter("ok", room_only),
        CodeFilter("ok", room_only, developer),
        CodeFilter("ok", room_only, developer, True),
    ]


def test_the_count_and_the_way_back_are_shown_as_soon_as_anything_is_left_out(bar: Bar) -> None:
    QTest.keyClicks(bar.bar.field, "connection")
    assert bar.bar.count.text() == "2 of 6"
    assert bar.bar.clear_button.isVisible()
    QTest.mouseClick(bar.bar.clear_button, Qt.MouseButton.LeftButton)
    assert bar.bar.count.text() == "6 of 6"
    assert not bar.bar.clear_button.isVisible()


def test_never_more_codes_are_shown_than_there_are(bar: Bar) -> None:
    """A log may bring codes that the catalogue lacks; they have rows, so they count."""
    bar.open_log()
    assert bar.model.rowCount() == 7
    shown, of, total = bar.bar.count.text().split()
    assert of == "of"
    assert int(shown) <= int(total)
    QTest.mouseClick(bar.bar.in_log, Qt.MouseButton.LeftButton)
    assert bar.bar.count.text().split()[0] == "2"


def test_clear_takes_every_filter_out_of_force(bar: Bar) -> None:
    bar.open_log()
    QTest.keyClicks(bar.bar.field, "login")
    bar.bar.family.set_chosen(frozenset({"room"}))
    bar.bar.move_facet.set_chosen(frozenset({"support"}))
    bar.bar.in_log.setChecked(True)
    bar.bar.clear()
    assert bar.sent[-1] == NOTHING
    assert (bar.bar.field.text(), bar.bar.family.chosen, bar.bar.move_facet.chosen) == ("", frozenset(), frozenset())
    assert not bar.bar.in_log.isChecked()
    assert bar.bar.field.shows_hint()  # the field has arranged its own parts
    assert bar.bar.in_log.isVisible()


def test_each_step_back_takes_one_thing_out_of_force(bar: Bar) -> None:
    bar.open_log()
    bar.bar.in_log.setChecked(True)
    bar.bar.move_facet.set_chosen(frozenset({"support"}))
    bar.bar.family.set_chosen(frozenset({"room"}))
    QTest.keyClicks(bar.bar.field, "l")
    support, in_room = frozenset({"support"}), frozenset({"room"})
    expected = [
        CodeFilter("", in_room, support, True),
        CodeFilter("", frozenset(), support, True),
        CodeFilter(in_log=True),
        NOTHING,
    ]
    for wanted in expected:
        assert bar.bar.step_back()
        assert bar.sent[-1] == wanted
    assert not bar.bar.step_back()


def test_the_choosers_count_what_each_value_would_leave(bar: Bar) -> None:
    assert bar.counts("Family") == {"Success": "1", "Room": "3", "Publishing": "1", "Playing": "1"}
    assert bar.counts("Next move")["End user: network"] == "2"
    bar.bar.move_facet.set_chosen(frozenset({"network"}))
    assert {title: count for title, count in bar.counts("Family").items() if count} == {
        "Publishing": "1",
        "Playing": "1",
    }
    assert bar.counts("Next move")["Developer"] == "1"


def test_the_toggle_is_there_while_a_log_is_open(bar: Bar) -> None:
    bar.open_log()
    assert bar.bar.in_log.isVisible()
    assert bar.bar.in_log.accessibleName() == "In this log, 2"
    bar.bar.in_log.setChecked(True)
    assert bar.model.rowCount() == 2
    bar.model.set_findings([])
    bar.bar.show_log_count(None)
    assert not bar.bar.in_log.isVisible()
    assert bar.sent[-1] == NOTHING
    assert bar.bar.count.text() == "6 of 6"


def test_the_buttons_ask_for_a_log(bar: Bar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.bar.paste_asked):
        QTest.mouseClick(bar.bar.paste_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.bar.open_asked):
        QTest.keyClick(bar.bar.open_button, Qt.Key.Key_Space)


@pytest.mark.parametrize("zoom", [0, 3])
def test_where_there_is_little_room_buttons_become_icons_and_keep_their_names(bar: Bar, look: Look, zoom: int) -> None:
    look.set_zoom(zoom)
    edge = round(NARROW * look.zoom)
    for width, shown in ((edge + 20, True), (edge - 20, False), (edge + 20, True)):
        bar.bar.resize(width, 60)
        for button, name in ((bar.bar.paste_button, "Paste log"), (bar.bar.open_button, "Open…")):
            assert (name in button.text()) == shown
            assert button.accessibleName() == name
            assert bool(button.toolTip()) != shown


def test_all_of_it_has_room_in_the_least_window(bar: Bar, qtbot: QtBot) -> None:
    """With every filter in force, nothing is pushed out of the bar."""
    bar.open_log()
    bar.bar.resize(880, 60)
    bar.bar.family.set_chosen(frozenset({"room", "playing"}))
    bar.bar.move_facet.set_chosen(frozenset({"device", "network"}))
    bar.bar.in_log.setChecked(True)
    QTest.keyClicks(bar.bar.field, "login")
    assert bar.bar.minimumSizeHint().width() <= 880
    bar.bar.resize(880, 60)
    parts = [bar.bar.field, bar.bar.family, bar.bar.move_facet, bar.bar.in_log, bar.bar.count, bar.bar.clear_button]
    parts += [bar.bar.paste_button, bar.bar.open_button]
    qtbot.waitUntil(lambda: parts[-1].geometry().right() <= 880)
    edges = [(part.geometry().left(), part.geometry().right()) for part in parts]
    assert edges == sorted(edges)
    assert all(right < left for (_, right), (left, _) in itertools.pairwise(edges))
