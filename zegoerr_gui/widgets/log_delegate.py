"""Paints a row of the log: level as shape and word, the text in runs with its marks."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from zegoerr_gui.models.line_view import LineView, Mark
from zegoerr_gui.models.log_lines_model import ACTION, CONTENT, LEVEL, TIME
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import MARK_PADDING, mark_ink, mark_weight, paint_mark
from zegoerr_gui.widgets.row_delegate import Index, RowDelegate

_GAP = 8
_AFTER_MARK = 44  # pixels of text kept behind the first mark
_LEVEL_TOKENS = {"error": "failure", "warn": "warn"}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class LogDelegate(RowDelegate):
    """Holds which code is selected, whose marks are the stronger ones."""

    def __init__(self, view: QTableView, look: Look) -> None:
        super().__init__(view, look)
        self.selected_code: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.look.log_row_height)

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        view: LineView = index.data(Role.LINE)
        column = index.column()
        rect = rect.adjusted(_GAP, 0, -_GAP // 2, 0)
        token = "muted" if view.level == "debug" else "text"
        painter.setFont(self.look.mono())
        painter.setPen(self.look.color(token))
        if column == TIME:
            painter.drawText(rect, _LEFT, view.time)
        elif column == LEVEL:
            self._paint_level(painter, rect, view.level)
        elif column == ACTION:
            painter.setPen(self.look.color("muted"))
            metrics = QFontMetricsF(painter.font())
            painter.drawText(rect, _LEFT, metrics.elidedText(view.action, Qt.TextElideMode.ElideRight, rect.width()))
        elif column == CONTENT:
            self._paint_content(painter, QRectF(rect), view, token)

    def _paint_level(self, painter: QPainter, rect: QRect, level: str) -> None:
        token = _LEVEL_TOKENS.get(level)
        side = round(self.look.mono_unit * 0.5)
        if token:
            painter.setFont(self.look.mono(-1, 600))
            painter.setPen(self.look.color(token))
            self._paint_shape(painter, rect, level, token, side)
        painter.drawText(rect.adjusted(side + 6, 0, 0, 0), _LEFT, level)

    def _paint_shape(self, painter: QPainter, rect: QRect, level: str, token: str, side: int) -> None:
        box = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color(token))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if level == "error":
            painter.drawRoundedRect(box, 1.5, 1.5)
        else:
            top = QPointF(box.center().x(), box.top())
            painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        painter.restore()

    def _paint_content(self, painter: QPainter, rect: QRectF, view: LineView, token: str) -> None:
        more = self.tr("+{count} ▸").format(count=view.more) if view.more else ""
        if more:
            width = QFontMetricsF(self.look.mono()).horizontalAdvance(more) + _GAP
            painter.setPen(self.look.color("muted"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, more)
            rect = rect.adjusted(0, 0, -width, 0)
        painter.setClipRect(rect.adjusted(-_GAP / 2, 0, 0, 0))  # a mark at the very beginning reaches out to the left
        left = rect.left()
        for text, mark in self._fitting(view, rect.width()):
            left = self._paint_run(painter, rect, left, text, mark, token)
        painter.setClipping(False)

    def _paint_run(
        self, painter: QPainter, rect: QRectF, left: float, text: str, mark: Mark | None, token: str
    ) -> float:
        """Paint one run of text; returns where the next one begins."""
        font, width = self._font(mark), self._width(text, mark)
        if mark:
            height = self.look.mono_unit + 1
            box = QRectF(left - MARK_PADDING, rect.center().y() - height / 2, width + 2 * MARK_PADDING, height)
            chosen = mark.code == self.selected_code
            paint_mark(painter, box, mark.evidence, chosen, self.look)
            token = mark_ink(mark.evidence, chosen)
        painter.setFont(font)
        painter.setPen(self.look.color(token))
        painter.drawText(QRectF(left, rect.top(), width + 4, rect.height()), _LEFT, text)
        return left + width

    def _fitting(self, view: LineView, width: float) -> Iterator[tuple[str, Mark | None]]:
        """The runs of a text, its first mark in sight: where it would not be, the text before it loses its middle."""
        runs = list(_runs(view))
        first = next((place for place, (_, mark) in enumerate(runs) if mark), None)
        if first is not None:
            room = max(0.0, width - self._width(*runs[first]) - _AFTER_MARK)
            before = "".join(text for text, _ in runs[:first])
            if self._width(before, None) > room:
                metrics = QFontMetricsF(self.look.mono())
                runs[:first] = [(metrics.elidedText(before, Qt.TextElideMode.ElideMiddle, room), None)]
        for text, mark in runs:
            taken = self._width(text, mark)
            if mark is None and taken > width:
                text = QFontMetricsF(self.look.mono()).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
            yield text, mark
            width -= taken
            if width <= 0:
                return

    def _width(self, text: str, mark: Mark | None) -> float:
        return QFontMetricsF(self._font(mark)).horizontalAdvance(text)

    def _font(self, mark: Mark | None) -> QFont:
        return self.look.mono(-1, mark_weight(mark.evidence) if mark else 400)


def _runs(view: LineView) -> Iterator[tuple[str, Mark | None]]:
    at = 0
    for mark in view.marks:
        if mark.start > at:
            yield view.text[at : mark.start], None
        yield view.text[mark.start : mark.end], mark
        at = mark.end
    if at < len(view.text) or not view.text:
        yield view.text[at:], None
