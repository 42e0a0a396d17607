"""The field at the top of the window in which everything is looked up."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon

_INSET, _GAP = 9, 8
_LEAST_WIDTH_WITH_HINT = 240


class FilterField(QLineEdit):
    """Holds the query; a line edit in all else, so ``textChanged`` tells of it.

    At the right stands the key that leads here or, while there is text, a cross that removes it.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        # "Ctrl K" reads better than "Ctrl+K"; macOS writes it with a sign of its own and no plus.
        native = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self._hint = " ".join(native.split("+"))
        self._cross = QPushButton(self)
        self._cross.setProperty("flat", True)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        # Not a stop of its own: Esc and selecting the text do the same from the keyboard.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setAccessibleName(self.tr("Clear the filter text"))
        self._cross.clicked.connect(self.clear)
        self.setAcceptDrops(False)  # the window takes what is dropped anywhere, for what it is
        self.setPlaceholderText(self.tr("Code, words, API, or text from a log"))
        self.setAccessibleName(self.tr("Filter"))
        self.setAccessibleDescription(self.placeholderText())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._arrange)
        look.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(25 * self._look.unit, self._look.field_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * self._look.unit, self._look.field_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._look.icon_size
        painter = QPainter(self)
        token = "muted" if self.isEnabled() else "faint"
        paint_icon(painter, QPointF(_INSET + size / 2, self.height() / 2), "search", token, self._look, size)
        if self.shows_hint():
            painter.setFont(self._look.font(-2))
            painter.setPen(self._look.color(token))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, 0, self.width() - _INSET - 2, self.height()), flags, self._hint)
        painter.end()

    def shows_hint(self) -> bool:
        """Whether the key is shown: there is room, no text, and the field can be used."""
        return self.width() >= _LEAST_WIDTH_WITH_HINT and not self.text() and self.isEnabled()

    def _arrange(self) -> None:
        side = self.height() - 8
        self._cross.setGeometry(self.width() - side - 4, 4, side, side)
        self._cross.setVisible(bool(self.text()) and self.isEnabled())
        right = 0
        if self.text():
            right = side
        elif self.shows_hint():
            right = QFontMetrics(self._look.font(-2)).horizontalAdvance(self._hint) + _GAP
        self.setTextMargins(self._look.icon_size + _GAP, 0, right, 0)

    def _restyle(self) -> None:
        self.setFont(self._look.font())
        self.setFixedHeight(self._look.field_height)
        self._cross.setIcon(self._look.icon("x", "muted", self._look.icon_size))
        self._cross.setIconSize(QSize(self._look.icon_size, self._look.icon_size))
        self._arrange()
        self.update()
