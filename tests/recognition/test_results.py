"""What a scan adds up: findings by level, what was set aside, successes, server codes."""

import pytest

from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.occurrences import KEPT_ASIDE
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.rules import RULE_NUMBER
from zegoerr_gui.core.recognition.times import UNKNOWN

from .shapes import at, login_call, red, room, scanned, sdk, stream

NOTE = "nothing of note"
SIGNAL = 1102023


def results_of(recogniser: Recogniser, *lines: str) -> Results:
    return scanned(recogniser, *lines).results


def test_findings_are_told_anew_when_there_is_more(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, room("LOGIN_FAILED", 1002011), room("LOGIN_FAILED", 1002012))
    before = scan.results.findings()
    before.pop()  # who asks may do with them what they like
    assert [finding.count for finding in scan.results.findings()] == [1, 1]
    scan.results.feed(2, recogniser.read(room("LOGIN_FAILED", 1002011), free=False), 0)
    assert [finding.count for finding in scan.results.findings()] == [2, 1]
    scan.results.feed_aside(3, 0, 1002012, RULE_NUMBER["thrown"])
    assert [finding.count for finding in scan.results.findings()] == [2, 2]


def test_findings_are_told_anew_when_the_catalogue_is_another(catalogue: Catalogue) -> None:
    known = Catalogue(catalogue.pack, catalogue)
    results = results_of(Recogniser(known), room("LOGIN_FAILED", 1002011))
    assert [finding.listing for finding in results.findings()] == ["documented"]
    known.become(Catalogue(catalogue.pack, []))
    assert [finding.listing for finding in results.findings()] == ["unlisted"]


def evidence_of(results: Results, code: int) -> Evidence | None:
    found = [finding.evidence for finding in results.findings(Evidence.UNLIKELY) if finding.code == code]
    return found[0] if found else None


WHOLE_TEXTS: list[tuple[list[str], Evidence]] = [
    (["1103061"], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 9], Evidence.POSSIBLE),
    ([*[NOTE] * 9, "1103061"], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 10], Evidence.UNLIKELY),
    (["1103061", *[NOTE] * 300], Evidence.UNLIKELY),
    (["1103061", *[NOTE] * 300, "new ZegoExpressEngine()"], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, sdk("connected", "zn.ws"), sdk("ok", "zm.x")], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, "zego sdk loaded"], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, room("LOGIN_FAILED", 1002011)], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, "the camera stays black"], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, "1002011: no roomID"], Evidence.POSSIBLE),
    (["Hi,", "1103061", *[NOTE] * 300, "thanks"], Evidence.POSSIBLE),
    (["Hi,", "1103061", *[NOTE] * 300], Evidence.UNLIKELY),
    (['red: "get media fail"', *[NOTE] * 300, "the camera stays black"], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, "1002011: no idea"], Evidence.UNLIKELY),
    (["we see 1103061 here", *[NOTE] * 300, "the camera stays black"], Evidence.POSSIBLE),
    (["we see 1103061 here", *[NOTE] * 300], Evidence.POSSIBLE),
    (["1103061", *[NOTE] * 300, "error 1103064"], Evidence.UNLIKELY),
    (["1103061", *[NOTE] * 300, "order 1103064"], Evidence.UNLIKELY),
]


@pytest.mark.parametrize(("lines", "expected"), WHOLE_TEXTS)
def test_a_bare_numbers_level_depends_on_the_whole_text(
    recogniser: Recogniser, lines: list[str], expected: Evidence
) -> None:
    results = results_of(recogniser, *lines)
    assert evidence_of(results, 1103061) == expected
    assert results.evidence(results.occurrences[0]) == expected
    assert results.set_aside().get(1103061, 0) == (expected == Evidence.UNLIKELY)


def test_levels_follow_a_text_that_grows(recogniser: Recogniser, catalogue: Catalogue) -> None:
    results = Results(catalogue)
    results.feed(0, recogniser.read("1103061", free=True), 0)
    seen = []
    for lines, sdk_seen in ((1, False), (10, False), (11, False), (11, True)):
        results.lines, results.subject.is_sdk = lines, sdk_seen
        seen.append(len(results.findings()))
    assert seen == [1, 1, 0, 1]


def test_what_stands_in_an_error_line_does_not_depend_on_the_text(recogniser: Recogniser) -> None:
    results = results_of(recogniser, *[NOTE] * 300, '{"errorCode":1009001,"extendedData":""}')
    assert evidence_of(results, 1009001) == Evidence.CERTAIN


MIXED = [
    "see 1103061",  # 0: possible, since the SDK is named below
    "error 1103061",  # 1: likely
    stream("NO_PUBLISH", 1103061, moment=20),  # 2: certain
    "order 1103061",  # 3: unlikely
    room("LOGIN_FAILED", 1002999, moment=9000),  # 4: certain, in no catalogue
    "order 1002001",  # 5: unlikely
    stream("NO_PUBLISH", 1103061, moment=50_000),  # 6: certain
]


def test_findings_add_up_by_level(recogniser: Recogniser) -> None:
    results = results_of(recogniser, *MIXED)
    finding = next(finding for finding in results.findings(Evidence.UNLIKELY) if finding.code == 1103061)
    assert finding.by_level == {
        Evidence.UNLIKELY: 1,
        Evidence.POSSIBLE: 1,
        Evidence.LIKELY: 1,
        Evidence.CERTAIN: 2,
    }
    assert (finding.count, finding.evidence, finding.first_line, finding.last_line) == (5, Evidence.CERTAIN, 0, 6)


COUNTED = [
    (Evidence.UNLIKELY, [(1103061, 5, 0), (1002999, 1, 4), (1002001, 1, 5)]),
    (Evidence.POSSIBLE, [(1103061, 4, 0), (1002999, 1, 4)]),
    (Evidence.LIKELY, [(1103061, 3, 1), (1002999, 1, 4)]),
    (Evidence.CERTAIN, [(1103061, 2, 2), (1002999, 1, 4)]),
]


@pytest.mark.parametrize(("least", "expected"), COUNTED)
def test_a_level_limits_what_is_counted(
    recogniser: Recogniser, least: Evidence, expected: list[tuple[int, int, int]]
) -> None:
    findings = results_of(recogniser, *MIXED).findings(least)
    assert [(finding.code, finding.count, finding.first_line) for finding in findings] == expected


def test_numbers_set_aside_are_counted_by_code(recogniser: Recogniser) -> None:
    assert results_of(recogniser, *MIXED).set_aside() == {1103061: 1, 1002001: 1}


def test_of_what_is_set_aside_the_first_thousand_places_are_kept(recogniser: Recogniser) -> None:
    results = results_of(recogniser, *["order 1103061"] * (KEPT_ASIDE + 7), "order 1103062", "zego error 1103061")
    assert KEPT_ASIDE == 1000
    assert results.set_aside() == {1103061: KEPT_ASIDE + 7, 1103062: 1}
    places = [results.occurrences[place] for place in range(len(results.occurrences))]
    assert [one.line for one in places if one.code == 1103061] == [*range(KEPT_ASIDE), KEPT_ASIDE + 8]
    assert [one.line for one in places if one.code == 1103062] == [KEPT_ASIDE + 7]


def test_a_code_knows_whether_a_catalogue_lists_it(recogniser: Recogniser) -> None:
    lines = [room("LOGIN_FAILED", code, moment=2000 * code) for code in (1002011, 1002086, 1002999)]
    listings = [finding.listing for finding in results_of(recogniser, *lines).findings()]
    assert listings == ["documented", "undocumented", "unlisted"]


def test_findings_stand_in_the_order_of_their_first_lines(recogniser: Recogniser) -> None:
    results = results_of(recogniser, "error 1103064", "error 1002011", "error 1103061", "error 1103064")
    assert [finding.code for finding in results.findings()] == [1103064, 1002011, 1103061]


def test_a_findings_outcome_is_that_of_its_last_failure(recogniser: Recogniser) -> None:
    lines = [
        stream("PUBLISH_REQUESTING", SIGNAL),
        stream("PUBLISHING", moment=3000),
        stream("PUBLISH_REQUESTING", SIGNAL, moment=9000),
    ]
    assert [one.outcome for one in results_of(recogniser, *lines[:2]).findings()] == ["recovered"]
    (finding,) = results_of(recogniser, *lines).findings()
    assert (finding.outcome, len(finding.failures)) == ("retrying", 2)


def test_a_finding_without_a_failure_has_no_outcome(recogniser: Recogniser) -> None:
    (finding,) = results_of(recogniser, "order 1103061").findings(Evidence.UNLIKELY)
    assert (finding.outcome, finding.failure_count, list(finding.failures)) == ("unknown", 0, [])


def test_a_findings_time_is_the_first_that_is_known(recogniser: Recogniser) -> None:
    (timed,) = results_of(recogniser, "error 1103061", f"{at(5)} error 1103061").findings()
    (untimed,) = results_of(recogniser, "error 1103061").findings()
    assert timed.first_moment % 1000 == 5
    assert untimed.first_moment == UNKNOWN


def test_a_text_of_two_codes_names_both(recogniser: Recogniser) -> None:
    (finding,) = results_of(recogniser, red("room not exist, roomID: r1", "zm.sbrm")).findings()
    assert (finding.code, finding.alternatives) == (1000002, (1009005,))
    (sure,) = results_of(recogniser, red("ice connection error", "zc.spsr.1")).findings()
    assert (sure.code, sure.alternatives) == (1104028, ())


SUCCESSES: list[tuple[str, list[str], int]] = [
    ("none", [NOTE], 0),
    ("login", [room("LOGINED")], 1),
    ("older name", ['roomStateUpdate ["r1","CONNECTED",0,""]'], 1),
    ("publishing", [stream("PUBLISHING")], 1),
    ("playing", [stream("PLAYING")], 1),
    ("reconnected", [room("RECONNECTED")], 1),
    ("a returned value", ['{"errorCode":0,"extendedData":""}'], 1),
    ("a returned value of the SDK", [sdk('rsp {"errorCode":0,"extendedData":""}', "zm.sbrm")], 1),
    ("with a code", [stream("PUBLISHING", SIGNAL)], 0),
    ("a beginning", [room("LOGINING"), stream("PUBLISH_REQUESTING"), stream("PLAY_REQUESTING")], 0),
    ("a normal end", [stream("NO_PUBLISH"), stream("NO_PLAY"), room("LOGOUT")], 0),
    ("zeros elsewhere", ['{"code":0}', "0", sdk('CONNECTING {"code":0}', "zm.rm.scb")], 0),
    ("again", [room("LOGINED"), room("LOGINED", moment=60_000)], 2),
    ("told twice in a moment", [room("LOGINED"), room("LOGINED", moment=900)], 1),
    ("two streams", [stream("PLAYING"), stream("PLAYING", 0, "s2")], 2),
    ("two rooms", [room("LOGINED"), room("LOGINED", name="r2")], 2),
    ("published and played", [stream("PUBLISHING"), stream("PLAYING")], 2),
    (
        "one login on three lines",
        [
            login_call(),
            sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb", moment=1),
            sdk("r1 state: CONNECTED", "zc.rsu", moment=1),
            room("LOGINED", moment=2),
        ],
        1,
    ),
    (
        "one login on three lines that name the room",
        [
            sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb", roomid="r1"),
            sdk("r1 state: CONNECTED", "zc.rsu", roomid="r1"),
            room("LOGINED", moment=2),
        ],
        1,
    ),
    (
        "one reconnection on three lines",
        [
            room("RECONNECTING", 1000017),
            sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb", moment=5000, roomid="r1"),
            sdk("r1 state: CONNECTED", "zc.rsu", moment=5000, roomid="r1"),
            room("RECONNECTED", moment=5001),
        ],
        1,
    ),
    ("told by the SDK and by the app", [room("LOGINED"), 'roomStateChanged: ["r1","LOGINED",0,""]'], 1),
    (
        "told by the app, in both names",
        ['roomStateUpdate: ["r1","CONNECTED",0,""]', 'roomStateChanged: ["r1","LOGINED",0,""]'],
        1,
    ),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in SUCCESSES], ids=[row[0] for row in SUCCESSES])
def test_a_success_is_counted_once(recogniser: Recogniser, lines: list[str], expected: int) -> None:
    assert results_of(recogniser, *lines).successes == expected


def test_server_codes_are_counted(recogniser: Recogniser, catalogue: Catalogue) -> None:
    results = results_of(
        recogniser,
        NOTE,
        sdk("login rsp server error=50119", "zm.lg", 2),
        "err_code=1000000101",
        "server error=50119, server error=20014",
    )
    counted = {code: (tally.count, tally.first_line) for code, tally in results.server_codes.items()}
    assert counted == {50119: (2, 1), 1000000101: (1, 2), 20014: (1, 3)}
    assert catalogue.ends_of(50119) == [1102016]
    assert catalogue.ends_of(50117) == [1102018]
    assert catalogue.ends_of(20014) == []


def test_places_are_found_by_line(recogniser: Recogniser) -> None:
    occurrences = results_of(recogniser, NOTE, "error 1103061, error 1103062", NOTE, "error 1103061").occurrences
    assert [one.code for one in occurrences.in_line(1)] == [1103061, 1103062]
    assert occurrences.in_line(2) == []
    assert list(occurrences.after(1)) == [2]
    assert list(occurrences.before(3)) == [1, 0]
    assert list(occurrences.after(3)) == []
    assert list(occurrences.before(1)) == []


def test_an_occurrence_says_why(recogniser: Recogniser) -> None:
    results = results_of(recogniser, "order 1103061")
    assert results.occurrences[0].reason == "named as something other than a code"


def test_a_counter_at_the_head_of_each_line_is_no_code(recogniser: Recogniser) -> None:
    lines = [f"{1001100 + place} | 12:30:01" for place in range(90)]
    results = results_of(recogniser, login_call(), *lines, "1103061", "errorCode: 1103999")
    assert {evidence_of(results, 1001100 + place) for place in range(90)} == {Evidence.UNLIKELY}
    assert evidence_of(results, 1103061) == Evidence.POSSIBLE
    assert evidence_of(results, 1103999) == Evidence.LIKELY
    assert len(results.failures(Evidence.POSSIBLE)) == len(results.findings())


@pytest.mark.parametrize(("above", "codes"), [("", {1103103, 1104047}), ("errorCode 1103103", {1103103})])
def test_a_number_in_the_line_above_decides_between_twins(recogniser: Recogniser, above: str, codes: set[int]) -> None:
    results = results_of(recogniser, above, "remote sdp no candidate")
    finding = results.findings()[0]
    assert {finding.code, *finding.alternatives} == codes


@pytest.mark.parametrize("counted", ["{}", "[{}] 2026-11-23 10:00:00.000 render"])
def test_a_counter_in_every_line_is_set_aside(recogniser: Recogniser, counted: str) -> None:
    """Hundreds of numbers that no catalogue has count something, even where the SDK writes between them.

    Those among them that are codes stay what they are: only a number.
    """
    lines = [line for number in range(1_000_001, 1_000_401) for line in (counted.format(number), sdk("tick", "zn.ws"))]
    results = scanned(recogniser, *lines, room("LOGIN_FAILED", 1002011)).results
    found = {finding.code for finding in results.findings(Evidence.POSSIBLE)}
    assert found == {1002011, *(code for code in range(1_000_001, 1_000_401) if code in recogniser.catalogue)}
