"""Bare systems to install into: a minimal Debian of each release, made once by debootstrap, a copy for each try."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import deb
import proof
from buildenv import BUILD, BuildError, run

RELEASES = {"bookworm": "Debian 12", "trixie": "Debian 13"}
_KEEP = os.environ.get("ZEGOERR_ROOTS")
_LEFT_BY_OTHERS = ("/var/", "/etc/", "/tmp", "/run", "/root", "/home/agent", "/proc", "/dev", "/sys")


def can_be_made() -> bool:
    """Whether this user on this machine can make bare systems."""
    return os.geteuid() == 0 and shutil.which("debootstrap") is not None


@contextlib.contextmanager
def fresh(release: str) -> Iterator[Path]:
    """A bare system of a release, taken away afterwards. Raises BuildError."""
    base = Path(_KEEP) if _KEEP else BUILD / "roots"
    if not (base / release / "etc" / "os-release").is_file():
        base.mkdir(parents=True, exist_ok=True)
        run("debootstrap", "--variant=minbase", release, base / release)
    with tempfile.TemporaryDirectory(prefix="zegoerr-root-") as folder:
        root = Path(folder, release)
        run("cp", "--archive", "--reflink=auto", base / release, root)
        shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
        yield root


def inside(root: Path, *, network: bool = False, user: str = "root") -> list[str]:
    """What to write before a command so that it runs in a bare system, with the display of this one."""
    script = (
        'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mkdir -p "$0/tmp/.X11-unix" && '
        'if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"; fi && root="$0" && '
        f'exec chroot --userspec={user}:{user} "$root" "$@"'
    )
    cut_off = [] if network else ["--net"]
    return ["unshare", "--mount", "--pid", "--fork", *cut_off, "sh", "-c", script, str(root)]


def prove(package: Path, release: str, source: list[str], display: str) -> dict[str, str]:
    """Install a package in a bare system, start it there as a user without a network, remove it. Raises BuildError.

    ``source`` is the command of the program as it stands in the checkout, to compare with.
    """
    with fresh(release) as root:
        shutil.copyfile(package, root / "tmp" / package.name)
        shutil.copyfile(proof.SAMPLE, root / "tmp" / "sample.log")
        apt = {"PATH": os.environ["PATH"], "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
        as_root = inside(root, network=True)
        run(*as_root, "apt-get", "update", env=apt)
        run(*as_root, "useradd", "--create-home", "agent", env=apt)
        install = ("apt-get", "install", "--yes", "--no-install-recommends")
        run(*as_root, *install, f"/tmp/{package.name}", env=apt)
        told = _use(root, source, display)
        files = run(*as_root, "dpkg-query", "--listfiles", deb.NAME, env=apt).splitlines()
        run(*as_root, "apt-get", "purge", "--yes", deb.NAME, env=apt)
        left = [name for name in files if "zegoerr" in name and os.path.lexists(root / name.lstrip("/"))]
        if left:
            raise BuildError(f"After removal there is still {', '.join(left)}.")
        return {**told, "removed": f"all {sum('zegoerr' in name for name in files)} paths"}


def _use(root: Path, source: list[str], display: str) -> dict[str, str]:
    agent = inside(root, user="agent")
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/home/agent", "LANG": "C.UTF-8"}
    console, gui = [*agent, "/usr/bin/zegoerr"], [*agent, "/usr/bin/zegoerr-gui"]
    shown = {**env, "DISPLAY": display, "XDG_RUNTIME_DIR": "/home/agent"}
    picture = BUILD / f"window-{root.name}.png"
    return {
        "findings": proof.same_findings(console, source, env, sample="/tmp/sample.log"),
        "window": proof.in_a_window(gui, shown, picture, sample="/tmp/sample.log"),
        "soak": proof.soak(console, env),
    }
