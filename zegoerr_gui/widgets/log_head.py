"""What stands at the right end of the titles over the log: which lines are shown, and in which form."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QWidget

from zegoerr_gui.models.shown import Shown
from zegoerr_gui.widgets.buttons import link_button
from zegoerr_gui.widgets.look import Look


class LogHead(QWidget):
    """Lies over the titles of the log. Sends ``shown_chosen`` with a ``Shown``, and ``raw_chosen``."""

    shown_chosen = Signal(object)
    raw_chosen = Signal(bool)

    def __init__(self, header: QHeaderView, look: Look) -> None:
        super().__init__(header)
        self._header = header
        self._look = look
        self._words = {
            Shown.ALL: self.tr("All lines"),
            Shown.CODES: self.tr("Lines with codes"),
            Shown.FINDS: self.tr("Lines with finds"),
            Shown.MARKED: self.tr("Lines you marked"),
            Shown.SCOPE: self.tr("Lines of the session"),
        }
        self.shown = link_button()
        self.shown.setAccessibleName(self.tr("Which lines are shown"))
        self.raw = link_button()
        self.raw.setText(self.tr("Raw"))
        self.raw.setToolTip(self.tr("Show lines of the SDK as they stand in the log"))
        self.raw.setCheckable(True)
        self.raw.clicked.connect(self.raw_chosen)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._choices = {}
        for shown, words in self._words.items():
            action = group.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, shown=shown: self.shown_chosen.emit(shown))
            menu.addAction(action)
            self._choices[shown] = action
        self.shown.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 1)
        layout.setSpacing(2)
        layout.addWidget(self.raw)
        layout.addWidget(self.shown)
        header.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()
        self.show_shown(Shown.ALL)
        self.offer_session(False)

    def show_shown(self, shown: Shown) -> None:
        """Say which lines are shown."""
        self.shown.setText(self._words[shown])
        self._choices[shown].setChecked(True)
        self._place()

    def offer_session(self, possible: bool) -> None:
        """Offer the lines of the session to which the log is limited."""
        self._choices[Shown.SCOPE].setVisible(possible)

    def show_columns(self, possible: bool) -> None:
        """Offer the raw lines where there are columns to choose instead."""
        self.raw.setVisible(possible)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """At the right end of the titles, as high as they are."""
        width = self.sizeHint().width()
        self.setGeometry(self._header.width() - width, 0, width, self._header.height())

    def _restyle(self) -> None:
        for button in (self.raw, self.shown):
            button.setFont(self._look.font(-1))
            button.setFixedHeight(self._look.log_header_height - 1)
        self._place()
