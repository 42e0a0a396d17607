"""An entry as plain values for JSON: always the same keys."""

from typing import Any

from zegoerr_gui.core.catalogue.entry import Entry, Team, Variant


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """The entry's fields; an unlisted code has the same keys with None and [].

    Where a team's folder has changed it, or another catalogue has the number too, ``pack`` and ``team`` come on top.
    """
    known = entry.listing != "unlisted"
    more = entry.team is not None or bool(entry.also_in)
    return {
        "code": entry.code,
        "listing": entry.listing,
        "description": entry.description if known else None,
        "causes": list(entry.causes),
        "steps": [step.do for step in entry.steps],
        "collect": list(entry.collect),
        "escalate": entry.escalate if known else None,
        "escalate_for": entry.escalate_for or None,
        "who_acts": entry.who_acts if known else None,
        "severity": entry.severity if known else None,
        "family": entry.family,
        "tags": list(entry.tags),
        "apis": list(entry.apis),
        "parameters": list(entry.parameters),
        "sdk_messages": list(entry.sdk_messages),
        "console_texts": [
            {"text": text.text, "action": text.action, "prefix": text.prefix} for text in entry.console_texts
        ],
        "server_codes": list(entry.server_codes),
        "twin": {"code": entry.twin.code, "differs": entry.twin.differs or None} if entry.twin else None,
        "related": list(entry.related),
        "variants": [_variant(variant) for variant in entry.variants],
        "platforms": list(entry.platforms),
        "notes": list(entry.notes),
        "source_notes": list(entry.source_notes),
        **({"pack": entry.pack, "team": _team(entry.team) if entry.team else None} if more else {}),
    }


def _team(team: Team) -> dict[str, Any]:
    return {
        "changed": list(team.changed),
        "added": list(team.added),
        "outdated": list(team.outdated),
        "internal_notes": list(team.internal_notes),
        "bugs": [{"title": bug.title, "url": bug.url} for bug in team.bugs],
        "places": list(map(str, team.places)),
    }


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "when": {"sdk": variant.when.sdk, "platform": variant.when.platform},
        "description": variant.description,
        "causes": None if variant.causes is None else list(variant.causes),
        "steps": None if variant.steps is None else [step.do for step in variant.steps],
        "who_acts": variant.who_acts,
        "severity": variant.severity,
        "tags": None if variant.tags is None else list(variant.tags),
    }
