"""What stands in place of the rows where there is none: why, and the ways out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.models.code_filter import WayOut
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.buttons import button_text
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

_MOST_WAYS = 3
_LONGEST_SAID = 60  # characters of a query; a pasted text would fill the pane


class NoCodes(QWidget):
    """Shown while the table has no rows. Sends ``filter_offered`` with the filter of a way out."""

    filter_offered = Signal(object)

    def __init__(self, model: CodeTableModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._said = ""
        self.text = plain_label("", look, "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.ways = [self._way() for _ in range(_MOST_WAYS)]
        self._filters: Mapping[QPushButton, WayOut] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in self.ways:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch()
        model.rows_changed.connect(self._tell)
        self._tell()

    def say(self, sentence: str) -> None:
        """What to say where no filter but "In this log" leaves nothing; an empty sentence is the usual one."""
        self._said = sentence
        self._tell()

    def _way(self) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(lambda: self.filter_offered.emit(self._filters[button].wanted))
        return button

    def _tell(self) -> None:
        empty = not self._model.codes
        self.setVisible(empty)
        if not empty:
            return
        self.text.setText(self._sentence())
        ways = self._model.ways_out()[:_MOST_WAYS]
        self._filters = dict(zip(self.ways, ways, strict=False))
        for button, way in zip(self.ways, [*ways, *[None] * (_MOST_WAYS - len(ways))], strict=True):
            button.setVisible(way is not None)
            if way is not None:
                button.setText(self._label(way))

    def _sentence(self) -> str:
        wanted = self._model.filter
        query = " ".join(wanted.query.split())
        if self._said and not (query or wanted.families or wanted.moves):
            return self._said
        parts = [
            self.tr("of these families") if len(wanted.families) > 1 else self.tr("of this family"),
            self.tr("with these next moves") if len(wanted.moves) > 1 else self.tr("with this next move"),
            self.tr("in this log"),
        ]
        in_force = (wanted.families, wanted.moves, wanted.in_log)
        among = " ".join(part for part, holds in zip(parts, in_force, strict=True) if holds)
        if len(query) > _LONGEST_SAID:
            query = query[: _LONGEST_SAID - 1] + "…"
        matches = self.tr("No code matches “{query}”").format(query=query) if query else self.tr("There is no code")
        return f"{matches} {among}".rstrip() + f". {self._model.remark()}".rstrip()

    def _label(self, way: WayOut) -> str:
        before = self._model.filter
        codes = counted(way.count, "code")
        if way.piece:
            return self.tr("Without {piece}: {codes}").format(piece=button_text(way.piece), codes=codes)
        if before.in_log != way.wanted.in_log:
            return self.tr("Not only in this log: {codes}").format(codes=codes)
        if before.families != way.wanted.families:
            return self.tr("All families: {codes}").format(codes=codes)
        return self.tr("All next moves: {codes}").format(codes=codes)
