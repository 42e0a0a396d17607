"""The settings, by group, each with its way back to what it is for a new user; what is chosen holds at once."""

from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.models.settings import Choice, Folder, Number, Setting, Settings, Switch
from zegoerr_gui.widgets.buttons import FlatButton
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.segments import Segments
from zegoerr_gui.widgets.tick_box import TickBox

_EDGE = 20


class SettingsDialog(QDialog):
    """Holds a control for each setting of the table, and keeps to what the settings are; Esc closes it.

    ``translated`` gives words of the table in the language of the window; ``asks`` has for the key of each setting
    that is a folder what lets the agent choose one, and keeps it; ``where`` says in a sentence where settings are kept.
    """

    def __init__(
        self,
        settings: Settings,
        translated: Callable[[str], str],
        asks: Mapping[str, Callable[[], object]],
        where: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._translated, self._asks, self._look = settings, translated, asks, look
        self._shows: dict[str, list[Callable[[], None]]] = {}
        self.controls: dict[str, QWidget] = {}
        self.resets: dict[str, FlatButton] = {}
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = self._rows()
        area = QScrollArea()
        area.setWidget(rows)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reset_button = QPushButton(self.tr("Reset all"))
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(settings.reset)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        footer = QHBoxLayout()
        footer.setSpacing(8)
        footer.addWidget(plain_label(where, look, "small", wrap=True), 1)
        footer.addWidget(self.reset_button)
        footer.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE, 16)
        column.setSpacing(12)
        column.addWidget(area, 1)
        column.addLayout(footer)
        settings.changed.connect(self._show)
        for setting in settings.table:
            self._show(setting.key)
        next(iter(self.controls.values())).setFocus()

        def fit() -> None:
            """Have room for the controls in their size, which may just have been chosen."""
            bar = area.verticalScrollBar().sizeHint().width()
            area.setMinimumWidth(rows.sizeHint().width() + bar)

        look.changed.connect(fit)
        fit()
        whole = self.sizeHint().height() - area.sizeHint().height() + rows.sizeHint().height() + 2
        self.resize(self.sizeHint().width(), min(whole, self.screen().availableSize().height() - 80))

    def _rows(self) -> QWidget:
        rows = QWidget()
        self._grid = QGridLayout(rows)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for group, settings in groupby(self._settings.table, lambda setting: setting.group):
            row = self._grid.rowCount()
            title = plain_label(self._translated(group), self._look, "section", selectable=False)
            title.setContentsMargins(0, 12 if row > 1 else 0, 0, 0)
            self._grid.addWidget(title, row, 0, 1, 3)
            for setting in settings:
                self._add(setting)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        return rows

    def _add(self, setting: Setting[Any]) -> None:
        row, words = self._grid.rowCount(), self._translated(setting.words)
        control = self._control(setting, words)
        if isinstance(setting, Switch):
            self._grid.addWidget(control, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(plain_label(words, self._look, selectable=False), row, 0)
            self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        reset = FlatButton("undo-2", self.tr("Reset: {setting}").format(setting=words), self._look)
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        reset.setSizePolicy(policy)
        reset.setAutoDefault(False)
        reset.clicked.connect(lambda: self._reset(setting, control))
        self._grid.addWidget(reset, row, 2)
        self._shows[setting.key].append(lambda: reset.setHidden(self._settings.is_default(setting)))
        self.controls[setting.key], self.resets[setting.key] = control, reset

    def _reset(self, setting: Setting[Any], control: QWidget) -> None:
        control.setFocus()  # the button goes
        self._settings.set(setting, setting.default)

    def _control(self, setting: Setting[Any], words: str) -> QWidget:
        """What a setting is chosen with, and how it is made to show what the setting is."""
        if isinstance(setting, Switch):
            return self._switch(setting, words)
        if isinstance(setting, Choice):
            return self._choice(setting, words)
        if isinstance(setting, Number):
            return self._number(setting, words)
        assert isinstance(setting, Folder)
        return self._folder(setting, words)

    def _switch(self, setting: Switch, words: str) -> QWidget:
        box = TickBox(words, self._look)
        box.clicked.connect(lambda on: self._settings.set(setting, on))
        box.clicked.connect(lambda: self._show(setting.key))  # where it could not be kept it is what it was
        self._shows[setting.key] = [lambda: box.setChecked(self._settings.get(setting))]
        return box

    def _choice(self, setting: Choice[Any], words: str) -> QWidget:
        segments = Segments([(value, self._translated(title)) for value, title in setting.choices], words)
        segments.chosen.connect(lambda value: self._settings.set(setting, value))
        self._shows[setting.key] = [lambda: segments.set_value(self._settings.get(setting))]
        for button in segments.buttons.values():
            button.setAutoDefault(False)
        return segments

    def _number(self, setting: Number, words: str) -> QWidget:
        box = QSpinBox()
        box.setRange(setting.least, setting.most)
        box.setAccessibleName(words)
        box.setMinimumHeight(self._look.control_height)
        box.valueChanged.connect(lambda value: self._settings.set(setting, value))
        self._shows[setting.key] = [lambda: box.setValue(self._settings.get(setting))]
        return box

    def _folder(self, setting: Folder, words: str) -> QWidget:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(self._asks[setting.key])

        def show() -> None:
            folder: Path | None = self._settings.get(setting)
            button.setText(visible(folder.name or str(folder)).replace("&", "&&") if folder else self.tr("Choose…"))
            button.setAccessibleName(f"{words}: {button.text()}")

        self._shows[setting.key] = [show]
        return button

    def _show(self, key: str) -> None:
        for show in self._shows[key]:
            show()
        self.reset_button.setDisabled(all(map(self._settings.is_default, self._settings.table)))
