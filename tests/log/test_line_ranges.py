"""Rows and lines where only some of the lines are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zegoerr_gui.core.log.line_ranges import LineRanges


def ranges(lines: list[int], around: int = 0, limit: int = 100) -> LineRanges:
    made = LineRanges(around, limit)
    made.add(lines)
    return made


def shown(made: LineRanges) -> list[int]:
    return [made.line_of(row) for row in range(len(made))]


@pytest.mark.parametrize(
    ("lines", "around", "limit", "rows"),
    [
        ([], 0, 10, []),
        ([3], 0, 10, [3]),
        ([3, 7], 1, 10, [2, 3, 4, 6, 7, 8]),
        ([3, 6], 1, 10, [2, 3, 4, 5, 6, 7]),
        ([3, 5], 1, 10, [2, 3, 4, 5, 6]),
        ([0, 9], 3, 10, [0, 1, 2, 3, 6, 7, 8, 9]),
        ([9], 3, 10, [6, 7, 8, 9]),
        ([3, 3, 4], 0, 10, [3, 4]),
    ],
)
def test_rows_are_lines_with_some_around(lines: list[int], around: int, limit: int, rows: list[int]) -> None:
    assert shown(ranges(lines, around, limit)) == rows


@given(st.sets(st.integers(0, 60)), st.integers(0, 4), st.integers(0, 64), st.integers(-2, 66), st.integers(0, 60))
def test_ranges_are_what_a_list_would_be(lines: set[int], around: int, limit: int, asked: int, cut: int) -> None:
    made = LineRanges(around, limit)
    told = sorted(line for line in lines if line < limit)
    made.add(told[:cut])
    made.add(told[cut:])
    near = {one for line in told for one in range(line - around, line + around + 1)}
    rows = [line for line in range(limit) if line in near]
    assert shown(made) == rows
    before, after = [line for line in rows if line <= asked], [line for line in rows if line >= asked]
    assert (asked in made) == (asked in rows)
    assert made.next_from(asked) == (after[0] if after else None)
    assert made.last_until(asked) == (before[-1] if before else None)
    assert made.row_of(asked) == (rows.index(before[-1]) if before else 0 if rows else -1)
    for first in range(len(rows)):
        stretches = [line for begin, end in made.spans(first, asked) for line in range(begin, end + 1)]
        assert stretches == rows[first : max(first, asked + 1)]


def test_rows_come_while_the_log_is_read() -> None:
    made = ranges([3], 2, 3)
    assert shown(made) == [1, 2]
    made.limit = 5
    assert shown(made) == [1, 2, 3, 4]
    made.limit = 100
    made.add([9])
    assert shown(made) == [1, 2, 3, 4, 5, 7, 8, 9, 10, 11]


def test_a_row_that_is_not_there_is_an_error() -> None:
    for row in (-1, 1):
        with pytest.raises(IndexError):
            ranges([3]).line_of(row)
