"""Dialogs and pages of words over the window, in the size they had last."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.geometry import Geometry
from zegoerr_gui.app.help_page import help_groups
from zegoerr_gui.app.keys_page import keys
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.text_page import Group, TextPage


class Dialogs(QObject):
    """Opens dialogs; when one is closed the keys go to the window again."""

    def __init__(self, geometry: Geometry, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._geometry, self._look, self._window = geometry, look, window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions that open a page do, by name."""
        return {
            "show_keys": lambda: self.open_page(self.tr("Keys"), keys(), name="keys"),
            "show_help": lambda: self.open_page(self.tr("Help"), help_groups(), name="help"),
        }

    def open(self, dialog: QDialog, name: str) -> None:
        """Open a dialog of the kind ``name``, by which its size is remembered."""
        self._geometry.follow(dialog, name)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def open_page(self, title: str, groups: list[Group], name: str = "") -> None:
        """Open a page; one with a name of its own can be searched."""
        self.open(TextPage(title, groups, self._look, self._window, searchable=bool(name)), name or "page")
