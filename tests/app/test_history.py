"""The way through codes: back, forward, and taken up again at another start."""

from collections.abc import Callable

import pytest

from zegoerr_gui.app.history import LONGEST, History

Walk = Callable[[History], object]


@pytest.mark.parametrize(
    ("walk", "codes", "place"),
    [
        (lambda way: None, (), -1),
        (lambda way: [way.visit(code) for code in (1, 2, 2, 3)], (1, 2, 3), 2),
        (lambda way: [way.visit(code) for code in (1, 2, 3)] + [way.go(-1)], (1, 2, 3), 1),
        (lambda way: [way.visit(1), way.visit(2), way.go(-1), way.visit(3)], (1, 3), 1),
        (lambda way: [way.visit(1), way.visit(2), way.visit(3, in_place=True)], (1, 3), 1),
        (lambda way: [way.visit(1), way.visit(2), way.visit(1, in_place=True)], (1,), 0),
        (lambda way: way.visit(1, in_place=True), (1,), 0),
        (lambda way: [way.visit(code) for code in range(LONGEST + 5)], tuple(range(5, LONGEST + 5)), LONGEST - 1),
        (lambda way: way.restore((1, 2, 3), 1, 2), (1, 2, 3), 1),
        (lambda way: way.restore((1, 2, 3), 1, 7), (1, 2, 7, 3), 2),
        (lambda way: way.restore((), -1, 7), (7,), 0),
        (lambda way: way.restore((), -1, None), (), -1),
    ],
)
def test_codes_in_the_order_of_reading(walk: Walk, codes: tuple[int, ...], place: int) -> None:
    way = History()
    walk(way)
    assert (way.codes, way.place) == (codes, place)
    assert way.can_go_back == (place > 0)
    assert way.can_go_forward == (place + 1 < len(codes))


def test_it_ends_at_both_ends() -> None:
    way = History()
    assert way.go(-1) is None
    way.visit(1)
    assert (way.go(-1), way.go(1)) == (None, None)
