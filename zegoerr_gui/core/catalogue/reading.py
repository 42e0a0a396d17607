"""Reads a catalogue's folder: everything good is loaded, everything wrong is told, all at once."""

from dataclasses import dataclass, replace
from pathlib import Path

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.fault import Fault, Faults
from zegoerr_gui.core.catalogue.fields import ENTRY, PACK
from zegoerr_gui.core.catalogue.nodes import Node, read_nodes
from zegoerr_gui.core.catalogue.pack import Pack
from zegoerr_gui.core.catalogue.references import Placed, check_references

PACK_FILE = "pack.yaml"
SDK_ONLY_FILE = "undocumented.yaml"


@dataclass(frozen=True)
class Loaded:
    """A catalogue with what was wrong in its files; the faults are in the order of files and lines."""

    catalogue: Catalogue
    faults: tuple[Fault, ...]


def read_catalogue(folder: Path) -> Loaded:
    """Read ``pack.yaml`` and every other ``*.yaml`` of a folder. Raises nothing: a fault tells of what is missing."""
    faults = Faults(folder / PACK_FILE)
    pack = _read_pack(folder / PACK_FILE, faults)
    placed: dict[int, Placed] = {}
    files = sorted(path for path in folder.glob("*.yaml") if path.name != PACK_FILE)
    if not files:
        faults.append(Fault(folder, 1, "No file with entries was found", "Name a folder that holds *.yaml files"))
    for path in files:
        in_file = Faults(path)
        for entry in _read_entries(path, in_file):
            _place(entry, pack, placed, in_file)
        faults += in_file
    faults += check_references(placed, pack)
    catalogue = Catalogue(pack, (item.entry for item in placed.values()))
    return Loaded(_share_twins(catalogue), tuple(sorted(faults)))


def _read_pack(path: Path, faults: Faults) -> Pack:
    node = read_nodes(path, faults)
    if node is None:
        if not faults:
            faults.add(1, "The file is empty", "Write id, title, families ...")
        return Pack()
    return PACK.read(node, faults) or Pack()


def _read_entries(path: Path, faults: Faults) -> list[tuple[Entry, Node]]:
    root = read_nodes(path, faults)
    if root is None:
        if not faults:
            faults.add(1, "The file is empty", "Write a list of entries, or remove the file")
        return []
    if root.kind != "list":
        faults.add(root.line, f"{root.shown()} where a list of entries belongs", "Begin each entry with '- code:'")
        return []
    read = ((ENTRY.read(node, faults), node) for node in root.items)
    return [(entry, node) for entry, node in read if entry is not None]


def _place(read: tuple[Entry, Node], pack: Pack, placed: dict[int, Placed], faults: Faults) -> None:
    """Give an entry its family and listing, and keep it unless its code is taken."""
    entry, node = read
    family = pack.family_of(entry.code)
    sdk_only = faults.file.name == SDK_ONLY_FILE
    expected = SDK_ONLY_FILE if sdk_only else f"{family.id}.yaml" if family else None
    if family is None:
        faults.add(node.line, f"Code {entry.code} belongs to no family", f"Give a family in {PACK_FILE} its prefix")
    elif expected != faults.file.name:
        faults.add(node.line, f"Code {entry.code} belongs to the family {family.id}", f"Move it to {expected}")
    if (other := placed.get(entry.code)) is not None:
        where = f"{other.file.name}:{other.line}"
        faults.add(node.line, f"Code {entry.code} stands a second time", f"The first is in {where}: keep one")
        return
    listed = replace(
        entry, family=family.id if family else "unknown", listing="undocumented" if sdk_only else "documented"
    )
    placed[entry.code] = Placed(listed, faults.file, node)


def _share_twins(catalogue: Catalogue) -> Catalogue:
    """Let both sides of a pair tell what differs, though only one of them writes it."""

    def shared(entry: Entry) -> Entry:
        other = catalogue.get(entry.twin.code) if entry.twin and not entry.twin.differs else None
        if entry.twin is None or other is None or other.twin is None or not other.twin.differs:
            return entry
        return replace(entry, twin=replace(entry.twin, differs=other.twin.differs))

    return Catalogue(catalogue.pack, [shared(entry) for entry in catalogue])
