"""Checks what entries say of one another: twins, related codes, causes that steps name, items to collect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.core.catalogue.nodes import Node
from zegoerr_gui.core.catalogue.pack import Pack


@dataclass(frozen=True)
class Placed:
    """An entry with the place it was read from."""

    entry: Entry
    file: Path
    node: Node

    @property
    def line(self) -> int:
        """Where the entry begins, counted from 1."""
        return self.node.line

    def fault(self, key: str, found: str, right: str) -> Fault:
        """A fault at the line of one of the entry's keys."""
        node = self.node.get(key)
        return Fault(self.file, node.line if node else self.line, found, right)


def check_references(placed: Mapping[int, Placed], pack: Pack) -> Iterator[Fault]:
    """Every fault between entries, and between entries and the pack."""
    items = dict(pack.collect)
    for item in placed.values():
        yield from _dangling(item, placed)
        yield from _one_sided(item, placed)
        yield from _inside(item)
        for key in item.entry.collect:
            if items and key not in items:
                yield item.fault("collect", f"{key!r} is no item to collect", f"The items are: {', '.join(items)}")


def _dangling(item: Placed, placed: Mapping[int, Placed]) -> Iterator[Fault]:
    entry = item.entry
    named = {
        "twin": [entry.twin.code] if entry.twin else [],
        "related": entry.related,
        "confused_with": entry.confused_with,
        "formerly": [old.code for old in entry.formerly],
    }
    for key, codes in named.items():
        for code in codes:
            if code == entry.code:
                yield item.fault(key, f"{entry.code} names itself under {key!r}", "Remove it")
            elif code not in placed and key != "formerly":
                yield item.fault(key, f"{entry.code} names {code}, which has no entry", "Correct the number")
        if len(set(codes)) < len(codes):
            yield item.fault(key, f"{entry.code} names a code twice under {key!r}", "Keep one of the two")


def _one_sided(item: Placed, placed: Mapping[int, Placed]) -> Iterator[Fault]:
    twin = item.entry.twin
    other = placed.get(twin.code) if twin else None
    if other is None or (other.entry.twin and other.entry.twin.code == item.entry.code):
        return
    where = f"{other.file.name}:{other.line}"
    yield item.fault(
        "twin",
        f"{item.entry.code} names {other.entry.code} as its twin, which does not name it back",
        f"Add 'twin: {item.entry.code}' at {where}, or remove it here",
    )


def _inside(item: Placed) -> Iterator[Fault]:
    entry = item.entry
    for step in entry.steps:
        if step.for_cause is not None and not 1 <= step.for_cause <= len(entry.causes):
            found = f"A step of {entry.code} is for cause {step.for_cause}, of {len(entry.causes)}"
            yield item.fault("steps", found, "Count the causes from 1")
    if entry.escalate == "account" and not entry.escalate_for:
        yield item.fault("escalate", f"{entry.code} asks for an account change", "Name it under 'escalate_for'")
