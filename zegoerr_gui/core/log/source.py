"""Where a log's bytes come from. Offsets and sizes are in bytes of UTF-8 (or of an encoding that contains ASCII)."""

import contextlib
import os
import stat
from pathlib import Path
from typing import BinaryIO, Protocol

from zegoerr_gui.core.log.visible import visible


class UnreadableLogError(Exception):
    """A log that cannot be opened or read; the message is one sentence for the user, on one line."""

    def __init__(self, sentence: str) -> None:
        super().__init__(visible(sentence))  # a file's name may hold line breaks


class Original:
    """The bytes as they came, in a local file: the customer's own, or a private copy of what cannot be read in place.

    Several sources may read from it, one after another: the same log in another encoding. ``notice`` is a sentence on
    what is missing.
    """

    def __init__(self, path: Path, name: str, *, private: bool = False) -> None:
        self.path = path
        self.name = name
        self.private = private
        self.notice = ""
        self.holders = 0
        self.is_text = False  # whatever its first bytes say
        self.seen: os.stat_result | None = None  # what it was when it was opened

    def hold(self) -> None:
        """Keep it for one more."""
        self.holders += 1

    def release(self) -> None:
        """Let it go; when nobody holds it any more, a private copy is removed."""
        self.holders -= 1
        if self.private and self.holders <= 0:
            with contextlib.suppress(PermissionError):  # a reader that hangs still has it open; removed at next start
                self.path.unlink(missing_ok=True)

    def head(self, count: int) -> bytes:
        """Up to ``count`` first bytes. Raises UnreadableLogError."""
        with open_regular(self.path) as file:
            self.seen = os.fstat(file.fileno())
            return read_from(file, count, self.name)


class LogSource(Protocol):
    """Bytes that can be read anywhere.

    ``encoding`` is Python's name of what the customer's text was written in; ``settled`` where it is known, so that
    bytes that are no UTF-8 are only counted. ``undecodable`` counts the bytes lost on the way to UTF-8, ``notice`` is a
    sentence on what an agent should know of how it came, ``original`` what can be read again in another encoding.
    """

    name: str
    encoding: str
    settled: bool
    undecodable: int
    notice: str
    original: Original | None

    @property
    def size(self) -> int: ...

    def read(self, offset: int, count: int) -> bytes:
        """Up to ``count`` bytes from ``offset``; fewer at the end. Raises UnreadableLogError."""

    def grow(self) -> int:
        """Take in what has been added since; how many bytes. Raises UnreadableLogError where the log became shorter."""

    def close(self) -> None:
        """Give back what the source holds; a private file of ours is removed."""


class MemorySource:
    """A log held in memory: a paste."""

    encoding = "utf-8"
    settled = True
    undecodable = 0
    notice = ""
    original: Original | None = None

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self.name = name

    @property
    def size(self) -> int:
        return len(self._data)

    def read(self, offset: int, count: int) -> bytes:
        return self._data[offset : offset + count]

    def grow(self) -> int:
        return 0

    def close(self) -> None:
        self._data = b""


class FileSource:
    """A regular file, read in place: never mapped, since a file that is cut off under a map ends the program.

    ``text`` is the file of UTF-8, which is ``original`` itself where that can be read in place.
    """

    undecodable = 0
    notice = ""
    settled = True

    def __init__(
        self,
        text: Original | Path,
        name: str,
        encoding: str = "utf-8",
        skip: int = 0,
        original: Original | None = None,
    ) -> None:
        self.name = name
        self.encoding = encoding
        self._text = text if isinstance(text, Original) else Original(text, name)
        self.original: Original | None = original or self._text
        self._skip = skip  # bytes of a byte-order mark
        self._file: BinaryIO = open_regular(self._text.path)
        self._size = self._size_now()
        self._held = {self._text, original or self._text}
        for one in self._held:
            one.hold()

    @property
    def in_place(self) -> bool:
        """Whether what is added to the original can be read on; else it has to be opened anew."""
        return self._text is self.original

    @property
    def taken_in(self) -> int:
        """How many bytes of the original have been taken in. To a transcoded copy nothing can be added."""
        if self.in_place:
            return self._size + self._skip
        return self.original.seen.st_size if self.original and self.original.seen else 0

    @property
    def size(self) -> int:
        return self._size

    def read(self, offset: int, count: int) -> bytes:
        try:
            self._file.seek(offset + self._skip)
            return self._file.read(min(count, max(0, self._size - offset)))
        except OSError as error:
            raise UnreadableLogError(f"{self.name} can no longer be read: {error.strerror}.") from error

    def grow(self) -> int:
        before, self._size = self._size, self._size_now()
        if self._size < before:
            raise UnreadableLogError(f"{self.name} was cut off while it was open. Open it again.")
        return self._size - before

    def _size_now(self) -> int:
        return max(0, os.fstat(self._file.fileno()).st_size - self._skip)

    def close(self) -> None:
        self._file.close()
        for one in self._held:
            one.release()
        self._held = set()


def beside(source: LogSource, name: str) -> str:
    """A name in the folder of the log, where that is a file of the customer's; else the bare name."""
    original = source.original
    return name if original is None or original.private else str(original.path.absolute().with_name(name))


def read_from(file: BinaryIO, count: int, name: str) -> bytes:
    """The next bytes of a file. Raises UnreadableLogError."""
    try:
        return file.read(count)
    except OSError as error:
        raise UnreadableLogError(f"{name} cannot be read: {error.strerror}.") from error


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading, refusing folders, devices and pipes. Raises UnreadableLogError."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableLogError(f"{path.name or path} is a folder. Open one of the files in it.")
        if not stat.S_ISREG(mode):
            raise UnreadableLogError(f"{path.name} is a device or a pipe, not a file. Save its text to a file first.")
        return path.open("rb", buffering=0)
    except FileNotFoundError:
        raise UnreadableLogError(f"{path} does not exist. Check the name.") from None
    except PermissionError:
        raise UnreadableLogError(f"{path} may not be read by you. Ask for the right to read it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableLogError(f"{path} cannot be opened: {reason}.") from error
