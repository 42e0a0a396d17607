"""The strip above the log: what failed first, how much there is, how far reading has come."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.app.driving import button, name_of, words
from tests.models.small import scanned
from tests.recognition.shapes import room, stream
from zegoerr_gui.core.answer.verdict import Verdict, verdict
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.verdict_strip import VerdictStrip

FAILED = Verdict("failed", "First error", "1 code in 2,000 lines", 1102016, "The token is wrong", 1233)


class Strip:
    """A strip and what it sent."""

    def __init__(self, look: Look) -> None:
        self.strip = VerdictStrip(look)
        self.sent: list[tuple[str, object]] = []
        for name in ("code_chosen", "line_chosen"):
            getattr(self.strip, name).connect(lambda value, name=name: self.sent.append((name, value)))
        self.strip.progress.cancel_asked.connect(lambda: self.sent.append(("cancel_asked", None)))
        self.strip.close_asked.connect(lambda: self.sent.append(("close_asked", None)))

    def words(self) -> str:
        return " | ".join(words(self.strip))


@pytest.fixture
def strip(look: Look, qtbot: QtBot) -> Strip:
    made = Strip(look)
    qtbot.addWidget(made.strip)
    made.strip.resize(900, 60)
    with qtbot.waitExposed(made.strip):
        made.strip.show()
    return made


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ([room("LOGIN_FAILED", 1102016)], "Failure | 1102016 | The token is wrong | line 1"),
        (
            [stream("PUBLISH_REQUESTING", 1103021)],
            "Still being retried | 1103021 | The connection for publishing failed | line 1",
        ),
        (
            [stream("PUBLISH_REQUESTING", 1103021), stream("PUBLISHING", moment=900)],
            "Recovered | 1103021 | The connection for publishing failed | line 1",
        ),
        (["x", "1104021"], "Perhaps an error | 1104021 | The connection for playing failed | line 2"),
        ([room("LOGIN_FAILED", 1102999)], "Failure | 1102999 | Unknown code | line 1"),
        ([room("LOGINED")], "No error code: what the log shows has worked"),
        (["x"], "No error code in this log"),
    ],
)
def test_a_verdict_in_words(strip: Strip, log: list[str], sentence: str) -> None:
    said = verdict(scanned("\n".join(log)).results)
    strip.strip.show_verdict(said, "my.log")
    parts = words(strip.strip)
    assert " | ".join(part for part in parts if part in sentence.split(" | ")) == sentence
    assert any("my.log" in part for part in parts)
    assert strip.strip.accessibleDescription() == said.sentence


def test_the_code_leads_to_its_entry_and_its_line(strip: Strip) -> None:
    strip.strip.show_verdict(FAILED, "my.log")
    assert "line 1,234" in strip.words()
    QTest.mouseClick(strip.strip.code, Qt.MouseButton.LeftButton)
    assert strip.sent == [("code_chosen", 1102016), ("line_chosen", 1233)]
    QTest.keyClick(strip.strip.code, Qt.Key.Key_Space)
    assert len(strip.sent) == 4


def test_without_a_code_nothing_leads_anywhere(strip: Strip) -> None:
    strip.strip.show_verdict(FAILED, "my.log")
    strip.strip.show_verdict(Verdict("none", "No error code in this log", "0 codes in 1 line"), "my.log")
    assert not strip.strip.code.isVisible()
    assert "1102016" not in strip.words()
    assert "The token is wrong" not in strip.words()
    assert "line 1,234" not in strip.words()


def test_what_was_set_aside_is_counted_and_each_number_leads_to_its_line(strip: Strip) -> None:
    strip.strip.show_aside(
        1_002, {1104021: (2, "named as something other than a code", 4), 1103021: (1_000, "a column", 7)}
    )
    assert "1,002 set aside" in strip.words()
    actions = strip.strip.aside_menu.actions()
    assert [action.text() for action in actions] == [
        "1104021   2×   named as something other than a code",
        "1103021   1000×   a column",
    ]
    actions[1].trigger()
    actions[0].trigger()
    assert strip.sent == [("line_chosen", 7), ("line_chosen", 4)]
    strip.strip.show_aside(0, {})
    assert not strip.strip.aside.isVisible()
    assert not strip.strip.aside_menu.actions()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_the_list_stays_under_the_hand_while_a_log_is_read(strip: Strip) -> None:
    """Counts are told five times a second; a list that is open must not be emptied under the hand."""
    aside = {1104021: (2, "named as something other than a code", 4)}
    strip.strip.show_aside(2, aside)
    strip.strip.aside_menu.popup(strip.strip.mapToGlobal(strip.strip.rect().center()))
    action = strip.strip.aside_menu.actions()[0]
    strip.strip.aside_menu.setActiveAction(action)
    strip.strip.show_aside(2, dict(aside))
    assert strip.strip.aside_menu.isVisible()
    assert strip.strip.aside_menu.activeAction() is not None
    strip.strip.aside_menu.hide()


def test_progress_is_shown_with_a_way_to_stop(strip: Strip) -> None:
    strip.strip.show_verdict(FAILED, "my.log")
    assert "Cancel" not in strip.words()
    for share, said in ((0.0, "Reading, 0 %"), (0.499, "Reading, 49 %"), (1.0, "Reading, 100 %")):
        strip.strip.progress.show_share(share)
        assert said in strip.words()
    QTest.mouseClick(button(strip.strip, "Cancel"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(strip.strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.sent == [("cancel_asked", None), ("close_asked", None)]
    strip.strip.progress.show_share(None)
    assert "Reading" not in strip.words()
    assert "Cancel" not in strip.words()


def test_where_there_is_little_room_the_name_goes_first(strip: Strip, qtbot: QtBot) -> None:
    strip.strip.show_verdict(FAILED, "my.log")
    strip.strip.resize(500, 60)
    assert "The token is wrong" not in strip.words()
    for part in ("First error", "1102016", "line 1,234"):
        assert part in strip.words()
    assert [name_of(part) for part in strip.strip.buttons] == ["Report…", "Reply…", "Close log"]
    assert "Reply…" not in strip.words()
    assert strip.strip.reply_button.toolTip() == "Reply…"
    strip.strip.resize(900, 60)
    assert "The token is wrong" in strip.words()
    assert "Reply…" in strip.words()
    assert strip.strip.minimumSizeHint().width() <= 300


def test_all_that_the_log_says_is_told_where_the_pointer_rests_on_the_sentence(strip: Strip) -> None:
    strip.strip.show_verdict(replace(FAILED, before="Before it, in this order: 1000017 (line 3)"), "my.log")
    assert strip.strip.counts.text().endswith("  ·  Before it, in this order: 1000017 (line 3)")
    strip.strip.show_summary(["The token <i>expired</i>.", "1 failure recovered."])
    for part in (strip.strip.lead, strip.strip.code, strip.strip.name, strip.strip.line):
        assert "The token &lt;i&gt;expired&lt;/i&gt;.\n1 failure recovered." in part.toolTip()


def test_the_log_is_answered_reported_and_closed_from_the_strip(strip: Strip) -> None:
    for name in ("report_asked", "reply_asked"):
        getattr(strip.strip, name).connect(lambda name=name: strip.sent.append((name, None)))
    for part in strip.strip.buttons:
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    assert [name for name, _ in strip.sent] == ["report_asked", "reply_asked", "close_asked"]


def test_counts_that_have_no_room_are_in_the_tooltip(strip: Strip) -> None:
    strip.strip.show_verdict(FAILED, "<b>my.log</b>")
    tip = strip.strip.counts.toolTip()
    assert "1 code in 2,000 lines" in tip
    assert "&lt;b&gt;my.log&lt;/b&gt;" in tip


@pytest.mark.parametrize("kind", ["failed", "retrying", "recovered", "unknown", "possible", "none"])
def test_every_kind_has_its_sign(strip: Strip, look: Look, kind: str) -> None:
    bare = strip.strip.grab().toImage()
    strip.strip.show_verdict(Verdict(kind, "", ""), "")  # type: ignore[arg-type]
    sign = strip.strip.grab().toImage().copy(0, 0, 42, 60)
    assert sign != bare.copy(0, 0, 42, 60)
