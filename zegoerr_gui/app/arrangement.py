"""Where the panes stand in the window, and how much room each of them has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from zegoerr_gui.widgets.codes_pane import CodesPane

_NARROW = 1100  # pixels of the window under which the detail and the codes have less room
_LOW = 700


class Arrangement(QWidget):
    """Holds the bars on top, the codes above the logs, the detail beside them; ``splitters`` by name."""

    def __init__(self, bars: list[QWidget], codes: CodesPane, logs: QWidget, detail: QWidget) -> None:
        super().__init__()
        self._codes = codes
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.addWidget(codes)
        self.left.addWidget(logs)
        self.left.setStretchFactor(0, 1)  # a window made smaller takes from both: the log stays the greater part
        self.left.setStretchFactor(1, 2)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(self.left)
        self.across.addWidget(detail)
        self.across.setStretchFactor(0, 2)
        self.across.setStretchFactor(1, 1)
        self.splitters = {"left": self.left, "across": self.across}
        for splitter in self.splitters.values():
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
        column.addWidget(self.across, 1)

    def reset(self, width: int, height: int, with_log: bool) -> None:
        """Put the splitters where a new user finds them, in a window of this size; a log gets the greater part."""
        narrow = width < _NARROW
        detail = 344 if narrow else min(560, max(400, width * 400 // 1280))
        self.across.setSizes([width - detail, detail])
        rows = (5 if narrow else 8) if with_log else 12 if height > _LOW else 7
        codes = self._codes.height_of_rows(rows)
        self.left.setSizes([codes, max(200, height - codes - 80)])
