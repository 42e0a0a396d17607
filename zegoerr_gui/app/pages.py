"""What the pages of words hold: keys, the program and its catalogue, what could not be loaded or opened."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from zegoerr_gui import __version__
from zegoerr_gui.app.actions import keys_by_menu
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.widgets.text_page import Group


def keys() -> list[Group]:
    """Every key, by menu, and those that no menu shows."""
    more = [
        (_tr("Esc"), _tr("Take back one filter after another")),
        (_tr("Up, Down"), _tr("In the filter: choose another code")),
        (_tr("Enter"), _tr("From the filter to the table, from there to the detail")),
        (_tr("Space"), _tr("In the reply: tick a failure, or what it asks for")),
        (_tr("Ctrl+Enter"), _tr("In the reply: copy it")),
        (_tr("Any letter"), _tr("In the table: goes on in the filter")),
    ]
    by_menu: list[Group] = [(menu, [(keys, text) for text, keys in rows]) for menu, rows in keys_by_menu()]
    return [*by_menu, (_tr("Everywhere"), more)]


def about(catalogue: Catalogue) -> list[Group]:
    """What this program and its catalogue are."""
    source, documented = catalogue.pack.source, catalogue.documented
    codes = _tr("{documented} documented, {others} SDK only")
    rows = [
        (_tr("Version"), __version__),
        (_tr("Catalogue"), f"{source.title}, {source.date}"),
        (_tr("Codes"), codes.format(documented=documented, others=len(catalogue) - documented)),
        (_tr("Your logs"), _tr("Nothing leaves this computer.")),
        (_tr("Names"), _tr("ZEGOCLOUD and its error codes belong to their vendor.")),
    ]
    return [("", rows)]


def faults(found: Sequence[Fault]) -> list[Group]:
    """Every fault with its place."""
    return [("", [(f"{fault.file.name}:{fault.line}", f"{fault.found}. {fault.right}") for fault in found])]


def refusals(sentences: Sequence[str]) -> list[Group]:
    """Why each log that was brought could not be opened."""
    return [("", [(str(number), sentence) for number, sentence in enumerate(sentences, 1)])]


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)
