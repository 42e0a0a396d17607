"""The bar that says which lines of the log are shown, and leads back to all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from zegoerr_gui.models.shown import AROUND, Shown
from zegoerr_gui.widgets.buttons import link_button
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.plain_label import plain_label


class ShownBar(Ground):
    """Hidden while all lines are shown. Sends ``around_chosen`` (lines) and ``all_asked``."""

    around_chosen = Signal(int)
    all_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "tint", "bottom")
        self._words = {
            Shown.CODES: self.tr("lines with codes"),
            Shown.FINDS: self.tr("lines with finds"),
            Shown.MARKED: self.tr("lines you marked"),
        }
        self.session = ""  # to which the log is limited, in words
        self.text = ElidedLabel(look, "small")
        self.text.set_token("text")
        self.text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._label = plain_label(self.tr("lines around:"), look, "small", selectable=False)
        self.around = {count: self._choice(count) for count in AROUND}
        self.all_button = link_button(self.tr("Show all"))
        self.all_button.clicked.connect(self.all_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.text)
        layout.addWidget(self.all_button)
        layout.addStretch(1)
        layout.addWidget(self._label)
        group = QButtonGroup(self)
        for button in self.around.values():
            layout.addWidget(button)
            group.addButton(button)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in this bar, in reading order."""
        return [self.all_button, *self.around.values()]

    def show_shown(self, shown: Shown, around: int, rows: int, lines: int) -> None:
        """Say how many of the lines are shown, and why these."""
        self.setVisible(shown is not Shown.ALL)
        if shown is Shown.ALL:
            return
        why = self.session if shown is Shown.SCOPE else self._words[shown]
        if shown is Shown.CODES and self.session:
            why = self.tr("{lines} of {session}").format(lines=why, session=self.session)
        if around:
            why = self.tr("{lines} and {around} around").format(lines=why, around=around)
        said = self.tr("Showing {rows} of {lines} lines: {why}.")
        self.text.setText(said.format(rows=f"{rows:,}", lines=f"{lines:,}", why=why))
        self.around[around].setChecked(True)

    def show_looking(self, share: float) -> None:
        """Say how far the lines of the session have been looked for, 0 to 1."""
        said = self.tr("Looking for the lines: {session}, {percent} %")
        self.text.setText(said.format(session=self.session, percent=round(100 * share)))
        self.show()

    def _choice(self, count: int) -> QPushButton:
        button = link_button(str(count), self.tr("{count} lines around").format(count=count))
        button.setCheckable(True)
        button.clicked.connect(lambda: self.around_chosen.emit(count))
        return button

    def _restyle(self) -> None:
        for button in (self.all_button, *self.around.values()):
            button.setFont(self._look.font(-1))
        self.update()
