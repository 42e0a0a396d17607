"""The one way to put text on a label or into a tooltip: never rich text, because the text may come from a log."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QToolTip

from zegoerr_gui.core.catalogue.hits import hits
from zegoerr_gui.core.log.visible import visible_lines
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.text_hits import paint_text_hits

Kind = Literal["body", "strong", "muted", "small", "section", "verdict", "heading", "title", "mono", "code"]

_LONGEST_TIP_LINE = 80
_LONGEST_WORD: Final = 10  # times the height of a line: a pane makes that much room for a word, not more
_SEARCHED: Final[frozenset[Kind]] = frozenset({"body", "heading", "small", "mono", "code"})  # what a query may find

# kind: monospace, steps from the base size, weight, colour
_STYLES: Final[Mapping[Kind, tuple[bool, int, int, str]]] = {
    "body": (False, 0, 400, "text"),
    "strong": (False, 0, 600, "text"),
    "muted": (False, 0, 400, "muted"),
    "small": (False, -1, 400, "muted"),
    "section": (False, -1, 600, "muted"),
    "verdict": (False, 1, 600, "text"),
    "heading": (False, 4, 600, "text"),
    "title": (False, 5, 600, "text"),
    "mono": (True, -1, 400, "text"),
    "code": (True, 6, 600, "text"),
}


def plain_label(
    text: str,
    look: Look,
    kind: Kind = "body",
    *,
    wrap: bool = False,
    selectable: bool = True,
) -> "PlainLabel":
    """Makes a label for one kind of text.

    body, strong (semibold), muted (body, muted), small (muted metadata), section (title of a section), verdict,
    heading (a name), title (of an empty state), mono (a line as the SDK prints it), code (the number in the detail).
    """
    label = PlainLabel(text, look, kind)
    label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


def plain_tip(text: str) -> str:
    """The text for ``setToolTip``: Qt guesses whether a tooltip is rich text, so it gets rich text with all escaped.

    What would give orders to the painter becomes visible signs.
    """
    if not text:
        return ""
    # Qt wraps rich text early; a short tip stays on its line, as plain text would.
    space = "pre" if len(text) <= _LONGEST_TIP_LINE else "pre-wrap"
    return f'<p style="margin:0; white-space:{space}">{escape(visible_lines(text))}</p>'


class PlainLabel(QLabel):
    """Holds one text in the font and colour of its kind, and follows the look."""

    def __init__(self, text: str, look: Look, kind: Kind = "body") -> None:
        super().__init__()
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._look = look
        self._kind: Kind = kind
        self._token = ""
        self._marks: Sequence[str] = ()
        look.changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        """Shows a text; what would give orders to the painter, from a log or a file's name, becomes visible signs."""
        super().setText(visible_lines(text))

    def set_token(self, token: str) -> None:
        """Shows the text in a token's colour, ``failure`` for example; with an empty one, in that of its kind."""
        self._token = token
        self._restyle()

    def show_hits(self, marks: Sequence[str]) -> None:
        """Mark these words, folded, in the text; in titles and remarks of the window itself none is marked."""
        marks = marks if self._kind in _SEARCHED else ()
        if marks != self._marks:
            self._marks = marks
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marks and (found := hits(self.text(), self._marks)):
            painter = QPainter(self)
            wrapped = self.wordWrap()
            paint_text_hits(painter, self.contentsRect(), self.text(), found, self._look, wrapped=wrapped)
            painter.end()
        super().paintEvent(event)

    def minimumSizeHint(self) -> QSize:
        # A word of a log may be longer than any pane: it is cut at the edge, and what stands beside it is not.
        least = super().minimumSizeHint()
        if self.wordWrap():
            least.setWidth(min(least.width(), _LONGEST_WORD * self._look.unit))
        return least

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._is_cut():
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return super().event(event)

    def _is_cut(self) -> bool:
        return self.wordWrap() and not self.toolTip() and super().minimumSizeHint().width() > self.width()

    def setTextFormat(self, text_format: Qt.TextFormat) -> None:
        """Refuses any format but plain text."""
        if text_format != Qt.TextFormat.PlainText:
            raise ValueError("A label holds plain text only.")

    def _restyle(self) -> None:
        mono, delta, weight, token = _STYLES[self._kind]
        self.setFont(self._look.mono(delta, weight) if mono else self._look.font(delta, weight))
        palette = QPalette(self.palette())
        colour = self._look.color(self._token or token)
        # Over a line edit or a list a label takes Text, not WindowText.
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        palette.setColor(QPalette.ColorRole.Text, colour)
        self.setPalette(palette)
