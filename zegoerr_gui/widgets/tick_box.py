"""A box to tick with its words, painted like those of the lists in every palette."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_check, paint_frame, paint_text

_EDGE, _GAP = 4, 8  # of the frame that shows the focus; between box and words


class TickBox(QAbstractButton):
    """Holds words and whether it is ticked (``isChecked``); Space and a click tick it. Sends ``clicked``."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font()).horizontalAdvance(self.text())
        return QSize(2 * _EDGE + self._look.icon_size + _GAP + words, self._look.unit + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        if self.hasFocus():
            paint_frame(painter, self.rect(), border=look.color("accent"), radius=4, width=2)
        paint_check(painter, QPointF(_EDGE + look.icon_size / 2, self.height() / 2), self.isChecked(), look)
        words = self.rect().adjusted(_EDGE + look.icon_size + _GAP, 0, 0, 0)
        paint_text(painter, words, self.text(), look.font(), look.color("text"))
        painter.end()
