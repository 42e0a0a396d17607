"""The agent's own note on a code, at the head of the detail: read, written, and seen to be saved."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zegoerr_gui.core.desk.notes import LONGEST_NOTE, Note, written
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.note_text import NoteFrame, NoteText
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip

_PAUSE = 700  # milliseconds without a key after which what is typed is kept
KEYS = "Ctrl+N"


class NoteEditor(QWidget):
    """Holds the note on one code; without one, a button to begin it.

    Sends ``written`` with the code, the text, and the text from which the agent went on, after a short pause and as
    soon as the agent leaves; ``left`` when Esc was pressed.
    """

    written = Signal(object, str, str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._code: int | None = None
        self._read = ""  # the note as it was kept when it was shown
        self._unsent = False  # whether more was typed than was sent
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep)
        self.begin_button = Chip(self.tr("Add a note"), look, mono=False)
        keys = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        tip = self.tr("A note of your own on this code, searchable, only on this computer ({keys})").format(keys=keys)
        self.begin_button.setToolTip(plain_tip(tip))
        self.begin_button.clicked.connect(self.begin)
        self.text = NoteText(look)
        self.text.setAccessibleName(self.tr("Your note"))
        self._title = plain_label(self.tr("Your note"), look, "section")
        self._state = plain_label("", look, "small", selectable=False)
        self._fault = plain_label("", look, "small", wrap=True)
        self._fault.set_token("failure")
        self._frame = NoteFrame(self.text, look)
        self._lay_out()
        self.text.typed.connect(self._note_typing)
        self.text.left.connect(self._leave)
        self.text.done.connect(self.left)
        self.text.cut_off.connect(self._tell_cut_off)
        self._arrange()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in it."""
        return [self.begin_button, self.text]

    def begin(self) -> None:
        """Let the agent type."""
        self._arrange(open_=True)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.move_to_end()

    def show_note(self, code: int, note: Note | None, unsaved: str | None = None) -> None:
        """Show the note on a code, or what was written and could not be kept yet; what is being typed stays."""
        kept = note.text if note else ""
        if code != self._code:
            self.keep()
            if self.text.hasFocus():
                self.left.emit()  # what is typed on does not belong to the other code
            self._code, self._read = code, kept
            self.text.write(kept if unsaved is None else unsaved)
            self._fault.setText("")
        elif not self._unsent and unsaved is None:
            self._show_text(kept)
        if not self._unsent and unsaved is None:
            self._state.setText(self.tr("Saved {time}").format(time=_local(note.changed)) if note else "")
        self._arrange()

    def show_kept(self, code: int, kept: str) -> None:
        """Show what became of a text that was sent: another window may have added its own."""
        if code == self._code:
            self._fault.setText("")
            self._show_text(kept)
            self._arrange()

    def show_fault(self, code: int, sentence: str) -> None:
        """Say why the note could not be kept."""
        if code == self._code:
            self._state.setText(self.tr("Not saved"))
            self._fault.setText(sentence)
            self._arrange()

    def keep(self) -> None:
        """Send what was typed and is not sent yet."""
        self._pause.stop()
        if self._unsent and self._code is not None:
            self._unsent = False
            self.written.emit(self._code, self.text.toPlainText(), self._read)

    def _show_text(self, kept: str) -> None:
        if written(self.text.toPlainText()) != kept and not self._unsent:
            self.text.write(kept)
        self._read = kept

    def _note_typing(self) -> None:
        self._unsent = True
        self._state.setText(self.tr("Not saved yet"))
        self._pause.start()

    def _leave(self) -> None:
        self.keep()
        self._arrange()

    def _tell_cut_off(self) -> None:
        said = self.tr("A note has room for {room} characters; the rest of the paste is left out.")
        self._fault.setText(said.format(room=f"{LONGEST_NOTE:,}"))
        self._arrange()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(head)
        layout.addWidget(self._frame)
        layout.addWidget(self._fault)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _arrange(self, *, open_: bool = False) -> None:
        """A note, or one that is begun, is shown; an empty one is a button."""
        shown = open_ or self.text.hasFocus() or bool(self.text.toPlainText()) or bool(self._fault.text())
        for part in (self._title, self._state, self._frame):
            part.setVisible(shown)
        self.begin_button.setVisible(not shown)
        self._fault.setVisible(bool(self._fault.text()))


def _local(when: datetime) -> str:
    """A time as the clock on the wall shows it, with the date where that is not today's."""
    here = when.astimezone()
    return f"{here:%H:%M}" if here.date() == datetime.now().astimezone().date() else f"{here:%Y-%m-%d %H:%M}"
