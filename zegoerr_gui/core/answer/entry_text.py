"""An entry as text: to read in a terminal, to keep in a ticket, to send to a customer."""

from collections.abc import Iterator

from zegoerr_gui.core.answer.document import Block, Items, Paragraph
from zegoerr_gui.core.answer.rendering import as_text, listed, markdown_escaped
from zegoerr_gui.core.answer.wording import (
    ARRIVES,
    LISTING,
    LOOK_UP_ONLY,
    NEXT_MOVE,
    SEVERITY,
    twin_title,
    variant_title,
)
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Step, Team, Variant
from zegoerr_gui.core.catalogue.fields import field_name
from zegoerr_gui.core.catalogue.platforms import in_words

Section = tuple[str, list[str], bool]  # title, lines, whether the lines are numbered


def entry_as_text(entry: Entry, catalogue: Catalogue, *, for_team: bool = False) -> str:
    """The whole entry in plain text, ending in a line break; what only the team may read is in it ``for_team``."""
    parts = [f"{entry.code} {entry.description}", _facts(entry, catalogue)]
    of_team = [("From your team", team_lines(entry), False)] if for_team and entry.team else []
    for title, lines, numbered in (*of_team, *_sections(entry, catalogue)):
        parts.append("\n".join([title, *listed(lines, numbered, bullet="", indent="  ")]))
    return "\n\n".join(parts) + "\n"


def entry_as_markdown(entry: Entry, catalogue: Catalogue) -> str:
    """The whole entry in Markdown, ending in a line break."""
    parts = [f"## {entry.code} {markdown_escaped(entry.description)}", markdown_escaped(_facts(entry, catalogue))]
    for title, lines, numbered in _sections(entry, catalogue):
        parts.append(f"**{title}**\n\n" + "\n".join(listed(map(markdown_escaped, lines), numbered)))
    return "\n\n".join(parts) + "\n"


def entry_as_reply(entry: Entry, catalogue: Catalogue) -> str:
    """What a customer is told about a code: what happened, why, what to do, what to send. No greeting, no closing."""
    return as_text(_reply(entry, catalogue))


def _reply(entry: Entry, catalogue: Catalogue) -> Iterator[Block]:
    causes = entry.causes if len(entry.causes) == 1 else ()
    yield Paragraph(" ".join([f"{entry.description} (code {entry.code}).", *causes, *entry.notes]))
    if len(entry.causes) > 1:
        yield Paragraph("Possible causes:")
        yield Items(entry.causes)
    if entry.steps:
        yield Paragraph("What to do:")
        yield Items(tuple(step_text(step, entry) for step in entry.steps), numbered=True)
    for link in entry.links:
        yield Paragraph(f"{link.title}: {link.url}")
    asked = tuple(catalogue.pack.collect_item(key).ask for key in entry.collect)
    if entry.escalate != "none":
        passed_on = "We are passing this on to ZEGOCLOUD technical support."
        yield Paragraph(f"{passed_on} Please send us:" if asked else passed_on)
    elif asked:
        yield Paragraph("If the error comes back, please send us:")
    if asked:
        yield Items(asked)


def escalation_line(entry: Entry, catalogue: Catalogue) -> str:
    """Who gets the case, for what and with which items; empty where nobody does."""
    items = ", ".join(catalogue.pack.collect_item(key).title for key in entry.collect)
    if entry.escalate == "account":
        return f"{entry.escalate_for}: ask ZEGOCLOUD technical support" + (f", with: {items}" if items else "")
    if entry.escalate == "investigate":
        return "Escalate to ZEGOCLOUD technical support" + (f" with: {items}" if items else "")
    return ""


def _facts(entry: Entry, catalogue: Catalogue) -> str:
    family = catalogue.family(entry)
    facts = [
        NEXT_MOVE[entry.who_acts],
        SEVERITY[entry.severity],
        family.title if family else "",
        LISTING[entry.listing],
        f"In the catalogue {catalogue.pack_of(entry).title}" if entry.also_in and entry.listing != "team" else "",
        "" if entry.in_text else LOOK_UP_ONLY,
    ]
    return " · ".join(fact for fact in facts if fact)


def _sections(entry: Entry, catalogue: Catalogue) -> Iterator[Section]:
    for section in _all_sections(entry, catalogue):
        if section[1]:
            yield section


def _all_sections(entry: Entry, catalogue: Catalogue) -> Iterator[Section]:
    yield "Cause", list(entry.causes), False
    yield "What to do", [step_text(step, entry) for step in entry.steps], True
    escalation = escalation_line(entry, catalogue)
    yield "Escalation", [escalation] if escalation else [], False
    if not escalation:
        yield "Ask for", [catalogue.pack.collect_item(key).title for key in entry.collect], False
    for variant in entry.variants:
        yield variant_title(variant.when.sdk, variant.when.platform), variant_lines(variant), False
    yield "Holds for", list(map(in_words, entry.platforms)), False
    if entry.twin:
        yield twin_title(entry), [_named(entry.twin.code, catalogue), *filter(None, [entry.twin.differs])], False
    yield "Easily confused with", [_named(code, catalogue) for code in entry.confused_with], False
    yield "Related", [_named(code, catalogue) for code in entry.related], False
    yield "APIs", [*entry.apis, *entry.parameters], False
    arrives = arrival(entry, catalogue)
    yield "Where it arrives", [arrives] if arrives else [], False
    yield "The SDK says", list(dict.fromkeys(sdk_texts(entry))), False
    yield "Server codes", [", ".join(map(str, entry.server_codes))] if entry.server_codes else [], False
    yield "Version history", formerly_lines(entry, catalogue), False
    yield "Notes", list(entry.notes), False
    yield "About the source", list(entry.source_notes), False
    yield "Links", [f"{link.title}: {link.url}" for link in entry.links], False


def team_lines(entry: Entry) -> list[str]:
    """What the team's folder makes of an entry, for the team alone: its notes, its bugs, which fields, where."""
    team = entry.team
    if team is None:
        return []
    bugs = (f"{bug.title}: {bug.url}" for bug in team.bugs)
    places = (f"Written in {place.file.name}, line {place.line}." for place in team.places)
    return [*team.internal_notes, *bugs, *team_facts(entry), *places]


def team_facts(entry: Entry) -> list[str]:
    """Which fields are the team's, and which of them were written for a text that the catalogue no longer has."""
    team = entry.team or Team()
    changed, added, outdated = (
        ", ".join(map(field_name, names)) for names in (team.changed, team.added, team.outdated)
    )
    facts = {
        f"In your team's words: {changed}.": team.changed,
        f"Added by your team: {added}.": team.added if entry.listing != "team" else (),
        f"The catalogue has other words now than those yours were written for: {outdated}.": team.outdated,
    }
    return [fact for fact, names in facts.items() if names]


def step_text(step: Step, entry: Entry) -> str:
    """A step with the cause it is for, where an entry has several causes."""
    if step.for_cause is None or len(entry.causes) < 2:
        return step.do
    return f"{step.do} (for cause {step.for_cause})"


def variant_lines(variant: Variant) -> list[str]:
    """What a variant changes, a sentence a line."""
    return [
        *([variant.description] if variant.description else []),
        *(variant.causes or ()),
        *(step.do for step in variant.steps or ()),
    ]


def sdk_texts(entry: Entry) -> list[str]:
    """What the SDK and the browser print for the code."""
    return [*entry.sdk_messages, *(text.text for text in entry.console_texts), *entry.browser_errors]


def arrival(entry: Entry, catalogue: Catalogue) -> str:
    """Where an app gets the code: by a value, or in which callbacks; what its family says where it says nothing."""
    family = catalogue.family(entry)
    arrives = entry.arrives or (family.arrives if family else ())
    return ", ".join(ARRIVES.get(place, place) for place in arrives)


def formerly_lines(entry: Entry, catalogue: Catalogue) -> list[str]:
    """Which codes older SDKs sent for this error, and which errors this code stood for in them."""
    lines = [f"Before SDK {old.before}: {old.code}" for old in entry.formerly]
    for other, before in catalogue.split_from(entry.code):
        lines.append(f"Before SDK {before} this code was also sent for: {other.code} {other.description}")
    return lines


def _named(code: int, catalogue: Catalogue) -> str:
    entry = catalogue.get(code)
    return f"{code} {entry.description}" if entry else str(code)
