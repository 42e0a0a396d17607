"""More catalogues, and the team's folder, on the command line."""

from pathlib import Path

import pytest

from tests.catalogue.writing import broken, write_pack
from tests.commands.promised import WRONG_USE
from tests.conftest import MakeLog
from tests.running import Run
from zegoerr_gui import places


def test_commands_answer_with_what_the_team_wrote(run: Run, tmp_path: Path, make_log: MakeLog) -> None:
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "a.yaml").write_text(
        "changes: [{code: 1103061, instead: {description: Our wording}, internal_notes: [Quokka.]}]\n"
    )
    with_team = ("--overlay", str(tmp_path / "team"))
    assert run("search", "quokka", *with_team).out == "1103061\tOur wording\n"
    text = run("lookup", "1103061", *with_team).out
    assert text.startswith("1103061 Our wording\n")
    assert "Quokka." in text
    log = make_log("error code: 1103061\n")
    assert "Our wording" in run("scan", str(log), *with_team).out
    reply = run("reply", str(log), *with_team).out
    assert "ur wording" in reply
    assert "Quokka" not in reply


def test_the_environment_names_the_teams_folder_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("changes: [{code: 1103061, instead: {description: Our wording}}]\n")
    monkeypatch.setenv("ZEGOERR_OVERLAY", str(tmp_path))
    assert run("lookup", "1103061").out.startswith("1103061 Our wording\n")
    monkeypatch.setenv("ZEGOERR_OVERLAY", str(tmp_path / "gone"))
    ran = run("lookup", "1103061")
    assert ran.out.startswith("1103061 Getting media from the device failed\n")
    assert ran.err.startswith(f"zegoerr: {tmp_path / 'gone'}:1: The folder cannot be read: ")


def test_a_number_of_two_catalogues_is_looked_up_in_both(run: Run, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "native", "native", "native", {1002014: "The native meaning", -1: "Short"}, '"1002"')
    ran = run("lookup", "1002014", "--pack", str(pack), "--format", "json")
    assert [(entry["pack"], entry["description"]) for entry in ran.json] == [
        ("zego-web", "Not logged in to the room, or disconnected"),
        ("native", "The native meaning"),
    ]
    assert "In the catalogue NATIVE codes" in run("lookup", "1002014", "--pack", str(pack)).out


@pytest.mark.parametrize("option", ["--pack", "--overlay"])
def test_a_folder_that_is_none_is_wrong_use(run: Run, tmp_path: Path, option: str) -> None:
    ran = run("lookup", "1103061", option, str(tmp_path / "gone"))
    assert ran.code == WRONG_USE
    assert "is not a folder" in ran.err


def test_a_broken_catalogue_is_told_of_and_still_answers(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = broken(tmp_path / "catalogue")
    monkeypatch.setattr(places, "catalogue_folder", lambda: folder)
    ran = run("lookup", "1002001", "--format", "json")
    assert [entry["description"] for entry in ran.json] == ["A name here"]
    assert ran.err.count("\n") == 5
    assert all(line.startswith(f"zegoerr: {folder}") for line in ran.err.splitlines())
