"""Writes the answer to a ticket: what it speaks of at the left, its text at the right, and a way to copy it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.clipping import Clip, masked_edit
from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.situation import Situation
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.ask_bar import AskBar
from zegoerr_gui.widgets.buttons import IconButton
from zegoerr_gui.widgets.ground import Ground, thin_line
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.masks_strip import MasksStrip
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.reply_choices import ReplyChoices
from zegoerr_gui.widgets.reply_subjects import ReplySubjects
from zegoerr_gui.widgets.reply_text import ReplyText
from zegoerr_gui.widgets.toast import Toast

_PADDING = 16
_SIZE = QSize(1040, 680)  # pixels at the system's size of text
_NARROW = 640  # pixels of the right side under which a button becomes an icon


class ReplyDialog(QDialog):
    """Holds the draft of one log's reply; it stays open beside the window, and keeps what was edited when closed.

    Sends ``line_chosen`` (from 0) when the agent comes to a failure, ``copy_asked`` with a Clip, ``refresh_asked``.
    """

    line_chosen = Signal(int)
    copy_asked = Signal(Clip)
    refresh_asked = Signal()

    def __init__(self, name: str, draft: Draft, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.draft = draft
        self._edits_kept = False  # the agent has said that the text stays whatever is ticked
        self._lines = draft.situation.results.lines
        self.setWindowTitle(self.tr("Reply – {name}").format(name=visible(name)))
        self.ask = AskBar(look)
        self.subjects = ReplySubjects(draft, look)
        self.choices = ReplyChoices(draft, look)
        self.text = ReplyText(lambda text: masked_edit(text, draft.masking), look)
        self.masks = MasksStrip(look)
        self.close_button = QPushButton(self.tr("Close"))
        self.copy_button = IconButton("copy", self.tr("Copy reply"), look, primary=True)
        self.copy_button.setDefault(True)
        self.copy_button.setToolTip(self.tr("Ctrl+Enter"))
        self.masks.ids.setChecked(draft.masks_ids)
        self._lay_out()
        self.toast = Toast(look, self)
        self._connect()
        self.setMinimumSize(760, 480)
        room = self.screen().availableSize()
        self.resize((_SIZE * max(1.0, look.zoom)).boundedTo(room).expandedTo(_SIZE))
        self._renew()
        self.subjects.begin()

    # What it is told

    def tell_growth(self, lines: int) -> None:
        """So many lines of the log are read by now; the agent decides when the reply takes notice."""
        if lines != self._lines and not self.ask.isVisible():
            self.ask.ask(
                self.tr("The log has grown since this reply was begun."), (self.tr("Refresh"), self.refresh_asked.emit)
            )

    def read_on(self, situation: Situation, masking: Masking) -> None:
        """Take notice of what was read since."""
        self._lines = situation.results.lines
        self.draft.read_on(situation, masking)
        self.subjects.model.renew()
        self._change()

    def tell_given_away(self, names: tuple[str, ...]) -> None:
        """The log gives away what must be replaced."""
        if names != self.draft.given_away:
            self.draft.given_away = names
            self._change()

    def tell_copied(self) -> None:
        """The reply is on the clipboard."""
        told = self.draft.masks_told
        said = self.tr("Copied as text, Markdown and HTML")
        self.toast.say(self.tr("{copied}, {masks} masked").format(copied=said, masks=told) if told else said)

    def copy(self) -> None:
        """Ask for a copy; where something is still to be filled in, ask the agent first."""
        if gaps := self.draft.gaps:
            names = ", ".join(f"{{{name}}}" for name in gaps)
            self.ask.ask(
                self.tr("Not filled in yet: {names}.").format(names=names),
                (self.tr("Copy anyway"), self._copy),
                (self.tr("Fill in"), lambda: self._fill_in(gaps[0])),
            )
            self.ask.buttons[0].setFocus()
        else:
            self._copy()

    # Inside

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.subjects)
        upper.addWidget(self._right(), 1)
        footer = QHBoxLayout()
        footer.setContentsMargins(_PADDING, 12, _PADDING, 12)
        footer.setSpacing(8)
        said = self.tr("Nothing is sent. Paste the copy into your ticket.")
        footer.addWidget(plain_label(said, self._look, "small", wrap=True, selectable=False), 1)
        footer.addWidget(self.close_button)
        footer.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addLayout(footer)

    def _right(self) -> QWidget:
        side = Ground(self._look, "base", "bottom")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(self.choices)
        column.addWidget(thin_line(self._look))
        column.addWidget(self.ask)
        column.addWidget(self.choices.tried_row)
        column.addWidget(self.text, 1)
        column.addWidget(self.masks)
        return side

    def _connect(self) -> None:
        self.subjects.line_chosen.connect(self.line_chosen)
        self.subjects.changed.connect(self._change)
        self.choices.changed.connect(self._change)
        self.choices.reset_asked.connect(self._reset)
        self.masks.ids_toggled.connect(self._mask_ids)
        self.masks.mask_chosen.connect(self._show_mask)
        self.text.typed.connect(self._edit)
        self.close_button.clicked.connect(self.reject)
        self.copy_button.clicked.connect(self.copy)

    def _mask_ids(self, masked: bool) -> None:
        self.draft.masks_ids = masked
        self._change()

    def _change(self) -> None:
        """Something the reply is made of has changed: write it anew, but for a text that was edited by hand."""
        self.draft.renew()
        if self.draft.edited is not None and not self._edits_kept:
            self.ask.ask(
                self.tr("You edited the text. Write it anew with this change?"),
                (self.tr("Write anew"), self._reset),
                (self.tr("Keep my text"), self._keep_edits),
            )
        self._renew()

    def _keep_edits(self) -> None:
        self._edits_kept = True
        self.toast.say(self.tr("The text stays as you wrote it. Reset text writes it anew."))
        self.text.setFocus()

    def _reset(self) -> None:
        self.draft.edited = None
        self._edits_kept = False
        self._renew(undoable=True)
        self.text.setFocus()

    def _edit(self) -> None:
        text = self.text.toPlainText()
        try:
            as_written = self.draft.written
        except UnreadableLogError:
            as_written = ""
        self.draft.edited = None if text == as_written else text
        self._edits_kept = self._edits_kept and self.draft.edited is not None
        self.choices.show_draft()

    def _renew(self, undoable: bool = False) -> None:
        """Show the draft as it is now."""
        try:
            self.text.write(self.draft.text, undoable=undoable)
            self.subjects.show_items()
            self.masks.show_masks(self.draft.masks, self.draft.masks_told)
        except UnreadableLogError as error:
            self.ask.ask(str(error), (self.tr("Try again"), self._change))
        self.subjects.show_chosen()
        self.choices.show_draft()

    def _show_mask(self, label: str) -> None:
        name = label[1:-1]
        self.text.select(label, f"\\<{name}\\>", f"&lt;{name}&gt;")
        self.text.setFocus()

    def _fill_in(self, name: str) -> None:
        if name == "tried" and self.choices.tried_row.isVisible() and self.draft.edited is None:
            self.choices.tried.setFocus()
        else:
            self.text.select(f"{{{name}}}")
            self.text.setFocus()

    def _copy(self) -> None:
        try:
            self.copy_asked.emit(self.draft.clip())
        except UnreadableLogError as error:
            self.ask.ask(str(error), (self.tr("Try again"), self._copy))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.subjects.fit(self.width()) < _NARROW * self._look.zoom
        reset = self.choices.reset_button
        reset.show_words("" if narrow else reset.accessibleName())
