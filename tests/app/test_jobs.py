"""Long work without threads: generators pulled by one timer, in turns with the event loop."""

import itertools
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import take_turns
from zegoerr_gui.app.jobs import Jobs


class Work:
    """Steps to pull, with a record of what became of them."""

    def __init__(self, steps: int, error: Exception | None = None) -> None:
        self.told: list[str] = []
        self.done = 0
        self._steps = steps
        self._error = error

    def steps(self) -> Iterator[float]:
        try:
            for step in range(self._steps):
                self.done += 1
                yield step / self._steps
            if self._error is not None:
                raise self._error
        finally:
            self.told.append("ended")

    def on_done(self) -> None:
        self.told.append("done")

    def on_error(self, error: Exception) -> None:
        self.told.append(f"failed: {error}")


@pytest.fixture
def jobs(qapp: QApplication, slow_clock: None) -> Iterator[Jobs]:
    """Jobs by a clock on which each step takes a quarter of a turn."""
    made = Jobs()
    yield made
    made.deleteLater()


def idle(jobs: Jobs) -> Callable[[], bool]:
    return lambda: not jobs._jobs


def test_work_is_done_to_its_end_and_that_is_told_once(jobs: Jobs, qtbot: QtBot) -> None:
    work = Work(100)
    job = jobs.start(work.steps(), work.on_done, work.on_error)
    assert (idle(jobs)(), job.share, work.done) == (False, 0.0, 0)  # nothing runs before the event loop has its turn
    qtbot.waitUntil(idle(jobs))
    assert (work.done, work.told, job.share) == (100, ["ended", "done"], 0.99)


def test_the_event_loop_gets_a_turn_between_slices(jobs: Jobs, qtbot: QtBot) -> None:
    work, seen = Work(100), list[int]()
    ticker = QTimer()
    ticker.timeout.connect(lambda: seen.append(work.done))
    ticker.start(0)
    jobs.start(work.steps(), work.on_done, work.on_error)
    qtbot.waitUntil(idle(jobs))
    pauses = [after - before for before, after in itertools.pairwise(seen)]
    assert max(pauses) <= 4
    assert len(set(seen)) >= 25


def test_work_is_done_one_after_another(jobs: Jobs, qtbot: QtBot) -> None:
    first, second = Work(20), Work(20)
    order: list[str] = []
    jobs.start(first.steps(), lambda: order.append(f"first, second {second.done}"), first.on_error)
    jobs.start(second.steps(), lambda: order.append("second"), second.on_error)
    qtbot.waitUntil(idle(jobs))
    assert order == ["first, second 0", "second"]


def test_the_visible_log_goes_first_and_among_its_jobs_what_shall_go_first(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []

    def start(name: str, owner: object, *, first: bool = False) -> None:
        work = Work(20)
        jobs.start(work.steps(), lambda: order.append(name), work.on_error, owner=owner, first=first)

    hidden, shown = object(), object()
    start("hidden", hidden)
    start("hidden, first", hidden, first=True)
    jobs.visible = shown
    start("shown", shown)
    start("no owner", None)
    start("shown, first", shown, first=True)
    qtbot.waitUntil(idle(jobs))
    assert order == ["shown, first", "shown", "no owner", "hidden, first", "hidden"]


def test_a_log_that_comes_on_show_goes_on_before_the_one_at_work(jobs: Jobs, qtbot: QtBot) -> None:
    first, second = Work(100), Work(20)
    order: list[str] = []
    jobs.visible = first
    jobs.start(first.steps(), lambda: order.append("first"), first.on_error, owner=first)
    jobs.start(second.steps(), lambda: order.append(f"second, first {first.done < 100}"), second.on_error, owner=second)
    take_turns(lambda: first.done > 0)
    jobs.visible = second
    qtbot.waitUntil(idle(jobs))
    assert order == ["second, first True", "first"]


def test_what_is_done_for_a_log_out_of_sight_waits_though_it_does_not_know_its_log(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []

    def start(name: str, owner: object) -> None:
        work = Work(20)
        jobs.of(owner).start(work.steps(), lambda: order.append(name), work.on_error, first=True)

    hidden, shown = object(), object()
    jobs.visible = shown
    start("hidden", hidden)
    start("shown", shown)
    dropped = Work(20)
    jobs.of(hidden).cancel(jobs.of(hidden).start(dropped.steps(), dropped.on_done, dropped.on_error))
    qtbot.waitUntil(idle(jobs))
    assert order == ["shown", "hidden"]
    assert (dropped.done, dropped.told) == (0, [])


def test_an_error_is_handed_over_and_the_next_job_goes_on(jobs: Jobs, qtbot: QtBot) -> None:
    broken, sound = Work(3, ValueError("torn")), Work(3)
    jobs.start(broken.steps(), broken.on_done, broken.on_error)
    jobs.start(sound.steps(), sound.on_done, sound.on_error)
    qtbot.waitUntil(idle(jobs))
    assert broken.told == ["ended", "failed: torn"]
    assert sound.told == ["ended", "done"]


def test_a_cancelled_job_is_closed_and_tells_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    work, next_one = Work(100_000_000), Work(3)
    job = jobs.start(work.steps(), work.on_done, work.on_error)
    jobs.start(next_one.steps(), next_one.on_done, next_one.on_error)
    take_turns(lambda: work.done > 0)
    jobs.cancel(job)
    jobs.cancel(job)  # a second time is no fault
    assert work.told == ["ended"]
    assert job.share < 1
    qtbot.waitUntil(idle(jobs))
    assert (work.told, next_one.told) == (["ended"], ["ended", "done"])


def test_a_job_cancelled_before_its_first_turn_never_runs(jobs: Jobs, qtbot: QtBot) -> None:
    work = Work(5)
    jobs.cancel(jobs.start(work.steps(), work.on_done, work.on_error))
    assert idle(jobs)()
    qtbot.wait(5)
    assert (work.done, work.told) == (0, [])


def test_steps_that_cannot_be_closed_are_cancelled_all_the_same(jobs: Jobs) -> None:
    work = Work(0)
    jobs.cancel(jobs.start(iter([0.1, 0.2]), work.on_done, work.on_error))
    assert idle(jobs)()


def test_the_end_of_one_job_may_start_the_next(jobs: Jobs, qtbot: QtBot) -> None:
    first, second = Work(3), Work(3)
    jobs.start(
        first.steps(), lambda: (jobs.start(second.steps(), second.on_done, second.on_error), None)[1], first.on_error
    )
    qtbot.waitUntil(lambda: second.told == ["ended", "done"])
    assert idle(jobs)()


def test_a_job_may_cancel_another_while_it_works(jobs: Jobs, qtbot: QtBot) -> None:
    other = Work(10)

    def steps() -> Iterator[float]:
        yield 0.0
        jobs.cancel(waiting)
        yield 0.5

    mine = Work(0)
    jobs.start(steps(), mine.on_done, mine.on_error)
    waiting = jobs.start(other.steps(), other.on_done, other.on_error)
    qtbot.waitUntil(idle(jobs))
    assert (mine.told, other.told) == (["done"], [])


def test_no_turn_is_taken_while_there_is_nothing_to_do(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(1)
    jobs.start(work.steps(), work.on_done, work.on_error)
    qtbot.waitUntil(idle(jobs))
    qtbot.wait(5)

    def asked() -> NoReturn:
        raise AssertionError("the timer still runs")

    monkeypatch.setattr("zegoerr_gui.app.jobs.perf_counter", asked)
    timers = jobs.findChildren(QTimer)
    assert [timer.isActive() for timer in timers] == [False]
