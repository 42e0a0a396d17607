"""The text of the line pane: laid-out JSON in colour, its marks, and what each code is called, painted beside it.

Only the blocks on show are ever coloured, when they are painted first: a line of a megabyte has ten thousands of them.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextEdit

from zegoerr_gui.core.answer.redaction.masking import Masked
from zegoerr_gui.core.log.find import Seeker
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.models.line_view import Mark
from zegoerr_gui.models.unfolded import Unfolded
from zegoerr_gui.models.utf16 import units
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import mark_ink

_PARTS: Final = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?P<string>"(?:[^"\\]|\\.)*")|(?P<number>-?\b\d[\d.]*\b)'
)
_TOKENS: Final = {"key": "json_key", "string": "json_string", "number": "json_number"}
_LONGEST_BLOCK = 2000  # characters
_SEARCHED_FOR_CUT = 200  # characters at the end of a block, in which it is cut behind a blank or a comma
_Placed = tuple[int, int, Mark]  # where a mark begins in its block, and its length, in UTF-16 units
_COPY = QKeySequence.StandardKey.Copy
_GAP = 24
_MOST_NAMES = 6  # codes of one block that are named
_LONGEST_SEARCH: Final = 0.1  # seconds for the first hit: a pattern may be hard for every block


class LineText(QPlainTextEdit):
    """Holds one line laid out, read-only and selectable."""

    def __init__(self, look: Look, name_of: Callable[[int], str]) -> None:
        """``name_of`` tells what a code is called; empty for one that nothing is known of."""
        super().__init__()
        self._look = look
        self._name_of = name_of
        self._marks: dict[int, list[_Placed]] = {}  # by block
        self._current: Mark | None = None
        self._seeker: Seeker | None = None
        self._coloured: set[int] = set()  # blocks
        self._joined: set[int] = set()  # blocks whose text goes on in the next one
        self.masked_part: Callable[[str, int, int], Masked] = _nothing_masked  # of a text from one place to another
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("The current line, laid out"))
        look.changed.connect(self._restyle)
        self._restyle()

    def show_unfolded(self, unfolded: Unfolded, current: Mark | None, *, to_hit: bool = False) -> None:
        """Show a text with its marks, the current one in sight, or the first hit of what is sought."""
        starts, blocks, self._joined = _blocks(unfolded.text)
        self.setPlainText("\n".join(blocks))
        self._marks = _by_block(unfolded, starts, blocks)
        self._current = current
        self._coloured.clear()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._target(blocks, current, to_hit))
        self.setTextCursor(cursor)
        self._bring_into_sight()

    def seek(self, seeker: Seeker | None) -> None:
        """Show where in the text stands what is sought."""
        self._seeker = seeker
        self._coloured.clear()
        self.viewport().update()

    def wrap(self, on: bool) -> None:
        """Break long lines at the right edge, or let them be scrolled."""
        self.setLineWrapMode(self.LineWrapMode.WidgetWidth if on else self.LineWrapMode.NoWrap)
        self._bring_into_sight()

    def selected(self) -> str:
        """The selected text as it is shown, where this has the focus; empty for none."""
        return self._text_of(self.textCursor()) if self.hasFocus() else ""

    def masked_selection(self) -> Masked:
        """The selected text with secrets masked; one that is selected by half is masked as a whole."""
        cursor, front, whole = self.textCursor(), QTextCursor(self.document()), QTextCursor(self.document())
        front.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
        whole.select(QTextCursor.SelectionType.Document)
        start = len(self._text_of(front))
        return self.masked_part(self._text_of(whole), start, start + len(self._text_of(cursor)))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What a copy, a drag or the mouse's own clipboard takes away."""
        data = QMimeData()
        data.setText(self.masked_selection().text)
        return data

    def event(self, event: QEvent) -> bool:
        # Copying is the window's: it says what was masked.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.matches(_COPY):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_sight()

    def paintEvent(self, event: QPaintEvent) -> None:
        for block in self._blocks_on_show():
            if block.blockNumber() not in self._coloured:
                self._colour(block)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self._look.font(-1))
        painter.setPen(self._look.color("muted"))
        for block in self._blocks_on_show():
            if block.blockNumber() in self._marks:
                self._paint_names(painter, block)
        painter.end()

    def _target(self, blocks: list[str], current: Mark | None, to_hit: bool) -> int:
        """Where the cursor goes, in UTF-16 units."""
        hit = self._first_hit(self._seeker, blocks) if self._seeker and to_hit else None
        if hit is not None:
            return hit
        placed = [(number, start, mark) for number, marks in self._marks.items() for start, _, mark in marks]
        wanted = (place for place in placed if current is None or place[2] == current)
        number, start, _ = next(wanted, (0, 0, None))
        return self._position(number, start)

    def _first_hit(self, seeker: Seeker, blocks: list[str]) -> int | None:
        """Where the first hit begins, in UTF-16 units; None where there is none, or it takes too long to look."""
        until = perf_counter() + _LONGEST_SEARCH
        for number, block in enumerate(blocks):
            if hits := seeker.spans(block):
                return self._position(number, units(block[: hits[0][0]]))
            if perf_counter() > until:
                break
        return None

    def _position(self, block: int, start: int) -> int:
        return self.document().findBlockByNumber(block).position() + start

    def _text_of(self, cursor: QTextCursor) -> str:
        """What a cursor has selected, as it stands in the line: where that was cut for Qt, it goes on."""
        first, *others = cursor.selectedText().split("\u2029")
        number = self.document().findBlock(cursor.selectionStart()).blockNumber()
        ends = ("" if number + place in self._joined else "\n" for place in range(len(others)))
        return first + "".join(end + part for end, part in zip(ends, others, strict=True))

    def _bring_into_sight(self) -> None:
        """Show the beginning of the text, or the middle where the mark is, if it is further down."""
        self.verticalScrollBar().setValue(0)
        if self.cursorRect().bottom() > self.viewport().height():
            self.centerCursor()

    def _blocks_on_show(self) -> Iterator[QTextBlock]:
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.viewport().height():
                return
            yield block
            block = block.next()

    # Colours

    def _colour(self, block: QTextBlock) -> None:
        self._coloured.add(block.blockNumber())
        formats = [_range(start, length, style) for start, length, style in self._styles(block)]
        if formats or block.layout().formats():
            block.layout().setFormats(formats)
            self.document().markContentsDirty(block.position(), block.length())

    def _styles(self, block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """What a block is painted in, later ones over earlier ones: begin and length in UTF-16 units."""
        text = block.text()
        for part in _PARTS.finditer(text):
            style = QTextCharFormat()
            style.setForeground(self._look.color(_TOKENS[part.lastgroup or ""]))
            yield units(text[: part.start()]), units(part[0]), style
        for start, length, mark in self._marks.get(block.blockNumber(), ()):
            yield start, length, self._mark_format(mark)
        for begin, end in self._seeker.spans(text) if self._seeker else ():
            style = QTextCharFormat()
            style.setBackground(self._look.color("accent"))
            style.setForeground(self._look.color("on_accent"))
            yield units(text[:begin]), units(text[begin:end]), style

    def _mark_format(self, mark: Mark) -> QTextCharFormat:
        style, current = QTextCharFormat(), mark == self._current
        if mark.evidence == Evidence.CERTAIN:
            style.setBackground(self._look.color("mark_selected" if current else "mark"))
            style.setFontWeight(600)
        else:
            dotted = mark.evidence == Evidence.POSSIBLE
            underline = QTextCharFormat.UnderlineStyle
            style.setUnderlineStyle(underline.DotLine if dotted else underline.SingleUnderline)
            style.setUnderlineColor(QColor(self._look.color("mark_line")))
        style.setForeground(self._look.color(mark_ink(mark.evidence, current)))
        return style

    # Names

    def _told(self, codes: list[int]) -> str:
        names = [(code, name) for code in codes if (name := self._name_of(code))]
        if len(codes) == 1:
            return names[0][1] if names else ""
        return "  ·  ".join(f"{code} {name}" for code, name in names)

    def _paint_names(self, painter: QPainter, block: QTextBlock) -> None:
        """What the codes of a block are called, behind its end: painted, so that it is never copied."""
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        end = self.cursorRect(cursor)
        if end.bottom() < 0 or end.top() > self.viewport().height():
            return
        left = end.right() + _GAP
        codes = list(dict.fromkeys(mark.code for _, _, mark in self._marks[block.blockNumber()]))
        name = self._told(codes[:_MOST_NAMES])
        room = self.viewport().width() - left - 8
        if room > 60 and name:
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            box = QRectF(QPointF(left, end.top()), end.size().toSizeF())
            box.setWidth(room)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _restyle(self) -> None:
        self.setFont(self._look.mono())
        self._coloured.clear()
        self.viewport().update()


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made


def _nothing_masked(text: str, start: int, end: int) -> Masked:
    return Masked(text[start:end], ())


def _blocks(text: str) -> tuple[list[int], list[str], set[int]]:
    """The lines of a text, long ones cut; where each begins, in code points, and which go on in the next.

    Qt lays out a block as a whole: a megabyte without a line end would take it a minute.
    """
    starts: list[int] = []
    blocks: list[str] = []
    joined: set[int] = set()
    at = 0
    for line in text.split("\n"):
        begin = 0
        while len(line) - begin > _LONGEST_BLOCK:
            end = begin + _LONGEST_BLOCK
            end = max(line.rfind(mark, end - _SEARCHED_FOR_CUT, end) for mark in " ,;") + 1 or end
            joined.add(len(blocks))
            starts.append(at + begin)
            blocks.append(line[begin:end])
            begin = end
        starts.append(at + begin)
        blocks.append(line[begin:])
        at += len(line) + 1
    return starts, blocks, joined


def _by_block(unfolded: Unfolded, starts: list[int], blocks: list[str]) -> dict[int, list[_Placed]]:
    """The marks by the block they stand in."""
    found: dict[int, list[_Placed]] = {}
    for mark in unfolded.marks:
        number = bisect_right(starts, mark.start) - 1
        begin, end = mark.start - starts[number], mark.end - starts[number]
        block = blocks[number]
        found.setdefault(number, []).append((units(block[:begin]), units(block[begin:end]), mark))
    return found
