"""The texts of an entry in which words are sought, best first."""

from collections.abc import Iterable
from itertools import chain

from zegoerr_gui.core.catalogue.entry import Entry, Team
from zegoerr_gui.core.catalogue.folding import begins_word, fold

NOTE_PLACE = 7  # of a note of one's own: behind the remedy, before what is said of the source


class Searchable:
    """One code with its texts, folded: code, name, what is printed, keywords, APIs, cause, remedy, the rest.

    A code that no catalogue has is found by its digits only; one that other catalogues have too by their texts as well.
    """

    def __init__(self, entry: Entry, others: Iterable[Entry] = ()) -> None:
        self.entry = entry
        self.code = entry.code
        groups = zip(*map(_groups, (entry, *others)), strict=True)
        self.texts = tuple("\n".join(map(fold, chain(*of_all))) for of_all in groups)
        self.all = "\n".join(self.texts)

    def rank(self, word: str, note: str = "") -> int | None:
        """How good the place of a word is, 0 being the best, at the beginning of a word better than inside; or None.

        ``note`` is what the desk has noted of the code, folded.
        """
        if word not in self.all and word not in note:
            return None
        for place, text in enumerate((*self.texts[:NOTE_PLACE], note, *self.texts[NOTE_PLACE:])):
            if (found := text.find(word)) >= 0:
                while found >= 0 and not begins_word(text, found):
                    found = text.find(word, found + 1)
                return 2 * place + (found < 0)
        return None


def printed_texts(entry: Entry) -> Iterable[str]:
    """What the SDK and the browser print for a code."""
    return (*entry.sdk_messages, *(text.text for text in entry.console_texts), *entry.browser_errors)


def _groups(entry: Entry) -> tuple[Iterable[str], ...]:
    if entry.listing == "unlisted":
        return ((str(entry.code),), *((),) * NOTE_PLACE)
    variants = [text for variant in entry.variants for text in (variant.description, *(variant.causes or ())) if text]
    steps = [step.do for step in entry.steps] + [step.do for v in entry.variants for step in v.steps or ()]
    return (
        (str(entry.code),),
        (entry.description,),
        printed_texts(entry),
        entry.keywords,
        (*entry.apis, *entry.parameters),
        (*entry.causes, *variants),
        (*steps, entry.escalate_for),
        (
            *entry.notes,
            *entry.source_notes,
            *entry.tags,
            entry.family,
            *map(str, entry.server_codes),
            *_of_team(entry.team),
        ),
    )


def _of_team(team: Team | None) -> Iterable[str]:
    return (*team.internal_notes, *(f"{bug.title} {bug.url}" for bug in team.bugs)) if team else ()
