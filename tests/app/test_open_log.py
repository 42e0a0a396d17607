"""A log that is open: brought in, scanned, let go."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import take_turns
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui.app.brought import Brought
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.core.log.opening import Opening, open_bytes, open_file
from zegoerr_gui.core.log.source import LogSource, MemorySource, UnreadableLogError
from zegoerr_gui.core.recognition.recogniser import Recogniser

LOG = "\n".join([room("LOGIN_FAILED", 1102016), *["x"] * 5_000]).encode()


class Told:
    """What an open log sends, in order."""

    def __init__(self, log: OpenLog) -> None:
        self.all: list[str] = []
        log.opened.connect(lambda: self.all.append("opened"))
        log.finished.connect(lambda: self.all.append("finished"))
        log.closed.connect(lambda: self.all.append("closed"))
        log.failed.connect(lambda sentence: self.all.append(f"failed: {sentence}"))


class FailingSource(MemorySource):
    """Fails at a read, by number."""

    def __init__(self, data: bytes, fails_at: int) -> None:
        super().__init__(data, "torn.log")
        self.left = fails_at
        self.closed = False

    def read(self, offset: int, count: int) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise UnreadableLogError("torn.log can no longer be read: Input/output error.")
        return super().read(offset, count)

    def close(self) -> None:
        self.closed = True
        super().close()


def opened(source: LogSource) -> Opening:
    """An opening that ends at once."""
    yield 0.5
    return source


def endless() -> Opening:
    """An opening that goes on."""
    while True:
        yield 0.5


Bring = Callable[[Opening], OpenLog]


@pytest.fixture
def bring(qapp: QApplication, recogniser: Recogniser, slow_clock: None) -> Iterator[Bring]:
    """Brings logs that are opened by given steps, and lets them go after the test."""
    jobs = Jobs()
    made: list[OpenLog] = []

    def bring(opening: Opening) -> OpenLog:
        made.append(OpenLog(Brought("brought.log", lambda: opening), len(made), jobs, recogniser))
        return made[-1]

    yield bring
    for log in made:
        log.close()
        log.deleteLater()
    jobs.deleteLater()


def read(qtbot: QtBot, log: OpenLog) -> None:
    qtbot.waitUntil(lambda: not log.running)


def test_a_log_is_opened_with_its_first_lines_and_read_to_its_end(bring: Bring, qtbot: QtBot) -> None:
    log = bring(open_bytes(LOG, "paste"))
    told = Told(log)
    lines: list[int] = []
    log.opened.connect(lambda: lines.append(len(log.scan.lines) if log.scan else -1))
    assert not log.running
    log.open()
    assert (log.running, log.scan, told.all) == (True, None, [])
    read(qtbot, log)
    assert told.all == ["opened", "finished"]
    assert lines[0] > 0
    assert log.scan is not None
    assert (len(log.scan.lines), log.scan.results.complete, log.share, log.trouble) == (5_001, True, None, "")


def test_an_empty_log_is_a_log(bring: Bring, qtbot: QtBot, make_log: MakeLog) -> None:
    log = bring(open_file(make_log("")))
    told = Told(log)
    log.open()
    read(qtbot, log)
    assert told.all == ["opened", "finished"]
    assert log.scan is not None
    assert (len(log.scan.lines), log.scan.results.complete) == (0, True)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gone.log", "does not exist. Check the name."),
        ("folder", "folder is a folder. Open one of the files in it."),
        ("picture.png", "picture.png is a picture. Copy the text out of it and paste that."),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    bring: Bring, qtbot: QtBot, tmp_path: Path, make_log: MakeLog, name: str, sentence: str
) -> None:
    (tmp_path / "folder").mkdir()
    make_log(b"\x89PNG\r\n\x1a\n", "picture.png")
    log = bring(open_file(tmp_path / name))
    told = Told(log)
    log.open()
    read(qtbot, log)
    assert len(told.all) == 1
    assert told.all[0].startswith("failed: ")
    assert told.all[0].endswith(sentence)
    assert log.scan is None


def test_a_log_that_fails_at_its_first_read_is_let_go(bring: Bring, qtbot: QtBot) -> None:
    source = FailingSource(LOG, 0)
    log = bring(opened(source))
    told = Told(log)
    log.open()
    qtbot.waitUntil(lambda: bool(told.all))
    assert told.all == ["failed: torn.log can no longer be read: Input/output error."]
    assert (log.running, log.scan, source.closed) == (False, None, True)


def test_a_log_that_fails_while_it_is_read_keeps_what_was_read(bring: Bring, qtbot: QtBot) -> None:
    log = bring(opened(FailingSource((b"x" * 99 + b"\n") * 50_000, 20)))
    told = Told(log)
    log.open()
    read(qtbot, log)
    assert told.all == ["opened", "finished"]
    assert log.trouble == "torn.log can no longer be read: Input/output error."
    assert log.scan is not None
    assert 0 < len(log.scan.lines) < 50_000


def test_an_error_that_is_no_unreadable_log_is_not_swallowed(bring: Bring, qtbot: QtBot) -> None:
    def broken() -> Opening:
        yield 0.0
        raise ZeroDivisionError("a fault of ours")

    log = bring(broken())
    told = Told(log)
    with qtbot.captureExceptions() as caught:
        log.open()
        read(qtbot, log)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert told.all == ["closed"]  # there is nothing to show of it


def test_cancelling_keeps_what_was_read(bring: Bring, qtbot: QtBot) -> None:
    log = bring(open_bytes(LOG * 5_000, "paste"))
    told = Told(log)
    log.open()
    take_turns(lambda: log.scan is not None)
    log.cancel()
    assert told.all == ["opened", "finished"]
    assert log.scan is not None
    assert (log.running, log.scan.results.complete) == (False, False)
    assert log.trouble.startswith("Reading was stopped after ")
    count = len(log.scan.lines)
    qtbot.wait(5)
    assert len(log.scan.lines) == count
    log.cancel()
    assert told.all == ["opened", "finished"]


def test_cancelling_while_a_log_is_copied_keeps_what_came(
    bring: Bring, qtbot: QtBot, private_home: Path, make_log: MakeLog
) -> None:
    log = bring(open_file(make_log("房间\n" * 300_000, encoding="utf-16")))
    told = Told(log)
    log.open()
    take_turns(lambda: any(path.stat().st_size for path in (private_home / "tmp").glob("*.spool")))
    assert log.scan is None
    log.cancel()
    log.cancel()
    assert (told.all, log.running) == (["opened", "finished"], False)
    assert log.source is not None
    assert 0 < log.source.size < 300_000 * 7
    assert "Reading was stopped after " in log.trouble
    log.close()
    assert list((private_home / "tmp").glob("*.spool")) == []


def test_cancelling_before_anything_came_lets_the_log_go(bring: Bring) -> None:
    def asleep() -> Opening:
        while True:
            yield 0.0

    log = bring(asleep())
    told = Told(log)
    log.open()
    for _ in range(5):
        QApplication.processEvents()
    log.cancel()
    assert (told.all, log.running) == (["closed"], False)


def test_a_private_copy_goes_when_the_log_is_closed(
    bring: Bring, qtbot: QtBot, private_home: Path, make_log: MakeLog
) -> None:
    log = bring(open_file(make_log("错误码1102016\n" * 50, encoding="gb18030")))
    log.open()
    read(qtbot, log)
    assert len(list((private_home / "tmp").glob("*.spool"))) == 1
    told = Told(log)
    log.close()
    assert list((private_home / "tmp").glob("*.spool")) == []
    assert (log.scan, log.running, told.all) == (None, False, ["closed"])


def test_closing_while_reading_ends_it(bring: Bring, qtbot: QtBot) -> None:
    log = bring(open_bytes(LOG * 5_000, "paste"))
    told = Told(log)
    log.open()
    take_turns(lambda: log.scan is not None)
    log.close()
    qtbot.wait(5)
    assert (told.all, log.scan, log.running) == (["opened", "closed"], None, False)


def test_one_log_does_not_stop_another(bring: Bring, qtbot: QtBot, tmp_path: Path) -> None:
    first, second, gone = (
        bring(open_bytes(LOG * 100, "a")),
        bring(open_bytes(LOG, "b")),
        bring(open_file(tmp_path / "c")),
    )
    for log in (first, second, gone):
        log.open()
    for log in (first, second, gone):
        read(qtbot, log)
    assert gone.scan is None
    for log in (first, second):
        assert log.scan is not None
        assert log.scan.results.complete


def test_counts_are_told_at_most_five_times_a_second(bring: Bring) -> None:
    """The signal comes by a timer; what it tells of may change a thousand times between."""
    log = bring(open_bytes(LOG, "paste"))
    log.open()
    (timer,) = log.findChildren(QTimer)
    assert timer.interval() == 200


def test_counts_are_told_more_seldom_the_longer_reading_takes(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a log that is read for minutes nobody looks for news five times a second."""
    monkeypatch.setattr("zegoerr_gui.models.pace.perf_counter", lambda: 0.0)  # telling takes no time
    log = bring(endless())
    log.open()
    (timer,) = log.findChildren(QTimer)
    pauses = [timer.interval()]
    for _ in range(9):
        timer.start(0)  # the pause is over
        take_turns(lambda: timer.interval() > 0)
        pauses.append(timer.interval())
    assert pauses == [200, 240, 288, 346, 415, 498, 597, 717, 860, 1000]


def test_the_pause_between_counts_is_longer_where_counting_takes_long(
    bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log with thousands of different codes: showing them took all the time, and reading went on for minutes."""
    minutes = itertools.count(step=60.0)
    monkeypatch.setattr("zegoerr_gui.models.pace.perf_counter", lambda: next(minutes))
    log = bring(endless())
    log.open()
    (timer,) = log.findChildren(QTimer)
    timer.start(0)  # the first pause is over
    take_turns(lambda: timer.interval() > 0)
    assert log.running
    assert timer.interval() == 9 * 60_000
