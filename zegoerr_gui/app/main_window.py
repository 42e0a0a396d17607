"""The window: three panes that are always linked. All connections between panes stand in one method."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from zegoerr_gui.app import pages
from zegoerr_gui.app.actions import add_actions
from zegoerr_gui.app.clipboard import read_pasted
from zegoerr_gui.app.copying import copy_entry, put
from zegoerr_gui.app.focus import FilterKeys, step_focus
from zegoerr_gui.app.geometry import Geometry
from zegoerr_gui.app.history import History
from zegoerr_gui.app.intake import Intake
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.open_log import OpenLog
from zegoerr_gui.app.theme import Choice, Theme
from zegoerr_gui.core.answer.additions import explanations
from zegoerr_gui.core.answer.verdict import counted, verdict
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.models.code_filter import CodeFilter
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.widgets.codes_pane import CodesPane
from zegoerr_gui.widgets.detail_pane import DetailPane
from zegoerr_gui.widgets.filter_bar import FilterBar
from zegoerr_gui.widgets.log_pane import LogPane
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.notice_bar import NoticeBar
from zegoerr_gui.widgets.text_page import Group, TextPage
from zegoerr_gui.widgets.toast import Toast

LEAST_SIZE = 880, 560
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MainWindow(QMainWindow):
    """Holds the panes and what they share: the catalogue, the open log, the history."""

    def __init__(self, loaded: Loaded, look: Look, theme: Theme, geometry: Geometry | None) -> None:
        """``geometry`` None means: remember nothing (a picture is being made)."""
        super().__init__()
        self._catalogue, self._faults = loaded.catalogue, loaded.faults
        self._look, self._theme, self._geometry = look, theme, geometry
        self._history = History()
        self.jobs = Jobs(self)
        self.log = OpenLog(self.jobs, Recogniser(loaded.catalogue), self)
        self.intake = Intake(self.log, self)
        self._linking = False  # the code shown comes from the log, which must stay where it is
        self._fresh_log = False  # no code of the log on show has been chosen yet
        self._first_place: tuple[int | None, int] = None, -1  # code and line gone to when the first findings came
        self._shown_code: int | None = None
        self._log_was_open = False  # or its arrangement is remembered
        self.codes_model = CodeTableModel(loaded.catalogue)
        self.notice = NoticeBar(look)
        self.bar = FilterBar(self.codes_model, loaded.catalogue.pack.families, look)
        self.codes = CodesPane(self.codes_model, look)
        self.detail = DetailPane(loaded.catalogue, look)
        self.log_pane = LogPane(look, self._name_of, self.jobs)
        self.actions_by_name = add_actions(self, self._handlers())
        self._lay_out()
        self.toast = Toast(look, self)
        self._connect()
        self._order_stops()
        self._show_faults()
        self.actions_by_name[f"theme_{theme.choice}"].setChecked(True)
        self.actions_by_name["show_timeline"].setChecked(geometry is None or geometry.timeline)
        self._show_timeline()
        self.setWindowTitle("ZegoErr")
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self._log_was_open = geometry is not None and geometry.restore(self, self._splitters())
        if not self._log_was_open:
            self.resize(1280, 800)
            self.reset_layout()
        self.codes.choose_failure()
        self.bar.field.setFocus()

    # Arrangement

    def _lay_out(self) -> None:
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(self.codes)
        self._left.addWidget(self.log_pane)
        self._left.setStretchFactor(1, 1)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self._left)
        self._across.addWidget(self.detail)
        self._across.setStretchFactor(0, 2)
        self._across.setStretchFactor(1, 1)
        for splitter in (self._left, self._across):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        column.addWidget(self._across, 1)
        self.setCentralWidget(centre)

    def _order_stops(self) -> None:
        """Tab goes through the window in reading order; the detail orders what it shows itself."""
        stops = [*self.bar.stops, self.codes.table, *self.log_pane.stops, *self.detail.stops, *self.notice.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _splitters(self) -> dict[str, QSplitter]:
        return {"left": self._left, "across": self._across, "log": self.log_pane.splitter}

    def reset_layout(self) -> None:
        """Put every splitter where a new user finds it."""
        narrow = self.width() < 1100
        detail = 344 if narrow else min(560, max(400, self.width() * 400 // 1280))
        self._across.setSizes([self.width() - detail, detail])
        rows = (5 if narrow else 8) if self.log.scan else 12 if self.height() > 700 else 7
        codes = self.codes.height_of_rows(rows)
        self._left.setSizes([codes, max(200, self.height() - codes - 80)])
        self.log_pane.splitter.setSizes([240, 150])

    def _connect(self) -> None:
        self.bar.filter_changed.connect(self._filter)
        self.bar.paste_asked.connect(self.intake.paste)
        self.bar.open_asked.connect(self.intake.ask_file)
        self.bar.field.installEventFilter(FilterKeys(self.codes, self))
        self.intake.query_pasted.connect(self.type_query)
        self.intake.said.connect(self.toast.say)
        self.codes.code_chosen.connect(self._show_code)
        self.codes.code_activated.connect(lambda _: self.detail.area.setFocus())
        self.detail.code_chosen.connect(self.go_to_code)
        self.detail.words_chosen.connect(self.bar.field.setText)
        self.detail.line_chosen.connect(self.log_pane.go_to_line)
        self.detail.copy_asked.connect(self.copy_entry)
        self.detail.back_asked.connect(partial(self._travel, -1))
        self.detail.forward_asked.connect(partial(self._travel, 1))
        self.log_pane.line_shown.connect(self.detail.show_line)
        self.log_pane.code_chosen.connect(self._show_code_of_line)
        self.log_pane.strip.code_chosen.connect(self.go_to_code)
        self.log_pane.strip.progress.cancel_asked.connect(self.log.cancel)
        self.log_pane.empty.progress.cancel_asked.connect(self.log.cancel)
        self.log_pane.strip.close_asked.connect(self.log.close)
        self.log_pane.line.copy_asked.connect(self._copy_lines)
        self.log_pane.empty.paste_asked.connect(self.intake.paste)
        self.log_pane.empty.open_asked.connect(self.intake.ask_file)
        self.log_pane.empty.sample_asked.connect(self.intake.open_sample)
        self.log.opened.connect(self._show_log)
        self.log.grew.connect(self._show_findings)
        self.log.finished.connect(self._end_log)
        self.log.failed.connect(self._fail_log)
        self.log.closed.connect(self._hide_log)
        self.notice.details_asked.connect(self.show_faults)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "open_log": self.intake.ask_file,
            "open_sample": self.intake.open_sample,
            "close_log": self.log.close,
            "cancel_reading": self.log.cancel,
            "read_on": self._read_on,
            "quit": self.close,
            "paste": self.intake.paste,
            "copy": self.copy,
            "copy_reply": partial(self.copy_entry, "reply"),
            "copy_text": partial(self.copy_entry, "text"),
            "copy_markdown": partial(self.copy_entry, "markdown"),
            "copy_code": partial(self.copy_entry, "code"),
            "focus_filter": self.focus_filter,
            "clear_filters": self.bar.clear,
            "toggle_in_log": self.bar.in_log.click,
            "back": partial(self._travel, -1),
            "forward": partial(self._travel, 1),
            "next_mark": partial(self._step, self.log_pane.step_mark, 1),
            "previous_mark": partial(self._step, self.log_pane.step_mark, -1),
            "next_code": partial(self._step, self.log_pane.step_code, 1),
            "previous_code": partial(self._step, self.log_pane.step_code, -1),
            "go_to_line": self._ask_line,
            "go_to_time": self._ask_time,
            "show_timeline": self._show_timeline,
            "next_pane": lambda: step_focus(self._panes(), 1),
            "previous_pane": lambda: step_focus(self._panes(), -1),
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": partial(self._zoom, 0),
            "theme_system": partial(self._choose_theme, "system"),
            "theme_light": partial(self._choose_theme, "light"),
            "theme_dark": partial(self._choose_theme, "dark"),
            "reset_layout": self.reset_layout,
            "show_keys": lambda: self._open_page(self.tr("Keys"), pages.keys()),
            "show_about": lambda: self._open_page(self.tr("About ZegoErr"), pages.about(self._catalogue)),
        }

    # Codes

    def type_query(self, query: str) -> None:
        """Look up a text as if it had been typed: Ctrl+Z brings back what stood there."""
        self.bar.field.selectAll()
        self.bar.field.insert(query)
        self.bar.field.setFocus()

    def focus_filter(self) -> None:
        """Put the cursor into the filter, its text selected."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def go_to_code(self, code: int) -> None:
        """Show a code, in the table too where its filters let it through."""
        if not self.codes.choose(code):
            self.codes.choose_none()
        self._show_code(code)

    def _travel(self, step: int) -> None:
        """Show the code looked at before (-1) or after (1)."""
        code = self._history.go(step)
        if code is not None:
            self.go_to_code(code)

    def _filter(self, wanted: CodeFilter) -> None:
        self.codes_model.apply(wanted)
        self.codes.say_empty(self.tr("No code matches. Clear the filters, or type fewer words."))
        if wanted.query.strip():
            self.codes.choose_first()

    def _show_code(self, code: int) -> None:
        self._history.visit(code)
        self._shown_code = code
        finding, scan = self.codes_model.finding(code), self.log.scan
        explained = explanations(finding, scan.results) if finding and scan else ()
        self.detail.show_entry(self.codes_model.entry(code), finding, explained)
        self.detail.back_button.setEnabled(self._history.can_go_back)
        self.detail.forward_button.setEnabled(self._history.can_go_forward)
        if not self._linking:
            self.log_pane.select_code(code)

    def _show_code_of_line(self, code: int) -> None:
        self._linking = True
        self.go_to_code(code)
        self._linking = False

    def _name_of(self, code: int) -> str:
        entry = self._catalogue.get(code)
        return entry.description if entry else ""

    # The log

    def _show_log(self) -> None:
        self.bar.clear()
        self.notice.forget()
        self._fresh_log = True
        self.log_pane.show_scan(self.log.scan)
        if self.log.scan:
            self.setWindowTitle(f"{self.log.scan.source.name} – ZegoErr")
        if not self._log_was_open:  # the first log gets the greater part of the window
            self._log_was_open = True
            self.reset_layout()
        self._show_findings()

    def _show_findings(self) -> None:
        self.log_pane.refresh(self.log.share)
        scan = self.log.scan
        if scan is None:
            return
        findings = scan.results.findings(Evidence.POSSIBLE)
        self.codes_model.set_findings(findings, scan.results.context)
        self.bar.show_log_count(len(findings) or None)
        if findings and self._fresh_log:
            self._fresh_log = False
            self.bar.in_log.setChecked(True)
            first = verdict(scan.results).code
            self.go_to_code(findings[0].code if first is None else first)
            self._first_place = self._shown_code, self.log_pane.table.current_line
        elif self._shown_code is not None:
            self._linking = True
            self._show_code(self._shown_code)
            self._linking = False

    def _end_log(self) -> None:
        self._show_findings()
        scan = self.log.scan
        if scan is None:
            return
        said = verdict(scan.results)
        if said.code is not None and (self._shown_code, self.log_pane.table.current_line) == self._first_place:
            self.go_to_code(said.code)
        if not scan.results.complete:
            share = round(100 * scan.lines.indexed / max(1, scan.source.size))
            self.notice.say(self.tr("Reading was stopped after {share} % of the log. F5 reads on.").format(share=share))

    def _fail_log(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.log_pane.refresh(self.log.share)

    def _hide_log(self) -> None:
        self.notice.forget()
        self.log_pane.show_scan(None)
        self.setWindowTitle("ZegoErr")
        self.codes_model.set_findings([])
        self.bar.show_log_count(None)
        if self._shown_code is not None:
            self._show_code(self._shown_code)

    def _read_on(self) -> None:
        self.notice.forget()
        if not self.log.read_on():
            self.toast.say(self.tr("Nothing was added to the log.") if self.log.scan else self.tr("There is no log."))

    def _ask_line(self) -> None:
        if self.log.scan is None:
            self.toast.say(self.tr("There is no log to go to a line in."))
        else:
            self.log_pane.ask_line()

    def _ask_time(self) -> None:
        if self.log.scan is None:
            self.toast.say(self.tr("There is no log to go to a time in."))
        else:
            self.log_pane.ask_time()

    def _show_timeline(self) -> None:
        shown = self.actions_by_name["show_timeline"].isChecked()
        self.log_pane.whereabouts.want_timeline(shown)
        if self._geometry:
            self._geometry.timeline = shown

    def _step(self, go: Callable[[int], bool], step: int) -> None:
        if self.log.scan is None:
            self.toast.say(self.tr("There is no log. Paste one, or open the sample log."))
        elif not go(step):
            self.toast.say(self.tr("No more marks below.") if step > 0 else self.tr("No more marks above."))

    # Copying

    def copy(self) -> None:
        """Copy what is selected in the pane that has the focus: lines of the log, else the code with its name."""
        if self.log_pane.isAncestorOf(QApplication.focusWidget() or self):
            self._copy_lines()
        elif self._shown_code is not None:
            self.copy_entry("name")

    def copy_entry(self, form: str) -> None:
        """Copy the entry on show as reply | text | markdown | name | code."""
        if self._shown_code is not None:
            entry = self.codes_model.entry(self._shown_code)
            self.toast.say(copy_entry(entry, self._catalogue, form))

    def _copy_lines(self) -> None:
        text, lines = self.log_pane.selected_text()
        if lines:
            put(text)
            self.toast.say(self.tr("Copied {lines}").format(lines=counted(lines, "line")))

    # The window

    def _panes(self) -> list[QWidget]:
        """The panes in reading order."""
        log = [self.log_pane.table, self.log_pane.line.text] if self.log.scan else [self.log_pane.empty.paste_button]
        return [self.bar.field, self.codes.table, *log, self.detail.area]

    def _zoom(self, step: int) -> None:
        self._look.set_zoom(self._look.zoom_steps + step if step else 0)
        if self._geometry:
            self._geometry.zoom = self._look.zoom_steps

    def _choose_theme(self, choice: Choice) -> None:
        self._theme.set_choice(choice)
        self.actions_by_name[f"theme_{choice}"].setChecked(True)
        if self._geometry:
            self._geometry.theme = choice

    def _show_faults(self) -> None:
        if self._faults:
            first = self._faults[0]
            said = self.tr("The catalogue has {faults}; the rest of it is loaded. {first}")
            self.notice.keep(
                said.format(faults=counted(len(self._faults), "fault"), first=first), more=len(self._faults) > 1
            )

    def show_faults(self) -> None:
        """Every fault of the catalogue's files on a page."""
        self._open_page(self.tr("Faults in the catalogue"), pages.faults(self._faults))

    def _open_page(self, title: str, groups: list[Group]) -> None:
        TextPage(title, groups, self._look, self).open()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.bar.step_back():
                self.focus_filter()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDING:
            self.bar.field.setFocus()
            self.bar.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if read_pasted(event.mimeData()).kind in ("files", "log", "query"):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take(event.mimeData(), self.tr("dropped text"))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._geometry:
            self._geometry.save(self, self._splitters())
        self.log.close()
        super().closeEvent(event)
