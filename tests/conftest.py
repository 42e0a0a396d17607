"""What every test gets: a home of its own, the shipped catalogue read once, logs to order, no unexpected warning.

Nothing is written outside ``tmp_path`` and a folder that is removed after the session: HOME, the XDG folders and the
temporary folder all point into that. A Python log record of level WARNING or above fails the test in which it appears,
unless the test is marked ``expects_log(pattern)``; Qt's own warnings do the same through ``qt_log_level_fail`` in
pyproject.toml.
"""

import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from tests.running import Ran, Run, exit_code
from zegoerr_gui import places
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.reading import Loaded, read_catalogue
from zegoerr_gui.core.recognition.recogniser import Recogniser

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

# The same examples in every run; ``--hypothesis-profile wide`` looks further.
settings.register_profile("gate", derandomize=True, deadline=None, database=None)
settings.register_profile("wide", derandomize=False, deadline=None, database=None, max_examples=3000)
settings.load_profile("gate")

_PRIVATE = pytest.StashKey[Path]()
_FOLDERS = {
    "home": ("HOME", "USERPROFILE"),
    "config": ("XDG_CONFIG_HOME", "APPDATA"),
    "data": ("XDG_DATA_HOME", "LOCALAPPDATA"),
    "cache": ("XDG_CACHE_HOME",),
    "state": ("XDG_STATE_HOME",),
    "runtime": ("XDG_RUNTIME_DIR",),
    "tmp": ("TMPDIR", "TEMP", "TMP"),
}


class MakeLog(Protocol):
    """Writes a log into the test's folder and returns its path."""

    def __call__(self, text: str | bytes, name: str = "console.log", encoding: str = "utf-8") -> Path: ...


def pytest_configure(config: pytest.Config) -> None:
    if places.portable_folder():
        raise pytest.UsageError("portable.ini lies beside the program: take it away, or tests change what it keeps")
    config.addinivalue_line("markers", "expects_log(pattern): the test makes the program log this, a warning or worse")
    keep_to_a_private_folder(config)


def keep_to_a_private_folder(config: pytest.Config) -> None:
    """Home, settings, caches and temporary files of the session, collection included, go where they are removed."""
    patch = pytest.MonkeyPatch()
    patch.setenv("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())  # so that tmp_path can be looked at afterwards
    root = Path(tempfile.mkdtemp(prefix="tests-of-zegoerr-"))
    config.add_cleanup(lambda: shutil.rmtree(root, ignore_errors=True))
    for name, variables in _FOLDERS.items():
        folder = root / name
        folder.mkdir(mode=0o700)
        for variable in variables:
            patch.setenv(variable, str(folder))
    patch.setattr(tempfile, "tempdir", str(root / "tmp"))
    config.add_cleanup(patch.undo)
    set_hypothesis_home_dir(root / "hypothesis")
    config.stash[_PRIVATE] = root


@pytest.fixture(scope="session")
def private_home(request: pytest.FixtureRequest) -> Path:
    """The folder in which home, settings, caches and temporary files of the session lie."""
    return request.config.stash[_PRIVATE]


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The catalogue that comes with the program, with its faults."""
    return read_catalogue(places.catalogue_folder())


@pytest.fixture(scope="session")
def catalogue(shipped: Loaded) -> Catalogue:
    """The catalogue that comes with the program."""
    return shipped.catalogue


@pytest.fixture(scope="session")
def recogniser(catalogue: Catalogue) -> Recogniser:
    """The shipped catalogue made ready for reading logs."""
    return Recogniser(catalogue)


@pytest.fixture
def make_log(tmp_path: Path) -> MakeLog:
    """Writes a text, or bytes, to a file and returns its path."""

    def make(text: str | bytes, name: str = "console.log", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in this process."""

    def run(*words: str | Path, stdin: bytes = b"") -> Ran:
        capsys.readouterr()
        code = exit_code(monkeypatch, tmp_path, *words, stdin=stdin)
        return Ran(code, *capsys.readouterr())

    return run


def sdk_line(action: str, content: str, level: int = 1, at: str = "10:00:00.000", **keys: Any) -> str:
    """A console line in the shape in which the SDK prints it; ``keys`` such as roomid stand behind its content."""
    line = {"time": f"2026/01/05 {at}", "level": level, "action": action, "content": content, "appid": 1234567890}
    return json.dumps(line | keys, ensure_ascii=False, separators=(",", ":"))


def room_state(room: str, state: str, code: int, extended: str = "", **keys: Any) -> str:
    """The console line that tells the app of a room's state."""
    items = json.dumps([room, state, code, extended], ensure_ascii=False, separators=(",", ":"))
    return sdk_line("zm.al", f"roomStateChanged {items}", roomid=room, **keys)


# The guard: no test passes over a warning


class _Warnings(logging.Handler):
    """Gathers records of level WARNING and above; judged when the phase of the test is over."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(f"{record.name} {record.levelname}: {record.getMessage()}")


def _guarded(item: pytest.Item, must_appear: bool = False) -> Generator[None, None, None]:
    warnings = _Warnings()
    root = logging.getLogger()
    root.addHandler(warnings)
    try:
        yield
    finally:
        root.removeHandler(warnings)
    patterns = [str(mark.args[0]) for mark in item.iter_markers("expects_log")]
    unexpected = [told for told in warnings.told if not any(re.search(pattern, told) for pattern in patterns)]
    missing = [pattern for pattern in patterns if not any(re.search(pattern, told) for told in warnings.told)]
    if unexpected:
        pytest.fail("Logged, but not expected:\n" + "\n".join(unexpected), pytrace=False)
    if missing and must_appear:
        pytest.fail("Expected, but not logged:\n" + "\n".join(missing), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    yield from _guarded(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    yield from _guarded(item, must_appear=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    yield from _guarded(item)
