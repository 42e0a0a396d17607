"""Where a note is typed: plain text, as high as what is in it."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from zegoerr_gui.core.catalogue.hits import hits
from zegoerr_gui.core.desk.notes import LONGEST_NOTE
from zegoerr_gui.models.utf16 import units
from zegoerr_gui.widgets.card import CARD_RADIUS
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame
from zegoerr_gui.widgets.typed_text import TypedText

_MOST_LINES = 8
_MARGIN = 7  # pixels round the text
# The menu of the right mouse button, and another program: the focus comes back by itself.
_COMES_BACK = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason


class NoteText(TypedText):
    """Holds a note; what is copied of it leaves out the secrets that were pasted into it.

    Sends ``focus_moved`` when the focus comes or goes, ``left`` when it goes for good, ``done`` on Esc, ``cut_off``
    when a paste was too long.
    """

    focus_moved = Signal()
    left = Signal()
    done = Signal()
    cut_off = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(_masked, look)
        self.setAcceptDrops(False)  # the window takes what is dropped anywhere, for what it is
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self._hits = _Hits(self, look)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._restyle)
        self._restyle()

    def write(self, text: str) -> None:
        """Show a text; where the cursor stood in the same words it stays."""
        place = self.textCursor().position()
        with self.quietly():
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def show_hits(self, marks: Sequence[str]) -> None:
        """Mark these words, folded, in the note."""
        with self.quietly():
            self._hits.show_marks(marks)

    def move_to_end(self) -> None:
        """Put the cursor behind the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take of a paste what there is room for."""
        room = LONGEST_NOTE - self.document().characterCount() + 1 + len(self.textCursor().selectedText())
        text = source.text()
        if len(text) > room:
            self.cut_off.emit()
        self.insertPlainText(text[: max(0, room)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()
        if event.reason() not in _COMES_BACK:
            self.left.emit()

    def _fit(self) -> None:
        lines = int(self.document().size().height())  # of a plain text it counts lines
        shown = max(1, min(_MOST_LINES, lines))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + 2 * _MARGIN + 2)

    def _restyle(self) -> None:
        self.setFont(self._look.font())
        self._fit()
        with self.quietly():
            self._hits.rehighlight()


def _masked(text: str) -> str:
    from zegoerr_gui.core.answer.redaction.masking import Masking  # loaded with the first text that may need it

    return Masking().mask(text).text


class _Hits(QSyntaxHighlighter):
    """Marks the words that are sought, as they are marked in the rest of the detail."""

    def __init__(self, text: QPlainTextEdit, look: Look) -> None:
        super().__init__(text.document())
        self._look = look
        self._marks: Sequence[str] = ()

    def show_marks(self, marks: Sequence[str]) -> None:
        if marks != self._marks:
            self._marks = marks
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        style = QTextCharFormat()
        style.setBackground(self._look.color("tint"))
        style.setFontUnderline(True)
        for start, end in hits(text, self._marks) if self._marks else ():
            before = units(text[:start])
            self.setFormat(before, units(text[:end]) - before, style)


class NoteFrame(QWidget):
    """The border round a text that is typed, stronger while it has the focus."""

    def __init__(self, text: NoteText, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = text
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(text)
        text.focus_moved.connect(self._restyle)
        look.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self._text.hasFocus()
        border = self._look.color("accent" if focused else "border_strong")
        width = 2.0 if focused else 1.0
        paint_frame(painter, self.rect(), self._look.color("base"), border, radius=CARD_RADIUS, width=width)
        painter.end()

    def _restyle(self) -> None:
        self.update()
