"""What goes into a bundle and what stays out: the same rules for every system and for the trial payload for Windows.

Pure: paths inside the bundle with "/" go in, decisions come out. Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

# Modules of Python that would only load what the app must not or need not have: the network first.
LEFT_OUT_MODULES = (
    "_hashlib",  # OpenSSL, 5 MB; the digests that the app takes are built in
    "_socket",
    "_ssl",
    "curses",
    "pydoc",
    "readline",
    "setuptools",
    "test",
    "tkinter",
    "unittest",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
)

# Plugins of Qt by folder; what is not named here stays out. "*" means each, as far as the libraries below allow.
KEPT_PLUGINS: dict[str, tuple[str, ...]] = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qsvg"),
    "platforminputcontexts": ("*",),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "wayland-decoration-client": ("*",),
    "wayland-graphics-integration-client": ("*",),
    "wayland-shell-integration": ("xdg-shell",),
}

# How the names of Qt's libraries begin that stay out, and each plugin that needs one of them.
LEFT_OUT_LIBRARIES = ("network", "opengl", "pdf", "qml", "quick", "virtualkeyboard")

_SOURCES = (".c", ".h", ".cpp", ".hpp", ".pxd", ".pyi", ".pyx", "py.typed")
KEPT_TRANSLATIONS = ("qtbase_zh_CN.qm",)

# Of the system, on every Linux desktop and older or newer than ours: the package depends on them instead.
SYSTEM_LIBRARIES = re.compile(
    r"lib(c|m|dl|rt|pthread|util|resolv|stdc\+\+|gcc_s|GL|GLX|EGL|OpenGL|GLdispatch|drm|gbm|X11|X11-xcb|xcb|Xau|Xdmcp"
    r"|wayland-[a-z]+|glib-2\.0|gthread-2\.0|gio-2\.0|gobject-2\.0|gmodule-2\.0|dbus-1|fontconfig|freetype|expat"
    r"|gssapi_krb5)\.so(\.|$)"
)

_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?(.+)\.(?:so|dll|dylib)$")
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/(.+)$")
_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?(\w+?)(?:\.so(?:\.\d+)*|\.dll|\.\d+\.dylib|\.dylib)?$", re.IGNORECASE)
_MODULE = re.compile(r"\.(pyd|abi3\.so|cpython-[^/]+\.so)$")
# Software OpenGL, the compiler of shaders, and tools that lie among Qt's libraries for Windows.
_NEVER = re.compile(r"(opengl32sw|d3dcompiler_\d+|dxcompiler|dxil|avcodec.*|avformat.*|avutil.*|sw(re)?scale.*)\.dll$")


def plugin_of(path: str) -> tuple[str, str] | None:
    """Folder and name of a plugin of Qt, without the system's prefix and suffix; None for any other file."""
    found = _PLUGIN.search(path)
    return (found[1], found[2]) if found else None


def is_kept_plugin(path: str) -> bool:
    """Whether a plugin is one that the app needs."""
    plugin = plugin_of(path)
    if plugin is None:
        return False
    names = KEPT_PLUGINS.get(plugin[0], ())
    return "*" in names or plugin[1] in names


def is_kept_data(path: str) -> bool:
    """Whether a file that is no binary belongs into the bundle: no source code, and of Qt's translations only ours."""
    if path.endswith(_SOURCES):
        return False
    found = _TRANSLATION.search(path)
    return found is None or found[1] in KEPT_TRANSLATIONS


def is_left_out(library: str) -> bool:
    """Whether a library of Qt must not be in the bundle, by its file name."""
    found = _QT_LIBRARY.match(library)
    return found is not None and found[1].lower().startswith(LEFT_OUT_LIBRARIES)


def name_of(path: str) -> str:
    """The file name by which binaries ask for one another; Windows does not care for its case."""
    name = PurePosixPath(path).name
    return name.lower() if name.lower().endswith((".dll", ".pyd")) else name


def closure(start: Iterable[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    """The names that can be reached from ``start``, which is part of them."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(needs.get(name, ()))
    return reached


def kept_binaries(asked: Mapping[str, Iterable[str]]) -> set[str]:
    """Which of the binaries stay: modules of Python, the plugins above, and all that these need.

    ``asked`` has, by the path of a binary, the file names of the libraries that it asks for. Where several binaries
    have one name, each stays: which of them is found depends on who looks for it.
    """
    needs: dict[str, set[str]] = {}
    for path, names in asked.items():
        needs.setdefault(name_of(path), set()).update(map(name_of, names))
    inside = {name: asks for name, asks in needs.items() if not _is_elsewhere(name)}
    start = set()
    for path in asked:
        begins = is_kept_plugin(path) if plugin_of(path) else bool(_MODULE.search(path)) or _is_python(name_of(path))
        if begins and not any(map(is_left_out, closure([name_of(path)], needs))):
            start.add(name_of(path))
    reached = closure(start, inside)  # what only libraries of the system need is the system's
    return {path for path in asked if name_of(path) in reached & inside.keys()}


def _is_elsewhere(name: str) -> bool:
    return bool(SYSTEM_LIBRARIES.match(name) or _NEVER.match(name)) or is_left_out(name)


def _is_python(name: str) -> bool:
    return name.lower().startswith(("libpython3", "python3", "vcruntime")) or name == "Python"


def data_files(project: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the wheel takes from beside the package: from where in the checkout, to where under the bundle's root."""
    included: Mapping[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    return [(source, target.removeprefix("zegoerr_gui/_data/")) for source, target in included.items()]
