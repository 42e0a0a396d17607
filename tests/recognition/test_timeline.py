"""A log over time: its axis, its bars, its pins."""

import re
from collections.abc import Sequence

import pytest

from tests.recognition.shapes import at, room, scanned, sdk, stream
from tests.recognition.test_moments import MINUTE, TEN, sampled, told
from zegoerr_gui.core.recognition.axis import FOLD, axis_of_lines, axis_of_moments
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.moments import Moments
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.timeline import COLUMNS, Timeline, column_of, draw_timeline

HOUR = 60 * MINUTE


def drawn(moments: Moments, lines: int, failures: Sequence[Failure] | None = None, finely: bool = True) -> Timeline:
    steps = draw_timeline(moments, failures or [], lines, finely)
    while True:
        try:
            assert 0 <= next(steps) <= 1
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


# The axis


def test_an_axis_is_even_and_ends_at_both_ends() -> None:
    axis = axis_of_moments([TEN + HOUR, TEN, TEN + 30 * MINUTE])
    assert axis is not None
    assert [axis.place(TEN + minutes * MINUTE) for minutes in (-5, 0, 15, 60, 65)] == [0, 0, 0.25, 1, 1]
    assert [axis.moment(place) for place in (-1, 0, 0.25, 1, 2)] == [
        TEN,
        TEN,
        TEN + 15 * MINUTE,
        TEN + HOUR,
        TEN + HOUR,
    ]
    assert list(axis.stretches()) == [(TEN, TEN + HOUR)]


def test_a_gap_that_would_take_nearly_all_of_the_axis_is_folded() -> None:
    night = 14 * HOUR
    evening = [TEN + minutes * MINUTE for minutes in range(11)]
    morning = [TEN + 10 * MINUTE + night + minutes * MINUTE for minutes in range(11)]
    axis = axis_of_moments([*evening, *morning])
    assert axis is not None
    assert axis.folds == ((evening[-1], morning[0]),)
    half = (1 - FOLD) / 2
    assert axis.place(evening[-1]) == pytest.approx(half)
    assert axis.place(morning[0]) == pytest.approx(half + FOLD)
    assert axis.place(morning[5]) == pytest.approx(half + FOLD + half / 2)
    assert list(axis.stretches()) == [(evening[0], evening[-1]), (morning[0], morning[-1])]
    assert axis.fold_at(0.5) == axis.folds[0]
    assert axis.fold_at(0.25) is None
    for moment in (*evening, *morning):
        assert axis.moment(axis.place(moment)) == pytest.approx(moment, abs=1)


def test_a_line_that_tells_another_year_is_folded_away() -> None:
    axis = axis_of_moments([TEN - 3 * 365 * 24 * HOUR, *(TEN + minutes * MINUTE for minutes in range(30))])
    assert axis is not None
    assert axis.place(TEN) == pytest.approx(FOLD)
    assert axis.place(TEN + 29 * MINUTE) == 1


@pytest.mark.parametrize("minutes", [[0, 1, 20], [0, 45, 60], [0, 40, 90]])
def test_shorter_gaps_stay_to_scale(minutes: list[int]) -> None:
    axis = axis_of_moments([TEN + minute * MINUTE for minute in minutes])
    assert axis is not None
    assert not axis.folds


def test_two_moments_far_from_each_other_make_an_axis() -> None:
    axis = axis_of_moments([TEN, TEN + 24 * HOUR])
    assert axis is not None
    assert (axis.folds, axis.place(TEN + 12 * HOUR)) == ((), 0.5)


def test_one_moment_makes_none() -> None:
    assert axis_of_moments([]) is None
    assert axis_of_moments([TEN, TEN]) is None
    assert axis_of_lines(1).place(0) == 0


# Bars


def test_every_line_is_counted_in_its_column() -> None:
    timeline = drawn(sampled([told(line * 100) for line in range(8000)]), 8000)
    assert sum(timeline.bars) == pytest.approx(8000)
    assert min(timeline.bars[:-1]) > 2
    assert max(timeline.bars[:-1]) < 6


def test_a_gap_is_empty_though_it_lies_within_a_block() -> None:
    moments = [line * 100 for line in range(4000)] + [400_000 + 200_000 + line * 100 for line in range(4000)]
    source = sampled(told(moment) for moment in moments)
    rough, fine = drawn(source, 8000, finely=False), drawn(source, 8000)
    begin, end = (column_of(fine.axis, TEN + moment) for moment in (400_000, 600_000))
    assert set(fine.bars[begin + 8 : end]) == {0.0}
    assert all(fine.bars[begin - 20 : begin - 8])
    assert all(fine.bars[end + 8 : end + 20])
    assert any(rough.bars[begin + 8 : end])  # without reading it cannot be known
    assert sum(fine.bars) == pytest.approx(8000)


def test_of_a_log_with_two_clocks_by_turns_not_every_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    source = sampled(told(line * 100 + line * 7 % 3 * HOUR) for line in range(60_000))
    read: list[int] = []
    one = Moments.told_between

    def told_between(moments: Moments, line: int, end: int) -> tuple[int, int] | None:
        read.append(line)
        return one(moments, line, end)

    monkeypatch.setattr(Moments, "told_between", told_between)
    timeline = drawn(source, 60_000)
    assert 1000 < len(read) <= 8192
    assert sum(timeline.bars) == pytest.approx(60_000)


def test_the_bars_of_pasted_sources_lie_over_each_other() -> None:
    lines = [told(line * 100) for line in range(3000)] * 2
    timeline = drawn(sampled(lines), 6000)
    assert sum(timeline.bars) == pytest.approx(6000)
    assert timeline.axis.end == TEN + 299_900
    assert sum(timeline.bars[: COLUMNS // 2]) == pytest.approx(3000, rel=0.02)


def test_while_reading_the_axis_reaches_to_the_last_time_of_the_log(recogniser: Recogniser) -> None:
    moments = sampled([told(line * 100) for line in range(8000)])
    moments._log.source._data += told(1_600_000).encode()  # type: ignore[attr-defined]  # not read yet
    timeline = drawn(moments, 8000, finely=False)
    assert timeline.axis.end == TEN + 1_600_000
    assert not any(timeline.bars[COLUMNS // 2 + 1 :])


# Pins


def test_failures_of_one_column_are_one_pin_with_the_worst_outcome(recogniser: Recogniser) -> None:
    scan = scanned(
        recogniser,
        stream("PUBLISH_REQUESTING", 1103051, "s1", moment=1000),
        stream("PUBLISH_REQUESTING", 1102023, "s2", moment=1001),
        room("LOGIN_FAILED", 1102016, moment=1002),
        stream("PUBLISHING", 0, "s1", moment=5000),
        told(20 * MINUTE),
        room("LOGIN_FAILED", 1102018, moment=40 * MINUTE),
        told(60 * MINUTE),
    )
    timeline = drawn(scan.moments, len(scan.lines), scan.results.failures())
    first, second = timeline.pins
    assert (first.outcome, first.count, first.failure.code) == ("failed", 3, 1102016)
    assert first.codes == {1103051, 1102023, 1102016}
    assert (second.outcome, second.count, second.failure.first_line) == ("failed", 1, 5)
    assert second.column == column_of(timeline.axis, TEN + 40 * MINUTE)


def test_a_failure_without_a_time_stands_at_the_last_time_before_it(recogniser: Recogniser) -> None:
    scan = scanned(
        recogniser,
        told(0),
        told(10_000),
        'Uncaught (in promise) {"errorCode":1103064}',
        told(20_000),
        sdk("end", moment=40_000),
    )
    timeline = drawn(scan.moments, len(scan.lines), scan.results.failures())
    assert [pin.column for pin in timeline.pins] == [COLUMNS // 4]


def test_a_log_without_times_is_drawn_by_lines(recogniser: Recogniser) -> None:
    lines = ["quiet"] * 21
    lines[10] = re.sub(r'"time":"[^"]*",', "", room("LOGIN_FAILED", 1102016))
    scan = scanned(recogniser, *lines)
    timeline = drawn(scan.moments, len(scan.lines), scan.results.failures())
    assert timeline.axis.by_lines
    assert [pin.column for pin in timeline.pins] == [COLUMNS // 2]
    assert not any(timeline.bars)


def test_times_at_the_end_alone_still_make_an_axis(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, 'Uncaught (in promise) {"errorCode":1103064}', f"[{at(0)}] x", f"[{at(9000)}] y")
    timeline = drawn(scan.moments, len(scan.lines), scan.results.failures())
    assert [pin.column for pin in timeline.pins] == [0]
