"""Asks which of several logs in an archive to open, and shows which codes each of them holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from zegoerr_gui.core.log.spool import amount
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.log.zips import Member
from zegoerr_gui.widgets.flat_list import FlatList
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip

_NAME, _SIZE, _CODES = range(3)


class MemberChooser(QDialog):
    """Holds the members of an archive. Sends ``chosen`` with those that shall be opened.

    Those that are ticked are, or the current one where none is. Space ticks, Enter opens, Esc leaves.
    """

    chosen = Signal(list)

    def __init__(self, archive: str, members: Sequence[Member], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = {member.place: member for member in members}
        self._items: dict[int, QTreeWidgetItem] = {}
        self.setWindowTitle(self.tr("Logs in {archive}").format(archive=visible(archive)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = self.tr("{archive} holds {count} logs. Tick those to open.")
        self.list = FlatList(look, self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels([self.tr("Log"), self.tr("Size"), self.tr("Codes")])
        for member in members:
            self._add(member)
        self.open_button = QPushButton()
        self.open_button.setProperty("primary", True)
        self.open_button.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.list.itemChanged.connect(self._count)
        self.list.currentItemChanged.connect(self._count)
        self.list.itemDoubleClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(said.format(archive=archive, count=f"{len(members):,}"), look, wrap=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self._fit(look)
        usable = [item for item in self._items.values() if not item.isDisabled()]
        self.list.setCurrentItem((usable or list(self._items.values()))[0])
        self.list.setFocus()
        self._count()

    def show_codes(self, member: Member, codes: str) -> None:
        """Tell which codes a member holds, in words."""
        self._items[member.place].setText(_CODES, codes)
        self._items[member.place].setToolTip(_CODES, plain_tip(codes))

    def _add(self, member: Member) -> None:
        codes = member.problem or self.tr("…")
        item = QTreeWidgetItem(self.list, [visible(member.name), amount(member.size), codes])
        item.setData(_NAME, Qt.ItemDataRole.UserRole, member.place)
        item.setToolTip(_NAME, plain_tip(visible(member.name)))
        item.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if member.problem:
            item.setDisabled(True)
        else:
            item.setCheckState(_NAME, Qt.CheckState.Unchecked)
        self._items[member.place] = item

    def _fit(self, look: Look) -> None:
        header = self.list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_SIZE, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(_NAME, 22 * look.unit)
        rows = min(14, max(5, len(self._members)))
        self.resize(46 * look.unit, rows * look.row_height + 11 * look.unit)

    def _wanted(self) -> list[Member]:
        ticked = [place for place, item in self._items.items() if item.checkState(_NAME) is Qt.CheckState.Checked]
        current = self.list.currentItem()
        if not ticked and current is not None and not current.isDisabled():
            ticked = [current.data(_NAME, Qt.ItemDataRole.UserRole)]
        return [self._members[place] for place in ticked]

    def _count(self) -> None:
        count = len(self._wanted())
        self.open_button.setEnabled(count > 0)
        self.open_button.setText(self.tr("Open {count} logs").format(count=count) if count > 1 else self.tr("Open"))

    def _choose(self) -> None:
        wanted = self._wanted()
        if wanted:
            self.accept()
            self.chosen.emit(wanted)
