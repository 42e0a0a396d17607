"""Writes log lines in the shapes of the SDK 3.12.0, for tests to put together."""

import json
import os
from typing import Any

from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan, scan_to_end

APP = 1234567890
EXAMPLES = int(os.environ.get("ZEGOERR_EXAMPLES", "250"))  # of each of eight properties: 2,000 inputs in a run


def compact(value: Any) -> str:
    """JSON as JavaScript writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def at(moment: int) -> str:
    """The SDK's way to write a time, so many milliseconds after ten o'clock."""
    seconds, milliseconds = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"2026/11/23 {10 + hours}:{minutes:02}:{seconds:02}.{milliseconds:03}"


def sdk(content: str, action: str = "zm.al", level: int = 1, moment: int = 0, **ids: str) -> str:
    """One line of the SDK; ``ids`` are streamid, which stands first, roomid, userid."""
    first = {"streamid": ids.pop("streamid")} if "streamid" in ids else {}
    middle = {"time": at(moment), "level": level, "action": action, "content": content, "appid": APP}
    return compact({**first, **middle, **ids})


def red(text: str, action: str = "zm.lg", moment: int = 0, **ids: str) -> str:
    """A line at level 3."""
    return sdk(text, action, 3, moment, **ids)


def room(state: str, code: int = 0, name: str | int = "r1", extended: str = "", moment: int = 0) -> str:
    """The state of a room handed to the app."""
    return sdk(f"roomStateChanged {compact([name, state, code, extended])}. pageID: 6f0a", moment=moment)


def stream(state: str, code: int = 0, name: str = "s1", reason: str = "", moment: int = 0) -> str:
    """The state of a stream handed to the app; the state's name tells whether it is published or played."""
    side = "publisher" if "PUBLISH" in state else "player"
    extended = compact({"fail_reason": reason}) if reason else ""
    told = compact({"streamID": name, "state": state, "errorCode": code, "extendedData": extended})
    return sdk(f"{side}StateUpdate {told}", "zc.al", moment=moment, streamid=name)


def login_call(name: str = "r1", moment: int = 0) -> str:
    """The line that begins a login."""
    return sdk(f"call by user u1 {name} 3.12.0 build: 2026-1-29 19:36:24", "zm.lg", moment=moment, userid="")


def in_json(text: str, times: int = 1) -> str:
    """The text put so many times into a JSON string, without the outer quotes."""
    for _ in range(times):
        text = json.dumps(text, ensure_ascii=False)[1:-1]
    return text


def scanned(recogniser: Recogniser, *lines: str) -> Scan:
    """A scan of these lines, asked for failures of any level."""
    return scanned_bytes(recogniser, "".join(f"{line}\n" for line in lines).encode())


def scanned_bytes(recogniser: Recogniser, data: bytes) -> Scan:
    """A scan of these bytes."""
    return scan_to_end(MemorySource(data, "test.log"), recogniser, Evidence.CERTAIN)
