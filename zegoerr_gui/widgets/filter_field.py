"""The field at the top of the window in which everything is looked up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy

from zegoerr_gui.models.utf16 import points, units
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_wave
from zegoerr_gui.widgets.plain_label import plain_tip

_INSET, _GAP = 9, 8
_LEAST_WIDTH_WITH_HINT = 240


class FilterField(QLineEdit):
    """Holds the query; a line edit in all else, so ``textChanged`` tells of it.

    At the right stands the key that leads here or, while there is text, a cross that removes it; and a question mark.
    Behind a field or a value that is being typed stands, muted, how it goes on: Right or End at the end takes it.
    Sends ``help_asked`` from the question mark, and from ``?`` in the empty field.
    """

    help_asked = Signal()

    def __init__(self, look: Look, complete: Callable[[str], str]) -> None:
        """``complete`` answers how a text would go on."""
        super().__init__()
        self._look = look
        # "Ctrl K" reads better than "Ctrl+K"; macOS writes it with a sign of its own and no plus.
        native = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self._hint = " ".join(native.split("+"))
        self._complete = complete
        self._faults: Sequence[tuple[int, int]] = ()
        # Not stops of their own: Esc, and a question mark in the empty field, do the same from the keyboard.
        self._cross = self._button(self.tr("Clear the filter text"), self.clear)
        self.help_button = self._button(self.tr("What you can type"), self.help_asked.emit)
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
            right = self.help_button.x() - _GAP / 2
            painter.drawText(QRectF(0, 0, right, self.height()), flags, self._hint)
        self._paint_in_text(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?" and not self.text():
            self.help_asked.emit()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_End) and not event.modifiers() and (rest := self.completion):
            self.insert(rest)
        else:
            super().keyPressEvent(event)

    @property
    def completion(self) -> str:
        """How what is being typed would go on; empty unless the cursor is at its end."""
        text = self.text()
        if not text or not self.hasFocus() or self.cursorPosition() != units(text) or self.hasSelectedText():
            return ""
        return self._complete(text)

    def show_faults(self, faults: Sequence[tuple[int, int]]) -> None:
        """Underline places of the text, in code points."""
        self._faults = faults
        self.update()

    def shows_hint(self) -> bool:
        """Whether the key is shown: there is room, no text, and the field can be used."""
        return self.width() >= _LEAST_WIDTH_WITH_HINT and not self.text() and self.isEnabled()

    def _paint_in_text(self, painter: QPainter) -> None:
        """What stands in the text itself: a line under what is at fault, and how the text goes on."""
        text, metrics, cursor = self.text(), QFontMetrics(self.font()), self.cursorRect()
        # The text scrolls sideways; only of the cursor is it known where it stands.
        begin = cursor.center().x() - metrics.horizontalAdvance(text[: points(text, self.cursorPosition())])
        painter.setClipRect(self.rect().adjusted(self.textMargins().left() + _INSET, 0, -self._right - _INSET, 0))
        for start, end in self._faults:
            left, right = (begin + metrics.horizontalAdvance(text[:place]) for place in (start, end))
            paint_wave(painter, left, max(right, left + metrics.averageCharWidth()), cursor.bottom(), self._look)
        if rest := self.completion:
            painter.setFont(self.font())
            painter.setPen(self._look.color("muted"))
            end = begin + metrics.horizontalAdvance(text)
            painter.drawText(QRectF(end, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, rest)

    def _button(self, name: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("flat", True)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.clicked.connect(clicked)
        return button

    def _arrange(self) -> None:
        side = self.height() - 8
        self.help_button.setGeometry(self.width() - side - 4, 4, side, side)
        self._cross.setGeometry(self.width() - 2 * side - 4, 4, side, side)
        self._cross.setVisible(bool(self.text()) and self.isEnabled())
        self._right = side
        if self.text():
            self._right += side
        elif self.shows_hint():
            self._right += QFontMetrics(self._look.font(-2)).horizontalAdvance(self._hint) + _GAP
        self.setTextMargins(self._look.icon_size + _GAP, 0, self._right, 0)

    def _restyle(self) -> None:
        self.setFont(self._look.font())
        self.setFixedHeight(self._look.field_height)
        for button, icon in ((self._cross, "x"), (self.help_button, "circle-question-mark")):
            button.setIcon(self._look.icon(icon, "muted", self._look.icon_size))
            button.setIconSize(QSize(self._look.icon_size, self._look.icon_size))
        self._arrange()
        self.update()
