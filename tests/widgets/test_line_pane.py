"""The current line laid out: its marks and colours where they belong, its names beside it, nothing of it obeyed."""

import itertools

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.app.driving import clipped, press, words
from tests.models.small import scanned, small_catalogue
from tests.recognition.shapes import in_json, red, room, stream
from zegoerr_gui.core.log.find import Words
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.models.line_view import Mark
from zegoerr_gui.models.unfolded import Unfolded, unfold_line
from zegoerr_gui.widgets.line_pane import LinePane
from zegoerr_gui.widgets.look import Look

PARTY = "\U0001f389"


def name_of(code: int) -> str:
    entry = small_catalogue().get(code)
    return entry.description if entry else ""


def unfolded(text: str) -> Unfolded:
    scan = scanned(text)
    return unfold_line(scan.lines, scan.results, 0, None)


@pytest.fixture
def pane(look: Look, qtbot: QtBot) -> LinePane:
    made = LinePane(look, name_of)
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitActive(made):
        made.show()
    return made


def runs(pane: LinePane) -> list[tuple[str, QTextCharFormat]]:
    """Every coloured piece of the text on show, as Qt paints it: Qt counts in UTF-16 units."""
    pane.text.viewport().grab()  # blocks are coloured when they are painted
    found = []
    block: QTextBlock = pane.text.document().firstBlock()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        for run in block.layout().formats():
            piece = text[2 * run.start : 2 * (run.start + run.length)].decode("utf-16-le")
            found.append((piece, QTextCharFormat(run.format)))
        block = block.next()
    return found


def marked(pane: LinePane, look: Look) -> list[tuple[str, str]]:
    """What stands in marks, and in what kind."""
    found = []
    for piece, style in runs(pane):
        if style.background().style() == Qt.BrushStyle.SolidPattern:
            selected = style.background().color() == look.color("mark_selected")
            assert selected or style.background().color() == look.color("mark")
            found.append((piece, "current" if selected else "filled"))
        elif style.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline:
            dotted = style.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
            found.append((piece, "dotted" if dotted else "underlined"))
    return found


def marked_codes(pane: LinePane, look: Look) -> list[str]:
    """What stands underlined or filled as evidence."""
    marks = [look.color(token) for token in ("mark", "mark_selected")]
    underlined = QTextCharFormat.UnderlineStyle.NoUnderline
    return [
        piece
        for piece, style in runs(pane)
        if style.background().color() in marks or style.underlineStyle() != underlined
    ]


# What it shows


def test_a_line_with_its_number_its_level_and_the_reason(pane: LinePane) -> None:
    shown = unfolded(room("LOGIN_FAILED", 1102016))
    pane.show_line(1234, shown, shown.marks[0], "the code of a room's state change")
    assert words(pane) == ["Line 1,234", "the code of a room's state change", "Wrap"]
    assert (pane.level.isVisible(), pane.level.accessibleName()) == (True, "in an error line")
    assert pane.text.toPlainText() == shown.text


@pytest.mark.parametrize(
    ("level", "name"),
    [
        (Evidence.CERTAIN, "in an error line"),
        (Evidence.LIKELY, "looks like an error"),
        (Evidence.POSSIBLE, "only a number"),
        (Evidence.UNLIKELY, ""),
        (None, ""),
    ],
)
def test_the_level_is_told_in_words(pane: LinePane, level: Evidence | None, name: str) -> None:
    mark = None if level is None else Mark(0, 7, 1102016, level)
    pane.show_line(1, Unfolded("1102016", (mark,) if mark else ()), mark, "")
    assert pane.level.accessibleName() == name
    assert pane.level.isVisible() == bool(name)


def test_another_line_takes_the_place_of_the_first(pane: LinePane, look: Look) -> None:
    shown = unfolded(room("LOGIN_FAILED", 1102016))
    pane.show_line(1, shown, shown.marks[0], "a reason")
    pane.show_line(2, Unfolded("quiet", ()), None, "")
    assert (words(pane), pane.text.toPlainText(), marked(pane, look)) == (["Line 2", "Wrap"], "quiet", [])
    assert not pane.level.isVisible()


# Marks


@pytest.mark.parametrize("before", ["", "房间", PARTY, PARTY * 7, "e\u0301" + PARTY, "\u202e" + PARTY])
@pytest.mark.parametrize("depth", [0, 1])
def test_marks_lie_on_the_code_whatever_stands_before_it(pane: LinePane, look: Look, before: str, depth: int) -> None:
    for line in (
        f"{before} errorCode: 1102016 {before}",
        in_json(room("LOGIN_FAILED", 1102016, name=before or "r1"), depth),
    ):
        shown = unfolded(line)
        pane.show_line(1, shown, shown.marks[0], "")
        assert [piece for piece, _ in marked(pane, look)] == ["1102016"]
        at = pane.text.textCursor().position()  # in UTF-16 units, too
        behind = pane.text.toPlainText().encode("utf-16-le")[2 * at :].decode("utf-16-le")
        assert behind.startswith("1102016")


def test_each_level_has_its_mark_and_the_current_one_is_the_stronger(pane: LinePane, look: Look) -> None:
    text = "1102016 1104021 1103021 1002011"
    levels = (Evidence.CERTAIN, Evidence.CERTAIN, Evidence.LIKELY, Evidence.POSSIBLE)
    marks = tuple(Mark(8 * at, 8 * at + 7, 1102016, level) for at, level in enumerate(levels))
    pane.show_line(1, Unfolded(text, marks), marks[1], "")
    assert marked(pane, look) == [
        ("1102016", "filled"),
        ("1104021", "current"),
        ("1103021", "underlined"),
        ("1002011", "dotted"),
    ]
    pane.show_line(1, Unfolded(text, marks), marks[0], "")
    assert [kind for _, kind in marked(pane, look)] == ["current", "filled", "underlined", "dotted"]


def test_a_text_is_marked_as_a_code_is(pane: LinePane, look: Look) -> None:
    shown = unfolded(red("room ID is empty"))
    pane.show_line(1, shown, shown.marks[0], "")
    assert marked(pane, look) == [("room ID is empty", "underlined")]


def test_a_mark_far_down_is_brought_into_sight(pane: LinePane) -> None:
    text = "x\n" * 500 + "errorCode: 1102016"
    mark = Mark(len(text) - 7, len(text), 1102016, Evidence.LIKELY)
    pane.show_line(1, Unfolded(text, (mark,)), mark, "")
    assert pane.text.viewport().rect().contains(pane.text.cursorRect().center())
    assert pane.text.verticalScrollBar().value() > 100


# Colours


@pytest.mark.parametrize("dark", [False, True])
def test_json_is_coloured_also_behind_emoji(pane: LinePane, look: Look, dark: bool) -> None:
    look.set_scheme(dark)
    shown = unfolded(f'{{"{PARTY}key":"{PARTY}value","other":[12.5,"a"],"b":-7}}')
    pane.show_line(1, shown, None, "")
    tokens = {look.color(token).name(): token for token in ("json_key", "json_string", "json_number")}
    coloured = [(piece, tokens[style.foreground().color().name()]) for piece, style in runs(pane)]
    assert coloured == [
        (f'"{PARTY}key"', "json_key"),
        (f'"{PARTY}value"', "json_string"),
        ('"other"', "json_key"),
        ("12.5", "json_number"),
        ('"a"', "json_string"),
        ('"b"', "json_key"),
        ("-7", "json_number"),
    ]


def test_colours_follow_the_look(pane: LinePane, look: Look) -> None:
    shown = unfolded(room("LOGIN_FAILED", 1102016))
    pane.show_line(1, shown, shown.marks[0], "")
    size = pane.text.font().pointSizeF()
    look.set_scheme(True)
    look.set_zoom(4)
    assert marked(pane, look) == [("1102016", "current")]
    assert pane.text.font().pointSizeF() > size


def test_a_very_long_line_is_coloured_at_its_beginning_and_marked_everywhere(pane: LinePane, look: Look) -> None:
    text = '"a" ' * 15_000 + "errorCode: 1102016"
    mark = Mark(len(text) - 7, len(text), 1102016, Evidence.CERTAIN)
    pane.show_line(1, Unfolded(text, (mark,)), mark, "")
    assert len(runs(pane)) < 1_100
    assert marked(pane, look) == [("1102016", "current")]


# Names beside the codes


def test_the_name_of_a_code_is_painted_beside_it_and_never_copied(look: Look, qtbot: QtBot) -> None:
    pictures = []
    for names in (name_of, lambda _: ""):
        pane = LinePane(look, names)
        qtbot.addWidget(pane)
        pane.resize(900, 300)
        with qtbot.waitActive(pane):
            pane.show()
        shown = unfolded(stream("NO_PUBLISH", 1103021))
        pane.show_line(1, shown, shown.marks[0], "")
        pictures.append(pane.text.viewport().grab().toImage())
        pane.text.setFocus()
        press("Ctrl+A", "Ctrl+C")
        assert clipped() == shown.text
    assert pictures[0] != pictures[1]


def test_names_of_several_codes_in_one_line_stand_beside_each_other(look: Look, qtbot: QtBot) -> None:
    """Not on top of each other: what the second one is called changes nothing where the first one's name stands."""
    pictures = []
    for second in ("BBBB", "CCCCCCCC"):
        pane = LinePane(look, {1102016: "AAAA", 1002011: second}.__getitem__)
        qtbot.addWidget(pane)
        pane.resize(900, 300)
        with qtbot.waitActive(pane):
            pane.show()
        shown = unfolded("zego: error 1102016, error 1002011")
        pane.show_line(1, shown, shown.marks[0], "")
        pictures.append(pane.text.viewport().grab().toImage())
    text = QFontMetricsF(look.mono()).horizontalAdvance("zego: error 1102016, error 1002011")
    name = QFontMetricsF(look.font(-1)).horizontalAdvance("1102016 AAAA")
    first_name = QRect(0, 0, round(text + name) + 24, pictures[0].height())
    assert pictures[0].copy(first_name) == pictures[1].copy(first_name)
    assert pictures[0] != pictures[1]


# What is sought, and long lines


def test_what_is_sought_is_told_apart_from_marks(pane: LinePane, look: Look) -> None:
    shown = unfolded(f"{PARTY} errorCode: 1102016 for Room and room")
    pane.text.seek(Words("room", False))
    pane.show_line(1, shown, shown.marks[0], "")

    def hits() -> list[str]:
        return [piece for piece, style in runs(pane) if style.background().color() == look.color("accent")]

    assert hits() == ["Room", "room"]
    assert marked_codes(pane, look) == ["1102016"]
    pane.text.seek(Words("1102", False))
    assert hits() == ["1102"]
    pane.text.seek(None)
    assert hits() == []


def test_what_is_sought_is_brought_into_sight_unless_a_mark_was_gone_to(pane: LinePane) -> None:
    text = "errorCode: 1102016\n" + f"x {PARTY}\n" * 500 + f"{PARTY} needle"
    mark = Mark(11, 18, 1102016, Evidence.LIKELY)
    pane.text.seek(Words("needle", False))
    pane.show_line(1, Unfolded(text, (mark,)), mark, "", to_hit=True)
    assert pane.text.textCursor().block().text() == f"{PARTY} needle"
    assert pane.text.viewport().rect().contains(pane.text.cursorRect().center())
    pane.show_line(1, Unfolded(text, (mark,)), mark, "")
    assert pane.text.textCursor().blockNumber() == 0
    pane.text.seek(Words("no such thing", False))
    pane.show_line(1, Unfolded(text, (mark,)), mark, "", to_hit=True)
    assert pane.text.textCursor().position() == 11


def test_looking_for_the_first_hit_of_a_hard_pattern_ends_soon(pane: LinePane, monkeypatch: pytest.MonkeyPatch) -> None:
    """By this clock each block takes a fortieth of a second to look at."""
    clock = itertools.count(step=0.025)
    monkeypatch.setattr("zegoerr_gui.widgets.line_text.perf_counter", lambda: next(clock))
    pane.text.seek(Words("needle", False))
    pane.show_line(1, Unfolded("x\n" * 3 + "needle"), None, "", to_hit=True)
    assert pane.text.textCursor().blockNumber() == 3
    pane.show_line(1, Unfolded("x\n" * 100 + "needle"), None, "", to_hit=True)
    assert pane.text.textCursor().blockNumber() == 0


def test_of_many_blocks_only_those_on_show_are_coloured(pane: LinePane) -> None:
    marks = tuple(Mark(16 * at + 1, 16 * at + 8, 1102016, Evidence.CERTAIN) for at in range(20_000))
    text = '"1102016": true\n' * 20_000
    pane.show_line(1, Unfolded(text, marks), marks[15_000], "")
    coloured = runs(pane)
    assert 0 < len(coloured) < 300
    assert pane.text.textCursor().blockNumber() == 15_000


def test_long_lines_wrap_or_are_scrolled(pane: LinePane) -> None:
    pane.show_line(1, unfolded("x" * 2_000), None, "")
    assert pane.text.horizontalScrollBar().maximum() == 0
    pane.wrap_button.setFocus()
    press("Space")
    assert pane.text.horizontalScrollBar().maximum() > 0
    press("Space")
    assert pane.text.horizontalScrollBar().maximum() == 0


# Nothing of it is obeyed


@pytest.mark.parametrize("text", ["<b>bold</b>", '<img src="//host/x">', "&lt;", "<!-- x -->", "a\u2028b"])
def test_markup_is_text(pane: LinePane, text: str) -> None:
    pane.show_line(1, unfolded(text), None, text)
    shown = text.replace("\u2028", "␦")
    assert pane.text.toPlainText() == shown
    assert shown in words(pane)
    assert not pane.text.document().allFormats() or all(
        not style.isImageFormat() and not style.isTableFormat() for style in pane.text.document().allFormats()
    )


def test_it_is_for_reading(pane: LinePane, qtbot: QtBot) -> None:
    shown = unfolded(room("LOGIN_FAILED", 1102016))
    pane.show_line(1, shown, None, "")
    pane.text.setFocus()
    QTest.keyClicks(pane.text, "abc")
    QTest.keyClick(pane.text, Qt.Key.Key_Delete)
    press("Ctrl+A", "Ctrl+X")
    assert pane.text.toPlainText() == shown.text
    assert not pane.text.isUndoRedoEnabled()
    assert pane.text.tabChangesFocus()


def test_the_button_asks_for_a_copy(pane: LinePane, qtbot: QtBot) -> None:
    assert pane.copy_button.accessibleName() == "Copy this line"
    with qtbot.waitSignal(pane.copy_asked):
        QTest.mouseClick(pane.copy_button, Qt.MouseButton.LeftButton)


def test_a_long_reason_leaves_room_for_the_rest(pane: LinePane, qtbot: QtBot) -> None:
    pane.show_line(8_000_000, unfolded("1102016"), Mark(0, 7, 1102016, Evidence.POSSIBLE), "why " * 200)
    pane.resize(300, 200)
    qtbot.waitUntil(lambda: pane.copy_button.geometry().right() <= pane.width())
    assert pane.title.width() >= pane.title.sizeHint().width()
    assert pane.minimumSizeHint().width() <= 300
