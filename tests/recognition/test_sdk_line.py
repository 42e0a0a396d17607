"""Lines of the SDK are read by key, however they are wrapped, escaped or cut."""

from typing import Any

import pytest

from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.sdk_line import (
    FAILED,
    RETRYING,
    SUCCEEDED,
    StateReport,
    direction_of,
    flat,
)

from .shapes import APP, compact, in_json, login_call, red, room, sdk, stream

PLAIN = sdk("roomID is empty", "zm.lg", 3, 9203, roomid="r1", userid="u1")
PLAIN_READ = {
    "time": "2026/11/23 10:00:09.203",
    "level": 3,
    "action": "zm.lg",
    "content": "roomID is empty",
    "app": str(APP),
    "room": "r1",
    "user": "u1",
    "stream": "",
}
EXPORT = (
    '{"client_time":"2026-11-23T10:00:09Z","server_time":"2026-11-23T10:00:11Z","level":"3","action":"zm.lg",'
    '"content":"roomID is empty","time":"2026/11/23 10:00:09.203","appid":"1234567890","roomid":"r1","userid":"u1"}'
)
TWO_KEYS = compact({"streamID": "s1", "state": "NO_PUBLISH", "errorCode": 1103051, "extendedData": "retry"})
THREE_LEVELS = compact({"data": compact({"data": compact({"code": 1102023, "msg": "connect signal fail"})}), "n": "1"})

READ: list[tuple[str, str, dict[str, Any]]] = [
    ("as it is", PLAIN, PLAIN_READ),
    ("escaped once", in_json(PLAIN), PLAIN_READ),
    ("escaped twice", in_json(PLAIN, 2), PLAIN_READ),
    ("escaped three times", in_json(PLAIN, 3), PLAIN_READ),
    ("as a member of JSON", compact({"log": PLAIN, "seq": 4}), PLAIN_READ),
    ("behind a browser's source", f"ZegoExpressWebRTC.js:1 {PLAIN}", PLAIN_READ),
    ("behind a recorder's prefix", f"[error] {PLAIN}", PLAIN_READ),
    ("in Android's console", f'[INFO:CONSOLE(1)] "{PLAIN}", source: https://x.example/app.js (1)', PLAIN_READ),
    ("exported with its level as text", EXPORT, PLAIN_READ),
    ("with blanks", PLAIN.replace('":', '" : '), PLAIN_READ),
    (
        "with its stream first",
        sdk("not login", "zc.sps.0", 3, streamid="s1", userid=""),
        {"stream": "s1", "action": "zc.sps.0", "content": "not login", "level": 3, "user": "", "room": ""},
    ),
    (
        "with other keys first",
        '{"seq":17,"tag":"a","streamID":"s2","time":"x","level":2,"action":"zn.ws","content":"closed 1006"}',
        {"stream": "s2", "time": "x", "level": 2, "action": "zn.ws", "content": "closed 1006", "app": ""},
    ),
    ("without a level", '{"action":"zn.ws","content":"closed"}', {"level": -1, "content": "closed"}),
    ("with empty content", sdk("", "zn.ws"), {"content": "", "app": str(APP)}),
    ("cut in its content", PLAIN[: PLAIN.index(" is empty")], {"content": "roomID", "action": "zm.lg", "app": ""}),
    ("cut behind its content", PLAIN[: PLAIN.index("1234")], {"content": "roomID is empty", "room": "", "user": ""}),
    ("cut in an id", PLAIN[:-4], {"content": "roomID is empty", "room": "r1", "user": ""}),
    ("with a payload", sdk(f"publisherStateUpdate {TWO_KEYS}"), {"content": f"publisherStateUpdate {TWO_KEYS}"}),
    ("with a payload, escaped", in_json(sdk(f"x {TWO_KEYS}"), 2), {"content": f"x {TWO_KEYS}", "app": str(APP)}),
    ("three levels deep", sdk(THREE_LEVELS), {"content": flat(THREE_LEVELS), "app": str(APP)}),
    (
        "with the same keys in its content",
        sdk(compact({"action": "x", "level": 3, "roomid": "other"}), "zc.rpt", 0, roomid="r1"),
        {"action": "zc.rpt", "level": 0, "room": "r1"},
    ),
    ("with quotes in its content", sdk('say "hello", "bye": ok', "zm.im"), {"content": 'say "hello", "bye": ok'}),
]

NO_SDK_LINE = [
    "",
    "action content",
    '{"action":"buy"}',
    '{"content":"roomID is empty","level":3}',
    'roomStateChanged: ["r1","LOGIN_FAILED",1002011,""]',
    "{'action': 'zm.lg', 'content': 'roomID is empty'}",
]


@pytest.mark.parametrize(("raw", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_reads_keys(recogniser: Recogniser, raw: str, expected: dict[str, Any]) -> None:
    line = recogniser.read(raw, free=False).line
    assert line is not None
    assert {name: getattr(line, name) for name in expected} == expected


@pytest.mark.parametrize("text", NO_SDK_LINE)
def test_leaves_other_text_alone(recogniser: Recogniser, text: str) -> None:
    assert recogniser.read(text, free=False).line is None


@pytest.mark.parametrize("level", ["²", "٣", "9" * 5000, "", "high", "-1"])
def test_a_strange_level_is_no_error(recogniser: Recogniser, level: str) -> None:
    text = f'{{"level":"{level}","action":"zm.lg","content":"roomID is empty","appid":1}}'
    line = recogniser.read(text, free=False).line
    assert line is not None
    assert line.content == "roomID is empty"


STATES: list[tuple[str, str, StateReport | None]] = [
    ("room event", room("LOGIN_FAILED", 1002011), StateReport("LOGIN_FAILED", 1002011, room="r1")),
    ("room event of a number", room("LOGINING", 0, 1103061), StateReport("LOGINING", 0, room="1103061")),
    ("room event of no room", room("LOGINING", 0, ""), StateReport("LOGINING", 0, room="")),
    ("room event with a comma", room("LOGINED", 0, "a,b"), StateReport("LOGINED", 0, room="a,b")),
    (
        "room event the app prints",
        'roomStateUpdate: ["r1","DISCONNECTED",1002011,""]',
        StateReport("DISCONNECTED", 1002011, room="r1"),
    ),
    (
        "room event, escaped three times",
        in_json(room("KICKOUT", 1002055), 3),
        StateReport("KICKOUT", 1002055, room="r1"),
    ),
    (
        "room event with blanks",
        'roomStateChanged [ "r 1" , "KICKOUT" , 1002050 ]',
        StateReport("KICKOUT", 1002050, "r 1"),
    ),
    ("publishing begins", stream("PUBLISH_REQUESTING"), StateReport("PUBLISH_REQUESTING", 0, stream="s1")),
    ("publishing", stream("PUBLISHING"), StateReport("PUBLISHING", 0, stream="s1")),
    (
        "publishing is retried",
        stream("PUBLISH_REQUESTING", 1102023, reason="connect signal fail"),
        StateReport("PUBLISH_REQUESTING", 1102023, stream="s1"),
    ),
    (
        "publishing failed, escaped three times",
        in_json(stream("NO_PUBLISH", 1103051, reason="publisher retry timeout"), 3),
        StateReport("NO_PUBLISH", 1103051, stream="s1"),
    ),
    ("playing failed", stream("NO_PLAY", 1104031, "s2"), StateReport("NO_PLAY", 1104031, stream="s2")),
    (
        "Chrome's object",
        "playerStateUpdate {streamID: 's2', state: 'PLAY_REQUESTING', errorCode: 1104028, extendedData: ''}",
        StateReport("PLAY_REQUESTING", 1104028, stream="'s2'"),
    ),
    ("without a code", 'publisherStateUpdate {"state":"PUBLISHING"}', StateReport("PUBLISHING", None)),
    (
        "connection",
        sdk('DISCONNECTED {"code":1002011,"msg":"room ID is empty"}', "zm.rm.scb", roomid="r1"),
        StateReport("DISCONNECTED", 1002011, room="r1"),
    ),
    ("connection stands", sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb"), StateReport("CONNECTED", 0)),
    ("room line", sdk("r1 state: CONNECTING", "zc.rsu"), StateReport("CONNECTING", None, room="r1")),
    ("room line of no room", sdk(" state: CONNECTED", "zc.rsu"), StateReport("CONNECTED", None)),
    (
        "room line with a code",
        sdk("1103061 disconnected 1100001 roomID must be string", "zc.rsu"),
        StateReport("DISCONNECTED", 1100001, room="1103061"),
    ),
    (
        "room line of words",
        sdk("room 中文 disconnected 1002012 ", "zc.rsu"),
        StateReport("DISCONNECTED", 1002012, room="room 中文"),
    ),
    (
        "phone, by key",
        "[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: 1002013",
        StateReport("LOGIN_FAILED", 1002013, room="r1"),
    ),
    (
        "phone, by place",
        "[onRoomStateUpdate] x DISCONNECTED 1002055 {}",
        StateReport("DISCONNECTED", 1002055, room="x"),
    ),
    (
        "phone, a stream",
        "[onPublisherStateUpdate] streamID: s1, state: NO_PUBLISH, errorCode: 1003028",
        StateReport("NO_PUBLISH", 1003028, stream="s1"),
    ),
    ("a quote in the room", room("LOGIN_FAILED", 1002012, 'a"b'), StateReport("LOGIN_FAILED", 1002012, room='a"b')),
    ("other event", sdk('roomUserUpdate ["r1","ADD",[]]'), None),
    ("a state's name only", "we saw LOGIN_FAILED", None),
    ("connection words elsewhere", sdk('CONNECTED {"code":0}', "zn.ws"), None),
]


def _same_report(found: StateReport | None, expected: StateReport | None) -> bool:
    if found is None or expected is None:
        return found is expected
    wanted = StateReport(expected.state, expected.code, expected.room, expected.stream.strip("'"))
    return StateReport(found.state, found.code, found.room, found.stream.strip("'")) == wanted


@pytest.mark.parametrize(("raw", "expected"), [row[1:] for row in STATES], ids=[row[0] for row in STATES])
def test_reads_states(recogniser: Recogniser, raw: str, expected: StateReport | None) -> None:
    found = recogniser.read(raw, free=False).report
    assert _same_report(found, expected), found


@pytest.mark.parametrize(
    "text",
    [
        f'roomStateChanged ["r1","LOGIN_FAILED",{"9" * 5000},""]',
        f'publisherStateUpdate {{"state":"NO_PUBLISH","errorCode":{"9" * 5000}}}',
        f"[onRoomStateChanged] r1 LOGIN_FAILED {'9' * 5000}",
        sdk(f"r1 disconnected {'9' * 5000} ", "zc.rsu"),
    ],
    ids=["room", "stream", "phone", "room line"],
)
def test_a_number_beyond_measure_is_no_error(recogniser: Recogniser, text: str) -> None:
    assert recogniser.read(text, free=True).hits == []


def test_no_state_has_two_meanings() -> None:
    assert not FAILED & RETRYING
    assert not FAILED & SUCCEEDED
    assert not RETRYING & SUCCEEDED


BEGINNINGS: list[tuple[str, bool]] = [
    (login_call(), True),
    (sdk("call by user u1 r1 1.19.0", "zb.rh.lg"), True),
    (room("LOGINING"), True),
    (sdk('CONNECTING {"code":0,"msg":""}', "zm.rm.scb"), True),
    (sdk("r1 state: CONNECTING", "zc.rsu"), True),
    (stream("PUBLISH_REQUESTING"), True),
    (stream("PLAY_REQUESTING"), True),
    (stream("PUBLISH_REQUESTING", 1102023), False),
    (stream("PLAY_REQUESTING", 1104028), False),
    (room("LOGINED"), False),
    (room("RECONNECTING", 1000017), False),
    (stream("NO_PUBLISH"), False),
    (red("roomID is empty"), False),
    (sdk("call by user u1", "zm.lo"), False),
    ("call by user u1 r1", False),
]


@pytest.mark.parametrize(("raw", "expected"), BEGINNINGS)
def test_tells_where_an_attempt_begins(recogniser: Recogniser, raw: str, expected: bool) -> None:
    assert recogniser.read(raw, free=False).begins_attempt is expected


DIRECTIONS = [
    ("zc.sps.0", "", "publishing"),
    ("zc.sps.0.1", "", "publishing"),
    ("zc.spsr.0", "", "publishing"),
    ("zc.p.0.ice", "", "publishing"),
    ("zc.p.sps.0", "", "publishing"),
    ("zc.sps.1", "", "playing"),
    ("zc.spsr.1.2", "", "playing"),
    ("zc.p.1.ice", "", "playing"),
    ("zc.p.ice.1", "", "playing"),
    ("zc.p.scv", "", None),
    ("zc.p.ice.12", "", None),
    ("zm.al", "publisherStateUpdate {}", "publishing"),
    ("", "playerStateUpdate: {}", "playing"),
    ("zm.lg", "", None),
]


@pytest.mark.parametrize(("action", "content", "expected"), DIRECTIONS)
def test_tells_the_side_of_a_stream(action: str, content: str, expected: str | None) -> None:
    assert direction_of(action, content) == expected


def test_what_wraps_a_line_has_a_level_and_a_time_of_its_own(recogniser: Recogniser) -> None:
    inner = red("roomID is empty", moment=7)
    for wrapped in (
        compact({"level": "info", "time": 1700000000, "message": inner}),
        compact({"message": inner, "level": "info", "time": 1700000000}),
    ):
        line = recogniser.read(wrapped, free=False).line
        assert line is not None
        assert (line.level, line.time) == (3, "2026/11/23 10:00:00.007")
        assert [hit.code for hit in recogniser.read(wrapped, free=False).hits] == [1002011]


def test_what_wraps_a_line_adds_nothing_to_its_code(recogniser: Recogniser) -> None:
    wrapped = compact({"message": room("LOGIN_FAILED", 1102016)})
    assert recogniser.read(wrapped, free=False).extended_data == ""
