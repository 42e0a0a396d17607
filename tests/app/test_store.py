"""Where settings are kept: by more windows than one, over rubbish, and from earlier versions."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from zegoerr_gui import places
from zegoerr_gui.app.preferences import TABLE, THEME, TIMELINE, ZOOM
from zegoerr_gui.app.store import Store, take_over_earlier
from zegoerr_gui.models.settings import Settings

EARLIER = "[General]\ntheme=dark\nzoom=2\ntimeline=hidden\n"


def test_the_store_of_a_test_is_its_own(store: Path, tmp_path: Path) -> None:
    Store(store).keep("theme", "dark")
    assert store.is_relative_to(tmp_path)
    assert "theme=dark" in store.read_text(encoding="utf-8")
    assert places.data_folder().is_relative_to(tmp_path)


def test_what_is_kept_is_on_the_disk_at_once(store: Path) -> None:
    kept = Store(store)
    kept.keep("a", "1")
    kept.keep("b/c", QByteArray(b"\0\xff"))
    again = Store(store)
    assert (again.value("a"), again.value("b")) == ("1", None)
    assert (again.bytes("b/c").data(), again.bytes("a").data()) == (b"\0\xff", b"")
    kept.forget("a")
    assert "a=" not in store.read_text(encoding="utf-8")


def test_a_store_in_memory_writes_nothing(store: Path) -> None:
    kept = Store(None)
    kept.keep("a", "1")
    kept.keep("b", "2")
    kept.forget("b")
    kept.refresh()
    assert (kept.value("a"), kept.value("b"), kept.writable, store.parent.exists()) == ("1", None, True, False)


def test_two_windows_do_not_take_back_what_the_other_has_changed(store: Path, qapp: QApplication) -> None:
    ours = Settings(TABLE, Store(store))
    ours.set(ZOOM, 1)
    script = (
        "import sys\nfrom pathlib import Path\nfrom zegoerr_gui.app.preferences import TABLE, THEME\n"
        "from zegoerr_gui.app.store import Store\nfrom zegoerr_gui.models.settings import Settings\n"
        "Settings(TABLE, Store(Path(sys.argv[1]))).set(THEME, 'dark')\n"
    )
    subprocess.run([sys.executable, "-c", script, str(store)], check=True, timeout=60)
    ours.set(TIMELINE, False)
    ours.refresh()
    for settings in (ours, Settings(TABLE, Store(store))):
        assert (settings.get(ZOOM), settings.get(THEME), settings.get(TIMELINE)) == (1, "dark", False)


def test_settings_of_an_earlier_version_are_read(store: Path) -> None:
    store.parent.mkdir(parents=True)
    store.write_text(EARLIER, encoding="utf-8")
    settings = Settings(TABLE, Store(store))
    assert (settings.get(THEME), settings.get(ZOOM), settings.get(TIMELINE)) == ("dark", 2, False)


def test_and_taken_over_where_they_lay_elsewhere(tmp_path: Path) -> None:
    earlier = tmp_path / ".config" / "ZegoErr" / "zegoerr.ini"
    now = tmp_path / "Library" / "Application Support" / "ZegoErr" / "zegoerr.ini"
    take_over_earlier(now, tmp_path)
    assert not now.exists()
    earlier.parent.mkdir(parents=True)
    earlier.write_text(EARLIER, encoding="utf-8")
    take_over_earlier(now, tmp_path)
    assert now.read_text(encoding="utf-8") == earlier.read_text(encoding="utf-8") == EARLIER
    now.write_text("[General]\n", encoding="utf-8")
    take_over_earlier(now, tmp_path)
    assert now.read_text(encoding="utf-8") == "[General]\n", "they are taken over once"
    take_over_earlier(earlier, tmp_path)
    take_over_earlier(earlier / "no folder" / "zegoerr.ini", tmp_path)
    assert earlier.read_text(encoding="utf-8") == EARLIER


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, b"[General\nzoom", b"\xff\xfe\0zoom=1", b"[General]\nzoom=@Variant(\\0)\n"]
)
def test_a_broken_file_is_as_if_nothing_were_kept_and_can_be_written(store: Path, content: bytes) -> None:
    store.parent.mkdir(parents=True)
    store.write_bytes(content)
    settings = Settings(TABLE, Store(store))
    assert all(map(settings.is_default, TABLE))
    settings.set(ZOOM, 3)
    assert Settings(TABLE, Store(store)).get(ZOOM) == 3


@pytest.mark.parametrize("content", [b"\0", b"zoom: 1\n", b"[General]\ntheme=dark\nzo"])
def test_a_file_that_is_damaged_is_kept_under_another_name_and_told(store: Path, content: bytes) -> None:
    store.parent.mkdir(parents=True)
    store.write_bytes(content)
    kept = Store(store)
    (aside,) = store.parent.glob("zegoerr-damaged-*.ini")
    assert aside.read_bytes() == content
    assert kept.trouble == (
        f"zegoerr.ini with your settings is damaged; what could be read of it holds. It is kept as {aside}."
    )
    assert kept.value("theme") == ("dark" if b"theme" in content else None)
    assert (Store(store).trouble, Store(store).value("theme")) == ("", kept.value("theme"))


def test_a_damaged_file_that_cannot_be_copied_is_told(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copy", full)
    store.parent.mkdir(parents=True)
    store.write_bytes(b"rubbish")
    assert Store(store).trouble.endswith("It cannot be copied to another name: No space left on device.")
    assert store.read_bytes() == b"rubbish"


def test_a_file_that_cannot_be_written_is_told(store: Path) -> None:
    store.parent.parent.mkdir(parents=True)
    store.parent.write_text("a file where a folder belongs")
    kept = Store(store)
    kept.keep("zoom", "3")
    assert (kept.value("zoom"), kept.writable) == ("3", False)
