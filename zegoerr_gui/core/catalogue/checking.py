"""Checks catalogues and team's folders: faults, by which something is not loaded, and warnings, against style."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.core.catalogue.files import Look, Raw, look_at
from zegoerr_gui.core.catalogue.nodes import Node
from zegoerr_gui.core.catalogue.overlay import QUOTED, Change, said
from zegoerr_gui.core.catalogue.packs import pack_folders, together
from zegoerr_gui.core.catalogue.reading import PACK_FILE, ReadFile, ReadPack, file_steps, put_together
from zegoerr_gui.core.catalogue.references import Placed
from zegoerr_gui.core.catalogue.style import broken_rules, worded
from zegoerr_gui.core.stepwise import finish

_SHEET: Final = re.compile(rb"(?m)^(?:team|changes|codes)[ \t]*:")
_PAGE_SAYS_NOTHING: Final = "No description is published"  # of all codes of which that is so


@dataclass(frozen=True)
class Checked:
    """What was found in one folder: ``codes`` it has entries for, or changes; of a pack, how many are documented."""

    folder: Path
    of_team: bool
    codes: int
    documented: int
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def folders_to_check(paths: Iterable[Path]) -> list[Path]:
    """The folders that these files and folders mean, each once; of a folder of catalogues every one in it."""
    folders: dict[Path, None] = {}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        inside = [] if (folder / PACK_FILE).exists() else pack_folders(folder)
        folders.update(dict.fromkeys(inside or [folder]))
    return list(folders)


def check_folder(folder: Path, packs: Sequence[Path]) -> Checked:
    """Check a pack, or what a team adds to these and to others that lie beside it; which it is, its files tell."""
    look = look_at(folder, {})
    if _is_of_team(look):
        return _check_team(look, packs)
    read = _read_pack(look)
    entries = [placed.entry for placed in read.placed.values()]
    return Checked(
        folder,
        False,
        len(entries),
        sum(entry.listing == "documented" for entry in entries),
        read.faults,
        tuple(sorted([*_of_style(read.placed.values()), *_of_pack(read)])),
    )


def _is_of_team(look: Look) -> bool:
    is_pack = any(path.name == PACK_FILE for path in look.present)
    return not is_pack and any(_SHEET.search(raw.data) for raw in look.changed)


def _read_pack(look: Look) -> ReadPack:
    return put_together(look, [finish(file_steps(raw)) for raw in look.changed])


def _check_team(look: Look, folders: Sequence[Path]) -> Checked:
    packs = [_read_pack(look_at(folder, {})) for folder in dict.fromkeys([*folders, *pack_folders(look.folder.parent)])]
    sheets = [_read_sheet(raw) for raw in look.changed]
    found = together(packs, sheets)
    written = [(file.path, *pair) for file in sheets if file.sheet for pair in file.sheet.changes]
    own = [Placed(entry, file.path, node) for file in sheets if file.sheet for entry, node in file.sheet.codes]
    texts = {placed.entry.code: placed.entry for read in reversed(packs) for placed in read.placed.values()}
    warnings = [*_of_style(own), *_of_changes(written, texts)]
    faults = [fault for fault in found.faults if look.folder in fault.file.parents]
    return Checked(look.folder, True, len(own) + len(written), 0, tuple(faults), tuple(sorted(warnings)))


def _read_sheet(raw: Raw) -> ReadFile:
    return finish(file_steps(raw, of_team=True))


def _of_style(entries: Iterable[Placed]) -> Iterator[Fault]:
    for placed in entries:
        yield from _of_words(placed.file, placed.node, placed.entry.code)


def _of_words(file: Path, node: Node, code: int) -> Iterator[Fault]:
    for text in worded(node, code):
        for found, right in broken_rules(text):
            yield Fault(file, text.line, f"{found}, in {code}: {_shortened(text.text)}", right)


def _of_pack(read: ReadPack) -> Iterator[Fault]:
    """Two entries with one text, unless they are the same error on the two sides; sides that tell it differently."""
    first: dict[str, Placed] = {}
    for placed in sorted(read.placed.values(), key=lambda one: (one.file, one.line)):
        entry = placed.entry
        other = first.setdefault(entry.description.casefold(), placed)
        is_twin = entry.twin is not None and entry.twin.code == other.entry.code
        if other is not placed and not is_twin and entry.description != _PAGE_SAYS_NOTHING:
            found = f"{entry.code} and {other.entry.code} have one text: {_shortened(entry.description)}"
            yield placed.fault("description", found, "Say in each what sets it apart")
        side = read.placed.get(entry.twin.code) if entry.twin else None
        if side and _differ(entry, side.entry):
            found = f"{entry.code} and {side.entry.code} tell differently what differs between them"
            yield placed.fault("twin", found, "Write it in one of the two entries only")


def _differ(one: Entry, other: Entry) -> bool:
    """Whether two sides tell differently what differs; said of the first of the two."""
    if one.twin is None or other.twin is None:
        return False
    return one.code < other.code and one.twin.differs != other.twin.differs


def _of_changes(written: Sequence[tuple[Path, Change, Node]], texts: Mapping[int, Entry]) -> Iterator[Fault]:
    """Sentences against style, and fields worded anew of which nothing tells what the catalogue's text was."""
    for file, change, node in written:
        yield from _of_words(file, node, change.code)
        instead, entry = node.get("instead"), texts.get(change.code)
        for name in change.instead:
            if entry and instead and name in QUOTED and name not in change.when_it_said:
                place = instead.get(name)
                found = f"{name!r} of {change.code} is worded anew, but nothing tells what it said"
                quoted = json.dumps(said(entry, name), ensure_ascii=False)
                right = f"Add 'when_it_said: {{{name}: {quoted}}}', and you are told when that changes"
                yield Fault(file, place.key_line if place else node.line, found, right)


def _shortened(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")
