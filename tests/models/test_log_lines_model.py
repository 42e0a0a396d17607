"""The lines of a log as rows. Qt's own tester watches every change of it."""

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.models.small import drawn, picture, scanned, small_catalogue
from tests.recognition.shapes import login_call, red, room
from zegoerr_gui.core.log.source import MemorySource, UnreadableLogError
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.line_view import LineView
from zegoerr_gui.models.log_lines_model import CONTENT, TIME, LogLinesModel
from zegoerr_gui.models.roles import Role

LOG = "\n".join(
    [login_call(), "[LiveClass] joining", red("room ID is empty", moment=9), room("LOGINED", moment=61_000)]
)


class CountingSource(MemorySource):
    """Counts what is read; can be told to fail from now on."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data, "counted")
        self.reads = 0
        self.broken = False

    def read(self, offset: int, count: int) -> bytes:
        self.reads += 1
        if self.broken:
            raise UnreadableLogError("counted can no longer be read: Input/output error.")
        return super().read(offset, count)


def test_no_log_has_no_rows(model: LogLinesModel) -> None:
    assert drawn(model) == "Time  Level  Action  Content"
    assert model.view(0) == LineView("", "", "", "", (), 0)


def test_every_line_is_a_row(model: LogLinesModel) -> None:
    model.set_scan(scanned(LOG))
    assert drawn(model) == picture(
        """
        Time          Level  Action  Content
        10:00:00.000  info   zm.lg   call by user u1 r1 3.12.0 build: 2026-1-29 19:36:24
                                     [LiveClass] joining
        10:00:00.009  error  zm.lg   room ID is empty
        10:01:01.000  info   zm.al   roomStateChanged ["r1","LOGINED",0,""]. pageID: 6f0a
        """
    )
    assert drawn(model, Qt.ItemDataRole.AccessibleTextRole) == drawn(model)


def test_rows_are_numbered_from_one(model: LogLinesModel) -> None:
    model.set_scan(scanned(LOG))
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(4)] == ["1", "2", "3", "4"]
    aligned = model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.TextAlignmentRole)
    assert aligned & Qt.AlignmentFlag.AlignRight


def test_another_log_takes_the_place_of_the_first(model: LogLinesModel, qtbot: QtBot) -> None:
    model.set_scan(scanned(LOG))
    with qtbot.waitSignal(model.modelReset):
        model.set_scan(scanned("only 1102016"))
    assert drawn(model) == "Time  Level  Action  Content\n                     only 1102016"
    with qtbot.waitSignal(model.modelReset):
        model.set_scan(None)
    assert model.rowCount() == 0
    model.grow()
    assert model.rowCount() == 0


def test_rows_are_added_at_the_end_while_a_log_is_read(model: LogLinesModel, qtbot: QtBot) -> None:
    lines = "".join(f"line {number}".ljust(999) + "\n" for number in range(300)) + "errorCode: 1102016"
    scan = Scan(MemorySource(lines.encode(), "paste"), Recogniser(small_catalogue()))
    model.set_scan(scan)
    assert model.rowCount() == 0
    counts = []
    with qtbot.assertNotEmitted(model.modelReset):
        for _ in scan.run():
            model.grow()
            counts.append(model.rowCount())
        model.grow()
    assert counts == sorted(counts)
    assert len(set(counts)) > 2
    assert 0 < counts[0] < 300
    assert model.rowCount() == 301
    assert model.index(299, CONTENT).data().startswith("line 299 ")
    assert model.index(300, CONTENT).data() == "errorCode: 1102016"


def test_marks_found_after_a_row_was_shown_are_shown(model: LogLinesModel) -> None:
    """A line longer than a slice is shown when it ends, its codes are found before; both orders must come right."""
    text = "x" * 200_000 + " errorCode: 1102016 " + "x" * 200_000 + "\nnext"
    scan = Scan(MemorySource(text.encode(), "paste"), Recogniser(small_catalogue()))
    model.set_scan(scan)
    for _ in scan.run():
        model.grow()
        if model.rowCount():
            model.view(0)
    model.grow()
    assert [mark.code for mark in model.view(0).marks] == [1102016]


def test_only_rows_asked_for_are_read(qapp: object) -> None:
    model = LogLinesModel()
    source = CountingSource("".join(f"line {number}\n" for number in range(5_000)).encode())
    scan = Scan(source, Recogniser(small_catalogue()))
    for _ in scan.run():
        pass
    source.reads = 0
    model.set_scan(scan)
    assert model.rowCount() == 5_000
    assert source.reads == 0
    assert model.index(4_000, CONTENT).data() == "line 4000"
    read = source.reads
    assert 0 < read <= 4
    assert model.index(4_000, TIME).data() == ""
    assert model.index(4_000, CONTENT).data(Role.LINE).text == "line 4000"
    assert source.reads == read  # a row is read once for all its cells


def test_rows_lately_asked_for_are_kept_and_no_more(qapp: object) -> None:
    model = LogLinesModel()
    source = CountingSource("".join(f"line {number}\n" for number in range(3_000)).encode())
    scan = Scan(source, Recogniser(small_catalogue()))
    for _ in scan.run():
        pass
    model.set_scan(scan)
    for row in range(3_000):
        model.view(row)
    source.reads = 0
    for row in range(2_900, 3_000):
        model.view(row)
    assert source.reads == 0
    model.view(0)
    assert source.reads > 0


def test_a_log_that_can_no_longer_be_read_says_so_in_its_rows(model: LogLinesModel) -> None:
    source = CountingSource(b"one\ntwo\n")
    scan = Scan(source, Recogniser(small_catalogue()))
    for _ in scan.run():
        pass
    model.set_scan(scan)
    source.broken = True
    assert model.view(1) == LineView("", "error", "", "counted can no longer be read: Input/output error.", (), 0)


def test_a_line_tells_why_it_has_its_marks(model: LogLinesModel) -> None:
    both = room("LOGIN_FAILED", 1002011, extended="order 1103061")
    lines = ["new ZegoExpressEngine()", both, "error 1002031, error 1002031, see 1102016", "order 1002031"]
    model.set_scan(scanned("\n".join(lines)))
    assert [model.index(row, CONTENT).data(Qt.ItemDataRole.ToolTipRole) for row in range(4)] == [
        None,
        "1002011: the code of a room's state change",
        "1002031: a word for an error stands beside it\n1102016: a number that a sentence speaks of",
        None,
    ]


def test_cells_answer_nothing_but_what_they_hold(model: LogLinesModel) -> None:
    model.set_scan(scanned(LOG))
    cell = model.index(0, CONTENT)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.EditRole):
        assert cell.data(role) is None
    assert model.data(QModelIndex()) is None
    assert (model.rowCount(cell), model.columnCount(cell)) == (0, 0)
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) is None
