"""A page of words over the window: keys, faults of the catalogue, what this program is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zegoerr_gui.widgets.detail_sections import DetailSections
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label

Group = tuple[str, Sequence[tuple[str, str]]]


class TextPage(QDialog):
    """Holds titled groups of rows, each a word and what belongs to it; Esc closes it."""

    def __init__(self, title: str, groups: Sequence[Group], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sections = DetailSections(look)
        widest = max(
            (QFontMetrics(look.font()).horizontalAdvance(word) for _, rows in groups for word, _ in rows), default=0
        )
        for heading, rows in groups:
            if heading:
                sections.title(heading)
            sections.add(sections.grid([(word, plain_label(text, look, wrap=True)) for word, text in rows], widest))
        sections.end()
        area = QScrollArea()
        area.setWidget(sections)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(title)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(area, 1)
        layout.addLayout(self._buttons)
        self.resize(30 * look.unit, 36 * look.unit)

    def offer(self, words: str, do: Callable[[], object]) -> None:
        """Add a button at the left that does something with what the page tells."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        self._buttons.insertWidget(0, button)
