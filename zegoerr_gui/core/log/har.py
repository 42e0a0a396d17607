"""The messages and bodies in a HAR, a browser's recording of what went over the network, as lines in its order.

What is no text is left out, and said: pictures, sound, base64; and the page's own code, in which every code of the SDK
stands without having happened.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

from zegoerr_gui.core.log.json_stream import LONGEST_TEXT, JsonStream, Value
from zegoerr_gui.core.log.source import open_regular, read_from
from zegoerr_gui.core.log.spool import amount
from zegoerr_gui.core.log.transcoding import Piece

_SLICE: Final = 128 * 1024  # bytes
_MOST_HELD: Final = 4 * 1024 * 1024  # characters of one request's messages that wait for its address
_CODE: Final = re.compile(
    r"^(?:image|audio|video|font)/|javascript|ecmascript|css|html|wasm|octet-stream", re.IGNORECASE
)
_ENTRY: Final = ("log", "entries")
_CONSOLE: Final = frozenset({"console", "_console", "consoleMessages", "_consoleMessages"})
_WANTED: Final = frozenset(
    [
        "startedDateTime",
        "method",
        "url",
        "text",
        "status",
        "statusText",
        "encoding",
        "mimeType",
        "size",
        "type",
        "time",
        "data",
        "_error",
        "error",
        "level",
        "message",
        "timestamp",
    ]
)


def har_text(path: Path, name: str) -> Iterator[Piece]:
    """A HAR's messages and bodies as lines. Raises BrokenJsonError where it is no JSON."""
    stream, lines, used = JsonStream(_WANTED), _Lines(), 0
    with open_regular(path) as file:
        while data := read_from(file, _SLICE, name):
            if not used:
                data = data.removeprefix(b"\xef\xbb\xbf")
            used += len(data)
            for value in stream.feed(data):
                for line in lines.take(value):
                    yield from _pieces(line.encode("utf-8", "replace"), used)
            yield Piece(b"", used)
        stream.end()


def _pieces(text: bytes, used: int) -> Iterator[Piece]:
    for start in range(0, len(text), _SLICE):
        yield Piece(text[start : start + _SLICE], used)


class _Lines:
    """Gathers what belongs together, and tells it when its object ends."""

    def __init__(self) -> None:
        self._request: dict[tuple[str, ...], str] = {}
        self._message: dict[str, str] = {}
        self._waiting: list[str] = []
        self._held = 0

    def take(self, value: Value) -> Iterator[str]:
        path, text = value
        if path[:2] == _ENTRY:
            yield from self._in_entry(path[2:], text)
        elif len(path) > 1 and path[1] in _CONSOLE:
            if text is not None and len(path) == 3:
                self._message[path[2]] = text
            elif text is None and len(path) == 2:
                yield self._console_line()

    def _in_entry(self, path: tuple[str, ...], text: str | None) -> Iterator[str]:
        if path[:1] == ("_webSocketMessages",):
            if text is not None:
                self._message[path[-1]] = text
                return
            line = self._socket_line()
            self._waiting.append(line)
            self._held += len(line)
            if self._held > _MOST_HELD:
                yield from self._flush()
        elif text is not None:
            self._request[path] = text
        elif not path:
            yield self._request_lines()
            yield from self._flush()
            self._request.clear()

    def _flush(self) -> Iterator[str]:
        yield from self._waiting
        self._waiting, self._held = [], 0

    def _request_lines(self) -> str:
        get = self._request.get
        method, url = get(("request", "method"), ""), get(("request", "url"), "")
        status = " ".join(filter(None, [get(("response", "status"), ""), get(("response", "statusText"), "")]))
        fault = get(("response", "_error")) or get(("_error",)) or ""
        if url.startswith("data:"):
            url = url[:100] + "…"
        first = " ".join(
            filter(None, [get(("startedDateTime",), ""), method, url, "→" if status else "", status, fault])
        )
        sent = self._body(("request", "postData"))
        received = self._body(("response", "content"))
        return "".join(part.rstrip("\r\n") + "\n" for part in (first, sent, received) if part)

    def _body(self, place: tuple[str, ...]) -> str:
        text = self._request.get((*place, "text"), "")
        kind = self._request.get((*place, "mimeType"), "")
        if not text:
            return ""
        if self._request.get((*place, "encoding"), "") == "base64" or _CODE.search(kind):
            return f"({amount(len(text))} of {kind.partition(';')[0] or 'base64'} left out)"
        return _shortened(text)

    def _socket_line(self) -> str:
        message, self._message = self._message, {}
        data = "(binary, left out)" if message.get("opcode") == "2" else message.get("data", "")
        way = {"send": "sent", "receive": "received"}.get(message.get("type", ""), "")
        return _line(_moment(message.get("time", "")), f"WebSocket {way}".rstrip(), data)

    def _console_line(self) -> str:
        message, self._message = self._message, {}
        moment = _moment(message.get("timestamp") or message.get("time") or "")
        level, text = message.get("level") or message.get("type"), message.get("text") or message.get("message")
        return _line(moment, level or "", text or "")


def _line(*parts: str) -> str:
    return " ".join(filter(None, map(_shortened, parts))).rstrip("\r\n") + "\n"


def _shortened(text: str) -> str:
    if len(text) < LONGEST_TEXT:
        return text
    return text[:LONGEST_TEXT] + "… (the rest is left out)"


def _moment(seconds: str) -> str:
    """Seconds or milliseconds since 1970 as the requests' times are written; other times as they stand."""
    try:
        number = float(seconds)
        moment = datetime.fromtimestamp(number / 1000 if number > 1e11 else number, timezone.utc)
    except (ValueError, OverflowError, OSError):
        return seconds
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
