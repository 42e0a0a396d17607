"""The badges under the name of a code: next move, severity, family, and who lists it."""

from zegoerr_gui.core.answer.wording import LISTING, NEXT_MOVE, SEVERITY
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.widgets.badge import Badge, BadgeStyle
from zegoerr_gui.widgets.icons import MOVE_ICONS, SEVERITY_ICONS
from zegoerr_gui.widgets.look import Look


def badges_of(entry: Entry, catalogue: Catalogue, look: Look) -> list[Badge]:
    """The badges of an entry; of a code that no catalogue has, only what its number tells."""
    badges = []
    if entry.listing != "unlisted":
        icon, ink, ground = SEVERITY_ICONS[entry.severity]
        badges = [
            Badge(NEXT_MOVE[entry.who_acts], BadgeStyle.neutral(), look, *MOVE_ICONS[entry.who_acts]),
            Badge(SEVERITY[entry.severity], BadgeStyle.tinted(ink, ground), look, icon, ink),
        ]
    family = catalogue.family(entry)
    of_several = catalogue.pack_of(entry).title if entry.also_in and entry.listing != "team" else ""
    notes = (family.title if family else "", LISTING[entry.listing], of_several)
    return badges + [Badge(note, BadgeStyle.outline(), look) for note in notes if note]
