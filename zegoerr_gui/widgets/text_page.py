"""A page of words over the window: keys, help, faults of the catalogue, what this program is."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.catalogue.folding import fold
from zegoerr_gui.widgets.detail_sections import BETWEEN_SECTIONS, DetailSections
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

Group = tuple[str, Sequence[tuple[str, str]]]
_EDGE: Final = 20
_MOVES: Final = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class TextPage(QDialog):
    """Holds titled groups of rows, each a word and what belongs to it; a row without a word is a sentence.

    One that can be searched has a field that leaves the rows with all the words typed. Esc closes it.
    """

    def __init__(
        self,
        title: str,
        groups: Sequence[Group],
        look: Look,
        parent: QWidget | None = None,
        *,
        searchable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._groups: list[tuple[QWidget, list[tuple[str, QWidget]]]] = []  # rows with the text that is searched
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._area = QScrollArea()
        self._area.setWidget(self._page(groups))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(title)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        close.setAutoDefault(not searchable)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 16, _EDGE, 16)
        layout.setSpacing(12)
        if searchable:
            layout.addWidget(self._field())
        layout.addWidget(self._area, 1)
        layout.addLayout(self._buttons)
        height = min(36 * look.unit, self.screen().availableGeometry().height() - 80)
        self.resize((40 if searchable else 30) * look.unit, height)

    def offer(self, words: str, do: Callable[[], object]) -> None:
        """Add a button at the left that does something with what the page tells."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        self._buttons.insertWidget(0, button)

    def _page(self, groups: Sequence[Group]) -> QWidget:
        metrics = QFontMetrics(self._look.font())
        widest = max((metrics.horizontalAdvance(word) for _, rows in groups for word, _ in rows), default=0)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN_SECTIONS)
        self._nothing = plain_label(self.tr("Nothing on this page has these words."), self._look, "muted")
        self._nothing.hide()
        column.addWidget(self._nothing)
        for heading, rows in groups:
            column.addWidget(self._group(heading, rows, widest))
        column.addStretch(1)
        return page

    def _group(self, heading: str, rows: Sequence[tuple[str, str]], width: int) -> QWidget:
        group = DetailSections(self._look)
        if heading:
            group.title(heading)
        held: list[tuple[str, QWidget]] = []
        for word, text in rows:
            told = group.prose(text)
            row = group.grid([(word, told)], width) if word else told
            group.add(row)
            held.append((fold(f"{heading} {word} {text}"), row))
        self._groups.append((group, held))
        return group

    def _field(self) -> QWidget:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._seek)
        self.field.setFocus()
        return self.field

    def _seek(self, typed: str) -> None:
        words = fold(typed).split()
        found = False
        for group, rows in self._groups:
            shown = [row for text, row in rows if all(word in text for word in words)]
            for _, row in rows:
                row.setVisible(row in shown)
            group.setVisible(bool(shown))
            found = found or bool(shown)
        self._nothing.setVisible(not found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that a field does not use move the page."""
        if event.key() in _MOVES:
            self._area.verticalScrollBar().triggerAction(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
