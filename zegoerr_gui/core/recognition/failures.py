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

_Key = tuple[str, str]  # a kind, and of which stream or room
Outcome = Literal["failed", "retrying", "recovered", "unknown"]

LONGEST_PAUSE: Final = 1000  # milliseconds
LONGEST_GAP: Final = 8  # lines
LONGEST_RETRY_PAUSE: Final = 10 * 60 * 1000  # milliseconds
_AT_ONCE: Final = 8  # failures of one code that go on beside each other
_WEIGHT: Final[dict[Outcome, int]] = {"unknown": 0, "recovered": 1, "retrying": 2, "failed": 3}


@dataclass(slots=True)
class Failure:
    """One failure. Lines count from 0; moments are milliseconds, see ``times``."""

    code: int
    first_line: int
    last_line: int
    first_moment: int
    last_moment: int
    count: int = 1
    outcome: Outcome = "unknown"
    state: str = ""
    room: str = ""
    stream: str = ""
    user: str = ""
    extended_data: str = ""
    extended_rank: int = -1
    closed: bool = False  # it recovered: what comes is another failure

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
        self._latest: dict[int, list[Failure]] = defaultdict(list)  # of each code a few, the latest last
        self._retrying: dict[_Key, list[Failure]] = defaultdict(list)
        self._loops: dict[_Key, dict[int, Failure]] = {}  # by what is retried, then by code
        self._loop_of: dict[int, Failure] = {}  # what was last retried with a code
        self._begun = -1  # the line in which something began anew, a stream's own beginnings apart
        self._stream_begun: dict[str, int] = {}

    def feed(self, line: int, reading: LineReading) -> None:
        """Take in one line."""
        if reading.begins_attempt:
            self._begin(line, reading.report)
        for hit in reading.hits:
            if hit.rule in self._rules:
                self._take(line, reading, hit)
        report = reading.report
        if report is None:
            return
        key = _key(reading, report)
        if report.state not in RETRYING or not report.code:
            self._end_loop(key)
        if report.state in SUCCEEDED and not report.code:
            for failure in self._retrying.pop(key, ()):
                self._end(failure, "recovered")
                failure.closed = True
        elif report.state in FAILED | ENDED:  # given up: a later success is another attempt's
            self._retrying.pop(key, None)

    def _begin(self, line: int, report: StateReport | None) -> None:
        if report is not None and report.stream:
            self._stream_begun[report.stream] = line
        else:
            self._begun = line
        if report is None:  # a login is called: nothing goes on
            self._loops.clear()
            self._loop_of.clear()

    def _end_loop(self, key: _Key) -> None:
        for code, failure in self._loops.pop(key, {}).items():
            if self._loop_of.get(code) is failure:
                del self._loop_of[code]

    def _take(self, line: int, reading: LineReading, hit: Hit) -> None:
        report = reading.report
        key = _key(reading, report) if report and report.code == hit.code else None
        failure = self._retried(hit.code, key, reading) or self._continued(hit.code, line, reading)
        if failure is None:
            failure = Failure(hit.code, line, line, reading.moment, reading.moment, count=0)
            self.all.append(failure)
            self.of_code[hit.code].append(failure)
            self.outcomes[failure.outcome] += 1
            self._latest[hit.code].append(failure)
            del self._latest[hit.code][:-_AT_ONCE]
        failure.count += 1
        failure.add(line, reading)
        outcome = _outcome(hit, reading)
        if _WEIGHT[outcome] > _WEIGHT[failure.outcome]:
            self._end(failure, outcome)
        if report and key:
            failure.state = report.state
            if report.state in RETRYING:
                self._loop_of[hit.code] = failure
                loop = self._loops.setdefault(key, {})
                if loop.get(hit.code) is not failure:
                    loop[hit.code] = failure
                    self._retrying[key].append(failure)

    def _retried(self, code: int, key: _Key | None, reading: LineReading) -> Failure | None:
        """What goes on being retried: of this stream or room, or where the line names none, the latest of the code."""
        failure = self._loop_of.get(code) if key is None else self._loops.get(key, {}).get(code)
        if failure is None or _differ(failure, reading):
            return None
        known = UNKNOWN not in (failure.last_moment, reading.moment)
        return None if known and reading.moment - failure.last_moment > LONGEST_RETRY_PAUSE else failure

    def _continued(self, code: int, line: int, reading: LineReading) -> Failure | None:
        """The latest failure that the line can still tell of."""
        going_on = [one for one in self._latest[code] if near(one.last_line, one.last_moment, line, reading.moment)]
        self._latest[code] = going_on
        return next((one for one in reversed(going_on) if self._continues(one, reading)), None)

    def first_with(self, outcome: Outcome) -> Failure | None:
        """The first failure that ended so."""
        if not self.outcomes[outcome]:
            return None
        return next(failure for failure in self.all if failure.outcome == outcome)

    def _end(self, failure: Failure, outcome: Outcome) -> None:
        self.outcomes[failure.outcome] -= 1
        self.outcomes[outcome] += 1
        failure.outcome = outcome

    def _continues(self, failure: Failure, reading: LineReading) -> bool:
        if failure.closed or _differ(failure, reading):
            return False
        stream = failure.stream or reading.stream
        begun = self._stream_begun.get(stream, -1) if stream else max(self._stream_begun.values(), default=-1)
        return failure.last_line >= max(begun, self._begun)


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


def _key(reading: LineReading, report: StateReport) -> _Key:
    """Of which published or played stream, or of which room, a state speaks."""
    kind = kind_of(report.state)
    return kind, reading.room if kind == "room" else reading.stream
