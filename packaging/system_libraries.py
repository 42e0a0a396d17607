"""Which system libraries Qt lacks on this Linux, what their packages are called, and how they get installed.

Standard library only; parses under Python 3.8, like ``run.py``, which imports it from beside itself.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ENSUREPIP = "ensurepip"
FONT = "a font"


class LaunchError(Exception):
    """Why nothing can start: a sentence for the user, and the exit code."""

    def __init__(self, sentence: str, code: int = 3) -> None:
        super().__init__(sentence)
        self.code = code


def say(sentence: str) -> None:
    """A line of the launcher's own: on stderr, because stdout belongs to the app."""
    print(sentence, file=sys.stderr, flush=True)


def last_lines(output: bytes, count: int = 8) -> str:
    """The end of what a program printed."""
    return "\n".join(output.decode("utf-8", "replace").rstrip().splitlines()[-count:])


class Part(NamedTuple):
    """Something a system may lack, and the package that holds it for each package manager."""

    name: str  # a library's file name, ENSUREPIP or FONT
    apt: str
    dnf: str
    pacman: str
    window_only: bool = False  # not needed to draw a picture


# The direct requirements of PySide6-Essentials 6.11 (NEEDED in its .so files) that do not bring one another along.
PARTS = (
    Part(ENSUREPIP, "python3-venv", "python3-libs", "python"),
    Part("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Part("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Part("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Part("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Part("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Part("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Part("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Part(FONT, "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu"),
    Part("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", True),
    Part("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", True),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", True),
    Part("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", True),
    Part("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", True),
)

MANAGERS = {"debian": "apt", "ubuntu": "apt", "fedora": "dnf", "rhel": "dnf", "centos": "dnf", "arch": "pacman"}

COMMANDS = {
    "apt": ("apt-get update", "apt-get install -y --no-install-recommends"),
    "dnf": ("dnf install -y",),
    "pacman": ("pacman -Sy --needed --noconfirm",),
}

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/run/current-system/sw/share/X11/fonts")
FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb")

# Printed one a line: the libraries, given as arguments, that the dynamic linker does not find.
LINKER_PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""

# Ends with 0 when Qt loads whole and opens the platform it is told or chooses; Qt itself aborts when it cannot.
QT_PROBE = """
import os
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets
application = PySide6.QtGui.QGuiApplication(["probe"])
os._exit(0)
"""


def package_manager(os_release: str) -> str | None:
    """``apt``, ``dnf``, ``pacman`` or None, from the text of ``/etc/os-release`` (ID first, then ID_LIKE)."""
    values = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line and not line.startswith("#"))
    names = " ".join(values.get(key, "").strip().strip("\"'") for key in ("ID", "ID_LIKE")).lower().split()
    return next((MANAGERS[name] for name in names if name in MANAGERS), None)


def read_os_release() -> str:
    """The text that names this Linux, or nothing."""
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
    return ""


def packages(manager: str, missing: Iterable[str]) -> list[str]:
    """The packages that hold the missing parts, each once, in the order of PARTS."""
    wanted = set(missing)
    return list(dict.fromkeys(getattr(part, manager) for part in PARTS if part.name in wanted))


def install_commands(manager: str, names: list[str]) -> list[str]:
    """The commands, to be run as root, that install these packages."""
    *before, last = COMMANDS[manager]
    return [*before, " ".join([last, *names])]


def install_line(manager: str, names: list[str], *, sudo: bool) -> str:
    """One line to copy into a terminal."""
    return " && ".join(("sudo " if sudo else "") + command for command in install_commands(manager, names))


def advice(missing: Iterable[str], os_release: str, *, sudo: bool) -> str:
    """What is missing, and the one line that installs it where this Linux is known."""
    parts = list(missing)
    manager = package_manager(os_release)
    found = f"This computer lacks {', '.join(parts)}"
    names = packages(manager, parts) if manager else []
    if manager is None or not names:
        return f"{found}; install the packages that hold them, then start again."
    who = "with this line (or start with --system, which runs it)" if sudo else "as root with this line"
    return f"{found}; install what holds them {who}, then start again:\n{install_line(manager, names, sudo=sudo)}"


def advice_here(missing: Iterable[str]) -> str:
    """The advice for this computer."""
    return advice(missing, read_os_release(), sudo=shutil.which("sudo") is not None and not is_root())


def is_root() -> bool:
    """Whether this process may install by itself."""
    return sys.platform != "win32" and os.geteuid() == 0


def install(missing: list[str]) -> None:
    """Installs the packages of the missing parts as root or through sudo.

    Raises LaunchError when there is no known package manager, or when it fails.
    """
    manager = package_manager(read_os_release())
    names = packages(manager, missing) if manager else []
    if manager is None or not names or not (is_root() or shutil.which("sudo")):
        raise LaunchError(advice_here(missing))
    say(f"Installing {' '.join(names)} ...")
    prefix = [] if is_root() else ["sudo"]
    for command in install_commands(manager, names):
        words = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command.split()]
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            last = last_lines(done.stdout)
            raise LaunchError(f"`{' '.join(words)}` ended with {done.returncode}; put right what it says:\n{last}")


def missing_parts(*, window: bool) -> list[str]:
    """The names of the PARTS this computer lacks for a window, or else for drawing a picture."""
    libraries = [part.name for part in PARTS if ".so" in part.name and (window or not part.window_only)]
    probe = subprocess.run(
        [sys.executable, "-I", "-c", LINKER_PROBE, *libraries],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    missing = set(probe.stdout.decode().split())
    if not has_ensurepip():
        missing.add(ENSUREPIP)
    if not has_font(font_folders(os.environ)):
        missing.add(FONT)
    return [part.name for part in PARTS if part.name in missing]


def has_ensurepip() -> bool:
    """Whether this Python can make environments; Debian divides that off into a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("venv") is not None and importlib.util.find_spec("ensurepip") is not None


def font_folders(environ: Mapping[str, str]) -> list[Path]:
    """Where fonts usually lie, for everybody and for this user."""
    home = Path(environ.get("HOME") or "/")
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [*map(Path, FONT_FOLDERS), data / "fonts", home / ".fonts"]


def has_font(folders: Iterable[Path]) -> bool:
    """Whether there is a font file in one of the folders, at any depth."""
    return any(
        name.lower().endswith(FONT_SUFFIXES) for top in folders for _, _, files in os.walk(top) for name in files
    )


def display_name(environ: Mapping[str, str]) -> str | None:
    """The display a window would open on, or None where none is named."""
    platform = environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform in ("offscreen", "minimal"):
        return None
    return environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or platform or None


def no_display(environ: Mapping[str, str]) -> str:
    """Why no window can open where no display is named."""
    platform = environ.get("QT_QPA_PLATFORM")
    found = f"QT_QPA_PLATFORM is {platform}" if platform else "neither DISPLAY nor WAYLAND_DISPLAY names one"
    return f"There is no display here ({found})."


def qt_fault(python: Path, *, window: bool) -> str | None:
    """None when Qt starts in the environment of this interpreter, else what Qt or Python said."""
    env = {**os.environ, "QT_DEBUG_PLUGINS": "1"}  # else Qt does not name the library its window plugin lacks
    if not window:
        env["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            [str(python), "-I", "-c", QT_PROBE], capture_output=True, env=env, timeout=30, check=False
        )
    except subprocess.TimeoutExpired:
        return "no answer within 30 s"
    return done.stderr.decode("utf-8", "replace") if done.returncode else None


def libraries_named(fault: str) -> list[str]:
    """The libraries the dynamic linker names as missing in what a probe said."""
    return list(dict.fromkeys(re.findall(r"([^\s(]+\.so[.\d]*): cannot open shared object file", fault)))


def prepare(*, window: bool, may_install: bool) -> None:
    """Before an environment is made: installs what is missing, where allowed.

    Raises LaunchError where this Python cannot make one. Missing libraries are not judged yet: Qt itself does that.
    """
    missing = missing_parts(window=window)
    if missing and may_install:
        try:
            install(missing)
        except LaunchError as error:
            if ENSUREPIP in missing:
                raise
            say(str(error))
    elif ENSUREPIP in missing:
        raise LaunchError(advice_here(missing))
    if not has_ensurepip():
        version = ".".join(map(str, sys.version_info[:2]))
        raise LaunchError(f"{sys.executable} has no ensurepip: install python{version}-venv or use another Python.")


def qt_obstacle(python: Path, *, window: bool, may_install: bool) -> str | None:
    """Why Qt cannot open a window, or draw a picture, in words for the user; None when it can.

    Installs what is missing first, where allowed.
    """
    fault = qt_fault(python, window=window)
    if fault is not None and may_install and (missing := lacking(fault, window=window)):
        install(missing)
        fault = qt_fault(python, window=window)
    if fault is None:
        if not has_font(font_folders(os.environ)):
            say(advice_here([FONT]))
        return None
    missing = lacking(fault, window=window)
    if missing:
        return advice_here(missing)
    display = display_name(os.environ)
    if window and display:
        return f"The display {display} cannot be opened."
    return f"Qt does not start here; put right what it says, then start again:\n{last_lines(fault.encode())}"


def lacking(fault: str, *, window: bool) -> list[str]:
    """The parts this computer lacks, and the libraries a probe named besides."""
    return list(dict.fromkeys([*missing_parts(window=window), *libraries_named(fault)]))
