"""What is remembered of queries and logs, to look at and to forget: paths can hold customers' names."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip
from zegoerr_gui.widgets.tick_box import TickBox


class RecentsDialog(QDialog):
    """Holds a list of logs and one of queries.

    Sends ``forget_asked`` with log | query and its text, ``forget_all_asked``, ``remembering_chosen``. Delete forgets
    the current row.
    """

    forget_asked = Signal(str, str)
    forget_all_asked = Signal()
    remembering_chosen = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recent logs and queries"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._titles = {"log": self.tr("Logs"), "query": self.tr("Queries")}
        self.lists = {kind: _List(look) for kind in self._titles}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        said = self.tr("Kept on this computer only. The newest come first; Delete forgets the chosen one.")
        layout.addWidget(plain_label(said, look, "muted", wrap=True))
        for kind, its_list in self.lists.items():
            its_list.setAccessibleName(self._titles[kind])
            its_list.delete_pressed.connect(self._forget)
            its_list.itemSelectionChanged.connect(self._enable)
            layout.addWidget(plain_label(self._titles[kind], look, "section"))
            layout.addWidget(its_list, 1)
        said = self.tr("Remember recent logs and queries; without this, all of them are forgotten")
        self.remembering = TickBox(said, look)
        self.remembering.clicked.connect(self.remembering_chosen)
        layout.addWidget(self.remembering)
        self.forget_button = QPushButton(self.tr("Forget"))
        self.forget_button.setAutoDefault(False)
        self.forget_button.clicked.connect(self._forget)
        self.forget_all_button = QPushButton(self.tr("Forget all"))
        self.forget_all_button.setAutoDefault(False)
        self.forget_all_button.clicked.connect(self.forget_all_asked)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        for button in (self.forget_button, self.forget_all_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        layout.addLayout(row)
        self.resize(40 * look.unit, 34 * look.unit)

    def show_recents(self, logs: Sequence[str], queries: Sequence[str], remembering: bool) -> None:
        """Show what is remembered by now; the current rows stay where they are."""
        for kind, texts in (("log", logs), ("query", queries)):
            self.lists[kind].show_texts(texts)
        self.remembering.setChecked(remembering)
        self.forget_all_button.setEnabled(bool(logs or queries))
        self._enable()

    def _chosen(self) -> tuple[str, QListWidgetItem] | None:
        """The row that the agent chose last: that of the list with the focus, else of one with a selection."""
        lists = sorted(self.lists.items(), key=lambda pair: not pair[1].hasFocus())
        return next(((kind, items[0]) for kind, one in lists if (items := one.selectedItems())), None)

    def _forget(self) -> None:
        if chosen := self._chosen():
            kind, item = chosen
            self.forget_asked.emit(kind, item.data(Qt.ItemDataRole.UserRole))

    def _enable(self) -> None:
        chosen = self._chosen()
        if chosen:
            for kind, one in self.lists.items():  # one row at a time is the chosen one
                if kind != chosen[0] and one.selectedItems():
                    one.clearSelection()
        self.forget_button.setEnabled(chosen is not None)


class _List(QListWidget):
    """Rows of one line. Sends ``delete_pressed``."""

    delete_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these rows."""
        row, selected = self.currentRow(), bool(self.selectedItems())
        self.clear()
        for text in texts:
            item = QListWidgetItem(visible(text), self)
            item.setData(Qt.ItemDataRole.UserRole, text)
            item.setSizeHint(QSize(0, self._look.row_height))
            item.setToolTip(plain_tip(text))
        if texts and selected:
            self.setCurrentRow(min(row, len(texts) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
