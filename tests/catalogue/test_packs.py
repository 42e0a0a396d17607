"""Several catalogues side by side: whose entry comes first, what each family is called, what is not looked for."""

from pathlib import Path

import pytest

from tests.catalogue.writing import write_pack
from zegoerr_gui import places
from zegoerr_gui.core.answer.entry_text import entry_as_text
from zegoerr_gui.core.answer.resolved import resolved_entry
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.library import read_now
from zegoerr_gui.core.catalogue.pack import Pack
from zegoerr_gui.core.catalogue.packs import pack_folders
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.core.log.source import MemorySource
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import scan_to_end

LOGIN = b'{"time":"2026/11/23 10:34:09.203","level":3,"action":"zm.lg","content":"{\\"errorCode\\":%d}"}\n'


@pytest.fixture
def two(tmp_path: Path) -> Loaded:
    """Two catalogues that share a number, on the Web and for devices."""
    web = write_pack(tmp_path / "web", "web", "web", {1002001: "The web meaning", 1002002: "On the web only"})
    other = {1002001: "The native meaning", 1002009: "On devices only"}
    native = write_pack(tmp_path / "native", "native", "native", other)
    return read_now([web, native])


def test_a_number_of_two_catalogues_means_both_the_first_one_first(two: Loaded) -> None:
    assert two.faults == ()
    assert two.catalogue.codes == (1002001, 1002002, 1002009)
    assert [(entry.description, entry.also_in) for entry in two.catalogue.meanings(1002001)] == [
        ("The web meaning", ("NATIVE codes",)),
        ("The native meaning", ("WEB codes",)),
    ]
    assert [entry.also_in for entry in two.catalogue.meanings(1002002)] == [()]


@pytest.mark.parametrize(
    ("platforms", "first"),
    [
        ((), "The web meaning"),
        (("web",), "The web meaning"),
        (("mini-program",), "The web meaning"),
        (("native",), "The native meaning"),
    ],
)
def test_the_platform_of_the_log_decides_which_meaning_comes_first(
    two: Loaded, platforms: tuple[str, ...], first: str
) -> None:
    meanings = two.catalogue.meanings(1002001, platforms)
    assert (meanings[0].description, len(meanings)) == (first, 2)
    assert two.catalogue.get(1002001, platforms) == meanings[0]


def test_families_of_another_catalogue_are_named_with_it(two: Loaded) -> None:
    assert [(family.id, family.title) for family in two.catalogue.pack.families] == [
        ("room", "Room"),
        ("native/room", "Room, NATIVE codes"),
    ]
    web, native = two.catalogue.meanings(1002001)
    families = [two.catalogue.family(entry) for entry in (web, native)]
    assert [family and family.title for family in families] == ["Room", "Room, NATIVE codes"]
    assert two.catalogue.pack_of(native).title == "NATIVE codes"


def test_two_catalogues_with_one_id_are_told_and_the_first_is_in_use(tmp_path: Path) -> None:
    first = write_pack(tmp_path / "a", "same", "web", {1002001: "One"})
    second = write_pack(tmp_path / "b", "same", "web", {1002001: "Other"})
    loaded = read_now([first, second])
    assert [(fault.file, fault.found) for fault in loaded.faults] == [
        (second / "pack.yaml", f"The id 'same' is that of {first / 'pack.yaml'} as well")
    ]
    assert [entry.description for entry in loaded.catalogue] == ["One"]


def test_one_catalogue_by_itself_is_what_it_is_alone(catalogue: Catalogue) -> None:
    alone = read_now([places.catalogue_folder()]).catalogue
    assert list(alone) == list(catalogue)
    assert alone.pack == catalogue.pack


def test_folders_of_catalogues_are_those_with_a_pack_file(tmp_path: Path) -> None:
    write_pack(tmp_path / "b", "b", "web", {})
    write_pack(tmp_path / "a", "a", "web", {})
    (tmp_path / "notes").mkdir()
    assert pack_folders(tmp_path) == [tmp_path / "a", tmp_path / "b"]
    assert pack_folders(tmp_path / "missing") == []


@pytest.mark.parametrize(
    ("platform", "fits"),
    [
        ("web", (True, True, False)),
        ("native", (False, False, True)),
        ("zim", (False, False, True)),
        ("", (False, False, False)),
    ],
)
def test_a_catalogue_of_any_other_platform_is_one_for_devices(platform: str, fits: tuple[bool, ...]) -> None:
    pack = Pack(platform=platform)
    assert tuple(pack.fits((name,)) for name in ("web", "mini-program", "native")) == fits


# In a log


def found(loaded: Loaded, data: bytes) -> list[int]:
    results = scan_to_end(MemorySource(data, "paste"), Recogniser(loaded.catalogue)).results
    return [finding.code for finding in results.findings()]


def test_codes_of_every_catalogue_in_use_are_found_in_a_log(tmp_path: Path) -> None:
    chat = write_pack(tmp_path / "chat", "chat", "web", {6000121: "The chat is full"}, '"6000"')
    both = read_now([places.catalogue_folder(), chat])
    log = LOGIN % 1002011 + LOGIN % 6000121
    assert found(both, log) == [1002011, 6000121]
    entry = both.catalogue.get(6000121)
    assert entry is not None
    assert entry.description == "The chat is full"


def test_short_and_negative_numbers_are_looked_up_and_never_looked_for(tmp_path: Path) -> None:
    short = {-1: "Failed", 12: "Too many", 50119: "The token is wrong", 60012: "Full", 600123: "Long enough"}
    prefixes = ", ".join(f'"{code}"' for code in short)
    pack = write_pack(tmp_path / "short", "exact", "web", short, prefixes)
    loaded = read_now([places.catalogue_folder(), pack])
    assert loaded.faults == ()
    assert {code: loaded.catalogue.meanings(code)[0].in_text for code in short} == {
        **dict.fromkeys(short, False),
        600123: True,
    }
    for code, text in short.items():
        shown = entry_as_text(loaded.catalogue.meanings(code)[0], loaded.catalogue)
        assert ("Look-up only, not looked for in logs" in shown) == (text != "Long enough")
    log = b"".join(LOGIN % code for code in short) + b"error code: 60012\nerror 12\n"
    assert [code for code in found(loaded, log) if code in short] == [600123]


def test_what_another_catalogue_says_changes_nothing_for_the_shipped_codes(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    chat = write_pack(
        tmp_path / "chat", "chat", "native", {1002011: "Another meaning", 6000121: "Full"}, '"6000", "1002"'
    )
    both = read_now([places.catalogue_folder(), chat])
    sample = places.sample_log().read_bytes()
    alone = scan_to_end(MemorySource(sample, "paste"), Recogniser(catalogue)).results.findings()
    beside = scan_to_end(MemorySource(sample, "paste"), Recogniser(both.catalogue)).results.findings()
    assert beside == alone
    assert alone


def test_a_log_of_a_device_shows_the_native_meaning(two: Loaded) -> None:
    log = b"[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: 1002001\n"
    results = scan_to_end(MemorySource(log, "paste"), Recogniser(two.catalogue)).results
    entry = resolved_entry(1002001, results)
    assert entry is not None
    assert entry.description == "The native meaning"
