"""The text of a reply, to be edited: masks stand out in violet, and what is still to be filled in amber."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from zegoerr_gui.core.answer.redaction.kinds import ANY_LABEL
from zegoerr_gui.core.answer.templates import VALUES
from zegoerr_gui.models.utf16 import units
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.typed_text import TypedText

_GAP: Final = re.compile(rf"\{{(?:{'|'.join(VALUES)})\}}")


class ReplyText(TypedText):
    """Holds the text of a reply in one of its forms."""

    def __init__(self, masked: Callable[[str], str], look: Look) -> None:
        super().__init__(masked, look)
        self.document().setDocumentMargin(14)
        self.setAccessibleName(self.tr("Text of the reply"))
        self._colours = _Colours(self, look)
        look.changed.connect(self._restyle)
        self._restyle()

    def write(self, text: str, *, undoable: bool = False) -> None:
        """Show a text; ``undoable`` where Ctrl+Z shall bring back what stood there."""
        if text == self.toPlainText():
            return
        with self.quietly():
            if undoable:
                cursor = QTextCursor(self.document())
                cursor.select(QTextCursor.SelectionType.Document)
                cursor.insertText(text)
                self.moveCursor(QTextCursor.MoveOperation.Start)
            else:
                place = self.verticalScrollBar().value()
                self.setPlainText(text)
                self.verticalScrollBar().setValue(place)

    def select(self, *texts: str) -> None:
        """Bring the next place of one of these texts into sight, selected; from the end it goes on at the beginning."""
        if not any(map(self.find, texts)):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            any(map(self.find, texts))
        self.ensureCursorVisible()

    def _restyle(self) -> None:
        self.setFont(self._look.font())
        with self.quietly():
            self._colours.rehighlight()


class _Colours(QSyntaxHighlighter):
    """Colours masks and placeholders."""

    def __init__(self, text: QPlainTextEdit, look: Look) -> None:
        super().__init__(text.document())
        self._look = look

    def highlightBlock(self, text: str) -> None:
        for pattern, ink, ground in ((ANY_LABEL, "redact", "redact_bg"), (_GAP, "degraded", "degraded_bg")):
            for found in pattern.finditer(text):
                style = QTextCharFormat()
                style.setForeground(self._look.color(ink))
                style.setBackground(self._look.color(ground))
                style.setFontWeight(QFont.Weight.Bold)
                self.setFormat(units(text[: found.start()]), units(found[0]), style)
