"""Starts what was built, as a user would, and sees that it does its work: offscreen, in a window, without a network."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from buildenv import CHECKOUT, BuildError, run

SAMPLE = CHECKOUT / "resources" / "sample.log"
_START_UP = 60.0  # seconds that a window may take on a busy machine
_TIMES = 7
_CONNECT = re.compile(r"connect\(\d+, \{sa_family=(\w+)")
_LOADED = re.compile(r'openat\([^"]*"[^"]*?/(lib(?:Qt6Network|ssl|crypto)[^/"]*)"[^)]*\) = \d')

Command = Sequence[object]


def plain_environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of the environment that builds, and a home without settings."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "WINDIR", "TEMP") if name in os.environ}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LANG": "C.UTF-8", **more}


def without_network() -> list[str]:
    """What to write before a command so that it has no network; nothing where this cannot be had."""
    command = ["unshare", "--net", "--map-root-user", "true"]
    if shutil.which("unshare") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        return []
    return command[:-1]


def findings(console: Command, env: dict[str, str], sample: object) -> Any:
    """What the program finds in the sample log."""
    printed = run(*console, "scan", sample, "--format", "json", env=env, stderr=subprocess.DEVNULL)
    return json.loads(printed)


def same_findings(console: Command, source: Command, env: dict[str, str], sample: object = SAMPLE) -> str:
    """See that what was built finds the same in the sample log as the source does. Raises BuildError."""
    ours = findings(console, env, sample)
    theirs = findings(source, {**env, "PYTHONPATH": str(CHECKOUT)}, SAMPLE)
    if ours != theirs:
        raise BuildError("What was built finds other codes in the sample log than the source.")
    return f"{len(ours['findings'])} codes"


def soak(console: Command, env: dict[str, str]) -> str:
    """Have the program try itself, with all its repaints. Raises BuildError with what it said."""
    said = run(*console, "--self-test", env=env)
    rows = dict(line[4:].split(maxsplit=1) for line in said.splitlines() if line.startswith("ok"))
    return f"{rows['Repaints'].split(',', 2)[0]},{rows['Repaints'].split(',', 2)[1]} on {rows['Display']}"


@contextlib.contextmanager
def display() -> Iterator[str]:
    """The name of an X display of our own, with a window manager where there is one."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    manager, none = None, subprocess.DEVNULL
    try:
        name = f":{os.read(reading, 16).decode().strip()}"
        if name == ":":
            raise BuildError("Xvfb has not started.")
        if shutil.which("openbox"):
            manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stdout=none, stderr=none)
        yield name
    finally:
        os.close(reading)
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


def in_a_window(gui: Command, env: dict[str, str], picture: Path, sample: object = SAMPLE) -> str:
    """Open the sample log in a real window, take its picture, and quit with Ctrl+Q. Raises BuildError."""
    began = time.monotonic()
    log = picture.with_suffix(".txt")
    with log.open("wb") as output:
        process = subprocess.Popen([*map(str, gui), str(sample)], env=env, stdout=output, stderr=output)
    try:
        number = _window(process, "sample.log", env, log)
        took = time.monotonic() - began
        time.sleep(1.0)  # until the log is read and painted
        run("import", "-display", env["DISPLAY"], "-window", "root", picture)
        run("xdotool", "windowactivate", "--sync", number, "key", "ctrl+q", env=env)
        if process.wait(_START_UP):
            raise BuildError(f"The window ended with {process.returncode}: {log.read_text(errors='replace')}")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    return f"window after {took:.1f} s"


def _window(process: subprocess.Popen[bytes], title: str, env: dict[str, str], log: Path) -> str:
    until = time.monotonic() + _START_UP
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    while time.monotonic() < until and process.poll() is None:
        found = subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout.split()
        if found:
            return found[0]
        time.sleep(0.1)
    raise BuildError(f"No window has come: {log.read_text(errors='replace')}")


def traced(gui: Command, trace: Path) -> list[object]:
    """A command that writes down what it connects to and which files it opens."""
    return ["strace", "--follow-forks", "--output", trace, "--trace=connect,openat", *gui]


def no_connections(trace: Path) -> str:
    """See in what was written down that nothing but local sockets was connected to. Raises BuildError."""
    text = trace.read_text(encoding="utf-8", errors="replace")
    families = _CONNECT.findall(text)
    if other := set(families) - {"AF_UNIX"}:
        raise BuildError(f"The program connects to {', '.join(sorted(other))}.")
    if loaded := set(_LOADED.findall(text)):
        raise BuildError(f"The program loads {', '.join(sorted(loaded))}.")
    return f"{len(families)} connects, all AF_UNIX; no network library loaded"


def start_times(ours: Command, source: Command, env: dict[str, str]) -> str:
    """How long what was built and the source take from start to a painted window and its end: medians, in turn.

    The processor's time tells more than the clock's where other programs are busy.
    """
    taken: dict[str, list[tuple[float, float]]] = {"built": [], "source": []}
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, "window.png")
        for _ in range(_TIMES + 1):  # the first of each warms up
            for name, command in (("built", ours), ("source", source)):
                began, busy = time.perf_counter(), _busy()
                run(*command, "--screenshot", picture, env={**env, "PYTHONPATH": str(CHECKOUT)})
                taken[name].append((time.perf_counter() - began, _busy() - busy))
    clock, processor = (
        {name: statistics.median(time[column] for time in times[1:]) for name, times in taken.items()}
        for column in range(2)
    )
    return (
        f"{clock['built']:.2f} s, from source {clock['source']:.2f} s; "
        f"processor {processor['built']:.2f} s, from source {processor['source']:.2f} s: "
        f"ratio {processor['built'] / processor['source']:.2f}"
    )


def _busy() -> float:
    """Seconds of processor time that ended children have used."""
    times = os.times()
    return times.children_user + times.children_system
