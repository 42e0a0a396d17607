"""What the smaller pages of words hold: the program and its catalogue, what could not be loaded or opened."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from zegoerr_gui import __version__
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.widgets.text_page import Group


def about(catalogue: Catalogue) -> list[Group]:
    """What this program and its catalogue are."""
    sdk_only = sum(entry.listing == "undocumented" for entry in catalogue)
    codes = _tr("{documented} documented, {others} SDK only")
    sources = [f"{pack.source.title or pack.title}, {pack.edition}" for pack in catalogue.packs]
    rows = [
        (_tr("Version"), __version__),
        *((_tr("Catalogue"), source) for source in sources),
        (_tr("Codes"), codes.format(documented=catalogue.documented, others=sdk_only)),
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
