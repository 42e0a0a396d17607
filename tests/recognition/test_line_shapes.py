"""A line that is known by its shape tells what it would tell if it were read."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zegoerr_gui.core.recognition.line_reading import LineReading
from zegoerr_gui.core.recognition.line_shapes import LineShapes
from zegoerr_gui.core.recognition.recogniser import Recogniser

from .shapes import EXAMPLES, compact, in_json, login_call, red, room, sdk, stream

TIMES = [0, 7, 2360, 61_999, 3_600_000]
CODES = [1002011, 1002011, 1103061, 1102016, 1102023, 1103999, 2002011]
LINES = [
    lambda code, moment, name: room("LOGIN_FAILED", code, f"r{name}", "checked", moment),
    lambda code, moment, name: room("LOGINED", 0, code, moment=moment),
    lambda code, moment, name: room("RECONNECTING", code, code, moment=moment),
    lambda code, moment, name: stream("PUBLISH_REQUESTING", code, f"s{name}", "again", moment),
    lambda code, moment, name: stream("NO_PUBLISH", code, str(code), moment=moment),
    lambda code, moment, name: sdk("DISCONNECTED " + compact({"code": code, "msg": ""}), "zm.rm.scb", moment=moment),
    lambda code, moment, name: sdk(f"r{name} disconnected {code}  it failed", "zc.rsu", moment=moment),
    lambda code, moment, name: sdk(f"code {code}", moment=moment, roomid="1002011", userid=f"{code}"),
    lambda code, moment, name: sdk(f"error {code}, {name}, {code}, 1103061", moment=moment, roomid="1103061"),
    lambda code, moment, name: red(f"{code} room ID is empty", moment=moment),
    lambda code, moment, name: sdk(compact({"code": code, "msg": "room ID is empty"}), level=name % 4, moment=moment),
    lambda code, moment, name: sdk(f"failed {code}", "zp.sv.2", moment=moment),
    lambda code, moment, name: f"[2026/1{name}/05 10:00:{moment % 60:02}.203] publish failed, error {code}",
    lambda code, moment, name: "Uncaught (in promise) " + compact({"errorCode": code, "extendedData": "it failed"}),
    lambda code, moment, name: f"app.js:1 [2026/13/{name:02} 10:00:{moment % 60:02}] publish failed, error {code}",
    lambda code, moment, name: (
        f"2026-11-2{name} 10:00:{moment % 60:02} [onRoomStateChanged] roomID: r, errorCode: {code}"
    ),
    lambda code, moment, name: f"0129 11:45:{moment % 60:02}.853 server error={code} token expired {name}",
    lambda code, moment, name: compact(
        {"client_time": f"2026/11/23 10:00:0{name}.1", "log": stream("NO_PLAY", code, moment=moment)}
    ),
    lambda code, moment, name: f'{{"log":"{in_json(stream("NO_PLAY", code, moment=moment))}"}}',
    lambda code, moment, name: login_call(f"r{code}", moment),
]


def told(reading: LineReading) -> LineReading:
    """What a line tells, without its text."""
    return replace(reading, line=None, known=False, renamed=False, hits=[replace(hit) for hit in reading.hits])


@given(
    st.lists(
        st.tuples(st.sampled_from(LINES), st.sampled_from(CODES), st.sampled_from(TIMES), st.integers(0, 3)),
        max_size=20,
    )
)
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_known_line_tells_what_it_tells_when_read(recogniser: Recogniser, drawn: list) -> None:  # type: ignore[type-arg]
    shapes = LineShapes(recogniser)
    for make, code, moment, name in drawn:
        text = make(code, moment, name)
        reading = shapes.read(text.encode())
        if reading is not None:
            assert told(reading) == told(recogniser.read(text, free=False)), text


@pytest.mark.parametrize("number", range(len(LINES)))
def test_every_shape_in_every_state(recogniser: Recogniser, number: int) -> None:
    shapes, chance = LineShapes(recogniser), Random(number)
    for _ in range(60):
        text = LINES[number](chance.choice(CODES), chance.choice(TIMES), chance.randrange(4))
        if (reading := shapes.read(text.encode())) is not None:
            assert told(reading) == told(recogniser.read(text, free=False)), text


KNOWN_AGAIN = [LINES[0], LINES[3], LINES[5], LINES[6], LINES[13], LINES[18]]


@pytest.mark.parametrize("make", KNOWN_AGAIN)
def test_the_third_line_of_a_shape_is_known(recogniser: Recogniser, make) -> None:  # type: ignore[no-untyped-def]
    shapes = LineShapes(recogniser)
    readings = [
        shapes.read(make(code, moment, 1).encode())
        for code, moment in ((1002011, 0), (1102016, 5), (1103061, 61_999), (1002001, 62_000))
    ]
    assert readings[0] is None
    assert [reading and reading.known for reading in readings] == [None, False, True, True]


def test_a_room_may_be_called_by_the_digits_of_a_code(recogniser: Recogniser) -> None:
    shapes = LineShapes(recogniser)
    rooms = []
    for code in (1002011, 1102016, 1103061, 1002001):
        reading = shapes.read(room("LOGINED", 0, code).encode())
        rooms.append(reading and (reading.known, reading.room, reading.report and reading.report.room))
    assert rooms == [
        None,
        (False, "1102016", "1102016"),
        (True, "1103061", "1103061"),
        (True, "1002001", "1002001"),
    ]


def test_a_text_that_the_catalogue_knows_binds_its_code(recogniser: Recogniser) -> None:
    """1002011 is told by its number and its text as one; beside another number the text tells its own code."""
    shapes = LineShapes(recogniser)
    content = [compact({"code": code, "msg": "room ID is empty"}) for code in (1002011, 1002011, 1002011, 1103061)]
    readings = [shapes.read(sdk(text, moment=at).encode()) for at, text in enumerate(content)]
    codes = [[hit.code for hit in reading.hits] if reading else None for reading in readings]
    assert codes == [None, [1002011], [1002011], [1103061, 1002011]]
    assert readings[2] is not None
    assert readings[2].known


def test_lines_that_never_come_again_are_not_kept(recogniser: Recogniser) -> None:
    shapes = LineShapes(recogniser)
    for number in range(300):
        shapes.read(sdk(compact({"code": 1002011, "at": 10_000 + number}), moment=number).encode())
    (shape,) = shapes._shapes.values()
    assert shape is not None
    assert len(shape.kept) == 64
