"""What ``packaging/`` decides: what goes into a bundle, what is missed in one, what the setup puts and takes away.

Its pure parts only, loaded from their folder; nothing is built here.
"""

import importlib
import struct
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.version_info < (3, 11):
    pytest.skip("bundles are built with Python 3.11 or newer", allow_module_level=True)

CHECKOUT = Path(__file__).resolve().parent.parent
Part = Callable[[str], Any]


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Iterator[Part]:
    """Loads a file of ``packaging/`` by its name."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(CHECKOUT / "packaging")):
            del sys.modules[name]


# What goes in

QT = "PySide6/Qt/"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (f"{QT}plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        (f"{QT}plugins/platforms/libqcocoa.dylib", True),
        (f"{QT}plugins/platforms/libqvnc.so", False),
        (f"{QT}plugins/platformthemes/libqgtk3.so", False),
        (f"{QT}plugins/platformthemes/libqxdgdesktopportal.so", True),
        (f"{QT}plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        (f"{QT}plugins/tls/libqopensslbackend.so", False),
        ("PySide6/plugins/networkinformation/qnetworklistmanager.dll", False),
        (f"{QT}plugins/imageformats/libqsvg.so", True),
        (f"{QT}plugins/imageformats/libqjpeg.so", False),
    ],
)
def test_only_plugins_that_the_app_needs_stay(part: Part, path: str, kept: bool) -> None:
    assert part("contents").is_kept_plugin(path) is kept


@pytest.mark.parametrize(
    "name", ["libQt6Network.so.6", "Qt6Network.dll", "Qt6QuickControls2.dll", "QtQml", "libQt6Pdf.so.6"]
)
def test_libraries_that_must_not_be_there_are_known_on_every_system(part: Part, name: str) -> None:
    assert part("contents").is_left_out(name)


@pytest.mark.parametrize("name", ["libQt6Gui.so.6", "Qt6Svg.dll", "QtWidgets", "libpython3.11.so.1.0", "hyperscan.pyd"])
def test_other_libraries_may_be_there(part: Part, name: str) -> None:
    assert not part("contents").is_left_out(name)


def test_a_library_stays_only_where_something_needs_it(part: Part) -> None:
    paths = {
        "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6", "libEGL.so.1"],
        f"{QT}lib/libQt6Gui.so.6": ["libQt6Core.so.6", "libglib-2.0.so.0"],
        f"{QT}lib/libQt6Core.so.6": ["libz.so.1"],
        f"{QT}lib/libQt6Network.so.6": ["libQt6Core.so.6"],
        f"{QT}lib/libQt6Qml.so.6": ["libQt6Network.so.6"],
        f"{QT}plugins/platforms/libqxcb.so": ["libQt6XcbQpa.so.6"],
        f"{QT}lib/libQt6XcbQpa.so.6": ["libQt6Gui.so.6", "libxcb-cursor.so.0"],
        f"{QT}plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so": ["libQt6Gui.so.6", "libQt6Qml.so.6"],
        "libxcb-cursor.so.0": ["libxcb.so.1"],
        "libglib-2.0.so.0": ["libpcre2-8.so.0"],
        "libpcre2-8.so.0": [],
        "libz.so.1": [],
    }
    assert paths.keys() - part("contents").kept_binaries(paths) == {
        f"{QT}lib/libQt6Network.so.6",
        f"{QT}lib/libQt6Qml.so.6",
        f"{QT}plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "libglib-2.0.so.0",  # every desktop has it
        "libpcre2-8.so.0",  # and what only that needs
    }


def test_windows_does_not_care_for_case(part: Part) -> None:
    paths = {
        "PySide6/QtGui.pyd": ["qt6gui.dll"],
        "PySide6/Qt6Gui.dll": [],
        "PySide6/Qt6Qml.dll": [],
        "PySide6/opengl32sw.dll": [],
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll": ["qt6gui.dll", "qt6qml.dll"],
    }
    assert part("contents").kept_binaries(paths) == {"PySide6/QtGui.pyd", "PySide6/Qt6Gui.dll"}


def test_of_two_libraries_with_one_name_both_stay(part: Part) -> None:
    paths = {
        "one/_speed.cp312-win_amd64.pyd": ["msvcp140-1.dll"],
        "two/_speed.cp312-win_amd64.pyd": ["MSVCP140-1.dll"],
        "one.libs/msvcp140-1.dll": [],
        "two.libs/msvcp140-1.dll": [],
        "three.libs/msvcp140-2.dll": [],
    }
    assert part("contents").kept_binaries(paths) == paths.keys() - {"three.libs/msvcp140-2.dll"}


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("hyperscan/extension.c", False),
        ("lucide/lucide.zip", True),
        ("catalogue/zego-web/room.yaml", True),
    ],
)
def test_of_data_what_nobody_reads_stays_out(part: Part, path: str, kept: bool) -> None:
    assert part("contents").is_kept_data(path) is kept


def test_the_bundle_gets_what_the_wheel_gets(part: Part) -> None:
    files = dict(part("contents").data_files(part("buildenv").project()))
    assert files["catalogue"] == "catalogue"
    assert files["resources/sample.log"] == "resources/sample.log"
    assert all((CHECKOUT / source).exists() for source in files)


# What is missed


def test_a_file_of_data_that_is_missing_or_differs_is_told(part: Part, tmp_path: Path) -> None:
    checkout, inside = tmp_path / "checkout", tmp_path / "bundle"
    for folder in (checkout, inside):
        (folder / "catalogue").mkdir(parents=True)
        for name in ("catalogue/a.yaml", "catalogue/b.yaml", "sample.log"):
            (folder / name).write_text(name)
    files = [("catalogue", "catalogue"), ("sample.log", "sample.log")]
    missing = part("bundle").missing_data
    assert missing(inside, checkout, files) == []
    (inside / "catalogue" / "b.yaml").unlink()
    (inside / "sample.log").write_text("other")
    assert missing(inside, checkout, files) == [
        f"{Path('catalogue', 'b.yaml')} is missing or differs from {Path('catalogue', 'b.yaml')}",
        "sample.log is missing or differs from sample.log",
    ]


def test_a_library_that_nobody_brings_is_told(part: Part) -> None:
    asked = {Path("a/libQt6Gui.so.6"): ["libQt6Core.so.6", "libc.so.6", "libEGL.so.1", "ld-linux-x86-64.so.2"]}
    assert part("bundle").missing_libraries(asked, {"libQt6Core.so.6"}) == []
    assert part("bundle").missing_libraries(asked, set()) == [
        "libQt6Gui.so.6 needs libQt6Core.so.6, which is not in the bundle"
    ]


def test_on_windows_python_and_windows_bring_the_rest(part: Part) -> None:
    asked = {"a/QtCore.pyd": ["python3.dll", "qt6core.dll", "kernel32.dll"], "a/Qt6Core.dll": ["api-ms-win-crt-a.dll"]}
    assert part("windows").not_brought(asked) == []
    assert part("windows").not_brought({"a/QtCore.pyd": ["qt6core.dll"]}) == ["a/QtCore.pyd asks for qt6core.dll"]


@pytest.mark.parametrize(
    ("trace", "said"),
    [
        ('1 connect(3, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}, 20) = 0\n', "1 connects, all AF_UNIX"),
        ("1 connect(3, {sa_family=AF_INET, sin_port=htons(443)}, 16) = -1\n", "connects to AF_INET"),
        ('1 openat(AT_FDCWD, "/usr/lib/libssl.so.3", O_RDONLY) = 3\n', "loads libssl.so.3"),
        ('1 openat(AT_FDCWD, "/usr/lib/libssl.so.3", O_RDONLY) = -1 ENOENT\n', "0 connects"),
    ],
)
def test_a_connection_that_is_not_local_is_a_fault(part: Part, tmp_path: Path, trace: str, said: str) -> None:
    path = tmp_path / "trace"
    path.write_text(trace)
    try:
        found = part("proof").no_connections(path)
    except part("buildenv").BuildError as error:
        found = str(error)
    assert said in found


# What is made


def test_an_icon_for_windows_holds_its_pictures(part: Part) -> None:
    made = part("icons").ico({16: b"sixteen", 256: b"large", 512: b"too large"})
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    entries = [struct.unpack_from("<BBBBHHII", made, 6 + 16 * number) for number in range(2)]
    assert [entry[0] for entry in entries] == [16, 0]  # 0 stands for 256
    assert [made[at : at + size] for *_, size, at in entries] == [b"sixteen", b"large"]


def test_an_icon_for_macos_tells_its_length(part: Part) -> None:
    made = part("icons").icns({16: b"sixteen", 24: b"no such type", 512: b"large"})
    assert made[:4] == b"icns"
    assert struct.unpack_from(">I", made, 4) == (len(made),)
    assert made[8:12] == b"icp4"
    assert b"no such type" not in made


def test_the_setup_takes_away_exactly_what_it_put(part: Part) -> None:
    files = [Path("zegoerr-gui.exe"), Path("_internal/base.zip"), Path("_internal/catalogue/a.yaml")]
    lists = part("windows").file_lists(files)
    assert lists["put.nsh"].count("File ") == 3
    assert 'SetOutPath "$INSTDIR\\_internal\\catalogue"' in lists["put.nsh"]
    assert lists["take.nsh"].splitlines() == [
        'Delete "$INSTDIR\\zegoerr-gui.exe"',
        'Delete "$INSTDIR\\_internal\\base.zip"',
        'Delete "$INSTDIR\\_internal\\catalogue\\a.yaml"',
        'RMDir "$INSTDIR\\_internal\\catalogue"',
        'RMDir "$INSTDIR\\_internal"',
    ]


def test_a_package_that_was_renamed_is_found_by_either_name(part: Part) -> None:
    alternatives = part("deb").alternatives
    assert alternatives("libglib2.0-0 (>= 2.56.0)") == "libglib2.0-0 (>= 2.56.0) | libglib2.0-0t64"
    assert alternatives("libc6 (>= 2.35)") == "libc6 (>= 2.35)"


def test_the_overview_of_licences_says_that_qt_can_be_replaced(part: Part) -> None:
    text = part("licences").overview(["ZegoErr.txt", "PyYAML/LICENSE", "lucide/LICENSE"])
    assert "you may replace each by a version of your own" in " ".join(text.split())
    assert text.endswith("  PyYAML\n  lucide\n")


def test_rows_stand_in_columns(part: Part) -> None:
    build = part("build")
    assert build.table([build.Row("bundle", "size", "1 MB"), build.Row("x.deb", "built twice", "same")]) == (
        "bundle  size         1 MB\nx.deb   built twice  same"
    )


def test_nothing_is_built_for_a_word_that_is_no_target(part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    assert part("build").main(["bundel"]) == 2
    assert "python3 packaging/build.py bundle" in capsys.readouterr().out
