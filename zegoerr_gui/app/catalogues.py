"""Which catalogues are in use, and the team's folder; what is loaded follows what lies in them."""

import json
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from zegoerr_gui import places
from zegoerr_gui.app.folder_watch import FolderWatch
from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.app.store import Store
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.files import Look
from zegoerr_gui.core.catalogue.library import Library, Shelf
from zegoerr_gui.core.catalogue.packs import pack_folders
from zegoerr_gui.core.catalogue.reading import Loaded

_OFF: Final = "catalogues/off"
_ADDED: Final = "catalogues/added"
_TEAM: Final = "catalogues/team"
_SHIPPED: Final = "shipped"  # in place of its folder, which another version has elsewhere


@dataclass(frozen=True)
class InUse:
    """What is chosen: folders of catalogues that are on, those that are off, and the team's."""

    on: tuple[Path, ...]
    off: tuple[Path, ...] = ()
    team: Path | None = None
    known: tuple[Path, ...] = ()  # those that are on and those that are off, in the order they are shown in


class Catalogues(QObject):
    """Holds what is loaded and keeps it to the folders in use.

    Sends ``renewed`` when anything of it is another, with whether logs are to be read anew: where a code, a family or a
    text by which codes are recognised has come or gone. A catalogue that was made by hand, without files, stays as it
    is.
    """

    renewed = Signal(bool)

    def __init__(self, loaded: Loaded, jobs: Jobs, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self.catalogue: Catalogue = loaded.catalogue
        self.loaded = loaded
        self.named: InUse = InUse(())  # by the command line, for this run
        self._jobs, self._store = jobs, store
        self._library = Library()
        self._shipped = loaded.files[0].path.parent if loaded.files else None
        self._shelf = Shelf((self._shipped,) if self._shipped else ())
        self._watches: dict[Path, FolderWatch] = {}
        self._seen: list[Look] = []
        self._job: Job | None = None
        self._again = False  # something changed while the job was under way
        if self._shipped:
            self._library.remember(self._shipped, loaded)

    @property
    def in_use(self) -> InUse:
        """What is chosen now."""
        off = set(self._kept_paths(_OFF))
        known = list(dict.fromkeys([*self._standing(), *self._kept_paths(_ADDED), *self.named.on]))
        on = [folder for folder in known if folder not in off or folder in self.named.on]
        team = self._store.value(_TEAM)
        kept = Path(team) if isinstance(team, str) and team and "\0" not in team else None
        off_now = tuple(folder for folder in known if folder not in on)
        return InUse(tuple(on), off_now, self.named.team or kept, tuple(known))

    @property
    def kept_back(self) -> list[Path]:
        """The files that are broken now, and of which an earlier, good state is in use."""
        return self._library.kept_back(self._shelf)

    @property
    def looking(self) -> bool:
        """Whether any folder is being looked at, or read, at this moment."""
        return self._job is not None or any(watch.looking for watch in self._watches.values())

    def begin(self) -> None:
        """Take in what was chosen before, and begin to follow it."""
        if self._shipped and self._store.file is not None:
            self._follow()

    def use(self, chosen: InUse) -> None:
        """Use other catalogues, or another team's folder, and remember that."""
        self.named = InUse(())
        standing = self._standing()
        self._keep_paths(_ADDED, [folder for folder in (*chosen.on, *chosen.off) if folder not in standing])
        self._keep_paths(_OFF, chosen.off)
        self._store.keep(_TEAM, str(chosen.team or ""))
        self._follow()

    def look(self) -> None:
        """Look at every folder now."""
        for watch in self._watches.values():
            watch.look()

    def stop(self) -> None:
        """Follow nothing any more."""
        for watch in self._watches.values():
            watch.stop()
        if self._job:
            self._jobs.cancel(self._job)

    # Inside

    def _standing(self) -> list[Path]:
        """The catalogues that are there without being added: the shipped one, and those in the user's own folder."""
        return ([self._shipped] if self._shipped else []) + pack_folders(places.packs_folder())

    def _follow(self) -> None:
        chosen, before = self.in_use, self._shelf
        self._shelf = Shelf(chosen.on, chosen.team)
        for folder in set(self._watches) - set(self._shelf.folders):
            watch = self._watches.pop(folder)
            watch.stop()
            watch.deleteLater()
        for folder in self._shelf.folders:
            if folder not in self._watches:
                self._watches[folder] = self._watch(folder)
        if self._shelf != before:
            self._read()

    def _watch(self, folder: Path) -> FolderWatch:
        watch = FolderWatch(folder, lambda: self._library.stamps_of(folder), self)
        watch.looked.connect(self._see)
        watch.look()
        return watch

    def _see(self, look: Look) -> None:
        if self._library.is_news(look):
            self._seen.append(look)
            self._read()

    def _read(self) -> None:
        self._again = self._job is not None
        if self._job is None:
            self._job = self._jobs.start(self._steps(), self._end, self._fail, first=True)

    def _steps(self) -> Generator[float, None, None]:
        """Read what was seen, and put everything together anew."""
        while self._seen:
            yield from self._library.take_in(self._seen.pop(0), self._shelf)
        loaded = yield from self._library.loaded(self._shelf)
        if self._library.knows(self._shelf):
            self._take(loaded)

    def _end(self) -> None:
        self._job = None
        if self._seen or self._again:
            self._read()

    def _fail(self, error: Exception) -> None:
        self._job = None
        raise error

    def _take(self, loaded: Loaded) -> None:
        if loaded.faults == self.loaded.faults and _contents(loaded.catalogue) == _contents(self.catalogue):
            return
        anew = self.catalogue.recognised_by != loaded.catalogue.recognised_by
        self.catalogue.become(loaded.catalogue)
        self.loaded = loaded
        self.renewed.emit(anew)

    def _kept_paths(self, key: str) -> list[Path]:
        """Folders by the words that stand for them; rubbish stands for none."""
        kept = self._store.value(key)
        try:
            words = json.loads(kept) if isinstance(kept, str) else []
        except ValueError:
            return []
        named = [word for word in words if isinstance(word, str)] if isinstance(words, list) else []
        return [self._shipped if word == _SHIPPED and self._shipped else Path(word) for word in named]

    def _keep_paths(self, key: str, folders: Iterable[Path]) -> None:
        words = [_SHIPPED if folder == self._shipped else str(folder) for folder in folders]
        self._store.keep(key, json.dumps(words))


def _contents(catalogue: Catalogue) -> tuple[object, ...]:
    """All that can be seen of a catalogue, the lines that its entries stand in among it."""
    return catalogue.packs, [(entry, entry.place) for entry in catalogue.all]
