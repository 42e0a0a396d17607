"""The catalogue that comes with the program: complete, without faults, worded by the rules that a machine can check."""

import json
import re
from collections.abc import Iterator

import pytest

from zegoerr_gui import places
from zegoerr_gui.core.catalogue.catalogue import Catalogue
from zegoerr_gui.core.catalogue.entry import Entry
from zegoerr_gui.core.catalogue.fields import entries_schema, overlay_schema, pack_schema
from zegoerr_gui.core.catalogue.reading import Loaded

SCHEMAS = {"schema": entries_schema, "pack.schema": pack_schema, "overlay.schema": overlay_schema}
REGENERATE = (
    'python -c "import json; from zegoerr_gui.core.catalogue.fields import {schema} as schema; '
    'print(json.dumps(schema(), indent=2, ensure_ascii=False))" > catalogue/{name}.json'
)
FAMILY_SIZES = {
    "success": 1,
    "common": 18,
    "debugging": 8,
    "room": 51,
    "publishing": 85,
    "playing": 34,
    "mixing": 28,
    "device": 5,
    "messaging": 7,
    "copyrighted-music": 54,
    "player": 6,
}
# The same error when publishing and when playing.
TWINS = [
    (1103001, 1104001),
    (1103019, 1104046),
    *((1103000 + number, 1104000 + number) for number in range(20, 29)),
    (1103030, 1104030),
    (1103050, 1104029),
    (1103051, 1104031),
    (1103056, 1104032),
    (1103058, 1104033),
    (1103059, 1104034),
    (1103060, 1104036),
    (1003025, 1004025),
    (1003080, 1004080),
    (1103103, 1104047),
    (1103078, 1104041),
    (1003099, 1004099),
]
CONFUSED = [
    (1002001, 1002037),
    (1004002, 1104039),
    (1005035, 1005036),
    (1009015, 1109001),
    (1017071, 1017072),
    (1009010, 1009013),
]
FORMERLY = [
    *((code, 1100001, "3.9.0") for code in (1002014, 1002015, 1002016)),
    (1002037, 1002001, "3.9.0"),
    (1003028, 1103027, "3.9.0"),
    (1003040, 1000055, "3.9.0"),
    (1004025, 1104039, "3.9.0"),
    (1009005, 1000002, "3.9.0"),
    (1009015, 1109001, "3.9.0"),
    (1002086, 1002050, "3.11.0"),
]
SERVER_CODES = [
    *((server, 1102016) for server in (50116, 50118, 50119, 50120, 50121, 50122)),
    *((server, 1102016) for server in (50124, 50125, 50126, 50127, 50128, 2002, 2010, 202002, 202010)),
    (50117, 1102018),
    (50123, 1102018),
    (50013, 1002086),
    (1105, 1002034),
    (201105, 1002034),
    (1016, 1002036),
    (201016, 1002036),
    (5022, 1002037),
    (205022, 1002037),
    (5030, 1002066),
    (1012, 1003028),
]
OF_ANOTHER_LENGTH = {0, 1102017}  # descriptions of the style guide's models, outside of 3 to 9 words
API_FIRST = {1101001}  # descriptions that begin with the name of a call


def described(entry: Entry) -> list[str]:
    return [entry.description, *(variant.description for variant in entry.variants if variant.description)]


def steps(entry: Entry) -> list[str]:
    return [step.do for step in (*entry.steps, *(step for variant in entry.variants for step in variant.steps or ()))]


def causes(entry: Entry) -> list[str]:
    return [*entry.causes, *(cause for variant in entry.variants for cause in variant.causes or ())]


def sentences(entry: Entry) -> list[str]:
    """Everything that was worded for the entry and may be read aloud."""
    differs = [entry.twin.differs] if entry.twin and entry.twin.differs else []
    return [*described(entry), *causes(entry), *steps(entry), *differs, *entry.notes, *entry.source_notes]


def each(catalogue: Catalogue, text: str) -> Iterator[tuple[int, str]]:
    """Every text of one kind with its code."""
    kinds = {"description": described, "cause": causes, "step": steps, "sentence": sentences}
    for entry in catalogue:
        for found in kinds[text](entry):
            yield entry.code, found


# Complete


def test_every_file_is_read_without_a_fault(shipped: Loaded) -> None:
    assert [str(fault) for fault in shipped.faults] == []


def test_297_codes_are_there_232_documented_and_65_that_only_the_sdk_knows(catalogue: Catalogue) -> None:
    assert (len(catalogue), catalogue.documented) == (297, 232)
    assert sum(entry.listing == "undocumented" for entry in catalogue) == 65


def test_every_family_has_its_codes(catalogue: Catalogue) -> None:
    found = {family.id: sum(entry.family == family.id for entry in catalogue) for family in catalogue.pack.families}
    assert found == FAMILY_SIZES


def test_the_pack_names_its_source_and_words_every_item(catalogue: Catalogue) -> None:
    pack = catalogue.pack
    assert (pack.id, pack.platform, pack.language) == ("zego-web", "web", "en")
    assert (pack.source.date, pack.source.sdk) == ("2025-01-21", "3.12.0")
    assert [key for key, _ in pack.collect] == [
        "app-id",
        "room-id",
        "user-id",
        "stream-id",
        "time",
        "sdk-version",
        "browser",
        "error-text",
        "console-log",
        "tried",
    ]
    assert all(family.introduction and family.arrives for family in pack.families)


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_the_same_error_when_publishing_and_playing_is_told_on_both_sides(
    catalogue: Catalogue, one: int, other: int
) -> None:
    first, second = catalogue.get(one), catalogue.get(other)
    assert first is not None
    assert second is not None
    assert first.twin is not None
    assert second.twin is not None
    assert (first.twin.code, second.twin.code) == (other, one)
    assert first.twin.differs == second.twin.differs


def test_no_other_codes_are_said_to_be_the_same_error(catalogue: Catalogue) -> None:
    pairs = {(entry.code, entry.twin.code) for entry in catalogue if entry.twin and entry.code < entry.twin.code}
    assert pairs == set(TWINS)


@pytest.mark.parametrize(("one", "other"), CONFUSED)
def test_easily_confused_codes_name_each_other(catalogue: Catalogue, one: int, other: int) -> None:
    for code, named in ((one, other), (other, one)):
        entry = catalogue.get(code)
        assert entry is not None
        assert named in entry.confused_with


@pytest.mark.parametrize(("code", "before", "version"), FORMERLY)
def test_a_code_that_was_split_off_names_what_older_sdks_sent(
    catalogue: Catalogue, code: int, before: int, version: str
) -> None:
    assert (code, version) in [(entry.code, first) for entry, first in catalogue.split_from(before)]


@pytest.mark.parametrize(("server", "code"), SERVER_CODES)
def test_a_server_code_ends_in_its_code(catalogue: Catalogue, server: int, code: int) -> None:
    assert [entry.code for entry in catalogue if server in entry.server_codes] == [code]


# Worded by the rules


def test_a_description_has_three_to_nine_words(catalogue: Catalogue) -> None:
    other = [(code, text) for code, text in each(catalogue, "description") if not 3 <= len(text.split()) <= 9]
    assert {code for code, _ in other} == OF_ANOTHER_LENGTH, other


def test_a_description_is_no_sentence_and_repeats_neither_error_nor_number(catalogue: Catalogue) -> None:
    wrong = [
        (code, text)
        for code, text in each(catalogue, "description")
        if text.endswith((".", "!", "?")) or str(code) in text.split() or re.match(r"(?i)(?:error|failed to)\b", text)
    ]
    assert wrong == []


def test_a_description_begins_with_a_capital_letter_unless_a_call_is_named(catalogue: Catalogue) -> None:
    small = {code for code, text in each(catalogue, "description") if not text[0].isupper()}
    assert small == API_FIRST


def test_a_step_has_at_most_160_characters_and_two_sentences(catalogue: Catalogue) -> None:
    long = [(code, len(text), text) for code, text in each(catalogue, "step") if len(text) > 160]
    many = [
        (code, text) for code, text in each(catalogue, "step") if len(re.findall(r"[.!?](?=\s+[A-Z\"]|$)", text)) > 2
    ]
    assert (long, many) == ([], [])


def test_a_step_begins_with_a_verb_in_capital_and_is_a_whole_sentence(catalogue: Catalogue) -> None:
    # A list of allowed characters ends in the last of them.
    wrong = [
        (code, text)
        for code, text in each(catalogue, "step")
        if not text[0].isupper() or not (text.endswith(".") or (": " in text and not text[-1].isalnum()))
    ]
    assert wrong == []


@pytest.mark.parametrize("words", [r"is normal|are normal", r"^Retry\.?$", r"(?i)technical support|contact zego"])
def test_a_step_says_what_must_be_and_never_sends_the_customer_back_to_the_desk(
    catalogue: Catalogue, words: str
) -> None:
    assert [(code, text) for code, text in each(catalogue, "step") if re.search(words, text)] == []


def test_a_cause_is_a_whole_sentence_about_no_you(catalogue: Catalogue) -> None:
    wrong = [
        (code, text)
        for code, text in each(catalogue, "cause")
        if not text.endswith((".", '."')) or re.search(r"(?i)\byou\b", text)
    ]
    assert wrong == []


@pytest.mark.parametrize("word", ["please", "simply", "just", "kicked", "kick", "`"])
def test_words_that_are_not_said_stand_in_no_sentence(catalogue: Catalogue, word: str) -> None:
    pattern = re.compile(rf"(?i)(?<!\w){re.escape(word)}(?!\w)")
    assert [(code, text) for code, text in each(catalogue, "sentence") if pattern.search(text)] == []


def test_blanks_are_single_and_no_line_breaks_or_control_characters_are_left(catalogue: Catalogue) -> None:
    wrong = [(code, text) for code, text in each(catalogue, "sentence") if "  " in text or not text.isprintable()]
    assert wrong == []


# Escalated with what is needed


def test_who_escalates_says_what_to_collect(catalogue: Catalogue) -> None:
    assert [entry.code for entry in catalogue if entry.escalate != "none" and not entry.collect] == []


def test_an_account_change_is_named_and_asks_for_the_appid_only(catalogue: Catalogue) -> None:
    changes = [entry for entry in catalogue if entry.escalate == "account"]
    assert changes
    assert [entry.code for entry in changes if not entry.escalate_for or entry.collect != ("app-id",)] == []
    assert [entry.code for entry in catalogue if entry.escalate_for and entry.escalate != "account"] == []


def test_every_item_to_collect_has_its_words_in_the_pack(catalogue: Catalogue) -> None:
    known = dict(catalogue.pack.collect)
    assert [(entry.code, key) for entry in catalogue for key in entry.collect if key not in known] == []


def test_where_zegocloud_support_moves_first_there_is_something_to_send(catalogue: Catalogue) -> None:
    assert [e.code for e in catalogue if e.who_acts == "support" and e.escalate == "none" and not e.collect] == []


def test_a_code_that_only_the_sdk_knows_asks_for_something(catalogue: Catalogue) -> None:
    assert [entry.code for entry in catalogue if entry.listing == "undocumented" and not entry.collect] == []


# The schema for editors


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_beside_the_catalogue_are_those_of_the_fields_laid_out_for_reading(name: str) -> None:
    schema = SCHEMAS[name]
    file = places.catalogue_folder().parent / f"{name}.json"
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    regenerate = REGENERATE.format(schema=schema.__name__, name=name)
    assert file.is_file(), f"Write it: {regenerate}"
    assert file.read_text(encoding="utf-8") == text, f"Write it anew: {regenerate}"


def test_the_schema_requires_what_reading_requires_and_allows_no_other_key() -> None:
    items = entries_schema()["items"]
    assert items["required"] == ["code", "description", "who_acts", "severity"]
    assert items["additionalProperties"] is False
    assert items["properties"]["code"] == {"type": "integer"}
    assert items["properties"]["twin"]["anyOf"][0] == {"type": "integer", "minimum": 0}
    assert items["properties"]["severity"] == {"enum": ["failure", "degraded", "info", "ok"]}
    assert items["properties"]["steps"]["items"]["anyOf"][1]["required"] == ["do"]
    assert set(items["properties"]) == {
        name
        for name in Entry.__dataclass_fields__
        if name not in ("listing", "family", "also_in", "team", "pack", "place")
    }
