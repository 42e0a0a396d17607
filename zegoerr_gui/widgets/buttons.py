"""Push buttons that keep their icon, their name and their keys through every change of the look."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from zegoerr_gui.widgets.look import Look

_ROOM = "\u2009\u2009"  # between icon and words: Qt's own gap cannot be styled


def icon_button(icon: str, text: str, look: Look, *, name: str = "", primary: bool = False) -> QPushButton:
    """A button with an icon before its words; ``name`` is what a screen reader says, where the words are not enough."""
    button = QPushButton(_ROOM + text)
    button.setProperty("primary", primary)
    button.setAccessibleName(name or text)
    _keep_icon(button, icon, "on_accent" if primary else "text", look)
    return button


def flat_button(icon: str, name: str, look: Look) -> QPushButton:
    """A button that is only an icon, with its name as tooltip."""
    button = QPushButton()
    button.setProperty("flat", True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    _keep_icon(button, icon, "muted", look)

    def resize() -> None:
        button.setFixedSize(look.unit + 10, look.unit + 10)

    look.changed.connect(resize)
    resize()
    return button


def show_words(button: QPushButton, text: str) -> None:
    """Give a button with an icon other words, or none: then its name becomes its tooltip."""
    button.setText(_ROOM + text if text else "")
    button.setToolTip("" if text else button.accessibleName())


def _keep_icon(button: QPushButton, icon: str, token: str, look: Look) -> None:
    def restyle() -> None:
        button.setIcon(look.icon(icon, token, look.icon_size))
        button.setIconSize(QSize(look.icon_size, look.icon_size))

    look.changed.connect(restyle)
    restyle()
