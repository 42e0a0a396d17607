"""Push buttons that keep their icon, their name and their size through every change of the look."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.look import Look

_LONGEST = 24  # characters of what somebody typed that a button repeats
_ROOM = "\u2009\u2009"  # between icon and words: Qt's own gap cannot be styled


def button_text(typed: str) -> str:
    """What somebody typed, for the words of a button: short, without signs that mean something to Qt or the painter."""
    short = typed if len(typed) <= _LONGEST else f"{typed[: _LONGEST - 1]}…"
    return visible(short).replace("&", "&&")


def link_button(text: str = "", name: str = "") -> QPushButton:
    """A button without a frame, its words in the accent's colour; ``name`` is what a screen reader says instead."""
    button = QPushButton(text)
    button.setProperty("link", True)
    if name:
        button.setAccessibleName(name)
    return button


class IconButton(QPushButton):
    """Holds an icon before its words; ``name`` is what a screen reader says, where the words are not enough."""

    def __init__(
        self,
        icon: str,
        text: str,
        look: Look,
        *,
        name: str = "",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._token = icon, "on_accent" if primary else "text"
        self._look = look
        self.setProperty("primary", primary)
        self.setAccessibleName(name or text)
        self.show_words(text)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_words(self, text: str) -> None:
        """Show other words, or none: then the name becomes the tooltip."""
        self.setText(_ROOM + text if text else "")
        self.setToolTip("" if text else self.accessibleName())

    def _restyle(self) -> None:
        self.setIcon(self._look.icon(self._icon_name, self._token, self._look.icon_size))
        self.setIconSize(QSize(self._look.icon_size, self._look.icon_size))


class FlatButton(IconButton):
    """Holds only an icon, with its name as tooltip."""

    def __init__(self, icon: str, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(icon, "", look, name=name, parent=parent)
        self.setProperty("flat", True)

    def _restyle(self) -> None:
        self._token = "muted"
        super()._restyle()
        self.setFixedSize(self._look.unit + 10, self._look.unit + 10)


class PinButton(FlatButton):
    """Shows whether a code is pinned: pressed in, in the accent's colour, and said in its name."""

    def __init__(self, look: Look) -> None:
        super().__init__("pin", "", look)
        self.setCheckable(True)
        self.show_pinned(False)

    def show_pinned(self, pinned: bool) -> None:
        """Show the state of another code, or a new one of the same."""
        self.setChecked(pinned)
        self.setAccessibleName(self.tr("Pinned: take the pin away") if pinned else self.tr("Pin this code"))
        self.setToolTip(self.accessibleName())
        self._restyle()

    def nextCheckState(self) -> None:
        """Stay as it is: whoever pins the code shows the new state."""

    def _restyle(self) -> None:
        super()._restyle()
        if self.isChecked():
            self.setIcon(self._look.icon("pin", "accent", self._look.icon_size))
