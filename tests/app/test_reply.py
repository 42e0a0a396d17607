"""From a log to an answer: the dialog that writes the reply, driven by keys; the pack for support; the report."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.answer.test_clipping import TOKEN as SECRET
from tests.app.driving import (
    answer_with,
    button,
    clipped,
    codes,
    copy_elsewhere,
    current_line,
    focused,
    name_of,
    pane,
    paste_log,
    press,
    shown_code,
    type_text,
    words,
)
from tests.app.lesson import CAMERA, LOG, SIGNAL, TOKEN
from tests.recognition.shapes import login_call, room
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.reply_dialog import ReplyDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LINES = [*LOG[:3], f"[App] token {SECRET} from 203.0.113.7", *LOG[3:]]
GIVEN_AWAY = '[App] config {"serverSecret":"0f3a9c5b7d1e48628a4c6e0b2d9f1735"}'


@pytest.fixture
def answered(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with a log that has failures and secrets."""
    paste_log(qtbot, window, LINES)
    return window


def opened(qtbot: QtBot, window: MainWindow) -> ReplyDialog:
    """The dialog of the log on show, opened by its key and with the focus."""
    press("Ctrl+R")
    dialog = next(dialog for dialog in window.findChildren(ReplyDialog) if dialog.isVisible())
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and focused().window() is dialog)
    return dialog


def text(dialog: ReplyDialog) -> str:
    return dialog.text.toPlainText()


def chosen(dialog: ReplyDialog) -> str:
    return dialog.subjects.count.text()


def tab_to(wanted: QWidget) -> None:
    """Press Tab until a widget has the focus."""
    for _ in range(40):
        if focused() is wanted:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never leads to {name_of(wanted)}")


def formats() -> dict[str, str]:
    data = QGuiApplication.clipboard().mimeData()
    return {name: bytes(data.data(name).data()).decode() for name in ("text/plain", "text/markdown", "text/html")}


# The story


def test_from_paste_to_copied_reply_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    paste_log(qtbot, window, LINES)
    dialog = opened(qtbot, window)
    assert f"(code {CAMERA})" in text(dialog)
    before = chosen(dialog)
    press("Home", "Space")  # the first failure, the expired token, joins
    assert chosen(dialog) != before
    assert f"(code {TOKEN})" in text(dialog)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert clipped() == text(dialog)
    assert formats()["text/markdown"] == dialog.draft.reply.markdown
    assert formats()["text/html"] == dialog.draft.reply.html
    assert dialog.toast.text.startswith("Copied as text, Markdown and HTML")
    press("Esc")
    assert not dialog.isVisible()
    qtbot.waitUntil(window.isActiveWindow)


def test_one_sitting_from_the_start_to_the_answer_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    """Look a code up, note something on it, bring the log, find the noted code in it, and answer."""
    type_text(str(CAMERA))
    assert shown_code(window) == CAMERA
    press("Ctrl+D", "Ctrl+N")
    type_text("Ask for the system's permission too")
    press("Esc", "Ctrl+K")
    paste_log(qtbot, window, LINES)
    press("Ctrl+K")
    type_text("noted pinned in:log")
    assert codes(window) == [str(CAMERA)]
    dialog = opened(qtbot, window)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert clipped() == text(dialog)
    assert SECRET not in clipped()


def test_enter_in_the_list_copies_too(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    press("Return")
    assert clipped() == text(dialog) != ""


def test_an_escalation_by_keys_alone(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    tab_to(dialog.subjects.all_button)
    press("Space")
    tab_to(dialog.choices.audience.buttons["customer"])
    press("Right", "Space")
    assert "Tried by the customer: {tried}" in text(dialog)
    tab_to(dialog.copy_button)
    press("Space")
    assert "Not filled in yet: {tried}." in words(dialog)
    assert clipped() != text(dialog)
    tab_to(dialog.ask.buttons[1])
    press("Space")
    assert focused() is dialog.choices.tried
    type_text("another browser")
    qtbot.waitUntil(lambda: "Tried by the customer: another browser" in text(dialog))
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert clipped() == text(dialog)
    assert "<token-1>" in clipped()
    assert SECRET not in "".join(formats().values())
    assert dialog.toast.text == "Copied as text, Markdown and HTML, 1 token, 1 client IP masked"


def test_a_gap_can_be_copied_all_the_same(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    dialog.choices.audience.buttons["support"].click()
    dialog.copy()
    assert focused() is dialog.ask.buttons[0]
    press("Space")
    assert "{tried}" in clipped()
    assert not dialog.ask.isVisible()


# What it speaks of


def test_a_failure_that_is_come_to_is_shown_in_the_log_behind(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    press("End")
    last = dialog.draft.situation.failures[-1].failure
    assert current_line(answered) == last.first_line + 1
    press("Home")
    assert current_line(answered) == dialog.draft.situation.failures[0].failure.first_line + 1
    assert focused() is dialog.subjects.failures


def test_a_click_on_the_tick_ticks_and_beside_it_chooses_only(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    rect = dialog.subjects.failures.visualRect(dialog.subjects.model.index(0))
    before = chosen(dialog)
    click = Qt.MouseButton.LeftButton
    QTest.mouseClick(dialog.subjects.failures.viewport(), click, pos=QPoint(100, rect.center().y()))
    assert chosen(dialog) == before
    QTest.mouseClick(dialog.subjects.failures.viewport(), click, pos=QPoint(20, rect.center().y()))
    assert chosen(dialog) != before
    button(dialog, "None").click()
    assert chosen(dialog) == f"0 of {dialog.subjects.model.rowCount()}"
    assert text(dialog).startswith("Please send:")
    button(dialog, "All").click()
    assert chosen(dialog) == f"{dialog.subjects.model.rowCount()} of {dialog.subjects.model.rowCount()}"


def test_what_is_not_to_be_asked_for_is_unticked(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    key, row = next(iter(dialog.subjects.tells.asks.items()))
    ask = next(item.ask for item in dialog.draft.items if item.key == key)
    assert ask in text(dialog)
    row.setFocus()
    press("Space")
    assert ask not in text(dialog)
    assert focused() is row
    press("Space")
    assert ask in text(dialog)


def test_a_log_without_failures_gives_the_question_for_missing_data(qtbot: QtBot, window: MainWindow) -> None:
    paste_log(qtbot, window, [login_call("lesson", 0), room("LOGINED", 0, "lesson")])
    dialog = opened(qtbot, window)
    assert text(dialog).startswith("Thank you for the log.")
    assert chosen(dialog) == "none: the reply asks for more"


def test_without_a_log_it_is_said_what_to_do(window: MainWindow) -> None:
    for keys in ("Ctrl+R", "Ctrl+E", "Ctrl+Shift+E"):
        press(keys)
        assert window.toast.text == "There is no log. Paste one, or open the sample log."
    assert not window.findChildren(ReplyDialog)


def test_a_secret_that_must_be_replaced_is_told_wherever_it_stands(qtbot: QtBot, window: MainWindow) -> None:
    paste_log(qtbot, window, [*LOG, GIVEN_AWAY])
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: "Important: the log contains the ServerSecret of the app." in text(dialog))


# Masks


def test_each_mask_is_told_and_shown_in_every_form(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    button(dialog, "All").click()
    dialog.choices.audience.buttons["support"].click()
    assert {"2 secrets masked", "1 token, 1 client IP"} <= set(words(dialog.masks))
    rows = [action.text() for action in dialog.masks.menu.actions()]
    assert rows == [
        f"<token-1>   token, {len(SECRET)} characters, begins with 04AA",
        "<ip-1>   client IP, 11 characters",
    ]
    for form, label in (("text", "<token-1>"), ("markdown", "<token-1>"), ("html", "&lt;token-1&gt;")):
        dialog.choices.form.choices[form].trigger()
        dialog.masks.menu.actions()[0].trigger()
        assert dialog.text.textCursor().selectedText() == label
        dialog.masks.menu.actions()[0].trigger()  # round and round
        assert dialog.text.textCursor().selectedText() == label
    button(dialog, "Mask IDs too").click()
    assert "room &lt;room-1&gt;" in text(dialog)


def test_masks_are_violet_and_bold_in_both_themes(qtbot: QtBot, answered: MainWindow, look: Look) -> None:
    dialog = opened(qtbot, answered)
    for dark in (False, True):
        look.set_scheme(dark)
        dialog.text.setPlainText("\U0001f389 masked: <token-1>, not <nothing-1>; {tried}")
        formats = dialog.text.document().firstBlock().layout().formats()
        told = [(one.start, one.length, one.format.foreground().color().name()) for one in formats]
        ink = look.color("redact").name(), look.color("degraded").name()
        assert told == [(11, 9, ink[0]), (39, 7, ink[1])]
        assert all(one.format.fontWeight() == 700 for one in formats)


# Edits


def test_edits_survive_and_are_asked_for_once_when_ticks_change(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    written = text(dialog)
    assert not dialog.choices.reset_button.isVisible()
    dialog.text.setFocus()
    press("Ctrl+Home")
    type_text("Hello. ")
    assert text(dialog) == f"Hello. {written}"
    dialog.subjects.failures.setFocus()
    press("Home", "Space")
    assert "You edited the text. Write it anew with this change?" in words(dialog)
    assert text(dialog).startswith("Hello. ")
    button(dialog, "Keep my text").click()
    press("Esc")
    qtbot.waitUntil(answered.isActiveWindow)
    dialog = opened(qtbot, answered)
    dialog.subjects.failures.setFocus()
    press("Space")
    assert not dialog.ask.isVisible()
    assert text(dialog) == f"Hello. {written}"
    dialog.copy()
    assert clipped() == f"Hello. {written}"
    assert formats()["text/html"].startswith("<p>Hello. ")
    button(dialog, "Reset text").click()
    assert not text(dialog).startswith("Hello")
    press("Ctrl+Z")
    assert text(dialog) == f"Hello. {written}"


def test_edits_go_where_that_is_wanted(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    dialog.text.setFocus()
    type_text("x")
    dialog.choices.language.choices["zh"].trigger()
    assert text(dialog).startswith("x")
    button(dialog, "Write anew").click()
    assert text(dialog).startswith("日志显示")
    dialog.text.setFocus()
    press("Ctrl+Home")
    type_text("x")
    press("Backspace")
    dialog.choices.language.choices["en"].trigger()
    assert not dialog.ask.isVisible()  # what is as it was written is no edit
    assert text(dialog).startswith("The log shows")


def test_what_is_copied_out_of_the_text_is_masked(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    dialog.text.setFocus()
    press("Ctrl+A")
    copy_elsewhere(f"token {SECRET}\nsecond <b>line</b>")
    press("Ctrl+V")
    assert text(dialog) == f"token {SECRET}\nsecond <b>line</b>"  # pasted, not opened as a log
    press("Ctrl+A", "Ctrl+C")
    assert clipped() == "token <token-1>\nsecond <b>line</b>"
    dialog.copy()
    assert clipped() == "token <token-1>\nsecond <b>line</b>"
    assert "<p>token &lt;token-1&gt;<br>\nsecond &lt;b&gt;line&lt;/b&gt;</p>" in formats()["text/html"]


# One dialog a log


def test_each_log_has_its_own_dialog_which_goes_with_it(qtbot: QtBot, answered: MainWindow) -> None:
    first = opened(qtbot, answered)
    press("Esc")
    qtbot.waitUntil(answered.isActiveWindow)
    assert opened(qtbot, answered) is first
    press("Esc")
    qtbot.waitUntil(answered.isActiveWindow)
    paste_log(qtbot, answered, [login_call("other", 0), room("LOGIN_FAILED", 1102016, "other")])
    second = opened(qtbot, answered)
    assert second is not first
    assert "1102016" in text(second)
    assert answered.log is list(answered.logs.by_number.values())[1]
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    first.subjects.failures.setFocus()
    press("Home")  # another log is on show: that of the failure comes
    assert answered.log is next(iter(answered.logs.by_number.values()))
    assert current_line(answered) == 3
    for number in list(answered.logs.by_number):
        answered.logs.close(answered.logs.by_number[number])
    QApplication.processEvents()
    assert not [dialog for dialog in answered.findChildren(ReplyDialog) if dialog.isVisible()]


def test_the_dialog_follows_a_log_that_grows(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    log = tmp_path / "console.log"
    log.write_text("".join(f"{line}\n" for line in LOG[:3]), encoding="utf-8")
    window.intake.open_files([log], None)
    qtbot.waitUntil(lambda: not window.logs.running)
    dialog = opened(qtbot, window)
    assert dialog.subjects.model.rowCount() == 1
    assert not dialog.ask.isVisible()
    with log.open("a", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in [*LOG[3:], GIVEN_AWAY]))
    window.actions_by_name["read_on"].trigger()
    qtbot.waitUntil(lambda: not window.logs.running and dialog.ask.isVisible())
    assert "The log has grown since this reply was begun." in words(dialog)
    assert f"(code {CAMERA})" not in text(dialog)
    button(dialog, "Refresh").click()
    assert dialog.subjects.model.rowCount() > 1
    assert f"(code {CAMERA})" in text(dialog)
    qtbot.waitUntil(lambda: "ServerSecret" in text(dialog))


def test_names_in_a_log_that_look_like_html_are_shown_as_they_stand(qtbot: QtBot, window: MainWindow) -> None:
    evil = "<img src=//host/x>"
    paste_log(qtbot, window, [login_call(evil, 0), room("LOGIN_FAILED", TOKEN, evil, "<b>token</b> expired")])
    dialog = opened(qtbot, window)
    assert evil in text(dialog)
    dialog.copy()
    html = formats()["text/html"]
    assert "<img" not in html
    assert "&lt;img src=//host/x&gt;" in html
    dialog.choices.audience.buttons["support"].click()
    tips = [part.toolTip() for part in dialog.subjects.tells.findChildren(QWidget) if "host" in part.toolTip()]
    assert tips
    assert not any("<img" in tip for tip in tips)


def test_a_large_log_is_looked_through_with_a_word_on_how_far_it_is(
    qtbot: QtBot, answered: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    answered.answer_menu.answers.said.connect(said.append)
    monkeypatch.setattr("zegoerr_gui.app.answers._LARGE", 0)
    answered.linked.go_to_code(TOKEN)
    press("Ctrl+Shift+E")
    qtbot.waitUntil(lambda: said[-1:] != [] and "copied for ZEGOCLOUD support" in said[-1])
    assert said[0] == "Looking for secrets in the log, 100 %"
    press("Ctrl+Shift+E")  # it is known by now
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said[2] == said[1]


# The pack for support, and the filter for what ends there


def test_one_key_copies_the_case_of_the_code_on_show(qtbot: QtBot, answered: MainWindow) -> None:
    answered.linked.go_to_code(TOKEN)
    press("Ctrl+Shift+E")
    qtbot.waitUntil(lambda: answered.toast.text.startswith(f"{TOKEN} copied for ZEGOCLOUD support: 1 failure"))
    assert ", 1 token, 1 client IP masked" in answered.toast.text
    assert "missing: " in answered.toast.text
    assert clipped().startswith(f"{TOKEN} ")
    assert "<token-1>" in clipped()
    assert SECRET not in "".join(formats().values())
    assert "{tried}" not in clipped()
    answered.linked.go_to_code(1103052)
    press("Ctrl+Shift+E")
    assert answered.toast.text == "1103052 has no failure in this log."


def test_the_table_filters_to_what_escalates(answered: MainWindow) -> None:
    answered.bar.in_log.setChecked(False)
    answered.actions_by_name["toggle_escalating"].trigger()
    shown = [answered.codes_model.entry(int(code)) for code in codes(answered)]
    assert shown
    assert all(entry.escalate != "none" for entry in shown)
    assert {entry.who_acts for entry in shown} >= {"support", "try-then-support"}
    assert "Escalates to ZEGOCLOUD" in name_of(answered.bar.move_facet)
    answered.actions_by_name["toggle_escalating"].trigger()
    assert len(codes(answered)) == answered.codes_model.total


# The report


@pytest.fixture
def folder_shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were opened."""
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(QUrl(url).toLocalFile()))
    return shown


def name_it(monkeypatch: pytest.MonkeyPatch, name: Path, kind: str = "Page (*.html)") -> None:
    """Let the agent type a name into the dialog of the system."""
    monkeypatch.setattr("zegoerr_gui.app.reports.ask_save_name", lambda *asked: asked[-1](str(name), kind))


@pytest.mark.parametrize(
    ("typed", "kind", "saved", "begins"),
    [
        ("report.html", "Page (*.html)", "report.html", "<!doctype html>"),
        ("report.md", "Page (*.html)", "report.md", "# What the log says"),
        ("report", "Markdown (*.md)", "report.md", "# What the log says"),
        ("report.v2", "Page (*.html)", "report.v2.html", "<!doctype html>"),
    ],
)
def test_a_report_is_saved_masked_and_its_folder_can_be_shown(
    qtbot: QtBot,
    answered: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder_shown: list[str],
    typed: str,
    kind: str,
    saved: str,
    begins: str,
) -> None:
    name_it(monkeypatch, tmp_path / typed, kind)
    pane(answered).strip.report_button.click()
    qtbot.waitUntil(lambda: answered.toast.text == f"Saved as {saved}")
    written = (tmp_path / saved).read_text(encoding="utf-8")
    assert written.startswith(begins)
    assert str(SIGNAL) in written
    assert SECRET not in written
    assert "token-1" in written
    assert "1 token, 1 client IP" in written
    QTest.mouseClick(answered.toast, Qt.MouseButton.LeftButton)
    assert folder_shown == [str(tmp_path)]


def test_a_report_that_cannot_be_saved_is_told_in_a_sentence(
    qtbot: QtBot, answered: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder_shown: list[str]
) -> None:
    name_it(monkeypatch, tmp_path / "nowhere" / "report.html")
    press("Ctrl+E")
    qtbot.waitUntil(lambda: "cannot be written: No such file or directory." in answered.toast.text)
    answered.actions_by_name["show_report"].trigger()
    assert answered.toast.text == "No report was saved yet."
    assert folder_shown == []


# For those who do not see it


def test_all_parts_of_the_dialog_have_names_and_are_reached_by_tab(qtbot: QtBot, answered: MainWindow) -> None:
    dialog = opened(qtbot, answered)
    dialog.choices.audience.buttons["support"].click()
    dialog.subjects.failures.setFocus()
    reached: list[QWidget] = []
    for _ in range(60):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is dialog.subjects.failures:
            break
    names = [name_of(part) for part in reached]
    assert all(names), [part for part in reached if not name_of(part)]
    assert len(set(names)) == len(names)
    parts = [part for part in dialog.findChildren(QAbstractButton) if part.isVisible()]
    unreached = [name_of(part) for part in parts if part not in reached]
    assert [name for name in unreached if not name.startswith("For: ")] == []  # arrows lead from one to the other
    assert (
        dialog.subjects.model.index(0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith(f"{TOKEN} The login token expired")
    )


def test_the_templates_of_a_team_are_used_and_given_back(qtbot: QtBot, answered: MainWindow, tmp_path: Path) -> None:
    page = tmp_path / "customer.en.txt"
    page.write_text("Dear customer of Brightside,\n\n{happened}\n", encoding="utf-8")
    answered.actions_by_name["choose_templates"].trigger()
    answer_with(tmp_path)
    assert answered.toast.text == f"Replies are written with the templates in {tmp_path.name}"
    assert text(opened(qtbot, answered)).startswith("Dear customer of Brightside,")
    page.write_text("Dear {nobody},\n", encoding="utf-8")
    answered.actions_by_name["choose_templates"].trigger()
    answer_with(tmp_path)
    assert "customer.en.txt:1" in answered.toast.text
    assert "nobody" in answered.toast.text
    assert answered.toast.text.endswith("The program's own text is used there.")
    answered.actions_by_name["shipped_templates"].trigger()
    assert answered.toast.text == "Replies are written with the templates that come with the program"
