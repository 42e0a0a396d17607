"""Only some lines of a log as rows: those with codes, with finds, with marks of one's own."""

from array import array

import pytest
from PySide6.QtCore import Qt

from tests.models.small import scanned, small_catalogue
from tests.recognition.shapes import login_call, room, sdk, stream
from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.models.line_filter import CodeLines, LineFilter, ListedLines, ScopeLines
from zegoerr_gui.models.log_lines_model import CONTENT, LogLinesModel
from zegoerr_gui.models.own_marks import OwnMarks

LOG = [
    login_call(),
    "quiet 1",
    room("LOGIN_FAILED", 1102016, moment=100),
    "order 1104021",  # set aside
    *["quiet"] * 6,
    stream("NO_PUBLISH", 1103021),
    "the end",
]


def taken(scan: Scan, around: int = 0) -> LineFilter:
    made = LineFilter(CodeLines(scan.results), around)
    for _ in made.take(len(scan.lines)):
        pass
    return made


def numbers(model: LogLinesModel) -> list[int]:
    """The line numbers beside the rows, as on the screen."""
    return [int(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("around", "shown"), [(0, [3, 11]), (1, [2, 3, 4, 10, 11, 12]), (3, [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12])]
)
def test_lines_with_codes_and_some_around(model: LogLinesModel, around: int, shown: list[int]) -> None:
    scan = scanned("\n".join(LOG))
    model.set_scan(scan)
    model.set_filter(taken(scan, around))
    assert numbers(model) == shown
    assert (model.line_count, model.filtered) == (12, True)
    assert [model.line_of(row) + 1 for row in range(model.rowCount())] == shown
    assert [model.row_of(line - 1) for line in shown] == list(range(len(shown)))
    assert [model.holds(line) for line in range(-1, 13)] == [line + 1 in shown for line in range(-1, 13)]
    gaps = [row for row in range(len(shown)) if model.follows_gap(row)]
    assert gaps == [row for row, line in enumerate(shown) if line > 1 and (not row or shown[row - 1] != line - 1)]
    assert model.index(shown.index(11), CONTENT).data().startswith("publisherStateUpdate")
    model.set_filter(None)
    assert numbers(model) == list(range(1, 13))
    assert not any(model.follows_gap(row) for row in range(-1, 13))


def test_rows_come_while_the_log_is_read(model: LogLinesModel) -> None:
    lines = "\n".join(("x" * 90 if number % 50 else room("LOGIN_FAILED", 1102016)) for number in range(2_500))
    scan = Scan(MemorySource(lines.encode(), "grows"), Recogniser(small_catalogue()))
    model.set_scan(scan)
    wanted = LineFilter(CodeLines(scan.results), 1)
    model.set_filter(wanted)
    counts = []
    for _ in scan.run():
        if wanted.stale:
            wanted = LineFilter(CodeLines(scan.results), 1)
            model.set_filter(wanted)
        for _ in wanted.take(len(scan.lines)):
            pass
        model.grow()
        counts.append(model.rowCount())
    for _ in wanted.take(len(scan.lines)):
        pass
    model.grow()
    assert len(set(counts)) > 3
    assert numbers(model) == [
        line + 1 for line in range(2_500) if line % 50 in (0, 1, 49) and (line != 2_499 or line % 50 in (0, 1))
    ]


def test_what_counts_as_a_code_may_change_while_the_log_is_read() -> None:
    """A number alone counts in a short text, and no longer when the text turns out to be long."""
    scan = Scan(MemorySource(b"1103021\n" + b"x\n" * 40, "log"), Recogniser(small_catalogue()))
    steps = scan.run()
    next(steps)
    wanted = taken(scan)
    assert (len(wanted.ranges), wanted.stale) == (1, False)
    for _ in steps:
        pass
    assert wanted.stale
    again = taken(scan)
    assert (len(again.ranges), again.stale) == (0, False)


def test_lines_of_a_list_that_grows() -> None:
    lines = [2, 5]
    telling = ListedLines(lines)
    assert telling.more(5) == [2]
    assert telling.more(5) is None
    lines.append(9)
    assert telling.more(100) == [5, 9]
    assert telling.more(100) is None


def test_the_nearest_line_shown(model: LogLinesModel) -> None:
    scan = scanned("\n".join(LOG))
    model.set_scan(scan)
    assert (model.next_shown(4, 1), model.next_shown(4, -1), model.next_shown(99, 1)) == (4, 4, None)
    model.set_filter(taken(scan))
    assert [model.next_shown(line, 1) for line in (0, 2, 3, 11)] == [2, 2, 10, None]
    assert [model.next_shown(line, -1) for line in (0, 2, 3, 11)] == [None, 2, 2, 10]
    assert list(model.spans(0, 1)) == [(2, 2), (10, 10)]


def test_a_row_that_is_not_there_has_no_line(model: LogLinesModel) -> None:
    model.set_scan(scanned("one\ntwo"))
    for row in (-1, 2):
        with pytest.raises(IndexError):
            model.line_of(row)
    assert model.row_of(7) == 1


def test_own_marks_are_kept_in_order() -> None:
    marks = OwnMarks()
    told: list[list[int]] = []
    marks.changed.connect(lambda: told.append(list(marks.lines)))
    assert marks.step(3, 1) is None
    assert [marks.toggle(line) for line in (7, 2, 9, 7)] == [True, True, True, False]
    assert told == [[7], [2, 7], [2, 7, 9], [2, 9]]
    assert (2 in marks, 7 in marks) == (True, False)
    assert [marks.step(line, 1) for line in (0, 2, 5, 9)] == [2, 9, 9, 2]
    assert [marks.step(line, -1) for line in (0, 2, 5, 9)] == [9, 9, 2, 2]
    marks.clear()
    marks.clear()
    assert told[4:] == [[]]


def told_by(telling: ScopeLines, limit: int) -> list[int]:
    lines = []
    while (more := telling.more(limit)) is not None:
        lines += more
    return lines


def test_lines_of_a_session_are_those_that_name_it_and_those_of_its_failures() -> None:
    scan = scanned("\n".join(sdk(f"line {n}", roomid="r1" if n % 3 else "r2") for n in range(3_000)))
    scope = Scope("room", "r2")
    telling = ScopeLines(scan, Limited(scope, lines=array("I", [1, 9, 2_000])))
    assert told_by(telling, 10) == [0, 1, 3, 6, 9]
    assert told_by(telling, 3_000) == sorted({*range(12, 3_000, 3), 2_000})
    assert told_by(telling, 3_000) == []
    assert not telling.stale
    assert told_by(ScopeLines(scan, Limited(Scope("room", ""), lines=array("I", [1, 2_000]))), 3_000) == [1, 2_000]


def test_lines_of_a_session_are_told_again_when_its_failures_are_known() -> None:
    scan = scanned("\n".join(LOG))
    scan.results.complete = False
    telling = ScopeLines(scan, Limited(Scope("room", "r1")))
    assert told_by(telling, len(LOG)) == [0, 2]
    assert not telling.stale
    scan.results.complete = True
    assert telling.stale
