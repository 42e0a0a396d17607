"""The card that says what happened to a code in the log: failures, first and last line, outcome, evidence."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.findings import Finding
from zegoerr_gui.core.recognition.times import clock
from zegoerr_gui.widgets.buttons import FlatButton
from zegoerr_gui.widgets.card import CARD_PADDING, Card
from zegoerr_gui.widgets.detail_sections import DetailSections
from zegoerr_gui.widgets.icons import OUTCOME_ICONS
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import mark_size, mark_weight, paint_marked_text
from zegoerr_gui.widgets.plain_label import plain_label

if TYPE_CHECKING:  # the detail has this card before there is a log that could have failures
    from zegoerr_gui.core.recognition.failures import Failure

_LONGEST_ID = 32  # characters: the line in the log has the rest


class LogSummary(Card):
    """Holds a finding. Sends ``line_chosen`` (from 0) to go to a failure's first line."""

    line_chosen = Signal(int)

    def __init__(
        self,
        finding: Finding,
        line: int,
        look: Look,
        masked: Callable[[str], str],
    ) -> None:
        """``line`` is the log's current one, from 0, or -1: the failure it belongs to is the one told first.

        ``masked`` takes the secrets out of a text of the log.
        """
        super().__init__(look)
        self._finding = finding
        self._masked = masked
        self._current = max(0, self._failure_at(line))
        self._this_one = plain_label("", look, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        sections = DetailSections(look)
        sections.add(sections.grid(self._rows()))
        layout.addWidget(sections)

    def show_line(self, line: int) -> None:
        """Tell the failure that a line belongs to, where it is one of this code's."""
        place = self._failure_at(line)
        if self._stops() and place >= 0:
            self._current = place
            self._show_place()

    def _failure_at(self, line: int) -> int:
        """The place of the last failure begun by this line, where it reaches so far; else -1."""
        failures = self._finding.failures
        place = bisect_right(failures, line, key=lambda failure: failure.first_line) - 1
        return place if place >= 0 and line <= failures[place].last_line else -1

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(plain_label(self._title(), self._look, "strong", wrap=True), 1)
        self._place = plain_label("", self._look, "small", selectable=False)
        self._place.setAccessibleName(self.tr("Failure shown"))
        if self._stops():
            earlier = FlatButton("chevron-left", self.tr("Previous failure"), self._look)
            later = FlatButton("chevron-right", self.tr("Next failure"), self._look)
            earlier.clicked.connect(lambda: self._go(-1))
            later.clicked.connect(lambda: self._go(1))
            head.addWidget(earlier)
            head.addWidget(self._place)
            head.addWidget(later)
            self._show_place()
        return head

    def _title(self) -> str:
        finding = self._finding
        places = counted(finding.count, "place")
        if not finding.failures:
            return self.tr("Found in {places}").format(places=places)
        times = counted(len(finding.failures), "failure")
        return self.tr("{failures}, told in {places}").format(failures=times, places=places)

    def _rows(self) -> list[tuple[str, QWidget]]:
        finding = self._finding
        rows: list[tuple[str, QWidget]] = [
            (self.tr("First"), self._where(finding.first_line, finding.first_moment)),
        ]
        if finding.last_line != finding.first_line:
            moment = finding.failures[-1].last_moment if finding.failures else -1
            rows.append((self.tr("Last"), self._where(finding.last_line, moment)))
        if finding.failures:
            rows.append((self.tr("Outcome"), self._outcome()))
        if self._stops():
            rows.append((self.tr("This one"), self._this_one))
        rows.append((self.tr("Evidence"), _Levels(finding.by_level, self._look)))
        return rows

    def _outcome(self) -> QWidget:
        icon, token, words = OUTCOME_ICONS[self._finding.outcome]
        size = self._look.icon_size
        shape = QLabel()
        shape.setPixmap(self._look.pixmap(icon, token, size))
        text = plain_label(words, self._look, wrap=True)
        text.set_token(token)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(shape)
        row.addWidget(text, 1)
        return holder

    def _where(self, line: int, moment: int) -> QWidget:
        text = self.tr("line {line}").format(line=f"{line + 1:,}")
        return plain_label(", ".join(filter(None, [text, clock(moment)])), self._look, wrap=True)

    def _stops(self) -> "Sequence[Failure]":
        return self._finding.failures if len(self._finding.failures) > 1 else ()

    def _go(self, step: int) -> None:
        self._current = (self._current + step) % len(self._stops())
        self._show_place()
        self.line_chosen.emit(self._stops()[self._current].first_line)

    def _show_place(self) -> None:
        text = self.tr("{place} of {count}").format(place=self._current + 1, count=len(self._stops()))
        self._place.setText(text)
        self._this_one.setText(self._told(self._stops()[self._current]))

    def _told(self, failure: "Failure") -> str:
        """One failure in words: from where to where, how often it was told, how it ended, and of what it speaks."""
        lines = f"{failure.first_line + 1:,}"
        if failure.last_line != failure.first_line:
            lines = self.tr("{first} to {last}").format(first=lines, last=f"{failure.last_line + 1:,}")
        seconds = (failure.last_moment - failure.first_moment) / 1000
        parts = [
            self.tr("line {line}").format(line=lines),
            clock(failure.first_moment),
            self.tr("{seconds} s").format(seconds=f"{seconds:.3f}") if seconds else "",
            counted(failure.count, "place"),
            OUTCOME_ICONS[failure.outcome][2],
        ]
        ids = [
            self.tr("room {name}").format(name=self._short(failure.room)) if failure.room else "",
            self.tr("user {name}").format(name=self._short(failure.user)) if failure.user else "",
            self.tr("stream {name}").format(name=self._short(failure.stream)) if failure.stream else "",
        ]
        return "\n".join(filter(None, (", ".join(filter(None, part)) for part in (parts, ids))))

    def _short(self, name: str) -> str:
        shown = self._masked(name)
        return shown if len(shown) <= _LONGEST_ID else shown[: _LONGEST_ID - 1] + "…"


class _Levels(QWidget):
    """How many places of each level, each in its mark: the legend of the marks in the log."""

    def __init__(self, by_level: dict[Evidence, int], look: Look) -> None:
        super().__init__()
        self._look = look
        words = {
            Evidence.CERTAIN: self.tr("{count} in an error line"),
            Evidence.LIKELY: self.tr("{count} looks like an error"),
            Evidence.POSSIBLE: self.tr("{count} only a number"),
        }
        self._parts = [
            (level, words[level].format(count=f"{by_level[level]:,}")) for level in words if level in by_level
        ]
        self.setAccessibleName(", ".join(text for _, text in self._parts))

    def sizeHint(self) -> QSize:
        height = self._row_height() * len(self._parts)
        width = max((mark_size(text, self._look.font(-1, 600)).width() for _, text in self._parts), default=0)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0
        for level, text in self._parts:
            font = self._look.font(-1, mark_weight(level))
            size = mark_size(text, font, 6)
            box = self.rect()
            box.setTop(top + 1)
            box.setSize(size.boundedTo(QSize(self.width(), size.height())))
            paint_marked_text(painter, box, text, level, False, self._look, font)
            top += self._row_height()
        painter.end()

    def _row_height(self) -> int:
        return mark_size("0", self._look.font(-1)).height() + 4
