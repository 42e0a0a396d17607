"""The bar under the menus: everything that decides which codes are shown, and the ways to bring a log."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zegoerr_gui.core.answer.wording import NEXT_MOVE
from zegoerr_gui.core.catalogue.pack import Family
from zegoerr_gui.core.catalogue.query_fields import ESCALATES
from zegoerr_gui.models.code_filter import CodeFilter
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.buttons import IconButton, link_button
from zegoerr_gui.widgets.facet import Facet
from zegoerr_gui.widgets.filter_field import FilterField
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.icons import MOVE_ICONS
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label
from zegoerr_gui.widgets.toggle_pill import TogglePill

if TYPE_CHECKING:
    from zegoerr_gui.widgets.query_help import QueryHelp

NARROW = 1100  # pixels of the window under which buttons become icons


class FilterBar(Ground):
    """Holds the query, the choosers, the count and Clear.

    Sends ``filter_changed`` with a CodeFilter, ``paste_asked`` and ``open_asked`` when a log is to be brought.
    """

    filter_changed = Signal(object)
    paste_asked = Signal()
    open_asked = Signal()

    def __init__(self, model: CodeTableModel, families: tuple[Family, ...], look: Look) -> None:
        super().__init__(look, "window", "bottom")
        self._model = model
        self.field = FilterField(look, model.completion)
        self.field.help_asked.connect(lambda: self.help.open(self.field))
        self.family = Facet(self.tr("Family"), look)
        self.show_families(families)
        self.move_facet = Facet(self.tr("Next move"), look)
        moves = [(move, NEXT_MOVE[move], *icon) for move, icon in MOVE_ICONS.items()]
        self.move_facet.set_items([*moves, (ESCALATES, self.tr("Escalates to ZEGOCLOUD"), "arrow-up-right", "support")])
        self.in_log = TogglePill(self.tr("In this log"), look)
        self.count = plain_label("", look, "strong", selectable=False)
        self.clear_button = link_button(self.tr("Clear"), self.tr("Clear all filters"))
        self.clear_button.clicked.connect(self.clear)
        self.paste_button = IconButton("clipboard-paste", self.tr("Paste log"), look)
        self.paste_button.clicked.connect(self.paste_asked)
        self.open_button = IconButton("folder-open", self.tr("Open…"), look)
        self.open_button.clicked.connect(self.open_asked)
        self._lay_out()
        self.field.textChanged.connect(self._send)
        self.family.chosen_changed.connect(self._send)
        self.move_facet.chosen_changed.connect(self._send)
        self.in_log.toggled.connect(self._send)
        model.rows_changed.connect(self._show_counts)
        look.changed.connect(self._shorten)
        self._show_counts()

    @cached_property
    def help(self) -> "QueryHelp":
        """Examples of what can be typed; made when they are first asked for."""
        from zegoerr_gui.widgets.query_help import QueryHelp

        made = QueryHelp(self._look, self)
        made.example_chosen.connect(self.type_query)
        return made

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this bar, in reading order."""
        choosers = [self.field, self.family, self.move_facet, self.in_log]
        return [*choosers, self.clear_button, self.paste_button, self.open_button]

    def type_query(self, query: str) -> None:
        """Look up a text as if it had been typed: Ctrl+Z brings back what stood there."""
        self.field.selectAll()
        self.field.insert(query)
        self.field.setFocus()

    def put_in_force(self, wanted: CodeFilter) -> None:
        """Filter by all of this."""
        for part in (self.field, self.family, self.move_facet, self.in_log):
            part.blockSignals(True)
        self.family.set_chosen(wanted.families)
        self.move_facet.set_chosen(wanted.moves)
        self.in_log.setChecked(wanted.in_log)
        self.type_query(wanted.query)
        for part in (self.field, self.family, self.move_facet, self.in_log):
            part.blockSignals(False)
        self.field.textChanged.emit(wanted.query)  # it arranges its own parts by this signal

    def clear(self) -> None:
        """Take every filter out of force at once."""
        for part in (self.field, self.family, self.move_facet):
            part.blockSignals(True)
            part.clear()
            part.blockSignals(False)
        self.in_log.setChecked(False)
        self.field.textChanged.emit("")  # it arranges its own parts by this signal

    def toggle_escalating(self) -> None:
        """Show only codes that end at ZEGOCLOUD support, whoever moves first, or not only them."""
        self.move_facet.set_chosen(frozenset() if ESCALATES in self.move_facet.chosen else frozenset((ESCALATES,)))

    def step_back(self) -> bool:
        """Take one thing out of force: the query, then the choosers, then the toggle; False when there was none."""
        if self.field.text():
            self.field.clear()
        elif self.family.chosen:
            self.family.clear()
        elif self.move_facet.chosen:
            self.move_facet.clear()
        elif self.in_log.isChecked():
            self.in_log.setChecked(False)
        else:
            return False
        return True

    def show_families(self, families: Iterable[Family]) -> None:
        """Offer these families; those chosen stay so where they are among them."""
        self.family.set_items([(family.id, family.title, "", "") for family in families])

    def show_log_count(self, count: int | None) -> None:
        """Show the toggle with the number of codes in the log, or no toggle."""
        self.in_log.set_count(count)
        self.in_log.setVisible(count is not None)
        if count is None:
            self.in_log.setChecked(False)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 9)
        layout.setSpacing(8)
        layout.addWidget(self.field, 3)
        for part in (self.family, self.move_facet, self.in_log, self.count, self.clear_button):
            layout.addWidget(part)
        layout.addStretch(2)
        layout.addWidget(self.paste_button)
        layout.addWidget(self.open_button)
        self.in_log.hide()

    def _send(self) -> None:
        self.filter_changed.emit(
            CodeFilter(self.field.text(), self.family.chosen, self.move_facet.chosen, self.in_log.isChecked())
        )

    def _show_counts(self) -> None:
        shown = len(self._model.codes)
        total = max(shown, self._model.total)  # codes that no catalogue has come on top
        self.count.setText(self.tr("{shown} of {total}").format(shown=shown, total=total))
        self.clear_button.setVisible(self._model.filter.active)
        wrong = [fault for fault in self._model.found.faults if not fault.unfinished]
        self.field.show_faults([(fault.start, fault.end) for fault in wrong])
        families, moves = self._model.facet_counts()
        self.family.set_counts(families)
        self.move_facet.set_counts(moves)

    def _shorten(self) -> None:
        narrow = self.width() < NARROW * self._look.zoom
        for button in (self.paste_button, self.open_button):
            button.show_words("" if narrow else button.accessibleName())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()
