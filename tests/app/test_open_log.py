"""The log that is open: brought in, scanned, replaced, let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.driving import take_turns
from tests.conftest import MakeLog
from tests.recognition.shapes import room
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


@pytest.fixture
def log(qapp: QApplication, recogniser: Recogniser, slow_clock: None) -> Iterator[OpenLog]:
    jobs = Jobs()
    made = OpenLog(jobs, recogniser)
    yield made
    made.close()
    made.deleteLater()
    jobs.deleteLater()


def read(qtbot: QtBot, log: OpenLog) -> None:
    qtbot.waitUntil(lambda: not log.running)


def test_a_log_is_opened_with_its_first_lines_and_read_to_its_end(log: OpenLog, qtbot: QtBot) -> None:
    told = Told(log)
    lines: list[int] = []
    log.opened.connect(lambda: lines.append(len(log.scan.lines) if log.scan else -1))
    log.open(open_bytes(LOG, "paste"))
    assert (log.running, log.scan, told.all) == (True, None, [])
    read(qtbot, log)
    assert told.all == ["opened", "finished"]
    assert lines[0] > 0
    assert log.scan is not None
    assert (len(log.scan.lines), log.scan.results.complete, log.share) == (5_001, True, None)


def test_an_empty_log_is_a_log(log: OpenLog, qtbot: QtBot, make_log: MakeLog) -> None:
    told = Told(log)
    log.open(open_file(make_log("")))
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
def test_what_cannot_be_read_is_told_in_a_sentence_and_the_old_log_stays(
    log: OpenLog, qtbot: QtBot, tmp_path: Path, make_log: MakeLog, name: str, sentence: str
) -> None:
    log.open(open_bytes(LOG, "paste"))
    read(qtbot, log)
    before = log.scan
    (tmp_path / "folder").mkdir()
    make_log(b"\x89PNG\r\n\x1a\n", "picture.png")
    told = Told(log)
    log.open(open_file(tmp_path / name))
    read(qtbot, log)
    assert len(told.all) == 1
    assert told.all[0].startswith("failed: ")
    assert told.all[0].endswith(sentence)
    assert log.scan is before
    assert before is not None
    assert before.lines.head(1, 10) == b"x"  # and it can still be read


def test_what_cannot_be_read_does_not_stop_a_log_that_is_being_read(log: OpenLog, qtbot: QtBot, tmp_path: Path) -> None:
    """Nobody would see that what is on show is only the beginning."""
    told = Told(log)
    log.open(open_bytes(LOG * 100, "paste"))
    take_turns(lambda: log.scan is not None)
    first = log.scan
    assert first is not None
    log.open(open_file(tmp_path / "gone.log"))
    read(qtbot, log)
    assert log.scan is first
    assert first.results.complete
    assert [what.partition(":")[0] for what in told.all] == ["opened", "failed", "finished"]


def test_the_old_log_is_let_go_when_the_new_one_can_be_read(log: OpenLog, qtbot: QtBot) -> None:
    first = FailingSource(LOG, 1_000)
    log.open(opened(first))
    read(qtbot, log)
    assert not first.closed
    log.open(open_bytes(b"other", "other"))
    read(qtbot, log)
    assert first.closed
    assert log.scan is not None
    assert log.scan.source.name == "other"


def test_a_log_that_fails_at_its_first_read_is_let_go(log: OpenLog, qtbot: QtBot) -> None:
    told = Told(log)
    source = FailingSource(LOG, 0)
    log.open(opened(source))
    qtbot.waitUntil(lambda: bool(told.all))
    assert told.all[-1] == "failed: torn.log can no longer be read: Input/output error."
    assert "finished" not in told.all
    assert (log.running, log.scan, source.closed) == (False, None, True)


def test_a_log_that_fails_while_it_is_read_keeps_what_was_read(log: OpenLog, qtbot: QtBot) -> None:
    told = Told(log)
    data = b"x" * 99 + b"\n"
    log.open(opened(FailingSource(data * 50_000, 20)))
    qtbot.waitUntil(lambda: "failed: torn.log can no longer be read: Input/output error." in told.all)
    assert told.all[0] == "opened"
    assert "finished" not in told.all
    assert log.scan is not None
    assert not log.running
    assert 0 < len(log.scan.lines) < 50_000


def test_an_error_that_is_no_unreadable_log_is_not_swallowed(log: OpenLog, qtbot: QtBot) -> None:
    def broken() -> Opening:
        yield 0.0
        raise ZeroDivisionError("a fault of ours")

    with qtbot.captureExceptions() as caught:
        log.open(broken())
        read(qtbot, log)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_cancelling_keeps_what_was_read(log: OpenLog, qtbot: QtBot) -> None:
    told = Told(log)
    log.open(open_bytes(LOG * 5_000, "paste"))
    take_turns(lambda: log.scan is not None)
    log.cancel()
    assert told.all == ["opened", "finished"]
    assert log.scan is not None
    assert (log.running, log.scan.results.complete) == (False, False)
    count = len(log.scan.lines)
    qtbot.wait(5)
    assert len(log.scan.lines) == count
    log.cancel()
    assert told.all == ["opened", "finished"]


def test_opening_another_stops_reading_the_first(log: OpenLog, qtbot: QtBot) -> None:
    log.open(open_bytes(LOG * 5_000, "first"))
    take_turns(lambda: log.scan is not None)
    first = log.scan
    assert first is not None
    log.open(open_bytes(b"one\ntwo", "second"))
    read(qtbot, log)
    count = len(first.lines)
    qtbot.wait(5)
    assert len(first.lines) == count
    assert log.scan is not None
    assert log.scan.source.name == "second"


def test_an_opening_dropped_on_the_way_leaves_nothing_behind(
    log: OpenLog, qtbot: QtBot, private_home: Path, make_log: MakeLog
) -> None:
    path = make_log("房间\n" * 300_000, encoding="utf-16")
    log.open(open_file(path))
    take_turns(lambda: bool(list((private_home / "tmp").glob("*.spool"))))
    assert log.scan is None
    log.open(open_bytes(b"other", "other"))
    read(qtbot, log)
    assert list((private_home / "tmp").glob("*.spool")) == []


def test_a_private_copy_goes_when_the_log_is_closed(
    log: OpenLog, qtbot: QtBot, private_home: Path, make_log: MakeLog
) -> None:
    log.open(open_file(make_log("错误码1102016\n" * 50, encoding="gb18030")))
    read(qtbot, log)
    assert len(list((private_home / "tmp").glob("*.spool"))) == 1
    told = Told(log)
    log.close()
    assert list((private_home / "tmp").glob("*.spool")) == []
    assert (log.scan, log.running, told.all) == (None, False, ["closed"])


def test_closing_while_reading_ends_it(log: OpenLog, qtbot: QtBot) -> None:
    told = Told(log)
    log.open(open_bytes(LOG * 5_000, "paste"))
    take_turns(lambda: log.scan is not None)
    log.close()
    qtbot.wait(5)
    assert (told.all, log.scan, log.running) == (["opened", "closed"], None, False)


def test_counts_are_told_at_most_five_times_a_second(log: OpenLog) -> None:
    """The signal comes by a timer; what it tells of may change a thousand times between."""
    timers = [child for child in log.children() if hasattr(child, "interval")]
    assert [timer.interval() for timer in timers] == [200]
