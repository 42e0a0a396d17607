"""The frame of a button that is painted by hand and can be in force: a facet, a switch, a chip of a session."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton

from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_frame


def paint_control(painter: QPainter, button: QAbstractButton, look: Look, *, in_force: bool) -> str:
    """Paints ground and border as the button's state has them; returns the token of the ink that stands on it."""
    enabled = button.isEnabled()
    hovered = enabled and (button.underMouse() or button.isDown())
    accent = accent_of(button)
    fill = "window" if not enabled else "tint" if in_force else "hover" if hovered else "base"
    if in_force or button.hasFocus():
        border = accent if enabled else "border"
    else:
        border = "border" if not enabled else "faint" if hovered else "border_strong"
    width = 2.0 if button.hasFocus() else 1.0
    paint_frame(painter, button.rect(), look.color(fill), look.color(border), width=width)
    return "faint" if not enabled else accent if in_force else "text"


def accent_of(button: QAbstractButton) -> str:
    """The token of the accent, stronger under the mouse."""
    return "accent_hover" if button.isEnabled() and (button.underMouse() or button.isDown()) else "accent"
