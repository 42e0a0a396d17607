"""Writes the answer to a ticket: what it speaks of at the left, its text at the right, and a way to copy it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.clipping import Clip, masked_edit
from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.answer.situation import Situation
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.failures_model import FailuresModel
from zegoerr_gui.widgets.ask_bar import AskBar
from zegoerr_gui.widgets.buttons import IconButton
from zegoerr_gui.widgets.choice_button import ChoiceButton
from zegoerr_gui.widgets.failures_list import FailuresList
from zegoerr_gui.widgets.log_tells import LogTells
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.masks_strip import MasksStrip
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.reply_text import ReplyText
from zegoerr_gui.widgets.segments import Segments
from zegoerr_gui.widgets.toast import Toast

_LEFT = 352
_PADDING = 16
_REST = 150  # milliseconds without a key
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
        self._typing = QTimer(self, singleShot=True, interval=_REST)
        self.setWindowTitle(self.tr("Reply – {name}").format(name=visible(name)))
        self.model = FailuresModel(draft)
        self.failures = FailuresList(self.model, look)
        self.count = plain_label("", look, "muted", selectable=False)
        self.all_button = self._link(self.tr("All"), self.tr("Tick all failures"))
        self.none_button = self._link(self.tr("None"), self.tr("Tick no failure"))
        self.tells = LogTells(look)
        self.audience = Segments(
            [("customer", self.tr("Customer")), ("support", self.tr("ZEGOCLOUD support"))], self.tr("For")
        )
        forms = [("text", self.tr("Plain text")), ("markdown", "Markdown"), ("html", "HTML")]
        self.form = ChoiceButton(forms, self.tr("As"))
        self.language = ChoiceButton([("en", "English"), ("zh", "中文")], self.tr("Language"))
        self.reset_button = IconButton("undo-2", self.tr("Reset text"), look)
        self.reset_button.setProperty("flat", True)
        self.ask = AskBar(look)
        self.tried = QLineEdit()
        self.tried.setPlaceholderText(self.tr("for example: another network, another browser"))
        self.tried.setAccessibleName(self.tr("Tried so far by the customer"))
        self.text = ReplyText(look, lambda text: masked_edit(text, draft.masking))
        self.masks = MasksStrip(look)
        self.close_button = QPushButton(self.tr("Close"))
        self.copy_button = IconButton("copy", self.tr("Copy reply"), look, primary=True)
        self.copy_button.setDefault(True)
        self.copy_button.setToolTip(self.tr("Ctrl+Enter"))
        self.audience.set_value(draft.audience)
        self.form.set_value(draft.form)
        self.language.set_value(draft.language)
        self.masks.ids.setChecked(draft.masks_ids)
        self._lay_out()
        self.toast = Toast(look, self)
        self._connect()
        self.setMinimumSize(760, 480)
        self.resize(1040, 680)
        self._renew()
        if self.model.rowCount():
            self.failures.setCurrentIndex(self.model.index(min(draft.chosen, default=0)))
        self.failures.setFocus()

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
        self.model.renew()
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

    def _link(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("link", True)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._left())
        upper.addWidget(self._right(), 1)
        footer = QHBoxLayout()
        footer.setContentsMargins(_PADDING, 12, _PADDING, 12)
        footer.setSpacing(8)
        said = self.tr("Nothing is sent. Paste the copy into your ticket.")
        footer.addWidget(plain_label(said, self._look, "small", selectable=False), 1)
        footer.addWidget(self.close_button)
        footer.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addLayout(footer)

    def _left(self) -> QWidget:
        side = _Side(self._look)
        side.setFixedWidth(round(_LEFT * max(1.0, self._look.zoom)))
        head = QHBoxLayout()
        head.setContentsMargins(14, 7, 10, 7)
        head.setSpacing(8)
        head.addStrut(self._look.control_height)  # as high as that of the other side
        head.addWidget(plain_label(self.tr("Failures"), self._look, "strong", selectable=False))
        head.addWidget(self.count, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.none_button)
        area = QScrollArea()
        area.setWidget(self.tells)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (area.viewport(), self.tells):
            part.setAutoFillBackground(False)
        self.tells_title = plain_label(self.tr("What the log tells"), self._look, "strong", selectable=False)
        self.tells_title.setContentsMargins(14, 10, 10, 4)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_line(self._look))
        column.addWidget(self.failures, 5)
        column.addWidget(_line(self._look))
        column.addWidget(self.tells_title)
        column.addWidget(area, 4)
        return side

    def _right(self) -> QWidget:
        side = _Side(self._look, bars=False)
        head = QHBoxLayout()
        head.setContentsMargins(_PADDING, 7, 12, 7)
        head.setSpacing(8)
        head.addWidget(plain_label(self.tr("For"), self._look, "muted", selectable=False))
        head.addWidget(self.audience)
        head.addSpacing(4)
        head.addWidget(plain_label(self.tr("As"), self._look, "muted", selectable=False))
        head.addWidget(self.form)
        head.addWidget(self.language)
        head.addStretch(1)
        head.addWidget(self.reset_button)
        self._tried_row = QWidget()
        row = QHBoxLayout(self._tried_row)
        row.setContentsMargins(_PADDING, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(plain_label(self.tr("Tried so far"), self._look, "muted", selectable=False))
        row.addWidget(self.tried, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_line(self._look))
        column.addWidget(self.ask)
        column.addWidget(self._tried_row)
        column.addWidget(self.text, 1)
        column.addWidget(self.masks)
        return side

    def _connect(self) -> None:
        self.failures.line_chosen.connect(self.line_chosen)
        self.model.ticked.connect(self._change)
        self.all_button.clicked.connect(lambda: self.model.tick_all(True))
        self.none_button.clicked.connect(lambda: self.model.tick_all(False))
        self.tells.asked.connect(self._ask_for)
        self.audience.chosen.connect(self._set("audience"))
        self.form.chosen.connect(self._set("form"))
        self.language.chosen.connect(self._set("language"))
        self.tried.textChanged.connect(self._take_tried)
        self._typing.timeout.connect(self._change)
        self.masks.ids_toggled.connect(self._set("masks_ids"))
        self.masks.mask_chosen.connect(self._show_mask)
        self.text.edited.connect(self._edit)
        self.reset_button.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.reject)
        self.copy_button.clicked.connect(self.copy)

    def _set(self, name: str) -> Callable[[object], None]:
        """What takes a value for one of the draft's choices."""

        def take(value: object) -> None:
            setattr(self.draft, name, value)
            self._change()

        return take

    def _take_tried(self, tried: str) -> None:
        """The reply is written anew when the hand rests."""
        self.draft.tried = tried
        self.draft.renew()
        self._typing.start()

    def _ask_for(self, key: str, asked: bool) -> None:
        (self.draft.left_out.discard if asked else self.draft.left_out.add)(key)
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
        self.reset_button.setVisible(self.draft.edited is not None)

    def _renew(self, undoable: bool = False) -> None:
        """Show the draft as it is now."""
        draft, rows = self.draft, self.model.rowCount()
        try:
            self.text.write(draft.text, undoable=undoable)
            self.tells.show_items(draft.items, draft.left_out)
            self.masks.show_masks(draft.masks, draft.masks_told)
        except UnreadableLogError as error:
            self.ask.ask(str(error), (self.tr("Try again"), self._change))
        count = self.tr("{chosen} of {all}").format(chosen=f"{len(draft.chosen):,}", all=f"{rows:,}")
        self.count.setText(count if rows else self.tr("none: the reply asks for more"))
        for button in (self.all_button, self.none_button):
            button.setVisible(rows > 1)
        self._tried_row.setVisible(draft.audience == "support")
        self.reset_button.setVisible(draft.edited is not None)

    def _show_mask(self, label: str) -> None:
        name = label[1:-1]
        self.text.select(label, f"\\<{name}\\>", f"&lt;{name}&gt;")
        self.text.setFocus()

    def _fill_in(self, name: str) -> None:
        if name == "tried" and self._tried_row.isVisible() and self.draft.edited is None:
            self.tried.setFocus()
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
        narrow = self.width() - _LEFT * self._look.zoom < _NARROW * self._look.zoom
        self.reset_button.show_words("" if narrow else self.reset_button.accessibleName())


class _Side(QWidget):
    """One half of the dialog, on the ground of lists and texts."""

    def __init__(self, look: Look, bars: bool = True) -> None:
        super().__init__()
        self._look, self._bars = look, bars

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("base"))
        if self._bars:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("border"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("border"))
        painter.end()


def _line(look: Look) -> QWidget:
    line = _Line(look)
    line.setFixedHeight(1)
    return line


class _Line(QWidget):
    """A thin line between parts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("border"))
        painter.end()
