"""The table of codes as a pane: what is chosen stays chosen, whatever happens to the rows."""

from html import escape

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.models.small import ENTRIES, in_words, scanned, small_catalogue
from tests.recognition.shapes import room, stream
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.models.code_filter import CodeFilter
from zegoerr_gui.models.code_table_model import CODE, DESCRIPTION, IN_LOG, NEXT, CodeTableModel
from zegoerr_gui.widgets.codes_pane import CodesPane
from zegoerr_gui.widgets.look import Look

LOG = "\n".join(
    [
        room("LOGIN_FAILED", 1102016, moment=0),
        stream("NO_PUBLISH", 1103021, moment=5_000),
        room("LOGIN_FAILED", 1002999, moment=9_000),
    ]
)


class Pane:
    """A pane with its model and what it sent."""

    def __init__(self, look: Look, entries: tuple[Entry, ...] = ENTRIES) -> None:
        self.model = CodeTableModel(small_catalogue(entries))
        self.pane = CodesPane(self.model, look)
        self.window: QWidget = self.pane
        self.table = self.pane.table
        self.chosen: list[int] = []
        self.activated: list[int] = []
        self.pane.code_chosen.connect(self.chosen.append)
        self.pane.code_activated.connect(self.activated.append)

    @property
    def row(self) -> str:
        """The code of the selected row; empty where none is selected."""
        rows = self.table.selectionModel().selectedRows(CODE)
        assert len(rows) <= 1
        assert not rows or rows[0].row() == self.table.currentIndex().row()
        return str(rows[0].data()) if rows else ""


@pytest.fixture
def codes(look: Look, qtbot: QtBot) -> Pane:
    made = Pane(look)
    window = made.window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = QLineEdit()  # which has the focus, as in the real window
    column.addWidget(field)
    column.addWidget(made.pane)
    window.resize(900, 400)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    return made


def test_the_first_failure_is_what_a_new_user_sees(codes: Pane) -> None:
    codes.pane.choose_failure()
    assert (codes.row, codes.pane.chosen, codes.chosen) == ("1002011", 1002011, [1002011])


def test_choosing_is_told_once_and_takes_no_focus(codes: Pane) -> None:
    assert codes.pane.choose(1104021)
    assert codes.pane.choose(1104021)
    assert not codes.pane.choose(1002999)
    assert (codes.row, codes.chosen) == ("1104021", [1104021])
    assert not codes.table.hasFocus()


def test_moving_stops_at_the_ends(codes: Pane) -> None:
    codes.pane.choose_first()
    seen = []
    for step in (1, 1, -1, 8, 8, -1, -8):
        codes.pane.move(step)
        seen.append(codes.row)
    assert seen == ["1002011", "1002055", "1002011", "1104021", "1104021", "1103021", "0"]


def test_no_row_current_is_said_by_no_row_selected(codes: Pane) -> None:
    codes.pane.choose(1104021)
    codes.pane.choose_none()
    assert (codes.row, codes.pane.chosen) == ("", None)
    codes.pane.choose(1104021)
    assert codes.chosen == [1104021, 1104021]


@pytest.mark.parametrize(
    "change",
    [
        CodeFilter(query="connection"),
        CodeFilter(families=frozenset({"playing", "room"})),
        CodeFilter(moves=frozenset({"network"})),
        CodeFilter(query="1104021"),
    ],
    ids=in_words,
)
def test_a_code_stays_chosen_while_a_row_shows_it(codes: Pane, change: CodeFilter) -> None:
    codes.pane.choose(1104021)
    codes.model.apply(change)
    assert codes.row == "1104021"
    codes.model.apply(CodeFilter())
    assert (codes.row, codes.chosen) == ("1104021", [1104021])


def test_where_no_row_shows_it_the_first_one_is_chosen(codes: Pane) -> None:
    codes.pane.choose(1104021)
    codes.model.apply(CodeFilter(families=frozenset({"room"})))
    assert (codes.row, codes.chosen) == ("1002011", [1104021, 1002011])


def test_after_no_row_at_all_the_same_code_is_chosen_again(codes: Pane) -> None:
    codes.pane.choose(1103021)
    codes.model.apply(CodeFilter(query="nothing has this"))
    assert codes.row == ""
    codes.model.apply(CodeFilter())
    assert (codes.row, codes.pane.chosen) == ("1103021", 1103021)


def test_rows_of_a_running_scan_come_without_moving_the_row_chosen(codes: Pane) -> None:
    codes.model.apply(CodeFilter(in_log=True))
    lines = LOG.split("\n")
    codes.model.set_findings(scanned(lines[0]).results.findings())
    codes.pane.choose(1102016)
    for count in (2, 3):
        codes.model.set_findings(scanned("\n".join(lines[:count])).results.findings())
        assert codes.row == "1102016"
    assert codes.chosen == [1102016]


def test_in_place_of_rows_stands_a_sentence(codes: Pane) -> None:
    assert not codes.pane.empty.isVisible()
    codes.model.apply(CodeFilter(query="nothing has this"))
    assert codes.pane.empty.isVisible()
    assert codes.pane.empty.text.text() == "No code matches “nothing has this”."
    assert codes.table.viewport().rect().contains(codes.pane.empty.geometry())
    codes.model.apply(CodeFilter())
    assert not codes.pane.empty.isVisible()


def test_the_column_of_counts_is_there_only_with_a_log(codes: Pane) -> None:
    assert codes.table.isColumnHidden(IN_LOG)
    codes.model.set_findings(scanned(LOG).results.findings())
    assert not codes.table.isColumnHidden(IN_LOG)
    codes.model.set_findings([])
    assert codes.table.isColumnHidden(IN_LOG)


# Sorting


def click_title(codes: Pane, column: int) -> None:
    header = codes.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_title_orders_turns_round_and_gives_back(codes: Pane) -> None:
    codes.pane.choose(1103021)
    usual = list(codes.model.codes)
    by_name = [0, 1104021, 1103021, 1002011, 1102016, 1002055]
    for expected in (by_name, by_name[::-1], usual):
        click_title(codes, DESCRIPTION)
        assert list(codes.model.codes) == expected
        assert codes.row == "1103021"
    click_title(codes, CODE)
    click_title(codes, NEXT)
    assert codes.model.codes[0] == 1002011  # Developer
    assert codes.chosen == [1103021]


def test_an_order_by_hand_outlasts_a_filter(codes: Pane) -> None:
    click_title(codes, CODE)
    click_title(codes, CODE)
    codes.model.apply(CodeFilter(query="connection"))
    assert list(codes.model.codes) == [1104021, 1103021]


# Keys


def test_keys_in_the_table(codes: Pane, qtbot: QtBot) -> None:
    codes.pane.choose_first()
    codes.table.setFocus()
    keys = {Qt.Key.Key_Down: "1002011", Qt.Key.Key_End: "1104021", Qt.Key.Key_Up: "1103021", Qt.Key.Key_Home: "0"}
    for key, row in keys.items():
        QTest.keyClick(codes.table, key)
        assert codes.row == row
    QTest.keyClick(codes.table, Qt.Key.Key_Down)
    QTest.keyClick(codes.table, Qt.Key.Key_Return)
    assert codes.activated == [1002011]


def test_home_and_end_in_an_empty_table_do_no_harm(codes: Pane) -> None:
    codes.model.apply(CodeFilter(query="nothing has this"))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Down):
        QTest.keyClick(codes.table, key)
    codes.pane.move(1)
    codes.pane.choose_first()
    assert (codes.row, codes.activated) == ("", [])


def test_a_double_click_leads_on(codes: Pane) -> None:
    place = codes.table.visualRect(codes.model.index(3, DESCRIPTION)).center()
    QTest.mouseClick(codes.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(codes.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (codes.chosen, codes.activated) == ([1102016], [1102016])


def test_letters_are_left_to_the_window(codes: Pane) -> None:
    codes.pane.choose_first()
    QTest.keyClicks(codes.table, "1104021 The token")
    assert codes.row == "0"


# Painting and tooltips


def test_a_tooltip_shows_what_a_cell_says_and_never_as_rich_text(look: Look, qtbot: QtBot) -> None:
    hostile = '<img src="//host/x"> & <b>bold</b>'
    codes = Pane(look, (Entry(1002011, hostile, "developer", "failure", family="room"),))
    qtbot.addWidget(codes.pane)
    codes.pane.resize(900, 300)
    with qtbot.waitExposed(codes.pane):
        codes.pane.show()
    place = codes.table.visualRect(codes.model.index(0, DESCRIPTION)).center()
    viewport = codes.table.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    tip = viewport.toolTip()
    assert escape(hostile) in tip
    assert "<img" not in tip
    below = QPoint(place.x(), viewport.height() - 2)
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, below, viewport.mapToGlobal(below)))
    assert viewport.toolTip() == ""


@pytest.mark.parametrize("width", [300, 500, 900, 1600])
@pytest.mark.parametrize("dark", [False, True])
def test_rows_are_painted_at_any_width(codes: Pane, look: Look, width: int, dark: bool) -> None:
    codes.model.set_findings(scanned(LOG).results.findings())
    codes.window.resize(width, 300)
    look.set_scheme(dark)
    before = codes.pane.grab().toImage()
    codes.pane.choose(1102016)
    after = codes.pane.grab().toImage()
    assert before != after
    columns = [codes.table.columnWidth(column) for column in (CODE, DESCRIPTION, NEXT, IN_LOG)]
    assert sum(columns) == codes.table.viewport().width() or width < 600


def test_zoom_makes_rows_higher(codes: Pane, look: Look) -> None:
    height, three = codes.table.rowHeight(0), codes.pane.height_of_rows(3)
    look.set_zoom(4)
    assert codes.table.rowHeight(0) > height
    assert codes.pane.height_of_rows(3) > three
    assert codes.pane.minimumSizeHint().height() == codes.pane.height_of_rows(3)
