"""What was open comes back at the next start; what the program died of only when the agent says so."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import (
    codes,
    current_line,
    focused,
    name_of,
    paste_log,
    press,
    shown_code,
    take_turns,
    wait_read,
    words,
)
from tests.app.lesson import LOG
from tests.conftest import MakeLog
from tests.recognition.shapes import room
from zegoerr_gui import places
from zegoerr_gui.app.ending import Ending
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import REOPEN
from zegoerr_gui.app.session import OpenFile, Session, read_session
from zegoerr_gui.app.session_keeper import SessionKeeper
from zegoerr_gui.app.session_slot import SessionSlot
from zegoerr_gui.app.store import Store

TEXT = "\n".join([*["[App] quiet"] * 20, room("LOGIN_FAILED", 1102018), room("KICKOUT", 1002055, moment=9_000)])
QUESTION = "ZegoErr did not end properly last time. It had 2 logs open."


class Start:
    """Starts windows as the program does; one that is left open is as if its program went on."""

    def __init__(self, make_window: MakeWindow, qtbot: QtBot) -> None:
        self._make, self._qtbot = make_window, qtbot
        self.keepers: list[SessionKeeper] = []

    def __call__(self, *, asked: bool = False, read: bool = True) -> MainWindow:
        window = self._make()
        self.keepers.append(SessionKeeper(window, SessionSlot(places.data_folder())))
        self.keepers[-1].begin(asked=asked)
        if read:
            wait_read(self._qtbot, window)
        return window

    def kill(self, window: MainWindow) -> None:
        """End the program of the last window as kill -9 does: what was kept last stays, its lock goes with it."""
        keeper = self.keepers[-1]
        keeper.keep()
        window.left.disconnect(keeper.end)
        slot = keeper._slot
        assert slot._lock is not None
        slot._lock.unlock()
        slot._lock = None
        window.close()


@pytest.fixture
def start(make_window: MakeWindow, qtbot: QtBot) -> Start:
    return Start(make_window, qtbot)


def names(window: MainWindow) -> list[str]:
    """The names of the open logs."""
    return [log.name for log in window.logs.by_number.values()]


def kept() -> Session:
    """What is in the first file."""
    return read_session((places.data_folder() / "session-1.json").read_bytes())


# What comes back


def test_logs_line_code_and_filters_come_back(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    files = [make_log(TEXT, "a.log"), make_log(TEXT.replace("quiet", "安静"), "b.log", "gb18030")]
    window.intake.open_files(files)
    wait_read(qtbot, window)
    press("Ctrl+Tab")
    window.actions_by_name["encoding_gb18030"].trigger()
    wait_read(qtbot, window)
    window.linked.go_to_line(21)
    paste_log(qtbot, window, LOG)
    press("Ctrl+PgUp")
    window.bar.family.set_chosen(frozenset({"room"}))
    window.bar.field.setText("removal")
    assert (shown_code(window), codes(window)) == (1002055, ["1002055"])
    window.close()

    again = start()
    assert names(again) == ["a.log", "b.log"], "a pasted text does not come back"
    assert again.log is not None
    assert (again.log.name, again.log.source and again.log.source.encoding) == ("b.log", "gb18030")
    assert (current_line(again), shown_code(again)) == (22, 1002055)
    assert (again.bar.field.text(), again.bar.family.chosen) == ("removal", frozenset({"room"}))
    assert again.ask.isHidden()


def test_the_line_of_a_log_behind_another_comes_back_when_it_is_shown(
    start: Start, make_log: MakeLog, qtbot: QtBot
) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log"), make_log(TEXT, "b.log")])
    wait_read(qtbot, window)
    window.linked.go_to_line(4)
    press("Ctrl+Tab")
    window.linked.go_to_line(7)
    window.close()
    again = start()
    assert current_line(again) == 8
    again.close()
    again = start()
    press("Ctrl+Tab")
    assert current_line(again) == 5


def test_without_a_log_query_and_code_come_back(start: Start) -> None:
    window = start()
    window.bar.field.setText("token")
    window.linked.go_to_code(1102018)
    window.close()
    again = start()
    assert (again.bar.field.text(), shown_code(again)) == ("token", 1102018)


def test_files_that_are_gone_are_told_in_one_sentence(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    files = [make_log(TEXT, name) for name in ("a.log", "b.log", "c.log")]
    window.intake.open_files(files)
    wait_read(qtbot, window)
    window.bar.family.set_chosen(frozenset({"room"}))
    window.close()
    files[0].unlink()
    files[2].unlink()
    again = start()
    assert names(again) == ["b.log"]
    assert words(again.notice)[0] == f"{files[0]} does not exist. Check the name. 1 more log cannot be opened."
    assert again.bar.family.chosen == frozenset({"room"})


def test_what_is_asked_for_is_on_show_and_the_rest_beside_it(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log")])
    wait_read(qtbot, window)
    window.bar.field.setText("removal")
    window.close()
    again = start(asked=True)
    again.intake.open_files([make_log(TEXT, "b.log")])
    wait_read(qtbot, again)
    assert names(again) == ["a.log", "b.log"]
    assert again.log is not None
    assert (again.log.name, again.bar.field.text()) == ("b.log", "")


def test_an_agent_who_has_moved_on_stays_there(
    start: Start, make_log: MakeLog, qtbot: QtBot, slow_clock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zegoerr_gui.app.growth_news._OFTEN", 0.0)  # a quick machine has read it before there is news
    window = start()
    window.intake.open_files([make_log("\n".join([TEXT, *["[App] quiet"] * 4_000]), "long.log")])
    wait_read(qtbot, window)
    window.linked.go_to_line(3_500)
    window.close()
    again = start(read=False)
    take_turns(lambda: bool(again.codes_model.findings))
    assert again.logs.running
    again.linked.go_to_line(3)
    wait_read(qtbot, again)
    assert current_line(again) == 4


def test_nothing_comes_back_where_that_is_not_wanted(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log")])
    wait_read(qtbot, window)
    start.keepers[-1].keep()
    assert kept().files
    window.settings.set(REOPEN, False)
    start.keepers[-1].keep()
    assert not list(places.data_folder().glob("*.json"))
    window.close()
    assert not list(places.data_folder().glob("*.json")), "no path is left on the disk"
    assert names(start()) == []


# More windows than one


def test_a_second_window_does_not_open_the_same_once_more(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    first = start()
    first.intake.open_files([make_log(TEXT, "a.log")])
    wait_read(qtbot, first)
    start.keepers[-1].keep()
    second = start()
    assert names(second) == []
    second.intake.open_files([make_log(TEXT, "b.log")])
    wait_read(qtbot, second)
    first.close()
    second.close()
    assert names(start()) == ["b.log"], "the session of the window closed last"
    assert names(start()) == []


# After a crash


def test_after_a_crash_the_agent_is_asked_by_keyboard(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log"), make_log(TEXT, "b.log")])
    wait_read(qtbot, window)
    window.linked.go_to_line(4)
    start.kill(window)
    again = start()
    assert (names(again), words(again.ask)[0]) == ([], QUESTION)
    assert name_of(focused()) == "Open the same logs again"
    press("Return")
    wait_read(qtbot, again)
    assert names(again) == ["a.log", "b.log"]
    assert current_line(again) == 5
    assert again.ask.isHidden()
    assert again.bar.field.hasFocus()


def test_a_clean_start_is_clean_for_good(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log"), make_log(TEXT, "b.log")])
    wait_read(qtbot, window)
    start.kill(window)
    again = start()
    press("Tab", "Space")
    assert (names(again), again.ask.isHidden()) == ([], True)
    again.close()
    assert names(start()) == []


def test_a_question_that_was_not_answered_loses_nothing(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log"), make_log(TEXT, "b.log")])
    wait_read(qtbot, window)
    start.kill(window)
    start.kill(start())
    again = start()
    assert words(again.ask)[0] == QUESTION
    again.intake.open_files([make_log(TEXT, "c.log")])
    wait_read(qtbot, again)
    again.close()
    assert names(start()) == ["a.log", "b.log", "c.log"]


PROGRAM = """
import sys
from pathlib import Path
from zegoerr_gui.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_kill_at_any_moment_keeps_what_was_kept_last(start: Start, make_log: MakeLog, qtbot: QtBot) -> None:
    file = make_log(TEXT, "a.log")
    folder = Path(places.__file__).parents[1]
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, str(file)], cwd=folder, stderr=subprocess.DEVNULL)
    session = places.data_folder() / "session-1.json"
    qtbot.waitUntil(lambda: session.exists() and b"a.log" in session.read_bytes(), timeout=60_000)
    program.send_signal(signal.SIGKILL)
    program.wait()
    again = start()
    assert words(again.ask)[0] == QUESTION.replace("2 logs", "1 log")
    press("Return")
    wait_read(qtbot, again)
    assert names(again) == ["a.log"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_program_that_is_told_to_end_does_so_in_order(
    start: Start, make_log: MakeLog, qtbot: QtBot, name: str
) -> None:
    file = make_log(TEXT, "a.log")
    folder = Path(places.__file__).parents[1]
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, str(file)], cwd=folder, stderr=subprocess.PIPE)
    session = places.data_folder() / "session-1.json"
    qtbot.waitUntil(lambda: session.exists() and b"a.log" in session.read_bytes(), timeout=60_000)
    program.send_signal(getattr(signal, name))
    assert (program.communicate(timeout=60)[1], program.returncode) == (b"", 0)
    assert kept().ended
    again = start()
    assert again.ask.isHidden()
    assert names(again) == ["a.log"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_signal_that_was_to_be_ignored_is(start: Start, qapp: QApplication) -> None:
    window = start()
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    terminating = signal.getsignal(signal.SIGTERM)
    ending = Ending(window, start.keepers[-1], qapp)
    try:
        ending.watch()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is not terminating
    finally:
        ending.stop()
        signal.signal(signal.SIGHUP, before)
    assert signal.getsignal(signal.SIGTERM) is terminating


def test_a_log_out_that_is_called_off_leaves_the_session_going_on(
    start: Start, make_log: MakeLog, qtbot: QtBot, qapp: QApplication
) -> None:
    window = start()
    window.intake.open_files([make_log(TEXT, "a.log")])
    wait_read(qtbot, window)
    window.resize(900, 600)
    Ending(window, start.keepers[-1], qapp).keep()
    assert (kept().ended, len(kept().files)) == (True, 1)
    assert not Store(places.settings_file()).bytes("window").isEmpty()
    start.keepers[-1].keep()
    assert not kept().ended, "the program may die now as before"
    start.kill(window)
    assert not start().ask.isHidden()


# The file


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[" * 100_000, b"[]"])
def test_a_file_that_is_damaged_is_set_aside_and_told(content: bytes) -> None:
    folder = places.data_folder()
    folder.mkdir(parents=True)
    (folder / "session-1.json").write_bytes(content)
    slot = SessionSlot(folder)
    slot.keep(Session(code=7))
    (aside,) = folder.glob("session-1-damaged-*.json")
    assert aside.read_bytes() == content
    assert slot.last is None
    assert kept() == Session(code=7)
    assert slot.trouble == (
        f"session-1.json with what was open last is damaged: nothing is opened again. It is kept as {aside}."
    )
    slot.end(None)
    assert SessionSlot(folder).trouble == ""


@pytest.mark.parametrize(
    ("content", "session"),
    [
        (b"{}", Session(ended=True)),
        (b'{"ended": false, "code": "x", "query": 7, "shown": -1, "families": {}, "in_log": 1}', Session()),
        (b'{"code": true, "shown": 99, "query": "q", "files": 7, "ended": true}', Session(query="q", ended=True)),
        (
            b'{"files": [7, {}, {"path": "relative"}, {"path": "/a\\u0000"}, '
            b'{"path": "/a", "encoding": "x", "line": -1}, '
            b'{"path": "/b", "encoding": "gb18030", "line": 3}], "shown": 5, "moves": ["a", 1], "ended": 0}',
            Session((OpenFile(Path("/a")), OpenFile(Path("/b"), "gb18030", 3)), 1, moves=frozenset({"a"}), ended=True),
        ),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the paths are those of other systems")
def test_rubbish_falls_back_field_by_field(content: bytes, session: Session) -> None:
    assert read_session(content) == session


def test_what_is_written_is_read(tmp_path: Path) -> None:
    files = (OpenFile(tmp_path / "ä \udcff.log", "gb18030", 7), OpenFile(tmp_path / "b"))
    session = Session(files, 1, 1103061, "token", frozenset({"room"}), frozenset({"network"}), True, ended=True)
    assert read_session(session.written()) == session
    assert json.loads(session.written())["shown"] == 1


def test_nobody_else_can_read_it_and_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    slot = SessionSlot(tmp_path / "data")
    slot.keep(Session())
    if os.name != "nt":
        assert (tmp_path / "data" / "session-1.json").stat().st_mode & 0o077 == 0
    slot.end(None)
    assert list((tmp_path / "data").iterdir()) == []
    (tmp_path / "file").touch()
    nowhere = SessionSlot(tmp_path / "file" / "data")
    nowhere.keep(Session())
    nowhere.forget()
    nowhere.end(Session())
    assert nowhere.last is None
