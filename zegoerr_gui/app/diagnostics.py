"""What somebody who looks for a fault in the program must know of it, and nothing of a customer's log."""

import platform
import sys
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from zegoerr_gui import __version__, places
from zegoerr_gui.app.trouble_log import NAME, TroubleLog
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.fault import Fault

Rows = list[tuple[str, str]]
_LIBRARY: Final = f"PySide6 {PySide6.__version__}, Qt {qVersion()}"


def packaged() -> str:
    """How the program came onto this computer: bundle | wheel | checkout."""
    if getattr(sys, "frozen", False):
        return "bundle"
    return "wheel" if (Path(places.__file__).parent / "_data").is_dir() else "checkout"


def versions() -> Rows:
    """The program and what it runs on."""
    return [
        ("ZegoErr", f"{__version__} ({packaged()})"),
        ("Python", f"{platform.python_version()} ({platform.machine()})"),
        ("Qt", _LIBRARY),
        ("System", f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"),
    ]


def _window() -> Rows:
    screens = [
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    return [
        ("Display", f"{QGuiApplication.platformName()}: {'; '.join(screens)}"),
        ("Language", QLocale.system().name()),
    ]


def diagnostics(catalogue: Catalogue, faults: tuple[Fault, ...], trouble: TroubleLog | None) -> str:
    """All of it as text to copy, the end of the program's own log last."""
    source = catalogue.pack.source
    rows = [
        *versions(),
        *_window(),
        ("Catalogue", f"{source.title}, {source.date}: {len(catalogue)} codes, {len(faults)} faults"),
        ("Data", f"{'portable' if places.portable_folder() else 'of the user'}: {_homeless(places.data_folder())}"),
    ]
    lines = [f"{word}: {text}" for word, text in rows]
    if trouble is not None and trouble.obstacle:
        lines.append(f"Trouble log: cannot be written ({trouble.obstacle})")
    elif trouble is not None:
        lines += ["", f"The end of {NAME}:", trouble.tail()]
    return "\n".join(lines) + "\n"


def _homeless(path: Path) -> str:
    """A path without the name of its user."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else path.name
