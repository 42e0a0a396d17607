"""The window: three panes that are always linked. All connections between panes stand here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from zegoerr_gui.app.about import About
from zegoerr_gui.app.actions import add_actions
from zegoerr_gui.app.answer_menu import AnswerMenu
from zegoerr_gui.app.applied_settings import AppliedSettings
from zegoerr_gui.app.arrangement import Arrangement
from zegoerr_gui.app.catalogue_menu import CatalogueMenu
from zegoerr_gui.app.catalogues import Catalogues
from zegoerr_gui.app.choosing import Choosing
from zegoerr_gui.app.clipboard import read_pasted
from zegoerr_gui.app.copying import Copying
from zegoerr_gui.app.desk_panes import DeskPanes
from zegoerr_gui.app.dialogs import Dialogs
from zegoerr_gui.app.focus import FilterKeys, step_focus
from zegoerr_gui.app.geometry import Geometry
from zegoerr_gui.app.intake import Intake
from zegoerr_gui.app.jobs import Jobs
from zegoerr_gui.app.kept_settings import KeptSettings
from zegoerr_gui.app.line_handlers import line_handlers
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.app.log_copies import LogCopies
from zegoerr_gui.app.log_files import LogFiles
from zegoerr_gui.app.log_menu import LogMenu, show_state
from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.notices import Notices
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.app.preferences import TABLE
from zegoerr_gui.app.renewal import Renewal
from zegoerr_gui.app.store import Store
from zegoerr_gui.app.theme import Theme
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.core.desk.desk import Desk
from zegoerr_gui.models.code_table_model import CodeTableModel
from zegoerr_gui.models.settings import Settings
from zegoerr_gui.widgets.ask_bar import AskBar
from zegoerr_gui.widgets.codes_pane import CodesPane
from zegoerr_gui.widgets.detail_pane import DetailPane
from zegoerr_gui.widgets.filter_bar import FilterBar
from zegoerr_gui.widgets.log_tabs import LogTabs
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.notice_bar import NoticeBar
from zegoerr_gui.widgets.toast import Toast

if TYPE_CHECKING:  # what a log needs is loaded with the first one
    from zegoerr_gui.app.open_log import OpenLog
    from zegoerr_gui.core.log.zips import SeveralMembersError
    from zegoerr_gui.widgets.log_pane import LogPane

LEAST_SIZE = 880, 560
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MainWindow(QMainWindow):
    """Holds the panes and what they share: the catalogue, the open logs, the look.

    Sends ``left`` when it is being closed, while its logs are still open.
    """

    left = Signal()

    def __init__(self, loaded: Loaded, look: Look, theme: Theme, store: Store, desk: Desk | None = None) -> None:
        """Without ``desk`` notes and pins end with the window."""
        super().__init__()
        self._look = look
        self.geometry_kept = Geometry(store, self)
        self.dialogs = Dialogs(self.geometry_kept, look, self)
        self.jobs = Jobs(self)
        self.logs = OpenLogs(self.jobs, loaded.catalogue, self)
        self.intake = Intake(self.logs, self)
        self._log_files = LogFiles(self.logs, self)
        self._log_was_open = False  # or its arrangement is remembered
        self.codes_model = CodeTableModel(loaded.catalogue)
        self.ask = AskBar(look)
        self.notice = NoticeBar(look)
        self.notices = Notices(self.notice, loaded.faults, self)
        self.bar = FilterBar(self.codes_model, loaded.catalogue.pack.families, look)
        self.codes = CodesPane(self.codes_model, look)
        self.detail = DetailPane(loaded.catalogue, look)
        self.tabs = LogTabs(look)
        self.linked = LinkedPanes(self.codes_model, self.bar, self.codes, self.detail, self)
        self.log_panes = LogPanes(self.logs, self.jobs, self.tabs, self.linked, loaded.catalogue, look, self)
        self.log_menu = LogMenu(self.intake, self.logs, self.log_panes, self.tabs, self)
        self.log_copies = LogCopies(self.jobs, self)
        self.copying = Copying(loaded.catalogue, self.codes_model, self.linked, self.log_panes, self.log_copies, self)
        self.answer_menu = AnswerMenu(self.logs, self.log_panes, self.jobs, self.linked, look, self)
        self.desk = DeskPanes(desk or Desk(None), self.linked, self.detail, self.bar, self.logs, look, self)
        self.settings = Settings(TABLE, KeptSettings(store, self.desk.shared), self)
        self.applied = AppliedSettings(
            self.settings, store, theme, look, self.log_panes, self.answer_menu.ask_templates, self
        )
        self.choosing = Choosing(loaded.catalogue, self.codes_model, store, look, self)
        self.about = About(loaded, look, self)
        self.catalogues = Catalogues(loaded, self.jobs, store, self)
        self.catalogue_menu = CatalogueMenu(self.catalogues, self.jobs, self.linked, self.codes_model, look, self)
        Renewal(self.catalogues, self.bar, self.codes, self.linked, self.logs, self.notices, self.about)
        self.actions_by_name = add_actions(self, self._handlers())
        self.choosing.actions = self.actions_by_name
        self.choosing.recent_logs = partial(self.desk.shared.desk.recent, "log")
        self.arrangement = Arrangement([self.ask, self.notice, self.bar], self.codes, self.tabs, self.detail)
        self.setCentralWidget(self.arrangement)
        self.toast = Toast(look, self)
        self.setWindowTitle("ZegoErr")
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self._connect()
        self._order_stops()
        self._begin()

    @property
    def log(self) -> OpenLog | None:
        """The log on show."""
        return self.log_panes.log

    @property
    def log_pane(self) -> LogPane | None:
        """The pane of the log on show."""
        return self.log_panes.pane

    # Arrangement

    def _begin(self) -> None:
        """Everything stands: show it as it was left, or as a new user finds it."""
        self.applied.begin(self.actions_by_name)
        show_state(self.actions_by_name, None)
        restored = self.geometry_kept.restore(self, self.arrangement.splitters)
        self.log_panes.split = self.geometry_kept.log_split
        self._log_was_open = restored and not self.log_panes.split.isEmpty()
        if not restored:
            self.resize(1280, 800)
            self.reset_layout()
        self.geometry_kept.watch(self, self.arrangement.splitters)
        self.codes.choose_failure()
        self.desk.begin()
        self.notice.say_of_desk(self.desk.shared.desk.trouble)
        self.bar.field.setFocus()

    def _order_stops(self) -> None:
        """Tab goes through the window in reading order; the detail orders what it shows itself."""
        left = [*self.bar.stops, *self.codes.stops, *self.tabs.stops]
        for before, after in pairwise([*left, *self.detail.stops, *self.notice.stops, *self.ask.buttons]):
            QWidget.setTabOrder(before, after)

    def reset_layout(self) -> None:
        """Put every splitter where a new user finds it."""
        self.arrangement.reset(self.width(), self.height(), self.log is not None)
        for pane in self.log_panes.all:
            pane.splitter.setSizes([240, 150])
        self.geometry_kept.note()

    def _connect(self) -> None:
        linked = self.linked
        self.geometry_kept.rearranged.connect(self._keep_arrangement)
        self.bar.filter_changed.connect(linked.filter)
        self.bar.paste_asked.connect(self.intake.paste)
        self.bar.open_asked.connect(self.intake.ask_files)
        FilterKeys(self.bar.field, self.codes, self)
        self.intake.query_pasted.connect(self.bar.type_query)
        self.codes.note.query_offered.connect(self.bar.type_query)
        self.codes.empty.filter_offered.connect(self.bar.put_in_force)
        self.intake.said.connect(self.toast.say)
        self.log_copies.said.connect(self.toast.say)
        self.copying.said.connect(self.toast.say)
        self.log_menu.said.connect(self.toast.say)
        self.desk.said.connect(self.toast.say)
        self.desk.failed.connect(self.notice.say)
        self.desk.recents.log_chosen.connect(lambda path: self.intake.open_files([path]))
        self.desk.query_chosen.connect(self.bar.type_query)
        self.about.said.connect(self.toast.say)
        self.catalogue_menu.asked.connect(self.dialogs.open)
        self.catalogue_menu.said.connect(self.toast.say)
        self.detail.file_asked.connect(self.catalogue_menu.entry_file.open)
        self.detail.masked = self.log_panes.masked
        self.codes.code_chosen.connect(linked.show_code)
        self.codes.code_activated.connect(lambda _: self.detail.area.setFocus())
        self.detail.code_chosen.connect(linked.go_to_code)
        self.detail.words_chosen.connect(self.bar.field.setText)
        self.detail.line_chosen.connect(linked.go_to_line)
        self.detail.copy_asked.connect(self.copying.copy_entry)
        self.detail.back_asked.connect(partial(linked.travel, -1))
        self.detail.forward_asked.connect(partial(linked.travel, 1))
        self.tabs.empty.paste_asked.connect(self.intake.paste)
        self.tabs.empty.open_asked.connect(self.intake.ask_files)
        self.tabs.empty.sample_asked.connect(self.intake.open_sample)
        self.tabs.log_chosen.connect(self.log_panes.show)
        self.tabs.close_asked.connect(lambda number: self.logs.close(self.logs.by_number[number]))
        self.logs.added.connect(self.log_panes.add)
        self.logs.added.connect(self.notices.forget_refusals)
        self.logs.closed.connect(self._offer_again)
        self.choosing.code_chosen.connect(linked.go_to_code)
        self.choosing.log_chosen.connect(lambda path: self.intake.open_files([Path(path)]))
        self.choosing.query_chosen.connect(self.bar.type_query)
        self.answer_menu.loaded.connect(self.applied.follow)
        self.answer_menu.said.connect(self.toast.say)
        self.answer_menu.saved.connect(self._tell_saved)
        self.answer_menu.made.connect(partial(self.geometry_kept.follow, name="reply"))
        self.answer_menu.log_asked.connect(lambda log: self.tabs.choose(log.number))
        self.applied.said.connect(self.toast.say)
        self.applied.asked.connect(partial(self.dialogs.open, name="settings"))
        self.logs.asked_for.connect(lambda log: self.tabs.choose(log.number))
        self.logs.removed.connect(lambda _: self.log_copies.cancel())
        self.logs.removed.connect(self.log_panes.remove)
        self.logs.failed.connect(self.notices.tell_refusal)
        self.logs.several.connect(self._ask_members)
        self.log_panes.made.connect(self._connect_pane)
        self.log_panes.log_shown.connect(self._tell_log)
        self.log_panes.begun.connect(self._make_room)
        self.log_panes.progressed.connect(self._tell_state)
        self.log_panes.said.connect(self.toast.say)
        linked.code_shown.connect(self.log_panes.mark_tabs)
        self.notices.page_asked.connect(self.dialogs.open_page)

    def _connect_pane(self, pane: LogPane, log: OpenLog) -> None:
        """What an agent does in the pane of a log; it is the one on show then."""
        pane.splitter.splitterMoved.connect(self.geometry_kept.note)
        pane.line_shown.connect(self.detail.show_line)
        pane.code_chosen.connect(self.linked.show_code_of_line)
        pane.limited.connect(partial(self.linked.show_limits, pane))
        pane.said.connect(self.toast.say)
        pane.strip.code_chosen.connect(self.linked.go_to_code)
        pane.strip.reply_asked.connect(partial(self.answer_menu.reply, log))
        pane.strip.report_asked.connect(partial(self.answer_menu.save_report, log))
        self.answer_menu.answers.follow(log, pane)
        pane.strip.progress.cancel_asked.connect(log.cancel)
        pane.strip.close_asked.connect(partial(self.logs.close, log))
        pane.line.copy_asked.connect(partial(self.log_copies.copy, pane))
        for before, after in pairwise([self.tabs.stops[-1], *pane.stops]):
            QWidget.setTabOrder(before, after)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        panes = self.log_panes
        return {
            **self.log_menu.handlers(),
            **self.answer_menu.handlers(),
            "quit": self.close,
            "paste": self.intake.paste,
            **self.copying.handlers(),
            "focus_filter": self.focus_filter,
            "clear_filters": self.bar.clear,
            "toggle_in_log": self.bar.in_log.click,
            "toggle_escalating": self.bar.toggle_escalating,
            "back": partial(self.linked.travel, -1),
            "forward": partial(self.linked.travel, 1),
            **line_handlers(panes.on_pane),
            **self.desk.handlers(),
            "next_pane": lambda: step_focus(self._panes(), 1),
            "previous_pane": lambda: step_focus(self._panes(), -1),
            **self.applied.handlers(),
            **self.catalogue_menu.handlers(),
            "show_palette": self.choosing.open,
            "reset_layout": self.reset_layout,
            **self.dialogs.handlers(),
            "show_about": self.about.show,
            "copy_diagnostics": self.about.copy,
        }

    # The filter

    def focus_filter(self) -> None:
        """Put the cursor into the filter, its text selected."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    # The logs

    def _tell_log(self) -> None:
        """Another log, or none, has come on show."""
        self.jobs.visible = self.log
        self.setWindowTitle(f"{self.log.name} – ZegoErr" if self.log else "ZegoErr")
        if self.log_pane:
            self.detail.show_line(self.log_pane.table.current_line)
        self._tell_state()

    def _tell_state(self) -> None:
        """More is known of the log on show."""
        self.notices.tell_log(self.log)
        show_state(self.actions_by_name, self.log)

    def _ask_members(self, found: SeveralMembersError) -> None:
        from zegoerr_gui.app.member_choice import MemberChoice

        choice = MemberChoice(found, self.jobs, self.logs.recogniser, self._look, self)
        choice.chosen.connect(self.intake.open_members)

    def _offer_again(self, name: str) -> None:
        keys = self.actions_by_name["open_again"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        offer = self.tr("Open again ({keys})").format(keys=keys)
        self.toast.say(self.tr("Closed {name}").format(name=name), offer, self.logs.open_again)

    def _make_room(self) -> None:
        """The first log gets the greater part of the window."""
        if not self._log_was_open:
            self._log_was_open = True
            self.reset_layout()

    def _tell_saved(self, name: str) -> None:
        said = self.tr("Saved as {name}").format(name=name)
        self.toast.say(said, self.tr("Show in its folder"), self.answer_menu.show_report)

    # The window

    def keep(self) -> None:
        """Keep everything that is kept when the window is closed."""
        self.desk.keep()
        self._keep_arrangement()

    def _keep_arrangement(self) -> None:
        self.log_panes.keep_split()
        self.geometry_kept.save(self, self.arrangement.splitters)
        self.geometry_kept.log_split = self.log_panes.split

    def _panes(self) -> list[QWidget]:
        """The panes in reading order."""
        pane = self.log_pane
        log = [pane.table, pane.line.text] if pane else [self.tabs.empty.paste_button]
        return [self.bar.field, self.codes.table, *log, self.detail.area]

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
        if read_pasted(event.mimeData()).kind in ("files", "log", "html", "query"):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take(event.mimeData(), self.tr("Dropped text"))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.desk.close():
            event.ignore()
            return
        self.left.emit()
        self._keep_arrangement()
        self.catalogues.stop()
        self.logs.close_all(self.log)
        super().closeEvent(event)
