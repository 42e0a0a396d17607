"""A team's folder: what it changes and adds, what it is told when the catalogue or another of its files disagrees."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalogue.writing import write_pack, write_sheet
from zegoerr_gui.core.answer.entry_json import entry_as_json
from zegoerr_gui.core.answer.entry_text import entry_as_markdown, entry_as_reply, entry_as_text
from zegoerr_gui.core.catalogue.entry import Entry, Link, Step, Team
from zegoerr_gui.core.catalogue.library import read_now
from zegoerr_gui.core.catalogue.reading import Loaded
from zegoerr_gui.core.catalogue.search import Search

CODE = 1002001
CHANGE = f"""\
changes:
  - code: {CODE}
    instead: {{description: Our wording, steps: [Our step.]}}
    first_steps: [Ask first.]
    more_steps: [{{do: Ask again., by: device}}]
    notes: [A note for customers.]
    keywords: [wibble]
    links: [{{title: A page, url: "https://example.com/page"}}]
    internal_notes: [Ask the quokka team.]
    bugs: [{{title: BUG-7, url: "https://bugs.example/7"}}]
"""
Read = Callable[..., Loaded]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a catalogue of two entries with sheets of a team's folder, given as ``a="..."``."""

    def read(*, says: str = "The catalogue says this", **sheets: str) -> Loaded:
        pack = write_pack(tmp_path / "pack", "web", "web", {CODE: says, CODE + 1: "Another code"})
        (tmp_path / "team").mkdir(exist_ok=True)
        for name, text in sheets.items():
            write_sheet(tmp_path / "team", text, f"{name}.yaml")
        return read_now([pack], tmp_path / "team")

    return read


def entry_of(loaded: Loaded, code: int = CODE) -> Entry:
    entry = loaded.catalogue.get(code)
    assert entry is not None
    return entry


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    return [(fault.file.name, fault.line, fault.found) for fault in loaded.faults]


def test_a_change_words_anew_and_adds(read: Read) -> None:
    loaded = read(a=CHANGE)
    entry = entry_of(loaded)
    assert loaded.faults == ()
    assert entry.description == "Our wording"
    assert entry.steps == (Step("Ask first."), Step("Our step."), Step("Ask again.", "device"))
    assert (entry.notes, entry.keywords) == (("A note for customers.",), ("wibble",))
    assert entry.links == (Link("A page", "https://example.com/page"),)
    assert entry.team == Team(
        changed=("description", "steps"),
        added=("first_steps", "more_steps", "notes", "keywords", "links"),
        internal_notes=("Ask the quokka team.",),
        bugs=(Link("BUG-7", "https://bugs.example/7"),),
    )
    assert [(place.file.name, place.line) for place in entry.team.places] == [("a.yaml", 2)]
    assert entry_of(loaded, CODE + 1).team is None


def test_what_the_team_wrote_is_found(read: Read) -> None:
    search = Search(read(a=CHANGE).catalogue)
    for words in ("our wording", "ask first", "wibble", "quokka", "bug-7", "customers"):
        assert search.find(words).codes[:1] == (CODE,), words


def test_internal_notes_and_bugs_never_leave_the_desk(read: Read) -> None:
    loaded = read(a=CHANGE)
    entry = entry_of(loaded)
    for way_out in (entry_as_reply, entry_as_text, entry_as_markdown):
        text = way_out(entry, loaded.catalogue)
        assert "Our wording" in text
        assert "A note for customers." in text
        assert "quokka" not in text
        assert "BUG-7" not in text
        assert "bugs.example" not in text


def test_the_team_is_shown_what_is_its_own(read: Read) -> None:
    loaded = read(a=CHANGE)
    text = entry_as_text(entry_of(loaded), loaded.catalogue, for_team=True)
    for line in (
        "Ask the quokka team.",
        "BUG-7: https://bugs.example/7",
        "In your team's words: description, steps.",
        "Added by your team: steps before the others, more steps, notes, keywords, links.",
        "Written in a.yaml, line 2.",
    ):
        assert f"\n  {line}\n" in text
    team = entry_as_json(entry_of(loaded))["team"]
    assert team["internal_notes"] == ["Ask the quokka team."]
    assert "team" not in entry_as_json(entry_of(loaded, CODE + 1))


def test_a_code_of_the_team_is_one_of_the_catalogue(read: Read) -> None:
    own = "codes:\n  - {code: 1002990, description: Our own, who_acts: wait, severity: info, notes: [Yes.]}\n"
    loaded = read(a=own)
    entry = entry_of(loaded, 1002990)
    assert loaded.faults == ()
    assert (entry.listing, entry.family, entry.notes) == ("team", "room", ("Yes.",))
    assert loaded.catalogue.codes == (CODE, CODE + 1, 1002990)
    assert loaded.catalogue.documented == 2


# What does not fit

AGREES = f"changes: [{{code: {CODE}, when_it_said: {{description: 'The  catalogue\n  says this'}}}}]\n"
INSTEAD = "  - code: 1002001\n    instead:\n      description: %s\n"


def test_a_quotation_that_still_holds_is_not_told_of(read: Read) -> None:
    assert read(a=AGREES).faults == ()


def test_a_text_that_has_changed_since_is_told_with_the_new_one_and_the_teams_words_stay(read: Read) -> None:
    quoted = INSTEAD % "Ours" + "    when_it_said:\n      description: The catalogue says this\n"
    loaded = read(a=f"changes:\n{quoted}", says="A newer text")
    (fault,) = loaded.faults
    assert (fault.file.name, fault.line) == ("a.yaml", 6)
    assert fault.found == f"The catalogue's 'description' of {CODE} has changed. It now says: A newer text"
    assert "when_it_said" in fault.right
    entry = entry_of(loaded)
    assert entry.description == "Ours"
    assert entry.team is not None
    assert entry.team.outdated == ("description",)


def test_two_files_that_word_one_field_are_told_and_the_first_is_in_use(read: Read, tmp_path: Path) -> None:
    loaded = read(a="changes:\n" + INSTEAD % "First", b="changes:\n" + INSTEAD % "Second")
    where = tmp_path / "team" / "a.yaml"
    assert told(loaded) == [("b.yaml", 4, f"'description' of {CODE} is changed in {where}:4 as well")]
    assert entry_of(loaded).description == "First"


def test_two_files_that_add_to_one_field_both_do(read: Read) -> None:
    text = f"changes: [{{code: {CODE}, notes: [%s], internal_notes: [%s]}}]\n"
    loaded = read(a=text % ("One.", "In."), b=text % ("Two.", "Out."))
    entry = entry_of(loaded)
    assert loaded.faults == ()
    assert entry.notes == ("One.", "Two.")
    assert entry.team is not None
    assert entry.team.internal_notes == ("In.", "Out.")
    assert [place.file.name for place in entry.team.places] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("changes:\n  - {code: 1009999}\n", 2, "Code 1009999 is no longer in any catalogue in use"),
        (f"changes: [{{code: {CODE}, pack: zim}}]\n", 1, f"Code {CODE} is no longer in the catalogue zim"),
        (
            f"codes: [{{code: {CODE}, description: Ours, who_acts: wait, severity: info}}]\n",
            1,
            f"Code {CODE} is in the catalogue web as well",
        ),
        (f"changes: [{{code: {CODE}, instead: {{colour: red}}}}]\n", 1, "The key 'colour' is not known"),
        (f"changes: [{{code: {CODE}, instead: {{code: 5}}}}]\n", 1, "The key 'code' is not known"),
        ("- code: 5\n", 1, "a list of 1 where keys and values belong"),
        ("", 1, "The file is empty"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(read: Read, text: str, line: int, found: str) -> None:
    assert told(read(a=text)) == [("a.yaml", line, found)]


def test_a_code_that_the_catalogue_got_meanwhile_keeps_both_meanings(read: Read) -> None:
    own = f"codes: [{{code: {CODE}, description: Ours, who_acts: wait, severity: info}}]\n"
    meanings = read(a=own).catalogue.meanings(CODE)
    assert [(entry.description, entry.also_in) for entry in meanings] == [
        ("The catalogue says this", ("your team",)),
        ("Ours", ("WEB codes",)),
    ]


def test_a_code_of_several_catalogues_is_changed_in_the_one_that_is_named(tmp_path: Path) -> None:
    packs = [write_pack(tmp_path / name, name, name, {CODE: f"The {name} text"}) for name in ("web", "native")]
    team = write_sheet(tmp_path / "team", f"changes: [{{code: {CODE}, pack: native, notes: [Yes.]}}]\n")
    loaded = read_now(packs, team)
    assert loaded.faults == ()
    assert [entry.notes for entry in loaded.catalogue.meanings(CODE)] == [(), ("Yes.",)]
    write_sheet(tmp_path / "team", f"changes: [{{code: {CODE}, notes: [Yes.]}}]\n")
    loaded = read_now(packs, team)
    assert [fault.right for fault in loaded.faults] == ["Write which one is meant: 'pack: web'"]
    assert [entry.notes for entry in loaded.catalogue.meanings(CODE)] == [("Yes.",), ()]


def test_of_two_catalogues_that_say_the_same_the_one_that_is_named_is_changed(tmp_path: Path) -> None:
    packs = [write_pack(tmp_path / name, name, name, {CODE: "The same text"}) for name in ("web", "native")]
    team = write_sheet(tmp_path / "team", f"changes: [{{code: {CODE}, pack: native, notes: [Yes.]}}]\n")
    assert [entry.notes for entry in read_now(packs, team).catalogue.meanings(CODE)] == [(), ("Yes.",)]


def test_a_code_of_the_teams_own_is_changed_in_any_of_its_files_and_told_when_it_stands_twice(read: Read) -> None:
    own = "codes: [{code: 1002990, description: %s, who_acts: wait, severity: info}]\n"
    loaded = read(a="changes: [{code: 1002990, notes: [Yes.]}]\n", b=own % "One", c=own % "Other")
    assert (entry_of(loaded, 1002990).description, entry_of(loaded, 1002990).notes) == ("One", ("Yes.",))
    ((name, _, found),) = told(loaded)
    assert name == "c.yaml"
    assert found.startswith("Code 1002990 stands in ")


def test_a_step_for_a_cause_that_the_team_left_out_is_one_for_every_cause(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "web", "web", {})
    entry = "- {code: 1002001, description: One, who_acts: wait, severity: info, causes: [A., B.], "
    (pack / "room.yaml").write_text(entry + "steps: [{do: Look., for_cause: 2}]}\n", encoding="utf-8")
    team = write_sheet(tmp_path / "team", f"changes: [{{code: {CODE}, instead: {{causes: [Only one.]}}}}]\n")
    assert entry_of(read_now([pack], team)).steps == (Step("Look."),)


def test_a_folder_that_is_gone_is_told_and_the_catalogue_stays(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "web", "web", {CODE: "One"})
    loaded = read_now([pack], tmp_path / "share")
    assert [(fault.file, fault.found) for fault in loaded.faults] == [
        (tmp_path / "share", "The folder cannot be read: No such file or directory")
    ]
    assert loaded.catalogue.codes == (CODE,)
