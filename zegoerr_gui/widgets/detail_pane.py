"""Everything about one code, from what the log says of it to what to answer."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zegoerr_gui.core.answer.additions import extended_texts, unknown_code
from zegoerr_gui.core.answer.entry_text import escalation_line, sdk_texts, step_text, variant_lines
from zegoerr_gui.core.answer.wording import variant_title
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Place
from zegoerr_gui.core.catalogue.platforms import in_words
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.widgets.buttons import FlatButton, PinButton
from zegoerr_gui.widgets.copy_footer import CopyFooter
from zegoerr_gui.widgets.detail_links import DetailLinks
from zegoerr_gui.widgets.detail_sections import BETWEEN_SECTIONS, DetailSections
from zegoerr_gui.widgets.entry_badges import badges_of
from zegoerr_gui.widgets.entry_origin import add_origin, add_other_meanings, add_team
from zegoerr_gui.widgets.flow_layout import Flow
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.log_summary import LogSummary
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.note_editor import NoteEditor
from zegoerr_gui.widgets.own_viewport import give_viewport
from zegoerr_gui.widgets.plain_label import PlainLabel, plain_label

_PADDING = 16
_LEAST_WIDTH = 190  # pixels at the system's size of text: words in larger ones need more


class DetailPane(Ground):
    """Holds one entry and what the log says of it.

    Sends ``code_chosen`` to go to another code, ``words_chosen`` to filter by an API, ``line_chosen`` (from 0) to go to
    a line, ``copy_asked`` with code | text | markdown | reply, ``back_asked``, ``forward_asked``,
    ``pin_asked``, and ``file_asked`` with the place where an entry is written.
    """

    code_chosen = Signal(int)
    words_chosen = Signal(str)
    line_chosen = Signal(int)
    copy_asked = Signal(str)
    back_asked = Signal()
    forward_asked = Signal()
    file_asked = Signal(Place)
    pin_asked = Signal()

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        super().__init__(look, "base")
        self._catalogue = catalogue
        self.masked: Callable[[str], str] = str  # takes the secrets out of the log's texts, since they can be copied
        self.area = QScrollArea()
        self._summary: LogSummary | None = None
        self._marks: Sequence[str] = ()
        self._line = -1  # the log's current one
        self._stale = False
        self._shown: tuple[Entry, Finding | None, tuple[str, ...]] | None = None
        self.back_button = FlatButton("arrow-left", self.tr("Back"), look)
        self.back_button.clicked.connect(self.back_asked)
        self.forward_button = FlatButton("arrow-right", self.tr("Forward"), look)
        self.forward_button.clicked.connect(self.forward_asked)
        self.pin_button = PinButton(look)
        self.pin_button.clicked.connect(self.pin_asked)
        self._copy_code = FlatButton("copy", self.tr("Copy the code"), look)
        self._copy_code.clicked.connect(lambda: self.copy_asked.emit("code"))
        self._code = plain_label("", look, "code")
        self._name = plain_label("", look, "heading", wrap=True)
        self._badges = Flow()
        self._badges.flow.setContentsMargins(0, 6, 0, 0)
        self.note = NoteEditor(look)
        self.note.left.connect(self.area.setFocus)
        self._links = DetailLinks(catalogue, look, self._go, self.words_chosen.emit)
        self.told = DetailSections(look)  # by the log
        self.sections = DetailSections(look)
        self.footer = CopyFooter(look)
        self.footer.copy_asked.connect(self.copy_asked)
        self._lay_out()
        self.setAccessibleName(self.tr("Details of the code"))
        look.changed.connect(self._restyle)

    # What it is told

    def show_entry(self, entry: Entry, finding: Finding | None, explained: Sequence[str] = ()) -> None:
        """Show an entry, with what the log says of it and what that means; the same one again keeps its place."""
        shown = entry, finding, tuple(explained)
        if self._shown == shown and not self._stale:
            return
        before = self._shown[0] if self._shown else None
        place = self.area.verticalScrollBar().value() if before and before.code == entry.code else 0
        self._shown = shown
        focused = QApplication.focusWidget()
        had_focus = focused is not None and focused is not self.area and self.area.isAncestorOf(focused)
        if before != entry or self._stale:  # while a log is read only what it tells of the code changes
            self._fill_head(entry)
            self.sections.clear()
            self._fill_advice(entry)
            self._fill_links(entry)
            self._fill_facts(entry)
            self.sections.end()
            self._stale = False
        self.told.clear()
        self._fill_log(finding, explained)
        self._order_stops()
        if had_focus and QApplication.focusWidget() is not focused:  # it is gone; the keys stay in this pane
            self.area.setFocus()
        self.area.verticalScrollBar().setValue(place)
        self._show_hits()

    def mark_hits(self, marks: Sequence[str]) -> None:
        """Mark these words, folded, wherever the entry has them."""
        if marks != self._marks:
            self._marks = marks
            self._show_hits()

    def renew(self) -> None:
        """Fill everything anew the next time, also where the entry is the same: the catalogue is another."""
        self._stale = True

    def show_line(self, line: int) -> None:
        """Tell of the failure that the log's current line, from 0, belongs to."""
        self._line = line
        if self._summary is not None:
            self._summary.show_line(line)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this pane, in reading order."""
        head = [self._copy_code, self.back_button, self.forward_button, self.pin_button, *self.note.stops]
        links = [button for part in (self.told, self.sections) for button in part.findChildren(QAbstractButton)]
        return [self.area, *head, *links, *self.footer.buttons.values()]

    # Inside

    def _show_hits(self) -> None:
        for label in self.area.findChildren(PlainLabel):
            label.show_hits(self._marks)
        self.note.text.show_hits(self._marks)

    def _order_stops(self) -> None:
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._code)
        head.addWidget(self._copy_code)
        head.addStretch(1)
        head.addWidget(self.back_button)
        head.addWidget(self.forward_button)
        head.addWidget(self.pin_button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_PADDING, 10, _PADDING, _PADDING)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addWidget(self._badges)
        column.addSpacing(10)
        column.addWidget(self.note)
        column.addSpacing(10)
        column.addWidget(self.told)
        column.addWidget(self.sections, 1)
        give_viewport(self.area).setAutoFillBackground(False)
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the agent works
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Details of the code"))
        content.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.footer)

    def _fill_head(self, entry: Entry) -> None:
        self._code.setText(str(entry.code))
        self._name.setText(entry.description)
        self._badges.flow.clear()
        for badge in badges_of(entry, self._catalogue, self._look):
            self._badges.flow.addWidget(badge)

    def _fill_log(self, finding: Finding | None, explained: Sequence[str]) -> None:
        self._summary = None
        if finding is None:
            return
        self._summary = LogSummary(finding, self._line, self._look, self.masked)
        self._summary.line_chosen.connect(self.line_chosen)
        self.told.add(self._summary)
        self.told.lines(self.tr("The log adds"), map(self.masked, extended_texts(finding)), "mono")
        self.told.lines(self.tr("What that means"), map(self.masked, explained))
        if finding.alternatives:
            self._chips(self.told, self.tr("The same text can also mean"), finding.alternatives)
        self.told.space(BETWEEN_SECTIONS)

    def _fill_advice(self, entry: Entry) -> None:
        sections = self.sections
        if entry.listing == "unlisted":
            sections.lines(self.tr("What is known"), [unknown_code(entry.code, self._catalogue)])
            self._chips(self.sections, self.tr("Nearest codes"), self._catalogue.nearest(entry.code))
            return
        add_team(sections, entry, self._look)
        sections.lines(self.tr("Cause"), entry.causes)
        sections.steps(self.tr("What to do"), [step_text(step, entry) for step in entry.steps])
        escalation = escalation_line(entry, self._catalogue)
        sections.lines(self.tr("Escalation"), [escalation] if escalation else [])
        if entry.collect and not escalation:
            items = ", ".join(self._catalogue.pack.collect_item(key).title for key in entry.collect)
            sections.lines(self.tr("Ask for"), [items])
        sections.lines(self.tr("Good to know"), entry.notes)
        for variant in entry.variants:
            sections.lines(variant_title(variant.when.sdk, variant.when.platform), variant_lines(variant))
        sections.lines(self.tr("Holds for"), list(map(in_words, entry.platforms)))

    def _fill_links(self, entry: Entry) -> None:
        add_other_meanings(self.sections, entry, self._catalogue, self._look)
        self._links.add_twin(self.sections, entry)
        self._links.add_comparisons(self.sections, entry)
        self._chips(self.sections, self.tr("Related"), entry.related)
        self._links.add_calls(self.sections, entry, self._catalogue.family(entry))

    def _fill_facts(self, entry: Entry) -> None:
        sections, pack = self.sections, self._catalogue.pack_of(entry)
        sections.lines(self.tr("The SDK says"), dict.fromkeys(sdk_texts(entry)), "mono")
        servers = ", ".join(map(str, entry.server_codes))
        sections.lines(self.tr("Server codes that end in it"), [servers] if servers else [])
        self._links.add_history(sections, entry)
        family = self._catalogue.family(entry)
        if family:
            self._links.add_family(sections, family)
        sections.lines(self.tr("About the source"), entry.source_notes)
        sections.lines(self.tr("Links to copy"), [f"{link.title}: {link.url}" for link in entry.links])
        add_origin(sections, entry, pack, self.file_asked.emit)

    def _chips(self, sections: DetailSections, title: str, codes: tuple[int, ...]) -> None:
        names = [f"{code} {entry.description}" for code in codes if (entry := self._catalogue.get(code))]
        sections.chips(title, [name.partition(" ")[0] for name in names], self._go, names)

    def _go(self, word: str) -> None:
        self.code_chosen.emit(int(word))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 720)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(320, round(_LEAST_WIDTH * self._look.zoom)), 200)
