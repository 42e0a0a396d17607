"""Files that change while they are in use: read again one by one, and kept as they were while they are broken."""

import os
from pathlib import Path

import pytest

from tests.catalogue.writing import ENTRY, write_pack, write_sheet
from zegoerr_gui.core.catalogue.files import look_at, read_raw
from zegoerr_gui.core.catalogue.library import Library, Shelf, looks, read_now
from zegoerr_gui.core.catalogue.reading import Loaded, read_catalogue
from zegoerr_gui.core.stepwise import finish

CODE = 1002001
BROKEN = "- [\n"


class Desk:
    """A catalogue and a team's folder, and what is read of them each time somebody looks."""

    def __init__(self, folder: Path) -> None:
        self.pack = write_pack(folder / "pack", "web", "web", {CODE: "As it was"})
        self.team = write_sheet(folder / "team", f"changes: [{{code: {CODE}, notes: [Old.]}}]\n")
        self.shelf = Shelf((self.pack,), self.team)
        self.library = Library()
        self._time = 0

    def write(self, path: Path, text: str) -> None:
        """Change a file; each time it is a moment later, though the clock of the disk may be coarse."""
        path.write_text(text, encoding="utf-8")
        self._time += 1
        os.utime(path, (self._time, self._time))

    def look(self) -> bool:
        """Look at every folder; whether anything is another."""
        changed = False
        for look in looks(self.library.stamps(self.shelf)):
            changed |= finish(self.library.take_in(look, self.shelf))
        return changed

    def loaded(self) -> Loaded:
        self.look()
        return finish(self.library.loaded(self.shelf))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def described(loaded: Loaded) -> list[tuple[str, tuple[str, ...]]]:
    return [(entry.description, entry.notes) for entry in loaded.catalogue]


def test_nothing_new_is_nothing_read(desk: Desk) -> None:
    assert desk.look()
    assert not desk.look()


def test_a_change_is_seen_and_only_that_file_is_read(desk: Desk) -> None:
    assert described(desk.loaded()) == [("As it was", ("Old.",))]
    room = desk.pack / "room.yaml"
    desk.write(room, ENTRY % (CODE, "As it is"))
    (look, _) = looks(desk.library.stamps(desk.shelf))
    assert [raw.path for raw in look.changed] == [room]
    assert described(desk.loaded()) == [("As it is", ("Old.",))]


def test_a_broken_file_keeps_its_last_good_state_until_it_is_mended(desk: Desk) -> None:
    desk.loaded()
    room, sheet = desk.pack / "room.yaml", desk.team / "team.yaml"
    desk.write(room, BROKEN)
    desk.write(sheet, f"changes: [{{code: {CODE}, notes: [New.], colour: red}}]\n")
    loaded = desk.loaded()
    assert described(loaded) == [("As it was", ("Old.",))]
    assert [(fault.file, fault.line) for fault in loaded.faults] == [(room, 2), (sheet, 1)]
    assert desk.library.kept_back(desk.shelf) == [room, sheet]
    desk.write(room, ENTRY % (CODE, "Mended"))
    desk.write(sheet, "changes: []\n")
    loaded = desk.loaded()
    assert (described(loaded), loaded.faults) == ([("Mended", ())], ())
    assert desk.library.kept_back(desk.shelf) == []


def test_of_a_file_that_never_was_good_what_is_good_in_it_is_in_use(desk: Desk) -> None:
    desk.write(desk.pack / "room.yaml", ENTRY % (CODE, "One") + "- {code: 1002002}\n")
    loaded = desk.loaded()
    assert [entry.description for entry in loaded.catalogue] == ["One"]
    assert len(loaded.faults) == 3
    assert desk.library.kept_back(desk.shelf) == []


def test_a_file_that_is_removed_takes_its_words_with_it(desk: Desk) -> None:
    desk.loaded()
    (desk.team / "team.yaml").unlink()
    assert described(desk.loaded()) == [("As it was", ())]


def test_a_share_that_is_away_keeps_what_was_read_of_it(desk: Desk) -> None:
    desk.loaded()
    desk.team.rename(desk.team.with_name("away"))
    loaded = desk.loaded()
    assert described(loaded) == [("As it was", ("Old.",))]
    assert [fault.file for fault in loaded.faults] == [desk.team]
    assert not desk.look()  # what is told already is not told again and again
    desk.team.with_name("away").rename(desk.team)
    loaded = desk.loaded()
    assert (described(loaded), loaded.faults) == ([("As it was", ("Old.",))], ())


def test_a_folder_that_was_read_by_itself_is_not_read_again(desk: Desk) -> None:
    desk.library.remember(desk.pack, read_catalogue(desk.pack))
    (of_pack, of_team) = looks(desk.library.stamps(desk.shelf))
    assert (of_pack.changed, len(of_team.changed)) == ((), 1)
    assert described(desk.loaded()) == [("As it was", ("Old.",))]


def test_another_edition_of_the_catalogue_keeps_what_the_team_wrote(desk: Desk) -> None:
    desk.loaded()
    desk.write(desk.pack / "room.yaml", ENTRY % (CODE, "A new edition") + ENTRY % (1002002, "A new code"))
    assert described(desk.loaded()) == [("A new edition", ("Old.",)), ("A new code", ())]


# What is no file to read


def test_what_is_no_regular_file_is_refused_unopened(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / ".hidden.yaml").write_text(BROKEN)
    (tmp_path / "notes.txt").write_text(BROKEN)
    look = look_at(tmp_path, {})
    assert [(raw.path.name, raw.fault and raw.fault.found) for raw in look.changed] == [
        ("folder.yaml", "The file cannot be read: it is a folder"),
        ("gone.yaml", "The file cannot be read: No such file or directory"),
        ("loop.yaml", "The file cannot be read: Too many levels of symbolic links"),
        ("pipe.yaml", "The file cannot be read: it is a pipe"),
    ]
    stamps = {raw.path: raw.stamp for raw in look.changed}
    assert look_at(tmp_path, stamps).changed == ()


def test_a_name_that_no_system_takes_is_a_fault() -> None:
    assert read_raw(Path("a\0b.yaml")).fault is not None
    assert look_at(Path("a\0b"), {}).fault is not None


def test_catalogues_that_are_gone_are_told_each_and_the_others_stay(desk: Desk, tmp_path: Path) -> None:
    gone = [tmp_path / "one", tmp_path / "two"]
    loaded = read_now([*gone, desk.pack])
    assert [(fault.file, fault.found) for fault in loaded.faults] == [
        (folder, "The folder cannot be read: No such file or directory") for folder in gone
    ]
    assert [entry.description for entry in loaded.catalogue] == ["As it was"]
