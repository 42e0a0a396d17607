"""Several catalogues side by side, with what a team adds, as one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.core.catalogue.overlay import TEAM_PACK, Overlay
from zegoerr_gui.core.catalogue.pack import Pack, joined
from zegoerr_gui.core.catalogue.reading import PACK_FILE, Loaded, ReadFile, ReadPack


def together(packs: Sequence[ReadPack], sheets: Iterable[ReadFile] = ()) -> Loaded:
    """One catalogue of several packs, the first before the others, and of a team's sheets in the order of their names.

    A pack whose id is taken is told and left out.
    """
    faults = [fault for read in packs for fault in read.faults]
    kept = _of_different_ids(packs, faults)
    entries = _entries(kept)
    sheets = list(sheets)
    overlay = Overlay(entries)
    overlay.merge([(file.path, file.sheet) for file in sheets if file.sheet is not None])
    faults += [*(fault for file in sheets for fault in file.faults), *overlay.faults]
    frame = joined([read.pack for read in kept]) if len(kept) > 1 else kept[0].pack if kept else Pack()
    titles = {read.pack.id: read.pack.title for read in kept}
    merged = [
        _told_of_others(_of_family(entry, frame), of_code, titles)
        for of_code in overlay.entries.values()
        for entry in of_code
    ]
    return Loaded(Catalogue(frame, merged, [read.pack for read in kept]), tuple(sorted(faults)))


def pack_folders(folder: Path) -> list[Path]:
    """The folders of packs in a folder, by name: those that hold a ``pack.yaml``. None where it cannot be read."""
    try:
        held = (path for path in folder.iterdir() if not path.name.startswith("."))  # such as one half written
        return sorted(path for path in held if (path / PACK_FILE).is_file())
    except OSError:
        return []


def _of_different_ids(packs: Sequence[ReadPack], faults: list[Fault]) -> list[ReadPack]:
    kept: dict[str, ReadPack] = {}
    for read in packs:
        if not read.placed and not read.pack.families:  # nothing of it could be read
            continue
        first = kept.setdefault(read.pack.id, read)
        if first is not read:
            found = f"The id {read.pack.id!r} is that of {first.folder / PACK_FILE} as well"
            faults.append(Fault(read.folder / PACK_FILE, 1, found, "Give the catalogue an id of its own"))
    return list(kept.values())


def _entries(packs: Sequence[ReadPack]) -> list[Entry]:
    """The entries of all packs; families of all but the first are named with their pack."""
    entries = [placed.entry for read in packs[:1] for placed in read.placed.values()]
    for read in packs[1:]:
        for placed in read.placed.values():
            entry = placed.entry
            known = entry.family != "unknown"
            entries.append(replace(entry, family=f"{read.pack.id}/{entry.family}") if known else entry)
    return entries


def _of_family(entry: Entry, frame: Pack) -> Entry:
    if entry.pack != TEAM_PACK:
        return entry
    family = frame.family_of(entry.code)
    return replace(entry, family=family.id if family else "unknown")


def _told_of_others(entry: Entry, of_code: Sequence[Entry], titles: dict[str, str]) -> Entry:
    if len(of_code) < 2:
        return entry
    return replace(entry, also_in=tuple(titles.get(one.pack, "your team") for one in of_code if one.pack != entry.pack))
