"""What can be typed into the filter, by examples that are typed for you when you choose them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from zegoerr_gui.core.catalogue.query_examples import EXAMPLES, Example
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame, paint_text
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.popup import Popup

_PADDING, _GAP = 10, 20


class QueryHelp(Popup):
    """Pops up under the filter. Sends ``example_chosen`` with a query on Enter, Space or click; Esc closes it."""

    example_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("What you can type"))
        self.rows = [_Row(example, look, self) for example in EXAMPLES]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(0)
        layout.addWidget(self._line(self.tr("What you can type"), "section"))
        for row in self.rows:
            row.clicked.connect(lambda _=False, query=row.example.query: self._choose(query))
            layout.addWidget(row)
        layout.addWidget(
            self._line(self.tr("Put together, each narrows the list further. Enter tries one, Esc closes."), "small")
        )

    def open(self, under: QWidget) -> None:
        """Open under a widget, the first example current."""
        self.adjustSize()
        self.show_under(under)
        self.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        here = next((place for place, row in enumerate(self.rows) if row.hasFocus()), 0)
        if event.key() in steps:
            there = max(0, min(here + steps[Qt.Key(event.key())], len(self.rows) - 1))
            self.rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.rows[0 if event.key() == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rows[here].click()
        else:
            super().keyPressEvent(event)

    def _choose(self, query: str) -> None:
        self.close()
        self.example_chosen.emit(query)

    def _line(self, text: str, kind: str) -> QWidget:
        label = plain_label(text, self._look, kind, selectable=False)  # type: ignore[arg-type]
        label.setContentsMargins(_PADDING, 2, _PADDING, 4)
        return label


class _Row(QAbstractButton):
    """An example in monospace and what it finds."""

    def __init__(self, example: Example, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.example = example
        self._look = look
        self.setText(example.query)
        self.setAccessibleName(f"{example.query}: {example.finds}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        finds = QFontMetrics(self._look.font()).horizontalAdvance(self.example.finds)
        return QSize(self._column() + finds + _PADDING + 2, self._look.unit + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        if self.hasFocus() or self.underMouse():
            fill = "selection" if self.hasFocus() else "hover"
            paint_frame(painter, self.rect(), look.color(fill), radius=4)
        query, finds = self.rect().adjusted(_PADDING, 0, 0, 0), self.rect().adjusted(self._column(), 0, 0, 0)
        paint_text(painter, query, self.example.query, look.mono(), look.color("accent"))
        paint_text(painter, finds, self.example.finds, look.font(), look.color("text"))
        painter.end()

    def _column(self) -> int:
        """Where the second column begins, in pixels."""
        metrics = QFontMetrics(self._look.mono())
        return _PADDING + _GAP + max(metrics.horizontalAdvance(example.query) for example in EXAMPLES)
