"""Two codes in two columns: what differs between them, so that an agent can tell them apart."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from zegoerr_gui.core.answer.comparison import compare
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.widgets.card import CARD_PADDING, Card
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import Kind, PlainLabel, plain_label


class ComparisonCard(Card):
    """Holds the code on show at the left and another one at the right, whose code leads there."""

    def __init__(
        self, entry: Entry, other: Entry, catalogue: Catalogue, chosen: Callable[[str], None], look: Look
    ) -> None:
        super().__init__(look, "base")
        compared = compare(entry, other, catalogue)
        grid = QGridLayout(self)
        grid.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        chip = Chip(str(other.code), look)
        chip.setAccessibleName(
            self.tr("{code} {name}, easily confused").format(code=other.code, name=other.description)
        )
        chip.chosen.connect(chosen)
        own = plain_label(str(entry.code), look, "mono")
        grid.addWidget(own, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(chip, 0, 1, Qt.AlignmentFlag.AlignLeft)
        for difference in compared.differences:
            row = grid.rowCount()
            if difference.title != "Name":
                grid.setRowMinimumHeight(row, 6)
                grid.addWidget(plain_label(difference.title, look, "small", selectable=False), row + 1, 0, 1, 2)
            kind: Kind = "strong" if difference.title == "Name" else "body"
            grid.addWidget(_prose(difference.mine, look, kind), row + 2, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_prose(difference.theirs, look, kind), row + 2, 1, Qt.AlignmentFlag.AlignTop)
        if compared.shared:
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, 6)
            same = self.tr("The same for both: {what}").format(what=_listed(compared.shared))
            grid.addWidget(plain_label(same, look, "small", wrap=True), row + 1, 0, 1, 2)


def _listed(titles: Sequence[str]) -> str:
    """Titles in the middle of a sentence."""
    return ", ".join(title[0].lower() + title[1:] for title in titles)


def _prose(text: str, look: Look, kind: Kind) -> PlainLabel:
    label = plain_label(text, look, kind, wrap=True)
    # Half of the room each, however long a word of the SDK is.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
