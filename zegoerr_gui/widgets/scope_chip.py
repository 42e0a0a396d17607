"""One session to choose: all of a log, or one room, user or stream with its failures."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent

from zegoerr_gui.core.answer.scopes import Fared, how_it_fared, scope_title
from zegoerr_gui.core.recognition.scope import Scope
from zegoerr_gui.widgets.control_frame import paint_control
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_text
from zegoerr_gui.widgets.painted_button import PaintedButton
from zegoerr_gui.widgets.plain_label import plain_tip

_PADDING, _GAP = 9, 6
_WIDEST = 12  # times the height of a line: the words of a chip
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ScopeChip(PaintedButton):
    """Holds how one scope fared, or None for all of the log; ``isChecked`` where the log is limited to it.

    Sends ``clicked`` on click, Space or Enter, ``stepped`` with -1 or 1 on Left or Right.
    """

    stepped = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__("", look)
        self.fared: Fared | None = None
        self.setCheckable(True)
        self.show_fared(None)

    @property
    def scope(self) -> Scope | None:
        """What is chosen with it."""
        return self.fared.scope if self.fared else None

    def show_fared(self, fared: Fared | None) -> None:
        """Show another scope, or how the same one fared by now."""
        self.fared = fared
        title = scope_title(fared.scope) if fared else self.tr("All")
        said = f"{title}, {how_it_fared(fared)}" if fared else self.tr("All of the log")
        self.setText(title)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.updateGeometry()
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Whether the log is limited to it; of several chips Tab stops at the chosen one."""
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)

    def nextCheckState(self) -> None:
        """A click chooses; only choosing another one takes it back."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(500))
        words = min(metrics.horizontalAdvance(self.text()), _WIDEST * self._look.unit) + 1
        icon = self._icon_size() + _GAP if self._icon() else 0
        count = metrics.horizontalAdvance(self._count()) + _GAP if self._count() else 0
        return QSize(2 * _PADDING + icon + words + count, self._look.badge_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and not event.modifiers():
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        ink = paint_control(painter, self, look, in_force=chosen)
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        if icon := self._icon():
            size = self._icon_size()
            paint_icon(painter, QPointF(inner.left() + size / 2, inner.center().y()), *icon, look, size)
            inner.setLeft(inner.left() + size + _GAP)
        if count := self._count():
            muted = look.color(ink if chosen else "muted")
            width = paint_text(painter, inner, count, self._font(), muted, right=True)
            inner.setRight(inner.right() - width - _GAP)
        paint_text(painter, inner, self.text(), self._font(500 if chosen else 400), look.color(ink))
        painter.end()

    def _icon(self) -> tuple[str, str] | None:
        """Icon and token that tell whether it recovered."""
        if self.fared is None or not self.fared.failures:
            return None
        return ("circle-x", "failure") if self.fared.unrecovered else ("circle-check", "ok")

    def _count(self) -> str:
        return f"{self.fared.failures:,}" if self.fared else ""

    def _icon_size(self) -> int:
        return self._look.icon_size - 2

    def _font(self, weight: int = 400) -> QFont:
        return self._look.font(-1, weight)
