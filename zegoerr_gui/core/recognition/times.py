"""Times in log lines. A moment is milliseconds since 1970 by the clock that wrote the line; its zone is unknown.

Mobile logs write no year. Their moments lie in a leap year long before any log: they can be compared with each other,
and tell the time of day, but no date.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

UNKNOWN: Final = -1
_EPOCH: Final = datetime(1970, 1, 1)
_DATED: Final = re.compile(r"(?<!\d)(20\d\d)[-/](\d\d?)[-/](\d\d?)[T ]+(\d\d?):(\d\d):(\d\d)(?:[.,:](\d{1,6}))?")
_DAY_FIRST: Final = re.compile(r"\{(\d\d)/(\d\d)/(20\d\d) (\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?")
_YEARLESS: Final = re.compile(r"(?<![\d/-])(\d\d)-?(\d\d) (\d\d):(\d\d):(\d\d)[.,](\d{3})(?!\d)")
_SINCE_1970: Final = re.compile(r"(?:time|timestamp|ts)\W{1,4}(1[4-9]\d{11})(?!\d)", re.I)
_NO_YEAR: Final = "1904"
FIRST_DATED: Final = 0  # the first moment that has a date
DAY: Final = 24 * 3_600_000  # milliseconds
YEAR_OF_NO_YEAR: Final = 366 * DAY  # the year in which times without one lie


def read_time(text: str) -> int:
    """The first time in a text as a moment; UNKNOWN where there is none."""
    if found := _DATED.search(text):
        year, month, day, *clock = found.groups()
    elif found := _DAY_FIRST.search(text):
        day, month, year, *clock = found.groups()
    elif found := _YEARLESS.search(text):
        year, (month, day, *clock) = _NO_YEAR, found.groups()
    else:
        found = _SINCE_1970.search(text)
        return int(found[1]) if found else UNKNOWN
    hour, minute, second, fraction = clock
    midnight = _midnight(int(year), int(month), int(day))
    clock_seconds = (int(hour) * 60 + int(minute)) * 60 + int(second)
    if midnight == UNKNOWN or int(hour) > 23 or int(minute) > 59 or int(second) > 59:
        return UNKNOWN
    return midnight + clock_seconds * 1000 + int((fraction or "0").ljust(3, "0")[:3])


@lru_cache(maxsize=64)
def _midnight(year: int, month: int, day: int) -> int:
    """The moment at which a day begins; a log has few days and many lines."""
    try:
        return (datetime(year, month, day) - _EPOCH) // timedelta(milliseconds=1)
    except ValueError:
        return UNKNOWN


def iso(moment: int) -> str | None:
    """``2026-11-23T10:34:09.203``, or None for a moment without a date."""
    return _written(moment) if moment >= FIRST_DATED else None


def clock(moment: int) -> str:
    """``10:34:09.203``, or nothing for an unknown moment."""
    return _written(moment)[11:] if moment != UNKNOWN else ""


def date(moment: int) -> str:
    """``11-23``: month and day, which a moment without a year has too."""
    return _written(moment)[5:10]


def duration(milliseconds: int) -> str:
    """``12.345 s``, ``2 min 5.117 s``, ``1 h 2 min 5 s``, ``3 d 4 h 5 min``; never negative."""
    seconds, thousandths = divmod(abs(milliseconds), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days:,} d {hours} h {minutes} min"
    if hours:
        return f"{hours} h {minutes} min {seconds} s"
    if minutes:
        return f"{minutes} min {seconds}.{thousandths:03} s"
    return f"{seconds}.{thousandths:03} s"


def _written(moment: int) -> str:
    return (_EPOCH + timedelta(milliseconds=moment)).isoformat(timespec="milliseconds")
