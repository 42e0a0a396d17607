"""Times as logs write them."""

import pytest

from zegoerr_gui.core.recognition.times import UNKNOWN, clock, iso, read_time

TIMES = [
    ("2026/11/23 10:34:09.203", "2026-11-23T10:34:09.203"),
    ("2026-11-23T10:34:09.203Z", "2026-11-23T10:34:09.203"),
    ("2026-11-23 10:34:09,203", "2026-11-23T10:34:09.203"),
    ("2026-11-23 10:34:09:203", "2026-11-23T10:34:09.203"),
    ("2026-1-9 9:03:07", "2026-01-09T09:03:07.000"),
    ("2026/11/23 10:34:09.2", "2026-11-23T10:34:09.200"),
    ("2026/11/23 10:34:09.203999", "2026-11-23T10:34:09.203"),
    ("2026/11/23 10:34:09.2034567", "2026-11-23T10:34:09.203"),
    ("[2026-11-23T10:34:09] started", "2026-11-23T10:34:09.000"),
    ("{20/07/2023 08:50:26}", "2023-07-20T08:50:26.000"),
    ("{20/07/2023 08:50:26.120}", "2023-07-20T08:50:26.120"),
    ("2028/02/29 00:00:00", "2028-02-29T00:00:00.000"),
    ('{"client_time":1795430049203,"level":"3"}', "2026-11-23T10:34:09.203"),
    ("ts=1795430049203", "2026-11-23T10:34:09.203"),
    ("first 2026/11/23 10:00:00, then 2026/11/23 11:00:00", "2026-11-23T10:00:00.000"),
]
NO_TIMES = [
    "",
    "10:34:09",
    "2026/11/23",
    "2026/11/23 10:34",
    "2026/13/01 10:34:09",
    "2026/02/30 10:34:09",
    "2026/11/23 24:00:00",
    "2026/11/23 10:61:00",
    "12026/11/23 10:34:09",
    "1795430049203",
    "20/07/2023 08:50:26",
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_reads_a_time(text: str, expected: str) -> None:
    moment = read_time(text)
    assert iso(moment) == expected
    assert clock(moment) == expected[11:]


@pytest.mark.parametrize("text", NO_TIMES)
def test_knows_no_time(text: str) -> None:
    assert read_time(text) == UNKNOWN


def test_an_unknown_time_is_shown_as_nothing() -> None:
    assert iso(UNKNOWN) is None
    assert clock(UNKNOWN) == ""


def test_moments_are_milliseconds() -> None:
    assert read_time("2026/11/23 10:00:01.001") - read_time("2026/11/23 09:59:59.999") == 1002
    assert read_time("2000/01/01 00:00:00.000") == 946_684_800_000


@pytest.mark.parametrize(
    "text", ["0129 11:45:21.853 [onRoomStateChanged]", "01-29 11:45:21.853 D/zego: x", "0229 00:00:00.000"]
)
def test_a_time_without_a_year_has_a_clock_and_no_date(text: str) -> None:
    moment = read_time(text)
    assert moment != UNKNOWN
    assert iso(moment) is None
    assert clock(moment) in text


def test_times_without_a_year_can_be_compared() -> None:
    assert read_time("0301 00:00:00.000") - read_time("0229 23:59:59.000") == 1000
