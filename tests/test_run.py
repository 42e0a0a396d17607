"""The launcher ``packaging/run.py``: its pure parts, loaded by path. No network, no installation, no real home."""

import ast
import importlib.util
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
FILES = [CHECKOUT / "packaging" / name for name in ("run.py", "system_libraries.py")]

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
MISSING = ["ensurepip", "libglib-2.0.so.0", "libEGL.so.1", "libGL.so.1"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """The launcher as a module, with a home of its own."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    spec = importlib.util.spec_from_file_location("zegoerr_run", FILES[0])
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.modules.pop("system_libraries", None)


@pytest.fixture
def system(run: ModuleType) -> Any:
    """The launcher's other room."""
    return run.system_libraries


# An old Python


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_old_python_can_read_the_launcher(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_old_python_is_told_which_one_is_needed(run: ModuleType) -> None:
    with pytest.raises(run.LaunchError, match=r"needs Python 3\.10 or newer, and /old/python is Python 3\.8\.18"):
        run.check_python((3, 8, 18), "/old/python")
    run.check_python((3, 10, 0), "/new/python")


# Packages


@pytest.mark.parametrize(
    ("os_release", "manager"),
    [
        (DEBIAN, "apt"),
        ("# a comment with = in it\nID=linuxmint\nID_LIKE='ubuntu debian'\n", "apt"),
        ('NAME="Fedora Linux"\nID=fedora\n', "dnf"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf"),
        ("ID=arch\n", "pacman"),
        ("ID=manjaro\nID_LIKE=arch\n", "pacman"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', None),
        ("", None),
    ],
)
def test_package_manager_is_known_from_os_release(system: Any, os_release: str, manager: str | None) -> None:
    assert system.package_manager(os_release) == manager


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        (
            "apt",
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends"
            " python3-venv libglib2.0-0 libegl1 libgl1",
        ),
        ("dnf", "sudo dnf install -y python3-libs glib2 libglvnd-egl libglvnd-glx"),
        ("pacman", "sudo pacman -Sy --needed --noconfirm python glib2 libglvnd"),
    ],
)
def test_one_line_installs_what_is_missing(system: Any, manager: str, line: str) -> None:
    assert system.install_line(manager, system.packages(manager, MISSING), sudo=True) == line


def test_advice_names_the_missing_parts_and_the_line(system: Any) -> None:
    said = system.advice(["libdbus-1.so.3", "a font"], DEBIAN, sudo=False)
    assert said.splitlines() == [
        "This computer lacks libdbus-1.so.3, a font; install what holds them as root with this line, then start again:",
        "apt-get update && apt-get install -y --no-install-recommends libdbus-1-3 fonts-dejavu-core",
    ]


def test_advice_on_an_unknown_linux_names_the_parts_alone(system: Any) -> None:
    said = system.advice(["libEGL.so.1"], "ID=other\n", sudo=True)
    assert said == "This computer lacks libEGL.so.1; install the packages that hold them, then start again."


def test_libraries_are_read_from_what_the_linker_says(system: Any) -> None:
    said = (
        "Cannot load library /x/libqxcb.so: (libxcb-randr.so.0: cannot open shared object file: No such file)\n"
        "ImportError: libglib-2.0.so.0: cannot open shared object file: No such file or directory\n"
    )
    assert system.libraries_named(said) == ["libxcb-randr.so.0", "libglib-2.0.so.0"]


def test_a_font_is_found_at_any_depth(system: Any, tmp_path: Path) -> None:
    assert not system.has_font([tmp_path, tmp_path / "absent"])
    (tmp_path / "truetype" / "dejavu").mkdir(parents=True)
    (tmp_path / "truetype" / "dejavu" / "DejaVuSans.TTF").touch()
    assert system.has_font([tmp_path / "absent", tmp_path])


# Arguments


@pytest.mark.parametrize(
    ("arguments", "action", "rest", "installs"),
    [
        ([], "demo", [], False),
        (["--system"], "demo", [], True),
        (["--test"], "test", [], False),
        (["--system", "--test", "-k", "scan"], "test", ["-k", "scan"], True),
        (["--prepare"], "prepare", [], False),
        (["scan", "x.log", "--format", "json"], "app", ["scan", "x.log", "--format", "json"], False),
        (["scan", "--test"], "app", ["scan", "--test"], False),
    ],
)
def test_arguments_are_divided(
    run: ModuleType, arguments: list[str], action: str, rest: list[str], installs: bool
) -> None:
    assert run.split_arguments(arguments) == (action, rest, installs)


@pytest.mark.parametrize(
    ("arguments", "display", "need"),
    [
        ([], ":0", "window"),
        ([], "", "picture"),
        (["--test"], ":0", "picture"),
        (["x.log"], "", "window"),
        (["x.log", "--screenshot", "x.png"], ":0", "picture"),
        (["x.log", "--screenshot=x.png"], ":0", "picture"),
        (["scan", "x.log"], "", "nothing"),
        (["--help"], "", "nothing"),
    ],
)
def test_only_a_window_asks_for_what_a_window_needs(
    run: ModuleType, arguments: list[str], display: str, need: str
) -> None:
    assert run.qt_need(run.split_arguments(arguments), {"DISPLAY": display}) == need


# The environment


@pytest.fixture
def checkout(run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout with nothing in it but what an environment depends on."""
    folder = tmp_path / "a checkout"
    (folder / "packaging").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[project]\n")
    (folder / "packaging" / "constraints.txt").write_text("PyYAML==6.0.3\n")
    monkeypatch.setattr(run, "CHECKOUT", folder)
    return folder


def make_stamped(run: ModuleType, folder: Path, *, tests: bool) -> None:
    """Something that looks like a finished environment."""
    run.python_in(folder).parent.mkdir(parents=True)
    run.python_in(folder).touch()
    run.stamp(folder, tests=tests).write_text(run.fingerprint(run.CHECKOUT))


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/constraints.txt"])
def test_changed_requirements_make_the_environment_anew(run: ModuleType, checkout: Path, changed: str) -> None:
    make_stamped(run, checkout / ".venv", tests=True)
    assert run.current_environment(tests=True) == checkout / ".venv"
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")
    assert run.current_environment(tests=True) is None


def test_an_environment_with_the_test_extra_serves_the_app_but_not_the_reverse(run: ModuleType, checkout: Path) -> None:
    make_stamped(run, checkout / ".venv", tests=False)
    assert run.current_environment(tests=False) == checkout / ".venv"
    assert run.current_environment(tests=True) is None
    run.stamp(checkout / ".venv", tests=False).rename(run.stamp(checkout / ".venv", tests=True))
    assert run.current_environment(tests=False) == checkout / ".venv"


def test_a_lost_interpreter_makes_the_environment_anew(run: ModuleType, checkout: Path) -> None:
    make_stamped(run, checkout / ".venv", tests=False)
    run.python_in(checkout / ".venv").unlink()
    assert run.current_environment(tests=False) is None


def test_only_what_was_made_here_is_emptied(run: ModuleType, checkout: Path) -> None:
    folder = checkout / ".venv"
    assert run.choose_place() == folder
    (folder / "pyvenv.cfg").write_text(f"prompt = '{run.PROMPT}'\n")
    assert run.choose_place() == folder
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\ncommand = python3 -m venv /src/zegoerr-run/.venv\n")
    assert run.choose_place() == run.places()[1]
    assert run.places()[1].is_relative_to(checkout.parent / "home")


def test_a_place_that_cannot_be_written_is_passed_over(
    run: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / ".venv").touch()  # a file in the way; a read-only folder would not stop root
    assert run.choose_place() == run.places()[1]
    monkeypatch.setattr(run, "places", lambda: [checkout / ".venv", checkout / "pyproject.toml"])
    with pytest.raises(run.LaunchError, match=r"Neither .* nor .* can be written"):
        run.choose_place()


def test_the_link_to_the_checkout_is_right_in_every_locale(
    run: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved = checkout.rename(tmp_path / "客户 'x'")
    monkeypatch.setattr(run, "CHECKOUT", moved)
    monkeypatch.setattr(sys, "platform", "win32")
    link = moved / ".venv" / "Lib" / "site-packages" / "_editable_impl_zegoerr_gui.pth"
    link.parent.mkdir(parents=True)
    link.write_text(str(moved), encoding="utf-8")
    run.write_checkout_path(moved / ".venv")
    monkeypatch.setattr(sys, "path", [])
    exec(link.read_text(encoding="ascii"))
    assert sys.path == [str(moved)]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("Failed to establish a new connection\nERROR: No matching distribution found", "cannot be reached"),
        ("ERROR: No matching distribution found for PySide6-Essentials==6.11.3", "offers no build"),
        ("[Errno 13] Permission denied: '/x'", "cannot be written"),
        ("something else", "pip ended with 7"),
    ],
)
def test_a_failure_of_pip_is_told_in_a_sentence(run: ModuleType, output: str, said: str) -> None:
    assert said in run.pip_fault(output.encode(), 7)


def test_every_requirement_is_pinned_exactly() -> None:
    pins = (CHECKOUT / "packaging" / "constraints.txt").read_text(encoding="ascii").splitlines()
    lines = [line for line in pins if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w-]+==[\d.]+(; [\w ]+[!<>=]+ \"[\w.]+\")?", line) for line in lines)
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    required = re.findall(r'^    "([A-Za-z][\w-]+)(?:[<>=][^"]*)?",$', project, re.MULTILINE)
    assert {"pyyaml", "pytest", "types-pyyaml"} <= {name.lower() for name in required}
    assert {name.lower() for name in required} <= {line.partition("==")[0].lower() for line in lines}


# Without a display


@pytest.mark.parametrize(
    ("environ", "display"),
    [
        ({}, None),
        ({"DISPLAY": ""}, None),
        ({"DISPLAY": ":0"}, ":0"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wayland-0"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, None),
        ({"QT_QPA_PLATFORM": "vnc:port=5900"}, "vnc"),
    ],
)
def test_display_is_known_from_the_environment(system: Any, environ: dict[str, str], display: str | None) -> None:
    assert system.display_name(environ) == display


def test_a_missing_display_is_named(system: Any) -> None:
    said = "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY names one)."
    assert system.no_display({}) == said
    assert "QT_QPA_PLATFORM is offscreen" in system.no_display({"QT_QPA_PLATFORM": "offscreen"})


@pytest.fixture
def stand_in(run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A command in the app's place that says what it is asked, and draws an empty picture."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(run.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    script = tmp_path / "app.py"
    script.write_text(
        "import pathlib, sys\n"
        "print('asked', sys.argv[1])\n"
        "if '--screenshot' in sys.argv: pathlib.Path(sys.argv[-1]).touch()\n"
    )
    return [sys.executable, str(script)]


def test_without_a_display_the_findings_are_printed_and_the_window_drawn(
    run: ModuleType, stand_in: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: Any
) -> None:
    monkeypatch.setattr(run.system_libraries, "qt_obstacle", lambda *args, **options: None)
    assert run.show_without_display(stand_in, run.Order("demo", []), Path(sys.executable)) == 0
    assert capfd.readouterr().out.splitlines() == [
        "asked scan",
        f"asked {run.SAMPLE}",
        f"The window as a picture: {tmp_path / 'window.png'}",
    ]


def test_without_qt_the_findings_are_printed_all_the_same(
    run: ModuleType, stand_in: list[str], monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    monkeypatch.setattr(run.system_libraries, "qt_obstacle", lambda *args, **options: "This computer lacks a library")
    with pytest.raises(run.LaunchError, match="lacks a library"):
        run.show_without_display(stand_in, run.Order("demo", []), Path(sys.executable))
    assert capfd.readouterr().out.splitlines() == ["asked scan"]


def test_a_window_without_a_display_is_refused_with_another_way(
    run: ModuleType, stand_in: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(run.LaunchError, match=r"no display here .*\n.* put `scan` before its name"):
        run.require_qt(Path(stand_in[0]), run.Order("app", ["x.log"]), "window")


# What the user sees of a failure


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (PermissionError(13, "Refused", "C:\\资料"), 3, r"C:\\u8d44\u6599 cannot be used (Refused)"),
        (KeyboardInterrupt(), 130, "Stopped."),
    ],
)
def test_a_failure_is_a_sentence_on_any_console(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, said: str
) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    monkeypatch.setattr(sys, "stderr", console)

    def fail(_order: object) -> int:
        raise raised

    monkeypatch.setattr(run, "launch", fail)
    assert run.main([]) == code
    console.flush()
    printed = console.buffer.getvalue().decode("cp437")
    assert said in printed
    assert "Traceback" not in printed
