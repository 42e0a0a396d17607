"""Dialogs and pages of words over the window, in the size they had last."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.geometry import Geometry
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:  # a page, and what it says, is loaded when it is opened
    from zegoerr_gui.widgets.text_page import Group


class Dialogs(QObject):
    """Opens dialogs; when one is closed the keys go to the window again."""

    def __init__(self, geometry: Geometry, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._geometry, self._look, self._window = geometry, look, window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions that open a page do, by name."""
        return {
            "show_keys": self._show_keys,
            "show_help": self._show_help,
        }

    def open(self, dialog: QDialog, name: str) -> None:
        """Open a dialog of the kind ``name``, by which its size is remembered."""
        self._geometry.follow(dialog, name)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def open_page(self, title: str, groups: "list[Group]", name: str = "") -> None:
        """Open a page; one with a name of its own can be searched."""
        from zegoerr_gui.widgets.text_page import TextPage

        self.open(TextPage(title, groups, self._look, self._window, searchable=bool(name)), name or "page")

    def _show_keys(self) -> None:
        from zegoerr_gui.app.keys_page import keys

        self.open_page(self.tr("Keys"), keys(), name="keys")

    def _show_help(self) -> None:
        from zegoerr_gui.app.help_page import help_groups

        self.open_page(self.tr("Help"), help_groups(), name="help")
