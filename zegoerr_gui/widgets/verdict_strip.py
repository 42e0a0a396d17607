"""The strip above the log: the failure to look at first, how much there is, how far reading has come."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from zegoerr_gui.core.answer.limited import Limited
from zegoerr_gui.core.answer.verdict import Verdict, limited_verdict, verdict
from zegoerr_gui.core.answer.wording import counted
from zegoerr_gui.core.log.encoding import ENCODINGS
from zegoerr_gui.core.log.visible import visible
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.widgets.buttons import FlatButton, IconButton, link_button
from zegoerr_gui.widgets.elided_label import ElidedLabel
from zegoerr_gui.widgets.ground import Ground
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.marks import paint_icon
from zegoerr_gui.widgets.plain_label import plain_label, plain_tip
from zegoerr_gui.widgets.reading_progress import ReadingProgress

_ICONS = {
    "failed": ("circle-x", "failure"),
    "retrying": ("refresh-cw", "retrying"),
    "unknown": ("circle-x", "failure"),
    "recovered": ("circle-check", "ok"),
    "possible": ("circle-question-mark", "muted"),
    "none": ("circle-check", "ok"),
    "empty": ("circle-question-mark", "muted"),
}
_NARROW = 640  # pixels under which the name of the code is left out
_ICONS_ONLY = 720  # pixels under which Report and Reply have no words
_LEFT = 14  # pixels beside the icon
_ICON = 20
_MOST_ASIDE = 50  # codes in the list of what was set aside


class VerdictStrip(Ground):
    """Holds a verdict.

    Sends ``code_chosen`` and ``line_chosen`` (from 0), ``report_asked``, ``reply_asked``, ``close_asked``.
    """

    code_chosen = Signal(int)
    line_chosen = Signal(int)
    report_asked = Signal()
    reply_asked = Signal()
    close_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "base", "bottom")
        self._verdict: Verdict | None = None
        self.lead = plain_label("", look, "verdict", selectable=False)
        self.code = self._link()
        self.code.clicked.connect(self._choose)
        self.name = ElidedLabel(look, "verdict")
        self.line = plain_label("", look, "muted", selectable=False)
        self.counts = ElidedLabel(look, "small")
        self.aside = self._link()
        self.aside_menu = QMenu(self)
        self.aside.setMenu(self.aside_menu)
        self.progress = ReadingProgress(look)
        self.saving = ReadingProgress(look, self.tr("Saving, {percent} %"))
        self.report_button = IconButton("file-text", self.tr("Report…"), look)
        self.report_button.clicked.connect(self.report_asked)
        self.reply_button = IconButton("reply", self.tr("Reply…"), look, primary=True)
        self.reply_button.clicked.connect(self.reply_asked)
        self.close_button = FlatButton("x", self.tr("Close log"), look)
        self.close_button.clicked.connect(self.close_asked)
        self._lay_out()
        self.setAccessibleName(self.tr("What the log says"))
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def buttons(self) -> list[QWidget]:
        """What can be done with the log, from left to right."""
        return [self.report_button, self.reply_button, self.close_button]

    def show_scan(self, scan: Scan, limited: Limited | None = None) -> None:
        """Show what a log says by now, all of it or one session, and what was set aside in it."""
        results = scan.results
        told = limited_verdict(results, limited) if limited else verdict(results)
        self.show_verdict(told, self._described(scan))
        aside = results.set_aside()
        listed = islice(aside.items(), _MOST_ASIDE)
        self.show_aside(sum(aside.values()), {code: (count, *results.first_aside(code)) for code, count in listed})

    def show_verdict(self, verdict: Verdict, source: str) -> None:
        """Show what a log says, and what it is called."""
        self._verdict = verdict
        self.lead.setText(verdict.lead)
        self.code.setText("" if verdict.code is None else str(verdict.code))
        self.code.setVisible(verdict.code is not None)
        self.name.setText(verdict.name)
        self.line.setText("" if verdict.line is None else self.tr("line {line}").format(line=f"{verdict.line + 1:,}"))
        before = f"  ·  {verdict.before}" if verdict.before else ""
        self.counts.setText(f"{source}  ·  {verdict.counts}{before}")
        self.setAccessibleDescription(verdict.sentence)
        self._shorten()
        self.update()

    def show_summary(self, sentences: Sequence[str]) -> None:
        """Tell all that the log says, where the pointer rests on the sentence."""
        for part in (self.lead, self.code, self.name, self.line):
            part.setToolTip(plain_tip("\n".join(sentences)))

    def show_coming(self, source: str) -> None:
        """Say that a log is being opened."""
        self.lead.setText(self.tr("Opening {name}").format(name=source))
        self.code.hide()
        self.setAccessibleDescription(self.lead.text())

    def show_aside(self, total: int, aside: dict[int, tuple[int, str, int]]) -> None:
        """Offer what was set aside, ``total`` in all: by code, how often, why the first time, and its line (from 0)."""
        self.aside.setVisible(bool(total))
        self.aside.setText(self.tr("{count} set aside").format(count=f"{total:,}"))
        self.aside.setToolTip(self.tr("Numbers that look like a code but are none"))
        if self.aside_menu.isVisible():  # nothing moves under the hand
            return
        self.aside_menu.clear()
        for code, (count, reason, line) in aside.items():
            text = self.tr("{code}   {count}×   {reason}").format(code=code, count=count, reason=reason)
            action = self.aside_menu.addAction(text)
            action.triggered.connect(lambda _=False, line=line: self.line_chosen.emit(line))

    def _described(self, scan: Scan) -> str:
        """What the log is called, with what is unusual in its encoding."""
        parts = [visible(scan.source.name)]
        if scan.source.encoding != "utf-8":
            parts.append(ENCODINGS[scan.source.encoding])
        if scan.lines.undecodable:
            parts.append(self.tr("{bytes} unreadable").format(bytes=counted(scan.lines.undecodable, "byte")))
        return "  ·  ".join(parts)

    def _link(self) -> QPushButton:
        button = link_button()
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        return button

    def _lay_out(self) -> None:
        sentence = QHBoxLayout()
        sentence.setSpacing(6)
        for part in (self.lead, self.code, self.name):
            sentence.addWidget(part)
        sentence.addWidget(self.line, 1)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.progress)
        below.addWidget(self.saving)
        below.addWidget(self.counts)
        below.addWidget(self.aside)
        below.addStretch(1)
        self.counts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(sentence)
        words.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        for button in self.buttons:
            layout.addWidget(button)
        self.aside.hide()

    def _choose(self) -> None:
        if self._verdict and self._verdict.code is not None and self._verdict.line is not None:
            self.code_chosen.emit(self._verdict.code)
            self.line_chosen.emit(self._verdict.line)

    def _restyle(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(_LEFT + self._icon_side + 8, 5, 12, 5)
        self.update()

    @property
    def _icon_side(self) -> int:
        return round(_ICON * self._look.zoom)

    def _shorten(self) -> None:
        narrow = self.width() < _ICONS_ONLY * self._look.zoom
        for button in (self.report_button, self.reply_button):
            button.show_words("" if narrow else button.accessibleName())
        self.name.setVisible(self.width() >= _NARROW * self._look.zoom and bool(self.name.text()))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.verdict_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._look.verdict_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._verdict:
            icon, token = _ICONS[self._verdict.kind]
            size = self._icon_side
            paint_icon(painter, QPointF(_LEFT + size / 2, self.height() / 2), icon, token, self._look, size)
        painter.end()
