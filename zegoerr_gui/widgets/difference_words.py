"""What changed in one entry, field by field: words that went are struck out, words that came are underlined."""

from typing import Final

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from zegoerr_gui.core.catalogue.difference import Mark, Words, shown
from zegoerr_gui.core.catalogue.fields import field_name
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.difference_model import DifferenceRow
from zegoerr_gui.widgets.look import Look

_TOKENS: Final[dict[Mark, tuple[str, str]]] = {"gone": ("failure", "failure_bg"), "new": ("ok", "ok_bg")}


class DifferenceWords(QPlainTextEdit):
    """Shows a row of a difference; ``fields`` are those that are compared."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row: DifferenceRow | None = None
        self._fields: tuple[str, ...] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("What changed"))
        self.document().setDocumentMargin(16)
        look.changed.connect(self._write)

    def show_row(self, row: DifferenceRow | None, fields: tuple[str, ...]) -> None:
        """Show another row, or none."""
        self._row, self._fields = row, fields
        self._write()

    def _write(self) -> None:
        self.setFont(self._look.font())
        self.clear()
        if self._row is None:
            return
        cursor = QTextCursor(self.document())
        title = f"{self._row.entry.code}  {self._row.entry.description}"
        self._put(cursor, title, self._plain("text", self._look.font(2, 600)))
        for name, words in self._changes(self._row):
            self._leave_room(cursor)
            self._put(cursor, field_name(name).capitalize(), self._plain("muted", self._look.font(-1, 600)))
            cursor.insertBlock()
            for mark, text in words:
                self._put_marked(cursor, text, mark)
        for number, said in enumerate(self._facts(self._row)):
            if number:
                cursor.insertBlock()
            else:
                self._leave_room(cursor)
            self._put(cursor, said, self._plain("muted", self._look.font(-1)))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _changes(self, row: DifferenceRow) -> list[tuple[str, Words]]:
        if row.change:
            return [(field.name, field.words) for field in row.change.fields]
        mark: Mark = "new" if row.kind == "new" else "gone"
        entry = row.entry
        texts = [(name, row.family if name == "family" else shown(getattr(entry, name))) for name in self._fields]
        return [(name, ((mark, text),)) for name, text in texts if text]

    def _facts(self, row: DifferenceRow) -> list[str]:
        if row.change is None:
            return []
        gone, new = ", ".join(row.change.facts_gone), ", ".join(row.change.facts_new)
        told = [self.tr("Numbers and names no longer there: {names}").format(names=gone)] if gone else []
        return [*told, self.tr("Numbers and names new: {names}").format(names=new)] if new else told

    def _leave_room(self, cursor: QTextCursor) -> None:
        """A line of half the height: this kind of text knows no room between blocks."""
        cursor.insertBlock()
        cursor.setBlockCharFormat(self._plain("text", self._look.font(-6)))
        cursor.insertBlock()

    def _put_marked(self, cursor: QTextCursor, text: str, mark: Mark) -> None:
        """Put words with their mark; the blanks at their edges are not marked."""
        core = text.strip(" ")
        start = text.index(core)
        same = self._marked("same")
        self._put(cursor, text[:start], same)
        self._put(cursor, core, self._marked(mark))
        self._put(cursor, text[start + len(core) :], same)

    def _put(self, cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                cursor.insertBlock()
            cursor.insertText(visible(line), form)

    def _plain(self, token: str, font: QFont) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(self._look.color(token))
        return form

    def _marked(self, mark: Mark) -> QTextCharFormat:
        """The sign besides the colour: struck out, or underlined."""
        token, ground = _TOKENS.get(mark, ("text", ""))
        form = self._plain(token, self._look.font())
        if ground:
            form.setBackground(QColor(self._look.color(ground)))
            form.setFontStrikeOut(mark == "gone")
            form.setFontUnderline(mark == "new")
        return form
