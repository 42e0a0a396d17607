"""The failures of a log for every level of evidence at once, fed line by line.

A level is a set of rules whose occurrences count. Most codes are told by rules that count in all levels, or in the
same ones, so their failures are the same: they are kept once, and parted when a rule counts in one but not another.
"""

from array import array
from bisect import insort
from collections import Counter
from collections.abc import Iterable
from itertools import compress
from typing import Final

from zegoerr_gui.core.recognition.attempts import Attempts
from zegoerr_gui.core.recognition.failure_tracks import NO_ROW, Track
from zegoerr_gui.core.recognition.failures import OUTCOMES, FailureList, FailureRows, Outcome
from zegoerr_gui.core.recognition.line_reading import Hit, LineReading
from zegoerr_gui.core.recognition.rules import RULE_NUMBER, RULES
from zegoerr_gui.core.recognition.sdk_line import FAILED, RETRYING

_THROWN: Final = RULE_NUMBER["thrown"]
_UNKNOWN, _, _RETRYING, _FAILED = range(len(OUTCOMES))
_OF_STATE: Final = dict.fromkeys(RETRYING, _RETRYING) | dict.fromkeys(FAILED, _FAILED)  # how a failure of a state ended


class Failures:
    """The failures of a log as one level of evidence counts them; ``AllFailures`` feeds it."""

    def __init__(self, of_all: "AllFailures", level: int) -> None:
        self._of_all = of_all
        self.level = level  # its bit
        self._ordered = array("I")
        self._seen = 0  # rows that stand in it, or never will
        self._taken: dict[Track, int] = {}

    @property
    def _tracks(self) -> list[Track]:
        return [track for tracks in self._of_all.tracks.values() for track in tracks if track.levels & self.level]

    @property
    def all(self) -> FailureList:
        """Every failure, in the order they began."""
        tracks, rows, copied = self._tracks, self._of_all.rows, self._of_all.copied
        if not self._taken.keys() <= set(tracks):  # what was one track has become two
            self._taken, self._ordered, self._seen = {}, array("I"), 0
        is_new, copies = bytearray(len(rows) - self._seen), []
        for track in tracks:
            for row in track.rows[self._taken.get(track, 0) :]:
                if row in copied:
                    copies.append(row)
                else:
                    is_new[row - self._seen] = True
            self._taken[track] = len(track.rows)
        self._ordered.extend(compress(range(self._seen, len(rows)), is_new))
        for row in copies:
            insort(self._ordered, row, key=lambda row: copied.get(row, row))
        self._seen = len(rows)
        return FailureList(rows, self._ordered)

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
    """The failures of a log for every level of evidence.

    Of each line ``attempts`` takes what it begins, then its hits are taken, then ``attempts`` takes its state.
    """

    def __init__(self, levels: Iterable[frozenset[int]]) -> None:
        sets = list(dict.fromkeys(levels))
        self._levels = {rules: Failures(self, 1 << place) for place, rules in enumerate(sets)}
        counting = [sum(1 << place for place, rules in enumerate(sets) if rule in rules) for rule in range(len(RULES))]
        self._counting: Final = counting  # by rule, the levels that count it
        self._wanted = (1 << len(sets)) - 1
        self.rows = FailureRows()
        self.tracks: dict[int, list[Track]] = {}
        self.copied: dict[int, int] = {}  # rows of failures that are kept twice, and which began as which
        self._routes: dict[int, dict[int, list[Track]]] = {}  # by code, then by rule
        self.attempts = Attempts(self.rows)

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
        for code in self._routes:
            self._lead(code)

    def route(self, code: int, rule: int) -> list[Track]:
        """The tracks that count occurrences of a code by a rule: a list that is right however they are parted later."""
        counting = self._counting[rule] & self._wanted
        tracks = self.tracks.setdefault(code, [])
        for track in [track for track in tracks if track.levels & counting and track.levels & self._wanted & ~counting]:
            tracks.append(self._part(track, track.levels & ~counting))
        if new := counting & ~sum(track.levels for track in tracks):
            tracks.append(Track(code, new))
        route = self._routes.setdefault(code, {}).setdefault(rule, [])
        self._lead(code)
        return route

    def _lead(self, code: int) -> None:
        for rule, route in self._routes[code].items():
            counting = self._counting[rule] & self._wanted
            route[:] = [track for track in self.tracks[code] if track.levels & counting]

    def take(self, line: int, reading: LineReading, hit: Hit, track: Track) -> None:
        """Take in one hit of a line, for one track of its route."""
        state, attempts, rows = hit.state, self.attempts, self.rows
        outcome = _OF_STATE.get(state) or (_FAILED if hit.rule == _THROWN else _UNKNOWN)
        row = attempts.retried(track, reading.about) if state else track.retried
        if row != NO_ROW and not track.retries(rows, row, reading):
            row = NO_ROW
        if row == NO_ROW and track.latest:
            row = track.continued(rows, line, reading, attempts.begun)
        if row == NO_ROW:
            row = rows.begin(line, reading, track.code, outcome, state)
            track.begin(row, outcome)
        else:
            before, after = rows.go_on(row, line, reading, outcome, state)
            if after != before:
                track.change(before, after)
        if state in RETRYING:
            attempts.retry(track, reading.about, row)

    def _part(self, track: Track, levels: int) -> Track:
        """A track of its own for some levels: what can still change is there twice from here on."""
        other = Track(track.code, levels)
        track.levels &= ~levels
        copies: dict[int, int] = {}

        def copy(row: int) -> int:
            if row not in copies:
                copies[row] = self.rows.copy(row)
                self.copied[copies[row]] = self.copied.get(row, row)
            return copies[row]

        other.latest = [copy(row) for row in track.latest]
        other.retried = copy(track.retried) if track.retried != NO_ROW else NO_ROW
        self.attempts.part(track, other, copy)
        other.rows = array("I", (copies.get(row, row) for row in track.rows))
        other.outcomes = track.outcomes.copy()
        return other
