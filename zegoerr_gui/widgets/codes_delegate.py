"""Paints a row of the codes table."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from zegoerr_gui.core.answer.wording import row_note
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.models.code_table_model import CODE, DESCRIPTION, IN_LOG, NEXT
from zegoerr_gui.models.roles import Role
from zegoerr_gui.widgets.badge import BadgeStyle, badge_width, paint_badge
from zegoerr_gui.widgets.icons import MOVE_ICONS
from zegoerr_gui.widgets.marks import mark_size, mark_weight, paint_hits_in, paint_icon, paint_marked_text, paint_text
from zegoerr_gui.widgets.row_delegate import Index, RowDelegate

Hits = Sequence[tuple[int, int]]
PADDING = 14
_GAP = 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class CodesDelegate(RowDelegate):
    """Code in monospace, name, next move as icon and word, the count of failures in its mark.

    In code and name the words that are sought are marked.
    """

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        entry: Entry = index.data(Role.ENTRY)
        column = index.column()
        if column == CODE:
            self._paint_code(painter, rect, entry, index.data(Role.HITS))
            if index.data(Role.PINNED):
                self._paint_pin(painter, rect)
        elif column == DESCRIPTION:
            self._paint_description(painter, rect, entry, index.data(Role.HITS))
        elif column == NEXT:
            self._paint_move(painter, rect, entry, index.data())
        elif column == IN_LOG and (finding := index.data(Role.FINDING)) is not None:
            self._paint_count(painter, rect, finding, index.data(), selected)

    def _paint_code(self, painter: QPainter, rect: QRect, entry: Entry, hits: Hits) -> None:
        rect = rect.adjusted(PADDING, 0, 0, 0)
        code = str(entry.code)
        painter.setFont(self.look.mono(0, 500))
        paint_hits_in(painter, rect, code, hits, code, self.look)
        painter.setPen(self.look.color("muted" if entry.listing == "unlisted" else "text"))
        painter.drawText(rect, _LEFT, code)

    def _paint_pin(self, painter: QPainter, rect: QRect) -> None:
        """Behind the room of seven digits; the number of a longer code matters more."""
        size = self.look.icon_size - 3
        centre = QPointF(rect.right() - size / 2 - 4, rect.center().y() + 0.5)
        paint_icon(painter, centre, "pin", "accent", self.look, size)

    def _paint_description(self, painter: QPainter, rect: QRect, entry: Entry, hits: Hits) -> None:
        rect = rect.adjusted(_GAP, 0, -_GAP, 0)
        note = row_note(entry)
        style = BadgeStyle.dashes()
        room = badge_width(note, style, self.look) + _GAP if note else 0
        font = self.look.font()
        font.setItalic(entry.listing == "unlisted")
        metrics = QFontMetrics(font)
        text = self._unknown_text(entry) if entry.listing == "unlisted" else entry.description
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - room)
        painter.setFont(font)
        if entry.listing != "unlisted":
            paint_hits_in(painter, rect, text, hits, shown, self.look)
        painter.setPen(self.look.color("muted" if entry.listing == "unlisted" else "text"))
        painter.drawText(rect, _LEFT, shown)
        if note:
            left = rect.left() + metrics.horizontalAdvance(shown) + _GAP
            height = self.look.tag_height
            box = QRect(left, rect.center().y() - height // 2 + 1, room - _GAP, height)
            if box.right() <= rect.right():
                paint_badge(painter, box, note, style, self.look)

    def _unknown_text(self, entry: Entry) -> str:
        if entry.family == "unknown":
            return self.tr("In no catalogue")
        return self.tr("In no catalogue, family {family}").format(family=entry.family)

    def _paint_move(self, painter: QPainter, rect: QRect, entry: Entry, text: str) -> None:
        rect = rect.adjusted(_GAP, 0, -4, 0)
        if entry.listing != "unlisted":
            size = self.look.icon_size
            name, token = MOVE_ICONS[entry.who_acts]
            paint_icon(painter, QPointF(rect.left() + size / 2, rect.center().y() + 0.5), name, token, self.look, size)
            rect = rect.adjusted(size + _GAP, 0, 0, 0)
        paint_text(painter, rect, text, self.look.font(), self.look.color("text"))

    def _paint_count(self, painter: QPainter, rect: QRect, finding: Finding, text: str, selected: bool) -> None:
        rect = rect.adjusted(0, 0, -PADDING, 0)
        font = self.look.font(-1, max(500, mark_weight(finding.evidence)))
        size = mark_size(text, font, 6)
        box = QRectF(
            rect.right() - size.width(), rect.center().y() - size.height() / 2 + 0.5, size.width(), size.height()
        )
        paint_marked_text(painter, box, text, finding.evidence, selected, self.look, font)
        rest = QRect(rect.left(), rect.top(), int(box.left()) - _GAP - rect.left(), rect.height())
        line = self.tr("line {line}").format(line=f"{finding.first_line + 1:,}")
        small = self.look.font(-1)
        if QFontMetrics(small).horizontalAdvance(line) <= rest.width():
            paint_text(painter, rest, line, small, self.look.color("muted"), right=True)
