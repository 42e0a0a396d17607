"""The setup for Windows: NSIS over the bundle; where that cannot be made, over what can be known of it from here."""

from __future__ import annotations

import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PureWindowsPath

import bundle
import contents
import needed
from buildenv import BUILD, CHECKOUT, DIST, BuildError, environment, project, run

_SCRIPT = CHECKOUT / "packaging" / "zegoerr.nsi"
_PYTHON = "3.12"  # for which packages are taken to the trial payload
# What every Windows 10 and 11 has, and what Python's own folder brings into a bundle.
_WINDOWS = re.compile(
    r"(api-ms-win-.*|ext-ms-.*|advapi32|authz|bcrypt|cfgmgr32|comctl32|comdlg32|crypt32|d2d1|d3d(9|11|12)|dbghelp|dcomp"
    r"|dnsapi|dwmapi|dwrite|dxgi|gdi32|icu(in|uc)?|imm32|iphlpapi|kernel32|mpr|msimg32|ncrypt|netapi32|ntdll|ole32|oleaut32|pdh|powrprof"
    r"|propsys|psapi|rpcrt4|runtimeobject|secur32|setupapi|shcore|shell32|shlwapi|synchronization|ucrtbase|uiautomationcore"
    r"|user32|userenv|uxtheme|version|windowscodecs|winhttp|winmm|winspool|ws2_32|wtsapi32)\.(dll|drv)$"
)
_OF_PYTHON = re.compile(r"(python3|python3\d+|vcruntime140(_1)?)\.dll$")

# Prints which of the requirements given behind a version of Python hold on Windows.
_FOR_WINDOWS = """
import sys
from packaging.requirements import Requirement
version = sys.argv[1]
there = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
         "python_version": version, "python_full_version": version + ".0", "implementation_name": "cpython",
         "platform_python_implementation": "CPython"}
for one in map(Requirement, sys.argv[2:]):
    if one.marker is None or one.marker.evaluate(there):
        print(f"{one.name}{one.specifier}")
"""


def setup(folder: Path, version: str, *, trial: bool = False) -> Path:
    """Compile the setup over a folder. Raises BuildError."""
    script = BUILD / "nsis"
    script.mkdir(parents=True, exist_ok=True)
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    for name, text in file_lists(files).items():
        (script / name).write_text(text, encoding="utf-8-sig")
    (BUILD if trial else DIST).mkdir(exist_ok=True)
    target = BUILD / f"zegoerr-{version}-trial-setup.exe" if trial else DIST / f"zegoerr-{version}-setup.exe"
    defines = {
        "VERSION": version,
        "FOLDER": folder,
        "LISTS": script,
        "ICON": bundle.ICONS / "zegoerr.ico",
        "LICENCE": CHECKOUT / "LICENSE",
        "TARGET": target,
        "KILOBYTES": bundle.size(folder) // 1024,
    }
    words = [f"-D{name}={value}" for name, value in defines.items()]
    env = {**os.environ, "SOURCE_DATE_EPOCH": bundle.epoch()}
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, _SCRIPT, env=env)
    return target


def file_lists(files: Iterable[Path]) -> dict[str, str]:
    """What the script includes: how each file is put, and how exactly those files are taken away again."""
    put, take, folders = [], [], set[PureWindowsPath]()
    last = None
    for file in files:
        path = PureWindowsPath(file)
        if path.parent != last:
            last = path.parent
            put.append(f'SetOutPath "{_under("$INSTDIR", last)}"')
        put.append(f'File "${{FOLDER}}{os.sep}{file}"')
        take.append(f'Delete "{_under("$INSTDIR", path)}"')
        folders |= {parent for parent in path.parents if parent.name}
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), str(folder)))
    take += [f'RMDir "{_under("$INSTDIR", folder)}"' for folder in deepest_first]
    return {"put.nsh": "\n".join(put) + "\n", "take.nsh": "\n".join(take) + "\n"}


def _under(top: str, path: PureWindowsPath) -> str:
    return top if not path.name else f"{top}\\{path}".replace("$$", "$")


# The trial payload


def trial_payload() -> tuple[Path, dict[str, str]]:
    """What the bundle will hold but for Python itself, from the packages for Windows, with what is known of it.

    Raises BuildError where a library is asked for that nobody brings.
    """
    wheels, all_files, folder = BUILD / "wheels", BUILD / "windows-all", BUILD / "windows"
    for path in (all_files, folder):
        shutil.rmtree(path, ignore_errors=True)
    if not bundle.ICONS.is_dir():
        run(environment(), CHECKOUT / "packaging" / "icons.py", bundle.ICONS)
    _download(wheels)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(all_files)
    files = {path.relative_to(all_files).as_posix(): path for path in all_files.rglob("*") if path.is_file()}
    binaries = {name: path for name, path in files.items() if path.suffix.lower() in (".dll", ".pyd")}
    asked = {name: _needed(path) for name, path in binaries.items()}
    wanted = {f"PySide6/Qt{module}.pyd" for module in ("Core", "Gui", "Svg", "Widgets")}
    modules = {name for name in binaries if _is_unwanted_module(name) and name not in wanted}
    kept = contents.kept_binaries({name: asks for name, asks in asked.items() if name not in modules})
    kept |= {name for name in files if name not in binaries and _is_data(name)}
    for name in kept:
        _copy(files[name], folder / "_internal" / name)
    for source, target in contents.data_files(project()):
        _copy(CHECKOUT / source, folder / "_internal" / target)
    missing = not_brought({name: asked[name] for name in kept if name in binaries})
    if missing:
        raise BuildError("The payload for Windows asks for what it does not have:\n" + "\n".join(missing))
    before, after = (f"{bundle.size(path) / 2**20:.1f} MB" for path in (all_files, folder))
    count = sum(name in binaries for name in kept)
    return folder, {
        "size": f"{after} (packages whole: {before}), without Python itself",
        "libraries": f"{count}, each finds what it asks for here, in Python or in Windows",
    }


def not_brought(asked: Mapping[str, Iterable[str]]) -> list[str]:
    """A sentence for each library that is neither among those that ask, nor Python's, nor of Windows."""
    present = {contents.name_of(name) for name in asked}
    return sorted(
        f"{name} asks for {library}"
        for name, libraries in asked.items()
        for library in libraries
        if library not in present and not _WINDOWS.match(library) and not _OF_PYTHON.match(library)
    )


def _download(wheels: Path) -> None:
    """Take the packages for Windows of what the app requires; those are chosen here, since pip asks its own system."""
    shutil.rmtree(wheels, ignore_errors=True)
    python = environment()
    requirements = run(python, "-c", _FOR_WINDOWS, _PYTHON, *project()["project"]["dependencies"]).split()
    pip = (python, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--dest", wheels)
    there = ("--platform", "win_amd64", "--python-version", _PYTHON, "--only-binary", ":all:")
    run(*pip, *there, "--constraint", CHECKOUT / "packaging" / "constraints.txt", *requirements)


def _needed(path: Path) -> list[str]:
    sys.path.insert(0, str(next((BUILD / "env").glob("lib/python*/site-packages"))))  # pefile lies there
    try:
        return needed.pe_needed(path)
    finally:
        del sys.path[0]


def _is_unwanted_module(name: str) -> bool:
    return name.startswith("PySide6/Qt") and name.endswith(".pyd")


def _is_data(name: str) -> bool:
    """Of packages but Qt's, whatever they bring; of Qt the translations."""
    if name.startswith(("PySide6/", "shiboken6")):
        return "/translations/" in name and contents.is_kept_data(name)
    return ".dist-info/" not in name and not name.startswith(("PySide6_", "pyside6_"))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
