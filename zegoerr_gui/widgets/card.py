"""A rounded frame around things that belong together: what happened, the same error on the other side."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame

CARD_RADIUS = 8.0
# Room that a card's layout leaves to its border, in logical pixels.
CARD_PADDING = 12


class Card(QWidget):
    """Holds whatever layout it is given, on a fill and inside a border; set the layout's margins to CARD_PADDING."""

    def __init__(self, look: Look, fill: str = "alternate") -> None:
        """``fill`` is a token: ``alternate`` for a card of facts, ``base`` for one that leads somewhere."""
        super().__init__()
        self._look = look
        self._fill = fill
        look.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._look.color
        paint_frame(painter, self.rect(), colour(self._fill), colour("border"), radius=CARD_RADIUS)
        painter.end()

    def _restyle(self) -> None:
        self.update()
