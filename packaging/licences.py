"""The licences of all that a bundle holds, gathered from where each part keeps its own.

Called by ``zegoerr.spec``, in the environment that bundles are made in.
"""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
_NAMES = ("licen", "copying", "notice", "authors")
_TEXT = """The licences of what lies in this folder
========================================

ZegoErr itself: MIT, see ZegoErr.txt.

Qt and PySide6 (Qt for Python) are used under the GNU Lesser General Public License, version 3: see LGPL-3.0.txt and
GPL-3.0.txt. They are unchanged and lie beside the program as libraries of their own, in the folder PySide6 and beside
it; you may replace each by a version of your own that has the same interface. Their source code is published by the
Qt Project under the version numbers that "About ZegoErr" shows. Qt contains ICU, see ICU.txt, and other free software,
which Qt's documentation lists under "Licenses used in Qt".

Python: see Python.txt. The launchers contain the boot loader of PyInstaller, whose licence lets programs be packed with
it whatever their own licence is.

The other folders are named after what their texts belong to:

"""


def gather(packages: Iterable[str], libraries: Iterable[Path]) -> dict[str, Path]:
    """Where each text lies, by the name it gets in the bundle: of Python packages and of libraries of the system.

    Raises LookupError for a package that keeps no text.
    """
    found = {f"{path.name}": path for path in sorted((HERE / "licences").iterdir())}
    found["ZegoErr.txt"] = HERE.parent / "LICENSE"
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))  # the second on Windows
    found["Python.txt"] = next(path for place in places if (path := place / "LICENSE.txt").is_file())
    for name in (*packages, "pyinstaller"):
        if not name.lower().startswith(("pyside6", "shiboken6")):
            found |= of_package(name)
    for library in libraries:
        found |= of_library(library)
    return found


def of_package(name: str) -> dict[str, Path]:
    """The licence texts that a Python package was installed with."""
    files = importlib.metadata.files(name) or []
    texts = [file for file in files if ".dist-info" in file.parts[0] and _is_licence(file.name)]
    if not texts:
        raise LookupError(f"{name} keeps no text of its licence")
    return {f"{name}/{file.name}": Path(str(file.locate())) for file in texts}


def of_library(library: Path) -> dict[str, Path]:
    """The copyright file of the system's package that a library comes from; nothing where there are no packages."""
    if shutil.which("dpkg-query") is None:
        return {}
    command = ["dpkg-query", "--search", f"*/{library.resolve().name}"]  # it may be known under /lib or /usr/lib
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    package = done.stdout.split(":")[0]
    text = Path("/usr/share/doc", package, "copyright")
    if done.returncode or not text.is_file():
        raise LookupError(f"{library} belongs to no package with a text of its licence")
    return {f"{package}/copyright": text}


def overview(texts: Iterable[str]) -> str:
    """What stands at the beginning: how each part may be used."""
    return _TEXT + "".join(f"  {name}\n" for name in sorted({text.partition("/")[0] for text in texts if "/" in text}))


def _is_licence(name: str) -> bool:
    return any(word in name.lower() for word in _NAMES)
