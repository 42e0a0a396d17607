"""What a log tells, put in order once: failures and how they ended, sessions, what worked, where the log comes from.

Verdict, missing items, reply and report are made from it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failures import Failure, FailureList
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.core.recognition.sdk_line import KIND
from zegoerr_gui.core.recognition.states import Course

Standing = Literal["failed", "retrying", "retried", "unknown", "worked-later", "recovered"]
UNRECOVERED: Final = frozenset({"failed", "retrying", "retried", "unknown"})
MOST: Final = 1000  # failures looked at from either end of a log; between them it repeats itself
_ROOM_FAMILIES: Final = frozenset({"room", "common"})
_KIND_OF_FAMILY: Final = {"publishing": "published", "playing": "played"}


@dataclass(frozen=True, slots=True)
class Told:
    """One failure and how it stands at the end of the log.

    ``retried`` where the retries ended without success, ``worked-later`` where another attempt had it.
    """

    failure: Failure
    standing: Standing

    @property
    def is_unrecovered(self) -> bool:
        """Whether the log does not show that it was over."""
        return self.standing in UNRECOVERED


@dataclass(slots=True)
class Session:
    """The failures of one user in one room, in order."""

    room: str = ""
    user: str = ""
    told: list[Told] = field(default_factory=list)

    def takes(self, failure: Failure) -> bool:
        """Take a failure's room and user, unless they are others than this session's."""
        differs = (failure.room and self.room and failure.room != self.room) or (
            failure.user and self.user and failure.user != self.user
        )
        if not differs:
            self.room, self.user = self.room or failure.room, self.user or failure.user
        return not differs

    @property
    def last(self) -> Told | None:
        """The last failure that did not recover, one that the log shows to have ended so before any other."""
        unrecovered = [one for one in self.told if one.is_unrecovered]
        sure = [one for one in unrecovered if one.standing != "unknown"]
        return next(iter((sure or unrecovered)[-1:]), None)


@dataclass(frozen=True, slots=True)
class Case:
    """One code that an answer speaks of; ``entry`` as it holds in this log, None where no catalogue has the code."""

    code: int
    entry: Entry | None
    told: tuple[Told, ...]

    @property
    def name(self) -> str:
        """What the code says, or that nobody knows."""
        return self.entry.description if self.entry else "Unknown code"

    @property
    def first(self) -> Failure:
        """Its first failure."""
        return self.told[0].failure


@dataclass(frozen=True)
class Situation:
    """``failures`` are all there are, unless there are very many; ``total`` counts them."""

    scan: Scan
    failures: tuple[Told, ...]
    total: int
    only_numbers: bool  # nothing but bare numbers tells of the failures

    @property
    def results(self) -> Results:
        """What the scan found."""
        return self.scan.results

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in the log at all."""
        return not self.scan.source.size

    @cached_property
    def sessions(self) -> list[Session]:
        """By the order of their first failures."""
        sessions: list[Session] = []
        for one in self.failures:
            session = next((known for known in reversed(sessions) if known.takes(one.failure)), None)
            if session is None:
                session = Session(one.failure.room, one.failure.user)
                sessions.append(session)
            session.told.append(one)
        return sessions

    @cached_property
    def findings(self) -> dict[int, Finding]:
        """The log's codes."""
        return {finding.code: finding for finding in self.results.findings(self.least)}

    @property
    def least(self) -> Evidence:
        """The evidence from which the failures were counted."""
        return Evidence.POSSIBLE if self.only_numbers else Evidence.LIKELY

    @property
    def courses(self) -> list[Course]:
        """The rooms and streams that had success, in the order of that."""
        worked = (course for course in self.results.states.all.values() if course.had_success)
        return sorted(worked, key=lambda course: course.first_line)

    def worth_answering(self, scope: Scope | None = None) -> list[Failure]:
        """The failures to speak of where nobody chose: those that did not recover, or if all did, those.

        With ``scope`` only those of one session count.
        """
        failures = [one for one in self.failures if scope is None or scope.takes(one.failure)]
        return [one.failure for one in failures if one.is_unrecovered] or [one.failure for one in failures]

    def cases(self, chosen: Iterable[Failure]) -> list[Case]:
        """The chosen failures by code, in the order they began."""
        wanted = {id(failure) for failure in chosen}
        by_code: dict[int, list[Told]] = {}
        for one in self.failures:
            if id(one.failure) in wanted:
                by_code.setdefault(one.failure.code, []).append(one)
        return [Case(code, resolved_entry(code, self.results), tuple(told)) for code, told in by_code.items()]


def read_situation(scan: Scan) -> Situation:
    """Put in order what a scan has found so far."""
    results = scan.results
    failures = failures_of(results, Evidence.LIKELY)
    only_numbers = not failures
    failures = failures or failures_of(results, Evidence.POSSIBLE)
    kept = failures if len(failures) <= 2 * MOST else [*failures[:MOST], *failures[-MOST:]]
    told = tuple(told_by(kept, results))
    return Situation(scan, told, len(failures), only_numbers and bool(told))


def told_by(failures: Iterable[Failure], results: Results) -> Iterator[Told]:
    """Each failure with how it stands at the end of the log."""
    return (Told(failure, _standing(failure, results)) for failure in failures)


def failures_of(results: Results, least: Evidence) -> FailureList:
    """The failures of a log, without what is none: success has a code too."""
    told = results.failures_told(least)
    successes = [code for code in told.of_code if (entry := results.catalogue.get(code)) and entry.severity == "ok"]
    return told.all.without(successes) if successes else told.all


def _standing(failure: Failure, results: Results) -> Standing:
    if failure.outcome == "recovered":
        return "recovered"
    course = course_of(failure, results)
    if course is None:
        return failure.outcome
    if course.last_line > failure.last_line:
        return "worked-later"
    if failure.outcome == "retrying" and course.is_over and course.state_line > failure.last_line:
        return "retried"
    return failure.outcome


def course_of(failure: Failure, results: Results) -> Course | None:
    """How the room or the stream fared of which a failure speaks; None where that is not known."""
    if not failure.room and not failure.stream:
        return None
    kind = KIND[failure.state] if failure.state else _kind_by_code(failure, results)
    name = failure.room if kind == "room" else failure.stream
    return results.states.all.get((kind, name))


def _kind_by_code(failure: Failure, results: Results) -> str:
    family = results.catalogue.family_of(failure.code)
    if family and family.id in _ROOM_FAMILIES and failure.room and not failure.stream:
        return "room"
    return _KIND_OF_FAMILY.get(family.id, "") if family else ""
