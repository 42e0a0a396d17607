"""What one line tells of where a log comes from: AppID, ids, version, user agent, whether the page is secure.

The SDK's own lines tell most. Exports and mobile logs write their own keys, customers paste the call that makes the
engine, and host names hold the AppID.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from zegoerr_gui.core.recognition.sdk_line import SdkLine

Kind = Literal["app_id", "room_id", "user_id", "stream_id", "sdk_version", "user_agent", "page"]
Fact = tuple[Kind, str]

_BUILD: Final = re.compile(r"\b(\d{1,3}\.\d{1,3}\.\d{1,4}) build:")
_START: Final = re.compile(r"^(.{0,400}\S) (\d{1,3}\.\d{1,3}\.\d{1,4}) log: ")  # the SDK's first line
_LOGIN: Final = re.compile(
    r"^call by user (\S*) (\S*) \d{1,3}\.\d{1,3}\.\d{1,4} build:"
)  # blanks in an id hide its end
_VERSION: Final = re.compile(r"sdk[_ ]?version[\"']?\s*[:=]?\s*[\"']?v?(\d{1,3}\.\d{1,3}\.\d{1,4})(?!\d)", re.I)
_HOST: Final = re.compile(r"webliveroom(\d{6,10})-")
_ENGINE: Final = re.compile(r"ZegoExpressEngine\(\s*(\d{6,10})\b")
_ID: Final = re.compile(r"\b(app|room|user|stream)[_ ]?id[\"']?\s*[:=]\s*[\"']?([^\s\"',;}\])]{1,300})", re.I)
_KINDS: Final[dict[str, Kind]] = {"app": "app_id", "room": "room_id", "user": "user_id", "stream": "stream_id"}
_ADDRESS: Final = re.compile(
    r"\b(?:origin|refer+er|location|href|page_?url|page)[\"']?\s*[:=]\s*[\"']?(https?)://([^\s\"'/:]+)", re.I
)
_SCRIPT: Final = re.compile(r"(?:source: |^|\()(https?)://([^\s\"'/:]+)[^\s\"']*?\.(js|html?)\b")
_LOCAL: Final = re.compile(r"localhost|127\.|\[::1\]")
_NOT_SECURE: Final = "https or localhost required"  # the SDK's words on a page that is neither


def read_origin(flattened: str, line: SdkLine | None, native: bool) -> list[Fact]:
    """What a line without its escapes tells; ``line`` is the same as a line of the SDK, ``native`` one of a phone's."""
    told: list[Fact] = []
    if line is not None:
        told += _from_sdk_line(line)
    if "ersion" in flattened and (version := _VERSION.search(flattened)):
        told.append(("sdk_version", version[1]))
        native = native or line is None
    if native:
        told += [(_KINDS[kind.lower()], value) for kind, value in _ID.findall(flattened)]
    if "webliveroom" in flattened and (host := _HOST.search(flattened)):
        told.append(("app_id", host[1]))
    if "Engine(" in flattened and (engine := _ENGINE.search(flattened)):
        told.append(("app_id", engine[1]))
    if "://" in flattened or "required" in flattened:
        told += _page(flattened)
    return told


def _from_sdk_line(line: SdkLine) -> Iterator[Fact]:
    yield "app_id", line.app
    if "build:" in line.content:
        if login := _LOGIN.search(line.content):
            yield "user_id", login[1]
            yield "room_id", login[2]
        if version := _BUILD.search(line.content):
            yield "sdk_version", version[1]
    if line.action == "zm.0" and (start := _START.search(line.content)):
        yield "user_agent", start[1]
        yield "sdk_version", start[2]


def _page(text: str) -> Iterator[Fact]:
    """Whether the page was opened over HTTPS. A script over HTTP is never on a secure page; one over HTTPS can be."""
    if _NOT_SECURE in text:
        yield "page", "http"
    if address := _ADDRESS.search(text):
        yield "page", _scheme(address[1], address[2])
    elif (script := _SCRIPT.search(text)) and (script[3] != "js" or _scheme(script[1], script[2]) == "http"):
        yield "page", _scheme(script[1], script[2])


def _scheme(scheme: str, host: str) -> str:
    return "localhost" if _LOCAL.match(host) else scheme
