"""Everything an agent keeps, in one file that all windows share."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from zegoerr_gui.core.desk.database import Database, set_aside
from zegoerr_gui.core.desk.exchange import Exchanged, Merged, merged
from zegoerr_gui.core.desk.fault import DamagedError, DeskError
from zegoerr_gui.core.desk.notes import Note, now_in_utc, settled, written

Kind = Literal["log", "query"]
FILE: Final = "desk.sqlite"
_MOST: Final[Mapping[Kind, int]] = {"log": 20, "query": 50}


@dataclass(frozen=True, slots=True)
class Visited:
    """Codes in the order they were looked at, and the place of the one on show; -1 for none."""

    codes: tuple[int, ...] = ()
    place: int = -1


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file held when it was read last."""

    pins: tuple[int, ...] = ()
    notes: Mapping[int, Note] = field(default_factory=dict)
    recents: tuple[tuple[Kind, str], ...] = ()
    remembering: bool = True


class Desk:
    """Holds pins, notes, recent queries and logs, and the codes looked at.

    What a method has written without raising DeskError is on the disk. Where the file cannot be used ``trouble`` is the
    sentence that says why: what could be read is shown, each attempt to write opens the file anew, or raises.
    """

    def __init__(self, folder: Path | None, now: Callable[[], datetime] = now_in_utc) -> None:
        """Open the desk in a folder, which is made if need be; None: keep everything in memory, for this run only."""
        self.trouble = ""
        self._file = folder / FILE if folder else None
        self._now = now
        self._database: Database | None = None
        self._version = -1
        self._kept = _Kept()
        self._open()

    # What it holds

    @property
    def state(self) -> object:
        """Pins, notes and recents together: equal as long as none of them has changed."""
        return self._kept

    @property
    def pins(self) -> tuple[int, ...]:
        """The pinned codes, the one pinned last first."""
        return self._kept.pins

    @property
    def notes(self) -> Mapping[int, Note]:
        """The notes by code, the one changed last first."""
        return self._kept.notes

    @property
    def remembering(self) -> bool:
        """Whether queries and logs are remembered."""
        return self._kept.remembering

    def recent(self, kind: Kind) -> tuple[str, ...]:
        """Queries, or paths of logs, the one used last first."""
        return tuple(text for its_kind, text in self._kept.recents if its_kind == kind)

    def visited(self) -> Visited:
        """The codes that were looked at in the window that kept its own last."""
        if self._database is not None:
            with suppress(DeskError, TypeError, ValueError):  # without it a start is no worse than a first one
                codes = tuple(code for (code,) in self._database.read("SELECT code FROM visited ORDER BY place"))
                place = int(self._database.read("SELECT value FROM fact WHERE name = 'visited'")[0][0]) if codes else 0
                if 0 <= place < len(codes):
                    return Visited(codes, place)
        return Visited()

    # What it is told

    def refresh(self) -> None:
        """Read what other windows have written; where that is nothing it takes some microseconds."""
        if self._database is not None and self._database.version_of_data != self._version:
            self._load()

    def pin(self, code: int, pinned: bool) -> None:
        """Pin a code, or take its pin away."""
        with self._writing() as cursor:
            if pinned:
                _pin(cursor, code)
            else:
                cursor.execute("DELETE FROM pin WHERE code = ?", (code,))

    def write_note(self, code: int, text: str, before: str) -> str:
        """Keep a note that was read as ``before``; an empty one is removed. Returns what is kept.

        Where another window has changed it meanwhile both texts are kept, in one note.
        """
        with self._writing() as cursor:
            row = cursor.execute("SELECT text FROM note WHERE code = ?", (code,)).fetchone()
            stored = row[0] if row else ""
            kept = settled(stored, before, written(text))
            if not kept:
                cursor.execute("DELETE FROM note WHERE code = ?", (code,))
            elif kept != stored:
                _write(cursor, code, Note(kept, self._now()))
        return kept

    def remember(self, kind: Kind, text: str, instead_of: str = "") -> None:
        """Put a query or the path of a log first; ``instead_of`` is forgotten, because this one goes on from it."""
        if not self.remembering or self.recent(kind)[:1] == (text,):
            return
        with self._writing() as cursor:
            cursor.execute("DELETE FROM recent WHERE kind = ? AND text = ?", (kind, instead_of))
            last = "(SELECT coalesce(max(used), 0) + 1 FROM recent)"
            cursor.execute(f"INSERT OR REPLACE INTO recent VALUES (?, ?, {last})", (kind, written(text)))
            kept = "SELECT text FROM recent WHERE kind = ? ORDER BY used DESC LIMIT ?"
            cursor.execute(f"DELETE FROM recent WHERE kind = ? AND text NOT IN ({kept})", (kind, kind, _MOST[kind]))

    def forget(self, kind: Kind, text: str) -> None:
        """Remove a query or a log from what is remembered, and from the disk."""
        with self._writing() as cursor:
            cursor.execute("DELETE FROM recent WHERE kind = ? AND text = ?", (kind, text))
        self._scrub()

    def forget_all(self) -> None:
        """Remove every query, log and code looked at."""
        with self._writing() as cursor:
            _forget_all(cursor)
        self._scrub()

    def set_remembering(self, remembering: bool) -> None:
        """Remember queries and logs from here on; or no longer, and forget those that are remembered."""
        with self._writing() as cursor:
            cursor.execute("INSERT OR REPLACE INTO fact VALUES ('remembering', ?)", (str(int(remembering)),))
            if not remembering:
                _forget_all(cursor)
        self._scrub()

    def keep_visited(self, visited: Visited) -> None:
        """Keep the codes that a window looked at, in place of those kept before."""
        with self._writing() as cursor:
            cursor.execute("DELETE FROM visited")
            cursor.executemany("INSERT INTO visited VALUES (?, ?)", enumerate(visited.codes))
            cursor.execute("INSERT OR REPLACE INTO fact VALUES ('visited', ?)", (str(visited.place),))

    def exchanged(self) -> Exchanged:
        """What a colleague may have: pins and notes, nothing of customers' queries and logs."""
        return Exchanged(self.pins, self.notes)

    def merge(self, given: Exchanged) -> Merged:
        """Take over what a colleague gave; of two notes on one code both texts are kept."""
        with self._writing() as cursor:
            stored = Exchanged(self._read_pins(), self._read_notes())
            result = merged(stored, given)
            for code in result.pins:
                _pin(cursor, code)
            for code in (*result.added, *result.joined):
                _write(cursor, code, result.notes[code])
        return result

    def close(self) -> None:
        """Let the file go."""
        if self._database is not None:
            self._database.close()
            self._database = None

    # Inside

    def _open(self) -> None:
        self.trouble = ""
        try:
            self._open_or_renew()
        except DeskError as error:
            self._read_only()
            self.trouble = f"Notes and pins cannot be kept at present. {error}"

    def _open_or_renew(self) -> None:
        try:
            self._database = Database(self._file)
            self._load()
        except DamagedError:
            assert self._file is not None
            self.close()
            kept = set_aside(self._file, self._now())
            self._database = Database(self._file)
            self._load()
            self.trouble = (
                f"{self._file.name} with your notes and pins is damaged. It is kept as {kept}, a new one is begun."
            )

    def _begin_again(self) -> None:
        """The file was removed: pins and notes that are on show go into a new one."""
        shown = self.exchanged()
        self.close()
        self._open()
        self.merge(shown)

    def _read_only(self) -> None:
        """Show at least what the file holds."""
        self.close()
        if self._file is None or not self._file.exists():
            return
        with suppress(DeskError):
            self._database = Database(self._file, only_read=True)
            self._load()
        self.close()

    def _load(self) -> None:
        database = self._reached()
        version = database.version_of_data
        recents = tuple(database.read("SELECT kind, text FROM recent ORDER BY used DESC"))
        remembering = database.read("SELECT value FROM fact WHERE name = 'remembering'") != [("0",)]
        try:
            self._kept = _Kept(self._read_pins(), self._read_notes(), recents, remembering)
        except (TypeError, ValueError) as error:
            raise DamagedError(f"{self._file} is damaged.") from error
        self._version = version

    def _read_pins(self) -> tuple[int, ...]:
        return tuple(code for (code,) in self._reached().read("SELECT code FROM pin ORDER BY pinned DESC"))

    def _read_notes(self) -> dict[int, Note]:
        rows = self._reached().read("SELECT code, text, changed FROM note ORDER BY changed DESC, code")
        return {code: Note(text, datetime.fromisoformat(changed)) for code, text, changed in rows}

    def _reached(self) -> Database:
        if self._database is None:
            raise DeskError(self.trouble)
        return self._database

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """One step of writing, after which what is held is what is kept."""
        if self._database is None:
            self._open()
        elif self._database.is_gone:
            self._begin_again()
        with self._reached().writing() as cursor:
            yield cursor
        self._load()

    def _scrub(self) -> None:
        self._reached().scrub()


def _pin(cursor: Any, code: int) -> None:
    last = "(SELECT coalesce(max(pinned), 0) + 1 FROM pin)"
    cursor.execute(f"INSERT OR IGNORE INTO pin VALUES (?, {last})", (code,))


def _write(cursor: Any, code: int, note: Note) -> None:
    cursor.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (code, note.text, note.changed.isoformat()))


def _forget_all(cursor: Any) -> None:
    cursor.execute("DELETE FROM recent")
    cursor.execute("DELETE FROM visited")
