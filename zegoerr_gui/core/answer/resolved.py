"""What a code means in a log: by the version of the SDK and the platform that the log shows."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from zegoerr_gui.core.answer.wording import variant_title
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Step, Variant, When
from zegoerr_gui.core.catalogue.platforms import speaks_of
from zegoerr_gui.core.recognition.context import Context

if TYPE_CHECKING:  # the table resolves entries before there is a log
    from zegoerr_gui.core.recognition.results import Results

_CONDITION: Final = re.compile(r"\s*(<=|>=|<|>|=)?\s*([0-9]+(?:\.[0-9]+)*)\s*")
_BROWSER: Final = "browser"  # an item to collect


def resolved(entry: Entry, catalogue: Catalogue, context: Context) -> Entry:
    """The entry as it holds for a log; as it stands where the log shows neither version nor platform.

    A variant takes the place of what it changes where its condition holds for every version, and for the only
    platform, that the log shows; what is said of this very platform has the last word. A note says so, and which
    errors an older SDK sent under this code as well.
    """
    versions, platforms = tuple(context.sdk_version), tuple(context.platform)
    notes: list[str] = []
    for variant in sorted(entry.variants, key=lambda variant: variant.when.platform in platforms):
        if _holds(variant.when, versions, platforms):
            others = tuple(other for other in entry.variants if other is not variant)
            entry = replace(_changed(entry, variant), variants=others)
            notes.append(f"{variant_title(variant.when.sdk, variant.when.platform)} the code has this meaning.")
    notes += _sent_for_others(entry, catalogue, versions)
    if platforms:
        steps = tuple(step for step in entry.steps if _is_for(step, platforms))
        collect = entry.collect if not context.is_native else tuple(key for key in entry.collect if key != _BROWSER)
        entry = replace(entry, steps=steps, collect=collect)
    return replace(entry, notes=(*notes, *entry.notes)) if notes else entry


def resolved_entry(code: int, results: "Results") -> Entry | None:
    """The entry of a code as it holds for the log that was scanned; None where no catalogue has the code.

    Where several catalogues have it, that of the log's platform.
    """
    entry = results.catalogue.get(code, results.context.platform)
    return resolved(entry, results.catalogue, results.context) if entry else None


def is_older(version: str, than: str) -> bool:
    """Whether a version such as ``3.8.1`` is before another."""
    return _parts(version) < _parts(than)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _holds(when: When, versions: tuple[str, ...], platforms: tuple[str, ...]) -> bool:
    if when.platform and not (len(platforms) == 1 and speaks_of(when.platform, platforms[0])):
        return False
    if when.sdk is None:
        return True
    return bool(versions) and all(_satisfies(version, when.sdk) for version in versions)


def _satisfies(version: str, condition: str) -> bool:
    found = _CONDITION.fullmatch(condition)
    if found is None:
        return False
    mine, theirs = _parts(version), _parts(found[2])
    holds = {"<": mine < theirs, "<=": mine <= theirs, ">": mine > theirs, ">=": mine >= theirs}
    return holds.get(found[1] or "=", mine == theirs)


def _changed(entry: Entry, variant: Variant) -> Entry:
    changes = {
        name: value
        for name in ("description", "causes", "steps", "who_acts", "severity", "tags")
        if (value := getattr(variant, name)) is not None
    }
    return replace(entry, **changes)


def _is_for(step: Step, platforms: tuple[str, ...]) -> bool:
    return not step.platforms or any(speaks_of(said, shown) for said in step.platforms for shown in platforms)


def _sent_for_others(entry: Entry, catalogue: Catalogue, versions: tuple[str, ...]) -> Iterator[str]:
    for other, before in catalogue.split_from(entry.code):
        if versions and all(is_older(version, before) for version in versions):
            yield f"Before SDK {before} this code was also sent for {other.code} ({other.description})."
