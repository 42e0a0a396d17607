"""What entries say of one another: every reference leads somewhere, twins name each other, steps name their causes."""

from pathlib import Path

import pytest

from zegoerr_gui.core.catalogue.reading import read_catalogue

PACK = """\
id: test
title: Test codes
collect:
  app-id: {title: AppID, ask: The AppID}
  time: {title: Time, ask: The time}
families:
  - {id: publishing, title: Publishing, prefixes: ["1103"]}
  - {id: playing, title: Playing, prefixes: ["1104"]}
"""
Told = list[tuple[str, int, str, str]]


def entry(code: int, *more: str) -> str:
    """An entry of four lines and one for each of ``more``."""
    keys = [f"- code: {code}", "  description: It failed", "  who_acts: developer", "  severity: failure"]
    return "\n".join([*keys, *(f"  {line}" for line in more)]) + "\n"


def told(folder: Path, publishing: str, playing: str = "[]\n", pack: str = PACK) -> Told:
    """The faults of a catalogue with these two files."""
    for name, text in (("pack", pack), ("publishing", publishing), ("playing", playing)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [(fault.file.name, fault.line, fault.found, fault.right) for fault in read_catalogue(folder).faults]


GOOD = [
    (entry(1103001, "twin: 1104001"), entry(1104001, "twin: {code: 1103001, differs: Not so.}")),
    (entry(1103001, "related: [1104001]", "confused_with: [1104001]"), entry(1104001)),
    (entry(1103001, 'formerly: [{code: 1000099, before: "3.9.0"}]'), "[]\n"),
    (entry(1103001, "causes: [A., B.]", "steps: [{do: Wait., for_cause: 1}, {do: Go., for_cause: 2}, Stay.]"), "[]\n"),
    (entry(1103001, "escalate: account", "escalate_for: Raise it", "collect: [app-id, time]"), "[]\n"),
    (entry(1103001, "escalate: investigate"), "[]\n"),
    (entry(1103001, "related: [1103002]") + entry(1103002, "related: [1103001]"), "[]\n"),
]


@pytest.mark.parametrize(("publishing", "playing"), GOOD, ids=[publishing[75:].strip() for publishing, _ in GOOD])
def test_a_reference_that_holds_is_no_fault(tmp_path: Path, publishing: str, playing: str) -> None:
    assert told(tmp_path, publishing, playing) == []


FAULTS = [
    ("related: [1103002]", 5, "1103001 names 1103002, which has no entry", "Correct the number"),
    ("confused_with: [1103002]", 5, "1103001 names 1103002, which has no entry", "Correct the number"),
    ("twin: 1104001", 5, "1103001 names 1104001, which has no entry", "Correct the number"),
    ("twin: {code: 1104001, differs: x}", 5, "1103001 names 1104001, which has no entry", "Correct the number"),
    ("related: [1103001]", 5, "1103001 names itself under 'related'", "Remove it"),
    ("confused_with: [1103001]", 5, "1103001 names itself under 'confused_with'", "Remove it"),
    ("twin: 1103001", 5, "1103001 names itself under 'twin'", "Remove it"),
    ('formerly: [{code: 1103001, before: "3.9.0"}]', 5, "1103001 names itself under 'formerly'", "Remove it"),
    ("related: [1103009, 1103009]", 5, "1103001 names a code twice under 'related'", "Keep one of the two"),
    ("confused_with: [1103009, 1103009]", 5, "1103001 names a code twice under 'confused_with'", "Keep one of the two"),
    ("steps: [{do: Wait., for_cause: 1}]", 5, "A step of 1103001 is for cause 1, of 0", "Count the causes from 1"),
    ("collect: [shoe-size]", 5, "'shoe-size' is no item to collect", "The items are: app-id, time"),
    ("escalate: account", 5, "1103001 asks for an account change", "Name it under 'escalate_for'"),
]


@pytest.mark.parametrize(("text", "line", "found", "right"), FAULTS, ids=[text for text, *_ in FAULTS])
def test_a_reference_that_fails_is_told_at_its_key(
    tmp_path: Path, text: str, line: int, found: str, right: str
) -> None:
    assert told(tmp_path, entry(1103001, text) + entry(1103009)) == [("publishing.yaml", line, found, right)]


@pytest.mark.parametrize("cause", [0, 3])
def test_a_step_for_a_cause_that_is_not_there_is_told(tmp_path: Path, cause: int) -> None:
    text = entry(1103001, "causes: [A., B.]", f"steps: [{{do: Wait., for_cause: {cause}}}]")
    assert [(line, found) for _, line, found, _ in told(tmp_path, text)] == [
        (6, f"A step of 1103001 is for cause {cause}, of 2")
    ]


@pytest.mark.parametrize("back", ["", "twin: 1103002"], ids=["no twin", "another twin"])
def test_a_twin_that_does_not_answer_is_told_with_the_place_of_the_other(tmp_path: Path, back: str) -> None:
    publishing = entry(1103001, "causes: []", "twin: 1104001") + entry(1103002)
    playing = entry(1104000) + (entry(1104001, back) if back else entry(1104001))
    one_sided = ("publishing.yaml", 6, "1103001 names 1104001 as its twin, which does not name it back")
    faults = told(tmp_path, publishing, playing)
    assert (*one_sided, "Add 'twin: 1103001' at playing.yaml:5, or remove it here") in faults
    assert len(faults) == (2 if back else 1)  # the other twin has no answer either


def test_a_reference_into_another_file_holds_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    assert told(tmp_path, entry(1103001, "related: [1104001]"), entry(1104001, "related: [1103001]")) == []


def test_an_entry_that_could_not_be_read_is_missed_by_those_that_name_it(tmp_path: Path) -> None:
    broken = entry(1103002).replace("severity: failure", "severity: bad")
    faults = told(tmp_path, entry(1103001, "related: [1103002]") + broken)
    assert [(line, found) for _, line, found, _ in faults] == [
        (5, "1103001 names 1103002, which has no entry"),
        (9, "'bad' is not known here"),
    ]


def test_without_words_for_items_in_the_pack_any_item_may_be_collected(tmp_path: Path) -> None:
    pack = PACK.partition("collect:")[0] + "families:" + PACK.partition("families:")[2]
    assert told(tmp_path, entry(1103001, "collect: [shoe-size]"), pack=pack) == []


def test_every_wrong_reference_of_an_entry_is_told(tmp_path: Path) -> None:
    faults = told(tmp_path, entry(1103001, "related: [1, 2]", "confused_with: [3]", "collect: [a, b]"))
    assert [line for _, line, *_ in faults] == [5, 5, 6, 7, 7]
