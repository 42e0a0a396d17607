"""What to say of a log that tells no failure: what worked, what hides an error, what to ask for instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from zegoerr_gui.core.answer.situation import Situation
from zegoerr_gui.core.answer.telling import Teller

_INFO = 1  # the level of lines that tell what the SDK does


@dataclass(frozen=True, slots=True)
class Silence:
    """``shows`` is all there is to say, ``hidden`` the part of it about errors that tell no code."""

    shows: str
    hidden: str
    asks: tuple[str, ...]  # most telling first


def read_silence(situation: Situation, teller: Teller) -> Silence:
    """What a log without a failure shows, and what to ask for."""
    hidden = list(_hidden(situation, teller))
    join = teller.words.join
    return Silence(join(_shows(situation, teller, hidden)), join(hidden), tuple(_asks(situation, teller)))


def _shows(situation: Situation, teller: Teller, hidden: list[str]) -> Iterator[str]:
    say, context = teller.words.say, situation.results.context
    if situation.is_empty:
        yield say("shows.empty")
        return
    begin, end = teller.moment(context.first_moment), teller.moment(context.last_moment)
    span = say("shows.span" if begin else "shows.no_span", begin=begin, end=end)
    if worked := teller.worked():
        yield say("shows.worked", span=span, worked=worked)
        if not hidden:
            yield say("shows.elsewhere")
    elif context.levels:
        yield say("shows.sdk", span=span)
    elif not hidden:
        yield say("shows.nothing")
    yield from hidden


def _hidden(situation: Situation, teller: Teller) -> Iterator[str]:
    unexplained, words = situation.results.unexplained, teller.words
    if lost := unexplained.lost:
        yield words.count("shows.lost", len(lost), line=f"{lost[0] + 1:,}")
    if red := unexplained.red:
        line, text = next(iter(red.items()))
        yield words.count("shows.red", len(red), line=f"{line + 1:,}", text=teller.short(text))
    if is_low(situation):
        yield words.say("shows.low")


def _asks(situation: Situation, teller: Teller) -> Iterator[str]:
    say, results = teller.words.say, situation.results
    worked = bool(situation.courses)
    if results.unexplained.lost:
        yield say("ask.lost")
    if is_low(situation):
        yield say("ask.low")
    elif not worked:
        yield teller.by_platform("ask.any_log")
    yield say("ask.saw")
    if worked and not results.unexplained.lost:
        yield teller.by_platform("ask.other_log")
        if not any(course.kind == "played" for course in situation.courses):
            yield say("ask.other_stream")
    if not results.context.app_id:
        yield say("ask.app-id.plain")


def is_low(situation: Situation) -> bool:
    """Whether the SDK wrote warnings and errors only."""
    levels = situation.results.context.levels
    return bool(levels) and min(levels) > _INFO
