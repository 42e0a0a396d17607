"""A scan finds the same whatever the slices, and every place it tells is true."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.conftest import MakeLog
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.log.source import FileSource, MemorySource, UnreadableLogError
from zegoerr_gui.core.recognition import scan as module
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.forms import odd_numbers, plain_form
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.rules import RULES
from zegoerr_gui.core.recognition.scan import LONGEST_WHOLE, PIECE, SLICE, Scan, scan_to_end

from .shapes import EXAMPLES, compact, in_json, login_call, red, room, scanned, scanned_bytes, sdk, stream

FRAGMENTS = [
    '{%22x":1,"msg":"room ID is empty","action":"zm.lg","content":"',
    '{"msg":"room ID is empty","action":"zm.lg","content":""}',
    "&quot;errorCode&quot;:1103061",
    "\x1b[31m",
    login_call(),
    room("LOGINING"),
    room("LOGIN_FAILED", 1002011),
    room("LOGINED", moment=400),
    room("RECONNECTING", 1000017, moment=3000),
    room("RECONNECTED", moment=5000),
    room("LOGIN_FAILED", 1100001, 1103061),
    red("user.userID is too long", moment=10),
    red("room not exist, roomID: r1", "zm.sbrm"),
    stream("PUBLISH_REQUESTING", 1102023, moment=6000, reason="connect signal fail"),
    stream("PUBLISHING", moment=9000),
    stream("NO_PLAY", 1104031, "s2", moment=12_000),
    in_json(stream("NO_PUBLISH", 1103051, "s😀", moment=20_000), 2),
    sdk("failed NotAllowedError Permission denied", "zp.sv.2"),
    sdk("r1 disconnected 1002011 ", "zc.rsu"),
    "{errorCode: 1103064, extendedData: 'NotAllowedError: get device not allowed'}",
    '{"code":1002999,"msg":"room ID is empty"}',
    "错误码1102016，请看一下 😀",
    "at onclose (ZegoExpressWebRTC.js:1:1103061)",
    "the publisher retry timeout, he said",
    "order 1103061 and 1102016 in ten lines",
    "server error=50119",
    "1103061",
    "110306",
    "1",
    "zego",
    "😀",
    "\\",
    '"',
    "{",
    "}",
    " ",
    "\n",
    "\r\n",
    "\n\n\n",
    "x" * 90,
    "中" * 40,
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(["\n", "\r\n"]), st.text(max_size=12)), max_size=40
)
BYTES = st.lists(
    st.one_of(st.sampled_from([fragment.encode() for fragment in FRAGMENTS]), st.binary(max_size=16)), max_size=30
)


@contextmanager
def sizes(size: int, piece: int, free: int = module.FREE_TEXTS_UP_TO) -> Iterator[None]:
    """Slices and pieces of these sizes; free search in logs up to ``free`` bytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SLICE", size)
        patch.setattr(module, "PIECE", piece)
        patch.setattr(module, "LONGEST_WHOLE", max(piece, LONGEST_WHOLE if piece == PIECE else 0))
        patch.setattr(module, "FREE_TEXTS_UP_TO", free)
        yield


def everything(scan: Scan) -> dict[str, Any]:
    """All that a scan tells."""
    results = scan.results
    return {
        "lines": (results.lines, len(scan.lines), results.complete),
        "occurrences": [results.occurrences[place] for place in range(len(results.occurrences))],
        "findings": results.findings(Evidence.UNLIKELY),
        "failures": [results.failures(least) for least in Evidence],
        "rest": (results.successes, results.subject.is_sdk, results.set_aside(), results.server_codes),
        "context": results.context,
    }


def check_places(scan: Scan, data: bytes) -> None:
    """Every occurrence lies in its line; a number spells its code; places go forward."""
    occurrences = scan.results.occurrences
    last = (0, 0)
    for place in range(len(occurrences)):
        one = occurrences[place]
        begin, end = scan.lines.span(one.line)
        assert begin <= one.start < one.end <= end
        if not RULES[one.rule].by_text:
            spelled = plain_form(data[one.start : one.end].decode()).text
            assert spelled == str(one.code) or any(code == one.code for *_, code in odd_numbers(spelled))
        assert (one.line, one.start) >= last
        last = (one.line, one.start)


@given(pieces=BYTES)
@settings(max_examples=EXAMPLES)
def test_bytes_of_any_kind_are_no_error(recogniser: Recogniser, pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    for free in (module.FREE_TEXTS_UP_TO, -1):
        with sizes(SLICE, PIECE, free):
            scan = scanned_bytes(recogniser, data)
        assert scan.results.complete
        check_places(scan, data)


@given(data=st.binary(max_size=3000))
@settings(max_examples=EXAMPLES)
def test_noise_is_no_error(recogniser: Recogniser, data: bytes) -> None:
    with sizes(256, 128):
        scan = scanned_bytes(recogniser, data)
    assert scan.results.lines == data.count(b"\n") + (not data.endswith(b"\n") and data != b"")


@given(parts=TEXTS)
@settings(max_examples=EXAMPLES)
def test_places_are_true(recogniser: Recogniser, parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", "surrogatepass")
    check_places(scanned_bytes(recogniser, data), data)


@given(parts=TEXTS, size=st.sampled_from([2, 3, 4, 7]), free=st.booleans())
@settings(max_examples=EXAMPLES)
def test_slices_do_not_matter(recogniser: Recogniser, parts: list[str], size: int, free: bool) -> None:
    data = "".join(parts).encode("utf-8", "surrogatepass")
    up_to = module.FREE_TEXTS_UP_TO if free else -1
    for piece in (64, 512):
        with sizes(piece * 1024, piece, up_to):
            whole = everything(scanned_bytes(recogniser, data))
        with sizes(piece * size, piece, up_to):
            assert everything(scanned_bytes(recogniser, data)) == whole


@pytest.mark.parametrize("size", [1024, 2048, 8192, 65536, 1 << 20])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_slices_do_not_matter_in_a_long_log(recogniser: Recogniser, size: int, end: str) -> None:
    chosen = random.Random(7).choices([fragment for fragment in FRAGMENTS if len(fragment) > 1], k=900)
    data = end.join(chosen).encode()
    assert len(data) > 65536
    with sizes(1 << 22, 512):
        whole = everything(scanned_bytes(recogniser, data))
    with sizes(size, 512):
        assert everything(scanned_bytes(recogniser, data)) == whole


@given(parts=TEXTS, stops=st.lists(st.integers(1, 9), max_size=8), free=st.booleans())
@settings(max_examples=EXAMPLES)
def test_a_scan_that_was_stopped_goes_on(
    recogniser: Recogniser, parts: list[str], stops: list[int], free: bool
) -> None:
    data = "".join(parts).encode("utf-8", "surrogatepass")
    with sizes(256, 64, module.FREE_TEXTS_UP_TO if free else -1):
        scan = Scan(MemorySource(data, "test.log"), recogniser, Evidence.CERTAIN)
        for steps in stops:
            for _ in islice(scan.run(), steps):
                pass
        for _ in scan.run():
            pass
        assert everything(scan) == everything(scanned_bytes(recogniser, data))


@given(parts=TEXTS, added=TEXTS, free=st.booleans())
@settings(max_examples=EXAMPLES)
def test_what_is_added_to_a_log_is_read_as_if_it_had_been_there(
    recogniser: Recogniser, tmp_path_factory: pytest.TempPathFactory, parts: list[str], added: list[str], free: bool
) -> None:
    """Where the log ended with a line, else with what can be told of a line in two parts."""
    before = "".join(parts).encode("utf-8", "surrogatepass") + b"\n"
    after = "".join(added).encode("utf-8", "surrogatepass")
    path = tmp_path_factory.getbasetemp() / "grows.log"
    path.write_bytes(before)
    with sizes(4096, 1024, module.FREE_TEXTS_UP_TO if free else -1):
        scan = scan_to_end(FileSource(path, "test.log"), recogniser, Evidence.CERTAIN)
        with closing(scan.source):
            with path.open("ab") as file:
                file.write(after)
            assert scan.source.grow() == len(after)
            for _ in scan.run():
                pass
            assert everything(scan) == everything(scanned_bytes(recogniser, before + after))


def test_a_time_at_the_end_is_no_longer_the_first_when_more_is_added(recogniser: Recogniser, make_log: MakeLog) -> None:
    """Of a large log's long line no time is read; the look at its end finds one, which is of that end alone."""
    before = f"{'.' * LONGEST_WHOLE} {room('LOGINED', moment=20_000)}\n"
    after = room("LOGOUT", moment=30_000)
    path = make_log(before)
    with sizes(SLICE, PIECE, -1):
        scan = scan_to_end(FileSource(path, "test.log"), recogniser)
        with closing(scan.source):
            with path.open("a") as file:
                file.write(after)
            scan.source.grow()
            for _ in scan.run():
                pass
            context = scan.results.context
            whole = scanned_bytes(recogniser, (before + after).encode()).results.context
    assert (context.first_moment, context.last_moment) == (whole.first_moment, whole.last_moment)


@pytest.mark.parametrize("cut", range(1, 60))
def test_a_code_is_found_once_wherever_the_log_ended_when_it_was_opened(
    recogniser: Recogniser, make_log: MakeLog, cut: int
) -> None:
    text = "first line\nsecond error 1103061, then error 1103064\nlast line"
    path = make_log(text[:cut])
    scan = scan_to_end(FileSource(path, "test.log"), recogniser, Evidence.CERTAIN)
    with path.open("ab") as file:
        file.write(text[cut:].encode())
    scan.source.grow()
    for _ in scan.run():
        pass
    found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
    assert [(one.line, one.code, text[one.start : one.end]) for one in found] == [
        (1, 1103061, "1103061"),
        (1, 1103064, "1103064"),
    ]
    assert scan.results.lines == len(scan.lines) == 3
    scan.source.close()


HALVES = [
    (sdk("room_1 disconnected 1002005 userID is null.", "zc.rsu"), 1002005, "disconnected"),
    (stream("NO_PUBLISH", 1103051, reason="publisher retry timeout"), 1103051, "sdk-code"),
    (red("roomID is empty"), 1002011, "console-text"),
]


@pytest.mark.parametrize("size", ["small", "large"])
@pytest.mark.parametrize(("line", "code", "rule"), HALVES, ids=[row[2] for row in HALVES])
def test_a_line_that_was_half_written_is_read_whole(
    recogniser: Recogniser, make_log: MakeLog, line: str, code: int, rule: str, size: str
) -> None:
    """A file that is still being written is what the log of a running page is."""
    begin = f"zego\n{line}\n".index(str(code)) if str(code) in line else len(line) // 2
    for cut in range(5, begin + 1, 3):
        text = f"zego\n{line}\n"
        path = make_log(text[:cut])
        with sizes(SLICE, PIECE, module.FREE_TEXTS_UP_TO if size == "small" else -1):
            scan = scan_to_end(FileSource(path, "test.log"), recogniser, Evidence.CERTAIN)
            with path.open("ab") as file:
                file.write(text[cut:].encode())
            scan.source.grow()
            for _ in scan.run():
                pass
        scan.source.close()
        found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
        assert [(one.line, one.code, RULES[one.rule].id) for one in found] == [(1, code, rule)], cut


NEIGHBOURS = [
    "Event id 1102016: room ID is empty",  # its text is another code's
    "Event id 1002011: room ID is empty",
    "item 1002012 room ID contains illegal characters",
    "item 1100001: volume must be number between 0 to 200",
    "load source https://cdn.example.com/a/very/long/path/to/some/file.mp4?sign=abcdef failed with error 100001",
    "order 1102016 paid",
    "order 1002011 paid",
]


def test_a_judgement_does_not_depend_on_what_was_judged_before(catalogue: Catalogue) -> None:
    """In a large log they are kept by the shape of the words nearest to a number."""

    def rules_of(lines: list[str]) -> dict[str, str]:
        with sizes(SLICE, PIECE, -1):
            scan = scanned_bytes(Recogniser(catalogue), "".join(f"{line}\n" for line in ["x"] * 250 + lines).encode())
        found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
        return {lines[one.line - 250]: RULES[one.rule].id for one in found}

    alone = {line: rule for line in NEIGHBOURS for line, rule in rules_of([line]).items()}
    assert rules_of(NEIGHBOURS) == rules_of(NEIGHBOURS[::-1]) == alone
    assert alone[NEIGHBOURS[1]] == alone[NEIGHBOURS[2]] == "text-agrees"
    assert alone[NEIGHBOURS[0]] != "text-agrees"


def test_several_lines_of_the_sdk_in_one_are_read_each_by_itself(recogniser: Recogniser) -> None:
    lines = [
        room("LOGIN_FAILED", 1002011, "r1"),
        room("LOGIN_FAILED", 1002011, "r2", moment=60_000),
        sdk("r3 disconnected 1002005 ", "zc.rsu", moment=90_000),
    ]
    text = "[" + ",".join(lines) + "]"
    for wrapped in (text, in_json(text)):
        scan = scanned(recogniser, wrapped)
        failures = [(one.code, one.room, one.outcome) for one in scan.results.failures()]
        assert failures == [(1002011, "r1", "failed"), (1002011, "r2", "failed"), (1002005, "r3", "failed")]
        check_places(scan, f"{wrapped}\n".encode())


def test_the_line_behind_a_long_one_tells_nothing_of_it(recogniser: Recogniser) -> None:
    results = scanned(recogniser, "zego", "x" * 20_000 + " error 1102016", "users online").results
    assert results.findings()[0].evidence == Evidence.LIKELY


def test_the_sdk_is_seen_across_slices(recogniser: Recogniser) -> None:
    """Its name may be cut in two by a slice in the middle of a long line."""
    data = b"x" * (SLICE - 2) + b"zego " + b"x" * SLICE + b"\n1103061\n" + b"x\n" * 20
    results = scanned_bytes(recogniser, data).results
    assert results.subject.is_sdk
    assert [finding.code for finding in results.findings()] == [1103061]


EMOJI = [
    "😀 error 1103061",
    "错误码1102016",
    "é" * 50 + " error 1103061 😀 error 1103064",
    "😀" + stream("NO_PUBLISH", 1103051, "s😀"),
    red("user.userID is empty", userid="用户😀"),
    "中" * 7000 + " error 1103061 " + "中" * 7000,
]


@pytest.mark.parametrize("text", EMOJI, ids=range(len(EMOJI)))
def test_byte_places_are_right_behind_other_scripts(recogniser: Recogniser, text: str) -> None:
    data = f"zego 😀\n{text}\n".encode()
    scan = scanned_bytes(recogniser, data)
    check_places(scan, data)
    found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
    spelled = [data[one.start : one.end].decode() for one in found]
    assert [one.line for one in found] == [1] * len(found)
    assert spelled in (["1103061"], ["1102016"], ["1103061", "1103064"], ["1103051"], ["user.userID is empty"])


@pytest.mark.parametrize("sign", ["中", "é", "😀", "\udcff"])
def test_in_a_long_line_of_other_scripts_every_code_is_found_once(recogniser: Recogniser, sign: str) -> None:
    part = f"{sign} error 1103061 ".encode("utf-8", "surrogateescape")
    data = part * 5000
    scan = scanned_bytes(recogniser, data)
    check_places(scan, data)
    occurrences = scan.results.occurrences
    starts = [occurrences[place].start for place in range(len(occurrences))]
    assert starts == [count * len(part) + len(part) - 8 for count in range(5000)]


def test_slices_are_whole_pieces() -> None:
    """Else the grid of a long line would depend on where its slices begin."""
    assert SLICE % PIECE == 0
    assert SLICE >= 2 * PIECE


def test_a_byte_that_is_no_text_counts_one(recogniser: Recogniser) -> None:
    data = b"\xff\xfe\xe4 error 1103061\n"
    scan = scanned_bytes(recogniser, data)
    check_places(scan, data)
    assert scan.results.occurrences[0].start == data.index(b"1103061")


def test_a_single_line_of_three_megabytes(recogniser: Recogniser) -> None:
    """Codes across the borders of pieces and of slices are found once each."""
    size = 3_000_000
    line = bytearray(b" " * size)
    placed = [0, 100, *(border - shift for border in (PIECE, 2 * PIECE, SLICE, 5 * SLICE) for shift in (7, 4, 1, 0))]
    placed = [place for index, place in enumerate(placed) if index < 2 or index % 4 == 2]
    placed += [3 * PIECE - 3, 7 * SLICE, 8 * SLICE - 7, 9 * SLICE - 12, size - 7]
    codes = {}
    for count, place in enumerate(sorted(placed)):
        codes[place] = 1103061 if count % 2 else 1102016
        line[place : place + 7] = str(codes[place]).encode()
    data = b"zego\n" + bytes(line) + b"\nerror 1002011\n"
    scan = scanned_bytes(recogniser, data)
    check_places(scan, data)
    found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
    assert {one.start - 5: one.code for one in found if one.line == 1} == codes
    assert len(found) == len(codes) + 1
    assert (found[-1].line, found[-1].code) == (2, 1002011)
    assert scan.results.lines == 3


@pytest.mark.parametrize("shift", range(-9, 3))
def test_a_line_that_spans_slices(recogniser: Recogniser, shift: int) -> None:
    """The evidence beside a number is read on both sides of a border."""
    filler = b"x" * (SLICE + shift - 20)
    data = b"start\n" + filler + b" order 1103061 error 1103064 " + filler + b"\nerror 1002011"
    scan = scanned_bytes(recogniser, data)
    check_places(scan, data)
    found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
    assert [(one.line, one.code, RULES[one.rule].id) for one in found] == [
        (1, 1103061, "other-key"),
        (1, 1103064, "error-word"),
        (2, 1002011, "error-and-number"),
    ]


@pytest.mark.parametrize(
    "length", [LONGEST_WHOLE, LONGEST_WHOLE + 1, LONGEST_WHOLE + PIECE, SLICE - 1, SLICE, SLICE + 1, 2 * SLICE]
)
@pytest.mark.parametrize("ended", [True, False])
def test_lines_count_on_behind_a_long_one(recogniser: Recogniser, length: int, ended: bool) -> None:
    data = b"a\n" + b"x" * length + b"\n\nerror 1103061\n" + b"y" * length + b"\nerror 1002011" + b"\n" * ended
    scan = scanned_bytes(recogniser, data)
    check_places(scan, data)
    found = [scan.results.occurrences[place] for place in range(len(scan.results.occurrences))]
    assert [(one.line, one.code) for one in found] == [(3, 1103061), (5, 1002011)]
    assert scan.results.lines == len(scan.lines) == 6


def _told(scan: Scan) -> list[tuple[int, int, int, str]]:
    return [(one.code, one.first_line, one.last_line, one.outcome) for one in scan.results.failures(Evidence.LIKELY)]


def test_carriage_returns_change_nothing(recogniser: Recogniser) -> None:
    lines = [fragment for fragment in FRAGMENTS if len(fragment) > 8 and "\n" not in fragment]
    plain = scanned_bytes(recogniser, "\n".join(lines).encode())
    returns = scanned_bytes(recogniser, "\r\n".join(lines).encode())
    check_places(returns, "\r\n".join(lines).encode())
    assert _told(returns) == _told(plain)
    assert _by_rule(returns) == _by_rule(plain)
    assert returns.results.context == plain.results.context
    assert returns.results.successes == plain.results.successes


def _by_rule(scan: Scan) -> list[tuple[int, int, str, int]]:
    occurrences = scan.results.occurrences
    found = [occurrences[place] for place in range(len(occurrences))]
    return [(one.line, one.code, RULES[one.rule].id, one.end - one.start) for one in found]


def test_a_large_log_tells_what_a_small_one_tells(recogniser: Recogniser) -> None:
    """Only words among other words are left out there."""
    lines = [
        login_call(),
        room("LOGINING"),
        red("user.userID is too long", moment=1),
        sdk('DISCONNECTED {"code":1002007,"msg":"user ID is too long"}', "zm.rm.scb", moment=1),
        room("LOGIN_FAILED", 1002007, moment=2),
        room("LOGINED", moment=9000),
        stream("PUBLISH_REQUESTING", 1102023, moment=20_000, reason="connect signal fail"),
        stream("PUBLISHING", moment=25_000),
        sdk("failed NotAllowedError Permission denied", "zp.sv.2", moment=30_000),
        "{errorCode: 1103064, extendedData: 'NotAllowedError: get device not allowed'}",
        compact({"log": in_json(stream("NO_PLAY", 1104031, moment=50_000))}),
        "order 1103061",
        "错误码1102016",
        room("LOGINED", 0, "1103061", moment=60_000),
        red("key is too long", "zm.srlm", 61_000, roomid="1103061"),
        "2026-11-23 10:02:00.000 error 1103065 again",
        "2026-11-23 10:02:00.900 error 1103065 again",
        "2026-11-23 10:02:05.000 error 1103065 again",
    ]
    lines = [part for line in lines for part in ("a line in which nothing stands", "", line)]
    lines += ["2026/11/23 11:00:00 error, he said, order", "so 1103062"]  # each line is read by itself
    small = scanned(recogniser, *lines)
    large = scanned(recogniser, *lines, *["a line in which nothing stands"] * 40_000)
    assert large.source.size > module.FREE_TEXTS_UP_TO
    for least in Evidence:
        assert large.results.failures(least) == small.results.failures(least)
    assert _by_rule(large) == _by_rule(small)
    assert large.results.successes == small.results.successes
    assert large.results.set_aside() == small.results.set_aside()


@given(parts=TEXTS)
@settings(max_examples=EXAMPLES)
def test_a_large_log_misses_no_number(recogniser: Recogniser, parts: list[str]) -> None:
    """It looks at few lines, and finds the numbers that a reader of every line finds, dressed ones apart."""
    text = "".join(parts)
    assume(all(plain_form(line).spans is None for line in text.split("\n")))
    data = text.encode("utf-8", "surrogatepass")
    with sizes(SLICE, PIECE, -1):
        large = _numbers(scanned_bytes(recogniser, data), data)
    assert large == _numbers(scanned_bytes(recogniser, data), data)


def _numbers(scan: Scan, data: bytes) -> list[tuple[int, int, int]]:
    """Line, place and code of every number that is written as usual."""
    occurrences = scan.results.occurrences
    found = [occurrences[place] for place in range(len(occurrences))]
    return [
        (one.line, one.start, one.code)
        for one in found
        if not RULES[one.rule].by_text and data[one.start : one.end] == str(one.code).encode()
    ]


def test_words_are_looked_for_everywhere_in_a_short_log_only(recogniser: Recogniser) -> None:
    text = "he says: publisher retry timeout\n"
    for free, expected in ((len(text), [1103051]), (len(text) - 1, [])):
        with sizes(SLICE, PIECE, free):
            findings = scanned_bytes(recogniser, text.encode()).results.findings()
        assert [finding.code for finding in findings] == expected


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_the_last_line_needs_no_end(recogniser: Recogniser, end: str) -> None:
    for lines in (0, 3):
        text = "nothing\n" * lines + stream("PUBLISH_REQUESTING", 1102023) + end
        (failure,) = scanned_bytes(recogniser, text.encode()).results.failures()
        assert (failure.outcome, failure.stream, failure.first_line) == ("retrying", "s1", lines)


@pytest.mark.parametrize("data", [b"", b"\n", b"\n\n\n", b"\r\n", b"x", b"1", b"\xff", b"\x00" * 40])
def test_next_to_nothing_is_a_log_too(recogniser: Recogniser, data: bytes) -> None:
    scan = scanned_bytes(recogniser, data)
    assert scan.results.complete
    assert scan.results.findings(Evidence.UNLIKELY) == []
    assert scan.results.lines == len(scan.lines) == data.count(b"\n") + (data[-1:] not in (b"", b"\n"))


def test_a_scan_tells_how_far_it_is(recogniser: Recogniser) -> None:
    scan = Scan(MemorySource(b"error 1103061\n" * 20_000, "x"), recogniser)
    shares = list(scan.run())
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.5 < shares[-1] <= 1
    assert len(shares) > 1000


def test_a_scan_that_was_dropped_is_not_complete(recogniser: Recogniser) -> None:
    scan = Scan(MemorySource(b"zego error 1103061\n" * 20_000, "x"), recogniser)
    for count, _ in enumerate(scan.run()):
        if count == 500:
            break
    assert not scan.results.complete
    (finding,) = scan.results.findings()
    assert 0 < finding.count < 20_000


class _Failing(MemorySource):
    def read(self, offset: int, count: int) -> bytes:
        raise UnreadableLogError("test.log can no longer be read: gone.")


def test_a_log_that_cannot_be_read_is_told(recogniser: Recogniser) -> None:
    with pytest.raises(UnreadableLogError, match="no longer"):
        scan_to_end(_Failing(b"x" * 10, "test.log"), recogniser)


class _Shrunk(MemorySource):
    @property
    def size(self) -> int:
        return 500_000


def test_a_log_that_shrank_ends_where_it_ends(recogniser: Recogniser) -> None:
    scan = scan_to_end(_Shrunk(b"error 1103061\n", "test.log"), recogniser)
    assert [finding.code for finding in scan.results.findings()] == [1103061]
