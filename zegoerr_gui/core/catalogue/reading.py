"""Reads a catalogue's folder: everything good is loaded, everything wrong is told, all at once."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry, Place
from zegoerr_gui.core.catalogue.fault import Fault, Faults
from zegoerr_gui.core.catalogue.fields import ENTRY, PACK, SHEET
from zegoerr_gui.core.catalogue.files import Look, Raw, Stamp, look_at
from zegoerr_gui.core.catalogue.nodes import Node, node_steps
from zegoerr_gui.core.catalogue.overlay import Sheet
from zegoerr_gui.core.catalogue.pack import Pack
from zegoerr_gui.core.catalogue.references import Placed, check_references
from zegoerr_gui.core.stepwise import finish

PACK_FILE = "pack.yaml"
SDK_ONLY_FILE = "undocumented.yaml"


@dataclass(frozen=True)
class ReadFile:
    """What one file says, and what is wrong in it: a pack's frame, entries with their nodes, or a team's sheet."""

    path: Path
    stamp: Stamp
    faults: tuple[Fault, ...]
    pack: Pack | None = None
    entries: tuple[tuple[Entry, Node], ...] = ()
    sheet: Sheet | None = None


@dataclass(frozen=True)
class ReadPack:
    """One catalogue's folder: its frame, its entries in the order of the files, what is wrong in it."""

    folder: Path
    pack: Pack
    placed: dict[int, Placed]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Loaded:
    """A catalogue with what was wrong in its files; the faults are in the order of files and lines.

    ``files`` is what was read of a folder by itself, for those who read it again when it changes.
    """

    catalogue: Catalogue
    faults: tuple[Fault, ...]
    files: tuple[ReadFile, ...] = ()


def read_catalogue(folder: Path) -> Loaded:
    """Read ``pack.yaml`` and every other YAML file of a folder. Raises nothing: a fault tells of what is missing."""
    look = look_at(folder, {})
    files = [finish(file_steps(raw)) for raw in look.changed]
    read = put_together(look, files)
    entries = [placed.entry for placed in read.placed.values()]
    return Loaded(Catalogue(read.pack, entries), read.faults, tuple(files))


def file_steps(raw: Raw, *, of_team: bool = False) -> Generator[float, None, ReadFile]:
    """Read one file of a pack, or a sheet of a team's folder, in small steps."""
    faults = Faults(raw.path)
    root = yield from node_steps(raw, faults)
    if root is None:
        if not faults:
            faults.add(1, "The file is empty", _right_in_empty(raw.path, of_team))
        return ReadFile(raw.path, raw.stamp, tuple(faults))
    pack, sheet, entries = None, None, []
    if of_team:
        sheet = SHEET.read(root, faults)
    elif raw.path.name == PACK_FILE:
        pack = PACK.read(root, faults)
    elif root.kind != "list":
        faults.add(root.line, f"{root.shown()} where a list of entries belongs", "Begin each entry with '- code:'")
    else:
        for node in root.items:
            if (entry := ENTRY.read(node, faults)) is not None:
                entries.append((entry, node))
            yield 0.0
    return ReadFile(raw.path, raw.stamp, tuple(faults), pack, tuple(entries), sheet)


def put_together(look: Look, files: Iterable[ReadFile]) -> ReadPack:
    """A pack from its files, with every fault of them and between them."""
    by_path = {file.path: file for file in files}
    faults = [look.fault] if look.fault else []
    frame = by_path.pop(look.folder / PACK_FILE, None)
    if frame is None and look.fault is None:
        right = "Write id, title, families ... into it"
        faults.append(Fault(look.folder / PACK_FILE, 1, "The file is missing", right))
    elif frame is not None:
        faults += frame.faults
    pack = (frame.pack if frame else None) or Pack()
    placed: dict[int, Placed] = {}
    if not by_path and look.fault is None:
        faults.append(Fault(look.folder, 1, "No file with entries was found", "Name a folder that holds *.yaml files"))
    for path in sorted(by_path):
        in_file = Faults(path)
        in_file += by_path[path].faults
        for read in by_path[path].entries:
            _place(read, pack, placed, in_file)
        faults += in_file
    faults += check_references(placed, pack)
    _share_twins(placed)
    return ReadPack(look.folder, pack, placed, tuple(sorted(faults)))


def _right_in_empty(path: Path, of_team: bool) -> str:
    if of_team:
        return "Write 'changes:' or 'codes:', or remove the file"
    return "Write id, title, families ..." if path.name == PACK_FILE else "Write a list of entries, or remove the file"


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
        entry,
        family=family.id if family else "unknown",
        listing="undocumented" if sdk_only else "documented",
        pack=pack.id,
        place=Place(faults.file, node.line),
    )
    placed[entry.code] = Placed(listed, faults.file, node)


def _share_twins(placed: dict[int, Placed]) -> None:
    """Let both sides of a pair tell what differs, though only one of them writes it."""
    for item in list(placed.values()):
        twin = item.entry.twin
        other = placed.get(twin.code) if twin and not twin.differs else None
        if twin and other and other.entry.twin and other.entry.twin.differs:
            entry = replace(item.entry, twin=replace(twin, differs=other.entry.twin.differs))
            placed[entry.code] = replace(item, entry=entry)
