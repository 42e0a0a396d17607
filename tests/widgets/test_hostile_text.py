"""Text from a log, a file's name or a catalogue is never rendered as rich text, anywhere in the window.

An image in rich text is loaded: a path on a server would send the user's password hash there. So every text here holds
an image that would paint its own colour into the window.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.conftest import MakeWindow
from tests.app.driving import copy_elsewhere, pane, press, wait_read, words
from tests.conftest import MakeLog
from tests.models.small import ENTRIES, PACK
from tests.recognition.shapes import compact, red, room, sdk, stream
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Link, Place, Step, Team, Variant, When
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.core.catalogue.pack import Family, Source
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.widgets.facet import Facet
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip
from zegoerr_gui.widgets.text_page import TextPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

INK = QColor("#ff00fe")
_INK_BYTES = bytes([INK.blue(), INK.green(), INK.red(), 255])


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """A text that shows an image, should anything take it for rich text."""
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(INK)
    path = tmp_path / "ink.png"
    assert picture.save(str(path))
    return f'<img src="{path.as_uri()}"><img src=//host/x><b>bold</b> &lt;i&gt; <!-- x -->'


def hostile_catalogue(text: str) -> Catalogue:
    """Every text of every entry, and of the pack, is hostile."""

    def entry(plain: Entry) -> Entry:
        return replace(
            plain,
            description=f"{plain.description} {text}",
            causes=(text, text),
            steps=(Step(text), Step(text, for_cause=1)),
            collect=(text,),
            escalate_for=text,
            apis=(text,),
            parameters=(text,),
            arrives=(text,),
            sdk_messages=(text,),
            console_texts=(ConsoleText(text),),
            browser_errors=(text,),
            variants=(Variant(When(sdk=text, platform=text), text, (text,), (Step(text),)),),
            platforms=(text,),
            links=(Link(text, text),),
            notes=(text,),
            source_notes=(text,),
            also_in=(text,),
            team=Team(changed=(text,), internal_notes=(text,), bugs=(Link(text, text),)),
            place=Place(Path(text), 1),
        )

    families = tuple(
        Family(family.id, text, family.prefixes, family.exact, introduction=text, rules=(text,))
        for family in PACK.families
    )
    source = Source(text, text, text)
    pack = replace(PACK, title=text, families=families, source=source)
    entries = [entry(plain) for plain in ENTRIES]
    return Catalogue(pack, [*entries, *(replace(one, pack="other") for one in entries)])


def hostile_log(text: str) -> list[str]:
    return [
        text,
        f"{text} errorCode: 1102016 {text}",
        room("LOGIN_FAILED", 1102016, name=text, extended=text),
        stream("NO_PUBLISH", 1103021, name=text, reason=text, moment=5_000),
        stream("NO_PUBLISH", 1103021, name=text, reason=text, moment=50_000),
        room("LOGIN_FAILED", 1102999, name=text, extended=compact({"x": text})),
        red(text),
        sdk(text, action=text),
        f"order 1104021 {text}",
        *["x"] * 10,
    ]


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot, make_log: MakeLog, hostile: str) -> MainWindow:
    """A window in which everything that comes from outside is hostile, with such a log of such a name."""
    faults = tuple(Fault(Path(f"<b>{number}</b> {hostile[-20:]}.yaml"), number, hostile, hostile) for number in (1, 2))
    made = make_window(Loaded(hostile_catalogue(hostile), faults))
    made.intake.open_files([make_log("\n".join(hostile_log(hostile)), "<img src=x><b>log<b>.log")])
    wait_read(qtbot, made)
    return made


def inked(widget: QWidget) -> bool:
    """Whether the image was painted somewhere in a widget."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return any(found.start() % 4 == 0 for found in re.finditer(re.escape(_INK_BYTES), bytes(image.constBits())))


def sights(window: MainWindow, qtbot: QtBot) -> Iterator[QWidget]:
    """The window in every state a user sees, and every other window that comes up."""
    yield window
    for code in (1102016, 1103021, 1102999, 1002055):
        window.linked.go_to_code(code)
        QApplication.processEvents()
        yield window
    for line in range(9):
        pane(window).go_to_line(line)
        yield window
    window.detail.area.verticalScrollBar().setValue(10_000)
    yield window
    for facet in window.findChildren(Facet):
        facet.open_list()
        yield facet.findChildren(QMenu)[0]
        facet.findChildren(QMenu)[0].hide()
    pane(window).strip.aside_menu.popup(window.mapToGlobal(window.rect().center()))
    yield pane(window).strip.aside_menu
    pane(window).strip.aside_menu.hide()
    for name in ("faults", "show_keys", "show_about"):
        if name == "faults":
            window.notices.show_details(True)
        else:
            window.actions_by_name[name].trigger()
        page = window.findChildren(TextPage)[-1]
        qtbot.waitUntil(page.isVisible)
        yield page
        page.close()
    window.toast.say(window.codes_model.entry(1102016).description)
    window.notice.keep(window.codes_model.entry(1102016).description, more=True)
    window.bar.field.setText(window.codes_model.entry(1102016).description)
    yield window


def test_an_image_in_rich_text_would_be_seen(qtbot: QtBot, hostile: str) -> None:
    """The other tests of this page can fail."""
    label = QLabel(hostile)
    qtbot.addWidget(label)
    label.resize(400, 100)
    assert inked(label)
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert not inked(label)


def test_no_image_is_painted_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    seen = 0
    for sight in sights(window, qtbot):
        assert not inked(sight), sight
        seen += 1
    assert seen > 20


def test_the_text_itself_is_shown_as_it_stands(window: MainWindow, hostile: str, qtbot: QtBot) -> None:
    window.linked.go_to_code(1103021)
    QApplication.processEvents()
    assert words(window.detail).count(hostile) > 10
    pane(window).go_to_line(0)
    assert pane(window).line.text.toPlainText() == hostile
    assert any("<img src=x><b>log<b>.log" in text for text in words(pane(window).strip))
    window.notice.say(hostile)
    assert words(window.notice)[0] == hostile


def test_direction_and_control_characters_are_shown_not_obeyed(look: Look, qtbot: QtBot) -> None:
    label = plain_label("user\u202egnp.exe\x07\u2066 \U0001f389", look)
    qtbot.addWidget(label)
    assert label.text() == "user␦gnp.exe␇␦ \U0001f389"
    label.setText("a\u200bb\nc")
    assert label.text().startswith("a␦b")


def test_every_label_is_plain_text(window: MainWindow, qtbot: QtBot) -> None:
    """A label that only holds an icon has no text; any other says that its text is plain."""
    labels = 0
    for sight in sights(window, qtbot):
        for label in sight.findChildren(QLabel):
            icon = not label.text() and not label.pixmap().isNull()
            assert icon or label.textFormat() == Qt.TextFormat.PlainText, label.text()[:80]
            assert not label.openExternalLinks()
            labels += 1
    assert labels > 500


def test_nothing_that_takes_rich_text_is_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    kinds = (QTextBrowser, QTextEdit, QMessageBox, QCheckBox)
    for sight in sights(window, qtbot):
        assert not [part for kind in kinds for part in sight.findChildren(kind)]
        assert not sight.whatsThis()
    assert not [menu for menu in window.findChildren(QMenu) if menu.toolTipsVisible()]


def test_tooltips_hold_nothing_but_escaped_text(window: MainWindow, qtbot: QtBot, hostile: str) -> None:
    tips: set[str] = set()
    for sight in sights(window, qtbot):
        tips |= {part.toolTip() for part in sight.findChildren(QWidget) if part.toolTip()}
    table = window.codes.table
    for row in range(table.model().rowCount()):
        for column in range(table.model().columnCount()):
            place = table.visualRect(table.model().index(row, column)).center()
            hovered = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
            QApplication.sendEvent(table.viewport(), hovered)
            tips.add(table.viewport().toolTip())
    window.bar.family.set_chosen(frozenset({"room"}))
    tips.add(window.bar.family.toolTip())
    assert any("&lt;img" in tip for tip in tips)
    for tip in tips:
        assert set(re.findall(r"<\s*[!/]?(\w*)", tip)) <= {"p"}, tip


def test_a_tooltip_on_the_screen_shows_the_text_as_it_stands(window: MainWindow, qtbot: QtBot, hostile: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_tip(hostile))
    assert document.toPlainText() == hostile
    QToolTip.showText(window.mapToGlobal(window.rect().center()), plain_tip(hostile), window)
    shown = [tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel") and tip.isVisible()]
    assert shown
    assert not any(inked(tip) for tip in shown)
    QToolTip.hideText()


def test_a_hostile_paste_is_no_more_than_a_query_or_a_log(window: MainWindow, qtbot: QtBot, hostile: str) -> None:
    copy_elsewhere(hostile[-60:])
    press("Ctrl+V")
    assert window.bar.field.text() == hostile[-60:]
    copy_elsewhere(f"{hostile}\n{hostile}")
    press("Ctrl+V")
    wait_read(qtbot, window)
    assert pane(window).line.text.toPlainText() == hostile
    assert not inked(window)
