"""``catalogue check``: every fault with its file and line."""

import re
from pathlib import Path

from tests.catalogue.writing import broken
from tests.commands.promised import DONE, NO
from tests.running import Run
from zegoerr_gui import places


def test_the_shipped_catalogue_is_counted(run: Run) -> None:
    assert run("catalogue", "check").out == "297 codes: 232 documented, 65 SDK only; 0 faults, 0 warnings\n"


def test_every_fault_of_a_broken_catalogue_is_told_with_file_and_line(run: Run, tmp_path: Path) -> None:
    folder = broken(tmp_path / "catalogue")
    ran = run("catalogue", "check", str(folder))
    *faults, summary = ran.out.splitlines()
    told = [re.fullmatch(r"(.+):(\d+): .+\. .+", fault) for fault in faults]
    assert [(match[1], int(match[2])) for match in told if match] == [
        (str(folder / "cut.yaml"), 2),
        (str(folder / "pack.yaml"), 3),
        (str(folder / "room.yaml"), 1),
        (str(folder / "room.yaml"), 2),
        (str(folder / "room.yaml"), 3),
    ]
    assert all(told)
    assert summary == "1 codes: 1 documented, 0 SDK only; 5 faults, 0 warnings"
    assert ran.code == NO


def test_warnings_are_counted_apart_and_are_faults_for_the_strict(run: Run, tmp_path: Path) -> None:
    folder = broken(tmp_path / "catalogue")
    for name in ("cut.yaml", "room.yaml"):
        (folder / name).unlink()
    (folder / "pack.yaml").write_text("id: t\ntitle: T\nfamilies: [{id: room, title: R, prefixes: ['1002']}]\n")
    file = folder / "room.yaml"
    file.write_text("- {code: 1002001, description: Please look., who_acts: wait, severity: info}\n")
    for words, code in (((), DONE), (("--strict",), NO)):
        ran = run("catalogue", "check", str(file), *words)
        stop, please, summary = ran.out.splitlines()
        assert stop.startswith(f"{file}:1: warning: A description ends in '.', in 1002001: 'Please look.'. ")
        assert please.startswith(f"{file}:1: warning: The word 'Please'")
        assert summary == "1 codes: 1 documented, 0 SDK only; 0 faults, 2 warnings"
        assert (ran.code, ran.err) == (code, f"zegoerr: {folder} has 0 faults, 2 warnings\n" * (code == NO))


def test_several_folders_are_told_of_one_after_another(run: Run, tmp_path: Path) -> None:
    team = tmp_path / "team"
    team.mkdir()
    (team / "notes.yaml").write_text("changes: [{code: 1103061, notes: [Ours.]}]\n")
    assert run("catalogue", "check", str(places.catalogue_folder()), str(team)).out.splitlines() == [
        f"{places.catalogue_folder()}: 297 codes: 232 documented, 65 SDK only; 0 faults, 0 warnings",
        f"{team}: 1 codes; 0 faults, 0 warnings",
    ]
