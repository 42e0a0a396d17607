"""An archive with several logs: the agent sees which codes each holds, and chooses with keys or clicks."""

import contextlib
import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import words
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.member_choice import MemberChoice
from zegoerr_gui.core.log.opening import open_file
from zegoerr_gui.core.log.zips import Member, SeveralMembersError
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.stepwise import finish
from zegoerr_gui.widgets.look import Look

LOGS = {
    "a/one.log": b"error 1103061\nerror 1102016\nerror 1002001\nerror 1102018\n",
    "two.log.gz": gzip.compress("错误码1102016\n".encode("gb18030") * 9),
    "three.txt": b"nothing here\n",
    "late.txt": b"x" * 300_000 + b"\n" + "错误码1103064\n".encode("gb18030") * 9,
    "bi\u202edi.txt": b"error 1103061\n",
}


@pytest.fixture
def choice(
    tmp_path: Path, qtbot: QtBot, look: Look, recogniser: Recogniser, private_home: Path
) -> Iterator[MemberChoice]:
    path = tmp_path / "logs.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in LOGS.items():
            archive.writestr(name, data)
        archive.writestr("secret.log", b"text")
    packed = bytearray(path.read_bytes())
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(packed)
    with pytest.raises(SeveralMembersError) as caught:
        finish(open_file(path))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = MemberChoice(caught.value, Jobs(window), recogniser, look, window)
    yield made
    with contextlib.suppress(RuntimeError):  # it was left before, and is gone
        made.chooser.reject()
    assert list((private_home / "tmp").glob("*.spool")) == []


def rows(choice: MemberChoice) -> list[tuple[str, ...]]:
    items = [choice.chooser.list.topLevelItem(row) for row in range(choice.chooser.list.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items if item]


def press(choice: MemberChoice, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(choice.chooser.list, key)


def test_each_log_is_shown_with_its_size_and_its_codes(choice: MemberChoice, qtbot: QtBot) -> None:
    assert words(choice.chooser)[0] == "logs.zip holds 6 logs. Tick those to open."
    qtbot.waitUntil(lambda: "…" not in [codes for _, _, codes in rows(choice)], timeout=30_000)
    assert rows(choice) == [
        ("a/one.log", "56 bytes", "1103061, 1102016 and 2 more"),
        ("two.log.gz", f"{len(LOGS['two.log.gz'])} bytes", "1102016"),
        ("three.txt", "13 bytes", "no error code"),
        ("late.txt", "293 KB", "1103064"),
        ("bi\u2426di.txt", "14 bytes", "1103061"),
        ("secret.log", "4 bytes", "needs a password"),
    ]


def test_enter_opens_the_current_log(choice: MemberChoice, qtbot: QtBot) -> None:
    press(choice, Qt.Key.Key_Down)
    with qtbot.waitSignal(choice.chosen) as told:
        press(choice, Qt.Key.Key_Return)
    archive, members = told.args
    assert archive.name == "logs.zip"
    assert [member.name for member in members] == ["two.log.gz"]


def test_space_ticks_and_enter_opens_all_that_are_ticked(choice: MemberChoice, qtbot: QtBot) -> None:
    press(choice, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert choice.chooser.open_button.text() == "Open 2 logs"
    with qtbot.waitSignal(choice.chosen) as told:
        choice.chooser.open_button.click()
    members: list[Member] = told.args[1]
    assert [member.name for member in members] == ["a/one.log", "three.txt"]


def test_what_needs_a_password_cannot_be_chosen(choice: MemberChoice) -> None:
    last = choice.chooser.list.topLevelItem(5)
    assert last is not None
    assert last.isDisabled()


def test_escape_leaves_and_stops_the_work(choice: MemberChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.chooser.finished):
        press(choice, Qt.Key.Key_Escape)


def test_the_list_can_be_heard(choice: MemberChoice) -> None:
    interface = QAccessible.queryAccessibleInterface(choice.chooser.list)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Logs in logs.zip"
