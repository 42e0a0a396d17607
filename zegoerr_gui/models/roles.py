"""Data roles beyond Qt's own. What each holds stands beside it."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Asked of any column of a row."""

    CODE = Qt.ItemDataRole.UserRole + 1  # int
    ENTRY = Qt.ItemDataRole.UserRole + 2  # Entry; of an unknown code, what little can be said
    FINDING = Qt.ItemDataRole.UserRole + 3  # Finding, or None
    LINE = Qt.ItemDataRole.UserRole + 4  # LineView
    FARED = Qt.ItemDataRole.UserRole + 5  # Fared: a room, user or stream with its failures
    OFFER = Qt.ItemDataRole.UserRole + 6  # Offer: something to choose in the palette
    HITS = Qt.ItemDataRole.UserRole + 7  # places, in code points, where words that are sought stand in the cell's text
    PINNED = Qt.ItemDataRole.UserRole + 8  # bool
