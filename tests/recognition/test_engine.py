"""What is worth a closer look in raw bytes; the fast engine and the plain one find the same."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recognition.shapes import EXAMPLES, login_call, red, room, stream
from zegoerr_gui.core.recognition.engine import Engine
from zegoerr_gui.core.recognition.fast_engine import FastEngine
from zegoerr_gui.core.recognition.recogniser import Recogniser

_PIECES = [
    *(b"1002001", b"100001", b"11030601", b"1", b"0", b"7", b"3", b"x", b"\xe7\x94"),
    *(b"\n", b" ", b"\t", b":", b'"', b"\\"),
    *(
        b"code",
        b"errorCode",
        b"CODE",
        b"State",
        b"Changed",
        b"Update",
        b" state: ",
        b"DISCONNECTED",
        b'level"',
        b"zm.0",
    ),
    *(b"zm.rm.scb", b"zp.sv.2", b"zc.b.sss", b"server error", b"s detect error:", b"msg", b"message", b"extendedData"),
    *(b"disconnected ", b"call by user ", b"zego", b"Zego", b"NO_PLAY", b"createStream", b'action":"zm.', b"loginRoom"),
]


@pytest.fixture(scope="module")
def engines(recogniser: Recogniser) -> tuple[Engine, FastEngine]:
    """Both, made for the same codes."""
    return recogniser.engine, recogniser.fast_engine


def _lines_of(data: bytes, places: list[int]) -> set[int]:
    return {data.count(b"\n", 0, place) for place in places}


@settings(max_examples=EXAMPLES, deadline=None)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=40))
def test_the_fast_engine_finds_what_the_plain_one_does(engines: tuple[Engine, FastEngine], pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    (signs, numbers), (fast_signs, fast_numbers) = (engine.places(data) for engine in engines)
    assert fast_numbers == numbers
    assert _lines_of(data, fast_signs) == _lines_of(data, signs)
    assert fast_signs == sorted(fast_signs)
    assert [engine.shows_sdk(data) for engine in engines] in ([True, True], [False, False])


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        (b"1002001", [0]),
        (b"a 1002001\n1103060 b", [2, 10]),
        (b"100001 1002001 100006", [0, 7, 15]),
        (b"x1103060y", [1]),
        (b"11103060 1103060012 1003", []),
        (b"1100001 11000011 100007", [0]),
        (b"", []),
    ],
)
def test_numbers_of_known_families_are_found_where_their_digits_end(
    engines: tuple[Engine, FastEngine], data: bytes, numbers: list[int]
) -> None:
    assert [engine.places(data)[1] for engine in engines] == [numbers, numbers]


@pytest.mark.parametrize(
    "line",
    [
        room("LOGIN_FAILED", 1002013),
        stream("NO_PLAY", 1104001),
        red("roomID is empty"),
        login_call(),
        '{\\"level\\" : \\"3\\"',
        "r1 disconnected 1100001",
        "RoomState: state: DISCONNECTED",
        "errorCode = 6000121",
    ],
)
def test_a_sign_of_an_error_is_found_in_its_line(engines: tuple[Engine, FastEngine], line: str) -> None:
    data = f"one\n{line}\nthree\n".encode()
    assert [_lines_of(data, engine.places(data)[0]) for engine in engines] == [{1}, {1}]


def test_families_may_begin_with_any_digits() -> None:
    prefixes, codes = ["6", "31", "1100001", "300001003"], [21, 4711, 300001003, 5000000006]
    data = b"6000121 3100001 1100001 1100002 21 4711 300001003 5000000006 6"
    expected = [0, 8, 16, 32, 35, 40, 50]
    assert [engine(prefixes, codes).places(data)[1] for engine in (Engine, FastEngine)] == [expected, expected]
    assert [engine([], []).places(data)[1] for engine in (Engine, FastEngine)] == [[], []]


def test_without_the_fast_library_the_plain_engine_does_the_work(
    engines: tuple[Engine, FastEngine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    plain, fast = engines[0], FastEngine(engines[0].prefixes, [])
    data = b"zego code: 1002001\n"
    assert fast.places(data) == plain.places(data)
    assert fast.shows_sdk(data)
    assert not fast.shows_sdk(b"none of it")
