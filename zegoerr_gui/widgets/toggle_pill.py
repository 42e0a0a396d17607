"""The switch "In this log (8)" of the filter bar."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent

from zegoerr_gui.widgets.control_frame import accent_of, paint_control
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_check, paint_frame, paint_icon, paint_text
from zegoerr_gui.widgets.painted_button import PaintedButton

_LEFT, _GAP, _RIGHT = 9, 6, 11


class TogglePill(PaintedButton):
    """Holds a title, a count or none, and whether it is on (``isChecked``). Sends ``toggled``."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__(title, look)
        self._count: int | None = None
        self.setCheckable(True)
        self.set_count(None)

    @property
    def count(self) -> int | None:
        """The number shown in the pill."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Shows a number in a pill at the right, or no pill."""
        self._count = count
        name = self.text() if count is None else self.tr("{title}, {count}").format(title=self.text(), count=count)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # The width of the weight that is drawn while on, so that nothing moves when it is switched.
        text = QFontMetrics(self._look.font(0, 500)).horizontalAdvance(self.text())
        pill = 0 if self._count is None else _GAP + self._pill_size().width()
        return QSize(_LEFT + self._look.icon_size + _GAP + text + pill + _RIGHT, self._look.control_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        ink = paint_control(painter, self, look, in_force=on)
        self._paint_box(painter, ink)
        left = _LEFT + look.icon_size + _GAP
        words = self.rect().adjusted(left, 0, 0, 0)
        paint_text(painter, words, self.text(), look.font(0, 500 if on else 400), look.color(ink))
        if self._count is not None:
            self._paint_count(painter, self._count, accent_of(self))
        painter.end()

    def _paint_box(self, painter: QPainter, ink: str) -> None:
        """An empty box while off; the box becomes a check while on."""
        size = self._look.icon_size
        centre = QPointF(_LEFT + size / 2, self.height() / 2)
        if self.isChecked():
            paint_icon(painter, centre, "check", ink, self._look, size)
        else:
            paint_check(painter, centre, False, self._look, self.isEnabled())

    def _paint_count(self, painter: QPainter, count: int, accent: str) -> None:
        look, size = self._look, self._pill_size()
        pill = QRectF(
            self.width() - _RIGHT - size.width(), (self.height() - size.height()) / 2, size.width(), size.height()
        )
        on = self.isChecked() and self.isEnabled()
        fill = look.color(accent if on else "selection_inactive")
        paint_frame(painter, pill, fill, radius=size.height() / 2)
        painter.setFont(self._count_font())
        painter.setPen(look.color("on_accent" if on else "muted" if self.isEnabled() else "faint"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, str(count))

    def _count_font(self) -> QFont:
        return self._look.font(-2, 600)

    def _pill_size(self) -> QSize:
        metrics = QFontMetrics(self._count_font())
        height = metrics.height() + 3
        return QSize(max(height, metrics.horizontalAdvance(str(self._count)) + 10), height)
