"""The check: one folder with every kind of fault, one with every kind of warning, folders told apart by content."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.catalogue.writing import ENTRY, write_pack, write_sheet
from zegoerr_gui import places
from zegoerr_gui.core.catalogue import files
from zegoerr_gui.core.catalogue.checking import Checked, check_folder, folders_to_check
from zegoerr_gui.core.catalogue.style import RULES, VERBS

DATA = Path(__file__).parent / "data"
CODE = 1002001


def check(folder: Path) -> Checked:
    return check_folder(folder, [places.catalogue_folder()])


def report(checked: Checked, of: str = "faults") -> list[str]:
    """Faults or warnings with their files relative to the folder."""
    return [str(fault).removeprefix(f"{checked.folder}/") for fault in getattr(checked, of)]


def expected(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def test_every_kind_of_fault_in_one_folder_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(DATA / "faulty", tmp_path / "faulty")
    monkeypatch.setattr(files, "LARGEST_FILE", 10_000)
    (folder / "folder.yaml").mkdir()
    (folder / "gone.yaml").symlink_to(folder / "nowhere")
    (folder / "large.yaml").write_text("#" * 10_001)
    (folder / "latin.yaml").write_bytes("- code: 1003003\n  description: café\n".encode("latin-1"))
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "nul.yaml").write_bytes(b"- code: 1003003\n- \0\n")
    (folder / "wide.yaml").write_bytes("- code: 1003003\n".encode("utf-16"))
    checked = check(folder)
    assert report(checked) == expected("faulty.txt")
    assert len(checked.faults) >= 25
    assert not checked.of_team


def test_every_kind_of_warning_is_told_at_its_line(tmp_path: Path) -> None:
    checked = check(copytree(DATA / "unstylish", tmp_path / "unstylish"))
    assert report(checked) == []
    assert report(checked, "warnings") == expected("unstylish.txt")


def test_each_rule_of_style_is_broken_in_that_folder() -> None:
    told = "\n".join(expected("unstylish.txt"))
    assert [rule.right for rule in RULES if rule.right not in told] == []


def test_the_shipped_catalogue_has_neither_faults_nor_warnings() -> None:
    checked = check(places.catalogue_folder())
    assert (report(checked), report(checked, "warnings")) == ([], [])
    assert (checked.codes, checked.documented) == (297, 232)


def test_the_verbs_of_steps_are_in_no_other_form() -> None:
    assert all(verb.istitle() and verb.isalpha() for verb in VERBS)


def test_a_chinese_catalogue_is_not_measured_by_english_rules(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "web", "web", {})
    entry = ENTRY.replace("}", ", steps: [检查网络。], notes: [请稍后重试。]}") % (CODE, "房间号为空")
    (pack / "room.yaml").write_text(entry, encoding="utf-8")
    assert report(check(pack), "warnings") == []


# A team's folder

SHEET = """\
changes:
  - code: 1103061
    instead: {description: Please open the camera.}
  - code: 1009999
codes:
  - {code: 1103061, description: Ours, who_acts: wait, severity: info, steps: [Do something  now]}
"""


def test_a_teams_folder_is_known_by_its_content_and_checked_beside_the_shipped_catalogue(tmp_path: Path) -> None:
    checked = check(write_sheet(tmp_path / "team", SHEET))
    assert (checked.of_team, checked.codes) == (True, 3)
    assert report(checked) == [
        "team.yaml:4: Code 1009999 is no longer in any catalogue in use. "
        "Remove the change, or write the code under 'codes' if it is yours",
        "team.yaml:6: Code 1103061 is in the catalogue zego-web as well. Write what is still needed under 'changes'",
    ]
    assert [fault.found for fault in checked.warnings] == [
        "'description' of 1103061 is worded anew, but nothing tells what it said",
        "A description ends in '.', in 1103061: 'Please open the camera.'",
        "The word 'Please' in a description, in 1103061: 'Please open the camera.'",
        "A step without a full stop, in 1103061: 'Do something  now'",
        "Two blanks in a row, in 1103061: 'Do something  now'",
    ]


def test_the_text_to_quote_is_given_to_be_copied(tmp_path: Path) -> None:
    sheet = "changes:\n  - code: 1103061\n    instead: {description: Ours}\n"
    (warning,) = check(write_sheet(tmp_path / "team", sheet)).warnings
    quoted = 'when_it_said: {description: ["Getting media from the device failed"]}'
    assert warning.right == f"Add '{quoted}', and you are told when that changes"
    assert check(write_sheet(tmp_path / "team", f"{sheet}    {quoted}\n")).warnings == ()


def test_a_code_of_a_catalogue_beside_the_teams_folder_is_no_orphan(tmp_path: Path) -> None:
    write_pack(tmp_path / "zim", "zim", "native", {6000121: "Full"}, '"6000"')
    checked = check(write_sheet(tmp_path / "team", "changes: [{code: 6000121, notes: [Yes.]}]\n"))
    assert report(checked) == []


def test_a_file_means_its_folder_and_a_folder_of_catalogues_each_of_them(tmp_path: Path) -> None:
    packs = [write_pack(tmp_path / name, name, "web", {CODE: "One"}) for name in ("a", "b")]
    assert folders_to_check([tmp_path]) == packs
    assert folders_to_check([packs[0] / "room.yaml", packs[0] / "pack.yaml", packs[0]]) == packs[:1]
    team = write_sheet(tmp_path / "team", SHEET)
    assert folders_to_check([team]) == [team]
