"""A line of a log as a row: columns, marks in code points, four hundred characters, nothing that could be obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.small import scanned
from tests.recognition.shapes import in_json, red, room, sdk, stream
from zegoerr_gui.core.log.find import Seeker, Words
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.models.line_view import LONGEST, LineView, view_line
from zegoerr_gui.models.pattern import Pattern
from zegoerr_gui.models.utf16 import units

_SIGNS = {Evidence.CERTAIN: ("«", "»"), Evidence.LIKELY: ("‹", "›"), Evidence.POSSIBLE: ("(", ")")}
PARTY = "\U0001f389"


def viewed(text: str | bytes, line: int = 0) -> LineView:
    scan = scanned(text)
    return view_line(scan.lines, scan.results, line)


def drawn(view: LineView) -> str:
    """A row as text: its columns, «certain», ‹likely› and (possible) marks, and what it does not reach."""
    text, at = "", 0
    for mark in view.marks:
        before, behind = _SIGNS[mark.evidence]
        text += view.text[at : mark.start] + before + view.text[mark.start : mark.end] + behind
        at = mark.end
    more = f" | +{view.more}" if view.more else ""
    return f"{view.time} | {view.level} | {view.action} | {text}{view.text[at:]}{more}"


def codes(view: LineView) -> list[str]:
    """What stands under each mark."""
    return [view.text[mark.start : mark.end] for mark in view.marks]


# Columns


@pytest.mark.parametrize(
    ("line", "row"),
    [
        (
            room("LOGIN_FAILED", 1102016),
            '10:00:00.000 | info | zm.al | roomStateChanged ["r1","LOGIN_FAILED",«1102016»,""]. pageID: 6f0a',
        ),
        (
            sdk('result {"errorCode":1102016}', "zm.lg", 2, 61_007),
            '10:01:01.007 | warn | zm.lg | result {"errorCode":«1102016»}',
        ),
        (red("room ID is empty", moment=5), "10:00:00.005 | error | zm.lg | ‹room ID is empty›"),
        (sdk("heartbeat ok", "zm.hb", 0), "10:00:00.000 | debug | zm.hb | heartbeat ok"),
        (sdk("heartbeat ok", "zm.hb", 7), "10:00:00.000 |  | zm.hb | heartbeat ok"),
        ("[error] errorCode: 1102016", " | error |  | [error] errorCode: ‹1102016›"),
        ("WARNING: nothing", " | warn |  | WARNING: nothing"),
        ("the error is elsewhere", " |  |  | the error is elsewhere"),
        (
            "2026-11-23 10:34:09,203 errorCode=1102016",
            "10:34:09.203 |  |  | 2026-11-23 10:34:09,203 errorCode=‹1102016›",
        ),
        ("1102016", " |  |  | (1102016)"),
        ("a\tb\r", " |  |  | a b"),
    ],
)
def test_columns_and_marks(line: str, row: str) -> None:
    assert drawn(viewed(line)) == row


def test_an_empty_line_is_an_empty_row() -> None:
    assert viewed("first\n\nthird", 1) == LineView("", "", "", "", (), 0)


def test_codes_that_were_set_aside_are_not_marked() -> None:
    text = "order 1102016, errorCode: 1102016, v1.1102016"
    assert drawn(viewed(text)) == " |  |  | order 1102016, errorCode: ‹1102016›, v1.1102016"


# Escapes


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_marks_stand_on_the_code_at_every_depth_of_escapes(depth: int) -> None:
    line = stream("NO_PUBLISH", 1103021, reason='said "x"')
    view = viewed(in_json(line, depth))
    assert codes(view) == ["1103021"]
    assert view.text.startswith('publisherStateUpdate {"streamID":"s1","state":"NO_PUBLISH","errorCode":1103021,')
    assert "\\" not in view.text


def test_a_mark_behind_the_content_is_counted_not_drawn() -> None:
    """The room of the line stands in another key than the content."""
    view = viewed(sdk('said "why": errorCode 1102016', roomid="error 1104021"))
    assert (codes(view), view.more) == (["1102016"], 1)


def test_content_cut_off_in_the_middle_is_shown_as_far_as_it_goes() -> None:
    line = room("LOGIN_FAILED", 1102016)
    cut = line[: line.index("1102016") + len("1102016")]
    assert drawn(viewed(cut)) == '10:00:00.000 | info | zm.al | roomStateChanged ["r1","LOGIN_FAILED",«1102016»'


# Code points, UTF-16 units


@pytest.mark.parametrize("before", ["", "é", "房间", PARTY, PARTY * 9, "\u202e" + PARTY, "e\u0301" + PARTY])
@pytest.mark.parametrize("depth", [0, 1])
def test_marks_are_placed_in_code_points(before: str, depth: int) -> None:
    for line in (
        f"{before} errorCode: 1102016 {before}",
        in_json(room("LOGIN_FAILED", 1102016, name=before or "r"), depth),
    ):
        view = viewed(line)
        assert codes(view) == ["1102016"]
        (mark,) = view.marks
        utf16 = view.text.encode("utf-16-le")
        start, end = units(view.text[: mark.start]), units(view.text[: mark.end])
        assert utf16[2 * start : 2 * end].decode("utf-16-le") == "1102016"


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("abc", 3), ("房间", 2), (PARTY, 2), (f"a{PARTY}b", 4), ("\udcff", 1)]
)
def test_units_are_those_that_qt_counts(text: str, count: int) -> None:
    assert units(text) == count


@given(st.text(st.sampled_from('ab1 0\t"\\{}[]:,.é房间\u202e\u200b\x00\x1b\U0001f389\u0301'), max_size=60))
def test_marks_stand_on_the_code_whatever_stands_before_it(before: str) -> None:
    view = viewed(f"{before} errorCode: 1102016")
    assert (codes(view)[-1], view.marks[-1].end) == ("1102016", len(view.text))


def test_bytes_that_are_no_text_count_one_each() -> None:
    view = viewed(b"\xff\xfe\x80 errorCode: 1102016 \xe6\x88")
    assert drawn(view) == " |  |  | ��� errorCode: ‹1102016› ��"


# What must not be obeyed


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\u061c",
        "\u200b",
        "\u200e",
        "\u200f",
        "\u2028",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ufeff",
    ],
)
def test_control_and_direction_characters_become_tokens_one_for_one(sign: str) -> None:
    text = f"a{sign}{sign}b errorCode: 1102016{sign}c"
    view = viewed(text)
    assert len(view.text) == len(text)
    assert view.text == visible(text)
    assert sign not in view.text
    assert view.text.isprintable()
    assert codes(view) == ["1102016"]


def test_a_line_break_of_old_macs_inside_a_line_is_a_token() -> None:
    assert viewed("one\rtwo\r\nnext").text == "one␍two"


def test_markup_is_text() -> None:
    text = "<img src=//host/x> <b>bold</b> &lt;"
    assert viewed(text).text == text


# Four hundred characters


def long_line(*places: int, length: int) -> str:
    """A line of dots with an error code at each of the places."""
    line = ["."] * length
    for place in places:
        words = "errorCode: 1102016 "
        line[place - len("errorCode: ") : place + len("1102016 ")] = words
    return "".join(line)


def test_a_line_of_four_hundred_characters_is_shown_whole() -> None:
    view = viewed(long_line(20, length=LONGEST))
    assert view.text == visible(long_line(20, length=LONGEST))
    assert (len(view.text), view.more) == (LONGEST, 0)


def test_a_longer_line_says_that_it_goes_on() -> None:
    view = viewed(long_line(20, length=LONGEST + 1))
    assert (len(view.text), view.text[-2:]) == (LONGEST, " …")
    assert codes(view) == ["1102016"]


def test_a_first_mark_beyond_is_shown_with_the_text_around_it() -> None:
    view = viewed(long_line(2000, length=3000))
    assert (view.text[:3], view.text[-2:], len(view.text)) == ("… .", " …", LONGEST)
    assert codes(view) == ["1102016"]
    assert view.text[: view.marks[0].start].endswith("errorCode: ")


@pytest.mark.parametrize("first", [*range(380, 400), 450, 6000])
def test_the_first_mark_is_always_shown_whole(first: int) -> None:
    for length in (first + 8, first + 9, first + 40, first + 5000):
        view = viewed(long_line(first, length=length))
        assert (codes(view), view.more) == (["1102016"], 0), length
        assert len(view.text) <= LONGEST


def test_marks_that_the_text_does_not_reach_are_counted() -> None:
    view = viewed(long_line(100, 200, 600, 700, 800, length=900))
    assert (codes(view), view.more) == (["1102016"] * 2, 3)


@pytest.mark.parametrize("length", [398, 399, LONGEST])
def test_a_mark_that_is_shown_is_drawn_though_it_ends_the_line(length: int) -> None:
    text = long_line(50, length=length)[: length - 18] + "errorCode: 1104021"
    view = viewed(text)
    assert view.text == text
    assert (codes(view), view.more) == (["1102016", "1104021"], 0)


def test_a_mark_is_never_drawn_over_the_sign_that_the_line_goes_on() -> None:
    for place in range(370, 410):
        view = viewed(long_line(50, place, length=3000))
        assert set(codes(view)) == {"1102016"}
        assert len(view.marks) + view.more == 2


@pytest.mark.parametrize("before", [0, 7_000, 8_180, 8_192, 9_000, 65_536, 150_000, 299_000])
def test_a_line_of_300_kilobytes_is_shown_around_its_first_mark(before: int) -> None:
    text = "\n" + "." * before + " errorCode: 1102016 " + "." * (300_000 - before)
    scan = scanned(text)
    reads: list[int] = []
    whole = scan.source.read

    def read(offset: int, count: int) -> bytes:
        reads.append(count)
        return whole(offset, count)

    scan.lines.span(1)  # finding where a line begins and ends may read whole blocks
    scan.source.read = read  # type: ignore[method-assign]
    view = view_line(scan.lines, scan.results, 1)
    assert (codes(view), view.more) == (["1102016"], 0)
    assert len(view.text) <= LONGEST
    assert view.text.startswith("… ") == (before > LONGEST)
    assert view.text.endswith(" …")
    assert max(reads) <= 8 * 1024


def test_a_line_of_300_kilobytes_without_a_code_shows_its_head() -> None:
    view = viewed("字" * 100_000)
    assert view.text == "字" * (LONGEST - 2) + " …"


def test_an_sdk_line_of_300_kilobytes_still_has_its_columns() -> None:
    view = viewed(sdk(f"errorCode 1102016 {'x' * 300_000}", moment=7))
    assert (view.time, view.level, view.action) == ("10:00:00.007", "info", "zm.al")
    assert codes(view) == ["1102016"]


def test_text_read_from_the_middle_of_a_character_stays_in_its_place() -> None:
    """A row of a long line begins at a byte, which may be the middle of a character."""
    for shift in range(3):
        view = viewed("x" * shift + "字" * 20_000 + " errorCode: 1102016 " + "字" * 50)
        assert codes(view) == ["1102016"]
        assert "�" not in view.text


def test_marks_follow_each_other_and_never_overlap() -> None:
    view = viewed("errorCode: 1102016 errorCode: 1104021 room ID is empty 1002011")
    ends = [mark.end for mark in view.marks]
    assert len(ends) > 1
    assert all(mark.start >= end for mark, end in zip(view.marks[1:], ends, strict=False))


# What is sought


def sought(text: str, seeker: Seeker, columns: bool = True) -> LineView:
    scan = scanned(text)
    return view_line(scan.lines, scan.results, 0, seeker, columns)


def hits(view: LineView) -> list[str]:
    return [view.text[start:end] for start, end in view.hits]


def test_hits_are_found_in_what_a_row_shows() -> None:
    view = sought(f"{PARTY} Token, token", Words("token", False))
    assert (hits(view), view.hit_elsewhere) == (["Token", "token"], False)
    view = sought(sdk('said {\\"token\\":1}'), Words('"token"', False))
    assert (hits(view), view.hit_elsewhere) == (['"token"'], False)
    assert hits(sought(f"{PARTY}room 12", Pattern(r"\d+", False))) == ["12"]


def test_a_hit_in_what_a_row_leaves_out_is_told() -> None:
    view = sought(sdk("joined"), Words('"action"', False))
    assert (hits(view), view.hit_elsewhere) == ([], True)
    view = sought(sdk("joined"), Words('"action"', False), columns=False)
    assert (hits(view), view.hit_elsewhere) == (['"action"'], False)
    assert not sought(sdk("joined"), Words("left", False)).hit_elsewhere
    assert not sought("joined", Pattern("^", False)).hit_elsewhere


def test_looking_at_a_row_is_no_search() -> None:
    """Lines too hard for a pattern are counted by the search alone."""
    hard = Pattern("(a+)+$", False)
    assert not sought("a" * 60 + "b", hard).hit_elsewhere
    assert hard.given_up == 0


def test_the_first_hit_of_a_long_line_is_in_sight_rather_than_its_mark() -> None:
    text = "errorCode: 1102016 " + "." * 2_000 + "needle" + "." * 2_000
    view = sought(text, Words("needle", False))
    assert hits(view) == ["needle"]
    assert (len(view.text), view.more, view.marks) == (LONGEST, 1, ())
    assert [mark.code for mark in sought(text, Words("other", False)).marks] == [1102016]
    many = sought("needle " * 500, Words("needle", False))
    assert all("needle".startswith(hit) for hit in hits(many))
    assert many.hits[-1][1] <= LONGEST


def test_raw_lines_stand_as_in_the_log() -> None:
    line = room("LOGIN_FAILED", 1102016)
    scan = scanned(line)
    view = view_line(scan.lines, scan.results, 0, None, columns=False)
    assert view.text == line
    assert [view.text[mark.start : mark.end] for mark in view.marks] == ["1102016"]
