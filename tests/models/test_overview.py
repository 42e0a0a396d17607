"""Where in a log its codes stand, coarsely."""

import pytest

from tests.models.small import scanned, small_catalogue
from tests.recognition.shapes import login_call, room, stream
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.recognition.line_reading import Hit, LineReading
from zegoerr_gui.core.recognition.results import Results
from zegoerr_gui.core.recognition.rules import RULE_NUMBER
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.models.overview import STRETCHES, Lane, Overview, Tick


def ticks(scan: Scan) -> list[Tick]:
    overview = Overview(scan.results)
    for share in overview.take():
        assert 0 < share <= 1
    return list(overview.ticks())


def test_codes_stand_in_the_lane_of_their_severity() -> None:
    scan = scanned(
        "\n".join(
            [
                login_call(),
                room("LOGIN_FAILED", 1102016),  # a failure
                "quiet",
                room("KICKOUT", 1002055),  # for information
                *["quiet"] * 8,
                "order 1104021",  # set aside
                room("LOGIN_FAILED", 1002999),  # in no catalogue
            ]
        )
    )
    told = {(tick.lane, tick.certain, tick.first_line) for tick in ticks(scan)}
    assert {(Lane.FAILURE, True, 1), (Lane.OTHER, True, 3), (Lane.FAILURE, True, 13)} <= told
    assert not {tick.first_line for tick in ticks(scan)} & {0, 2, 12}


@pytest.fixture
def results(catalogue: Catalogue) -> Results:
    return Results(small_catalogue())


def put(results: Results, *lines: int, rule: str = "thrown", code: int = 1102016) -> None:
    for line in lines:
        results.feed(line, LineReading(hits=[Hit(0, 7, code, RULE_NUMBER[rule])]), line * 10)


def test_of_many_lines_a_stretch_tells_its_first_and_its_last(results: Results) -> None:
    overview = Overview(results)
    put(results, 5, 6)
    for _ in overview.take():
        pass
    assert [(tick.first_line, tick.last_line) for tick in overview.ticks()] == [(5, 5), (6, 6)]
    put(results, 100_000, 8_000_000)
    for _ in overview.take():
        pass
    assert [(tick.first_line, tick.last_line) for tick in overview.ticks()] == [
        (5, 6),
        (100_000, 100_000),
        (8_000_000, 8_000_000),
    ]


def test_the_ticks_are_the_same_whenever_they_were_taken_in(results: Results) -> None:
    lines = [line * line % 1_000_003 for line in range(3000)]
    lines.sort()
    bit_by_bit = Overview(results)
    for line in lines:
        put(results, line)
        for _ in bit_by_bit.take():
            pass
    at_once = Overview(results)
    steps = list(at_once.take())
    assert len(steps) == 3
    assert list(bit_by_bit.ticks()) == list(at_once.ticks())
    assert len(list(at_once.ticks())) <= STRETCHES


def test_what_is_now_known_of_a_text_is_told_of_all_of_it() -> None:
    scan = scanned("\n".join(["1104021", "quiet"]))
    overview = Overview(scan.results)
    list(overview.take())
    assert [(tick.lane, tick.certain, tick.first_line) for tick in overview.ticks()] == [(Lane.NUMBER, False, 0)]
    scan.results.lines = 100  # so long a text that a number alone means nothing
    list(overview.take())
    assert list(overview.ticks()) == []


def test_certain_and_likely_places_are_told_apart() -> None:
    scan = scanned("\n".join([login_call(), stream("NO_PUBLISH", 1103021), "error 1103021 again"]))
    assert {(tick.certain, tick.first_line) for tick in ticks(scan)} == {(True, 1), (False, 2)}
