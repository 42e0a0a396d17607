"""The package for Debian, Ubuntu and their kin: the bundle under /usr/lib, launchers, icons, an entry in the menu."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
from collections.abc import Mapping
from email.utils import formatdate
from pathlib import Path

import bundle
from buildenv import BUILD, CHECKOUT, DIST, run

NAME = "zegoerr"
_LINUX = CHECKOUT / "resources" / "linux"
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_MAINTAINER = "The ZegoErr authors <zegoerr@localhost>"
_DESCRIPTION = """finds and explains the error codes in ZEGOCLOUD Express logs
 A window for support agents: it reads a log of any size, marks the error codes
 in it, says what failed and did not recover, and writes the reply. It works
 offline: the program opens no network connection."""
# Ubuntu and Debian from 2024 on have renamed some packages for 64-bit times; the old names are still provided there,
# but a name of its own is found by more tools.
_RENAMED = re.compile(r"^libglib2\.0-0( \([^)]*\))?$")

_READ_BY_OURS = ("xkb-data",)  # files that libraries inside the package read


def build(folder: Path) -> Path:
    """The package made from a bundle. Raises BuildError."""
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _lay_out(folder, root)
    (root / "DEBIAN").mkdir()  # without it dpkg-shlibdeps does not know where the package begins
    depends = ", ".join(map(alternatives, _depends(root)))
    size = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*") if not path.is_dir())
    control = {
        "Package": NAME,
        "Version": bundle.version(),
        "Architecture": run("dpkg", "--print-architecture").strip(),
        "Maintainer": _MAINTAINER,
        "Installed-Size": str(size),
        "Depends": depends,
        "Recommends": "fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei",
        "Section": "utils",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    (root / "DEBIAN" / "control").write_text(control_text(control), encoding="utf-8")
    (root / "DEBIAN" / "md5sums").write_text(_sums(root), encoding="utf-8")
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    DIST.mkdir(exist_ok=True)
    target = DIST / f"{NAME}_{control['Version']}_{control['Architecture']}.deb"
    env = {**os.environ, "SOURCE_DATE_EPOCH": bundle.epoch()}
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target, env=env)
    return target


def control_text(fields: Mapping[str, str]) -> str:
    """The fields as dpkg reads them."""
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def validate() -> str:
    """Have the entry of the menu and the description for software centres checked. Raises BuildError."""
    run("desktop-file-validate", _LINUX / "zegoerr.desktop")
    run("appstreamcli", "validate", "--no-net", _LINUX / "zegoerr.metainfo.xml")
    return "desktop entry and metainfo valid"


def _lay_out(folder: Path, root: Path) -> None:
    share = root / "usr" / "share"
    shutil.copytree(folder, root / "usr" / "lib" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    for name in ("zegoerr", "zegoerr-gui"):
        (root / "usr" / "bin" / name).symlink_to(f"../lib/{NAME}/{name}")
    _put(_LINUX / "zegoerr.desktop", share / "applications" / "zegoerr.desktop")
    _put(_LINUX / "zegoerr.metainfo.xml", share / "metainfo" / "zegoerr.metainfo.xml")
    icons = share / "icons" / "hicolor"
    _put(CHECKOUT / "resources" / "zegoerr.svg", icons / "scalable" / "apps" / "zegoerr.svg")
    for size in _ICON_SIZES:
        _put(bundle.ICONS / f"{size}.png", icons / f"{size}x{size}" / "apps" / "zegoerr.png")
    documents = share / "doc" / NAME
    _put(CHECKOUT / "LICENSE", documents / "copyright")
    with (documents / "copyright").open("a", encoding="utf-8") as file:
        file.write(f"\nWhat the program is packed with: see /usr/lib/{NAME}/_internal/licences/README.txt\n")
    changes = (
        f"{NAME} ({bundle.version()}) stable; urgency=low\n\n  * See the changelog of the program.\n\n"
        f" -- {_MAINTAINER}  {formatdate(int(bundle.epoch()))}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), mtime=0))


def _depends(root: Path) -> list[str]:
    """The packages that hold what the libraries need, as dpkg-shlibdeps tells, with the versions of their symbols."""
    work = BUILD / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text(
        f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8"
    )
    inside = root / "usr" / "lib" / NAME / "_internal"
    folders = sorted({path.parent for path in bundle.elf_files(inside)})
    inside_already = [f"-x{text.parent.name}" for text in (inside / "licences").glob("*/copyright")]
    words = inside_already + [f"-l{folder}" for folder in folders] + [f"-e{path}" for path in bundle.elf_files(root)]
    said = run("dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", *words, cwd=work)
    line = next(line for line in said.splitlines() if line.startswith("shlibs:Depends="))
    return [*line.partition("=")[2].split(", "), *_READ_BY_OURS]


def alternatives(dependency: str) -> str:
    """A dependency, with the newer name of a package that was renamed."""
    if _RENAMED.match(dependency):
        name = dependency.partition(" ")[0]
        return f"{dependency} | {name}t64"
    return dependency


def _sums(root: Path) -> str:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    inside = [path for path in files if "DEBIAN" not in path.relative_to(root).parts]
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in inside)


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
