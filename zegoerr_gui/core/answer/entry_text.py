"""An entry as text: to read in a terminal, to keep in a ticket, to send to a customer."""

import re
from collections.abc import Iterable, Iterator

from zegoerr_gui.core.answer.wording import LISTING, NEXT_MOVE, SEVERITY, twin_title, variant_title
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Step, Variant

_MARKDOWN_SIGN = re.compile(r"[\\`*_\[\]<>#|~&]")
_MARKDOWN_ITEM = re.compile(r"^(\d*)([-+.)]\s)")  # at the beginning of a line
Section = tuple[str, list[str], bool]  # title, lines, whether the lines are numbered


def entry_as_text(entry: Entry, catalogue: Catalogue) -> str:
    """The whole entry in plain text, ending in a line break."""
    parts = [f"{entry.code} {entry.description}", _facts(entry, catalogue)]
    for title, lines, numbered in _sections(entry, catalogue):
        parts.append("\n".join([title, *_listed(lines, numbered, "  ")]))
    return "\n\n".join(parts) + "\n"


def entry_as_markdown(entry: Entry, catalogue: Catalogue) -> str:
    """The whole entry in Markdown, ending in a line break."""
    parts = [f"## {entry.code} {markdown_escaped(entry.description)}", markdown_escaped(_facts(entry, catalogue))]
    for title, lines, numbered in _sections(entry, catalogue):
        parts.append(f"**{title}**\n\n" + "\n".join(_listed(map(markdown_escaped, lines), numbered, "", bullet="- ")))
    return "\n\n".join(parts) + "\n"


def entry_as_reply(entry: Entry, catalogue: Catalogue) -> str:
    """What a customer is told about a code: what happened, why, what to do, what to send. No greeting, no closing."""
    causes = entry.causes if len(entry.causes) == 1 else ()
    parts = [" ".join([f"{entry.description} (code {entry.code}).", *causes, *entry.notes])]
    if len(entry.causes) > 1:
        parts.append("\n".join(["Possible causes:", *_listed(entry.causes, False, "", bullet="- ")]))
    if entry.steps:
        steps = [step_text(step, entry) for step in entry.steps]
        parts.append("\n".join(["What to do:", *_listed(steps, True, "")]))
    parts += [f"{link.title}: {link.url}" for link in entry.links]
    asked = [catalogue.pack.collect_item(key).ask for key in entry.collect]
    if entry.escalate != "none":
        request = "We are passing this on to ZEGOCLOUD technical support. Please send us:"
    else:
        request = "If the error comes back, please send us:"
    if asked:
        parts.append("\n".join([request, *_listed(asked, False, "", bullet="- ")]))
    elif entry.escalate != "none":
        parts.append("We are passing this on to ZEGOCLOUD technical support.")
    return "\n\n".join(parts) + "\n"


def escalation_line(entry: Entry, catalogue: Catalogue) -> str:
    """Who gets the case, for what and with which items; empty where nobody does."""
    items = ", ".join(catalogue.pack.collect_item(key).title for key in entry.collect)
    if entry.escalate == "account":
        return f"{entry.escalate_for}: ask ZEGOCLOUD technical support" + (f", with: {items}" if items else "")
    if entry.escalate == "investigate":
        return "Escalate to ZEGOCLOUD technical support" + (f" with: {items}" if items else "")
    return ""


def markdown_escaped(text: str) -> str:
    """Text that shows the same in Markdown as it does here."""
    escaped = _MARKDOWN_SIGN.sub(r"\\\g<0>", text)
    return _MARKDOWN_ITEM.sub(r"\1\\\2", escaped)


def _facts(entry: Entry, catalogue: Catalogue) -> str:
    family = catalogue.family_of(entry.code)
    facts = [
        NEXT_MOVE[entry.who_acts],
        SEVERITY[entry.severity],
        family.title if family else "",
        LISTING[entry.listing],
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
    if entry.twin:
        yield twin_title(entry), [_named(entry.twin.code, catalogue), *filter(None, [entry.twin.differs])], False
    yield "Easily confused with", [_named(code, catalogue) for code in entry.confused_with], False
    yield "Related", [_named(code, catalogue) for code in entry.related], False
    yield "APIs", [*entry.apis, *entry.parameters], False
    yield "The SDK says", list(dict.fromkeys(sdk_texts(entry))), False
    yield "Server codes", [", ".join(map(str, entry.server_codes))] if entry.server_codes else [], False
    yield "Version history", formerly_lines(entry, catalogue), False
    yield "Notes", list(entry.notes), False
    yield "About the source", list(entry.source_notes), False
    yield "Links", [f"{link.title}: {link.url}" for link in entry.links], False


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


def formerly_lines(entry: Entry, catalogue: Catalogue) -> list[str]:
    """Which codes older SDKs sent for this error, and which errors this code stood for in them."""
    lines = [f"Before SDK {old.before}: {old.code}" for old in entry.formerly]
    for other, before in catalogue.split_from(entry.code):
        lines.append(f"Before SDK {before} this code was also sent for: {other.code} {other.description}")
    return lines


def _named(code: int, catalogue: Catalogue) -> str:
    entry = catalogue.get(code)
    return f"{code} {entry.description}" if entry else str(code)


def _listed(lines: Iterable[str], numbered: bool, indent: str, bullet: str = "") -> list[str]:
    return [f"{indent}{f'{number}. ' if numbered else bullet}{line}" for number, line in enumerate(lines, 1)]
