"""Groups occurrences into failures: one failure is told on several lines within a moment.

A failure is a run of occurrences of one code, each at most a second after the one before (eight lines where a time is
missing), not divided by a line that begins a new attempt, nor by another room, stream or user. What is retried stays
one failure: the states of one stream, or one room, that tell the same code, until it works, is given up or begins anew.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from zegoerr_gui.core.recognition.recogniser import Hit, LineReading
from zegoerr_gui.core.recognition.rules import RULE_NUMBER
from zegoerr_gui.core.recognition.sdk_line import ENDED, FAILED, RETRYING, SUCCEEDED, StateReport, kind_of
from zegoerr_gui.core.recognition.times import UNKNOWN

Outcome = Literal["failed", "retrying", "recovered", "unknown"]

LONGEST_PAUSE: Final = 1000  # milliseconds
LONGEST_GAP: Final = 8  # lines
_WEIGHT: Final[dict[Outcome, int]] = {"unknown": 0, "recovered": 1, "retrying": 2, "failed": 3}


@dataclass(slots=True)
class Failure:
    """One failure. Lines count from 0; moments are milliseconds, see ``times``."""

    code: int
    first_line: int
    last_line: int
    first_moment: int
    last_moment: int
    attempt: int
    count: int = 1
    outcome: Outcome = "unknown"
    state: str = ""
    room: str = ""
    stream: str = ""
    user: str = ""
    extended_data: str = ""
    extended_rank: int = -1

    def add(self, line: int, reading: LineReading) -> None:
        """Take in what one more line tells of this failure."""
        self.last_line = line
        if reading.moment != UNKNOWN:
            self.last_moment = reading.moment
        self.room = self.room or reading.room
        self.stream = self.stream or reading.stream
        self.user = self.user or reading.user
        if reading.extended_data and reading.extended_rank > self.extended_rank:
            self.extended_data, self.extended_rank = reading.extended_data, reading.extended_rank


class Failures:
    """The failures of a log, told by occurrences of these rules, fed line by line."""

    def __init__(self, rules: frozenset[int]) -> None:
        self._rules = rules
        self.all: list[Failure] = []
        self.of_code: dict[int, list[Failure]] = defaultdict(list)
        self.outcomes: Counter[Outcome] = Counter()
        self._last: dict[int, Failure] = {}
        self._retrying: dict[tuple[str, str], list[Failure]] = defaultdict(list)
        self._loops: dict[tuple[str, str], dict[int, Failure]] = defaultdict(dict)  # by what is retried, then by code
        self._attempt = 0

    def feed(self, line: int, reading: LineReading) -> None:
        """Take in one line."""
        if reading.begins_attempt:
            self._attempt += 1
        for hit in reading.hits:
            if hit.rule in self._rules:
                self._take(line, reading, hit)
        report = reading.report
        if report is None:
            return
        key = _key(reading, report)
        if report.state not in RETRYING or not report.code:
            self._loops.pop(key, None)
        if report.state in SUCCEEDED and not report.code:
            for failure in self._retrying.pop(key, ()):
                self._end(failure, "recovered")
        elif report.state in FAILED | ENDED:  # given up: a later success is another attempt's
            self._retrying.pop(key, None)

    def _take(self, line: int, reading: LineReading, hit: Hit) -> None:
        report = reading.report
        key = _key(reading, report) if report and report.code == hit.code else None
        failure = self._retried(hit.code, key, reading)
        if failure is None:
            failure = self._last.get(hit.code)
            if failure is None or not self._continues(failure, line, reading):
                failure = Failure(hit.code, line, line, reading.moment, reading.moment, self._attempt, count=0)
                self.all.append(failure)
                self.of_code[hit.code].append(failure)
                self.outcomes[failure.outcome] += 1
        self._last[hit.code] = failure
        failure.count += 1
        failure.add(line, reading)
        outcome = _outcome(hit, reading)
        if _WEIGHT[outcome] > _WEIGHT[failure.outcome]:
            self._end(failure, outcome)
        if report and key:
            failure.state = report.state
            if report.state in RETRYING and self._loops[key].get(hit.code) is not failure:
                self._loops[key][hit.code] = failure
                self._retrying[key].append(failure)

    def _retried(self, code: int, key: tuple[str, str] | None, reading: LineReading) -> Failure | None:
        """What goes on being retried: of this stream or room, or where the line names none, the latest of the code."""
        if key is not None:
            return self._loops[key].get(code) if key in self._loops else None
        loops = (loop[code] for loop in self._loops.values() if code in loop)
        return max((loop for loop in loops if not _differ(loop, reading)), key=_last_line, default=None)

    def first_with(self, outcome: Outcome) -> Failure | None:
        """The first failure that ended so."""
        if not self.outcomes[outcome]:
            return None
        return next(failure for failure in self.all if failure.outcome == outcome)

    def _end(self, failure: Failure, outcome: Outcome) -> None:
        self.outcomes[failure.outcome] -= 1
        self.outcomes[outcome] += 1
        failure.outcome = outcome

    def _continues(self, failure: Failure, line: int, reading: LineReading) -> bool:
        if failure.attempt != self._attempt:
            return False
        return not _differ(failure, reading) and near(failure.last_line, failure.last_moment, line, reading.moment)


def _last_line(failure: Failure) -> int:
    return failure.last_line


def _differ(failure: Failure, reading: LineReading) -> bool:
    """Whether a line is of another room, stream or user than a failure."""
    return bool(
        (failure.room != reading.room and failure.room and reading.room)
        or (failure.stream != reading.stream and failure.stream and reading.stream)
        or (failure.user != reading.user and failure.user and reading.user)
    )


def near(line: int, moment: int, other_line: int, other_moment: int) -> bool:
    """Whether two lines can tell of one event: within a second, or within a few lines where a time is missing."""
    if UNKNOWN in (moment, other_moment):
        return other_line - line <= LONGEST_GAP
    return abs(other_moment - moment) <= LONGEST_PAUSE


def _outcome(hit: Hit, reading: LineReading) -> Outcome:
    report = reading.report
    if report and report.code == hit.code:
        if report.state in FAILED:
            return "failed"
        if report.state in RETRYING:
            return "retrying"
    return "failed" if hit.rule == RULE_NUMBER["thrown"] else "unknown"


def _key(reading: LineReading, report: StateReport) -> tuple[str, str]:
    """Of which published or played stream, or of which room, a state speaks."""
    kind = kind_of(report.state)
    return kind, reading.room if kind == "room" else reading.stream
