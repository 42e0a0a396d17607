"""The detail: everything about one code, from what the log says of it to what to answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.app.driving import words
from tests.models.small import ENTRIES, PACK, picture, scanned, small_catalogue
from tests.recognition.shapes import room, sdk, stream
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import (
    ConsoleText,
    Entry,
    Formerly,
    Link,
    Step,
    Twin,
    Variant,
    When,
)
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.widgets.buttons import FlatButton
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.detail_pane import DetailPane
from zegoerr_gui.widgets.disclosure import Disclosure
from zegoerr_gui.widgets.look import Look

FULL = Entry(
    1102077,
    "Everything is wrong",
    "try-then-support",
    "degraded",
    family="room",
    causes=("The first cause.", "The second cause."),
    steps=(Step("Do this.", for_cause=1), Step("Then that.")),
    collect=("app-id", "time", "no-such-item"),
    escalate="investigate",
    apis=("loginRoom", "logoutRoom"),
    parameters=("roomID",),
    arrives=("thrown", "someCallback"),
    sdk_messages=("all wrong", "all wrong"),
    console_texts=(ConsoleText("wrong in the console"),),
    browser_errors=("NotAllowedError",),
    server_codes=(50119, 50120),
    twin=Twin(1103021, "It differs."),
    related=(1002011, 9999999),
    confused_with=(1102016,),
    variants=(Variant(When(sdk="<3.0.0"), "Something else is wrong", ("An old cause.",), (Step("An old step."),)),),
    formerly=(Formerly(1002011, "3.9.0"),),
    platforms=("web", "mini-program"),
    links=(Link("A page", "https://example.invalid/page"),),
    notes=("A note.",),
    source_notes=("A note about the source.",),
)


class Detail:
    """A pane in a window with a field, and what it sent."""

    def __init__(self, look: Look) -> None:
        self.catalogue = small_catalogue([*ENTRIES, FULL])
        self.pane = DetailPane(self.catalogue, look)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.field = QLineEdit()
        column.addWidget(self.field)
        column.addWidget(self.pane)
        self.window.resize(460, 2_000)
        self.sent: list[tuple[str, object]] = []
        for name in ("code_chosen", "words_chosen", "line_chosen", "copy_asked"):
            getattr(self.pane, name).connect(lambda value, name=name: self.sent.append((name, value)))
        for name in ("back_asked", "forward_asked"):
            getattr(self.pane, name).connect(lambda name=name: self.sent.append((name, None)))

    def show(self, entry: Entry | int, finding: Finding | None = None) -> str:
        """Show an entry; returns every word on the pane, a line each."""
        self.pane.show_entry(self.entry(entry), finding)
        for _ in range(3):  # lay out, then show what was laid out
            QApplication.processEvents()
        return "\n".join(words(self.pane))

    def entry(self, entry: Entry | int) -> Entry:
        if isinstance(entry, Entry):
            return entry
        return self.catalogue.get(entry) or self.catalogue.unlisted(entry)

    def chips(self) -> list[Chip]:
        parts = self.pane.told, self.pane.sections
        return [chip for part in parts for chip in part.findChildren(Chip) if chip.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        buttons = self.pane.findChildren(QAbstractButton)
        return next(button for button in buttons if button.isVisible() and button.accessibleName() == name)


@pytest.fixture
def detail(look: Look, qtbot: QtBot) -> Detail:
    made = Detail(look)
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
    made.field.setFocus()
    return made


def finding(log: str, code: int) -> Finding:
    return next(one for one in scanned(log).results.findings() if one.code == code)


# Pictures


def test_a_small_entry(detail: Detail) -> None:
    assert detail.show(1002011) == picture(
        """
        1002011
        The room ID is empty
        Add a note
        Cause
        Nothing was passed.
        What to do
        1.
        Pass a room ID.
        2.
        Log in again.
        Related
        1102016
        APIs
        loginRoom · 2
        The SDK says
        room ID is empty
        Version history
        1102077
        Everything is wrong
        Before SDK 3.9.0 this error was sent as 1002011.
        About the family Room
        They come from loginRoom.
        A rule of rooms.
        Codes of the family · 4
        The page, 2025-01-21, with texts from SDK 3.12.0
        Copy as reply
        Text
        Markdown
        """
    )


def test_an_entry_that_has_everything(detail: Detail) -> None:
    assert detail.show(FULL) == picture(
        """
        1102077
        Everything is wrong
        Add a note
        Cause
        The first cause.
        The second cause.
        What to do
        1.
        Do this. (for cause 1)
        2.
        Then that.
        Escalation
        Escalate to ZEGOCLOUD technical support with: AppID, Time, no-such-item
        Good to know
        A note.
        Before SDK 3.0.0
        Something else is wrong
        An old cause.
        An old step.
        Holds for
        Web
        Mini Program
        Same error when playing
        1103021
        The connection for publishing failed
        It differs.
        Easily confused with
        1102077
        1102016
        Everything is wrong
        The token is wrong
        Cause
        –
        The first cause.
        The second cause.
        Next move
        Try first, then ZEGOCLOUD
        ZEGOCLOUD support: Switch on tokens
        First step
        –
        Do this. (for cause 1)
        Text of the SDK
        –
        all wrong
        wrong in the console
        NotAllowedError
        Severity
        Works, but poorly
        Failure
        Calls
        –
        loginRoom, logoutRoom
        Where it arrives
        –
        the value a call throws, someCallback
        Related
        1002011
        APIs
        loginRoom · 2
        logoutRoom · 1
        Parameters
        roomID · 1
        Where it arrives
        the value a call throws
        someCallback · 1
        The SDK says
        all wrong
        wrong in the console
        NotAllowedError
        Server codes that end in it
        50119, 50120
        Version history
        1002011
        The room ID is empty
        Before SDK 3.9.0 this error was sent as 1002011.
        About the family Room
        They come from loginRoom.
        A rule of rooms.
        Codes of the family · 4
        About the source
        A note about the source.
        Links to copy
        A page: https://example.invalid/page
        The page, 2025-01-21, with texts from SDK 3.12.0
        Copy as reply
        Text
        Markdown
        """
    )


def test_an_unknown_code_says_what_is_known_and_what_is_near(detail: Detail) -> None:
    assert detail.show(1102999).split("\n")[:8] == [
        "1102999",
        "Unknown code",
        "Add a note",
        "What is known",
        "No catalogue has this code. By its digits it belongs to the family Room.",
        "Nearest codes",
        "1102077",
        "1102016",
    ]
    assert "No catalogue has this code. It may belong to another product." in detail.show(6000121)
    assert [chip.text() for chip in detail.chips()] == []


def test_what_the_log_says_comes_before_the_cause(detail: Detail) -> None:
    log = "\n".join(
        [
            stream("PUBLISH_REQUESTING", 1103021, reason="ice broken", moment=0),
            stream("PUBLISHING", moment=500),
            "[App] quiet",
            stream("NO_PUBLISH", 1103021, reason="publisher retry timeout", moment=9_000),
        ]
    )
    shown = detail.show(1103021, finding(log, 1103021)).split("\n")
    assert shown[3:18] == [
        "2 failures, told in 2 places",
        "1 of 2",
        "First",
        "line 1, 10:00:00.000",
        "Last",
        "line 4, 10:00:09.000",
        "Outcome",
        "failed, not recovered",
        "This one",
        "line 1, 10:00:00.000, 1 place, recovered",
        "stream s1",
        "Evidence",
        "The log adds",
        "ice broken",
        "publisher retry timeout",
    ]


def test_each_of_several_failures_tells_its_span(detail: Detail) -> None:
    loop = [stream("PUBLISH_REQUESTING", 1103021, moment=5000 * step) for step in range(3)]
    log = "\n".join([*loop, stream("PUBLISHING", moment=15_000), stream("NO_PUBLISH", 1103021, moment=30_000)])
    found = finding(log, 1103021)
    assert "line 1 to 3, 10:00:00.000, 10.000 s, 3 places, recovered" in detail.show(1103021, found).split("\n")
    later = next(one for one in detail.pane.findChildren(FlatButton) if one.accessibleName() == "Next failure")
    later.click()
    assert any(text.startswith("line 5, 10:00:30.000, 1 place, failed, not") for text in words(detail.pane))


@pytest.mark.parametrize(
    ("log", "outcome"),
    [
        ([stream("PUBLISH_REQUESTING", 1103021)], "being retried, no success after it"),
        ([stream("PUBLISH_REQUESTING", 1103021), stream("PUBLISHING", moment=900)], "recovered"),
        ([stream("NO_PUBLISH", 1103021)], "failed, not recovered"),
        ([sdk('told {"errorCode":1103021}')], "the log does not tell"),
    ],
)
def test_outcomes_in_words(detail: Detail, log: list[str], outcome: str) -> None:
    assert outcome in detail.show(1103021, finding("\n".join(log), 1103021)).split("\n")


def test_of_many_additions_some_are_shown(detail: Detail) -> None:
    log = "\n".join(stream("NO_PUBLISH", 1103021, reason=f"reason {at}", moment=at * 9_000) for at in range(30))
    shown = detail.show(1103021, finding(log, 1103021))
    assert shown.count("reason ") == 8


# Where it leads


def test_chips_lead_to_other_codes_and_to_all_codes_that_share_something(detail: Detail) -> None:
    detail.show(FULL)
    for chip in detail.chips():
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert detail.sent == [
        ("code_chosen", 1103021),
        ("code_chosen", 1102016),
        ("code_chosen", 1002011),
        ("words_chosen", "api:loginRoom"),
        ("words_chosen", "api:logoutRoom"),
        ("words_chosen", "parameter:roomID"),
        ("words_chosen", "api:someCallback"),
        ("code_chosen", 1002011),
        ("words_chosen", "family:room"),
    ]
    assert detail.field.hasFocus()
    names = [chip.accessibleName() for chip in detail.chips()]
    assert names[:3] == [
        "1103021 The connection for publishing failed",
        "1102016 The token is wrong, easily confused",
        "1002011 The room ID is empty",
    ]


def test_buttons_ask_for_copies_and_for_the_codes_before_and_after(detail: Detail) -> None:
    detail.show(FULL)
    names = [
        "Copy the code",
        "Back",
        "Forward",
        *(f"Copy the entry as {form}" for form in ("reply", "text", "markdown")),
    ]
    for name in names:
        QTest.mouseClick(detail.button(name), Qt.MouseButton.LeftButton)
    assert detail.sent == [
        ("copy_asked", "code"),
        ("back_asked", None),
        ("forward_asked", None),
        ("copy_asked", "reply"),
        ("copy_asked", "text"),
        ("copy_asked", "markdown"),
    ]


def test_each_failure_is_a_step_away(detail: Detail) -> None:
    log = "\n".join(room("LOGIN_FAILED", 1102016, moment=at * 9_000) for at in range(3))
    detail.show(1102016, finding(log, 1102016))
    shown = []
    for name in ("Next failure", "Next failure", "Next failure", "Previous failure"):
        QTest.mouseClick(detail.button(name), Qt.MouseButton.LeftButton)
        shown.append((detail.sent[-1][1], next(text for text in words(detail.pane) if " of " in text)))
    assert shown == [(1, "2 of 3"), (2, "3 of 3"), (0, "1 of 3"), (2, "3 of 3")]


def test_one_failure_has_no_steps(detail: Detail) -> None:
    shown = detail.show(1102016, finding(room("LOGIN_FAILED", 1102016), 1102016))
    assert "1 of 1" not in shown
    assert not any(button.accessibleName() == "Next failure" for button in detail.pane.findChildren(QAbstractButton))
    assert "1 failure, told in 1 place" in shown


# While it changes


def test_the_same_entry_keeps_its_place_and_another_begins_at_the_top(detail: Detail, qtbot: QtBot) -> None:
    detail.window.resize(460, 320)
    detail.show(FULL)
    bar = detail.pane.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(150)
    detail.show(FULL, finding(room("LOGIN_FAILED", 1102016), 1102016))
    assert bar.value() == 150
    detail.show(1002011)
    assert bar.value() == 0


def test_the_same_entry_again_changes_nothing(detail: Detail) -> None:
    detail.show(FULL)
    before = detail.chips()
    detail.show(FULL)
    assert [id(chip) for chip in detail.chips()] == [id(chip) for chip in before]


def test_entries_shown_one_after_another_open_no_windows(detail: Detail, qtbot: QtBot) -> None:
    """Badges and chips of the entry before must not come up as windows of their own."""
    windows = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    opened: list[QWidget] = []
    for code in (1002011, 1102016, FULL.code, 1002011):
        detail.pane.show_entry(detail.entry(code), None)
        opened += [one for one in QApplication.topLevelWidgets() if one.isVisible() and id(one) not in windows]
    for _ in range(5):
        QApplication.processEvents()
        opened += [one for one in QApplication.topLevelWidgets() if one.isVisible() and id(one) not in windows]
    assert not opened
    assert detail.window.isActiveWindow()
    assert detail.field.hasFocus()


def test_counts_that_rise_leave_the_focus_in_the_pane(detail: Detail, qtbot: QtBot) -> None:
    """While a log is read the pane is filled anew five times a second."""
    lines = [room("LOGIN_FAILED", 1102016, moment=at * 9_000) for at in range(3)]
    detail.show(1102016, finding("\n".join(lines[:2]), 1102016))
    detail.button("Next failure").setFocus()
    detail.show(1102016, finding("\n".join(lines), 1102016))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert detail.pane.isAncestorOf(focus)


def test_what_is_long_about_a_family_is_folded_until_it_is_wanted(look: Look, qtbot: QtBot) -> None:
    rule = "A rule of rooms that needs many words before it has said what it has to say. " * 5
    families = tuple(replace(family, rules=(rule,)) for family in PACK.families)
    pane = DetailPane(Catalogue(replace(PACK, families=families), ENTRIES), look)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_entry(ENTRIES[1], None)
    qtbot.waitUntil(lambda: "Codes of the family · 3" in words(pane))
    fold = pane.findChildren(Disclosure)[0]
    assert rule.strip() not in words(pane)
    assert fold.header.accessibleName() == "About the family Room, folded"
    QTest.keyClick(fold.header, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rule.strip() in words(pane))
    assert fold.header.accessibleName() == "About the family Room, shown"
    pane.show_entry(ENTRIES[2], None)  # another code of the family: as the agent left it
    qtbot.waitUntil(lambda: rule.strip() in words(pane))
    QTest.keyClick(pane.sections.findChildren(Disclosure)[0].header, Qt.Key.Key_Space)
    assert rule.strip() not in words(pane)


def test_nothing_of_the_entry_before_stays(detail: Detail, qtbot: QtBot) -> None:
    for _ in range(3):
        detail.show(FULL)
        detail.show(1002011)
    qtbot.wait(5)
    assert len(detail.pane.sections.findChildren(Chip)) == len(detail.chips())
    assert detail.show(0).split("\n")[:2] == ["0", "Success"]


@pytest.mark.parametrize("width", [320, 400, 800])
def test_texts_wrap_instead_of_running_out_of_the_pane(detail: Detail, qtbot: QtBot, width: int) -> None:
    long = "A sentence that is far too long for any pane, with words of ordinary length in it. " * 4
    detail.window.resize(width + 30, 700)
    detail.show(
        Entry(1102077, long, "device", "failure", family="room", causes=(long,), steps=(Step(long),), apis=("a" * 200,))
    )
    area = detail.pane.area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() >= 0)
    assert detail.pane.sections.width() <= area.viewport().width()
    assert all(chip.width() <= area.viewport().width() for chip in detail.chips())


def test_the_pane_of_an_unfilled_catalogue_still_shows_a_code(look: Look, qtbot: QtBot) -> None:
    pane = DetailPane(small_catalogue([]), look)
    qtbot.addWidget(pane)
    assert PACK.family_of(1102016) is not None
    pane.show_entry(small_catalogue([]).unlisted(1102016), None)
    pane.show()
    QApplication.processEvents()
    assert words(pane)[:2] == ["1102016", "Unknown code"]
