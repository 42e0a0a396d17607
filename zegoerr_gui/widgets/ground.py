"""The ground of a bar, a pane or a side: a colour, with the window's thin line at some of its edges."""

from typing import Literal

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zegoerr_gui.widgets.look import Look

Edge = Literal["top", "right", "bottom"]


class Ground(QWidget):
    """Holds whatever layout it is given, over the colour of ``token`` and a line at each of the edges."""

    def __init__(self, look: Look, token: str, *edges: Edge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.token = token
        self._edges = edges

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(self.token))
        right, bottom = self.width() - 1, self.height() - 1
        lines = {"top": (0, 0, self.width(), 1), "right": (right, 0, 1, bottom), "bottom": (0, bottom, right + 1, 1)}
        for edge in self._edges:
            painter.fillRect(*lines[edge], self._look.color("border"))
        painter.end()


def thin_line(look: Look) -> Ground:
    """A line between parts, one logical pixel high."""
    line = Ground(look, "border")
    line.setFixedHeight(1)
    return line
