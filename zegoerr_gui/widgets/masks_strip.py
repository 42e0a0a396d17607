"""What was masked in a reply: how much, what each label stands for, and whether IDs are masked too."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy

from zegoerr_gui.core.answer.redaction.recorder import Mask
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.widgets.buttons import link_button
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon

_PADDING = 16
_ARROW = 28  # of a button with a list, and its padding


class MasksStrip(Ground):
    """Sends ``mask_chosen`` with a label to be shown in the text, ``ids_toggled`` with whether IDs shall be masked."""

    mask_chosen = Signal(str)
    ids_toggled = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "alternate", "top")
        self._told = ""
        self.count = ElidedLabel(look, "strong")
        self.count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.kinds = link_button()
        self.kinds.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.menu = QMenu(self)
        self.kinds.setMenu(self.menu)
        self.ids = link_button(self.tr("Mask IDs too"))
        self.ids.setCheckable(True)
        self.ids.setToolTip(self.tr("AppID, room, user and stream, which ZEGOCLOUD support needs"))
        self.ids.toggled.connect(self.ids_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING + look.icon_size + 8, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self.kinds, 100)
        row.addStretch(1)  # where there is nothing to tell
        row.addWidget(self.ids)
        look.changed.connect(self.update)

    def show_masks(self, masks: Sequence[Mask], told: str) -> None:
        """Show what was masked: each label with its kind, and the same counted in words."""
        one = "value" if any(mask.kind.on_request for mask in masks) else "secret"
        some = self.tr("{masks} masked").format(masks=counted(len(masks), one))
        self.count.setText(some if masks else self.tr("Nothing to mask in this reply"))
        self.kinds.setVisible(bool(masks))
        self._told = told
        self._fit()
        self.kinds.setAccessibleName(self.tr("Masked: {told}").format(told=told))
        self.menu.clear()
        for mask in masks:
            action = self.menu.addAction(visible(self._described(mask)).replace("&", "&&"))
            action.triggered.connect(lambda _=False, label=mask.label: self.mask_chosen.emit(label))

    def _described(self, mask: Mask) -> str:
        length = counted(mask.length, "character")
        if mask.beginning:
            said = self.tr("{label}   {kind}, {length}, begins with {beginning}")
            return said.format(label=mask.label, kind=mask.kind.one, length=length, beginning=mask.beginning)
        return self.tr("{label}   {kind}, {length}").format(label=mask.label, kind=mask.kind.one, length=length)

    def _fit(self) -> None:
        """What has no room is left to the list."""
        metrics = self.kinds.fontMetrics()
        room = self.kinds.width() - _ARROW
        self.kinds.setText(metrics.elidedText(self._told, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, look = QPainter(self), self._look
        middle = QPointF(_PADDING + look.icon_size / 2, self.height() / 2)
        paint_icon(painter, middle, "shield-check", "redact", look, look.icon_size)
        painter.end()
