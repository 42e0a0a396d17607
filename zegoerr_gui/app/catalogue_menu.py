"""What the menu of catalogues does."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.catalogues import Catalogues
from zegoerr_gui.app.catalogues_choice import CataloguesChoice
from zegoerr_gui.app.entry_file import EntryFile
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:
    from zegoerr_gui.app.importing import Importing


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
        self._catalogues, self._jobs, self._look, self._window = catalogues, jobs, look, window
        self.choice = CataloguesChoice(catalogues, jobs, look, window)
        self.choice.asked.connect(lambda dialog: self.asked.emit(dialog, "catalogues"))
        self.choice.said.connect(self.said)
        self.entry_file = EntryFile(linked, model)
        self.entry_file.said.connect(self.said)

    @cached_property
    def importing(self) -> "Importing":
        """The import of pages; what reads them is loaded when the first is brought, and so the window opens sooner."""
        from zegoerr_gui.app.importing import Importing

        importing = Importing(self._catalogues, self._jobs, self._look, self._window)
        importing.asked.connect(lambda dialog: self.asked.emit(dialog, "page"))
        importing.said.connect(self.said)
        return importing

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its actions do."""
        return {
            "show_catalogues": self.choice.ask,
            "import_page": self._import_page,
            "open_entry_file": self.entry_file.open_shown,
        }

    def _import_page(self) -> None:
        self.importing.ask()
