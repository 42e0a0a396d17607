"""The lines that an agent has marked."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal


class OwnMarks(QObject):
    """Holds marked lines, from 0, ascending. Sends ``changed``."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[int] = []

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and self._place(line) is not None

    def toggle(self, line: int) -> bool:
        """Mark a line, or take its mark away; whether it is marked now."""
        place = self._place(line)
        if place is None:
            self.lines.insert(bisect_left(self.lines, line), line)
        else:
            del self.lines[place]
        self.changed.emit()
        return place is None

    def clear(self) -> None:
        """Take all marks away."""
        if self.lines:
            self.lines.clear()
            self.changed.emit()

    def step(self, line: int, step: int) -> int | None:
        """The next (1) or previous (-1) marked line, round and round; None where none is marked."""
        if not self.lines:
            return None
        place = bisect_right(self.lines, line) if step > 0 else bisect_left(self.lines, line) - 1
        return self.lines[place % len(self.lines)]

    def _place(self, line: int) -> int | None:
        place = bisect_left(self.lines, line)
        return place if place < len(self.lines) and self.lines[place] == line else None
