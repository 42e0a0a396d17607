"""Groups occurrences into failures: one failure is told on several lines within a moment.

A failure is a run of occurrences of one code, each at most a second after the one before (eight lines where a time is
missing), not divided by a line that begins a new attempt, nor by another room, stream or user. What is retried stays
one failure: the states of one stream, or one room, that tell the same code, until it works, is given up or begins anew.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from zegoerr_gui.core.recognition.recogniser import LineReading
from zegoerr_gui.core.recognition.rules import RULE_NUMBER, RULES
from zegoerr_gui.core.recognition.sdk_line import ENDED, FAILED, KIND, RETRYING, SUCCEEDED, StateReport
from zegoerr_gui.core.recognition.times import UNKNOWN

_Key = tuple[str, str]  # a kind, and of which stream or room
Outcome = Literal["failed", "retrying", "recovered", "unknown"]

GIVEN_UP: Final = FAILED | ENDED
LONGEST_PAUSE: Final = 1000  # milliseconds
LONGEST_GAP: Final = 8  # lines
LONGEST_RETRY_PAUSE: Final = 10 * 60 * 1000  # milliseconds
_NO_RANK: Final = -1
_THROWN: Final = RULE_NUMBER["thrown"]
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
    extended_rank: int = _NO_RANK
    closed: bool = False  # it recovered: what comes is another failure
    number: int = field(default=0, compare=False)  # they are numbered in the order they begin

    def add(self, line: int, reading: LineReading) -> None:
        """Take in what one more line tells of this failure."""
        self.count += 1
        self.last_line = line
        if reading.moment != UNKNOWN:
            self.last_moment = reading.moment
        self.room = self.room or reading.room
        self.stream = self.stream or reading.stream
        self.user = self.user or reading.user
        if reading.extended_data and reading.extended_rank > self.extended_rank:
            self.extended_data, self.extended_rank = reading.extended_data, reading.extended_rank


class _Track:
    """The failures of one code for the levels of evidence (a bit each) that count the same of its occurrences."""

    def __init__(self, code: int, levels: int) -> None:
        self.code = code
        self.levels = levels
        self.failures: list[Failure] = []
        self.outcomes: Counter[Outcome] = Counter()
        self.latest: list[Failure] = []  # those that a next line may go on, the latest last

    def end(self, failure: Failure, outcome: Outcome) -> None:
        """Give one of its failures another outcome."""
        self.outcomes[failure.outcome] -= 1
        self.outcomes[outcome] += 1
        failure.outcome = outcome


class Failures:
    """The failures of a log as one level of evidence counts them; ``AllFailures`` feeds it."""

    def __init__(self, of_all: "AllFailures", level: int) -> None:
        self._of_all = of_all
        self.level = level  # its bit
        self._ordered: list[Failure] = []
        self._taken: dict[_Track, int] = {}

    @property
    def _tracks(self) -> list[_Track]:
        return [track for tracks in self._of_all.tracks.values() for track in tracks if track.levels & self.level]

    @property
    def all(self) -> list[Failure]:
        """Every failure, in the order they began."""
        tracks = self._tracks
        if not self._taken.keys() <= set(tracks):  # what was one track has become two
            self._taken, self._ordered = {}, []
        fresh: list[Failure] = []
        for track in tracks:
            fresh += track.failures[self._taken.get(track, 0) :]
            self._taken[track] = len(track.failures)
        self._ordered += sorted(fresh, key=lambda failure: failure.number)
        return self._ordered

    @property
    def of_code(self) -> dict[int, list[Failure]]:
        """The log's own lists, which grow while it is read, by code."""
        return {track.code: track.failures for track in self._tracks}

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How many ended how."""
        return sum((track.outcomes for track in self._tracks), Counter[Outcome]())


class AllFailures:
    """The failures of a log for every level of evidence at once, fed line by line.

    A level is a set of rules whose occurrences count. Most codes are told by rules that count in all levels, or in the
    same ones, so their failures are the same: they are kept once, and parted when a rule counts in one but not another.
    """

    def __init__(self, levels: Iterable[frozenset[int]]) -> None:
        sets = list(dict.fromkeys(levels))
        self._levels = {rules: Failures(self, 1 << place) for place, rules in enumerate(sets)}
        counting = [sum(1 << place for place, rules in enumerate(sets) if rule in rules) for rule in range(len(RULES))]
        self._counting: Final = counting  # by rule, the levels that count it
        self._wanted = (1 << len(sets)) - 1
        self.tracks: dict[int, list[_Track]] = {}
        self._routes: dict[tuple[int, int], list[_Track]] = {}  # by code and rule
        self._number = 0
        self._retrying: dict[_Key, list[tuple[_Track, Failure]]] = defaultdict(list)
        self._loops: dict[_Key, dict[_Track, Failure]] = {}  # by what is retried
        self._loop_of: dict[_Track, Failure] = {}  # what was last retried with a code
        self._begun = -1  # the line in which something began anew, a stream's own beginnings apart
        self._stream_begun: dict[str, int] = {}
        self._last_stream_begun = -1

    def of(self, rules: frozenset[int]) -> Failures:
        """The failures told by occurrences of these rules, one of the levels."""
        return self._levels[rules]

    def keep(self, levels: Iterable[frozenset[int]]) -> None:
        """Follow only these levels from here on."""
        kept = set(levels)
        self._wanted = sum(failures.level for rules, failures in self._levels.items() if rules in kept)
        self._routes.clear()

    def feed(self, line: int, reading: LineReading) -> None:
        """Take in one line."""
        report = reading.report
        if reading.begins_attempt:
            self._begin(line, report)
        key = _key(reading, report) if report else None
        for hit in reading.hits:
            route = self._routes.get((hit.code, hit.rule))
            if route is None:
                route = self._routes[hit.code, hit.rule] = self._route(hit.code, self._counting[hit.rule])
            if route:
                told = report if report and report.code == hit.code else None
                outcome = _outcome(hit.rule, told)
                for track in route:
                    self._take(line, reading, track, outcome, key if told else None)
        if report and key:
            self._take_state(report, key)

    def _take_state(self, report: StateReport, key: _Key) -> None:
        if self._loops and (report.state not in RETRYING or not report.code):
            self._end_loop(key)
        if report.state in SUCCEEDED and not report.code:
            for track, failure in self._retrying.pop(key, ()):
                track.end(failure, "recovered")
                failure.closed = True
        elif report.state in GIVEN_UP:  # a later success is another attempt's
            self._retrying.pop(key, None)

    def _begin(self, line: int, report: StateReport | None) -> None:
        if report is not None and report.stream:
            self._stream_begun[report.stream] = self._last_stream_begun = line
        else:
            self._begun = line
        if report is None:  # a login is called: nothing goes on
            self._loops.clear()
            self._loop_of.clear()

    def _end_loop(self, key: _Key) -> None:
        for track, failure in self._loops.pop(key, {}).items():
            if self._loop_of.get(track) is failure:
                del self._loop_of[track]

    def _route(self, code: int, counting: int) -> list[_Track]:
        """The tracks that count an occurrence, parted from those that do not."""
        counting &= self._wanted
        tracks = self.tracks.setdefault(code, [])
        for track in [track for track in tracks if track.levels & counting and track.levels & self._wanted & ~counting]:
            tracks.append(self._part(track, track.levels & ~counting))
            for rule in range(len(RULES)):
                self._routes.pop((code, rule), None)
        if new := counting & ~sum(track.levels for track in tracks):
            tracks.append(_Track(code, new))
        return [track for track in tracks if track.levels & counting]

    def _part(self, track: _Track, levels: int) -> _Track:
        """A track of its own for some levels: what can still change is there twice from here on."""
        other = _Track(track.code, levels)
        track.levels &= ~levels
        copies: dict[int, Failure] = {}

        def copy(failure: Failure) -> Failure:
            return copies.setdefault(id(failure), replace(failure))

        other.latest = [copy(failure) for failure in track.latest]
        if track in self._loop_of:
            self._loop_of[other] = copy(self._loop_of[track])
        for loop in self._loops.values():
            if track in loop:
                loop[other] = copy(loop[track])
        for retrying in self._retrying.values():
            retrying += [(other, copy(failure)) for one, failure in retrying if one is track]
        other.failures = [copies.get(id(failure), failure) for failure in track.failures]
        other.outcomes = track.outcomes.copy()
        return other

    def _take(self, line: int, reading: LineReading, track: _Track, outcome: Outcome, key: _Key | None) -> None:
        """Take in an occurrence; with the key of the stream or room of which the line reports a state with the code."""
        failure = self._retried(track, key, reading) if self._loop_of or self._loops else None
        if failure is None and track.latest:
            failure = self._continued(track, line, reading)
        if failure is None:
            failure = self._open(line, reading, track, outcome)
        else:
            failure.add(line, reading)
            if _WEIGHT[outcome] > _WEIGHT[failure.outcome]:
                track.end(failure, outcome)
        if key and (report := reading.report):
            failure.state = report.state
            if report.state in RETRYING:
                self._loop_of[track] = failure
                loop = self._loops.setdefault(key, {})
                if loop.get(track) is not failure:
                    loop[track] = failure
                    self._retrying[key].append((track, failure))

    def _open(self, line: int, reading: LineReading, track: _Track, outcome: Outcome) -> Failure:
        self._number += 1
        moment, told = reading.moment, reading.extended_data
        failure = Failure(track.code, line, line, moment, moment, 1, outcome)
        failure.room, failure.stream, failure.user = reading.room, reading.stream, reading.user
        if told:
            failure.extended_data, failure.extended_rank = told, reading.extended_rank
        failure.number = self._number
        track.failures.append(failure)
        track.outcomes[outcome] += 1
        track.latest.append(failure)
        if len(track.latest) > _AT_ONCE:
            del track.latest[0]
        return failure

    def _retried(self, track: _Track, key: _Key | None, reading: LineReading) -> Failure | None:
        """What goes on being retried: of this stream or room, or where the line names none, the latest of the code."""
        failure = self._loop_of.get(track) if key is None else self._loops.get(key, {}).get(track)
        if failure is None or _differ(failure, reading):
            return None
        known = UNKNOWN not in (failure.last_moment, reading.moment)
        return None if known and reading.moment - failure.last_moment > LONGEST_RETRY_PAUSE else failure

    def _continued(self, track: _Track, line: int, reading: LineReading) -> Failure | None:
        """The latest failure that the line can still tell of."""
        moment = reading.moment
        going_on = [one for one in track.latest if near(one.last_line, one.last_moment, line, moment)]
        track.latest = going_on
        if not going_on:
            return None
        for failure in reversed(going_on):
            if self._continues(failure, reading):
                return failure
        return None

    def _continues(self, failure: Failure, reading: LineReading) -> bool:
        if failure.closed or _differ(failure, reading):
            return False
        stream = failure.stream or reading.stream
        begun = self._stream_begun.get(stream, -1) if stream else self._last_stream_begun
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
    if moment == UNKNOWN or other_moment == UNKNOWN:
        return other_line - line <= LONGEST_GAP
    return -LONGEST_PAUSE <= other_moment - moment <= LONGEST_PAUSE


def _outcome(rule: int, told: StateReport | None) -> Outcome:
    """How it ended, by the rule and by the state that was reported with the code."""
    if told:
        if told.state in FAILED:
            return "failed"
        if told.state in RETRYING:
            return "retrying"
    return "failed" if rule == _THROWN else "unknown"


def _key(reading: LineReading, report: StateReport) -> _Key:
    """Of which published or played stream, or of which room, a state speaks."""
    kind = KIND[report.state]
    return kind, reading.room if kind == "room" else reading.stream
