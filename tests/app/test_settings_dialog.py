"""Settings, chosen by keyboard alone: what they do at once, and how they go back to what they were."""

from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QSpinBox
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import focused, name_of, paste_log, press, take_turns, type_text, words
from tests.app.lesson import LOG
from zegoerr_gui.app import preferences
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.preferences import AUDIENCE, RAW, TABLE, TEMPLATES, THEME, TIMELINE, WRAP, ZOOM
from zegoerr_gui.app.store import Store
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.core.desk.fault import DeskError
from zegoerr_gui.models.settings import Setting, Settings
from zegoerr_gui.widgets.reply_dialog import ReplyDialog
from zegoerr_gui.widgets.settings_dialog import SettingsDialog


def opened(window: MainWindow) -> SettingsDialog:
    """The dialog, as the key for it opens it."""
    press("Ctrl+,")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    take_turns(dialog.isActiveWindow)
    return dialog


def tab_to(name: str) -> Any:
    """Go on with Tab until a control of this name has the focus."""
    for _ in range(60):
        if name in name_of(focused()):
            return focused()
        press("Tab")
    raise AssertionError(f"Tab never comes to {name}")


def test_every_setting_has_a_row_a_key_of_its_own_and_its_group_once() -> None:
    assert list(TABLE) == [one for one in vars(preferences).values() if isinstance(one, Setting)]
    assert len({one.key for one in TABLE}) == len(TABLE)
    groups = [group for group, _ in groupby(TABLE, lambda one: one.group)]
    assert len(set(groups)) == len(groups)


def test_settings_are_chosen_by_keyboard_and_hold_at_once(window: MainWindow, qtbot: QtBot, store: Path) -> None:
    paste_log(qtbot, window, LOG)
    pane = window.log_pane
    assert pane is not None
    before = focused()
    opened(window)
    assert name_of(focused()) == "Colours: As the system"
    press("Right", "Right")
    assert window._look.dark
    tab_to("Size of the text")
    press("Up", "Up")
    assert window._look.zoom == 1.1**2
    plain = [part for part in QApplication.allWidgets() if not part.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    assert {part.font().pointSizeF() for part in plain if part.isVisible()} == {window._look.font().pointSizeF()}
    tab_to("Show the timeline")
    press("Space")
    assert not window.actions_by_name["show_timeline"].isChecked()
    tab_to("raw")
    press("Space")
    tab_to("Break the current line")
    press("Space")
    assert pane.head.raw.isChecked()
    assert not pane.line.wrap_button.isChecked()
    tab_to("Lines around those shown")
    press("Right", "Right")
    assert (pane.choice.around, pane.shown_bar.around[3].isChecked()) == (3, True)
    tab_to("Written for: Customer")
    press("Right")
    press("Esc")
    take_turns(window.isActiveWindow)
    assert focused() is before
    kept = Settings(TABLE, Store(store))
    changed: list[Setting[Any]] = [THEME, ZOOM, TIMELINE, RAW, WRAP, AUDIENCE]
    assert [kept.get(one) for one in changed] == ["dark", 2, False, True, False, "support"]


def test_every_setting_can_be_seen_without_scrolling(window: MainWindow) -> None:
    dialog = opened(window)
    (area,) = dialog.findChildren(QScrollArea)
    assert not area.verticalScrollBar().maximum()


def test_what_is_remembered_is_switched_off_and_forgotten_here_too(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(desk=Desk(tmp_path / "desk"))
    desk, other = window.desk.shared.desk, Desk(tmp_path / "desk")
    desk.remember("query", "camera")
    opened(window)
    box = tab_to("Remember recent logs and queries")
    assert box.isChecked()
    press("Space")
    other.refresh()
    assert (desk.remembering, other.remembering, other.recent("query")) == (False, False, ())
    press("Esc")
    take_turns(window.isActiveWindow)
    other.set_remembering(True)
    opened(window)
    assert tab_to("Remember recent logs and queries").isChecked()
    other.close()


def test_a_switch_that_cannot_be_kept_stays_where_it_was(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise DeskError("The disk is full.")

    window = make_window(desk=Desk(tmp_path / "desk"))
    monkeypatch.setattr(window.desk.shared.desk, "set_remembering", refuse)
    opened(window)
    box = tab_to("Remember recent logs and queries")
    press("Space")
    assert box.isChecked()
    assert window.notice.text.text() == "The disk is full."


def test_a_log_and_a_reply_begin_as_the_settings_say(make_window: MakeWindow, qtbot: QtBot, store: Path) -> None:
    store.parent.mkdir(parents=True)
    store.write_text(
        "[General]\n[log]\nraw=on\nwrap=off\naround=10\n[reply]\naudience=support\nlanguage=zh\nform=html\nids=on\n",
        encoding="utf-8",
    )
    window = make_window()
    paste_log(qtbot, window, LOG)
    pane = window.log_pane
    assert pane is not None
    assert (pane.head.raw.isChecked(), pane.line.wrap_button.isChecked(), pane.choice.around) == (True, False, 10)
    press("Ctrl+R")
    (dialog,) = window.findChildren(ReplyDialog)
    draft = dialog.draft
    assert (draft.audience, draft.language, draft.form, draft.masks_ids) == ("support", "zh", "html", True)
    assert (dialog.choices.audience.value, dialog.choices.form.text(), dialog.choices.language.text()) == (
        "support",
        "HTML",
        "中文",
    )
    assert dialog.masks.ids.isChecked()


def test_one_setting_or_all_go_back_to_what_they_were(window: MainWindow) -> None:
    settings = window.settings
    settings.set(ZOOM, 3)
    settings.set(WRAP, False)
    settings.set(THEME, "dark")
    dialog = opened(window)
    assert [key for key, reset in dialog.resets.items() if reset.isVisible()] == ["theme", "zoom", "log/wrap"]
    tab_to("Reset: Size of the text")
    press("Space")
    box = dialog.controls["zoom"]
    assert isinstance(box, QSpinBox)
    assert (settings.get(ZOOM), box.value(), focused(), window._look.zoom) == (0, 0, box, 1)
    assert settings.get(THEME) == "dark"
    tab_to("Reset all")
    press("Space")
    assert all(map(settings.is_default, TABLE))
    assert not [reset for reset in dialog.resets.values() if reset.isVisible()]
    assert not dialog.reset_button.isEnabled()
    assert not window._look.dark


def test_it_follows_what_is_changed_elsewhere(window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(window)
    assert f"Each holds at once and is kept in {window.applied._store.file}." in words(dialog)
    window.settings.set(TEMPLATES, tmp_path / "ours & theirs")
    button = dialog.controls["templates"]
    assert isinstance(button, QPushButton)
    assert button.text() == "ours && theirs"
    window.settings.set(TEMPLATES, None)
    assert button.text() == "Choose…"


def test_a_number_is_typed_and_kept_within_its_bounds(window: MainWindow) -> None:
    opened(window)
    tab_to("Size of the text")
    press("Ctrl+A")
    type_text("9")
    assert window.settings.get(ZOOM) == 0
    press("Ctrl+A")
    type_text("8")
    press("Esc")
    assert (window.settings.get(ZOOM), window._look.zoom) == (8, 1.1**8)


def test_where_the_disk_refuses_it_says_so(make_window: MakeWindow, store: Path) -> None:
    store.parent.parent.mkdir(parents=True)
    store.parent.write_text("a file where a folder belongs")
    window = make_window()
    window.actions_by_name["theme_dark"].trigger()
    assert window._look.dark
    assert f"{store} cannot be written: settings hold until the window is closed." in words(opened(window))


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_what_the_command_line_asked_for_is_ticked_but_not_kept(make_window: MakeWindow, chosen: str) -> None:
    window = make_window()
    assert window.actions_by_name["theme_light"].isChecked()
    assert window.settings.get(THEME) == "system"
    window.actions_by_name[f"theme_{chosen}"].trigger()
    assert window.settings.get(THEME) == chosen
