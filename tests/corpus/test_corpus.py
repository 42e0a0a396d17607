"""The labelled texts that are worked with: what has been reached is not lost. The held-out ones are only measured."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.corpus.measure import Score, measure, measure_every_number, read_half
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser

Measured = tuple[Score, dict[str, Score], list[str]]
OPEN = ("first", "second", "desk", "inbox")
# folder, level, least precision and recall
REACHED = [
    ("first", Evidence.POSSIBLE, 0.969, 0.999),
    ("first", Evidence.LIKELY, 0.993, 0.833),
    ("second", Evidence.POSSIBLE, 0.691, 0.987),
    ("second", Evidence.LIKELY, 0.844, 0.737),
    ("desk", Evidence.POSSIBLE, 0.992, 0.994),
    ("desk", Evidence.LIKELY, 0.997, 0.649),
    ("inbox", Evidence.POSSIBLE, 0.988, 0.986),
    ("inbox", Evidence.LIKELY, 0.999, 0.502),
]


@pytest.fixture(scope="module")
def measured(recogniser: Recogniser) -> Callable[[str], Measured]:
    """What each folder gives, found out once."""
    return cache(lambda folder: measure(folder, recogniser))


@pytest.mark.parametrize(("folder", "level", "precision", "recall"), REACHED)
def test_precision_and_recall(
    measured: Callable[[str], Measured], folder: str, level: Evidence, precision: float, recall: float
) -> None:
    score, _, faults = measured(folder)
    assert score.precision(level) >= precision, faults
    assert score.recall(level) >= recall, faults


@pytest.mark.parametrize("folder", OPEN)
def test_what_is_certain_is_meant(measured: Callable[[str], Measured], folder: str) -> None:
    score, _, faults = measured(folder)
    assert not score.wrong[Evidence.CERTAIN], faults
    assert score.right[Evidence.CERTAIN] > 10


@pytest.mark.parametrize("folder", ["first", "second", "desk"])
def test_the_rules_are_better_than_the_simplest_one(
    recogniser: Recogniser, measured: Callable[[str], Measured], folder: str
) -> None:
    """Which takes every number of seven digits that is a code."""
    score, _, _ = measured(folder)
    simplest = measure_every_number(folder, recogniser)
    assert score.precision(Evidence.POSSIBLE) > simplest.precision(Evidence.POSSIBLE) + 0.1
    assert score.recall(Evidence.POSSIBLE) > simplest.recall(Evidence.POSSIBLE) + 0.05


@pytest.mark.parametrize("folder", OPEN)
def test_labels_name_what_can_be_found(folder: str) -> None:
    """Each text has its own id, and a code is not both meant and left out of the count."""
    items = list(read_half(folder))
    assert len({item.id for item in items}) == len(items)
    assert not [item.id for item in items if item.meant & item.not_counted]
