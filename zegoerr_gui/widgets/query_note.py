"""One line under the filter that says what of a query was not understood, or what was sought in its stead."""

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.buttons import button_text, link_button
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon

_PADDING, _GAP = 14, 8


class QueryNote(Ground):
    """Lies over the titles of the table, so that no row moves; hidden while all is well.

    Sends ``query_offered`` with the query that is right when its button is pressed.
    """

    query_offered = Signal(str)

    def __init__(self, model: CodeTableModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, "tint", "bottom", parent=parent)
        self._model = model
        self._offered = ""
        self._wrong = False
        self.text = ElidedLabel(look, "body")
        self.text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.offer = link_button()
        self.offer.clicked.connect(lambda: self.query_offered.emit(self._offered))
        self._layout = layout = QHBoxLayout(self)
        layout.setSpacing(_GAP)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.offer)
        layout.addStretch()
        model.rows_changed.connect(self._tell)
        look.changed.connect(self._restyle)
        self.hide()

    def _tell(self) -> None:
        found, typed = self._model.found, self._model.filter.query
        similar = found.similar_to if self._model.codes else ""  # or what stands in place of the rows says it
        self._offered = offer = ""
        if found.faults:
            fault = next((fault for fault in found.faults if not fault.unfinished), found.faults[0])
            self.text.setText(fault.sentence)
            self._wrong = not fault.unfinished
            if fault.instead:
                offer = self.tr("Use {piece}").format(piece=button_text(fault.instead))
                self._offered = typed[: fault.start] + fault.instead + typed[fault.end :]
        elif similar:
            said = self.tr("Nothing matches “{typed}”. Shown: similar to “{similar}”.")
            self.text.setText(said.format(typed=" ".join(typed.split()), similar=similar))
            self._wrong = False
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self.setAccessibleName(self.text.text())
        self.setVisible(bool(found.faults or similar))
        self._restyle()

    def _restyle(self) -> None:
        self.token = "degraded_bg" if self._wrong else "tint"
        self._layout.setContentsMargins(_PADDING + self._look.icon_size + _GAP, 0, _GAP, 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._look.header_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._look.icon_size
        name, token = ("triangle-alert", "degraded") if self._wrong else ("info", "muted")
        paint_icon(painter, QPointF(_PADDING + size / 2, self.height() / 2), name, token, self._look, size)
        painter.end()
