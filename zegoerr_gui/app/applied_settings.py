"""What the settings do in the window, and the actions that change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from zegoerr_gui.app.log_panes import LogPanes
from zegoerr_gui.app.preferences import (
    AROUND_LINES,
    AUDIENCE,
    FORM,
    LANGUAGE,
    MASKS_IDS,
    RAW,
    TEMPLATES,
    THEME,
    TIMELINE,
    WRAP,
    ZOOM,
    translated,
)
from zegoerr_gui.app.store import Store
from zegoerr_gui.app.theme import Choice, Theme
from zegoerr_gui.models.settings import Settings
from zegoerr_gui.widgets.look import Look

if TYPE_CHECKING:
    from zegoerr_gui.app.answers import Answers
    from zegoerr_gui.core.answer.draft import Draft
    from zegoerr_gui.widgets.log_pane import LogPane


class AppliedSettings(QObject):
    """Keeps the parts of a window to the settings, from one change to the next.

    Sends ``said`` with what the agent should know, ``asked`` with the dialog of settings, to be opened.
    """

    said = Signal(str)
    asked = Signal(QDialog)

    def __init__(
        self,
        settings: Settings,
        store: Store,
        theme: Theme,
        look: Look,
        panes: LogPanes,
        ask_templates: Callable[[Callable[[Path], object]], None],
        window: QWidget,
    ) -> None:
        """``ask_templates`` lets the agent choose a folder of templates; None for no choice."""
        super().__init__(window)
        self._settings, self._store, self._theme, self._look = settings, store, theme, look
        self._panes, self._ask_templates, self._window = panes, ask_templates, window
        self._answers: Answers | None = None
        self._actions: Mapping[str, QAction] = {}
        self._acts: dict[str, Callable[[], object]] = {
            THEME.key: self._show_theme,
            ZOOM.key: lambda: look.set_zoom(settings.get(ZOOM)),
            TIMELINE.key: self._show_timelines,
            RAW.key: self._renew_panes,
            WRAP.key: self._renew_panes,
            AROUND_LINES.key: self._renew_panes,
            TEMPLATES.key: self._use_templates,
        }
        settings.changed.connect(self._apply)
        panes.made.connect(self._prepare)

    def begin(self, actions: Mapping[str, QAction]) -> None:
        """Make the window what the settings say; size and colours of the text are so already."""
        self._actions = actions
        actions[f"theme_{self._theme.choice}"].setChecked(True)
        self._show_timelines()

    def follow(self, answers: Answers) -> None:
        """Have answers written as the settings say, from the first one on."""
        self._answers = answers
        answers.begun.connect(self._begin_reply)
        self._use_templates()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do that change a setting."""
        return {
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": lambda: self._settings.set(ZOOM, 0),
            "show_timeline": lambda: self._settings.set(TIMELINE, self._actions["show_timeline"].isChecked()),
            "theme_system": partial(self._choose_theme, "system"),
            "theme_light": partial(self._choose_theme, "light"),
            "theme_dark": partial(self._choose_theme, "dark"),
            "choose_templates": self.choose_templates,
            "shipped_templates": self._use_shipped_templates,
            "show_settings": self.ask,
        }

    def ask(self) -> None:
        """Show all settings, as another window may have changed them."""
        from zegoerr_gui.widgets.settings_dialog import SettingsDialog

        self._settings.refresh()
        asks, where = {TEMPLATES.key: self.choose_templates}, self._where()
        self.asked.emit(SettingsDialog(self._settings, translated, asks, where, self._look, self._window))

    def choose_templates(self) -> None:
        """Let the agent choose a folder with templates of the team's own."""
        self._ask_templates(partial(self._settings.set, TEMPLATES))

    # Inside

    def _apply(self, key: str) -> None:
        if key in self._acts:
            self._acts[key]()

    def _where(self) -> str:
        if self._store.file is None:
            return self.tr("Settings are not kept.")
        if not self._store.writable:
            said = self.tr("{file} cannot be written: settings hold until the window is closed.")
        else:
            said = self.tr("Each holds at once and is kept in {file}.")
        return said.format(file=self._store.file)

    def _choose_theme(self, choice: Choice) -> None:
        self._settings.set(THEME, choice)
        self._show_theme()  # the command line may have asked for another

    def _show_theme(self) -> None:
        choice = self._settings.get(THEME)
        self._theme.set_choice(choice)
        self._actions[f"theme_{choice}"].setChecked(True)

    def _zoom(self, step: int) -> None:
        self._settings.set(ZOOM, self._settings.get(ZOOM) + step)

    def _show_timelines(self) -> None:
        shown = self._settings.get(TIMELINE)
        self._panes.show_timelines(shown)
        self._actions["show_timeline"].setChecked(shown)

    def _use_templates(self) -> None:
        if self._answers:
            self._answers.templates.use(self._settings.get(TEMPLATES))

    def _use_shipped_templates(self) -> None:
        self._settings.set(TEMPLATES, None)
        self.said.emit(self.tr("Replies are written with the templates that come with the program"))

    def _renew_panes(self) -> None:
        for pane in self._panes.all:
            self._prepare(pane)

    def _prepare(self, pane: LogPane) -> None:
        """Make a pane as the settings say; what the agent chose in it by hand is chosen anew with the setting."""
        raw, wrap = pane.head.raw, pane.line.wrap_button
        around = pane.shown_bar.around[int(self._settings.get(AROUND_LINES))]
        for button, on in ((raw, self._settings.get(RAW)), (wrap, self._settings.get(WRAP)), (around, True)):
            if button.isChecked() != on:
                button.click()

    def _begin_reply(self, draft: Draft) -> None:
        draft.audience = self._settings.get(AUDIENCE)
        draft.form = self._settings.get(FORM)
        draft.language = self._settings.get(LANGUAGE)
        draft.masks_ids = self._settings.get(MASKS_IDS)
