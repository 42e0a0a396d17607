"""The way through codes: back, forward, and taken up again at another start."""

import pytest

from zegoerr_gui.app.history import LONGEST, History


@pytest.mark.parametrize(
    ("steps", "codes", "place"),
    [
        ("", (), -1),
        ("1 2 2 3", (1, 2, 3), 2),
        ("1 2 3 <", (1, 2, 3), 1),
        ("1 2 < 3", (1, 3), 1),
        ("1 2 =3", (1, 3), 1),
        ("1 2 =1", (1,), 0),
        ("=1", (1,), 0),
    ],
)
def test_codes_in_the_order_of_reading(steps: str, codes: tuple[int, ...], place: int) -> None:
    """``<`` goes back; a code behind ``=`` comes in place of the one before."""
    way = History()
    for step in steps.split():
        if step == "<":
            way.go(-1)
        else:
            way.visit(int(step.strip("=")), in_place="=" in step)
    assert (way.codes, way.place) == (codes, place)
    assert way.can_go_back == (place > 0)
    assert way.can_go_forward == (place + 1 < len(codes))


def test_the_longest_ago_is_forgotten() -> None:
    way = History()
    for code in range(LONGEST + 5):
        way.visit(code)
    assert (way.codes, way.place) == (tuple(range(5, LONGEST + 5)), LONGEST - 1)


def test_a_way_is_taken_up_again_beside_it_where_another_code_is_on_show() -> None:
    way = History()
    way.restore((1, 2, 3), 1, 7)
    assert way.can_go_back
    assert [way.go(-1), way.go(-1), way.go(-1), way.go(1), way.go(1)] == [2, 1, None, 2, 3]
    way.restore((1, 2, 3), 1, 7)
    assert way.go(1) == 3
    way.restore((1, 2, 3), 1, 7)
    way.visit(8)
    assert way.codes == (1, 2, 8)
    way.restore((1, 2, 3), 0, 1)
    assert not way.can_go_back
    assert (way.go(-1), way.go(1)) == (None, 2)


def test_it_ends_at_both_ends() -> None:
    way = History()
    assert way.go(-1) is None
    way.visit(1)
    assert (way.go(-1), way.go(1)) == (None, None)
