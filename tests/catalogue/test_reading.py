"""Reading a folder: everything good is loaded, everything wrong is told at once with file, line, found and right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zegoerr_gui.core.catalogue.entry import ConsoleText, Entry, Formerly, Link, Step, Twin, Variant, When
from zegoerr_gui.core.catalogue.fault import Fault
from zegoerr_gui.core.catalogue.pack import CollectItem, Family, Pack, Source
from zegoerr_gui.core.catalogue.reading import Loaded, read_catalogue

PACK = """\
id: test
title: Test codes
platform: web
language: en
source: {title: A page, date: "2025-01-21"}
collect:
  app-id: {title: AppID, ask: The AppID}
  time: {title: Time, ask: "The time, with your time zone"}
families:
  - {id: success, title: Success, prefixes: ["0"], exact: true}
  - {id: room, title: Room, prefixes: ["1002", "1102"], arrives: [result], introduction: About rooms., rules: [One.]}
  - {id: special, title: Special rooms, prefixes: ["100203"]}
"""
GOOD = "- {code: %d, description: Something failed here, who_acts: developer, severity: failure}\n"
HEAD = "- code: 1002001\n  description: Something failed here\n  who_acts: developer\n  severity: failure\n"  # 4 lines

Write = Callable[..., Path]
Read = Callable[..., Loaded]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a catalogue's files, given as ``room="..."``, and returns their folder."""

    def write(pack: str | None = PACK, **files: str) -> Path:
        for name, text in {**files, **({} if pack is None else {"pack": pack})}.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def read(write: Write) -> Read:
    """Writes a catalogue's files and reads them."""
    return lambda pack=PACK, **files: read_catalogue(write(pack, **files))


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    return [(fault.file.name, fault.line, fault.found) for fault in loaded.faults]


# What is good


def test_an_entry_with_the_four_required_keys_has_defaults_for_the_rest(read: Read) -> None:
    loaded = read(room=GOOD % 1002001)
    assert loaded.faults == ()
    assert list(loaded.catalogue) == [Entry(1002001, "Something failed here", "developer", "failure", family="room")]


FIELDS: list[tuple[str, str, Any]] = [
    ("causes", "[One., Two.]", ("One.", "Two.")),
    ("causes", "[]", ()),
    ("steps", "[Wait.]", (Step("Wait."),)),
    (
        "steps",
        "[{do: Wait., by: device, platforms: [web, mini-program]}]",
        (Step("Wait.", "device", None, ("web", "mini-program")),),
    ),
    ("collect", "[app-id, time]", ("app-id", "time")),
    ("escalate", "investigate", "investigate"),
    ("escalate_for", "Raise the limit", "Raise the limit"),
    ("tags", "[parameter, limit]", ("parameter", "limit")),
    ("apis", "[loginRoom]", ("loginRoom",)),
    ("parameters", "[config.type]", ("config.type",)),
    ("arrives", "[thrown, onError]", ("thrown", "onError")),
    ("sdk_messages", '["input parm error"]', ("input parm error",)),
    ("console_texts", "[{text: is empty}]", (ConsoleText("is empty"),)),
    ("console_texts", "[{text: no, action: zm.lg, prefix: true}]", (ConsoleText("no", "zm.lg", True),)),
    ("browser_errors", "[NotAllowedError]", ("NotAllowedError",)),
    ("server_codes", "[50119, 1016]", (50119, 1016)),
    ("variants", '[{when: {sdk: "<3.0.0"}}]', (Variant(When(sdk="<3.0.0")),)),
    (
        "variants",
        "[{when: {platform: native}, description: Other, causes: [], steps: [Wait.], who_acts: network, "
        "severity: degraded, tags: [network]}]",
        (Variant(When(platform="native"), "Other", (), (Step("Wait."),), "network", "degraded", ("network",)),),
    ),
    ("formerly", '[{code: 1100001, before: "3.9.0"}]', (Formerly(1100001, "3.9.0"),)),
    ("platforms", "[web]", ("web",)),
    ("keywords", "[权限, http]", ("权限", "http")),
    ("links", '[{title: Tokens, url: "https://example.com/a?b#c"}]', (Link("Tokens", "https://example.com/a?b#c"),)),
    ("notes", "[A note.]", ("A note.",)),
    ("source_notes", "[A note.]", ("A note.",)),
]


@pytest.mark.parametrize(("key", "text", "value"), FIELDS, ids=[f"{key}: {text[:30]}" for key, text, _ in FIELDS])
def test_every_optional_key_is_read(read: Read, key: str, text: str, value: Any) -> None:
    loaded = read(room=f"{HEAD}  {key}: {text}\n")
    assert loaded.faults == ()
    (entry,) = loaded.catalogue
    assert getattr(entry, key) == value


def test_blanks_around_a_text_are_no_part_of_it(read: Read) -> None:
    (entry,) = read(room=HEAD + '  notes: ["  A note. "]\n').catalogue
    assert entry.notes == ("A note.",)


def test_entries_stand_by_family_as_the_pack_has_them_then_by_code(read: Read) -> None:
    loaded = read(
        room=GOOD % 1102001 + GOOD % 1002001, special=GOOD % 1002031, undocumented=GOOD % 1002099, success=GOOD % 0
    )
    assert loaded.faults == ()
    assert loaded.catalogue.codes == (0, 1002001, 1002099, 1102001, 1002031)
    assert [entry.code for entry in loaded.catalogue] == [0, 1002001, 1002099, 1102001, 1002031]
    assert (len(loaded.catalogue), loaded.catalogue.documented) == (5, 4)


def test_codes_that_only_the_sdk_knows_are_marked_and_keep_their_family(read: Read) -> None:
    loaded = read(undocumented=GOOD % 1002099 + GOOD % 0)
    assert loaded.faults == ()
    assert [(entry.listing, entry.family) for entry in loaded.catalogue] == [
        ("undocumented", "success"),
        ("undocumented", "room"),
    ]


def test_what_differs_between_twins_is_told_on_both_sides(read: Read) -> None:
    one = GOOD[:-2] % 1002001 + ", twin: {code: 1102001, differs: When playing.}}\n"
    loaded = read(room=one + GOOD[:-2] % 1102001 + ", twin: 1002001}\n")
    assert loaded.faults == ()
    assert [entry.twin for entry in loaded.catalogue] == [
        Twin(1102001, "When playing."),
        Twin(1002001, "When playing."),
    ]


def test_the_pack_tells_of_itself(read: Read) -> None:
    pack = read(room=GOOD % 1002001).catalogue.pack
    assert pack == Pack(
        id="test",
        title="Test codes",
        platform="web",
        language="en",
        source=Source("A page", "2025-01-21"),
        collect=(
            ("app-id", CollectItem("AppID", "The AppID")),
            ("time", CollectItem("Time", "The time, with your time zone")),
        ),
        families=(
            Family("success", "Success", ("0",), exact=True),
            Family("room", "Room", ("1002", "1102"), False, ("result",), "About rooms.", ("One.",)),
            Family("special", "Special rooms", ("100203",)),
        ),
    )
    assert pack.collect_item("time").ask == "The time, with your time zone"
    assert pack.collect_item("shoe-size") == CollectItem("shoe-size", "shoe-size")


# What is wrong in an entry

_WHO = "Write one of: developer, network, device, support, try-then-support, wait, nobody"
FAULTS = [
    ("colour: red", 5, "The key 'colour' is not known", "The keys are: code, description, causes, "),
    ("description: Again", 5, "The key 'description' stands here twice", "Keep one of the two"),
    ("causes: One.", 5, "'One.' where a list belongs", "Put it in square brackets: [ ]"),
    ("causes: {a: b}", 5, "a mapping of 1 where a list belongs", "Put it in square brackets"),
    ("causes:\n    - One.\n    - 5", 7, "5 where a text belongs", "Put it in quotes"),
    ("causes: [true]", 5, "True where a text belongs", "Put it in quotes"),
    ("causes: ['']", 5, "'' where a text belongs", "Write a text that is not empty"),
    ("causes: [' ']", 5, "' ' where a text belongs", "Write a text that is not empty"),
    ("causes: [~]", 5, "None where a text belongs", "Write a text that is not empty"),
    ("causes: [[x]]", 5, "a list of 1 where a text belongs", "Write a text that is not empty"),
    ("related: ['1002001']", 5, "'1002001' where a number belongs", "Write digits only, without quotes"),
    ("related: [-1]", 5, "-1 where a number belongs", "Write digits only, without quotes"),
    ("related: [true]", 5, "True where a number belongs", "Write digits only, without quotes"),
    ("related: [1.5]", 5, "'1.5' where a number belongs", "Write digits only, without quotes"),
    ("steps: [{by: device}]", 5, "The key 'do' is missing", "Add it"),
    ("steps: [{do: Wait., by: me}]", 5, "'me' is not known here", _WHO),
    ("steps: [{do: Wait., when: now}]", 5, "The key 'when' is not known", "The keys are: do, by, for_cause, platforms"),
    ("steps: [[Wait.]]", 5, "a list of 1 where keys and values belong", "Write do, by, for_cause, platforms"),
    ("tags: [colour]", 5, "'colour' is not known here", "Write one of: parameter, network, authorization, limit, "),
    ("escalate: maybe", 5, "'maybe' is not known here", "Write one of: none, account, investigate"),
    ("console_texts: [{text: x, prefix: 1}]", 5, "1 where true or false belongs", "Write true or false"),
    ("console_texts: [x]", 5, "'x' where keys and values belong", "Write text, action, prefix"),
    ("twin: x", 5, "'x' where a number belongs", "Write digits only"),
    ("twin: {differs: x}", 5, "The key 'code' is missing", "Add it"),
    ("variants: [{description: x}]", 5, "The key 'when' is missing", "Add it"),
    ("variants: [{when: {moon: full}}]", 5, "The key 'moon' is not known", "The keys are: sdk, platform"),
    ("formerly: [{code: 1}]", 5, "The key 'before' is missing", "Add it"),
    ("platforms: [desktop]", 5, "'desktop' is not known here", "Write one of: web, mini-program, native"),
    ("arrives: [email]", 5, "'email' is not known here", "Write one of: result, thrown, "),
    ("links: [{title: x}]", 5, "The key 'url' is missing", "Add it"),
]


@pytest.mark.parametrize(("text", "line", "found", "right"), FAULTS, ids=[text for text, *_ in FAULTS])
def test_a_fault_in_an_entry_tells_line_found_and_right(
    read: Read, text: str, line: int, found: str, right: str
) -> None:
    loaded = read(room=f"{HEAD}  {text}\n{GOOD % 1002002}")
    (fault,) = loaded.faults
    assert (fault.file.name, fault.line, fault.found) == ("room.yaml", line, found)
    assert fault.right.startswith(right)
    assert loaded.catalogue.codes == (1002001, 1002002)  # what is wrong is left out, the entry is kept


def test_an_unknown_key_is_told_at_its_own_line_though_its_value_stands_below(read: Read) -> None:
    assert told(read(room=f"{HEAD}  colour:\n    - red\n")) == [("room.yaml", 5, "The key 'colour' is not known")]


REQUIRED = {"code": "1002001", "description": "Something", "who_acts": "wait", "severity": "info"}


@pytest.mark.parametrize("missing", REQUIRED)
def test_an_entry_without_a_required_key_is_told_and_left_out(read: Read, missing: str) -> None:
    keys = ", ".join(f"{key}: {value}" for key, value in REQUIRED.items() if key != missing)
    loaded = read(room=f"{GOOD % 1002002}- {{{keys}}}\n")
    assert told(loaded) == [("room.yaml", 2, f"The key {missing!r} is missing")]
    assert loaded.catalogue.codes == (1002002,)


@pytest.mark.parametrize(
    ("key", "wrong"), [("code", "x"), ("description", "5"), ("who_acts", "me"), ("severity", "bad")]
)
def test_an_entry_whose_required_key_is_wrong_is_told_once_and_left_out(read: Read, key: str, wrong: str) -> None:
    keys = ", ".join(f"{name}: {wrong if name == key else value}" for name, value in REQUIRED.items())
    loaded = read(room=f"{GOOD % 1002002}- {{{keys}}}\n")
    assert [(fault.line, fault.file.name) for fault in loaded.faults] == [(2, "room.yaml")]
    assert loaded.catalogue.codes == (1002002,)


# What is wrong in a file

FILES = [
    ({"room": GOOD % 1002001 + GOOD % 1002001}, ("room", 2, "Code 1002001 stands a second time", "room.yaml:1")),
    (
        {"room": GOOD % 1002001, "undocumented": GOOD % 1002001},
        ("undocumented", 1, "Code 1002001 stands a second time", "room.yaml:1"),
    ),
    ({"room": GOOD % 1002031}, ("room", 1, "Code 1002031 belongs to the family special", "Move it to special.yaml")),
    ({"room": GOOD % 0}, ("room", 1, "Code 0 belongs to the family success", "Move it to success.yaml")),
    ({"room": GOOD % 1009001}, ("room", 1, "Code 1009001 belongs to no family", "pack.yaml")),
    ({"undocumented": GOOD % 1009001}, ("undocumented", 1, "Code 1009001 belongs to no family", "pack.yaml")),
    ({"room": GOOD % 1002}, ("room", 1, "Code 1002 belongs to no family", "pack.yaml")),
    ({"room": "code: 1002001\n"}, ("room", 1, "a mapping of 1 where a list of entries belongs", "'- code:'")),
    ({"room": "just words\n"}, ("room", 1, "'just words' where a list of entries belongs", "'- code:'")),
    ({"room": "# nothing\n"}, ("room", 1, "The file is empty", "Write a list of entries")),
    ({"room": "- [\n"}, ("room", 2, "Not YAML", "Mend the syntax")),
    ({"room": "- word\n"}, ("room", 1, "'word' where keys and values belong", "Write code, description, ")),
]


@pytest.mark.parametrize(("files", "fault"), FILES, ids=[str(fault[2]) for _, fault in FILES])
def test_a_fault_in_a_file_tells_line_found_and_right(
    read: Read, files: dict[str, str], fault: tuple[str, int, str, str]
) -> None:
    (found,) = read(**files).faults
    assert (found.file.stem, found.line) == fault[:2]
    assert found.found.startswith(fault[2])
    assert fault[3] in found.right


def test_the_first_of_two_entries_with_one_code_is_kept(read: Read) -> None:
    other = GOOD.replace("Something failed here", "Another text") % 1002001
    assert [entry.description for entry in read(room=GOOD % 1002001 + other).catalogue] == ["Something failed here"]


def test_all_faults_are_told_at_once_by_file_and_line(read: Read) -> None:
    loaded = read(
        pack=PACK + "colour: red\n",
        room=GOOD % 1002001 + GOOD % 1002001 + HEAD.replace("1002001", "1002003") + "  a: 1\n  related: [7]\n",
        broken="- [\n",
        success=GOOD % 5,
    )
    assert [(fault.file.name, fault.line) for fault in loaded.faults] == [
        ("broken.yaml", 2),
        ("pack.yaml", 13),
        ("room.yaml", 2),
        ("room.yaml", 7),
        ("room.yaml", 8),
        ("success.yaml", 1),
    ]
    assert loaded.catalogue.codes == (1002001, 1002003, 5)


def test_a_fault_reads_as_place_found_and_right() -> None:
    fault = Fault(Path("room.yaml"), 7, "The key 'a' is not known", "Remove it")
    assert str(fault) == "room.yaml:7: The key 'a' is not known. Remove it"


def test_a_folder_that_is_missing_or_empty_is_a_fault_and_an_empty_catalogue(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    for folder, faulty in ((missing, [missing]), (tmp_path, [tmp_path, tmp_path / "pack.yaml"])):
        loaded = read_catalogue(folder)
        assert [fault.file for fault in loaded.faults] == faulty
        assert len(loaded.catalogue) == 0


# What is wrong in the pack

PACKS = [
    ("colour: red\n", 13, "The key 'colour' is not known"),
    ("title: Another\n", 13, "The key 'title' stands here twice"),
    ("families: []\n", 13, "The key 'families' stands here twice"),
]
CHANGES = [
    ("id: test", "id: [a]", 1, "a list of 1 where a text belongs"),
    ("title: Test codes", "title: ''", 2, "'' where a text belongs"),
    ("language: en", "language: zh\nlanguage: en", 5, "The key 'language' stands here twice"),
    ('source: {title: A page, date: "2025-01-21"}', "source: none", 5, "'none' where keys and values belong"),
    ('source: {title: A page, date: "2025-01-21"}', "source: {title: A page}", 5, "The key 'date' is missing"),
    ("ask: The AppID}", "ask: 5}", 7, "5 where a text belongs"),
    ("  time: {title: Time", "  app-id: {title: Time", 8, "The key 'app-id' stands here twice"),
    ('prefixes: ["0"]', "prefixes: [0]", 10, "0 where a text belongs"),
    ("exact: true", "exact: yes", 10, "'yes' where true or false belongs"),
    ("title: Special rooms, ", "", 12, "The key 'title' is missing"),
]


@pytest.mark.parametrize(("added", "line", "found"), PACKS, ids=[found for *_, found in PACKS])
def test_a_fault_at_the_end_of_the_pack_is_told(read: Read, added: str, line: int, found: str) -> None:
    assert ("pack.yaml", line, found) in told(read(pack=PACK + added, success=GOOD % 0))


@pytest.mark.parametrize(
    ("old", "new", "line", "found"), CHANGES, ids=[f"{new}: {found}" for _, new, _, found in CHANGES]
)
def test_a_fault_in_the_pack_is_told(read: Read, old: str, new: str, line: int, found: str) -> None:
    assert old in PACK
    assert ("pack.yaml", line, found) in told(read(pack=PACK.replace(old, new), room=GOOD % 1002001))


@pytest.mark.parametrize(("key", "value"), [("collect", "[app-id]"), ("families", "rooms"), ("families", "{id: room}")])
def test_a_part_of_the_pack_with_another_shape_is_told(read: Read, key: str, value: str) -> None:
    loaded = read(pack=f"id: test\ntitle: Test codes\n{key}: {value}\n", room=GOOD % 1002001)
    assert ("pack.yaml", 3) in [(fault.file.name, fault.line) for fault in loaded.faults]


@pytest.mark.parametrize("pack", ["- id\n", "words\n"])
def test_a_pack_that_is_no_mapping_is_told(read: Read, pack: str) -> None:
    loaded = read(pack=pack, room=GOOD % 1002001)
    assert [(fault.file.name, fault.line) for fault in loaded.faults] == [("pack.yaml", 1), ("room.yaml", 1)]
    assert loaded.catalogue.codes == (1002001,)
