"""What the log tells of what an answer needs, and what the reply asks for instead."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.checklist import Item, shortened
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_check, paint_frame, paint_icon, paint_text
from zegoerr_gui.widgets.plain_label import plain_tip

_PADDING, _GAP = 14, 8
_WIDEST = 160  # title


class LogTells(QWidget):
    """Holds a row for each item. Sends ``asked`` with the key of an item, and whether the reply shall ask for it."""

    asked = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._items: Sequence[Item] = ()
        self.asks: dict[str, AskRow] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 8)
        self._rows.setSpacing(0)

    def show_items(self, items: Sequence[Item], left_out: Collection[str]) -> None:
        """Show what was looked for; rows that stay as they were keep the focus."""
        if items == self._items:
            return
        self._items = items
        self.asks.clear()
        while (row := self._rows.takeAt(0)) is not None:
            if (widget := row.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        width = self._title_width(items)
        for item in items:
            if item.found:
                self._rows.addWidget(FoundRow(item, width, self._look))
            if item.is_missing:
                self.asks[item.key] = self._ask_row(item, width, item.key not in left_out)
                self._rows.addWidget(self.asks[item.key])
        self._rows.addStretch(1)

    def _ask_row(self, item: Item, width: int, asked: bool) -> "AskRow":
        row = AskRow(item, width, self._look)
        row.setChecked(asked)
        row.toggled.connect(lambda on: self.asked.emit(item.key, on))
        return row

    def _title_width(self, items: Sequence[Item]) -> int:
        metrics = QFontMetrics(self._look.font())
        return min(_WIDEST, max((metrics.horizontalAdvance(_title(item)) for item in items), default=0))


class FoundRow(QWidget):
    """A tick, what the log tells, and its value; the tooltip says in which line."""

    def __init__(self, item: Item, width: int, look: Look) -> None:
        super().__init__()
        self._look, self._width = look, width
        self._title = item.title
        self._values = ", ".join(visible(shortened(value)) for value, _ in item.found)
        lines = [
            value if line is None else self.tr("{value} (line {line})").format(value=value, line=f"{line + 1:,}")
            for value, line in ((shortened(value), line) for value, line in item.found)
        ]
        self.setToolTip(plain_tip("\n".join(lines)))
        self.setAccessibleName(f"{item.title}: {', '.join(lines)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(240, self._look.unit + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        middle = QPointF(_PADDING + look.icon_size / 2, self.height() / 2)
        paint_icon(painter, middle, "check", "ok", look, look.icon_size)
        _paint_words(painter, self.rect(), self._title, self._width, look)
        _paint_value(painter, self.rect(), self._values, self._width, look)
        painter.end()


class AskRow(QAbstractButton):
    """A tick box, what the log does not tell, and whether the reply asks for it."""

    def __init__(self, item: Item, width: int, look: Look) -> None:
        super().__init__()
        self._look, self._width = look, width
        self.setCheckable(True)
        self.setText(_title(item))
        self.setToolTip(plain_tip(item.ask))
        self.setAccessibleName(self.tr("Ask for: {item}").format(item=item.ask))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(240, self._look.unit + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        if self.hasFocus():
            frame = self.rect().adjusted(_PADDING - 6, 0, -6, 0)
            paint_frame(painter, frame, border=look.color("accent"), radius=4, width=2)
        asked = self.isChecked()
        paint_check(painter, QPointF(_PADDING + look.icon_size / 2, self.height() / 2), asked, look)
        token = "text" if asked else "muted"
        is_sentence = QFontMetrics(look.font()).horizontalAdvance(self.text()) > self._width
        _paint_words(painter, self.rect(), self.text(), 0 if is_sentence else self._width, look, token)
        if not is_sentence:
            said = self.tr("asked for") if asked else self.tr("left out")
            _paint_value(painter, self.rect(), said, self._width, look, "circle-question-mark" if asked else "")
        painter.end()


def _title(item: Item) -> str:
    """What is missing in a word or two, as a title; of a question without one, the question."""
    short = item.short or item.ask
    return short[:1].upper() + short[1:] if item.is_missing else item.title


def _paint_words(painter: QPainter, rect: QRect, text: str, width: int, look: Look, token: str = "text") -> None:
    left = _PADDING + look.icon_size + _GAP
    box = rect.adjusted(left, 0, -_GAP, 0)
    if width:
        box.setWidth(width)
    paint_text(painter, box, text, look.font(), look.color(token))


def _paint_value(painter: QPainter, rect: QRect, text: str, width: int, look: Look, icon: str = "") -> None:
    box = rect.adjusted(_PADDING + look.icon_size + 2 * _GAP + width, 0, -_GAP, 0)
    if icon:
        size = look.icon_size - 2
        middle = QPointF(box.left() + size / 2, QRectF(box).center().y())
        paint_icon(painter, middle, icon, "degraded", look, size)
        box.adjust(size + 5, 0, 0, 0)
    paint_text(painter, box, text, look.font(-1), look.color("muted"))
