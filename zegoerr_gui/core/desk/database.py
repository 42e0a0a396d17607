"""The one SQLite file of the desk: opened, checked, written in whole steps. The only file that touches ``sqlite3``.

With a write-ahead log several windows read while one writes, and what is confirmed is on the disk: neither kill -9 nor
a power cut takes it back.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from zegoerr_gui.core.desk.fault import DamagedError, DeskError, fault_of

VERSION: Final = 1  # of the tables
_PROGRAM: Final = 0x5A45474F  # "ZEGO": tells the desk from the database of another program
_PATIENCE: Final = 0.5  # seconds that another window may take for a step
_TABLES: Final = (
    "CREATE TABLE pin (code INTEGER PRIMARY KEY, pinned INTEGER NOT NULL)",
    "CREATE TABLE note (code INTEGER PRIMARY KEY, text TEXT NOT NULL, changed TEXT NOT NULL)",
    "CREATE TABLE recent (kind TEXT, text TEXT, used INTEGER NOT NULL, PRIMARY KEY (kind, text))",
    "CREATE TABLE visited (place INTEGER PRIMARY KEY, code INTEGER NOT NULL)",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    f"PRAGMA application_id = {_PROGRAM}",
    f"PRAGMA user_version = {VERSION}",
)
Rows = list[tuple[Any, ...]]


class Database:
    """Holds the connection. Every method raises DeskError."""

    def __init__(self, file: Path | None, *, only_read: bool = False) -> None:
        """Open the file, or make it; None: keep everything in memory.

        To ``only_read`` a file that may not be changed, nothing is made, and what others write is not seen.
        """
        self._file = file or Path("the desk")
        with self._told():
            self._connection = _looked_at(file) if file and only_read else _opened(file)
            self._number = self._file_number()
            try:
                self._prepare(only_read)
            except BaseException:
                self._connection.close()
                raise

    def read(self, statement: str, values: Sequence[object] = ()) -> Rows:
        """The rows that a statement gives."""
        with self._told():
            return self._connection.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Cursor]:
        """One step: all of it is kept when the block ends, or nothing where it raises."""
        with self._told():
            cursor = self._connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    cursor.execute("ROLLBACK")
                raise

    @property
    def is_gone(self) -> bool:
        """Whether the file was removed: what is written would be lost with it."""
        return self._file_number() != self._number

    @property
    def version_of_data(self) -> int:
        """Another number as soon as another window has written."""
        return int(self.read("PRAGMA data_version")[0][0])

    def scrub(self) -> None:
        """Leave nothing of what was deleted in the file; while another window reads, that waits for a later step."""
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def _prepare(self, only_read: bool) -> None:
        run = self._connection.execute
        run("PRAGMA synchronous = FULL")
        run("PRAGMA secure_delete = ON")
        if run("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedError(f"{self._file} is damaged.")
        if not only_read and self._is_new():
            run("PRAGMA journal_mode = WAL")
            with self.writing() as cursor:
                if self._is_new():  # another window may have been quicker
                    for statement in _TABLES:
                        cursor.execute(statement)
        (program,), (version,) = run("PRAGMA application_id").fetchone(), run("PRAGMA user_version").fetchone()
        if program != _PROGRAM:
            raise DeskError(f"{self._file} belongs to another program.")
        if version > VERSION:
            raise DeskError(
                f"{self._file} was written by a newer version of ZegoErr. Use that one, or update this one."
            )

    def _is_new(self) -> bool:
        return not self._connection.execute("SELECT 1 FROM sqlite_master").fetchone()

    def _file_number(self) -> int:
        """Tells the file from another one of its name; 0 for none."""
        try:
            return self._file.stat().st_ino
        except OSError:
            return 0

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise fault_of(error, self._file) from error


def _opened(file: Path | None) -> sqlite3.Connection:
    if file is None:
        return sqlite3.connect(":memory:", isolation_level=None)
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # it may hold customers' names
    return sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)


def _looked_at(file: Path) -> sqlite3.Connection:
    # "immutable", because the log beside a file in a folder that may not be changed cannot be opened either
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def set_aside(file: Path, now: datetime) -> Path:
    """Give a damaged file, with what belongs to it, another name, which is returned. Raises DeskError."""
    kept = file.with_name(f"{file.stem}-damaged-{now:%Y%m%d-%H%M%S}{file.suffix}")
    try:
        for ending in ("-wal", "-shm", ""):
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + ending).rename(kept.with_name(kept.name + ending))
    except OSError as error:
        raise fault_of(error, file) from error
    return kept
