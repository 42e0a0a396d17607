"""Data roles beyond Qt's own. What each holds stands beside it."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Asked of any column of a row."""

    ENTRY = Qt.ItemDataRole.UserRole + 1  # Entry; of an unknown code, what little can be said
    FINDING = Qt.ItemDataRole.UserRole + 2  # Finding, or None
    LINE = Qt.ItemDataRole.UserRole + 3  # LineView
    ITEM = Qt.ItemDataRole.UserRole + 4  # what a row of an ItemList tells of
    HITS = Qt.ItemDataRole.UserRole + 5  # places, in code points, where words that are sought stand in the cell's text
    PINNED = Qt.ItemDataRole.UserRole + 6  # bool
