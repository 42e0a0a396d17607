"""How long work that is done again and again rests."""

from collections.abc import Iterator

import pytest

from zegoerr_gui.models import pace
from zegoerr_gui.models.pace import Pace

MOMENTS = [  # seconds the work took, seconds since it ended, whether it is due
    (0.0, 0.9, False),
    (0.0, 1.0, True),
    (0.25, 1.9, False),
    (0.25, 2.0, True),
]


@pytest.mark.parametrize(("took", "rested", "due"), MOMENTS)
def test_work_rests_in_proportion_to_what_it_took(
    took: float, rested: float, due: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock: Iterator[float] = iter([100.0, 100.0 + took, 100.0 + took + rested])
    monkeypatch.setattr(pace, "perf_counter", lambda: next(clock))
    work = Pace(least=1.0, times=8.0)
    work.begin()
    work.end()
    assert work.rest == max(1.0, 8 * took)
    assert work.is_due is due


def test_what_was_never_done_is_due() -> None:
    assert Pace(least=1.0, times=8.0).is_due
