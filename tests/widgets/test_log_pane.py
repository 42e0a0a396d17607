"""The log as a pane: its lines, its marks, the current line, and the invitation to bring a log."""

import sys
from types import FrameType

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from pytestqt.qtbot import QtBot

from tests.app.driving import take_turns, words
from tests.models.small import scanned, small_catalogue
from tests.models.test_log_lines_model import CountingSource
from tests.recognition.shapes import login_call, red, room, sdk, stream
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.core.log.find import Words
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.occurrences import Occurrence, Occurrences
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan, scan_to_end
from zegoerr_gui.models.log_lines_model import ACTION, CONTENT, LEVEL, TIME, LogLinesModel
from zegoerr_gui.models.shown import Shown
from zegoerr_gui.widgets.log_pane import LogPane
from zegoerr_gui.widgets.look import Look

PARTY = "\U0001f389"
# Counted from 0, as inside.
LOG = [
    login_call(),
    room("LOGIN_FAILED", 1102016, moment=100),
    "[App] quiet",
    f"{PARTY} errorCode: 1103021, then errorCode: 1104021",
    "order 1104021",
    room("LOGIN_FAILED", 1102016, moment=90_000),
]


class Log:
    """A pane and the codes it came to."""

    def __init__(self, look: Look) -> None:
        self.pane = LogPane(look, lambda code: f"name of {code}", Jobs())
        self.table = self.pane.table
        self.codes: list[int] = []
        self.pane.code_chosen.connect(self.codes.append)

    def show(self, *lines: str) -> Scan:
        scan = scanned("\n".join(lines or LOG))
        self.pane.show_scan(scan)
        return scan

    @property
    def line(self) -> int:
        """The current line, from 0; the line pane must say the same, from 1."""
        if self.table.current_line >= 0:
            assert self.pane.line.title.text() == f"Line {self.table.current_line + 1:,}"
        return self.table.current_line

    @property
    def mark(self) -> str:
        """What stands at the cursor of the line pane, when the line is laid out."""
        take_turns(lambda: "long line, being laid out…" not in words(self.pane.line))
        text = self.pane.line.text
        at = text.textCursor().position()
        return text.toPlainText().encode("utf-16-le")[2 * at : 2 * at + 14].decode("utf-16-le")


@pytest.fixture
def log(look: Look, qtbot: QtBot) -> Log:
    made = Log(look)
    qtbot.addWidget(made.pane)
    made.pane.resize(1000, 500)
    with qtbot.waitActive(made.pane):
        made.pane.show()
    return made


# No line yet, a log, another one


def test_a_log_that_is_being_opened_is_named(log: Log) -> None:
    log.pane.show_coming("console.log")
    assert words(log.pane.strip) == ["Opening console.log", "Report…", "Reply…"]
    assert log.pane.strip.accessibleDescription() == "Opening console.log"
    log.pane.refresh(0.5)
    assert any(text.startswith("Reading, 50") for text in words(log.pane.strip))
    assert not log.pane.step_mark(1)
    assert not log.pane.step_mark(-1, other_code=True)
    assert log.pane.outgoing.selected_text() == ("", 0)
    log.pane.select_code(1102016)
    log.pane.go_to_line(3)
    assert log.codes == []


def test_a_log_begins_at_its_first_line(log: Log) -> None:
    log.show()
    assert log.table.model().rowCount() == len(LOG)
    assert (log.line, log.codes) == (0, [])
    assert "Last failure" in words(log.pane.strip)


def test_a_log_whose_first_line_has_a_code_comes_to_it(log: Log) -> None:
    log.show(*LOG[1:])
    assert (log.line, log.codes, log.mark) == (0, [1102016], "1102016")


def test_another_log_and_none(log: Log) -> None:
    log.show()
    log.pane.go_to_line(5)
    log.show("one", "two 1104021")
    assert (log.line, log.table.model().rowCount()) == (0, 2)
    assert log.pane.line.text.toPlainText() == "one"
    log.pane.show_scan(None)
    assert log.table.model().rowCount() == 0


def test_an_empty_log_does_no_harm(log: Log) -> None:
    scan = scanned("")
    log.pane.show_scan(scan)
    log.pane.refresh(None)
    assert not log.pane.step_mark(1)
    log.pane.select_code(1102016)
    assert "The log is empty" in words(log.pane.strip)
    log.pane.grab()


def test_columns_are_there_for_lines_of_the_sdk_only(log: Log) -> None:
    log.show()
    assert not any(log.table.isColumnHidden(column) for column in (TIME, LEVEL, ACTION, CONTENT))
    log.show("one", "two 1104021")
    assert [log.table.isColumnHidden(column) for column in (TIME, LEVEL, ACTION, CONTENT)] == [True, True, True, False]
    log.show()
    log.pane.resize(600, 500)
    assert [log.table.isColumnHidden(column) for column in (TIME, LEVEL, ACTION, CONTENT)] == [
        False,
        False,
        True,
        False,
    ]


# From mark to mark


def test_steps_go_from_mark_to_mark_also_within_a_line(log: Log) -> None:
    log.show()
    seen = []
    while log.pane.step_mark(1):
        seen.append((log.line, log.mark))
    assert seen == [(1, "1102016"), (3, "1103021"), (3, "1104021"), (5, "1102016")]
    assert log.codes == [1102016, 1103021, 1104021, 1102016]
    back = []
    while log.pane.step_mark(-1):
        back.append((log.line, log.mark))
    assert back == seen[-2::-1]


def test_steps_begin_at_the_line_the_agent_went_to(log: Log) -> None:
    log.show()
    log.pane.go_to_line(2)
    assert log.pane.step_mark(1)
    assert log.line == 3
    log.pane.go_to_line(4)
    assert log.pane.step_mark(-1)
    assert (log.line, log.mark) == (3, "1104021")
    log.pane.go_to_line(3)
    assert log.mark == "1104021"  # the code last chosen is in this line
    assert log.pane.step_mark(-1)
    assert log.mark == "1103021"


def test_steps_to_another_code_pass_over_the_same_one(log: Log) -> None:
    log.show(*[room("LOGIN_FAILED", 1102016, moment=at * 9_000) for at in range(3)], stream("NO_PUBLISH", 1103021))
    assert log.pane.step_mark(1, other_code=True)
    assert (log.line, log.codes) == (3, [1102016, 1103021])
    assert not log.pane.step_mark(1, other_code=True)
    assert log.pane.step_mark(-1, other_code=True)
    assert log.line == 2


def test_what_was_set_aside_is_no_stop(log: Log) -> None:
    log.show("order 1104021", *LOG)
    assert log.pane.step_mark(1)
    assert log.line == 2


# The code chosen elsewhere


def test_a_code_chosen_leads_to_its_first_line_without_a_signal(log: Log) -> None:
    log.show()
    log.pane.select_code(1104021)
    assert (log.line, log.mark) == (3, "1104021")
    log.pane.select_code(1102016)
    assert (log.line, log.mark) == (1, "1102016")
    assert log.codes == []
    assert log.table.marks.selected_code == 1102016


def test_a_code_of_the_current_line_keeps_the_line(log: Log) -> None:
    log.show()
    log.pane.go_to_line(5)
    log.pane.select_code(1103021)
    log.pane.go_to_line(5)
    log.pane.select_code(1102016)
    assert log.line == 5


def test_a_code_that_the_log_lacks_moves_nothing(log: Log) -> None:
    log.show()
    log.pane.go_to_line(2)
    log.pane.select_code(1002011)
    assert (log.line, log.codes) == (2, [])


@pytest.mark.parametrize("code", [1002011, 1104021])
def test_a_code_is_found_without_going_through_all_the_others(
    log: Log, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A log may hold a million places of one code: a code that it lacks, or has at its end, is chosen by one key."""
    log.show(*[room("LOGIN_FAILED", 1102016)] * 1_000, stream("NO_PLAY", 1104021))
    looked_at = 0
    whole = Occurrences.__getitem__

    def counting(occurrences: Occurrences, place: int) -> Occurrence:
        nonlocal looked_at
        looked_at += 1
        return whole(occurrences, place)

    monkeypatch.setattr(Occurrences, "__getitem__", counting)
    log.pane.select_code(code)
    assert log.line == (1_000 if code == 1104021 else 0)
    assert looked_at < 200


def test_a_line_chosen_tells_its_code_once(log: Log) -> None:
    log.show()
    log.table.setFocus()
    for _ in range(5):
        QTest.keyClick(log.table, Qt.Key.Key_Down)
    assert log.codes == [1102016, 1103021, 1102016]
    assert log.table.hasFocus()


def test_the_reason_for_a_mark_is_told(log: Log) -> None:
    log.show()
    log.pane.go_to_line(1)
    assert "the code of a room's state change" in words(log.pane.line)
    assert log.pane.line.level.accessibleName() == "in an error line"
    log.pane.go_to_line(2)
    assert words(log.pane.line) == ["Line 3", "Wrap"]


def test_a_mark_that_is_set_aside_when_more_has_been_read_is_left(log: Log) -> None:
    text = "\n".join(["code: 1102016", *["[App] number 5 of some"] * 3_000])
    scan = Scan(MemorySource(text.encode(), "app.log"), Recogniser(small_catalogue()))
    steps = scan.run()
    next(steps)
    log.pane.show_scan(scan)
    for share in steps:
        log.pane.refresh(share)
    log.pane.refresh(None)
    assert scan.results.finding(1102016) is None
    assert words(log.pane.line) == ["Line 1", "Wrap"]


def test_a_line_asked_for_is_brought_into_sight_with_some_lines_around(log: Log) -> None:
    log.show(*["x"] * 5_000)
    for line in (4_000, 17, 2_500, 0, 4_999):
        log.pane.go_to_line(line)
        assert log.line == line
        top, bottom = log.table.rowAt(0), log.table.rowAt(log.table.viewport().height() - 5)
        assert top <= max(0, line - 1)
        assert bottom >= min(4_999, line + 1) or bottom == -1
    log.pane.go_to_line(5_000)
    assert log.line == 4_999


def test_set_aside_numbers_lead_to_their_line(log: Log) -> None:
    log.show()
    (action,) = log.pane.strip.aside_menu.actions()
    action.trigger()
    assert log.line == 4


# While it is read


def test_rows_are_added_while_the_line_chosen_stays(log: Log) -> None:
    lines = [LOG[1], *["x" * 400] * 2_000, LOG[5]]
    scan = Scan(MemorySource("\n".join(lines).encode(), "grows.log"), Recogniser(small_catalogue()))
    steps = scan.run()
    next(steps)
    log.pane.show_scan(scan)
    rows = [log.table.model().rowCount()]
    log.pane.go_to_line(3)
    for share in steps:
        log.pane.refresh(share)
        rows.append(log.table.model().rowCount())
        assert log.line == 3
        assert any(text.startswith("Reading, ") for text in words(log.pane.strip))
    log.pane.refresh(None)
    assert rows[0] < rows[-1]
    assert log.table.model().rowCount() == len(lines)
    assert not any(text.startswith("Reading, ") for text in words(log.pane.strip))


@pytest.mark.parametrize("code", ["errorCode: 1102016 ", ""])
def test_a_first_line_that_has_not_ended_is_waited_for(log: Log, code: str) -> None:
    """Codes are found in a long line before its end is; until then there is no row to go to."""
    log.show()
    text = code + "x" * 300_000 + "\nnext\n"
    scan = Scan(MemorySource(text.encode(), "long.log"), Recogniser(small_catalogue()))
    steps = scan.run()
    next(steps)
    log.pane.show_scan(scan)
    assert log.table.model().rowCount() == 0
    for share in steps:
        log.pane.select_code(1102016)
        log.pane.step_mark(1)
        log.pane.step_mark(-1, other_code=True)
        log.pane.refresh(share)
    log.pane.refresh(None)
    log.pane.select_code(1102016)
    assert log.table.model().rowCount() == 2
    assert log.line == 0
    assert log.pane.line.text.toPlainText().startswith(code + "xxx")


def test_steps_stop_at_the_last_line_that_has_ended(log: Log) -> None:
    text = f"{LOG[1]}\nerrorCode: 1103021 " + "x" * 300_000
    scan = Scan(MemorySource(text.encode(), "long.log"), Recogniser(small_catalogue()))
    steps = scan.run()
    for _ in range(3):
        next(steps)
    log.pane.show_scan(scan)
    assert log.line == 0
    assert not log.pane.step_mark(1)
    for share in steps:
        log.pane.refresh(share)
    log.pane.refresh(None)
    assert log.pane.step_mark(1)
    assert (log.line, log.mark) == (1, "1103021")


# Long lines


def test_the_mark_come_to_is_the_current_one_also_far_inside_a_line(log: Log) -> None:
    gap = "." * 100_000
    log.show("first", f"errorCode: 1102016 {gap} errorCode: 1103021 {gap} errorCode: 1104021")
    seen = []
    while log.pane.step_mark(1):
        seen.append((log.mark, log.pane.line.level.accessibleName()))
    assert seen == [(code, "looks like an error") for code in ("1102016", "1103021", "1104021")]


def test_a_mark_that_laying_out_hides_moves_no_other(log: Log) -> None:
    """The text stands in the line with escapes that the laid-out line has not."""
    log.show("first", sdk('said {"a":"room \\\\u0049D"} errorCode 1102016, {"errorCode":1103021}'))
    while log.pane.step_mark(1):
        assert log.mark == str(log.codes[-1])


# Copying


def test_selected_lines_are_copied_as_they_stand(log: Log) -> None:
    log.show()
    assert log.pane.outgoing.selected_text() == (LOG[0], 1)
    log.table.setFocus()
    QTest.keyClick(log.table, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(log.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert log.pane.outgoing.selected_text() == ("\n".join(LOG[1:4]), 3)
    log.table.selectAll()
    assert log.pane.outgoing.selected_text() == ("\n".join(LOG), len(LOG))


def test_a_copy_ends_where_it_would_be_too_long(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zegoerr_gui.widgets.outgoing.LONGEST_COPY", 25)
    log.show(*["0123456789"] * 50)
    log.table.selectAll()
    text, lines = log.pane.outgoing.selected_text()
    assert (text, lines) == ("0123456789\n0123456789", 2)
    assert log.pane.outgoing.selected_count == 50


def test_lines_chosen_apart_are_copied_in_their_order(log: Log) -> None:
    log.show(*"abcdefgh")
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    log.table.clearSelection()
    for row in (6, 1, 3):
        log.table.selectionModel().select(log.table.model().index(row, CONTENT), flags)
    assert log.pane.outgoing.selected_text() == ("b\nd\ng", 3)


# A log that can no longer be read


def test_a_log_that_breaks_says_so_where_its_lines_were(log: Log) -> None:
    source = CountingSource("\n".join([*LOG, *["x"] * 3_000]).encode())
    log.pane.show_scan(scan_to_end(source, Recogniser(small_catalogue())))
    source.broken = True
    log.pane.go_to_line(2_000)
    assert log.pane.line.text.toPlainText() == "counted can no longer be read: Input/output error."
    log.pane.grab()
    assert log.pane.outgoing.selected_text() in (("", 0), ("counted can no longer be read: Input/output error.", 1))


# Painting


@pytest.mark.parametrize("dark", [False, True])
def test_marks_are_painted_in_the_rows(log: Log, look: Look, dark: bool) -> None:
    look.set_scheme(dark)
    log.show()
    log.pane.select_code(1002011)

    def colours(line: int) -> set[str]:
        rect = log.table.visualRect(log.table.model().index(line, CONTENT))
        image = log.table.viewport().grab(rect).toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert look.color("mark").name() in colours(1)
    assert look.color("mark").name() not in colours(2)
    assert look.color("mark_line").name() in colours(3)
    log.pane.select_code(1102016)
    log.pane.go_to_line(0)
    assert look.color("mark_selected").name() in colours(5)


def test_what_is_sought_is_painted_in_the_rows_and_in_marks(log: Log, look: Look) -> None:
    log.show("first", "a needle", "other", "errorCode: 1102016", "x" * 350 + " needle")
    accent = look.color("accent").name()

    def has_accent(line: int) -> bool:
        log.pane.repaint()
        rect = log.table.visualRect(log.table.model().index(line, CONTENT))
        image = log.table.viewport().grab(rect).toImage()
        return accent in {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert not any(map(has_accent, range(5)))
    log.pane.model.seek(Words("needle", False))
    assert list(map(has_accent, range(5))) == [False, True, False, False, True]
    log.pane.model.seek(Words("code: 1102", False))
    assert list(map(has_accent, range(5))) == [False, False, False, True, False]


def test_a_flag_stands_beside_the_number_of_a_line_marked(log: Log, look: Look) -> None:
    log.show("one", "two", "three")
    accent = look.color("accent").name()

    def flags() -> list[bool]:
        image = log.table.verticalHeader().grab().toImage()
        height = log.table.rowHeight(0)
        return [
            accent
            in {image.pixelColor(x, y).name() for x in range(12) for y in range(row * height, row * height + height)}
            for row in range(3)
        ]

    assert flags() == [False, False, False]
    log.pane.go_to_line(1)
    log.pane.marking.toggle()
    assert flags() == [False, True, False]
    log.pane.marking.toggle()
    assert flags() == [False, False, False]


def test_a_mark_in_a_long_row_is_in_sight(log: Log, look: Look) -> None:
    """Where the column has no room for the text before the mark, that text loses its middle."""
    log.show("x", "a" * 350 + " errorCode: 1102016 " + "b" * 350)
    log.pane.resize(500, 400)
    rect = log.table.visualRect(log.table.model().index(1, CONTENT))
    image = log.table.viewport().grab(rect).toImage()
    line = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert look.color("mark_line").name() in line


def test_levels_are_painted_as_shape_and_word(log: Log, look: Look) -> None:
    log.show(red("no such text"), sdk("x", level=2), sdk("x", level=1), sdk("x", level=0))
    pictures = []
    for line in range(4):
        rect = log.table.visualRect(log.table.model().index(line, LEVEL))
        pictures.append(log.table.viewport().grab(rect).toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_many_rows_are_numbered_in_full(log: Log) -> None:
    log.show("x")
    narrow = log.table.verticalHeader().width()
    log.show(*["x"] * 10_000)
    assert log.table.verticalHeader().width() > narrow
    assert log.table.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
    assert log.table.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerItem
    log.table.scrollToBottom()
    log.pane.grab()


def test_line_numbers_are_not_read_to_learn_their_width(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt asks for it many times at every change of theme, in the pane of every open log."""
    log.show()
    read: list[object] = []
    monkeypatch.setattr(LogLinesModel, "headerData", lambda *asked: read.append(asked))
    header = log.table.verticalHeader()
    assert header.sizeHint().width() == header.width()
    assert not read


def test_zoom_and_theme_reach_every_part(log: Log, look: Look) -> None:
    log.show()
    height = log.table.rowHeight(0)
    look.set_zoom(5)
    look.set_scheme(True)
    assert log.table.rowHeight(0) > height
    log.pane.grab()
    log.pane.show_scan(None)
    log.pane.grab()


def test_a_screen_reader_is_not_told_every_cell(look: Look, qtbot: QtBot) -> None:
    """Of millions of selected lines a list would take minutes."""
    asked = 0

    def count(frame: FrameType, event: str, _: object) -> None:  # a method put in the class would outlive it in Qt
        nonlocal asked
        asked += event == "call" and frame.f_code is LogLinesModel.rowCount.__code__

    log = Log(look)
    qtbot.addWidget(log.pane)
    with qtbot.waitActive(log.pane):
        log.pane.show()
    log.show(*["x"] * 20_000)
    QAccessible.setActive(True)
    sys.setprofile(count)
    try:
        log.table.setFocus()
        QTest.keyClick(log.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert log.pane.outgoing.selected_count == 20_000
        QTest.keyClick(log.table, Qt.Key.Key_Down)
        assert log.pane.outgoing.selected_count == 1
        interface = QAccessible.queryAccessibleInterface(log.table)
        assert interface is not None
        assert interface.childCount() == 20_001 * 5  # with the titles and the numbers
    finally:
        sys.setprofile(None)
        QAccessible.setActive(False)
    assert 0 < asked < 1_000


def test_only_lines_with_codes_come_to_the_nearest_one_and_back(log: Log) -> None:
    """Of very many it is far from the first that are known at once."""
    log.show(*["errorCode: 1102016 of zego"] * 60_000, *["quiet"] * 10)
    log.pane.go_to_line(60_005)
    log.pane.choice.toggle(Shown.CODES)
    take_turns(lambda: log.table.model().rowCount() == 60_000)
    take_turns(lambda: log.line == 59_999)
    log.pane.choice.toggle(Shown.CODES)
    assert log.line == 60_005
    log.pane.show_scan(None)


def test_who_goes_elsewhere_among_the_lines_shown_stays_there(log: Log) -> None:
    log.show(*["errorCode: 1102016 of zego"] * 60_000, *["quiet"] * 10)
    log.pane.go_to_line(60_005)
    log.pane.choice.toggle(Shown.CODES)
    log.table.go_to(7)
    take_turns(lambda: log.table.model().rowCount() == 60_000)
    assert log.line == 7
    log.pane.choice.toggle(Shown.CODES)
    assert log.line == 7
    log.pane.show_scan(None)
