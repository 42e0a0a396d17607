"""Groups occurrences into failures: one failure is told on several lines within a moment.

A failure is a run of occurrences of one code, each at most a second after the one before (eight lines where a time is
missing), not divided by a line that begins a new attempt, nor by another room, stream or user. What is retried stays
one failure: the states of one stream, or one room, that tell the same code, until it works, is given up or begins anew.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from zegoerr_gui.core.recognition.failures import (
    CELLS,
    CLOSED,
    COUNT,
    EXTENDED_DATA,
    EXTENDED_RANK,
    LAST_LINE,
    LAST_MOMENT,
    NUMBER,
    OUTCOME,
    OUTCOMES,
    ROOM,
    ROW,
    STATE,
    STATE_NUMBER,
    STREAM,
    USER,
    FailureList,
    FailureRows,
    Outcome,
)
from zegoerr_gui.core.recognition.recogniser import LineReading
from zegoerr_gui.core.recognition.rules import RULE_NUMBER, RULES
from zegoerr_gui.core.recognition.sdk_line import ENDED, FAILED, RETRYING, SUCCEEDED, StateReport
from zegoerr_gui.core.recognition.times import UNKNOWN

_Key = tuple[str, str]  # a kind, and of which stream or room
_Ids = tuple[int, int, int]  # room, stream and user of a line, as numbers of texts

GIVEN_UP: Final = FAILED | ENDED
LONGEST_PAUSE: Final = 1000  # milliseconds
LONGEST_GAP: Final = 8  # lines
LONGEST_RETRY_PAUSE: Final = 10 * 60 * 1000  # milliseconds
_NO_RANK: Final = -1
_NONE: Final = -1  # no row
_NO_LOOP: Final[dict["_Track", int]] = {}
_THROWN: Final = RULE_NUMBER["thrown"]
_AT_ONCE: Final = 8  # failures of one code that go on beside each other
_UNKNOWN, _RECOVERED, _RETRYING, _FAILED = range(len(OUTCOMES))
_OF_STATE: Final = dict.fromkeys(RETRYING, _RETRYING) | dict.fromkeys(FAILED, _FAILED)  # how a failure of a state ended


class _Track:
    """The failures of one code for the levels of evidence (a bit each) that count the same of its occurrences."""

    def __init__(self, code: int, levels: int) -> None:
        self.code = code
        self.levels = levels
        self.rows = array("q")
        self.outcomes = [0] * len(OUTCOMES)
        self.latest: list[int] = []  # rows that a next line may go on, the latest last


class Failures:
    """The failures of a log as one level of evidence counts them; ``AllFailures`` feeds it."""

    def __init__(self, of_all: "AllFailures", level: int) -> None:
        self._of_all = of_all
        self.level = level  # its bit
        self._ordered = array("q")
        self._taken: dict[_Track, int] = {}

    @property
    def _tracks(self) -> list[_Track]:
        return [track for tracks in self._of_all.tracks.values() for track in tracks if track.levels & self.level]

    @property
    def all(self) -> FailureList:
        """Every failure, in the order they began."""
        tracks = self._tracks
        if not self._taken.keys() <= set(tracks):  # what was one track has become two
            self._taken, self._ordered = {}, array("q")
        fresh: list[int] = []
        for track in tracks:
            fresh += track.rows[self._taken.get(track, 0) :]
            self._taken[track] = len(track.rows)
        if fresh and min(fresh) >= self._of_all.in_order_from:
            fresh.sort()
        else:
            cells = self._of_all.rows.cells
            fresh.sort(key=lambda row: cells[row + NUMBER])
        self._ordered.extend(fresh)
        return FailureList(self._of_all.rows, self._ordered)

    @property
    def of_code(self) -> dict[int, FailureList]:
        """The same by code."""
        return {track.code: FailureList(self._of_all.rows, track.rows) for track in self._tracks}

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How many ended how."""
        counts = zip(*(track.outcomes for track in self._tracks), strict=True)
        return Counter(dict(zip(OUTCOMES, map(sum, counts), strict=False)))


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
        self.rows = FailureRows()
        self._cells = self.rows.cells
        self.tracks: dict[int, list[_Track]] = {}
        self._routes: dict[tuple[int, int], list[_Track]] = {}  # by code and rule
        self._number = 0
        self.in_order_from = 0  # the row from which on rows stand in the order of their numbers: after the last copy
        self._retrying: dict[_Key, list[tuple[_Track, int]]] = defaultdict(list)
        self._loops: dict[_Key, dict[_Track, int]] = {}  # rows by what is retried
        self._loop_of: dict[_Track, int] = {}  # what was last retried with a code
        self._begun = -1  # the line in which something began anew, a stream's own beginnings apart
        self._stream_begun: dict[int, int] = {}
        self._last_stream_begun = -1

    def of(self, rules: frozenset[int]) -> Failures:
        """The failures told by occurrences of these rules. Raises ValueError where these are no longer followed."""
        failures = self._levels[rules]
        if not failures.level & self._wanted:
            raise ValueError("The scan was not asked for the failures of this level.")
        return failures

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
        ids = None
        for hit in reading.hits:
            route = self._routes.get((hit.code, hit.rule))
            if route is None:
                route = self._routes[hit.code, hit.rule] = self._route(hit.code, self._counting[hit.rule])
            if route:
                told = report if report and report.code == hit.code else None
                alone = _FAILED if hit.rule == _THROWN else _UNKNOWN
                outcome = _OF_STATE.get(told.state, alone) if told else alone
                ids = ids or self.rows.numbers_of(reading.room, reading.stream, reading.user)
                for track in route:
                    self._take(line, reading, ids, track, outcome, told)
        if report:
            self._take_state(report, reading.about)

    def _take_state(self, report: StateReport, key: _Key) -> None:
        if self._loops and (report.state not in RETRYING or not report.code):
            self._end_loop(key)
        if report.state in SUCCEEDED and not report.code:
            for track, row in self._retrying.pop(key, ()):
                self._end(track, row, _RECOVERED)
                self._cells[row + CLOSED] = True
        elif report.state in GIVEN_UP:  # a later success is another attempt's
            self._retrying.pop(key, None)

    def _end(self, track: _Track, row: int, outcome: int) -> None:
        """Give a failure another outcome."""
        track.outcomes[self._cells[row + OUTCOME]] -= 1
        track.outcomes[outcome] += 1
        self._cells[row + OUTCOME] = outcome

    def _begin(self, line: int, report: StateReport | None) -> None:
        if report is not None and report.stream:
            self._stream_begun[self.rows.number_of(report.stream)] = self._last_stream_begun = line
        else:
            self._begun = line
        if report is None:  # a login is called: nothing goes on
            self._loops.clear()
            self._loop_of.clear()

    def _end_loop(self, key: _Key) -> None:
        for track, row in self._loops.pop(key, _NO_LOOP).items():
            if self._loop_of.get(track) == row:
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
        copies: dict[int, int] = {}

        def copy(row: int) -> int:
            if row not in copies:
                copies[row] = len(self._cells)
                self._cells.extend(self._cells[row : row + CELLS])
            return copies[row]

        other.latest = [copy(row) for row in track.latest]
        if track in self._loop_of:
            self._loop_of[other] = copy(self._loop_of[track])
        for loop in self._loops.values():
            if track in loop:
                loop[other] = copy(loop[track])
        for retrying in self._retrying.values():
            retrying += [(other, copy(row)) for one, row in retrying if one is track]
        self.in_order_from = len(self._cells)
        other.rows = array("q", (copies.get(row, row) for row in track.rows))
        other.outcomes = track.outcomes.copy()
        return other

    def _take(
        self, line: int, reading: LineReading, ids: _Ids, track: _Track, outcome: int, told: StateReport | None
    ) -> None:
        """Take in an occurrence, and the state of a stream or room if the line reports one with the code."""
        key = reading.about if told else None
        row = self._retried(track, key, reading.moment, ids) if self._loop_of or self._loops else _NONE
        if row == _NONE and track.latest:
            row = self._continued(track, line, reading.moment, ids)
        if row == _NONE:
            row = self._open(line, reading, ids, track, outcome)
        else:
            self._add(row, line, reading, ids)
            if outcome > self._cells[row + OUTCOME]:
                self._end(track, row, outcome)
        if told and key:
            self._cells[row + STATE] = STATE_NUMBER[told.state]
            if told.state in RETRYING:
                self._loop_of[track] = row
                loop = self._loops.setdefault(key, {})
                if loop.get(track) != row:
                    loop[track] = row
                    self._retrying[key].append((track, row))

    def _open(self, line: int, reading: LineReading, ids: _Ids, track: _Track, outcome: int) -> int:
        self._number += 1
        moment, told, rank = reading.moment, 0, _NO_RANK
        if reading.extended_data:
            told, rank = self.rows.number_of(reading.extended_data), reading.extended_rank
        row, number = len(self._cells), self._number
        self._cells.frombytes(
            ROW.pack(track.code, line, line, moment, moment, 1, outcome, 0, *ids, told, rank, False, number)
        )
        track.rows.append(row)
        track.outcomes[outcome] += 1
        track.latest.append(row)
        if len(track.latest) > _AT_ONCE:
            del track.latest[0]
        return row

    def _add(self, row: int, line: int, reading: LineReading, ids: _Ids) -> None:
        """Take in what one more line tells of a failure."""
        cells = self._cells
        cells[row + COUNT] += 1
        cells[row + LAST_LINE] = line
        if reading.moment != UNKNOWN:
            cells[row + LAST_MOMENT] = reading.moment
        for place, number in zip((ROOM, STREAM, USER), ids, strict=True):
            if number and not cells[row + place]:
                cells[row + place] = number
        if reading.extended_data and reading.extended_rank > cells[row + EXTENDED_RANK]:
            cells[row + EXTENDED_DATA] = self.rows.number_of(reading.extended_data)
            cells[row + EXTENDED_RANK] = reading.extended_rank

    def _retried(self, track: _Track, key: _Key | None, moment: int, ids: _Ids) -> int:
        """What goes on being retried: of this stream or room, or where the line names none, the latest of the code."""
        row = self._loop_of.get(track, _NONE) if key is None else self._loops.get(key, _NO_LOOP).get(track, _NONE)
        if row == _NONE or self._differs(row, ids):
            return _NONE
        last = self._cells[row + LAST_MOMENT]
        return _NONE if UNKNOWN not in (last, moment) and moment - last > LONGEST_RETRY_PAUSE else row

    def _continued(self, track: _Track, line: int, moment: int, ids: _Ids) -> int:
        """The latest failure that the line can still tell of."""
        cells = self._cells
        going_on = [row for row in track.latest if near(cells[row + LAST_LINE], cells[row + LAST_MOMENT], line, moment)]
        track.latest = going_on
        for row in reversed(going_on):
            if self._continues(row, ids):
                return row
        return _NONE

    def _continues(self, row: int, ids: _Ids) -> bool:
        cells = self._cells
        if cells[row + CLOSED] or self._differs(row, ids):
            return False
        stream = cells[row + STREAM] or ids[1]
        begun = self._stream_begun.get(stream, -1) if stream else self._last_stream_begun
        return cells[row + LAST_LINE] >= max(begun, self._begun)

    def _differs(self, row: int, ids: _Ids) -> bool:
        """Whether a line is of another room, stream or user than a failure."""
        cells, (room, stream, user) = self._cells, ids
        return bool(
            (room and room != cells[row + ROOM] and cells[row + ROOM])
            or (stream and stream != cells[row + STREAM] and cells[row + STREAM])
            or (user and user != cells[row + USER] and cells[row + USER])
        )


def near(line: int, moment: int, other_line: int, other_moment: int) -> bool:
    """Whether two lines can tell of one event: within a second, or within a few lines where a time is missing."""
    if moment == UNKNOWN or other_moment == UNKNOWN:
        return other_line - line <= LONGEST_GAP
    return -LONGEST_PAUSE <= other_moment - moment <= LONGEST_PAUSE
