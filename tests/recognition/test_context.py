"""Where a log comes from, as its lines tell."""

import pytest

from zegoerr_gui.core.recognition import scan
from zegoerr_gui.core.recognition.context import MOST, Context
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.times import UNKNOWN, iso

from .shapes import APP, login_call, room, scanned, sdk, stream

AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
)


def context_of(recogniser: Recogniser, *lines: str) -> Context:
    return scanned(recogniser, *lines).results.context


def test_ids_are_kept_with_their_first_lines(recogniser: Recogniser) -> None:
    context = context_of(
        recogniser,
        "hello",
        room("LOGINING", name="r1"),
        stream("PUBLISH_REQUESTING", name="s1"),
        stream("PLAY_REQUESTING", name="s2"),
        sdk("ok", "zm.x", roomid="r2", userid="u1"),
        room("LOGINED", name="r1"),
    )
    assert context.room_id == {"r1": 1, "r2": 4}
    assert context.stream_id == {"s1": 2, "s2": 3}
    assert context.user_id == {"u1": 4}
    assert context.app_id == {str(APP): 1}
    assert context.platform == {"web": 1}


def test_a_large_log_tells_its_span_too(recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first and last lines tell no code, and are not read for one."""
    monkeypatch.setattr(scan, "FREE_TEXTS_UP_TO", -1)
    context = context_of(
        recogniser,
        "no time here",
        sdk("connected", "zn.ws", moment=100),
        *[sdk("busy", "zn.ws", moment=5000)] * 99,
        room("LOGIN_FAILED", 1002011, moment=6000),
        sdk("closed", "zn.ws", moment=7777),
        "nor here",
    )
    assert iso(context.first_moment) == "2026-11-23T10:00:00.100"
    assert iso(context.last_moment) == "2026-11-23T10:00:07.777"


def test_the_version_and_the_user_stand_in_the_login(recogniser: Recogniser) -> None:
    context = context_of(recogniser, login_call())
    assert context.sdk_version == {"3.12.0": 0}


def test_the_browser_stands_in_the_first_line(recogniser: Recogniser) -> None:
    context = context_of(recogniser, sdk(f"{AGENT} 3.12.0 log: 1.5.0", "zm.0"))
    assert context.sdk_version == {"3.12.0": 0}
    assert context.user_agent == {AGENT: 0}


def test_a_large_log_tells_its_browser_too(recogniser: Recogniser) -> None:
    assert recogniser.engine.finds(sdk(f"{AGENT} 3.12.0 log: 1.5.0", "zm.0").encode())


def test_the_time_that_a_log_spans(recogniser: Recogniser) -> None:
    context = context_of(recogniser, "hello", sdk("a", "zn.ws", moment=1500), sdk("b", "zn.ws", moment=61_000), "bye")
    assert iso(context.first_moment) == "2026-11-23T10:00:01.500"
    assert iso(context.last_moment) == "2026-11-23T10:01:01.000"


def test_a_log_without_times_spans_nothing(recogniser: Recogniser) -> None:
    context = context_of(recogniser, "hello", "error 1103061")
    assert (context.first_moment, context.last_moment) == (UNKNOWN, UNKNOWN)
    assert not context.app_id
    assert not context.platform


def test_of_very_many_ids_the_first_are_kept(recogniser: Recogniser) -> None:
    context = context_of(recogniser, *(sdk("x", "zm.x", roomid=f"r{count}") for count in range(MOST + 20)))
    assert list(context.room_id) == [f"r{count}" for count in range(MOST)]


@pytest.mark.parametrize("line", [sdk("x", "zm.x", roomid="", userid="", streamid=""), "roomid: r1", '{"roomid":"r1"}'])
def test_an_empty_or_a_foreign_id_is_none(recogniser: Recogniser, line: str) -> None:
    context = context_of(recogniser, line)
    assert (context.room_id, context.user_id, context.stream_id) == ({}, {}, {})


def test_rooms_called_by_codes_are_kept_from_lines_of_one_shape(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large log the later ones are known by their shape, but for the names in them."""
    monkeypatch.setattr(scan, "FREE_TEXTS_UP_TO", -1)
    names = [str(1002001 + step) for step in range(6) if 1002001 + step in recogniser.catalogue]
    context = context_of(recogniser, *(room("LOGINED", name=name, moment=place) for place, name in enumerate(names)))
    assert len(names) > 3
    assert list(context.room_id) == names
