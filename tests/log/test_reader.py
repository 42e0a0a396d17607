"""The thread beside a source: a source that sleeps holds up nobody, what it raises arrives, to close is to stop."""

import threading
from collections.abc import Iterator

import pytest

from zegoerr_gui.core.log.reader import BUFFERS, read_aside


def test_what_is_read_aside_arrives_in_order() -> None:
    pieces = read_aside(lambda: iter(range(1, 100)))
    assert [piece for piece in pieces if piece is not None] == list(range(1, 100))


def test_a_source_that_sleeps_lets_its_reader_go_on() -> None:
    awake = threading.Event()

    def work() -> Iterator[str]:
        yield "before"
        assert awake.wait(60)
        yield "after"

    pieces = read_aside(work)
    told = [next(pieces) for _ in range(20)]
    assert told[-1] is None
    assert [piece for piece in told if piece] == ["before"]
    awake.set()
    assert [piece for piece in pieces if piece] == ["after"]


def test_a_fault_arrives_behind_the_pieces_before_it() -> None:
    def work() -> Iterator[int]:
        yield 1
        yield 2
        raise ValueError("torn")

    told: list[int | None] = []
    with pytest.raises(ValueError, match="torn"):
        told.extend(read_aside(work))
    told = []
    try:
        for piece in read_aside(work):
            told.append(piece)
    except ValueError:
        assert [piece for piece in told if piece] == [1, 2]


def test_no_more_than_four_pieces_are_made_ahead() -> None:
    made: list[int] = []
    full = threading.Event()

    def work() -> Iterator[int]:
        for number in range(1, 100):
            made.append(number)
            if number == BUFFERS + 2:
                full.set()
            yield number

    pieces = read_aside(work)
    while next(pieces) is None:
        pass
    assert full.wait(60)  # one is taken, four wait, one is in the hand
    assert len(made) == BUFFERS + 2
    pieces.close()


def test_closing_ends_the_thread_and_gives_back_what_it_holds() -> None:
    closed = threading.Event()

    def work() -> Iterator[bytes]:
        try:
            while True:
                yield b"endless"
        finally:
            closed.set()

    pieces = read_aside(work)
    next(pieces)
    pieces.close()
    assert closed.wait(60)
