"""What a paste or a drop means: files, a log, a query, or nothing that can be read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QMimeData

LONGEST_QUERY: Final = 200  # characters; anything longer is a log
_TEXT: Final = "text/plain"


@dataclass(frozen=True, slots=True)
class Pasted:
    """``files`` are paths, ``data`` is UTF-8; which of them counts is told by ``kind``."""

    kind: Literal["files", "log", "query", "picture", "nothing"]
    files: tuple[Path, ...] = ()
    data: bytes = b""


def read_pasted(mime: QMimeData | None) -> Pasted:
    """What the content of a clipboard or a drop is meant for."""
    if mime is None:
        return Pasted("nothing")
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Pasted("files", files=files)
    if mime.hasText():
        # As bytes from the start: a string of 50 MB would be made, kept and encoded for nothing.
        data = bytes(mime.data(_TEXT).data()) if mime.hasFormat(_TEXT) else mime.text().encode("utf-8", "replace")
        if data.strip():
            return _text(data)
    return Pasted("picture" if mime.hasImage() else "nothing")


def _text(data: bytes) -> Pasted:
    line = data.strip()
    if len(line) <= LONGEST_QUERY * 4 and b"\n" not in line and b"\r" not in line:
        query = line.decode("utf-8", "replace")
        if len(query) <= LONGEST_QUERY:
            return Pasted("query", data=query.encode())
    return Pasted("log", data=data)
