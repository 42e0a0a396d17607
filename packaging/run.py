"""Starts ZegoErr from a checkout: makes its environment, then opens it, tests it or passes arguments on to it.

    python3 packaging/run.py                  the window with the sample log; without a display the same in the terminal
    python3 packaging/run.py --test [...]     the tests; what follows goes to pytest
    python3 packaging/run.py --prepare        the environment for both, then the path of its Python
    python3 packaging/run.py scan x.log       anything else goes to the app
    --system, with any of them, installs missing system libraries through sudo (root needs no word for it)

Standard library only; parses under Python 3.8, to say there in a sentence that 3.10 is needed.
What the launcher has to say goes to stderr: stdout belongs to the app.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Mapping, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))  # also found when this file is loaded by its path

import system_libraries
from system_libraries import LaunchError, last_lines, say

CHECKOUT = Path(__file__).resolve().parent.parent
SAMPLE = CHECKOUT / "resources" / "sample.log"
OLDEST_PYTHON = (3, 10)
PROMPT = "zegoerr-run"  # written into pyvenv.cfg: only an environment made here is ever emptied
CANNOT_START = 3
STOPPED = 130

# First words, and options, that the app answers in the terminal, without Qt.
TERMINAL_WORDS = frozenset({"lookup", "search", "scan", "redact", "reply", "report", "catalogue"})
TERMINAL_OPTIONS = frozenset({"-h", "--help", "--version"})

# What pip prints, in lower case, and what it means; the first that fits is told.
PIP_FAULTS = (
    (("no space left", "errno 28", "quota exceeded"), "The disk is full: make room, then start again"),
    (
        ("certificate_verify_failed", "certificate verify failed"),
        "The package index showed a certificate this computer does not trust: set PIP_CERT to your company's, "
        "then start again",
    ),
    (
        (
            "name resolution",
            "getaddrinfo failed",
            "name or service not known",
            "nodename nor servname",
            "failed to establish a new connection",
            "network is unreachable",
            "max retries exceeded",
            "read timed out",
            "cannot connect to proxy",
        ),
        "The package index cannot be reached: the first start needs the network, so connect (or set HTTPS_PROXY) "
        "and start again; later starts work offline",
    ),
    (
        ("no matching distribution", "resolutionimpossible"),
        "The package index offers no build of a package for this Python and computer: connect to the network, or use "
        "a 64-bit Python 3.10 to 3.14 on a current system",
    ),
    (
        ("permission denied", "read-only file system", "access is denied"),
        "A folder cannot be written: see which one below, make it writable, then start again",
    ),
)


class Order(NamedTuple):
    """What the user asked for."""

    action: str  # "demo", "test", "prepare" or "app"
    rest: list[str]  # arguments for pytest or the app
    system: bool = False  # --system: may install system libraries


def split_arguments(arguments: list[str]) -> Order:
    """Takes the launcher's own words out of the arguments; what it does not know is for the app."""
    rest = [word for word in arguments if word != "--system"]
    system = len(rest) < len(arguments)
    if not rest:
        return Order("demo", [], system)
    if rest[0] in ("--test", "--prepare"):
        return Order(rest[0][2:], rest[1:], system)
    return Order("app", rest, system)


def qt_need(order: Order, environ: Mapping[str, str]) -> str:
    """How much of Qt an order takes: ``nothing``, a ``picture`` (drawn without a display) or a ``window``."""
    if order.action == "app":
        if order.rest[0] in TERMINAL_WORDS or TERMINAL_OPTIONS.intersection(order.rest):
            return "nothing"
        return "picture" if any(word.startswith("--screenshot") for word in order.rest) else "window"
    if order.action == "demo" and system_libraries.display_name(environ):
        return "window"
    return "picture"


def check_python(version: tuple[int, ...], path: str) -> None:
    """Raises LaunchError for a Python that is too old."""
    if version[:2] < OLDEST_PYTHON:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version[:3], OLDEST_PYTHON))
        raise LaunchError(
            f"ZegoErr needs Python {oldest} or newer, and {path} is Python {found}: install a newer one and start "
            "with it (python3.12 packaging/run.py, on Windows py -3.12 packaging\\run.py)."
        )


# The environment


def python_in(folder: Path) -> Path:
    """The interpreter of an environment."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def fingerprint(checkout: Path) -> str:
    """Changes whenever the environment has to be made anew: other requirements, other Python, moved checkout."""
    digest = hashlib.sha256(f"{sys.platform} {sys.version_info[:2]} {checkout}".encode("utf-8", "surrogateescape"))
    for path in (checkout / "pyproject.toml", checkout / "packaging" / "constraints.txt"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(folder: Path, *, tests: bool) -> Path:
    """The file that holds the fingerprint of a finished environment."""
    return folder / ("zegoerr-test.stamp" if tests else "zegoerr-app.stamp")


def is_current(folder: Path, *, tests: bool) -> bool:
    """Whether the environment is whole and fits the checkout; one with the test extra serves the app too."""
    stamps = [stamp(folder, tests=True)] if tests else [stamp(folder, tests=True), stamp(folder, tests=False)]
    wanted = fingerprint(CHECKOUT).encode()
    return python_in(folder).exists() and any(path.is_file() and path.read_bytes() == wanted for path in stamps)


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Where this user's programs may keep what they can make again."""
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or tempfile.gettempdir())
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "zegoerr"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "zegoerr"
    return Path(environ.get("XDG_CACHE_HOME") or home / ".cache") / "zegoerr"


def places() -> list[Path]:
    """The folders the environment may be in, the better one first."""
    name = hashlib.sha256(os.fsencode(CHECKOUT)).hexdigest()[:12]
    return [CHECKOUT / ".venv", cache_folder(os.environ) / name]


def is_ours(folder: Path) -> bool:
    """Whether the folder is not there, is empty, or was made by this launcher: it may be emptied."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    config = folder / "pyvenv.cfg"
    made_here = config.is_file() and f"prompt = '{PROMPT}'".encode() in config.read_bytes().splitlines()
    return made_here or not any(folder.iterdir())


def can_write(folder: Path) -> bool:
    """Whether files can be made in the folder, which is made if need be. A full disk is another fault and raised."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        return False


def current_environment(*, tests: bool) -> Path | None:
    """The folder of an environment that need not be made, if there is one."""
    return next((folder for folder in places() if is_current(folder, tests=tests)), None)


def choose_place() -> Path:
    """The first folder that can be written and is not somebody else's."""
    folders = places()
    for folder in folders:
        if is_ours(folder) and can_write(folder):
            return folder
    raise LaunchError(f"Neither {folders[0]} nor {folders[1]} can be written: make one of them writable.")


def make_environment(*, tests: bool) -> Path:
    """Makes the environment, or adds the test extra to a current one, and stamps it when it is whole."""
    folder = choose_place()
    if not is_current(folder, tests=False):
        shown = folder.name if folder.parent == CHECKOUT else folder
        say(f"Making the environment ({shown}) ...")
        base = getattr(sys, "_base_executable", sys.executable)  # this Python may itself lie in the folder emptied here
        command = [base, "-I", "-m", "venv", "--clear", "--prompt", PROMPT, str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            free = shutil.disk_usage(folder).free // 2**20
            raise LaunchError(
                f"The environment {folder} cannot be made, with {free} MB free on its disk (400 are needed); close "
                f"ZegoErr if it runs, put right what Python says, then start again:\n{last_lines(done.stdout)}"
            )
        say("Installing the packages (about 100 MB, only this once) ...")
    else:
        say("Installing the test tools ...")
    install_packages(folder, tests=tests)
    write_checkout_path(folder)
    stamp(folder, tests=tests).write_text(fingerprint(CHECKOUT))
    return folder


def install_packages(folder: Path, *, tests: bool) -> None:
    """Installs the checkout, editable, with the pinned packages. pip writes to ``pip.log`` in the environment."""
    log = folder / "pip.log"
    # Relative paths, because pip divides these variables at blanks; the second name is for its build environments.
    constraints = str(Path("packaging", "constraints.txt"))
    env = {
        **os.environ,
        "PIP_CONSTRAINT": constraints,
        "PIP_BUILD_CONSTRAINT": constraints,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_USER": "0",
        "PYTHONIOENCODING": "utf-8:backslashreplace",
    }
    command = [str(python_in(folder)), "-m", "pip", "install", "--editable", ".[test]" if tests else "."]
    none, same = subprocess.DEVNULL, subprocess.STDOUT
    with log.open("wb") as output:
        code = subprocess.call(command, cwd=CHECKOUT, env=env, stdin=none, stdout=output, stderr=same)
    if code:
        text = log.read_bytes()
        raise LaunchError(f"{pip_fault(text, code)}. The last lines of {log}:\n{last_lines(text, 12)}")


def write_checkout_path(folder: Path) -> None:
    """Writes the link from the environment to the checkout anew, in ASCII.

    pip writes the path in UTF-8, but Python before 3.13 reads it in the locale's encoding, and with a Chinese folder's
    name on Windows does not start at all.
    """
    library = Path("Lib") if sys.platform == "win32" else Path("lib", "python{}.{}".format(*sys.version_info))
    for path in (folder / library / "site-packages").glob("*zegoerr_gui.pth"):
        path.write_text(f"import sys; sys.path.append({str(CHECKOUT)!a})\n", encoding="ascii")


def pip_fault(output: bytes, code: int) -> str:
    """In one sentence, without its full stop, why pip failed."""
    lowered = output.decode("utf-8", "replace").lower()
    for words, sentence in PIP_FAULTS:
        if any(word in lowered for word in words):
            return sentence
    return f"pip ended with {code}: put right what it says, then start again"


# The start


def hand_over(command: list[str], env: Mapping[str, str], folder: Path | None = None) -> int:
    """Becomes the command (on Windows: runs it), so that signals, output and exit code are its own."""
    print(end="", flush=True)
    if sys.platform != "win32":
        if folder is not None:
            os.chdir(folder)
        os.execve(command[0], command, env)
    return subprocess.call(command, env=env, cwd=folder)


def app_environment(**more: str) -> dict[str, str]:
    """The app's variables: modules are not taken from the folder it is started in (Python 3.11 and later)."""
    return {**os.environ, "PYTHONSAFEPATH": "1", **more}


def demo(python: Path, order: Order) -> int:
    """Opens the window with the sample log, or shows the same without a display."""
    app = [str(python), "-m", "zegoerr_gui"]
    if sys.platform.startswith("linux"):
        why: str | None = system_libraries.no_display(os.environ)
        if system_libraries.display_name(os.environ):
            why = system_libraries.qt_obstacle(python, window=True, may_install=order.system)
        if why:
            say(f"{why}\nThe sample log is scanned in the terminal instead, and the window drawn to a picture.")
            return show_without_display(app, order, python)
    return hand_over([*app, str(SAMPLE)], app_environment())


def show_without_display(app: list[str], order: Order, python: Path) -> int:
    """The main job without a display: the sample log's findings in the terminal, the window as a picture."""
    code = subprocess.call([*app, "scan", str(SAMPLE)], env=app_environment())
    obstacle = system_libraries.qt_obstacle(python, window=False, may_install=order.system)
    if obstacle is not None:
        raise LaunchError(obstacle)
    picture = Path(tempfile.mkdtemp(prefix="zegoerr-")) / "window.png"
    command = [*app, str(SAMPLE), "--screenshot", str(picture)]
    code = subprocess.call(command, env=app_environment(QT_QPA_PLATFORM="offscreen")) or code
    if not picture.is_file():
        raise LaunchError(f"The window could not be drawn to {picture}; what the app said stands above.", code or 1)
    print(f"The window as a picture: {picture}", flush=True)
    return code


def require_qt(python: Path, order: Order, need: str) -> None:
    """Raises LaunchError when an order that cannot do without Qt cannot have it."""
    if need == "nothing" or not sys.platform.startswith("linux"):
        return
    window = need == "window"
    why: str | None = system_libraries.no_display(os.environ)
    if not window or system_libraries.display_name(os.environ):
        why = system_libraries.qt_obstacle(python, window=window, may_install=order.system)
    if why and window:
        why += "\nThe findings of a log can be read in the terminal: put `scan` before its name."
    if why:
        raise LaunchError(why)


def run_tests(python: Path, arguments: list[str]) -> int:
    """Runs pytest without a display, and without files of its own in a checkout that cannot be written."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    options = []
    if not os.access(CHECKOUT, os.W_OK):
        options = ["-p", "no:cacheprovider"]
        env["HYPOTHESIS_STORAGE_DIRECTORY"] = str(Path(tempfile.gettempdir(), "zegoerr-hypothesis"))
    return hand_over([str(python), "-m", "pytest", *options, *arguments], env, CHECKOUT)


def launch(order: Order) -> int:
    """Makes what is missing and carries the order out; returns the exit code."""
    if sys.platform.startswith("linux") and system_libraries.is_root():
        order = order._replace(system=True)  # most likely a container, where nobody is there to ask
    need = qt_need(order, os.environ)
    tests = order.action in ("test", "prepare")
    folder = current_environment(tests=tests)
    if folder is None:
        if sys.platform.startswith("linux"):
            system_libraries.prepare(window=need == "window", may_install=order.system)
        folder = make_environment(tests=tests)
    python = python_in(folder)
    if order.action == "demo":
        return demo(python, order)
    require_qt(python, order, need)
    if order.action == "prepare":
        print(python)
        return 0
    if order.action == "test":
        return run_tests(python, order.rest)
    return hand_over([str(python), "-m", "zegoerr_gui", *order.rest], app_environment())


def main(arguments: list[str]) -> int:
    """Runs the launcher; every failure is a sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a path may hold what an old code page lacks
    try:
        check_python(sys.version_info[:3], sys.executable)
        return launch(split_arguments(arguments))
    except LaunchError as error:
        say(str(error))
        return error.code
    except OSError as error:
        where = error.filename or "A file"
        say(f"{where} cannot be used ({error.strerror or error}): put that right, then start again.")
        return CANNOT_START
    except KeyboardInterrupt:
        say("Stopped.")
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
