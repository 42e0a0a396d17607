"""What a log adds to a code, and what is said of a code that no catalogue has."""

import pytest

from tests.recognition.shapes import compact, room, scanned, sdk, stream
from zegoerr_gui.core.answer.additions import explanations, extended_texts, unknown_code
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.recogniser import Recogniser


def explained(recogniser: Recogniser, code: int, *lines: str) -> list[str]:
    results = scanned(recogniser, *lines).results
    (finding,) = (finding for finding in results.findings() if finding.code == code)
    return explanations(finding, results)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (1103999, "By its digits it belongs to the family Publishing."),
        (6000121, "By its digits it belongs to ZIM (In-app Chat)."),
        (3130001, "By its digits it belongs to Super Board."),
        (5000001, "By its digits it belongs to ZEGO Effects."),
        (50001006, "By its digits it belongs to the old LiveRoom SDK."),
        (300001003, "By its digits it belongs to UIKit."),
        (1000000101, "By its digits it belongs to the server API."),
        (1014001, "By its digits it belongs to the native SDKs."),
        (7654321, "It may belong to another product."),
        (404, "It may belong to another product."),
    ],
)
def test_a_code_that_no_catalogue_has(catalogue: Catalogue, code: int, sentence: str) -> None:
    assert unknown_code(code, catalogue) == f"No catalogue has this code. {sentence}"


def test_why_a_user_was_removed(recogniser: Recogniser) -> None:
    lines = [
        room("KICKOUT", 1002055, "r1", compact({"custom_kickout_message": "63000002"})),
        room("KICKOUT", 1002055, "r2", compact({"custom_kickout_message": "63000005"}), moment=9000),
        room("KICKOUT", 1002055, "r3", compact({"custom_kickout_message": "lesson closed"}), moment=20_000),
    ]
    assert explained(recogniser, 1002055, *lines) == [
        "Reason 63000002: removed by hand.",
        "Reason 63000005: the token expired.",
    ]


def test_what_the_server_said_stands_under_the_code_it_ends_in(recogniser: Recogniser) -> None:
    lines = [sdk("login rsp server error=50119, then server error=20014", "zm.lg"), room("LOGIN_FAILED", 1102016)]
    assert explained(recogniser, 1102016, *lines) == [
        "Server code 50119, line 1: ends in 1102016.",
        "Server code 20014, line 1: its meaning is published nowhere.",
    ]


def test_a_server_code_without_a_meaning_stands_near_its_failure_only(recogniser: Recogniser) -> None:
    lines = [room("LOGIN_FAILED", 1102016), *["x"] * 30, "zego server error=20014", stream("NO_PLAY", 1104031)]
    assert explained(recogniser, 1102016, *lines) == []
    assert explained(recogniser, 1104031, *lines) == ["Server code 20014, line 32: its meaning is published nowhere."]


def test_the_texts_beside_a_code_are_told_once_each(recogniser: Recogniser) -> None:
    lines = [
        stream("NO_PUBLISH", 1103051, reason=text, moment=9000 * place)
        for place, text in enumerate(["late", "never", "late", *map(str, range(20))])
    ]
    (finding,) = scanned(recogniser, *lines).results.findings()
    assert extended_texts(finding) == ["late", "never", "0", "1", "2", "3", "4", "5"]
