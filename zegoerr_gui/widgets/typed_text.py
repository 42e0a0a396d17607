"""Plain text that an agent types: it tells their changes from the program's, and gives away no secret."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from zegoerr_gui.widgets.look import Look


class TypedText(QPlainTextEdit):
    """Holds the text. Sends ``typed`` when the agent, not the program, has changed it; Tab leaves it."""

    typed = Signal()

    def __init__(self, masked: Callable[[str], str], look: Look) -> None:
        """``masked`` takes the secrets out of what is copied of the text."""
        super().__init__()
        self._look = look
        self._masked = masked
        self._quiet = False
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.textChanged.connect(self._tell)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What is done to the text meanwhile, colours among it, is not typed."""
        quiet, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = quiet

    def createMimeDataFromSelection(self) -> QMimeData:
        """What a copy, a drag or the mouse's own clipboard takes away."""
        data = QMimeData()
        data.setText(self._masked(self.textCursor().selection().toPlainText()))
        return data

    def _tell(self) -> None:
        if not self._quiet:
            self.typed.emit()
