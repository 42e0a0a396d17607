"""The rooms, users and streams of a log: how each fared, and what the log says of one alone."""

import pytest

from tests.recognition.shapes import compact, room, scanned, sdk, stream
from zegoerr_gui.core.answer import scopes as module
from zegoerr_gui.core.answer.limited import Limited, limit
from zegoerr_gui.core.answer.scopes import Scopes, read_scopes, scope_name
from zegoerr_gui.core.answer.verdict import limited_verdict
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.core.recognition.scope import Scope, ScopeKind

TWO_ROOMS = [
    room("LOGIN_FAILED", 1102016, name="r1"),
    room("LOGIN_FAILED", 1002001, name="r2", moment=5000),
    room("LOGIN_FAILED", 1102018, name="r1", moment=10_000),
    room("LOGINED", name="r2", moment=15_000),
    room("LOGIN_FAILED", 1102016, name="r2", moment=20_000),
    room("LOGINED", name="r2", moment=25_000),
    room("LOGINED", name="r3", moment=30_000),
]


def scopes_of(scan: Scan) -> Scopes:
    steps = read_scopes(scan.results)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Scopes = end.value
            return found


def limited(scan: Scan, kind: ScopeKind, name: str) -> Limited:
    steps = limit(scan, Scope(kind, name))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Limited = end.value
            return found


def told(scopes: Scopes, kind: ScopeKind) -> list[tuple[str, int, int, int]]:
    return [
        (one.scope.name, one.first_line, one.failures, one.unrecovered) for one in scopes.all if one.scope.kind == kind
    ]


def test_every_room_is_told_with_its_failures(recogniser: Recogniser) -> None:
    scopes = scopes_of(scanned(recogniser, *TWO_ROOMS))
    assert told(scopes, "room") == [("r1", 0, 2, 2), ("r2", 1, 2, 0), ("r3", 6, 0, 0)]
    assert [one.scope.name for one in scopes.offered] == ["r1", "r2"]
    assert scopes.left_out == 0
    assert not told(scopes, "user")


def test_what_did_not_recover_is_offered_first_and_what_names_nothing_last(recogniser: Recogniser) -> None:
    scan = scanned(
        recogniser,
        sdk('DISCONNECTED {"code":1002001,"msg":""}', "zm.rm.scb"),
        room("LOGIN_FAILED", 1002001, name="r2", moment=5000),
        room("LOGINED", name="r2", moment=15_000),
        room("LOGIN_FAILED", 1102016, name="r1", moment=20_000),
    )
    assert [one.scope.name for one in scopes_of(scan).offered] == ["r1", "r2", ""]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [room("LOGIN_FAILED", 1102016)],
        [room("LOGIN_FAILED", 1102016), room("LOGINED", name="r2", moment=9000)],
        [room("LOGIN_FAILED", 1102016), sdk('DISCONNECTED {"code":1002001,"msg":""}', "zm.rm.scb", moment=9000)],
    ],
)
def test_nothing_is_offered_where_there_is_no_choice(recogniser: Recogniser, lines: list[str]) -> None:
    assert scopes_of(scanned(recogniser, *lines)).offered == ()


def test_users_or_streams_are_offered_where_there_is_one_room(recogniser: Recogniser) -> None:
    users = [room("LOGIN_FAILED", 1102016)[:-1] + f',"userid":"{name}"}}' for name in ("anna", "ben")]
    assert [one.scope for one in scopes_of(scanned(recogniser, *users)).offered] == [
        Scope("user", "anna"),
        Scope("user", "ben"),
    ]
    streams = [stream("NO_PLAY", 1104020, name=name) for name in ("s1", "s2")]
    assert [one.scope for one in scopes_of(scanned(recogniser, *streams)).offered] == [
        Scope("stream", "s1"),
        Scope("stream", "s2"),
    ]


def test_names_are_bounded_and_what_is_left_out_is_counted(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    lines = [room("LOGIN_FAILED", 1102016, name=f"r{number}", moment=5000 * number) for number in range(5)]
    scopes = scopes_of(scanned(recogniser, *lines))
    assert [name for name, *_ in told(scopes, "room")] == ["r0", "r1", "r2"]
    assert scopes.left_out == 2


def test_one_room_alone_has_its_own_first_failure(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, *TWO_ROOMS)
    first, second = limited(scan, "room", "r1"), limited(scan, "room", "r2")
    assert [(one.code, one.first_line, one.failure_count) for one in first.findings] == [
        (1102016, 0, 1),
        (1102018, 2, 1),
    ]
    assert [(one.code, one.first_line, one.failure_count) for one in second.findings] == [
        (1002001, 1, 1),
        (1102016, 4, 1),
    ]
    assert second.first_line(1102016) == 4
    assert second.first_line(1102018) is None
    assert list(second.lines) == [1, 4]
    whole = {one.code: one.count for one in scan.results.findings(Evidence.LIKELY)}
    parts = [one for part in (first, second) for one in part.findings]
    assert {code: sum(one.count for one in parts if one.code == code) for code in whole} == whole


def test_its_verdict_speaks_of_it_alone(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, *TWO_ROOMS)
    said = {name: limited_verdict(scan.results, limited(scan, "room", name)) for name in ("r1", "r2", "r3")}
    assert (said["r1"].kind, said["r1"].code, said["r1"].line) == ("failed", 1102018, 2)
    assert said["r1"].counts == "Room r1  ·  2 codes  ·  2 failures  ·  2 for good"
    assert (said["r2"].kind, said["r2"].code, said["r2"].line) == ("recovered", 1102016, 4)
    assert said["r3"].sentence == "No failure of room r3"
    scan.results.complete = False
    assert limited_verdict(scan.results, limited(scan, "room", "r3")).sentence == "No failure of room r3 so far"


def test_failures_that_go_on_beside_each_other_are_told_apart_by_their_lines(recogniser: Recogniser) -> None:
    lines = [
        stream("PUBLISH_REQUESTING", 1102017, name=name, moment=1000 * number)
        for number, name in enumerate(["s1", "s2", "s1", "s1", "s2", "s1"])
    ]
    scan = scanned(recogniser, *lines)
    assert [one.count for one in scan.results.failures()] == [4, 2]
    for name, its_lines in (("s1", [0, 2, 3, 5]), ("s2", [1, 4])):
        found = limited(scan, "stream", name)
        assert list(found.lines) == its_lines
        assert [finding.count for finding in found.findings] == [len(its_lines)]
        held = [one.line for one in map(scan.results.occurrences.__getitem__, range(6)) if found.holds(one)]
        assert held == its_lines


def test_what_names_no_room_can_be_looked_at_alone(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, *TWO_ROOMS, sdk('DISCONNECTED {"code":1002001,"msg":""}', "zm.rm.scb", moment=90_000))
    found = limited(scan, "room", "")
    assert [(one.code, one.first_line) for one in found.findings] == [(1002001, 7)]
    assert limited_verdict(scan.results, found).counts.startswith("No room named  ·  1 code")


@pytest.mark.parametrize(
    "name", ["1002001", "教室 7b", "a, b; c", "r" * 600, "<b>r</b>", "../r", "%s{0}", "\U0001f600", "r1-a"]
)
def test_names_may_be_any_text(recogniser: Recogniser, name: str) -> None:
    scan = scanned(
        recogniser,
        room("LOGIN_FAILED", 1102016, name=name),
        room("LOGIN_FAILED", 1102016, name="r1", moment=100),
        room("LOGIN_FAILED", 1102018, name=name, moment=200),
    )
    assert (name, 0, 2, 2) in told(scopes_of(scan), "room")
    assert [one.code for one in limited(scan, "room", name).findings] == [1102016, 1102018]


def test_a_long_name_is_cut_and_hidden_signs_are_shown() -> None:
    assert scope_name(Scope("room", "x" * 600)) == f"room {'x' * 59}…"
    assert scope_name(Scope("user", "a\u202eb")) == "user a\u2426b"
    assert scope_name(Scope("stream", "")) == "no stream named"


def test_a_log_with_very_many_rooms_is_gone_through_in_steps(recogniser: Recogniser) -> None:
    lines = [
        sdk(f"roomStateChanged {compact([f'r{number}', 'LOGIN_FAILED', 1102016, ''])}", moment=2000 * number)
        for number in range(2000)
    ]
    scan = scanned(recogniser, *lines)
    assert sum(1 for _ in read_scopes(scan.results)) > 10
    assert len(told(scopes_of(scan), "room")) == 2000
    assert [one.first_line for one in limited(scan, "room", "r1999").findings] == [1999]
