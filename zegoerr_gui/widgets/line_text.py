"""The text of the line pane: laid-out JSON in colour, its marks, and what each code is called, painted beside it."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from zegoerr_gui.core.answer.redaction.masking import Masked
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
_LONGEST_BLOCK = 4000  # characters of a line coloured; more would hold up the window
_COPY = QKeySequence.StandardKey.Copy
_GAP = 24
_MOST_NAMES = 6  # codes of one block that are named


class LineText(QPlainTextEdit):
    """Holds one line laid out, read-only and selectable."""

    def __init__(self, look: Look, name_of: Callable[[int], str], parent: QWidget | None = None) -> None:
        """``name_of`` tells what a code is called; empty for one that nothing is known of."""
        super().__init__(parent)
        self._look = look
        self._name_of = name_of
        self.masked_part: Callable[[str, int, int], Masked] = _nothing_masked  # of a text from one place to another
        self._codes: dict[int, list[int]] = {}  # by the place of their block
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("The current line, laid out"))
        self._highlighter = _Highlighter(self.document(), look)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_unfolded(self, unfolded: Unfolded, current: Mark | None) -> None:
        """Show a text with its marks, the current one in sight."""
        self._highlighter.set_marks(unfolded, current)
        self.setPlainText(unfolded.text)
        self._codes = self._codes_by_block(unfolded)
        target = current or (unfolded.marks[0] if unfolded.marks else None)
        cursor = QTextCursor(self.document())
        if target is not None:
            cursor.setPosition(units(unfolded.text[: target.start]))
        self.setTextCursor(cursor)
        self._bring_into_sight()

    def selected(self) -> str:
        """The selected text as it is shown, where this has the focus; empty for none."""
        return self.textCursor().selection().toPlainText() if self.hasFocus() else ""

    def masked_selection(self) -> Masked:
        """The selected text with secrets masked; one that is selected by half is masked as a whole."""
        cursor, front = self.textCursor(), QTextCursor(self.document())
        front.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
        start = len(front.selection().toPlainText())
        return self.masked_part(self.toPlainText(), start, start + len(cursor.selection().toPlainText()))

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
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self._look.font(-1))
        painter.setPen(self._look.color("muted"))
        for place, codes in self._codes.items():
            self._paint_names(painter, place, codes)
        painter.end()

    def _bring_into_sight(self) -> None:
        """Show the beginning of the text, or the middle where the mark is, if it is further down."""
        self.verticalScrollBar().setValue(0)
        if self.cursorRect().bottom() > self.viewport().height():
            self.centerCursor()

    def _codes_by_block(self, unfolded: Unfolded) -> dict[int, list[int]]:
        """The different codes of each block of the text, by a place in it; of many the first few."""
        found: dict[int, list[int]] = {}
        for mark in unfolded.marks:
            block = self.document().findBlock(units(unfolded.text[: mark.start]))
            codes = found.setdefault(block.position(), [])
            if mark.code not in codes and len(codes) < _MOST_NAMES:
                codes.append(mark.code)
        return found

    def _told(self, codes: list[int]) -> str:
        names = [(code, name) for code in codes if (name := self._name_of(code))]
        if len(codes) == 1:
            return names[0][1] if names else ""
        return "  ·  ".join(f"{code} {name}" for code, name in names)

    def _paint_names(self, painter: QPainter, place: int, codes: list[int]) -> None:
        """What the codes of a block are called, behind its end: painted, so that it is never copied."""
        block = self.document().findBlock(place)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        end = self.cursorRect(cursor)
        if end.bottom() < 0 or end.top() > self.viewport().height():
            return
        left = end.right() + _GAP
        name = self._told(codes)
        room = self.viewport().width() - left - 8
        if room > 60 and name:
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            box = QRectF(QPointF(left, end.top()), end.size().toSizeF())
            box.setWidth(room)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _restyle(self) -> None:
        self.setFont(self._look.mono())
        self._highlighter.rehighlight()


def _nothing_masked(text: str, start: int, end: int) -> Masked:
    return Masked(text[start:end], ())


class _Highlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._places: list[tuple[int, int, Mark, bool]] = []  # in UTF-16 units of the whole text

    def set_marks(self, unfolded: Unfolded, current: Mark | None) -> None:
        """Take the marks of the text that is set next."""
        self._places = [
            (units(unfolded.text[: mark.start]), units(unfolded.text[: mark.end]), mark, mark == current)
            for mark in unfolded.marks
        ]

    def highlightBlock(self, text: str) -> None:
        for part in _PARTS.finditer(text[:_LONGEST_BLOCK]):
            style = QTextCharFormat()
            style.setForeground(self._look.color(_TOKENS[part.lastgroup or ""]))
            start = units(text[: part.start()])
            self.setFormat(start, units(part[0]), style)
        begin = self.currentBlock().position()
        for start, end, mark, current in self._places:
            if start >= begin and end <= begin + self.currentBlock().length():
                self.setFormat(start - begin, end - start, self._mark_format(mark, current))

    def _mark_format(self, mark: Mark, current: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        if mark.evidence == Evidence.CERTAIN:
            style.setBackground(self._look.color("mark_selected" if current else "mark"))
            style.setFontWeight(600)
        else:
            dotted = mark.evidence == Evidence.POSSIBLE
            underline = QTextCharFormat.UnderlineStyle
            style.setUnderlineStyle(underline.DotLine if dotted else underline.SingleUnderline)
            style.setUnderlineColor(self._look.color("mark_line"))
        style.setForeground(self._look.color(mark_ink(mark.evidence, current)))
        return style
