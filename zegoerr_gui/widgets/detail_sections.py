"""The parts that the detail is put together from: sections of prose, lists, chips and cards."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zegoerr_gui.widgets.card import CARD_PADDING, Card
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.flow_layout import Flow
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import Kind, PlainLabel, plain_label

BETWEEN_SECTIONS = 16


class DetailSections(QWidget):
    """Holds sections under one another; ``clear`` empties it for the next entry."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def clear(self) -> None:
        """Remove every section."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def space(self, height: int) -> None:
        """Leave room, in pixels."""
        self._layout.addSpacing(height)

    def end(self) -> None:
        """Let the sections stand at the top."""
        self._layout.addStretch(1)

    def add(self, widget: QWidget, gap: int = 0) -> None:
        """Add any widget, with more room above it."""
        if gap and self._layout.count():
            self._layout.addSpacing(gap)
        self._layout.addWidget(widget)

    def title(self, text: str) -> None:
        """Begin a section."""
        self.add(plain_label(text, self._look, "section", wrap=True), BETWEEN_SECTIONS)

    def lines(self, title: str, lines: Iterable[str], kind: Kind = "body") -> None:
        """A section of sentences; none for no sentence."""
        lines = list(lines)
        if lines:
            self.title(title)
        for line in lines:
            self.add(self.prose(line, kind))

    def steps(self, title: str, steps: Iterable[str]) -> None:
        """A numbered section."""
        steps = list(steps)
        if not steps:
            return
        self.title(title)
        self.add(
            self.grid(
                [(f"{number}.", plain_label(step, self._look, wrap=True)) for number, step in enumerate(steps, 1)]
            )
        )

    def chips(
        self,
        title: str,
        words: Iterable[str],
        chosen: Callable[[str], None],
        tips: Iterable[str] = (),
        labels: Iterable[str] = (),
    ) -> None:
        """A section of buttons that lead somewhere; ``chosen`` gets the word, whatever its label is."""
        words = list(words)
        if not words:
            return
        if title:
            self.title(title)
        holder = Flow()
        holder.flow.setContentsMargins(0, 2, 0, 0)
        names = list(tips) or words
        for word, name, label in zip(words, names, list(labels) or words, strict=True):
            chip = Chip(label, self._look)
            chip.setAccessibleName(name)
            chip.chosen.connect(lambda _, word=word: chosen(word))
            holder.flow.addWidget(chip)
        self.add(holder)

    def prose(self, text: str, kind: Kind = "body") -> PlainLabel:
        """A sentence that wraps."""
        return plain_label(text, self._look, kind, wrap=True)

    def grid(self, rows: Iterable[tuple[str, QWidget]], width: int = 0) -> QWidget:
        """Rows of a muted word and what belongs to it, in two columns; the first is at least ``width`` pixels wide."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, width)
        for row, (word, widget) in enumerate(rows):
            name = plain_label(word, self._look, "muted", selectable=False)
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        return holder

    def led_by(self, chip: Chip, name: str, remark: str) -> QWidget:
        """A button that leads to another code, with its name and a remark."""
        holder = QWidget()
        self._lead(holder, chip, name, remark).setContentsMargins(0, 0, 0, 0)
        return holder

    def leading_card(self, code: int, name: str, remark: str, chosen: Callable[[str], None]) -> QWidget:
        """A card that leads to another code."""
        card = Card(self._look, "base")
        chip = Chip(str(code), self._look)
        chip.setAccessibleName(f"{code} {name}")
        chip.chosen.connect(chosen)
        self._lead(card, chip, name, remark).setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        return card

    def _lead(self, holder: QWidget, chip: Chip, name: str, remark: str) -> QHBoxLayout:
        layout = QHBoxLayout(holder)
        layout.setSpacing(10)
        layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        if name:
            words.addWidget(self.prose(name))
        if remark:
            words.addWidget(self.prose(remark, "small"))
        layout.addLayout(words, 1)
        return layout
