"""The bar to find words or a pattern in the log: the field, how it reads them, how many there are, what is wrong."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from zegoerr_gui.core.log.find import LONGEST_WORDS
from zegoerr_gui.widgets.buttons import FlatButton, link_button
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_tip

_FIELD = 17  # units of width
_LONGEST_PASTE = 200  # characters; anything longer is a log


class FindBar(Ground):
    """Holds what is sought; hidden until it is needed.

    Sends ``changed`` when the text or its reading does, ``step_asked`` (1 or -1), ``halt_asked`` to stop or go on,
    ``close_asked``.
    """

    changed = Signal()
    step_asked = Signal(int)
    halt_asked = Signal()
    close_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window", "bottom")
        self.field = _FindField()
        self.pattern = self._toggle(".*", self.tr("Read it as a pattern (regular expression)"))
        self.match_case = self._toggle("Aa", self.tr("Tell capital letters from small ones"))
        self.previous_button = FlatButton("chevron-up", self.tr("Previous find"), look)
        self.next_button = FlatButton("chevron-down", self.tr("Next find"), look)
        self.note = ElidedLabel(look, "small")
        self.halt_button = link_button()
        self.close_button = FlatButton("x", self.tr("Close the search"), look)
        self._lay_out()
        self.field.textChanged.connect(self.changed)
        self.pattern.clicked.connect(self.changed)
        self.match_case.clicked.connect(self.changed)
        self.previous_button.clicked.connect(lambda: self.step_asked.emit(-1))
        self.next_button.clicked.connect(lambda: self.step_asked.emit(1))
        self.halt_button.clicked.connect(self.halt_asked)
        self.close_button.clicked.connect(self.close_asked)
        look.changed.connect(self._restyle)
        self._restyle()
        self.show_note("")
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this bar, in reading order."""
        steps = [self.previous_button, self.next_button]
        return [self.field, self.pattern, self.match_case, *steps, self.halt_button, self.close_button]

    def begin(self, words: str) -> None:
        """Show the bar with the cursor in its field; ``words`` take the place of the text, if there are any."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_note(self, note: str, *, fault: bool = False, halt: str = "") -> None:
        """Say how many there are, or what is wrong; ``halt`` is what the button to stop or go on says, if it is there.

        A screen reader hears it as what describes the field.
        """
        self.note.setText(note)
        self.note.set_token("failure" if fault else "muted")
        self.field.setAccessibleDescription(note)
        self.halt_button.setText(halt)
        self.halt_button.setVisible(bool(halt))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def _toggle(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("flat", True)
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(button.accessibleName()))
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 5)
        layout.setSpacing(4)
        layout.addWidget(self.field, 2)
        layout.addWidget(self.pattern)
        layout.addWidget(self.match_case)
        layout.addWidget(self.previous_button)
        layout.addWidget(self.next_button)
        layout.addSpacing(4)
        layout.addWidget(self.note)
        layout.addWidget(self.halt_button)
        layout.addStretch(1)
        layout.addWidget(self.close_button)
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Find in the log"))

    def _restyle(self) -> None:
        look = self._look
        self.field.setFont(look.font())
        self.field.setFixedHeight(look.control_height)
        self.field.setMaximumWidth(_FIELD * look.unit)
        self.field.setMinimumWidth(_FIELD * look.unit // 2)
        for button in (self.pattern, self.match_case):
            button.setFont(look.mono(-1, 600))
            button.setFixedSize(look.unit + 18, look.unit + 10)
        self.halt_button.setFont(look.font(-1))
        self.update()


class _FindField(QLineEdit):
    """Takes pasted words for itself; a pasted log, or a file, is left to the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST_WORDS)
        self.setAcceptDrops(False)  # the window takes what is dropped anywhere, for what it is
        self.setPlaceholderText(self.tr("Find in the log"))
        self.setAccessibleName(self.placeholderText())

    def event(self, event: QEvent) -> bool:
        pasting = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if pasting and event.type() == QEvent.Type.ShortcutOverride and not _words_on_clipboard():
            event.ignore()
            return True
        return super().event(event)


def _words_on_clipboard() -> bool:
    """Whether the clipboard holds one line, short enough not to be meant as a log."""
    data = QGuiApplication.clipboard().mimeData()
    if data.hasUrls() or not data.hasText() or data.data("text/plain").size() > 4 * _LONGEST_PASTE:
        return False
    words = data.text().strip()
    return bool(words) and len(words) <= _LONGEST_PASTE and not {"\n", "\r"} & set(words)
