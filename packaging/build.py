"""Builds what agents install, and proves it: one command for all that the machine it runs on can make.

    python3 packaging/build.py bundle      the folder with the program; on Linux also as .tar.xz
    python3 packaging/build.py deb         the package for Debian and Ubuntu (Linux)
    python3 packaging/build.py windows     the setup for Windows; elsewhere its script is compiled over a trial payload
    python3 packaging/build.py macos       the disk image (macOS)
    python3 packaging/build.py all         each that can be made here
    python3 packaging/build.py prove       nothing is built: what lies in build/bundle is proved once more

Needs Python 3.11 or newer. What is made lies in dist/, what helps to make it in build/. packaging/README.md tells more.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    sys.exit("build.py needs Python 3.11 or newer.")

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import bundle
import deb
import macos
import proof
import roots
import windows
import wine
from buildenv import BUILD, BuildError, environment

BUNDLE = BUILD / "bundle"


class Row(NamedTuple):
    """A line of the table: what was tried on what, and what came out of it."""

    artefact: str
    what: str
    found: str


def build_bundle() -> list[Row]:
    """Make the bundle, prove it, and on Linux pack it."""
    _say("Making the bundle")
    folder = bundle.make(BUNDLE)
    rows = prove_bundle(folder)
    if sys.platform == "linux":
        archive = bundle.pack(folder)
        rows.append(Row(archive.name, "size", _megabytes(archive)))
        rows += _prove_archive(archive)
    return rows


def prove_bundle(folder: Path) -> list[Row]:
    """See that a bundle is whole and does its work here. Raises BuildError."""
    _say("Proving the bundle")
    bundle.check(folder)
    name, console, gui = "bundle", bundle.launcher(folder), bundle.launcher(folder, "zegoerr-gui")
    source = [environment(), "-m", "zegoerr_gui"]
    rows = [Row(name, "size", _megabytes(folder))]
    with tempfile.TemporaryDirectory() as home:
        env = proof.plain_environment(Path(home))
        unseen = (
            {**env, "QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else env
        )  # elsewhere it has no fonts
        alone = proof.without_network()
        cut_off = ", no network" if alone else ""
        rows.append(Row(name, f"sample log{cut_off}", proof.same_findings([*alone, console], source, env)))
        rows.append(Row(name, f"repaints{cut_off}", proof.soak([*alone, console], unseen)))
        if sys.platform == "linux":
            rows.append(Row(name, "C library", f"{bundle.glibc(folder)} or newer"))
        if shutil.which("Xvfb"):
            with proof.display() as display:
                shown = {**env, "DISPLAY": display}
                trace = Path(home, "trace")
                said = proof.in_a_window(proof.traced([*alone, gui], trace), shown, BUILD / "window.png")
                rows.append(Row(name, f"window{cut_off}", said))
                rows.append(Row(name, "strace", proof.no_connections(trace)))
                rows.append(Row(name, f"repaints{cut_off}", proof.soak([*alone, console], shown)))
        rows.append(Row(name, "start", proof.start_times([gui], source, unseen)))
    return rows


def _prove_archive(archive: Path) -> list[Row]:
    """Unpack the archive elsewhere and look up a code there."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.unpack_archive(archive, folder, filter="data")
        (top,) = Path(folder).iterdir()
        env = proof.plain_environment(Path(folder))
        found = proof.same_findings([top / "zegoerr"], [environment(), "-m", "zegoerr_gui"], env)
    return [Row(archive.name, "unpacked elsewhere", found)]


def build_deb() -> list[Row]:
    """Make the package twice, from two bundles, and prove it in bare systems."""
    rows = [Row("deb", "checks", deb.validate())]
    if not bundle.launcher(BUNDLE / "zegoerr").exists():
        rows += build_bundle()
    _say("Making the package twice")
    first = bundle.digest(deb.build(bundle.make(BUILD / "again")))
    package = deb.build(BUNDLE / "zegoerr")
    if bundle.digest(package) != first:
        raise BuildError(f"A second build of {package.name} differs from the first.")
    rows.append(Row(package.name, "size", _megabytes(package)))
    rows.append(Row(package.name, "built twice", f"same bytes, sha256 {first[:16]}…"))
    if not roots.can_be_made():
        return [*rows, Row(package.name, "bare systems", "not tried: that needs root and debootstrap")]
    source = [str(environment()), "-m", "zegoerr_gui"]
    with proof.display() as display:
        for release, title in roots.RELEASES.items():
            _say(f"Proving the package in a bare {title}")
            for what, found in roots.prove(package, release, source, display).items():
                rows.append(Row(package.name, f"{title}: {what}", found))
    return rows


def build_windows() -> list[Row]:
    """On Windows make the setup; elsewhere compile its script over a trial payload."""
    if sys.platform == "win32":
        rows = build_bundle()
        setup = windows.setup(BUNDLE / "zegoerr", bundle.version())
        return [*rows, Row(setup.name, "size", _megabytes(setup))]
    _say("Putting the trial payload for Windows together")
    payload, told = windows.trial_payload()
    setup = windows.setup(payload, bundle.version(), trial=True)
    rows = [Row("trial payload", what, found) for what, found in told.items()]
    rows.append(Row(setup.name, "compiled", f"{_megabytes(setup)}; a trial, not to be installed"))
    program = wine.command()
    if program is None or not shutil.which("Xvfb"):
        return [*rows, Row(setup.name, "installed", "not tried: that needs Wine for 64 bits and Xvfb")]
    with proof.display() as display:
        tried = wine.prove(program, setup, payload, display)
    return [*rows, *(Row(setup.name, what, found) for what, found in tried.items())]


def build_macos() -> list[Row]:
    """Make the disk image, on macOS."""
    if sys.platform != "darwin":
        raise BuildError("A disk image can only be made on macOS.")
    rows = build_bundle()
    image = macos.disk_image(BUNDLE / "ZegoErr.app", bundle.version())
    return [*rows, Row(image.name, "size", _megabytes(image))]


def build_all() -> list[Row]:
    """Make all that can be made here."""
    if sys.platform == "darwin":
        return build_macos()
    if sys.platform == "win32":
        return build_windows()
    return [*build_bundle(), *build_deb(), *build_windows()]


def prove() -> list[Row]:
    """Prove the bundle that is there."""
    return prove_bundle(BUNDLE / ("ZegoErr.app" if sys.platform == "darwin" else "zegoerr"))


TARGETS: dict[str, Callable[[], list[Row]]] = {
    "bundle": build_bundle,
    "deb": build_deb,
    "windows": build_windows,
    "macos": build_macos,
    "all": build_all,
    "prove": prove,
}


def table(rows: list[Row]) -> str:
    """The rows in columns."""
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    return "\n".join(f"{row.artefact:{widths[0]}}  {row.what:{widths[1]}}  {row.found}" for row in rows)


def _say(what: str) -> None:
    print(f"{what} ...", flush=True)


def _megabytes(path: Path) -> str:
    return f"{bundle.size(path) / 2**20:.1f} MB"


def main(words: list[str]) -> int:
    """Build what is asked for; every failure is a sentence."""
    if len(words) > 1 or words[:1] not in [[], *([name] for name in TARGETS)]:
        print(__doc__)
        return 2
    began = time.monotonic()
    try:
        rows = TARGETS[words[0] if words else "all"]()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(rows))
    print(f"Built and proved in {time.monotonic() - began:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
