"""A choice of one out of two or three, all of them on show side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QWidget):
    """Holds values with their titles, and which is chosen. Sends ``chosen`` with a value when the agent chooses one.

    Left and Right go from one to the next.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (value, title) in enumerate(choices):
            button = QPushButton(title)
            button.setCheckable(True)
            button.setProperty("segment", "first" if place == 0 else "last" if place == len(choices) - 1 else "middle")
            button.setAccessibleName(f"{name}: {title}")
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            button.toggled.connect(lambda on, button=button: self.setFocusProxy(button) if on else None)
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)
        self.set_value(choices[0][0])
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The value chosen."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def set_value(self, value: str) -> None:
        """Show another value as chosen."""
        self.buttons[value].setChecked(True)
