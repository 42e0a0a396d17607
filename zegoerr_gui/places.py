"""Where the catalogue and the resources lie: in a checkout, in an installed wheel, in a bundle."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLE = getattr(sys, "_MEIPASS", None)


def data_folder() -> Path:
    """The folder that holds ``catalogue/`` and ``resources/``."""
    if _BUNDLE is not None:
        return Path(_BUNDLE)
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def catalogue_folder() -> Path:
    """The catalogue that comes with the program."""
    return data_folder() / "catalogue" / "zego-web"


def sample_log() -> Path:
    """The log that shows a new user what the program does."""
    return data_folder() / "resources" / "sample.log"


def templates_folder() -> Path:
    """The texts of replies and reports, in English and in Chinese."""
    return data_folder() / "resources" / "templates"


def app_icon() -> Path:
    """The program's own icon, an SVG."""
    return data_folder() / "resources" / "zegoerr.svg"
