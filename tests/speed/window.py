"""The window beside what it is measured by: ``python -m tests.speed.window [MEGABYTES]``, 1000 where none are given.

Each row runs in processes of its own, both sides in turn, and prints its medians and their ratio:

- a large log opened to its first painted line, beside one of a megabyte;
- the same log opened and read to its end, beside glogg (opened, then searched for the codes of the families) and lnav
  (opened without a window, filtered by the same pattern), where Debian's packages ``glogg lnav xvfb xdotool openbox``
  are there;
- the 99th of a hundred frames while a log is read, beside frames with nothing to do;
- the memory that a log of look-alikes takes when it is open and read, beside the empty window's;
- the longest stall when 50 MB are pasted, beside the clipboard's bytes alone;
- the first painted window, beside a bare widget.
"""

import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from tests.speed.logs import write

ROUNDS: Final = 5
FRAMES: Final = 400
PASTE: Final = 50_000_000  # bytes
PATTERN: Final = "1[01][0-9]{5}"  # what a user of another viewer would look for
_IDLE: Final = 0.5  # seconds without work after which a program is taken to have ended it


# What a child process measures; each prints one JSON value


def _window() -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from zegoerr_gui import places
    from zegoerr_gui.app.ahead import load_ahead
    from zegoerr_gui.app.main_window import MainWindow
    from zegoerr_gui.app.store import Store
    from zegoerr_gui.app.theme import Theme
    from zegoerr_gui.core.catalogue.reading import read_catalogue
    from zegoerr_gui.widgets.look import Look

    app = QApplication(["zegoerr"])
    look = Look()
    window = MainWindow(read_catalogue(places.catalogue_folder()), look, Theme(look, app, "light"), Store(None))
    gc.freeze()  # as the program does when it starts
    gc.set_threshold(50_000, 20, 100)
    window.show()
    load_ahead(window)
    until = time.perf_counter() + 1
    while time.perf_counter() < until or not window.jobs.idle:
        app.processEvents()
    return app, window


def first_line(log: str) -> float:
    """Seconds from bringing a log to its first painted line."""
    app, window = _window()
    start = time.perf_counter()
    window.intake.open_files([Path(log)])
    while window.log.scan is None:
        app.processEvents()
    window.log_pane.table.viewport().repaint()
    return time.perf_counter() - start


def to_the_end(log: str) -> float:
    """Seconds from bringing a log to its last finding."""
    app, window = _window()
    start = time.perf_counter()
    window.intake.open_files([Path(log)])
    _read(app, window)
    return time.perf_counter() - start


def _read(app: Any, window: Any) -> None:
    while window.log.scan is None or window.log.running:
        app.processEvents()


def frames(log: str, reading: bool) -> list[float]:
    """Milliseconds of each frame while the log is scrolled: the 99th of a hundred, and the longest."""
    app, window = _window()
    window.intake.open_files([Path(log)])
    while window.log.scan is None or (not reading and window.log.running):
        app.processEvents()
    table, took = window.log_pane.table, []
    for frame in range(FRAMES):
        start = time.perf_counter()
        bar = table.verticalScrollBar()
        bar.setValue(frame * 7 % max(1, bar.maximum()))
        app.processEvents()
        table.viewport().repaint()
        took.append((time.perf_counter() - start) * 1000)
    if reading and not window.log.running:
        sys.exit("the log was read before the last frame: take a larger one")
    return [quantiles(took, n=100)[98], max(took)]


def memory(log: str) -> list[float]:
    """Megabytes that the process holds: the empty window, then with the log open and read; occurrences kept."""
    app, window = _window()
    empty = _resident()
    window.intake.open_files([Path(log)])
    _read(app, window)
    return [empty, _resident(), len(window.log.scan.results.occurrences)]


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def paste(log: str) -> list[float]:
    """Seconds: the clipboard's bytes alone, and the longest time without an answer while they become a log."""
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QGuiApplication

    app, window = _window()
    mime = QMimeData()
    mime.setData("text/plain", Path(log).read_bytes()[:PASTE])
    QGuiApplication.clipboard().setMimeData(mime)
    start = time.perf_counter()
    bytes(QGuiApplication.clipboard().mimeData().data("text/plain").data())
    alone = time.perf_counter() - start
    longest, last = 0.0, time.perf_counter()
    window.intake.paste()
    while window.log is None or window.log.scan is None or window.log.running:
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        app.processEvents()
    return [alone, longest]


def painted_window() -> float:
    """Seconds since the process began until the program has painted its window, as for a new user."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from zegoerr_gui.cli import main

    with tempfile.TemporaryDirectory() as kept:
        os.environ.update(dict.fromkeys(("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), kept))
        from PySide6.QtWidgets import QApplication

        ages: list[float] = []

        def stay() -> int:
            QApplication.processEvents()
            next(one for one in QApplication.topLevelWidgets() if one.isWindow() and one.isVisible()).grab()
            ages.append(_age())
            return 0

        QApplication.exec = staticmethod(stay)  # type: ignore[method-assign]
        main([])
    return ages[0]


def bare_widget() -> float:
    """The same for a widget with nothing in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(["bare"])
    widget = QWidget()
    widget.resize(1280, 800)
    widget.show()
    app.processEvents()
    widget.grab()
    return _age()


def _age() -> float:
    began = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - began


CHILDREN: Final[dict[str, Callable[..., Any]]] = {
    "first_line": first_line,
    "to_the_end": to_the_end,
    "frames": lambda log, reading: frames(log, reading == "reading"),
    "memory": memory,
    "paste": paste,
    "painted_window": painted_window,
    "bare_widget": bare_widget,
}


def child(name: str, *arguments: str) -> Any:
    """What one measuring process says."""
    command = [sys.executable, "-m", "tests.speed.window", "--child", name, *arguments]
    # As a user has it: with the byte code of the last start at hand.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=False)
    if ran.returncode:
        raise SystemExit(f"{name} could not be measured")  # why, it has said itself
    return json.loads(ran.stdout)


# Other programs


def glogg(log: Path, folder: Path) -> float | None:
    """Seconds that glogg works to open a log and search it, by its own use of the processor; None where it lacks."""
    if not all(map(shutil.which, ("glogg", "Xvfb", "xdotool", "openbox"))):
        return None
    environment = os.environ | {"DISPLAY": ":77", "HOME": str(folder), "QT_QPA_PLATFORM": "xcb"}
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    servers = [subprocess.Popen(["Xvfb", ":77", "-screen", "0", "1280x800x24"], **quiet)]
    time.sleep(1)
    servers.append(subprocess.Popen(["openbox"], **quiet))
    time.sleep(1)
    program = subprocess.Popen(["glogg", "-n", str(log)], **quiet)
    try:
        opened = _busy(program.pid)
        for keys in (["mousemove", "560", "562", "click", "1"], ["type", "--delay", "1", PATTERN], ["key", "Return"]):
            subprocess.run(["xdotool", *keys], env=environment, check=True)
        return opened + _busy(program.pid)
    finally:
        for process in (program, *reversed(servers)):
            process.terminate()
            process.wait()


def _busy(process: int) -> float:
    """Seconds from now until a process has stopped to work."""
    start = last = time.perf_counter()
    before = _worked(process)
    while time.perf_counter() - last < _IDLE:
        time.sleep(0.02)
        if (now := _worked(process)) != before:
            before, last = now, time.perf_counter()
    return last - start


def _worked(process: int) -> int:
    ticks = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(ticks[11]) + int(ticks[12])


def lnav(log: Path, folder: Path) -> float | None:
    """Seconds that lnav takes to open a log and filter it, without a window; None where it lacks."""
    if shutil.which("lnav") is None:
        return None
    start = time.perf_counter()
    command = ["lnav", "-n", "-c", f":filter-in {PATTERN}", str(log)]
    subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(folder)},
        check=False,
    )
    return time.perf_counter() - start


# The table


def say(what: str, ours: float, beside: float | None, unit: str, wanted: str) -> None:
    """Print a row."""
    theirs = f"{'–':>10}{'–':>8}" if beside is None else f"{beside:>10.3f}{ours / beside:>8.2f}"
    print(f"{what:<52}{ours:>10.3f}{theirs}  {unit:<4}{wanted}", flush=True)


def pair(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """The medians of two things measured in turn."""
    rounds = [(ours(), theirs()) for _ in range(ROUNDS)]
    return median(one for one, _ in rounds), median(other for _, other in rounds)


def main(megabytes: float) -> None:
    """Make the logs, measure, print."""
    print(f"{'what':<52}{'ours':>10}{'beside':>10}{'ratio':>8}  unit wanted")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        part, small, large = folder / "part.log", folder / "small.log", folder / "large.log"
        write("look-alike", min(64, megabytes), part)
        write("look-alike", 1, small)
        with large.open("wb") as file:  # the same stretch again and again
            for _ in range(round(megabytes / min(64, megabytes))):
                file.write(part.read_bytes())
        ours, beside = pair(lambda: child("first_line", str(large)), lambda: child("first_line", str(small)))
        say("a large log to its first line, beside 1 MB", ours, beside, "s", "1.5")
        ours = child("to_the_end", str(large))
        say("open and read, beside glogg's open and search", ours, glogg(large, folder), "s", "1")
        say("the same, beside lnav's", ours, lnav(large, folder), "s", "")
        reading, idle = child("frames", str(large), "reading"), child("frames", str(part), "idle")
        say("frame while reading, 99th of 100", reading[0], idle[0], "ms", "4")
        say("longest frame while reading", reading[1], None, "ms", "at most 50 ms")
        empty, full, found = child("memory", str(large))
        say("memory beyond the empty window", full - empty, 24 + found * 16e-6, "MB", f"1 ({found:,} occurrences)")
        alone, stall = map(median, zip(*(child("paste", str(part)) for _ in range(ROUNDS)), strict=True))
        say("longest stall of a paste, beside its bytes alone", stall, alone, "s", "1.5")
        ours, beside = pair(lambda: child("painted_window"), lambda: child("bare_widget"))
        say("first painted window, beside a bare widget", ours, beside, "s", "2")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(CHILDREN[sys.argv[2]](*sys.argv[3:])), flush=True)
        os._exit(0)  # what Qt takes down at the end is not measured
    else:
        main(float(sys.argv[1]) if sys.argv[1:] else 1000)
