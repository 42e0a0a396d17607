"""What a typed time means."""

import pytest

from zegoerr_gui.core.recognition.asked_time import AskedTimeError, asked_moment
from zegoerr_gui.core.recognition.times import UNKNOWN, duration, iso, read_time

NOW, BEGIN, END = (read_time(f"2026-11-{day}") for day in ("23 10:30:00.500", "22 23:50:00", "24 00:20:00"))
NO_YEAR = read_time("11-23 10:30:00.000")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:32", "2026-11-23T10:32:00.000"),
        (" 9:05 ", "2026-11-23T09:05:00.000"),
        ("10:32:05.117", "2026-11-23T10:32:05.117"),
        ("10:32:05,1", "2026-11-23T10:32:05.100"),
        ("2026-11-22 23:59", "2026-11-22T23:59:00.000"),
        ("2026/11/24T00:01:02", "2026-11-24T00:01:02.000"),
        ("11-22 23:59", "2026-11-22T23:59:00.000"),
        ("2026-11-24", "2026-11-24T00:00:00.000"),
        ("+30s", "2026-11-23T10:30:30.500"),
        ("+ 30", "2026-11-23T10:30:30.500"),
        ("-5m", "2026-11-23T10:25:00.500"),
        ("-1.5 min", "2026-11-23T10:28:30.500"),
        ("+1h 2m 3s 250ms", "2026-11-23T11:32:03.750"),
        ("-1d", "2026-11-22T10:30:00.500"),
    ],
)
def test_a_typed_time_means_a_moment(typed: str, meant: str) -> None:
    assert iso(asked_moment(typed, NOW, BEGIN, END)) == meant


def test_a_time_outside_of_the_log_on_the_current_day_is_that_of_a_neighbouring_day() -> None:
    begin, end = read_time("2026-11-22 23:50:00"), read_time("2026-11-23 00:20:00")
    assert iso(asked_moment("00:10", begin, begin, end)) == "2026-11-23T00:10:00.000"
    assert iso(asked_moment("23:55", end, begin, end)) == "2026-11-22T23:55:00.000"
    assert iso(asked_moment("12:00", end, begin, end)) == "2026-11-23T12:00:00.000"  # on neither: the current one


def test_in_a_log_without_years_a_date_has_none() -> None:
    assert asked_moment("11-24 00:10", NO_YEAR, NO_YEAR, NO_YEAR) == read_time("11-24 00:10:00.000")
    assert asked_moment("10:32", NO_YEAR, NO_YEAR, NO_YEAR) == read_time("11-23 10:32:00.000")


@pytest.mark.parametrize(
    ("typed", "now", "told"),
    [
        ("", NOW, "Type a time"),
        ("soon", NOW, "“soon” is not a time"),
        ("25:00", NOW, "the hour is 25, and 23 at most"),
        ("10:75", NOW, "the minute is 75, and 59 at most"),
        ("10:32:99", NOW, "the second is 99, and 59 at most"),
        ("2026-13-40 10:00", NOW, "“2026-13-40” is not a date"),
        ("+30s", UNKNOWN, "tells no time to count from"),
        ("+5 weeks", NOW, "“+5 weeks” is not a time"),
        ("2026-11-23 10:00", NO_YEAR, "Type 11-23 and the time of day"),
        ("1" * 61, NOW, "too long"),
    ],
)
def test_what_means_nothing_is_told_in_one_sentence(typed: str, now: int, told: str) -> None:
    with pytest.raises(AskedTimeError, match=told.replace("+", r"\+")):
        asked_moment(typed, now, BEGIN, END)


@pytest.mark.parametrize(
    ("milliseconds", "told"),
    [
        (0, "0.000 s"),
        (12_345, "12.345 s"),
        (-12_345, "12.345 s"),
        (125_117, "2 min 5.117 s"),
        (3_725_999, "1 h 2 min 5 s"),
        (3 * 86_400_000 + 4 * 3_600_000 + 300_000, "3 d 4 h 5 min"),
    ],
)
def test_a_duration_is_told_in_the_units_that_fit(milliseconds: int, told: str) -> None:
    assert duration(milliseconds) == told
