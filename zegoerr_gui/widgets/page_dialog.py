"""A vendor's page after it was read: the report, and what differs from the catalogue in use."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.catalogue.difference import Difference
from zegoerr_gui.core.log.visible import visible, visible_lines
from zegoerr_gui.models.difference_model import DifferenceModel
from zegoerr_gui.widgets.difference_list import DifferenceList
from zegoerr_gui.widgets.difference_words import DifferenceWords
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.reading_progress import ReadingProgress
from zegoerr_gui.widgets.segments import Segments
from zegoerr_gui.widgets.toast import Toast

_PADDING: Final = 16
_KINDS: Final = ("new", "gone", "changed")


class PageDialog(QDialog):
    """Holds a page while and after it is read.

    Sends ``save_asked`` when it shall become a catalogue of the user's own, and ``export_asked`` with what is on show,
    report or difference, when that shall be saved as a file.
    """

    save_asked = Signal()
    export_asked = Signal(str)

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._difference: Difference | None = None
        self.setWindowTitle(self.tr("Import – {name}").format(name=visible(name)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.headline = plain_label(self.tr("The page is being read"), look, "verdict", wrap=True)
        self.counts = plain_label("", look, "muted", wrap=True)
        self.progress = ReadingProgress(look)
        self.progress.cancel_asked.connect(self.reject)
        self.parts = Segments(
            [("report", self.tr("Report")), ("difference", self.tr("Difference"))], self.tr("What is shown")
        )
        self.kinds = Segments(
            [
                ("", self.tr("All")),
                ("new", self.tr("New")),
                ("gone", self.tr("Gone")),
                ("changed", self.tr("Changed")),
            ],
            self.tr("Codes shown"),
        )
        self.report = QPlainTextEdit()
        self.model = DifferenceModel()
        self.list = DifferenceList(self.model, look)
        self.words = DifferenceWords(look)
        self.export_button = QPushButton()
        self.save_button = QPushButton(self.tr("Save as a catalogue"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.toast = Toast(look, self)
        self._connect()
        self._choose_part("report")
        self._allow(False)
        look.changed.connect(self._restyle)
        self._restyle()
        self.resize(60 * look.unit, 42 * look.unit)

    def show_page(self, headline: str, counts: str, report: str, difference: Difference) -> None:
        """The page is read: tell what was found, and what differs from the catalogue in use."""
        self._difference = difference
        self.headline.setText(headline)
        self.counts.setText(counts)
        self.report.setPlainText(visible_lines(report))
        self.model.set_difference(difference)
        numbers = {"new": difference.added, "gone": difference.gone, "changed": difference.changed}
        for kind in _KINDS:
            button = self.kinds.buttons[kind]
            button.setText(f"{button.text()} {len(numbers[kind]):,}")
            button.setEnabled(bool(numbers[kind]))
        self.progress.show_share(None)
        self._allow(True)
        self._show_first()
        self.parts.setFocus()

    def show_failure(self, sentence: str) -> None:
        """The page could not be read: say why, and leave only the way out."""
        self.headline.setText(self.tr("The page was not read"))
        self.counts.setText(sentence)
        self.progress.show_share(None)
        self.close_button.setFocus()

    # Inside

    def _lay_out(self) -> None:
        self.report.setReadOnly(True)
        self.report.setUndoRedoEnabled(False)
        self.report.setTabChangesFocus(True)
        self.report.setFrameShape(QFrame.Shape.NoFrame)
        self.report.document().setDocumentMargin(14)
        self.report.setAccessibleName(self.tr("Report"))
        for button in (
            *self.parts.buttons.values(),
            *self.kinds.buttons.values(),
            self.export_button,
            self.close_button,
        ):
            button.setAutoDefault(False)
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.list)
        self._split.addWidget(self.words)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setSizes([18 * self._look.unit, 40 * self._look.unit])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.report)
        self._stack.addWidget(self._split)
        head = QVBoxLayout()
        head.setContentsMargins(_PADDING, 14, _PADDING, 10)
        head.setSpacing(4)
        head.addWidget(self.headline)
        head.addWidget(self.counts)
        bar = QHBoxLayout()
        bar.setContentsMargins(_PADDING, 0, _PADDING, 10)
        bar.setSpacing(8)
        bar.addWidget(self.parts)
        bar.addStretch(1)
        bar.addWidget(self.kinds)
        footer = QHBoxLayout()
        footer.setContentsMargins(_PADDING, 12, _PADDING, 12)
        footer.setSpacing(8)
        footer.addWidget(self.progress)
        footer.addStretch(1)
        footer.addWidget(self.close_button)
        footer.addWidget(self.export_button)
        footer.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        column.addLayout(footer)
        parts = (*self.parts.buttons.values(), *self.kinds.buttons.values(), self.report, self.list, self.words)
        for before, after in pairwise([*parts, self.close_button, self.export_button, self.save_button]):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._choose_part)
        self.kinds.chosen.connect(self._choose_kind)
        self.list.selectionModel().currentChanged.connect(lambda _: self._show_current())
        self.export_button.clicked.connect(lambda: self.export_asked.emit(self.parts.value))
        self.save_button.clicked.connect(self.save_asked)
        self.close_button.clicked.connect(self.reject)

    def _allow(self, read: bool) -> None:
        for part in (self.parts, self.kinds, self.export_button, self.save_button):
            part.setEnabled(read)

    def _choose_part(self, part: str) -> None:
        self._stack.setCurrentIndex(int(part == "difference"))
        self.kinds.setVisible(part == "difference")
        saves_report = part == "report"
        self.export_button.setText(self.tr("Save the report…") if saves_report else self.tr("Save as Markdown…"))

    def _choose_kind(self, kind: str) -> None:
        self.model.show(kind)
        self._show_first()

    def _show_first(self) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self._show_current()

    def _show_current(self) -> None:
        index = self.list.currentIndex()
        fields = self._difference.fields if self._difference else ()
        self.words.show_row(self.model.item(index.row()) if index.isValid() else None, fields)

    def _restyle(self) -> None:
        self.report.setFont(self._look.mono())
