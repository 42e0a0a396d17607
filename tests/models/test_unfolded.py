"""A line laid out for reading: every level of escapes undone, JSON with one value a line, its marks found again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.small import picture, scanned
from tests.recognition.shapes import compact, in_json, room, sdk, stream
from zegoerr_gui.models import unfolded
from zegoerr_gui.models.unfolded import LONGEST, Unfolded, layout_parts, unfold_line
from zegoerr_gui.models.utf16 import units

PARTY = "\U0001f389"
WORDS = st.text(st.sampled_from('a1 \t\n"\\:,{}[]é房\u202e\x00\U0001f389'), max_size=8)


def laid_out(text: str | bytes, number: int | None = None) -> Unfolded:
    """The only line of a log, laid out around one of its occurrences."""
    scan = scanned(text)
    around = None if number is None else scan.results.occurrences[number]
    return unfold_line(scan.lines, scan.results, 0, around)


def lay_out(text: str) -> str:
    """A text with all of its JSON laid out."""
    return "".join(layout_parts(text, 0, 0)).rstrip()


def codes(shown: Unfolded) -> list[str]:
    """What stands under each mark."""
    return [shown.text[mark.start : mark.end] for mark in shown.marks]


# Pictures


def test_an_sdk_line() -> None:
    shown = laid_out(stream("NO_PUBLISH", 1103021, reason='said "x"'))
    assert shown.text == picture(
        """
        {
          "streamid": "s1",
          "time": "2026/11/23 10:00:00.000",
          "level": 1,
          "action": "zc.al",
          "content": publisherStateUpdate {
            "streamID": "s1",
            "state": "NO_PUBLISH",
            "errorCode": 1103021,
            "extendedData": {
              "fail_reason": "said \\"x\\""
            }
          },
          "appid": 1234567890
        }
        """
    )
    assert codes(shown) == ["1103021"]


def test_a_list_with_objects_has_a_line_for_each() -> None:
    assert lay_out('update ["r1","ADD",[{"id":"a"},{"id":"b"}],[]] done') == picture(
        """
        update [
          "r1",
          "ADD",
          [
            {
              "id": "a"
            },
            {
              "id": "b"
            }
          ],
          []
        ] done
        """
    )


def test_an_export_that_wraps_the_line_in_json_twice() -> None:
    line = sdk('sent {"errorCode":1102016}', moment=5)
    export = compact({"client_time": 1, "line": f"s1: {line}"})
    shown = laid_out(compact({"hits": export}))
    assert shown.text == picture(
        """
        {
          "hits": {
            "client_time": 1,
            "line": s1: {
              "time": "2026/11/23 10:00:00.005",
              "level": 1,
              "action": "zm.al",
              "content": sent {
                "errorCode": 1102016
              },
              "appid": 1234567890
            }
          }
        }
        """
    )
    assert codes(shown) == ["1102016"]


def test_json_in_a_string_in_a_list_as_the_sdk_tells_a_removal_from_a_room() -> None:
    shown = laid_out(room("KICKOUT", 1002055, extended=compact({"custom_kickout_message": "lesson closed"})))
    assert shown.text == picture(
        """
        {
          "time": "2026/11/23 10:00:00.000",
          "level": 1,
          "action": "zm.al",
          "content": roomStateChanged [
            "r1",
            "KICKOUT",
            1002055,
            {
              "custom_kickout_message": "lesson closed"
            }
          ]. pageID: 6f0a,
          "appid": 1234567890
        }
        """
    )
    assert codes(shown) == ["1002055"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words",
        "[LiveClass] token expired",
        "a { b } c",
        "}{][",
        '{"cut": "off',
        "{'errorCode': 1102016}",
        "{errorCode: 1102016}",
        '{"a":1}}'[::-1],
        "[object Object]",
    ],
)
def test_what_is_not_json_stays_as_it_stands(text: str) -> None:
    assert lay_out(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[]", "[]"),
        ("{}", "{}"),
        ("[1,2]", "[1, 2]"),
        ('x {"a":1} y {"b":2} z', 'x {\n  "a": 1\n} y {\n  "b": 2\n} z'),
        ('{"a":"{\\"b\\":"}', '{\n  "a": "{\\"b\\":"\n}'),
        ('{"a":"line\\nbreak"}', '{\n  "a": "line\\nbreak"\n}'),
        ('{"a":"\\u623f\\ud83c\\udf89"}', '{\n  "a": "房\U0001f389"\n}'),
        ('{"a":null,"b":true}', '{\n  "a": null,\n  "b": true\n}'),
    ],
)
def test_small_pictures(text: str, shown: str) -> None:
    assert lay_out(text) == shown


@pytest.mark.parametrize("text", ['{"a":1.50}', '{"a":2e5}', '{"a":0.10000000000000000001}', '{"a":-0}', '{"a":1E400}'])
def test_numbers_are_shown_as_they_stand_in_the_log(text: str) -> None:
    assert lay_out(text) == '{\n  "a": ' + text[5:-1] + "\n}"


def test_a_key_that_stands_twice_is_shown_twice() -> None:
    shown = laid_out('{"errorCode":1102016,"errorCode":1104021}')
    assert shown.text == '{\n  "errorCode": 1102016,\n  "errorCode": 1104021\n}'
    assert codes(shown) == ["1102016", "1104021"]


# Marks


@pytest.mark.parametrize("depth", [0, 1, 2])
@pytest.mark.parametrize("name", ["r1", "房间", PARTY, PARTY * 5, 'q"uo\\te', "1102016", "\u202e"])
def test_marks_are_found_again_behind_anything(name: str, depth: int) -> None:
    shown = laid_out(in_json(room("LOGIN_FAILED", 1102016, name=name), depth))
    (mark,) = shown.marks
    assert codes(shown) == ["1102016"]
    assert shown.text[: mark.start].rstrip(' "\\,').endswith("LOGIN_FAILED")
    utf16 = shown.text.encode("utf-16-le")
    assert (
        utf16[2 * units(shown.text[: mark.start]) : 2 * units(shown.text[: mark.end])].decode("utf-16-le") == "1102016"
    )


def test_the_second_of_two_equal_numbers_is_marked_where_only_that_one_is_a_code() -> None:
    shown = laid_out('{"orderid":1102016,"errorCode":1102016}')
    (mark,) = shown.marks
    assert shown.text[: mark.start].endswith('"errorCode": ')


def test_marks_keep_their_order_and_never_overlap() -> None:
    shown = laid_out('errorCode: 1102016 {"errorCode":1104021,"b":[{"errorCode":1102016}]}')
    assert codes(shown) == ["1102016", "1104021", "1102016"]
    assert all(one.end <= other.start for one, other in zip(shown.marks, shown.marks[1:], strict=False))


# What must not be obeyed


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x85", "\u200b", "\u200f", "\u2028", "\u202e", "\u2069", "\ufeff"])
@pytest.mark.parametrize("escaped", [False, True])
def test_control_and_direction_characters_are_tokens_also_when_json_hides_them(sign: str, escaped: bool) -> None:
    written = f"\\u{ord(sign):04x}" if escaped else sign
    shown = laid_out(f'{{"a":"x{written}y","errorCode":1102016}}')
    assert sign not in shown.text
    assert all(line.isprintable() for line in shown.text.split("\n"))
    assert codes(shown) == ["1102016"]


def test_markup_is_text() -> None:
    assert laid_out('{"a":"<img src=//host/x>"} <b>').text == '{\n  "a": "<img src=//host/x>"\n} <b>'


def test_half_an_emoji_is_one_sign() -> None:
    assert laid_out('{"a":"\\ud83c"}').text == '{\n  "a": "�"\n}'
    assert laid_out(b"\xff{}").text == "�{}"


# Hostile JSON


@pytest.mark.parametrize("depth", [25, 300, 500, 940, 30_000])
@pytest.mark.parametrize(("begin", "middle", "end"), [("[", "", "]"), ('{"a":', "1", "}"), ("[", '"{"', "]")])
def test_nesting_of_any_depth_is_shown_in_full(depth: int, begin: str, middle: str, end: str) -> None:
    """Deeper than a decoder goes, deeper than a generator goes: some of it laid out, all of it shown."""
    if len(begin + end) * depth > LONGEST:
        depth = LONGEST // len(begin + end) - 5
    text = "errorCode: 1102016 " + begin * depth + middle + end * depth
    shown = laid_out(text)
    assert "".join(shown.text.split()) == "".join(text.split())
    assert codes(shown) == ["1102016"]


@pytest.mark.parametrize("depth", [1, 3, 10])
def test_json_in_strings_in_json(depth: int) -> None:
    text = '{"errorCode":1102016}'
    for _ in range(depth):  # escapes double the length each time
        text = compact({"x": text})
    shown = lay_out(text)
    assert shown.count("\n") == 2 * (depth + 1)
    assert "\\" not in shown
    assert '"errorCode": 1102016' in shown


@pytest.mark.parametrize(
    "text",
    ["[" * 60_000, '{"a":' * 12_000, "[" * 900 + "1," * 30_000, '["' * 30_000, "{" * 60_000],
    ids=["brackets", "objects", "wide", "strings", "braces"],
)
def test_json_that_never_ends_costs_no_more_than_a_few_readings(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each bracket could begin a value, and each try could read to the end: that would hold up the window."""
    read = 0
    decode = json.JSONDecoder.raw_decode

    def counting(decoder: json.JSONDecoder, s: str, idx: int = 0) -> object:
        nonlocal read
        try:
            return decode(decoder, s, idx)
        except json.JSONDecodeError as error:
            read += max(1, error.pos - idx)
            raise
        except RecursionError:
            read += 1000
            raise

    monkeypatch.setattr(json.JSONDecoder, "raw_decode", counting)
    assert lay_out(text) == text
    assert read <= 16 * LONGEST


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | WORDS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
        max_leaves=12,
    )
)
def test_json_says_the_same_laid_out(value: object) -> None:
    """Read back, what is laid out is what was written, where no string holds JSON in its turn."""
    text = json.dumps(value)
    if any(bracket in part for part in _strings(value) for bracket in "{["):
        return
    shown = lay_out(text)
    assert json.loads(shown) == value


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _strings(part)]
    return [text for part in value for text in _strings(part)] if isinstance(value, list) else []


# Long lines


def test_a_line_of_64_kilobytes_is_laid_out_and_one_byte_more_is_not() -> None:
    filling = "x" * (LONGEST - len('{"errorCode":1102016,"a":""}'))
    text = '{"errorCode":1102016,"a":"' + filling + '"}'
    assert len(text) == LONGEST
    assert laid_out(text).text.startswith('{\n  "errorCode": 1102016,')
    assert laid_out(text + " ").text == text


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_of_a_line_beyond_the_limit_the_surroundings_of_the_mark_are_shown(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(unfolded, "LONGEST", 64 * 1024)
    places = [10, 100_000, 200_000, 299_900]
    line = ["."] * 300_000
    for place in places:
        words = " errorCode: 1102016 "
        line[place : place + len(words)] = words
    text = "".join(line)
    scan = scanned(text)
    around = scan.results.occurrences[number]
    shown = unfold_line(scan.lines, scan.results, 0, around)
    assert len(shown.text) <= 64 * 1024
    assert shown.text in text
    assert codes(shown) == [text[around.start : around.end]]


def test_a_long_line_without_a_mark_shows_its_beginning() -> None:
    assert laid_out("字" * 100_000).text.startswith("字" * 1000)


def test_a_long_line_read_from_the_middle_of_a_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfolded, "LONGEST", 64 * 1024)
    for shift in range(3):
        shown = laid_out("x" * shift + "字" * 40_000 + " errorCode: 1102016 " + PARTY * 20_000, 0)
        assert codes(shown) == ["1102016"]
        assert shown.text.strip("�").strip("字").startswith(" errorCode: ")


def test_the_carriage_return_of_a_windows_line_is_not_shown() -> None:
    scan = scanned("first 1102016\r\nsecond\r\n")
    assert unfold_line(scan.lines, scan.results, 0, None).text == "first 1102016"


def test_the_limit_is_the_one_that_the_pane_promises() -> None:
    assert unfolded.LONGEST == 1024 * 1024


def test_a_line_is_laid_out_in_small_steps() -> None:
    """So that the window goes on; each step is at most a share of the work."""
    text = json.dumps({"list": [{"errorCode": 1102016, "said": json.dumps({"a": [1, 2]})} for _ in range(3_000)]})
    scan = scanned(text)
    steps = unfolded.unfolding(scan.lines, scan.results, 0, None)
    count = sum(1 for _ in steps)
    assert count > 50
    shown = unfold_line(scan.lines, scan.results, 0, None)
    assert set(codes(shown)) == {"1102016"}
    assert len(shown.marks) == len(scan.results.occurrences)
