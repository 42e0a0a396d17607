"""An imported page as a pack on disk: valid, in the page's words, and never over anything of the user's."""

import json
from pathlib import Path

import pytest

from tests.catalogue.page.reading import imported
from zegoerr_gui.core.catalogue.page.writing import NotWrittenError, earlier_import, write_pack
from zegoerr_gui.core.catalogue.reading import read_catalogue

PAGE = """\
Kitchen errors

Error code\tDescription\tSolution
0\tSuccess.\t-
-3\t'#' is: "no", 007 - yes\tnull
12\tThe pan: {hot}.\t&a *b [c] !d
1001001\tThe stove & the oven are off.\tSee https://example.org/a#b.
1001002\tIt is 12:30.\ttrue
"""


def test_the_pack_reads_back_as_what_was_imported(tmp_path: Path) -> None:
    made = imported(PAGE, "page.txt")
    folder = tmp_path / "new" / "kitchen"
    write_pack(made, folder, platform="native", title="The kitchen")
    loaded = read_catalogue(folder)
    assert loaded.faults == ()
    assert {entry.code: entry for entry in loaded.catalogue} == {entry.code: entry for entry in made.catalogue}
    pack = loaded.catalogue.pack
    assert (pack.id, pack.title, pack.platform, pack.language) == ("kitchen", "The kitchen", "native", "en")
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
    assert json.loads((folder / "import.json").read_text(encoding="utf-8"))["report"]["entries"] == 5


def test_an_earlier_import_is_replaced_and_nothing_stale_stays(tmp_path: Path) -> None:
    write_pack(imported(PAGE, "page.txt"), tmp_path / "pack")
    earlier = earlier_import(tmp_path / "pack")
    assert earlier is not None
    assert len(earlier) == 5
    text = (
        PAGE.replace("12\tThe pan: {hot}.\t&a *b [c] !d\n", "").replace("-3", "1001004").replace("0\tSuccess.\t-\n", "")
    )
    write_pack(imported(text, "page.txt"), tmp_path / "pack")
    assert read_catalogue(tmp_path / "pack").catalogue.codes == (1001001, 1001002, 1001004)
    assert len(list((tmp_path / "pack").glob("*.yaml"))) == 2


def test_a_folder_with_anything_of_the_users_is_refused(tmp_path: Path) -> None:
    made = imported(PAGE, "page.txt")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    write_pack(made, tmp_path / "edited")
    changed = next((tmp_path / "edited").glob("*.yaml"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")
    write_pack(made, tmp_path / "more")
    (tmp_path / "more" / "mine.yaml").write_text("- code: 1\n")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for name, why in (
        ("notes", "holds other files"),
        ("file", "is a file"),
        ("edited", "was changed by hand"),
        ("more", "mine.yaml"),
    ):
        with pytest.raises(NotWrittenError, match=why):
            write_pack(made, tmp_path / name)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_current_folder_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    write_pack(imported(PAGE, "page.txt"), Path())
    assert read_catalogue(tmp_path / "here").catalogue.pack.id == "here"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWrittenError, match="cannot be"):
        write_pack(imported(PAGE, "page.txt"), tmp_path / "file" / "pack")
