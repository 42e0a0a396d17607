"""How the window looks at the moment: colours, fonts, zoom, heights and icons, passed to every widget."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from zegoerr_gui.widgets.icon_drawings import IconDrawings
from zegoerr_gui.widgets.tokens import DARK, LIGHT

# The look guide gives sizes as steps of one pixel on a base of 13 px; they keep that proportion on any other base.
_GUIDE_BASE = 13
_ZOOM_STEP = 1.1
ZOOM_LEAST, ZOOM_MOST = -3, 8
_FIXED_FAMILIES = (
    "Cascadia Mono",
    "Consolas",
    "SF Mono",
    "Menlo",
    "JetBrains Mono",
    "DejaVu Sans Mono",
    "Liberation Mono",
    "Noto Sans Mono",
    "Courier New",
)


class Look(QObject):
    """Holds the palette in force, the two fonts, the zoom and the icons drawn so far. All sizes are logical pixels.

    Sends ``changed`` after the scheme, the zoom or the fonts changed: take colours, fonts, heights and icons anew.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Starts light, with the system's fonts."""
        super().__init__()
        self._dark = False
        self._zoom_steps = 0
        self._drawings = IconDrawings()
        self._svgs: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._fonts: dict[tuple[bool, float, int], QFont] = {}
        self._base = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._fixed = _system_fixed_font()

    # Colours

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in force."""
        return self._dark

    def set_scheme(self, dark: bool) -> None:
        """Puts the dark or the light palette in force."""
        if dark != self._dark:
            self._dark = dark
            self._renew()

    @property
    def tokens(self) -> Mapping[str, str]:
        """Every token of the palette in force, as ``#RRGGBB``."""
        return DARK if self._dark else LIGHT

    def color(self, token: str) -> QColor:
        """The colour of a token; an unknown token is a KeyError."""
        return QColor(self.tokens[token])

    # Fonts and zoom

    @property
    def zoom(self) -> float:
        """The factor on every text size and icon: 1.1 to the power of the steps."""
        return float(_ZOOM_STEP**self._zoom_steps)

    def set_zoom(self, steps: int) -> None:
        """Zooms to a number of steps, 0 being the system's size; kept between -3 and 8."""
        steps = max(ZOOM_LEAST, min(ZOOM_MOST, steps))
        if steps != self._zoom_steps:
            self._zoom_steps = steps
            self._renew()

    def font(self, delta: float = 0, weight: int = 400) -> QFont:
        """The proportional font, ``delta`` steps larger than the base, in a weight of whole hundreds."""
        return QFont(self._font(False, delta, weight))

    def mono(self, delta: float = -1, weight: int = 400) -> QFont:
        """The monospace font without ligatures (``->`` in a log stays two characters)."""
        return QFont(self._font(True, delta, weight))

    # Heights, all from the fonts

    @property
    def unit(self) -> int:
        """The height of a line of the base font: the measure of all others (16 at 13 px)."""
        return QFontMetrics(self._font(False, 0, 400)).height()

    @property
    def mono_unit(self) -> int:
        """The height of a line of the log."""
        return QFontMetrics(self._font(True, -1, 400)).height()

    @property
    def control_height(self) -> int:
        """Buttons, facets, segments."""
        return self.unit + 14

    @property
    def field_height(self) -> int:
        """The filter field."""
        return self.unit + 16

    @property
    def row_height(self) -> int:
        """A row of the codes table."""
        return self.unit + 12

    @property
    def log_row_height(self) -> int:
        """A line of the log."""
        return self.mono_unit + 4

    @property
    def badge_height(self) -> int:
        """Badges and chips."""
        return self.unit + 8

    @property
    def tag_height(self) -> int:
        """A tag or a count inside a table row, where a badge would touch the row's edges."""
        return self.unit + 2

    @property
    def header_height(self) -> int:
        """Column titles of the codes table."""
        return self.unit + 12

    @property
    def log_header_height(self) -> int:
        """Column titles of the log."""
        return self.unit + 8

    @property
    def verdict_height(self) -> int:
        """The strip with the verdict, which has two lines."""
        return 2 * self.unit + 20

    @property
    def icon_size(self) -> int:
        """An icon beside text."""
        return round(16 * self.zoom)

    # Icons

    def pixmap(self, name: str, token: str, size: int = 16, ratio: float | None = None) -> QPixmap:
        """The Lucide icon ``name`` in a token's colour, ``size`` logical pixels square, for a device pixel ratio.

        The ratio is that of the densest screen unless given. An unknown name or token is a KeyError.
        """
        if ratio is None:
            ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        key = (name, self.tokens[token], size, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._render(*key)
        return pixmap

    def icon(self, name: str, token: str, size: int = 16) -> QIcon:
        """The same icon for a button or an action: sharp on every screen there is, faint while disabled."""
        icon = QIcon()
        for ratio in sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}):
            icon.addPixmap(self.pixmap(name, token, size, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, "faint", size, ratio), QIcon.Mode.Disabled)
        return icon

    def _render(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        side = max(1, math.floor(size * ratio + 0.5))
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        drawing = QSvgRenderer(QByteArray(self._svg(name).replace("currentColor", colour).encode()))
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _svg(self, name: str) -> str:
        if name not in self._svgs:
            self._svgs[name] = self._drawings.svg(name).replace('stroke-width="2"', 'stroke-width="1.75"')
        return self._svgs[name]

    # Inside

    def _renew(self) -> None:
        self._pixmaps.clear()
        self._fonts.clear()
        self.changed.emit()

    def _font(self, mono: bool, delta: float, weight: int) -> QFont:
        key = (mono, delta, weight)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._make_font(*key)
        return font

    def _make_font(self, mono: bool, delta: float, weight: int) -> QFont:
        font = QFont(self._fixed if mono else self._base)
        # Whole pixels, because hinted text of a broken size is uneven; in points, because others ask for pointSize().
        dots_per_point = QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
        base = self._base.pixelSize() if self._base.pixelSize() > 0 else self._base.pointSizeF() * dots_per_point
        pixels = max(8, math.floor(base * (_GUIDE_BASE + delta) / _GUIDE_BASE * self.zoom + 0.5))
        font.setPointSizeF(pixels / dots_per_point)
        font.setWeight(QFont.Weight(weight))
        if mono:
            font.setFeature(QFont.Tag("calt"), 0)
        return font


def _system_fixed_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    # Windows answers Courier New, too thin to read at 12 px; some Linux desktops a font that is not monospace.
    if QFontInfo(font).fixedPitch() and not font.family().startswith("Courier"):
        return font
    family = next((family for family in _FIXED_FAMILIES if QFontDatabase.hasFamily(family)), font.family())
    font.setFamilies([family])
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
