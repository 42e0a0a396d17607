"""The bundle: a folder with the program, its Python and its libraries, which needs nothing installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import contents
import needed
from buildenv import BUILD, CHECKOUT, DIST, BuildError, environment, project, run

ICONS = BUILD / "icons"


def version() -> str:
    """The version of the program."""
    return str(project()["project"]["version"])


def epoch() -> str:
    """The time that stands for all times in what is built, in seconds: that of the last commit, unless one is set."""
    if value := os.environ.get("SOURCE_DATE_EPOCH"):
        return value
    try:
        return run("git", "-C", CHECKOUT, "log", "-1", "--format=%ct", stderr=subprocess.DEVNULL).strip()
    except BuildError:  # an unpacked archive
        return str(int((CHECKOUT / "pyproject.toml").stat().st_mtime))


def make(into: Path) -> Path:
    """Make the bundle anew in a folder; returns its own folder, on macOS the application. Raises BuildError."""
    python = environment()
    shutil.rmtree(into, ignore_errors=True)
    ICONS.mkdir(parents=True, exist_ok=True)
    run(python, CHECKOUT / "packaging" / "icons.py", ICONS)
    env = {
        **os.environ,
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": epoch(),
        "ZEGOERR_ICONS": str(ICONS),
        "PYINSTALLER_CONFIG_DIR": str(BUILD / "pyinstaller"),
    }
    spec = CHECKOUT / "packaging" / "zegoerr.spec"
    words = ("--noconfirm", "--clean", "--log-level", "WARN", "--distpath", into, "--workpath", into / "work")
    run(python, "-m", "PyInstaller", *words, spec, env=env, cwd=CHECKOUT)
    shutil.rmtree(into / "work")
    folder = into / ("ZegoErr.app" if sys.platform == "darwin" else "zegoerr")
    check(folder)
    return folder


def launcher(folder: Path, name: str = "zegoerr") -> Path:
    """A launcher of a bundle: ``zegoerr`` for the console, ``zegoerr-gui`` for the window."""
    if folder.suffix == ".app":
        return folder / "Contents" / "MacOS" / name
    return folder / (f"{name}.exe" if sys.platform == "win32" else name)


def inner(folder: Path) -> Path:
    """Where a bundle keeps what is not a launcher."""
    return folder / "Contents" / "Resources" if folder.suffix == ".app" else folder / "_internal"


def check(folder: Path) -> None:
    """Raise BuildError for a file of data that is missing or differs, and a library that is missing or must not be."""
    faults = [*missing_data(inner(folder), CHECKOUT, contents.data_files(project()))]
    present = {path.name for path in folder.rglob("*") if path.exists()}  # not by a link that leads nowhere
    faults += [f"{name} must not be in the bundle" for name in sorted(present) if contents.is_left_out(name)]
    faults += [f"{name} is missing" for name in ("zegoerr", "zegoerr-gui") if not launcher(folder, name).is_file()]
    if sys.platform == "linux":
        faults += missing_libraries(needed.elf_needed(elf_files(folder)), present)
    if faults:
        raise BuildError("The bundle is not as it must be:\n" + "\n".join(faults))


def missing_data(inside: Path, checkout: Path, files: Iterable[tuple[str, str]]) -> list[str]:
    """A sentence for each file that the checkout has and the bundle lacks or has otherwise."""
    faults = []
    for source, target in files:
        top = checkout / source
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            copy = inside / target / path.relative_to(top) if top.is_dir() else inside / target
            if path.is_file() and not (copy.is_file() and copy.read_bytes() == path.read_bytes()):
                faults.append(f"{copy.relative_to(inside)} is missing or differs from {path.relative_to(checkout)}")
    return faults


def missing_libraries(asked: Mapping[Path, list[str]], present: set[str]) -> list[str]:
    """A sentence for each library that neither the bundle nor the system has to have."""
    return sorted(
        f"{path.name} needs {name}, which is not in the bundle"
        for path, names in asked.items()
        for name in names
        if name not in present and not contents.SYSTEM_LIBRARIES.match(name) and not name.startswith("ld-linux")
    )


def elf_files(folder: Path) -> list[Path]:
    """Every program and library in a folder."""
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and needed.is_elf(path)
    )


def glibc(folder: Path) -> str:
    """The oldest C library that the bundle runs with."""
    return needed.elf_glibc(elf_files(folder))


def size(path: Path) -> int:
    """How many bytes a file has, or all files of a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.lstat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def pack(folder: Path) -> Path:
    """The bundle as one archive, the same bytes for the same content."""
    name = f"zegoerr-{version()}-linux-{os.uname().machine}"
    archive = DIST / f"{name}.tar.xz"
    moment = int(epoch())

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    DIST.mkdir(exist_ok=True)
    with tarfile.open(archive, "w:xz", preset=6, format=tarfile.GNU_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, f"{name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=plain)
    return archive
