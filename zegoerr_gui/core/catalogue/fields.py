"""Which keys the YAML files may hold, the shape of each, and what people call it: the one description of the format."""

from typing import Any, Final, get_args

from zegoerr_gui.core.catalogue import entry, overlay, pack, platforms
from zegoerr_gui.core.catalogue.shapes import Keyed, Many, Number, OneOf, OneOrMany, Placing, Record, Short, Text, Truth

_WHO = OneOf(get_args(entry.WhoActs))
_SEVERITY = OneOf(get_args(entry.Severity))
_TAGS = Many(OneOf(("parameter", "network", "authorization", "limit", "device", "browser", "state", "performance")))
_PLATFORM = OneOf(platforms.NAMES)
_ARRIVES = Many(
    OneOf(
        (
            "result",
            "thrown",
            "roomStateChanged",
            "publisherStateUpdate",
            "playerStateUpdate",
            "deviceError",
            "onError",
            "console",
        )
    )
)
_TEXTS = Many(Text())
_NUMBERS = Many(Number())
_STEPS = Many(
    Short(
        Text(),
        Record(
            entry.Step,
            {"do": Text(), "by": _WHO, "for_cause": Number(), "platforms": Many(_PLATFORM)},
            required=("do",),
        ),
    )
)
_WHEN = Record(entry.When, {"sdk": Text(), "platform": _PLATFORM})

_LINKS = Many(Record(entry.Link, {"title": Text(), "url": Text()}, required=("title", "url")))

ENTRY = Record(
    entry.Entry,
    {
        "code": Number(negative=True),
        "description": Text(),
        "causes": _TEXTS,
        "steps": _STEPS,
        "collect": _TEXTS,
        "escalate": OneOf(get_args(entry.Escalate)),
        "escalate_for": Text(),
        "who_acts": _WHO,
        "severity": _SEVERITY,
        "tags": _TAGS,
        "apis": _TEXTS,
        "parameters": _TEXTS,
        "arrives": _ARRIVES,
        "sdk_messages": _TEXTS,
        "console_texts": Many(
            Record(entry.ConsoleText, {"text": Text(), "action": Text(), "prefix": Truth()}, required=("text",))
        ),
        "browser_errors": _TEXTS,
        "server_codes": _NUMBERS,
        "twin": Short(Number(), Record(entry.Twin, {"code": Number(), "differs": Text()}, required=("code",))),
        "related": _NUMBERS,
        "confused_with": _NUMBERS,
        "variants": Many(
            Record(
                entry.Variant,
                {
                    "when": _WHEN,
                    "description": Text(),
                    "causes": _TEXTS,
                    "steps": _STEPS,
                    "who_acts": _WHO,
                    "severity": _SEVERITY,
                    "tags": _TAGS,
                },
                required=("when",),
            )
        ),
        "formerly": Many(Record(entry.Formerly, {"code": Number(), "before": Text()}, required=("code", "before"))),
        "platforms": Many(_PLATFORM),
        "keywords": _TEXTS,
        "links": _LINKS,
        "notes": _TEXTS,
        "source_notes": _TEXTS,
    },
    required=("code", "description", "who_acts", "severity"),
)

_COLLECT_ITEM = Record(pack.CollectItem, {"title": Text(), "ask": Text()}, required=("title", "ask"))
_SOURCE = Record(pack.Source, {"title": Text(), "date": Text(), "sdk": Text()}, required=("title", "date"))
_FAMILY = Record(
    pack.Family,
    {
        "id": Text(),
        "title": Text(),
        "prefixes": _TEXTS,
        "exact": Truth(),
        "arrives": _ARRIVES,
        "introduction": Text(),
        "rules": _TEXTS,
    },
    required=("id", "title", "prefixes"),
)

_PRODUCT = Record(
    pack.Product,
    {"title": Text(), "prefixes": _TEXTS, "digits": _NUMBERS},
    required=("title", "prefixes", "digits"),
)

PACK = Record(
    pack.Pack,
    {
        "id": Text(),
        "title": Text(),
        "platform": Text(),
        "version": Text(),
        "language": Text(),
        "source": _SOURCE,
        "collect": Keyed(_COLLECT_ITEM),
        "families": Many(_FAMILY),
        "products": Many(_PRODUCT),
        "removals": Keyed(Text()),
    },
)


_REPLACEABLE = {key: shape for key, shape in ENTRY.fields.items() if key != "code"}

CHANGE = Record(
    overlay.Change,
    {
        "code": Number(negative=True),
        "pack": Text(),
        "instead": Record(dict, _REPLACEABLE),
        "when_it_said": Record(dict, dict.fromkeys(overlay.QUOTED, OneOrMany())),
        "first_steps": _STEPS,
        "more_steps": _STEPS,
        "notes": _TEXTS,
        "keywords": _TEXTS,
        "links": _LINKS,
        "internal_notes": _TEXTS,
        "bugs": _LINKS,
    },
    required=("code",),
)

ENTRIES = Many(Placing(ENTRY))
SHEET = Record(overlay.Sheet, {"team": Text(), "changes": Many(Placing(CHANGE)), "codes": ENTRIES})

_NAMES: Final = {
    "who_acts": "next move",
    "escalate_for": "escalate for",
    "first_steps": "steps before the others",
    "more_steps": "more steps",
    "sdk_messages": "SDK texts",
    "console_texts": "console texts",
    "browser_errors": "browser errors",
    "server_codes": "server codes",
    "confused_with": "easily confused with",
    "twin": "same error on the other side",
    "source_notes": "notes on the source",
    "apis": "APIs",
}


def field_name(name: str) -> str:
    """A field's name as people read it."""
    return _NAMES.get(name, name)


def entries_schema() -> dict[str, Any]:
    """The JSON Schema of a family's file, for editors that complete and check YAML."""
    return _schema("Entries of a ZegoErr catalogue", ENTRIES.schema())


def pack_schema() -> dict[str, Any]:
    """The JSON Schema of ``pack.yaml``."""
    return _schema("A ZegoErr catalogue's frame", PACK.schema())


def overlay_schema() -> dict[str, Any]:
    """The JSON Schema of a file in a team's own folder."""
    return _schema("What a team adds to ZegoErr's catalogues", SHEET.schema())


def _schema(title: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **shape}
