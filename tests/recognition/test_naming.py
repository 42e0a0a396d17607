"""Which lines name a room, a user or a stream, whatever it is called."""

import pytest

from tests.recognition.shapes import compact, in_json, login_call, room, sdk, stream
from zegoerr_gui.core.log.find import Finds
from zegoerr_gui.core.log.lines import LogLines
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.naming import Naming
from zegoerr_gui.core.recognition.scope import Scope, ScopeKind

LONG = "r" * 600
SPACED = "Room of Anna, 2nd floor"
QUOTED = 'the "big" one'


def names(kind: ScopeKind, name: str, line: str) -> bool:
    return list(Naming(Scope(kind, name)).lines(line.encode())) == [0]


@pytest.mark.parametrize("name", ["r1", "教室 7b", SPACED, QUOTED, LONG, "1002001", "math_7b", "ü", "c++", "1"])
@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_line_of_the_sdk_names_its_room_whatever_it_is_called(name: str, times: int) -> None:
    for line in (
        sdk("something", roomid=name),
        room("LOGIN_FAILED", 1102016, name=name),
        sdk(f"{name} disconnected 1102016", "zc.rsu"),
        login_call(name),
    ):
        assert names("room", name, in_json(line, times))
    assert not names("room", name, in_json(sdk("something", roomid="other"), times))


@pytest.mark.parametrize(
    ("kind", "name", "line"),
    [
        ("room", "1002001", 'roomStateChanged [1002001,"LOGIN_FAILED",1100001,""]'),
        ("room", "r1", "[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: 1002013"),
        ("room", "42", "the room is 42, it says 1102016"),
        ("room", "r1", "房间r1登录失败"),
        ("room", "教室", "房间：教室，登录失败"),
        ("user", "42", "call by user 42 r1 3.12.0 build"),
        ("stream", "7", stream("NO_PLAY", 1104020, name="7")),
        ("user", "u1", sdk("x", userid="u1")),
    ],
)
def test_a_name_is_known_where_it_stands(kind: ScopeKind, name: str, line: str) -> None:
    assert names(kind, name, line)


@pytest.mark.parametrize(
    ("kind", "name", "line"),
    [
        ("room", "1002001", room("LOGIN_FAILED", 1002001, name="r1")),
        ("room", "1002001", sdk('DISCONNECTED {"code":1002001,"msg":""}', "zm.rm.scb", roomid="r1")),
        ("room", "1002001", '{"errorCode":"1002001"}'),
        ("room", "1", sdk("something", level=1, roomid="r")),
        ("room", "10", "2026-01-05 10:34:10 it failed 10 times"),
        ("room", "r1", sdk("x", userid="r1")),
        ("user", "r1", sdk("x", roomid="r1")),
        ("stream", "s1", sdk("x", roomid="s1")),
        ("room", "r1", sdk("x", roomid="r12")),
        ("room", "r1", sdk("x", roomid="r1_b")),
        ("room", "r1", sdk("x", roomid="r1-b")),
        ("room", "室7", sdk("x", roomid="教室7")),
        ("user", "42", "call by user u1 42 3.12.0 build"),
    ],
)
def test_what_only_looks_like_the_name_is_none(kind: ScopeKind, name: str, line: str) -> None:
    assert not names(kind, name, line)


def test_lines_are_counted_whatever_stands_between_them() -> None:
    told = [sdk("x", roomid=name) for name in ("r1", "r12", "r1", "r2", "r1")]
    told.insert(1, sdk(compact(["r12", "r1"])))
    data = "".join(f"{line}\n" for line in told).encode()
    lines = LogLines(MemorySource(data, "test.log"))
    lines.feed(data)
    finds = Finds(lines, Naming(Scope("room", "r1")))
    for _ in finds.run():
        pass
    assert list(finds.found) == [0, 1, 3, 5]
