"""One facet of the filter bar: a button that opens a list to tick, and that shows what is in force."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from zegoerr_gui.widgets.control_frame import paint_control
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon, paint_text
from zegoerr_gui.widgets.painted_button import PaintedButton, Policy
from zegoerr_gui.widgets.plain_label import plain_tip
from zegoerr_gui.widgets.tick_menu import TickItem, TickMenu

_LEFT, _GAP, _RIGHT = 11, 8, 7
_NAMES_SHOWN = 2


class Facet(PaintedButton):
    """Holds a title, values to tick, counts beside them, and the ids ticked.

    Sends ``chosen_changed`` with a frozenset of ids whenever that set differs from the one before. Space, Enter and
    Down open the list; Delete, Backspace and the cross clear it.
    """

    chosen_changed = Signal(object)

    def __init__(self, title: str, look: Look) -> None:
        super().__init__("", look, Policy.Maximum)
        self._title = title
        self._items: tuple[TickItem, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._chosen: frozenset[str] = frozenset()
        self._actions: dict[str, QAction] = {}
        self._pressed_on_cross = False
        self._menu = TickMenu(self, look)
        self._menu.aboutToHide.connect(self._release)
        self.setAccessibleDescription(self.tr("Space opens the list, Delete clears it."))
        self.clicked.connect(self._answer_click)
        self._show_state()

    # What it holds

    @property
    def chosen(self) -> frozenset[str]:
        """The ids in force; empty means that this facet filters nothing."""
        return self._chosen

    def set_items(self, items: Iterable[tuple[str, str, str, str]]) -> None:
        """Takes the values as (id, title, icon name or "", token); chosen ids that are gone are dropped."""
        self._items = tuple(TickItem(*item) for item in items)
        self._fill_menu()
        self.set_chosen(self._chosen)
        self._show_state()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Shows a count at the right of each value, by id; a value without one shows none."""
        self._counts = dict(counts)
        for item in self._items:
            self._label_action(self._actions[item.id], item)

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Puts these values in force; ids that the facet does not have are ignored."""
        chosen = frozenset(item.id for item in self._items if item.id in chosen)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        for key, action in self._actions.items():
            action.setChecked(key in chosen)
        self._show_state()
        self.chosen_changed.emit(chosen)

    def clear(self) -> None:
        """Puts no value in force."""
        self.set_chosen(frozenset())

    def open_list(self) -> None:
        """Opens the list under the button, the first value current."""
        self.setDown(True)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        if self._items:
            self._menu.setActiveAction(self._actions[self._items[0].id])

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(self._width_for(self._full_label()), self._look.control_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_for(self._short_label()), self._look.control_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_list()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cross = self.width() - _RIGHT - self._look.icon_size - _GAP / 2
        self._pressed_on_cross = bool(self._chosen) and event.position().x() >= cross
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, in_force = self._look, bool(self._chosen)
        painter = QPainter(self)
        ink = paint_control(painter, self, look, in_force=in_force)
        self._paint_label(painter, ink)
        size = look.icon_size
        centre = QPointF(self.width() - _RIGHT - size / 2, self.height() / 2)
        token = "muted" if ink == "text" else ink
        paint_icon(painter, centre, "x" if in_force else "chevron-down", token, look, size)
        painter.end()

    # Inside

    def _paint_label(self, painter: QPainter, token: str) -> None:
        inner = self.rect().adjusted(_LEFT, 0, -_RIGHT - self._look.icon_size - _GAP, 0)
        label = self._full_label()
        if QFontMetrics(self._font()).horizontalAdvance(label) > inner.width() + 1:
            label = self._short_label()
        paint_text(painter, inner, label, self._font(), self._look.color(token))

    def _font(self) -> QFont:
        return self._look.font(0, 500 if self._chosen else 400)

    def _width_for(self, label: str) -> int:
        text = QFontMetrics(self._font()).horizontalAdvance(label)
        return _LEFT + text + _GAP + self._look.icon_size + _RIGHT

    def _names(self) -> list[str]:
        return [item.title for item in self._items if item.id in self._chosen]

    def _full_label(self) -> str:
        names = self._names()
        if not names or len(names) > _NAMES_SHOWN:
            return self._short_label()
        return self.tr("{title}: {names}").format(title=self._title, names=self.tr(", ").join(names))

    def _short_label(self) -> str:
        if not self._chosen:
            return self._title
        return self.tr("{title}: {number}").format(title=self._title, number=len(self._chosen))

    def _show_state(self) -> None:
        names = self.tr(", ").join(self._names())
        all_names = self.tr("{title}: {names}").format(title=self._title, names=names) if names else self._title
        self.setAccessibleName(all_names)
        self.setToolTip(plain_tip(all_names) if names else "")
        self.updateGeometry()
        self.update()

    def _answer_click(self) -> None:
        on_cross, self._pressed_on_cross = self._pressed_on_cross, False
        if on_cross:
            self.clear()
        else:
            self.open_list()

    def _release(self) -> None:
        self.setDown(False)

    def _fill_menu(self) -> None:
        self._menu.clear_rows()
        self._actions = {}
        for item in self._items:
            action = self._menu.addAction("")
            self._label_action(action, item)
            action.setCheckable(True)
            action.setChecked(item.id in self._chosen)
            action.toggled.connect(self._take_ticks)
            self._actions[item.id] = action

    def _label_action(self, action: QAction, item: TickItem) -> None:
        """Gives a row its item and count to paint, and as text for screen readers (the count as a menu's key)."""
        count = self._counts.get(item.id)
        title = item.title.replace("&", "&&").replace("\t", " ")
        action.setText(title if count is None else f"{title}\t{count}")
        self._menu.set_row(action, item, count)

    def _take_ticks(self) -> None:
        self.set_chosen(frozenset(key for key, action in self._actions.items() if action.isChecked()))

    def _restyle(self) -> None:
        self._menu.setFont(self._look.font())
        super()._restyle()
