"""What a scan has found so far, kept so that every question about it is answered quickly."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.engine import SEVEN
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failure_levels import AllFailures, Failures
from zegoerr_gui.core.recognition.failure_tracks import Track
from zegoerr_gui.core.recognition.failures import Failure, FailureList, near
from zegoerr_gui.core.recognition.findings import Finding, Tally
from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.occurrences import Kind, Occurrence, Occurrences
from zegoerr_gui.core.recognition.rules import (
    ALL_COUNTED,
    CERTAIN_RULES,
    LEVELS,
    RULE_NUMBER,
    RULES,
    SHORT_TEXT,
    TELLS_TOPIC,
    Setting,
)
from zegoerr_gui.core.recognition.sdk_line import SUCCEEDED, StateReport
from zegoerr_gui.core.recognition.states import States
from zegoerr_gui.core.recognition.times import UNKNOWN
from zegoerr_gui.core.recognition.topic import Subject, Topic
from zegoerr_gui.core.recognition.unexplained import Unexplained

_WEB_ONLY: Final = 100_000  # codes 11xxxxx are those of Web and Mini Program alone
_WEB_FAMILIES: Final = 11
_UNDER_OTHER: Final = RULE_NUMBER["other-heading"]
# What is met again and again: its number, its tally, whether it is set aside, the tracks of its failures.
_Met = tuple[int, Tally, bool, list[Track]]
_FIRST_LINE: Final = attrgetter("first_line")
_LAST_LINE: Final = attrgetter("last_line")


class Results:
    """Occurrences, tallies, failures and context of one log, fed line by line.

    Failures are followed for all levels up to likely, and for ``least``, with which ``certain`` may be asked for.
    """

    def __init__(self, catalogue: Catalogue, least: Evidence = Evidence.LIKELY) -> None:
        self.catalogue = catalogue
        self._asked = {Evidence.UNLIKELY, Evidence.POSSIBLE, Evidence.LIKELY, least}
        self.occurrences = Occurrences()
        self.context = Context()
        self.states = States()
        self.unexplained = Unexplained()
        self.lines = 0
        self.complete = False
        self.subject = Subject()
        self.successes = 0
        self.server_codes: dict[int, Tally] = {}
        self._tallies: dict[int, dict[int, Tally]] = {}  # by code, then by rule
        self._met: dict[Kind, _Met] = {}
        self._alternatives: dict[int, tuple[int, ...]] = {}
        self._failures = AllFailures(ALL_COUNTED.values())
        self._fed = 0  # times that anything was taken in
        self._found: dict[Evidence, tuple[tuple[object, ...], list[Finding]]] = {}  # findings, and as of when
        self._failures_open = True  # the setting is not known yet
        self._last_success: dict[str, tuple[str, int, int]] = {}  # by kind: of which, line, moment

    def feed(self, line: int, reading: LineReading, offset: int) -> None:
        """Take in one line; the places of its hits are bytes from ``offset`` on."""
        self._fed += 1
        moment, report, hits = reading.moment, reading.report, reading.hits
        if self._failures_open and line >= SHORT_TEXT and self.subject.is_sdk:
            self._close_failures()
        if reading.begins_attempt:
            self._failures.attempts.begin(line, report)
        for hit in hits:
            what = hit.code, hit.rule, hit.end - hit.start, hit.alternatives
            number, tally, is_aside, route = self._met.get(what) or self._meet(what, line, moment)
            tally.add(line, moment)
            if is_aside:
                self.occurrences.put_aside(line, offset + hit.start, number, hit.code)
            else:
                self.occurrences.put(line, offset + hit.start, number)
            if hit.alternatives:
                self._alternatives[hit.code] = hit.alternatives
            for track in route:
                self._failures.take(line, reading, hit, track)
        self.context.feed(line, reading)
        for code in reading.server_codes:
            self.server_codes.setdefault(code, Tally(0, line, line, moment)).add(line, moment)
        if not hits:
            self.unexplained.feed(line, reading)
        if report:
            self._take_state(line, reading, report)
        else:
            self.successes += reading.succeeded_call

    def feed_aside(self, line: int, start: int, code: int, rule: int) -> None:
        """Count a number of seven digits that a rule sets aside, in a line that tells nothing else."""
        self._fed += 1
        what = code, rule, SEVEN, ()
        number, tally, _, _ = self._met.get(what) or self._meet(what, line, UNKNOWN)
        tally.count += 1
        tally.last_line = line
        self.occurrences.put_aside(line, start, number, code)

    def _meet(self, what: Kind, line: int, moment: int) -> _Met:
        """What is counted for occurrences of a kind that is new."""
        code, rule, _, _ = what
        if code not in self._tallies:
            self._count_different(code, rule)
        if rule in CERTAIN_RULES:
            self._prove(line, code)
        elif rule in TELLS_TOPIC:
            self.subject.is_told = True
        tally = self._tallies.setdefault(code, {}).setdefault(rule, Tally(0, line, line, moment))
        met = self._met[what] = (
            self.occurrences.number(what),
            tally,
            RULES[rule].sets_aside,
            self._failures.route(code, rule),
        )
        return met

    def _count_different(self, code: int, rule: int) -> None:
        if code in self.catalogue:
            self.subject.known += 1
        elif rule != _UNDER_OTHER:  # a heading says what it is
            self.subject.strangers += 1

    def _prove(self, line: int, code: int) -> None:
        """Take in a code that is certain: it proves the SDK, and where only the Web has it, the SDK for the Web."""
        self.subject.is_sdk = True
        if code // _WEB_ONLY == _WEB_FAMILIES:
            self.context.prove_web(line)

    def evidence(self, occurrence: Occurrence) -> Evidence:
        """How sure one occurrence is, by what is known of the whole text now."""
        return Evidence(LEVELS[self._setting][occurrence.rule])

    def levels(self) -> bytes:
        """The evidence that each rule gives, by what is known of the whole text now."""
        return LEVELS[self._setting]

    def findings(self, least: Evidence = Evidence.POSSIBLE) -> list[Finding]:
        """Every code found with at least this evidence, by first line, then in the order found."""
        now = self._fed, self._setting, self.catalogue.edition
        then, findings = self._found.get(least, ((), []))
        if then != now:  # else several parts of the window ask within one moment
            failures, levels = self.failures_told(least).of_code, self.levels()
            found = (self._finding(code, least, failures.get(code, ()), levels) for code in self._tallies)
            findings = sorted(filter(None, found), key=lambda finding: finding.first_line)
            self._found[least] = now, findings
        return findings.copy()

    def finding(self, code: int, least: Evidence = Evidence.POSSIBLE) -> Finding | None:
        """What was found of one code with at least this evidence."""
        if code not in self._tallies:
            return None
        return self._finding(code, least, self.failures_told(least).of_code.get(code, ()), self.levels())

    def failures(self, least: Evidence = Evidence.LIKELY) -> FailureList:
        """The failures told by occurrences with at least this evidence, in the order they began."""
        return self.failures_told(least).all

    def failures_told(self, least: Evidence = Evidence.LIKELY) -> Failures:
        """The same, with their outcomes counted and by code."""
        return self._failures.of(ALL_COUNTED[least, self._setting])

    def first_line(self, code: int, least: Evidence = Evidence.POSSIBLE) -> int | None:
        """The line in which a code is found first with at least this evidence."""
        levels, rules = self.levels(), self._tallies.get(code, {}).items()
        return min((tally.first_line for rule, tally in rules if levels[rule] >= least), default=None)

    def set_aside(self) -> dict[int, int]:
        """How many numbers that look like a code were judged to be none, by code."""
        levels, aside = self.levels(), {}
        for code, rules in self._tallies.items():
            if count := sum(tally.count for rule, tally in rules.items() if levels[rule] == Evidence.UNLIKELY):
                aside[code] = count
        return aside

    def first_aside(self, code: int) -> tuple[str, int]:
        """Why a code was set aside the first time, and the line it stands in."""
        levels, rules = self.levels(), self._tallies[code].items()
        rule, tally = min(
            ((rule, tally) for rule, tally in rules if levels[rule] == Evidence.UNLIKELY),
            key=lambda pair: pair[1].first_line,
        )
        return RULES[rule].reason, tally.first_line

    @property
    def _setting(self) -> Setting:
        return Setting(self.subject.topic, self.lines <= SHORT_TEXT)

    def _close_failures(self) -> None:
        """The setting is all but known: follow failures for its levels alone, not for every one the text might have."""
        self._failures_open = False
        self._failures.keep(ALL_COUNTED[least, Setting(Topic.SDK, short=False)] for least in self._asked)

    def _finding(self, code: int, least: Evidence, failures: Sequence[Failure], levels: bytes) -> Finding | None:
        by_level: dict[int, int] = {}
        tallies: list[Tally] = []
        for rule, tally in self._tallies[code].items():
            level = levels[rule]
            if level >= least:
                by_level[level] = by_level.get(level, 0) + tally.count
                tallies.append(tally)
        if not tallies:
            return None
        tallies.sort(key=_FIRST_LINE)
        entry = self.catalogue.get(code)
        return Finding(
            code=code,
            listing=entry.listing if entry else "unlisted",
            evidence=Evidence(max(by_level)),
            count=sum(by_level.values()),
            by_level={Evidence(level): count for level, count in by_level.items()},
            first_line=tallies[0].first_line,
            last_line=max(map(_LAST_LINE, tallies)),
            first_moment=next((tally.first_moment for tally in tallies if tally.first_moment != UNKNOWN), UNKNOWN),
            failures=failures,
            failure_count=len(failures),
            outcome=failures[-1].outcome if failures else "unknown",
            alternatives=self._alternatives.get(code, ()),
        )

    def _take_state(self, line: int, reading: LineReading, report: StateReport) -> None:
        """Take in a state. What worked counts once, though several lines tell it in a moment, some without the room."""
        self._failures.attempts.take_state(report, reading.about)
        self.states.feed(line, reading, report)
        if report.state not in SUCCEEDED or report.code:
            return
        kind, name = reading.about
        last = self._last_success.get(kind)
        again = last is not None and near(last[1], last[2], line, reading.moment)
        if not (again and last and (not name or not last[0] or name == last[0])):
            self.successes += 1
        self._last_success[kind] = name or (last[0] if again and last else ""), line, reading.moment
