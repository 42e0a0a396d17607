"""Which moments an axis names."""

import pytest

from tests.recognition.test_moments import MINUTE, TEN
from zegoerr_gui.core.recognition.axis import Axis, axis_of_lines, axis_of_moments
from zegoerr_gui.models.time_labels import time_labels

HOUR = 60 * MINUTE


def axis(*moments: int) -> Axis:
    made = axis_of_moments([TEN + moment for moment in moments])
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("moments", "most", "written"),
    [
        ((2 * MINUTE, 34 * MINUTE), 7, ["10:05", "10:10", "10:15", "10:20", "10:25", "10:30"]),
        ((0, 60_000), 4, ["10:00:00", "10:00:15", "10:00:30", "10:00:45", "10:01:00"]),
        ((0, 40), 2, ["10:00:00.000", "10:00:00.020", "10:00:00.040"]),
        ((0, 15 * HOUR), 3, ["11-23 12:00", "18:00", "11-24 00:00"]),
        ((0, 72 * HOUR), 3, ["11-24 00:00", "11-25 00:00", "11-26 00:00"]),
    ],
)
def test_round_moments_are_named(moments: tuple[int, int], most: int, written: list[str]) -> None:
    labels = list(time_labels(axis(*moments), most))
    assert [text for _, text in labels] == written
    assert [place for place, _ in labels] == sorted(place for place, _ in labels)
    assert all(0 <= place <= 1 for place, _ in labels)


def test_nothing_is_named_within_a_fold() -> None:
    night = axis(0, 5 * MINUTE, 10 * MINUTE, 14 * HOUR, 14 * HOUR + 10 * MINUTE)
    labels = list(time_labels(night, 4))
    assert [text for _, text in labels] == ["11-23 10:00", "10:05", "10:10", "11-24 00:00", "00:05", "00:10"]


def test_lines_are_named_from_one_on() -> None:
    assert list(time_labels(axis_of_lines(101), 4)) == [
        (0.0, "1"),
        (0.49, "50"),
        (0.99, "100"),
    ]
