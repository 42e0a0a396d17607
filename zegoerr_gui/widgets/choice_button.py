"""A choice of one out of a few, of which only the chosen one is on show; the others are in its menu."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton


class ChoiceButton(QPushButton):
    """Holds values with their titles, and which is chosen. Sends ``chosen`` with a value when the agent chooses one."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self._name = name
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.choices = {}
        for value, title in choices:
            action = menu.addAction(title)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
            self.choices[value] = action
        self.setMenu(menu)
        self.set_value(choices[0][0])

    def _choose(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def set_value(self, value: str) -> None:
        """Show another value as chosen."""
        self.choices[value].setChecked(True)
        self.setText(self.choices[value].text())
        self.setAccessibleName(f"{self._name}: {self.text()}")
