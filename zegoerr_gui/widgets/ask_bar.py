"""A question, or a notice, inside a window, with the buttons that answer it: nothing has to be dismissed first."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

Answer = tuple[str, Callable[[], object]]


class AskBar(Ground):
    """Holds one sentence and up to two answers; hidden while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "degraded_bg", "bottom")
        self._acts: list[Callable[[], object]] = []
        self.text = plain_label("", look, wrap=True, selectable=False)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        self.buttons = [QPushButton(), QPushButton()]
        for place, button in enumerate(self.buttons):
            button.setAutoDefault(True)  # Enter presses it in a window too
            button.clicked.connect(lambda _=False, place=place: self._answer(place))
            row.addWidget(button)
        self.hide()

    def ask(self, sentence: str, *answers: Answer) -> None:
        """Show a sentence and what can be done about it; each answer takes it away again."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self._acts = [act for _, act in answers]
        for button, answer in zip(self.buttons, (*answers, None, None), strict=False):
            button.setVisible(answer is not None)
            button.setText(answer[0] if answer else "")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _answer(self, place: int) -> None:
        self.hide()
        self._acts[place]()
