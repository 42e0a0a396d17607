"""Reads packs and a team's folder again and again as they change, and keeps the last good state of every file."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zegoerr_gui.core.catalogue.files import Look, Stamp, look_at
from zegoerr_gui.core.catalogue.packs import together
from zegoerr_gui.core.catalogue.reading import Loaded, ReadFile, file_steps, put_together
from zegoerr_gui.core.stepwise import finish


@dataclass(frozen=True)
class Shelf:
    """The folders in use: of packs, the first one's entries before those of the others; and the team's, if any."""

    packs: tuple[Path, ...]
    team: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """All of them."""
        return self.packs if self.team is None else (*self.packs, self.team)


@dataclass(frozen=True)
class Kept:
    """A file as it is now, and as it was when it last had no fault."""

    now: ReadFile
    good: ReadFile | None

    @property
    def in_use(self) -> ReadFile:
        """What it says: its last good state; of a file that never was good, whatever is good in it."""
        return self.now if self.good is None else replace(self.good, faults=self.now.faults)


class Library:
    """Holds what was read of every folder, file by file.

    A look at the folders (``looks``) only touches the disk and may be done in another thread; ``take_in`` then reads
    what has changed, in small steps.
    """

    def __init__(self) -> None:
        self._looks: dict[Path, Look] = {}
        self._files: dict[Path, dict[Path, Kept]] = {}

    def remember(self, folder: Path, loaded: Loaded) -> None:
        """Know a folder that was read by itself, so that it is read again only where it changes."""
        self._files[folder] = {file.path: Kept(file, None if file.faults else file) for file in loaded.files}
        self._looks[folder] = Look(folder, tuple(self._files[folder]))

    def stamps(self, shelf: Shelf) -> dict[Path, Mapping[Path, Stamp]]:
        """What is known of the files of each folder, for ``looks``."""
        return {folder: self.stamps_of(folder) for folder in shelf.folders}

    def stamps_of(self, folder: Path) -> Mapping[Path, Stamp]:
        """What is known of the files of one folder, for a look at it."""
        return {path: kept.now.stamp for path, kept in self._files.get(folder, {}).items()}

    def is_news(self, look: Look) -> bool:
        """Whether a look at a folder brought anything that is not known yet."""
        before = self._looks.get(look.folder)
        if before is None or look.changed or before.fault != look.fault:
            return True
        return look.fault is None and set(look.present) != set(self._files.get(look.folder, {}))

    def knows(self, shelf: Shelf) -> bool:
        """Whether every folder in use has been looked at."""
        return all(folder in self._looks for folder in shelf.folders)

    def take_in(self, look: Look, shelf: Shelf) -> Generator[float, None, bool]:
        """Read what a look at a folder brought; whether anything is another than before.

        A folder that cannot be looked at keeps the files it had.
        """
        before = self._looks.get(look.folder)
        known = self._files.setdefault(look.folder, {})
        self._looks[look.folder] = look if look.fault is None else replace(look, present=tuple(known))
        changed = before is None or before.fault != look.fault
        for raw in look.changed:
            now = yield from file_steps(raw, of_team=look.folder == shelf.team)
            old = known.get(raw.path)
            known[raw.path] = Kept(now, now if not now.faults else old.good if old else None)
            changed = True
        gone = [path for path in known if path not in look.present] if look.fault is None else []
        for path in gone:
            del known[path]
        return changed or bool(gone)

    def loaded(self, shelf: Shelf) -> Generator[float, None, Loaded]:
        """The catalogue of the folders in use, in small steps."""
        packs = []
        for folder in shelf.packs:
            packs.append(put_together(self._looks.get(folder, Look(folder)), self._in_use(folder)))
            yield 0.0
        sheets = self._in_use(shelf.team) if shelf.team else []
        loaded = together(packs, sheets)
        fault = self._looks[shelf.team].fault if shelf.team in self._looks else None
        return replace(loaded, faults=(*([fault] if fault else []), *loaded.faults))

    def kept_back(self, shelf: Shelf) -> list[Path]:
        """The files of which an earlier, good state is in use."""
        every = (kept for folder in shelf.folders for kept in self._files.get(folder, {}).values())
        return [kept.now.path for kept in every if kept.now.faults and kept.good]

    def _in_use(self, folder: Path) -> list[ReadFile]:
        files = self._files.get(folder, {})
        return [files[path].in_use for path in sorted(files)]


def looks(stamps: Mapping[Path, Mapping[Path, Stamp]]) -> Generator[Look, None, None]:
    """A look at each folder; this waits for the disk."""
    for folder, known in stamps.items():
        yield look_at(folder, known)


def read_now(packs: Sequence[Path], team: Path | None = None) -> Loaded:
    """Read packs and a team's folder once, from beginning to end."""
    shelf, library = Shelf(tuple(packs), team), Library()
    for look in looks(library.stamps(shelf)):
        finish(library.take_in(look, shelf))
    return finish(library.loaded(shelf))
