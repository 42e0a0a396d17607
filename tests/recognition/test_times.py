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
