"""What the menu of catalogues does."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.catalogues import Catalogues
from zegoerr_gui.app.catalogues_choice import CataloguesChoice
from zegoerr_gui.app.entry_file import EntryFile
from zegoerr_gui.app.importing import Importing
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.look import Look


class CatalogueMenu(QObject):
    """Holds the choice of catalogues, the import of pages and the way to an entry's file.

    Sends ``asked`` with a dialog, to be opened, and the name of its kind; ``said`` with what the agent should know.
    """

    asked = Signal(QDialog, str)
    said = Signal(str)

    def __init__(
        self,
        catalogues: Catalogues,
        jobs: Jobs,
        linked: LinkedPanes,
        model: CodeTableModel,
        look: Look,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.choice = CataloguesChoice(catalogues, jobs, look, window)
        self.choice.asked.connect(lambda dialog: self.asked.emit(dialog, "catalogues"))
        self.choice.said.connect(self.said)
        self.importing = Importing(catalogues, jobs, look, window)
        self.importing.asked.connect(lambda dialog: self.asked.emit(dialog, "page"))
        self.importing.said.connect(self.said)
        self.entry_file = EntryFile(linked, model)
        self.entry_file.said.connect(self.said)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its actions do."""
        return {
            "show_catalogues": self.choice.ask,
            "import_page": self.importing.ask,
            "open_entry_file": self.entry_file.open_shown,
        }
