"""Column titles painted by hand: with a style sheet Qt ignores a header's font and misplaces its arrow."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_text

_CHEVRON = 12


class ColumnHeader(QHeaderView):
    """Holds the titles of a table; those at the right end stand right-aligned with the chevron on their left."""

    def __init__(self, look: Look, padding: int, small: bool = False, parent: QWidget | None = None) -> None:
        """``padding`` stands before the first title; a small header has the height of the log's."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._padding = padding
        self._small = small
        self.right_aligned: frozenset[int] = frozenset()
        self.sorted_by: int | None = None
        self.descending = False
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        height = self._look.log_header_height if self._small else self._look.header_height
        return QSize(super().sizeHint().width(), height)

    def show_sort(self, column: int | None, descending: bool) -> None:
        """Show a chevron beside the column that orders the rows, or none."""
        self.sorted_by = column
        self.descending = descending
        self.headerDataChanged(self.orientation(), 0, max(0, self.count() - 1))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("border"))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        right = section in self.right_aligned
        first = self.visualIndex(section) == 0
        inner = rect.adjusted(self._padding if first else 8, 0, -14 if right else -4, 0)
        width = paint_text(painter, inner, title, look.font(-1), look.color("muted"), right=right)
        if section == self.sorted_by:
            left = inner.right() - width - _CHEVRON if right else inner.left() + width + _CHEVRON
            name = "chevron-down" if self.descending else "chevron-up"
            paint_icon(painter, QPointF(left, rect.center().y() + 0.5), name, "muted", look, _CHEVRON)
        painter.restore()
