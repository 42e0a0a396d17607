"""Which codes pass: query, families, next moves and "In this log" taken together."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.models.small import ENTRIES, in_words, scanned, small_catalogue
from tests.recognition.shapes import room
from zegoerr_gui.core.catalogue.entry import Variant, When
from zegoerr_gui.core.catalogue.query_fields import ESCALATES
from zegoerr_gui.core.catalogue.search import Search
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.models.code_filter import CodeFilter, FilteredCodes

# 1002999 is in no catalogue, but a code by its place; 6000121 belongs to no family either.
LOG = "\n".join(
    [
        room("LOGIN_FAILED", 1102016, moment=0),
        room("LOGIN_FAILED", 1002999, moment=5000),
        room("LOGIN_FAILED", 6000121, moment=10000),
        room("LOGIN_FAILED", 1002011, moment=15000),
    ]
)
ALL = [0, 1002011, 1002055, 1102016, 1103021, 1104021]
IN_LOG = [1102016, 1002999, 6000121, 1002011]


def filtered(log: str = "") -> FilteredCodes:
    catalogue = small_catalogue()
    findings = scanned(log, catalogue).results.findings() if log else []
    return FilteredCodes(catalogue, Search(catalogue), {finding.code: finding for finding in findings})


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (CodeFilter(), ALL),
        (CodeFilter(query="  "), ALL),
        (CodeFilter(query="connection"), [1103021, 1104021]),
        (CodeFilter(query="CONNECTION playing"), [1104021]),
        (CodeFilter(query="no such word"), []),
        (CodeFilter(moves=frozenset({ESCALATES})), [1102016]),
        (CodeFilter(families=frozenset({"room"})), [1002011, 1002055, 1102016]),
        (CodeFilter(families=frozenset({"room", "playing"})), [1002011, 1002055, 1102016, 1104021]),
        (CodeFilter(moves=frozenset({"network"})), [1103021, 1104021]),
        (CodeFilter(families=frozenset({"playing"}), moves=frozenset({"network"})), [1104021]),
        (CodeFilter(families=frozenset({"room"}), moves=frozenset({"network"})), []),
        (CodeFilter(query="room", moves=frozenset({"developer"})), [1002011]),
        (CodeFilter(in_log=True), []),
    ],
    ids=in_words,
)
def test_rows_without_a_log(wanted: CodeFilter, rows: list[int]) -> None:
    assert filtered().rows(wanted) == rows


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (CodeFilter(in_log=True), IN_LOG),
        (CodeFilter(), [1002999, 6000121, *ALL]),
        (CodeFilter(in_log=True, query="room"), [1002011, 1102016]),
        (CodeFilter(in_log=True, query="connection"), []),
        (CodeFilter(in_log=True, families=frozenset({"room"})), [1102016, 1002999, 1002011]),
        (CodeFilter(in_log=True, moves=frozenset({"support"})), [1102016]),
        (CodeFilter(query="1002999"), [1002999]),
        (CodeFilter(query="6000"), [6000121]),
    ],
    ids=in_words,
)
def test_rows_with_a_log(wanted: CodeFilter, rows: list[int]) -> None:
    assert filtered(LOG).rows(wanted) == rows


def test_a_code_typed_out_comes_first_whatever_words_stand_around_it() -> None:
    assert filtered().rows(CodeFilter(query="error 1104021 again"))[0] == 1104021


def test_an_unknown_code_typed_out_has_a_row() -> None:
    assert filtered().rows(CodeFilter(query="1103999")) == [1103999]
    assert filtered().rows(CodeFilter(query="error 1103999 again")) == [1103999]


@pytest.mark.parametrize("query", ["error 1002999 again", "１００２９９９", "1002999 room"])
@pytest.mark.parametrize("in_log", [False, True])
def test_an_unknown_code_that_the_log_has_keeps_its_row_whatever_words_stand_around_it(
    query: str, in_log: bool
) -> None:
    assert filtered(LOG).rows(CodeFilter(query=query, in_log=in_log))[:1] == [1002999]


@pytest.mark.parametrize(
    "wanted",
    [
        CodeFilter(query="x"),
        CodeFilter(families=frozenset("a")),
        CodeFilter(moves=frozenset("b")),
        CodeFilter("", in_log=True),
    ],
    ids=in_words,
)
def test_every_condition_counts_as_a_filter_in_force(wanted: CodeFilter) -> None:
    assert wanted.active
    assert not CodeFilter(query=" \t").active


def test_a_chooser_counts_what_each_of_its_values_would_leave() -> None:
    codes = filtered()
    families, moves = codes.counts(CodeFilter(families=frozenset({"room"}), moves=frozenset({"network"})))
    # Its own choice does not narrow a chooser, that of the other one does.
    assert dict(families) == {"publishing": 1, "playing": 1}
    assert dict(moves) == {"developer": 1, "wait": 1, "support": 1, ESCALATES: 1}


@pytest.mark.parametrize("wanted", [CodeFilter(), CodeFilter(query="room"), CodeFilter(in_log=True)], ids=in_words)
def test_the_counts_are_those_of_the_rows(wanted: CodeFilter) -> None:
    codes = filtered(LOG)
    families, moves = codes.counts(wanted)
    for family, count in families.items():
        chosen = CodeFilter(wanted.query, frozenset({family}), wanted.moves, wanted.in_log)
        assert len(codes.rows(chosen)) == count
    for move, count in moves.items():
        chosen = CodeFilter(wanted.query, wanted.families, frozenset({move}), wanted.in_log)
        assert len(codes.rows(chosen)) == count


def test_no_code_has_two_rows() -> None:
    codes = filtered(LOG)
    queries: Sequence[str] = ("", "1002999", "1102016", "error 1102016 and 1002999", "room 1103999")
    for query in queries:
        for in_log in (False, True):
            rows = codes.rows(CodeFilter(query=query, in_log=in_log))
            assert len(rows) == len(set(rows)), query


@pytest.mark.parametrize(
    ("wanted", "ways"),
    [
        (CodeFilter(query="connection", in_log=True), [("", CodeFilter(query="connection"), 2)]),
        (
            CodeFilter(query="connection", families=frozenset({"room"})),
            [("", CodeFilter(query="connection"), 2)],
        ),
        (
            CodeFilter(query="connection removed"),
            [("connection", CodeFilter(query="removed"), 1), ("removed", CodeFilter(query="connection"), 2)],
        ),
        (CodeFilter(query="no such word"), []),
        (CodeFilter(query="connecton", in_log=True), [("", CodeFilter(query="connecton"), 2)]),  # similar ones
        (CodeFilter(query="connecton removed"), [("connecton", CodeFilter(query="removed"), 1)]),
    ],
    ids=in_words,
)
def test_a_way_out_is_a_filter_with_one_condition_less_that_has_rows(
    wanted: CodeFilter, ways: list[tuple[str, CodeFilter, int]]
) -> None:
    codes = filtered(LOG)
    assert codes.rows(wanted) == []
    assert [(way.piece, way.wanted, way.count) for way in codes.ways_out(wanted)] == ways


def test_a_query_is_put_anew_to_a_catalogue_that_was_read_anew() -> None:
    codes = filtered()
    assert codes.rows(CodeFilter(query="connection")) == [1103021, 1104021]
    codes.catalogue.become(small_catalogue(ENTRIES[:5]))
    codes.renew()
    assert codes.rows(CodeFilter(query="connection")) == [1103021]


def test_what_the_desk_keeps_is_found() -> None:
    codes = filtered()
    assert codes.rows(CodeFilter(query="pinned")) == []
    codes.pinned = {1104021, 1103999}
    assert codes.rows(CodeFilter(query="pinned")) == [1103999, 1104021]
    codes.notes = {1002011: "ask the teacher"}
    assert codes.rows(CodeFilter(query="teacher")) == codes.rows(CodeFilter(query="noted")) == [1002011]


def test_a_field_asks_for_what_the_entry_is_in_the_version_of_the_log() -> None:
    native = Variant(When(platform="native"), who_acts="wait")
    entry = replace(ENTRIES[1], variants=(native,))
    catalogue = small_catalogue([entry])
    codes = FilteredCodes(catalogue, Search(catalogue))
    assert codes.rows(CodeFilter(query="next:wait")) == []
    codes.set_context(Context(platform={"native": 0}))
    assert codes.rows(CodeFilter(query="next:wait")) == [entry.code]
