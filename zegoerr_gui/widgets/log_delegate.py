"""Paints a row of the log: level as shape and word, the text in runs with its marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from zegoerr_gui.models.line_view import LineView, Mark, Span
from zegoerr_gui.models.log_lines_model import ACTION, CONTENT, LEVEL, TIME, LogLinesModel
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import MARK_PADDING, mark_ink, mark_weight, paint_hit, paint_mark
from zegoerr_gui.widgets.row_delegate import Index, RowDelegate

_GAP = 8
_ELSEWHERE = "…"  # stands for a hit in a part of the line that is not shown
_AFTER_MARK = 44  # pixels of text kept behind the first mark
_LEVEL_TOKENS = {"error": "failure", "warn": "warn"}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of text that is painted at once: in a mark or in none, with hits of what is sought."""

    text: str
    mark: Mark | None = None
    hits: tuple[Span, ...] = ()


class LogDelegate(RowDelegate):
    """Holds which code is selected, whose marks are the stronger ones."""

    def __init__(self, view: QTableView, model: LogLinesModel, look: Look) -> None:
        super().__init__(view, look)
        self.selected_code: int | None = None
        self._lines = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.look.log_row_height)

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        view: LineView = index.data(Role.LINE)
        column = index.column()
        if self._lines.follows_gap(index.row()):
            paint_gap(painter, rect, self.look)
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
            self._paint_content(painter, QRectF(rect), view, token, index.row() == self._view.currentIndex().row())

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

    def _paint_content(self, painter: QPainter, rect: QRectF, view: LineView, token: str, current: bool) -> None:
        more = self.tr("+{count} ▸").format(count=view.more) if view.more else ""
        metrics = QFontMetricsF(self.look.mono())
        if view.hit_elsewhere:
            width = metrics.horizontalAdvance(_ELSEWHERE)
            box = QRectF(rect.right() - width - 4, rect.top() + 2, width + 4, rect.height() - 4)
            paint_hit(painter, box, current, False, self.look)
            painter.setPen(self.look.color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _ELSEWHERE)
            rect = rect.adjusted(0, 0, -width - _GAP, 0)
        if more:
            width = metrics.horizontalAdvance(more) + _GAP
            painter.setPen(self.look.color("muted"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, more)
            rect = rect.adjusted(0, 0, -width, 0)
        painter.setClipRect(rect.adjusted(-_GAP / 2, 0, 0, 0))  # a mark at the very beginning reaches out to the left
        left = rect.left()
        for run in self._fitting(view, rect.width()):
            left = self._paint_run(painter, rect, left, run, token, current)
        painter.setClipping(False)

    def _paint_run(self, painter: QPainter, rect: QRectF, left: float, run: _Run, token: str, current: bool) -> float:
        """Paint one run of text; returns where the next one begins."""
        width = self._width(run)
        height = self.look.mono_unit + 1
        box = QRectF(left - MARK_PADDING, rect.center().y() - height / 2, width + 2 * MARK_PADDING, height)
        if run.mark:
            chosen = run.mark.code == self.selected_code
            paint_mark(painter, box, run.mark.evidence, chosen, self.look)
            token = mark_ink(run.mark.evidence, chosen)
        metrics = QFontMetricsF(self._font(run))
        for start, end in run.hits:
            box.setLeft(left + metrics.horizontalAdvance(run.text[:start]) - 1)
            box.setRight(left + metrics.horizontalAdvance(run.text[:end]) + 1)
            paint_hit(painter, box, current, run.mark is not None, self.look)
        painter.setFont(self._font(run))
        painter.setPen(self.look.color(token))
        painter.drawText(QRectF(left, rect.top(), width + 4, rect.height()), _LEFT, run.text)
        return left + width

    def _fitting(self, view: LineView, width: float) -> Iterator[_Run]:
        """The runs of a text, its first hit, or else mark, in sight: where it would not be, the text before it loses
        its middle.
        """
        runs = list(_runs(view))
        wanted = (place for place, run in enumerate(runs) if (run.hits if view.hits else run.mark))
        first = next(wanted, None)
        if first is not None:
            room = max(0.0, width - self._width(runs[first]) - _AFTER_MARK)
            before = _Run("".join(run.text for run in runs[:first]))
            if self._width(before) > room:
                runs[:first] = [_Run(self._elided(before.text, Qt.TextElideMode.ElideMiddle, room))]
        for run in runs:
            taken = self._width(run)
            if run.mark is None and taken > width:
                run = _Run(self._elided(run.text, Qt.TextElideMode.ElideRight, max(0.0, width)), None, run.hits)
            yield run
            width -= taken
            if width <= 0:
                return

    def _elided(self, text: str, where: Qt.TextElideMode, width: float) -> str:
        return QFontMetricsF(self.look.mono()).elidedText(text, where, width)

    def _width(self, run: _Run) -> float:
        return QFontMetricsF(self._font(run)).horizontalAdvance(run.text)

    def _font(self, run: _Run) -> QFont:
        return self.look.mono(-1, mark_weight(run.mark.evidence) if run.mark else 400)


def paint_gap(painter: QPainter, rect: QRect, look: Look) -> None:
    """Paint the edge of a row above which lines are left out."""
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), look.color("border_strong"))


def _runs(view: LineView) -> Iterator[_Run]:
    """The text cut at its marks, and before its first hit; hits are counted from the beginning of their run."""
    at = 0
    cut = view.hits[0][0] if view.hits else 0
    for mark in (*view.marks, None):
        end = mark.start if mark else len(view.text)
        if at < cut < end:
            yield _run(view, at, cut)
            at = cut
        if at < end or not view.text:
            yield _run(view, at, end)
        if mark:
            yield _run(view, mark.start, mark.end, mark)
            at = mark.end


def _run(view: LineView, begin: int, end: int, mark: Mark | None = None) -> _Run:
    hits = [(max(start, begin) - begin, min(stop, end) - begin) for start, stop in view.hits]
    return _Run(view.text[begin:end], mark, tuple((start, stop) for start, stop in hits if start < stop))
