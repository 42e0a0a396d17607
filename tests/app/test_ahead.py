"""What is loaded before the window is painted, and what after: told by a process that has loaded nothing else."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from zegoerr_gui.app import ahead

# Runs the program up to its event loop, and there tells what the window shows when it is first painted, and what is
# loaded: then, when nothing is left to do, and when a log was read, answered and copied from.
PROGRAM = """
import json, sys
from zegoerr_gui.cli import main
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

def work(window):
    while window.logs.running or not window.jobs.idle:
        QApplication.processEvents()

def live():
    window = next(one for one in QApplication.topLevelWidgets() if type(one).__name__ == "MainWindow")
    QApplication.processEvents()
    window.grab()
    painted = list(sys.modules)
    whole = [len(window.codes_model.codes), window.linked.code, window.bar.field.hasFocus()]
    QTest.qWait(500)
    work(window)
    rested = list(sys.modules)
    window.intake.open_sample()
    work(window)
    window.actions_by_name["reply"].trigger()
    work(window)
    window.log_pane.table.selectAll()
    window.actions_by_name["copy"].trigger()
    print(json.dumps([painted, rested, list(sys.modules), *whole]))
    window.close()
    return 0

QApplication.exec = staticmethod(live)
sys.exit(main([]))
"""
NEVER_AT_START = {"charset_normalizer", "ctypes", "html.parser", "hyperscan", "lucide", "rapidfuzz", "xml.etree"}


class Told(NamedTuple):
    """Modules loaded at three times; codes in the table, the one in the detail, whether the filter has the keys."""

    painted: list[str]
    rested: list[str]
    answered: list[str]
    codes: int
    code: int | None
    has_keys: bool


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    kept = str(tmp_path_factory.mktemp("kept"))  # as for a new user
    with pytest.MonkeyPatch.context() as patch:
        for name in ("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, kept)
        command = [sys.executable, "-c", PROGRAM]
        folder = Path(ahead.__file__).parents[2]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=True)
    return Told(*json.loads(done.stdout))


def test_the_window_is_painted_before_anything_is_loaded_that_only_a_log_needs(told: Told) -> None:
    assert set(told.painted) & {*ahead.LATER, *NEVER_AT_START} == set()


def test_the_first_window_is_whole(told: Told) -> None:
    assert told.codes == 297
    assert told.code is not None
    assert told.has_keys


def test_a_log_and_its_answer_need_nothing_that_was_not_loaded_ahead(told: Told) -> None:
    assert set(ahead.LATER) <= set(told.rested)
    assert [name for name in set(told.answered) - set(told.rested) if name.startswith("zegoerr_gui")] == []
