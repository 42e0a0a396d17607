"""From a keystroke in the filter to the painted table: ``python -m tests.speed.keystroke [LOG]``.

The queries are typed letter by letter into the real window, without a display, with the sample log open unless another
one is named, among all codes. A keystroke lasts from the key to the painted table; beside it stands one repaint of the
table with all codes, taken before each query. Each is the median of nine rounds, after one that only warms up. Printed
are median and 99th percentile of both over all keystrokes, in milliseconds, and the 99th percentile of a keystroke
divided by both of a repaint. Times are the processor's, so that they mean the same on a busy machine.
"""

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import process_time
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zegoerr_gui import places
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.app.store import Store
from zegoerr_gui.app.theme import Theme
from zegoerr_gui.core.catalogue.reading import read_catalogue
from zegoerr_gui.widgets.look import Look

ROUNDS: Final = 9
QUERIES: Final = (
    "1103061",
    "token expired",
    "publish auth",
    "family:room next:network",
    "1103020-28 -ice",
    '"too long"',
    "stream not found",
    "camera",
    "推流失败",
    "pubish",
)


class _Watch(QObject):
    """When the viewport of the table was first painted since it was asked, in seconds; 0 where it was not."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.viewport = viewport
        self.painted = 0.0
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not self.viewport.isVisible():
            return False
        self.viewport.removeEventFilter(self)
        QApplication.sendEvent(watched, event)
        self.viewport.installEventFilter(self)
        self.painted = self.painted or process_time()
        return True

    def after(self, work: Callable[[], object]) -> float:
        """The milliseconds from the beginning of some work to the end of the first painting after it began."""
        self.painted = 0.0
        start = process_time()
        work()
        if not self.painted:
            self.viewport.repaint()
        return (self.painted - start) * 1000


def keystrokes(window: MainWindow, watch: _Watch) -> tuple[list[float], list[float]]:
    """Type every query once; the milliseconds of each keystroke, and of as many repaints before it is typed."""
    typed, painted = [], []
    for query in QUERIES:
        window.bar.field.clear()
        QApplication.processEvents()
        painted += [watch.after(watch.viewport.repaint) for _ in query]
        for sign in query:
            typed.append(watch.after(partial(_press, window.bar.field, sign)))
            QApplication.processEvents()  # what comes after the table: the detail's layout, the rest of the window
    return typed, painted


def _press(field: QLineEdit, sign: str) -> None:
    if sign.isascii():
        QTest.keyClicks(field, sign)
    else:
        field.insert(sign)  # as an input method does


def main(log: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look()
    window = MainWindow(read_catalogue(places.catalogue_folder()), look, Theme(look, app, "light"), Store(None))
    window.show()
    window.intake.open_files([log])
    while window.logs.running:
        app.processEvents()
    window.bar.in_log.setChecked(False)
    window.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
    gc.freeze()  # as the program does when it starts
    gc.set_threshold(50_000, 20, 100)
    watch = _Watch(window.codes.table.viewport())
    keystrokes(window, watch)
    rounds = [keystrokes(window, watch) for _ in range(ROUNDS)]
    # Of each keystroke its median over the rounds, so that what else the machine does decides nothing.
    sides = [[median(times) for times in zip(*(one[side] for one in rounds), strict=True)] for side in (0, 1)]
    (key, key99), (paint, paint99) = ((cut[49], cut[98]) for cut in (quantiles(side, n=100) for side in sides))
    print(f"keystroke  median {key:6.2f} ms  p99 {key99:6.2f} ms")
    print(f"repaint    median {paint:6.2f} ms  p99 {paint99:6.2f} ms")
    print(f"p99 of a keystroke: {key99 / paint:.1f}x the median of a repaint, {key99 / paint99:.1f}x its p99")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else places.sample_log())
