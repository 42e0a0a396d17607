"""Answers from a log: to a customer, to the vendor's support, as a question. Their wording is in the golden files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recognition.shapes import compact, login_call, red, room, sdk, stream
from zegoerr_gui import places
from zegoerr_gui.core.answer.reply import Audience, Reply, compose
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import Language
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import situation_of, words

HOSTILE = "<img src=//host/x>"


def reply(
    recogniser: Recogniser,
    *lines: str,
    to: Audience = "customer",
    lang: Language = "en",
    mask: Callable[[str], str] = str,
) -> Reply:
    situation = situation_of(recogniser, *lines)
    return compose(situation, situation.worth_answering(), to, words(lang), mask)


def test_one_failure_is_told_in_sentences(recogniser: Recogniser) -> None:
    text = reply(recogniser, room("LOGINED"), stream("NO_PLAY", 1104031, moment=9000)).text
    assert text.startswith(
        "The log shows this error: playing failed and retrying it timed out (code 1104031), at 10:00:09"
    )
    assert "Logging in to room r1 had worked before, at 10:00:00." in text


def test_several_are_told_in_their_order_with_what_each_step_is_for(recogniser: Recogniser) -> None:
    lines = [room("LOGIN_FAILED", code, moment=5000 * place) for place, code in enumerate([1002031, 1002053, 1002031])]
    text = reply(recogniser, *lines).text
    assert "The log shows 2 different errors, in this order" in text
    assert text.index("1. Logging in to the room timed out (code 1002031), 2 times, first 10:00:00") < text.index("2. ")
    assert text.count("Switch to another network. (error 1, error 2)") == 1


def test_only_what_was_chosen_is_told(recogniser: Recogniser) -> None:
    situation = situation_of(recogniser, room("LOGIN_FAILED", 1102016), stream("NO_PLAY", 1104031, moment=9000))
    text = compose(situation, [situation.failures[1].failure], "customer", words(), str).text
    assert "1104031" in text
    assert "1102016" not in text


def test_the_end_users_steps_stand_before_the_developers(recogniser: Recogniser) -> None:
    lines = [room("LOGIN_FAILED", 1102018), room("LOGIN_FAILED", 1002031, moment=9000)]
    text = reply(recogniser, *lines).text
    assert text.index("For the person who uses the app:") < text.index("Switch to another network.")
    assert text.index("Switch to another network.") < text.index("For the app's developer:") < text.index("renewToken")


def test_the_meaning_is_that_of_the_logs_version(recogniser: Recogniser) -> None:
    old = sdk("Mozilla/5.0 Chrome/80.0 2.9.1 log: 1.5.0", "zm.0")
    assert "the published stream or the network is poor" in reply(recogniser, old, stream("NO_PUBLISH", 1103040)).text


def test_what_the_customer_is_asked_for_is_what_the_log_lacks(recogniser: Recogniser) -> None:
    text = reply(recogniser, stream("NO_PUBLISH", 1103021)).text
    request = text[text.index("We are passing this on to ZEGOCLOUD technical support. Please send us:") :]
    assert "The room ID" in request
    assert "AppID" not in request
    assert "stream ID" not in request


def test_a_page_over_http_is_named_where_it_may_be_the_reason(recogniser: Recogniser) -> None:
    said = "The log shows that the page was opened over HTTP, not HTTPS."
    page = "http://x.example/zego.js:1 [zego] hi"
    assert said in reply(recogniser, page, red("https or localhost required", "zc.cs")).text
    assert said not in reply(recogniser, page, room("LOGIN_FAILED", 1102016)).text


def test_an_account_change_names_the_switch_and_needs_the_appid_only(recogniser: Recogniser) -> None:
    failed = room("LOGIN_FAILED", 1002036)
    text = reply(recogniser, failed).text
    assert "switch on multi-room login for this AppID" in text
    assert "AppID 1234567890" in text
    assert "Please send us" not in text
    support = reply(recogniser, failed, to="support")
    assert support.gaps == ()
    assert "Switch on multi-room login for this AppID. AppID: 1234567890." in support.text
    assert "Lines" not in support.text
    bare = reply(recogniser, "the zego error 1002036 again").text
    assert "Please send us the AppID." in bare


def test_account_changes_and_investigations_stand_beside_each_other(recogniser: Recogniser) -> None:
    lines = [room("LOGIN_FAILED", 1002036), stream("NO_PUBLISH", 1103021, moment=9000)]
    text = reply(recogniser, *lines).text
    assert text.index("switch on multi-room login") < text.index("We are passing this on")
    support = reply(recogniser, *lines, to="support").text
    assert (
        support.index("Switch on multi-room login")
        < support.index("1103021 The connection")
        < support.index("Lines 1-2:")
    )


def test_support_gets_what_stands_beside_and_what_worked(recogniser: Recogniser) -> None:
    situation = situation_of(
        recogniser,
        room("LOGINED"),
        stream("PUBLISH_REQUESTING", 1102017, moment=9000),
        stream("NO_PUBLISH", 1103020, moment=9500),
    )
    text = compose(situation, [situation.failures[0].failure], "support", words(), str).text
    assert "Beside it: NO_PUBLISH 1103020 Getting the media service address failed, line 3." in text
    assert "Worked in the same log: login to room r1 at 10:00:00.000." in text
    assert "Lines 1-3:\n> {" in text


def test_what_was_tried_is_filled_by_hand(recogniser: Recogniser) -> None:
    situation = situation_of(recogniser, stream("NO_PUBLISH", 1103021))
    chosen = situation.worth_answering()
    open_reply = compose(situation, chosen, "support", words(), str)
    assert open_reply.gaps == ("tried",)
    assert "Tried by the customer: {tried}" in open_reply.text
    closed = compose(situation, chosen, "support", words(), str, filled={"tried": "another network"})
    assert closed.gaps == ()
    assert "Tried by the customer: another network" in closed.text


def test_without_a_failure_it_asks_for_what_leads_on(recogniser: Recogniser) -> None:
    text = reply(recogniser, login_call(), room("LOGINED"), stream("PUBLISHING", moment=5000)).text
    assert text.startswith("Thank you for the log. From 10:00:00 to 10:00:05 it shows: login to room r1 at 10:00:00; ")
    assert "stream s1 published from 10:00:05 until the log ends" in text
    assert "1. What the viewer or speaker saw and when, with your time zone." in text
    assert "The stream ID that should have been played." in text


def test_who_played_a_stream_knows_its_id(recogniser: Recogniser) -> None:
    assert "The stream ID that should" not in reply(recogniser, stream("PLAYING")).text


@pytest.mark.parametrize(
    ("lines", "said", "asked"),
    [
        (["Uncaught [object Object]"], 'Line 1 says only "[object Object]"', "expand the red error object"),
        ([red("odd thing", "zb.x"), sdk("x", "zb.y")], 'Line 1 is an error of the SDK that has no code: "odd', "saw"),
        ([sdk("x", "zb.y", level=2)], "It holds warnings and errors only", "The console log at level info"),
        (["hello"], "It contains no error code, and no line of the SDK.", "The console log of the page"),
        ([sdk("x", "zb.y")], "but no error code and nothing that was logged in", "The console log of the page"),
    ],
)
def test_what_hides_an_error_gets_its_own_advice(
    recogniser: Recogniser, lines: list[str], said: str, asked: str
) -> None:
    text = reply(recogniser, *lines).text
    assert said in text
    assert asked in text
    assert said in reply(recogniser, *lines, to="support").text or "no error code" in said or "no line" in said


def test_whatever_comes_from_the_log_is_masked(recogniser: Recogniser) -> None:
    secret = "04AAAAAsecretsecret"
    lines = [
        sdk(f"roomStateChanged {compact([secret, 'LOGIN_FAILED', 1103021, secret])}", roomid=secret, userid=secret),
        stream("PUBLISHING", name=secret, moment=1),
        stream("NO_PUBLISH", 1103021, name=secret, reason=secret, moment=9000),
    ]

    def mask(text: str) -> str:
        return text.replace(secret, "<token-1>")

    for audience in ("customer", "support"):
        made = reply(recogniser, *lines, to=audience, mask=mask)
        for form in (made.text, made.markdown, made.html):
            assert "secret" not in form
        assert "<token-1>" in made.text
        assert "secret" in reply(recogniser, *lines, to=audience).text


def test_nothing_in_a_log_gives_orders_to_what_shows_the_answer(recogniser: Recogniser) -> None:
    line = stream("NO_PUBLISH", 1103021, name=HOSTILE, reason=f"{HOSTILE}\u202e\x07")
    for audience in ("customer", "support"):
        made = reply(recogniser, line, to=audience)
        assert "<img" not in made.html
        assert "\u202e" not in made.text + made.html + made.markdown
        assert "\x07" not in made.text


def test_the_teams_own_words_are_used(recogniser: Recogniser, tmp_path: Path) -> None:
    (tmp_path / "customer.en.txt").write_text(
        "Case {code}, {name}, {app_id}, {room}, {browser}, {log}, {count}\n{steps}"
    )
    templates = read_templates("en", places.templates_folder(), tmp_path)
    situation = situation_of(recogniser, stream("NO_PUBLISH", 1102017))
    made = compose(situation, situation.worth_answering(), "customer", templates, str)
    assert made.text.startswith("Case 1102017, Dispatch failed, 1234567890, {room}, {browser}, test.log, 1\n\n1. Find")
    assert made.gaps == ("room", "browser")


def test_in_chinese_the_frame_is_chinese(recogniser: Recogniser) -> None:
    text = reply(recogniser, stream("NO_PUBLISH", 1103021), lang="zh").text
    assert text.startswith(
        "日志显示以下错误：The connection to the media service failed（错误码 1103021），电脑时间 10:00:00（第 1 行）。"
    )
    assert "请提供：\n1. " in text


def test_a_phone_has_no_computer_and_no_console(recogniser: Recogniser) -> None:
    text = reply(
        recogniser, "1125 11:52:00.000 [onRoomStateChanged] roomID: a, reason: KICKOUT, errorCode: 1002056"
    ).text
    assert "at 11:52:00 on the device's clock" in text
    assert "console" not in text


def test_all_the_entries_can_be_told(recogniser: Recogniser) -> None:
    """No entry breaks a sentence, whatever its fields hold."""
    situation = situation_of(
        recogniser, *[f"the zego error {code} again" for code in recogniser.catalogue.codes if code]
    )
    chosen = situation.worth_answering()
    assert len({one.code for one in chosen}) > 280
    for templates in (words("en"), words("zh")):
        for one in chosen:
            text = compose(situation, [one], "customer", templates, str).text
            assert str(one.code) in text
            assert "{" not in text
