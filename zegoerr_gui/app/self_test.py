"""Tries whether this copy of the program is whole: its data, its libraries, its window painted again and again."""

import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

import shiboken6
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImageReader
from PySide6.QtWidgets import QApplication

from zegoerr_gui import places
from zegoerr_gui.app.diagnostics import versions
from zegoerr_gui.app.main_window import MainWindow
from zegoerr_gui.core.answer.placeholders import BrokenTemplateError
from zegoerr_gui.core.answer.template_files import read_templates
from zegoerr_gui.core.answer.templates import LANGUAGES
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.catalogue.reading import Loaded

REPAINTS: Final = 3_000
_LOST: Final = 200  # references to None that caches may give back meanwhile


class Check(NamedTuple):
    """One thing that was tried: what was found, and whether that is as it must be."""

    name: str
    found: str
    good: bool


def self_test(window: MainWindow, loaded: Loaded) -> int:
    """Try everything in the window on show, a line on standard output for each; returns the exit code, 0 or 1."""
    bad = 0
    for name, found, good in _checks(window, loaded):
        bad += not good
        if sys.stdout is not None:
            sys.stdout.write(f"{'ok' if good else 'BAD':4}{name:12}{found}\n")
            sys.stdout.flush()
    window.close()
    return 1 if bad else 0


def _checks(window: MainWindow, loaded: Loaded) -> Iterator[Check]:
    for name, found in versions():
        yield Check(name, found, True)
    yield Check("Display", QGuiApplication.platformName(), True)
    faults = [*loaded.faults]
    yield Check("Catalogue", f"{len(loaded.catalogue)} codes, {counted(len(faults), 'fault')}", not faults)
    yield _read_templates()
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    missing = {"ico", "png", "svg"} - formats
    yield Check("Pictures", f"missing: {', '.join(sorted(missing))}" if missing else "ico, png, svg", not missing)
    drawn = not window.windowIcon().pixmap(32, 32).isNull()
    yield Check("Icon", "drawn" if drawn else "cannot be drawn", drawn)
    fonts = len(QFontDatabase.families())
    yield Check("Fonts", counted(fonts, "family", "families") if fonts else "none", fonts > 0)
    yield _read_sample(window)
    yield _repaint(window)


def _read_templates() -> Check:
    try:
        read = [read_templates(language, places.templates_folder(), None) for language in LANGUAGES]
    except BrokenTemplateError as error:
        return Check("Templates", str(error), False)
    faults = sum(len(templates.faults) for templates in read)
    return Check("Templates", f"{len(LANGUAGES)} languages, {counted(faults, 'fault')}", not faults)


def _read_sample(window: MainWindow) -> Check:
    refused: list[str] = []
    window.logs.failed.connect(refused.append)
    window.intake.open_sample()
    while window.logs.running or not window.jobs.idle:
        QApplication.processEvents()
    if window.log is None or window.log.scan is None:
        return Check("Sample log", refused[0] if refused else "not opened", False)
    results = window.log.scan.results
    found = len(results.findings())
    return Check("Sample log", f"{results.lines} lines, {counted(found, 'code')}", found > 0)


def _repaint(window: MainWindow) -> Check:
    """Paint all of the window often: a binding of Qt that loses references ends the program here, not at work."""
    _paint(window, REPAINTS // 10)
    before = sys.getrefcount(None)
    _paint(window, REPAINTS)
    lost = before - sys.getrefcount(None)
    whole = shiboken6.isValid(window) and (lost < _LOST or sys.version_info >= (3, 12))  # then None is never given back
    return Check("Repaints", f"{REPAINTS:,}, {max(0, lost):,} references lost", whole)


def _paint(window: MainWindow, times: int) -> None:
    table = window.codes.table.viewport()
    tables = (window.log_pane.table.viewport() if window.log_pane else table, table)
    for number in range(times):
        tables[number % 2].repaint()
        if number % 100 == 0:
            window.repaint()
            QApplication.processEvents()
