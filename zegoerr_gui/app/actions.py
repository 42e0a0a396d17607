"""The one table of actions: it feeds the menus, the shortcuts and the keys page.

Keys are written as Qt writes them; on macOS Qt reads Ctrl as ⌘.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from zegoerr_gui.core.log.encoding import ENCODINGS

SEPARATOR: Final = "-"
_CONTROL: Final = "Meta" if sys.platform == "darwin" else "Ctrl"  # on macOS ⌘ with Tab goes to another program


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: the name of its handler, the menu it stands in, its words, its keys.

    A menu in a menu is written Log/Encoding. ``choice`` names a group of which one is ticked; a ``switch`` is ticked by
    itself.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    choice: str = ""
    switch: bool = False


ACTIONS: Final = (
    ActionSpec("open_log", "File", "Open logs…", ("Ctrl+O",)),
    ActionSpec("recent_logs", "File", "Open a recent log…", ("Ctrl+Shift+O",)),
    ActionSpec("open_sample", "File", "Open the sample log"),
    ActionSpec("close_log", "File", "Close log", ("Ctrl+W",)),
    ActionSpec("open_again", "File", "Open the closed log again", ("Ctrl+Shift+T",)),
    ActionSpec("cancel_reading", "File", "Stop reading"),
    ActionSpec("read_on", "File", "Read on", ("F5",)),
    ActionSpec(SEPARATOR, "File", ""),
    ActionSpec("save_report", "File", "Save a report…", ("Ctrl+E",)),
    ActionSpec("show_report", "File", "Show the saved report in its folder"),
    ActionSpec(SEPARATOR, "File", ""),
    ActionSpec("export_desk", "File", "Export notes and pins…"),
    ActionSpec("import_desk", "File", "Import notes and pins…"),
    ActionSpec("show_recents", "File", "Recent logs and queries…"),
    ActionSpec(SEPARATOR, "File", ""),
    ActionSpec("quit", "File", "Quit", ("Ctrl+Q",)),
    ActionSpec("paste", "Edit", "Paste a log or a query", ("Ctrl+V",)),
    ActionSpec("copy", "Edit", "Copy what is selected", ("Ctrl+C", "Ctrl+Ins")),
    ActionSpec("copy_original", "Edit", "Copy original"),
    ActionSpec(SEPARATOR, "Edit", ""),
    ActionSpec("reply", "Edit", "Reply to the ticket…", ("Ctrl+R",)),
    ActionSpec("copy_pack", "Edit", "Copy this code for ZEGOCLOUD support", ("Ctrl+Shift+E",)),
    ActionSpec("choose_templates", "Edit", "Use templates of your own…"),
    ActionSpec("shipped_templates", "Edit", "Use the shipped templates"),
    ActionSpec("copy_reply", "Edit", "Copy the entry as a reply", ("Ctrl+Shift+C",)),
    ActionSpec("copy_text", "Edit", "Copy the entry as text"),
    ActionSpec("copy_markdown", "Edit", "Copy the entry as Markdown"),
    ActionSpec("copy_code", "Edit", "Copy the code"),
    ActionSpec(SEPARATOR, "Edit", ""),
    ActionSpec("show_settings", "Edit", "Settings…", ("Ctrl+,",)),
    ActionSpec("focus_filter", "Codes", "Filter", ("Ctrl+K", "/")),
    ActionSpec("recent_queries", "Codes", "Recent queries…", ("Alt+Down",)),
    ActionSpec("clear_filters", "Codes", "Clear all filters"),
    ActionSpec("toggle_in_log", "Codes", "Only codes in this log"),
    ActionSpec("toggle_escalating", "Codes", "Only codes that escalate"),
    ActionSpec(SEPARATOR, "Codes", ""),
    ActionSpec("pin_code", "Codes", "Pin this code, or take its pin away", ("Ctrl+D",)),
    ActionSpec("show_pinned", "Codes", "Pinned codes"),
    ActionSpec("show_noted", "Codes", "Codes with a note"),
    ActionSpec("write_note", "Codes", "Write a note on this code", ("Ctrl+N",)),
    ActionSpec(SEPARATOR, "Codes", ""),
    ActionSpec("back", "Codes", "Back", ("Alt+Left",)),
    ActionSpec("forward", "Codes", "Forward", ("Alt+Right",)),
    ActionSpec("find", "Log", "Find in the log", ("Ctrl+F",)),
    ActionSpec("find_next", "Log", "Next find", ("F3",)),
    ActionSpec("find_previous", "Log", "Previous find", ("Shift+F3",)),
    ActionSpec(SEPARATOR, "Log", ""),
    ActionSpec("next_mark", "Log", "Next mark", ("F8",)),
    ActionSpec("previous_mark", "Log", "Previous mark", ("Shift+F8",)),
    ActionSpec("next_code", "Log", "Next different code", ("N",)),
    ActionSpec("previous_code", "Log", "Previous different code", ("Shift+N",)),
    ActionSpec("go_to_line", "Log", "Go to line…", ("Ctrl+G",)),
    ActionSpec("go_to_time", "Log", "Go to time…", ("Ctrl+Shift+G",)),
    ActionSpec(SEPARATOR, "Log", ""),
    ActionSpec("only_codes", "Log", "Only lines with codes, or all", ("Ctrl+J",)),
    ActionSpec("only_finds", "Log", "Only lines with finds, or all"),
    ActionSpec("only_marked", "Log", "Only lines you marked, or all"),
    ActionSpec("raw_lines", "Log", "Raw lines, or columns", ("Ctrl+Shift+R",)),
    ActionSpec(SEPARATOR, "Log", ""),
    ActionSpec("mark_line", "Log", "Mark this line, or take its mark away", ("Ctrl+F2",)),
    ActionSpec("next_own_mark", "Log", "Next line you marked", ("F2",)),
    ActionSpec("previous_own_mark", "Log", "Previous line you marked", ("Shift+F2",)),
    ActionSpec(SEPARATOR, "Log", ""),
    ActionSpec("save_shown", "Log", "Save the shown lines…", ("Ctrl+S",)),
    ActionSpec("save_selected", "Log", "Save the selected lines…", ("Ctrl+Shift+S",)),
    ActionSpec(SEPARATOR, "Log", ""),
    ActionSpec("follow", "Log", "Follow what is added", ("Shift+F5",), switch=True),
    *(ActionSpec(f"encoding_{name}", "Log/Encoding", text, choice="encoding") for name, text in ENCODINGS.items()),
    ActionSpec("next_log", "View", "Next log", (f"{_CONTROL}+Tab", "Ctrl+PgDown")),
    ActionSpec("previous_log", "View", "Previous log", (f"{_CONTROL}+Shift+Tab", "Ctrl+PgUp")),
    ActionSpec("show_palette", "View", "Actions and codes…", ("Ctrl+Shift+P",)),
    ActionSpec("next_pane", "View", "Next pane", ("F6",)),
    ActionSpec("previous_pane", "View", "Previous pane", ("Shift+F6",)),
    ActionSpec(SEPARATOR, "View", ""),
    ActionSpec("zoom_in", "View", "Larger", ("Ctrl+=", "Ctrl++")),
    ActionSpec("zoom_out", "View", "Smaller", ("Ctrl+-",)),
    ActionSpec("zoom_reset", "View", "Normal size", ("Ctrl+0",)),
    ActionSpec(SEPARATOR, "View", ""),
    ActionSpec("show_timeline", "View", "Timeline", switch=True),
    ActionSpec("theme_system", "View", "Colours of the system", choice="theme"),
    ActionSpec("theme_light", "View", "Light", choice="theme"),
    ActionSpec("theme_dark", "View", "Dark", choice="theme"),
    ActionSpec("reset_layout", "View", "Default arrangement"),
    ActionSpec("show_catalogues", "Catalogue", "Catalogues and team folder…"),
    ActionSpec("import_page", "Catalogue", "Import a page of error codes…"),
    ActionSpec("open_entry_file", "Catalogue", "Open the file of this entry"),
    ActionSpec("show_help", "Help", "Help", ("Shift+F1",)),
    ActionSpec("show_keys", "Help", "Keys", ("F1", "?")),
    ActionSpec("copy_diagnostics", "Help", "Copy diagnostics"),
    ActionSpec("show_about", "Help", "About ZegoErr"),
)


def translated(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("actions", text)


def add_actions(window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Build menus and shortcuts; returns the actions by name. A name without a handler is a KeyError."""
    menus: dict[str, QMenu] = {}
    groups: dict[str, QActionGroup] = {}
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        menu = _menu(window, menus, spec.menu)
        if spec.name == SEPARATOR:
            menu.addSeparator()
            continue
        action = QAction(translated(spec.text), window)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(bool(spec.choice) or spec.switch)
        action.triggered.connect(handlers[spec.name])
        if spec.choice:
            groups.setdefault(spec.choice, QActionGroup(window)).addAction(action)
        menu.addAction(action)
        made[spec.name] = action
    return made


def _menu(window: QMainWindow, menus: dict[str, QMenu], path: str) -> QMenu:
    if path not in menus:
        outer, _, name = path.rpartition("/")
        holder = _menu(window, menus, outer) if outer else window.menuBar()
        menus[path] = holder.addMenu(_with_letter(translated(name), [menu.title() for menu in menus.values()]))
    return menus[path]


def _with_letter(name: str, others: Iterable[str]) -> str:
    """A menu's name with & before the letter that opens it together with Alt: the first that no other menu has."""
    taken = {title.partition("&")[2][:1].lower() for title in others}
    place = next((place for place, letter in enumerate(name) if letter.isalpha() and letter.lower() not in taken), 0)
    return f"{name[:place]}&{name[place:]}"


def native_keys(keys: Iterable[str]) -> str:
    """Keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in keys)


def keys_by_menu() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every action that has keys, by menu: words and keys as this system writes them."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for spec in ACTIONS:
        if spec.keys:
            groups.setdefault(translated(spec.menu), []).append((translated(spec.text), native_keys(spec.keys)))
    return list(groups.items())
