"""What an answer needs to know: found in the log with its line, or asked for."""

import pytest

from tests.recognition.shapes import login_call, red, room, sdk, stream
from zegoerr_gui.core.answer.checklist import Item, checklist, context_items, shortened
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import situation_of, words

AGENT = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
DISPATCH = stream("NO_PUBLISH", 1102017, reason="dispatch error", moment=5000)  # asks for nearly everything


def items_of(recogniser: Recogniser, *lines: str, escalated: bool = False) -> dict[str, Item]:
    situation = situation_of(recogniser, *lines)
    cases = situation.cases(situation.worth_answering())
    return {item.key: item for item in checklist(situation, cases, words(), escalated)}


def test_what_the_log_tells_is_found_with_its_line(recogniser: Recogniser) -> None:
    items = items_of(recogniser, sdk(f"{AGENT} 3.12.0 log: 1.5.0", "zm.0"), login_call(), DISPATCH)
    assert {key: item.found for key, item in items.items()} == {
        "app-id": (("1234567890", 0),),
        "room-id": (("r1", 1),),
        "user-id": (("u1", 1),),
        "stream-id": (("s1", 2),),
        "time": (("2026-11-23 10:00:00.000 – 10:00:05.000", None),),
        "sdk-version": (("3.12.0", 0),),
        "console-log": (("at level info", 0),),
        "others": (),
    }
    assert [item.key for item in items.values() if item.is_missing] == ["time", "others"]


def test_what_it_does_not_tell_is_asked_for(recogniser: Recogniser) -> None:
    items = items_of(recogniser, "the zego error 1102017 again")
    assert [item.short for item in items.values() if item.is_missing] == [
        "AppID",
        "room ID",
        "user ID",
        "stream ID",
        "time and time zone",
        "SDK version",
        "console log",
        "whether other users are affected",
    ]
    assert items["app-id"].ask == "The AppID"


def test_a_time_without_its_zone_is_half_of_what_is_needed(recogniser: Recogniser) -> None:
    assert items_of(recogniser, DISPATCH)["time"].ask == "Your time zone: the log tells the time without it"


@pytest.mark.parametrize(
    ("users", "short"),
    [([], "user IDs of both sides"), (["a"], "user ID of the other side"), (["a", "b"], "")],
)
def test_playing_has_two_sides(recogniser: Recogniser, users: list[str], short: str) -> None:
    lines = [sdk("x", "zm.x", userid=user) for user in users]
    item = items_of(recogniser, *lines, stream("NO_PLAY", 1104031))["user-id"]
    assert item.short == short
    assert len(item.found) == len(users)


def test_a_console_log_without_info_lines_is_asked_for(recogniser: Recogniser) -> None:
    item = items_of(recogniser, red("dispatch error", "zc.sps.0"), "error 1102017")["console-log"]
    assert (item.found, item.is_missing) == ((), True)


def test_a_phone_has_log_files_instead_of_a_console(recogniser: Recogniser) -> None:
    line = "[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: 1002099"
    items = items_of(recogniser, line)
    assert items["console-log"].short == "log files of the SDK"
    assert "browser" not in items


def test_the_texts_beside_the_failures_are_found(recogniser: Recogniser) -> None:
    item = items_of(recogniser, stream("NO_PUBLISH", 1103021, reason="no session"))["error-text"]
    assert (item.found, item.is_missing) == ((("no session", 0),), False)
    assert items_of(recogniser, stream("NO_PUBLISH", 1103021))["error-text"].is_missing


def test_of_an_account_change_only_the_appid_matters(recogniser: Recogniser) -> None:
    line = room("LOGIN_FAILED", 1002036)
    assert list(items_of(recogniser, line)) == ["app-id"]
    assert list(items_of(recogniser, line, escalated=True)) == ["app-id"]


def test_the_vendor_always_asks_for_more(recogniser: Recogniser) -> None:
    line = room("LOGIN_FAILED", 1102016)
    assert list(items_of(recogniser, line)) == []
    assert list(items_of(recogniser, line, escalated=True)) == ["app-id", "room-id", "user-id", "time", "sdk-version"]


def test_of_an_unknown_code_everything_matters(recogniser: Recogniser) -> None:
    assert {"app-id", "error-text", "console-log", "others"} <= items_of(
        recogniser, room("LOGIN_FAILED", 1002999)
    ).keys()


def test_several_values_are_told_as_several_and_many_as_the_first_few(recogniser: Recogniser) -> None:
    lines = [sdk("x", "zm.x", roomid=f"r{count}") for count in range(9)]
    item = items_of(recogniser, *lines, DISPATCH)["room-id"]
    assert [value for value, _ in item.found] == ["r0", "r1", "r2", "r3", "r4"]


def test_the_context_has_all_that_is_known_and_nothing_else(recogniser: Recogniser) -> None:
    situation = situation_of(recogniser, "http://x.example/zego.js:1 [zego] hi", login_call())
    told = {item.title: item.found for item in context_items(situation.results.context, words())}
    assert told == {
        "AppID": (("1234567890", 1),),
        "Room ID": (("r1", 1),),
        "User ID": (("u1", 1),),
        "Time": (("2026-11-23 10:00:00.000", None),),
        "SDK version": (("3.12.0", 1),),
        "Platform": (("Web", 1),),
        "Page": (("HTTP, not HTTPS", 0),),
    }


def test_in_chinese_it_asks_in_chinese(recogniser: Recogniser) -> None:
    situation = situation_of(recogniser, "the zego error 1102017 again")
    cases = situation.cases(situation.worth_answering())
    asks = [item.ask for item in checklist(situation, cases, words("zh"))]
    assert asks[:3] == ["AppID", "房间 ID", "用户 ID"]
    assert not any(ask.startswith("The ") for ask in asks)


def test_a_very_long_value_is_cut_in_its_middle() -> None:
    assert shortened("a" * 80) == "a" * 80
    assert shortened("a" * 60 + "b" * 60) == "a" * 40 + "…" + "b" * 40
