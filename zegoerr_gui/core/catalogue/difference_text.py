"""A difference as text, Markdown and JSON. Words that went and came are marked by signs, so no colour is needed."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.difference import Changed, Difference, Mark, Words, family_title
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.fields import field_name

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|#~])")


def counts_of(difference: Difference) -> str:
    """How much differs, in one sentence."""
    moved = sum(one.moved for one in difference.changed)
    told = f" ({moved} of them in another family)" if moved else ""
    said = f"{len(difference.added)} new, {len(difference.gone)} gone, {len(difference.changed)} changed{told}"
    aside = f"; {difference.aside} that only the SDK knows are left aside" if difference.aside else ""
    return f"{said}, {difference.same} the same{aside}"


def as_text(difference: Difference) -> str:
    """Lines of plain text: what went stands in [- -], what came in {+ +}."""
    lines = [f"{_name(difference.old)} → {_name(difference.new)}", counts_of(difference)]
    for title, entries, catalogue in _lists(difference):
        lines += ["", title]
        lines += [f"  {entry.code}  {entry.description} ({family_title(entry, catalogue)})" for entry in entries]
    if difference.changed:
        lines += ["", "Changed"]
    for one in difference.changed:
        lines.append(f"  {one.code}  {one.new.description}")
        for field in one.fields:
            words = _signed(field.words, {"gone": ("[-", "-]"), "new": ("{+", "+}"), "same": ("", "")}, str)
            lines.append(f"    {field_name(field.name)}:{_indented(words)}")
        lines += [f"    {told}" for told in _facts(one)]
    return "\n".join(lines) + "\n"


def as_markdown(difference: Difference) -> str:
    """Markdown: what went is struck out, what came is bold."""
    old, new = escaped(_name(difference.old)), escaped(_name(difference.new))
    lines = [f"# {old} → {new}", "", f"{escaped(counts_of(difference))}."]
    for title, entries, catalogue in _lists(difference):
        lines += ["", f"## {title}", ""]
        for entry in entries:
            lines.append(f"- {entry.code} {escaped(entry.description)} ({escaped(family_title(entry, catalogue))})")
    if difference.changed:
        lines += ["", "## Changed"]
    for one in difference.changed:
        lines += ["", f"### {one.code} {escaped(one.new.description)}", ""]
        for field in one.fields:
            words = _signed(field.words, {"gone": ("~~", "~~"), "new": ("**", "**"), "same": ("", "")}, escaped)
            lines.append(f"- {field_name(field.name)}:{_indented(words, '  ', '  ' + chr(10))}")
        lines += [f"- {escaped(told)}" for told in _facts(one)]
    return "\n".join(lines) + "\n"


def as_json(difference: Difference) -> dict[str, Any]:
    """Values for JSON; ``words`` are pairs of a mark (same, gone, new) and a text."""
    return {
        "schema": 1,
        "old": _about(difference.old),
        "new": _about(difference.new),
        "fields": list(difference.fields),
        "counts": {
            "new": len(difference.added),
            "gone": len(difference.gone),
            "changed": len(difference.changed),
            "moved": sum(one.moved for one in difference.changed),
            "same": difference.same,
            "left_aside": difference.aside,
        },
        "new_codes": [_listed(entry) for entry in difference.added],
        "gone_codes": [_listed(entry) for entry in difference.gone],
        "changed_codes": [
            {
                "code": one.code,
                "moved": one.moved,
                "fields": [
                    {
                        "field": field.name,
                        "old": field.old,
                        "new": field.new,
                        "words": [list(run) for run in field.words],
                    }
                    for field in one.fields
                ],
                "facts_gone": list(one.facts_gone),
                "facts_new": list(one.facts_new),
            }
            for one in difference.changed
        ],
    }


def escaped(text: str) -> str:
    """Text in which Markdown finds nothing to obey."""
    return _SPECIAL.sub(r"\\\1", text)


def _lists(difference: Difference) -> Iterator[tuple[str, tuple[Entry, ...], Catalogue]]:
    if difference.added:
        yield "New", difference.added, difference.new
    if difference.gone:
        yield "Gone", difference.gone, difference.old


def _facts(one: Changed) -> list[str]:
    gone, new = ", ".join(one.facts_gone), ", ".join(one.facts_new)
    told = [
        f"numbers and names no longer there: {gone}" if gone else "",
        f"numbers and names new: {new}" if new else "",
    ]
    return list(filter(None, told))


def _signed(words: Words, signs: dict[Mark, tuple[str, str]], clean: Callable[[str], str]) -> str:
    """The words with signs around what differs, on each line anew; blanks at the edges stay outside."""
    parts: list[str] = []
    for mark, text in words:
        before, behind = signs[mark]
        for number, line in enumerate(text.split("\n")):
            parts.append("\n" * (number > 0))
            core = line.strip()
            if core and mark != "same":
                start = line.index(core)
                parts.append(f"{line[:start]}{before}{clean(core)}{behind}{line[start + len(core) :]}")
            else:
                parts.append(clean(line))
    return "".join(parts)


def _indented(text: str, by: str = "      ", end: str = "\n") -> str:
    lines = text.split("\n")
    return f" {lines[0]}" if len(lines) == 1 else end + end.join(by + line for line in lines)


def _name(catalogue: Catalogue) -> str:
    source = catalogue.pack.source
    return f"{catalogue.pack.title or 'untitled'}{f' of {source.date}' if source.date else ''}"


def _about(catalogue: Catalogue) -> dict[str, Any]:
    return {"title": catalogue.pack.title, "date": catalogue.pack.source.date, "entries": len(catalogue)}


def _listed(entry: Entry) -> dict[str, Any]:
    return {"code": entry.code, "description": entry.description, "family": entry.family}
