"""The page of all keys: those of the table of actions, and those that belong to one part of the window."""

from typing import Final

from zegoerr_gui.app.actions import keys_by_menu
from zegoerr_gui.app.page_text import read_page
from zegoerr_gui.widgets.text_page import Group

_PARTS: Final = """
# Everywhere
Any letter | Goes on in the filter
[Esc] | Takes back one thing after another: find, the choice of lines, the session, filters
[Tab Shift+Tab] | The next control, the previous one
[Space] | Presses the button, or ticks the box, that has the focus
[Alt] | The menus; with a letter the menu that begins with it
# Filter and table of codes
[Up Down PgUp PgDown] | Another code, also while the filter has the focus
[Return] | From the filter to the table, from the table to the detail
[?] | In the empty filter: what can be typed, by examples
[Right End] | Behind a field that is begun in the filter: takes what it goes on with
[Home End] | In the table: the first code, the last one
[Del] | On a chooser such as Family: takes back what is chosen in it
# Lines of the log
[Up Down PgUp PgDown] | Another line
[Home End] | The first line, the last one
[Shift+Up Shift+Down] | Selects lines
[Return Shift+Return] | In the field to find: the next find, the previous one
# Timeline and sessions
[Left Right Home End] | Another failure on the timeline, another session
[Return] | Goes to the failure, or limits the log to the session
# Reply
[Ctrl+Return] | Copies the reply
[Space] | Ticks a failure, or what the reply asks for
[Up Down] | Another failure, or another thing the reply asks for
[Left Right] | In a choice such as For: the next one
[Ctrl+Z] | In the text: takes back what was typed
# Your note
[Esc] | Leaves the note, which is kept as it stands
[Ctrl+V Ctrl+Z] | In the text: pastes, takes back what was typed
# Lists to choose from
Any letter | Shows only what has these words
[Up Down PgUp PgDown] | Another row
[Return] | Chooses it
[Space] | Ticks it, where several can be chosen
[Del] | Forgets it, where it is remembered
# Every dialog
[Esc] | Closes it; the focus goes back to where it was
[Up Down PgUp PgDown] | On a page such as this: moves it
"""


def keys() -> list[Group]:
    """Every key, by menu, then by the part of the window or the dialog it belongs to."""
    by_menu: list[Group] = [(menu, [(keys, text) for text, keys in rows]) for menu, rows in keys_by_menu()]
    return [*by_menu, *read_page(_PARTS, "keys")]
