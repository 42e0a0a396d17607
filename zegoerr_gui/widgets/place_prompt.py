"""A small window that asks for a place in the log, and says at once which line that is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from zegoerr_gui.core.log.asked_line import AskedLineError
from zegoerr_gui.core.log.source import UnreadableLogError
from zegoerr_gui.core.recognition.asked_time import AskedTimeError
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

_WIDTH = 22  # times the height of a line of text


class PlacePrompt(QDialog):
    """Holds what was typed, and is deleted when it is closed. Sends ``line_chosen`` (from 0) with the line meant."""

    line_chosen = Signal(int)

    def __init__(
        self, title: str, label: str, line_of: Callable[[str], int], look: Look, parent: QWidget | None = None
    ) -> None:
        """``line_of`` finds the line that is meant; it raises AskedTimeError, AskedLineError, UnreadableLogError."""
        super().__init__(parent)
        self._line_of = line_of
        self._line: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = QLineEdit(self)  # the first stop, so that the keys go to it
        self.field.setAccessibleName(label)
        self.field.textChanged.connect(self._say)
        self.said = plain_label(" ", look, "small", wrap=True)
        ok = QPushButton(self.tr("OK"))  # the box's own would have icons on some desktops
        ok.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (plain_label(label, look, wrap=True), self.field, self.said):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH * look.unit)
        self.said.setMinimumHeight(2 * look.unit)  # nothing moves when a sentence comes

    def _find(self) -> str:
        """Find the line that is meant; a sentence where there is none."""
        self._line = None
        try:
            self._line = self._line_of(self.field.text())
        except (AskedTimeError, AskedLineError, UnreadableLogError) as error:
            return str(error)
        return ""

    def _say(self) -> None:
        if not self.field.text().strip():
            self._show(" ", "")
            return
        fault = self._find()
        where = "" if self._line is None else self.tr("Line {line}").format(line=f"{self._line + 1:,}")
        self._show(fault or where, "failure" if fault else "")

    def _show(self, sentence: str, token: str) -> None:
        self.said.setText(sentence)
        self.said.set_token(token)
        self.field.setAccessibleDescription(sentence.strip())

    def _go(self) -> None:
        fault = self._find()
        if self._line is None:
            self._show(fault, "failure")
            self.field.selectAll()
            self.field.setFocus()
        else:
            self.accept()
            self.line_chosen.emit(self._line)
