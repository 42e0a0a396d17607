"""Lines that tell of one failure are counted once; how it ended is told by what comes after."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.failure_levels import AllFailures
from zegoerr_gui.core.recognition.failures import LONGEST_GAP, LONGEST_PAUSE, Failure
from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.rules import ALL_COUNTED, Setting
from zegoerr_gui.core.recognition.scan import scan_to_end
from zegoerr_gui.core.recognition.topic import Topic

from .shapes import EXAMPLES, compact, login_call, red, room, scanned, sdk, stream

Told = list[tuple[int, int, int, str]]  # code, first line, last line (both from 0), outcome

LOST = 1000017
SIGNAL = 1102023
NOTE = "nothing of note"


def told(recogniser: Recogniser, *lines: str, least: Evidence = Evidence.LIKELY) -> list[Failure]:
    return list(scanned(recogniser, *lines).results.failures(least))


def short(failures: list[Failure]) -> Told:
    return [(one.code, one.first_line, one.last_line, one.outcome) for one in failures]


def failed_login(moment: int = 0, name: str = "r1") -> list[str]:
    """One failed login as the SDK tells it, on seven lines."""
    return [
        login_call(name, moment),
        sdk('CONNECTING {"code":0,"msg":""}', "zm.rm.scb", moment=moment),
        room("LOGINING", name=name, moment=moment + 1),
        red("user.userID is too long", moment=moment + 2),
        sdk('DISCONNECTED {"code":1002007,"msg":"user ID is too long"}', "zm.rm.scb", moment=moment + 2),
        sdk(f"{name} disconnected 1002007 ", "zc.rsu", moment=moment + 2),
        room("LOGIN_FAILED", 1002007, name, moment=moment + 3),
    ]


def test_one_failure_on_four_lines(recogniser: Recogniser) -> None:
    (failure,) = told(recogniser, *failed_login())
    assert (failure.code, failure.first_line, failure.last_line, failure.count) == (1002007, 3, 6, 4)
    assert (failure.outcome, failure.state, failure.room) == ("failed", "LOGIN_FAILED", "r1")
    assert failure.last_moment - failure.first_moment == 1


def test_every_login_fails_on_its_own(recogniser: Recogniser) -> None:
    failures = told(recogniser, *failed_login(0), *failed_login(5), *failed_login(10))
    assert short(failures) == [(1002007, first, first + 3, "failed") for first in (3, 10, 17)]


PAUSES = [(0, 1), (1, 1), (LONGEST_PAUSE, 1), (LONGEST_PAUSE + 1, 2), (60_000, 2)]


@pytest.mark.parametrize(("pause", "count"), PAUSES)
def test_a_pause_divides(recogniser: Recogniser, pause: int, count: int) -> None:
    assert len(told(recogniser, stream("NO_PLAY", 1104031), stream("NO_PLAY", 1104031, moment=pause))) == count


def test_a_pause_counts_from_the_line_before(recogniser: Recogniser) -> None:
    lines = [stream("PUBLISH_REQUESTING", SIGNAL, moment=900 * step) for step in range(5)]
    assert short(told(recogniser, *lines)) == [(SIGNAL, 0, 4, "retrying")]


def test_pauses_and_gaps_are_those_of_the_design() -> None:
    assert (LONGEST_PAUSE, LONGEST_GAP) == (1000, 8)


@pytest.mark.parametrize(("between", "count"), [(0, 1), (7, 1), (8, 2), (30, 2)])
@pytest.mark.parametrize("timed", ["neither", "first", "second"])
def test_lines_divide_where_a_time_is_missing(recogniser: Recogniser, between: int, count: int, timed: str) -> None:
    bare, with_time = "zego error 1103061 seen", sdk("error 1103061 seen", "zm.x")
    first = with_time if timed == "first" else bare
    second = with_time if timed == "second" else bare
    assert len(told(recogniser, first, *[NOTE] * between, second)) == count


def test_a_time_seen_later_counts_from_there(recogniser: Recogniser) -> None:
    bare = "error 1103061 seen"
    timed = [sdk("error 1103061 seen", "zm.x", moment=moment) for moment in (0, 900, 2000)]
    assert short(told(recogniser, bare, *timed)) == [(1103061, 0, 2, "unknown"), (1103061, 3, 3, "unknown")]


DIVIDING = [
    (login_call(), 2),
    (room("LOGINING"), 2),
    (sdk('CONNECTING {"code":0,"msg":""}', "zm.rm.scb"), 2),
    (sdk("r1 state: CONNECTING", "zc.rsu"), 2),
    (stream("PUBLISH_REQUESTING"), 2),
    (stream("PLAY_REQUESTING"), 2),
    (room("LOGINED"), 1),
    (stream("PUBLISHING"), 1),
    (stream("NO_PUBLISH"), 1),
    (room("LOGIN_FAILED", 1002011), 1),
    (stream("PUBLISH_REQUESTING", SIGNAL), 1),
    (NOTE, 1),
]


@pytest.mark.parametrize(("between", "count"), DIVIDING)
def test_a_new_attempt_divides(recogniser: Recogniser, between: str, count: int) -> None:
    failures = told(recogniser, red("token expired"), between, red("token expired"))
    assert sum(failure.code == 1102018 for failure in failures) == count


IDS: list[tuple[dict[str, str], dict[str, str], int]] = [
    ({"roomid": "r1"}, {"roomid": "r2"}, 2),
    ({"userid": "u1"}, {"userid": "u2"}, 2),
    ({"streamid": "s1"}, {"streamid": "s2"}, 2),
    ({"roomid": "r1"}, {"roomid": "r1"}, 1),
    ({"roomid": "r1"}, {}, 1),
    ({}, {"streamid": "s2"}, 1),
    ({"roomid": "r1"}, {"roomid": ""}, 1),
    ({"roomid": "r1", "userid": "u1"}, {"roomid": "r1", "userid": "u2"}, 2),
]


@pytest.mark.parametrize(("first", "second", "count"), IDS)
def test_another_room_user_or_stream_divides(
    recogniser: Recogniser, first: dict[str, str], second: dict[str, str], count: int
) -> None:
    lines = [red("token expired", "zm.x", 0, **ids) for ids in (first, second)]
    assert len(told(recogniser, *lines)) == count


def test_different_codes_are_different_failures(recogniser: Recogniser) -> None:
    lines = [stream("PUBLISH_REQUESTING", SIGNAL), stream("NO_PUBLISH", 1103051, moment=5)]
    assert short(told(recogniser, *lines)) == [(SIGNAL, 0, 0, "retrying"), (1103051, 1, 1, "failed")]


OUTCOMES = [
    (room("LOGIN_FAILED", 1002011), "failed"),
    (room("RECONNECT_FAILED", 1102013), "failed"),
    (room("KICKOUT", 1002050), "failed"),
    (sdk('DISCONNECTED {"code":1002011,"msg":""}', "zm.rm.scb"), "failed"),
    (sdk("r1 disconnected 1002011 ", "zc.rsu"), "failed"),
    (stream("NO_PUBLISH", 1103051), "failed"),
    (stream("NO_PLAY", 1104031), "failed"),
    ('{"errorCode":1103064,"extendedData":"NotAllowedError"}', "failed"),
    ("[onRoomStateChanged] roomID: r1, reason: KICKOUT, errorCode: 1002055", "failed"),
    ("[onRoomStateUpdate] x DISCONNECTED 1002055 {}", "failed"),
    (room("RECONNECTING", LOST), "retrying"),
    (stream("PUBLISH_REQUESTING", SIGNAL), "retrying"),
    (stream("PLAY_REQUESTING", 1104028), "retrying"),
    (red("roomID is empty"), "unknown"),
    (room("LOGOUT_FAILED", 1002999), "unknown"),
    (sdk('rsp {"errorCode":1002999}', "zm.x"), "unknown"),
    ("error 1103061", "unknown"),
]


@pytest.mark.parametrize(("line", "expected"), OUTCOMES)
def test_outcomes(recogniser: Recogniser, line: str, expected: str) -> None:
    (failure,) = told(recogniser, line)
    assert failure.outcome == expected


def test_the_worst_of_a_run_is_its_outcome(recogniser: Recogniser) -> None:
    run = [
        red("connect signal fail", "zn.sgn"),
        stream("PUBLISH_REQUESTING", SIGNAL, moment=1),
        stream("NO_PUBLISH", SIGNAL, moment=2),
        red("connect signal fail", "zn.sgn", moment=3),
    ]
    assert short(told(recogniser, *run[:2])) == [(SIGNAL, 0, 1, "retrying")]
    assert short(told(recogniser, *run)) == [(SIGNAL, 0, 3, "failed")]


RETRIED = stream("PUBLISH_REQUESTING", SIGNAL)
LATER = 5000
RECOVERIES: list[tuple[str, str, str, str]] = [
    ("publishing", RETRIED, stream("PUBLISHING", moment=LATER), "recovered"),
    ("publishing, much later", RETRIED, stream("PUBLISHING", moment=900_000), "recovered"),
    ("publishing another stream", RETRIED, stream("PUBLISHING", 0, "s2", moment=LATER), "retrying"),
    ("publishing with a code", RETRIED, stream("PUBLISHING", SIGNAL, moment=LATER), "retrying"),
    ("playing the published stream", RETRIED, stream("PLAYING", moment=LATER), "retrying"),
    ("a login", RETRIED, room("LOGINED", moment=LATER), "retrying"),
    ("a normal stop", RETRIED, stream("NO_PUBLISH", moment=LATER), "retrying"),
    ("playing", stream("PLAY_REQUESTING", 1104028), stream("PLAYING", moment=LATER), "recovered"),
    ("playing another", stream("PLAY_REQUESTING", 1104028), stream("PLAYING", 0, "s2", moment=LATER), "retrying"),
    (
        "publishing the played stream",
        stream("PLAY_REQUESTING", 1104028),
        stream("PUBLISHING", moment=LATER),
        "retrying",
    ),
    ("reconnected", room("RECONNECTING", LOST), room("RECONNECTED", moment=LATER), "recovered"),
    ("logged in", room("RECONNECTING", LOST), room("LOGINED", moment=LATER), "recovered"),
    (
        "connected",
        room("RECONNECTING", LOST),
        sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb", moment=LATER, roomid="r1"),
        "recovered",
    ),
    ("room line", room("RECONNECTING", LOST), sdk("r1 state: CONNECTED", "zc.rsu", moment=LATER), "recovered"),
    ("another room", room("RECONNECTING", LOST), room("RECONNECTED", name="r2", moment=LATER), "retrying"),
    ("a stream of the room", room("RECONNECTING", LOST), stream("PUBLISHING", 0, "r1", moment=LATER), "retrying"),
    ("too late", room("LOGIN_FAILED", 1002011), room("LOGINED", moment=LATER), "failed"),
    ("too late for a stream", stream("NO_PUBLISH", 1103051), stream("PUBLISHING", moment=LATER), "failed"),
]


@pytest.mark.parametrize(
    ("line", "after", "expected"), [row[1:] for row in RECOVERIES], ids=[row[0] for row in RECOVERIES]
)
def test_recovery(recogniser: Recogniser, line: str, after: str, expected: str) -> None:
    failure = told(recogniser, line, after)[0]
    assert failure.outcome == expected


def test_all_that_waits_recovers_at_once(recogniser: Recogniser) -> None:
    lines = [stream("PUBLISH_REQUESTING", code, moment=5000 * code % 7) for code in (SIGNAL, 1103060, 1103003)]
    failures = told(recogniser, *lines, stream("PUBLISHING", moment=16_000))
    assert [failure.outcome for failure in failures] == ["recovered"] * 3


RED = red("connect signal fail", "zn.sgn")
# lines at 0, 5, 10 ... seconds, and the failures they make: code, places, first and last line, outcome
LOOPS: dict[str, tuple[list[str], list[tuple[int, int, int, int, str]]]] = {
    "retries": (
        [stream("PUBLISH_REQUESTING", SIGNAL)] * 4,
        [(SIGNAL, 4, 0, 3, "retrying")],
    ),
    "with red lines between": (
        [RED, stream("PUBLISH_REQUESTING", SIGNAL), RED, stream("PUBLISH_REQUESTING", SIGNAL)],
        [(SIGNAL, 1, 0, 0, "unknown"), (SIGNAL, 3, 1, 3, "retrying")],
    ),
    "given up with the same code": (
        [stream("PUBLISH_REQUESTING", SIGNAL)] * 2 + [stream("NO_PUBLISH", SIGNAL)],
        [(SIGNAL, 3, 0, 2, "failed")],
    ),
    "given up with another code": (
        [stream("PUBLISH_REQUESTING", SIGNAL)] * 2 + [stream("NO_PUBLISH", 1103051)],
        [(SIGNAL, 2, 0, 1, "retrying"), (1103051, 1, 2, 2, "failed")],
    ),
    "worked between": (
        [stream("PUBLISH_REQUESTING", SIGNAL), stream("PUBLISHING"), stream("PUBLISH_REQUESTING", SIGNAL)],
        [(SIGNAL, 1, 0, 0, "recovered"), (SIGNAL, 1, 2, 2, "retrying")],
    ),
    "begun anew between": (
        [stream("PUBLISH_REQUESTING", SIGNAL), stream("PUBLISH_REQUESTING"), stream("PUBLISH_REQUESTING", SIGNAL)],
        [(SIGNAL, 1, 0, 0, "retrying"), (SIGNAL, 1, 2, 2, "retrying")],
    ),
    "two streams in turn": (
        [stream("PUBLISH_REQUESTING", SIGNAL, name) for name in ("s1", "s2", "s1", "s2")],
        [(SIGNAL, 2, 0, 2, "retrying"), (SIGNAL, 2, 1, 3, "retrying")],
    ),
    "two codes in turn": (
        [stream("PUBLISH_REQUESTING", code) for code in (SIGNAL, 1103060, SIGNAL, 1103060)],
        [(SIGNAL, 2, 0, 2, "retrying"), (1103060, 2, 1, 3, "retrying")],
    ),
    "a room": (
        [room("RECONNECTING", LOST)] * 3 + [room("RECONNECTED")],
        [(LOST, 3, 0, 2, "recovered")],
    ),
}


def lost(stream_id: str, moment: int) -> str:
    return stream("NO_PUBLISH", 1103028, stream_id, moment=moment)


# lines, and code and outcome of the failures they make
APART: dict[str, tuple[list[str], list[tuple[int, str]]]] = {
    "what recovered is over, however soon the next one comes": (
        [
            RETRIED,
            stream("PUBLISHING", moment=300),
            stream("PUBLISH_REQUESTING", SIGNAL, moment=600),
            stream("NO_PUBLISH", SIGNAL, moment=900),
        ],
        [(SIGNAL, "recovered"), (SIGNAL, "failed")],
    ),
    "two streams in turn": (
        [lost("a", 0), lost("b", 1), lost("a", 2), lost("b", 3)],
        [(1103028, "failed"), (1103028, "failed")],
    ),
    "another stream begins": (
        [sdk('{"code":1103028}', "zc.x", streamid="a"), stream("PUBLISH_REQUESTING", 0, "b", moment=1), lost("a", 2)],
        [(1103028, "failed")],
    ),
    "a login ends what was retried": (
        [RETRIED, login_call(moment=60_000), stream("PUBLISH_REQUESTING", SIGNAL, moment=70_000)],
        [(SIGNAL, "retrying"), (SIGNAL, "retrying")],
    ),
    "ten minutes without a word end it, too": (
        [RETRIED, stream("PUBLISH_REQUESTING", SIGNAL, moment=600_001)],
        [(SIGNAL, "retrying"), (SIGNAL, "retrying")],
    ),
    "mobile streams": (
        ["[onPublisherStateUpdate] streamID: s1, state: NO_PUBLISH, errorCode: 1003028"],
        [(1003028, "failed")],
    ),
    "mobile rooms": (
        [
            "[onRoomStateChanged] roomID: r1, reason: RECONNECTING, errorCode: 1002051",
            "[onRoomStateChanged] roomID: r2, reason: RECONNECTED, errorCode: 0",
            "[onRoomStateChanged] roomID: r1, reason: KICK_OUT, errorCode: 1002056",
        ],
        [(1002051, "retrying"), (1002056, "failed")],
    ),
}


@pytest.mark.parametrize("name", APART)
def test_failures_are_kept_apart(recogniser: Recogniser, name: str) -> None:
    lines, expected = APART[name]
    assert [(one.code, one.outcome) for one in told(recogniser, *lines)] == expected


@pytest.mark.parametrize("name", LOOPS)
def test_what_is_retried_is_one_failure_with_its_count_and_its_span(recogniser: Recogniser, name: str) -> None:
    lines, expected = LOOPS[name]
    timed = [line.replace("10:00:00.000", f"10:00:{5 * place:02}.000") for place, line in enumerate(lines)]
    failures = told(recogniser, *timed)
    assert [(one.code, one.count, one.first_line, one.last_line, one.outcome) for one in failures] == expected
    assert all(one.last_moment - one.first_moment == 5000 * (one.last_line - one.first_line) for one in failures)


def test_what_comes_after_a_recovery_is_judged_anew(recogniser: Recogniser) -> None:
    failures = told(
        recogniser,
        RETRIED,
        stream("PUBLISHING", moment=3000),
        stream("PUBLISH_REQUESTING", SIGNAL, moment=9000),
        stream("NO_PUBLISH", 1103051, moment=12_000),
    )
    assert [failure.outcome for failure in failures] == ["recovered", "retrying", "failed"]


ENDINGS = [
    ("publishing", RETRIED, stream("NO_PUBLISH", 1103051, moment=LATER), stream("PUBLISHING", moment=2 * LATER)),
    (
        "playing",
        stream("PLAY_REQUESTING", 1104028),
        stream("NO_PLAY", 1104031, moment=LATER),
        stream("PLAYING", moment=2 * LATER),
    ),
    (
        "room",
        room("RECONNECTING", LOST),
        room("RECONNECT_FAILED", 1102013, moment=LATER),
        room("LOGINED", moment=2 * LATER),
    ),
    ("removed", room("RECONNECTING", LOST), room("KICKOUT", 1002055, moment=LATER), room("LOGINED", moment=2 * LATER)),
]


@pytest.mark.parametrize(("line", "end", "after"), [row[1:] for row in ENDINGS], ids=[row[0] for row in ENDINGS])
def test_what_was_given_up_does_not_recover(recogniser: Recogniser, line: str, end: str, after: str) -> None:
    """The retries ended in a failure; that a later attempt worked is not their recovery."""
    failures = told(recogniser, line, end, after)
    assert [failure.outcome for failure in failures] == ["retrying", "failed"]


STOPS = [
    (RETRIED, stream("NO_PUBLISH", moment=LATER), stream("PUBLISHING", moment=2 * LATER)),
    (room("RECONNECTING", LOST), room("LOGOUT", moment=LATER), room("LOGINED", moment=2 * LATER)),
]


@pytest.mark.parametrize(("line", "stop", "after"), STOPS, ids=["stream", "room"])
def test_what_was_stopped_does_not_recover(recogniser: Recogniser, line: str, stop: str, after: str) -> None:
    assert [failure.outcome for failure in told(recogniser, line, stop, after)] == ["retrying"]


def test_a_failure_knows_where_it_was(recogniser: Recogniser) -> None:
    (failure,) = told(
        recogniser,
        red("connect signal fail", "zn.sgn", moment=7, userid="u1"),
        stream("PUBLISH_REQUESTING", SIGNAL, "s7", "connect signal fail", moment=8),
    )
    assert (failure.room, failure.stream, failure.user) == ("", "s7", "u1")
    assert (failure.state, failure.extended_data) == ("PUBLISH_REQUESTING", "connect signal fail")


EXTENDED = [
    (room("LOGIN_FAILED", 1002005, extended=" userID is null."), "userID is null."),
    (room("KICKOUT", 1002055, extended=compact({"custom_kickout_message": "63000002"})), "63000002"),
    (stream("NO_PUBLISH", 1103051, reason="publisher retry timeout"), "publisher retry timeout"),
    (sdk('DISCONNECTED {"code":1002011,"msg":"room ID is empty"}', "zm.rm.scb"), "room ID is empty"),
    (red("token is empty"), "token is empty"),
    ("{errorCode: 1103064, extendedData: 'NotAllowedError: get device not allowed'}", "NotAllowedError: get device"),
    ('{"errorCode":1003051,"extendedData":"{\\"limit\\":1024}"}', '"limit":1024'),
]


@pytest.mark.parametrize(("line", "expected"), EXTENDED)
def test_what_the_sdk_adds_is_kept(recogniser: Recogniser, line: str, expected: str) -> None:
    (failure,) = told(recogniser, line)
    assert expected in failure.extended_data


def test_what_the_state_adds_counts_more_than_the_codes_own_text(recogniser: Recogniser) -> None:
    """A removal is told three times; only the last line says why."""
    (failure,) = told(
        recogniser,
        sdk('DISCONNECTED {"code":1002055,"msg":"server has sent a signal to kick out"}', "zm.rm.scb"),
        sdk("r1 disconnected 1002055 ", "zc.rsu"),
        room("KICKOUT", 1002055, extended=compact({"custom_kickout_message": "63000002"})),
    )
    assert "63000002" in failure.extended_data


def test_failures_are_told_by_level(recogniser: Recogniser) -> None:
    lines = [NOTE] * 20 + [
        room("LOGIN_FAILED", 1002011),
        "see 1103061 there",
        red("key is too long", "zm.srlm", moment=9),
    ]
    codes = {
        least: [failure.code for failure in told(recogniser, *lines, least=least)]
        for least in (Evidence.UNLIKELY, Evidence.POSSIBLE, Evidence.LIKELY, Evidence.CERTAIN)
    }
    assert codes == {
        Evidence.UNLIKELY: [1002011, 1103061, 1002015],
        Evidence.POSSIBLE: [1002011, 1103061, 1002015],
        Evidence.LIKELY: [1002011, 1002015],
        Evidence.CERTAIN: [1002011],
    }


def test_failures_of_a_level_that_was_not_asked_for_are_not_told(recogniser: Recogniser) -> None:
    """Following them costs time, so they are followed only where they are asked for from the beginning."""
    data = "".join(f"{line}\n" for line in [NOTE] * 20 + failed_login()).encode()
    results = scan_to_end(MemorySource(data, "test.log"), recogniser).results
    assert [one.code for one in results.failures()] == [1002007]
    with pytest.raises(ValueError, match="not asked"):
        results.failures(Evidence.CERTAIN)


def test_a_list_of_failures_grows_unless_it_is_one_of_now(recogniser: Recogniser) -> None:
    results = scanned(recogniser, *failed_login()).results
    growing, now = results.failures(), results.failures().now()
    results.feed(100, recogniser.read(room("LOGIN_FAILED", 1002011, moment=90_000), free=False), 0)
    assert [one.code for one in results.failures()] == [one.code for one in growing] == [1002007, 1002011]
    assert [one.code for one in now] == [1002007]
    assert (growing[-1].first_line, growing[:1]) == (100, [now[0]])
    assert growing.without([1002007]) == [growing[1]]
    assert growing != now


def test_a_bare_number_in_a_long_text_is_no_failure(recogniser: Recogniser) -> None:
    lines = [NOTE] * 20 + ["1103061", NOTE]
    assert short(told(recogniser, *lines, least=Evidence.POSSIBLE)) == []


def test_failures_are_told_by_the_levels_that_findings_have(recogniser: Recogniser) -> None:
    """A bare number that no catalogue has counts in short texts only, as a finding and as a failure."""
    for lines in (3, 30):
        results = scanned(recogniser, *[NOTE] * lines, "see 1103999 there", sdk("connected", "zm.x")).results
        findings = results.findings(Evidence.POSSIBLE)
        assert [failure.code for failure in results.failures(Evidence.POSSIBLE)] == [one.code for one in findings]


RANDOM_LINES = [
    *(
        room(state, code, name)
        for state in ("RECONNECTING", "LOGIN_FAILED")
        for code in (1002011, 1103061)
        for name in "ab"
    ),
    *(stream(state, 1103061, name) for state in ("PUBLISH_REQUESTING", "NO_PUBLISH") for name in "st"),
    *(room(state, name=name) for state in ("RECONNECTED", "LOGINING", "LOGOUT") for name in "ab"),
    stream("PUBLISHING", name="s"),
    login_call(),
    "app.js:1 publish failed, error 1103061",
    "app.js:1 what is 1103061 and 1002011",
    compact({"errorCode": 1103061, "extendedData": "x"}),
]


def feed(failures: AllFailures, line: int, reading: LineReading) -> None:
    if reading.begins_attempt:
        failures.attempts.begin(line, reading.report)
    for hit in reading.hits:
        for track in failures.route(hit.code, hit.rule):
            failures.take(line, reading, hit, track)
    if reading.report:
        failures.attempts.take_state(reading.report, reading.about)


@given(st.lists(st.tuples(st.sampled_from(RANDOM_LINES), st.integers(0, 700)), max_size=40))
@settings(max_examples=EXAMPLES, deadline=None)
def test_levels_followed_together_tell_what_each_tells_alone(
    recogniser: Recogniser, drawn: list[tuple[str, int]]
) -> None:
    levels = [ALL_COUNTED[least, Setting(Topic.SDK, short=False)] for least in Evidence]
    together, alone = AllFailures(levels), {rules: AllFailures([rules]) for rules in levels}
    moment = 0
    for line, (text, pause) in enumerate(drawn):
        moment += pause
        reading = replace(recogniser.read(text, free=False), moment=moment)
        for failures in (together, *alone.values()):
            feed(failures, line, reading)
    for rules in levels:
        expected, found = alone[rules].of(rules), together.of(rules)
        assert found.all == expected.all
        assert found.of_code == expected.of_code
        assert +found.outcomes == +expected.outcomes
