"""Tables and lists in a short text: under which heading a number stands."""

import re
from typing import Final

from zegoerr_gui.core.recognition.introductions import Introductions
from zegoerr_gui.core.recognition.other_things import is_other_thing
from zegoerr_gui.core.recognition.series import Series
from zegoerr_gui.core.recognition.surroundings import ERROR_WORD
from zegoerr_gui.core.recognition.tables import Tables

_ALONE: Final = re.compile(r"""(?:(?:[-*•]|\d{1,2}[.)]) *)?["']?[0-9]{4,10}["']?[,;]?""")
_LONGEST_ITEM: Final = 40  # characters of a line that holds one number
_NEAR_LINES: Final = 6
_PLAYER: Final = re.compile(r"media ?player|\bplayer\b|\bonError\b|播放器", re.I)
_SPEAKER: Final = re.compile(
    r"^[\s\[(<*]*(?:[0-9][0-9:./, APMapm-]{3,20}[\])>]*\s+)?(?P<name>[^\W\d_][\w .'’-]{0,24}?)[\])>*]*\s*(?::\s+|：\s*)"
)
_ASKS_FOR_OTHER: Final = re.compile(r"(?<!error )(?<!code )\b(?:number|no\.|id|phone)\b", re.I)
_OF_SCREEN: Final = re.compile(r"\b(?:see|get|got|shows?|shown|displays?|displayed|screen|page|message|popup)\b", re.I)
_QUESTION: Final = ("?", "？", "؟")
_ASKS: Final = re.compile(  # though no mark stands behind
    r"\b(?:which|what|welche\w*|qu[eé]|cu[aá]l|qual[ei]?|quel(?:le)?|berapa|kya|какой|какая|hangi|jaki)\b|哪|什么|什麼|多少|几号",
    re.I,
)
_SHORT_QUESTION: Final = 60  # characters
_ANSWER: Final = re.compile(r"\W*[0-9]{4,10}\W*")
_TAIL: Final = re.compile(  # of a question, in which nothing is named
    r"(?:[\s,?？؟]|\b(?:please|pls|plz|bitte|por favor|svp|s'il vous plaît|per favore|lütfen|proszę|пожалуйста)\b"
    r"|[가는은이]?\s*(?:뭐예요|뭔가요|무엇인가요|알려주세요|어떻게 되나요)|là gì|là bao nhiêu|kya hai|nedir|berapa"
    r"|是多少|多少|是什么|是啥|呢|吗|嗎|は|を教えてください|من فضلك)+$",
    re.I,
)
_NUMBER_ALONE: Final = re.compile(
    r"(?:^|\W)(?:number|nummer|nr|no|número|numero|numéro|numer|nomor|номер|رقم|numara)\W*$", re.I
)
_SPEECH: Final = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}|[\u3040-\uffff]{2}")
_DEEPEST: Final = 12
_OPENS: Final = (":", "：", "[", "(", "{")


class Layout:
    """Follows a text line by line and knows the heading of the column, the list or the block at hand."""

    def __init__(self) -> None:
        self.previous = ""  # the line before
        self._player = 0  # lines for which a player that was named counts as near
        self._line = ""
        self._tables = Tables()
        self.series = Series()
        self.introductions = Introductions()
        self._lead = ""  # the line above a list
        self._in_list = False
        self._speakers: set[str] = set()
        self._answers = False  # whether the line before is a question of somebody who has spoken
        self._asked_from = 0  # where what is said in the line before begins
        self._speaker, self._speech = "", 0  # who says the current line, and where what is said begins
        self._blocks: list[tuple[int, str]] = []  # indentation and text of the lines that opened what is open

    def feed(self, line: str) -> None:
        """Come to the next line."""
        self.previous, self._line = self._line, line
        self._player = _NEAR_LINES if _PLAYER.search(line) else max(0, self._player - 1)
        if self._speaker and _SPEECH.search(self.previous, self._speech):
            self._speakers.add(self._speaker)
        self._answers = self._speaker in self._speakers and self.previous.rstrip().endswith(_QUESTION)
        self._asked_from = self._speech
        self._speaker, self._speech = _speaker_of(line)
        alone = _is_alone(line)
        self._in_list = alone and (_is_alone(self.previous) or self._lead.rstrip().endswith(_OPENS))
        if not alone and line.strip():
            self._lead = line
        self._follow_blocks(line)
        self._tables.feed(line)

    def skip(self) -> None:
        """Come over an empty line."""
        if self._line:
            self.feed("")

    @property
    def player_near(self) -> bool:
        """Whether this line, or one of the few before it, names a player."""
        return self._player > 0

    def heading(self, place: int) -> str | None:
        """What stands over a place of the current line: a column's name, the line above a list; None for neither."""
        if self._in_list:
            return self._lead if self._lead.rstrip().endswith(_OPENS) else ""
        return self._tables.heading(place)

    def has_code_column(self) -> bool:
        """Whether one of the table's columns is headed as one of error codes."""
        return self._tables.has_code_column()

    def is_said(self, place: int) -> bool:
        """Whether what stands at a place of the current line is all that somebody says in a talk."""
        in_talk = self._answers or self._speaker in self._speakers
        return self._speech == place and in_talk and not self._asks_for_other()

    def answers_other(self, place: int) -> bool:
        """Whether the number at a place of the current line is the answer to a question for something's number."""
        asked = self.previous[self._asked_from :].strip()
        alone = _ANSWER.fullmatch(self._line, self._speech)
        asks = asked.endswith(_QUESTION) or _ASKS.search(asked) is not None
        if not alone or len(asked) > _SHORT_QUESTION or not asks:
            return False
        asked = _TAIL.sub("", asked)
        if ERROR_WORD.search(asked) or not is_other_thing(asked):
            return False
        alone = _NUMBER_ALONE.search(asked)
        return alone is None or is_other_thing(asked[: alone.start()])

    def block(self) -> str:
        """The line that opened the block which the current line stands in; empty outside of any."""
        opened = self._blocks[:-1] if self._blocks and self._blocks[-1][1] == self._line else self._blocks
        return opened[-1][1] if opened else ""

    def is_bare_cell(self, start: int, end: int) -> bool:
        """Whether a number fills a cell of a row of which no heading is known."""
        return self._tables.is_bare_cell(start, end)

    def _asks_for_other(self) -> bool:
        return _ASKS_FOR_OTHER.search(self.previous) is not None and not _OF_SCREEN.search(self.previous)

    def _follow_blocks(self, line: str) -> None:
        text = line.strip()
        if not text:
            return
        indent = len(line) - len(line.lstrip())
        while self._blocks and self._blocks[-1][0] >= indent:
            self._blocks.pop()
        if text.endswith(("{", "[", "(", ":")):
            self._blocks.append((indent, line))
            del self._blocks[:-_DEEPEST]


def _is_alone(line: str) -> bool:
    item = line.strip()
    return len(item) <= _LONGEST_ITEM and _ALONE.fullmatch(item) is not None


def _speaker_of(line: str) -> tuple[str, int]:
    found = _SPEAKER.match(line)
    return (found["name"], found.end()) if found else ("", 0)
