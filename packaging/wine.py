"""Tries the setup for Windows under Wine, where that is installed: what it puts, what it registers, what it leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from buildenv import BuildError

_PLACES = ("wine64", "/usr/lib/wine/wine64", "wine")
_KEYS = (r"HKCU\Software\Classes\Applications\zegoerr-gui.exe", r"HKCU\Software\ZegoErr")
_PATIENCE = 300.0  # seconds


def command() -> str | None:
    """Where Wine for 64 bits is, or None."""
    return next((found for place in _PLACES if (found := shutil.which(place))), None)


def prove(wine: str, setup: Path, payload: Path, display: str) -> dict[str, str]:
    """Install silently, install over it, remove; settings and the types of files must stay. Raises BuildError."""
    with tempfile.TemporaryDirectory(prefix="zegoerr-wine-") as home:
        env = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "DISPLAY": display,
            "USER": "agent",
            "WINEPREFIX": str(Path(home, "prefix")),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }

        def run(*words: str) -> int:
            none = subprocess.DEVNULL
            done = subprocess.run([wine, *words], env=env, stdout=none, stderr=none, timeout=_PATIENCE, check=False)
            return done.returncode

        run("wineboot", "--init")
        data = next(Path(home, "prefix", "drive_c", "users").glob("*/AppData/Local")).parent
        program, kept = data / "Local" / "Programs" / "ZegoErr", data / "Roaming" / "ZegoErr" / "zegoerr.ini"
        wanted = {path.relative_to(payload) for path in payload.rglob("*") if path.is_file()}
        for _ in range(2):
            if run(str(setup), "/S"):
                raise BuildError("The setup fails.")
            put = {path.relative_to(program) for path in program.rglob("*") if path.is_file()}
            if put - {Path("uninstall.exe")} != wanted:
                raise BuildError("The setup puts other files than it was given.")
        registered = all(run("reg", "query", key) == 0 for key in _KEYS)
        if not registered or run("reg", "query", r"HKCU\Software\Classes\.log") == 0:
            raise BuildError("The setup does not register what it should, or takes .log from another program.")
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("mine", encoding="utf-8")
        run(str(program / "uninstall.exe"), "/S")
        until = time.monotonic() + _PATIENCE
        while program.exists() and time.monotonic() < until:  # a copy of it does the work
            time.sleep(0.5)
        if program.exists() or not kept.exists() or any(run("reg", "query", key) == 0 for key in _KEYS):
            raise BuildError("Removing leaves something behind, or takes settings away unasked.")
    return {
        "installed under Wine": f"{len(wanted)} files, also over an older version; .log is not taken",
        "removed under Wine": "everything but settings",
    }
