"""Reads one line of a log: the codes it means, and what it tells about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.engine import Engine
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.features import AFTER, BEFORE, Number
from zegoerr_gui.core.recognition.rules import RULE_NUMBER, RULES, judge
from zegoerr_gui.core.recognition.sdk_line import (
    SdkLine,
    StateReport,
    begins_attempt,
    direction_of,
    flat,
    read_sdk_line,
    read_state,
)
from zegoerr_gui.core.recognition.texts import TextIndex, Told
from zegoerr_gui.core.recognition.times import read_time

_DIGITS: Final = re.compile(r"(?<![0-9])[0-9]{4,10}(?![0-9])")
_MESSAGES: Final = re.compile(r"""["']?\b(?:msg|message|extendedData)["']?\s*[:=]\s*(?:"([^"]+)"|'([^']+)')""")
_FAIL_REASON: Final = re.compile(r'"fail_reason"\s*:\s*"([^"]*)"')
_FOURTH_ITEM: Final = re.compile(r'room(?:StateChanged|StateUpdate)\W{0,4}\[[^\]]*,\s*\d+\s*,\s*"([^"]*)"')
_CONSOLE_PREFIX: Final = re.compile(
    r"^\s*(?:\[?(?:error|warn(?:ing)?|info|debug|log)\]?[:\s]+)?(?:Uncaught \S+ )?", re.I
)
_SERVER_CODE: Final = re.compile(r"(?:server[ _]error|err_code|server_code)\W{1,4}([0-9]{3,10})(?![0-9])")
_NOTHING_FAILED: Final = re.compile(r'["{,]\s*["\']?errorCode["\']?\s*:\s*0\s*,\s*["\']?extendedData')
_SHORTEST_UNLISTED: Final = 6  # digits under a plain "code"; shorter ones are other protocols' (WebSocket's 1006)
_LEVEL_ERROR: Final = 3
_TELLING_ACTIONS: Final = frozenset({"zp.sv.2", "zc.b.sss"})  # they print the browser's error at any level


@dataclass(frozen=True, slots=True)
class Hit:
    """A code found at ``start`` to ``end`` of the text read, by the rule at that place in RULES."""

    start: int
    end: int
    code: int
    rule: int
    alternatives: tuple[int, ...] = ()


@dataclass(slots=True)
class LineReading:
    """What one line tells. ``moment`` is in milliseconds, see ``times``; ids that the line lacks are empty."""

    hits: list[Hit] = field(default_factory=list)
    line: SdkLine | None = None
    report: StateReport | None = None
    begins_attempt: bool = False
    succeeded_call: bool = False
    moment: int = -1
    room: str = ""
    stream: str = ""
    user: str = ""
    extended_data: str = ""
    server_codes: tuple[int, ...] = ()


class Recogniser:
    """A catalogue made ready for reading logs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        prefixes = [prefix for family in catalogue.pack.families if not family.exact for prefix in family.prefixes]
        self.engine = Engine(prefixes, catalogue.codes)
        self.texts = TextIndex(catalogue)

    def read(self, text: str, free: bool, core: tuple[int, int] | None = None) -> LineReading:
        """Read a line, or a piece of a long one of which only ``core`` counts.

        With ``free`` words are also looked for where no SDK line holds them: affordable in short texts only.
        """
        flattened = flat(text)
        whole = core is None
        line = read_sdk_line(text) if whole else None
        reading = LineReading(line=line, moment=read_time(line.time if line and line.time else flattened[:200]))
        report = read_state(flattened, line) if whole else None
        reading.report = report
        reading.begins_attempt = begins_attempt(line, report)
        reading.room = (report and report.room) or (line.room if line else "")
        reading.stream = (report and report.stream) or (line.stream if line else "")
        reading.user = line.user if line else ""
        begin, end = core or (0, len(text))
        reading.hits = [hit for hit in self._numbers(text, line) if begin <= hit.start < end]
        if whole:
            reading.hits += self._told(text, flattened, reading, free)
            reading.extended_data = _extended_data(flattened, line)
            reading.succeeded_call = bool(_NOTHING_FAILED.search(flattened))
        reading.server_codes = tuple(int(code) for code in _SERVER_CODE.findall(flattened))
        return reading

    def _numbers(self, text: str, line: SdkLine | None) -> Iterator[Hit]:
        for found in _DIGITS.finditer(text):
            code, (start, end) = int(found[0]), found.span()
            listed = code in self.catalogue and not found[0].startswith("0")
            before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
            number = Number(code, before, after, line, listed, self.texts)
            if listed or self._may_be_unlisted(number):
                yield Hit(start, end, code, judge(number))

    def _may_be_unlisted(self, number: Number) -> bool:
        """Whether a number that no catalogue holds is a candidate all the same."""
        family = self.catalogue.family_of(number.code)
        if family is not None and not family.exact:
            return True
        if number.third_of_room_state or number.after_disconnected:
            return True
        if number.code < 10 ** (_SHORTEST_UNLISTED - 1):
            return False
        return number.in_code_key and (number.line is not None or number.in_callback or number.thrown)

    def _told(self, text: str, flattened: str, reading: LineReading, free: bool) -> Iterator[Hit]:
        """Codes told by words that no number in the line tells already."""
        numbered = {hit.code for hit in reading.hits if RULES[hit.rule].level not in (None, Evidence.UNLIKELY)}
        for rule, words, told in self._texts_of(flattened, reading, free):
            if not numbered.intersection(told.codes):
                start = max(0, text.find(words))
                end = start + len(words) if text.startswith(words, start) else len(text)
                yield Hit(start, end, told.codes[0], RULE_NUMBER[rule], told.codes[1:])
                numbered.update(told.codes)

    def _texts_of(self, flattened: str, reading: LineReading, free: bool) -> Iterator[tuple[str, str, Told]]:
        line = reading.line
        if line is None:
            yield from self._plain_texts(flattened, free and not reading.hits)
        elif (line.level == _LEVEL_ERROR or line.action in _TELLING_ACTIONS) and (
            told := self.texts.told_by(line.content, line.action, line.direction)
        ):
            yield "console-text", line.content.strip(), told
        direction = line.direction if line else direction_of("", flattened)
        for double, single in _MESSAGES.findall(flattened):
            message = double or single
            if told := self.texts.told_by(message, line.action if line else "", direction):
                yield "message-text", message.strip(), told

    def _plain_texts(self, flattened: str, free: bool) -> Iterator[tuple[str, str, Told]]:
        plain = flattened[_CONSOLE_PREFIX.match(flattened).end() :].strip()  # type: ignore[union-attr]
        direction = direction_of("", flattened)
        if told := self.texts.told_by(plain, "", direction):
            yield "console-text", plain, told
        elif free and (told := self.texts.told_inside(plain, direction)):
            found = re.search(r"\s+".join(map(re.escape, told.words.split())), plain, re.I)
            yield "free-text", found[0] if found else plain, told


def _extended_data(flattened: str, line: SdkLine | None) -> str:
    """What the SDK adds to a code in this line: extended data, a message, a red line's text."""
    if found := _FOURTH_ITEM.search(flattened):
        return found[1].strip()
    if found := _FAIL_REASON.search(flattened):
        return found[1].strip()
    if found := _MESSAGES.search(flattened):
        return (found[1] or found[2]).strip()
    return line.content.strip() if line and line.level == _LEVEL_ERROR else ""
