"""The clipboard: what a paste or a drop means (files, a log, a query, nothing readable), and what is put on it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from zegoerr_gui.core.answer.clipping import Clip

LONGEST_QUERY: Final = 200  # characters; anything longer is a log
_LONGEST_AT_ONCE: Final = 64 * 1024  # characters of HTML that are made text before it is known what they are for
_TEXT: Final = "text/plain"
_LONGEST_STRIPPED: Final = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Pasted:
    """``files`` are paths, ``data`` is UTF-8; which of them counts is told by ``kind``; a long log in HTML is html."""

    kind: Literal["files", "log", "html", "query", "picture", "nothing"]
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
        if data and not data.isspace():
            return _text(data)
    if mime.hasHtml():  # of a mail or a chat without plain text
        return _html(mime.html()) or Pasted("picture" if mime.hasImage() else "nothing")
    return Pasted("picture" if mime.hasImage() else "nothing")


def put_clip(clip: "Clip") -> None:
    """Put a reply on the clipboard in all its forms: each place pastes the one it understands."""
    data = QMimeData()
    data.setText(clip.text)
    data.setData("text/markdown", clip.markdown.encode())
    data.setData("text/html", clip.html.encode())
    QGuiApplication.clipboard().setMimeData(data)


def put(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _html(html: str) -> Pasted | None:
    from zegoerr_gui.core.log.html_text import html_text
    from zegoerr_gui.core.stepwise import finish

    if len(html) > _LONGEST_AT_ONCE:
        return Pasted("html", data=html.encode("utf-8", "replace"))
    data = finish(html_text(html)).encode("utf-8", "replace")
    return _text(data) if data and not data.isspace() else None


def _text(data: bytes) -> Pasted:
    line = data.strip() if len(data) <= _LONGEST_STRIPPED else data  # a copy of 50 MB would be felt
    if len(line) <= LONGEST_QUERY * 4 and b"\n" not in line and b"\r" not in line:
        query = line.decode("utf-8", "replace")
        if len(query) <= LONGEST_QUERY:
            return Pasted("query", data=query.encode())
    return Pasted("log", data=data)
