"""What a reply speaks of: the failures, each with a tick, and what the log tells or the reply asks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.models.failures_model import FailuresModel
from zegoerr_gui.widgets.buttons import link_button
from zegoerr_gui.widgets.failures_list import FailuresList
from zegoerr_gui.widgets.ground import Ground, thin_line
from zegoerr_gui.widgets.log_tells import LogTells
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

_WIDTH = 352  # pixels at the system's size of text
_MOST = 0.4  # of the dialog


class ReplySubjects(Ground):
    """Holds the failures of a draft, and what its checklist found.

    Sends ``line_chosen`` (from 0) when the agent comes to a failure, ``changed`` when the draft speaks of other things.
    """

    line_chosen = Signal(int)
    changed = Signal()

    def __init__(self, draft: Draft, look: Look) -> None:
        super().__init__(look, "base", "right", "bottom")
        self._draft = draft
        self.model = FailuresModel(draft)
        self.failures = FailuresList(self.model, look)
        self.count = plain_label("", look, "muted", selectable=False)
        self.all_button = link_button(self.tr("All"), self.tr("Tick all failures"))
        self.none_button = link_button(self.tr("None"), self.tr("Tick no failure"))
        self.tells = LogTells(look)
        self._lay_out()
        self.failures.line_chosen.connect(self.line_chosen)
        self.model.ticked.connect(self.changed)
        self.all_button.clicked.connect(lambda: self.model.tick_all(True))
        self.none_button.clicked.connect(lambda: self.model.tick_all(False))
        self.tells.asked.connect(self._ask_for)

    def fit(self, width: int) -> int:
        """Take the share of a dialog's width that the rows need; what is left of it is the answer."""
        self.setFixedWidth(min(round(_WIDTH * max(1.0, self._look.zoom)), round(width * _MOST)))
        return width - self.width()

    def begin(self) -> None:
        """Put the focus on the first failure that is ticked."""
        if self.model.rowCount():
            self.failures.setCurrentIndex(self.model.index(min(self._draft.chosen, default=0)))
        self.failures.setFocus()

    def show_chosen(self) -> None:
        """Show how many failures the draft speaks of."""
        rows = self.model.rowCount()
        count = self.tr("{chosen} of {all}").format(chosen=f"{len(self._draft.chosen):,}", all=f"{rows:,}")
        self.count.setText(count if rows else self.tr("none: the reply asks for more"))
        for button in (self.all_button, self.none_button):
            button.setVisible(rows > 1)

    def show_items(self) -> None:
        """Show what the log tells, and what the draft asks for. Raises UnreadableLogError."""
        self.tells.show_items(self._draft.items, self._draft.left_out)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 7, 10, 7)
        head.setSpacing(8)
        head.addStrut(self._look.control_height)  # as high as that of the other side
        head.addWidget(plain_label(self.tr("Failures"), self._look, "strong", selectable=False))
        head.addWidget(self.count, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.none_button)
        area = QScrollArea()
        area.setWidget(self.tells)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (area.viewport(), self.tells):
            part.setAutoFillBackground(False)
        title = plain_label(self.tr("What the log tells"), self._look, "strong", selectable=False)
        title.setContentsMargins(14, 10, 10, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(thin_line(self._look))
        column.addWidget(self.failures, 5)
        column.addWidget(thin_line(self._look))
        column.addWidget(title)
        column.addWidget(area, 4)

    def _ask_for(self, key: str, asked: bool) -> None:
        (self._draft.left_out.discard if asked else self._draft.left_out.add)(key)
        self.changed.emit()
