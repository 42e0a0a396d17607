"""What a typed time means in a log: a time of day, a date and a time, or so long before or after the current line."""

import re
from typing import Final

from zegoerr_gui.core.recognition.moments import Moments
from zegoerr_gui.core.recognition.times import DAY, FIRST_DATED, UNKNOWN, clock, date, iso, read_time

EXAMPLES: Final = "10:32, 10:32:05.117, 2026-11-23 10:32, +30s or -5m"
_LONGEST: Final = 60  # characters
_UNITS: Final = {"ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": DAY}
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,3}))?)?$")
_DATE: Final = re.compile(r"(?:(\d{4})[-/])?(\d{1,2})[-/](\d{1,2})(?:[T ]+|$)")
_STEP: Final = re.compile(r"([+-])\s*((?:\d{1,9}(?:\.\d{1,3})?\s*(?:ms|min|[smhd])?\s*)+)$")
_PART: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|min|[smhd])?")


class AskedTimeError(ValueError):
    """A typed time that means nothing here; the message is one sentence for the user."""


def asked_line(text: str, current_line: int, moments: Moments) -> int:
    """The first line at or after the time that is meant. Raises AskedTimeError, UnreadableLogError."""
    span = moments.span()
    if span is None:
        raise AskedTimeError("This log tells no times.")
    now = moments.before(current_line) if current_line >= 0 else UNKNOWN
    line = moments.first_at(asked_moment(text, now, *span))
    if line is None:
        raise AskedTimeError(f"Nothing is that late: the log ends at {clock(span[1])} on {date(span[1])}.")
    return line


def asked_moment(text: str, now: int, begin: int, end: int) -> int:
    """The moment that is meant where the current line was written ``now`` and the log reaches from begin to end.

    A time of day is one of the current line's day; where that lies outside of the log, of the day before or after.
    Raises AskedTimeError.
    """
    text = text.strip()
    if not text:
        raise AskedTimeError(f"Type a time: {EXAMPLES}.")
    if len(text) > _LONGEST:
        raise AskedTimeError(f"This is too long for a time. Type {EXAMPLES}.")
    if step := _STEP.match(text):
        return _stepped(step[1], step[2], now)
    if day := _DATE.match(text):
        rest = text[day.end() :]
        return _midnight(day, now if now != UNKNOWN else begin) + (_time_of_day(rest) if rest else 0)
    moment = _time_of_day(text) + (now if now != UNKNOWN else begin) // DAY * DAY
    days = [0, DAY, -DAY]
    return next((moment + day for day in days if begin <= moment + day <= end), moment)


def _stepped(sign: str, parts: str, now: int) -> int:
    if now == UNKNOWN:
        raise AskedTimeError("The current line tells no time to count from. Choose one that does.")
    length = sum(float(number) * _UNITS[unit or "s"] for number, unit in _PART.findall(parts))
    return now + round(length if sign == "+" else -length)


def _time_of_day(text: str) -> int:
    found = _CLOCK.match(text)
    if found is None:
        raise AskedTimeError(f"“{text}” is not a time. Type {EXAMPLES}.")
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    for number, most, name in ((hour, 23, "hour"), (minute, 59, "minute"), (second, 59, "second")):
        if number > most:
            raise AskedTimeError(f"{text} is not a time of day: the {name} is {number}, and {most} at most.")
    return ((hour * 60 + minute) * 60 + second) * 1000 + int((found[4] or "").ljust(3, "0"))


def _midnight(found: re.Match[str], now: int) -> int:
    """The begin of a date; without a year that of the log is meant."""
    year, month, day = found.groups()
    if now < FIRST_DATED and year:
        raise AskedTimeError(f"The times of this log have no year. Type {int(month)}-{int(day)} and the time of day.")
    if now < FIRST_DATED:
        moment = read_time(f"{int(month):02}-{int(day):02} 00:00:00.000")
    else:
        moment = read_time(f"{year or str(iso(now))[:4]}-{month}-{day} 00:00:00")
    if moment == UNKNOWN:
        raise AskedTimeError(f"“{found[0].strip()}” is not a date. Type the month before the day: 2026-11-23.")
    return moment
