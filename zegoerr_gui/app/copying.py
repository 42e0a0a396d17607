"""What goes to the clipboard, and the word that says so."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from zegoerr_gui.core.answer.entry_text import entry_as_markdown, entry_as_reply, entry_as_text
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry

_FORMS: Final[dict[str, tuple[Callable[[Entry, Catalogue], str], str]]] = {
    "reply": (entry_as_reply, "{code} copied as a reply"),
    "text": (entry_as_text, "{code} copied as text"),
    "markdown": (entry_as_markdown, "{code} copied as Markdown"),
    "name": (lambda entry, _: f"{entry.code} {entry.description}", "Copied {code} and its name"),
    "code": (lambda entry, _: str(entry.code), "{code} copied"),
}


def copy_entry(entry: Entry, catalogue: Catalogue, form: str) -> str:
    """Put an entry on the clipboard as reply | text | markdown | name | code; returns what to say about it.

    Of an unknown code there is nothing to tell a customer, so only its number is copied.
    """
    if entry.listing == "unlisted":
        form = "code"
    make, said = _FORMS[form]
    put(make(entry, catalogue))
    return QCoreApplication.translate("copying", said).format(code=entry.code)


def put(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
