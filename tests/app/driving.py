"""Drives a window as a user does, and reads from it what a user sees."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from zegoerr_gui.app.brought import Brought
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.log.opening import Opening
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.widgets.log_pane import LogPane

Asked = TypeVar("Asked", bound=QDialog)
_ONE_ROW = 6  # pixels between the middles of parts that stand side by side


def focused() -> QWidget:
    """The widget that keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "no widget has the focus"
    return widget


def name_of(part: QWidget) -> str:
    """What a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(part)
    assert interface is not None
    return interface.text(QAccessible.Text.Name).strip()


def press(*keys: str) -> None:
    """Press keys, written as in the menus, one after another, wherever the focus is."""
    for key in keys:
        QTest.keySequence(focused(), QKeySequence(key))


def type_text(text: str) -> None:
    """Type letters wherever the focus is."""
    QTest.keyClicks(focused(), text)


def copy_elsewhere(text: str) -> None:
    """Put a text on the clipboard, as another program does."""
    QGuiApplication.clipboard().setText(text)


def clipped() -> str:
    """What another program would paste."""
    return QGuiApplication.clipboard().text()


def take_turns(until: Callable[[], bool]) -> None:
    """Let the event loop take one turn after another, no more of them than needed."""
    for _ in range(10_000):
        if until():
            return
        QApplication.processEvents()
    raise AssertionError("it never came")


def asked(kind: type[Asked], key: str) -> Asked:
    """The dialog that a key opens, when the keys go to it."""
    press(key)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind), dialog
    take_turns(dialog.isActiveWindow)
    return dialog


def answer_with(*paths: object) -> None:
    """Choose files, a folder or a name in the question of the system that is open."""
    question = QApplication.activeModalWidget()
    assert isinstance(question, QFileDialog), question
    question.filesSelected.emit([str(path) for path in paths])
    if len(paths) == 1:
        question.fileSelected.emit(str(paths[0]))
    question.reject()


def wait_read(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until every log is read to its end."""
    qtbot.waitUntil(lambda: not window.logs.running, timeout=30_000)


def paste_log(qtbot: QtBot, window: MainWindow, lines: Iterable[str]) -> None:
    """Paste a log with the focus where it is, and wait until it is read."""
    copy_elsewhere("\n".join(lines) + "\n")
    before = len(window.logs.by_number)
    press("Ctrl+V")
    qtbot.waitUntil(lambda: len(window.logs.by_number) > before)
    wait_read(qtbot, window)


def bring(window: MainWindow, opening: Opening, name: str) -> None:
    """Bring a log that is opened by these steps."""
    window.logs.open([Brought(name, lambda: opening)])


def pane(window: MainWindow) -> LogPane:
    """The pane of the log on show."""
    assert window.log_pane is not None, "no log is on show"
    return window.log_pane


def scan_of(window: MainWindow) -> Scan | None:
    """What is read of the log on show, if there is one and it has begun."""
    return window.log.scan if window.log else None


def tabs(window: MainWindow) -> list[str]:
    """What a screen reader says of the tabs on show, in their order."""
    bar = window.tabs.bar
    return [bar.accessibleTabName(index) for index in range(bar.count())] if bar.isVisible() else []


def words(widget: QWidget) -> list[str]:
    """Every text on labels and buttons that is on show in a widget, from top to bottom, from left to right."""
    placed = sorted(_placed_words(widget))
    rows: list[list[tuple[int, str]]] = []
    top = 0
    for middle, left, text in placed:
        if not rows or middle - top > _ONE_ROW:
            rows.append([])
            top = middle
        rows[-1].append((left, text))
    return [text for row in rows for _, text in sorted(row)]


def _placed_words(widget: QWidget) -> Iterator[tuple[int, int, str]]:
    for part in widget.findChildren(QWidget):
        if isinstance(part, (QLabel, QAbstractButton)) and part.isVisible() and part.text().strip():
            place = part.mapTo(widget, part.rect().center())
            yield place.y(), place.x(), part.text().strip()


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The button on show in a widget that has these words."""
    return next(
        part for part in widget.findChildren(QAbstractButton) if part.isVisible() and part.text().strip() == text
    )


def shown_code(window: MainWindow) -> int:
    """The code that the detail shows."""
    return int(words(window.detail)[0])


def codes(window: MainWindow) -> list[str]:
    """The codes of the table's rows."""
    model = window.codes.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chosen_row(window: MainWindow) -> str:
    """The code of the table's current row; empty where there is none."""
    return str(window.codes.table.currentIndex().siblingAtColumn(0).data() or "")


def count(window: MainWindow) -> str:
    """What the bar says of how many codes are shown."""
    return window.bar.count.text()


def current_line(window: MainWindow) -> int:
    """The number of the log's current line, as the window shows it."""
    return int(pane(window).line.title.text().removeprefix("Line ").replace(",", ""))


def is_on(button: QAbstractButton) -> bool:
    """Whether a switch is on show and on."""
    return button.isVisible() and button.isChecked()


ALT, CTRL, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
