"""Codes told by words: which text stands for which code, on which side of the stream."""

import pytest

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry
from zegoerr_gui.core.catalogue.pack import Pack
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.rules import RULES
from zegoerr_gui.core.recognition.sdk_line import Direction
from zegoerr_gui.core.recognition.texts import TextIndex, fold

from .shapes import in_json, red, sdk


def _entry(
    code: int,
    family: str,
    *messages: str,
    texts: tuple[ConsoleText, ...] = (),
    ok: bool = False,
    browser: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        code=code,
        description="",
        who_acts="developer",
        severity="ok" if ok else "failure",
        family=family,
        sdk_messages=messages,
        console_texts=texts,
        browser_errors=browser,
    )


@pytest.fixture(scope="module")
def index() -> TextIndex:
    entries = [
        _entry(0, "success", "everything went well", ok=True),
        _entry(11, "publishing", "ice went away", "Nobody Is  Listening", browser=("LostError",)),
        _entry(12, "playing", "ice went away"),
        _entry(13, "room", "ice went away"),
        _entry(14, "room", "short one", texts=(ConsoleText("no room:", "zm.x", prefix=True),)),
        _entry(15, "messaging", texts=(ConsoleText("no room:", "zm.y", prefix=True),)),
        _entry(16, "room", texts=(ConsoleText("no room: left early", prefix=True), ConsoleText("gone", "zm.z"))),
        _entry(18, "room", "a b c d"),
        _entry(17, "room", texts=(ConsoleText("a text of more words than eight is whole or none", prefix=True),)),
    ]
    return TextIndex(Catalogue(Pack(), entries))


TOLD: list[tuple[str, str, Direction | None, tuple[int, ...] | None]] = [
    ("nobody is listening", "", None, (11,)),
    ("  NOBODY\tis\n listening ", "", None, (11,)),
    ("nobody is listening today", "", None, None),
    ("now nobody is listening", "", None, None),
    ("", "", None, None),
    ("everything went well", "", None, None),
    ("ice went away", "", None, (11, 12, 13)),
    ("ice went away", "", "publishing", (11,)),
    ("ice went away", "", "playing", (12,)),
    ("no room:", "", None, (14, 15)),
    ("no room: r1", "", None, (14, 15)),
    ("no room: r1 and much more, in more than eight words indeed", "", None, (14, 15)),
    ("no room: r1", "zm.x", None, (14,)),
    ("no room: r1", "zm.y", None, (15,)),
    ("no room: r1", "zm.other", None, (14, 15)),
    ("no room: left early today", "", None, (16,)),
    ("no room", "", None, None),
    ("gone", "zm.z", None, (16,)),
    ("a text of more words than eight is whole or none", "", None, (17,)),
]


@pytest.mark.parametrize(("text", "action", "direction", "expected"), TOLD)
def test_a_whole_text_tells_codes(
    index: TextIndex, text: str, action: str, direction: Direction | None, expected: tuple[int, ...] | None
) -> None:
    told = index.told_by(text, action, direction)
    assert (told.codes if told else None) == expected


INSIDE: list[tuple[str, tuple[int, ...] | None]] = [
    ("he wrote: Nobody is  listening!", (11,)),
    ("the ice went away, twice", (11, 12, 13)),
    ("the ice went awayward", None),
    ("nice went away", None),
    ("a short one", None),
    ("then a b c d", None),
    ("all is well", None),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_a_text_is_found_among_other_words(index: TextIndex, text: str, expected: tuple[int, ...] | None) -> None:
    assert [told.codes for told in index.told_inside(text)] == ([expected] if expected else [])


def test_every_text_among_other_words_is_found(index: TextIndex) -> None:
    told = index.told_inside("first nobody is listening, then the ice went away")
    assert len(list(told)) == 2


def test_the_words_are_those_of_the_catalogue(index: TextIndex) -> None:
    told = index.told_by("nobody is listening")
    assert told is not None
    assert told.words == "Nobody Is  Listening"


def test_an_index_without_texts_finds_nothing() -> None:
    empty = TextIndex(Catalogue(Pack(), []))
    assert list(empty.told_inside("nobody is listening")) == []
    assert empty.told_by("") is None


AGREES = [
    (11, "nobody is listening", True),
    (11, "so: nobody is listening, he said", True),
    (11, "LostError: gone", True),
    (12, "nobody is listening", False),
    (14, "nobody", False),
    (99, "nobody is listening", False),
]


@pytest.mark.parametrize(("code", "text", "expected"), AGREES)
def test_tells_whether_a_message_agrees(index: TextIndex, code: int, text: str, expected: bool) -> None:
    assert index.agrees(code, text) is expected


def test_folding_makes_case_and_blanks_equal() -> None:
    assert fold("  Not\u00a0 LOGIN\r\n room\t") == "not login room"


# What the SDK's console prints, and the codes that it stands for there.
RED_LINES: list[tuple[str, str, tuple[int, ...]]] = [
    ("not login", "zc.sps.0", (1000002,)),
    ("not login room", "zc.sps.1", (1000002,)),
    ("calling must after loginRoom", "zm.rntk", (1000002,)),
    ("room not exist, roomID: r1", "zm.sbrm", (1000002, 1009005)),
    ("roomID is empty", "zm.lg", (1002011,)),
    ("roomID contains illegal characters", "zb.rh.lg", (1002012,)),
    ("roomID is too long", "zm.lg", (1002013,)),
    ("roomID must be string", "zm.lg", (1100001,)),
    ("user.userID is empty", "zm.lg", (1002005,)),
    ("user.userID contains illegal characters", "zm.lg", (1002006,)),
    ("user.userID is too long", "zm.lg", (1002007,)),
    ("token is empty", "zm.lg", (1100001,)),
    ("stream id type wrong", "zc.sps.0", (1000015,)),
    ("stream id type error", "zc.sps.1", (1000015,)),
    ("stream id length limit", "zc.sps.0", (1000014,)),
    ("stream id length limit 256", "zc.sps.1", (1000014,)),
    ("localStream wrong", "zc.sps.0", (1103001,)),
    ("stream is not capturing", "zc.sps.0", (1103099,)),
    ("https or localhost required", "zc.cs", (1103002,)),
    (" volume must be number between 0 to 200", "zc.p.scv", (1100001,)),
    ("device is not found", "zc.uvd.0", (1103048,)),
    ("video preview no found", "zsc.spsc.0", (1103044,)),
    ("message is empty", "zm.sbcm", (1009001,)),
    ("message is too long", "zm.sbrm", (1009013,)),
    ("key is too long", "zm.srlm", (1002015,)),
    ("ice connection error", "zc.spsr.0", (1103028,)),
    ("ice connection error", "zc.spsr.1", (1104028,)),
    ("player retry timeout", "zc.spsr.1", (1104031,)),
    ("NotReadableError: Could not start video source", "zc.b.sss", (1103010,)),
    # Red lines that stand for no code: they are never guessed.
    ("localStream error", "zc.mpsv.0", ()),
    ("failed to draw the board", "zc.x", ()),
    ("zc.sps.0 ", "zc.sps.0", ()),
    ("event roomStateChanged no found", "zc.o.0", ()),
]


@pytest.mark.parametrize(("content", "action", "expected"), RED_LINES)
def test_reads_red_lines(recogniser: Recogniser, content: str, action: str, expected: tuple[int, ...]) -> None:
    line = red(content, action)
    hits = recogniser.read(line, free=False).hits
    assert [(hit.code, *hit.alternatives) for hit in hits] == ([expected] if expected else [])
    for hit in hits:
        assert RULES[hit.rule].id == "console-text"
        assert line[hit.start : hit.end] == content.strip()


# The browser's own errors count at any level, on two modules: devices, and sharing the screen.
BROWSER_LINES: list[tuple[str, str, tuple[int, ...]]] = [
    ("failed NotAllowedError: Permission denied", "zp.sv.2", (1103064,)),
    ("failed NotReadableError, in use", "zp.sv.2", (1103065,)),
    ("failed NotAllowedError Permission denied", "zc.b.sss", (1103010,)),
    ("failed NotAllowedError Permission denied", "zp.sv.2", (1103064,)),
    ("failed SecurityError ", "zp.sv.2", (1103064,)),
    ("failed NotReadableError Could not start video source", "zp.sv.2", (1103065,)),
    ("failed OverconstrainedError ", "zp.sv.2", (1103066,)),
    ("failed NotFoundError Requested device not found", "zp.sv.2", (1103061,)),
    ("failed AbortError Starting video failed", "zp.sv.2", (1103061,)),
    ("failed TypeError ", "zp.sv.2", (1103061,)),
    ("NotReadableError: Could not start video source", "zc.b.sss", (1103010,)),
    ("NotReadableError: Could not start audio source", "zc.b.sss", (1103010,)),
    ("success HD Webcam", "zp.sv.2", ()),
    ("failed NotAllowedError Permission denied", "zc.x", ()),
]


@pytest.mark.parametrize("level", [0, 1])
@pytest.mark.parametrize(("content", "action", "expected"), BROWSER_LINES)
def test_reads_the_browsers_errors(
    recogniser: Recogniser, content: str, action: str, expected: tuple[int, ...], level: int
) -> None:
    hits = recogniser.read(sdk(content, action, level), free=False).hits
    assert tuple(hit.code for hit in hits) == expected


def test_a_text_below_level_three_is_no_red_line(recogniser: Recogniser) -> None:
    assert recogniser.read(sdk("roomID is empty", "zm.lg", 2), free=True).hits == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("webrtc requires https or localhost", 1103002),
        ("camera devices detect error:  NotAllowedError Permission denied", 1103064),
        ("microphone devices detect error:  NotFoundError Requested device not found", 1103061),
        ("[error] camera devices detect error:  NotAllowedError Permission denied", 1103064),
    ],
)
def test_reads_plain_console_lines(recogniser: Recogniser, text: str, code: int) -> None:
    hits = recogniser.read(text, free=False).hits
    assert [(hit.code, RULES[hit.rule].id) for hit in hits] == [(code, "console-text")]


def test_a_text_stands_where_the_content_is_not_where_it_comes_first(recogniser: Recogniser) -> None:
    line = red("not login", "zc.sps.0", streamid="not login")
    (hit,) = recogniser.read(line, free=False).hits
    assert line[: hit.start].endswith('"content":"')
    assert line[hit.start : hit.end] == "not login"


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_a_text_is_found_at_every_level_of_escaping(recogniser: Recogniser, times: int) -> None:
    line = in_json(red('NotReadableError: "x" Could', "zm.x"), times) + in_json(red("roomID is empty"), times)
    (hit,) = recogniser.read(in_json(red("roomID is empty"), times), free=False).hits
    assert hit.code == 1002011
    assert "roomID is empty" in line


def test_a_number_beside_its_text_is_told_once(recogniser: Recogniser) -> None:
    line = sdk('DISCONNECTED {"code":1002011,"msg":"room ID is empty"}', "zm.rm.scb")
    assert [hit.code for hit in recogniser.read(line, free=True).hits] == [1002011]


def test_number_and_text_that_disagree_are_both_told(recogniser: Recogniser) -> None:
    line = '{"errorCode":1000002,"extendedData":"stream ID contains illegal characters"}'
    assert [hit.code for hit in recogniser.read(line, free=True).hits] == [1000002, 1000016]
