"""What a line of the SDK says: its keys, its action, the side of the stream it speaks of, the state it reports.

Lines come as JSON, as JSON inside JSON strings up to three levels deep, behind prefixes of consoles and exports, or cut
off. So they are read by key from a copy without backslashes, never parsed: a cut line still tells what it has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Direction = Literal["publishing", "playing"]

_KEY: Final = re.compile(r'"(time|level|action|roomid|userid|streamid|streamID|appid)"\s*:\s*("[^"]*"|[0-9]{1,20})')
_CONTENT: Final = re.compile(r'"content\\*"\s*:\s*(\\*)"')
_PUBLISHING: Final = re.compile(r"zc\.spsr?\.0|zc\.p\.0\.|zc\.p\.[^.]+\.0\b")
_OF_PUBLISHING: Final = re.compile(r"\b(?:start)?publish|\bpush(?:ing|es|ed)?\b|推流", re.I)
_OF_PLAYING: Final = re.compile(r"\b(?:start)?play(?!er|store)|\bpull(?:ing|s|ed)?\b|拉流", re.I)
_PLAYING: Final = re.compile(r"zc\.spsr?\.1|zc\.p\.1\.|zc\.p\.[^.]+\.1\b")

FAILED: Final = frozenset(
    {"LOGIN_FAILED", "RECONNECT_FAILED", "KICKOUT", "KICK_OUT", "DISCONNECTED", "NO_PUBLISH", "NO_PLAY"}
)
RETRYING: Final = frozenset({"RECONNECTING", "PUBLISH_REQUESTING", "PLAY_REQUESTING"})
SUCCEEDED: Final = frozenset({"LOGINED", "CONNECTED", "RECONNECTED", "PUBLISHING", "PLAYING"})
BEGINNING: Final = frozenset({"LOGINING", "CONNECTING", "PUBLISH_REQUESTING", "PLAY_REQUESTING"})
ENDED: Final = frozenset({"LOGOUT", "LOGOUT_FAILED"})
STATES: Final = tuple(sorted(FAILED | RETRYING | SUCCEEDED | BEGINNING | ENDED))

_STATE: Final = "|".join(sorted(STATES, key=len, reverse=True))
_ITEM: Final = r'(".{0,600}?"|[^",\s\[]+)'
_ROOM_EVENT: Final = re.compile(
    rf'room(?:StateChanged|StateUpdate)\W{{0,4}}\[\s*{_ITEM}\s*,\s*"({_STATE})"\s*,\s*(\d{{1,10}})\b'
)
_ROOM_CALLBACK: Final = re.compile(
    rf"onRoomState(?:Changed|Update)\b.{{0,300}}?\b({_STATE})\b(?:\D{{0,40}}?(\d{{1,10}})\b)?"
)
_STREAM_EVENT: Final = re.compile(
    rf'(?:[pP]ublisher|[pP]layer)StateUpdate\b.{{0,600}}?\bstate"?\s*[:=]\s*["\']?({_STATE})\b'
)
_CONNECTION: Final = re.compile(rf"^({_STATE})\b")
_ROOM_LINE: Final = re.compile(rf"^(.{{0,600}}?) ?(?:state: ({_STATE})|(disconnected) (\d{{1,10}}))\b")
_ERROR_CODE: Final = re.compile(r'["\']?(?:errorCode|code)["\']?\s*[:=]\s*["\']?(\d{1,10})\b')
_ROOM_NAME: Final = re.compile(
    rf"\broomID\W{{1,4}}([^\s,\"'}}]+)|onRoomState(?:Changed|Update)\]?:? (\S{{1,600}}) (?:{_STATE})\b"
)
_STREAM_ID: Final = re.compile(r'"?stream(?:ID|id|Id)"?\s*[:=]\s*"?([^",}\s]+)')


# Of what a state speaks.
KIND: Final = {
    state: "published" if "PUBLISH" in state else "played" if "PLAY" in state else "room" for state in STATES
}


@dataclass(slots=True)
class StateReport:
    """A state that a line reports, with the code beside it (None where the line shows none)."""

    state: str
    code: int | None
    room: str = ""
    stream: str = ""


@dataclass(frozen=True, slots=True)
class SdkLine:
    """One line of the SDK's log, without its escapes; keys that the line lacks are empty."""

    time: str
    level: int
    action: str
    content: str
    room: str = ""
    user: str = ""
    stream: str = ""
    app: str = ""
    start: int = 0  # of the content in the line as it stands, escapes and all
    end: int = 0

    @property
    def direction(self) -> Direction | None:
        """Whether the line speaks of a stream that is published or played; None where it does not tell."""
        return direction_of(self.action, self.content)


def direction_of(action: str, content: str) -> Direction | None:
    """The side of the stream, told by the module path or by the callback's name."""
    if _PUBLISHING.match(action) or "publisherStateUpdate" in content:
        return "publishing"
    if _PLAYING.match(action) or "playerStateUpdate" in content:
        return "playing"
    return None


def spoken_direction(text: str) -> Direction | None:
    """The side of the stream that a sentence speaks of; None where it speaks of both or of neither."""
    publishing, playing = _OF_PUBLISHING.search(text), _OF_PLAYING.search(text)
    if bool(publishing) == bool(playing):
        return None
    return "publishing" if publishing else "playing"


def flat(text: str) -> str:
    """The text without the backslashes that nesting puts before quotes."""
    return text.replace("\\", "") if "\\" in text else text


def read_sdk_line(text: str) -> SdkLine | None:
    """A line of the SDK, escapes and all, or None for any other text."""
    if '"content' not in text or '"action' not in text or (begin := _CONTENT.search(text)) is None:
        return None
    end, after = string_end(text, begin.end(), len(begin[1]))
    content = flat(text[begin.end() : end])
    front = flat(text[: begin.start()])
    keys: dict[str, str] = {}
    for key, value in _KEY.findall(front):  # of a wrapper's and the line's own the nearest one counts
        keys[key.lower()] = value.strip('"')
    for key, value in _KEY.findall(flat(text[after:])):
        keys.setdefault(key.lower(), value.strip('"'))
    level = keys.get("level", "")
    known_level = len(level) == 1 and level in "0123456789"
    return SdkLine(
        time=keys.get("time", ""),
        level=int(level) if known_level else -1,
        action=keys.get("action", ""),
        content=content,
        room=keys.get("roomid", ""),
        user=keys.get("userid", ""),
        stream=keys.get("streamid", ""),
        app=keys.get("appid", ""),
        start=begin.end(),
        end=end,
    )


def sdk_objects(text: str) -> Iterator[tuple[int, str]]:
    """The lines of the SDK that an export put into one, with where each begins; the text itself where it holds one."""
    begin = 0
    while text.count("content", begin) > 1 and (found := _CONTENT.search(text, begin)):
        _, after = string_end(text, found.end(), len(found[1]))
        following = text.find("{", after)
        if following < 0 or _CONTENT.search(text, following) is None:
            break
        yield begin, text[begin:following]
        begin = following
    yield begin, text[begin:]


def string_end(text: str, start: int, escapes: int) -> tuple[int, int]:
    """Where a JSON string ends that began with a quote behind so many backslashes, and where what follows begins.

    Quotes inside it stand behind more backslashes; a line that was cut has no end but its own.
    """
    quote = text.find('"', start)
    while quote >= 0:
        first = quote
        while first > start and text[first - 1] == "\\":
            first -= 1
        if quote - first <= escapes:
            return first, quote + 1
        quote = text.find('"', quote + 1)
    return len(text), len(text)


def read_state(flattened: str, line: SdkLine | None) -> StateReport | None:
    """The state of a room or a stream that a line reports, or None."""
    content = line.content if line else flattened
    if "State" in content:
        if event := _ROOM_EVENT.search(content):
            return StateReport(event[2], int(event[3]), room=event[1].strip('"'))
        if event := _STREAM_EVENT.search(content):
            stream = _STREAM_ID.search(content)
            return StateReport(event[1], _code_in(content), stream=stream[1] if stream else "")
        if event := _ROOM_CALLBACK.search(content):
            room = _ROOM_NAME.search(content)
            code = int(event[2]) if event[2] else _code_in(content)
            return StateReport(event[1], code, room=(room[1] or room[2]) if room else "")
    if line and line.action == "zm.rm.scb" and (event := _CONNECTION.match(content)):
        return StateReport(event[1], _code_in(content), room=line.room)
    if line and line.action == "zc.rsu" and (event := _ROOM_LINE.match(content)):
        state = event[2] or event[3].upper()
        return StateReport(state, int(event[4]) if event[4] else None, room=event[1].strip())
    return None


def begins_attempt(line: SdkLine | None, report: StateReport | None) -> bool:
    """Whether a line begins a new attempt, so that what follows is another failure."""
    if line and line.action.endswith(".lg") and line.content.startswith("call by user"):
        return True
    return report is not None and report.state in BEGINNING and not report.code


def _code_in(content: str) -> int | None:
    found = _ERROR_CODE.search(content)
    return int(found[1]) if found else None
