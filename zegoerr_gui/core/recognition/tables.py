"""Tables in a short text, as people paste them: which column a place stands in, and what its heading says.

A table is rows of the same number of cells: parted by tabs, bars, semicolons, commas or wide gaps, or HTML's. One of
two columns is so common a shape of prose that its heading must speak of codes. An INSERT names its columns, too.
"""

import re
from typing import Final

from zegoerr_gui.core.recognition.other_things import is_counted, is_field, is_other_thing

CODE_HEADING: Final = re.compile(
    r"(?i:error|code|fehler|ошибк|помилк|错误|报错|錯誤|報錯|エラー|오류|에러|código"
    r"|erro\b|mã lỗi|hata\b|kesalahan|błęd|خطأ|^zego$|^zg$)"
    r"|(?i:(?<!\w)(?:код|kod|codice|mã|رمز|كود|कोड|รหัส)\w{0,2}(?!\w)|コード|코드)"
    r"|(?<![A-Za-z])(?i:err)|[a-z_]Err|_ERR|(?<![A-Za-z])(?i:ret(?:urn(?:ed)?|val)?)(?![A-Za-z])|返回"
    r"|(?i:^\W*(?:retr(?:y|ies|yable)|ignor\w*|transient|recoverable|suppress\w*)(?:[_ ]?(?:on|for|list))?\W*$)"
    r"|(?<![\u4e00-\u9fff])代[码碼]"
)
_SEPARATORS: Final = ("\t", "|", "│", ";", ",", " / ")
_RULER: Final = re.compile(r"^[\s|+:=_\u2500-\u257f-]+$")
_IN_DATA: Final = re.compile(r"[0-9]{5}|(?<!\d)[0-9]{1,2}:[0-9]{2}|[0-9]{4}-[0-9]{2}")  # in no heading: numbers, times
_LEAST_CELLS: Final = 3
_SENTENCE: Final = re.compile(r", |\{|[\u3040-\uffff]{5}")  # its commas part no cells
_BLANKS: Final = "  "
_GAP: Final = re.compile(r"\s{2,}")
_PAIR: Final = 2
_LONGEST_PAIR: Final = 80  # characters of the heading of two columns
_SHORT_NAME: Final = re.compile(r"\W*[^\W\d_][\w.#%()'’-]*(?: [\w.#%()'’-]+){0,2}\W*")  # three words at most
_HTML: Final = "<td>"
_HTML_CELL: Final = re.compile(r"<t[dh]\b[^<>]*>", re.I)
_HTML_ROW: Final = re.compile(r"<tr\b", re.I)
_TAG: Final = re.compile(r"<[^<>]*>")
_OF_VALUES: Final = re.compile(
    r"(?i:val(?:ue)?s?|wert|valor|valore|valeur|waarde|wartość|değer|nilai|значение|details?)|值|内容"
)
_INSERT: Final = re.compile(r"\binsert\s+(?:ignore\s+)?into\s+\S+?\s*\(([^()]*)\)", re.I)
_SELECT: Final = re.compile(r"\bselect\s+(?:distinct\s+)?([^;]{1,300}?)\s+from\b", re.I)
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_OF_ERRORS: Final = re.compile(r"err|fehler|fail|错误", re.I)
_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"")


class Tables:
    """Follows a text line by line and knows the columns of the table at hand."""

    def __init__(self) -> None:
        self._line = ""
        self._separator = ""
        self._cells = 0
        self._header: list[str] | None = None
        self._header_end = 0  # where, in the current line, the header ends; 0 in the rows under it
        self._inserted: list[str] | None = None  # the columns of an INSERT
        self._selected: list[str] = []  # the columns of a SELECT whose result may follow

    def feed(self, line: str) -> None:
        """Come to the next line."""
        self._line = line
        if _RULER.match(line):
            return
        self._header_end = 0
        self._follow_insert(line)
        if ("from" in line or "FROM" in line) and (selected := _SELECT.search(line)):
            self._selected = _columns(selected[1])
        elif self._result_separator(line):
            return
        if self._header and self._separator == _BLANKS and len(_GAP.split(line.strip())) == self._cells:
            return
        separator, cells = _shape(line)
        if self._header and self._cells == _PAIR and self._separator != _HTML and _goes_on(line, self._separator):
            return
        if cells and (separator, cells) == (self._separator, self._cells):
            return
        self._separator, self._cells = separator, cells
        names = _names(line, separator) if cells else None
        self._header = names if names and not any(map(_IN_DATA.search, names)) else None
        if not cells:
            self._begin_pair(line)
        if self._header is not None:
            self._header_end = _end_of_row(line) if separator == _HTML else len(line)

    def heading(self, place: int) -> str | None:
        """The heading of the column that a place of the current line stands in; None where none is known."""
        if name := self._inserted_into(place):
            return name
        if separator := self._result_separator(self._line):
            before = self._line[:place].lstrip(" |")
            return self._selected[before.count(separator)]
        if self._header is None or place < self._header_end:
            return None
        column = self._column(place)
        if not 0 <= column < len(self._header):
            return None
        name = self._header[column]
        return self._label(place) if column and _OF_VALUES.fullmatch(name) else name

    def _label(self, place: int) -> str:
        """What the cells before a value say that it is: the one that speaks of errors, or else the first."""
        if self._separator in (_BLANKS, _HTML):
            return ""
        before = self._line[:place].strip("|│ ").split(self._separator)
        return next(filter(CODE_HEADING.search, before), before[0]).strip(" \"'*`")

    def has_code_column(self) -> bool:
        """Whether one of the columns is headed as one of error codes."""
        return any(map(CODE_HEADING.search, self._inserted or self._header or ()))

    def is_bare_cell(self, start: int, end: int) -> bool:
        """Whether a number fills a cell of a row of which no heading is known."""
        if self._header is not None or not self._separator or self._separator == _HTML:
            return False
        before, after = self._line[:start].rstrip(" \"'"), self._line[end:].lstrip(" \"'")
        if self._separator == _BLANKS:
            stands_apart = not before or self._line[:start].endswith(_BLANKS)
            return stands_apart and (not after or self._line[end:].startswith(_BLANKS))
        return (not before or before.endswith(self._separator)) and (not after or after.startswith(self._separator))

    def _begin_pair(self, line: str) -> None:
        """Take a line for the heading of two columns, if it can be one: it speaks of codes, or a tab parts it."""
        if len(line) > _LONGEST_PAIR:
            return
        for separator in (*_SEPARATORS, _BLANKS):
            names = _names(line, separator)
            if len(names) == _PAIR and all(map(_SHORT_NAME.fullmatch, names)):
                known = any(map(CODE_HEADING.search, names)) or _names_things(names, separator)
                if known and not _SENTENCE.search(line):
                    self._separator, self._cells, self._header = separator, _PAIR, names
                return

    def _column(self, place: int) -> int:
        line = self._line
        if self._separator == _HTML:
            rows = [found.start() for found in _HTML_ROW.finditer(line, 0, place)]
            row = rows[-1] if rows else 0
            return len(_HTML_CELL.findall(line, row, place)) - 1
        if self._separator == _BLANKS:
            return len(_GAP.findall(line.strip(), 0, place - (len(line) - len(line.lstrip()))))
        return line.count(self._separator, 0, place)

    def _follow_insert(self, line: str) -> None:
        if ("nto" in line or "NTO" in line) and (found := _INSERT.search(line)):
            self._inserted = [name.strip(" `\"'[]") for name in found[1].split(",")]
        elif self._inserted is not None and not line.strip().startswith(("(", "VALUES", "values", ")")):
            self._inserted = None

    def _result_separator(self, line: str) -> str:
        """What parts the cells of a row of what the last SELECT gave, as many as it names; empty for other lines."""
        if len(self._selected) < _PAIR:
            return ""
        row = line.strip(" |")
        return next((sign for sign in "|\t" if row.count(sign) == len(self._selected) - 1), "")

    def _inserted_into(self, place: int) -> str:
        """The column that a value in brackets is put into; empty for none, and for one that is called no more than a
        code: menus and cities have such.
        """
        if self._inserted is None:
            return ""
        names = _INSERT.search(self._line)
        opened = self._line.rfind("(", names.end() if names else 0, place)
        before = _QUOTED.sub("", self._line[opened:place]) if opened >= 0 else ")"
        column = before.count(",")
        if ")" in before or column >= len(self._inserted):
            return ""
        name = self._inserted[column]
        return name if _OF_ERRORS.search(name) or not CODE_HEADING.search(name) else ""


def _columns(selected: str) -> list[str]:
    """What the columns of a result are called: ``count(*) AS n`` is n, ``e.uid`` is uid; none where all are chosen."""
    columns = [column.split() or [""] for column in _IN_BRACKETS.sub("", selected).split(",")]
    names = [words[-1].rpartition(".")[2].strip("`\"'[]") for words in columns]
    return [] if "*" in names else names


def _names_things(names: list[str], separator: str) -> bool:
    """Whether two names are those of columns of other things: both, or one where a tab parts them."""
    things = sum(is_other_thing(name) or is_counted(name) or is_field(name) for name in names)
    return things == _PAIR or (things == 1 and separator == "\t")


def _names(line: str, separator: str) -> list[str]:
    if separator == _HTML:
        cells = [_TAG.sub("", cell) for cell in _HTML_CELL.split(line[: _end_of_row(line)])[1:]]
    else:
        cells = _GAP.split(line.strip()) if separator == _BLANKS else line.split(separator)
    return [cell.strip(" \"'*`") for cell in cells]


def _shape(line: str) -> tuple[str, int]:
    if "<t" in line and (count := len(_HTML_CELL.findall(line, 0, _end_of_row(line)))):
        return _HTML, count
    for separator in _SEPARATORS:
        count = line.count(separator)
        if count >= _LEAST_CELLS - 1 and not (separator == "," and _SENTENCE.search(line)):
            return separator, count + 1
    cells = len(_GAP.split(line.strip()))
    return (_BLANKS, cells) if cells >= _LEAST_CELLS else ("", 0)


def _goes_on(line: str, separator: str) -> bool:
    return (_GAP.search(line.strip()) is not None) if separator == _BLANKS else separator in line


def _end_of_row(line: str) -> int:
    """Where the first row of HTML in a line ends."""
    rows = [found.start() for found in _HTML_ROW.finditer(line)]
    return rows[1] if len(rows) > 1 else len(line)
