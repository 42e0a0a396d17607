"""The disk image for macOS: the application beside a link to where applications go; signed where there is a name."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from buildenv import BUILD, DIST, run


def disk_image(application: Path, version: str) -> Path:
    """Make the image. With ZEGOERR_SIGNING_IDENTITY set, the application is signed first. Raises BuildError."""
    identity = os.environ.get("ZEGOERR_SIGNING_IDENTITY")
    if identity:
        run("codesign", "--force", "--deep", "--options", "runtime", "--timestamp", "--sign", identity, application)
        run("codesign", "--verify", "--deep", "--strict", application)
    folder = BUILD / "image"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(application, folder / application.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    target = DIST / f"zegoerr-{version}-macos-{os.uname().machine}.dmg"
    words = ("-volname", "ZegoErr", "-srcfolder", folder, "-format", "UDZO", "-ov")
    run("hdiutil", "create", *words, target)
    return target
