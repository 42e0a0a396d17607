"""Takes the picture of a window, without a display, once all that was brought to it is read."""

import argparse
import sys
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from zegoerr_gui.app.main_window import MainWindow

_SIZE: Final = 1280, 800
_LONGEST_WAIT: Final = 120_000  # milliseconds for logs to be read


def take_picture(window: MainWindow, arguments: argparse.Namespace) -> int:
    """Bring the logs to the window, go where asked, and write what is seen to a PNG. Returns an exit code."""
    window.resize(*(arguments.size or _SIZE))
    window.reset_layout()
    window.show()
    failed: list[str] = []
    window.logs.failed.connect(failed.append)
    if arguments.logs:
        window.intake.open_files(arguments.logs, arguments.encoding)
    _wait_read(window)
    if failed:
        sys.stderr.write(f"zegoerr: {failed[0]}\n")
        window.close()
        return 3
    go_where_asked(window, arguments)
    while not window.jobs.idle:
        QApplication.processEvents()
    for _ in range(3):  # lay out, then paint what was laid out
        QApplication.processEvents()
    saved = window.grab().save(str(arguments.screenshot), "PNG")
    window.close()
    if not saved:
        sys.stderr.write(f"zegoerr: {arguments.screenshot} cannot be written. Choose a folder you may write to.\n")
        return 3
    return 0


def go_where_asked(window: MainWindow, arguments: argparse.Namespace) -> None:
    """Show the query, the code and the line that the command line names."""
    if arguments.query:
        window.bar.field.setText(arguments.query)
    if arguments.code is not None:
        window.linked.go_to_code(arguments.code)
    if arguments.line is not None:
        window.linked.go_to_line(arguments.line - 1)


def _wait_read(window: MainWindow) -> None:
    loop = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: None if window.logs.running else loop.quit())
    poll.start(20)
    QTimer.singleShot(_LONGEST_WAIT, loop.quit)
    loop.exec()
