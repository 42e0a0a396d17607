"""Puts into sentences what a log tells: of each code, how its failures ended, what is behind it, what worked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zegoerr_gui.core.answer.additions import explanations, extended_texts, removals, unknown_code
from zegoerr_gui.core.answer.checklist import browsers, shortened
from zegoerr_gui.core.answer.quoted_lines import Mask
from zegoerr_gui.core.answer.situation import Case, Situation, Told
from zegoerr_gui.core.answer.templates import Templates
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.sdk_line import KIND
from zegoerr_gui.core.recognition.states import Course
from zegoerr_gui.core.recognition.times import UNKNOWN, clock, iso

_DAY: Final = 24 * 60 * 60 * 1000  # milliseconds
_MOST_BESIDE: Final = 3
_MOST_WORKED: Final = 4
_MOST_VALUES: Final = 3
_NEAR_LINES: Final = 8
_NEAR_TIME: Final = 5000  # milliseconds
_HEDGES: Final = ("probably", "possibly", "usually", " may ", "perhaps")
_LOGIN_LATER: Final = frozenset({"publishing", "playing", "mixing", "device", "messaging"})  # what needs a login first


@dataclass(frozen=True)
class Teller:
    """One log told in one language. ``exact`` moments have milliseconds."""

    situation: Situation
    words: Templates
    exact: bool = False
    mask: Mask = str  # hides secrets; before a value is cut, since half a secret is not known as one

    def short(self, value: str) -> str:
        """A value from the log, masked, then cut where it is very long."""
        return shortened(self.mask(value))

    def moment(self, moment: int) -> str:
        """The time of day, with the date where a log goes over midnight; nothing for an unknown one."""
        context = self.situation.results.context
        time = clock(moment)[: None if self.exact else len("10:00:00")]
        dated = iso(moment)
        if dated and context.first_moment // _DAY != context.last_moment // _DAY:
            return f"{dated[:10]} {time}"
        return time

    def place(self, failure: Failure, count: int = 1, short: bool = False) -> str:
        """How often, when and where: ``, 2 times, first at 10:02:31 (line 31)``."""
        key = "place" if count == 1 else "places"
        key = f"short.{key}" if short or self.exact else key
        timed = "timed" if failure.first_moment != UNKNOWN else "untimed"
        return self.words.say(
            f"{key}.{timed}",
            count=f"{count:,}",
            time=self.moment(failure.first_moment),
            line=f"{failure.first_line + 1:,}",
            clock=self.clock,
        )

    @property
    def clock(self) -> str:
        """Whose clock wrote the times."""
        return self.by_platform("clock")

    def by_platform(self, key: str) -> str:
        """A text that speaks of a browser, or for a native SDK's log, of a device."""
        return self.words.say(f"{key}.native" if self.situation.results.context.is_native else key)

    def name(self, case: Case) -> str:
        """What the code says, inside a sentence."""
        if case.entry is None:
            return self.words.say("unknown.name")
        return self.words.inside(case.name)

    def standing(self, one: Told) -> str:
        """How a failure ended, where the log shows it."""
        end = "" if one.standing == "failed" else self.words.say(f"standing.{one.standing}")
        return self.words.join([self.state(one), end])

    def state(self, one: Told) -> str:
        """What ended with a failure, by the state that the SDK told with it."""
        failure = one.failure
        key = f"state.{failure.state}"
        if key not in self.words.phrases or one.standing not in ("failed", "worked-later"):
            return ""
        kind = KIND[failure.state]
        name = failure.room if kind == "room" else failure.stream
        where = self.words.say(f"{kind}.named", name=self.short(name)) if name else self.words.say(f"{kind}.unnamed")
        return self.words.say(key, where=where)

    def end(self, one: Told) -> str:
        """How a failure stands at the end of the log, for a sentence to go on with."""
        end = self.moment(self.situation.results.context.last_moment)
        return self.words.say(f"end.{one.standing}.{'timed' if end else 'untimed'}", end=end)

    def added(self, case: Case) -> list[str]:
        """The SDK's own words beside the code, and what they mean."""
        finding = self.situation.findings.get(case.code)
        if finding is None:
            return []
        texts = [text.rstrip(" .") for text in extended_texts(finding)[:_MOST_VALUES]]
        quoted = self.words.row(self.words.say("quoted", text=self.short(text)) for text in texts)
        parts = [self.words.say("adds", texts=quoted)] if quoted else []
        if self._needs_https(case):
            parts.append(self.words.say("page.note"))
        catalogue = self.situation.results.catalogue
        if self.exact:
            parts += explanations(finding, self.situation.results)
            return [*parts, unknown_code(case.code, catalogue)] if case.entry is None else parts
        parts += removals(finding, catalogue)
        return [*parts, self.words.say("unknown.said")] if case.entry is None else parts

    def _needs_https(self, case: Case) -> bool:
        """Whether a code may come from a page without HTTPS, and the log shows such a page."""
        named = case.entry is not None and any("HTTPS" in text for text in (case.name, *case.entry.causes))
        return named and list(self.situation.results.context.page) == ["http"]

    def cause(self, case: Case) -> str:
        """What is behind a code, in one sentence, or where there are several causes, in a row of them."""
        causes = case.entry.causes if case.entry else ()
        if not causes:
            return ""
        if len(causes) > 1:
            told = " ".join(f"({number}) {cause}" for number, cause in enumerate(causes, 1))
            return self.words.say("causes.inline", causes=told)
        hedged = any(word in f" {causes[0].casefold()} " for word in _HEDGES)
        return self.words.say("cause.hedged" if hedged else "cause", cause=causes[0])

    def summary(self, case: Case) -> str:
        """A code in one line for those who know it."""
        if self.situation.only_numbers:
            line = f"{case.first.first_line + 1:,}"
            return self.words.say("summary.number", code=case.code, name=case.name, line=line)
        place, standing = self.place(case.first, len(case.told)), self.end(case.told[-1])
        return self.words.say("summary", code=case.code, name=case.name, place=place, standing=standing)

    def beside(self, case: Case, cases: Iterable[Case]) -> str:
        """Codes near a code's last failure that no other case speaks of, in order; nothing where there are none."""
        last = case.told[-1].failure
        spoken_of = {other.code for other in cases}
        near: dict[int, Failure] = {}
        for one in self.situation.failures:
            if one.failure.code not in spoken_of and _near(last, one.failure):
                near.setdefault(one.failure.code, one.failure)
        told = [self._beside(failure) for failure in list(near.values())[:_MOST_BESIDE]]
        return self.words.say("beside", codes=self.words.row(told, "pair.worked")) if told else ""

    def _beside(self, failure: Failure) -> str:
        entry = self.situation.results.catalogue.get(failure.code)
        parts = [failure.state, str(failure.code), entry.description if entry else ""]
        return self.words.say("beside.one", code=" ".join(filter(None, parts)), line=f"{failure.first_line + 1:,}")

    def span(self) -> str:
        """From when to when the log goes, and on which clock; nothing where no line tells a time."""
        context = self.situation.results.context
        begin, end = self.moment(context.first_moment), self.moment(context.last_moment)
        date = iso(context.first_moment)
        if date and not begin.startswith(date[:10]):
            begin = f"{date[:10]} {begin}"
        return self.words.say("span", begin=begin, end=end) if begin else ""

    def facts(self) -> str:
        """Whose log it is, in one line: AppID, room, user, stream, version, browser."""
        context = self.situation.results.context
        kinds = [("app-id", context.app_id), ("room-id", context.room_id), ("user-id", context.user_id)]
        parts = [self.fact(key, values) for key, values in [*kinds, ("stream-id", context.stream_id)]]
        parts.append(self.fact("sdk", context.sdk_version))
        parts.append(self.fact("platform", [self.words.say(f"platform.{name}") for name in context.platform]))
        parts.append(self.fact("browser", [name for name, _ in browsers(context)]))
        parts.append(self.fact("page", [self.words.say(f"page.{scheme}") for scheme in context.page]))
        return " · ".join(part for part in parts if part)

    def fact(self, key: str, values: Iterable[str]) -> str:
        """A kind of fact with its values, several told as several."""
        told = [self.short(value) for value in values]
        if not told:
            return ""
        more = len(told) - _MOST_VALUES
        shown = self.words.row(told[:_MOST_VALUES]) + (self.words.say("more", count=f"{more:,}") if more > 0 else "")
        return self.words.say(f"fact.{key}", value=shown)

    def no_failure(self) -> str:
        """That there is no error code, or none for sure, or nothing at all."""
        if self.situation.is_empty:
            return self.words.say("no_failure.empty")
        return self.words.say("no_failure.numbers" if self.situation.only_numbers else "no_failure")

    def worked(self) -> str:
        """What worked, one after the other."""
        told = [self._worked(course) for course in self.situation.courses]
        more = len(told) - _MOST_WORKED
        shown = self.words.row(told[:_MOST_WORKED], "pair.worked")
        return shown + (self.words.say("worked.more", count=f"{more:,}") if more > 0 else "")

    def _worked(self, course: Course) -> str:
        timed = "timed" if course.first_moment != UNKNOWN else "untimed"
        begin = self.words.say(
            f"worked.{course.kind}.{timed}", name=self.short(course.name), time=self.moment(course.first_moment)
        )
        return begin + (self.words.say("worked.on") if course.goes_on and course.kind != "room" else "")

    def login_before(self, cases: Iterable[Case]) -> str:
        """That logging in had worked before anything of this failed, where what failed comes after a login."""
        cases = list(cases)
        families = {case.entry.family if case.entry else "" for case in cases}
        if not families <= _LOGIN_LATER:
            return ""
        first = min((case.first for case in cases), key=lambda failure: failure.first_line)
        for course in self.situation.courses:
            if course.kind == "room" and course.first_line < first.first_line and first.room in ("", course.name):
                timed = "timed" if course.first_moment != UNKNOWN else "untimed"
                return self.words.say(
                    f"login.{timed}", room=self.short(course.name), time=self.moment(course.first_moment)
                )
        return ""


def _near(failure: Failure, other: Failure) -> bool:
    """Whether two failures stand close to each other in lines, and in time where it is known."""
    begin, end = failure.first_line - _NEAR_LINES, failure.last_line + _NEAR_LINES
    moments = failure.first_moment, failure.last_moment, other.first_moment
    at_once = UNKNOWN in moments or moments[0] - _NEAR_TIME <= moments[2] <= moments[1] + _NEAR_TIME
    return begin <= other.first_line <= end and at_once
