"""How a reply is written: for whom, as what, in which language, and what the customer tried so far."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.core.answer.templates import LANGUAGES
from zegoerr_gui.widgets.buttons import IconButton
from zegoerr_gui.widgets.choice_button import ChoiceButton
from zegoerr_gui.widgets.flow_layout import Flow
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.segments import Segments

_PADDING = 16
_REST = 150  # milliseconds without a key


class ReplyChoices(QWidget):
    """Holds the draft's choices but for what it speaks of; ``tried_row`` stands where the dialog puts it.

    Sends ``changed`` when the draft is to be written in another way, ``reset_asked`` when what was edited shall go.
    """

    changed = Signal()
    reset_asked = Signal()

    def __init__(self, draft: Draft, look: Look) -> None:
        super().__init__()
        self._draft, self._look = draft, look
        self._typing = QTimer(self, singleShot=True, interval=_REST)
        self.audience = Segments(
            [("customer", self.tr("Customer")), ("support", self.tr("ZEGOCLOUD support"))], self.tr("For")
        )
        forms = [("text", self.tr("Plain text")), ("markdown", "Markdown"), ("html", "HTML")]
        self.form = ChoiceButton(forms, self.tr("As"))
        self.language = ChoiceButton(list(LANGUAGES.items()), self.tr("Language"))
        self.reset_button = IconButton("undo-2", self.tr("Reset text"), look)
        self.reset_button.setProperty("flat", True)
        self.tried = QLineEdit()
        self.tried.setPlaceholderText(self.tr("for example: another network, another browser"))
        self.tried.setAccessibleName(self.tr("Tried so far by the customer"))
        self.tried_row = QWidget()
        for name, choice in (("audience", self.audience), ("form", self.form), ("language", self.language)):
            choice.set_value(getattr(draft, name))
            choice.chosen.connect(lambda value, name=name: self._take(name, value))
        self._lay_out()
        self.tried.textChanged.connect(self._take_tried)
        self._typing.timeout.connect(self.changed)
        self.reset_button.clicked.connect(self.reset_asked)

    def show_draft(self) -> None:
        """Show what can be chosen of the draft as it is now."""
        self.tried_row.setVisible(self._draft.audience == "support")
        self.reset_button.setVisible(self._draft.edited is not None)

    def _lay_out(self) -> None:
        choices = Flow(gap=12, width=QSizePolicy.Policy.Expanding)
        choices.flow.addWidget(self._named(self.tr("For"), self.audience))
        choices.flow.addWidget(self._named(self.tr("As"), self.form, self.language))
        head = QHBoxLayout(self)
        head.setContentsMargins(_PADDING, 7, 12, 7)
        head.setSpacing(8)
        head.addWidget(choices, 1)
        head.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self.tried_row)
        row.setContentsMargins(_PADDING, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(plain_label(self.tr("Tried so far"), self._look, "muted", selectable=False))
        row.addWidget(self.tried, 1)

    def _named(self, name: str, *choices: QWidget) -> QWidget:
        """Choices behind their name; they stay together where the row has no room for all."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(plain_label(name, self._look, "muted", selectable=False))
        for choice in choices:
            row.addWidget(choice)
        return holder

    def _take(self, name: str, value: str) -> None:
        setattr(self._draft, name, value)
        self.changed.emit()

    def _take_tried(self, tried: str) -> None:
        """The reply is written anew when the hand rests."""
        self._draft.tried = tried
        self._draft.renew()
        self._typing.start()
