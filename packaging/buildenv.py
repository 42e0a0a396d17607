"""The environment that bundles are made in: what the app requires, pinned, and the tools that pack it; nothing else."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from textwrap import shorten
from typing import Any

import tomllib

CHECKOUT = Path(__file__).resolve().parent.parent
BUILD = CHECKOUT / "build"
DIST = CHECKOUT / "dist"
TOOLS = ("pyinstaller", "pefile")
_CONSTRAINTS = CHECKOUT / "packaging" / "constraints.txt"


class BuildError(Exception):
    """Why something cannot be built, or is not as it must be: a sentence."""


def project() -> dict[str, Any]:
    """What ``pyproject.toml`` says."""
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: object, **options: Any) -> str:
    """Run a command to its end and return what it printed. Raises BuildError with the end of that where it fails."""
    words = [str(word) for word in command]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, **options}
    try:
        done = subprocess.run(words, text=True, errors="replace", check=False, **options)
    except FileNotFoundError as error:
        raise BuildError(f"{words[0]} is not installed here.") from error
    if done.returncode:
        last = "\n".join((done.stdout or "").rstrip().splitlines()[-15:])
        raise BuildError(f"`{shorten(' '.join(words), 200)}` ended with {done.returncode}:\n{last}")
    return done.stdout or ""


def environment() -> Path:
    """The Python of the environment, which is made where it is not there or no longer fits."""
    folder = BUILD / "env"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = folder / "made-of.txt"
    requirements = project()["project"]["dependencies"]
    wanted = _fingerprint(requirements)
    if python.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print("Making the environment for building ...", flush=True)
    base = getattr(sys, "_base_executable", sys.executable)
    run(base, "-I", "-m", "venv", "--clear", folder)
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--constraint", _CONSTRAINTS)
    present = _packages(python)
    run(*pip, *requirements)
    shipped = _packages(python) - present
    (folder / "shipped.txt").write_text("\n".join(sorted(shipped)), encoding="utf-8")
    run(*pip, *TOOLS)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def _packages(python: Path) -> set[str]:
    """The names of the packages in an environment, as they write them themselves."""
    program = "import importlib.metadata as m; print(*(d.metadata['Name'] for d in m.distributions()))"
    return set(run(python, "-c", program).split())


def _fingerprint(requirements: list[str]) -> str:
    digest = hashlib.sha256(_CONSTRAINTS.read_bytes())
    digest.update("\n".join([*requirements, *TOOLS, sys.version, str(CHECKOUT)]).encode())
    return digest.hexdigest()
