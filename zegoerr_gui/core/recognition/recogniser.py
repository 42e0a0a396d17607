"""Reads one line of a log: the codes it means, and what it tells about them."""

import re
from collections.abc import Iterator
from typing import Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.platforms import is_native
from zegoerr_gui.core.recognition.engine import Engine
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.extended_data import LEVEL_ERROR, extended_data
from zegoerr_gui.core.recognition.fast_engine import FastEngine
from zegoerr_gui.core.recognition.features import Number
from zegoerr_gui.core.recognition.forms import odd_numbers, plain_form
from zegoerr_gui.core.recognition.layout import Layout
from zegoerr_gui.core.recognition.line_reading import Hit, LineReading, about
from zegoerr_gui.core.recognition.look_alikes import LookAlikes
from zegoerr_gui.core.recognition.origin import read_origin
from zegoerr_gui.core.recognition.platform_signs import platform_of
from zegoerr_gui.core.recognition.rules import RULE_NUMBER, RULES, TELLS_SERIES, Setting, judge
from zegoerr_gui.core.recognition.sdk_line import (
    Direction,
    SdkLine,
    begins_attempt,
    direction_of,
    flat,
    read_sdk_line,
    read_state,
    spoken_direction,
)
from zegoerr_gui.core.recognition.surroundings import AFTER, BEFORE, ERROR_WORD, ZERO_ASKED
from zegoerr_gui.core.recognition.texts import TextIndex, Told
from zegoerr_gui.core.recognition.times import read_time
from zegoerr_gui.core.recognition.topic import Topic

_MESSAGES: Final = re.compile(r"""["']?\b(?:msg|message|extendedData)["']?\s*[:=]\s*(?:"([^"]+)"|'([^']+)')""")
_CONSOLE_PREFIX: Final = re.compile(
    r"^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d[ T][\d:.,]+Z?\]?\s+)?"
    r"(?:\S+\.(?:js|ts|html?)(?::\d+)+\s+|VM\d+:\d+\s+)?(?:\[?(?:error|warn(?:ing)?|info|debug|log)\]?[:\s]+)?"
    r"(?:Uncaught \S+ )?",
    re.I,
)
_PASTED: Final = re.compile(r"(z[a-z]\.[a-z]+(?:\.\w+)*)[\s:,]+(\S.*)")  # action and content without their JSON
_QUOTED: Final = re.compile(  # or between words of a script without blanks
    r"(?:(?<!\":\s)(?<!\":)(?<!=)[\"“«„]|[\u3040-\uffff] ?)([A-Za-z]\w+ [A-Za-z][\w ]{4,60}?)[.!]?"
    r"(?:[\"”»“]| ?[\u3000-\uffff])"
)
_LABELLED: Final = re.compile(r"[^\W\d_]\)?(?:: | [-–—] |：)([A-Za-z]\w+ [A-Za-z][\w ]{4,60})[.!?]?$")
_POSITIONED: Final = re.compile(r"(?:ode\W{1,30}|rror\W{1,4}|isconnected |[A-Z]{4}\W{1,30})([1-9][0-9]{3,9})(?![0-9])")
_READS_ON: Final = re.compile(
    r"(?:[:=：为是]|\b(?:code|error|fehler|ошибка|код)|错误码?|錯誤碼?|代码|代碼|エラー)\s*$", re.I
)
_ITEM: Final = re.compile(r"[\"'`]?(?:\s*[:=x×(|—–-]| ?=>|\t|\s+[0-9])")  # 1103061 x 44, 1103061: "No camera"
_CODES: Final = re.compile(r"""\b(?:errorCode|code)["']?\s*[:=]\s*["']?([0-9]{4,10})\b""")
_SERVER_CODE: Final = re.compile(r"(?:server[ _]error|err_code|server_code)\W{1,4}([0-9]{3,10})(?![0-9])")
_NOTHING_FAILED: Final = re.compile(r'["{,]\s*["\']?errorCode["\']?\s*:\s*0\s*,\s*["\']?extendedData')
_CUT_BEHIND: Final = re.compile(r"\s*(?:\[\w+\]\s*)?s(?P<part>[0-9]{1,2}): (?P<digits>[0-9]{1,6})(?![0-9])")
_SPLIT: Final = re.compile(r"s[0-9]{1,2}: ")
_CUT_BEFORE: Final = re.compile(
    r"\s*(?:\[\w+\]\s*)?(?:s(?P<part>[0-9]{1,2}): )?.*?(?<![0-9])(?P<digits>[0-9]{1,6})\s*$"
)
_LINE_ID: Final = RULE_NUMBER["line-id"]
_IN_SDK: Final = Setting(Topic.SDK, short=False)
_FAMILIES: Final = 100_000
_NATIVE_FAMILIES: Final = 10  # 10xxxxx are codes of the SDKs for mobile devices and the desktop as well
_SHORTEST_UNLISTED: Final = 6  # digits under a plain "code"; shorter ones are other protocols' (WebSocket's 1006)
_TELLING_ACTIONS: Final = frozenset({"zp.sv.2", "zc.b.sss"})  # they print the browser's error at any level


class Recogniser:
    """A catalogue made ready for reading logs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        prefixes = [prefix for family in catalogue.pack.families if not family.exact for prefix in family.prefixes]
        self._codes = catalogue.codes_in_text
        self.engine = Engine(prefixes, self._codes)
        self.fast_engine = FastEngine(prefixes, self._codes)  # for large logs
        self.texts = TextIndex(catalogue, self._codes)
        self.look_alikes = LookAlikes(catalogue, self.texts)  # for large logs, too

    def read_free(self, text: str, layout: Layout) -> LineReading:
        """Read a line of a short text: in its plain form, with the layout around it, with words looked for anywhere."""
        plain = plain_form(text)
        layout.feed(plain.text)
        layout.series.feed(plain.text, self._codes)
        reading = self.read(plain.text, free=True, layout=layout)
        for hit in reading.hits:
            hit.start, hit.end = plain.original(hit.start, hit.end)
        return reading

    def read(
        self,
        text: str,
        free: bool,
        core: tuple[int, int] | None = None,
        layout: Layout | None = None,
        rest: bool = False,
    ) -> LineReading:
        """Read a line, or a piece of a long one of which only ``core`` counts; with ``rest`` a line of which it is new.

        With ``free`` words are also looked for where no SDK line holds them: affordable in short texts only.
        """
        flattened = flat(text)
        whole = core is None or rest
        line = read_sdk_line(text) if whole else None
        reading = LineReading(line=line, moment=read_time(line.time if line and line.time else flattened[:200]))
        report = read_state(flattened, line) if whole else None
        reading.report = report
        reading.begins_attempt = begins_attempt(line, report)
        reading.room = (report and report.room) or (line.room if line else "")
        reading.stream = (report and report.stream) or (line.stream if line else "")
        reading.user = line.user if line else ""
        if report:
            reading.about = about(report, reading)
        begin, end = core or (0, len(text))
        reading.hits = [hit for hit in self._numbers(text, line, layout) if begin <= hit.start < end or rest]
        if whole:
            above = layout.previous if layout and line is None else ""
            told = list(self._told(text, flattened, reading, free, above))
            if told or layout:
                reading.hits = sorted(reading.hits + told, key=lambda hit: hit.start)
            if rest:
                reading.hits = [hit for hit in reading.hits if hit.end > begin]
            reading.extended_data, reading.extended_rank = extended_data(text, line)
            reading.platform = platform_of(flattened, line)
            reading.origin = read_origin(flattened, line, is_native(reading.platform))
            reading.lost_object = "[object Object]" in flattened
            if "extendedData" in flattened:
                reading.succeeded_call = _NOTHING_FAILED.search(flattened) is not None
            if "rver" in flattened or "err_code" in flattened:
                reading.server_codes = tuple(int(code) for code in _SERVER_CODE.findall(flattened))
        if report:
            for hit in reading.hits:
                hit.state = report.state if hit.code == report.code else ""
        return reading

    def _numbers(self, text: str, line: SdkLine | None, layout: Layout | None) -> Iterator[Hit]:
        spans = {found.span() for found in self.engine.in_text.finditer(text)}
        if "ode" in text or "rror" in text or "isconnected" in text or "State" in text or "_" in text:
            spans.update(found.span(1) for found in _POSITIONED.finditer(text))
        ids = (line.room, line.user, line.stream) if line else ()
        for start, end in sorted(spans):
            code = int(text[start:end])
            if line and text[start:end] in ids and not line.start <= start < line.end and text[start - 1] == '"':
                yield Hit(start, end, code, _LINE_ID)  # most numbers that look like codes are its keys
                continue
            number = self._number(text, start, end, line)
            if layout and line is None:
                _lay(number, layout, start, end)
            if number.listed or self._may_be_unlisted(number):
                rule = judge(number)
                if layout:
                    layout.introductions.feed(number, rule)
                    if RULES[rule].id in TELLS_SERIES:
                        layout.series.tell(start, end)
                yield Hit(start, end, code, rule)
        if layout:
            yield from self._free_numbers(text, line, layout)

    def _free_numbers(self, text: str, line: SdkLine | None, layout: Layout) -> Iterator[Hit]:
        """Codes in forms that are looked for in short logs only: asked about, cut in two, in groups, misread."""
        if line is None and 0 in self._codes and (asked := ZERO_ASKED.search(text)):
            start, end = asked.span(asked.lastgroup or 0)
            yield Hit(start, end, 0, RULE_NUMBER["zero"])
        if cut := _CUT_BEHIND.match(text, line.start if line else 0):
            yield from self._cut_number(text, cut, layout.previous)
        for start, end, code in odd_numbers(text):
            if code in self._codes:
                number = self._number(text, start, end, line, code)
                number.odd = "_" not in text[start:end]  # source code groups digits so
                if line is None:
                    _lay(number, layout, start, end)
                yield Hit(start, end, code, judge(number))

    def _cut_number(self, text: str, cut: re.Match[str], previous: str) -> Iterator[Hit]:
        """The number of which the SDK's splitting left the beginning at the end of the line before."""
        line = read_sdk_line(previous)
        inside = line is not None and _SPLIT.match(line.content) is not None  # else the whole line was split
        begin, stop = (line.start, line.end) if line and inside else (0, len(previous))
        head = _CUT_BEFORE.match(previous, begin, stop)
        if head is None or int(head["part"] or 1) + 1 != int(cut["part"]):
            return
        code = int(head["digits"] + cut["digits"])
        if self._is_known(code, str(code)):
            start, end = cut.span("digits")
            before, after = previous[: head.start("digits")][-BEFORE:], text[end : end + AFTER]
            yield Hit(start, end, code, judge(Number(code, before, after, line, code in self._codes, self.texts)))

    def _is_known(self, code: int, digits: str) -> bool:
        """Whether a number is a code, or has the shape of one of a known family."""
        return code in self._codes or (len(digits) == 7 and self.catalogue.family_of(code) is not None)

    def _number(self, text: str, start: int, end: int, line: SdkLine | None, value: int | None = None) -> Number:
        code = int(text[start:end]) if value is None else value
        before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
        return Number(code, before, after, line, code in self._codes, self.texts)

    def _may_be_unlisted(self, number: Number) -> bool:
        """Whether a number that no catalogue holds is a candidate all the same."""
        family = self.catalogue.family_of(number.code)
        if family is not None and not family.exact:
            return True
        if number.third_of_room_state or number.after_disconnected:
            return True
        spoken = number.code // _FAMILIES == _NATIVE_FAMILIES and number.after_error_word
        if (number.in_error_key or spoken) and self.catalogue.pack.product_of(number.code):
            return True
        if number.code < 10 ** (_SHORTEST_UNLISTED - 1):
            return False
        return number.in_code_key and (number.line is not None or number.in_callback or number.thrown)

    def _told(self, text: str, flattened: str, reading: LineReading, free: bool, above: str) -> Iterator[Hit]:
        """Codes told by words that no number in the line tells already; one in the line above decides between twins."""
        numbered = {hit.code for hit in reading.hits if RULES[hit.rule].levels.at(_IN_SDK) > Evidence.POSSIBLE}
        if "ode" in flattened and any(self._is_foreign(int(code)) for code in _CODES.findall(flattened)):
            return  # another product's code: so are its words
        for rule, words, told in self._texts_of(flattened, reading, free):
            if not any(code in told.codes or self.texts.agrees(code, words) for code in numbered):
                start, end = _place(text, words, reading.line)
                codes = tuple(code for code in told.codes if str(code) in above) or told.codes
                yield Hit(start, end, codes[0], RULE_NUMBER[rule], codes[1:])
                numbered.update(told.codes)

    def _is_foreign(self, code: int) -> bool:
        return code not in self._codes and self.catalogue.family_of(code) is None

    def _texts_of(self, flattened: str, reading: LineReading, free: bool) -> Iterator[tuple[str, str, Told]]:
        line = reading.line
        action = line.action if line else ""
        direction = line.direction if line else direction_of("", flattened) or spoken_direction(flattened)
        telling = line is not None and (line.level == LEVEL_ERROR or action in _TELLING_ACTIONS)
        if line and telling and (told := self.texts.told_by(line.content, action, direction)):
            yield "console-text", line.content.strip(), told
        messages = []
        if "msg" in flattened or "message" in flattened or "extendedData" in flattened:
            messages = [(double or single).strip() for double, single in _MESSAGES.findall(flattened)]
        for message in messages:
            if told := self.texts.told_by(message, action, direction):
                yield "message-text", message, told
        if line is None:
            yield from self._plain_texts(flattened, direction, free and not messages and not reading.hits)

    def _plain_texts(self, flattened: str, direction: Direction | None, free: bool) -> Iterator[tuple[str, str, Told]]:
        plain = flattened[_CONSOLE_PREFIX.match(flattened).end() :].strip()  # type: ignore[union-attr]
        action, content = pasted.groups() if (pasted := _PASTED.match(plain)) else ("", plain)
        if told := self.texts.told_by(content, action, direction_of(action, "") or direction):
            yield "console-text", content, told
        elif free:
            quoted = (
                self.texts.told_by(words, "", direction) for words in _QUOTED.findall(plain) + _LABELLED.findall(plain)
            )
            for told in (*filter(None, quoted), *self.texts.told_inside(plain, direction)):
                found = re.search(r"\s+".join(map(re.escape, told.words.split())), plain, re.I)
                yield "free-text", found[0] if found else plain, told


def _lay(number: Number, layout: Layout, start: int, end: int) -> None:
    """Tell a number what the lines around it say; at the beginning of a line the one before reads on into it."""
    number.heading = layout.heading(start)
    number.block = layout.block()
    number.codes_elsewhere = layout.has_code_column()
    number.player_near = layout.player_near
    number.said = layout.is_said(start)
    number.answers_other = layout.answers_other(start)
    number.introduced = layout.introductions.holds(number.code)
    number.in_series = layout.series.holds(start, number.code)
    number.goes_on = layout.series.goes_on(start, end)
    number.bare_cell = layout.is_bare_cell(start, end)
    number.begins_row = number.bare_cell and not number.raw_before.strip()
    in_column = number.heading is not None and number.heading != layout.previous
    if not in_column and not number.raw_before.strip() and _reads_on(layout.previous, number.raw_after):
        number.raw_before = layout.previous[-BEFORE:] + " " + number.raw_before


def _reads_on(previous: str, behind: str) -> bool:
    """Whether a line reads on into a number at the beginning of the next; into an item of a list only if of errors."""
    if _READS_ON.search(previous) is None:
        return False
    return _ITEM.match(behind) is None or ERROR_WORD.search(previous) is not None


def _place(text: str, words: str, line: SdkLine | None) -> tuple[int, int]:
    """Where words stand: in the content of a line of the SDK, else anywhere; all of it where escapes hide them."""
    begin, stop = (line.start, line.end) if line else (0, len(text))
    start = text.find(words, begin, stop)
    if start < 0:
        start = text.find(words)
    if start >= 0:
        return start, start + len(words)
    return (begin, stop) if begin < stop else (0, len(text))
