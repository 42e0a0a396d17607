"""The table of codes, drawn. Qt's own tester watches every change of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.models.small import drawn, picture, scanned, small_catalogue
from tests.recognition.shapes import room, stream
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.models.code_filter import CodeFilter
from zegoerr_gui.models.code_table_model import CODE, DESCRIPTION, IN_LOG, NEXT, CodeTableModel
from zegoerr_gui.models.roles import Role

Roles = Qt.ItemDataRole
LOG = "\n".join(
    [
        room("LOGIN_FAILED", 1102016, moment=0),
        stream("NO_PUBLISH", 1103021, moment=5000),
        room("LOGIN_FAILED", 1002999, moment=9000),
        room("LOGIN_FAILED", 1102016, moment=20000),
    ]
)


def findings(log: str = LOG) -> list[Finding]:
    return scanned(log).results.findings()


@pytest.fixture
def model(qapp: object) -> Iterator[CodeTableModel]:
    """A model that cannot tell its views anything untrue without ending the run."""
    made = CodeTableModel(small_catalogue())
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()


def test_every_entry_in_the_order_of_the_catalogue(model: CodeTableModel) -> None:
    assert drawn(model) == picture(
        """
        Code     Description                           Next move          In log
        0        Success                               Nothing to do
        1002011  The room ID is empty                  Developer
        1002055  The user was removed from the room    Wait and retry
        1102016  The token is wrong                    ZEGOCLOUD support
        1103021  The connection for publishing failed  End user: network
        1104021  The connection for playing failed     End user: network
        """
    )
    assert (model.total, list(model.codes)) == (6, [0, 1002011, 1002055, 1102016, 1103021, 1104021])


def test_findings_stand_beside_their_codes_and_unknown_ones_in_front(model: CodeTableModel) -> None:
    model.set_findings(findings())
    assert drawn(model) == picture(
        """
        Code     Description                           Next move          In log
        1002999  Unknown code                          –                  1×
        0        Success                               Nothing to do
        1002011  The room ID is empty                  Developer
        1002055  The user was removed from the room    Wait and retry
        1102016  The token is wrong                    ZEGOCLOUD support  2×
        1103021  The connection for publishing failed  End user: network  1×
        1104021  The connection for playing failed     End user: network
        """
    )
    model.set_findings([])
    assert (model.rowCount(), model.findings) == (6, {})


def test_unknown_codes_of_log_and_desk_count_whatever_is_filtered(model: CodeTableModel) -> None:
    model.set_findings(findings())
    model.set_desk([1002011, 1109998], {1109999: "ask again"})
    assert (model.rowCount(), model.total) == (9, 9)
    model.apply(CodeFilter("1002011"))
    assert (model.rowCount(), model.total) == (1, 9)


def test_in_this_log_shows_the_findings_by_first_line(model: CodeTableModel) -> None:
    model.apply(CodeFilter(in_log=True))
    assert drawn(model) == "Code  Description  Next move  In log"
    model.set_findings(findings())
    assert drawn(model) == picture(
        """
        Code     Description                           Next move          In log
        1102016  The token is wrong                    ZEGOCLOUD support  2×
        1103021  The connection for publishing failed  End user: network  1×
        1002999  Unknown code                          –                  1×
        """
    )


def test_a_query_puts_the_best_match_first(model: CodeTableModel) -> None:
    model.apply(CodeFilter(query="login"))
    assert drawn(model) == picture(
        """
        Code     Description           Next move          In log
        1102016  The token is wrong    ZEGOCLOUD support
        1002011  The room ID is empty  Developer
        """
    )
    model.apply(CodeFilter(query="nothing has this"))
    assert model.rowCount() == 0
    model.apply(CodeFilter())
    assert model.rowCount() == 6


def test_words_that_are_sought_are_marked_also_where_the_same_rows_stay(model: CodeTableModel, qtbot: QtBot) -> None:
    def marked() -> list[str]:
        cells = [model.index(row, DESCRIPTION) for row in range(model.rowCount())]
        return [cell.data()[start:end] for cell in cells for start, end in cell.data(Role.HITS)]

    model.apply(CodeFilter(query="connec"))
    assert marked() == ["connec", "connec"]
    with qtbot.waitSignal(model.dataChanged):
        model.apply(CodeFilter(query="connection"))
    assert marked() == ["connection", "connection"]
    assert model.index(0, NEXT).data(Role.HITS) == ()
    model.apply(CodeFilter(query="1103"))
    assert model.index(0, CODE).data(Role.HITS) == [(0, 4)]


def test_what_a_tooltip_and_a_screen_reader_say_of_the_counts(model: CodeTableModel) -> None:
    model.apply(CodeFilter(in_log=True))
    model.set_findings(findings())
    assert drawn(model, Roles.ToolTipRole) == picture(
        """
        Code     Description                           Next move          In log
        1102016  The token is wrong                    ZEGOCLOUD support  2 failures, 2 places, lines 1 to 4
        1103021  The connection for publishing failed  End user: network  1 failure, 1 place, line 2
        1002999  Unknown code                          –                  1 failure, 1 place, line 3
        """
    )
    assert drawn(model, Roles.AccessibleTextRole) == picture(
        """
        Code     Description                           Next move          In log
        1102016  The token is wrong                    ZEGOCLOUD support  2 failures, 2 places, lines 1 to 4
        1103021  The connection for publishing failed  End user: network  1 failure, 1 place, line 2
        1002999  Unknown code, Unknown code            –                  1 failure, 1 place, line 3
        """
    )


def test_a_code_that_only_the_sdk_knows_is_told_as_such(model: CodeTableModel) -> None:
    spoken = model.index(model.row_of(1002055), DESCRIPTION).data(Roles.AccessibleTextRole)
    assert spoken == "The user was removed from the room, SDK only"


def test_a_finding_without_failures_shows_its_places(model: CodeTableModel) -> None:
    possible = Evidence.POSSIBLE
    model.set_findings([Finding(1104021, "documented", possible, 3, {possible: 3}, 4, 1233, -1)])
    index = model.index(model.row_of(1104021), IN_LOG)
    assert (index.data(), index.data(Roles.ToolTipRole)) == ("3", "3 places, lines 5 to 1,234")


def test_every_column_answers_with_code_entry_and_finding(model: CodeTableModel) -> None:
    model.set_findings(findings())
    for row, code in enumerate(model.codes):
        for column in (CODE, DESCRIPTION, NEXT, IN_LOG):
            index = model.index(row, column)
            assert index.data(Role.ENTRY).code == code
            assert getattr(index.data(Role.FINDING), "code", None) == (code if code in model.findings else None)
    assert model.index(0, CODE).data(Roles.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_sorting_by_each_column_and_back(model: CodeTableModel) -> None:
    model.set_findings(findings())
    usual = list(model.codes)
    model.sort_by(CODE, Qt.SortOrder.DescendingOrder)
    assert list(model.codes) == sorted(usual, reverse=True)
    model.sort_by(DESCRIPTION)
    assert drawn(model) == picture(
        """
        Code     Description                           Next move          In log
        0        Success                               Nothing to do
        1104021  The connection for playing failed     End user: network
        1103021  The connection for publishing failed  End user: network  1×
        1002011  The room ID is empty                  Developer
        1102016  The token is wrong                    ZEGOCLOUD support  2×
        1002055  The user was removed from the room    Wait and retry
        1002999  Unknown code                          –                  1×
        """
    )
    model.sort_by(IN_LOG, Qt.SortOrder.DescendingOrder)  # codes that the log lacks stay behind
    assert list(model.codes)[:3] == [1002999, 1103021, 1102016]
    model.sort_by(None)
    assert list(model.codes) == usual


def test_findings_that_come_later_only_add_rows_at_the_end(model: CodeTableModel, qtbot: QtBot) -> None:
    """Counts rise while a log is read; nothing moves under the hand."""
    lines = LOG.split("\n")
    model.apply(CodeFilter(in_log=True))
    model.set_findings(findings(lines[0]))
    kept = QPersistentModelIndex(model.index(0, CODE))
    for more in range(2, len(lines) + 1):
        with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
            model.set_findings(findings("\n".join(lines[:more])))
        assert (kept.row(), kept.data()) == (0, "1102016")
    assert [index.data() for index in (model.index(row, IN_LOG) for row in range(3))] == ["2×", "1×", "1×"]


def test_the_same_rows_again_are_no_change_of_rows(model: CodeTableModel, qtbot: QtBot) -> None:
    moved = [qtbot.assertNotEmitted(signal) for signal in (model.modelReset, model.rowsInserted)]
    with moved[0], moved[1], qtbot.waitSignal(model.rows_changed):
        model.apply(CodeFilter(query=" "))


def test_the_choosers_are_counted_under_the_filter_in_force(model: CodeTableModel) -> None:
    model.apply(CodeFilter(query="connection"))
    assert model.facet_counts() == ({"publishing": 1, "playing": 1}, {"network": 2, "escalates": 0})


def test_rows_are_found_by_code(model: CodeTableModel) -> None:
    assert [model.row_of(code) for code in (0, 1104021, 1002999)] == [0, 5, -1]
    assert model.entry(1002999).listing == "unlisted"
    assert model.finding(1104021) is None


def test_a_row_has_no_rows_of_its_own(model: CodeTableModel) -> None:
    inside = model.index(0, CODE)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
