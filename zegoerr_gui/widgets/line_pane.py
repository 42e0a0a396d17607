"""Under the log: the current line, laid out, with the reason for its mark."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.models.line_view import Mark
from zegoerr_gui.models.unfolded import Unfolded
from zegoerr_gui.widgets.buttons import FlatButton, link_button
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.line_text import LineText
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import mark_size, mark_weight, paint_marked_text
from zegoerr_gui.widgets.plain_label import plain_label


class LinePane(Ground):
    """Holds one line's number, text and mark. Sends ``copy_asked`` for the line as it stands in the log."""

    copy_asked = Signal()

    def __init__(self, look: Look, name_of: Callable[[int], str]) -> None:
        super().__init__(look, "base")
        self.title = plain_label("", look, "strong", selectable=False)
        self.level = _LevelMark(look)
        self.reason = ElidedLabel(look, "small")
        self.reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.selection = plain_label("", look, "small", selectable=False)
        self.text = LineText(look, name_of)
        self.wrap_button = link_button(self.tr("Wrap"))
        self.wrap_button.setCheckable(True)
        self.wrap_button.setChecked(True)
        self.wrap_button.setToolTip(self.tr("Break long lines at the right edge"))
        self.wrap_button.clicked.connect(self.text.wrap)
        self.copy_button = FlatButton("copy", self.tr("Copy this line"), look)
        self.copy_button.clicked.connect(self.copy_asked)
        head = QHBoxLayout()
        head.setContentsMargins(14, 3, 8, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.level)
        head.addWidget(self.reason, 1)
        head.addWidget(self.selection)
        head.addWidget(self.wrap_button)
        head.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self.selection.hide()
        self.text.document().setDocumentMargin(6)
        self.text.setViewportMargins(8, 0, 0, 0)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this pane, in reading order."""
        return [self.wrap_button, self.copy_button, self.text]

    def show_line(
        self, number: int, unfolded: Unfolded, current: Mark | None, reason: str, *, to_hit: bool = False
    ) -> None:
        """Show a line, counted from 1, with the mark the agent is at and the reason for it.

        With ``to_hit`` what is sought is brought into sight rather than the mark.
        """
        self.title.setText(self.tr("Line {number}").format(number=f"{number:,}"))
        self.level.show_level(current.evidence if current else None)
        self.reason.setText(reason)
        self.text.show_unfolded(unfolded, current, to_hit=to_hit)

    def _restyle(self) -> None:
        self.wrap_button.setFont(self._look.font(-1))
        self.update()

    def show_selection(self, said: str) -> None:
        """Say how much is selected, and how long it took; nothing for a single line."""
        self.selection.setText(said)
        self.selection.setVisible(bool(said))

    def sizeHint(self) -> QSize:
        return QSize(880, 9 * self._look.unit)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 4 * self._look.unit)


class _LevelMark(QWidget):
    """The words for a level, in the mark that stands for it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._level: Evidence | None = None
        self._words = {
            Evidence.CERTAIN: self.tr("in an error line"),
            Evidence.LIKELY: self.tr("looks like an error"),
            Evidence.POSSIBLE: self.tr("only a number"),
        }

    def show_level(self, level: Evidence | None) -> None:
        """Show a level, or nothing."""
        self._level = level if level in self._words else None
        self.setAccessibleName(self._words.get(level, "") if level is not None else "")
        self.setVisible(self._level is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._level is None:
            return QSize(0, 0)
        return mark_size(self._words[self._level], self._look.font(-1, mark_weight(self._level)), 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._level is None:
            return
        painter = QPainter(self)
        font = self._look.font(-1, mark_weight(self._level))
        box = self.rect()
        box.setHeight(self.sizeHint().height())
        box.moveCenter(self.rect().center())
        paint_marked_text(painter, box, self._words[self._level], self._level, False, self._look, font)
        painter.end()
