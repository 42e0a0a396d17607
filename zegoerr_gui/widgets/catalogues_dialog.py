"""Which catalogues are in use, and where the team's own folder is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.catalogue.platforms import in_words
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.file_question import ask_folder
from zegoerr_gui.widgets.flat_list import FlatList
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip

_TITLE, _PLATFORM, _EDITION, _CODES = range(4)


@dataclass(frozen=True)
class CatalogueRow:
    """One catalogue: its folder, what it says of itself, how many codes it has (None while it is off)."""

    folder: Path
    title: str
    platform: str
    edition: str
    on: bool
    codes: int | None = None


class CataloguesDialog(QDialog):
    """Holds the choice of catalogues and of the team's folder, until it is confirmed.

    Sends ``chosen`` with the folders that are on, those that are off, and the team's folder or None; ``add_asked`` when
    another catalogue shall be added by its folder.
    """

    chosen = Signal(list, list, object)
    add_asked = Signal()

    def __init__(
        self, rows: Sequence[CatalogueRow], team: Path | None, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items: dict[Path, QTreeWidgetItem] = {}
        self.team = team
        self.setWindowTitle(self.tr("Catalogues"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = FlatList(look, self)
        self.list.setAccessibleName(self.tr("Catalogues in use"))
        self.list.setHeaderLabels([self.tr("Catalogue"), self.tr("Platform"), self.tr("Version"), self.tr("Codes")])
        self.list.itemChanged.connect(self._allow)
        self.add_button = QPushButton(self.tr("Add a catalogue…"))
        self.add_button.clicked.connect(self.add_asked)
        self._team_path = ElidedLabel(look, "body")
        self.choose_button = QPushButton(self.tr("Choose a folder…"))
        self.choose_button.clicked.connect(self._ask_team)
        self.without_button = QPushButton(self.tr("Do without"))
        self.without_button.clicked.connect(lambda: self._set_team(None))
        self.use_button = QPushButton(self.tr("Use these"))
        self._lay_out(look)
        for row in rows:
            self.add(row)
        self._set_team(team)
        for item in list(self._items.values())[:1]:
            self.list.setCurrentItem(item)
        self.list.setFocus()

    def add(self, row: CatalogueRow) -> None:
        """Show one more catalogue; one that is shown already is ticked instead."""
        if row.folder in self._items:
            self._items[row.folder].setCheckState(_TITLE, Qt.CheckState.Checked)
            return
        count = "" if row.codes is None else f"{row.codes:,}"
        platform = in_words(row.platform)
        words = [row.title, platform[:1].upper() + platform[1:], row.edition, count]
        item = QTreeWidgetItem(self.list, [visible(word) for word in words])
        item.setToolTip(_TITLE, plain_tip(visible(str(row.folder))))
        item.setTextAlignment(_CODES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setCheckState(_TITLE, Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked)
        self._items[row.folder] = item
        self._allow()

    # Inside

    def _lay_out(self, look: Look) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (_PLATFORM, _EDITION, _CODES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for button in (self.add_button, self.choose_button, self.without_button):
            button.setAutoDefault(False)
        self.use_button.setProperty("primary", True)
        self.use_button.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.use_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        of_team = QHBoxLayout()
        of_team.setSpacing(8)
        of_team.addWidget(self._team_path, 1)
        of_team.addWidget(self.choose_button)
        of_team.addWidget(self.without_button)
        said = self.tr(
            "Codes of each catalogue that is ticked are found in logs. Where two have one number, the log's platform "
            "decides which comes first."
        )
        about = self.tr("Files in it add notes, better words and codes of your own. They are read, never written to.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label(said, look, wrap=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addWidget(plain_label(self.tr("Your team's folder"), look, "section", selectable=False))
        layout.addLayout(of_team)
        layout.addWidget(plain_label(about, look, "small", wrap=True))
        layout.addSpacing(8)
        layout.addWidget(buttons)
        self.resize(46 * look.unit, 30 * look.unit)

    def _ask_team(self) -> None:
        ask_folder(self, self.tr("Choose your team's folder"), self.team, self._set_team)

    def _set_team(self, folder: Path | None) -> None:
        self.team = folder
        self._team_path.setText(visible(str(folder)) if folder else self.tr("None is chosen."))
        self.without_button.setEnabled(folder is not None)

    def _ticked(self) -> dict[Path, bool]:
        checked = Qt.CheckState.Checked
        return {folder: item.checkState(_TITLE) is checked for folder, item in self._items.items()}

    def _allow(self) -> None:
        self.use_button.setEnabled(any(self._ticked().values()))

    def _choose(self) -> None:
        ticked = self._ticked()
        self.accept()
        on = [folder for folder, is_on in ticked.items() if is_on]
        self.chosen.emit(on, [folder for folder in ticked if folder not in on], self.team)
