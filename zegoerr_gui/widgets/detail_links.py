"""What leads on from a code: the other side, what it is confused with, its calls, its history, its family."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zegoerr_gui.core.answer.wording import ARRIVES, twin_title
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.known import Known
from zegoerr_gui.core.catalogue.pack import Family
from zegoerr_gui.core.catalogue.query_fields import Field, fields_of
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.comparison_card import ComparisonCard
from zegoerr_gui.widgets.detail_sections import BETWEEN_SECTIONS, DetailSections
from zegoerr_gui.widgets.disclosure import Disclosure
from zegoerr_gui.widgets.look import Look

_LONG = 240  # characters about a family from which they are folded

Lead = Callable[[str], None]


class DetailLinks:
    """Adds sections that lead on; remembers, from code to code, whether the agent has unfolded the family."""

    def __init__(self, catalogue: Catalogue, look: Look, to_code: Lead, to_query: Lead) -> None:
        """``to_code`` gets the number of a code, ``to_query`` what to look up."""
        self._catalogue, self._look = catalogue, look
        self._to_code, self._to_query = to_code, to_query
        self._unfolded = False
        self._fields: dict[str, Field] = {}
        self._edition = -1  # of the catalogue that has these fields

    def add_twin(self, sections: DetailSections, entry: Entry) -> None:
        """The same error on the other side of the stream, with what differs."""
        if entry.twin and (other := self._catalogue.get(entry.twin.code)):
            sections.title(twin_title(entry))
            differs = entry.twin.differs or _tr("The advice is the same.")
            sections.add(sections.leading_card(other.code, other.description, differs, self._to_code))

    def add_comparisons(self, sections: DetailSections, entry: Entry) -> None:
        """Codes that are easily taken for this one, each beside it."""
        others = [other for code in entry.confused_with if (other := self._catalogue.get(code))]
        for place, other in enumerate(others):
            if place == 0:
                sections.title(_tr("Easily confused with"))
            card = ComparisonCard(entry, other, self._catalogue, self._to_code, self._look)
            sections.add(card, BETWEEN_SECTIONS // 2 if place else 0)

    def add_calls(self, sections: DetailSections, entry: Entry, family: Family | None) -> None:
        """The calls, callbacks and parameters of the code; each leads to all codes that have it."""
        self._lead(sections, _tr("APIs"), "api", entry.apis)
        self._lead(sections, _tr("Parameters"), "parameter", entry.parameters)
        arrives = entry.arrives or (family.arrives if family else ())
        told = ", ".join(ARRIVES[place] for place in arrives if place in ARRIVES)
        callbacks = [place for place in arrives if place not in ARRIVES]
        sections.lines(_tr("Where it arrives"), [told] if told else [])
        self._lead(sections, "" if told else _tr("Where it arrives"), "api", callbacks)

    def add_history(self, sections: DetailSections, entry: Entry) -> None:
        """Which codes older SDKs sent for this error, and which errors this code stood for in them."""
        said = _tr("Before SDK {sdk} this error was sent as {code}.")
        rows = [(old.code, old.code, old.before) for old in entry.formerly]
        rows += [(other.code, entry.code, before) for other, before in self._catalogue.split_from(entry.code)]
        if rows:
            sections.title(_tr("Version history"))
        for code, sent, before in rows:
            meant = self._catalogue.get(code)
            remark = said.format(sdk=before, code=sent)
            sections.add(sections.led_by(self._chip(code), meant.description if meant else "", remark))

    def add_family(self, sections: DetailSections, family: Family) -> None:
        """What holds for all codes of the family: folded where it is long."""
        title = _tr("About the family {name}").format(name=family.title)
        lines = [line for line in (family.introduction, *family.rules) if line]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in lines:
            column.addWidget(sections.prose(line))
        if sum(map(len, lines)) < _LONG:
            if lines:
                sections.title(title)
                sections.add(holder)
        else:
            fold = Disclosure(title, holder, self._look, shown=self._unfolded)
            fold.unfolded.connect(self._remember)
            sections.add(fold, BETWEEN_SECTIONS)
        self._lead(sections, "", "family", [family.id], [_tr("Codes of the family")])

    def _lead(
        self, sections: DetailSections, title: str, name: str, values: Iterable[str], words: Iterable[str] = ()
    ) -> None:
        """Chips that look up a field of the query."""
        values = list(values)
        field = self._field(name)
        known = Known()
        counts = [sum(value in field.of(entry, known) for entry in self._catalogue) for value in values]
        labels = [f"{word} · {count}" for word, count in zip(list(words) or values, counts, strict=True)]
        tip = _tr("Show the codes of {name}: {count}")
        tips = [tip.format(name=value, count=count) for value, count in zip(values, counts, strict=True)]
        sections.chips(title, values, lambda value: self._to_query(f"{name}:{value}"), tips, labels)

    def _field(self, name: str) -> Field:
        """To ask the whole catalogue for its fields takes longer than all else that is shown of a code."""
        if self._edition != self._catalogue.edition:
            self._fields, self._edition = fields_of(self._catalogue), self._catalogue.edition
        return self._fields[name]

    def _chip(self, code: int) -> Chip:
        chip = Chip(str(code), self._look)
        other = self._catalogue.get(code)
        named = f"{code} {other.description}" if other else str(code)
        chip.setAccessibleName(_tr("{code}, in the version history").format(code=named))
        chip.setEnabled(other is not None)
        chip.chosen.connect(self._to_code)
        return chip

    def _remember(self, shown: bool) -> None:
        self._unfolded = shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("DetailLinks", text)
