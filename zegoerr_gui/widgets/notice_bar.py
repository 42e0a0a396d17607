"""A sentence at the top of the window that matters until it is dismissed: a broken catalogue, an unreadable log."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

_LOG: Final = "log"
_JUST_NOW: Final = "just now"
_DESK: Final = "desk"
_DAMAGE: Final = "damage"
_ALWAYS: Final = "always"


class NoticeBar(Ground):
    """Holds sentences and shows one: that of the log on show, else what was just said, else what always holds.

    Hidden while there is none. Sends ``details_asked`` where there is more to read, with whether that always holds.
    """

    details_asked = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "degraded_bg", "bottom")
        self._sentences: dict[str, tuple[str, bool]] = {}  # whether there is more to read of it
        self._shown = ""
        self.text = plain_label("", look, wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._details = QPushButton(self.tr("Show all"))
        self._details.clicked.connect(lambda: self.details_asked.emit(self._shown == _ALWAYS))
        self._dismiss = QPushButton(self.tr("Dismiss"))
        self._dismiss.clicked.connect(lambda: self._set(self._shown, ""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._details)
        layout.addWidget(self._dismiss)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this bar, in reading order."""
        return [self._details, self._dismiss]

    def keep(self, sentence: str, *, more: bool = False) -> None:
        """Show a sentence that holds whatever is opened; with ``more`` a button leads to the rest."""
        self._set(_ALWAYS, sentence, more)

    def say(self, sentence: str, *, more: bool = False) -> None:
        """Show what has just gone wrong; an empty sentence: it no longer matters."""
        self._set(_JUST_NOW, sentence, more)

    def say_of_desk(self, sentence: str) -> None:
        """Show why notes and pins cannot be kept."""
        self._set(_DESK, sentence)

    def say_of_damage(self, sentences: str) -> None:
        """Show what became of files of the program that were damaged at its start."""
        self._set(_DAMAGE, sentences)

    def say_of_log(self, sentence: str) -> None:
        """Show what holds of the log on show, if anything does."""
        self._set(_LOG, sentence)

    def _set(self, kind: str, sentence: str, more: bool = False) -> None:
        self._sentences[kind] = sentence, more
        kinds = (_LOG, _JUST_NOW, _DESK, _DAMAGE, _ALWAYS)
        self._shown = next((kind for kind in kinds if self._sentences.get(kind, ("", False))[0]), "")
        text, details = self._sentences.get(self._shown, ("", False))
        self.text.setText(text)
        self.setAccessibleDescription(text)
        self._details.setVisible(details)
        self.setVisible(bool(text))
