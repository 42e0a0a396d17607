"""AppID, ids, version and page, in the places where lines tell them; and what worked, and what nobody explains."""

import pytest

from zegoerr_gui.core.recognition.context import Context
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.states import MOST

from .shapes import login_call, red, room, scanned, sdk, stream

NATIVE = "[onPublisherStateUpdate] streamID: s9, state: NO_PUBLISH, errorCode: 1003021"


def context_of(recogniser: Recogniser, *lines: str) -> Context:
    return scanned(recogniser, *lines).results.context


@pytest.mark.parametrize(
    ("line", "app"),
    [
        (sdk("x", "zn.ws"), "1234567890"),
        ("connecting wss://webliveroom987654321-api.coolzcloud.example/ws", "987654321"),
        ("const zg = new ZegoExpressEngine(1122334455, server)", "1122334455"),
        ("new ZegoExpressEngine( 1122334455, server)", "1122334455"),
        ("new ZegoExpressEngine(appID, server)", None),
        ("webliveroom12-api", None),
    ],
)
def test_the_appid_stands_in_lines_hosts_and_calls(recogniser: Recogniser, line: str, app: str | None) -> None:
    assert context_of(recogniser, "hello", line).app_id == ({app: 1} if app else {})


@pytest.mark.parametrize(
    ("call", "user", "room_id"),
    [
        ("call by user u1 r1", ["u1"], ["r1"]),
        ("call by user u1 ", ["u1"], []),
        ("call by user  r1", [], ["r1"]),
        ("call by user anna b r1", [], []),
    ],
)
def test_a_login_names_user_and_room_where_blanks_do_not_hide_them(
    recogniser: Recogniser, call: str, user: list[str], room_id: list[str]
) -> None:
    context = context_of(recogniser, sdk(f"{call} 3.12.0 build: 2026-1-29 19:36:24", "zm.lg"))
    assert (list(context.user_id), list(context.room_id)) == (user, room_id)
    assert list(context.sdk_version) == ["3.12.0"]


def test_ids_of_mobile_logs_and_exports(recogniser: Recogniser) -> None:
    context = context_of(
        recogniser, NATIVE, '{"sdk_version":"3.4.0","room_id":"r7","user_id":"u7","app_id":"1234500000"}', "roomID: no"
    )
    assert context.stream_id == {"s9": 0}
    assert (context.room_id, context.user_id, context.app_id) == ({"r7": 1}, {"u7": 1}, {"1234500000": 1})


@pytest.mark.parametrize(
    ("line", "page"),
    [
        (red("https or localhost required", "zc.cs"), "http"),
        ('{"origin":"https://class.example","x":1}', "https"),
        ("location.href = 'http://10.0.0.7/live'", "http"),
        ("Referer: http://localhost:8080/", "localhost"),
        ("http://live.example/zego.js:1 error", "http"),
        ("https://cdn.example/zego.js:1 error", None),
        ('[INFO:CONSOLE(1)] "x", source: https://a.example/index.html (3)', "https"),
        ("see https://doc.example/page", None),
    ],
)
def test_whether_the_page_is_secure(recogniser: Recogniser, line: str, page: str | None) -> None:
    assert list(context_of(recogniser, line).page) == ([page] if page else [])


def test_the_levels_of_the_lines(recogniser: Recogniser) -> None:
    assert context_of(recogniser, sdk("a", level=2), red("b"), red("c")).levels == {2: 0, 3: 1}


def test_what_worked_and_whether_it_went_on(recogniser: Recogniser) -> None:
    states = scanned(
        recogniser,
        login_call(),
        room("LOGINED", moment=1000),
        stream("PUBLISHING", moment=2000),
        stream("PLAYING", name="s2", moment=3000),
        stream("PLAY_REQUESTING", 1104028, name="s2", moment=4000),
        stream("PLAYING", name="s2", moment=5000),
        stream("NO_PUBLISH", moment=6000),
        stream("PLAY_REQUESTING", name="s3", moment=7000),
        room("LOGINED", moment=8000),  # it still is: no new success
    ).results.states
    told = {key: (one.first_line, one.last_line, one.goes_on, one.state_line) for key, one in states.all.items()}
    assert told == {
        ("room", "r1"): (1, 1, True, 8),
        ("published", "s1"): (2, 2, False, 6),
        ("played", "s2"): (3, 5, True, 5),
        ("played", "s3"): (-1, -1, False, 7),
    }


def test_of_very_many_streams_the_first_are_kept(recogniser: Recogniser) -> None:
    lines = [stream("PUBLISHING", name=f"s{count}", moment=count * 2000) for count in range(MOST + 5)]
    assert len(scanned(recogniser, *lines).results.states.all) == MOST


def test_error_lines_that_nobody_explains(recogniser: Recogniser) -> None:
    unexplained = scanned(
        recogniser,
        red("roomID is empty"),
        red("never seen before", "zb.x"),
        "Uncaught (in promise) [object Object]",
        red("", "zb.y"),
        sdk("[object Object] logged", "zm.x"),
    ).results.unexplained
    assert unexplained.red == {1: "never seen before", 3: "(no text)"}
    assert unexplained.lost == [2, 4]
