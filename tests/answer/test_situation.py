"""What a log tells, put in order: how failures stand in the end, whose they are, which to speak of."""

import pytest

from tests.recognition.shapes import compact, login_call, red, room, scanned, sdk, stream
from zegoerr_gui.core.answer import situation as module
from zegoerr_gui.core.answer.quoted_lines import LONGEST, quoted, spans
from zegoerr_gui.core.answer.situation import Situation, read_situation
from zegoerr_gui.core.recognition.failures import Failure
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .logs import situation_of


def standings(recogniser: Recogniser, *lines: str) -> dict[int, str]:
    return {one.failure.code: one.standing for one in situation_of(recogniser, *lines).failures}


@pytest.mark.parametrize(
    ("lines", "standing"),
    [
        ([room("LOGIN_FAILED", 1102016)], "failed"),
        ([room("LOGIN_FAILED", 1102016), room("LOGINED", moment=9000)], "worked-later"),
        ([room("LOGIN_FAILED", 1102016), room("LOGINED", name="r2", moment=9000)], "failed"),
        ([room("LOGINED"), room("LOGIN_FAILED", 1102016, moment=9000)], "failed"),
        ([room("RECONNECTING", 1002031)], "retrying"),
        ([room("RECONNECTING", 1002031), room("RECONNECTED", moment=900)], "recovered"),
        ([stream("PUBLISH_REQUESTING", 1102017)], "retrying"),
        ([stream("PUBLISH_REQUESTING", 1102017), stream("NO_PUBLISH", moment=900)], "retried"),
        ([stream("PUBLISH_REQUESTING", 1102017), stream("PUBLISH_REQUESTING", moment=900)], "retrying"),
        ([stream("PUBLISH_REQUESTING", 1102017), stream("NO_PUBLISH", name="s2", moment=900)], "retrying"),
        ([stream("NO_PUBLISH", 1102017), stream("PUBLISHING", moment=9000)], "worked-later"),
        ([stream("NO_PLAY", 1102017), stream("PUBLISHING", moment=9000)], "failed"),
        ([red("token is empty")], "unknown"),
    ],
)
def test_how_a_failure_stands_at_the_end_of_the_log(recogniser: Recogniser, lines: list[str], standing: str) -> None:
    assert next(iter(standings(recogniser, *lines).values())) == standing


def test_success_is_no_failure(recogniser: Recogniser) -> None:
    found = situation_of(recogniser, "What does error code 0 mean?", room("LOGIN_FAILED", 1102016))
    assert [one.failure.code for one in found.failures] == [1102016]
    assert found.total == 1


def in_room(name: str, code: int, moment: int, user: str) -> str:
    content = f"roomStateChanged {compact([name, 'LOGIN_FAILED', code, ''])}"
    return sdk(content, moment=moment, roomid=name, userid=user)


def test_sessions_are_told_apart_by_room_and_user(recogniser: Recogniser) -> None:
    found = situation_of(
        recogniser,
        in_room("r1", 1102016, 0, "anna"),
        in_room("r1", 1102018, 5000, "ben"),
        in_room("r2", 1002031, 10_000, "anna"),
        in_room("r1", 1002053, 15_000, "anna"),
        stream("NO_PUBLISH", 1103021, moment=20_000),
    )
    told = [(one.room, one.user, [each.failure.code for each in one.told]) for one in found.sessions]
    assert told == [
        ("r1", "anna", [1102016, 1002053]),
        ("r1", "ben", [1102018]),
        ("r2", "anna", [1002031, 1103021]),  # without a room or a user it belongs to the latest session
    ]


def test_the_last_failure_of_a_session_is_one_that_surely_did_not_recover(recogniser: Recogniser) -> None:
    (session,) = situation_of(
        recogniser,
        room("LOGIN_FAILED", 1102016),
        room("RECONNECTING", 1000017, moment=20_000),
        room("RECONNECTED", moment=21_000),
    ).sessions
    assert session.last is None
    (session,) = situation_of(
        recogniser, stream("NO_PUBLISH", 1103021), red("key is too long", "zm.srlm", moment=9000)
    ).sessions
    assert session.last is not None
    assert session.last.failure.code == 1103021


def test_those_that_did_not_recover_are_worth_an_answer_or_if_all_did_those(recogniser: Recogniser) -> None:
    recovered = [room("RECONNECTING", 1000017), room("RECONNECTED", moment=900)]
    found = situation_of(recogniser, *recovered, stream("NO_PLAY", 1104031, moment=9000))
    assert [one.code for one in found.worth_answering()] == [1104031]
    found = situation_of(recogniser, *recovered)
    assert [one.code for one in found.worth_answering()] == [1000017]
    assert situation_of(recogniser, room("LOGINED")).worth_answering() == []


def test_a_bare_number_is_a_case_where_there_is_nothing_better(recogniser: Recogniser) -> None:
    found = situation_of(recogniser, "what is 1103061?")
    assert found.only_numbers
    assert [case.code for case in found.cases(found.worth_answering())] == [1103061]
    found = situation_of(recogniser, "what is 1103061?", room("LOGIN_FAILED", 1102016))
    assert not found.only_numbers
    assert [one.failure.code for one in found.failures] == [1102016]


def test_chosen_failures_are_told_by_code_in_their_order(recogniser: Recogniser) -> None:
    lines = [room("LOGIN_FAILED", code, moment=5000 * place) for place, code in enumerate([1102016, 1102018, 1102016])]
    found = situation_of(recogniser, *lines)
    cases = found.cases([one.failure for one in reversed(found.failures)])
    assert [(case.code, len(case.told)) for case in cases] == [(1102016, 2), (1102018, 1)]
    assert [case.code for case in found.cases([found.failures[1].failure])] == [1102018]


def test_of_very_many_failures_the_first_and_the_last_are_looked_at(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    lines = [room("LOGIN_FAILED", 1102016, moment=5000 * place) for place in range(9)]
    found = situation_of(recogniser, *lines)
    assert [one.failure.first_line for one in found.failures] == [0, 1, 7, 8]
    assert found.total == 9


# Lines around failures


def failure(first: int, last: int) -> Failure:
    return Failure(1102016, first, last, 0, 0)


@pytest.mark.parametrize(
    ("failures", "expected"),
    [
        ([(5, 5)], [(4, 6)]),
        ([(0, 0)], [(0, 1)]),
        ([(99, 99)], [(98, 99)]),
        ([(5, 5), (7, 8)], [(4, 9)]),  # what touches is one
        ([(5, 5), (50, 50)], [(4, 6), (49, 51)]),
        ([(10, 60)], [(9, 14), (56, 61)]),  # of a long one the beginning and the end
        ([(50, 50), (5, 5)], [(4, 6), (49, 51)]),
    ],
)
def test_which_lines_show_a_failure(failures: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert spans([failure(*one) for one in failures], 100) == expected


def test_no_line_is_shown_twice_and_no_excerpt_is_long() -> None:
    found = spans([failure(line, line) for line in range(0, 100, 3)], 100)
    lines = [line for begin, end in found for line in range(begin, end + 1)]
    assert len(lines) == len(set(lines))
    assert max(end - begin for begin, end in found) < 12


def test_an_excerpt_is_masked_before_it_is_cut(recogniser: Recogniser) -> None:
    secret = "S" * 50
    scan = scanned(recogniser, "before", "x" * (LONGEST - 20) + secret, "bell \a", login_call())
    text = quoted(scan, (1, 2), lambda whole: whole.replace(secret, "<secret>"))
    assert text == "x" * (LONGEST - 20) + "<secret>\nbell ␇"
    assert quoted(scan, (1, 1), str) == "x" * (LONGEST - 20) + "S" * 20 + "…"


def test_a_secret_over_two_lines_can_be_masked(recogniser: Recogniser) -> None:
    scan = scanned(recogniser, "04AAAA1", "2==", "end")
    assert quoted(scan, (0, 2), lambda whole: whole.replace("04AAAA1\n2==", "<token-1>")) == "<token-1>\nend"


def test_a_situation_knows_what_worked(recogniser: Recogniser) -> None:
    found: Situation = read_situation(
        scanned(recogniser, stream("PLAYING", name="s2"), room("LOGINED", moment=9000), stream("NO_PUBLISH", name="s3"))
    )
    assert [(course.kind, course.name) for course in found.courses] == [("played", "s2"), ("room", "r1")]
