"""The logs side by side: a bar of tabs above the pane of the log on show, or the invitation to bring one."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.widgets.buttons import FlatButton
from zegoerr_gui.widgets.empty_log import EmptyLog
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_mark
from zegoerr_gui.widgets.plain_label import plain_tip

NO_LOG: Final = -1
_WIDEST = 16  # units of a tab, its name being elided beyond
_NARROWEST = 10  # the same where tabs are many: under it, arrows lead to the others


class LogTabs(Ground):
    """Holds a tab for each log, by number, and the pane on show. The bar is hidden while there is at most one log.

    Sends ``log_chosen`` with the number of the log whose turn it is, NO_LOG after the last was removed, and
    ``close_asked`` with the number of a log.
    """

    log_chosen = Signal(int)
    close_asked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window")
        self.empty = EmptyLog(look)
        self.bar = _Bar(look, self)
        self._names: dict[int, tuple[str, str]] = {}  # the name and the place of a log, by number
        self._marks: dict[int, tuple[Evidence | None, str]] = {}
        self._told = NO_LOG  # the log whose turn was told last
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.bar.hide()
        self.bar.currentChanged.connect(self._tell)
        self.bar.close_asked.connect(self.close_asked)

    @property
    def current(self) -> int:
        """The number of the log whose turn it is, or NO_LOG."""
        return self.bar.number_at(self.bar.currentIndex())

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops above the panes, in reading order."""
        return [self.bar, *self.empty.stops]

    def add(self, number: int, name: str, place: str) -> None:
        """Add a tab at the end, without showing it; ``place`` is the path, or the name once more."""
        self._names[number] = name, place
        self.bar.blockSignals(True)
        self.bar.add(number, name)
        self.bar.blockSignals(False)
        self.mark(number, None, "")
        self.bar.setVisible(self.bar.count() > 1)

    def choose(self, number: int) -> None:
        """Give a log its turn."""
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(self.bar.index_of(number))
        self.bar.blockSignals(False)
        self._tell()

    def step(self, step: int) -> None:
        """Give the next log (1) or the previous one (-1) its turn, round and round."""
        if self.bar.count() > 1:
            self.bar.setCurrentIndex((self.bar.currentIndex() + step) % self.bar.count())

    def remove(self, number: int) -> None:
        """Take a tab away; the log that was on show before gets its turn."""
        del self._names[number], self._marks[number]
        self.bar.removeTab(self.bar.index_of(number))
        self.bar.setVisible(self.bar.count() > 1)

    def mark(self, number: int, evidence: Evidence | None, said: str) -> None:
        """Show by a mark whether a log has the chosen code; ``said`` is how often, for tooltip and screen reader."""
        if self._marks.get(number) == (evidence, said):
            return
        self._marks[number] = evidence, said
        name, place = self._names[number]
        index = self.bar.index_of(number)
        self.bar.mark(index, evidence)
        self.bar.setTabToolTip(index, plain_tip(f"{visible(place)}\n{said}" if said else visible(place)))
        self.bar.setAccessibleTabName(index, visible(f"{name}, {said}" if said else name))

    def add_pane(self, pane: QWidget) -> None:
        """Take in the pane of a log, without showing it."""
        self._stack.addWidget(pane)

    def show_pane(self, pane: QWidget | None, start: QWidget) -> None:
        """Show a log's pane, or the invitation; a focus in the log stays there, at ``start`` where it never was."""
        page = pane or self.empty
        focused, last = self.window().focusWidget(), page.focusWidget()  # also while a dialog has the keys
        inside = focused is not None and self._stack.isAncestorOf(focused)
        self._stack.setCurrentWidget(page)
        if inside:
            (last if last and last.isVisible() else start).setFocus()

    def _tell(self) -> None:
        if self.current != self._told:  # a tab that is taken away before it moves it
            self._told = self.current
            self.log_chosen.emit(self._told)


class _Bar(QTabBar):
    """The tabs. Sends ``close_asked`` with the number of a log."""

    close_asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icons: dict[Evidence | None, QIcon] = {}
        self._marks: dict[int, Evidence | None] = {}  # by number
        self._sizes: dict[int, QSize] = {}  # of the tabs by number: the bar asks for all of them at every change
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
        self.setAccessibleName(self.tr("Open logs"))
        look.changed.connect(self._restyle)
        self._restyle()

    def number_at(self, index: int) -> int:
        """The number of the log at a place in the bar, or NO_LOG."""
        number = self.tabData(index)
        return NO_LOG if number is None else int(number)

    def index_of(self, number: int) -> int:
        """The place of a log in the bar."""
        return next(index for index in range(self.count()) if self.number_at(index) == number)

    def add(self, number: int, name: str) -> None:
        """Add a tab at the end."""
        index = self.addTab(self._icon(None), visible(name).replace("&", "&&"))
        self.setTabData(index, number)
        close = FlatButton("x", self.tr("Close {name}").format(name=visible(name)), self._look, self)
        close.setToolTip(plain_tip(close.accessibleName()))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W closes; the arrows go from tab to tab
        close.clicked.connect(lambda: self.close_asked.emit(number))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, close)

    def mark(self, index: int, evidence: Evidence | None) -> None:
        """Show the mark of a level of evidence, or the room for one, so that no tab moves when marks come and go."""
        self._marks[self.number_at(index)] = evidence
        self.setTabIcon(index, self._icon(evidence))

    def tabSizeHint(self, index: int) -> QSize:
        number = self.number_at(index)
        size = self._sizes.get(number)
        if size is None:
            hint = super().tabSizeHint(index)
            size = QSize(min(hint.width(), _WIDEST * self._look.unit), hint.height())
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide):  # nothing is added to it any more
                self._sizes[number] = size
        return size

    def minimumTabSizeHint(self, index: int) -> QSize:
        size = self.tabSizeHint(index)
        return QSize(min(size.width(), _NARROWEST * self._look.unit), size.height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._sizes.clear()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            index = self.tabAt(event.position().toPoint())
            if index >= 0:
                self.close_asked.emit(self.number_at(index))
        super().mouseReleaseEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._look.font(-1))
        side = round(10 * self._look.zoom)
        self.setIconSize(QSize(side, side + 4))
        self._sizes.clear()
        self._icons.clear()
        for index in range(self.count()):
            self.setTabIcon(index, self._icon(self._marks.get(self.number_at(index))))

    def _icon(self, evidence: Evidence | None) -> QIcon:
        if evidence not in self._icons:
            self._icons[evidence] = QIcon(self._swatch(evidence))
        return self._icons[evidence]

    def _swatch(self, evidence: Evidence | None) -> QPixmap:
        side = self.iconSize().width()
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(side, side + 4) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        if evidence is not None:
            painter = QPainter(pixmap)
            paint_mark(painter, QRect(0, 1, side, side + 2), evidence, False, self._look)
            painter.end()
        return pixmap
