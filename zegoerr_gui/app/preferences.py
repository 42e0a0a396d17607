"""The one table of settings."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from zegoerr_gui.app.theme import Choice as Colours
from zegoerr_gui.core.answer.templates import LANGUAGES
from zegoerr_gui.models.settings import Choice, Folder, Number, Setting, Switch
from zegoerr_gui.models.shown import AROUND
from zegoerr_gui.widgets.look import ZOOM_LEAST, ZOOM_MOST

if TYPE_CHECKING:  # what writes answers is loaded with the first log
    from zegoerr_gui.core.answer.clipping import Form
    from zegoerr_gui.core.answer.reply import Audience
    from zegoerr_gui.core.answer.templates import Language

_LOOK, _LOG, _REPLY, _KEPT = "Look", "Logs", "Replies", "What is remembered"

THEME: Final = Choice[Colours](
    "theme", _LOOK, "Colours", "system", (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
)
ZOOM: Final = Number("zoom", _LOOK, "Size of the text (0 is the system's)", 0, ZOOM_LEAST, ZOOM_MOST)
TIMELINE: Final = Switch("timeline", _LOG, "Show the timeline above a log", True, ("hidden", "shown"))
RAW: Final = Switch("log/raw", _LOG, "Show lines of the SDK raw, not in columns", False)
WRAP: Final = Switch("log/wrap", _LOG, "Break the current line at the right edge", True)
AROUND_LINES: Final = Choice[str](
    "log/around",
    _LOG,
    "Lines around those shown",
    "0",
    tuple((str(n), str(n)) for n in AROUND),
)
AUDIENCE: "Final[Choice[Audience]]" = Choice(
    "reply/audience", _REPLY, "Written for", "customer", (("customer", "Customer"), ("support", "ZEGOCLOUD support"))
)
FORM: "Final[Choice[Form]]" = Choice(
    "reply/form", _REPLY, "Copied as", "text", (("text", "Plain text"), ("markdown", "Markdown"), ("html", "HTML"))
)
LANGUAGE: "Final[Choice[Language]]" = Choice("reply/language", _REPLY, "Language", "en", tuple(LANGUAGES.items()))
MASKS_IDS: Final = Switch("reply/ids", _REPLY, "Mask AppID, room, user and stream IDs too", False)
TEMPLATES: Final = Folder("templates", _REPLY, "Folder with templates of your own", None)

REOPEN: Final = Switch("start/reopen", _KEPT, "Open the same logs at the next start, and show the same code", True)

REMEMBERS: Final = Switch(
    "desk/remembering", _KEPT, "Remember recent logs and queries; without this, all of them are forgotten", True
)

TABLE: Final[tuple[Setting[Any], ...]] = (
    *(THEME, ZOOM),
    *(TIMELINE, RAW, WRAP, AROUND_LINES),
    *(AUDIENCE, FORM, LANGUAGE, MASKS_IDS, TEMPLATES),
    *(REOPEN, REMEMBERS),
)


def translated(text: str) -> str:
    """Words of the table in the language of the window."""
    return QCoreApplication.translate("settings", text)
