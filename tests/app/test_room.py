"""In large text on a small screen no words of a button are cut, and nothing stands beside what can be seen."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import codes, paste_log, take_turns
from tests.app.lesson import LOG
from tests.recognition.shapes import login_call, room, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import ZOOM
from zegoerr_gui.models.code_table_model import DESCRIPTION, NEXT
from zegoerr_gui.widgets.reply_dialog import ReplyDialog
from zegoerr_gui.widgets.settings_dialog import SettingsDialog

LONGEST = 1103094  # the widest entry
WIDE = "W" * 200  # one word


def cut(whole: QWidget) -> list[str]:
    """The words of buttons that have less room than they need, or stand partly outside of what holds them."""
    buttons = [button for button in whole.findChildren(QPushButton) if button.isVisible() and button.text()]
    return [
        button.text()
        for button in buttons
        if button.width() < button.minimumSizeHint().width()
        or not whole.rect().contains(QRect(button.mapTo(whole, QPoint()), button.size()))
    ]


@pytest.fixture(params=[(0, 1000, 640), (3, 1000, 640), (5, 1000, 640), (8, 1280, 800)], ids=str)
def small(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window that is small for its size of text."""
    zoom, width, height = request.param
    window.resize(width, height)
    window.settings.set(ZOOM, zoom)
    window.reset_layout()
    take_turns(lambda: window.jobs.idle)
    return window


def test_the_empty_window(small: MainWindow) -> None:
    assert cut(small) == []


def test_a_window_with_a_log(small: MainWindow, qtbot: QtBot) -> None:
    paste_log(qtbot, small, LOG)
    assert cut(small) == []
    area = small.detail.area
    content = area.widget()
    assert content is not None
    for code in (*map(int, codes(small)), LONGEST):
        small.linked.go_to_code(code)
        QApplication.processEvents()
        assert content.width() <= area.viewport().width(), code
    header = small.codes.table.horizontalHeader()
    assert header.sectionSize(DESCRIPTION) >= min(header.sectionSize(NEXT), 9 * small._look.unit)


def test_a_word_of_the_log_that_is_longer_than_the_detail_pushes_nothing_out_of_it(
    small: MainWindow, qtbot: QtBot
) -> None:
    refused = room("LOGIN_FAILED", 1102018, WIDE, "token expired", 200)
    paste_log(qtbot, small, [login_call(WIDE, 0), refused, *LOG, stream("NO_PUBLISH", 1103064, reason=WIDE)])
    area, pin = small.detail.area, small.detail.pin_button
    for code in (1102018, 1103064):
        small.linked.go_to_code(code)
        QApplication.processEvents()
        content = area.widget()
        assert content is not None
        assert content.width() <= area.viewport().width(), code
        assert small.detail.rect().contains(QRect(pin.mapTo(small.detail, QPoint()), pin.size()))


@pytest.mark.parametrize(("action", "kind"), [("reply", ReplyDialog), ("show_settings", SettingsDialog)])
def test_dialogs(small: MainWindow, qtbot: QtBot, action: str, kind: type[QDialog]) -> None:
    paste_log(qtbot, small, LOG)
    small.actions_by_name[action].trigger()
    dialog = next(dialog for dialog in small.findChildren(kind) if dialog.isVisible())
    dialog.resize(small.size())
    QApplication.processEvents()
    assert cut(dialog) == []
