"""Tables and lists in a short text: under which heading a number stands."""

import re
from typing import Final

CODE_HEADING: Final = re.compile(
    r"(?i:error|code|fehler|ошибк|помилк|错误|报错|エラー|오류|에러|código|erro\b|mã lỗi|hata\b|kesalahan|błęd|خطأ)"
    r"|(?<![A-Za-z])(?i:err)|[a-z_]Err|_ERR|(?<![A-Za-z])(?i:ret(?:urn(?:ed)?|val)?)(?![A-Za-z])|返回"
)
_SEPARATORS: Final = ("\t", "|", "│", ";", ",")
_RULER: Final = re.compile(r"^[\s|+:=_\u2500-\u257f-]+$")
_ALONE: Final = re.compile(r"""(?:(?:[-*•]|\d{1,2}[.)]) *)?["']?[0-9]{4,10}["']?[,;]?""")
_LONGEST_ITEM: Final = 40  # characters of a line that holds one number
_HAS_NUMBER: Final = re.compile(r"[0-9]{5}")
_NEAR_LINES: Final = 6
_PLAYER: Final = re.compile(r"media ?player|\bplayer\b|\bonError\b|播放器", re.I)
_LEAST_CELLS: Final = 3
_SPEAKER: Final = re.compile(
    r"^[\s\[(<*]*(?:[0-9][0-9:./, APMapm-]{3,20}[\])>]*\s+)?(?P<name>[^\W\d_][\w .'’-]{0,24}?)[\])>*]*\s*[:：]\s+"
)
_SENTENCE: Final = re.compile(r", |\{|[\u3040-\uffff]{5}")  # its commas part no cells
_ASKS_FOR_OTHER: Final = re.compile(r"(?<!error )(?<!code )\b(?:number|no\.|id|phone)\b", re.I)
_SPEECH: Final = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}|[\u3040-\uffff]{2}")
_BLANKS: Final = "  "
_GAP: Final = re.compile(r"\s{2,}")
_DEEPEST: Final = 12
_OPENS: Final = (":", "：", "[", "(", "{")


class Layout:
    """Follows a text line by line and knows the heading of the column, the list or the block at hand."""

    def __init__(self) -> None:
        self.previous = ""  # the line before
        self._player = 0  # lines for which a player that was named counts as near
        self._line = ""
        self._separator = ""
        self._cells = 0
        self._header: list[str] | None = None
        self._is_header = False
        self._lead = ""  # the line above a list
        self._in_list = False
        self._speakers: set[str] = set()
        self._speaker, self._speech = "", 0  # who says the current line, and where what is said begins
        self._blocks: list[tuple[int, str]] = []  # indentation and text of the lines that opened what is open

    def feed(self, line: str) -> None:
        """Come to the next line."""
        self.previous, self._line = self._line, line
        self._player = _NEAR_LINES if _PLAYER.search(line) else max(0, self._player - 1)
        if self._speaker and _SPEECH.search(self.previous, self._speech):
            self._speakers.add(self._speaker)
        self._speaker, self._speech = _speaker_of(line)
        alone = _is_alone(line)
        self._in_list = alone and (_is_alone(self.previous) or self._lead.rstrip().endswith(_OPENS))
        if not alone and line.strip():
            self._lead = line
        self._follow_blocks(line)
        if not _RULER.match(line):
            self._follow_table(line)

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
        if self._header is None or self._is_header:
            return None
        column = self._cell(place)
        return self._header[column] if column < len(self._header) else None

    def has_code_column(self) -> bool:
        """Whether one of the table's columns is headed as one of error codes."""
        return any(map(CODE_HEADING.search, self._header or ()))

    def is_said(self, place: int) -> bool:
        """Whether what stands at a place of the current line is all that somebody says who has spoken before."""
        return self._speech == place and self._speaker in self._speakers and not _ASKS_FOR_OTHER.search(self.previous)

    def block(self) -> str:
        """The line that opened the block which the current line stands in; empty outside of any."""
        opened = self._blocks[:-1] if self._blocks and self._blocks[-1][1] == self._line else self._blocks
        return opened[-1][1] if opened else ""

    def is_bare_cell(self, start: int, end: int) -> bool:
        """Whether a number fills a cell of a row of which no heading is known."""
        if self._header is not None or not self._separator:
            return False
        before, after = self._line[:start].rstrip(" \"'"), self._line[end:].lstrip(" \"'")
        if self._separator == _BLANKS:
            stands_apart = not before or self._line[:start].endswith(_BLANKS)
            return stands_apart and (not after or self._line[end:].startswith(_BLANKS))
        return (not before or before.endswith(self._separator)) and (not after or after.startswith(self._separator))

    def _cell(self, place: int) -> int:
        if self._separator == _BLANKS:
            return len(_GAP.findall(self._line.strip(), 0, place - (len(self._line) - len(self._line.lstrip()))))
        return self._line.count(self._separator, 0, place)

    def _follow_table(self, line: str) -> None:
        separator, cells = _shape(line)
        self._is_header = False
        if cells and (separator, cells) == (self._separator, self._cells):
            return
        self._separator, self._cells = separator, cells
        names = [cell.strip(" \"'*`") for cell in _split(line, separator)] if cells else None
        self._header = names if names and not any(map(_HAS_NUMBER.search, names)) else None
        self._is_header = self._header is not None

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


def _split(line: str, separator: str) -> list[str]:
    return _GAP.split(line.strip()) if separator == _BLANKS else line.split(separator)


def _shape(line: str) -> tuple[str, int]:
    for separator in _SEPARATORS:
        count = line.count(separator)
        if count >= _LEAST_CELLS - 1 and not (separator == "," and _SENTENCE.search(line)):
            return separator, count + 1
    cells = len(_GAP.split(line.strip()))
    return (_BLANKS, cells) if cells >= _LEAST_CELLS else ("", 0)
