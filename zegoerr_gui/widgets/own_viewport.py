"""Viewports that need not be guessed."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give a table or an area, before anything is put into it, a viewport that looks like the one Qt gave it.

    PySide finds out what a widget is that Qt has made by loading every kind of widget that there is. Before the window
    is painted that is longer than a new viewport takes.
    """
    viewport = QWidget(area)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
    return viewport
