"""The parts that every pane is made of, driven as a user drives them."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import lucide
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zegoerr_gui.app import theme
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.widgets.badge import Badge, BadgeStyle
from zegoerr_gui.widgets.card import Card
from zegoerr_gui.widgets.chip import Chip
from zegoerr_gui.widgets.facet import Facet
from zegoerr_gui.widgets.filter_field import FilterField
from zegoerr_gui.widgets.flow_layout import FlowLayout
from zegoerr_gui.widgets.icon_drawings import IconDrawings
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import mark_ink, mark_weight, paint_frame, paint_icon, paint_mark
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip
from zegoerr_gui.widgets.toggle_pill import TogglePill

# fmt: off
ICONS = [
    "search", "x", "check", "copy", "pin", "chevron-right", "chevron-down", "chevron-up", "chevron-left",
    "arrow-left", "arrow-right", "clipboard-paste", "folder-open", "settings-2", "reply", "file-text", "play",
    "sticky-note", "undo-2", "shield-check", "circle-x", "triangle-alert", "circle-check", "circle-question-mark",
    "refresh-cw", "code-xml", "wifi", "webcam", "headset", "list-checks", "hourglass",
]
# fmt: on

FAMILIES = [("room", "Room", "", ""), ("publish", "Publishing", "", ""), ("play", "Play & mix", "play", "accent")]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look()


@pytest.fixture
def facet(qtbot: QtBot, look: Look) -> Facet:
    made = Facet("Family", look)
    made.set_items(FAMILIES)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back afterwards to how it was."""
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().name()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def menu_of(facet: Facet) -> QMenu:
    return facet.findChildren(QMenu)[0]


def colours(image: QImage) -> set[str]:
    """Every opaque colour of an image."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(*point) for point in points)
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def near(one: QColor, other: QColor) -> bool:
    """Where two strokes of an icon meet, blending rounds by a step or two."""
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) <= 2


# Look


@pytest.mark.parametrize("name", ICONS)
def test_icon_has_the_colour_asked_for(look: Look, name: str) -> None:
    image = look.pixmap(name, "failure", 48, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (96, 2.0)
    disabled = look.icon(name, "failure", 48).pixmap(48, QIcon.Mode.Disabled).toImage()
    for drawn, token in ((image, "failure"), (disabled, "faint")):
        found = colours(drawn)
        assert found
        assert all(near(QColor(colour), look.color(token)) for colour in found)


def test_every_drawing_of_the_archive_is_found_as_the_standard_library_finds_it() -> None:
    """Also the many whose name is the end of another, such as "search" of "file-search"."""
    drawings = IconDrawings()
    with ZipFile(Path(lucide.__file__).with_name("lucide.zip")) as archive:
        names = archive.namelist()
        assert len(names) > 1_000
        assert [name for name in names if archive.read(name).decode() != drawings.svg(name.removesuffix(".svg"))] == []


def test_unknown_icon_and_token_are_refused_at_once(look: Look) -> None:
    with pytest.raises(KeyError):
        look.icon("no-such-icon", "text")
    with pytest.raises(KeyError):
        look.color("no-such-token")


def test_icons_are_drawn_once_and_anew_in_the_other_scheme(qtbot: QtBot, look: Look) -> None:
    first = look.pixmap("copy", "text", 16, 1.0)
    assert look.pixmap("copy", "text", 16, 1.0).cacheKey() == first.cacheKey()
    with qtbot.waitSignal(look.changed):
        look.set_scheme(True)
    assert look.dark
    assert look.pixmap("copy", "text", 16, 1.0).cacheKey() != first.cacheKey()


def test_zoom_scales_text_and_heights_and_comes_back(qtbot: QtBot, look: Look) -> None:
    before = (look.unit, look.row_height, look.font().pointSizeF())
    with qtbot.waitSignal(look.changed):
        look.set_zoom(4)
    assert look.unit > before[0]
    assert look.row_height == look.unit + 12
    with qtbot.assertNotEmitted(look.changed):
        look.set_zoom(4)
    look.set_zoom(0)
    assert (look.unit, look.row_height, look.font().pointSizeF()) == before
    assert QFontInfo(look.mono()).fixedPitch()


# Facet


def test_facet_opens_by_keyboard_and_stays_open_while_ticking(facet: Facet) -> None:
    sent: list[frozenset[str]] = []
    facet.chosen_changed.connect(sent.append)
    menu = menu_of(facet)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Space):
        menu.hide()
        QTest.keyClick(facet, key)
        assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert menu.isVisible()
    assert sent == [frozenset({"room"}), frozenset({"room", "publish"})]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert facet.accessibleName() == "Family: Room, Publishing"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_clears_the_facet(facet: Facet, key: Qt.Key) -> None:
    facet.set_chosen(frozenset({"play"}))
    QTest.keyClick(facet, key)
    assert (facet.chosen, facet.accessibleName()) == (frozenset(), "Family")


def test_click_on_the_cross_clears_and_beside_it_opens(facet: Facet) -> None:
    facet.set_chosen(frozenset({"room"}))
    facet.resize(facet.sizeHint())
    middle = facet.height() // 2
    QTest.mouseClick(facet, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    assert menu_of(facet).isVisible()
    menu_of(facet).hide()
    QTest.mouseClick(facet, Qt.MouseButton.LeftButton, pos=QPoint(facet.width() - 12, middle))
    assert facet.chosen == frozenset()
    assert not menu_of(facet).isVisible()


def test_ticking_by_mouse_keeps_the_list_open(facet: Facet) -> None:
    facet.open_list()
    menu = menu_of(facet)
    spot = menu.actionGeometry(menu.actions()[1]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
    assert facet.chosen == frozenset({"publish"})
    assert menu.isVisible()
    menu.hide()


def test_facet_names_two_values_and_counts_three(facet: Facet) -> None:
    facet.set_chosen(frozenset({"room", "publish"}))
    two = facet.sizeHint().width()
    assert facet.minimumSizeHint().width() < two
    facet.set_chosen(frozenset({"room", "publish", "play"}))
    assert facet.sizeHint() == facet.minimumSizeHint()
    assert facet.accessibleName() == "Family: Room, Publishing, Play & mix"


def test_facet_shows_counts_and_takes_titles_literally(facet: Facet) -> None:
    facet.set_counts({"room": 12, "play": 0})
    facet.open_list()
    assert len(colours(menu_of(facet).grab().toImage())) > 2
    menu_of(facet).hide()
    assert [action.text() for action in menu_of(facet).actions()] == ["Room\t12", "Publishing", "Play && mix\t0"]


def test_facet_tells_only_of_changes_and_of_known_ids(qtbot: QtBot, facet: Facet) -> None:
    with qtbot.assertNotEmitted(facet.chosen_changed):
        facet.set_chosen(frozenset({"no such family"}))
        facet.clear()
    facet.set_chosen(frozenset({"room"}))
    with qtbot.waitSignal(facet.chosen_changed):
        facet.set_items(FAMILIES[1:])
    assert facet.chosen == frozenset()


# Toggle, chip, badge, field


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_toggle_by_keyboard(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    toggle = TogglePill("In this log", look)
    qtbot.addWidget(toggle)
    toggle.set_count(8)
    width = toggle.sizeHint().width()
    with qtbot.waitSignal(toggle.toggled):
        QTest.keyClick(toggle, key)
    assert (toggle.isChecked(), toggle.sizeHint().width()) == (True, width)
    assert toggle.accessibleName() == "In this log, 8"


def test_chip_sends_its_word(qtbot: QtBot, look: Look) -> None:
    chip = Chip("1104021", look)
    qtbot.addWidget(chip)
    sent: list[str] = []
    chip.chosen.connect(sent.append)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert sent == ["1104021"] * 3
    assert chip.focusPolicy() == Qt.FocusPolicy.TabFocus  # a click leaves the focus where it is


def test_filter_field_shows_either_the_key_or_the_cross(qtbot: QtBot, look: Look) -> None:
    field = FilterField(look, lambda _: "")
    qtbot.addWidget(field)
    field.resize(300, field.height())
    field.show()
    cross = field.findChildren(QPushButton)[0]
    assert field.shows_hint()
    assert not cross.isVisible()
    QTest.keyClicks(field, "1102023")
    assert not field.shows_hint()
    assert cross.isVisible()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    field.resize(239, field.height())
    assert not field.shows_hint()


@pytest.mark.parametrize("dark", [False, True])
def test_parts_paint_and_follow_the_look(qtbot: QtBot, look: Look, dark: bool) -> None:
    parts: list[QWidget] = [
        Facet("Family", look),
        TogglePill("In this log", look),
        Chip("loginRoom", look, mono=False),
        Badge("Failure", BadgeStyle.tinted("failure", "failure_bg"), look),
        Badge("Unknown code", BadgeStyle.dashes(), look),
        Card(look),
        FilterField(look, lambda _: ""),
    ]
    heights = [part.sizeHint().height() for part in parts]
    look.set_scheme(dark)
    look.set_zoom(5)
    for part, height in zip(parts, heights, strict=True):
        qtbot.addWidget(part)
        part.resize(part.sizeHint().expandedTo(QSize(100, 20)))
        assert len(colours(part.grab().toImage())) > 1
        assert part.sizeHint().height() > height or isinstance(part, Card)


# Flow layout


def test_flow_layout_height_for_width(qtbot: QtBot, look: Look) -> None:
    box = QWidget()
    policy = box.sizePolicy()
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    flow = FlowLayout(box)
    chips = [Chip(f"110202{number}", look) for number in range(4)]
    for chip in chips:
        flow.addWidget(chip)
    width, height = chips[0].sizeHint().width(), chips[0].sizeHint().height()
    assert box.heightForWidth(4 * width + 3 * 6) == height
    assert box.heightForWidth(4 * width + 3 * 6 - 1) == 2 * height + 6
    assert box.heightForWidth(width) == 4 * height + 3 * 6

    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(box)
    column.addStretch(1)
    outer.resize(2 * width + 6, 600)
    outer.show()
    assert box.height() == 2 * height + 6
    assert chips[2].geometry() == QRect(0, height + 6, width, height)
    chips[0].hide()
    assert box.heightForWidth(3 * width + 2 * 6) == height
    flow.clear()
    assert (flow.count(), box.findChildren(Chip)) == (0, [])


def test_flow_layout_gives_a_long_chip_the_row_and_no_more(qtbot: QtBot, look: Look) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    chip = Chip("aVeryLongNameOfAnApiThatNoPaneIsWideEnoughFor", look)
    flow.addWidget(chip)
    flow.setGeometry(QRect(0, 0, 120, 100))
    assert chip.width() == 120
    assert flow.minimumSize().width() <= 120


# Labels, marks, theme


def test_a_label_never_takes_rich_text(qtbot: QtBot, look: Look) -> None:
    label = plain_label('<img src="//host/x">', look, wrap=True)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    with pytest.raises(ValueError, match="plain text"):
        label.setTextFormat(Qt.TextFormat.AutoText)
    assert "<img" not in plain_tip('<img src="//host/x">')
    assert plain_tip("") == ""


def test_a_label_follows_the_look(qtbot: QtBot, look: Look) -> None:
    label = plain_label("Cause", look, "section")
    qtbot.addWidget(label)
    look.set_scheme(True)
    assert label.palette().windowText().color() == look.color("muted")
    label.set_token("failure")
    assert label.palette().windowText().color() == look.color("failure")


def canvas(ratio: float, colour: QColor) -> QImage:
    image = QImage(round(60 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(colour)
    return image


def painted(look: Look, evidence: Evidence, selected: bool, ratio: float) -> QImage:
    image = canvas(ratio, look.color("base"))
    painter = QPainter(image)
    paint_mark(painter, QRect(5, 5, 50, 19), evidence, selected, look)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_every_mark_differs_from_every_other(look: Look, ratio: float) -> None:
    levels = (Evidence.POSSIBLE, Evidence.LIKELY, Evidence.CERTAIN)
    marks = [painted(look, level, selected, ratio) for level in levels for selected in (False, True)]
    marks.append(painted(look, Evidence.UNLIKELY, False, ratio))
    assert all(one != other for at, one in enumerate(marks) for other in marks[at + 1 :])
    assert colours(marks[-1]) == {look.color("base").name()}
    assert mark_ink(Evidence.CERTAIN, True) != mark_ink(Evidence.LIKELY, True)
    assert mark_weight(Evidence.CERTAIN) > mark_weight(Evidence.LIKELY)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_a_border_lies_on_whole_pixels(look: Look, ratio: float) -> None:
    image = canvas(ratio, QColor("white"))
    painter = QPainter(image)
    paint_frame(painter, QRect(3, 3, 50, 31), None, QColor("black"))
    painter.end()
    middle = image.height() // 2
    assert {image.pixelColor(x, middle).name() for x in range(image.width())} == {"#ffffff", "#000000"}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_painted_icon_is_not_blurred(look: Look, ratio: float) -> None:
    image = canvas(ratio, QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    paint_icon(painter, QPointF(15.3, 17), "copy", "text", look)
    painter.end()
    drawn = look.pixmap("copy", "text", 16, ratio).toImage().convertToFormat(image.format())
    corners = [(x, y) for x in range(image.width() - drawn.width()) for y in range(image.height() - drawn.height())]
    assert any(image.copy(QRect(*corner, drawn.width(), drawn.height())) == drawn for corner in corners)


def test_theme_keeps_the_application_to_the_look(themed: QApplication, look: Look) -> None:
    kept = theme.Theme(look, themed, "dark")
    assert look.dark
    assert themed.palette().highlightedText().color() == look.color("text")
    kept.set_choice("light")
    assert themed.palette().window().color() == look.color("window")
    assert look.color("border_strong").name().upper() in themed.styleSheet()
    look.set_zoom(3)
    assert themed.font().pointSizeF() == look.font().pointSizeF()
    kept.set_choice("system")
    kept.deleteLater()


def test_no_control_jumps_when_it_gets_the_focus(themed: QApplication, qtbot: QtBot, look: Look) -> None:
    theme.apply(look, themed)
    for name in ("", "primary", "flat"):
        button = QPushButton("Reply")
        if name:
            button.setProperty(name, True)
        qtbot.addWidget(button)
        button.show()
        before = button.sizeHint()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.sizeHint() == before
        assert before.height() == look.control_height
