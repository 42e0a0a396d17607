"""Where things lie: what comes with the program (in a checkout, a wheel, a bundle), and what it keeps for its user."""

import os
import sys
from pathlib import Path
from typing import Final

_PACKAGE = Path(__file__).resolve().parent
_BUNDLE = getattr(sys, "_MEIPASS", None)
_NAME: Final = "ZegoErr"
_PORTABLE: Final = "portable.ini"


def shipped_folder() -> Path:
    """The folder that holds ``catalogue/`` and ``resources/``."""
    if _BUNDLE is not None:
        return Path(_BUNDLE)
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def catalogue_folder() -> Path:
    """The catalogue that comes with the program."""
    return shipped_folder() / "catalogue" / "zego-web"


def packs_folder() -> Path:
    """The folder in which this user's own catalogues lie, one folder each; it may not exist yet."""
    return data_folder() / "catalogues"


def sample_log() -> Path:
    """The log that shows a new user what the program does."""
    return shipped_folder() / "resources" / "sample.log"


def templates_folder() -> Path:
    """The texts of replies and reports, in English and in Chinese."""
    return shipped_folder() / "resources" / "templates"


def app_icon() -> Path:
    """The program's own icon, an SVG."""
    return shipped_folder() / "resources" / "zegoerr.svg"


def licences_folder() -> Path:
    """The licences of all that a bundle holds; a checkout has no such folder."""
    return shipped_folder() / "licences"


def portable_folder() -> Path | None:
    """The folder of the program where ``portable.ini`` lies in it: then all that is kept stays there. Else None.

    It is that of the checkout, or of the bundle's executable (on macOS the one that holds the ``.app``). An installed
    wheel has none.
    """
    if _BUNDLE is not None:
        executable = Path(sys.executable).resolve()
        app = next((folder for folder in executable.parents if folder.suffix == ".app"), executable)
        folder = app.parent
    elif (_PACKAGE / "_data").is_dir():
        return None
    else:
        folder = _PACKAGE.parent
    return folder if (folder / _PORTABLE).is_file() else None


def config_folder() -> Path:
    """The folder for this user's settings; it may not exist yet."""
    return portable_folder() or _of_user("APPDATA", "XDG_CONFIG_HOME", ".config")


def data_folder() -> Path:
    """The folder for what this user's work leaves behind: notes, pins, the last session; it may not exist yet."""
    folder = portable_folder()
    return folder / "data" if folder else _of_user("APPDATA", "XDG_DATA_HOME", ".local/share")


def settings_file() -> Path:
    """The file of this user's settings; ``portable.ini`` itself, where that lies beside the program."""
    folder = portable_folder()
    return folder / _PORTABLE if folder else config_folder() / "zegoerr.ini"


def _of_user(on_windows: str, elsewhere: str, default: str) -> Path:
    """The user's own folder of the program, by the names of the variables that lead there."""
    if sys.platform == "win32":
        base, default = os.environ.get(on_windows, ""), "AppData/Roaming"
    elif sys.platform == "darwin":
        base, default = "", "Library/Application Support"
    else:
        base = os.environ.get(elsewhere, "")
    named = Path(base)
    return (named if named.is_absolute() else Path.home() / default) / _NAME
