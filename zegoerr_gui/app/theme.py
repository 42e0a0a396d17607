"""Puts a look on the application: Fusion, the palette, the one style sheet; and follows the system's light or dark."""

from string import Template
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from zegoerr_gui.widgets.look import Look

Choice = Literal["system", "light", "dark"]

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "base",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "base",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
    QPalette.ColorRole.ToolTipBase: "base",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
}
_INACTIVE_ROLES = {QPalette.ColorRole.Highlight: "selection_inactive"}
_DISABLED_ROLES = {
    QPalette.ColorRole.WindowText: "faint",
    QPalette.ColorRole.Text: "faint",
    QPalette.ColorRole.ButtonText: "faint",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.HighlightedText: "faint",
    QPalette.ColorRole.Highlight: "selection_inactive",
    QPalette.ColorRole.Link: "faint",
    QPalette.ColorRole.Accent: "border_strong",
}

# A focused control has a border of 2 px instead of 1, and 1 px less padding, so that nothing jumps. Never a rule for
# the items of a view (it takes the delegate's background away; those of menus need theirs, or the current one is not
# shown once the menu has a border of its own), never a font size (zoom sets fonts).
_SHEET = Template(
    """
QPushButton { background: $base; color: $text; border: 1px solid $border_strong; border-radius: 6px;
    padding: 6px 11px; }
QPushButton:hover { background: $hover; border-color: $faint; }
QPushButton:pressed, QPushButton:checked { background: $tint; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 10px; }
QPushButton:disabled { background: $window; color: $faint; border-color: $border; }

QPushButton[segment="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[segment="middle"] { border-radius: 0; margin-left: -1px; }
QPushButton[segment="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; margin-left: -1px; }
QPushButton[segment]:checked { color: $accent; }

QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { background: $accent_hover;
    border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 5px 10px; }
QPushButton[primary="true"]:disabled { background: $selection_inactive; color: $faint; border-color: $border; }

QPushButton[flat="true"] { background: transparent; border-color: transparent; padding: 6px; }
QPushButton[flat="true"]:hover { background: $selection_inactive; }
QPushButton[flat="true"]:pressed, QPushButton[flat="true"]:checked { background: $tint; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; padding: 5px; }

QPushButton[link="true"] { background: transparent; color: $accent; border-color: transparent; padding: 3px 5px; }
QPushButton[link="true"]:hover, QPushButton[link="true"]:pressed { color: $accent_hover;
    background: $selection_inactive; }
QPushButton[link="true"]:checked { background: $tint; border-color: $accent; }
QPushButton[link="true"]:focus { border: 2px solid $accent; padding: 2px 4px; }
QPushButton[link="true"]:disabled { color: $faint; }

QLineEdit { background: $base; border: 1px solid $border_strong; border-radius: 6px; padding: 5px 8px; }
QLineEdit:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled { background: $window; border-color: $border; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked { width: 12px; height: 12px;
    border: 1px solid $faint; border-radius: 3px; background: $base; }
QRadioButton::indicator:unchecked { border-radius: 7px; }

QMenuBar { background: $window; border-bottom: 1px solid $border; padding: 0 8px; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selection; }
QMenu { background: $base; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::icon, QMenu::indicator { left: 7px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolTip { background: $base; color: $text; border: 1px solid $border_strong; padding: 1px 2px; }

QHeaderView { background: $base; }
QHeaderView::section { background: $base; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 0 14px; }
QHeaderView::section:vertical { border: none; padding: 0 4px 0 8px; }
QHeaderView::section:vertical:checked { color: $text; }
QTableCornerButton::section { background: $base; border: none; border-bottom: 1px solid $border; }

QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 4px 4px 4px 8px; }
QTabBar::tab:hover { background: $hover; color: $text; }
QTabBar::tab:selected { background: $base; color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { background: $selection; }

QScrollBar { background: $base; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $faint; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $border; }
"""
)


def apply(look: Look, app: QApplication) -> None:
    """Gives the application the style, the palette, the font and the style sheet of a look."""
    if not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(look))
    app.setFont(look.font())
    sheet = _SHEET.substitute(look.tokens)
    if sheet != app.styleSheet():  # zoom leaves it as it is
        # Over another sheet Qt would go through a widget once for each of its parents.
        app.setStyleSheet("")
        app.setStyleSheet(sheet)
    else:
        for widget in app.allWidgets():  # what has no font of its own would keep that of the last zoom
            QApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))


def palette(look: Look) -> QPalette:
    """The palette of a look: all that Fusion paints by itself."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(QPalette.ColorGroup.All, role, look.color(token))
    for role, token in _INACTIVE_ROLES.items():
        made.setColor(QPalette.ColorGroup.Inactive, role, look.color(token))
    for role, token in _DISABLED_ROLES.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, look.color(token))
    return made


class Theme(QObject):
    """Holds the choice of light or dark, keeps the look to it and the application to the look.

    With ``system`` it follows the system's setting, also while the program runs.
    """

    def __init__(self, look: Look, app: QApplication, choice: Choice = "system") -> None:
        """Make it before any widget, so that widgets find the new palette when ``look.changed`` reaches them."""
        super().__init__(app)
        self._look = look
        self._app = app
        self._choice: Choice = choice
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.set_choice(choice)
        self._apply()
        look.changed.connect(self._apply)

    @property
    def choice(self) -> Choice:
        """What the agent chose in the settings."""
        return self._choice

    def set_choice(self, choice: Choice) -> None:
        """Follows the system, or stays light or dark."""
        self._choice = choice
        # The system draws the title bars and native dialogs; tell it as well.
        schemes = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes[choice])
        self._follow()

    def _follow(self) -> None:
        scheme = self._app.styleHints().colorScheme()
        self._look.set_scheme(scheme == Qt.ColorScheme.Dark if self._choice == "system" else self._choice == "dark")

    def _apply(self) -> None:
        apply(self._look, self._app)
