"""What an answer needs to know: what the log tells of it, with the line it stands in, and what has to be asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from zegoerr_gui.core.answer.situation import Case, Situation
from zegoerr_gui.core.answer.templates import Templates
from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.times import UNKNOWN, clock, iso
from zegoerr_gui.core.recognition.user_agent import browser_and_system

MOST_VALUES: Final = 5  # told of an item
LONGEST: Final = 80  # characters told of a value
_FOR_UNKNOWN: Final = ("app-id", "room-id", "user-id", "time", "sdk-version", "error-text", "console-log")
_FOR_SUPPORT: Final = ("app-id", "room-id", "user-id", "time", "sdk-version")
_IDS: Final = {"app-id": "app_id", "room-id": "room_id", "user-id": "user_id", "stream-id": "stream_id"}
_INFO: Final = 1  # the level of the SDK's lines that tell what it does
_OTHERS: Final = "others"

Value = tuple[str, int | None]  # with the line it stands in, from 0


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to know. ``ask`` is what has to be asked for, empty where the log tells all of it."""

    key: str
    title: str
    found: tuple[Value, ...] = ()
    ask: str = ""
    short: str = ""  # what is missing, in a word or two

    @property
    def is_missing(self) -> bool:
        """Whether something has to be asked for."""
        return bool(self.ask)


def checklist(situation: Situation, cases: Sequence[Case], templates: Templates, escalated: bool = False) -> list[Item]:
    """What these cases need, in the order of the catalogue; with ``escalated`` what the vendor always asks for too."""
    pack = situation.results.catalogue.pack
    wanted = set(_wanted(cases, escalated))
    items = []
    for key in [key for key, _ in pack.collect if key in wanted]:
        words = pack.collect_item(key)
        title = templates.word(f"item.{key}", words.title)
        found = tuple(islice(_found(key, situation, cases, templates), MOST_VALUES))
        missing = _missing(key, found, situation.results.context, cases)
        ask = templates.word(f"ask.{missing}", words.ask) if missing else ""
        short = templates.word(f"short.{missing}", title[:1].lower() + title[1:]) if missing else ""
        items.append(Item(key, title, found, ask, short))
    if any(case.entry is None or case.entry.escalate == "investigate" for case in cases):
        title = templates.say("item.others")
        items.append(Item(_OTHERS, title, ask=templates.say("ask.others"), short=templates.say("short.others")))
    return items


def context_items(context: Context, templates: Templates) -> list[Item]:
    """All that a log tells of where it comes from, whether somebody needs it or not."""
    items = [Item(key, templates.say(f"item.{key}"), tuple(values)) for key, values in _context(context, templates)]
    return [item for item in items if item.found]


def _context(context: Context, templates: Templates) -> Iterator[tuple[str, list[Value]]]:
    for key, kind in _IDS.items():
        yield key, list(getattr(context, kind).items())
    yield "time", span(context)
    yield "sdk-version", list(context.sdk_version.items())
    yield "platform", [(templates.say(f"platform.{name}"), line) for name, line in context.platform.items()]
    yield "browser", browsers(context)
    yield "page", [(templates.say(f"page.{scheme}"), line) for scheme, line in context.page.items()]


def span(context: Context) -> list[Value]:
    """The time that a log spans, on the clock that wrote it; nothing where no line tells a time."""
    first, last = context.first_moment, context.last_moment
    if first == UNKNOWN:
        return []
    begin, end = (_moment(moment) for moment in (first, last))
    if first == last:
        return [(begin, None)]
    return [(f"{begin} – {end[11:] if begin[:10] == end[:10] and len(end) > len('10:00:00.000') else end}", None)]


def browsers(context: Context) -> list[Value]:
    """Browser and system by the user agents that the log shows; as it stands one that nobody can read."""
    told: dict[str, int] = {}
    for agent, line in context.user_agent.items():
        told.setdefault(browser_and_system(agent) or agent, line)
    return list(told.items())


def shortened(value: str) -> str:
    """A value that may be very long, cut in its middle."""
    if len(value) <= LONGEST:
        return value
    half = LONGEST // 2
    return f"{value[:half]}…{value[-half:]}"


def _moment(moment: int) -> str:
    date = iso(moment)
    return date.replace("T", " ") if date else clock(moment)


def _wanted(cases: Iterable[Case], escalated: bool) -> Iterator[str]:
    for case in cases:
        if case.entry is None:
            yield from _FOR_UNKNOWN
            continue
        yield from case.entry.collect
        if escalated and case.entry.escalate != "account":
            yield from _FOR_SUPPORT


def _found(key: str, situation: Situation, cases: Sequence[Case], templates: Templates) -> Iterator[Value]:
    context = situation.results.context
    if kind := _IDS.get(key):
        yield from getattr(context, kind).items()
    elif key == "time":
        yield from span(context)
    elif key == "sdk-version":
        yield from context.sdk_version.items()
    elif key == "browser":
        yield from browsers(context)
    elif key == "error-text":
        texts = {one.failure.extended_data: one.failure.first_line for case in cases for one in case.told}
        yield from ((text, line) for text, line in texts.items() if text)
    elif key == "console-log" and _INFO in context.levels:
        yield templates.say("found.info"), context.levels[_INFO]


def _missing(key: str, found: Sequence[Value], context: Context, cases: Sequence[Case]) -> str:
    """The name of the question to ask; empty where there is none."""
    if key == "time":
        return "time.zone" if found else key
    if key == "user-id" and len(found) < 2 and any(map(_is_of_two, cases)):
        return "user-id.other" if found else "user-id.both"
    if key == "console-log" and context.is_native and not found:
        return "console-log.native"
    return "" if found else key


def _is_of_two(case: Case) -> bool:
    """Whether a failure of playing has another user's side, that of the publisher."""
    return case.entry is not None and case.entry.family == "playing"
