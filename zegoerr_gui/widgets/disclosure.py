"""A section that is folded until somebody wants it: a title with an arrow, and what is under it."""

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame, paint_icon, paint_text
from zegoerr_gui.widgets.painted_button import PaintedButton, Policy

_GAP = 4


class Disclosure(QWidget):
    """Holds a title and a content. Sends ``unfolded`` with whether the content is shown, when that has changed."""

    unfolded = Signal(bool)

    def __init__(self, title: str, content: QWidget, look: Look, *, shown: bool = False) -> None:
        super().__init__()
        self.header = _Header(title, look)
        self.header.setChecked(shown)
        self.header.toggled.connect(content.setVisible)
        self.header.toggled.connect(self.unfolded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.header)
        layout.addWidget(content)
        content.setVisible(shown)


class _Header(PaintedButton):
    """The title of a section, to be clicked; Space and Enter do the same."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__(title, look, Policy.Preferred)
        self.setCheckable(True)
        self.toggled.connect(self._name)
        self._name(False)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(-1, 600))
        width = metrics.horizontalAdvance(self.text()) + self._look.icon_size + 2 * _GAP
        return QSize(width, metrics.height() + 2 * _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, size = self._look, self._look.icon_size - 2
        token = "text" if self.underMouse() else "muted"
        painter = QPainter(self)
        if self.hasFocus():
            paint_frame(painter, self.rect(), None, look.color("accent"), width=2)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, QPointF(size / 2 + _GAP / 2, self.height() / 2), arrow, token, look, size)
        room = self.rect().adjusted(size + _GAP + 2, 0, -_GAP, 0)
        paint_text(painter, room, self.text(), look.font(-1, 600), look.color(token))
        painter.end()

    def _name(self, shown: bool) -> None:
        state = self.tr("{title}, shown") if shown else self.tr("{title}, folded")
        self.setAccessibleName(state.format(title=self.text()))
