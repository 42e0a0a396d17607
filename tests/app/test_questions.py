"""Questions that a window asks: they hold nothing up, and go with the log they are asked of."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QProxyStyle, QPushButton
from pytestqt.qtbot import QtBot

from tests.app.conftest import flush_deletions
from tests.app.driving import asked, current_line, press, take_turns, type_text, wait_read
from tests.app.lesson import LOG
from tests.conftest import MakeLog
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.place_prompt import PlacePrompt

QUESTIONS = {"Ctrl+G": PlacePrompt, "Ctrl+Shift+G": PlacePrompt, "Ctrl+S": QFileDialog, "Ctrl+E": QFileDialog}


@pytest.mark.parametrize("key", QUESTIONS)
def test_a_log_that_is_closed_meanwhile_takes_its_question_with_it(reading: MainWindow, key: str) -> None:
    question: QDialog = asked(QUESTIONS[key], key)
    gone: list[bool] = []
    question.destroyed.connect(lambda: gone.append(True))
    assert reading.log
    reading.logs.close(reading.log)
    flush_deletions()
    QApplication.processEvents()
    assert gone
    assert QApplication.activeModalWidget() is None
    assert not reading.logs.by_number
    reading.activateWindow()
    take_turns(reading.isActiveWindow)
    press("Ctrl+Shift+T")
    take_turns(lambda: not reading.logs.running)
    assert reading.logs.by_number


class _WithIcons(QProxyStyle):
    """The style as desktops have it whose buttons in dialogs have icons."""

    def styleHint(self, hint: QProxyStyle.StyleHint, *rest: Any) -> int:
        return (
            1 if hint is QProxyStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons else super().styleHint(hint, *rest)
        )


@pytest.mark.parametrize("key", ["Ctrl+G", "Ctrl+Shift+G"])
def test_buttons_have_no_icons_on_any_desktop(reading: MainWindow, qapp: QApplication, key: str) -> None:
    style = _WithIcons("fusion")
    qapp.setStyle(style)
    question: QDialog = asked(QUESTIONS[key], key)
    buttons = question.findChildren(QPushButton)
    assert len(buttons) == 2
    assert all(button.icon().isNull() for button in buttons)
    question.reject()


def test_a_log_read_anew_meanwhile_is_not_saved_from_what_was(
    window: MainWindow, qtbot: QtBot, make_log: MakeLog, tmp_path: Path
) -> None:
    window.intake.open_files([make_log("\n".join(LOG))])
    wait_read(qtbot, window)
    question = asked(QFileDialog, "Ctrl+S")
    window.actions_by_name["encoding_gb18030"].trigger()
    wait_read(qtbot, window)
    assert window.log is not None
    assert window.log.source is not None
    assert window.log.source.encoding == "gb18030"
    question.fileSelected.emit(str(tmp_path / "lines.log"))
    take_turns(lambda: window.jobs.idle)
    assert not (tmp_path / "lines.log").exists()


def test_lines_are_saved_under_the_name_that_is_chosen(reading: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    question = asked(QFileDialog, "Ctrl+S")
    assert Path(question.selectedFiles()[0]).name == "Pasted text-lines.log"
    press("Ctrl+A")
    type_text(str(tmp_path / "mine.log"))
    press("Return")
    qtbot.waitUntil(lambda: reading.toast.text == "Saved 12 lines as mine.log")
    assert (tmp_path / "mine.log").read_text(encoding="utf-8").splitlines() == LOG


def test_a_question_that_is_left_does_nothing(reading: MainWindow) -> None:
    line = current_line(reading)
    for key, kind in QUESTIONS.items():
        asked(kind, key)
        press("Esc")
        reading.activateWindow()
        take_turns(reading.isActiveWindow)
    assert current_line(reading) == line
