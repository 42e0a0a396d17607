"""What the actions of copying do: what is selected in the log, or the entry on show in one of its forms."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from zegoerr_gui.app.clipboard import put
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.app.log_copies import LogCopies
from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.core.answer.entry_text import entry_as_markdown, entry_as_reply, entry_as_text
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.models.code_table_model import CodeTableModel

_FORMS: Final[dict[str, tuple[Callable[[Entry, Catalogue], str], str]]] = {
    "reply": (entry_as_reply, "{code} copied as a reply"),
    "text": (entry_as_text, "{code} copied as text"),
    "markdown": (entry_as_markdown, "{code} copied as Markdown"),
    "name": (lambda entry, _: f"{entry.code} {entry.description}", "Copied {code} and its name"),
    "code": (lambda entry, _: str(entry.code), "{code} copied"),
}


class Copying(QObject):
    """Copies from the pane that has the focus, and the entry on show. Sends ``said`` with what was copied."""

    said = Signal(str)

    def __init__(
        self,
        catalogue: Catalogue,
        model: CodeTableModel,
        linked: LinkedPanes,
        panes: LogPanes,
        log_copies: LogCopies,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._catalogue, self._model, self._linked, self._panes = catalogue, model, linked, panes
        self._log_copies, self._window = log_copies, window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of copying do, by name."""
        return {
            "copy": self.copy,
            "copy_original": self._panes.on_pane(self._log_copies.copy_original),
            "copy_reply": partial(self.copy_entry, "reply"),
            "copy_text": partial(self.copy_entry, "text"),
            "copy_markdown": partial(self.copy_entry, "markdown"),
            "copy_code": partial(self.copy_entry, "code"),
        }

    def copy(self) -> None:
        """Copy what is selected in the pane that has the focus: from the log, masked, else the code with its name."""
        pane = self._panes.pane
        if pane and pane.isAncestorOf(QApplication.focusWidget() or self._window):
            self._log_copies.copy(pane)
        else:
            self.copy_entry("name")

    def copy_entry(self, form: str) -> None:
        """Copy the entry on show as reply | text | markdown | name | code.

        Of an unknown code there is nothing to tell a customer, so only its number is copied.
        """
        if self._linked.code is None:
            return
        entry = self._model.entry(self._linked.code)
        make, said = _FORMS["code" if entry.listing == "unlisted" else form]
        put(make(entry, self._catalogue))
        self.said.emit(QCoreApplication.translate("copying", said).format(code=entry.code))
