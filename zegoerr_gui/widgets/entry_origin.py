"""Sections of the detail that tell whose words they are: the team's, other catalogues', and where they are written."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zegoerr_gui.core.answer.entry_text import team_facts
from zegoerr_gui.core.answer.wording import LOOK_UP_ONLY, NEXT_MOVE, SEVERITY
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Place
from zegoerr_gui.core.catalogue.pack import Pack
from zegoerr_gui.widgets.card import CARD_PADDING, Card
from zegoerr_gui.widgets.detail_sections import BETWEEN_SECTIONS, DetailSections
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label


def add_team(sections: DetailSections, entry: Entry, look: Look) -> None:
    """What the team's folder says: its notes and bugs, which never leave the desk, and which fields are its own."""
    if entry.team is None:
        return
    sections.title(_tr("From your team"))
    card, column = _card(look)
    for note in entry.team.internal_notes:
        column.addWidget(sections.prose(note))
    for bug in entry.team.bugs:
        column.addWidget(sections.prose(f"{bug.title}: {bug.url}"))
    if entry.team.internal_notes or entry.team.bugs:
        column.addWidget(sections.prose(_tr("Only for your team: no answer and no copy holds this."), "small"))
    for fact in team_facts(entry):
        column.addWidget(sections.prose(fact, "small"))
    sections.add(card)


def add_other_meanings(sections: DetailSections, entry: Entry, catalogue: Catalogue, look: Look) -> None:
    """What the same number means in each other catalogue in use."""
    for other in catalogue.meanings(entry.code):
        if other.pack == entry.pack:
            continue
        title = _tr("your team") if other.listing == "team" else catalogue.pack_of(other).title
        sections.title(_tr("The same number in {catalogue}").format(catalogue=title))
        card, column = _card(look)
        column.addWidget(plain_label(other.description, look, "strong", wrap=True))
        column.addWidget(sections.prose(f"{NEXT_MOVE[other.who_acts]} · {SEVERITY[other.severity]}", "small"))
        for cause in other.causes:
            column.addWidget(sections.prose(cause))
        steps = [(f"{number}.", sections.prose(step.do)) for number, step in enumerate(other.steps, 1)]
        if steps:
            column.addWidget(sections.grid(steps))
        sections.add(card)


def add_origin(sections: DetailSections, entry: Entry, pack: Pack, asked: Callable[[Place], None]) -> None:
    """The source of the catalogue, and the files that the entry is written in, with the way to each."""
    if not entry.in_text:
        sections.add(sections.prose(f"{LOOK_UP_ONLY}.", "small"), BETWEEN_SECTIONS)
    if pack.source.title and entry.listing != "team":
        source = _tr("{title}, {date}, with texts from SDK {sdk}") if pack.source.sdk else _tr("{title}, {date}")
        told = source.format(title=pack.source.title, date=pack.source.date, sdk=pack.source.sdk)
        sections.add(sections.prose(told, "small"), BETWEEN_SECTIONS)
    places = dict.fromkeys([*([entry.place] if entry.place else []), *(entry.team.places if entry.team else ())])
    names = {_tr("{file}, line {line}").format(file=place.file.name, line=place.line): place for place in places}
    tips = [_tr("Open this entry's file: {name}").format(name=name) for name in names]
    sections.chips(_tr("Written in"), names, lambda name: asked(names[name]), tips)


def _card(look: Look) -> tuple[QWidget, QVBoxLayout]:
    card = Card(look)
    column = QVBoxLayout(card)
    column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
    column.setSpacing(4)
    return card, column


def _tr(text: str) -> str:
    return QCoreApplication.translate("detail", text)
