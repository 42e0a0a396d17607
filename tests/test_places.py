"""Where the program keeps what is its user's: by platform, and beside itself where it is portable."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from zegoerr_gui import places
from zegoerr_gui.cli import main
from zegoerr_gui.core.log.spool import keep_spools_in, new_spool


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program in a folder of this test."""
    shipped = places.catalogue_folder()
    monkeypatch.setattr(places, "catalogue_folder", lambda: shipped)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "checkout" / "zegoerr_gui")
    places._PACKAGE.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(tempfile, "tempdir", tempfile.gettempdir())
    return tmp_path / "checkout"


@pytest.mark.parametrize(
    ("platform", "variables", "config", "data"),
    [
        ("linux", {}, "home/.config/ZegoErr", "home/.local/share/ZegoErr"),
        ("linux", {"XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"}, "/c/ZegoErr", "/d/ZegoErr"),
        ("linux", {"XDG_CONFIG_HOME": "not/whole"}, "home/.config/ZegoErr", "home/.local/share/ZegoErr"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/ZegoErr", "/roaming/ZegoErr"),
        ("win32", {}, "home/AppData/Roaming/ZegoErr", "home/AppData/Roaming/ZegoErr"),
        ("darwin", {"XDG_CONFIG_HOME": "/c"}, *2 * ("home/Library/Application Support/ZegoErr",)),
    ],
)
def test_each_platform_has_its_folders(
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variables: dict[str, str],
    config: str,
    data: str,
) -> None:
    for name in ("APPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert (places.config_folder(), places.data_folder()) == (
        checkout.parent / config,
        checkout.parent / data,
    )
    assert places.settings_file() == checkout.parent / config / "zegoerr.ini"


def test_beside_portable_ini_all_stays_together(checkout: Path) -> None:
    (checkout / "portable.ini").touch()
    assert places.settings_file() == checkout / "portable.ini"
    assert (places.config_folder(), places.data_folder()) == (checkout, checkout / "data")
    assert main(["lookup", "1103061"]) == 0
    descriptor, spool = new_spool()
    os.close(descriptor)
    assert spool.parent == checkout / "data"


def test_without_it_private_copies_lie_where_the_system_has_them(checkout: Path) -> None:
    assert main(["lookup", "1103061"]) == 0
    assert not Path(tempfile.gettempdir()).is_relative_to(checkout)


def test_where_nobody_may_write_they_do_so_too(tmp_path: Path, checkout: Path) -> None:
    (tmp_path / "file").touch()
    keep_spools_in(tmp_path / "file" / "data")
    assert not Path(tempfile.gettempdir()).is_relative_to(tmp_path)


def test_an_installed_wheel_is_never_portable(checkout: Path) -> None:
    (checkout / "portable.ini").touch()
    (checkout / "zegoerr_gui" / "_data").mkdir()
    assert places.portable_folder() is None


@pytest.mark.parametrize(
    ("executable", "beside"), [("ZegoErr/zegoerr", "ZegoErr"), ("ZegoErr.app/Contents/MacOS/z", "")]
)
def test_a_bundle_is_portable_beside_its_executable_or_its_app(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, executable: str, beside: str
) -> None:
    monkeypatch.setattr(places, "_BUNDLE", str(checkout / "elsewhere"))
    monkeypatch.setattr(sys, "executable", str(checkout / executable))
    assert places.portable_folder() is None
    (checkout / beside).mkdir(exist_ok=True)
    (checkout / beside / "portable.ini").touch()
    assert places.portable_folder() == checkout / beside
